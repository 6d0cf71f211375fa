/* book: see the header. Objects of the base keep their numbers; its catalog, its page tree and the
 * prelude are left out, its other pages become objects of their own among the rest. */
#include "finish/book.h"

#include <stdlib.h>
#include <string.h>

#include "finish/navigate.h"

enum { KIDS_MOST = 64 };

typedef struct Book {
	const Document *document;
	const Drawn *drawn;
	qpdf_data base;
	Structure *structure; /* NULL = not tagged */
	int base_count; /* its numbers are below */
	GHashTable *left_out; /* of those */
	PdfWriter *writer;
	Navigation *navigation;
	Progress *progress;
	int pages, contents, nodes, tree; /* first numbers, and the tree's root */
	char *resources; /* of the prelude, as a reference or a dictionary */
} Book;

static gboolean refuse(GError **error, const char *why) {
	g_set_error(
		error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "the PDF cannot be finished: %s", why);
	return FALSE;
}

/* --- the base ----------------------------------------------------------------------------- */

/* All numbers are below that of an object made now. */
static int count_objects(qpdf_data pdf) {
	qpdf_oh none = qpdf_oh_new_integer(pdf, 0);
	qpdf_oh made = qpdf_make_indirect_object(pdf, none);
	int count = qpdf_oh_get_object_id(pdf, made);
	qpdf_oh_release(pdf, made);
	qpdf_oh_release(pdf, none);
	return count;
}

static void leave_out(const Book *book, int number) {
	g_hash_table_add(book->left_out, GINT_TO_POINTER(number));
}

/* Leaves out what a key of it refers to. */
static void leave_out_key(const Book *book, qpdf_oh dict, const char *key) {
	qpdf_oh value = qpdf_oh_get_key(book->base, dict, key);
	leave_out(book, qpdf_oh_get_object_id(book->base, value));
	qpdf_oh_release(book->base, value);
}

static gboolean open_base(Book *book, GError **error) {
	qpdf_data pdf = book->base;
	if (qpdf_get_num_pages(pdf) < 1) {
		return refuse(error, "it has no pages");
	}
	book->base_count = count_objects(pdf);
	qpdf_oh root = qpdf_get_root(pdf), prelude = qpdf_get_page_n(pdf, 0);
	leave_out(book, qpdf_oh_get_object_id(pdf, root));
	leave_out_key(book, root, "/Pages");
	leave_out(book, qpdf_oh_get_object_id(pdf, prelude));
	leave_out_key(book, prelude, "/Contents");
	qpdf_oh resources = qpdf_oh_get_key(pdf, prelude, "/Resources");
	book->resources = g_strdup(qpdf_oh_unparse(pdf, resources));
	qpdf_oh_release(pdf, resources);
	qpdf_oh_release(pdf, prelude);
	qpdf_oh_release(pdf, root);
	return qobject_check(pdf, error);
}

/* What a dictionary holds, without its brackets. Caller frees. */
static char *entries(qpdf_data pdf, qpdf_oh dict) {
	const char *text = qpdf_oh_unparse_resolved(pdf, dict);
	gsize length = strlen(text);
	return length >= 4 ? g_strndup(text + 2, length - 4) : g_strdup("");
}

static gboolean put_stream(Book *book, int number, qpdf_oh stream, GError **error) {
	unsigned char *data = NULL;
	gsize length = 0;
	QPDF_ERROR_CODE code =
		qpdf_oh_get_stream_data(book->base, stream, qpdf_dl_none, NULL, &data, &length);
	if (code & QPDF_ERRORS) {
		return refuse(error, "a stream cannot be read");
	}
	qpdf_oh dict = qpdf_oh_get_dict(book->base, stream);
	qpdf_oh_remove_key(book->base, dict, "/Length");
	g_autofree char *said = entries(book->base, dict);
	pdf_writer_stream(book->writer, number, said, data, length);
	qpdf_oh_release(book->base, dict);
	free(data);
	return TRUE;
}

/* Lengths of streams are numbers by themselves, and said anew. */
static gboolean put_object(Book *book, int number, GError **error) {
	qpdf_oh object = qpdf_get_object_by_id(book->base, number, 0);
	gboolean good = TRUE;
	if (qpdf_oh_is_stream(book->base, object)) {
		good = put_stream(book, number, object, error);
	} else if (!qpdf_oh_is_null(book->base, object) &&
		!qpdf_oh_is_integer(book->base, object)) {
		GString *out = pdf_writer_begin_object(book->writer, number);
		g_string_append(out, qpdf_oh_unparse_resolved(book->base, object));
		pdf_writer_end_object(book->writer);
	}
	qpdf_oh_release(book->base, object);
	return good;
}

static gboolean put_base(Book *book, GError **error) {
	for (int i = 1; i < book->base_count; i++) {
		if (!g_hash_table_contains(book->left_out, GINT_TO_POINTER(i)) &&
			!put_object(book, i, error)) {
			return FALSE;
		}
	}
	return qobject_check(book->base, error);
}

/* --- pages -------------------------------------------------------------------------------- */

static void put_box(GString *out, const char *key, const Page *page) {
	char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
	g_ascii_formatd(width, sizeof width, "%.9g", len_to_pt(page->width));
	g_ascii_formatd(height, sizeof height, "%.9g", len_to_pt(page->height));
	g_string_append_printf(out, "/%s[0 0 %s %s]", key, width, height);
}

