/* grid_tags: a day's timetable as one table, whatever pages it stands on: a row for all that begins
 * at a time, rooms as columns, in as many parts as things ever overlap in the room. A cell spans
 * the rows that begin before it ends. Where cells would overlap all the same, a row has one cell
 * with all that begins then. */
#include "layout/grid.h"

enum { HEAD_PARTS = 3 };

typedef struct TableTags {
	Grid *grid;
	const GridBlock *block;
	GridTagging *tagging;
	int row_count;
	int *rows; /* starts, ascending */
	int *firsts; /* by room: its first column; one more for the end */
	int *owners; /* row * columns + column -> cell, -1 = none */
} TableTags;

static int column_total(const TableTags *table) {
	return table->firsts[table->block->column_count];
}

static void find_rows(TableTags *table) {
	const GridBlock *block = table->block;
	table->rows = arena_array_of(table->grid->setter->arena, int, block->cell_count + 1);
	for (int i = 0; i < block->cell_count; i++) {
		if (i == 0 || block->cells[i].start != block->cells[i - 1].start) {
			table->rows[table->row_count++] = block->cells[i].start;
		}
	}
}

static void find_columns(TableTags *table) {
	const GridBlock *block = table->block;
	Arena *arena = table->grid->setter->arena;
	table->firsts = arena_array_of(arena, int, block->column_count + 1);
	for (int room = 0; room < block->column_count; room++) {
		int lanes = 1;
		for (int i = 0; i < block->cell_count; i++) {
			const GridCell *cell = &block->cells[i];
			if (cell->kind == GRID_CELL && cell->column == room) {
				lanes = MAX(lanes, cell->lane_count);
			}
		}
		table->firsts[room + 1] = table->firsts[room] + lanes;
	}
}

/* The columns of a cell. */
static void cell_columns(const TableTags *table, const GridCell *cell, int *from, int *to) {
	if (cell->kind != GRID_CELL) {
		*from = 0;
		*to = column_total(table);
		return;
	}
	int first = table->firsts[cell->column];
	if (cell->column_count > 1) {
		*from = first;
		*to = table->firsts[cell->column + cell->column_count];
		return;
	}
	int lanes = table->firsts[cell->column + 1] - first, parts = MAX(cell->lane_count, 1);
	*from = first + cell->lane * lanes / parts;
	*to = MAX(first + (cell->lane + 1) * lanes / parts, *from + 1);
}

/* Rows from that of the cell's start. */
static int cell_rows(const TableTags *table, const GridCell *cell, int row) {
	int count = 1;
	while (row + count < table->row_count && table->rows[row + count] < cell->end) {
		count++;
	}
	return count;
}

/* FALSE when two cells want the same place. */
static gboolean take_places(const TableTags *table) {
	int columns = column_total(table), row = -1;
	for (int i = 0; i < table->block->cell_count; i++) {
		const GridCell *cell = &table->block->cells[i];
		row += row < 0 || table->rows[row] != cell->start;
		int from, to, rows = cell_rows(table, cell, row);
		cell_columns(table, cell, &from, &to);
		for (int at = 0; at < rows * (to - from); at++) {
			int *owner = &table->owners[(row + at / (to - from)) * columns + from +
				at % (to - from)];
			if (*owner >= 0) {
				return FALSE;
			}
			*owner = i;
		}
	}
	return TRUE;
}

static void tag_words(const TableTags *table, int number) {
	TagBuilder *builder = table->grid->setter->tags;
	const GridCell *cell = &table->block->cells[number];
	GridTags *tags = &table->tagging->cells[number];
	if (cell->title->language) {
		tag_set_language(builder, tags->cell, cell->title->language);
	}
	tags->place = TAG_ARTIFACT;
	/* What is printed of the time becomes day, hours and room; else the title says them. */
	gboolean says = cell->kind == GRID_CELL && (cell->code || !cell->timed);
	if (says) {
		tags->place = tag_leaf(builder, TAG_SPAN, 0);
		tag_set_actual(builder, tags->place,
			cell->code ? arena_printf(table->grid->setter->arena, "%s, %s",
					     cell->code->text, cell->place)
				   : cell->place);
	}
	tags->title = tag_leaf(builder, TAG_PARAGRAPH, 0);
	if (!says) {
		tag_set_actual(builder, tags->title,
			arena_printf(table->grid->setter->arena, "%s, %s", cell->title->text,
				cell->place));
	}
	tags->names = tag_leaf(builder, TAG_PARAGRAPH, 0);
	/* And of the chair. */
	for (int i = 0; i < cell->name_count + (cell->also != NULL); i++) {
		tag_leaf(builder, TAG_PARAGRAPH, 0);
	}
	tags->page = tag_leaf(builder, TAG_REFERENCE, 0);
}

