/* bidi: UAX #9. Levels of a paragraph's characters, and the order of a line. */
#ifndef BIFOLIO_TEXT_BIDI_H
#define BIFOLIO_TEXT_BIDI_H

#include "text/context.h"

/* One level a character of the source, in the arena; names, addresses and code are isolated. */
guint8 *bidi_levels(Arena *arena, const Inline *source, gboolean rtl, int characters);

/* Rule L2: order[i] = which of `count` items stands i-th from the left. */
void bidi_order(const guint8 *levels, int count, int *order);

#endif
