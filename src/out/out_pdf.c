/* out_pdf: the pages of a document one by one as a PDF, each with its own size, with links, page
 * labels and bookmarks where wanted. Pages are streamed: nothing here grows with their number but
 * what Cairo keeps of links and labels. A long document is painted in stretches, by several threads
 * at once, and then joined; in how many depends on its length alone. */
#include "out/out.h"

#include <cairo-pdf.h>

#include "out/paint.h"
#include "out/pdf_join.h"
#include "out/pdf_link.h"
#include "out/pdf_prelude.h"
#include "out/pdf_stream.h"

enum {
	FILL_BEYOND_MM = 3,
	STRETCH_LEAST = 250, /* pages that are worth a stretch of their own */
	STRETCHES_MOST = 2 /* each holds the tables of the fonts once more while it ends */
};

typedef struct PdfWriter {
	const Document *document;
	Len bleed, white_edge;
	gboolean marks;
	cairo_surface_t *surface;
	cairo_t *cr;
	Painter *painter;
	const AnchorMap *anchors; /* NULL = no links */
	int from, to; /* pages */
	const Page *prelude; /* stands before them, NULL = none */
} PdfWriter;

/* Attributes of a link item, or NULL when it leads nowhere. Caller frees. */
static char *link_attributes(const PdfWriter *writer, const PageItem *item) {
	Rect area = item->as.link.area;
	const char *target = item->as.link.target;
	Len y;
	if (!item->as.link.href && (!target || anchor_map_find(writer->anchors, target, &y) < 0)) {
		return NULL;
	}
	GString *text = g_string_new("rect=[");
	attribute_append_pt(text, area.x + writer->bleed);
	g_string_append_c(text, ' ');
	attribute_append_pt(text, area.y + writer->bleed);
	g_string_append_c(text, ' ');
	attribute_append_pt(text, area.width);
	g_string_append_c(text, ' ');
	attribute_append_pt(text, area.height);
	if (item->as.link.href) {
		g_autofree char *uri = pdf_uri(item->as.link.href);
		g_string_append_printf(text, "] uri='%s'", uri);
	} else {
		g_autofree char *name = pdf_place_name(target);
		g_string_append_printf(text, "] dest='%s'", name);
	}
	return g_string_free(text, FALSE);
}

static void write_links(const PdfWriter *writer, const Page *page) {
	for (int i = 0; i < page->item_count; i++) {
		if (page->items[i].kind != PAGE_LINK) {
			continue;
		}
		g_autofree char *attributes = link_attributes(writer, &page->items[i]);
		if (attributes) {
			cairo_tag_begin(writer->cr, CAIRO_TAG_LINK, attributes);
			cairo_tag_end(writer->cr, CAIRO_TAG_LINK);
		}
	}
}

static void write_targets(const PdfWriter *writer, int index) {
	const Page *page = &writer->document->pages[index];
	for (int a = 0; a < page->anchor_count; a++) {
		if (!anchor_map_is_target(writer->anchors, index, a)) {
			continue;
		}
		g_autofree char *name = pdf_place_name(page->anchors[a].name);
		g_autoptr(GString) attributes = g_string_new(NULL);
		g_string_printf(attributes, "name='%s' x=0 y=", name);
		attribute_append_pt(attributes, MAX(0, page->anchors[a].y) + writer->bleed);
		cairo_tag_begin(writer->cr, CAIRO_TAG_DEST, attributes->str);
		cairo_tag_end(writer->cr, CAIRO_TAG_DEST);
	}
}

/* Of a stretch it is written when all are joined. */
static gboolean has_labels(const PdfWriter *writer) {
	return writer->anchors && !writer->prelude;
}

static gboolean write_prelude(const PdfWriter *writer, GError **error) {
	return paint_page(writer->painter, writer->cr, writer->prelude, 0, error) &&
		paint_show(writer->painter, writer->cr, error);
}

