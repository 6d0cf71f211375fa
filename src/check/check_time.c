/* check_time: hours that may not be what was meant: a zone's name that does not hold on the day,
 * hours whose am or pm had to be inferred, clashes in a room, holes, items outside the event's
 * own hours. An end before its start never gets here: the model refuses it. */
#include "check/rules.h"
#include "locale/locale.h"
#include "model/time.h"

#include <string.h>

enum {
	HALF_DAY = 12 * 60,
	CHANGEOVER = 15, /* minutes; a hole that recurs and is no longer is meant */
	LONG_TALK = 5 * 60
};

static char *zone_in_words(const char *zone, Date date, int minutes, const char *meant) {
	g_autofree char *utc = zone_utc_form(zone_offset(zone, date, minutes));
	g_autofree char *name =
		meant ? g_strdup(meant) : zone_short_name(zone, "en", date, minutes);
	if (!name || !strcmp(name, utc)) {
		return g_steal_pointer(&utc);
	}
	return g_strdup_printf("%s (%s)", name, utc);
}

static void zone_label_rule(const Event *event, Diags *diags) {
	if (!rules_given(&event->zone_label) || !event->timezone) {
		return;
	}
	const char *label = event->zone_label.text;
	for (int i = 0; i < event->day_count; i++) {
		const Day *day = &event->days[i];
		int minutes = event->start != TIME_NONE ? event->start : day->start;
		minutes = minutes == TIME_NONE ? HALF_DAY : minutes % (24 * 60);
		g_autofree char *meant = NULL;
		if (zone_label_holds(label, event->timezone, day->date, minutes, &meant)) {
			continue;
		}
		g_autofree char *is = zone_in_words(event->timezone, day->date, minutes, meant);
		g_autofree char *date = locale_format_date("en", "d MMMM y", day->date);
		diag_warning(diags, "zone-label", event->zone_label.span,
			"write that, or leave `zone_label` out and the zone is named by its date",
			"\"%s\" does not hold in %s on %s: it is %s then", label, event->timezone,
			date, is);
		return;
	}
}

/* Was a written hour taken for one after noon? */
static gboolean is_inferred(ClockTime written, int understood) {
	return !written.exact && understood != TIME_NONE &&
		understood % (24 * 60) - written.minutes == HALF_DAY;
}

static gboolean item_is_inferred(const Item *item) {
	TimeRange range;
	if (!rules_given(&item->time) || !time_range_parse(item->time.text, &range)) {
		return FALSE;
	}
	return is_inferred(range.start, item->start) ||
		(range.has_end && item->end_given && is_inferred(range.end, item->end));
}

static void day_period_rule(const Event *event, const Day *day, Diags *diags) {
	const Item *first = NULL;
	int more = -1;
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		if (item->day == day->index && item_is_inferred(item)) {
			first = first ? first : item;
			more++;
		}
	}
	if (!first) {
		return;
	}
	int end = first->end_given ? first->end : TIME_NONE;
	g_autofree char *hours = rules_hours(first->start, end);
	g_autofree char *others = more > 1
		? g_strdup_printf(", and %d more times of the day likewise", more)
		: more == 1 ? g_strdup(", and one more time of the day likewise")
			    : g_strdup("");
	g_autofree char *hint = g_strdup_printf("write %s, or say am and pm", hours);
	diag_warning(diags, "no-am-pm", rules_time_place(first), hint,
		"\"%s\" is read as %s%s: the hours run past noon and do not say am or pm",
		first->time.text, hours, others);
}

/* Something that takes place itself, rather than through its talks. */
static gboolean takes_place(const Item *item) {
	if (item->start == TIME_NONE) {
		return FALSE;
	}
	if (item->kind == KIND_SESSION) {
		return item->talk_count == 0;
	}
	return !item->session || item->session->kind != KIND_POSTER_SESSION;
}

static int compare_starts(gconstpointer a, gconstpointer b) {
	const Item *one = *(const Item *const *)a, *other = *(const Item *const *)b;
	return one->start != other->start ? one->start - other->start : one->index - other->index;
}

