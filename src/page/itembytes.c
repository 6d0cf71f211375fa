/* itembytes: see the header. An item says its kind, its tag as what it differs from the one
 * before, and where it stands from there. Those that are rare are kept as they are. */
#include "page/itembytes.h"

#include "page/bytes.h"
#include "page/linebytes.h"

/* The first byte: the kind, and */
enum {
	KIND_MASK = 7,
	IS_COLOURED = 8, /* a text with a colour of its own */
	IS_BLEEDING = 8, /* a fill */
	IS_GAPPED = 8, /* a rule */
	HAS_HREF = 8, /* a link */
	HAS_TARGET = 16,
	HAS_CONTENTS = 32,
	IS_KEPT = 64, /* the item is elsewhere, as it was */
	HAS_MORE = 1, /* beside the number of items */
	ITEM_BYTES_MOST = 1 + 3 * 8 + 8 * BYTES_OF_NUMBER
};

G_STATIC_ASSERT((int)PAGE_CELL <= (int)KIND_MASK);

void item_packer_init(ItemPacker *packer, Arena *lines, Arena *items) {
	*packer = (ItemPacker){lines, items, g_byte_array_new()};
}

void item_packer_finish(ItemPacker *packer) {
	g_byte_array_unref(packer->room);
}

void item_pack_line(ItemPacker *packer, PageItem *item) {
	if (item->kind == PAGE_TEXT && item->as.text.line) {
		item->as.text.bytes =
			bytes_from_line(packer->lines, packer->room, item->as.text.line);
		item->as.text.line = NULL;
	}
}

/* --- to bytes ----------------------------------------------------------------------------- */

static gboolean is_rare(const PageItem *item) {
	switch (item->kind) {
	case PAGE_TEXT:
		return item->as.text.turn < 0 || item->as.text.turn > 0;
	case PAGE_FILL:
	case PAGE_RULE:
	case PAGE_DOTS:
	case PAGE_LINK:
		return FALSE;
	case PAGE_PATH:
	case PAGE_IMAGE:
	case PAGE_CELL:
		return TRUE;
	}
	g_assert_not_reached();
}

static void put_point(guint8 **at, Point point, Point *last) {
	put_signed(at, point.x - last->x);
	put_signed(at, point.y - last->y);
	*last = point;
}

static void put_area(guint8 **at, Rect area, Point *last) {
	put_point(at, (Point){area.x, area.y}, last);
	put_signed(at, area.width);
	put_signed(at, area.height);
}

static int flags_of(const PageItem *item) {
	switch (item->kind) {
	case PAGE_TEXT:
		return item->as.text.colour >= 0 ? IS_COLOURED : 0;
	case PAGE_FILL:
		return item->as.fill.bleeds ? IS_BLEEDING : 0;
	case PAGE_LINK:
		return (item->as.link.href ? HAS_HREF : 0) |
			(item->as.link.target ? HAS_TARGET : 0) |
			(item->as.link.contents ? HAS_CONTENTS : 0);
	default:
		return item->as.rule.gap != 0 ? IS_GAPPED : 0;
	}
}

static void put_link(guint8 **at, const PageItem *item, Point *last) {
	const char *names[] = {item->as.link.href, item->as.link.target, item->as.link.contents};
	put_area(at, item->as.link.area, last);
	for (int i = 0; i < (int)G_N_ELEMENTS(names); i++) {
		if (names[i]) {
			put_pointer(at, names[i]);
		}
	}
}

static void put_item(guint8 **at, const PageItem *item, Point *last) {
	int flags = flags_of(item);
	switch (item->kind) {
	case PAGE_TEXT:
		put_point(at, item->as.text.at, last);
		put_pointer(at, item->as.text.bytes);
		if (flags & IS_COLOURED) {
			put_signed(at, item->as.text.colour);
		}
		return;
	case PAGE_FILL:
		put_area(at, item->as.fill.area, last);
		put_signed(at, item->as.fill.colour);
		return;
	case PAGE_LINK:
		put_link(at, item, last);
		return;
	default:
		put_point(at, item->as.rule.from, last);
		put_point(at, item->as.rule.to, last);
		put_signed(at, item->as.rule.thickness);
		put_signed(at, item->as.rule.colour);
		if (flags & IS_GAPPED) {
			put_signed(at, item->as.rule.gap);
		}
	}
}

const guint8 *bytes_from_items(
	ItemPacker *packer, const PageItem *items, int count, const guint8 *more) {
	gsize most = BYTES_OF_NUMBER + sizeof more + (gsize)count * ITEM_BYTES_MOST;
	if (packer->room->len < most) {
		g_byte_array_set_size(packer->room, (guint)most);
	}
	guint8 *at = packer->room->data;
	int tag = 0;
	Point last = {0, 0};
	put_unsigned(&at, (guint32)count << 1 | (more ? HAS_MORE : 0));
	if (more) {
		put_pointer(&at, more);
	}
	for (int i = 0; i < count; i++) {
		const PageItem *item = &items[i];
		g_assert(item->kind != PAGE_TEXT || !item->as.text.line);
		if (is_rare(item)) {
			*at++ = IS_KEPT;
			put_pointer(&at, arena_memdup(packer->items, item, sizeof *item));
			continue;
		}
		*at++ = (guint8)((int)item->kind | flags_of(item));
		put_signed(&at, item->tag - tag);
		tag = item->tag;
		put_item(&at, item, &last);
	}
	return arena_memdup(packer->items, packer->room->data, (gsize)(at - packer->room->data));
}

