/* pdf_content: what a content stream says to paint a page, without Cairo, which takes several
 * times as long. It says text, fills, rules, dots and outlines; pictures are Cairo's. */
#ifndef BIFOLIO_OUT_PDF_CONTENT_H
#define BIFOLIO_OUT_PDF_CONTENT_H

#include "out/out.h"
#include "out/pdf_codes.h"

/* For one thread. */
typedef struct PdfContent PdfContent;

/* Borrows all. Of the options, white_edge and marks count; with marks, every leaf (page/leaf.h) is
 * a marked sequence whose number is its own, all other ink an artifact. */
PdfContent *pdf_content_new(
	const Document *document, const PdfCodes *codes, const PdfOptions *options);
void pdf_content_free(PdfContent *content);

/* Can it say all items of the page? */
gboolean pdf_content_can(const Page *page);
/* Good until the next page. */
const GString *pdf_content_page(PdfContent *content, const Page *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfContent, pdf_content_free)

#endif
