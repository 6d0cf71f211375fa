/* out_press: pages for a print shop, one by one, and a cover around a spine: painted into the
 * bleed, with marks for cutting and for laying the plates on each other outside it. Paper has no
 * links. */
#include "out/out.h"

#include <cairo-pdf.h>
#include <math.h>

#include "out/paint.h"
#include "out/pdf_stream.h"
#include "page/press.h"

#define MARK_PT 0.25
#define CIRCLE_MM 1.5

typedef struct PressWriter {
	const Document *document;
	Len bleed;
	cairo_surface_t *surface;
	cairo_t *cr;
	Painter *painter;
} PressWriter;

/* Outside the trim on one axis: where a mark begins and ends. */
typedef struct MarkSpan {
	double from, to;
} MarkSpan;

static void add_line(cairo_t *cr, double x0, double y0, double x1, double y1) {
	cairo_move_to(cr, x0, y0);
	cairo_line_to(cr, x1, y1);
}

/* A circle with a cross, in the middle of a side. */
static void add_target(cairo_t *cr, double x, double y) {
	double radius = len_to_pt(len_from_mm(CIRCLE_MM));
	double arm = len_to_pt(len_from_mm(PRESS_MARK_MM)) / 2;
	cairo_new_sub_path(cr);
	cairo_arc(cr, x, y, radius, 0, 2 * acos(-1.0));
	add_line(cr, x - arm, y, x + arm, y);
	add_line(cr, x, y - arm, x, y + arm);
}

/* Two ticks, above and below, where something is cut or folded. */
static void add_upright(cairo_t *cr, double x, double height, MarkSpan span) {
	add_line(cr, x, -span.to, x, -span.from);
	add_line(cr, x, height + span.from, x, height + span.to);
}

static void add_level(cairo_t *cr, double y, double width, MarkSpan span) {
	add_line(cr, -span.to, y, -span.from, y);
	add_line(cr, width + span.from, y, width + span.to, y);
}

/* Around a trim of width x height at the origin. */
static void write_marks(const PressWriter *writer, Len trim_width, Len trim_height) {
	cairo_t *cr = writer->cr;
	double width = len_to_pt(trim_width), height = len_to_pt(trim_height);
	double from = len_to_pt(writer->bleed + len_from_mm(PRESS_OFFSET_MM));
	MarkSpan span = {from, from + len_to_pt(len_from_mm(PRESS_MARK_MM))};
	double middle = (span.from + span.to) / 2;
	cairo_set_source_rgb(cr, (PRESS_MARK_COLOUR >> 16 & 255) / 255.0,
		(PRESS_MARK_COLOUR >> 8 & 255) / 255.0, (PRESS_MARK_COLOUR & 255) / 255.0);
	cairo_set_line_width(cr, MARK_PT);
	add_upright(cr, 0, height, span);
	add_upright(cr, width, height, span);
	add_level(cr, 0, width, span);
	add_level(cr, height, width, span);
	add_target(cr, width / 2, -middle);
	add_target(cr, width / 2, height + middle);
	add_target(cr, -middle, height / 2);
	add_target(cr, width + middle, height / 2);
	cairo_stroke(cr);
}

/* Where a page shows, from the sheet's trim, and where its own trim begins. */
typedef struct PressPlace {
	Rect shown;
	Len x;
	Len bleed; /* that its fields take on */
} PressPlace;

static gboolean write_shown(
	PressWriter *writer, const Page *page, const PressPlace *place, GError **error) {
	cairo_t *cr = writer->cr;
	cairo_save(cr);
	cairo_rectangle(cr, len_to_pt(place->shown.x), len_to_pt(place->shown.y),
		len_to_pt(place->shown.width), len_to_pt(place->shown.height));
	cairo_clip(cr);
	cairo_translate(cr, len_to_pt(place->x), 0);
	gboolean painted = paint_page(writer->painter, cr, page, place->bleed, error);
	cairo_restore(cr);
	return painted;
}

static void begin_sheet(PressWriter *writer, Len width, Len height) {
	Len margin = press_margin(writer->bleed);
	cairo_pdf_surface_set_size(
		writer->surface, len_to_pt(width + 2 * margin), len_to_pt(height + 2 * margin));
	cairo_identity_matrix(writer->cr);
	cairo_translate(writer->cr, len_to_pt(margin), len_to_pt(margin));
}

static gboolean end_sheet(PressWriter *writer, Len width, Len height, GError **error) {
	write_marks(writer, width, height);
	return paint_show(writer->painter, writer->cr, error);
}

/* page NULL: a blank one of the first page's size. */
static gboolean write_single(PressWriter *writer, const Page *page, GError **error) {
	const Page *like = page ? page : &writer->document->pages[0];
	Len bleed = writer->bleed;
	begin_sheet(writer, like->width, like->height);
	PressPlace place = {
		{-bleed, -bleed, like->width + 2 * bleed, like->height + 2 * bleed}, 0, bleed};
	return (!page || write_shown(writer, page, &place, error)) &&
		end_sheet(writer, like->width, like->height, error);
}

