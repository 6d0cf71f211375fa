/* face: the font faces of one writer, opened from the files of a document's table when first asked
 * for. One Cairo face for each, so that a file gets one subset of each kind; unhinted. Of a large
 * font only the glyphs that the document shows (thin.h). */
#ifndef BIFOLIO_OUT_FACE_H
#define BIFOLIO_OUT_FACE_H

#include <cairo.h>

#include "page/page.h"

typedef struct Faces Faces;

/* Borrows the document. */
Faces *faces_new(const Document *document);
/* For those that only look at glyphs: nothing is made thin. */
Faces *faces_new_whole(const Document *document);
void faces_free(Faces *faces);

/* This page, which is none of the document's, is painted with its faces, too: said before any is
 * opened. Borrows it. */
void faces_expect(Faces *faces, const Page *page);

/* Borrowed; NULL with error when the file cannot be opened. */
cairo_font_face_t *faces_open(Faces *faces, int face, GError **error);
/* The same face under another number, and for Cairo a font of its own that knows no characters:
 * voices are counted from 1, 0 is the face itself. Of a voice, faces count on. */
int faces_voice(const Faces *faces, int face, int voice);

/* Its glyph of a character, 0 = it has none, or cannot be opened. */
unsigned faces_glyph(Faces *faces, int face, gunichar character);
/* Has it a character by itself? */
gboolean faces_is_character(Faces *faces, int face, unsigned glyph);
/* Is there anything to see? What was asked once may then be asked by several threads. */
gboolean faces_has_ink(Faces *faces, int face, unsigned glyph);

#endif
