/* set_columns: entries in balanced columns: the least height, in half lines, at which they fit
 * into the columns in order. What does not fit on the rest of the page goes on over further
 * pages, whose columns are full; those of the last page are balanced. */
#include "layout/passing.h"

/* Nothing is printed smaller (DESIGN.md 2). */
static const double SMALL_PT = 11;

enum { FEW_ENTRIES = 80, COLUMNS_FEW = 2, COLUMNS_MANY = 3 };

typedef struct Filling {
	const VList *list;
	int *starts; /* first item of every column, count + 1 of them */
	int count;
	gboolean tears; /* what stands together but is higher than a column; else that is higher */
} Filling;

/* May a column end before this item? White and penalties at its head are passed over. */
static gboolean may_break(const VList *list, int index) {
	const VItem *item = vlist_at(list, index);
	if (item->kind == V_PENALTY) {
		return item->penalty < PENALTY_NEVER;
	}
	return item->kind == V_GLUE && index > 0 && vlist_at(list, index - 1)->kind == V_BOX;
}

static gboolean is_divided(const VItem *item) {
	return item->kind == V_PENALTY && item->penalty == PENALTY_DIVIDED;
}

int column_skip_white(const VList *list, int index) {
	while (index < vlist_count(list) && vlist_at(list, index)->kind != V_BOX &&
		vlist_at(list, index)->kind != V_ANCHOR) {
		index++;
	}
	return index;
}

int column_end(const VList *list, int from, Len height) {
	Len used = 0;
	int end = from, whole = from; /* whole: without a word divided there */
	for (int i = from; i < vlist_count(list); i++) {
		const VItem *item = vlist_at(list, i);
		if (i > from && may_break(list, i)) {
			end = i;
			whole = is_divided(item) ? whole : i;
		}
		used = vlist_below(item, used);
		if (item->kind == V_BOX && used > height) {
			end = whole > from ? whole : end;
			return end > from ? end : i + 1;
		}
	}
	return vlist_count(list);
}

int column_piece_end(const VList *list, int from) {
	int end = from + 1;
	while (end < vlist_count(list) && !may_break(list, end)) {
		end++;
	}
	return end;
}

static int fill_one(const Filling *filling, int from, Len height) {
	int end = column_end(filling->list, from, height);
	gboolean torn = from < vlist_count(filling->list) && !filling->tears;
	return torn ? MAX(end, column_piece_end(filling->list, from)) : end;
}

/* Fills the columns; returns the first item that no longer fits. */
static int fill(Filling *filling, int from, Len height) {
	int at = column_skip_white(filling->list, from);
	for (int column = 0; column < filling->count; column++) {
		filling->starts[column] = at;
		at = column_skip_white(filling->list, fill_one(filling, at, height));
	}
	filling->starts[filling->count] = at;
	return at;
}

/* Where a reader who sees part of the page shall look for what stands in the column; that at the
 * left shows the page from its edge. */
static void move_anchors(const Setter *setter, BoxBuilder *part, Len left) {
	for (guint i = 0; part->anchors && left > 0 && i < part->anchors->len; i++) {
		g_array_index(part->anchors, VItem, i).x = left - setter->format.gutter / 2;
	}
}

static void add_band(Setter *setter, VList *out, const Filling *filling, Len width, Len base) {
	BoxBuilder box;
	box_init(&box, setter->arena);
	Len tallest = 0;
	for (int column = 0; column < filling->count; column++) {
		int from = filling->starts[column], to = filling->starts[column + 1];
		VList moved;
		vlist_init(&moved, setter->arena);
		Len dx = setter_left(
				 setter, base + column * (width + setter->format.gutter), width) -
			setter_left(setter, base, width);
		BoxBuilder part;
		box_init(&part, setter->arena);
		box_add_vlist(&part, filling->list, from, to, 0);
		for (guint i = 0; i < part.items->len; i++) {
			PageItem *item = &g_array_index(part.items, PageItem, i);
			*item = page_item_moved(*item, dx, 0);
		}
		for (guint i = 0; part.slots && i < part.slots->len; i++) {
			g_array_index(part.slots, SlotPar, i).x += dx;
		}
		gboolean leftmost = column == (setter->composition->rtl ? filling->count - 1 : 0);
		move_anchors(setter, &part, leftmost ? 0 : setter_left(setter, base, width) + dx);
		box_end(&part, &moved, vlist_height(filling->list, from, to));
		box_add_vlist(&box, &moved, 0, vlist_count(&moved), 0);
		tallest = MAX(tallest, vlist_height(&moved, 0, vlist_count(&moved)));
		vlist_finish(&moved);
	}
	box_end(&box, out, tallest);
}

