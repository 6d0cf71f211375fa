/* grid_report: every cell of a timetable that gives up words is named, with where they stand. */
#include "layout/grid.h"

static void report_cell(Grid *grid, const GridBox *box) {
	static const char *const lost[GRID_STEP_COUNT] = {[GRID_NO_CHAIR] = "its chair",
		[GRID_FIRST_NAME] = "its speakers in full",
		[GRID_SHORT_TITLE] = "its title and its speakers in full",
		[GRID_NO_NAMES] = "its title in full and its speakers",
		[GRID_CODE_ONLY] = "its title"};
	if (box->cell->kind != GRID_CELL || !lost[box->step]) {
		return;
	}
	const char *listed = grid->block->listed ? "the list behind it says it in full"
						 : "add the part `agenda`, which says it in full";
	gboolean helps = box->step >= GRID_SHORT_TITLE && !box->cell->short_title;
	diag_warning(grid->setter->diags, grid->each > 0 ? "poster-short" : "grid-short",
		box->cell->source,
		helps ? arena_printf(grid->setter->arena, "give it a `short_title`; %s", listed)
		      : listed,
		"the %s has no room for %s: \"%s\"",
		grid->each > 0 ? "agenda poster" : "timetable grid", lost[box->step],
		box->cell->title->text);
}

void grid_report(Grid *grid, const GridPages *pages, const Block *block) {
	if (pages->count == 0) {
		diag_warning(grid->setter->diags, "grid-left-out", block->source,
			"the agenda has all of it; a larger page holds more",
			"this day has more at once than a timetable grid can show");
	}
	for (int page = 0; page < pages->count; page++) {
		for (int i = 0; i < pages->box_counts[page]; i++) {
			report_cell(grid, &pages->boxes[page][i]);
		}
	}
}