static gboolean write_page(const PdfWriter *writer, int index, GError **error) {
	const Page *page = &writer->document->pages[index];
	Len bleed = writer->bleed;
	cairo_pdf_surface_set_size(writer->surface, len_to_pt(page->width + 2 * bleed),
		len_to_pt(page->height + 2 * bleed));
	if (has_labels(writer)) {
		cairo_pdf_surface_set_page_label(writer->surface, page->label);
	}
	cairo_identity_matrix(writer->cr);
	cairo_translate(writer->cr, len_to_pt(bleed), len_to_pt(bleed));
	cairo_save(writer->cr);
	if (writer->white_edge > 0) {
		paint_clip_edge(writer->cr, page->width, page->height, writer->white_edge);
	}
	/* Fields go on beyond the page, so that no viewer shows a white hair at its edge. */
	Len beyond = bleed + len_from_mm(FILL_BEYOND_MM);
	gboolean painted = paint_page(writer->painter, writer->cr, page, beyond, error);
	cairo_restore(writer->cr);
	if (!painted) {
		return FALSE;
	}
	if (writer->anchors) {
		write_targets(writer, index);
		write_links(writer, page);
	}
	return paint_show(writer->painter, writer->cr, error);
}

/* Where an entry leads to: a page and a height, or, when the page is in another file, the name that
 * a link gives it. Caller frees. */
static char *outline_attributes(
	const PdfWriter *writer, const OutlineEntry *entry, int page, Len y) {
	if (writer->prelude) {
		g_autofree char *name = pdf_place_name(entry->target);
		return g_strdup_printf("dest='%s'", name);
	}
	GString *attributes = g_string_new(NULL);
	g_string_printf(attributes, "page=%d pos=[0 ", page + 1);
	attribute_append_pt(attributes, MAX(0, y) + writer->bleed);
	g_string_append_c(attributes, ']');
	return g_string_free(attributes, FALSE);
}

/* An entry stands below the last one before it of a lower level. */
static void write_outline(const PdfWriter *writer) {
	const Document *document = writer->document;
	int *ids = g_new0(int, (gsize)document->outline_count + 1);
	GArray *open = g_array_new(FALSE, FALSE, sizeof(int)); /* entries, outermost first */
	for (int i = 0; i < document->outline_count; i++) {
		const OutlineEntry *entry = &document->outline[i];
		Len y;
		int page = anchor_map_find(writer->anchors, entry->target, &y);
		if (page < 0) {
			continue;
		}
		g_autofree char *attributes = outline_attributes(writer, entry, page, y);
		while (open->len > 0 &&
			document->outline[g_array_index(open, int, open->len - 1)].level >=
				entry->level) {
			g_array_set_size(open, open->len - 1);
		}
		int parent = open->len > 0 ? ids[g_array_index(open, int, open->len - 1)]
					   : CAIRO_PDF_OUTLINE_ROOT;
		ids[i] = cairo_pdf_surface_add_outline(writer->surface, parent, entry->title,
			attributes,
			entry->level <= 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN
					  : (cairo_pdf_outline_flags_t)0);
		g_array_append_val(open, i);
	}
	g_array_free(open, TRUE);
	g_free(ids);
}

static gboolean write_pages(const PdfWriter *writer, SafeFile *file, GError **error) {
	const Document *document = writer->document;
	pdf_surface_describe(writer->surface, &document->info);
	if (writer->prelude && !write_prelude(writer, error)) {
		return FALSE;
	}
	for (int i = writer->from; i < writer->to; i++) {
		if (!write_page(writer, i, error)) {
			return FALSE;
		}
		if (safe_file_failed(file)) {
			safe_file_tell(file, error);
			return FALSE;
		}
	}
	if (writer->anchors && writer->from == 0) {
		write_outline(writer);
	}
	return TRUE;
}

