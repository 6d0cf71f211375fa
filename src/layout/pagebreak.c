/* pagebreak: see the header. */
#include "layout/pagebreak.h"

#include "layout/floats.h"
#include "layout/setter.h"

static const double COST_INFINITE = 1e30;
static const double COST_OVERFULL = 1e12;
enum {
	COST_WHITE = 12, /* a free line at the foot, squared */
	COST_UNLIKE = 20, /* a line's difference between facing feet, squared */
	COST_FEW_LINES = 2000, /* a last page of fewer than LAST_PAGE_LINES */
	COST_PAGE = 400, /* a page more */
	COST_LONG = 300, /* a page of one line more than it has */
	/* A float that waits for the next page: running text makes room for it soon; elsewhere all
	 * that may wait are worth less than a page. */
	COST_WAITING_PROSE = 250,
	COST_WAITING = 30,
	LAST_PAGE_LINES = 5
};

typedef struct Node {
	int item; /* page starts at this item of the list */
	double cost;
	int previous; /* node, -1 */
	Len height; /* of the page that ends here */
	gboolean overfull;
} Node;

/* A stretch between forced breaks. */
typedef struct Stretch {
	const VList *list;
	const PageBreakSpec *spec;
	int from, to;
	gboolean prose; /* facing pages shall end alike */
	gboolean tables; /* has heads that are repeated */
	const int *fills; /* how many items that fill a page stand before each */
	GArray *breaks; /* int: items before which a page may end, `to` last */
	const Floats *floats;
	gboolean closed; /* takes no floats */
	int waiting; /* floats of pages before */
	int states; /* how many floats may wait at a break, and one more */
	Node *nodes; /* [break index][side][waiting], side 1 = next page is a verso */
} Stretch;

static gboolean is_ink(const VItem *item) {
	return item->kind == V_BOX || item->kind == V_NOTES;
}

static gboolean is_discarded(const VItem *item) {
	return item->kind == V_GLUE || item->kind == V_PENALTY;
}

static gboolean is_legal(const VList *list, int from, int index) {
	const VItem *item = vlist_at(list, index);
	if (item->kind == V_PENALTY) {
		return item->penalty < PENALTY_NEVER;
	}
	int before = index - 1;
	while (item->kind == V_GLUE && before > from && vlist_at(list, before)->kind == V_FLOAT) {
		before--;
	}
	return item->kind == V_GLUE && before >= from && is_ink(vlist_at(list, before));
}

int page_first_item(const VList *list, const PageSpan *page) {
	int at = page->from;
	while (at < page->to && is_discarded(vlist_at(list, at))) {
		at++;
	}
	return at;
}

/* Tables are short against a book: the way back to a table's start is not far, and a forced break
 * ends it. */
const VItem *page_repeated_head(const VList *list, int item) {
	enum { BACK_MOST = 2000 };
	for (int i = item - 1; i >= 0 && i >= item - BACK_MOST; i--) {
		const VItem *at = vlist_at(list, i);
		if (at->kind == V_REPEAT) {
			return at->as.box ? at : NULL;
		}
		if (at->kind == V_PAGE) {
			return NULL;
		}
	}
	return NULL;
}

Len page_natural_height(const VList *list, const PageSpan *page) {
	const VItem *head = page_repeated_head(list, page->from);
	Len height = head ? head->height : 0, to_last_ink = 0;
	for (int i = page_first_item(list, page); i < page->to; i++) {
		const VItem *item = vlist_at(list, i);
		if (item->kind == V_BOX || item->kind == V_GLUE) {
			height += item->height;
		}
		if (item->kind == V_BOX) {
			to_last_ink = height;
		}
	}
	return to_last_ink;
}

static int break_penalty(const Stretch *stretch, int item) {
	if (item >= stretch->to) {
		return 0;
	}
	const VItem *at = vlist_at(stretch->list, item);
	return at->kind == V_PENALTY ? at->penalty : 0;
}

/* Does the page take the free space itself? */
static gboolean has_fill(const Stretch *stretch, int from, int to) {
	return stretch->fills[to - stretch->from] > stretch->fills[from - stretch->from];
}

static int *count_fills(const Stretch *stretch) {
	int *fills = g_new(int, (gsize)(stretch->to - stretch->from) + 1);
	int count = 0;
	for (int i = stretch->from; i < stretch->to; i++) {
		fills[i - stretch->from] = count;
		VKind kind = vlist_at(stretch->list, i)->kind;
		count += kind == V_FILL || kind == V_NOTES;
	}
	fills[stretch->to - stretch->from] = count;
	return fills;
}

