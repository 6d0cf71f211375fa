/* vlist: see the header. */
#include "layout/vlist.h"

#include "layout/slotbytes.h"
#include "page/itembytes.h"

void vlist_init(VList *list, Arena *arena) {
	list->arena = arena;
	list->items = g_array_new(FALSE, TRUE, sizeof(VItem));
}

void vlist_finish(VList *list) {
	g_array_free(list->items, TRUE);
	list->items = NULL;
}

int vlist_count(const VList *list) {
	return (int)list->items->len;
}

const VItem *vlist_at(const VList *list, int index) {
	return &g_array_index(list->items, VItem, index);
}

void vlist_add(VList *list, VItem item) {
	g_array_append_val(list->items, item);
}

VPage *vlist_add_page(VList *list) {
	VPage *page = arena_new_of(list->arena, VPage);
	vlist_add(list, (VItem){.kind = V_PAGE, .as.page = page});
	return page;
}

void vlist_add_glue(VList *list, Len height) {
	if (height > 0) {
		vlist_add(list, (VItem){.kind = V_GLUE, .height = height});
	}
}

void vlist_add_grid(VList *list, GlueKind kind, Len height, Len grid) {
	VItem glue = {.kind = V_GLUE, .height = height};
	glue.as.glue.kind = kind;
	glue.as.glue.grid = grid;
	vlist_add(list, glue);
}

void vlist_add_penalty(VList *list, int penalty) {
	vlist_add(list, (VItem){.kind = V_PENALTY, .penalty = penalty});
}

void vlist_add_anchor(VList *list, const char *name) {
	if (name) {
		vlist_add(list, (VItem){.kind = V_ANCHOR, .as.anchor = name});
	}
}

void vlist_add_anchor_at(VList *list, const char *name, Point at) {
	vlist_add(list, (VItem){.kind = V_ANCHOR, .height = at.y, .x = at.x, .as.anchor = name});
}

void vlist_append(VList *list, VList *from) {
	if (from->items->len > 0) {
		g_array_append_vals(list->items, from->items->data, from->items->len);
		g_array_set_size(from->items, 0);
	}
}

/* A remainder of rounding is no reason for another line. */
static Len to_line(Len y, Len grid) {
	enum { SLIP = 8 };
	Len over = grid > 0 ? y % grid : 0;
	return over > SLIP ? grid - over : 0;
}

Len vlist_below(const VItem *item, Len y) {
	switch (item->kind) {
	case V_BOX:
		return y + item->height;
	case V_GLUE:
		y += item->height;
		return y + (item->as.glue.kind >= GLUE_CLOSES ? to_line(y, item->as.glue.grid) : 0);
	default:
		return y;
	}
}

Len vlist_widening(const VItem *glue, Len y) {
	Len grid = glue->as.glue.grid;
	return glue->as.glue.kind == GLUE_OPENS ? to_line(y + glue->height, grid) : grid;
}

gboolean vlist_is_passed(const VList *list, int glue, int to) {
	gboolean closed = vlist_at(list, glue)->as.glue.kind == GLUE_GAP;
	for (int i = glue + 1; i < to; i++) {
		const VItem *at = vlist_at(list, i);
		closed = closed || (at->kind == V_GLUE && at->as.glue.kind >= GLUE_CLOSES);
		if (closed && at->kind == V_BOX) {
			return TRUE;
		}
	}
	return FALSE;
}

Len vlist_height(const VList *list, int from, int to) {
	Len height = 0;
	for (int i = from; i < to; i++) {
		height = vlist_below(vlist_at(list, i), height);
	}
	return height;
}

/* Returns whether the item is a box. */
static gboolean keep(const VList *list, int index) {
	VItem *item = &g_array_index(list->items, VItem, index);
	if (item->kind == V_PENALTY) {
		item->penalty = PENALTY_NEVER;
	}
	return item->kind == V_BOX;
}

void vlist_keep_first(const VList *list, int from, int boxes) {
	for (int i = from; i < vlist_count(list) && boxes > 0; i++) {
		boxes -= keep(list, i);
	}
}

void vlist_keep_last(const VList *list, int from, int to, int boxes) {
	for (int i = to - 1; i >= from && boxes > 0; i--) {
		boxes -= keep(list, i);
	}
}

void box_init(BoxBuilder *box, Arena *arena) {
	box->arena = arena;
	box->items = g_array_new(FALSE, TRUE, sizeof(PageItem));
	box->slots = box->anchors = NULL;
}

