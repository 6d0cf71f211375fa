/* pdf_scan: what a content stream by Cairo 1.16 shows, code by code. */
#ifndef BIFOLIO_OUT_PDF_SCAN_H
#define BIFOLIO_OUT_PDF_SCAN_H

#include <glib.h>

typedef struct PdfScan {
	const char *at, *end;
	int font; /* of the fonts, -1 = none yet */
	int marked; /* sequences open */
	const char *name; /* read last */
	int name_length;
	char closes; /* ')' or '>' within a string, 0 outside */
} PdfScan;

typedef struct PdfShown {
	int font, code;
	gboolean actual; /* within a sequence that says its text */
} PdfShown;

void pdf_scan_init(PdfScan *scan, const char *content, int length);
/* fonts: PdfFont. FALSE at the end, or where the content is not as expected. */
gboolean pdf_scan_next(PdfScan *scan, const GArray *fonts, PdfShown *shown);

#endif
