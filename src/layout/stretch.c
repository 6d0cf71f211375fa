/* stretch: see the header. What may end where is weighed together: white at a frame's foot, split
 * blocks (penalties), unlike feet in a spread, a last page of a few lines. */
#include "layout/stretch.h"

static const double COST_INFINITE = 1e30;
static const double COST_OVERFULL = 1e12;
enum {
	COST_WHITE = 20, /* a free line at the foot, squared, */
	COST_WHITE_PROSE = 25, /* and where running text goes on overleaf, */
	COST_SHORT = 100, /* there besides a line: white falls where something ends */
	COST_UNLIKE = 1500, /* a line's difference between feet of a spread, squared, */
	UNLIKE_LINES = 3, /* up to so many */
	COST_FEW_LINES = 2000, /* a last page of fewer than LAST_PAGE_LINES */
	COST_PAGE = 400, /* a page more */
	COST_LONG = 300, /* a page of one line more than it has */
	/* A float that waits for the next page: running text makes room for it soon; elsewhere all
	 * that may wait are worth less than a page. */
	COST_WAITING_PROSE = 250,
	COST_WAITING = 30,
	COST_WIDER = 200, /* a gap of a line more */
	COST_DIVIDED = 400, /* a word divided from one column to the next of a page */
	WIDER_MOST = 2, /* in a frame */
	LAST_PAGE_LINES = 5,
	ALTERNATIVES = 8,
	NODE_UNUSED = -2
};
static const double COST_UNLIKE_MOST = COST_UNLIKE * UNLIKE_LINES * UNLIKE_LINES;

/* A way to a break; empty: of infinite cost. */
typedef struct Node {
	double cost;
	Len foot; /* of the spread so far, where it has to agree; 0 = may be any */
	int halves; /* the same in half lines */
	int previous; /* step, -1 */
	/* Of the frame that ends here. */
	gboolean overfull;
	int wider;
} Node;

/* A frame begins at an item: kept to find the way back. */
typedef struct Step {
	int item, previous;
	int waiting;
	/* Of the frame before it. */
	guint8 overfull, wider;
	guint8 kept; /* while steps are sorted out */
} Step;

/* Where a frame may end. */
typedef struct End {
	int index, item; /* of the break, in the list */
	Len height;
	gboolean overfull;
	int wider; /* gaps */
	gboolean free; /* something ends there, so that white below it is nobody's fault */
	gboolean divided; /* a word is divided there */
	double cost; /* by itself, without floats */
} End;

typedef struct Run {
	const Stretch *stretch;
	GArray *breaks; /* int: items before which a frame may end, `to` last */
	int *fills; /* how many items that fill a page stand before each */
	int states; /* how many floats may wait at a break, and one more */
	/* A cell a break, NULL where none is: [frame of the spread][waiting][alternative]. */
	Node **cells;
	GPtrArray *spare; /* cells for use again */
	int reached; /* the last break that has a cell */
	GArray *steps; /* Step */
	guint steps_most; /* before those are left out that lead nowhere */
	GArray *ends; /* End: of the frame at hand */
} Run;

static gboolean is_legal(const VList *list, int from, int index) {
	const VItem *item = vlist_at(list, index);
	if (item->kind == V_PENALTY) {
		return item->penalty < PENALTY_NEVER;
	}
	int before = index - 1;
	while (item->kind == V_GLUE && before > from && vlist_at(list, before)->kind == V_FLOAT) {
		before--;
	}
	return item->kind == V_GLUE && before >= from &&
		(vlist_at(list, before)->kind == V_BOX || vlist_at(list, before)->kind == V_NOTES);
}

static int break_item(const Run *run, int index) {
	return g_array_index(run->breaks, int, index);
}

static int break_penalty(const Stretch *stretch, int item) {
	if (item >= stretch->to) {
		return 0;
	}
	const VItem *at = vlist_at(stretch->list, item);
	return at->kind == V_PENALTY ? at->penalty : 0;
}

