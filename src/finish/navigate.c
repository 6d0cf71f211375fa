/* navigate: see the header. Links lead to places, not to names. */
#include "finish/navigate.h"

#include <math.h>
#include <string.h>

#include "finish/digits.h"
#include "finish/literal.h"
#include "page/uri.h"

enum { ANNOTATION_PRINT = 4 };

typedef struct AnchorPlace {
	int page;
	Len x, y;
} AnchorPlace;

struct Navigation {
	PdfWriter *writer;
	const Document *document;
	const Structure *structure; /* NULL = not tagged */
	int pages;
	GArray *links; /* int */
	GHashTable *places; /* name -> index in all, + 1 */
	GArray *all; /* AnchorPlace */
	PageRoom room;
};

Navigation *navigation_new(
	PdfWriter *writer, const Document *document, const Structure *structure, int pages) {
	Navigation *navigation = g_new0(Navigation, 1);
	navigation->writer = writer;
	navigation->document = document;
	navigation->structure = structure;
	navigation->pages = pages;
	page_room_init(&navigation->room);
	navigation->links = g_array_new(FALSE, FALSE, sizeof(int));
	navigation->places = g_hash_table_new(g_str_hash, g_str_equal);
	navigation->all = g_array_new(FALSE, FALSE, sizeof(AnchorPlace));
	for (int p = 0; p < document->page_count; p++) {
		const Page *page = &document->pages[p];
		for (int a = 0; a < page->anchor_count; a++) {
			/* The first of a name counts, as document_find_anchor has it. */
			char *name = (char *)page->anchors[a].name;
			AnchorPlace place = {p, page->anchors[a].x, page->anchors[a].y};
			if (!g_hash_table_contains(navigation->places, name)) {
				g_array_append_val(navigation->all, place);
				g_hash_table_insert(navigation->places, name,
					GUINT_TO_POINTER(navigation->all->len));
			}
		}
	}
	return navigation;
}

void navigation_free(Navigation *navigation) {
	if (navigation) {
		page_room_finish(&navigation->room);
		g_hash_table_destroy(navigation->places);
		g_array_unref(navigation->all);
		g_array_unref(navigation->links);
		g_free(navigation);
	}
}

static const AnchorPlace *find_place(const Navigation *navigation, const char *name) {
	guint index = GPOINTER_TO_UINT(g_hash_table_lookup(navigation->places, name));
	return index ? &g_array_index(navigation->all, AnchorPlace, index - 1) : NULL;
}

static void put_place(const Navigation *navigation, GString *out, const AnchorPlace *place) {
	const Page *page = &navigation->document->pages[place->page];
	g_string_append(out, "/Dest[");
	digits_put_reference(out, navigation->pages + place->page);
	g_string_append(out, "/XYZ ");
	digits_put(out, (int)floor(len_to_pt(place->x)));
	g_string_append_c(out, ' ');
	double top = len_to_pt(page->height - MAX(0, place->y));
	digits_put(out, (int)ceil(top));
	g_string_append(out, " 0]");
}

/* --- links -------------------------------------------------------------------------------- */

static gboolean leads(const Navigation *navigation, const PageItem *item) {
	return item->kind == PAGE_LINK &&
		(item->as.link.href ||
			(item->as.link.target && find_place(navigation, item->as.link.target)));
}

/* Whole points around it: nobody sees or feels the difference. */
static void put_area(GString *out, const Page *page, Rect area) {
	double left = len_to_pt(area.x), bottom = len_to_pt(page->height - area.y - area.height);
	double right = len_to_pt(area.x + area.width), top = len_to_pt(page->height - area.y);
	const int sides[] = {
		(int)floor(left), (int)floor(bottom), (int)ceil(right), (int)ceil(top)};
	g_string_append(out, "/Rect");
	for (guint i = 0; i < G_N_ELEMENTS(sides); i++) {
		g_string_append_c(out, i == 0 ? '[' : ' ');
		digits_put(out, sides[i]);
	}
	g_string_append_c(out, ']');
}

/* Where a link stands: page, and which of those that lead somewhere. */
typedef struct LinkAt {
	int page, index;
} LinkAt;

static void put_link(const Navigation *navigation, GString *out, const PageItem *item, LinkAt at) {
	const char *contents = item->as.link.contents;
	g_string_append(out, "<</Subtype/Link/Border[0 0 0]/F ");
	digits_put(out, ANNOTATION_PRINT);
	put_area(out, &navigation->document->pages[at.page], item->as.link.area);
	if (item->as.link.href) {
		g_autofree char *uri = page_uri(item->as.link.href);
		g_string_append_printf(out, "/A<</S/URI/URI(%s)>>", uri);
	} else {
		put_place(navigation, out, find_place(navigation, item->as.link.target));
	}
	if (navigation->structure) {
		contents = structure_link_words(navigation->structure, at.page, at.index);
		g_string_append(out, "/StructParent ");
		digits_put(out, structure_link_key(navigation->structure, at.page, at.index));
	}
	if (contents) {
		g_string_append(out, "/Contents");
		literal_put(out, contents);
	}
	g_string_append(out, ">>");
}

/* An object of its own where the structure has to name it. */
static void put_link_of(
	Navigation *navigation, GString *dictionary, const PageItem *item, LinkAt at) {
	if (!navigation->structure) {
		put_link(navigation, dictionary, item, at);
		return;
	}
	int number = pdf_writer_reserve(navigation->writer, 1);
	GString *out = pdf_writer_begin_object(navigation->writer, number);
	put_link(navigation, out, item, at);
	pdf_writer_end_object(navigation->writer);
	g_array_append_val(navigation->links, number);
	digits_put_reference(dictionary, number);
	g_string_append_c(dictionary, ' ');
}