/* Items of a day that take place, by start. */
static GPtrArray *day_items(const Event *event, const Day *day) {
	GPtrArray *items = g_ptr_array_new();
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		if (item->day == day->index && takes_place(item)) {
			g_ptr_array_add(items, (gpointer)item);
		}
	}
	g_ptr_array_sort(items, compare_starts);
	return items;
}

static gboolean some_have_a_room(const GPtrArray *items) {
	for (guint i = 0; i < items->len; i++) {
		if (((const Item *)g_ptr_array_index(items, i))->room) {
			return TRUE;
		}
	}
	return FALSE;
}

static void report_overlap(const Item *earlier, const Item *item, const Room *room, Diags *diags) {
	g_autofree char *one = rules_item_name(earlier);
	g_autofree char *other = rules_item_name(item);
	g_autofree char *start = rules_clock(item->start);
	g_autofree char *end = rules_clock(earlier->end);
	g_autofree char *where = room ? g_strdup_printf(" in %s", room->name.text) : g_strdup("");
	const char *hint = room ? "change one of the times, or name another room"
				: "change one of the times, or say `room` for each";
	diag_warning(diags, "overlap", rules_time_place(item), hint,
		"%s begins at %s, while %s goes on until %s%s", other, start, one, end, where);
}

/* Notes what is on in a room (NULL = everywhere); TRUE where it meets what was. */
static gboolean enter_room(
	GHashTable *latest, const Room *room, const Item *item, const Item **before) {
	const Item *earlier = g_hash_table_lookup(latest, room);
	if (!earlier || earlier->end <= item->end) {
		g_hash_table_insert(latest, (gpointer)room, (gpointer)item);
	}
	*before = earlier;
	return earlier && earlier->end != TIME_NONE && item->start < earlier->end;
}

/* Two things at once in one room, or, where no item names a room, at all. */
static void overlap_rule(const Event *event, const Day *day, Diags *diags) {
	g_autoptr(GPtrArray) items = day_items(event, day);
	g_autoptr(GHashTable) latest = g_hash_table_new(NULL, NULL);
	gboolean rooms = some_have_a_room(items);
	for (guint i = 0; i < items->len; i++) {
		const Item *item = g_ptr_array_index(items, i);
		int count = rooms ? item_room_count(item) : 1;
		const Item *earlier, *told = NULL;
		for (int j = 0; j < count; j++) {
			const Room *room = rooms ? item_room(item, j) : NULL;
			if (enter_room(latest, room, item, &earlier) && earlier != told) {
				report_overlap(earlier, item, room, diags);
				told = earlier;
			}
		}
	}
}

typedef struct Hole {
	const Item *before, *after;
} Hole;

static void find_holes(const Day *day, GArray *holes) {
	const Item *latest = NULL;
	for (int i = 0; i < day->item_count; i++) {
		const Item *item = day->items[i];
		if (item->start == TIME_NONE || item->end == TIME_NONE) {
			latest = NULL;
			continue;
		}
		gboolean apart = item->kind == KIND_SOCIAL || item->kind == KIND_MEAL ||
			item->kind == KIND_MEETING;
		if (latest && item->start > latest->end && !apart) {
			Hole hole = {.before = latest, .after = item};
			g_array_append_val(holes, hole);
		}
		if (!latest || item->end > latest->end) {
			latest = item;
		}
	}
}

static int hole_length(const Hole *hole) {
	return hole->after->start - hole->before->end;
}

/* Five minutes after every talk are meant. */
static gboolean hole_is_regular(const GArray *holes, const Hole *hole) {
	int alike = 0;
	for (guint i = 0; i < holes->len; i++) {
		alike += hole_length(&g_array_index(holes, Hole, i)) == hole_length(hole);
	}
	return alike > 1 && hole_length(hole) <= CHANGEOVER;
}

static void hole_rule(const Event *event, Diags *diags) {
	g_autoptr(GArray) holes = g_array_new(FALSE, FALSE, sizeof(Hole));
	for (int i = 0; i < event->day_count; i++) {
		find_holes(&event->days[i], holes);
	}
	for (guint i = 0; i < holes->len; i++) {
		const Hole *hole = &g_array_index(holes, Hole, i);
		if (hole_is_regular(holes, hole)) {
			continue;
		}
		g_autofree char *before = rules_item_name(hole->before);
		g_autofree char *after = rules_item_name(hole->after);
		g_autofree char *hours = rules_hours(hole->before->end, hole->after->start);
		diag_warning(diags, "gap", rules_time_place(hole->after),
			"change one of the times, or add an item with `kind: break`",
			"nothing is planned for %s, between %s and %s", hours, before, after);
	}
}

