/* build_times: starts and ends of one day's items. Times that do not say which half of the day they
 * mean are settled by the list they stand in (PRODUCT.md, Times): one of 1..11 that would come
 * before the previous start is taken as pm, but in a day that has an hour of 13 or more it is an
 * error. `check` tells what was taken so. */
#include "model/builder.h"

#include <stdlib.h>

#define NOON 720
#define INFERRED_MOST                                                                              \
	660 /* minutes that an end taken for pm may follow its start; more is a slip */
#define DAY 1440

typedef struct DayTimes {
	Builder *builder;
	gboolean hours24; /* some time of the day has an hour of 13 or more */
	GHashTable *lanes; /* Room (NULL = none) -> its last start */
	int last; /* last start of the list, TIME_NONE */
	int next_start; /* where an item without a time begins, TIME_NONE */
} DayTimes;

static gboolean has_hours24(const Draft *draft) {
	const TimeRange *range = &draft->range;
	if (draft->has_time && (range->start.hours24 || (range->has_end && range->end.hours24))) {
		return TRUE;
	}
	for (guint i = 0; draft->talks && i < draft->talks->len; i++) {
		if (has_hours24(g_ptr_array_index(draft->talks, i))) {
			return TRUE;
		}
	}
	return FALSE;
}

static void time_error(DayTimes *times, Draft *draft, const char *hint, const char *message) {
	diag_error(times->builder->diags, "time-order", draft->item->time.span, hint, "`%s` %s",
		draft->item->time.text, message);
	draft->errors++;
}

static const char *hint_for_half(DayTimes *times, int minutes) {
	return arena_printf(times->builder->arena,
		"this day is written in 24 hours: write %02d:%02d for the morning or %02d:%02d for "
		"the "
		"afternoon",
		minutes / 60, minutes % 60, (minutes + NOON) / 60, minutes % 60);
}

static const char *hint_for_end(DayTimes *times) {
	int ends = times->builder->event->day_ends;
	return arena_printf(times->builder->arena,
		"write an end that comes later; what goes on past %02d:%02d (`day_ends`) is an "
		"item of "
		"the next day",
		ends / 60, ends % 60);
}

static int exact_start(DayTimes *times, const ClockTime *time) {
	return time->minutes < times->builder->event->day_ends ? time->minutes + DAY
							       : time->minutes;
}

/* Minutes of a start that must not come before `floor` if it is bare. */
static int settle_start(DayTimes *times, Draft *draft, int floor) {
	const ClockTime *time = &draft->range.start;
	if (time->exact) {
		return exact_start(times, time);
	}
	/* 1:30 at the end of a day in 24 hours is the night. */
	enum { EVENING = 18 * 60 };
	gboolean late = times->last != TIME_NONE && times->last >= EVENING;
	if (times->hours24 && late && time->minutes < times->builder->event->day_ends) {
		return time->minutes + DAY;
	}
	if (time->minutes >= floor) {
		return time->minutes;
	}
	if (times->hours24) {
		time_error(times, draft, hint_for_half(times, time->minutes),
			"comes before the start above it");
	}
	return time->minutes + NOON;
}

/* quiet: its start was wrong already. */
static int settle_end(DayTimes *times, Draft *draft, int start, gboolean quiet) {
	const ClockTime *time = &draft->range.end;
	int end = time->minutes;
	if (end > start) {
		return end;
	}
	gboolean bare = !time->exact || (end >= NOON && end < NOON + 60 && !time->meridiem);
	if (bare && end + NOON > start && end + NOON - start <= INFERRED_MOST) {
		if (times->hours24 && !quiet) {
			time_error(times, draft, hint_for_half(times, end % NOON),
				"ends before it begins");
		}
		return end + NOON;
	}
	/* What begins past midnight may go on into the morning. */
	gboolean night = start >= DAY || end <= times->builder->event->day_ends;
	if (end + DAY > start && night) {
		return end + DAY;
	}
	time_error(times, draft,
		end == start ? "leave the end out, or write when it really ends"
			     : hint_for_end(times),
		end == start ? "ends when it begins" : "ends before it begins");
	return TIME_NONE;
}