/* A surface, a painter and a file of its own. */
static gboolean write_stretch(const PdfWriter *stretch, SafeFile *file, GError **error) {
	PdfWriter writer = *stretch;
	const Page *first = &writer.document->pages[writer.from];
	writer.surface = pdf_surface_new(file, first->width, first->height);
	writer.cr = cairo_create(writer.surface);
	writer.painter = painter_new(writer.document, PAINT_VECTOR);
	if (writer.marks) {
		painter_mark_leaves(writer.painter);
	}
	gboolean written = write_pages(&writer, file, error);
	cairo_destroy(writer.cr);
	int pages = writer.to - writer.from + (writer.prelude ? 1 : 0);
	written = written && pdf_surface_finish(writer.surface, file, pages, error);
	cairo_surface_destroy(writer.surface);
	painter_free(writer.painter);
	return written;
}

typedef struct Stretch {
	PdfWriter writer;
	GBytes *file;
	GError *error;
} Stretch;

static void paint_stretch(gpointer data, gpointer unused) {
	(void)unused;
	Stretch *stretch = data;
	SafeFile *memory = safe_memory_new();
	if (write_stretch(&stretch->writer, memory, &stretch->error)) {
		stretch->file = safe_memory_end(memory);
	} else {
		safe_file_abort(memory);
	}
}

static void paint_all(Stretch *stretches, int count, int threads) {
	GThreadPool *pool = NULL;
	if (threads > 1) {
		pool = g_thread_pool_new(paint_stretch, NULL, threads, FALSE, NULL);
	}
	for (int i = 0; i < count; i++) {
		if (pool) {
			g_thread_pool_push(pool, &stretches[i], NULL);
		} else {
			paint_stretch(&stretches[i], NULL);
		}
	}
	if (pool) {
		g_thread_pool_free(pool, FALSE, TRUE);
	}
}

static gboolean join_stretches(
	const Document *document, Stretch *stretches, int count, SafeFile *file, GError **error) {
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
	for (int i = 0; i < count; i++) {
		if (stretches[i].error) {
			g_propagate_error(error, g_error_copy(stretches[i].error));
			return FALSE;
		}
		g_ptr_array_add(files, g_steal_pointer(&stretches[i].file));
	}
	return pdf_join(document, files, file, error);
}

static gboolean write_in_stretches(
	const PdfWriter *whole, int count, int threads, SafeFile *file, GError **error) {
	const Document *document = whole->document;
	g_autoptr(Arena) arena = arena_new();
	Stretch *stretches = arena_array_of(arena, Stretch, count);
	const Page *prelude = pdf_prelude(arena, document);
	for (int i = 0; i < count; i++) {
		stretches[i].writer = *whole;
		stretches[i].writer.prelude = prelude;
		stretches[i].writer.from = (int)((gint64)document->page_count * i / count);
		stretches[i].writer.to = (int)((gint64)document->page_count * (i + 1) / count);
	}
	paint_all(stretches, count, threads);
	gboolean written = join_stretches(document, stretches, count, file, error);
	for (int i = 0; i < count; i++) {
		g_clear_pointer(&stretches[i].file, g_bytes_unref);
		g_clear_error(&stretches[i].error);
	}
	return written;
}

gboolean out_pdf(
	const Document *document, const PdfOptions *options, SafeFile *file, GError **error) {
	g_assert(document->page_count > 0);
	g_autoptr(AnchorMap) anchors = options->links ? anchor_map_new(document) : NULL;
	PdfWriter writer = {.document = document,
		.bleed = options->bleed,
		.white_edge = options->white_edge,
		.marks = options->marks,
		.anchors = anchors,
		.to = document->page_count};
	int count = MIN(document->page_count / STRETCH_LEAST, STRETCHES_MOST);
	if (count > 1 && anchors) {
		anchor_map_add_outline(anchors);
		return write_in_stretches(&writer, count, options->threads, file, error);
	}
	return write_stretch(&writer, file, error);
}
