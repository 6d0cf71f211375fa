/* pdf_outline: the outline of a glyph as a content stream says it. */
#ifndef BIFOLIO_OUT_PDF_OUTLINE_H
#define BIFOLIO_OUT_PDF_OUTLINE_H

#include "base/arena.h"
#include "out/face.h"

/* A path in 1/1000 em from the glyph's origin, upwards; NULL when it has no ink. In the arena. */
const char *pdf_outline(Faces *faces, int face, unsigned glyph, Arena *arena);

#endif
