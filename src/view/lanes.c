/* lanes: items of a day are first told apart into those of a room and those over all rooms, then
 * rooms become columns, and what overlaps within a column gets lanes by first fit over the starts.
 */
#include "view/lanes.h"

#include "view/evening.h"

enum { LENGTH_UNKNOWN = 30, HALF_HOUR = 30 };

static gboolean is_pause(const Item *item) {
	return item->kind == KIND_BREAK || item->kind == KIND_MEAL;
}

/* Kinds that everybody goes to where nothing else is on. */
static gboolean is_common(const Item *item) {
	switch (item->kind) {
	case KIND_OPENING:
	case KIND_CLOSING:
	case KIND_KEYNOTE:
	case KIND_PANEL:
	case KIND_SOCIAL:
	case KIND_MEETING:
	case KIND_POSTER_SESSION:
		return TRUE;
	default:
		return item->room == NULL;
	}
}

/* Do the talks say where they are, each for itself? */
static gboolean is_scattered(const Item *session) {
	gboolean apart = FALSE;
	for (int i = 0; i < session->talk_count; i++) {
		const Item *talk = session->talks[i];
		if (talk->start == TIME_NONE || !talk->room) {
			return FALSE;
		}
		apart = apart || talk->room != session->room;
	}
	return apart;
}

static void add_item(GArray *items, const Item *item) {
	if (item->start == TIME_NONE) {
		return;
	}
	LaneItem lane = {.item = item,
		.start = item->start,
		.end = item->end,
		.end_known = item->end != TIME_NONE && item->end > item->start,
		.column = -1,
		.column_count = 1,
		.room = item->room,
		.lane_count = 1};
	lane.end = lane.end_known ? item->end : item->start + LENGTH_UNKNOWN;
	g_array_append_val(items, lane);
}

static GArray *items_of_day(const Day *day, const Evening *evening) {
	GArray *items = g_array_new(FALSE, TRUE, sizeof(LaneItem));
	for (int i = 0; i < day->item_count; i++) {
		const Item *item = day->items[i];
		if (evening_has(evening, item)) {
			continue;
		}
		if (is_scattered(item)) {
			for (int j = 0; j < item->talk_count; j++) {
				add_item(items, item->talks[j]);
			}
		} else {
			add_item(items, item);
		}
	}
	return items;
}

/* Of items by start: until when those seen so far run, pauses and others apart. */
typedef struct Running {
	int pauses, others;
} Running;

static void note_running(Running *running, const LaneItem *lane) {
	int *until = is_pause(lane->item) ? &running->pauses : &running->others;
	*until = MAX(*until, lane->end);
}

