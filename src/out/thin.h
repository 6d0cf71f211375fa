/* thin: a large font with the outlines of a few of its glyphs, for who reads all of a font to show
 * a line of it: Cairo does so several times over. Numbers of glyphs, widths, names and subroutines
 * stay, so that what is made of those glyphs is made as from the whole font. */
#ifndef BIFOLIO_OUT_THIN_H
#define BIFOLIO_OUT_THIN_H

#include <glib.h>

enum { GLYPHS_MOST = 65536 };

typedef struct GlyphSet {
	guint8 has[GLYPHS_MOST]; /* 0 or 1 */
} GlyphSet;

/* Of the face `index` of a font file, a file of its own. NULL when it is not a font with outlines
 * for CIDs in a `CFF ` table, or not sound: then the whole serves. */
GBytes *thin_font(GBytes *file, int index, const GlyphSet *kept);

#endif
