/* set_board: a poster in the list of boards (DESIGN-2 E3): hair, the board's number in the accent,
 * beside it title and names. Never broken. */
#include "layout/setter.h"

static const double NUMBER_MM = 9;

/* Adds a text's lines to the box, its first baseline `down` below where it would be. */
static Len add_words(Setter *setter, BoxBuilder *box, Words words, Len top) {
	VList list;
	vlist_init(&list, setter->arena);
	set_text(setter, &list, words);
	Len height = vlist_height(&list, 0, vlist_count(&list));
	box_add_vlist(box, &list, 0, vlist_count(&list), top);
	vlist_finish(&list);
	return height;
}

void set_board(Setter *setter, VList *list, const Block *block, Column column) {
	const BoardBlock *board = block->as.board;
	double scale = setter->format.line_scale;
	Len aside = MIN(len_scale(len_from_mm(NUMBER_MM), scale), column.width / 4);
	Column words = {column.x + aside, column.width - aside};
	Len pad = setter->format.line / 4, top = pad;
	StyleRole role = board->title_missing ? STYLE_BOARD_MISSING : STYLE_BOARD_TITLE;
	BoxBuilder box;
	box_init(&box, setter->arena);
	tag_open(setter->tags, TAG_LIST_ITEM, 0);
	set_rule(setter, &box,
		(RuleAt){column, 0, len_scale(setter->theme->row_hair, scale), COLOUR_INK});
	if (board->number) {
		Len down = style_baseline(setter_style(setter, role)) -
			style_baseline(setter_style(setter, STYLE_MARK));
		add_words(setter, &box,
			(Words){STYLE_MARK, board->number, (Column){column.x, aside},
				tag_leaf(setter->tags, TAG_LABEL, 0)},
			pad + down);
	}
	tag_open(setter->tags, TAG_BODY, 0);
	top += add_words(setter, &box,
		(Words){role, board->title, words, tag_leaf(setter->tags, TAG_PARAGRAPH, 0)}, top);
	if (board->names) {
		top += add_words(setter, &box,
			(Words){STYLE_BOARD_NAMES, board->names, words,
				tag_leaf(setter->tags, TAG_PARAGRAPH, 0)},
			top);
	}
	tag_close(setter->tags);
	tag_close(setter->tags);
	box_end(&box, list, top + pad);
}
