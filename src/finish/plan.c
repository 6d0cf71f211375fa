/* plan: see the header. Pages are walked as they are painted; the links of a text stand behind it
 * in the order of its runs. */
#include "finish/plan.h"

#include <string.h>

#include "finish/wording.h"
#include "page/extent.h"

enum { TEXT_BLOCK = 4096 };

/* A linked run of the page whose active area is still to come. */
typedef struct OpenRun {
	int tag, element;
	const LineRun *run;
} OpenRun;

typedef struct Planner {
	Plan *plan;
	const Document *document;
	GHashTable *anchors, *titles; /* titles: anchor -> title of the bookmark */
	const Page *page;
	int page_index;
	GArray *open; /* OpenRun */
	Wording *wording;
	int *around; /* by tag: the link that goes around its element, -1 = none */
} Planner;

/* --- elements ----------------------------------------------------------------------------- */

int plan_add_element(Plan *plan, Tag tag, int parent) {
	Element element = {
		.tag = tag, .parent = parent, .first_kid = -1, .last_kid = -1, .object = 0};
	g_array_append_val(plan->elements, element);
	return (int)plan->elements->len - 1;
}

int plan_add_kid(Plan *plan, int element, KidKind kind, int index) {
	Kid kid = {kind, index, -1};
	int at = (int)plan->kids->len;
	g_array_append_val(plan->kids, kid);
	Element *to = plan_element(plan, element);
	if (to->last_kid >= 0) {
		g_array_index(plan->kids, Kid, to->last_kid).next = at;
	} else {
		to->first_kid = at;
	}
	to->last_kid = at;
	return at;
}

static int add_below(Plan *plan, int parent, Tag tag) {
	int element = plan_add_element(plan, tag, parent);
	plan_add_kid(plan, parent, KID_ELEMENT, element);
	return element;
}

/* --- leaves and links --------------------------------------------------------------------- */

static gboolean same_place(const char *href, const char *target, const PageItem *link) {
	if (href || link->as.link.href) {
		return g_strcmp0(href, link->as.link.href) == 0;
	}
	return g_strcmp0(target, link->as.link.target) == 0;
}

static gboolean is_drawn(const Planner *planner, const PageItem *item) {
	const char *target = item->as.link.target;
	return item->kind == PAGE_LINK &&
		(item->as.link.href || (target && g_hash_table_contains(planner->anchors, target)));
}

/* Has the page an active area for the leaf? */
static gboolean is_linked(const Planner *planner, const PageLeaf *leaf) {
	const Page *page = planner->page;
	for (int i = 0; (leaf->href || leaf->target) && i < page->item_count; i++) {
		const PageItem *item = &page->items[i];
		if (item->kind == PAGE_LINK && item->tag == leaf->tag &&
			same_place(leaf->href, leaf->target, item) && is_drawn(planner, item)) {
			return TRUE;
		}
	}
	return FALSE;
}

/* The element of a link to the leaf's place at the end of its tag, which may have begun on a line
 * or page before; else a new one. */
static int link_element(Planner *planner, const PageLeaf *leaf) {
	Plan *plan = planner->plan;
	int last = plan_element(plan, leaf->tag)->last_kid;
	const char *place = leaf->href ? leaf->href : leaf->target;
	if (last >= 0 && g_array_index(plan->kids, Kid, last).kind == KID_ELEMENT) {
		int element = g_array_index(plan->kids, Kid, last).index;
		const Element *linked = plan_element(plan, element);
		if (linked->place && strcmp(linked->place, place) == 0) {
			return element;
		}
	}
	Tag reference = {.kind = TAG_REFERENCE}, link = {.kind = TAG_LINK};
	gboolean refers = leaf->page && plan_element(plan, leaf->tag)->tag.kind != TAG_REFERENCE;
	int around = refers ? add_below(plan, leaf->tag, reference) : leaf->tag;
	int element = add_below(plan, around, link);
	plan_element(plan, element)->place = place;
	return element;
}

static void begin_leaf(Planner *planner, const PageLeaf *leaf) {
	Plan *plan = planner->plan;
	int element = is_linked(planner, leaf) ? link_element(planner, leaf) : leaf->tag;
	PlanLeaf planned = {.page = planner->page_index, .element = element};
	if (leaf->language) {
		Tag span = {.kind = TAG_SPAN, .language = leaf->language};
		planned.element = add_below(plan, element, span);
	}
	planned.kid = plan_add_kid(plan, planned.element, KID_LEAF, (int)plan->leaves->len);
	g_array_append_val(plan->leaves, planned);
}

