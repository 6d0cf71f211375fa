/* navigate: how a reader finds his way in a PDF: links, bookmarks, page labels, as objects. */
#ifndef BIFOLIO_FINISH_NAVIGATE_H
#define BIFOLIO_FINISH_NAVIGATE_H

#include "finish/pdf_writer.h"
#include "finish/structure.h"
#include "page/page.h"

typedef struct Navigation Navigation;

/* pages: number of the first page's object, the others follow. structure: NULL = not tagged.
 * Borrows all. */
Navigation *navigation_new(
	PdfWriter *writer, const Document *document, const Structure *structure, int pages);
void navigation_free(Navigation *navigation);

/* Of all pages in their order. Writes the links of a page and appends " /Annots[…]" if there are
 * any. Those that lead nowhere are left out. */
void navigation_links(Navigation *navigation, int page, GString *dictionary);
/* Numbers (int) of all links written, borrowed. */
const GArray *navigation_link_numbers(const Navigation *navigation);
/* Number of the root of the bookmarks, 0 = there are none. */
int navigation_outline(Navigation *navigation);
/* Number of the page labels. */
int navigation_labels(Navigation *navigation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Navigation, navigation_free)

#endif
