/* frontier: how well a text can be set at all in a face and measure, to hold paragraphs against:
 *
 *   frontier TEXT WIDTH_MM FAMILY SIZE_PT LEADING_PT SPACE_EM
 *
 * Looks at every breaking of every paragraph at the breaks that the program allows, with any glyph
 * expansion and letterspacing within the theme's limits (neighbours at most .01 em apart), any
 * number of lines, never three hyphens running, and weighs squares of spaces, hyphens, loose and
 * tight lines as colour.py counts them against each other: Lagrange's multipliers found by
 * subgradients (Held & Karp, Math. Programming 1, 1971) over one dynamic programme a paragraph.
 * Says the fewest hyphens within the other bars of issue 3 for narrow measures, the least deviation
 * of spaces within its hyphens, and what hardly any setting goes below. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "column.h"
#include "text/linebreak.h"

enum {
	LEVELS = 33, /* of letterspacing, .001 em apart */
	NEIGHBOURS = 10, /* levels that two lines may be apart */
	RUNNING = 3, /* hyphens that never run */
	ROUNDS = 60,
	CENTRES = 6
};

#define TRACKING_LEAST (-0.012)
#define TRACKING_UNIT 0.001
#define OVERFULL 1.15 /* and the most: no line gives so much */
#define LOOSEST 0.55 /* natural width, share of the measure, of lines looked at */

/* A line that may be. Lengths in em. */
typedef struct Candidate {
	int from, to; /* breakpoints */
	int spaces;
	gboolean hyphen;
	gboolean natural; /* not stretched: a last line, or one without spaces */
	double white; /* of its spaces together when nothing else gives */
	double gaps, ink;
	double space; /* the face's own */
} Candidate;

typedef struct Prose {
	int points, count;
	Candidate *lines; /* by the point they end at */
} Prose;

/* The bars, in the order of issue 3. */
typedef enum Bar { BAR_SQUARES, BAR_HYPHENS, BAR_LOOSE, BAR_TIGHT, BARS } Bar;

typedef struct Frontier {
	Arena *arena;
	TextContext *context;
	GArray *prose; /* Prose */
	double em, space; /* Len; em, that loose and tight are shares of */
	double glyph, shrink; /* shares: of widths, of spaces */
	double bars[BARS]; /* a line */
	double centre; /* that squares are taken from, em */
} Frontier;

/* What a setting comes to. */
typedef struct Tally {
	double lines, sum, sum_squares;
	double of[BARS];
} Tally;

typedef struct Weights {
	double of[BARS], line;
} Weights;

static double tracking_at(int level) {
	return TRACKING_LEAST + TRACKING_UNIT * level;
}

/* The space nearest to the centre, em; below 0: there is none. */
static double space_of(const Frontier *frontier, const Candidate *line, int level) {
	if (line->natural) {
		return line->space;
	}
	double white = line->white - tracking_at(level) * line->gaps;
	double give = frontier->glyph * line->ink;
	double least = (white - give) / line->spaces, most = (white + give) / line->spaces;
	least = MAX(least, line->space * (1.0 - frontier->shrink));
	return most < least ? -1 : CLAMP(frontier->centre, least, most);
}

static void tally_line(
	const Frontier *frontier, const Candidate *line, double space, Tally *tally) {
	if (line->natural) {
		return;
	}
	double apart = space - frontier->centre;
	tally->lines++;
	tally->sum += space;
	tally->sum_squares += space * space;
	tally->of[BAR_SQUARES] += apart * apart;
	tally->of[BAR_HYPHENS] += line->hyphen;
	tally->of[BAR_LOOSE] += space > 2.0 * frontier->space;
	tally->of[BAR_TIGHT] += space < 0.8 * frontier->space;
}

static double weigh(const Weights *weights, const Tally *tally) {
	double sum = weights->line * tally->lines;
	for (int i = 0; i < BARS; i++) {
		sum += weights->of[i] * tally->of[i];
	}
	return sum;
}

/* The best way to a breakpoint, so many hyphens running, at a level of letterspacing. */
typedef struct Cell {
	double cost, near; /* near: the best at levels that the next line may have this one after */
	const Candidate *line;
	gint8 running, level, best; /* of the line before; best: whose cost `near` is */
} Cell;

static Cell *cell_at(Cell *cells, int point, int running, int level) {
	return &cells[(point * RUNNING + running) * LEVELS + level];
}

