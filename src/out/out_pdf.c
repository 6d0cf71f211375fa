/* out_pdf: the pages of a document one by one as a PDF, each with its own size, with links, page
 * labels and bookmarks where wanted. Pages are streamed: nothing here grows with their number but
 * what Cairo keeps of links and labels. */
#include "out/out.h"

#include <cairo-pdf.h>

#include "out/paint.h"
#include "out/pdf_link.h"
#include "out/pdf_stream.h"
#include "page/uri.h"

enum { FILL_BEYOND_MM = 3 };

typedef struct PdfWriter {
	const Document *document;
	Len bleed, white_edge;
	cairo_surface_t *surface;
	cairo_t *cr;
	Painter *painter;
	AnchorMap *anchors; /* NULL = no links */
	Progress *progress;
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
		g_autofree char *uri = page_uri(item->as.link.href);
		g_string_append_printf(text, "] uri='%s'", uri);
	} else {
		g_autofree char *name = pdf_place_name(target);
		g_string_append_printf(text, "] dest='%s'", name);
	}
	return g_string_free(text, FALSE);
}

static void write_links(const PdfWriter *writer, const Page *closed) {
	g_auto(PageRoom) room;
	page_room_init(&room);
	const Page *page = page_open_areas(closed, &room);
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
		Len x = page->anchors[a].x;
		g_string_printf(attributes, "name='%s' x=", name);
		attribute_append_pt(attributes, x > 0 ? x + writer->bleed : 0);
		g_string_append(attributes, " y=");
		attribute_append_pt(attributes, MAX(0, page->anchors[a].y) + writer->bleed);
		cairo_tag_begin(writer->cr, CAIRO_TAG_DEST, attributes->str);
		cairo_tag_end(writer->cr, CAIRO_TAG_DEST);
	}
}

static gboolean write_page(const PdfWriter *writer, int index, GError **error) {
	const Page *page = &writer->document->pages[index];
	Len bleed = writer->bleed;
	cairo_pdf_surface_set_size(writer->surface, len_to_pt(page->width + 2 * bleed),
		len_to_pt(page->height + 2 * bleed));
	if (writer->anchors) {
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
		g_autoptr(GString) attributes = g_string_new(NULL);
		g_string_printf(attributes, "page=%d pos=[0 ", page + 1);
		attribute_append_pt(attributes, MAX(0, y) + writer->bleed);
		g_string_append_c(attributes, ']');
		while (open->len > 0 &&
			document->outline[g_array_index(open, int, open->len - 1)].level >=
				entry->level) {
			g_array_set_size(open, open->len - 1);
		}
		int parent = open->len > 0 ? ids[g_array_index(open, int, open->len - 1)]
					   : CAIRO_PDF_OUTLINE_ROOT;
		ids[i] = cairo_pdf_surface_add_outline(writer->surface, parent, entry->title,
			attributes->str,
			entry->level <= 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN
					  : (cairo_pdf_outline_flags_t)0);
		g_array_append_val(open, i);
	}
	g_array_free(open, TRUE);
	g_free(ids);
}

static gboolean write_document(const PdfWriter *writer, SafeFile *file, GError **error) {
	const Document *document = writer->document;
	pdf_surface_describe(writer->surface, &document->info);
	for (int i = 0; i < document->page_count; i++) {
		if (!write_page(writer, i, error)) {
			return FALSE;
		}
		progress_done(writer->progress, 1);
		if (safe_file_failed(file)) {
			safe_file_tell(file, error);
			return FALSE;
		}
	}
	if (writer->anchors) {
		write_outline(writer);
	}
	return TRUE;
}

gboolean out_pdf(
	const Document *document, const PdfOptions *options, SafeFile *file, GError **error) {
	g_assert(document->page_count > 0);
	const Page *first = &document->pages[0];
	PdfWriter writer = {.document = document,
		.bleed = options->bleed,
		.white_edge = options->white_edge,
		.progress = options->progress};
	writer.surface = pdf_surface_new(file, first->width, first->height);
	writer.cr = cairo_create(writer.surface);
	writer.painter = painter_new(document, PAINT_VECTOR);
	if (options->marks) {
		painter_mark_leaves(writer.painter);
	}
	writer.anchors = options->links ? anchor_map_new(document) : NULL;
	gboolean written = write_document(&writer, file, error);
	cairo_destroy(writer.cr);
	written = written && pdf_surface_finish(writer.surface, file, document->page_count, error);
	cairo_surface_destroy(writer.surface);
	anchor_map_free(writer.anchors);
	painter_free(writer.painter);
	return written;
}
