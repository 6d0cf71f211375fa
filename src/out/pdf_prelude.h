/* pdf_prelude: a page that has every glyph of a document once, in the order in which they first
 * come. Drawn first into each of several files, it makes Cairo put the same subsets of the same
 * fonts, with the same numbers, into all of them. */
#ifndef BIFOLIO_OUT_PDF_PRELUDE_H
#define BIFOLIO_OUT_PDF_PRELUDE_H

#include "page/page.h"

/* In the arena; borrows words of the document. */
const Page *pdf_prelude(Arena *arena, const Document *document);

#endif