/* Does the next item that is no pause begin before this one ends? */
static gboolean meets_next(const GArray *items, guint index) {
	const LaneItem *own = &g_array_index(items, LaneItem, index);
	for (guint i = index + 1; i < items->len; i++) {
		const LaneItem *later = &g_array_index(items, LaneItem, i);
		if (later->start >= own->end) {
			return FALSE;
		}
		if (!is_pause(later->item)) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean is_aside(const Item *item) {
	return item->kind == KIND_POSTER_SESSION || item->kind == KIND_SOCIAL ||
		item->kind == KIND_MEETING;
}

static LaneKind kind_of(const GArray *items, guint index, Running before) {
	const LaneItem *lane = &g_array_index(items, LaneItem, index);
	const Item *item = lane->item;
	if (is_pause(item)) {
		return before.pauses > lane->start ? LANE_CELL : LANE_PAUSE;
	}
	if (!is_common(item) || before.others > lane->start || meets_next(items, index)) {
		return LANE_CELL;
	}
	return is_aside(item) ? LANE_ASIDE : LANE_PLENARY;
}

static int compare_items(const void *one, const void *other) {
	const LaneItem *left = one, *right = other;
	if (left->start != right->start) {
		return left->start < right->start ? -1 : 1;
	}
	if (left->column != right->column) {
		return left->column < right->column ? -1 : 1;
	}
	return left->item->index < right->item->index ? -1 : left->item->index > right->item->index;
}

static void find_kinds(GArray *items) {
	Running running = {TIME_NONE, TIME_NONE};
	g_array_sort(items, compare_items);
	for (guint i = 0; i < items->len; i++) {
		LaneItem *lane = &g_array_index(items, LaneItem, i);
		lane->kind = kind_of(items, i, running);
		note_running(&running, lane);
	}
}

/* What is in several rooms at once has a cell in each. */
static void add_more_rooms(GArray *items) {
	guint count = items->len;
	for (guint i = 0; i < count; i++) {
		LaneItem lane = g_array_index(items, LaneItem, i);
		for (int j = 0; lane.kind == LANE_CELL && j < lane.item->more_room_count; j++) {
			lane.room = lane.item->more_rooms[j];
			g_array_append_val(items, lane);
		}
	}
}

static gboolean is_next(const LaneItem *lane, const LaneItem *next) {
	return lane->item == next->item && next->column == lane->column + lane->column_count &&
		lane->lane_count == 1 && next->lane_count == 1;
}

/* Cells of one item beside each other become one, where nothing else is on there. Items are sorted.
 */
static void join_columns(GArray *items) {
	guint kept = 0;
	for (guint i = 0; i < items->len; i++) {
		LaneItem *lane = &g_array_index(items, LaneItem, i);
		LaneItem *before = kept > 0 ? &g_array_index(items, LaneItem, kept - 1) : NULL;
		if (before && before->column >= 0 && is_next(before, lane)) {
			before->column_count++;
			continue;
		}
		g_array_index(items, LaneItem, kept++) = *lane;
	}
	g_array_set_size(items, kept);
	for (guint i = 0; i < kept; i++) {
		LaneItem *lane = &g_array_index(items, LaneItem, i);
		lane->again = lane->column >= 0 && lane->column_count < item_room_count(lane->item);
	}
}

/* Columns by room, that without a room last; fills `column` of the cells. */
static LaneColumn *make_columns(Arena *arena, const Event *event, GArray *items, int *count) {
	int *column_of = arena_array_of(arena, int, event->room_count + 1);
	LaneColumn *columns = arena_array_of(arena, LaneColumn, event->room_count + 1);
	for (guint i = 0; i < items->len; i++) {
		const LaneItem *lane = &g_array_index(items, LaneItem, i);
		if (lane->kind == LANE_CELL) {
			const Room *room = lane->room;
			column_of[room ? room->index : event->room_count] = 1;
		}
	}
	*count = 0;
	for (int i = 0; i <= event->room_count; i++) {
		if (column_of[i]) {
			columns[*count].room = i < event->room_count ? event->rooms[i] : NULL;
			column_of[i] = (*count)++;
		}
	}
	for (guint i = 0; i < items->len; i++) {
		LaneItem *lane = &g_array_index(items, LaneItem, i);
		if (lane->kind == LANE_CELL) {
			const Room *room = lane->room;
			lane->column = column_of[room ? room->index : event->room_count];
		}
	}
	return columns;
}

/* What belongs to no track, as a reception, takes nothing from the room's. */
static void find_tracks(LaneColumn *columns, int count, const GArray *items) {
	gboolean *mixed = g_new0(gboolean, (gsize)count + 1);
	for (guint i = 0; i < items->len; i++) {
		const LaneItem *lane = &g_array_index(items, LaneItem, i);
		const Track *track = lane->item->track;
		if (lane->column < 0 || !track || mixed[lane->column]) {
			continue;
		}
		LaneColumn *column = &columns[lane->column];
		mixed[lane->column] = column->track && column->track != track;
		column->track = mixed[lane->column] ? NULL : track;
	}
	g_free(mixed);
}

/* Cells from..to overlap one after the other: how many lanes they take together. */
static void share_lanes(GPtrArray *cells, guint from, guint to) {
	int count = 0;
	g_autoptr(GArray) ends = g_array_new(FALSE, TRUE, sizeof(int));
	for (guint i = from; i < to; i++) {
		LaneItem *cell = cells->pdata[i];
		int lane = 0;
		while (lane < count && g_array_index(ends, int, lane) > cell->start) {
			lane++;
		}
		if (lane == count) {
			count++;
			g_array_append_val(ends, cell->end);
		}
		g_array_index(ends, int, lane) = cell->end;
		cell->lane = lane;
	}
	for (guint i = from; i < to; i++) {
		((LaneItem *)cells->pdata[i])->lane_count = count;
	}
}

static void give_lanes(GArray *items, int column) {
	g_autoptr(GPtrArray) cells = g_ptr_array_new();
	for (guint i = 0; i < items->len; i++) {
		LaneItem *lane = &g_array_index(items, LaneItem, i);
		if (lane->column == column) {
			g_ptr_array_add(cells, lane);
		}
	}
	guint from = 0;
	int until = TIME_NONE;
	for (guint i = 0; i < cells->len; i++) {
		const LaneItem *cell = cells->pdata[i];
		if (i > from && cell->start >= until) {
			share_lanes(cells, from, i);
			from = i;
		}
		until = MAX(until, cell->end);
	}
	share_lanes(cells, from, cells->len);
}

/* Items are sorted by start. */
static gboolean runs_parallel(const GArray *items) {
	for (guint i = 0; i < items->len; i++) {
		const LaneItem *cell = &g_array_index(items, LaneItem, i);
		if (cell->column < 0) {
			continue;
		}
		for (guint j = i + 1; j < items->len; j++) {
			const LaneItem *later = &g_array_index(items, LaneItem, j);
			if (later->start >= cell->end) {
				break;
			}
			if (later->column >= 0 && later->column != cell->column &&
				later->item != cell->item) {
				return TRUE;
			}
		}
	}
	return FALSE;
}

static const Lanes *lanes_without(
	Arena *arena, const Event *event, int day, const Evening *evening) {
	Lanes *lanes = arena_new_of(arena, Lanes);
	g_autoptr(GArray) items = items_of_day(&event->days[day], evening);
	find_kinds(items);
	add_more_rooms(items);
	LaneColumn *columns = make_columns(arena, event, items, &lanes->column_count);
	g_array_sort(items, compare_items);
	find_tracks(columns, lanes->column_count, items);
	for (int c = 0; c < lanes->column_count; c++) {
		give_lanes(items, c);
	}
	join_columns(items);
	lanes->day = &event->days[day];
	lanes->columns = columns;
	lanes->start = lanes->end = TIME_NONE;
	for (guint i = 0; i < items->len; i++) {
		const LaneItem *lane = &g_array_index(items, LaneItem, i);
		lanes->start = lanes->start == TIME_NONE ? lane->start : lanes->start;
		lanes->end = MAX(lanes->end, lane->end);
	}
	lanes->parallel = runs_parallel(items);
	lanes->count = (int)items->len;
	lanes->items =
		items->len ? arena_memdup(arena, items->data, items->len * sizeof(LaneItem)) : NULL;
	return lanes;
}

const Lanes *lanes_of_day(Arena *arena, const Event *event, int day) {
	const Evening none = {.from = TIME_NONE};
	return lanes_without(arena, event, day, &none);
}

const Lanes *lanes_of_daytime(Arena *arena, const Event *event, int day) {
	Evening evening = evening_of_day(arena, event, day);
	return lanes_without(arena, event, day, &evening);
}

gboolean lanes_covers(const Lanes *lanes, const LaneItem *cell, const Room *room) {
	for (int i = 0; cell->column >= 0 && i < cell->column_count; i++) {
		if (lanes->columns[cell->column + i].room == room) {
			return TRUE;
		}
	}
	return FALSE;
}

gboolean lanes_make_grid(const Lanes *lanes) {
	return lanes->column_count > 1;
}

int lanes_longest(Arena *arena, const Event *event) {
	int longest = 0;
	for (int i = 0; i < event->day_count; i++) {
		const Lanes *lanes = lanes_of_daytime(arena, event, i);
		if (lanes_make_grid(lanes)) {
			int from = lanes->start / HALF_HOUR * HALF_HOUR;
			longest = MAX(longest, lanes->end - from);
		}
	}
	return longest;
}