/* A page of the base: what Cairo says of it, but not where it hangs. */
static void append_drawn(Book *book, GString *out, int in_base) {
	qpdf_oh page = qpdf_get_page_n(book->base, (gsize)in_base);
	leave_out(book, qpdf_oh_get_object_id(book->base, page));
	qpdf_oh_remove_key(book->base, page, "/Parent");
	g_autofree char *said = entries(book->base, page);
	g_string_append(out, said);
	qpdf_oh_release(book->base, page);
}

static void put_page(Book *book, int index) {
	const Page *page = &book->document->pages[index];
	const DrawnPage *drawn = &book->drawn->pages[index];
	g_autoptr(GString) said = g_string_new(NULL);
	if (drawn->in_base > 0) {
		append_drawn(book, said, drawn->in_base);
	} else {
		g_string_append(said, "/Type/Page");
		put_box(said, "MediaBox", page);
		g_string_append_printf(said, "/Resources %s/Contents %d 0 R", book->resources,
			book->contents + index);
		pdf_writer_stream(book->writer, book->contents + index, "/Filter/FlateDecode",
			drawn->content, drawn->length);
	}
	put_box(said, "TrimBox", page);
	g_string_append_printf(said, "/Parent %d 0 R", book->nodes + index / KIDS_MOST);
	if (book->structure) {
		g_string_append_printf(said, "/StructParents %d/Tabs/S", index);
	}
	navigation_links(book->navigation, index, said);
	GString *out = pdf_writer_begin_object(book->writer, book->pages + index);
	g_string_append(out, "<<");
	g_string_append_len(out, said->str, (gssize)said->len);
	g_string_append(out, ">>");
	pdf_writer_end_object(book->writer);
}

/* Two levels: the root, and nodes with some pages each. */
static void put_tree(Book *book, int node_count) {
	int page_count = book->document->page_count;
	GString *out = pdf_writer_begin_object(book->writer, book->tree);
	g_string_append_printf(out, "<</Type/Pages/Count %d/Kids[", page_count);
	for (int i = 0; i < node_count; i++) {
		g_string_append_printf(out, "%d 0 R ", book->nodes + i);
	}
	g_string_append(out, "]>>");
	pdf_writer_end_object(book->writer);
	for (int i = 0; i < node_count; i++) {
		int from = i * KIDS_MOST, to = MIN(from + KIDS_MOST, page_count);
		out = pdf_writer_begin_object(book->writer, book->nodes + i);
		g_string_append_printf(
			out, "<</Type/Pages/Parent %d 0 R/Count %d/Kids[", book->tree, to - from);
		for (int k = from; k < to; k++) {
			g_string_append_printf(out, "%d 0 R ", book->pages + k);
		}
		g_string_append(out, "]>>");
		pdf_writer_end_object(book->writer);
	}
}

static int put_catalog(Book *book) {
	int outline = navigation_outline(book->navigation);
	int labels = navigation_labels(book->navigation);
	int structure = 0;
	if (book->structure) {
		structure = structure_put(book->structure, book->writer, book->pages,
			navigation_link_numbers(book->navigation));
	}
	qpdf_oh root = qpdf_get_root(book->base);
	qpdf_oh_remove_key(book->base, root, "/Pages");
	g_autofree char *said = entries(book->base, root);
	qpdf_oh_release(book->base, root);
	int number = pdf_writer_reserve(book->writer, 1);
	GString *out = pdf_writer_begin_object(book->writer, number);
	g_string_append_printf(
		out, "<<%s/Pages %d 0 R/PageLabels %d 0 R", said, book->tree, labels);
	if (outline) {
		g_string_append_printf(out, "/Outlines %d 0 R", outline);
	}
	if (structure) {
		g_string_append_printf(
			out, "/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>", structure);
	}
	g_string_append(out, ">>");
	pdf_writer_end_object(book->writer);
	return number;
}

static int info_number(qpdf_data pdf) {
	qpdf_oh trailer = qpdf_get_trailer(pdf);
	qpdf_oh info = qpdf_oh_get_key(pdf, trailer, "/Info");
	int number = qpdf_oh_get_object_id(pdf, info);
	qpdf_oh_release(pdf, info);
	qpdf_oh_release(pdf, trailer);
	return number;
}

static gboolean put_all(Book *book, GError **error) {
	int page_count = book->document->page_count;
	int node_count = (page_count + KIDS_MOST - 1) / KIDS_MOST;
	book->pages = pdf_writer_reserve(book->writer, page_count);
	book->contents = pdf_writer_reserve(book->writer, page_count);
	book->nodes = pdf_writer_reserve(book->writer, node_count);
	book->tree = pdf_writer_reserve(book->writer, 1);
	book->navigation =
		navigation_new(book->writer, book->document, book->structure, book->pages);
	/* Their structure takes as long again. */
	progress_expect(book->progress, 2 * page_count);
	for (int i = 0; i < page_count; i++) {
		put_page(book, i);
		progress_done(book->progress, 1);
	}
	put_tree(book, node_count);
	int root = put_catalog(book);
	progress_done(book->progress, page_count);
	return put_base(book, error) && pdf_writer_end(book->writer, root, info_number(book->base));
}

gboolean book_write(const BookParts *parts, PdfSink sink, GError **error) {
	Book book = {.document = parts->document,
		.drawn = parts->drawn,
		.base = parts->base,
		.progress = parts->progress,
		.structure = parts->structure};
	book.left_out = g_hash_table_new(NULL, NULL);
	gboolean good = open_base(&book, error);
	if (good) {
		book.writer = pdf_writer_new(sink, book.base_count, parts->threads);
		good = put_all(&book, error);
	}
	navigation_free(book.navigation);
	pdf_writer_free(book.writer);
	g_hash_table_destroy(book.left_out);
	g_free(book.resources);
	return good;
}
