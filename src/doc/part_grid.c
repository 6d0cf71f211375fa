/* part_grid: a day's timetable by rooms: every cell with what it says in full and what it says
 * where room is short. Which of it stands on the page is layout's to choose. */
#include <string.h>

#include "doc/grid_names.h"
#include "view/lanes.h"

enum { HOUR = 60, HALF_HOUR = 30, DAY_MINUTES = 1440 };

static gboolean is_chosen(const Part *part) {
	return part->span.file >= 0;
}

static const Part *grid_part(const Event *event) {
	for (int i = 0; i < event->print.part_count; i++) {
		if (event->print.parts[i].kind == PART_GRID) {
			return &event->print.parts[i];
		}
	}
	return NULL;
}

/* By default only days on which one must choose; where it is asked for, all that have rooms. */
static gboolean is_printed(const Part *part, const Lanes *lanes) {
	return lanes_make_grid(lanes) && (lanes->parallel || is_chosen(part));
}

/* Nothing as small as its cells stands in the editions for other readers. */
gboolean part_grid_has_day(const Compose *compose, int day) {
	const Part *part = grid_part(compose->event);
	return part && compose->edition == BOOK_USUAL &&
		is_printed(part, lanes_of_daytime(compose->arena, compose->event, day));
}

/* --- texts ---------------------------------------------------------------------------------- */

static const char *hours_of(const Compose *compose, const LaneItem *lane) {
	g_autofree char *text = lane->end_known
		? time_format_range(&compose->time_form, lane->start, lane->end, TRUE)
		: time_format(&compose->time_form, lane->start);
	return arena_strdup(compose->arena, text);
}

/* "9:00–9:45, Aula" */
static const char *hours_and_room(const Compose *compose, const LaneItem *lane) {
	const char *rooms = part_rooms(compose, lane->item);
	const char *hours = hours_of(compose, lane);
	return rooms ? arena_printf(compose->arena, "%s%s%s", hours,
			       part_separator(compose, WORD_LIST_COMMA), rooms)
		     : hours;
}

static const Inline *time_of(const Compose *compose, const LaneItem *lane) {
	if (lane->kind != LANE_CELL) {
		return part_text(compose, hours_and_room(compose, lane));
	}
	g_autofree char *time = time_format_plain(&compose->time_form, lane->start);
	return part_text(compose, time);
}

/* The talk's page, or that of the session's first talk. */
static const char *page_target(const Compose *compose, const Item *of) {
	const Item *item = item_main(of);
	if (item_has_page(item)) {
		return anchor_of_talk(compose->arena, item);
	}
	for (int i = 0; i < item->talk_count; i++) {
		if (item_has_page(item->talks[i])) {
			return anchor_of_talk(compose->arena, item->talks[i]);
		}
	}
	return NULL;
}

static const Inline *short_title(const Compose *compose, const Item *item) {
	const char *text = item->title.text ? item_short_title(compose->arena, item) : NULL;
	return text && strcmp(text, item->title.text) != 0 ? part_short_title(compose, item) : NULL;
}

static void add_targets(const Compose *compose, const Item *item, GridCell *cell) {
	const char *page = compose->talk_targets ? page_target(compose, item) : NULL;
	page = page ? page : part_item_page(compose, item);
	cell->target = page ? page : part_item_target(compose, item);
	if (page) {
		InlineBuilder *builder = inline_builder_new(compose->arena);
		inline_add_page_slot(builder, page, -1);
		cell->page = inline_builder_end(builder, NULL, item->span);
	}
}

/* "also Court": the rooms beside which the cell does not stand. */
static const Inline *other_rooms(const Compose *compose, const Lanes *lanes, const LaneItem *lane) {
	const Item *item = lane->item;
	const char *names = NULL;
	for (int i = 0; i < item_room_count(item); i++) {
		const Room *room = item_room(item, i);
		if (lanes_covers(lanes, lane, room)) {
			continue;
		}
		const char *comma = part_separator(compose, WORD_LIST_COMMA);
		names = names
			? arena_printf(compose->arena, "%s%s%s", names, comma, room->name.text)
			: room->name.text;
	}
	const char *text = lang_format(
		compose->arena, compose->lang, WORD_ALSO_AT, "time", names ? names : "", NULL);
	return names ? part_role_text(compose, text, STYLE_GRID_TIME) : NULL;
}

