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
		.spaces = to->end.spaces - from->start.spaces,
	};
}

double line_give(const LineSums *sums, const Give *give) {
	return sums->space * give->space + MAX(sums->gaps, 0) * give->tracking +
		sums->ink * give->glyph + sums->wide * give->wide;
}

enum { CLASS_COUNT = 5, HYPHENS_MAX = 2 };

typedef struct Node {
	int point, previous; /* index of a breakpoint, of a node */
	int line; /* lines before it */
	int line_key; /* the same, as far as it matters */
	int hyphens; /* hyphenated lines in a row that end here */
	int tightness;
	double ratio;
	double demerits;
} Node;

typedef struct Search {
	const Breakpoints *points;
	const Fit *fit;
	GArray *nodes; /* Node */
	GArray *active; /* int, indices of nodes */
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

static Node node_after(const Search *search, int from, int to) {
	const Node *node = node_at(search, from);
	const Breakpoint *point = &search->points->points[to];
	Len measure = fit_measure(search->fit, node->line);
	Judged judged =
		judge_line(search->fit, &search->points->points[node->point], point, measure);
	Node next = {.point = to, .previous = from, .line = node->line + 1};
	next.line_key = MIN(next.line, search->line_limit);
	next.ratio = judged.ratio;
	next.tightness = tightness_class(judged.ratio);
	next.hyphens = point->hyphen || point->dash ? node->hyphens + 1 : 0;
	next.demerits = node->demerits + judged.demerits;
	double earlier = node->line == 0 ? 0 : node->ratio;
	next.demerits += judge_pair(search->fit, earlier, judged.ratio, node->hyphens, point);
	next.hyphens = MIN(next.hyphens, HYPHENS_MAX);
	return next;
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

/* A line from here to that point is too long already, and will be to all later ones. */
static gboolean is_spent(const Search *search, const Node *node, int to) {
	const Breakpoint *from = &search->points->points[node->point];
	const Breakpoint *point = &search->points->points[to];
	LineSums sums = line_sums(from, point);
	Len slack = fit_measure(search->fit, node->line) - sums.natural;
	/* A later point may hang, or need no hyphen: leave it that much. */
	Len grace = (Len)search->fit->em;
	return slack + grace + line_give(&sums, &search->fit->shrink) < 0;
}

static void search_point(Search *search, GArray *fresh, int to) {
	const Breakpoint *point = &search->points->points[to];
	g_array_set_size(fresh, 0);
	guint kept = 0;
	int last = -1;
	for (guint i = 0; i < search->active->len; i++) {
		int from = g_array_index(search->active, int, i);
		Node next = node_after(search, from, to);
		if (isfinite(next.demerits)) {
			offer(fresh, &next);
		}
		last = from;
		if (!point->forced && !is_spent(search, node_at(search, from), to)) {
			g_array_index(search->active, int, kept++) = from;
		}
	}
	if (kept == 0 && fresh->len == 0 && last >= 0) {
		/* Nothing fits: take the line as it is; its text cannot be divided further. */
		const Node *node = node_at(search, last);
		Node next = {.point = to,
			.previous = last,
			.line = node->line + 1,
			.line_key = MIN(node->line + 1, search->line_limit),
			.ratio = -1,
			.demerits = node->demerits + 1e12};
		g_array_append_val(fresh, next);
	}
	g_array_set_size(search->active, kept);
	for (guint i = 0; i < fresh->len; i++) {
		int index = (int)search->nodes->len;
		g_array_append_val(search->nodes, g_array_index(fresh, Node, i));
		g_array_append_val(search->active, index);
	}
}

/* The best end; with looseness the one whose number of lines is nearest to what is wanted. */
static int choose_end(const Search *search) {
	int best = -1;
	for (guint i = 0; i < search->active->len; i++) {
		int index = g_array_index(search->active, int, i);
		if (best < 0 ||
			node_at(search, index)->demerits < node_at(search, best)->demerits) {
			best = index;
		}
	}
	if (best < 0 || search->fit->looseness == 0) {
		return best;
	}
	int wanted = node_at(search, best)->line + search->fit->looseness;
	for (guint i = 0; i < search->active->len; i++) {
		int index = g_array_index(search->active, int, i);
		const Node *node = node_at(search, index), *other = node_at(search, best);
		int distance = ABS(node->line - wanted), best_distance = ABS(other->line - wanted);
		if (distance < best_distance ||
			(distance == best_distance && node->demerits < other->demerits)) {
			best = index;
		}
	}
	return best;
}

static Breaks read_back(Arena *arena, const Search *search, int end) {
	int count = node_at(search, end)->line;
	int *chosen = arena_array_of(arena, int, count + 1);
	for (int i = count; i >= 0; i--) {
		chosen[i] = node_at(search, end)->point;
		end = node_at(search, end)->previous;
	}
	return (Breaks){.line_count = count, .chosen = chosen};
}

Breaks linebreak_optimum(Arena *arena, const Breakpoints *points, const Fit *fit) {
	Search search = {.points = points, .fit = fit};
	search.nodes = g_array_new(FALSE, FALSE, sizeof(Node));
	search.active = g_array_new(FALSE, FALSE, sizeof(int));
	search.line_limit = MAX(fit->first_indent != fit->hang_indent ? 1 : 0, fit->beside_lines);
	if (fit->looseness != 0) {
		search.line_limit = G_MAXINT;
	}
	g_autoptr(GArray) fresh = g_array_new(FALSE, FALSE, sizeof(Node));
	Node first = {.point = 0, .previous = -1, .tightness = 1};
	int index = 0;
	g_array_append_val(search.nodes, first);
	g_array_append_val(search.active, index);
	for (int to = 1; to < points->count; to++) {
		search_point(&search, fresh, to);
	}
	Breaks breaks = read_back(arena, &search, choose_end(&search));
	g_array_unref(search.nodes);
	g_array_unref(search.active);
	return breaks;
}
