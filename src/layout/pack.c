/* pack: see the header. */
#include "layout/pack.h"

#include "layout/slotbytes.h"

#include <string.h>

void packer_init(Packer *packer, const Arena *scratch, Arena *ink, Arena *boxes) {
	*packer = (Packer){.scratch = scratch,
		.passing = g_ptr_array_new(),
		.ink = ink,
		.boxes = boxes,
		.work = arena_new_small(),
		.copied = g_hash_table_new(NULL, NULL)};
	item_packer_init(&packer->items, ink, boxes);
}

void packer_pass(Packer *packer, const Arena *arena) {
	g_ptr_array_add(packer->passing, (gpointer)arena);
}

void packer_finish(Packer *packer) {
	g_ptr_array_unref(packer->passing);
	g_hash_table_destroy(packer->copied);
	arena_free(packer->work);
	item_packer_finish(&packer->items);
}

static gboolean is_scratch(const Packer *packer, const void *data) {
	if (!data || arena_holds(packer->scratch, data)) {
		return data != NULL;
	}
	for (guint i = 0; i < packer->passing->len; i++) {
		if (arena_holds(packer->passing->pdata[i], data)) {
			return TRUE;
		}
	}
	return FALSE;
}

/* The copy of what several may point at. */
static void *shared(Packer *packer, Arena *to, const void *data, size_t size) {
	void *copy = g_hash_table_lookup(packer->copied, data);
	if (!copy) {
		copy = arena_memdup(to, data, size);
		g_hash_table_insert(packer->copied, (void *)data, copy);
	}
	return copy;
}

static const char *pack_text(Packer *packer, const char *text) {
	return text && is_scratch(packer, text)
		? shared(packer, packer->ink, text, strlen(text) + 1)
		: text;
}

/* --- ink ---------------------------------------------------------------------------------- */

/* What the runs of a line lead to is kept; the line, which is scratch, then says so. */
static void pack_line(Packer *packer, PageItem *item) {
	const Line *line = item->as.text.line;
	for (int r = 0; line && r < line->run_count; r++) {
		LineRun *run = (LineRun *)&line->runs[r];
		if ((run->href || run->target || run->language) && is_scratch(packer, run)) {
			run->href = pack_text(packer, run->href);
			run->target = pack_text(packer, run->target);
			run->language = pack_text(packer, run->language);
		}
	}
	item_pack_line(&packer->items, item);
}