static GridCell cell_of(const Compose *compose, const Lanes *lanes, const LaneItem *lane) {
	static const GridKind kinds[] = {[LANE_CELL] = GRID_CELL,
		[LANE_PLENARY] = GRID_PLENARY,
		[LANE_PAUSE] = GRID_PAUSE,
		[LANE_ASIDE] = GRID_ASIDE};
	const Item *item = lane->item;
	gboolean missing;
	GridCell cell = {.kind = kinds[lane->kind],
		.start = lane->start,
		.end = lane->end,
		.column = lane->column,
		.column_count = lane->column_count,
		.lane = lane->lane,
		.lane_count = lane->lane_count,
		.track = item->track ? item->track->index : -1,
		.id = item->id,
		.code = item->code.text ? part_text(compose, item->code.text) : NULL,
		.time = time_of(compose, lane),
		.title = part_title(compose, item, &missing),
		.short_title = short_title(compose, item),
		.source = item->span};
	cell.place = arena_printf(compose->arena, "%s%s%s",
		part_date(compose, compose->lang->date_medium, item->day),
		part_separator(compose, WORD_LIST_COMMA), hours_and_room(compose, lane));
	add_targets(compose, item, &cell);
	cell.also = lane->again ? other_rooms(compose, lanes, lane) : NULL;
	grid_add_names(compose, item, &cell);
	return cell;
}

/* --- heads and times -------------------------------------------------------------------------- */

static GridColumn column_of(const Compose *compose, const LaneColumn *lane) {
	const Room *room = lane->room;
	const Track *track = lane->track;
	GridColumn column = {.track = track ? track->index : -1};
	const char *letter = track ? track->letter.text : room ? room->letter.text : NULL;
	const char *note = track ? track->name.text : room ? room->floor.text : NULL;
	column.letter = letter ? part_text(compose, letter) : NULL;
	column.name = part_text(compose, room ? room->name.text : "\xe2\x80\x93");
	if (room && compose->room_targets) {
		column.name = part_overlay(compose, column.name,
			(InlineSpan){.end = column.name->length,
				.role = -1,
				.target = anchor_of_room(compose->arena, room)});
	}
	column.note = note ? part_text(compose, note) : NULL;
	return column;
}

static int compare_ints(const void *one, const void *other) {
	int left = *(const int *)one, right = *(const int *)other;
	return left < right ? -1 : left > right;
}

