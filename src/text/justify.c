/* justify: how justified lines fill their measure: by word spaces, letterspacing and widening of
 * glyphs. Letterspacing is chosen for all lines of a paragraph together, on a grid, by dynamic
 * programming, so that neighbouring lines never differ by more than a reader's eye forgives; given
 * it, spaces and glyphs share the rest at the least cost. */
#include <math.h>
#include <string.h>

#include "text/justify.h"

#define FINE_UNIT 0.001 /* em */
#define NEIGHBOUR_LIMIT 0.009 /* em; rounding to whole units stays below 0.01 */
#define SPACE_WEIGHT 2.0 /* readers see spaces first */
#define STRETCH_EASY 0.8 /* of what a space may give: beyond it costs more */
#define REST_EASY 1.8 /* and so much later where spaces at rest are wider */
#define SHRINK_EASY (-0.2)
#define SPACE_BEYOND_WEIGHT 10.0
#define TIGHT_WEIGHT 200.0
#define OVERFULL_COST 1.0e6
#define GLYPH_WEIGHT 0.3
#define TRACKING_WEIGHT 0.3
#define CHANGE_DEMERITS 1.0

static double square(double x) {
	return x * x;
}

Demand demand_of(const Fit *fit, const LineSums *sums, const Breakpoint *to, Len measure) {
	Demand demand = {.sums = sums, .slack = (double)measure - sums->natural};
	demand.natural = to->forced && demand.slack >= 0;
	demand.slack -= demand.natural ? 0 : fit->rest * sums->space;
	return demand;
}

/* What a line's white and glyphs give in one direction; the same at all letterspacings. */
typedef struct Side {
	double space, glyph, wide, squeeze; /* Len */
	/* Shares of one Len that must be given, and 1 / space. */
	double glyph_pull, pull, per_space;
	double easy; /* share of a space beyond which it costs more */
	gboolean spaceless;
} Side;

/* What a space may give, as a share of its own. */
static double space_give(const Fit *fit, gboolean tight) {
	return tight ? fit->shrink.space + fit->rest : fit->stretch.space;
}

static double easy_stretch(const Fit *fit) {
	return STRETCH_EASY + REST_EASY * fit->rest;
}

static Side side_of(const LineSums *sums, const Fit *fit, gboolean tight) {
	const Give *give = tight ? &fit->shrink : &fit->stretch;
	Side side = {.space = sums->space * space_give(fit, tight),
		.glyph = sums->ink * give->glyph,
		.wide = sums->wide * give->wide,
		.squeeze = sums->squeeze * give->squeeze,
		.easy = easy_stretch(fit),
		.spaceless = sums->spaces == 0};
	double all = square(side.space) / SPACE_WEIGHT + square(side.glyph) / GLYPH_WEIGHT +
		square(side.wide) + square(side.squeeze);
	side.pull = all > 0 ? 1.0 / all : 0;
	side.glyph_pull = side.pull * side.glyph / GLYPH_WEIGHT;
	side.per_space = side.space > 0 ? 1.0 / side.space : 0;
	return side;
}

/* What each gives, as shares of what it may, when `rest` is to be given. */
typedef struct Shares {
	double space, glyph, wide, squeeze;
	double left; /* Len, for the spaces */
} Shares;

static Shares shares_of(const Side *side, double rest) {
	double pull = rest * side->pull;
	Shares shares = {.glyph = CLAMP(rest * side->glyph_pull, -1.0, 1.0),
		.wide = CLAMP(pull * side->wide, -1.0, 1.0),
		.squeeze = CLAMP(pull * side->squeeze, -1.0, 0.0)};
	shares.left = rest - shares.glyph * side->glyph - shares.wide * side->wide -
		shares.squeeze * side->squeeze;
	shares.space = shares.left * side->per_space;
	return shares;
}

/* Of spaces that give such a share, and glyphs that give theirs. */
static inline double plain_cost(double easy, double space, double glyph) {
	double tight = MIN(space + 1.0, 0.0);
	double beyond = MAX(MAX(space - easy, SHRINK_EASY - space), 0.0);
	return SPACE_WEIGHT * square(space) + GLYPH_WEIGHT * square(glyph) +
		TIGHT_WEIGHT * square(tight) + SPACE_BEYOND_WEIGHT * square(beyond);
}

