/* drawn: a long document as out/ hands it to finish/: a PDF by Cairo, the base, that holds the
 * fonts and those pages which only Cairo can paint, and for all others what their content streams
 * say. The first page of the base, the prelude, is none of the document's: its resources are those
 * of all pages whose content is given. */
#ifndef BIFOLIO_PAGE_DRAWN_H
#define BIFOLIO_PAGE_DRAWN_H

#include <glib.h>

typedef struct DrawnPage {
	int in_base; /* index of its page there, 0 = it is in none */
	gsize length;
	guint8 *content; /* deflated; NULL when in_base */
} DrawnPage;

typedef struct Drawn {
	GBytes *base;
	int page_count;
	DrawnPage *pages;
} Drawn;

Drawn *drawn_new(int page_count);
/* NULL is fine. */
void drawn_free(Drawn *drawn);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Drawn, drawn_free)

#endif
