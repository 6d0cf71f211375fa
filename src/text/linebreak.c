/* linebreak: optimum fit by dynamic programming (Knuth & Plass, "Breaking Paragraphs into Lines",
 * Software: Practice & Experience 11, 1981). A state is a breakpoint with its line number (as far
 * as the number matters), how many hyphenated lines run up to it, and the letterspacing of the line
 * that ends there, on a coarse grid, since the next line's may not differ by much; the best way to
 * each state is kept. How lines are judged stands in demerits.c. */
#include "text/linebreak.h"

#include <math.h>
#include <string.h>

Len fit_indent(const Fit *fit, int line) {
	Len indent = line == 0 ? fit->first_indent : fit->hang_indent;
	return indent + (line < fit->beside_lines ? fit->beside : 0);
}

Len fit_measure(const Fit *fit, int line) {
	Len end = line == 0 ? fit->first_end : 0;
	return MAX(fit->measure - fit_indent(fit, line) - end, 1);
}

LineSums line_sums(const Breakpoint *from, const Breakpoint *to) {
	return (LineSums){
		.natural = (Len)(to->end.x - from->start.x) - from->hang_start - to->hang_end,
		.space = (double)(to->end.space - from->start.space),
		.ink = (double)(to->end.ink - from->start.ink),
		.gaps = (double)(to->end.gaps - from->start.gaps),
		.wide = (double)(to->end.wide - from->start.wide),
		.squeeze = (double)(to->end.squeeze - from->start.squeeze),
		.spaces = to->end.spaces - from->start.spaces,
	};
}

double line_give(const LineSums *sums, const Give *give) {
	return sums->space * give->space + MAX(sums->gaps, 0) * give->tracking +
		sums->ink * give->glyph + sums->wide * give->wide + sums->squeeze * give->squeeze;
}

enum { HYPHEN_RUNS = 3, COARSE_LEVELS = 16 };

#define COARSE_UNIT 0.0045 /* em: two levels are as far as neighbours may be apart */
#define OVERFULL_DEMERITS 1.0e12
#define SERIOUS_DEMERITS 4.0e5 /* breaks a rule: three hyphens in a row */

/* The best way to one state. */
typedef struct Node {
	int point, previous; /* index of a breakpoint, of a node */
	int line; /* lines before it */
	double demerits;
} Node;

/* The states of one breakpoint after as many lines as matter: by hyphenated lines in a row that end
 * here and by the level of letterspacing of the last line. */
typedef struct States {
	int line, line_key;
	double best[HYPHEN_RUNS][COARSE_LEVELS];
	int node[HYPHEN_RUNS][COARSE_LEVELS]; /* while they are fresh: the node before */
} States;

/* A breakpoint that lines may start from. */
typedef struct Ending {
	int point, first, count; /* its States */
} Ending;

typedef struct Search {
	const Breakpoints *points;
	const Fit *fit;
	Levels levels;
	GArray *nodes; /* Node */
	GArray *states; /* States: of the active endings */
	GArray *active; /* Ending, in the order of their points */
	GArray *fresh; /* States of the point at hand */
	Len least_measure; /* of all lines */
	int line_limit; /* from this line on all measures are equal */
} Search;

static States *states_at(const Search *search, int index) {
	return &g_array_index(search->states, States, index);
}

static const Node *node_at(const Search *search, int index) {
	return &g_array_index(search->nodes, Node, index);
}

static States *fresh_states(Search *search, int line) {
	int line_key = MIN(line, search->line_limit);
	for (guint i = 0; i < search->fresh->len; i++) {
		States *states = &g_array_index(search->fresh, States, i);
		if (states->line_key == line_key) {
			return states;
		}
	}
	States states = {.line = line, .line_key = line_key};
	for (int h = 0; h < HYPHEN_RUNS; h++) {
		for (int level = 0; level < COARSE_LEVELS; level++) {
			states.best[h][level] = HUGE_VAL;
		}
	}
	g_array_append_val(search->fresh, states);
	return &g_array_index(search->fresh, States, search->fresh->len - 1);
}

/* From the states of one breakpoint to those of another. */
static void offer(States *next, const States *before, const Search *search, const Breakpoint *to,
	const double *costs) {
	gboolean hyphen = to->hyphen || to->dash;
	for (int h = 0; h < HYPHEN_RUNS; h++) {
		int run = hyphen ? MIN(h + 1, HYPHEN_RUNS - 1) : 0;
		double pair = judge_hyphens(search->fit, h, to);
		for (int level = 0; level < search->levels.count; level++) {
			double demerits = before->best[h][level] + costs[level] + pair;
			if (demerits < next->best[run][level]) {
				next->best[run][level] = demerits;
				next->node[run][level] = before->node[h][level];
			}
		}
	}
}

/* Lines from all states of one breakpoint to another. FALSE: they are too long already, and will be
 * to all later points. */
