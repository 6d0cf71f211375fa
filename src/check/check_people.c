/* check_people: who is in two places at once or has no time for the way between two, whom nobody
 * describes, who is never used, who stands in the list twice. Spelling is check_names' affair. */
#include "check/rules.h"

#include <string.h>

/* Somebody who must be in the room. */
static gboolean is_present(RoleKind kind) {
	return kind != ROLE_AUTHOR;
}

static const Role *present_role(const Item *item, const Person *person) {
	for (int i = 0; i < item->role_count; i++) {
		const Role *role = &item->roles[i];
		if (role->person == person && is_present(role->kind)) {
			return role;
		}
	}
	return NULL;
}

static gboolean at_once(const Item *one, const Item *other) {
	if (one->session == other || other->session == one || one->day != other->day) {
		return FALSE;
	}
	gboolean posters = one->session && one->session->kind == KIND_POSTER_SESSION &&
		one->session == other->session;
	gboolean timed = one->start != TIME_NONE && one->end != TIME_NONE &&
		other->start != TIME_NONE && other->end != TIME_NONE;
	return timed && !posters && one->start < other->end && other->start < one->end;
}

/* The clash of the rooms has been told by check_time. */
static gboolean same_room(const Item *one, const Item *other) {
	return item_shares_room(one, other);
}

/* "chairs", "speaks in": what somebody does in an item. */
static const char *doing(RoleKind kind) {
	switch (kind) {
	case ROLE_CHAIR:
		return "chairs";
	case ROLE_MODERATOR:
		return "moderates";
	case ROLE_PANELLIST:
		return "sits on";
	default:
		return "speaks in";
	}
}

/* "chairs "Small things" (9:00–10:00, Aula)": what, when and where. Caller frees. */
static char *appearance(const Item *item, const Person *person) {
	g_autofree char *name = rules_item_name(item);
	g_autofree char *hours = rules_hours(item->start, item->end);
	g_autofree char *place = rules_where(item);
	return g_strdup_printf("%s %s (%s%s%s)", doing(present_role(item, person)->kind), name,
		hours, place ? ", " : "", place ? place : "");
}

static void report_two_places(
	const Person *person, const Item *earlier, const Item *item, Diags *diags) {
	g_autofree char *one = appearance(earlier, person);
	g_autofree char *other = appearance(item, person);
	diag_warning(diags, "two-places", present_role(item, person)->span,
		"move one of the two, or name somebody else",
		"%s is in two places at once: %s and %s", person->name.text, one, other);
}

/* Does every room of the one stand in another building than those of the other? */
static gboolean lies_apart(const Item *one, const Item *other) {
	int pairs = item_room_count(one) * item_room_count(other);
	for (int i = 0; i < pairs; i++) {
		const Text *from = &item_room(one, i % item_room_count(one))->building;
		const Text *to = &item_room(other, i / item_room_count(one))->building;
		if (!rules_given(from) || !rules_given(to) || strcmp(from->text, to->text) == 0) {
			return FALSE;
		}
	}
	return pairs > 0;
}

/* Minutes between two items that are too few for the way from one building to another; -1 when
 * they are enough, or there is no such way. */
static int short_way(const Item *earlier, const Item *item, int walk) {
	if (!lies_apart(earlier, item)) {
		return -1;
	}
	gboolean known =
		earlier->day == item->day && earlier->end != TIME_NONE && item->start != TIME_NONE;
	int minutes = known ? item->start - earlier->end : -1;
	return minutes < walk ? minutes : -1;
}

static void report_short_way(const Person *person, const Item *earlier, const Item *item,
	const Event *event, Diags *diags) {
	int minutes = item->start - earlier->end;
	g_autofree char *one = appearance(earlier, person);
	g_autofree char *other = appearance(item, person);
	g_autofree char *time = minutes == 0 ? g_strdup("no time")
		: minutes == 1		     ? g_strdup("1 minute")
					     : g_strdup_printf("%d minutes", minutes);
	g_autofree char *hint = g_strdup_printf(
		"from one building to another it takes %d minutes (`walk`): move one of the two",
		event->walk);
	diag_warning(diags, "short-way", present_role(item, person)->span, hint,
		"%s has %s to change buildings: %s, then %s", person->name.text, time, one, other);
}

