/* painter: what the files of paint share among themselves; for nobody else. */
#ifndef BIFOLIO_OUT_PAINTER_H
#define BIFOLIO_OUT_PAINTER_H

#include <cairo.h>

#include "out/face.h"
#include "out/paint.h"
#include "out/spelling.h"
#include "page/leaf.h"

/* Glyphs of one look gathered until something differs. */
typedef struct GlyphBatch {
	int face, voice, stretch, colour, leaf;
	Len size;
	gboolean inked; /* by more than white */
	GArray *glyphs; /* cairo_glyph_t */
	GArray *outlines; /* the same, of those that say nothing */
	GArray *clusters; /* cairo_text_cluster_t */
	GString *text;
} GlyphBatch;

struct Painter {
	const Document *document;
	PaintTarget target;
	Faces *faces;
	Spelling *spelling;
	PageRoom room; /* of the page at hand */
	cairo_font_options_t *font_options;
	GlyphBatch batch;
	gboolean marks; /* colours say leaves */
	LeafWalk walk; /* of the page */
	int leaf; /* that is painted */
	GHashTable *pictures; /* on this page of the surface: asset, grey -> cairo_surface_t */
	GHashTable *drawings; /* asset -> RsvgHandle */
};

gboolean paint_text(Painter *painter, cairo_t *cr, const PageItem *item, GError **error);
/* Any item; page and bleed may matter to those that touch the trim. */
typedef struct PaintPlace {
	const Page *page;
	Len bleed;
} PaintPlace;
gboolean paint_item(Painter *painter, cairo_t *cr, const PaintPlace *place, const PageItem *item,
	GError **error);
gboolean paint_image(Painter *painter, cairo_t *cr, const PaintPlace *place, const PageItem *item,
	GError **error);
void paint_colour(const Painter *painter, cairo_t *cr, int colour);

#endif
