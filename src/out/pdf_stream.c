/* pdf_stream: see the header. What Cairo hides, and what it forgets, is for pdf_table. */
#include "out/pdf_stream.h"

#include <cairo-pdf.h>

#include "out/paint.h"
#include "out/pdf_table.h"

static cairo_status_t pdf_write(void *closure, const unsigned char *data, unsigned int length) {
	SafeFile *file = closure;
	return safe_file_write(file, data, length) ? CAIRO_STATUS_SUCCESS
						   : CAIRO_STATUS_WRITE_ERROR;
}

cairo_surface_t *pdf_surface_new(SafeFile *file, Len width, Len height) {
	return cairo_pdf_surface_create_for_stream(
		pdf_write, file, len_to_pt(width), len_to_pt(height));
}

static void describe(cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *text) {
	if (text) {
		cairo_pdf_surface_set_metadata(surface, key, text);
	}
}

void pdf_surface_describe(cairo_surface_t *surface, const DocInfo *info) {
	describe(surface, CAIRO_PDF_METADATA_TITLE, info->title);
	describe(surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
	describe(surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
	describe(surface, CAIRO_PDF_METADATA_KEYWORDS, info->keywords);
	describe(surface, CAIRO_PDF_METADATA_CREATOR, info->producer);
	/* Without a date Cairo takes the clock, and no two runs would be the same. */
	g_assert(info->date);
	describe(surface, CAIRO_PDF_METADATA_CREATE_DATE, info->date);
	describe(surface, CAIRO_PDF_METADATA_MOD_DATE, info->date);
}

gboolean pdf_surface_finish(cairo_surface_t *surface, SafeFile *file, int pages, GError **error) {
	cairo_surface_finish(surface);
	if (safe_file_failed(file)) {
		safe_file_tell(file, error);
		return FALSE;
	}
	if (!paint_check(cairo_surface_status(surface), error)) {
		return FALSE;
	}
	gboolean whole = pdf_table_mend(file) && pdf_file_is_whole(file, pages);
	if (safe_file_failed(file)) {
		safe_file_tell(file, error);
		return FALSE;
	}
	if (!whole) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_IO,
			"the PDF that was written is not whole");
	}
	return whole;
}