/* Without spaces nothing takes what is left: better short by a hair than out of the measure. */
static double spaceless_cost(const Fit *fit, double left) {
	return left < -1.0 ? OVERFULL_COST - left : 4.0 * square(left / fit->em);
}

static double tracking_share(const Fit *fit, double tracking) {
	double limit = tracking >= 0 ? fit->stretch.tracking : fit->shrink.tracking;
	return limit > 0 ? tracking / limit : 0;
}

/* A natural line only must not become too long. */
static void add_natural(const Demand *demand, const Levels *levels, double *costs) {
	for (int i = 0; i < levels->count; i++) {
		double rest = demand->slack - levels->tracking[i] * MAX(demand->sums->gaps, 0);
		costs[i] += rest < 0 ? OVERFULL_COST : 0;
	}
}

/* Levels at which a line gives in one direction, and what it must give beside letterspacing. */
typedef struct Rests {
	int from, to;
	double slack, gaps;
	const double *tracking;
} Rests;

static inline double rest_at(const Rests *rests, int level) {
	return rests->slack - rests->tracking[level] * rests->gaps;
}

/* Words and spaces alone. */
static void add_plain(const Side *side, const Rests *rests, double *costs) {
	for (int i = rests->from; i < rests->to; i++) {
		double rest = rest_at(rests, i);
		double glyph = CLAMP(rest * side->glyph_pull, -1.0, 1.0);
		double space = (rest - glyph * side->glyph) * side->per_space;
		costs[i] += plain_cost(side->easy, space, glyph);
	}
}

static void add_any(const Side *side, const Rests *rests, const Fit *fit, double *costs) {
	for (int i = rests->from; i < rests->to; i++) {
		Shares shares = shares_of(side, rest_at(rests, i));
		costs[i] += plain_cost(side->easy, shares.space, shares.glyph) +
			square(shares.wide) + square(shares.squeeze);
		costs[i] += side->spaceless ? spaceless_cost(fit, shares.left) : 0;
	}
}

void setting_costs(const Demand *demand, const Fit *fit, const Levels *levels, double *costs) {
	memcpy(costs, levels->own, sizeof(double) * (size_t)levels->count);
	if (demand->natural) {
		add_natural(demand, levels, costs);
		return;
	}
	const LineSums *sums = demand->sums;
	Rests rests = {
		.slack = demand->slack, .gaps = MAX(sums->gaps, 0), .tracking = levels->tracking};
	/* The wider the letters stand the less is left. */
	int loose = 0;
	while (loose < levels->count && rest_at(&rests, loose) >= 0) {
		loose++;
	}
	for (int tight = 0; tight < 2; tight++) {
		rests.from = tight ? loose : 0;
		rests.to = tight ? levels->count : loose;
		if (rests.from == rests.to) {
			continue;
		}
		Side side = side_of(sums, fit, tight);
		if (!side.spaceless && sums->wide == 0 && sums->squeeze == 0) {
			add_plain(&side, &rests, costs);
		} else {
			add_any(&side, &rests, fit, costs);
		}
	}
}

/* The least of the sum of the weighted squares of all shares, letterspacing at any place, whatever
 * they may at most; and what is asked of the spaces when all others give all they may. */
double least_cost(const LineSums *sums, const Fit *fit, double slack) {
	const Give *give = slack >= 0 ? &fit->stretch : &fit->shrink;
	double space = sums->space * space_give(fit, slack < 0), glyph = sums->ink * give->glyph;
	double wide = sums->wide * give->wide, squeeze = sums->squeeze * give->squeeze;
	double tracking = MAX(sums->gaps, 0) * give->tracking;
	if (space <= 0) {
		return 0;
	}
	double all = square(space) / SPACE_WEIGHT + square(glyph) / GLYPH_WEIGHT + square(wide) +
		square(squeeze) + square(tracking) / TRACKING_WEIGHT;
	double least = square(slack) / all, rest = slack - tracking - glyph - wide;
	return rest > 0 ? MAX(least, plain_cost(easy_stretch(fit), rest / space, 0)) : least;
}

