/* out_png: a page, or all pages small on one picture, as PNG: the same paint onto pixels. */
#include "out/out.h"

#include <math.h>

#include "out/paint.h"

#define GROUND 0.88 /* grey behind the pages of a contact sheet */
#define GAP 0.08 /* between spreads, part of a page's width */

enum {
	LARGEST_SIDE = 30000, /* pixels; Cairo's own limit is 32767 */
	LARGEST_SHEET = 60000000 /* pixels of a contact sheet */
};

static cairo_status_t png_write(void *closure, const unsigned char *data, unsigned int length) {
	SafeFile *file = closure;
	return safe_file_write(file, data, length) ? CAIRO_STATUS_SUCCESS
						   : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean png_finish(cairo_surface_t *surface, SafeFile *file, GError **error) {
	cairo_surface_flush(surface);
	cairo_status_t status = cairo_surface_write_to_png_stream(surface, png_write, file);
	if (safe_file_failed(file)) {
		safe_file_tell(file, error);
		return FALSE;
	}
	return paint_check(status, error);
}

/* Paper, then the page, clipped to it; the context's unit is 1 pt. */
static gboolean paint_paper(Painter *painter, cairo_t *cr, const Page *page, GError **error) {
	cairo_save(cr);
	cairo_rectangle(cr, 0, 0, len_to_pt(page->width), len_to_pt(page->height));
	cairo_clip(cr);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	gboolean painted = paint_page(painter, cr, page, 0, error);
	cairo_restore(cr);
	return painted;
}

gboolean out_png(const Document *document, int page, double dpi, SafeFile *file, GError **error) {
	g_assert(page >= 0 && page < document->page_count);
	const Page *shown = &document->pages[page];
	double scale = dpi / 72;
	double width = MAX(1, round(len_to_pt(shown->width) * scale));
	double height = MAX(1, round(len_to_pt(shown->height) * scale));
	if (width > LARGEST_SIDE || height > LARGEST_SIDE) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOMEM,
			"a picture of %.0f by %.0f pixels is too large: ask for fewer dpi", width,
			height);
		return FALSE;
	}
	cairo_surface_t *surface =
		cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
	cairo_t *cr = cairo_create(surface);
	g_autoptr(Painter) painter = painter_new(document, PAINT_PIXELS);
	cairo_scale(cr, width / len_to_pt(shown->width), height / len_to_pt(shown->height));
	gboolean painted = paint_paper(painter, cr, shown, error);
	cairo_destroy(cr);
	painted = painted && png_finish(surface, file, error);
	cairo_surface_destroy(surface);
	return painted;
}

/* A spread as the reader sees it: one page, or two side by side; -1 = none. */
typedef struct Spread {
	int left, right;
} Spread;

/* Versos pair with the page that follows; a document without versos has no spreads. */
static GArray *contact_spreads(const Document *document, gboolean *facing) {
	GArray *spreads = g_array_new(FALSE, FALSE, sizeof(Spread));
	*facing = FALSE;
	for (int i = 0; i < document->page_count; i++) {
		*facing = *facing || document->pages[i].verso;
	}
	for (int i = 0; i < document->page_count; i++) {
		gboolean verso = document->pages[i].verso;
		gboolean pair =
			verso && i + 1 < document->page_count && !document->pages[i + 1].verso;
		int first = verso ? i : -1, second = pair ? i + 1 : verso ? -1 : i;
		Spread spread = {first, second};
		if (document->rtl && *facing) {
			spread = (Spread){second, first};
		}
		g_array_append_val(spreads, spread);
		i += pair ? 1 : 0;
	}
	return spreads;
}

typedef struct ContactGrid {
	double page_width, page_height; /* of the largest pages, pt */
	double gap; /* pt */
	gboolean facing;
	int columns, rows;
} ContactGrid;

