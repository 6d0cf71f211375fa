/* pdf_fonts: the fonts of a page as Cairo 1.16 writes them: names and widths. */
#ifndef BIFOLIO_OUT_PDF_FONTS_H
#define BIFOLIO_OUT_PDF_FONTS_H

#include "out/pdf_codes.h"
#include "out/pdf_objects.h"

/* Appends the fonts of a page's resources. FALSE when one is not as is known of Cairo. */
gboolean pdf_fonts_read(const PdfObjects *objects, int page, GArray *fonts);
/* For g_array_set_clear_func. */
void pdf_font_clear(void *font);

#endif
