/* pdf_link: links, and the places they lead to, as attributes of Cairo's tags. */
#ifndef BIFOLIO_OUT_PDF_LINK_H
#define BIFOLIO_OUT_PDF_LINK_H

#include <glib.h>

#include "page/page.h"

/* The name of a place in the file: letters, digits, '-' and '.' stay, other bytes become _XX.
 * Caller frees. */
char *pdf_place_name(const char *anchor);

/* Where the anchors of a document are, and which of them links lead to. Borrows the document. */
typedef struct AnchorMap AnchorMap;

AnchorMap *anchor_map_new(const Document *document);
void anchor_map_free(AnchorMap *map);

/* Index of the page that has the anchor, or -1; *y as the anchor has it. */
int anchor_map_find(const AnchorMap *map, const char *name, Len *y);

/* Must the file name this anchor of the page? Is some link's target, and the first so called. */
gboolean anchor_map_is_target(const AnchorMap *map, int page, int anchor);

/* Appends a number that Cairo reads in every locale. */
void attribute_append_pt(GString *attributes, Len length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AnchorMap, anchor_map_free)

#endif