/* Does the page take the free space itself? */
static gboolean has_fill(const Run *run, int from, int to) {
	int first = run->stretch->from;
	return run->fills[to - first] > run->fills[from - first];
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

/* --- cells -------------------------------------------------------------------------------- */

static int cell_size(const Run *run) {
	return run->stretch->frames * run->states * ALTERNATIVES;
}

static Node *cell_row(const Run *run, Node *cell, int frame, int waiting) {
	return cell + (frame * run->states + waiting) * ALTERNATIVES;
}

static Node *cell_at(Run *run, int index) {
	if (!run->cells[index]) {
		Node *cell = run->spare->len > 0
			? g_ptr_array_steal_index_fast(run->spare, run->spare->len - 1)
			: g_new(Node, (gsize)cell_size(run));
		for (int i = 0; i < cell_size(run); i++) {
			cell[i] = (Node){.cost = COST_INFINITE, .previous = NODE_UNUSED};
		}
		run->cells[index] = cell;
		run->reached = MAX(run->reached, index);
	}
	return run->cells[index];
}

static void cell_free(Run *run, int index) {
	if (run->cells[index]) {
		g_ptr_array_add(run->spare, run->cells[index]);
		run->cells[index] = NULL;
	}
}

/* Of ways with the same foot, to half a line, the cheapest is kept, and the cheapest of all. Those
 * in use stand first. */
static void row_add(Node *row, const Node *node) {
	Node *worst = &row[0];
	for (int i = 0; i < ALTERNATIVES; i++) {
		gboolean unused = row[i].previous == NODE_UNUSED;
		if (unused || row[i].halves == node->halves) {
			worst = &row[i];
			break;
		}
		worst = row[i].cost > worst->cost ? &row[i] : worst;
	}
	if (node->cost < worst->cost) {
		*worst = *node;
	}
}

/* --- costs -------------------------------------------------------------------------------- */

/* A way on from one of the steps that begin at a break. */
typedef struct Way {
	int index, frame, waiting;
	int step;
	const Node *node;
} Way;

/* What a frame costs by itself. */
static double frame_cost(const Run *run, int start, const End *end, Len height) {
	const Stretch *stretch = run->stretch;
	double free_lines = (stretch->spec->height - height) / (double)stretch->spec->line;
	int penalty = break_penalty(stretch, end->item);
	gboolean section = penalty == PENALTY_SECTION;
	if (section && 2 * height > stretch->spec->height) {
		return 0;
	}
	double cost = COST_PAGE + (section ? 0 : penalty) + COST_WIDER * end->wider +
		(end->overfull ? COST_OVERFULL : 0);
	if (height > stretch->spec->height) {
		cost += COST_LONG;
		free_lines = 0;
	}
	if (end->item >= stretch->to) {
		gboolean few = height < LAST_PAGE_LINES * stretch->spec->line;
		return cost + (few && start > stretch->from ? COST_FEW_LINES : 0);
	}
	if (!has_fill(run, start, end->item)) {
		gboolean inside = stretch->prose && !end->free;
		cost += (inside ? COST_WHITE_PROSE : COST_WHITE) * free_lines * free_lines +
			(inside ? COST_SHORT * free_lines : 0);
	}
	return cost;
}

static double unlike_cost(const Stretch *stretch, Len foot, Len height) {
	double lines = MIN(ABS(foot - height) / (double)stretch->spec->line, UNLIKE_LINES);
	return COST_UNLIKE * lines * lines;
}

/* --- ways --------------------------------------------------------------------------------- */

/* Where a frame with its floats ends, and for what. */
typedef struct Arrival {
	Len foot;
	int waiting;
	double cost;
} Arrival;

static Arrival arrive(const Run *run, const Way *way, const End *end) {
	const Stretch *stretch = run->stretch;
	if (run->states == 1) {
		return (Arrival){end->height, 0, end->cost};
	}
	int start = break_item(run, way->index);
	int first = floats_before(stretch->floats, start) - way->waiting;
	int all = floats_before(stretch->floats, end->item);
	Len room = stretch->closed ? -1 : stretch->spec->height - end->height;
	int placed = floats_fit(stretch->floats, first, all, room);
	Len height = end->height + floats_height(stretch->floats, first, placed);
	double waiting = stretch->prose ? COST_WAITING_PROSE : COST_WAITING;
	/* Floats stand on the page's last line. */
	return (Arrival){placed > first ? stretch->spec->height : height, all - placed,
		frame_cost(run, start, end, height) + waiting * (all - placed)};
}

static void go_to(Run *run, const Way *way, const End *end) {
	const Stretch *stretch = run->stretch;
	Arrival arrival = arrive(run, way, end);
	Node made = {.cost = way->node->cost + arrival.cost,
		.foot = way->node->foot,
		.previous = way->step,
		.overfull = end->overfull,
		.wider = end->wider};
	/* From one column to the next of a page a word may be divided. */
	if (end->divided && (way->frame + 1) % (stretch->frames / 2) != 0) {
		made.cost += COST_DIVIDED - PENALTY_DIVIDED;
	}
	if (stretch->prose && !end->free) {
		made.cost += made.foot > 0 ? unlike_cost(stretch, made.foot, arrival.foot) : 0;
		made.foot = arrival.foot;
	}
	int frame = (way->frame + 1) % stretch->frames;
	made.foot = frame == 0 ? 0 : made.foot;
	made.halves = len_round(2.0 * made.foot / stretch->spec->line);
	row_add(cell_row(run, cell_at(run, end->index), frame, arrival.waiting), &made);
}

/* In running text no frame is half empty that need not be. */
static void drop_short_ends(Run *run) {
	const Stretch *stretch = run->stretch;
	guint kept = 0;
	gboolean any = FALSE;
	for (guint i = 0; i < run->ends->len && !any; i++) {
		const End *end = &g_array_index(run->ends, End, i);
		any = 2 * end->height >= stretch->spec->height && !end->overfull && !end->divided;
	}
	for (guint i = 0; i < run->ends->len && any; i++) {
		End end = g_array_index(run->ends, End, i);
		if (2 * end.height >= stretch->spec->height || end.item >= stretch->to) {
			g_array_index(run->ends, End, kept++) = end;
		}
	}
	g_array_set_size(run->ends, any ? kept : run->ends->len);
}

/* What a frame holds up to some item. */
typedef struct Filled {
	Len height, to_ink; /* to_ink: with what is opened at it widened */
	Len widening, grid;
	gboolean gap, open, closed; /* since the last ink */
	int flexible; /* gaps and lists that may have a line more */
} Filled;

static void fill_in(Filled *filled, const VItem *item) {
	GlueKind glue = item->kind == V_GLUE ? item->as.glue.kind : GLUE_PLAIN;
	if (glue == GLUE_OPENS) {
		filled->open = TRUE;
		filled->widening = vlist_widening(item, filled->height);
	} else if (glue != GLUE_PLAIN) {
		filled->gap = filled->gap || glue == GLUE_GAP;
		filled->closed = filled->closed || filled->open;
		filled->open = FALSE;
		filled->widening = 0;
	}
	filled->grid = glue != GLUE_PLAIN ? item->as.glue.grid : filled->grid;
	filled->height = vlist_below(item, filled->height);
	if (item->kind == V_BOX) {
		filled->to_ink = filled->height + filled->widening;
		filled->flexible += filled->gap + filled->closed;
		filled->gap = filled->closed = FALSE;
	}
}

/* The end itself, and in running text the same with wider gaps. */
static void add_ends(Run *run, int index, const Filled *filled, Len most) {
	const Stretch *stretch = run->stretch;
	int wider_most = stretch->prose ? MIN(filled->flexible, WIDER_MOST) : 0;
	int item = break_item(run, index), penalty = break_penalty(stretch, item);
	for (int wider = 0; wider <= wider_most; wider++) {
		End end = {.index = index,
			.item = item,
			.height = filled->to_ink + wider * filled->grid,
			.wider = wider,
			.free = item >= stretch->to || penalty == PENALTY_FREE ||
				penalty == PENALTY_SECTION,
			.divided = penalty == PENALTY_DIVIDED};
		end.overfull = end.height > most;
		if (!end.overfull || run->ends->len == 0) {
			g_array_append_val(run->ends, end);
		}
	}
}

/* All places where a frame that starts at a break may end; one at least. */
static void find_ends(Run *run, int index) {
	const Stretch *stretch = run->stretch;
	int start = break_item(run, index);
	PageSpan page = {.from = start, .to = stretch->to};
	int item = page_first_item(stretch->list, &page);
	const VItem *head = stretch->tables ? page_repeated_head(stretch->list, start) : NULL;
	Filled filled = {.height = head ? head->height : 0};
	Len most = stretch->spec->height + (stretch->prose ? 0 : stretch->spec->extra);
	g_array_set_size(run->ends, 0);
	for (int next = index + 1; next < (int)run->breaks->len; next++) {
		for (; item < break_item(run, next); item++) {
			fill_in(&filled, vlist_at(stretch->list, item));
		}
		add_ends(run, next, &filled, most);
		if (filled.to_ink - filled.widening > most) {
			return;
		}
	}
}

static Step step_to(const Run *run, int index, const Node *node, int waiting) {
	return (Step){.item = break_item(run, index),
		.previous = node->previous,
		.waiting = waiting,
		.overfull = node->overfull ? 1 : 0,
		.wider = (guint8)node->wider};
}

static Step *step_at(const Run *run, int index) {
	return &g_array_index(run->steps, Step, index);
}

/* Marks the steps that lead to the cells which are there. */
static void mark_steps(const Run *run, int from) {
	for (int index = from; index <= run->reached; index++) {
		for (int i = 0; run->cells[index] && i < cell_size(run); i++) {
			int step = run->cells[index][i].previous;
			while (step >= 0 && !step_at(run, step)->kept) {
				step_at(run, step)->kept = 1;
				step = step_at(run, step)->previous;
			}
		}
	}
}

/* Leaves out the steps that lead to none of the cells from a break on: of a long book's nearly all,
 * since its ways meet after a few pages. */
static void sort_out_steps(Run *run, int from) {
	enum { ROOM = 8192 };
	mark_steps(run, from);
	g_autofree int *moved = g_new(int, run->steps->len);
	int count = 0;
	for (int i = 0; i < (int)run->steps->len; i++) {
		Step step = *step_at(run, i);
		moved[i] = count;
		if (step.kept) {
			step.kept = 0;
			step.previous = step.previous >= 0 ? moved[step.previous] : step.previous;
			*step_at(run, count++) = step;
		}
	}
	g_array_set_size(run->steps, (guint)count);
	for (int index = from; index <= run->reached; index++) {
		for (int i = 0; run->cells[index] && i < cell_size(run); i++) {
			Node *node = &run->cells[index][i];
			node->previous =
				node->previous >= 0 ? moved[node->previous] : node->previous;
		}
	}
	run->steps_most = 2 * (guint)count + ROOM;
}

static void extend(Run *run, int index) {
	const Stretch *stretch = run->stretch;
	find_ends(run, index);
	if (stretch->prose) {
		drop_short_ends(run);
	}
	for (guint e = 0; e < run->ends->len; e++) {
		End *end = &g_array_index(run->ends, End, e);
		end->cost = frame_cost(run, break_item(run, index), end, end->height);
	}
	for (int state = 0; state < stretch->frames * run->states; state++) {
		Way way = {.index = index,
			.frame = state / run->states,
			.waiting = state % run->states};
		const Node *row = cell_row(run, run->cells[index], way.frame, way.waiting);
		double best = COST_INFINITE;
		for (int i = 0; i < ALTERNATIVES; i++) {
			best = MIN(best, row[i].cost);
		}
		for (int i = 0; i < ALTERNATIVES; i++) {
			if (row[i].cost >= COST_INFINITE || row[i].cost > best + COST_UNLIKE_MOST) {
				continue;
			}
			Step step = step_to(run, index, &row[i], way.waiting);
			way.step = (int)run->steps->len;
			way.node = &row[i];
			g_array_append_val(run->steps, step);
			for (guint e = 0; e < run->ends->len; e++) {
				go_to(run, &way, &g_array_index(run->ends, End, e));
			}
		}
	}
}

/* The cheapest end of the whole stretch, as a step. */
static Step best_end(const Run *run) {
	const Stretch *stretch = run->stretch;
	Node *cell = run->cells[run->breaks->len - 1];
	Step best = {.item = stretch->to, .previous = -1};
	double least = COST_INFINITE;
	for (int state = 0; state < stretch->frames * run->states; state++) {
		int waiting = state % run->states;
		const Node *row = cell_row(run, cell, state / run->states, waiting);
		for (int i = 0; i < ALTERNATIVES; i++) {
			if (row[i].cost < least) {
				least = row[i].cost;
				best = step_to(run, (int)run->breaks->len - 1, &row[i], waiting);
			}
		}
	}
	return best;
}

static void collect(const Run *run, Step end, GArray *pages) {
	const Floats *floats = run->stretch->floats;
	guint start = pages->len;
	while (end.previous >= 0) {
		Step before = g_array_index(run->steps, Step, end.previous);
		PageSpan page = {.from = before.item,
			.to = end.item,
			.overfull = end.overfull,
			.wider = end.wider};
		page.float_from = floats_before(floats, page.from) - before.waiting;
		page.float_to = floats_before(floats, page.to) - end.waiting;
		g_array_append_val(pages, page);
		end = before;
	}
	for (guint i = start, j = pages->len; i + 1 < j; i++) {
		j--;
		PageSpan swap = g_array_index(pages, PageSpan, i);
		g_array_index(pages, PageSpan, i) = g_array_index(pages, PageSpan, j);
		g_array_index(pages, PageSpan, j) = swap;
	}
}

static void run_init(Run *run, const Stretch *stretch) {
	*run = (Run){.stretch = stretch, .fills = count_fills(stretch)};
	run->breaks = g_array_new(FALSE, FALSE, sizeof(int));
	run->steps = g_array_new(FALSE, FALSE, sizeof(Step));
	run->ends = g_array_new(FALSE, FALSE, sizeof(End));
	run->spare = g_ptr_array_new_with_free_func(g_free);
	g_array_append_val(run->breaks, stretch->from);
	for (int i = stretch->from + 1; i < stretch->to; i++) {
		if (is_legal(stretch->list, stretch->from, i)) {
			g_array_append_val(run->breaks, i);
		}
	}
	g_array_append_val(run->breaks, stretch->to);
	run->states = 1 + stretch->waiting + floats_before(stretch->floats, stretch->to) -
		floats_before(stretch->floats, stretch->from);
	run->cells = g_new0(Node *, run->breaks->len);
}

static void run_finish(Run *run) {
	g_array_free(run->breaks, TRUE);
	g_array_free(run->steps, TRUE);
	g_array_free(run->ends, TRUE);
	g_ptr_array_free(run->spare, TRUE);
	g_free(run->cells);
	g_free(run->fills);
}

int stretch_break(const Stretch *stretch, GArray *pages) {
	Run run;
	run_init(&run, stretch);
	int last = (int)run.breaks->len - 1;
	Node *first = cell_row(&run, cell_at(&run, 0), stretch->first_frame, stretch->waiting);
	*first = (Node){.previous = -1};
	for (int i = 0; i < last; i++) {
		if (run.cells[i]) {
			extend(&run, i);
			cell_free(&run, i);
			if (run.steps->len > run.steps_most) {
				sort_out_steps(&run, i + 1);
			}
		}
	}
	Step end = best_end(&run);
	collect(&run, end, pages);
	cell_free(&run, last);
	run_finish(&run);
	return end.waiting;
}