/* Where the cover is folded around its spine. */
static void add_fold_marks(const PressWriter *writer, Len spine_width) {
	const Page *page = &writer->document->pages[0];
	double from = len_to_pt(writer->bleed + len_from_mm(PRESS_OFFSET_MM));
	MarkSpan span = {from, from + len_to_pt(len_from_mm(PRESS_MARK_MM))};
	cairo_set_source_rgb(writer->cr, (PRESS_MARK_COLOUR >> 16 & 255) / 255.0,
		(PRESS_MARK_COLOUR >> 8 & 255) / 255.0, (PRESS_MARK_COLOUR & 255) / 255.0);
	cairo_set_line_width(writer->cr, MARK_PT);
	cairo_set_dash(writer->cr, (double[]){2, 1}, 2, 0);
	add_upright(writer->cr, len_to_pt(page->width), len_to_pt(page->height), span);
	add_upright(
		writer->cr, len_to_pt(page->width + spine_width), len_to_pt(page->height), span);
	cairo_stroke(writer->cr);
	cairo_set_dash(writer->cr, NULL, 0, 0);
}

/* What stands on the spine, over the fields of the page that runs over it. */
static gboolean write_spine(PressWriter *writer, const PressCover *cover, GError **error) {
	Len left = writer->document->pages[0].width;
	PressPlace place = {{left, 0, cover->spine, cover->title->height}, left, 0};
	return write_shown(writer, cover->title, &place, error);
}

/* One side of a cover, its left and right page; spine: the page whose fields run over it. */
static gboolean write_cover_side(
	PressWriter *writer, const PressCover *cover, const int *pair, int spine, GError **error) {
	Len spine_width = cover->spine;
	const Page *pages = writer->document->pages;
	Len width = pages[0].width, height = pages[0].height, bleed = writer->bleed;
	Len whole = 2 * width + spine_width, second = width + spine_width;
	begin_sheet(writer, whole, height);
	PressPlace places[] = {{{-bleed, -bleed, width + bleed, height + 2 * bleed}, 0, bleed},
		{{second, -bleed, width + bleed, height + 2 * bleed}, second, bleed}};
	for (int i = 0; i < 2; i++) {
		if (!write_shown(writer, &pages[pair[i]], &places[i], error)) {
			return FALSE;
		}
	}
	if (spine >= 0 && spine_width > 0) {
		PressPlace over = {{width, -bleed, spine_width, height + 2 * bleed},
			pair[1] == spine ? second : 0, spine_width + bleed};
		if (!write_shown(writer, &pages[spine], &over, error) ||
			(cover->title && !write_spine(writer, cover, error))) {
			return FALSE;
		}
	}
	add_fold_marks(writer, spine_width);
	return end_sheet(writer, whole, height, error);
}

static PressWriter *writer_open(const Document *document, Len bleed, SafeFile *file) {
	PressWriter *writer = g_new0(PressWriter, 1);
	writer->document = document;
	writer->bleed = bleed;
	Len margin = press_margin(bleed);
	writer->surface = pdf_surface_new(file, document->pages[0].width + 2 * margin,
		document->pages[0].height + 2 * margin);
	writer->cr = cairo_create(writer->surface);
	writer->painter = painter_new(document, PAINT_VECTOR);
	pdf_surface_describe(writer->surface, &document->info);
	return writer;
}

static gboolean writer_close(
	PressWriter *writer, gboolean written, int sheets, SafeFile *file, GError **error) {
	cairo_destroy(writer->cr);
	written = written && pdf_surface_finish(writer->surface, file, sheets, error);
	cairo_surface_destroy(writer->surface);
	painter_free(writer->painter);
	g_free(writer);
	return written;
}

gboolean out_press_pdf(
	const Document *document, const PressPages *pages, SafeFile *file, GError **error) {
	PressWriter *writer = writer_open(document, pages->bleed, file);
	gboolean written = TRUE;
	for (int i = 0; written && i < pages->count; i++) {
		int page = pages->pages[i];
		written = write_single(writer, page < 0 ? NULL : &document->pages[page], error);
		progress_done(pages->progress, 1);
		if (written && safe_file_failed(file)) {
			safe_file_tell(file, error);
			written = FALSE;
		}
	}
	return writer_close(writer, written, pages->count, file, error);
}

/* Outside: last page, spine, first page; inside: second page, last but one. Bound on the right they
 * change sides. */
gboolean out_press_cover_pdf(
	const Document *document, const PressCover *cover, SafeFile *file, GError **error) {
	enum { SIDES = 2, LEAST = 4 };
	g_assert(document->page_count >= LEAST);
	int last = document->page_count - 1;
	int sides[SIDES][2] = {{last, 0}, {1, last - 1}};
	PressWriter *writer = writer_open(document, cover->bleed, file);
	if (cover->title) {
		painter_expect(writer->painter, cover->title);
	}
	gboolean written = TRUE;
	for (int side = 0; written && side < SIDES; side++) {
		int left = sides[side][document->rtl ? 1 : 0];
		int right = sides[side][document->rtl ? 0 : 1];
		written = write_cover_side(
			writer, cover, (const int[]){left, right}, side == 0 ? 0 : -1, error);
	}
	return writer_close(writer, written, SIDES, file, error);
}