static double page_cost(
	const Stretch *stretch, const Node *start, int end_item, Len height, gboolean verso) {
	double line = stretch->spec->line;
	double free_lines = (stretch->spec->height - height) / line;
	int penalty = break_penalty(stretch, end_item);
	gboolean section = penalty == PENALTY_SECTION;
	if (section && 2 * height > stretch->spec->height) {
		return 0;
	}
	double cost = COST_PAGE + (section ? 0 : penalty);
	gboolean last = end_item >= stretch->to;
	if (height > stretch->spec->height) {
		cost += COST_LONG;
		free_lines = 0;
	}
	if (last) {
		gboolean few = height < LAST_PAGE_LINES * stretch->spec->line;
		return cost + (few && start->previous >= 0 ? COST_FEW_LINES : 0);
	}
	if (!has_fill(stretch, start->item, end_item)) {
		cost += COST_WHITE * free_lines * free_lines;
	}
	if (stretch->prose && !verso && start->previous >= 0) {
		double unlike = (start->height - height) / line;
		cost += COST_UNLIKE * unlike * unlike;
	}
	return cost;
}

static int node_index(const Stretch *stretch, int index, int side, int waiting) {
	return (index * 2 + side) * stretch->states + waiting;
}

static int break_item(const Stretch *stretch, int index) {
	return g_array_index(stretch->breaks, int, index);
}

typedef struct Candidate {
	int from_index, side, waiting;
	int to_index;
	Len height;
	gboolean overfull;
} Candidate;

static void relax(const Stretch *stretch, const Candidate *candidate) {
	int from = node_index(stretch, candidate->from_index, candidate->side, candidate->waiting);
	const Node *start = &stretch->nodes[from];
	if (start->cost >= COST_INFINITE) {
		return;
	}
	int end_item = break_item(stretch, candidate->to_index);
	int first = floats_before(stretch->floats, start->item) - candidate->waiting;
	int all = floats_before(stretch->floats, end_item);
	Len room = stretch->closed ? -1 : stretch->spec->height - candidate->height;
	int placed = floats_fit(stretch->floats, first, all, room);
	Len height = candidate->height + floats_height(stretch->floats, first, placed);
	double cost = start->cost +
		page_cost(stretch, start, end_item, height, candidate->side == 1) +
		(stretch->prose ? COST_WAITING_PROSE : COST_WAITING) * (all - placed);
	if (candidate->overfull) {
		cost += COST_OVERFULL;
	}
	Node *end = &stretch->nodes[node_index(
		stretch, candidate->to_index, 1 - candidate->side, all - placed)];
	if (cost < end->cost) {
		*end = (Node){.item = end_item,
			.cost = cost,
			.previous = from,
			.height = height,
			.overfull = candidate->overfull};
	}
}

/* All pages that may start at a break, on either side of the sheet. */
static void extend(const Stretch *stretch, int index) {
	int start = break_item(stretch, index);
	PageSpan page = {.from = start, .to = stretch->to};
	int item = page_first_item(stretch->list, &page);
	const VItem *head = stretch->tables ? page_repeated_head(stretch->list, start) : NULL;
	Len height = head ? head->height : 0, to_ink = 0;
	gboolean reached = FALSE;
	for (int next = index + 1; next < (int)stretch->breaks->len; next++) {
		for (; item < break_item(stretch, next); item++) {
			const VItem *at = vlist_at(stretch->list, item);
			if (at->kind == V_BOX || at->kind == V_GLUE) {
				height += at->height;
			}
			to_ink = at->kind == V_BOX ? height : to_ink;
		}
		gboolean overfull = to_ink >
			stretch->spec->height + (stretch->prose ? 0 : stretch->spec->extra);
		if (overfull && reached) {
			return;
		}
		for (int state = 0; state < 2 * stretch->states; state++) {
			int side = state / stretch->states, waiting = state % stretch->states;
			relax(stretch, &(Candidate){index, side, waiting, next, to_ink, overfull});
		}
		reached = TRUE;
		if (overfull) {
			return;
		}
	}
}

static void find_breaks(Stretch *stretch) {
	g_array_append_val(stretch->breaks, stretch->from);
	for (int i = stretch->from + 1; i < stretch->to; i++) {
		if (is_legal(stretch->list, stretch->from, i)) {
			g_array_append_val(stretch->breaks, i);
		}
	}
	g_array_append_val(stretch->breaks, stretch->to);
}

