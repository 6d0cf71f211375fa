/* grid_scale: where on the page a minute of the day stands. True to scale at one of five steps
 * while every cell fits; else elastic: an even scale that busy stretches exceed by what their cells
 * need, as large as the page allows (the longest path through the times, under a rate found by
 * bisection). What does not fit even so gives up words, as few cells as possible; a day of which
 * too much would be lost, or that no page holds, is broken where no cell is cut. */
#include <string.h>

#include "layout/grid.h"

enum { MIDNIGHT = 24 * 60, HOUR = 60, STRETCHES_MOST = 12, RESTORE_MOST = 1500 };

/* pt an hour; the smallest that anything may have. */
static const double SCALES[] = {60, 54, 48, 42, 36};
static const double IDLE = 6;
/* Sheets for the wall are filled up to this. */
static const double WALL = 120;
/* Share of shortened titles, 1/1000, from which a second page is worth it, and cutting cells. */
enum { SHORTENED_MOST = 20, CUT_LEAST = 100 };

/* One stretch of the day being fitted. */
typedef struct Fit {
	Grid *grid;
	GridBox *boxes; /* ends clipped to the stretch */
	int box_count;
	int from, to; /* times */
	Len *needs; /* by box: what it shall have */
	Len *y; /* by time - from: of what ends there */
	Len height;
} Fit;

/* Ink at midnight stands between what ends and what begins. */
static Len midnight_height(const Grid *grid) {
	return grid->setter->format.line * 5 / 4;
}

static Len extra_at(const Fit *fit, int time) {
	const Grid *grid = fit->grid;
	gboolean inside = time > fit->from && time < fit->to;
	return grid->block->midnight && inside && grid->times[time] == MIDNIGHT
		? midnight_height(grid)
		: 0;
}

static Len start_of(const Fit *fit, int time) {
	return fit->y[time - fit->from] + extra_at(fit, time);
}

static int minutes_between(const Fit *fit, int from, int to) {
	return fit->grid->times[to] - fit->grid->times[from];
}

/* The least heights at a rate in Len an hour; returns their sum. Boxes are sorted by their end. */
static Len tight(Fit *fit, double rate) {
	int box = 0;
	fit->y[0] = 0;
	for (int time = fit->from + 1; time <= fit->to; time++) {
		Len y = start_of(fit, time - 1) +
			len_round(rate * minutes_between(fit, time - 1, time) / HOUR);
		for (; box < fit->box_count && fit->boxes[box].to == time; box++) {
			y = MAX(y, start_of(fit, fit->boxes[box].from) + fit->needs[box]);
		}
		fit->y[time - fit->from] = y;
	}
	return fit->y[fit->to - fit->from];
}

/* As above, but what a cell lacks is shared out over all its time, shorter cells first; order: of
 * the boxes. */
static Len spread(Fit *fit, double rate, const int *order) {
	int count = fit->to - fit->from;
	double *heights = g_new(double, (gsize)count + 1);
	for (int i = 0; i < count; i++) {
		heights[i] = rate * minutes_between(fit, fit->from + i, fit->from + i + 1) / HOUR;
	}
	for (int b = 0; b < fit->box_count; b++) {
		const GridBox *box = &fit->boxes[order[b]];
		double has = 0, minutes = minutes_between(fit, box->from, box->to);
		for (int time = box->from; time < box->to; time++) {
			has += heights[time - fit->from] +
				(time > box->from ? extra_at(fit, time) : 0);
		}
		double lacks = fit->needs[order[b]] - has;
		for (int time = box->from; lacks > 0 && time < box->to; time++) {
			heights[time - fit->from] +=
				lacks * minutes_between(fit, time, time + 1) / minutes;
		}
	}
	double y = 0;
	fit->y[0] = 0;
	for (int i = 0; i < count; i++) {
		y += heights[i] + extra_at(fit, fit->from + i);
		fit->y[i + 1] = (Len)(y + 0.999);
	}
	g_free(heights);
	return fit->y[count];
}

static int compare_lengths(const void *one, const void *other, void *data) {
	const Fit *fit = data;
	int left = *(const int *)one, right = *(const int *)other;
	int a = minutes_between(fit, fit->boxes[left].from, fit->boxes[left].to);
	int b = minutes_between(fit, fit->boxes[right].from, fit->boxes[right].to);
	return a != b ? (a < b ? -1 : 1) : left < right ? -1 : left > right;
}