void page_pack(ItemPacker *packer, Page *page) {
	page->bytes = bytes_from_items(packer, page->items, page->item_count, NULL);
	page->items = NULL;
	PageAnchor *anchors = arena_memdup(
		packer->items, page->anchors, sizeof(PageAnchor) * (gsize)page->anchor_count);
	for (int i = 0; i < page->anchor_count; i++) {
		anchors[i].name = arena_strdup(packer->items, anchors[i].name);
	}
	page->anchors = anchors;
}

/* --- and back ----------------------------------------------------------------------------- */

static Point take_point(const guint8 **at, Point *last) {
	last->x += take_signed(at);
	last->y += take_signed(at);
	return *last;
}

static Rect take_area(const guint8 **at, Point *last) {
	Point corner = take_point(at, last);
	Len width = take_signed(at);
	return (Rect){corner.x, corner.y, width, take_signed(at)};
}

static void take_link(const guint8 **at, PageItem *item, int flags, Point *last) {
	item->as.link.area = take_area(at, last);
	item->as.link.href = flags & HAS_HREF ? take_pointer(at) : NULL;
	item->as.link.target = flags & HAS_TARGET ? take_pointer(at) : NULL;
	item->as.link.contents = flags & HAS_CONTENTS ? take_pointer(at) : NULL;
}

static void take_item(const guint8 **at, PageItem *item, int flags, Point *last) {
	switch (item->kind) {
	case PAGE_TEXT:
		item->as.text.at = take_point(at, last);
		item->as.text.bytes = take_pointer(at);
		item->as.text.colour = flags & IS_COLOURED ? take_signed(at) : -1;
		return;
	case PAGE_FILL:
		item->as.fill.area = take_area(at, last);
		item->as.fill.colour = take_signed(at);
		item->as.fill.bleeds = (flags & IS_BLEEDING) != 0;
		return;
	case PAGE_LINK:
		take_link(at, item, flags, last);
		return;
	default:
		item->as.rule.from = take_point(at, last);
		item->as.rule.to = take_point(at, last);
		item->as.rule.thickness = take_signed(at);
		item->as.rule.colour = take_signed(at);
		item->as.rule.gap = flags & IS_GAPPED ? take_signed(at) : 0;
	}
}

int item_walk_start(ItemWalk *walk, const guint8 *bytes) {
	*walk = (ItemWalk){.at = bytes};
	guint32 head = take_unsigned(&walk->at);
	walk->left = (int)(head >> 1);
	walk->more = head & HAS_MORE ? take_pointer(&walk->at) : NULL;
	return walk->left;
}

gboolean item_walk_next(ItemWalk *walk, PageItem *item) {
	if (walk->left == 0) {
		return FALSE;
	}
	walk->left--;
	int flags = *walk->at++;
	if (flags & IS_KEPT) {
		*item = *(const PageItem *)take_pointer(&walk->at);
		return TRUE;
	}
	*item = (PageItem){.kind = (PageItemKind)(flags & KIND_MASK)};
	walk->tag += take_signed(&walk->at);
	item->tag = walk->tag;
	take_item(&walk->at, item, flags, &walk->last);
	return TRUE;
}

/* --- pages to look at --------------------------------------------------------------------- */

static void open_item(Arena *arena, PageItem *item, const WordTable *words) {
	if (item->kind == PAGE_TEXT && item->as.text.bytes) {
		item->as.text.line = line_from_bytes(arena, item->as.text.bytes, words);
		item->as.text.bytes = NULL;
	} else if (item->kind == PAGE_IMAGE && item->as.image.stand_in_count > 0) {
		int count = item->as.image.stand_in_count;
		PageItem *items = arena_memdup(
			arena, item->as.image.stand_in, sizeof(PageItem) * (gsize)count);
		for (int i = 0; i < count; i++) {
			open_item(arena, &items[i], words);
		}
		item->as.image.stand_in = items;
	}
}

static const Page *unpack(const Page *page, PageRoom *room, const WordTable *words) {
	if (!page->bytes) {
		return page;
	}
	arena_reset(room->arena);
	ItemWalk walk;
	int count = item_walk_start(&walk, page->bytes);
	PageItem *items = arena_array_of(room->arena, PageItem, count);
	for (int i = 0; i < count; i++) {
		item_walk_next(&walk, &items[i]);
		if (words) {
			open_item(room->arena, &items[i], words);
		}
	}
	room->page = *page;
	room->page.items = items;
	room->page.bytes = NULL;
	return &room->page;
}

void page_room_init(PageRoom *room) {
	*room = (PageRoom){.arena = arena_new()};
}

void page_room_finish(PageRoom *room) {
	arena_free(room->arena);
}

const Page *page_open(const Page *page, const FontTable *fonts, PageRoom *room) {
	return unpack(page, room, page->bytes ? fonts->words : NULL);
}

const Page *page_open_areas(const Page *page, PageRoom *room) {
	return unpack(page, room, NULL);
}