static ContactGrid contact_grid(const Document *document, int spreads, int columns) {
	ContactGrid grid = {0};
	for (int i = 0; i < document->page_count; i++) {
		grid.page_width = MAX(grid.page_width, len_to_pt(document->pages[i].width));
		grid.page_height = MAX(grid.page_height, len_to_pt(document->pages[i].height));
	}
	grid.gap = grid.page_width * GAP;
	grid.columns = CLAMP(columns, 1, spreads);
	grid.rows = (spreads + grid.columns - 1) / grid.columns;
	return grid;
}

static double grid_width(const ContactGrid *grid) {
	double cell = grid->page_width * (grid->facing ? 2 : 1);
	return grid->columns * (cell + grid->gap) + grid->gap;
}

static double grid_height(const ContactGrid *grid) {
	return grid->rows * (grid->page_height + grid->gap) + grid->gap;
}

/* Fewer pixels than asked for where the sheet would else be too large to make or to look at. */
static double grid_scale(const ContactGrid *grid, double dpi) {
	double width = grid_width(grid), height = grid_height(grid), scale = dpi / 72;
	scale = MIN(scale, LARGEST_SIDE / MAX(width, height));
	return MIN(scale, sqrt(LARGEST_SHEET / (width * height)));
}

typedef struct ContactSheet {
	const Document *document;
	Painter *painter;
	cairo_t *cr;
	ContactGrid grid;
	GArray *spreads;
} ContactSheet;

static gboolean contact_page(
	const ContactSheet *sheet, int index, double x, double y, GError **error) {
	cairo_save(sheet->cr);
	cairo_translate(sheet->cr, x, y);
	gboolean painted =
		paint_paper(sheet->painter, sheet->cr, &sheet->document->pages[index], error);
	cairo_restore(sheet->cr);
	return painted;
}

static gboolean contact_paint(const ContactSheet *sheet, GError **error) {
	const ContactGrid *grid = &sheet->grid;
	double cell = grid->page_width * (grid->facing ? 2 : 1);
	for (int i = 0; i < (int)sheet->spreads->len; i++) {
		Spread spread = g_array_index(sheet->spreads, Spread, i);
		int row = i / grid->columns, column = i % grid->columns;
		double x = grid->gap + column * (cell + grid->gap);
		double y = grid->gap + row * (grid->page_height + grid->gap);
		double fold = x + (grid->facing ? grid->page_width : 0);
		const Page *pages = sheet->document->pages;
		if (spread.left >= 0 &&
			!contact_page(sheet, spread.left,
				fold - len_to_pt(pages[spread.left].width), y, error)) {
			return FALSE;
		}
		if (spread.right >= 0 && !contact_page(sheet, spread.right, fold, y, error)) {
			return FALSE;
		}
	}
	return TRUE;
}

gboolean out_contact_sheet(
	const Document *document, int columns, double dpi, SafeFile *file, GError **error) {
	g_assert(document->page_count > 0);
	gboolean facing;
	ContactSheet sheet = {.document = document};
	sheet.spreads = contact_spreads(document, &facing);
	sheet.grid = contact_grid(document, (int)sheet.spreads->len, columns);
	sheet.grid.facing = facing;
	double scale = grid_scale(&sheet.grid, dpi);
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
		(int)ceil(grid_width(&sheet.grid) * scale),
		(int)ceil(grid_height(&sheet.grid) * scale));
	sheet.cr = cairo_create(surface);
	sheet.painter = painter_new(document, PAINT_PIXELS);
	cairo_set_source_rgb(sheet.cr, GROUND, GROUND, GROUND);
	cairo_paint(sheet.cr);
	cairo_scale(sheet.cr, scale, scale);
	gboolean painted = contact_paint(&sheet, error);
	cairo_destroy(sheet.cr);
	painter_free(sheet.painter);
	painted = painted && png_finish(surface, file, error);
	cairo_surface_destroy(surface);
	g_array_free(sheet.spreads, TRUE);
	return painted;
}