static int *by_length(const Fit *fit) {
	int *order = g_new(int, (gsize)fit->box_count + 1);
	for (int i = 0; i < fit->box_count; i++) {
		order[i] = i;
	}
	g_qsort_with_data(order, fit->box_count, sizeof *order, compare_lengths, (gpointer)fit);
	return order;
}

static double scale_most(const Grid *grid) {
	return grid->each > 0 ? WALL : SCALES[0];
}

static double idle_rate(const Fit *fit) {
	return grid_pt(fit->grid, IDLE);
}

/* The largest rate at which the needs fit the height, and the heights by it. */
static void stretch(Fit *fit) {
	enum { ROUNDS = 24 };
	int *order = by_length(fit);
	double low = idle_rate(fit), high = grid_pt(fit->grid, scale_most(fit->grid));
	gboolean even = spread(fit, low, order) <= fit->height;
	for (int i = 0; i < ROUNDS; i++) {
		double middle = (low + high) / 2;
		Len total = even ? spread(fit, middle, order) : tight(fit, middle);
		*(total <= fit->height ? &low : &high) = middle;
	}
	if (even) {
		spread(fit, low, order);
	} else {
		tight(fit, low);
	}
	g_free(order);
}

static void take_needs(Fit *fit, GridStep most) {
	for (int i = 0; i < fit->box_count; i++) {
		fit->needs[i] = grid_least(fit->grid, &fit->boxes[i], most);
	}
}

/* What one cell would take more if it said as much as `step` allows. */
typedef struct Wish {
	int box;
	Len need, more;
} Wish;

static int compare_wishes(const void *one, const void *other) {
	const Wish *left = one, *right = other;
	if (left->more != right->more) {
		return left->more < right->more ? -1 : 1;
	}
	return left->box < right->box ? -1 : left->box > right->box;
}

/* Gives back to single cells what all had given up, the cheapest first. */
static void restore(Fit *fit, GridStep step) {
	Wish *wishes = g_new(Wish, (gsize)fit->box_count + 1);
	int count = 0;
	for (int i = 0; i < fit->box_count; i++) {
		Len need = grid_least(fit->grid, &fit->boxes[i], step);
		if (need > fit->needs[i]) {
			wishes[count++] = (Wish){i, need, need - fit->needs[i]};
		}
	}
	qsort(wishes, (gsize)count, sizeof *wishes, compare_wishes);
	for (int i = 0; i < count; i++) {
		Len before = fit->needs[wishes[i].box];
		fit->needs[wishes[i].box] = wishes[i].need;
		if (tight(fit, idle_rate(fit)) > fit->height) {
			fit->needs[wishes[i].box] = before;
		}
	}
	g_free(wishes);
}

/* FALSE when the day does not fit though every cell gave up all. */
static gboolean fit_elastic(Fit *fit) {
	int step = GRID_WHOLE;
	for (;; step++) {
		take_needs(fit, (GridStep)step);
		if (tight(fit, idle_rate(fit)) <= fit->height) {
			break;
		}
		if (step == GRID_CODE_ONLY) {
			return FALSE;
		}
	}
	for (int less = step - 1; less >= 0 && fit->box_count <= RESTORE_MOST; less--) {
		restore(fit, (GridStep)less);
	}
	stretch(fit);
	return TRUE;
}

/* At a scale that is the same for all days. */
static gboolean fit_true(Fit *fit, double scale) {
	double rate = grid_pt(fit->grid, scale);
	for (int i = 0; i < fit->box_count; i++) {
		fit->needs[i] = 0;
	}
	tight(fit, rate);
	for (int i = 0; i < fit->box_count; i++) {
		GridBox *box = &fit->boxes[i];
		Len height = fit->y[box->to - fit->from] - start_of(fit, box->from);
		if (grid_least(fit->grid, box, GRID_CLOSE) > height) {
			return FALSE;
		}
	}
	return TRUE;
}

/* The largest scale at which so many minutes fit, 0 when there is none. */
static double scale_for(const Grid *grid, int minutes, Len height) {
	double whole = (double)height / grid_pt(grid, 1) * HOUR / MAX(minutes, 1);
	if (grid->each > 0 && whole > SCALES[0]) {
		return MIN(whole, scale_most(grid));
	}
	for (gsize i = 0; i < G_N_ELEMENTS(SCALES); i++) {
		if (grid_pt(grid, SCALES[i]) * (double)minutes / HOUR <= height) {
			return SCALES[i];
		}
	}
	return 0;
}

