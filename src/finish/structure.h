/* structure: the document's TagTree as a PDF's structure tree. It is planned from the pages before
 * their content is marked, and written when it is known which leaves have ink. */
#ifndef BIFOLIO_FINISH_STRUCTURE_H
#define BIFOLIO_FINISH_STRUCTURE_H

#include "finish/marks.h"
#include "finish/pdf_writer.h"
#include "finish/qobject.h"
#include "page/page.h"

typedef struct Structure Structure;

/* Borrows the document, which has tags. anchors: names of the places that links may lead to;
 * links to others were not drawn. */
Structure *structure_new(const Document *document, GHashTable *anchors);
void structure_free(Structure *structure);

/* The leaves of a page; those of several pages may be used at once. */
MarkLeaves *structure_leaves(Structure *structure, int page);

/* Of the links that were drawn on a page, in their order: what it says, or NULL. */
const char *structure_link_words(const Structure *structure, int page, int link);
/* Key of such a link in the parent tree. */
int structure_link_key(const Structure *structure, int page, int link);

/* Makes the tree and hangs it into the catalog. pages, links: the pages' objects, and those of all
 * their links one after the other; borrowed. */
void structure_write(
	Structure *structure, qpdf_data pdf, const qpdf_oh *pages, const qpdf_oh *links);

/* All leaves of a page have ink. */
void structure_see_page(Structure *structure, int page);
/* Writes the tree as objects; returns the number of its root. pages: number of the first page's
 * object, the others follow; links: numbers of all links (int). */
int structure_put(Structure *structure, PdfWriter *writer, int pages, const GArray *links);

#endif
