/* part_insert: pages from files, at their places among the parts of the booklet. */
#include "doc/parts.h"

static InsertWish wish(InsertFrame frame) {
	switch (frame) {
	case INSERT_BLEED:
		return WISH_BLEED;
	case INSERT_TYPE_AREA:
		return WISH_TYPE_AREA;
	default:
		return WISH_NEAREST;
	}
}

/* Behind the notes, which fill the signatures up, or behind all else: then it is an outer page. */
static PageStart insert_start(const Print *print, int index) {
	gboolean back_cover = FALSE;
	for (int i = 0; i < print->part_count; i++) {
		PartKind kind = print->parts[i].kind;
		if (i < index && (kind == PART_NOTES || kind == PART_BACK_COVER)) {
			return START_LAST;
		}
		back_cover = back_cover || kind == PART_BACK_COVER;
	}
	return index + 1 == print->part_count && !back_cover ? START_LAST : START_PAGE;
}

const char *part_insert_anchor(const Compose *compose, int index) {
	return arena_printf(compose->arena, "insert-%d", index);
}

gboolean part_insert_is_listed(const Compose *compose, int index) {
	const Part *part = &compose->event->print.parts[index];
	return part->kind == PART_INSERT && part->title.text && compose->inserts &&
		compose->inserts[index] >= 0;
}

const Block *part_insert(const Compose *compose, int index) {
	const Part *part = &compose->event->print.parts[index];
	if (!compose->inserts || compose->inserts[index] < 0) {
		return NULL;
	}
	InsertBlock *insert = arena_new_of(compose->arena, InsertBlock);
	insert->asset = compose->inserts[index];
	insert->alternate = part->alternate.text;
	insert->words = part_plain(compose, &part->alternate);
	insert->wish = wish(part->frame);
	Block *block = block_new(compose->arena, BLOCK_INSERT);
	block->as.insert = insert;
	block->source = part->file.span;
	Block *page = part_page(compose, "insert", insert_start(&compose->event->print, index));
	page->anchor = part_insert_anchor(compose, index);
	page->outline = part->title.text;
	const Block *child = block;
	part_set_children(compose, page, &child, 1);
	return page;
}
