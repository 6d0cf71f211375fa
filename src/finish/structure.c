/* structure: see the header. Elements are made first, of text that libqpdf parses, which is the
 * cheapest that its C interface has; then they are told of each other. */
#include "finish/structure.h"

#include <string.h>

#include "finish/literal.h"
#include "finish/structure_parts.h"

static const char *const type_names[] = {
	[TAG_DOCUMENT] = "/Document",
	[TAG_PART] = "/Part",
	[TAG_SECTION] = "/Sect",
	[TAG_HEADING] = "/H",
	[TAG_PARAGRAPH] = "/P",
	[TAG_LIST] = "/L",
	[TAG_LIST_ITEM] = "/LI",
	[TAG_LABEL] = "/Lbl",
	[TAG_BODY] = "/LBody",
	[TAG_TABLE] = "/Table",
	[TAG_ROW] = "/TR",
	[TAG_HEADER_CELL] = "/TH",
	[TAG_CELL] = "/TD",
	[TAG_FIGURE] = "/Figure",
	[TAG_QUOTE] = "/BlockQuote",
	[TAG_CODE] = "/Code",
	[TAG_CONTENTS] = "/TOC",
	[TAG_CONTENTS_ITEM] = "/TOCI",
	[TAG_INDEX] = "/Index",
	[TAG_LINK] = "/Link",
	[TAG_REFERENCE] = "/Reference",
	[TAG_BIBLIOGRAPHY] = "/BibEntry",
	[TAG_NOTE] = "/Note",
	[TAG_SPAN] = "/Span",
};

