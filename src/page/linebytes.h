/* linebytes: a line as bytes while nobody looks at it: a tenth of what its runs and words take. A
 * word is its number, and where it stands is said only where that is not to be seen from the word
 * before it. Nothing is lost. */
#ifndef BIFOLIO_PAGE_LINEBYTES_H
#define BIFOLIO_PAGE_LINEBYTES_H

#include "base/arena.h"
#include "page/glyphs.h"

/* In the arena; what its runs name is borrowed. room: to work in. */
const guint8 *bytes_from_line(Arena *arena, GByteArray *room, const Line *line);
/* The line again, in the arena. words: those whose numbers it has. */
const Line *line_from_bytes(Arena *arena, const guint8 *bytes, const WordTable *words);

#endif