static gboolean outside_session(const Item *item) {
	const Item *session = item->session;
	if (!session || item->start == TIME_NONE || session->start == TIME_NONE) {
		return FALSE;
	}
	gboolean late = item->end_given && session->end_given && item->end > session->end;
	return item->start < session->start || late;
}

static void item_rules(const Event *event, Diags *diags) {
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		g_autofree char *name = rules_item_name(item);
		if (outside_session(item)) {
			g_autofree char *hours = rules_hours(item->start, item->end);
			g_autofree char *frame =
				rules_hours(item->session->start, item->session->end);
			g_autofree char *session = rules_item_name(item->session);
			diag_warning(diags, "outside-session", rules_time_place(item),
				"change the talk's time or the session's",
				"%s (%s) lies outside its session %s (%s)", name, hours, session,
				frame);
		}
		gboolean talk = item->kind == KIND_TALK || item->kind == KIND_KEYNOTE;
		if (talk && item->end_given && item->end - item->start > LONG_TALK) {
			g_autofree char *hours = rules_hours(item->start, item->end);
			diag_warning(diags, "long-item", rules_time_place(item),
				"see whether am and pm are right, or say `kind: workshop`",
				"%s takes %s, which is long for a talk", name, hours);
		}
	}
}

/* Supper may be late; it is not what the event's hours speak of. */
static gboolean counts_for_hours(const Item *item) {
	return item->kind != KIND_SOCIAL && item->kind != KIND_MEAL && item->kind != KIND_MEETING &&
		item->start != TIME_NONE;
}

/* Returns whether something was found. */
static gboolean outside_event(const Event *event, const Day *day, Diags *diags) {
	g_autofree char *frame = rules_hours(event->start, event->end);
	gboolean found = FALSE;
	for (int i = 0; i < day->item_count; i++) {
		const Item *item = day->items[i];
		gboolean early = item->start < event->start;
		gboolean late =
			event->end != TIME_NONE && item->end != TIME_NONE && item->end > event->end;
		if (!counts_for_hours(item) || (!early && !late)) {
			continue;
		}
		g_autofree char *name = rules_item_name(item);
		g_autofree char *at = rules_clock(early ? item->start : item->end);
		diag_warning(diags, "outside-event", rules_time_place(item),
			"change the item's time, or `time` of the event",
			"%s %s at %s, outside the event's own hours (%s)", name,
			early ? "begins" : "ends", at, frame);
		found = TRUE;
	}
	return found;
}

static void event_hours_rule(const Event *event, Diags *diags) {
	if (event->start == TIME_NONE || event->day_count == 0) {
		return;
	}
	gboolean found = FALSE;
	for (int i = 0; i < event->day_count; i++) {
		found |= outside_event(event, &event->days[i], diags);
	}
	const Day *day = &event->days[0];
	gboolean late_start = day->start != TIME_NONE && day->start > event->start;
	gboolean early_end =
		event->end != TIME_NONE && day->end != TIME_NONE && day->end < event->end;
	if (found || event->day_count > 1 || (!late_start && !early_end)) {
		return;
	}
	g_autofree char *frame = rules_hours(event->start, event->end);
	g_autofree char *items = rules_hours(day->start, day->end);
	diag_warning(diags, "event-hours", event->time.span,
		"write the same hours in both places, or add an item for the time between",
		"the event is given as %s, but its items fill %s", frame, items);
}

void check_time(const Event *event, Diags *diags) {
	zone_label_rule(event, diags);
	for (int i = 0; i < event->day_count; i++) {
		day_period_rule(event, &event->days[i], diags);
		overlap_rule(event, &event->days[i], diags);
	}
	hole_rule(event, diags);
	item_rules(event, diags);
	event_hours_rule(event, diags);
}