static void collect(const Stretch *stretch, int node, gboolean first_verso, GArray *pages) {
	guint start = pages->len;
	int states = stretch->states;
	while (stretch->nodes[node].previous >= 0) {
		int previous = stretch->nodes[node].previous;
		PageSpan page = {.from = break_item(stretch, previous / (2 * states)),
			.to = break_item(stretch, node / (2 * states)),
			.overfull = stretch->nodes[node].overfull};
		page.float_from = floats_before(stretch->floats, page.from) - previous % states;
		page.float_to = floats_before(stretch->floats, page.to) - node % states;
		g_array_append_val(pages, page);
		node = previous;
	}
	for (guint i = start, j = pages->len; i + 1 < j; i++) {
		j--;
		PageSpan swap = g_array_index(pages, PageSpan, i);
		g_array_index(pages, PageSpan, i) = g_array_index(pages, PageSpan, j);
		g_array_index(pages, PageSpan, j) = swap;
	}
	gboolean verso = first_verso;
	for (guint i = start; i < pages->len; i++) {
		g_array_index(pages, PageSpan, i).verso = verso;
		verso = !verso;
	}
}

/* The cheapest end of the whole stretch. */
static int best_end(const Stretch *stretch) {
	int last = (int)stretch->breaks->len - 1;
	int best = node_index(stretch, last, 0, 0);
	for (int i = best + 1; i < node_index(stretch, last + 1, 0, 0); i++) {
		best = stretch->nodes[i].cost < stretch->nodes[best].cost ? i : best;
	}
	return best;
}

