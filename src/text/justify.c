/* justify: how justified lines fill their measure: by word spaces, letterspacing and widening of
 * glyphs. Letterspacing is chosen for all lines of a paragraph together, on a grid, by dynamic
 * programming, so that neighbouring lines never differ by more than a reader's eye forgives; given
 * it, spaces and glyphs share the rest at the least cost. */
#include <math.h>

#include "text/justify.h"

#define FINE_UNIT 0.001 /* em */
#define NEIGHBOUR_LIMIT 0.009 /* em; rounding to whole units stays below 0.01 */
#define SPACE_WEIGHT 2.0 /* readers see spaces first */
#define STRETCH_EASY 0.8 /* of what a space may give: beyond it costs more */
#define SHRINK_EASY (-0.6)
#define SPACE_BEYOND_WEIGHT 6.0
#define TIGHT_WEIGHT 200.0
#define OVERFULL_COST 1.0e6
#define GLYPH_WEIGHT 1.0
#define TRACKING_WEIGHT 0.8
#define CHANGE_DEMERITS 5.0 /* neighbours as far apart as they may be */

static double square(double x) {
	return x * x;
}

/* Spaces and glyphs for what letterspacing leaves over. */
static Setting share_rest(const Demand *demand, const Fit *fit, double tracking, double *cost) {
	const LineSums *sums = &demand->sums;
	double rest = demand->slack - tracking * MAX(sums->gaps, 0);
	const Give *give = rest >= 0 ? &fit->stretch : &fit->shrink;
	double space = sums->space * give->space, glyph = sums->ink * give->glyph;
	double wide = sums->wide * give->wide, squeeze = sums->squeeze * give->squeeze;
	double all = square(space) / SPACE_WEIGHT + square(glyph) / GLYPH_WEIGHT + square(wide) +
		square(squeeze);
	Setting setting = {.tracking = tracking, .fills = TRUE};
	double pull = all > 0 ? rest / all : 0;
	double glyph_share = CLAMP(pull * glyph / GLYPH_WEIGHT, -1.0, 1.0);
	double wide_share = CLAMP(pull * wide, -1.0, 1.0);
	double squeeze_share = CLAMP(pull * squeeze, -1.0, 0.0);
	rest -= glyph_share * glyph + wide_share * wide + squeeze_share * squeeze;
	double space_share = space > 0 ? rest / space : 0;
	setting.glyph = glyph_share * give->glyph;
	setting.wide = wide_share * give->wide;
	setting.squeeze = -squeeze_share;
	setting.space = sums->spaces > 0 ? rest / sums->spaces : 0;
	*cost = SPACE_WEIGHT * square(space_share) + GLYPH_WEIGHT * square(glyph_share) +
		square(wide_share) + square(squeeze_share);
	if (space_share < -1.0) {
		*cost += TIGHT_WEIGHT * square(space_share + 1.0);
	}
	if (sums->spaces == 0) {
		/* Nothing takes what is left: better short by a hair than out of the measure. */
		setting.tracking -= 0.5 / fit->em;
		*cost += rest < -1.0 ? OVERFULL_COST - rest : 4.0 * square(rest / fit->em);
	}
	double beyond = space_share >= 0 ? space_share - STRETCH_EASY : SHRINK_EASY - space_share;
	*cost += beyond > 0 ? SPACE_BEYOND_WEIGHT * square(beyond) : 0;
	return setting;
}

static double tracking_share(const Fit *fit, double tracking) {
	double limit = tracking >= 0 ? fit->stretch.tracking : fit->shrink.tracking;
	return limit > 0 ? tracking / limit : 0;
}

static Setting setting_at(const Demand *demand, const Fit *fit, double tracking, double *cost) {
	Setting setting = {.tracking = tracking};
	if (!demand->natural) {
		setting = share_rest(demand, fit, tracking, cost);
	} else {
		*cost = tracking * MAX(demand->sums.gaps, 0) > demand->slack ? 1e6 : 0;
	}
	*cost += TRACKING_WEIGHT * square(tracking_share(fit, tracking));
	return setting;
}

