/* set_board: an entry of a list in two columns, under a hair, never broken: a poster (DESIGN-2 E3),
 * its number in the accent, beside it title and names; a person of many (DESIGN.md 7, Directory),
 * at the end of the first line when and where. */
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

static Len end_width(Setter *setter, const BoardBlock *board) {
	return board->end
		? text_width(setter->text, &setter->sheet, STYLE_BOARD_NAMES,
			  setter_widest(setter, board->end), setter->composition->language) +
			setter->format.gutter / 2
		: 0;
}

/* On the line of the title. */
static void add_end(Setter *setter, BoxBuilder *box, const BoardBlock *board, Column words) {
	if (!board->end) {
		return;
	}
	Len width = end_width(setter, board) - setter->format.gutter / 2;
	Len down = style_baseline(setter_style(setter, STYLE_BOARD_TITLE)) -
		style_baseline(setter_style(setter, STYLE_BOARD_NAMES));
	add_words(setter, box,
		(Words){STYLE_BOARD_NAMES, board->end,
			(Column){words.x + words.width - width, width},
			tag_leaf(setter->tags, TAG_REFERENCE, 0)},
		setter->format.line / 4 + down);
}

void set_board(Setter *setter, VList *list, const Block *block, Column column) {
	const BoardBlock *board = block->as.board;
	double scale = setter->format.line_scale;
	Len aside =
		board->person ? 0 : MIN(len_scale(len_from_mm(NUMBER_MM), scale), column.width / 4);
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
	Column first = words;
	first.width -= end_width(setter, board);
	top += add_words(setter, &box,
		(Words){role, board->title, first, tag_leaf(setter->tags, TAG_PARAGRAPH, 0)}, top);
	add_end(setter, &box, board, words);
	for (int i = 0; i < board->line_count; i++) {
		top += add_words(setter, &box,
			(Words){STYLE_BOARD_NAMES, board->lines[i], words,
				tag_leaf(setter->tags, TAG_PARAGRAPH, 0)},
			top);
	}
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
