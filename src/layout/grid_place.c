/* grid_place: what stands where across the page: columns are shared out over sheets, cells and
 * bands get their places in them. */
#include <stdlib.h>

#include "layout/grid.h"

enum { MIDNIGHT = 24 * 60 };

/* mm on A5 */
static const double TIMES = 12, GAP = 1.6, COLUMN_LEAST = 29, TEXT_START = 2.2,
		    TEXT_START_PATTERN = 2.5, TEXT_START_SECOND = 2.9, TEXT_END = 0.9;
/* pt */
static const double LANE_GAP = 0.7;

static void share_columns(Grid *grid) {
	Setter *setter = grid->setter;
	int count = grid->block->column_count;
	Len room = setter->format.live_width - grid_mm(grid, TIMES) - grid->gap;
	int most = MAX((room + grid->gap) / (grid_mm(grid, COLUMN_LEAST) + grid->gap), 1);
	most = grid->each > 0 ? grid->each : most;
	int sheets = (count + most - 1) / most;
	/* Two pages share evenly, so do sheets; more pages have full ones first, so that all
	 * columns are alike. */
	int each = sheets <= 2 || grid->each > 0 ? (count + sheets - 1) / sheets : most;
	grid->sheet_count = sheets;
	grid->sheets = arena_array_of(setter->arena, GridSheet, sheets);
	for (int i = 0; i < sheets; i++) {
		gboolean facing = sheets > 1 && grid->each == 0;
		grid->sheets[i] = (GridSheet){.first = i * each,
			.count = MIN(each, count - i * each),
			.times_at_end = facing && i % 2 == 1,
			.in_spread = facing};
	}
	grid->column_width = (room - (each - 1) * grid->gap) / each;
}

Column grid_times_column(const Grid *grid, const GridSheet *sheet) {
	Len live = grid->setter->format.live_width;
	return (Column){sheet->times_at_end ? live - grid->time_width : 0, grid->time_width};
}

Column grid_room_column(const Grid *grid, const GridSheet *sheet, int column) {
	Len start = sheet->times_at_end ? 0 : grid->time_width + grid->gap;
	return (Column){start + (column - sheet->first) * (grid->column_width + grid->gap),
		grid->column_width};
}

Column grid_rooms_column(const Grid *grid, const GridSheet *sheet) {
	Len start = sheet->times_at_end ? 0 : grid->time_width + grid->gap;
	return (Column){start, grid->setter->format.live_width - grid->time_width - grid->gap};
}

Column grid_band_column(const Grid *grid, const GridSheet *sheet) {
	Column column = grid_rooms_column(grid, sheet);
	Len inner = sheet->in_spread ? grid->setter->format.inner : 0;
	column.x -= sheet->times_at_end ? inner : 0;
	column.width += inner;
	return column;
}

/* --- boxes ------------------------------------------------------------------------------------ */

static int compare_ints(const void *one, const void *other) {
	int left = *(const int *)one, right = *(const int *)other;
	return left < right ? -1 : left > right;
}

static void find_times(Grid *grid) {
	const GridBlock *block = grid->block;
	int *times = arena_array_of(grid->setter->arena, int, 2 * block->cell_count + 3);
	int count = 0, kept = 0;
	times[count++] = block->from;
	times[count++] = block->to;
	if (block->midnight) {
		times[count++] = MIDNIGHT;
	}
	for (int i = 0; i < block->cell_count; i++) {
		times[count++] = block->cells[i].start;
		times[count++] = block->cells[i].end;
	}
	qsort(times, (gsize)count, sizeof *times, compare_ints);
	for (int i = 0; i < count; i++) {
		if (kept == 0 || times[kept - 1] != times[i]) {
			times[kept++] = times[i];
		}
	}
	grid->times = times;
	grid->time_count = kept;
}

int grid_time_index(const Grid *grid, int time) {
	const int *found =
		bsearch(&time, grid->times, (gsize)grid->time_count, sizeof time, compare_ints);
	g_assert(found);
	return (int)(found - grid->times);
}

/* Beside the widest bar that the track's cells have. */
static double text_start(const Grid *grid, int track) {
	if (!grid->setter->theme->outlined) {
		return TEXT_START;
	}
	gboolean second = track >= TRACK_SERIES && track < TRACK_COLOURS;
	return second ? TEXT_START_SECOND : TEXT_START_PATTERN;
}