static void offer(
	const Frontier *frontier, const Weights *weights, const Candidate *line, Cell *cells) {
	for (int level = 0; level < LEVELS; level++) {
		double space = space_of(frontier, line, level);
		if (space < 0) {
			continue;
		}
		Tally tally = {0};
		tally_line(frontier, line, space, &tally);
		double own = weigh(weights, &tally);
		for (int before = 0; before + line->hyphen < RUNNING; before++) {
			const Cell *from = cell_at(cells, line->from, before, level);
			Cell *to = cell_at(cells, line->to, line->hyphen ? before + 1 : 0, level);
			if (from->near + own < to->cost) {
				*to = (Cell){.cost = from->near + own,
					.line = line,
					.running = (gint8)before,
					.level = from->best};
			}
		}
	}
}

static void look_around(Cell *cells, int point) {
	for (int running = 0; running < RUNNING; running++) {
		for (int level = 0; level < LEVELS; level++) {
			Cell *cell = cell_at(cells, point, running, level);
			cell->near = HUGE_VAL;
			int first = MAX(level - NEIGHBOURS, 0);
			int last = MIN(level + NEIGHBOURS, LEVELS - 1);
			for (int i = first; i <= last; i++) {
				const Cell *other = cell_at(cells, point, running, i);
				if (other->cost < cell->near) {
					cell->near = other->cost;
					cell->best = (gint8)i;
				}
			}
		}
	}
}

/* Adds what the best setting of a paragraph comes to; gives its weight. */
static double set_prose(
	const Frontier *frontier, const Prose *prose, const Weights *weights, Tally *tally) {
	int count = prose->points * RUNNING * LEVELS;
	g_autofree Cell *cells = g_new0(Cell, count);
	for (int i = 0; i < count; i++) {
		cells[i].cost = i < LEVELS ? 0 : HUGE_VAL;
	}
	look_around(cells, 0);
	int line = 0;
	for (int point = 1; point < prose->points; point++) {
		for (; line < prose->count && prose->lines[line].to == point; line++) {
			offer(frontier, weights, &prose->lines[line], cells);
		}
		look_around(cells, point);
	}
	const Cell *end = cell_at(cells, prose->points - 1, 0, 0);
	for (int i = 1; i < RUNNING * LEVELS; i++) {
		end = cell_at(cells, prose->points - 1, 0, i)->cost < end->cost
			? cell_at(cells, prose->points - 1, 0, i)
			: end;
	}
	int level = (int)(end - cell_at(cells, prose->points - 1, 0, 0)) % LEVELS;
	double weight = end->cost;
	while (end->line) {
		tally_line(frontier, end->line, space_of(frontier, end->line, level), tally);
		level = end->level;
		end = cell_at(cells, end->line->from, end->running, level);
	}
	return weight;
}

static double set_all(const Frontier *frontier, const Weights *weights, Tally *tally) {
	double weight = 0;
	*tally = (Tally){0};
	for (guint i = 0; i < frontier->prose->len; i++) {
		const Prose *prose = &g_array_index(frontier->prose, Prose, i);
		weight += set_prose(frontier, prose, weights, tally);
	}
	return weight;
}

/* Of the bar: 1 = it is just met. */
static double share_of(const Frontier *frontier, const Tally *tally, Bar bar) {
	double mean = tally->sum / tally->lines;
	double value = bar == BAR_SQUARES ? tally->sum_squares / tally->lines - mean * mean
					  : tally->of[bar] / tally->lines;
	return value / frontier->bars[bar];
}

static gboolean is_within(const Frontier *frontier, const Tally *tally, Bar wanted) {
	for (Bar bar = 0; bar < BARS; bar++) {
		if (bar != wanted && share_of(frontier, tally, bar) > 1.0) {
			return FALSE;
		}
	}
	return TRUE;
}

/* The best setting found, and the share of the bar that none goes below. */
typedef struct Best {
	gboolean found;
	double share, bound;
	Tally tally;
} Best;

