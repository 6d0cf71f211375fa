/* fonts: the faces a document may use, as data: which file, which face in it, what it is
 * called. text/ctx makes the table from fonts.lock; glyph runs name a face by its index;
 * out/ opens the files itself. Constant and shared by all threads once made. */
#ifndef BIFOLIO_PAGE_FONTS_H
#define BIFOLIO_PAGE_FONTS_H

#include "page/glyphs.h"

typedef struct FontFace {
	const char *path; /* absolute or relative to the working folder */
	int index; /* face in a collection */
	const char *family; /* as the lock names it */
	int weight; /* CSS 100..900 */
	gboolean italic;
	int units_per_em;
	/* 1/1000 em, from the file: */
	int x_height, cap_height, ascent, descent; /* descent positive downwards */
} FontFace;

typedef struct FontTable {
	int count;
	const FontFace *faces;
	const WordTable *words; /* shaped with them, see glyphs.h; or NULL */
} FontTable;

#endif
