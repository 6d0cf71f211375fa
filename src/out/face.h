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
void faces_free(Faces *faces);

/* This page, which is none of the document's, is painted with its faces, too: said before any is
 * opened. Borrows it. */
void faces_expect(Faces *faces, const Page *page);

/* Borrowed; NULL with error when the file cannot be opened. */
cairo_font_face_t *faces_open(Faces *faces, int face, GError **error);

#endif
