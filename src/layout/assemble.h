/* assemble: from a finished vertical list to a document's pages. */
#ifndef BIFOLIO_LAYOUT_ASSEMBLE_H
#define BIFOLIO_LAYOUT_ASSEMBLE_H

#include "layout/pagebreak.h"
#include "layout/setter.h"

Len assemble_page_height(const Setter *setter);
PageBreakSpec assemble_spec(const Setter *setter);

/* Starts a page with a part's kind, foot and anchor; prose: facing pages shall end alike. */
void assemble_page_start(VList *list, const Block *part, gboolean prose);

/* Digits of a page number, two at least. */
int assemble_digits(int number);

/* Breaks the list and puts it onto pages; reports what is higher than a page. FALSE when the
 * document has more pages than setter->digits can number: it has their count but no pages, and must
 * be set again. The setter's tags
 * are ended either way. */
gboolean assemble_pages(Setter *setter, const VList *list, Document *document);

#endif