static gboolean begins_at(const Lanes *lanes, int time) {
	for (int i = 0; i < lanes->count; i++) {
		if (lanes->items[i].start == time) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Full hours, and all times at which something begins or the day ends. */
static void add_ticks(const Compose *compose, const Lanes *lanes, GridBlock *grid) {
	g_autoptr(GArray) times = g_array_new(FALSE, FALSE, sizeof(int));
	for (int hour = (grid->from + HOUR - 1) / HOUR * HOUR; hour <= grid->to; hour += HOUR) {
		g_array_append_val(times, hour);
	}
	for (int i = 0; i < lanes->count; i++) {
		g_array_append_val(times, lanes->items[i].start);
	}
	g_array_append_val(times, grid->to);
	g_array_sort(times, compare_ints);
	GridTick *ticks = arena_array_of(compose->arena, GridTick, (int)times->len);
	int before = TIME_NONE;
	for (guint i = 0; i < times->len; i++) {
		int time = g_array_index(times, int, i);
		if (time != before) {
			ticks[grid->tick_count++] = (GridTick){.time = time,
				.hour = time % HOUR == 0,
				.begins = begins_at(lanes, time),
				.label = part_hour(compose, time, before)};
		}
		before = time;
	}
	grid->ticks = ticks;
}

/* "Mon 14 Jun", below it the zone. */
static const Inline *head_label(const Compose *compose, int day) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	const char *zone = part_zone_short(compose, day);
	inline_add(builder, part_date(compose, compose->lang->date_tab, day));
	if (zone) {
		inline_add_span(builder,
			arena_printf(compose->arena, "\xe2\x80\xa8%s", zone), /* a new line */
			(InlineSpan){.role = STYLE_GRID_HEAD_NOTE});
	}
	return inline_builder_end(builder, NULL, SPAN_NONE);
}

static void add_midnight(const Compose *compose, int day, GridBlock *grid) {
	if (grid->from >= DAY_MINUTES || grid->to <= DAY_MINUTES) {
		return;
	}
	const Event *event = compose->event;
	Date date = date_add_days(event->days[day].date, 1);
	g_autofree char *next =
		locale_format_date(event->language, compose->lang->date_medium, date);
	grid->midnight = part_word(compose, WORD_MIDNIGHT);
	grid->midnight_day = part_text(compose, next);
}

/* --- the part ----------------------------------------------------------------------------- */

static GridBlock *grid_block(const Compose *compose, const Lanes *lanes, int longest) {
	GridBlock *grid = arena_new_of(compose->arena, GridBlock);
	GridCell *cells = arena_array_of(compose->arena, GridCell, lanes->count);
	GridColumn *columns = arena_array_of(compose->arena, GridColumn, lanes->column_count);
	int day = lanes->day->index;
	for (int i = 0; i < lanes->count; i++) {
		cells[i] = cell_of(compose, lanes, &lanes->items[i]);
		grid->tracked = grid->tracked || cells[i].track >= 0;
	}
	for (int i = 0; i < lanes->column_count; i++) {
		columns[i] = column_of(compose, &lanes->columns[i]);
	}
	grid->cell_count = lanes->count;
	grid->cells = cells;
	grid->column_count = lanes->column_count;
	grid->columns = columns;
	grid->from = lanes->start / HALF_HOUR * HALF_HOUR;
	grid->to = lanes->end;
	grid->longest = longest;
	grid->listed =
		part_is_printed(compose, PART_AGENDA) || part_is_printed(compose, PART_SESSIONS);
	grid->label = head_label(compose, day);
	grid->notes = part_word(compose, WORD_NOTES);
	grid->continued =
		part_role_text(compose, lang_word(compose->lang, WORD_CONTINUED), STYLE_GRID_TIME);
	add_ticks(compose, lanes, grid);
	add_midnight(compose, day, grid);
	return grid;
}

const GridBlock *part_grid_sheet(const Compose *compose, int day) {
	const Lanes *lanes = lanes_of_day(compose->arena, compose->event, day);
	if (!lanes_make_grid(lanes) || !lanes->parallel) {
		return NULL;
	}
	int longest = lanes_longest(compose->arena, compose->event);
	int own = lanes->end - lanes->start / HALF_HOUR * HALF_HOUR;
	GridBlock *grid = grid_block(compose, lanes, MAX(longest, own));
	GridCell *cells = arena_memdup(
		compose->arena, grid->cells, sizeof(GridCell) * (size_t)MAX(grid->cell_count, 1));
	for (int i = 0; i < grid->cell_count; i++) {
		cells[i].target = NULL;
	}
	const char *zone = part_zone_short(compose, day);
	grid->cells = cells;
	grid->label = zone ? part_text(compose, zone) : NULL;
	return grid;
}

/* "Rooms and times, Monday 14 June 2027" */
static const char *grid_name(const Compose *compose, int day) {
	const Part *part = grid_part(compose->event);
	const char *title =
		part->title.text ? part->title.text : lang_word(compose->lang, WORD_GRID);
	return arena_printf(compose->arena, "%s%s%s", title,
		part_separator(compose, WORD_LIST_COMMA),
		part_date(compose, compose->lang->date_medium, day));
}

static const Block *grid_day(const Compose *compose, const Lanes *lanes, GridBlock *grid) {
	int day = lanes->day->index;
	const char *name = grid_name(compose, day), *zone = part_zone_short(compose, day);
	Block *group = part_page(compose, "grid", START_PAGE);
	grid->heading = zone ? arena_printf(compose->arena, "%s (%s)", name, zone) : name;
	group->anchor = anchor_of_grid(compose->arena, day);
	group->outline = name;
	group->foot = part_text(compose, name);
	group->tab = part_day_tab(compose, day);
	grid->behind = part_evening(compose, day, &grid->behind_wanted);
	Block *block = block_new(compose->arena, BLOCK_GRID);
	block->as.grid = grid;
	block->source = lanes->day->span;
	const Block *child = block;
	part_set_children(compose, group, &child, 1);
	return group;
}

void part_grid(const Compose *compose, BlockList *list) {
	const Event *event = compose->event;
	int longest = lanes_longest(compose->arena, event);
	for (int i = 0; i < event->day_count; i++) {
		if (part_grid_has_day(compose, i)) {
			const Lanes *lanes = lanes_of_daytime(compose->arena, event, i);
			block_list_add(list,
				grid_day(compose, lanes, grid_block(compose, lanes, longest)));
		}
	}
}