/* One centre: multipliers rise on bars that are broken, fall on those that are kept. */
static double approach(Frontier *frontier, Bar wanted, Best *best) {
	double multipliers[BARS] = {1.0, 1.0, 0.3, 0.1}, bound = -HUGE_VAL;
	double share = best->found ? best->share : 1.0;
	for (int round = 0; round < ROUNDS; round++) {
		Weights weights = {.line = -share};
		for (Bar bar = 0; bar < BARS; bar++) {
			double multiplier = bar == wanted ? 1.0 : multipliers[bar];
			weights.of[bar] = multiplier / frontier->bars[bar];
			weights.line -= bar == wanted ? 0 : multiplier;
		}
		Tally tally;
		double weight = set_all(frontier, &weights, &tally);
		bound = MAX(bound, share + weight / tally.lines);
		double found = share_of(frontier, &tally, wanted);
		if (is_within(frontier, &tally, wanted) && (!best->found || found < best->share)) {
			*best = (Best){.found = TRUE,
				.share = found,
				.bound = best->bound,
				.tally = tally};
		}
		for (Bar bar = 0; bar < BARS; bar++) {
			double over = tally.of[bar] / tally.lines / frontier->bars[bar] - 1.0;
			double step = 1.5 / (1.0 + round / 6.0);
			multipliers[bar] = MAX(0, multipliers[bar] + step * CLAMP(over, -1, 1));
		}
	}
	return bound;
}

static Best find_best(Frontier *frontier, Bar wanted) {
	Best best = {.bound = HUGE_VAL};
	for (int i = 0; i < CENTRES; i++) {
		frontier->centre = frontier->space * (1.0 + 0.1 * i);
		double bound = approach(frontier, wanted, &best);
		best.bound = MIN(best.bound, bound);
	}
	return best;
}

static void print_best(const Frontier *frontier, const char *name, const Best *best, Bar wanted) {
	double bound = best->bound * frontier->bars[wanted];
	const char *what = wanted == BAR_HYPHENS ? "hyphens per 100" : "sd em";
	bound = wanted == BAR_HYPHENS ? 100 * bound : sqrt(MAX(bound, 0));
	printf("frontier %s: %s not below %.*f", name, what, wanted == BAR_HYPHENS ? 1 : 3, bound);
	if (!best->found) {
		puts("; none found within the other bars");
		return;
	}
	const Tally *tally = &best->tally;
	double mean = tally->sum / tally->lines, percent = 100 / tally->lines;
	printf("; found: %.0f lines, sp %.3f, sd %.4f, >2x %.1f %%, <.8x %.1f %%, hyphens %.1f\n",
		tally->lines, mean, sqrt(tally->sum_squares / tally->lines - mean * mean),
		percent * tally->of[BAR_LOOSE], percent * tally->of[BAR_TIGHT],
		percent * tally->of[BAR_HYPHENS]);
}

/* Does a line that ends there end in what colour.py takes for a hyphen? */
static gboolean ends_in_hyphen(const Items *items, const Breakpoint *point) {
	if (point->hyphen || point->token >= items->count) {
		return point->hyphen;
	}
	const char *text = items->spec->source->text;
	int end = items->tokens[point->token].start + point->offset;
	while (end > 0 && text[end - 1] == ' ') {
		end--;
	}
	return end > 0 && text[end - 1] == '-';
}

static gboolean is_candidate(const Frontier *frontier, const Candidate *line) {
	for (int level = 0; level < LEVELS && line->spaces > 0; level++) {
		if (space_of(frontier, line, level) >= 0) {
			return TRUE;
		}
	}
	return FALSE;
}

static Candidate candidate_of(const Frontier *frontier, const ParSpec *spec, const Breakpoint *from,
	const Breakpoint *to) {
	Len indent = from->token == 0 && from->offset == 0 ? spec->first_indent : 0;
	LineSums sums = line_sums(from, to);
	double slack = (double)(spec->measure - indent) - sums.natural;
	return (Candidate){.spaces = sums.spaces,
		.natural = slack >= 0 && (to->forced || sums.spaces == 0),
		.white = (slack + sums.space) / frontier->em,
		.gaps = MAX(sums.gaps, 0) / frontier->em,
		.ink = sums.ink / frontier->em,
		.space = sums.spaces > 0 ? sums.space / sums.spaces / frontier->em : 0};
}

/* Lines of a paragraph in the making. */
typedef struct Collector {
	const Frontier *frontier;
	const Items *items;
	const Breakpoints *points;
	GArray *lines; /* Candidate */
	gboolean *reached; /* of breakpoints, whether lines lead there */
	double least; /* share of the measure that a line's natural width fills */
} Collector;

