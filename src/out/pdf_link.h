/* pdf_link: links as attributes of Cairo's tags. */
#ifndef BIFOLIO_OUT_PDF_LINK_H
#define BIFOLIO_OUT_PDF_LINK_H

#include <glib.h>

#include "page/page.h"

/* An address as it may stand in a PDF string and between single quotes: percent-encoded are all
 * bytes outside the characters of RFC 3986, and of those ( ) and '. A '%' that encodes nothing
 * becomes %25; what is encoded already stays. Caller frees. */
char *pdf_uri(const char *address);

/* Where the anchors of a document are. Borrows the document. */
typedef struct AnchorMap AnchorMap;

AnchorMap *anchor_map_new(const Document *document);
void anchor_map_free(AnchorMap *map);

/* Appends "page=N pos=[0 Y]" for the anchor, Y from the top of the sheet with its bleed. FALSE,
 * and nothing is appended, when there is no such anchor. */
gboolean anchor_map_append(const AnchorMap *map, const char *name, Len bleed, GString *attributes);

/* Appends a number that Cairo reads in every locale. */
void attribute_append_pt(GString *attributes, Len length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AnchorMap, anchor_map_free)

#endif