double setting_cost(const Demand *demand, const Fit *fit, double tracking) {
	double cost;
	setting_at(demand, fit, tracking, &cost);
	return cost;
}

Levels levels_for(const Fit *fit, double unit) {
	Levels levels = {.count = 1};
	double range = fit->shrink.tracking + fit->stretch.tracking;
	if (fit->mode != FIT_JUSTIFY || range <= 0) {
		return levels;
	}
	levels.count = MIN((int)ceil(range / unit - 0.001) + 1, LEVELS_MAX);
	levels.lowest = -fit->shrink.tracking;
	levels.unit = levels.count > 1 ? range / (levels.count - 1) : 0;
	levels.step = levels.unit > 0 ? (int)(NEIGHBOUR_LIMIT / levels.unit + 0.01) : 0;
	for (int i = 0; i < levels.count; i++) {
		levels.change[i] = CHANGE_DEMERITS * square(i * levels.unit / NEIGHBOUR_LIMIT);
	}
	return levels;
}

double level_tracking(const Levels *levels, int level) {
	return levels->lowest + level * levels->unit;
}

typedef struct Cell {
	double cost;
	int previous;
} Cell;

static void choose_levels(
	Cell *row, const Cell *before, const Levels *levels, const Demand *demand, const Fit *fit) {
	for (int level = 0; level < levels->count; level++) {
		double cost = setting_cost(demand, fit, level_tracking(levels, level));
		int from = MAX(level - levels->step, 0);
		int to = MIN(level + levels->step, levels->count - 1);
		int best = from;
		for (int i = from; before && i <= to; i++) {
			best = before[i].cost < before[best].cost ? i : best;
		}
		row[level].cost = cost + (before ? before[best].cost : 0);
		row[level].previous = best;
	}
}

static Demand line_demand(const Breakpoints *points, const Breaks *breaks, const Fit *fit, int i) {
	const Breakpoint *to = &points->points[breaks->chosen[i + 1]];
	Demand demand = {.sums = line_sums(&points->points[breaks->chosen[i]], to)};
	demand.slack = (double)fit_measure(fit, i) - demand.sums.natural;
	demand.natural = to->forced && demand.slack >= 0;
	return demand;
}

Setting *justify_lines(
	Arena *arena, const Breakpoints *points, const Breaks *breaks, const Fit *fit) {
	int lines = breaks->line_count;
	Setting *settings = arena_array_of(arena, Setting, lines + 1);
	if (fit->mode != FIT_JUSTIFY || lines == 0) {
		return settings;
	}
	Levels levels = levels_for(fit, FINE_UNIT);
	Demand *demands = arena_array_of(arena, Demand, lines);
	Cell *cells = arena_array_of(arena, Cell, lines * levels.count);
	for (int i = 0; i < lines; i++) {
		Cell *row = cells + (gsize)i * (gsize)levels.count;
		demands[i] = line_demand(points, breaks, fit, i);
		choose_levels(row, i > 0 ? row - levels.count : NULL, &levels, &demands[i], fit);
	}
	const Cell *row = cells + (gsize)(lines - 1) * (gsize)levels.count;
	int best = 0;
	for (int level = 1; level < levels.count; level++) {
		best = row[level].cost < row[best].cost ? level : best;
	}
	for (int i = lines - 1; i >= 0; i--, row -= levels.count) {
		double cost;
		settings[i] = setting_at(&demands[i], fit, level_tracking(&levels, best), &cost);
		if (cost >= OVERFULL_COST) {
			/* Its neighbours leave it no room: it goes its own way. */
			settings[i] = setting_at(&demands[i], fit, -fit->shrink.tracking, &cost);
		}
		best = row[best].previous;
	}
	return settings;
}