/* Does some page begin at the break? */
static gboolean is_reached(const Stretch *stretch, int index) {
	for (int i = 0; i < 2 * stretch->states; i++) {
		if (stretch->nodes[node_index(stretch, index, 0, i)].cost < COST_INFINITE) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Returns how many floats wait for the pages after it. */
static int break_stretch(Stretch *stretch, gboolean first_verso, GArray *pages) {
	stretch->breaks = g_array_new(FALSE, FALSE, sizeof(int));
	find_breaks(stretch);
	g_autofree int *fills = count_fills(stretch);
	stretch->fills = fills;
	stretch->states = 1 + stretch->waiting + floats_before(stretch->floats, stretch->to) -
		floats_before(stretch->floats, stretch->from);
	int count = (int)stretch->breaks->len, nodes = node_index(stretch, count, 0, 0);
	stretch->nodes = g_new(Node, (gsize)nodes);
	for (int i = 0; i < nodes; i++) {
		stretch->nodes[i] = (Node){.cost = COST_INFINITE, .previous = -1};
	}
	stretch->nodes[node_index(stretch, 0, first_verso ? 1 : 0, stretch->waiting)] =
		(Node){.item = stretch->from, .previous = -1};
	for (int i = 0; i + 1 < count; i++) {
		if (is_reached(stretch, i)) {
			extend(stretch, i);
		}
	}
	int end = best_end(stretch);
	collect(stretch, end, first_verso, pages);
	g_free(stretch->nodes);
	g_array_free(stretch->breaks, TRUE);
	return end % stretch->states;
}

/* The columns of a page whose items are known, as short as they fit: balanced. */
static void balance_columns(const VList *list, PageSpan *page, Len height, Len line) {
	Len unit = MAX(line / 8, 1);
	Len low = 0, high = height / unit;
	while (low <= high) {
		Len middle = (low + high) / 2;
		PageSpan tried = *page;
		int at = page->from;
		for (int i = 0; i < page->columns; i++) {
			tried.column_from[i] = at;
			int start = column_skip_white(list, at);
			at = start < page->to ? column_end(list, start, middle * unit) : page->to;
		}
		if (at >= page->to) {
			*page = tried;
			high = middle - 1;
		} else {
			low = middle + 1;
		}
	}
}

/* Columns were broken as if each were a page: puts them together. */
static void group_columns(
	const VList *list, const PageBreakSpec *spec, int columns, guint start, GArray *pages) {
	guint made = start;
	gboolean verso = g_array_index(pages, PageSpan, start).verso;
	for (guint i = start; i < pages->len; i += (guint)columns) {
		PageSpan page = g_array_index(pages, PageSpan, i);
		page.columns = columns;
		for (guint j = 0; j < (guint)columns; j++) {
			gboolean is_there = i + j < pages->len;
			const PageSpan *column =
				is_there ? &g_array_index(pages, PageSpan, i + j) : NULL;
			page.column_from[j] = column ? column->from : page.to;
			page.to = column ? column->to : page.to;
			page.overfull = page.overfull || (column && column->overfull);
		}
		page.verso = verso;
		verso = !verso;
		g_array_index(pages, PageSpan, made++) = page;
	}
	g_array_set_size(pages, made);
	balance_columns(list, &g_array_index(pages, PageSpan, made - 1), spec->height, spec->line);
}

static gboolean wants_blank(PageStart start, gboolean verso) {
	return (start == START_RECTO && verso) || (start == START_VERSO && !verso);
}

static gboolean has_ink(const VList *list, int from, int to) {
	for (int i = from; i < to; i++) {
		if (is_ink(vlist_at(list, i))) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean has_repeat(const VList *list, int from, int to) {
	for (int i = from; i < to; i++) {
		if (vlist_at(list, i)->kind == V_REPEAT) {
			return TRUE;
		}
	}
	return FALSE;
}

/* --- the whole list ----------------------------------------------------------------------- */

typedef struct Breaker {
	const VList *list;
	const PageBreakSpec *spec;
	Floats floats;
	int waiting; /* floats that found no room yet */
	GArray *pages;
	/* as the last start of a page says */
	gboolean prose, bare;
	int columns;
	PageStart start;
} Breaker;

static gboolean next_is_verso(const Breaker *breaker) {
	return (breaker->spec->first_page + (int)breaker->pages->len) % 2 == 0;
}

gboolean page_is_of_floats(const PageSpan *page) {
	return page->from == page->to && page->float_to > page->float_from;
}

/* Pages for the floats that stand before an item and still wait. */
static void add_float_pages(Breaker *breaker, int item) {
	int all = floats_before(&breaker->floats, item);
	for (int from = all - breaker->waiting; from < all;) {
		int to = floats_fit(&breaker->floats, from, all, breaker->spec->height);
		to = MAX(to, from + 1);
		PageSpan page = {.from = item,
			.to = item,
			.verso = next_is_verso(breaker),
			.float_from = from,
			.float_to = to};
		g_array_append_val(breaker->pages, page);
		from = to;
	}
	breaker->waiting = 0;
}

/* What the stretch says of its pages; a stretch that says nothing goes on like the one before. */
static void read_start(Breaker *breaker, int from, int to) {
	breaker->start = START_ANYWHERE;
	for (int i = from; i < to; i++) {
		const VItem *item = vlist_at(breaker->list, i);
		if (item->kind == V_PAGE) {
			breaker->prose = item->as.page->prose;
			breaker->bare = item->as.page->bare;
			breaker->columns = item->as.page->columns;
			breaker->start = item->as.page->start;
			return;
		}
	}
}

static void add_stretch(Breaker *breaker, int from, int to) {
	if (!has_ink(breaker->list, from, to)) {
		breaker->waiting +=
			floats_before(&breaker->floats, to) - floats_before(&breaker->floats, from);
		return;
	}
	Stretch stretch = {.list = breaker->list,
		.spec = breaker->spec,
		.from = from,
		.to = to,
		.prose = breaker->prose,
		.tables = has_repeat(breaker->list, from, to),
		.floats = &breaker->floats,
		.closed = breaker->bare || breaker->columns > 1,
		.waiting = breaker->waiting};
	guint start = breaker->pages->len;
	breaker->waiting = break_stretch(&stretch, next_is_verso(breaker), breaker->pages);
	if (breaker->columns > 1) {
		group_columns(
			breaker->list, breaker->spec, breaker->columns, start, breaker->pages);
	}
}

static int stretch_end(const VList *list, int from) {
	int to = from + 1, count = vlist_count(list);
	while (to < count &&
		!(vlist_at(list, to)->kind == V_PENALTY &&
			vlist_at(list, to)->penalty <= PENALTY_FORCE)) {
		to++;
	}
	return to;
}

GArray *pagebreak(const VList *list, const PageBreakSpec *spec) {
	Breaker breaker = {.list = list, .spec = spec};
	breaker.pages = g_array_new(FALSE, TRUE, sizeof(PageSpan));
	floats_init(&breaker.floats, list);
	int count = vlist_count(list);
	for (int from = 0, to; from < count; from = to) {
		to = stretch_end(list, from);
		read_start(&breaker, from, to);
		if (breaker.start == START_LAST) {
			add_float_pages(&breaker, from);
		}
		if (wants_blank(breaker.start, next_is_verso(&breaker))) {
			PageSpan blank = {
				.from = from, .to = from, .verso = next_is_verso(&breaker)};
			g_array_append_val(breaker.pages, blank);
		}
		add_stretch(&breaker, from, to);
	}
	add_float_pages(&breaker, count);
	floats_finish(&breaker.floats);
	return breaker.pages;
}
