/* paint: replays pages onto a Cairo context, under whatever transform it has. Decides nothing:
 * what is computed here is only how an item of a page is said to Cairo. */
#ifndef BIFOLIO_OUT_PAINT_H
#define BIFOLIO_OUT_PAINT_H

#include <cairo.h>

#include "page/page.h"

typedef enum PaintTarget {
	PAINT_VECTOR, /* a PDF: JPEGs go in as they are, pictures are not resampled */
	PAINT_PIXELS
} PaintTarget;

/* All that a writer keeps for the pages of one document: open faces, picture surfaces, buffers.
 * Used by one thread. */
typedef struct Painter Painter;

/* Borrows the document. */
Painter *painter_new(const Document *document, PaintTarget target);
void painter_free(Painter *painter);
/* A page that is none of the document's will be painted, too; said before any is. Borrows it. */
void painter_expect(Painter *painter, const Page *page);
/* From here on colours say which leaf they paint (page/leaf.h), for finish/ to read. */
void painter_mark_leaves(Painter *painter);

/* Draws all that has ink, the page's top left trim corner at the origin, 1 unit = 1 pt. Fills that
 * touch the trim grow by `bleed` beyond it. Does not clip to the page; leaves the context as it
 * was. FALSE with error when a font or picture cannot be used or Cairo fails. */
gboolean paint_page(Painter *painter, cairo_t *cr, const Page *closed, Len bleed, GError **error);

/* Ends the surface's page (of one or more pages painted) and lets go of its pictures. */
gboolean paint_show(Painter *painter, cairo_t *cr, GError **error);

/* Where a fill is painted whose page has so much beyond the trim. */
Rect paint_fill_area(const Page *page, const PageItem *item, Len beyond);

/* FALSE with error unless status is success. */
gboolean paint_check(cairo_status_t status, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Painter, painter_free)

/* Clips to a width x height sheet without a margin of `edge` on each side. */
void paint_clip_edge(cairo_t *cr, Len width, Len height, Len edge);

#endif
