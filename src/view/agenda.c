/* agenda: rows in the order of the programme, then one sweep a level for gaps and overlaps. The
 * sweep is by start time; rows without one take no part in it. */
#include "view/agenda.h"

#include "view/anchor.h"

enum { MIDNIGHT = 24 * 60 };

static gboolean is_pause(const Item *item) {
	return item->kind == KIND_BREAK || item->kind == KIND_MEAL;
}

static void add_row(GArray *rows, const Item *item, int depth) {
	AgendaRow row = {.item = item, .depth = depth, .start = item->start, .end = item->end};
	if (row.start == TIME_NONE || (row.end != TIME_NONE && row.end < row.start)) {
		row.end = TIME_NONE; /* an end before its start says nothing */
	}
	row.pause = is_pause(item);
	row.past_midnight = row.start >= MIDNIGHT || row.end > MIDNIGHT;
	g_array_append_val(rows, row);
}

static int compare_starts(const void *one, const void *other) {
	const AgendaRow *left = *(AgendaRow *const *)one, *right = *(AgendaRow *const *)other;
	if (left->start != right->start) {
		return left->start < right->start ? -1 : 1;
	}
	return left < right ? -1 : left > right;
}

/* Do the two use one room? Rows without rooms do: there is only one. */
static gboolean same_room(const AgendaRow *one, const AgendaRow *other) {
	gboolean none = !one->item->room && !other->item->room;
	return none || item_shares_room(one->item, other->item);
}

/* `row` begins while `earlier` runs. */
static void note_parallel(AgendaRow *earlier, AgendaRow *row) {
	earlier->parallel = row->parallel = TRUE;
	if (same_room(earlier, row)) {
		earlier->clash = row->clash = TRUE;
	}
}

/* Rows still running at the start of `row` stay in `running`; the others leave it. */
static void meet_running(GPtrArray *running, AgendaRow *row) {
	for (guint i = 0; i < running->len;) {
		AgendaRow *earlier = running->pdata[i];
		if (earlier->end <= row->start) {
			g_ptr_array_remove_index_fast(running, i);
			continue;
		}
		note_parallel(earlier, row);
		i++;
	}
}

/* rows: of one level, AgendaRow *. since: when the level begins, TIME_NONE unknown. */
static void sweep(GPtrArray *rows, int since) {
	g_autoptr(GPtrArray) running = g_ptr_array_new();
	int ended = since; /* latest end so far */
	gboolean open = FALSE; /* a row whose end nobody knows: no gap can be told after it */
	g_ptr_array_sort(rows, compare_starts);
	for (guint i = 0; i < rows->len; i++) {
		AgendaRow *row = rows->pdata[i];
		meet_running(running, row);
		if (ended != TIME_NONE && ended > row->start) {
			int until = row->end == TIME_NONE ? ended : MIN(ended, row->end);
			row->overlap = until - row->start;
		} else if (ended != TIME_NONE && !open) {
			row->gap = row->start - ended;
		}
		if (row->end != TIME_NONE && row->end > row->start) {
			g_ptr_array_add(running, row);
		}
		open = row->end == TIME_NONE;
		ended = MAX(ended, row->end == TIME_NONE ? row->start : row->end);
	}
}

/* All timed rows at `depth` in rows from..to. */
static void sweep_level(GArray *rows, int from, int to, int depth) {
	g_autoptr(GPtrArray) level = g_ptr_array_new();
	for (int i = from; i < to; i++) {
		AgendaRow *row = &g_array_index(rows, AgendaRow, i);
		if (row->depth == depth && row->start != TIME_NONE) {
			g_ptr_array_add(level, row);
		}
	}
	int since = depth > 0 ? g_array_index(rows, AgendaRow, from - 1).start : TIME_NONE;
	sweep(level, since);
}

static GArray *rows_of_day(const Day *day) {
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(AgendaRow));
	for (int i = 0; i < day->item_count; i++) {
		const Item *item = day->items[i];
		add_row(rows, item, 0);
		int from = (int)rows->len;
		for (int j = 0; j < item->talk_count; j++) {
			add_row(rows, item->talks[j], 1);
		}
		if (item->talk_count > 0 && item->kind != KIND_POSTER_SESSION) {
			sweep_level(rows, from, (int)rows->len, 1);
		}
	}
	sweep_level(rows, 0, (int)rows->len, 0);
	return rows;
}

static void note_length(AgendaDay *day, const AgendaRow *row) {
	int length = row->end - row->start;
	if (length <= 0) {
		return;
	}
	day->longest = MAX(day->longest, length);
	day->shortest = day->shortest ? MIN(day->shortest, length) : length;
}

static void sum_row(AgendaDay *day, const AgendaRow *row) {
	day->talk_count += item_is_talk(row->item);
	day->page_count += item_has_page(row->item);
	if (row->start != TIME_NONE) {
		int end = row->end == TIME_NONE ? row->start : row->end;
		day->start = day->start == TIME_NONE ? row->start : MIN(day->start, row->start);
		day->end = MAX(day->end, end);
	}
	if (row->depth > 0) {
		return;
	}
	day->single_track = day->single_track && !row->parallel;
	if (row->start == TIME_NONE || row->end == TIME_NONE) {
		day->all_timed = FALSE;
	} else {
		note_length(day, row);
	}
}

static AgendaDay agenda_day(Arena *arena, const Day *of) {
	AgendaDay day = {.day = of,
		.anchor = anchor_of_day(arena, of->index),
		.start = TIME_NONE,
		.end = TIME_NONE,
		.single_track = TRUE,
		.all_timed = TRUE};
	g_autoptr(GArray) rows = rows_of_day(of);
	for (guint i = 0; i < rows->len; i++) {
		sum_row(&day, &g_array_index(rows, AgendaRow, i));
	}
	day.row_count = (int)rows->len;
	day.rows =
		rows->len ? arena_memdup(arena, rows->data, rows->len * sizeof(AgendaRow)) : NULL;
	return day;
}

const Agenda *agenda_new(Arena *arena, const Event *event) {
	Agenda *agenda = arena_new_of(arena, Agenda);
	AgendaDay *days = arena_array_of(arena, AgendaDay, MAX(event->day_count, 1));
	for (int i = 0; i < event->day_count; i++) {
		days[i] = agenda_day(arena, &event->days[i]);
		agenda->talk_count += days[i].talk_count;
		agenda->page_count += days[i].page_count;
	}
	agenda->day_count = event->day_count;
	agenda->days = days;
	return agenda;
}
