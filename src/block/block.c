/* block: building the tree of a document. */
#include "block/block.h"

#include <glib.h>

struct BlockList {
	Arena *arena;
	GPtrArray *blocks;
};

Block *block_new(Arena *arena, BlockKind kind) {
	Block *block = arena_new_of(arena, Block);
	block->kind = kind;
	block->role = STYLE_PROSE;
	block->source = SPAN_NONE;
	return block;
}

const Block *block_in_piece(Arena *arena, const Block *block, Piece *piece) {
	Block *copy = arena_memdup(arena, block, sizeof *block);
	copy->piece = piece_hold(piece);
	return copy;
}

Block *block_paragraph(Arena *arena, StyleRole role, const Inline *text) {
	Block *block = block_new(arena, BLOCK_PARAGRAPH);
	block->role = role;
	block->text = text;
	block->source = text->source;
	return block;
}

Block *block_space(Arena *arena, int half_lines) {
	Block *block = block_new(arena, BLOCK_SPACE);
	block->half_lines = half_lines;
	return block;
}

BlockList *block_list_new(Arena *arena) {
	BlockList *list = g_new0(BlockList, 1);
	list->arena = arena;
	list->blocks = g_ptr_array_new();
	return list;
}

void block_list_add(BlockList *list, const Block *block) {
	if (block) {
		g_ptr_array_add(list->blocks, (gpointer)block);
	}
}

int block_list_count(const BlockList *list) {
	return (int)list->blocks->len;
}

void block_list_end(BlockList *list, Block *parent) {
	parent->child_count = (int)list->blocks->len;
	parent->children = (const Block *const *)arena_memdup(
		list->arena, list->blocks->pdata, sizeof(gpointer) * list->blocks->len);
	g_ptr_array_free(list->blocks, TRUE);
	g_free(list);
}

static void add_markup(
	BlockList *list, Arena *arena, const MarkBlock *const *blocks, int count, StyleRole role);

static const Inline *item_marker(Arena *arena, const MarkBlock *list, int index) {
	const char *text = list->ordered ? arena_printf(arena, "%d.", list->start + index) : "–";
	return inline_new(arena, text, NULL, list->children[index]->source);
}

static void add_list(BlockList *out, Arena *arena, const MarkBlock *list, StyleRole role) {
	for (int i = 0; i < list->child_count; i++) {
		const MarkBlock *item = list->children[i];
		Block *block = block_new(arena, BLOCK_ITEM);
		block->role = role;
		block->marker = item_marker(arena, list, i);
		block->source = item->source;
		BlockList *children = block_list_new(arena);
		add_markup(children, arena, item->children, item->child_count, role);
		block_list_end(children, block);
		block_list_add(out, block);
	}
}

static Block *container_from_markup(
	Arena *arena, const MarkBlock *mark, BlockKind kind, StyleRole role) {
	Block *block = block_new(arena, kind);
	block->source = mark->source;
	BlockList *children = block_list_new(arena);
	add_markup(children, arena, mark->children, mark->child_count, role);
	block_list_end(children, block);
	return block;
}

static void add_markup(
	BlockList *list, Arena *arena, const MarkBlock *const *blocks, int count, StyleRole role) {
	for (int i = 0; i < count; i++) {
		const MarkBlock *mark = blocks[i];
		Block *block;
		switch (mark->kind) {
		case MARK_LIST:
			add_list(list, arena, mark, role);
			break;
		case MARK_QUOTE:
			block_list_add(list, container_from_markup(arena, mark, BLOCK_QUOTE, role));
			break;
		case MARK_ITEM:
			block_list_add(list, container_from_markup(arena, mark, BLOCK_GROUP, role));
			break;
		case MARK_RULE:
			block_list_add(list, block_space(arena, 2));
			break;
		case MARK_PARAGRAPH:
		case MARK_HEADING:
		case MARK_CODE:
			block = block_paragraph(arena, role, mark->inlines);
			block->continues = mark->kind == MARK_PARAGRAPH && i > 0 &&
				blocks[i - 1]->kind == MARK_PARAGRAPH;
			block->source = mark->source;
			block_list_add(list, block);
			break;
		}
	}
}

Block *block_from_markup(Arena *arena, const MarkDocument *document, StyleRole role) {
	Block *group = block_new(arena, BLOCK_GROUP);
	BlockList *list = block_list_new(arena);
	add_markup(list, arena, document->blocks, document->block_count, role);
	block_list_end(list, group);
	return group;
}