Column grid_within(const Grid *grid, Column area, int track) {
	Len start = grid_mm(grid, text_start(grid, track));
	return (Column){area.x + start, area.width - start - grid_mm(grid, TEXT_END)};
}

static Column lane_column(const Grid *grid, const GridCell *cell, Column column) {
	Len gap = grid_pt(grid, LANE_GAP);
	Len width = (column.width - (cell->lane_count - 1) * gap) / cell->lane_count;
	return (Column){column.x + cell->lane * (width + gap), width};
}

static int sheet_of_column(const Grid *grid, int column) {
	int sheet = 0;
	while (column >= grid->sheets[sheet].first + grid->sheets[sheet].count) {
		sheet++;
	}
	return sheet;
}

static void add_box(Grid *grid, int number, int sheet, Column area) {
	const GridCell *cell = &grid->block->cells[number];
	GridBox *box = &grid->boxes[grid->box_count++];
	*box = (GridBox){.cell = cell,
		.number = number,
		.sheet = sheet,
		.from = grid_time_index(grid, cell->start),
		.to = grid_time_index(grid, cell->end),
		.area = area,
		.words = grid_within(grid, area, cell->track),
		.needs = arena_array_of(grid->setter->arena, Len, GRID_STEP_COUNT)};
	for (int step = 0; step < GRID_STEP_COUNT; step++) {
		box->needs[step] = -1;
	}
}

/* Does a cell stand in the column between the times? */
static gboolean is_covered(const Grid *grid, int from, int to, int column) {
	for (int i = 0; i < grid->block->cell_count; i++) {
		const GridCell *cell = &grid->block->cells[i];
		if (cell->kind == GRID_CELL && column >= cell->column &&
			column < cell->column + cell->column_count && cell->start < to &&
			cell->end > from) {
			return TRUE;
		}
	}
	return FALSE;
}

Column grid_free_columns(const Grid *grid, const GridSheet *sheet, int from, int to) {
	int best = 0, most = 0, run = 0;
	for (int i = 0; i < sheet->count; i++) {
		run = is_covered(grid, from, to, sheet->first + i) ? 0 : run + 1;
		if (run > most) {
			most = run;
			best = i - run + 1;
		}
	}
	if (most == sheet->count) {
		return grid_rooms_column(grid, sheet);
	}
	Column column = grid_room_column(grid, sheet, sheet->first + best);
	column.width = MAX(most * (grid->column_width + grid->gap) - grid->gap, 0);
	return column;
}

/* The words of a band stand where no cell covers it. */
static void place_band_words(Grid *grid, GridBox *box) {
	const GridSheet *sheet = &grid->sheets[box->sheet];
	Column free = grid_free_columns(grid, sheet, box->cell->start, box->cell->end);
	box->covered = free.width == 0;
	if (!box->covered) {
		box->words = grid_within(grid, free, -1);
	}
}

/* One on every sheet that has columns of the cell. */
static void add_cell_boxes(Grid *grid, int number) {
	const GridCell *cell = &grid->block->cells[number];
	int last = cell->column + cell->column_count - 1;
	for (int from = cell->column; from <= last;) {
		int at = sheet_of_column(grid, from);
		const GridSheet *sheet = &grid->sheets[at];
		int to = MIN(last, sheet->first + sheet->count - 1);
		Column column = grid_room_column(grid, sheet, from);
		column.width += (to - from) * (grid->column_width + grid->gap);
		add_box(grid, number, at, lane_column(grid, cell, column));
		from = to + 1;
	}
}

static void make_boxes(Grid *grid) {
	const GridBlock *block = grid->block;
	grid->boxes = arena_array_of(
		grid->setter->arena, GridBox, block->cell_count * grid->sheet_count + 1);
	for (int i = 0; i < block->cell_count; i++) {
		const GridCell *cell = &block->cells[i];
		if (cell->kind == GRID_CELL) {
			add_cell_boxes(grid, i);
			continue;
		}
		for (int sheet = 0; sheet < grid->sheet_count; sheet++) {
			add_box(grid, i, sheet, grid_band_column(grid, &grid->sheets[sheet]));
			place_band_words(grid, &grid->boxes[grid->box_count - 1]);
		}
	}
}

void grid_place(Grid *grid) {
	grid->time_width = grid_mm(grid, TIMES);
	grid->gap = grid_mm(grid, GAP);
	share_columns(grid);
	find_times(grid);
	make_boxes(grid);
}
