/* estimate: how many pages a composition will take, from the length of its texts alone, so that
 * page numbers get room for their digits before anything is set. A few percent off is good enough:
 * a wrong guess costs a second setting, never a wrong page. */
#include "layout/estimate.h"

/* Mean advance of a character against its size, set text with its spaces. */
static const double ADVANCE = 0.46;
/* Of the height, what stays white at the foot of pages. */
static const double WASTE = 1.03;

static Len text_height(const Setter *setter, StyleRole role, const Inline *text, Len width) {
	if (!text) {
		return 0;
	}
	const Style *style = setter_style(setter, role);
	double extent = ADVANCE * style->size * (double)text->length;
	int lines = 1 + (int)(extent / MAX(width, 1));
	return lines * style->leading;
}

static Len block_height(const Setter *setter, const Block *block, Len width);

static Len children_height(const Setter *setter, const Block *block, Len width) {
	Len height = 0;
	for (int i = 0; i < block->child_count; i++) {
		height += block_height(setter, block->children[i], width);
	}
	return height;
}

static Len talk_height(const Setter *setter, const TalkBlock *talk, Len width) {
	Len line = setter->format.line;
	Len height = 3 * line + text_height(setter, STYLE_TALK_TITLE_SMALLEST, talk->title, width) +
		line * (talk->line_count + (talk->list_count + 1) / 2);
	height += talk->abstract ? block_height(setter, talk->abstract, width) : 0;
	height += talk->references ? block_height(setter, talk->references, width) : 0;
	for (int i = 0; i < talk->bio_count; i++) {
		height += block_height(setter, talk->bios[i], width) + line;
	}
	return height;
}

static Len timeline_height(const Setter *setter, const TimelineBlock *timeline, Len width) {
	Len height = 0;
	for (int i = 0; i < timeline->slot_count; i++) {
		const Slot *slot = &timeline->slots[i];
		height += text_height(setter, STYLE_AGENDA_TITLE, slot->title, width) +
			text_height(setter, STYLE_AGENDA_SPEAKER, slot->speakers, width) +
			3 * setter->format.line / 4;
	}
	return height;
}

static Len person_height(const Setter *setter, const PersonBlock *person, Len width) {
	Len line = setter->format.line;
	Len bio = person->bio ? block_height(setter, person->bio, width) : 0;
	return MAX(line + bio, 4 * line) + line;
}

static Len board_height(const Setter *setter, const BoardBlock *board, Len width) {
	return text_height(setter, STYLE_BOARD_TITLE, board->title, width) +
		setter_style(setter, STYLE_BOARD_NAMES)->leading *
		(board->line_count + (board->names != NULL)) +
		setter->format.line / 2;
}

static Len columns_height(const Setter *setter, const Block *block) {
	enum { COLUMNS = 3, COLUMNS_OF_BOARDS = 2 };
	if (block->child_count > 0 && block->children[0]->kind == BLOCK_BOARD) {
		Len half = setter->format.live_width / COLUMNS_OF_BOARDS - setter->format.gutter;
		return children_height(setter, block, half) / COLUMNS_OF_BOARDS;
	}
	Len width = setter->format.live_width / COLUMNS - setter->format.gutter;
	return children_height(setter, block, width) / COLUMNS;
}

static Len block_height(const Setter *setter, const Block *block, Len width) {
	switch (block->kind) {
	case BLOCK_PARAGRAPH:
		return text_height(setter, block->role, block->text, width);
	case BLOCK_TALK:
		return talk_height(setter, block->as.talk, width);
	case BLOCK_BAND:
		return 4 * setter->format.line;
	case BLOCK_TIMELINE:
		return timeline_height(setter, block->as.timeline, width);
	case BLOCK_PERSON:
		return person_height(setter, block->as.person, width);
	case BLOCK_BOARD:
		return board_height(setter, block->as.board, width);
	case BLOCK_COLUMNS:
		return columns_height(setter, block);
	case BLOCK_HEAD:
		return 4 * setter->format.line;
	case BLOCK_SPACE:
		return setter_half(setter, block->half_lines);
	case BLOCK_ROW:
		return MAX(children_height(setter, block, width),
			       setter_half(setter, block->half_lines)) +
			setter->format.line / 4;
	default:
		return children_height(setter, block, width);
	}
}

static int part_pages(const Setter *setter, const Block *part) {
	Len page = setter->format.line * setter->format.line_count;
	int columns = MAX(part->columns, 1);
	/* Heights of very long books do not fit a Len. */
	double height = 0;
	Len width = setter_text_column(setter).width;
	for (int i = 0; i < part->child_count; i++) {
		height += block_height(setter, part->children[i], width);
	}
	return 1 + (int)(height * WASTE / page / columns);
}

int estimate_pages(const Setter *setter) {
	const Block *root = setter->composition->root;
	int pages = 0;
	for (int i = 0; i < root->child_count; i++) {
		pages += root->children[i]->filler ? 0 : part_pages(setter, root->children[i]);
	}
	return pages;
}
