/* structure_put: the structure tree of a long document, written as text: it has more elements than
 * libqpdf can hold in reasonable memory. */
#include "finish/digits.h"
#include "finish/structure_parts.h"

typedef struct Put {
	const Structure *structure;
	const Plan *plan;
	PdfWriter *writer;
	int root, pages;
	const GArray *links;
	GString *text;
} Put;

void structure_see_page(Structure *structure, int page) {
	const MarkLeaves *leaves = &structure->pages[page];
	for (int i = 0; i < leaves->count; i++) {
		leaves->seen[i] = leaves->names[i] != NULL;
	}
}

static int object_of(const Put *put, int element) {
	return (int)plan_element(put->plan, element)->object;
}

/* The page of the element's first leaf, -1 = it has none. */
static int first_page(const Put *put, const Element *element) {
	const Kid *kid = structure_next_kid(put->structure, element->first_kid);
	while (kid && kid->kind != KID_LEAF) {
		kid = structure_next_kid(put->structure, kid->next);
	}
	return kid ? g_array_index(put->plan->leaves, PlanLeaf, kid->index).page : -1;
}

/* A kid as it stands in the list of an element that names `page`. */
static void put_kid(const Put *put, GString *out, const Kid *kid, int page) {
	const Plan *plan = put->plan;
	if (kid->kind == KID_ELEMENT) {
		digits_put_reference(out, object_of(put, kid->index));
		return;
	}
	if (kid->kind == KID_LINK) {
		int at = g_array_index(plan->links, PlanLink, kid->index).page;
		g_string_append(out, "<</Type/OBJR/Obj ");
		digits_put_reference(out, g_array_index(put->links, int, kid->index));
		g_string_append(out, "/Pg ");
		digits_put_reference(out, put->pages + at);
		g_string_append(out, ">>");
		return;
	}
	int at = g_array_index(plan->leaves, PlanLeaf, kid->index).page;
	int number = kid->index - plan->first_leaf[at];
	if (at == page) {
		digits_put(out, number);
	} else {
		g_string_append(out, "<</Type/MCR/Pg ");
		digits_put_reference(out, put->pages + at);
		g_string_append(out, "/MCID ");
		digits_put(out, number);
		g_string_append(out, ">>");
	}
}

static void put_kids(const Put *put, GString *out, const Element *element, int page) {
	const Kid *kid = structure_next_kid(put->structure, element->first_kid);
	if (!kid) {
		return;
	}
	g_string_append(out, "/K[");
	for (gboolean first = TRUE; kid; first = FALSE) {
		if (!first) {
			g_string_append_c(out, ' ');
		}
		put_kid(put, out, kid, page);
		kid = structure_next_kid(put->structure, kid->next);
	}
	g_string_append_c(out, ']');
}

static void put_element(const Put *put, const Element *element) {
	GString *text = put->text;
	structure_element_text(put->structure, element, text);
	g_string_truncate(text, text->len - 2);
	GString *out = pdf_writer_begin_object(put->writer, (int)element->object);
	g_string_append_len(out, text->str, (gssize)text->len);
	g_string_append(out, "/P ");
	digits_put_reference(
		out, element->parent >= 0 ? object_of(put, element->parent) : put->root);
	int page = first_page(put, element);
	if (page >= 0) {
		g_string_append(out, "/Pg ");
		digits_put_reference(out, put->pages + page);
	}
	put_kids(put, out, element, page);
	g_string_append(out, ">>");
	pdf_writer_end_object(put->writer);
}

static void put_elements(const Put *put) {
	GArray *elements = put->plan->elements;
	int count = 0;
	for (guint i = 0; i < elements->len; i++) {
		count += plan_element(put->plan, (int)i)->used ? 1 : 0;
	}
	int next = pdf_writer_reserve(put->writer, count);
	for (guint i = 0; i < elements->len; i++) {
		Element *element = plan_element(put->plan, (int)i);
		element->object = element->used ? (unsigned)next++ : 0;
	}
	for (guint i = 0; i < elements->len; i++) {
		const Element *element = plan_element(put->plan, (int)i);
		if (element->used) {
			put_element(put, element);
		}
	}
}

/* A key of the parent tree, a page or a link, and what it leads to. */
static void put_parent(const Put *put, GString *out, int key) {
	const Plan *plan = put->plan;
	int pages = put->structure->document->page_count;
	digits_put(out, key);
	g_string_append_c(out, ' ');
	if (key >= pages) {
		int element = g_array_index(plan->links, PlanLink, key - pages).element;
		digits_put_reference(out, object_of(put, element));
		g_string_append_c(out, ' ');
		return;
	}
	g_string_append_c(out, '[');
	for (int i = plan->first_leaf[key]; i < plan->first_leaf[key + 1]; i++) {
		int element = g_array_index(plan->leaves, PlanLeaf, i).element;
		if (put->structure->seen[i]) {
			digits_put_reference(out, object_of(put, element));
			g_string_append_c(out, ' ');
		} else {
			g_string_append(out, "null ");
		}
	}
	g_string_append_c(out, ']');
}

/* A root over nodes of PARENTS_A_NODE entries; its number. */
static int put_parent_tree(const Put *put, int keys) {
	int count = (keys + PARENTS_A_NODE - 1) / PARENTS_A_NODE;
	int tree = pdf_writer_reserve(put->writer, count + 1);
	GString *out = pdf_writer_begin_object(put->writer, tree);
	g_string_append(out, "<</Kids[");
	for (int i = 1; i <= count; i++) {
		g_string_append_printf(out, "%d 0 R ", tree + i);
	}
	g_string_append(out, "]>>");
	pdf_writer_end_object(put->writer);
	for (int i = 0; i < count; i++) {
		int from = i * PARENTS_A_NODE, to = MIN(from + PARENTS_A_NODE, keys);
		out = pdf_writer_begin_object(put->writer, tree + 1 + i);
		g_string_append_printf(out, "<</Limits[%d %d]/Nums[", from, to - 1);
		for (int key = from; key < to; key++) {
			put_parent(put, out, key);
		}
		g_string_append(out, "]>>");
		pdf_writer_end_object(put->writer);
	}
	return tree;
}

int structure_put(Structure *structure, PdfWriter *writer, int pages, const GArray *links) {
	structure_use(structure);
	Put put = {.structure = structure,
		.plan = structure->plan,
		.writer = writer,
		.pages = pages,
		.links = links};
	int keys = structure->document->page_count + (int)put.plan->links->len;
	put.text = g_string_new(NULL);
	put.root = pdf_writer_reserve(writer, 1);
	put_elements(&put);
	int tree = put_parent_tree(&put, keys);
	g_autoptr(GString) names = g_string_new("/IDTree");
	gboolean named = structure_put_names(structure, names);
	GString *out = pdf_writer_begin_object(writer, put.root);
	g_string_append_printf(out,
		"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d%s>>",
		object_of(&put, 0), tree, keys, named ? names->str : "");
	pdf_writer_end_object(writer);
	g_string_free(put.text, TRUE);
	return put.root;
}