/* The scale that the event's longest day has; where that is too long, the day's own. */
static double scale_of_day(const Grid *grid, Len height) {
	double common = scale_for(grid, grid->block->longest, height);
	int minutes = grid->block->to - grid->block->from;
	gboolean passes = grid->block->midnight != NULL;
	return common > 0 ? common : passes ? 0 : scale_for(grid, minutes, height);
}

/* --- stretches of the day -------------------------------------------------------------------- */

static int compare_ends(const void *one, const void *other) {
	const GridBox *left = one, *right = other;
	if (left->to != right->to) {
		return left->to < right->to ? -1 : 1;
	}
	if (left->number != right->number) {
		return left->number < right->number ? -1 : 1;
	}
	return left->sheet < right->sheet ? -1 : left->sheet > right->sheet;
}

/* The part of a box between two times; what goes on says so, and needs more. */
static GridBox cut_box(Grid *grid, GridBox box, int from, int to) {
	box.began_before = box.from < from;
	box.goes_on = box.to > to;
	box.from = MAX(box.from, from);
	box.to = MIN(box.to, to);
	if (box.began_before && !box.covered) {
		box.needs = arena_array_of(grid->setter->arena, Len, GRID_STEP_COUNT);
		for (int step = 0; step < GRID_STEP_COUNT; step++) {
			box.needs[step] = -1;
		}
	}
	return box;
}

static void fit_init(Fit *fit, Grid *grid, int from, int to, Len height) {
	Arena *arena = grid->setter->arena;
	*fit = (Fit){.grid = grid, .from = from, .to = to, .height = height};
	fit->boxes = arena_array_of(arena, GridBox, grid->box_count + 1);
	for (int i = 0; i < grid->box_count; i++) {
		GridBox box = grid->boxes[i];
		if (box.from < to && box.to > from) {
			fit->boxes[fit->box_count++] = cut_box(grid, box, from, to);
		}
	}
	qsort(fit->boxes, (gsize)fit->box_count, sizeof(GridBox), compare_ends);
	fit->needs = arena_array_of(arena, Len, fit->box_count + 1);
	fit->y = arena_array_of(arena, Len, to - from + 1);
}

static GridScale scale_of(const Fit *fit, gboolean elastic) {
	Grid *grid = fit->grid;
	GridScale scale = {.from = fit->from, .to = fit->to, .elastic = elastic};
	scale.starts = arena_array_of(grid->setter->arena, Len, grid->time_count);
	scale.ends = arena_array_of(grid->setter->arena, Len, grid->time_count);
	for (int time = fit->from; time <= fit->to; time++) {
		scale.ends[time] = fit->y[time - fit->from];
		scale.starts[time] = start_of(fit, time);
	}
	scale.height = scale.ends[fit->to];
	return scale;
}

/* Fits times from..to onto a page; FALSE when they do not. */
static gboolean fit_stretch(Fit *fit, GridScale *scale) {
	double day = scale_of_day(fit->grid, fit->height);
	gboolean whole = fit->from == 0 && fit->to == fit->grid->time_count - 1;
	gboolean is_true = whole && day > 0 && fit_true(fit, day);
	if (!is_true && !fit_elastic(fit)) {
		return FALSE;
	}
	*scale = scale_of(fit, !is_true);
	for (int i = 0; i < fit->box_count; i++) {
		GridBox *box = &fit->boxes[i];
		box->step = grid_fitting(
			fit->grid, box, scale->ends[box->to] - scale->starts[box->from]);
	}
	return TRUE;
}

/* Cells that run over a time, bands not counted. */
static int crossing(const Grid *grid, int time) {
	int count = 0;
	for (int i = 0; i < grid->box_count; i++) {
		const GridBox *box = &grid->boxes[i];
		count += box->from < time && box->to > time;
	}
	return count;
}

/* The time nearest to a share of the least heights that no cell runs over, or, not farther from it
 * than `slack`, the fewest cells; after `from`. */
