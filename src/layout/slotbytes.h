/* slotbytes: paragraphs that wait for page numbers, as bytes until the pages are known: the most
 * of what an index and a table of contents are made of. */
#ifndef BIFOLIO_LAYOUT_SLOTBYTES_H
#define BIFOLIO_LAYOUT_SLOTBYTES_H

#include "layout/vlist.h"

/* In the arena. Texts are copied, sheets and what spans name are borrowed. room: to work in. */
const guint8 *bytes_from_slots(Arena *arena, GByteArray *room, const SlotPar *slots, int count);
/* The slots again, in the arena; *count gets their number. NULL gives none. */
SlotPar *slots_from_bytes(Arena *arena, const guint8 *bytes, int *count);

#endif
