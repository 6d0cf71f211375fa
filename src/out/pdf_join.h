/* pdf_join: PDFs that hold the pages of one document in stretches, each behind a prelude, put
 * together to one file. The first gives fonts, bookmarks and what the file says of itself, the
 * others their pages and what hangs on them. */
#ifndef BIFOLIO_OUT_PDF_JOIN_H
#define BIFOLIO_OUT_PDF_JOIN_H

#include "out/safewrite.h"
#include "page/page.h"

/* parts: GBytes, at least one, in the order of their pages; each is let go of as soon as it is
 * written, the array is left empty. FALSE with error. */
gboolean pdf_join(const Document *document, GPtrArray *parts, SafeFile *file, GError **error);

#endif
