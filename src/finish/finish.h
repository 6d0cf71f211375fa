/* finish: puts right in a PDF what Cairo cannot say, through libqpdf. Bytes in, bytes out; it knows
 * the document that was drawn, not how. No state is shared: several may be finished at once. */
#ifndef BIFOLIO_FINISH_FINISH_H
#define BIFOLIO_FINISH_FINISH_H

#include "base/progress.h"
#include "finish/embed.h"
#include "finish/pdf_writer.h"
#include "finish/placed.h"
#include "finish/press.h"
#include "page/drawn.h"
#include "page/page.h"

typedef struct FinishOptions {
	gboolean sheets; /* pages of the file are sheets with several pages on them */
	Len bleed; /* around every page, as it was drawn; not on sheets */
	gboolean links; /* were drawn */
	gboolean marks; /* colours say leaves (page/leaf.h): the file becomes a tagged one */
	int threads; /* that may work at once; 0 and 1: one */
	const PressFinish *press; /* for a print shop: then `sheets` as well; or NULL */
	int file_count;
	const EmbeddedFile *files; /* that go along */
	int placed_count;
	Progress *progress; /* counts pages of a long document; may be NULL */
	const PlacedPage *placed; /* for the assets that are pages of a PDF */
} FinishOptions;

/* drawn: the PDF as Cairo wrote it. The same with language, dates, page boxes, links and fonts as
 * they should be, pages of other PDFs in their places, and, when it was drawn with marks, the
 * document's structure. The same input gives the same bytes.
 * NULL with error on any failure. */
GBytes *finish_pdf(
	const Document *document, GBytes *drawn, const FinishOptions *options, GError **error);

/* The same of a long document as it was drawn piece by piece. Written as it is made. FALSE with
 * error on any failure but one of the sink's, which is without. */
gboolean finish_drawn(const Document *document, const Drawn *drawn, const FinishOptions *options,
	PdfSink sink, GError **error);

#endif