/* Spaces and glyphs take what letterspacing leaves over. */
static Setting setting_at(const Demand *demand, const Fit *fit, double tracking) {
	Setting setting = {.tracking = tracking};
	if (demand->natural) {
		return setting;
	}
	const LineSums *sums = demand->sums;
	double rest = demand->slack - tracking * MAX(sums->gaps, 0);
	const Give *give = rest >= 0 ? &fit->stretch : &fit->shrink;
	Side side = side_of(sums, fit, rest < 0);
	Shares shares = shares_of(&side, rest);
	setting.glyph = shares.glyph * give->glyph;
	setting.wide = shares.wide * give->wide;
	setting.squeeze = -shares.squeeze;
	setting.fills = TRUE;
	if (sums->spaces > 0) {
		setting.space = (shares.left + fit->rest * sums->space) / sums->spaces;
	} else {
		setting.tracking -= 0.5 / fit->em;
	}
	return setting;
}

Levels levels_for(const Fit *fit, double unit) {
	Levels levels = {.count = 1};
	double range = fit->shrink.tracking + fit->stretch.tracking;
	if (fit->mode != FIT_JUSTIFY || range <= 0) {
		return levels;
	}
	levels.count = MIN((int)ceil(range / unit - 0.001) + 1, LEVELS_MAX);
	unit = levels.count > 1 ? range / (levels.count - 1) : 0;
	levels.step = unit > 0 ? (int)(NEIGHBOUR_LIMIT / unit + 0.01) : 0;
	for (int i = 0; i < levels.count; i++) {
		levels.tracking[i] = i * unit - fit->shrink.tracking;
		levels.own[i] = TRACKING_WEIGHT * square(tracking_share(fit, levels.tracking[i]));
		levels.change[i] = CHANGE_DEMERITS * square(i * unit / NEIGHBOUR_LIMIT);
	}
	return levels;
}

typedef struct Cell {
	double own, cost; /* of the line alone, of all lines up to it */
	int previous;
} Cell;

static void choose_levels(
	Cell *row, const Cell *before, const Levels *levels, const double *costs) {
	for (int level = 0; level < levels->count; level++) {
		int from = MAX(level - levels->step, 0);
		int to = MIN(level + levels->step, levels->count - 1);
		int best = from;
		for (int i = from; before && i <= to; i++) {
			best = before[i].cost < before[best].cost ? i : best;
		}
		row[level].own = costs[level];
		row[level].cost = costs[level] + (before ? before[best].cost : 0);
		row[level].previous = best;
	}
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
	LineSums *sums = arena_array_of(arena, LineSums, lines);
	Cell *cells = arena_array_of(arena, Cell, lines * levels.count);
	for (int i = 0; i < lines; i++) {
		Cell *row = cells + (gsize)i * (gsize)levels.count;
		const Breakpoint *to = &points->points[breaks->chosen[i + 1]];
		sums[i] = line_sums(&points->points[breaks->chosen[i]], to);
		demands[i] = demand_of(fit, &sums[i], to, fit_measure(fit, i));
		double costs[LEVELS_MAX];
		setting_costs(&demands[i], fit, &levels, costs);
		choose_levels(row, i > 0 ? row - levels.count : NULL, &levels, costs);
	}
	const Cell *row = cells + (gsize)(lines - 1) * (gsize)levels.count;
	int best = 0;
	for (int level = 1; level < levels.count; level++) {
		best = row[level].cost < row[best].cost ? level : best;
	}
	for (int i = lines - 1; i >= 0; i--, row -= levels.count) {
		/* Where its neighbours leave a line no room it goes its own way. */
		double tracking = row[best].own < OVERFULL_COST ? levels.tracking[best]
								: -fit->shrink.tracking;
		settings[i] = setting_at(&demands[i], fit, tracking);
		best = row[best].previous;
	}
	return settings;
}