/* A figure over several pages has the place that it has on the first. */
static void take_extent(Planner *planner, const PageItem *item) {
	Plan *plan = planner->plan;
	Rect area;
	if (item->tag == TAG_ARTIFACT || plan_element(plan, item->tag)->tag.kind != TAG_FIGURE ||
		!page_item_extent(planner->page, item, &area)) {
		return;
	}
	PlanFigure *known = g_hash_table_lookup(plan->figures, GINT_TO_POINTER(item->tag));
	if (!known) {
		PlanFigure figure = {planner->page_index, area};
		g_hash_table_insert(plan->figures, GINT_TO_POINTER(item->tag),
			g_memdup2(&figure, sizeof figure));
	} else if (known->page == planner->page_index) {
		known->area = rect_around(known->area, area);
	}
}

static void take_ink(Planner *planner, LeafWalk *walk, const PageItem *item, const LineRun *run) {
	int before = walk->count;
	int leaf = leaf_walk(walk, item, run);
	if (walk->count > before) {
		begin_leaf(planner, &walk->leaf);
	}
	take_extent(planner, item);
	if (leaf == LEAF_NONE || !run) {
		return;
	}
	wording_take(planner->wording, item->tag, run);
	if (!run->href && !run->target) {
		return;
	}
	const GArray *leaves = planner->plan->leaves;
	int element = g_array_index(leaves, PlanLeaf, leaves->len - 1).element;
	const Element *planned = plan_element(planner->plan, element);
	element = planned->tag.kind == TAG_SPAN ? planned->parent : element;
	OpenRun open = {item->tag, element, run};
	g_array_append_val(planner->open, open);
}

static char *run_text(const LineRun *run) {
	const Line line = {.run_count = 1, .runs = run};
	return line_text(&line);
}

/* The element that a link belongs to: that of its run, else one around its tag's element. */
static int element_of_link(Planner *planner, const PageItem *item, const LineRun **run) {
	for (guint i = 0; i < planner->open->len; i++) {
		OpenRun open = g_array_index(planner->open, OpenRun, i);
		if (open.tag == item->tag && same_place(open.run->href, open.run->target, item)) {
			g_array_remove_index(planner->open, i);
			*run = open.run;
			return open.element;
		}
	}
	Tag tag = {.kind = TAG_LINK};
	if (item->tag == TAG_ARTIFACT) {
		return add_below(planner->plan, 0, tag);
	}
	if (planner->around[item->tag] < 0) {
		int parent = plan_element(planner->plan, item->tag)->parent;
		planner->around[item->tag] = plan_add_element(planner->plan, tag, parent);
	}
	return planner->around[item->tag];
}

/* What it says of itself, where it leads to, or what stands there. */
static const char *link_words(const Planner *planner, const PageItem *item, const LineRun *run) {
	const char *words = item->as.link.contents ? item->as.link.contents : item->as.link.href;
	if (!words && item->as.link.target) {
		words = g_hash_table_lookup(planner->titles, item->as.link.target);
	}
	if (words || !run) {
		return words ? words : item->as.link.target;
	}
	g_autofree char *printed = run_text(run);
	return g_string_chunk_insert_const(planner->plan->texts, printed);
}

static void take_link(Planner *planner, const PageItem *item) {
	const LineRun *run = NULL;
	PlanLink link = {.page = planner->page_index};
	link.element = element_of_link(planner, item, &run);
	link.words = link_words(planner, item, run);
	plan_add_kid(planner->plan, link.element, KID_LINK, (int)planner->plan->links->len);
	g_array_append_val(planner->plan->links, link);
}

static void take_page(Planner *planner) {
	LeafWalk walk;
	leaf_walk_start(&walk);
	g_array_set_size(planner->open, 0);
	for (int i = 0; i < planner->page->item_count; i++) {
		const PageItem *item = &planner->page->items[i];
		if (is_drawn(planner, item)) {
			take_link(planner, item);
		} else if (item->kind == PAGE_TEXT) {
			const Line *line = item->as.text.line;
			for (int r = 0; r < line->run_count; r++) {
				take_ink(planner, &walk, item, &line->runs[r]);
			}
			wording_end_line(planner->wording, item);
		} else if (page_item_has_ink(item)) {
			take_ink(planner, &walk, item, NULL);
		}
	}
}

/* --- the whole ---------------------------------------------------------------------------- */

