/* out_imposed: the pages of a document on sheets, by the same paint under other transforms, each
 * clipped to its half of the sheet. Paper has no links. */
#include "out/out.h"

#include <cairo-pdf.h>
#include <math.h>

#include "out/paint.h"
#include "out/pdf_stream.h"

#define FILL_BLEED_MM 3.0 /* backgrounds grow beyond the trim, so that none ends short of it */
#define TICK_MM 8.0 /* from the sheet's edge; office printers lose about 4 mm of it */
#define TICK_PT 0.25

typedef struct SheetWriter {
	const Document *document;
	const ImposeOptions *options;
	int sheets;
	cairo_surface_t *surface;
	cairo_t *cr;
	Painter *painter;
} SheetWriter;

/* Pages larger than their half of the sheet are made smaller, never larger. */
static double page_scale(const SheetWriter *writer, const Page *page) {
	double across = writer->options->sheet_width / 2.0 / page->width;
	double down = (double)writer->options->sheet_height / page->height;
	/* A few hundredths of a millimetre are rounding, not size. */
	double scale = MIN(across, down);
	return scale > 0.999 ? 1 : scale;
}

/* The page's spine on the fold, moved across it by its creep; centred in height. */
static gboolean write_half(
	SheetWriter *writer, const Page *page, gboolean right, Len creep, GError **error) {
	double width = len_to_pt(writer->options->sheet_width);
	double height = len_to_pt(writer->options->sheet_height);
	double scale = page_scale(writer, page), fold = width / 2;
	double page_width = len_to_pt(page->width) * scale;
	double shift = len_to_pt(creep);
	double x = right ? fold - shift : fold - page_width + shift;
	cairo_t *cr = writer->cr;
	cairo_save(cr);
	if (writer->options->white_edge > 0) {
		paint_clip_edge(cr, writer->options->sheet_width, writer->options->sheet_height,
			writer->options->white_edge);
	}
	cairo_rectangle(cr, right ? fold : 0, 0, fold, height);
	cairo_clip(cr);
	cairo_translate(cr, x, (height - len_to_pt(page->height) * scale) / 2);
	cairo_scale(cr, scale, scale);
	gboolean painted = paint_page(writer->painter, cr, page, len_from_mm(FILL_BLEED_MM), error);
	cairo_restore(cr);
	return painted;
}

static void write_ticks(const SheetWriter *writer) {
	double fold = len_to_pt(writer->options->sheet_width) / 2;
	double height = len_to_pt(writer->options->sheet_height);
	double length = len_to_pt(len_from_mm(TICK_MM));
	cairo_t *cr = writer->cr;
	cairo_set_source_rgb(cr, 0, 0, 0);
	cairo_set_line_width(cr, TICK_PT);
	cairo_move_to(cr, fold, 0);
	cairo_line_to(cr, fold, length);
	cairo_move_to(cr, fold, height - length);
	cairo_line_to(cr, fold, height);
	cairo_stroke(cr);
}

/* A sheet turned over like a leaf of a book comes back upright; turned over its top edge, its
 * back stands on its head, and is printed so. */
static gboolean back_is_turned(const ImposeOptions *options) {
	gboolean landscape = options->sheet_width >= options->sheet_height;
	return landscape == (options->flip_long_edge != FALSE);
}

static gboolean write_side(SheetWriter *writer, const int *pair, int side, GError **error) {
	const ImposeOptions *options = writer->options;
	Signature signature =
		impose_signature(side / 2, writer->sheets, options->sheets_per_signature);
	Len creep = impose_creep(
		side / 2 - signature.first, signature.sheets, options->paper_thickness);
	cairo_identity_matrix(writer->cr);
	if (side % 2 == 1 && back_is_turned(options)) {
		cairo_translate(writer->cr, len_to_pt(options->sheet_width),
			len_to_pt(options->sheet_height));
		cairo_rotate(writer->cr, acos(-1.0));
	}
	for (int half = 0; half < 2; half++) {
		if (pair[half] >= 0 &&
			!write_half(writer, &writer->document->pages[pair[half]], half == 1, creep,
				error)) {
			return FALSE;
		}
	}
	if (options->fold_ticks && side == 2 * (signature.first + signature.sheets) - 1) {
		write_ticks(writer);
	}
	return paint_show(writer->painter, writer->cr, error);
}

/* A sheet of its own, which keeps the fronts of the others on fronts. */
static gboolean write_before(SheetWriter *writer, GError **error) {
	const Document *before = writer->options->before;
	g_autoptr(Painter) painter = painter_new(before, PAINT_VECTOR);
	gboolean painted = paint_page(painter, writer->cr, &before->pages[0], 0, error) &&
		paint_show(painter, writer->cr, error);
	return painted && paint_show(painter, writer->cr, error);
}

static gboolean write_sides(
	SheetWriter *writer, const int *order, int sides, SafeFile *file, GError **error) {
	pdf_surface_describe(writer->surface, &writer->document->info);
	if (writer->options->before && !write_before(writer, error)) {
		return FALSE;
	}
	for (int side = 0; side < sides; side++) {
		if (!write_side(writer, order + 2 * side, side, error)) {
			return FALSE;
		}
		progress_done(writer->options->progress, 2);
		if (safe_file_failed(file)) {
			safe_file_tell(file, error);
			return FALSE;
		}
	}
	return TRUE;
}

gboolean out_imposed_pdf(
	const Document *document, const ImposeOptions *options, SafeFile *file, GError **error) {
	g_assert(document->page_count > 0);
	int sides;
	g_autofree int *order = impose_order(
		document->page_count, options->sheets_per_signature, document->rtl, &sides);
	SheetWriter writer = {.document = document, .options = options, .sheets = sides / 2};
	writer.surface = pdf_surface_new(file, options->sheet_width, options->sheet_height);
	writer.cr = cairo_create(writer.surface);
	writer.painter = painter_new(document, PAINT_VECTOR);
	gboolean written = write_sides(&writer, order, sides, file, error);
	cairo_destroy(writer.cr);
	int before = options->before ? 2 : 0;
	written = written && pdf_surface_finish(writer.surface, file, before + sides, error);
	cairo_surface_destroy(writer.surface);
	painter_free(writer.painter);
	return written;
}