/* Where a bare time must not come before. The event's own hours tell of the first one. */
static int floor_of(DayTimes *times, const Draft *draft) {
	const Event *event = times->builder->event;
	gpointer lane = (gpointer)draft->item->room;
	gboolean known = g_hash_table_contains(times->lanes, lane);
	if (!lane && times->last != TIME_NONE) {
		return times->last;
	}
	if (known || g_hash_table_contains(times->lanes, NULL)) {
		int own = known ? GPOINTER_TO_INT(g_hash_table_lookup(times->lanes, lane)) : 0;
		int all = GPOINTER_TO_INT(g_hash_table_lookup(times->lanes, NULL));
		return MAX(own, all);
	}
	int afternoon = draft->range.start.minutes + NOON;
	if (event->start != TIME_NONE && event->end != TIME_NONE && !times->hours24 &&
		draft->range.start.minutes < event->start && afternoon >= event->start &&
		afternoon < event->end) {
		return event->start;
	}
	return event->day_ends;
}

static void take_duration(DayTimes *times, Draft *draft) {
	const IntValue *duration = &draft->record->duration;
	Item *item = draft->item;
	if (!duration->given || duration->value == 0 || item->start == TIME_NONE) {
		return;
	}
	int end = item->start + duration->value;
	if (item->end != TIME_NONE && item->end != end) {
		diag_error(times->builder->diags, "time-order", duration->span,
			"keep one of the two", "the duration does not agree with the time `%s`",
			item->time.text);
		draft->errors++;
		return;
	}
	item->end = end;
	item->end_given = TRUE;
}

/* floor: of a bare start. */
static void settle_range(DayTimes *times, Draft *draft, int floor) {
	Item *item = draft->item;
	int errors = draft->errors;
	item->start = settle_start(times, draft, floor);
	if (draft->range.has_end) {
		item->end = settle_end(times, draft, item->start, draft->errors > errors);
		item->end_given = item->end != TIME_NONE;
	}
}

/* A session without a time begins with its first talk. */
static void borrow_first_talk(Draft *session) {
	Draft *first =
		session->talks && session->talks->len ? g_ptr_array_index(session->talks, 0) : NULL;
	if (!session->has_time && first && first->has_time) {
		session->range.start = first->range.start;
		session->range.has_end = FALSE;
		session->has_time = TRUE;
	}
}

static void run_on(DayTimes *times, Draft *draft) {
	if (times->next_start == TIME_NONE && !draft->record->time.given && !draft->broken) {
		diag_error(times->builder->diags, "missing-time", draft->item->span,
			"for example `time: 14:10–14:40`",
			"the item has no time, and nothing before it says when it begins");
		draft->errors++;
	}
	int begin = times->last != TIME_NONE ? times->last : times->builder->event->day_ends;
	draft->item->start = times->next_start != TIME_NONE ? times->next_start : begin;
}

static void start_item(DayTimes *times, Draft *draft) {
	borrow_first_talk(draft);
	if (draft->has_time) {
		settle_range(times, draft, floor_of(times, draft));
	} else {
		run_on(times, draft);
	}
	take_duration(times, draft);
	const Item *item = draft->item;
	times->last = item->start;
	times->next_start = item->end;
	g_hash_table_insert(times->lanes, (gpointer)item->room, GINT_TO_POINTER(item->start));
	for (int i = 0; i < item->more_room_count; i++) {
		g_hash_table_insert(
			times->lanes, (gpointer)item->more_rooms[i], GINT_TO_POINTER(item->start));
	}
}

/* Talks of a session: times run on from its start, or from the talk before. */
static void start_talks(DayTimes *times, Draft *session) {
	gboolean posters = session->item->kind == KIND_POSTER_SESSION;
	int next = session->item->start, last = session->item->start;
	for (guint i = 0; session->talks && i < session->talks->len; i++) {
		Draft *talk = g_ptr_array_index(session->talks, i);
		if (talk->has_time) {
			settle_range(times, talk, last);
			last = talk->item->start;
		} else {
			talk->item->start = posters ? session->item->start : next;
		}
		take_duration(times, talk);
		next = talk->item->end;
	}
}

static int latest_end(const Draft *session) {
	int latest = TIME_NONE;
	for (guint i = 0; session->talks && i < session->talks->len; i++) {
		const Draft *talk = g_ptr_array_index(session->talks, i);
		latest = MAX(latest, talk->item->end);
	}
	return latest;
}

static int compare_starts(const void *one, const void *other) {
	const Draft *const *first = one, *const *second = other;
	return (*first)->item->start - (*second)->item->start;
}

/* Starts that come after the items looked at: of each room, of items without one, of any. */
typedef struct NextStarts {
	GHashTable *rooms;
	int everywhere, any;
} NextStarts;

static int earlier(int one, int other) {
	return one == TIME_NONE ? other : other == TIME_NONE ? one : MIN(one, other);
}