static const char *const heading_names[] = {"/H1", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"};

static const char *type_name(const Tag *tag) {
	if (tag->kind == TAG_HEADING) {
		return heading_names[CLAMP(tag->level, 1, 6)];
	}
	return type_names[tag->kind];
}

/* --- planning ----------------------------------------------------------------------------- */

/* Headings go down one level at a time, whatever parts the document has. */
static void order_headings(Plan *plan) {
	int last = 0;
	for (guint i = 0; i < plan->elements->len; i++) {
		Tag *tag = &plan_element(plan, (int)i)->tag;
		if (tag->kind == TAG_HEADING && plan_element(plan, (int)i)->used) {
			tag->level = CLAMP(tag->level, 1, last + 1);
			last = tag->level;
		}
	}
}

Structure *structure_new(const Document *document, GHashTable *anchors) {
	Structure *structure = g_new0(Structure, 1);
	structure->document = document;
	Plan *plan = structure->plan = plan_new(document, anchors);
	structure->names = g_new0(const char *, plan->leaves->len + 1);
	structure->seen = g_new0(gboolean, plan->leaves->len + 1);
	for (guint i = 0; i < plan->leaves->len; i++) {
		int element = g_array_index(plan->leaves, PlanLeaf, i).element;
		const Tag *tag = &plan_element(plan, element)->tag;
		structure->names[i] = tag_is_decoration(tag) ? NULL : type_name(tag);
	}
	structure->pages = g_new0(MarkLeaves, document->page_count);
	for (int p = 0; p < document->page_count; p++) {
		int first = plan->first_leaf[p];
		structure->pages[p] = (MarkLeaves){plan->first_leaf[p + 1] - first,
			structure->names + first, structure->seen + first};
	}
	return structure;
}

void structure_free(Structure *structure) {
	if (structure) {
		plan_free(structure->plan);
		g_free(structure->names);
		g_free(structure->seen);
		g_free(structure->pages);
		g_free(structure);
	}
}

MarkLeaves *structure_leaves(Structure *structure, int page) {
	return &structure->pages[page];
}

const char *structure_link_words(const Structure *structure, int page, int link) {
	int index = structure->plan->first_link[page] + link;
	return g_array_index(structure->plan->links, PlanLink, index).words;
}

int structure_link_key(const Structure *structure, int page, int link) {
	return structure->document->page_count + structure->plan->first_link[page] + link;
}

/* --- writing ------------------------------------------------------------------------------ */

typedef struct Writer {
	const Structure *structure;
	const Plan *plan;
	qpdf_data pdf;
	const qpdf_oh *pages, *links;
	GString *text;
} Writer;

static void put_text(GString *out, const char *key, const char *text) {
	g_string_append(out, key);
	literal_put(out, text);
}

/* An object of its own, made of text. */
static qpdf_oh make_object(qpdf_data pdf, const char *text) {
	qpdf_oh value = qpdf_oh_parse(pdf, text);
	qpdf_oh made = qpdf_make_indirect_object(pdf, value);
	qpdf_oh_release(pdf, value);
	return made;
}

/* That of the nearest element around it that has one, or the document's. */
static const char *language_around(const Writer *writer, const Element *element) {
	while (element->parent > 0) {
		element = plan_element(writer->plan, element->parent);
		if (element->tag.language) {
			return element->tag.language;
		}
	}
	return writer->structure->document->info.language;
}

/* Of a cell: what it is the head of, what it spans. */
static void put_cell(GString *text, const Tag *tag) {
	if (tag->kind != TAG_HEADER_CELL && tag->rows <= 1 && tag->columns <= 1) {
		return;
	}
	g_string_append(text, "/A<</O/Table");
	if (tag->kind == TAG_HEADER_CELL) {
		g_string_append(text, tag->level == TAG_SCOPE_ROW ? "/Scope/Row" : "/Scope/Column");
	}
	if (tag->rows > 1) {
		g_string_append_printf(text, "/RowSpan %d", tag->rows);
	}
	if (tag->columns > 1) {
		g_string_append_printf(text, "/ColSpan %d", tag->columns);
	}
	g_string_append(text, ">>");
}

/* Of a figure: where it is on its page. */
static void put_place(const Writer *writer, const Element *element) {
	const Plan *plan = writer->plan;
	int index = (int)(element - plan_element(plan, 0));
	const PlanFigure *figure = element->tag.kind == TAG_FIGURE
		? g_hash_table_lookup(plan->figures, GINT_TO_POINTER(index))
		: NULL;
	if (!figure) {
		return;
	}
	Rect area = figure->area;
	Len height = writer->structure->document->pages[figure->page].height;
	const Len sides[] = {
		area.x, height - area.y - area.height, area.x + area.width, height - area.y};
	g_string_append(writer->text, "/A<</BBox[");
	for (int i = 0; i < 4; i++) {
		char number[G_ASCII_DTOSTR_BUF_SIZE];
		g_ascii_formatd(number, sizeof number, "%.2f", len_to_pt(sides[i]));
		g_string_append_printf(writer->text, "%s%s", i > 0 ? " " : "", number);
	}
	g_string_append(writer->text, "]/O/Layout/Placement/Block>>");
}

/* By which others could refer to it: the order of names is that of elements. */
static void put_id(GString *text, const char *key, int element) {
	g_string_append_printf(text, "%s(note-%08d)", key, element);
}

/* The element as text, with all that names no other. */
static void write_element(const Writer *writer, const Element *element) {
	const Tag *tag = &element->tag;
	GString *text = writer->text;
	g_string_printf(text, "<</S%s", type_name(tag));
	if (tag->kind == TAG_NOTE) {
		put_id(text, "/ID", (int)(element - plan_element(writer->plan, 0)));
	}
	if (tag->alternate) {
		put_text(text, "/Alt", tag->alternate);
	}
	if (tag->actual) {
		put_text(text, "/ActualText", tag->actual);
	}
	if (tag->language && element->parent >= 0 &&
		g_strcmp0(tag->language, language_around(writer, element)) != 0) {
		put_text(text, "/Lang", tag->language);
	}
	put_cell(text, tag);
	put_place(writer, element);
	if (tag->kind == TAG_LIST && tag->level != TAG_NUMBERING_NONE) {
		g_string_append_printf(text, "/A<</O/List/ListNumbering/%s>>",
			tag->level == TAG_NUMBERING_FIGURES ? "Decimal" : "Disc");
	}
	g_string_append(text, ">>");
}

void structure_element_text(const Structure *structure, const Element *element, GString *text) {
	const Writer writer = {.structure = structure, .plan = structure->plan, .text = text};
	write_element(&writer, element);
}

static qpdf_oh make_element(const Writer *writer, const Element *element) {
	write_element(writer, element);
	return make_object(writer->pdf, writer->text->str);
}

static gboolean is_there(const Writer *writer, const Kid *kid) {
	switch (kid->kind) {
	case KID_LEAF:
		return writer->structure->seen[kid->index];
	case KID_LINK:
		return TRUE;
	case KID_ELEMENT:
		return plan_element(writer->plan, kid->index)->used;
	}
	g_assert_not_reached();
}

/* The next kid from `at` on that is there, or NULL. */
static const Kid *next_kid(const Writer *writer, int at) {
	while (at >= 0) {
		const Kid *kid = &g_array_index(writer->plan->kids, Kid, at);
		if (is_there(writer, kid)) {
			return kid;
		}
		at = kid->next;
	}
	return NULL;
}

const Kid *structure_next_kid(const Structure *structure, int at) {
	const Writer writer = {.structure = structure, .plan = structure->plan};
	return next_kid(&writer, at);
}

/* The page of the element's first leaf, -1 = it has none. */
static int first_page(const Writer *writer, const Element *element) {
	const Kid *kid = next_kid(writer, element->first_kid);
	while (kid && kid->kind != KID_LEAF) {
		kid = next_kid(writer, kid->next);
	}
	return kid ? g_array_index(writer->plan->leaves, PlanLeaf, kid->index).page : -1;
}

/* A kid as it stands in the list of an element that names `page`. To be released, unless it is an
 * element. */
static qpdf_oh kid_value(const Writer *writer, const Kid *kid, int page) {
	const Plan *plan = writer->plan;
	qpdf_data pdf = writer->pdf;
	if (kid->kind == KID_ELEMENT) {
		return plan_element(plan, kid->index)->object;
	}
	qpdf_oh value;
	if (kid->kind == KID_LINK) {
		int at = g_array_index(plan->links, PlanLink, kid->index).page;
		value = qpdf_oh_parse(pdf, "<</Type/OBJR>>");
		qpdf_oh_replace_key(pdf, value, "/Obj", writer->links[kid->index]);
		qpdf_oh_replace_key(pdf, value, "/Pg", writer->pages[at]);
		return value;
	}
	int at = g_array_index(plan->leaves, PlanLeaf, kid->index).page;
	int number = kid->index - plan->first_leaf[at];
	if (at == page) {
		return qpdf_oh_new_integer(pdf, number);
	}
	value = qpdf_oh_parse(pdf, "<</Type/MCR>>");
	qpdf_oh_replace_key(pdf, value, "/Pg", writer->pages[at]);
	qobject_put_integer(pdf, value, "/MCID", number);
	return value;
}

/* One kid stands alone, several in an array. */
static void put_kids(const Writer *writer, const Element *element) {
	qpdf_data pdf = writer->pdf;
	int page = first_page(writer, element);
	if (page >= 0) {
		qpdf_oh_replace_key(pdf, element->object, "/Pg", writer->pages[page]);
	}
	const Kid *kid = next_kid(writer, element->first_kid);
	const Kid *second = kid ? next_kid(writer, kid->next) : NULL;
	qpdf_oh array = second ? qpdf_oh_new_array(pdf) : 0;
	for (; kid; kid = next_kid(writer, kid->next)) {
		qpdf_oh value = kid_value(writer, kid, page);
		if (second) {
			qpdf_oh_append_item(pdf, array, value);
		} else {
			qpdf_oh_replace_key(pdf, element->object, "/K", value);
		}
		if (kid->kind != KID_ELEMENT) {
			qpdf_oh_release(pdf, value);
		}
	}
	if (second) {
		qobject_put(pdf, element->object, "/K", array);
	}
}

static void put_elements(const Writer *writer, qpdf_oh root) {
	const Plan *plan = writer->plan;
	for (guint i = 0; i < plan->elements->len; i++) {
		Element *element = plan_element(plan, (int)i);
		element->object = element->used ? make_element(writer, element) : 0;
	}
	for (guint i = 0; i < plan->elements->len; i++) {
		const Element *element = plan_element(plan, (int)i);
		if (!element->used) {
			continue;
		}
		qpdf_oh parent =
			element->parent >= 0 ? plan_element(plan, element->parent)->object : root;
		qpdf_oh_replace_key(writer->pdf, element->object, "/P", parent);
		put_kids(writer, element);
	}
}

/* Elements of a page's leaves, by their numbers. To be released. */
static qpdf_oh page_parents(const Writer *writer, int page) {
	const Plan *plan = writer->plan;
	qpdf_data pdf = writer->pdf;
	qpdf_oh array = qpdf_oh_new_array(pdf), null = qpdf_oh_new_null(pdf);
	for (int i = plan->first_leaf[page]; i < plan->first_leaf[page + 1]; i++) {
		int element = g_array_index(plan->leaves, PlanLeaf, i).element;
		gboolean seen = writer->structure->seen[i];
		qpdf_oh_append_item(pdf, array, seen ? plan_element(plan, element)->object : null);
	}
	qpdf_oh_release(pdf, null);
	return array;
}

/* A key of the parent tree, a page or a link, and what it leads to. */
static void put_parent(const Writer *writer, qpdf_oh numbers, int key) {
	const Plan *plan = writer->plan;
	qpdf_data pdf = writer->pdf;
	int pages = writer->structure->document->page_count;
	qpdf_oh number = qpdf_oh_new_integer(pdf, key);
	qpdf_oh_append_item(pdf, numbers, number);
	qpdf_oh_release(pdf, number);
	if (key >= pages) {
		int element = g_array_index(plan->links, PlanLink, key - pages).element;
		qpdf_oh_append_item(pdf, numbers, plan_element(plan, element)->object);
	} else {
		qpdf_oh parents = page_parents(writer, key);
		qpdf_oh_append_item(pdf, numbers, parents);
		qpdf_oh_release(pdf, parents);
	}
}

/* A root over nodes of PARENTS_A_NODE entries. To be released. */
static qpdf_oh make_parent_tree(const Writer *writer, int keys) {
	qpdf_data pdf = writer->pdf;
	qpdf_oh kids = qpdf_oh_new_array(pdf);
	for (int from = 0; from < keys; from += PARENTS_A_NODE) {
		int to = MIN(from + PARENTS_A_NODE, keys);
		g_string_printf(writer->text, "<</Limits[%d %d]>>", from, to - 1);
		qpdf_oh node = make_object(pdf, writer->text->str);
		qpdf_oh numbers = qpdf_oh_new_array(pdf);
		for (int key = from; key < to; key++) {
			put_parent(writer, numbers, key);
		}
		qobject_put(pdf, node, "/Nums", numbers);
		qpdf_oh_append_item(pdf, kids, node);
		qpdf_oh_release(pdf, node);
	}
	qpdf_oh tree = make_object(pdf, "<<>>");
	qobject_put(pdf, tree, "/Kids", kids);
	return tree;
}

/* Notes are found by their IDs. */
static gboolean is_named(const Element *element) {
	return element->used && element->tag.kind == TAG_NOTE;
}

gboolean structure_put_names(const Structure *structure, GString *text) {
	gsize before = text->len;
	for (guint i = 0; i < structure->plan->elements->len; i++) {
		const Element *element = plan_element(structure->plan, (int)i);
		if (is_named(element)) {
			put_id(text, text->len == before ? "<</Names[" : "", (int)i);
			g_string_append_printf(text, "%u 0 R ", element->object);
		}
	}
	g_string_append(text, text->len > before ? "]>>" : "");
	return text->len > before;
}

/* The elements that have an ID, by it. */
static void put_names(const Writer *writer, qpdf_oh root) {
	qpdf_data pdf = writer->pdf;
	qpdf_oh names = qpdf_oh_new_array(pdf);
	for (guint i = 0; i < writer->plan->elements->len; i++) {
		const Element *element = plan_element(writer->plan, (int)i);
		if (is_named(element)) {
			g_string_truncate(writer->text, 0);
			put_id(writer->text, "", (int)i);
			qpdf_oh id = qpdf_oh_parse(pdf, writer->text->str);
			qpdf_oh_append_item(pdf, names, id);
			qpdf_oh_append_item(pdf, names, element->object);
			qpdf_oh_release(pdf, id);
		}
	}
	if (qpdf_oh_get_array_n_items(pdf, names) > 0) {
		qpdf_oh tree = make_object(pdf, "<<>>");
		qpdf_oh_replace_key(pdf, tree, "/Names", names);
		qobject_put(pdf, root, "/IDTree", tree);
	}
	qpdf_oh_release(pdf, names);
}

static void put_root(const Writer *writer, qpdf_oh root) {
	qpdf_data pdf = writer->pdf;
	int keys = writer->structure->document->page_count + (int)writer->plan->links->len;
	qpdf_oh_replace_key(pdf, root, "/K", plan_element(writer->plan, 0)->object);
	qobject_put(pdf, root, "/ParentTree", make_parent_tree(writer, keys));
	qobject_put_integer(pdf, root, "/ParentTreeNextKey", keys);
	put_names(writer, root);
	qpdf_oh catalog = qpdf_get_root(pdf);
	qpdf_oh_replace_key(pdf, catalog, "/StructTreeRoot", root);
	qobject_put(pdf, catalog, "/MarkInfo", qpdf_oh_parse(pdf, "<</Marked true>>"));
	qpdf_oh_release(pdf, catalog);
}

void structure_use(Structure *structure) {
	plan_use(structure->plan, structure->seen);
	order_headings(structure->plan);
}

void structure_write(
	Structure *structure, qpdf_data pdf, const qpdf_oh *pages, const qpdf_oh *links) {
	Plan *plan = structure->plan;
	structure_use(structure);
	Writer writer = {structure, plan, pdf, pages, links, g_string_new(NULL)};
	qpdf_oh root = make_object(pdf, "<</Type/StructTreeRoot>>");
	put_elements(&writer, root);
	put_root(&writer, root);
	for (guint i = 0; i < plan->elements->len; i++) {
		if (plan_element(plan, (int)i)->used) {
			qpdf_oh_release(pdf, plan_element(plan, (int)i)->object);
		}
	}
	qpdf_oh_release(pdf, root);
	g_string_free(writer.text, TRUE);
}