static int best_cut(const Fit *whole, int from, Len wanted, Len slack, gboolean *clean) {
	int best = -1, best_crossing = 0;
	Len best_distance = 0;
	for (int time = from + 1; time < whole->to; time++) {
		int crosses = crossing(whole->grid, time);
		Len distance = ABS(whole->y[time] - wanted);
		if (crosses > 0 && distance > slack) {
			continue;
		}
		if (best < 0 || crosses < best_crossing ||
			(crosses == best_crossing && distance < best_distance)) {
			best = time;
			best_crossing = crosses;
			best_distance = distance;
		}
	}
	*clean = *clean && best >= 0 && best_crossing == 0;
	return best;
}

/* Ends of `count` stretches; FALSE when there are no such times. */
static gboolean find_cuts(const Fit *whole, int count, int *ends, gboolean *clean) {
	enum { SLACK = 4 };
	int from = 0;
	*clean = TRUE;
	for (int i = 1; i < count; i++) {
		Len wanted = (Len)((double)whole->y[whole->to] * i / count);
		Len slack = whole->y[whole->to] / (SLACK * count);
		ends[i - 1] = best_cut(whole, from, wanted, slack, clean);
		if (ends[i - 1] < 0) {
			return FALSE;
		}
		from = ends[i - 1];
	}
	ends[count - 1] = whole->to;
	return TRUE;
}

int grid_shortened(const GridPages *pages) {
	int short_count = 0, all = 0;
	for (int page = 0; page < pages->count; page++) {
		for (int i = 0; i < pages->box_counts[page]; i++) {
			const GridBox *box = &pages->boxes[page][i];
			all += box->cell->kind == GRID_CELL;
			short_count +=
				box->cell->kind == GRID_CELL && box->step >= GRID_SHORT_TITLE;
		}
	}
	return all > 0 ? short_count * 1000 / all : 0;
}

static gboolean fit_pages(Grid *grid, Len height, const int *ends, int count, GridPages *pages) {
	Arena *arena = grid->setter->arena;
	*pages = (GridPages){.count = count,
		.scales = arena_array_of(arena, GridScale, count),
		.boxes = (GridBox **)arena_array_of(arena, GridBox *, count),
		.box_counts = arena_array_of(arena, int, count)};
	for (int i = 0; i < count; i++) {
		Fit fit;
		fit_init(&fit, grid, i > 0 ? ends[i - 1] : 0, ends[i], height);
		if (!fit_stretch(&fit, &pages->scales[i])) {
			return FALSE;
		}
		pages->boxes[i] = fit.boxes;
		pages->box_counts[i] = fit.box_count;
	}
	return TRUE;
}

/* Stretches as few as keep the titles whole. */
static GridPages fit_day(Grid *grid, Len height) {
	Fit whole;
	GridPages best = {0}, pages;
	int ends[STRETCHES_MOST], loss = 0;
	fit_init(&whole, grid, 0, grid->time_count - 1, height);
	take_needs(&whole, GRID_CLOSE);
	tight(&whole, idle_rate(&whole));
	for (int count = 1; count <= STRETCHES_MOST; count++) {
		gboolean clean;
		if (!find_cuts(&whole, count, ends, &clean)) {
			break;
		}
		/* Cells are cut rather than many of their titles. */
		if (!clean && best.count > 0 && loss <= CUT_LEAST) {
			break;
		}
		if (!fit_pages(grid, height, ends, count, &pages)) {
			continue;
		}
		int lost = grid_shortened(&pages);
		if (best.count == 0 || lost < loss) {
			best = pages;
			loss = lost;
		}
		if (loss <= SHORTENED_MOST) {
			break;
		}
	}
	return best;
}

static gboolean has_small(const GridPages *pages) {
	for (int page = 0; page < pages->count; page++) {
		for (int i = 0; i < pages->box_counts[page]; i++) {
			if (pages->boxes[page][i].step >= GRID_SMALL) {
				return TRUE;
			}
		}
	}
	return pages->count == 0;
}

GridPages grid_scale(Grid *grid, Len height) {
	GridPages pages = fit_day(grid, height);
	if (!has_small(&pages)) {
		return pages;
	}
	grid->small = TRUE;
	for (int i = 0; i < grid->box_count; i++) {
		for (int step = 0; step < GRID_STEP_COUNT; step++) {
			grid->boxes[i].needs[step] = -1;
		}
	}
	return fit_day(grid, height);
}