static Len balanced_height(Setter *setter, Filling *filling, int from, Len most) {
	Len unit = setter_half(setter, 1);
	Len low = 0, high = most / unit;
	int count = vlist_count(filling->list);
	while (low < high) {
		Len middle = (low + high) / 2;
		if (fill(filling, from, middle * unit) >= count) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	return low * unit;
}

static gboolean is_inner(const Block *block) {
	return block->kind == BLOCK_ENTRY && block->as.entry->inner;
}

/* The first entry of a letter stands with another of it, one that has parts with the first of
 * them. */
static gboolean keeps_with_next(const Block *block, int index) {
	const Block *entry = block->children[index], *next = block->children[index + 1];
	if (entry->kind != BLOCK_ENTRY || next->kind != BLOCK_ENTRY) {
		return FALSE;
	}
	gboolean first = index == 0 || block->children[index - 1]->kind == BLOCK_SPACE;
	return first || (is_inner(next) && !is_inner(entry));
}

static void set_one(Setter *setter, VList *entries, const Block *block, int index, Column column) {
	gboolean in_index = block->children[0]->kind == BLOCK_ENTRY;
	if (index > 0) {
		vlist_add_penalty(entries, keeps_with_next(block, index - 1) ? PENALTY_NEVER : 0);
	}
	/* A board is an entry of a list itself. */
	gboolean plain = !in_index && block->children[index]->kind != BLOCK_BOARD;
	if (plain) {
		tag_open(setter->tags, TAG_LIST_ITEM, 0);
		tag_open(setter->tags, TAG_BODY, 0);
	}
	set_block(setter, entries, block->children[index], column);
	if (plain) {
		tag_close(setter->tags);
		tag_close(setter->tags);
	}
}

enum { AT_ONCE = 64 };

/* Some entries, set in the setter's arena, which is free then, and packed: there may be very many.
 * One below the other they stay as they are packed; those of columns are opened again, and go with
 * the arena of the list. */
static void set_some(Setter *setter, VList *entries, const Block *block, int from, Column column) {
	int to = MIN(from + AT_ONCE, block->child_count);
	VList made;
	vlist_init(&made, setter->arena);
	for (int i = from; i < to; i++) {
		set_one(setter, &made, block, i, column);
	}
	Packer packer;
	Arena *boxes = setter_stacks(setter) ? setter->boxes : entries->arena;
	packer_init(&packer, setter->arena, setter->ink, boxes);
	passing_pack(setter, &packer, setter->part, 0, setter->part->child_count);
	pack_list(&packer, &made);
	packer_finish(&packer);
	vlist_append(entries, &made);
	vlist_finish(&made);
	setter->monogram_sheet = NULL;
	arena_reset(setter->arena);
}

static void set_entries(Setter *setter, VList *entries, const Block *block, Column column) {
	gboolean index = block->child_count > 0 && block->children[0]->kind == BLOCK_ENTRY;
	gboolean many = index && setter->part && block->child_count > AT_ONCE;
	tag_open(setter->tags, index ? TAG_INDEX : TAG_LIST, 0);
	Arena *arena = setter->arena;
	g_autoptr(Arena) scratch = arena_new();
	setter->arena = many ? scratch : arena;
	for (int i = 0; i < block->child_count; i += many ? AT_ONCE : 1) {
		if (many) {
			set_some(setter, entries, block, i, column);
		} else {
			set_one(setter, entries, block, i, column);
		}
	}
	setter->arena = arena;
	tag_close(setter->tags);
}

/* Three columns are narrow: their type is smaller (DESIGN-2 D1). Lives as long as what is set. */
static Setter *dense_setter(Setter *setter) {
	static const StyleRole roles[] = {STYLE_INDEX, STYLE_INDEX_PAGE, STYLE_INDEX_PAGE_OWN,
		STYLE_INDEX_NAME, STYLE_INDEX_LETTER};
	static const double size = 7.5 / 8, leading = 9.533 / 10.4;
	Setter *dense = arena_memdup(setter->arena, setter, sizeof *setter);
	if (setter_style(setter, STYLE_INDEX)->size > len_from_pt(SMALL_PT)) {
		return dense; /* an edition in larger type keeps it */
	}
	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++) {
		Style *style = &dense->sheet.styles[roles[i]];
		style->size = MAX(len_scale(style->size, size), setter->sheet.least);
		style->leading = len_scale(style->leading, leading);
	}
	return dense;
}

void set_columns(Setter *setter, VList *list, const Block *block) {
	if (setter_stacks(setter)) {
		set_entries(setter, list, block, setter_full_column(setter));
		return;
	}
	/* Within a row: what stands above it in the row takes room as well. */
	gboolean in_row = block->half_lines > 0;
	gboolean many = !in_row && block->child_count > FEW_ENTRIES;
	int count = many ? COLUMNS_MANY : COLUMNS_FEW;
	gboolean boards = block->child_count > 0 && block->children[0]->kind == BLOCK_BOARD;
	if (boards) {
		many = FALSE;
		count = COLUMNS_FEW;
	}
	Column whole = many || boards ? setter_full_column(setter) : setter_text_column(setter);
	Len width = (whole.width - (count - 1) * setter->format.gutter) / count;
	if (in_row && vlist_count(list) > 0) {
		vlist_add_penalty(list, PENALTY_NEVER);
		vlist_add_glue(list, setter->format.line / 4);
	}
	VList entries;
	vlist_init(&entries, setter->arena);
	Setter *own = many ? dense_setter(setter) : setter;
	set_entries(own, &entries, block, (Column){whole.x, width});
	int starts[COLUMNS_MANY + 1];
	Filling filling = {.list = &entries, .starts = starts, .count = count};
	Len page = setter->format.line * setter->format.line_count;
	Len taken = in_row ? vlist_height(list, 0, vlist_count(list)) + setter->format.line : 0;
	Len room = setter->room > taken ? setter->room - taken : page;
	int total = vlist_count(&entries), start = vlist_count(list);
	for (int from = column_skip_white(&entries, 0); from < total; room = page) {
		/* What has no room here begins on the next page. */
		Len piece = vlist_height(&entries, from, column_piece_end(&entries, from));
		room = piece > room ? page : room;
		filling.tears = TRUE;
		int next = fill(&filling, from, room);
		filling.tears = FALSE;
		if (next >= total) {
			next = fill(&filling, from, balanced_height(setter, &filling, from, room));
		}
		add_band(setter, list, &filling, width, whole.x);
		vlist_add_penalty(list, 0);
		from = next;
	}
	set_to_grid(setter, list, start, 1);
	vlist_finish(&entries);
}