static int compare_starts(gconstpointer a, gconstpointer b) {
	const Item *one = *(const Item *const *)a, *other = *(const Item *const *)b;
	if (one->day != other->day) {
		return one->day - other->day;
	}
	return one->start != other->start ? one->start - other->start : one->index - other->index;
}

/* Each item against the one before it that goes on longest. */
static void two_places_rule(const Event *event, const Person *person, Diags *diags) {
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	for (int i = 0; i < person->item_count; i++) {
		if (present_role(person->items[i], person)) {
			g_ptr_array_add(items, (gpointer)person->items[i]);
		}
	}
	g_ptr_array_sort(items, compare_starts);
	const Item *latest = NULL;
	for (guint i = 0; i < items->len; i++) {
		const Item *item = g_ptr_array_index(items, i);
		if (latest && at_once(latest, item) && !same_room(latest, item)) {
			report_two_places(person, latest, item, diags);
		} else if (latest && short_way(latest, item, event->walk) >= 0) {
			report_short_way(person, latest, item, event, diags);
		}
		if (!latest || latest->day != item->day || item->end > latest->end) {
			latest = item;
		}
	}
}

static gboolean is_to_be_described(const Role *role) {
	return role->kind != ROLE_AUTHOR && role->kind != ROLE_CHAIR;
}

/* First item in which the person is somebody that readers want to know about. */
static const Item *described_item(const Person *person) {
	for (int i = 0; i < person->item_count; i++) {
		const Item *item = person->items[i];
		for (int k = 0; k < item->role_count; k++) {
			if (item->roles[k].person == person &&
				is_to_be_described(&item->roles[k])) {
				return item;
			}
		}
	}
	return NULL;
}

static char *bio_hint(const Person *person) {
	return g_strdup_printf("add `bio`, or the file bios/%s.md", person->id);
}

static void bio_rule(const Event *event, Diags *diags) {
	g_autoptr(Tally) tally = tally_new(DIAG_WARNING, "no-bio", "speakers have no bio");
	for (int i = 0; i < event->person_count; i++) {
		const Person *person = event->people[i];
		const Item *item = described_item(person);
		if (!item) {
			continue;
		}
		tally_count(tally);
		if (rules_given(&person->bio)) {
			continue;
		}
		g_autofree char *name = rules_item_name(item);
		tally_add(tally, person->span,
			g_strdup_printf(
				"%s, who appears in %s, has no bio", person->name.text, name),
			bio_hint(person));
	}
	tally_report(tally, diags);
}

/* Only told where others have one. */
static void affiliation_rule(const Event *event, Diags *diags) {
	g_autoptr(Tally) tally =
		tally_new(DIAG_NOTE, "no-affiliation", "people have no affiliation");
	int with = 0;
	for (int i = 0; i < event->person_count; i++) {
		const Person *person = event->people[i];
		if (!person->item_count) {
			continue;
		}
		tally_count(tally);
		with += person->affiliation_count > 0;
		if (!person->affiliation_count) {
			tally_add(tally, person->span,
				g_strdup_printf("%s has no affiliation", person->name.text),
				g_strdup("add `affiliation`, as others have it"));
		}
	}
	if (with) {
		tally_report(tally, diags);
	}
}

static void unused_rule(const Event *event, Diags *diags) {
	g_autoptr(Tally) tally =
		tally_new(DIAG_WARNING, "unused-person", "people appear in no item");
	for (int i = 0; i < event->person_count; i++) {
		const Person *person = event->people[i];
		tally_count(tally);
		if (!person->item_count && !person->in_committee) {
			tally_add(tally, person->span,
				g_strdup_printf("%s appears in no item of the programme",
					person->name.text),
				g_strdup("name the id under `speakers` of an item, or take the "
					 "person out"));
		}
	}
	tally_report(tally, diags);
}

void check_people(const Event *event, Diags *diags) {
	for (int i = 0; i < event->person_count; i++) {
		two_places_rule(event, event->people[i], diags);
	}
	bio_rule(event, diags);
	affiliation_rule(event, diags);
	unused_rule(event, diags);
}
