/* itembytes: the items of a page, or of what will stand on one, as bytes while nobody looks at
 * them. Of a text its line is bytes for itself, which the item names, so that it may go from one
 * place to another unread. */
#ifndef BIFOLIO_PAGE_ITEMBYTES_H
#define BIFOLIO_PAGE_ITEMBYTES_H

#include "page/page.h"

typedef struct ItemPacker {
	Arena *lines; /* where lines go, */
	Arena *items; /* and where what names them goes */
	GByteArray *room; /* to work in */
} ItemPacker;

void item_packer_init(ItemPacker *packer, Arena *lines, Arena *items);
void item_packer_finish(ItemPacker *packer);

/* A text whose line is there gets it as bytes instead. What runs and items name is borrowed. */
void item_pack_line(ItemPacker *packer, PageItem *item);
/* Items without lines that are there. more: what else who unpacks them wants to find, or NULL. */
const guint8 *bytes_from_items(
	ItemPacker *packer, const PageItem *items, int count, const guint8 *more);

/* The items one by one. */
typedef struct ItemWalk {
	const guint8 *at, *more;
	int left, tag;
	Point last;
} ItemWalk;

/* Returns their number. */
int item_walk_start(ItemWalk *walk, const guint8 *bytes);
gboolean item_walk_next(ItemWalk *walk, PageItem *item);

/* Items of a page become bytes, and its anchors go with them. */
void page_pack(ItemPacker *packer, Page *page);

#endif