void navigation_links(Navigation *navigation, int page, GString *dictionary) {
	const Page *drawn = page_open_areas(&navigation->document->pages[page], &navigation->room);
	int count = 0;
	for (int i = 0; i < drawn->item_count; i++) {
		if (!leads(navigation, &drawn->items[i])) {
			continue;
		}
		g_string_append(dictionary, count == 0 ? "/Annots[" : "");
		put_link_of(navigation, dictionary, &drawn->items[i], (LinkAt){page, count++});
	}
	if (count > 0) {
		g_string_append_c(dictionary, ']');
	}
}

const GArray *navigation_link_numbers(const Navigation *navigation) {
	return navigation->links;
}

/* --- bookmarks ---------------------------------------------------------------------------- */

/* An entry among those that lead somewhere; 0 is the root, 0 also = none. */
typedef struct Mark {
	const OutlineEntry *entry;
	int parent, before, after, first, last, below;
} Mark;

/* An entry stands below the last one before it of a lower level. */
static GArray *collect_marks(const Navigation *navigation) {
	const Document *document = navigation->document;
	GArray *marks = g_array_new(FALSE, TRUE, sizeof(Mark));
	g_array_set_size(marks, 1);
	int last = 0;
	for (int i = 0; i < document->outline_count; i++) {
		const OutlineEntry *entry = &document->outline[i];
		if (!find_place(navigation, entry->target)) {
			continue;
		}
		int parent = last, number = (int)marks->len;
		while (parent > 0 &&
			g_array_index(marks, Mark, parent).entry->level >= entry->level) {
			parent = g_array_index(marks, Mark, parent).parent;
		}
		Mark mark = {.entry = entry, .parent = parent};
		Mark *above = &g_array_index(marks, Mark, parent);
		mark.before = above->last;
		above->first = above->first ? above->first : number;
		above->last = number;
		if (mark.before) {
			g_array_index(marks, Mark, mark.before).after = number;
		}
		g_array_append_val(marks, mark);
		last = number;
	}
	return marks;
}

static gboolean is_open(const Mark *mark) {
	return !mark->entry || mark->entry->level <= 1;
}

/* Those that are seen below each when it is open. */
static void count_marks(GArray *marks) {
	for (guint i = marks->len - 1; i > 0; i--) {
		const Mark *mark = &g_array_index(marks, Mark, i);
		g_array_index(marks, Mark, mark->parent).below +=
			1 + (is_open(mark) ? mark->below : 0);
	}
}

static void put_reference(GString *out, const char *key, int root, int mark) {
	if (mark) {
		g_string_append_printf(out, "/%s %d 0 R", key, root + mark);
	}
}

static void put_mark(const Navigation *navigation, GString *out, const Mark *mark, int root) {
	g_string_append(out, "<<");
	if (mark->entry) {
		g_string_append(out, "/Title");
		literal_put(out, mark->entry->title);
		g_string_append_printf(out, "/Parent %d 0 R", root + mark->parent);
		put_place(navigation, out, find_place(navigation, mark->entry->target));
	} else {
		g_string_append(out, "/Type/Outlines");
	}
	put_reference(out, "Prev", root, mark->before);
	put_reference(out, "Next", root, mark->after);
	put_reference(out, "First", root, mark->first);
	put_reference(out, "Last", root, mark->last);
	if (mark->below > 0) {
		g_string_append_printf(
			out, "/Count %d", is_open(mark) ? mark->below : -mark->below);
	}
	g_string_append(out, ">>");
}

int navigation_outline(Navigation *navigation) {
	g_autoptr(GArray) marks = collect_marks(navigation);
	if (marks->len == 1) {
		return 0;
	}
	count_marks(marks);
	int root = pdf_writer_reserve(navigation->writer, (int)marks->len);
	for (guint i = 0; i < marks->len; i++) {
		GString *out = pdf_writer_begin_object(navigation->writer, root + (int)i);
		put_mark(navigation, out, &g_array_index(marks, Mark, i), root);
		pdf_writer_end_object(navigation->writer);
	}
	return root;
}

/* --- labels ------------------------------------------------------------------------------- */

/* Ranges of numbers that count up; a label that is no number is a range of its own. */
int navigation_labels(Navigation *navigation) {
	const Document *document = navigation->document;
	int number = pdf_writer_reserve(navigation->writer, 1);
	GString *out = pdf_writer_begin_object(navigation->writer, number);
	g_string_append(out, "<</Nums[");
	gint64 expected = -1;
	for (int i = 0; i < document->page_count; i++) {
		const char *label = document->pages[i].label;
		gint64 value = g_ascii_strtoll(label, NULL, 10);
		g_autofree char *again = g_strdup_printf("%" G_GINT64_FORMAT, value);
		gboolean counts = value > 0 && strcmp(again, label) == 0;
		if (counts && value != expected) {
			g_string_append_printf(out, "%d<</S/D/St %d>>", i, (int)value);
		} else if (!counts) {
			g_string_append_printf(out, "%d<</P", i);
			literal_put(out, label);
			g_string_append(out, ">>");
		}
		expected = counts ? value + 1 : -1;
	}
	g_string_append(out, "]>>");
	pdf_writer_end_object(navigation->writer);
	return number;
}