/* The start of what follows in the same room, or everywhere. */
static int next_start(const NextStarts *next, const Item *item) {
	if (!item->room) {
		return next->any;
	}
	int own = TIME_NONE;
	for (int i = 0; i < item_room_count(item); i++) {
		const Room *room = item_room(item, i);
		if (g_hash_table_contains(next->rooms, room)) {
			gpointer start = g_hash_table_lookup(next->rooms, room);
			own = earlier(own, GPOINTER_TO_INT(start));
		}
	}
	return earlier(own, next->everywhere);
}

static void note_start(NextStarts *next, const Item *item) {
	next->any = item->start;
	for (int i = 0; i < item_room_count(item); i++) {
		g_hash_table_insert(
			next->rooms, (gpointer)item_room(item, i), GINT_TO_POINTER(item->start));
	}
	if (!item->room) {
		next->everywhere = item->start;
	}
}

static void end_item(const NextStarts *next, Item *item, int last) {
	if (item->end != TIME_NONE || item->start == TIME_NONE) {
		return;
	}
	int start = next_start(next, item);
	item->end = start != TIME_NONE ? start : last;
	if (item->end <= item->start) {
		item->end = TIME_NONE;
	}
}

/* From the last start to the first; items that start together do not end one another. */
static void end_items(const GPtrArray *items, int last) {
	NextStarts next = {g_hash_table_new(NULL, NULL), TIME_NONE, TIME_NONE};
	for (int to = (int)items->len; to > 0;) {
		int start = ((const Draft *)g_ptr_array_index(items, to - 1))->item->start;
		int from = to;
		while (from > 0 &&
			((const Draft *)g_ptr_array_index(items, from - 1))->item->start == start) {
			from--;
			end_item(&next, ((Draft *)g_ptr_array_index(items, from))->item, last);
		}
		for (int i = from; i < to && start != TIME_NONE; i++) {
			note_start(&next, ((const Draft *)g_ptr_array_index(items, i))->item);
		}
		to = from;
	}
	g_hash_table_unref(next.rooms);
}

static void end_talks(Draft *session) {
	Item *item = session->item;
	if (!session->talks) {
		return;
	}
	if (item->kind == KIND_POSTER_SESSION) {
		for (guint i = 0; i < session->talks->len; i++) {
			Draft *talk = g_ptr_array_index(session->talks, i);
			talk->item->end =
				talk->item->end == TIME_NONE ? item->end : talk->item->end;
		}
		return;
	}
	end_items(session->talks, item->end);
}

static gboolean day_has_hours24(const DayDraft *day) {
	for (guint i = 0; i < day->items->len; i++) {
		if (has_hours24(g_ptr_array_index(day->items, i))) {
			return TRUE;
		}
	}
	return FALSE;
}

void build_day_starts(Builder *builder, DayDraft *day) {
	DayTimes times = {.builder = builder,
		.hours24 = day_has_hours24(day),
		.lanes = g_hash_table_new(NULL, NULL),
		.last = TIME_NONE,
		.next_start = TIME_NONE};
	for (guint i = 0; i < day->items->len; i++) {
		Draft *draft = g_ptr_array_index(day->items, i);
		if (draft->repeats) {
			continue;
		}
		start_item(&times, draft);
		start_talks(&times, draft);
		if (draft->item->end == TIME_NONE && draft->talks) {
			draft->item->end = latest_end(draft);
			times.next_start = draft->item->end;
		}
	}
	g_hash_table_unref(times.lanes);
}

/* Not before the first time where that is on the same day; as long as that unless it says. */
static void start_repeat(DayTimes *times, Draft *draft) {
	const Item *first = draft->repeats->item;
	gboolean same_day =
		date_compare(draft->date, draft->repeats->date) == 0 && first->start != TIME_NONE;
	int day_ends = times->builder->event->day_ends;
	settle_range(times, draft, same_day ? MAX(first->start, day_ends) : day_ends);
	take_duration(times, draft);
	Item *item = draft->item;
	gboolean known = first->end_given && first->end != TIME_NONE && first->start != TIME_NONE;
	if (item->end == TIME_NONE && known && item->start != TIME_NONE) {
		item->end = item->start + first->end - first->start;
		item->end_given = TRUE;
	}
}

void build_day_ends(Builder *builder, DayDraft *day) {
	DayTimes times = {.builder = builder, .hours24 = day_has_hours24(day)};
	for (guint i = 0; i < day->items->len; i++) {
		Draft *draft = g_ptr_array_index(day->items, i);
		if (draft->repeats && draft->has_time) {
			start_repeat(&times, draft);
		}
	}
	g_ptr_array_sort(day->items, compare_starts);
	end_items(day->items, TIME_NONE);
	for (guint i = 0; i < day->items->len; i++) {
		end_talks(g_ptr_array_index(day->items, i));
	}
}
