/* linebreak: optimum fit by dynamic programming (Knuth & Plass, "Breaking Paragraphs into Lines",
 * Software: Practice & Experience 11, 1981). A state is a breakpoint with its line number (as far
 * as the number matters), its tightness class and how many hyphenated lines run up to it; the best
 * way to each state is kept. How lines are judged stands in demerits.c. */
#include "text/linebreak.h"

#include <math.h>
#include <string.h>

Len fit_indent(const Fit *fit, int line) {
	Len indent = line == 0 ? fit->first_indent : fit->hang_indent;
	return indent + (line < fit->beside_lines ? fit->beside : 0);
}

Len fit_measure(const Fit *fit, int line) {
	return MAX(fit->measure - fit_indent(fit, line), 1);
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

enum { HYPHENS_MAX = 2 };

#define OVERFULL_DEMERITS 1.0e12
#define SERIOUS_DEMERITS 4.0e5 /* breaks a rule: three hyphens in a row */

typedef struct Node {
	int point, previous; /* index of a breakpoint, of a node */
	int line; /* lines before it */
	int line_key; /* the same, as far as it matters */
	int hyphens; /* hyphenated lines in a row that end here */
	int tightness;
	double ratio;
	double demerits;
} Node;

/* The nodes of one breakpoint. */
typedef struct Ending {
	int point, first, count;
} Ending;

typedef struct Search {
	const Breakpoints *points;
	const Fit *fit;
	GArray *nodes; /* Node */
	GArray *active; /* Ending, in the order of their points */
	GArray *fresh; /* Node, those that end at the point at hand */
	Len least_measure; /* of all lines */
	int line_limit; /* from this line on all measures are equal */
} Search;

static int tightness_class(double ratio) {
	if (ratio < -0.5) {
		return 0;
	}
	if (ratio < 0.25) {
		return 1;
	}
	return ratio < 0.6 ? 2 : ratio < 1.0 ? 3 : 4;
}

static Node *node_at(const Search *search, int index) {
	return &g_array_index(search->nodes, Node, index);
}

/* Keeps the best node of each state among those that end at the same point. */
static void offer(GArray *fresh, const Node *node) {
	for (guint i = 0; i < fresh->len; i++) {
		Node *other = &g_array_index(fresh, Node, i);
		if (other->line_key == node->line_key && other->hyphens == node->hyphens &&
			other->tightness == node->tightness) {
			if (node->demerits < other->demerits) {
				*other = *node;
			}
			return;
		}
	}
	g_array_append_val(fresh, *node);
}

static void offer_after(Search *search, int from, int to, const Judged *judged) {
	const Node *node = node_at(search, from);
	const Breakpoint *point = &search->points->points[to];
	Node next = {.point = to, .previous = from, .line = node->line + 1};
	next.line_key = MIN(next.line, search->line_limit);
	next.ratio = judged->ratio;
	next.tightness = tightness_class(judged->ratio);
	next.hyphens = point->hyphen || point->dash ? MIN(node->hyphens + 1, HYPHENS_MAX) : 0;
	double earlier = node->line == 0 ? judged->ratio : node->ratio;
	next.demerits = node->demerits + judged->demerits +
		judge_pair(search->fit, earlier, judged->ratio, node->hyphens, point);
	offer(search->fresh, &next);
}

/* Lines from all nodes of one breakpoint to another. FALSE: they are too long already, and will be
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
	Judged judged = {0};
	Len judged_measure = 0;
	for (int i = 0; i < ending->count; i++) {
		int index = ending->first + i;
		Len measure = fit_measure(fit, node_at(search, index)->line);
		alive |= sums.natural <= measure + grace;
		if (!point->forced && sums.natural < fit->tolerance * measure) {
			continue;
		}
		if (measure != judged_measure) {
			judged = judge_line(fit, &sums, from, point, measure);
			judged_measure = measure;
		}
		if (isfinite(judged.demerits)) {
			offer_after(search, index, to, &judged);
		}
	}
	return alive && !point->forced;
}

static void keep_fresh(Search *search, int to) {
	Ending ending = {
		.point = to, .first = (int)search->nodes->len, .count = (int)search->fresh->len};
	if (ending.count > 0) {
		g_array_append_vals(search->nodes, search->fresh->data, search->fresh->len);
		g_array_append_val(search->active, ending);
	}
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
	if (kept > 0 || search->fresh->len > 0) {
		keep_fresh(search, to);
		return TRUE;
	}
	if (search->fit->tolerance > 0) {
		return FALSE;
	}
	/* Nothing fits though all was looked at: the text cannot be divided further. */
	const Node *node = node_at(search, last.first);
	Node next = {.point = to,
		.previous = last.first,
		.line = node->line + 1,
		.line_key = MIN(node->line + 1, search->line_limit),
		.ratio = -1,
		.demerits = node->demerits + OVERFULL_DEMERITS};
	g_array_append_val(search->fresh, next);
	keep_fresh(search, to);
	return TRUE;
}

/* The best end; with looseness the one whose number of lines is nearest to what is wanted. */
static int choose_end(const Search *search) {
	const Ending *end = &g_array_index(search->active, Ending, search->active->len - 1);
	int best = end->first;
	for (int i = end->first; i < end->first + end->count; i++) {
		best = node_at(search, i)->demerits < node_at(search, best)->demerits ? i : best;
	}
	int wanted = node_at(search, best)->line + search->fit->looseness;
	if (search->fit->lines_wanted > 0) {
		wanted = search->fit->lines_wanted;
	}
	for (int i = end->first; i < end->first + end->count; i++) {
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
	Node first = {.point = 0, .previous = -1, .tightness = 1};
	Ending start = {.point = 0, .first = 0, .count = 1};
	g_array_set_size(search->nodes, 0);
	g_array_set_size(search->active, 0);
	g_array_append_val(search->nodes, first);
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
	Search search = {.points = points, .fit = &tried};
	search.nodes = g_array_new(FALSE, FALSE, sizeof(Node));
	search.active = g_array_new(FALSE, FALSE, sizeof(Ending));
	search.fresh = g_array_new(FALSE, FALSE, sizeof(Node));
	search.line_limit = MAX(fit->first_indent != fit->hang_indent ? 1 : 0, fit->beside_lines);
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
