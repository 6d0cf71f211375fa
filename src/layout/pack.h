/* pack: what has been set, without what was tried on the way. It is set in an arena for scratch;
 * what came of it is copied out, each kind of thing to where it lives as long as it is needed, and
 * the scratch is used again. What is not in the scratch stays where it is. */
#ifndef BIFOLIO_LAYOUT_PACK_H
#define BIFOLIO_LAYOUT_PACK_H

#include "layout/vlist.h"

typedef struct Packer {
	const Arena *scratch;
	Arena *ink; /* lines, outlines, texts: until the pages are painted */
	Arena *boxes; /* what holds them: until they stand on pages; may be NULL for items alone */
	GHashTable *copied; /* what several may point at: as it was, as it is */
} Packer;

void packer_init(Packer *packer, const Arena *scratch, Arena *ink, Arena *boxes);
void packer_finish(Packer *packer);

/* Changes the items to point at copies. */
void pack_items(Packer *packer, PageItem *items, int count);
void pack_list(Packer *packer, VList *list);

#endif
