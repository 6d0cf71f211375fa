/* face: the font faces of one writer, opened from the files of a FontTable when first asked for.
 * One Cairo face for each, so that a file gets one subset of each kind; unhinted. */
#ifndef BIFOLIO_OUT_FACE_H
#define BIFOLIO_OUT_FACE_H

#include <cairo.h>

#include "page/fonts.h"

typedef struct Faces Faces;

/* Borrows the table. */
Faces *faces_new(const FontTable *table);
void faces_free(Faces *faces);

/* Borrowed; NULL with error when the file cannot be opened. */
cairo_font_face_t *faces_open(Faces *faces, int face, GError **error);

#endif