static void tag_cell(const TableTags *table, TagKind kind, int number, int row) {
	TagBuilder *builder = table->grid->setter->tags;
	const GridCell *cell = &table->block->cells[number];
	int tag = table->tagging->cells[number].cell = tag_open(builder, kind, 0);
	if (kind == TAG_CELL) {
		int from, to;
		cell_columns(table, cell, &from, &to);
		tag_set_spans(builder, tag, cell_rows(table, cell, row), to - from);
	}
	tag_words(table, number);
	tag_close(builder);
}

/* Opens a row with the time that begins it. */
static void open_row(const TableTags *table, int start) {
	TagBuilder *builder = table->grid->setter->tags;
	tag_open(builder, TAG_ROW, 0);
	int head = tag_leaf(builder, TAG_HEADER_CELL, TAG_SCOPE_ROW);
	for (int i = 0; i < table->block->tick_count; i++) {
		if (table->block->ticks[i].time == start) {
			table->tagging->times[i] = head;
			return;
		}
	}
}

/* What begins in a row, and the places between that nothing takes. */
static void tag_row(const TableTags *table, int row) {
	int columns = column_total(table);
	const int *owners = &table->owners[row * columns];
	open_row(table, table->rows[row]);
	for (int column = 0; column < columns; column++) {
		int owner = owners[column];
		if (owner < 0) {
			tag_leaf(table->grid->setter->tags, TAG_CELL, 0);
		} else if (table->block->cells[owner].start == table->rows[row] &&
			(column == 0 || owners[column - 1] != owner)) {
			tag_cell(table, TAG_CELL, owner, row);
		}
	}
	tag_close(table->grid->setter->tags);
}

/* All that begins in a row in one cell. */
static void tag_plain_row(const TableTags *table, int row) {
	TagBuilder *builder = table->grid->setter->tags;
	open_row(table, table->rows[row]);
	int all = tag_open(builder, TAG_CELL, 0);
	tag_set_spans(builder, all, 1, column_total(table));
	for (int i = 0; i < table->block->cell_count; i++) {
		if (table->block->cells[i].start == table->rows[row]) {
			tag_cell(table, TAG_SECTION, i, row);
		}
	}
	tag_close(builder);
	tag_close(builder);
}

static void tag_heads(const TableTags *table) {
	TagBuilder *builder = table->grid->setter->tags;
	tag_open(builder, TAG_ROW, 0);
	tag_leaf(builder, TAG_HEADER_CELL, TAG_SCOPE_COLUMN);
	for (int i = 0; i < table->block->column_count; i++) {
		int head = tag_open(builder, TAG_HEADER_CELL, TAG_SCOPE_COLUMN);
		tag_set_spans(builder, head, 1, table->firsts[i + 1] - table->firsts[i]);
		table->tagging->heads[i] = tag_leaf(builder, TAG_PARAGRAPH, 0);
		for (int part = 1; part < HEAD_PARTS; part++) {
			tag_leaf(builder, TAG_PARAGRAPH, 0);
		}
		tag_close(builder);
	}
	tag_close(builder);
}

GridTagging grid_tag(Grid *grid) {
	Arena *arena = grid->setter->arena;
	const GridBlock *block = grid->block;
	GridTagging tagging = {.heads = arena_array_of(arena, int, block->column_count),
		.times = arena_array_of(arena, int, block->tick_count + 1),
		.cells = arena_array_of(arena, GridTags, block->cell_count + 1)};
	for (int i = 0; i < block->tick_count; i++) {
		tagging.times[i] = TAG_ARTIFACT;
	}
	TableTags table = {.grid = grid, .block = block, .tagging = &tagging};
	find_rows(&table);
	find_columns(&table);
	int places = table.row_count * column_total(&table);
	table.owners = arena_array_of(arena, int, places + 1);
	for (int i = 0; i < places; i++) {
		table.owners[i] = -1;
	}
	gboolean apart = take_places(&table);
	/* The label over the times is all that is printed of a heading. */
	tagging.label = TAG_ARTIFACT;
	if (block->heading) {
		tagging.label = tag_leaf(grid->setter->tags, TAG_HEADING, 2);
		tag_set_actual(grid->setter->tags, tagging.label, block->heading);
	}
	tag_open(grid->setter->tags, TAG_TABLE, 0);
	tag_heads(&table);
	for (int row = 0; row < table.row_count; row++) {
		if (apart) {
			tag_row(&table, row);
		} else {
			tag_plain_row(&table, row);
		}
	}
	tag_close(grid->setter->tags);
	return tagging;
}