static const PagePath *pack_path(Packer *packer, const PagePath *path) {
	if (!is_scratch(packer, path)) {
		return path;
	}
	static const int points_of[] = {
		[PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3, [PATH_CLOSE] = 0};
	int points = 0;
	for (int i = 0; i < path->op_count; i++) {
		points += points_of[path->ops[i]];
	}
	PagePath *copy = arena_memdup(packer->ink, path, sizeof *path);
	copy->ops = arena_memdup(packer->ink, path->ops, (size_t)path->op_count);
	copy->points = arena_memdup(packer->ink, path->points, sizeof(Point) * (size_t)points);
	return copy;
}

static void pack_items(Packer *packer, PageItem *items, int count);

static void pack_item(Packer *packer, PageItem *item) {
	switch (item->kind) {
	case PAGE_TEXT:
		pack_line(packer, item);
		break;
	case PAGE_PATH:
		item->as.path.path = pack_path(packer, item->as.path.path);
		break;
	case PAGE_IMAGE:
		item->as.image.alternate = pack_text(packer, item->as.image.alternate);
		if (is_scratch(packer, item->as.image.stand_in)) {
			int count = item->as.image.stand_in_count;
			PageItem *items = arena_memdup(packer->ink, item->as.image.stand_in,
				sizeof(PageItem) * (size_t)count);
			pack_items(packer, items, count);
			item->as.image.stand_in = items;
		}
		break;
	case PAGE_LINK:
		item->as.link.href = pack_text(packer, item->as.link.href);
		item->as.link.target = pack_text(packer, item->as.link.target);
		item->as.link.contents = pack_text(packer, item->as.link.contents);
		break;
	case PAGE_CELL:
		item->as.cell.name = pack_text(packer, item->as.cell.name);
		item->as.cell.step = pack_text(packer, item->as.cell.step);
		break;
	case PAGE_FILL:
	case PAGE_RULE:
	case PAGE_DOTS:
		break;
	}
}

static void pack_items(Packer *packer, PageItem *items, int count) {
	for (int i = 0; i < count; i++) {
		pack_item(packer, &items[i]);
	}
}

void pack_page(Packer *packer, Page *page) {
	pack_items(packer, (PageItem *)page->items, page->item_count);
	page_pack(&packer->items, page);
}

/* --- boxes -------------------------------------------------------------------------------- */

/* What its spans lead to is printed with them, and lives as long. */
static InlineSpan *pack_spans(Packer *packer, Arena *to, const Inline *text) {
	size_t count = (size_t)text->span_count;
	InlineSpan *spans = arena_memdup(to, text->spans, sizeof(InlineSpan) * count);
	for (size_t i = 0; i < count; i++) {
		spans[i].href = pack_text(packer, spans[i].href);
		spans[i].target = pack_text(packer, spans[i].target);
		spans[i].language = pack_text(packer, spans[i].language);
	}
	return spans;
}

static const Inline *pack_inline(Packer *packer, const Inline *text) {
	if (!is_scratch(packer, text)) {
		return text;
	}
	gboolean known = g_hash_table_contains(packer->copied, text);
	Inline *copy = shared(packer, packer->boxes, text, sizeof *text);
	if (known) {
		return copy;
	}
	copy->language = pack_text(packer, text->language);
	if (is_scratch(packer, text->text)) {
		copy->text = arena_strndup(packer->boxes, text->text, (size_t)text->length);
	}
	if (is_scratch(packer, text->spans)) {
		copy->spans = pack_spans(packer, packer->boxes, text);
	}
	return copy;
}

static const TabBlock *pack_tab(Packer *packer, const TabBlock *tab) {
	if (!is_scratch(packer, tab)) {
		return tab;
	}
	TabBlock *copy = shared(packer, packer->boxes, tab, sizeof *tab);
	copy->text = pack_inline(packer, copy->text);
	return copy;
}

static void pack_slot(Packer *packer, SlotPar *slot) {
	ParSpec *spec = &slot->spec;
	Inline *named = arena_memdup(packer->work, spec->source, sizeof *named);
	named->language = pack_text(packer, named->language);
	named->spans = pack_spans(packer, packer->work, named);
	spec->source = named;
	spec->language = pack_text(packer, spec->language);
	if (is_scratch(packer, spec->sheet)) {
		spec->sheet = shared(packer, packer->boxes, spec->sheet, sizeof *spec->sheet);
	}
}

static const guint8 *pack_slots(Packer *packer, const VBox *box) {
	SlotPar *slots = (SlotPar *)box->slots;
	for (int i = 0; i < box->slot_count; i++) {
		pack_slot(packer, &slots[i]);
	}
	const guint8 *bytes = box->slot_count == 0
		? NULL
		: bytes_from_slots(packer->boxes, packer->items.room, slots, box->slot_count);
	arena_reset(packer->work);
	return bytes;
}

/* One that comes again is packed again: there are few. */
static void pack_box(Packer *packer, VItem *item) {
	const VBox *box = item->as.box;
	if (item->packed || !is_scratch(packer, box)) {
		return;
	}
	PageItem *items = (PageItem *)box->items;
	pack_items(packer, items, box->item_count);
	const guint8 *slots = pack_slots(packer, box);
	item->whole_page = box->whole_page ? 1 : 0;
	item->as.bytes = bytes_from_items(&packer->items, items, box->item_count, slots);
	item->packed = 1;
}

static void pack_running(Packer *packer, VItem *item) {
	if (is_scratch(packer, item->as.running)) {
		VRunning *copy = arena_memdup(packer->boxes, item->as.running, sizeof(VRunning));
		copy->time = pack_inline(packer, copy->time);
		copy->word = pack_inline(packer, copy->word);
		item->as.running = copy;
	}
}

static void pack_start(Packer *packer, VItem *item) {
	if (is_scratch(packer, item->as.page)) {
		item->as.page = shared(packer, packer->boxes, item->as.page, sizeof(VPage));
		item->as.page->kind = pack_text(packer, item->as.page->kind);
		item->as.page->notes = pack_inline(packer, item->as.page->notes);
	}
}

static void pack_vitem(Packer *packer, VItem *item) {
	switch (item->kind) {
	case V_BOX:
	case V_FLOAT:
	case V_REPEAT:
		pack_box(packer, item);
		break;
	case V_ANCHOR:
		item->as.anchor = pack_text(packer, item->as.anchor);
		break;
	case V_FOOT:
		item->as.foot = pack_inline(packer, item->as.foot);
		break;
	case V_TAB:
		item->as.tab = pack_tab(packer, item->as.tab);
		break;
	case V_PAGE:
		pack_start(packer, item);
		break;
	case V_CONTINUE:
		pack_running(packer, item);
		break;
	case V_NOTES:
		item->as.label = pack_inline(packer, item->as.label);
		break;
	case V_GLUE:
	case V_PENALTY:
	case V_FILL:
		break;
	}
}

void pack_list(Packer *packer, VList *list) {
	for (int i = 0; i < vlist_count(list); i++) {
		pack_vitem(packer, &g_array_index(list->items, VItem, i));
	}
}
