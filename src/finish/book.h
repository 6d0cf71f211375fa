/* book: puts a long document together: pages that were drawn one by one, links, bookmarks, page
 * labels, and what libqpdf has of it. That is little: libqpdf's own way with a hundred thousand
 * links takes longer than all else, and gigabytes. */
#ifndef BIFOLIO_FINISH_BOOK_H
#define BIFOLIO_FINISH_BOOK_H

#include "base/progress.h"
#include "finish/pdf_writer.h"
#include "finish/structure.h"
#include "page/drawn.h"
#include "page/page.h"

typedef struct BookParts {
	const Document *document;
	const Drawn *drawn;
	qpdf_data base; /* opened of drawn->base, finished but for its pages; it is changed */
	Progress *progress; /* counts pages; may be NULL */
	int threads; /* that may work at once; 0 and 1: one */
	Structure *structure; /* told which leaves have ink; NULL = not tagged */
} BookParts;

/* FALSE with error when the base is none, or cannot be read; FALSE without one when the sink has
 * failed. */
gboolean book_write(const BookParts *parts, PdfSink sink, GError **error);

#endif