static gboolean search_lines(Search *search, const Ending *ending, int to) {
	const Fit *fit = search->fit;
	const Breakpoint *from = &search->points->points[ending->point];
	const Breakpoint *point = &search->points->points[to];
	/* Most points are far too near: told by one subtraction. */
	Len natural = (Len)(point->end.x - from->start.x) - from->hang_start - point->hang_end;
	if (!point->forced && natural < fit->tolerance * search->least_measure) {
		return TRUE;
	}
	LineSums sums = line_sums(from, point);
	/* A later point may hang, or need no hyphen: leave it that much. */
	double grace = fit->em + line_give(&sums, &fit->shrink);
	gboolean alive = FALSE;
	double costs[COARSE_LEVELS];
	Len judged_measure = 0;
	for (int i = 0; i < ending->count; i++) {
		const States *before = states_at(search, ending->first + i);
		Len measure = fit_measure(fit, before->line);
		alive |= sums.natural <= measure + grace;
		if (!point->forced && sums.natural < fit->tolerance * measure) {
			continue;
		}
		LineCase line = {.sums = &sums, .from = from, .to = point, .measure = measure};
		if (measure != judged_measure) {
			judge_line(fit, &search->levels, &line, costs);
			judged_measure = measure;
		}
		offer(fresh_states(search, before->line + 1), before, search, point, costs);
	}
	return alive && !point->forced;
}

/* Of the levels next to one, since neighbouring lines may not differ by more, the best to come
 * from; *least gets its demerits. */
static int level_before(const Levels *levels, const double *best, int level, double *least) {
	int found = level;
	*least = HUGE_VAL;
	int to = MIN(level + levels->step, levels->count - 1);
	for (int i = MAX(level - levels->step, 0); i <= to; i++) {
		double demerits = best[i] + levels->change[ABS(i - level)];
		if (demerits < *least) {
			*least = demerits;
			found = i;
		}
	}
	return found;
}

/* What leads to each level of letterspacing of the next line. */
static void states_open(const Search *search, States *opened, const States *states) {
	const Levels *levels = &search->levels;
	for (int h = 0; h < HYPHEN_RUNS; h++) {
		for (int level = 0; level < levels->count; level++) {
			int best = level_before(
				levels, states->best[h], level, &opened->best[h][level]);
			opened->node[h][level] = states->node[h][best];
		}
	}
}

/* Gives the states that are reached their nodes. FALSE: none is. */
static gboolean states_settle(Search *search, States *states, int point) {
	gboolean reached = FALSE;
	int count = HYPHEN_RUNS * search->levels.count;
	for (int i = 0; i < count; i++) {
		int h = i / search->levels.count, level = i % search->levels.count;
		if (!isfinite(states->best[h][level])) {
			continue;
		}
		int previous = states->node[h][level];
		Node node = {.point = point,
			.previous = previous,
			.line = node_at(search, previous)->line + 1,
			.demerits = states->best[h][level]};
		states->node[h][level] = (int)search->nodes->len;
		g_array_append_val(search->nodes, node);
		reached = TRUE;
	}
	return reached;
}

/* The fresh states become an ending. FALSE: none was reached. */
static gboolean keep_fresh(Search *search, int to) {
	Ending ending = {.point = to, .first = (int)search->states->len};
	for (guint i = 0; i < search->fresh->len; i++) {
		States *states = &g_array_index(search->fresh, States, i);
		if (states_settle(search, states, to)) {
			States opened = *states;
			states_open(search, &opened, states);
			g_array_append_val(search->states, opened);
			ending.count++;
		}
	}
	if (ending.count > 0) {
		g_array_append_val(search->active, ending);
	}
	return ending.count > 0;
}

/* A line wider than its measure, from the best state of an ending. */
static void force_line(Search *search, const Ending *last, int to) {
	const States *before = states_at(search, last->first);
	States *states = fresh_states(search, before->line + 1);
	int count = HYPHEN_RUNS * search->levels.count, best = 0;
	double least = HUGE_VAL;
	for (int i = 0; i < count; i++) {
		double demerits = before->best[i / search->levels.count][i % search->levels.count];
		if (demerits < least) {
			least = demerits;
			best = i;
		}
	}
	int h = best / search->levels.count, level = best % search->levels.count;
	states->best[0][level] = least + OVERFULL_DEMERITS;
	states->node[0][level] = before->node[h][level];
	keep_fresh(search, to);
}

/* FALSE when no line to this point fits and none is left that could fit later. */
static gboolean search_point(Search *search, int to) {
	g_array_set_size(search->fresh, 0);
	guint kept = 0;
	Ending last = {.point = -1};
	for (guint i = 0; i < search->active->len; i++) {
		Ending ending = g_array_index(search->active, Ending, i);
		last = ending;
		if (search_lines(search, &ending, to)) {
			g_array_index(search->active, Ending, kept++) = ending;
		}
	}
	g_array_set_size(search->active, kept);
	if (keep_fresh(search, to) || kept > 0) {
		return TRUE;
	}
	if (search->fit->tolerance > 0) {
		return FALSE;
	}
	/* Nothing fits though all was looked at: the text cannot be divided further. */
	g_array_set_size(search->fresh, 0);
	force_line(search, &last, to);
	return TRUE;
}

