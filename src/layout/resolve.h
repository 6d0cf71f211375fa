/* resolve: page numbers into the slots that wait for them, without a layout loop: a paragraph with
 * slots was set with the widest numbers that may come, and is set once more in its place. */
#ifndef BIFOLIO_LAYOUT_RESOLVE_H
#define BIFOLIO_LAYOUT_RESOLVE_H

#include "base/arena.h"
#include "markup/inline.h"

/* Label of the page with the anchor, or NULL. */
typedef const char *(*PageOf)(const void *owner, const char *anchor);

/* A copy of text with every slot filled by page_of. A number that already stands in the same
 * paragraph right before (a list of pages) is left out together with the comma before it; so is a
 * slot whose anchor is unknown. */
const Inline *inline_with_pages(
	Arena *arena, const Inline *text, PageOf page_of, const void *owner);

/* A copy with `widest`, the widest label a page may get, in every slot. */
const Inline *inline_with_widest(Arena *arena, const Inline *text, const char *widest);

#endif
