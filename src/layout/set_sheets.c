/* set_sheets: draws a day's agenda on sheets for the wall: its rows in the columns that
 * timeline_columns.c has given them, a box a sheet. Every sheet but the last says at its foot which
 * zone the times are in; on the last the close says it. */
#include "layout/timeline.h"

typedef struct Sheets {
	Setter *setter;
	const TimelineBlock *timeline;
	const Row *rows;
	Format whole; /* setter->format is that of a column */
	Len column_width, gap;
} Sheets;

/* The grid of one of so many columns. */
static Format column_format(const Format *whole, int columns, Len gap) {
	Format format = *whole;
	format.live_width = (whole->live_width - (columns - 1) * gap) / columns;
	format.text_width = format.live_width - format.text_x;
	return format;
}

/* Distance of a column's left edge from the live area's. */
static Len column_left(const Sheets *sheets, int column) {
	Len x = column * (sheets->column_width + sheets->gap);
	return sheets->setter->composition->rtl
		? sheets->whole.live_width - x - sheets->column_width
		: x;
}

/* Rows from..to below each other; returns their height. */
static Len add_column(const Sheets *sheets, BoxBuilder *box, int from, int to) {
	Setter *setter = sheets->setter;
	VList list;
	vlist_init(&list, setter->arena);
	for (int i = from; i < to; i++) {
		timeline_add_row(setter, &list, &sheets->rows[i]);
	}
	guint before = box->items->len;
	box_add_vlist(box, &list, 0, vlist_count(&list), 0);
	Len left = column_left(sheets, sheets->rows[from].column % MAX(setter->columns, 1));
	for (guint i = before; i < box->items->len; i++) {
		PageItem *item = &g_array_index(box->items, PageItem, i);
		*item = page_item_moved(*item, left, 0);
	}
	Len height = vlist_height(&list, 0, vlist_count(&list));
	vlist_finish(&list);
	return height;
}

/* The zone, where the sheet ends; returns the height with it. */
static Len add_zone(const Sheets *sheets, BoxBuilder *box, Len room) {
	Setter *setter = sheets->setter;
	const Format column = setter->format;
	setter->format = sheets->whole;
	VList note;
	vlist_init(&note, setter->arena);
	set_text(setter, &note,
		(Words){STYLE_AGENDA_AFFILIATION, sheets->timeline->note,
			setter_text_column(setter), TAG_ARTIFACT});
	Len top = room + setter->format.line / 2;
	box_add_vlist(box, &note, 0, vlist_count(&note), top);
	Len height = top + vlist_height(&note, 0, vlist_count(&note));
	vlist_finish(&note);
	setter->format = column;
	return height;
}

/* Adds the sheet that begins with a row; returns the first row of the next. */
static int add_sheet(const Sheets *sheets, VList *list, int row, Len room) {
	Setter *setter = sheets->setter;
	int count = sheets->timeline->slot_count, of_sheet = MAX(setter->columns, 1);
	int sheet = sheets->rows[row].column / of_sheet;
	BoxBuilder box;
	box_init(&box, setter->arena);
	Len height = 0;
	while (row < count && sheets->rows[row].column / of_sheet == sheet) {
		int to = row + 1;
		while (to < count && sheets->rows[to].column == sheets->rows[row].column) {
			to++;
		}
		Len column = add_column(sheets, &box, row, to);
		height = MAX(height, column);
		row = to;
	}
	if (row < count && sheets->timeline->note) {
		height = add_zone(sheets, &box, MAX(height, room));
	}
	box_end(&box, list, height);
	return row;
}

/* Height that the note of a sheet takes. */
static Len zone_height(Setter *setter, const TimelineBlock *timeline) {
	return timeline->note
		? setter->format.line / 2 + setter_style(setter, STYLE_AGENDA_AFFILIATION)->leading
		: 0;
}

static Row *new_rows(Setter *setter, const TimelineBlock *timeline) {
	Row *rows = arena_array_of(setter->arena, Row, timeline->slot_count);
	for (int i = 0; i < timeline->slot_count; i++) {
		rows[i].slot = &timeline->slots[i];
	}
	return rows;
}

/* Fits the day to one sheet, or, with room for the zone's note, to several. */
static void fit(Setter *setter, Row *rows, const TimelineBlock *timeline) {
	timeline_fit_poster(setter, rows, timeline);
	int last = timeline->slot_count - 1;
	if (rows[last].column >= MAX(setter->columns, 1)) {
		setter->room -= zone_height(setter, timeline);
		setter->room_next -= zone_height(setter, timeline);
		timeline_fit_poster(setter, rows, timeline);
	}
}

void set_timeline_sheets(Setter *setter, VList *list, const TimelineBlock *timeline) {
	enum { NEXT_SHEET = -9000 };
	if (timeline->slot_count == 0) {
		return;
	}
	Len room = setter->room;
	VItem head = timeline_repeated_head(setter, timeline);
	Sheets sheets = {.setter = setter,
		.timeline = timeline,
		.whole = setter->format,
		.gap = 3 * setter->format.gutter / 2};
	setter->format = column_format(&sheets.whole, MAX(setter->columns, 1), sheets.gap);
	setter->room_next = setter->format.line * setter->format.line_count - head.height;
	sheets.column_width = setter->format.live_width;
	Row *rows = new_rows(setter, timeline);
	fit(setter, rows, timeline);
	sheets.rows = rows;
	tag_open(setter->tags, TAG_TABLE, 0);
	int next = add_sheet(&sheets, list, 0, setter->room);
	if (next < timeline->slot_count) {
		vlist_add(list, head);
	}
	while (next < timeline->slot_count) {
		vlist_add_penalty(list, NEXT_SHEET);
		next = add_sheet(&sheets, list, next, setter->room_next);
	}
	tag_close(setter->tags);
	vlist_add(list, (VItem){.kind = V_REPEAT});
	setter->format = sheets.whole;
	setter->room = room;
}
