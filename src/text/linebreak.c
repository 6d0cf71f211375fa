/* linebreak: optimum fit by dynamic programming (Knuth & Plass, "Breaking Paragraphs into Lines",
 * Software: Practice & Experience 11, 1981). A state is a breakpoint with its line number (as far
 * as the number matters) and the letterspacing of the line that ends there, on a coarse grid, since
 * the next line's may not differ by much; the best way to each state is kept. How lines are judged
 * stands in demerits.c. */
#include "text/linebreak.h"

#include <math.h>
#include <string.h>

Len fit_indent(const Fit *fit, int line) {
	return line == 0 ? fit->first_indent : fit->hang_indent;
}

Len fit_measure(const Fit *fit, int line) {
	Len end = line == 0 ? fit->first_end : 0;
	return MAX(fit->measure - fit_indent(fit, line) - end, 1);
}

static Len natural_width(const Breakpoint *from, const Breakpoint *to) {
	return (Len)(to->end.x - from->start.x) - from->hang_start - to->hang_end;
}

LineSums line_sums(const Breakpoint *from, const Breakpoint *to) {
	return (LineSums){
		.natural = natural_width(from, to),
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

enum { COARSE_LEVELS = 16 };

#define COARSE_UNIT 0.0045 /* em: two levels are as far as neighbours may be apart */
#define OVERFULL_DEMERITS 1.0e12
#define SERIOUS_DEMERITS 4.0e5 /* breaks a rule: two hyphens in a row in a rag */

/* The states of one breakpoint after as many lines as matter, at each level of letterspacing. */
typedef struct States {
	int point, line, line_key; /* line: lines before the point, as far as it matters */
	/* Of the best way here. Once kept: of the best way for a next line at each level. */
	double best[COARSE_LEVELS];
	/* Where the line that ends here came from, at its own level: a place (place_of). */
	int from[COARSE_LEVELS];
	/* Once kept: the level of the line that ends here, for a next line at each level. */
	guint8 own[COARSE_LEVELS];
} States;

/* A breakpoint that lines may start from. */
typedef struct Ending {
	int point, first, count; /* its States */
	gint64 start; /* sum of widths where a line from there starts */
} Ending;

typedef struct Search {
	const Breakpoints *points;
	const Fit *fit;
	Levels levels;
	GArray *states; /* States: kept ones, and behind them the fresh ones of the point at hand */
	int kept;
	GArray *active; /* Ending, in the order of their points */
	Len least_measure; /* of all lines */
	double least_width; /* below which a line is too short, whichever */
	int line_limit; /* from this line on all measures are equal */
} Search;

static States *states_at(const Search *search, int index) {
	return &g_array_index(search->states, States, index);
}

/* One of the ways to States, in one number. */
static int place_of(int states, int level) {
	return states * COARSE_LEVELS + level;
}

/* May move all states. */
static States *fresh_states(Search *search, int point, int line) {
	int line_key = MIN(line, search->line_limit);
	for (int i = search->kept; i < (int)search->states->len; i++) {
		if (states_at(search, i)->line_key == line_key) {
			return states_at(search, i);
		}
	}
	guint count = search->states->len;
	g_array_set_size(search->states, count + 1);
	States *states = states_at(search, (int)count);
	states->point = point;
	states->line = line;
	states->line_key = line_key;
	for (int level = 0; level < search->levels.count; level++) {
		states->best[level] = HUGE_VAL;
	}
	return states;
}

/* From the states of one breakpoint to those of another. */
static void offer(Search *search, int from, int to, const double *costs) {
	States *next = fresh_states(search, to, states_at(search, from)->line + 1);
	const States *before = states_at(search, from);
	int count = search->levels.count;
	for (int level = 0; level < count; level++) {
		double demerits = before->best[level] + costs[level];
		if (demerits < next->best[level]) {
			next->best[level] = demerits;
			next->from[level] = place_of(from, before->own[level]);
		}
	}
}

/* Do better ways lead to all levels of the states that the line would lead to, whatever it costs at
 * its own? Most lines are told so. */
static gboolean is_hopeless(const Search *search, int from, const LineCase *line) {
	const States *before = states_at(search, from), *states = NULL;
	int line_key = MIN(before->line + 1, search->line_limit);
	for (int i = search->kept; i < (int)search->states->len && !states; i++) {
		states = states_at(search, i)->line_key == line_key ? states_at(search, i) : NULL;
	}
	double floor = states ? least_demerits(search->fit, line) : 0;
	if (!states || floor <= 0) {
		return FALSE;
	}
	for (int level = 0; level < search->levels.count; level++) {
		if (before->best[level] + floor < states->best[level]) {
			return FALSE;
		}
	}
	return TRUE;
}

/* Lines from an ending's states to a point, as far as they have been looked at. */
typedef struct Lines {
	const Breakpoint *from, *to;
	const LineSums *sums;
	double *costs; /* in a measure of: */
	Len measure; /* 0 = not yet */
	gboolean fits;
} Lines;

/* What a line is judged by: of lines that are not stretched their width alone. */
static LineSums sums_wanted(const Fit *fit, const Breakpoint *from, const Breakpoint *to) {
	if (fit->mode == FIT_JUSTIFY || to->forced) {
		return line_sums(from, to);
	}
	return (LineSums){.natural = natural_width(from, to)};
}

static void search_line(Search *search, Lines *lines, int from, Len measure) {
	LineCase line = {
		.sums = lines->sums, .from = lines->from, .to = lines->to, .measure = measure};
	/* One level alone is judged as soon. */
	if (search->levels.count > 1 && is_hopeless(search, from, &line)) {
		return;
	}
	if (measure != lines->measure) {
		lines->fits = judge_line(search->fit, &search->levels, &line, lines->costs);
		lines->measure = measure;
	}
	if (lines->fits) {
		offer(search, from, (int)(lines->to - search->points->points), lines->costs);
	}
}

/* Lines from all states of one breakpoint to another. FALSE: they are too long already, and will be
 * to all later points. */
static gboolean search_lines(Search *search, const Ending *ending, int to) {
	const Fit *fit = search->fit;
	const Breakpoint *from = &search->points->points[ending->point];
	const Breakpoint *point = &search->points->points[to];
	Len natural = natural_width(from, point);
	LineSums sums;
	double costs[COARSE_LEVELS];
	Lines lines = {.sums = &sums, .costs = costs, .from = from, .to = point};
	gboolean alive = FALSE, summed = FALSE, forced = point->forced;
	for (int i = ending->first; i < ending->first + ending->count; i++) {
		Len measure = fit_measure(fit, states_at(search, i)->line);
		gboolean longer = natural > measure;
		gboolean looked_at = forced || !(natural < fit->tolerance * measure);
		if ((longer || looked_at) && !summed) {
			sums = sums_wanted(fit, from, point);
			summed = TRUE;
		}
		/* A later point may hang, or need no hyphen: leave it that much. */
		alive = alive || !longer ||
			natural <= measure + fit->em + line_give(&sums, &fit->shrink);
		if (looked_at) {
			search_line(search, &lines, i, measure);
		}
	}
	return alive && !forced;
}

/* For a next line at each level, since neighbouring lines may not differ by more than so many, the
 * best of this one's. FALSE: no way leads to these states. */
static gboolean states_keep(const Levels *levels, States *states) {
	double own[COARSE_LEVELS];
	int count = levels->count, step = levels->step;
	states->own[0] = 0;
	if (count == 1) {
		return states->best[0] < HUGE_VAL;
	}
	memcpy(own, states->best, sizeof own);
	for (int level = 0; level < count; level++) {
		states->own[level] = (guint8)level;
	}
	for (int apart = 1; apart <= step; apart++) {
		double change = levels->change[apart];
		for (int level = 0; level + apart < count; level++) {
			int other = level + apart;
			if (own[other] + change < states->best[level]) {
				states->best[level] = own[other] + change;
				states->own[level] = (guint8)other;
			}
			if (own[level] + change < states->best[other]) {
				states->best[other] = own[level] + change;
				states->own[other] = (guint8)level;
			}
		}
	}
	gboolean reached = FALSE;
	for (int level = 0; level < count; level++) {
		reached |= states->best[level] < HUGE_VAL;
	}
	return reached;
}

/* The fresh states become an ending. FALSE: none was reached. */
static gboolean keep_fresh(Search *search, int to) {
	Ending ending = {
		.point = to, .first = search->kept, .start = search->points->points[to].start.x};
	for (int i = search->kept; i < (int)search->states->len; i++) {
		if (states_keep(&search->levels, states_at(search, i))) {
			if (search->kept < i) {
				*states_at(search, search->kept) = *states_at(search, i);
			}
			search->kept++;
		}
	}
	g_array_set_size(search->states, (guint)search->kept);
	ending.count = search->kept - ending.first;
	if (ending.count > 0) {
		g_array_append_val(search->active, ending);
	}
	return ending.count > 0;
}

/* The best of the ways that lead on from kept states: its place; *least gets its demerits. */
static int best_place(const Search *search, int index, double *least) {
	const States *states = states_at(search, index);
	int best = 0;
	for (int level = 1; level < search->levels.count; level++) {
		best = states->best[level] < states->best[best] ? level : best;
	}
	*least = states->best[best];
	return place_of(index, states->own[best]);
}

/* A line wider than its measure, from the best state of an ending. */
static void force_line(Search *search, const Ending *last, int to) {
	double least;
	int place = best_place(search, last->first, &least);
	States *states = fresh_states(search, to, states_at(search, last->first)->line + 1);
	states->best[place % COARSE_LEVELS] = least + OVERFULL_DEMERITS;
	states->from[place % COARSE_LEVELS] = place;
	keep_fresh(search, to);
}

/* Is a point far too near to an ending to end a line from there? Told by one subtraction. */
static gboolean is_near(const Search *search, const Ending *ending, const Breakpoint *point) {
	return (double)(point->end.x - ending->start) < search->least_width && !point->forced;
}

/* FALSE when no line to this point fits and none is left that could fit later. */
static gboolean search_point(Search *search, int to) {
	const Breakpoint *point = &search->points->points[to];
	Ending *active = (Ending *)(void *)search->active->data, last = {.point = -1};
	guint kept = 0, count = search->active->len, i = 0;
	/* When one is too near, so are all that follow. */
	for (; i < count && !is_near(search, &active[i], point); i++) {
		last = active[i];
		if (search_lines(search, &last, to)) {
			active[kept++] = last;
		}
	}
	if (i > kept) {
		memmove(active + kept, active + i, (count - i) * sizeof *active);
	}
	kept += count - i;
	g_array_set_size(search->active, kept);
	if (keep_fresh(search, to) || kept > 0) {
		return TRUE;
	}
	if (search->fit->tolerance > 0) {
		return FALSE;
	}
	/* Nothing fits though all was looked at: the text cannot be divided further. */
	force_line(search, &last, to);
	return TRUE;
}

typedef struct End {
	int line, place;
	double demerits;
} End;

/* The place before one; *point gets the breakpoint where the line between them ends. */
static int step_back(const Search *search, int place, int *point) {
	const States *states = states_at(search, place / COARSE_LEVELS);
	*point = states->point;
	return states->from[place % COARSE_LEVELS];
}

static int count_lines(const Search *search, int place) {
	int lines = 0, point;
	for (int before = step_back(search, place, &point); point > 0; lines++) {
		before = step_back(search, before, &point);
	}
	return lines;
}

static gboolean is_better(const End *end, const End *other, int wanted) {
	int distance = ABS(end->line - wanted), farther = ABS(other->line - wanted);
	return distance != farther ? distance < farther : end->demerits < other->demerits;
}

/* The way to the last breakpoint with the wanted number of lines, or nearest to it. */
static End choose_end(const Search *search) {
	const Ending *last = &g_array_index(search->active, Ending, search->active->len - 1);
	g_autofree End *ends = g_new(End, last->count);
	End best = {.demerits = HUGE_VAL};
	for (int i = 0; i < last->count; i++) {
		ends[i].place = best_place(search, last->first + i, &ends[i].demerits);
		ends[i].line = count_lines(search, ends[i].place);
		best = ends[i].demerits < best.demerits ? ends[i] : best;
	}
	int wanted = search->fit->lines_wanted;
	wanted = wanted > 0 ? wanted : best.line + search->fit->looseness;
	for (int i = 0; i < last->count; i++) {
		best = is_better(&ends[i], &best, wanted) ? ends[i] : best;
	}
	return best;
}

static Breaks read_back(Arena *arena, const Search *search, const End *end) {
	int *chosen = arena_array_of(arena, int, end->line + 1);
	int place = end->place;
	for (int i = end->line; i > 0; i--) {
		place = step_back(search, place, &chosen[i]);
	}
	return (Breaks){.line_count = end->line,
		.chosen = chosen,
		.overfull = end->demerits >= OVERFULL_DEMERITS};
}

static gboolean search_all(Search *search) {
	g_array_set_size(search->states, 0);
	g_array_set_size(search->active, 0);
	search->kept = 0;
	States *states = fresh_states(search, 0, 0);
	for (int level = 0; level < search->levels.count; level++) {
		states->best[level] = 0; /* the first line is free */
		states->own[level] = (guint8)level;
	}
	search->kept = 1;
	Ending start = {.count = 1, .start = search->points->points[0].start.x};
	search->least_width = search->fit->tolerance * search->least_measure;
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

/* Loose lines are looked at only when there is no other good way. */
static Breaks search_best(Arena *arena, Search *search, Fit *tried) {
	double tolerance = tried->tolerance;
	for (gboolean done = FALSE; !done;) {
		gboolean found = search_all(search);
		g_assert(found || tried->tolerance > 0);
		done = tried->tolerance <= 0 ||
			(found && choose_end(search).demerits < SERIOUS_DEMERITS);
		tried->tolerance = done ? tried->tolerance : tried->tolerance > 0.5 ? 0.5 : 0;
	}
	tried->tolerance = tolerance;
	End end = choose_end(search);
	return read_back(arena, search, &end);
}

/* Three lines running that end in hyphens. */
static gboolean has_ladder(const Breakpoints *points, const Breaks *breaks) {
	int running = 0;
	for (int i = 1; i <= breaks->line_count && running < 3; i++) {
		running = looks_hyphenated(&points->points[breaks->chosen[i]]) ? running + 1 : 0;
	}
	return running >= 3;
}

Breaks linebreak_optimum(Arena *arena, const Breakpoints *points, const Fit *fit) {
	Fit tried = *fit;
	hyphens_price(&tried);
	Search search = {.points = points, .fit = &tried};
	double range = fit->stretch.tracking + fit->shrink.tracking;
	search.levels = levels_for(fit, MAX(COARSE_UNIT, range / (COARSE_LEVELS - 2)));
	search.states = g_array_sized_new(FALSE, FALSE, sizeof(States), (guint)points->count + 2);
	search.active = g_array_new(FALSE, FALSE, sizeof(Ending));
	search.line_limit = fit->first_indent + fit->first_end != fit->hang_indent ? 1 : 0;
	search.least_measure = fit_measure(fit, search.line_limit);
	for (int i = 0; i < search.line_limit; i++) {
		search.least_measure = MIN(search.least_measure, fit_measure(fit, i));
	}
	if (fit->looseness != 0 || fit->lines_wanted > 0) {
		search.line_limit = G_MAXINT;
	}
	Breaks breaks = search_best(arena, &search, &tried);
	while (has_ladder(points, &breaks) && hyphens_part(&tried)) {
		breaks = search_best(arena, &search, &tried);
	}
	g_array_unref(search.states);
	g_array_unref(search.active);
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