void box_add(BoxBuilder *box, PageItem item) {
	g_array_append_val(box->items, item);
}

void box_add_slot(BoxBuilder *box, SlotPar slot) {
	if (!box->slots) {
		box->slots = g_array_new(FALSE, TRUE, sizeof(SlotPar));
	}
	g_array_append_val(box->slots, slot);
}

static void box_add_anchor(BoxBuilder *box, VItem anchor, Len y) {
	if (!box->anchors) {
		box->anchors = g_array_new(FALSE, TRUE, sizeof(VItem));
	}
	anchor.height += y;
	g_array_append_val(box->anchors, anchor);
}

static int tag_grown(int tag, int by) {
	return tag == TAG_ARTIFACT ? tag : tag + by;
}

VBox vitem_box(const VItem *item, Arena *arena) {
	if (!item->packed) {
		/* Of a list that is still being set, or of nothing. */
		return *item->as.box;
	}
	ItemWalk walk;
	VBox box = {.whole_page = item->whole_page};
	box.item_count = item_walk_start(&walk, item->as.bytes);
	PageItem *items = arena_array_of(arena, PageItem, box.item_count);
	for (int i = 0; i < box.item_count; i++) {
		item_walk_next(&walk, &items[i]);
		items[i].tag = tag_grown(items[i].tag, item->tags);
	}
	SlotPar *slots = slots_from_bytes(arena, walk.more, &box.slot_count);
	for (int i = 0; i < box.slot_count; i++) {
		slots[i].tag = tag_grown(slots[i].tag, item->tags);
	}
	box.items = items;
	box.slots = slots;
	return box;
}

static void box_add_box(BoxBuilder *box, const VItem *item, Len y) {
	const VBox other = vitem_box(item, box->arena);
	for (int i = 0; i < other.item_count; i++) {
		box_add(box, page_item_moved(other.items[i], 0, y));
	}
	for (int i = 0; i < other.slot_count; i++) {
		SlotPar slot = other.slots[i];
		slot.y += y;
		box_add_slot(box, slot);
	}
}

void box_add_vlist(BoxBuilder *box, const VList *list, int from, int to, Len y) {
	const Len top = y;
	for (int i = from; i < to; i++) {
		const VItem *item = vlist_at(list, i);
		if (item->kind == V_BOX) {
			box_add_box(box, item, y);
		} else if (item->kind == V_ANCHOR) {
			box_add_anchor(box, *item, y);
		}
		y = top + vlist_below(item, y - top);
	}
}

void box_end(BoxBuilder *box, VList *list, Len height) {
	for (guint i = 0; box->anchors && i < box->anchors->len; i++) {
		vlist_add(list, g_array_index(box->anchors, VItem, i));
	}
	VBox *made = arena_new_of(box->arena, VBox);
	made->item_count = (int)box->items->len;
	made->items =
		arena_memdup(box->arena, box->items->data, sizeof(PageItem) * box->items->len);
	if (box->slots) {
		made->slot_count = (int)box->slots->len;
		made->slots = arena_memdup(
			box->arena, box->slots->data, sizeof(SlotPar) * box->slots->len);
	}
	vlist_add(list, (VItem){.kind = V_BOX, .height = height, .as.box = made});
	box_clear(box);
}

void box_clear(BoxBuilder *box) {
	g_array_free(box->items, TRUE);
	g_clear_pointer(&box->slots, g_array_unref);
	g_clear_pointer(&box->anchors, g_array_unref);
}

PageItem page_item_moved(PageItem item, Len dx, Len dy) {
	switch (item.kind) {
	case PAGE_TEXT:
		item.as.text.at.x += dx;
		item.as.text.at.y += dy;
		break;
	case PAGE_FILL:
		item.as.fill.area.x += dx;
		item.as.fill.area.y += dy;
		break;
	case PAGE_RULE:
	case PAGE_DOTS:
		item.as.rule.from.x += dx;
		item.as.rule.from.y += dy;
		item.as.rule.to.x += dx;
		item.as.rule.to.y += dy;
		break;
	case PAGE_PATH:
		item.as.path.at.x += dx;
		item.as.path.at.y += dy;
		break;
	case PAGE_IMAGE:
		item.as.image.area.x += dx;
		item.as.image.area.y += dy;
		break;
	case PAGE_LINK:
		item.as.link.area.x += dx;
		item.as.link.area.y += dy;
		break;
	case PAGE_CELL:
		item.as.cell.area.x += dx;
		item.as.cell.area.y += dy;
		break;
	}
	return item;
}
