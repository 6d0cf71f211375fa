/* pack: what has been set, without what was tried on the way. It is set in an arena for scratch;
 * what came of it is copied out, each kind of thing to where it lives as long as it is needed, and
 * the scratch is used again, and the blocks it was made of may go. What is in neither stays where
 * it is. Lines become bytes, and so do boxes (page/itembytes.h, slotbytes.h). */
#ifndef BIFOLIO_LAYOUT_PACK_H
#define BIFOLIO_LAYOUT_PACK_H

#include "layout/vlist.h"
#include "page/itembytes.h"

typedef struct Packer {
	const Arena *scratch;
	GPtrArray *passing; /* const Arena: what else goes, likewise */
	Arena *ink; /* lines, outlines, texts: until the pages are painted */
	Arena *boxes; /* what holds them: until they stand on pages; of pages: the same */
	Arena *work; /* of one box at a time */
	GHashTable *copied; /* what several may point at: as it was, as it is */
	ItemPacker items;
} Packer;

void packer_init(Packer *packer, const Arena *scratch, Arena *ink, Arena *boxes);
void packer_finish(Packer *packer);
/* What stands in this arena is copied, too. */
void packer_pass(Packer *packer, const Arena *arena);

void pack_list(Packer *packer, VList *list);
/* A page's items become bytes. */
void pack_page(Packer *packer, Page *page);

#endif
