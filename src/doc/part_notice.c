/* part_notice: notices behind what they are bound to; those of a talk that the booklet does not
 * print are left out with it. */
#include "doc/parts.h"

static const Block *notice_block(const Compose *compose, int index) {
	const Notice *notice = &compose->event->print.notices[index];
	NoticeBlock *made = arena_new_of(compose->arena, NoticeBlock);
	made->asset = notice->file.text && compose->notices ? compose->notices[index] : -1;
	made->text = part_inline(compose, &notice->text);
	if (made->asset < 0 && !made->text) {
		return NULL; /* a file that cannot be used, and was told of */
	}
	made->alternate = notice->alternate.text;
	made->words = part_plain(compose, &notice->alternate);
	Block *block = block_new(compose->arena, BLOCK_NOTICE);
	block->as.notice = made;
	block->source = notice->span;
	return block;
}

/* Among the parts, a group of its own that goes on with the page. */
static const Block *notice_part(const Compose *compose, int index) {
	const Block *block = notice_block(compose, index);
	if (!block) {
		return NULL;
	}
	Block *group = block_new(compose->arena, BLOCK_GROUP);
	part_set_children(compose, group, &block, 1);
	return group;
}

void part_notices_after_item(
	const Compose *compose, BlockList *list, const Item *item, gboolean own_page) {
	const Print *print = &compose->event->print;
	for (int i = 0; i < print->notice_count; i++) {
		if (print->notices[i].item == item) {
			block_list_add(list,
				own_page ? notice_part(compose, i) : notice_block(compose, i));
		}
	}
}

void part_notices_after(const Compose *compose, BlockList *list, PartKind part) {
	const Print *print = &compose->event->print;
	for (int i = 0; i < print->notice_count; i++) {
		if (!print->notices[i].item && print->notices[i].part == part) {
			block_list_add(list, notice_part(compose, i));
		}
	}
}
