/* thumbs: active areas of a page made large enough for a thumb. */
#ifndef BIFOLIO_LAYOUT_THUMBS_H
#define BIFOLIO_LAYOUT_THUMBS_H

#include "base/arena.h"
#include "page/page.h"

/* Grows each link of the page to `side` in height and width, about its middle, but no further than
 * half the way to a neighbour that leads elsewhere, nor beyond the page. What stays lower than
 * `least` takes it from those above that have more. */
void thumbs_grow(Arena *arena, Page *page, Len side, Len least);

#endif