static void add_candidates(Collector *collector, int to) {
	const Breakpoint *points = collector->points->points, *end = &points[to];
	const ParSpec *spec = collector->items->spec;
	double measure = spec->measure / collector->frontier->em;
	for (int from = to - 1; from >= 0; from--) {
		Candidate line = candidate_of(collector->frontier, spec, &points[from], end);
		double width = measure - line.white + line.spaces * line.space;
		if (width > OVERFULL * measure) {
			break;
		}
		gboolean short_line = !end->forced && width < collector->least * measure;
		gboolean fits = line.natural ? end->forced || collector->least <= 0
					     : is_candidate(collector->frontier, &line);
		if (short_line || !fits || !collector->reached[from]) {
			continue;
		}
		line.from = from;
		line.to = to;
		line.hyphen = ends_in_hyphen(collector->items, end);
		g_array_append_val(collector->lines, line);
		collector->reached[to] = TRUE;
	}
}

/* Where no ordinary lines lead through, as around a long address, any may. */
static void collect(Collector *collector) {
	int count = collector->points->count;
	for (collector->least = LOOSEST; collector->least >= 0; collector->least -= LOOSEST) {
		g_array_set_size(collector->lines, 0);
		memset(collector->reached, 0, sizeof(gboolean) * (size_t)count);
		collector->reached[0] = TRUE;
		for (int to = 1; to < count; to++) {
			add_candidates(collector, to);
		}
		if (collector->reached[count - 1]) {
			return;
		}
	}
}

static void add_prose(void *user, const ParSpec *spec) {
	Frontier *frontier = user;
	if (spec->role != STYLE_PROSE) {
		return;
	}
	g_autoptr(Arena) scratch = arena_new();
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(Candidate));
	Items items = items_new(frontier->context, scratch, spec);
	BreakWays ways = {.hyphenate = TRUE, .stubs = TRUE};
	Breakpoints points = breakpoints_find(frontier->context, &items, &ways);
	Collector collector = {.frontier = frontier,
		.items = &items,
		.points = &points,
		.lines = lines,
		.reached = arena_array_of(scratch, gboolean, points.count)};
	collect(&collector);
	if (!collector.reached[points.count - 1]) {
		return; /* a word wider than the measure */
	}
	Prose prose = {.points = points.count, .count = (int)lines->len};
	prose.lines = arena_memdup(frontier->arena, lines->data, sizeof(Candidate) * lines->len);
	g_array_append_val(frontier->prose, prose);
}

static gboolean run(Arena *arena, char **arguments, GError **error) {
	g_autoptr(TextFonts) fonts = text_fonts_new("fonts", NULL, error);
	g_autoptr(TextContext) context = fonts ? text_context_new(fonts, error) : NULL;
	g_autofree char *text = NULL;
	StyleSheet sheet;
	if (!context || !g_file_get_contents(arguments[0], &text, NULL, error) ||
		!column_sheet(arena, &sheet, arguments + 2)) {
		return FALSE;
	}
	Frontier frontier = {.arena = arena,
		.context = context,
		.prose = g_array_new(FALSE, FALSE, sizeof(Prose)),
		.em = sheet.styles[STYLE_PROSE].size,
		.space = g_ascii_strtod(arguments[5], NULL),
		.glyph = sheet.glyph_stretch / 1000.0,
		.shrink = sheet.space_shrink / 1000.0,
		.bars = {0.070 * 0.070, 0.13, 0.035, 0.04}};
	frontier.centre = frontier.space;
	ParSpec base = {.sheet = &sheet,
		.measure = len_from_mm(g_ascii_strtod(arguments[1], NULL)),
		.language = "en-US"};
	column_each(arena, text, &base, add_prose, &frontier);
	g_autofree char *name = g_strdup_printf("%s %s mm", arguments[2], arguments[1]);
	Best hyphens = find_best(&frontier, BAR_HYPHENS);
	print_best(&frontier, name, &hyphens, BAR_HYPHENS);
	Best squares = find_best(&frontier, BAR_SQUARES);
	print_best(&frontier, name, &squares, BAR_SQUARES);
	g_array_unref(frontier.prose);
	return TRUE;
}

int main(int argc, char **argv) {
	return column_main(
		argc, argv, "frontier TEXT WIDTH_MM FAMILY SIZE_PT LEADING_PT SPACE_EM", run);
}