/* Nodes of the last breakpoint stand at the end of the list. */
static int choose_end(const Search *search) {
	int last = search->points->count - 1, count = (int)search->nodes->len;
	int best = count - 1;
	for (int i = count - 1; i >= 0 && node_at(search, i)->point == last; i--) {
		best = node_at(search, i)->demerits < node_at(search, best)->demerits ? i : best;
	}
	int wanted = node_at(search, best)->line + search->fit->looseness;
	if (search->fit->lines_wanted > 0) {
		wanted = search->fit->lines_wanted;
	}
	for (int i = count - 1; i >= 0 && node_at(search, i)->point == last; i--) {
		const Node *node = node_at(search, i), *other = node_at(search, best);
		int distance = ABS(node->line - wanted), best_distance = ABS(other->line - wanted);
		if (distance < best_distance ||
			(distance == best_distance && node->demerits < other->demerits)) {
			best = i;
		}
	}
	return best;
}

static Breaks read_back(Arena *arena, const Search *search, int end) {
	int count = node_at(search, end)->line;
	gboolean overfull = node_at(search, end)->demerits >= OVERFULL_DEMERITS;
	int *chosen = arena_array_of(arena, int, count + 1);
	for (int i = count; i >= 0; i--) {
		chosen[i] = node_at(search, end)->point;
		end = node_at(search, end)->previous;
	}
	return (Breaks){.line_count = count, .chosen = chosen, .overfull = overfull};
}

static gboolean search_all(Search *search) {
	Node first = {.point = 0, .previous = -1};
	Ending start = {.point = 0, .first = 0, .count = 1};
	g_array_set_size(search->nodes, 0);
	g_array_set_size(search->states, 0);
	g_array_set_size(search->active, 0);
	g_array_set_size(search->fresh, 0);
	g_array_append_val(search->nodes, first);
	States *states = fresh_states(search, 0);
	for (int level = 0; level < search->levels.count; level++) {
		states->best[0][level] = 0; /* the first line is free */
	}
	g_array_append_vals(search->states, states, 1);
	g_array_append_val(search->active, start);
	for (int to = 1; to < search->points->count; to++) {
		if (!search_point(search, to)) {
			return FALSE;
		}
	}
	const Ending *end = search->active->len > 0
		? &g_array_index(search->active, Ending, search->active->len - 1)
		: NULL;
	return end && end->point == search->points->count - 1;
}

Breaks linebreak_optimum(Arena *arena, const Breakpoints *points, const Fit *fit) {
	Fit tried = *fit;
	tried.hyphen = hyphen_demerits(fit);
	Search search = {.points = points, .fit = &tried};
	search.nodes = g_array_new(FALSE, FALSE, sizeof(Node));
	double range = fit->stretch.tracking + fit->shrink.tracking;
	search.levels = levels_for(fit, MAX(COARSE_UNIT, range / (COARSE_LEVELS - 2)));
	search.states = g_array_new(FALSE, FALSE, sizeof(States));
	search.active = g_array_new(FALSE, FALSE, sizeof(Ending));
	search.fresh = g_array_new(FALSE, FALSE, sizeof(States));
	search.line_limit = MAX(
		fit->first_indent + fit->first_end != fit->hang_indent ? 1 : 0, fit->beside_lines);
	search.least_measure = fit_measure(fit, search.line_limit);
	for (int i = 0; i < search.line_limit; i++) {
		search.least_measure = MIN(search.least_measure, fit_measure(fit, i));
	}
	if (fit->looseness != 0 || fit->lines_wanted > 0) {
		search.line_limit = G_MAXINT;
	}
	/* Loose lines are looked at only when there is no other good way. */
	for (gboolean done = FALSE; !done;) {
		gboolean found = search_all(&search);
		g_assert(found || tried.tolerance > 0);
		done = tried.tolerance <= 0 ||
			(found &&
				node_at(&search, choose_end(&search))->demerits < SERIOUS_DEMERITS);
		tried.tolerance = done ? tried.tolerance : tried.tolerance > 0.5 ? 0.5 : 0;
	}
	Breaks breaks = read_back(arena, &search, choose_end(&search));
	g_array_unref(search.nodes);
	g_array_unref(search.states);
	g_array_unref(search.active);
	g_array_unref(search.fresh);
	return breaks;
}

Breaks linebreak_balanced(Arena *arena, const Breakpoints *points, const Fit *fit) {
	Fit tried = *fit;
	tried.tolerance = 0;
	tried.target = 0;
	Breaks fewest = linebreak_optimum(arena, points, &tried);
	if (fewest.line_count < 2 || fewest.overfull) {
		return fewest;
	}
	double total = (double)points->points[points->count - 1].end.x;
	tried.lines_wanted = fewest.line_count;
	tried.target = MIN(total / fewest.line_count, (double)fit->measure);
	return linebreak_optimum(arena, points, &tried);
}