static void take_pages(Planner *planner) {
	Plan *plan = planner->plan;
	int count = planner->document->page_count;
	PageRoom room;
	page_room_init(&room);
	for (int p = 0; p < count; p++) {
		plan->first_leaf[p] = (int)plan->leaves->len;
		plan->first_link[p] = (int)plan->links->len;
		planner->page =
			page_open(&planner->document->pages[p], planner->document->fonts, &room);
		planner->page_index = p;
		take_page(planner);
	}
	page_room_finish(&room);
	plan->first_leaf[count] = (int)plan->leaves->len;
	plan->first_link[count] = (int)plan->links->len;
}

/* Into a link, before its active areas. */
static void hang_first(Plan *plan, int around, int element) {
	int areas = plan_element(plan, around)->first_kid;
	plan_element(plan, around)->last_kid = -1;
	int kid = plan_add_kid(plan, around, KID_ELEMENT, element);
	g_array_index(plan->kids, Kid, kid).next = areas;
	plan_element(plan, around)->last_kid = areas;
	plan_element(plan, element)->parent = around;
}

/* Elements of the tree behind the leaves of their parents. */
static void hang_elements(Planner *planner) {
	const TagTree *tree = planner->document->tags;
	for (int i = 1; i < tree->count; i++) {
		int around = planner->around[i], hung = around >= 0 ? around : i;
		plan_add_kid(planner->plan, tree->tags[i].parent, KID_ELEMENT, hung);
		if (around >= 0) {
			hang_first(planner->plan, around, i);
		}
	}
}

Plan *plan_new(const Document *document, GHashTable *anchors) {
	const TagTree *tree = document->tags;
	Plan *plan = g_new0(Plan, 1);
	plan->kids = g_array_new(FALSE, FALSE, sizeof(Kid));
	plan->elements = g_array_new(FALSE, FALSE, sizeof(Element));
	plan->leaves = g_array_new(FALSE, FALSE, sizeof(PlanLeaf));
	plan->links = g_array_new(FALSE, FALSE, sizeof(PlanLink));
	plan->first_leaf = g_new0(int, document->page_count + 1);
	plan->first_link = g_new0(int, document->page_count + 1);
	Planner planner = {.plan = plan, .document = document, .anchors = anchors};
	planner.titles = g_hash_table_new(g_str_hash, g_str_equal);
	for (int i = 0; i < document->outline_count; i++) {
		g_hash_table_insert(planner.titles, (gpointer)document->outline[i].target,
			(gpointer)document->outline[i].title);
	}
	planner.open = g_array_new(FALSE, FALSE, sizeof(OpenRun));
	planner.around = g_new(int, tree->count);
	for (int i = 0; i < tree->count; i++) {
		plan_add_element(plan, tree->tags[i], tree->tags[i].parent);
		planner.around[i] = -1;
	}
	plan->figures = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	plan->texts = g_string_chunk_new(TEXT_BLOCK);
	planner.wording = wording_new(plan);
	take_pages(&planner);
	wording_free(planner.wording);
	hang_elements(&planner);
	g_hash_table_destroy(planner.titles);
	g_array_free(planner.open, TRUE);
	g_free(planner.around);
	return plan;
}

void plan_free(Plan *plan) {
	if (plan) {
		g_array_free(plan->kids, TRUE);
		g_array_free(plan->elements, TRUE);
		g_array_free(plan->leaves, TRUE);
		g_array_free(plan->links, TRUE);
		g_hash_table_destroy(plan->figures);
		g_string_chunk_free(plan->texts);
		g_free(plan->first_leaf);
		g_free(plan->first_link);
		g_free(plan);
	}
}

static void use(Plan *plan, int element) {
	while (element >= 0 && !plan_element(plan, element)->used) {
		plan_element(plan, element)->used = TRUE;
		element = plan_element(plan, element)->parent;
	}
}

/* A cell without words is one all the same, so that rows are equal. */
static void use_empty_cells(Plan *plan) {
	for (guint i = 0; i < plan->elements->len; i++) {
		const Element *element = plan_element(plan, (int)i);
		TagKind kind = element->tag.kind;
		if ((kind == TAG_CELL || kind == TAG_HEADER_CELL) &&
			plan_element(plan, element->parent)->used) {
			use(plan, (int)i);
		}
	}
}

void plan_use(Plan *plan, const gboolean *has_ink) {
	for (guint i = 0; i < plan->leaves->len; i++) {
		if (has_ink[i]) {
			use(plan, g_array_index(plan->leaves, PlanLeaf, i).element);
		}
	}
	for (guint i = 0; i < plan->links->len; i++) {
		use(plan, g_array_index(plan->links, PlanLink, i).element);
	}
	use(plan, 0);
	use_empty_cells(plan);
}
