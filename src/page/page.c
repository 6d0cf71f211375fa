/* page: collects the items of a page and freezes them; looks up anchors; says how wide a word is,
 * so that text, dumps and paint agree. Computes no positions. */
#include "page/page.h"

#include <string.h>

struct PageBuilder {
	Arena *arena;
	Len width, height;
	GArray *items; /* PageItem */
	GArray *below; /* PageItem, last one is the lowest */
	GArray *anchors; /* PageAnchor */
};

int document_find_anchor(const Document *document, const char *name, Len *y) {
	for (int p = 0; p < document->page_count; p++) {
		const Page *page = &document->pages[p];
		for (int a = 0; a < page->anchor_count; a++) {
			if (strcmp(page->anchors[a].name, name) != 0) {
				continue;
			}
			if (y) {
				*y = page->anchors[a].y;
			}
			return p;
		}
	}
	return -1;
}

PageBuilder *page_builder_new(Arena *arena, Len width, Len height) {
	PageBuilder *builder = g_new0(PageBuilder, 1);
	builder->arena = arena;
	builder->width = width;
	builder->height = height;
	builder->items = g_array_new(FALSE, FALSE, sizeof(PageItem));
	builder->below = g_array_new(FALSE, FALSE, sizeof(PageItem));
	builder->anchors = g_array_new(FALSE, FALSE, sizeof(PageAnchor));
	return builder;
}

void page_builder_free(PageBuilder *builder) {
	if (!builder) {
		return;
	}
	g_array_free(builder->items, TRUE);
	g_array_free(builder->below, TRUE);
	g_array_free(builder->anchors, TRUE);
	g_free(builder);
}

void page_add(PageBuilder *builder, PageItem item) {
	g_array_append_val(builder->items, item);
}

void page_add_below(PageBuilder *builder, PageItem item) {
	g_array_append_val(builder->below, item);
}

void page_add_anchor(PageBuilder *builder, const char *name, Point at) {
	PageAnchor anchor = {.name = arena_strdup(builder->arena, name), .x = at.x, .y = at.y};
	g_array_append_val(builder->anchors, anchor);
}

int page_builder_count(const PageBuilder *builder) {
	return (int)(builder->items->len + builder->below->len);
}

void page_builder_end(PageBuilder *builder, Page *page) {
	guint below = builder->below->len, count = builder->items->len;
	PageItem *items = arena_array_of(builder->arena, PageItem, below + count);
	for (guint i = 0; i < below; i++) {
		items[i] = g_array_index(builder->below, PageItem, below - 1 - i);
	}
	if (count > 0) {
		memcpy(items + below, builder->items->data, count * sizeof(PageItem));
	}
	page->width = builder->width;
	page->height = builder->height;
	page->item_count = (int)(below + count);
	page->items = items;
	page->anchor_count = (int)builder->anchors->len;
	page->anchors = arena_memdup(
		builder->arena, builder->anchors->data, builder->anchors->len * sizeof(PageAnchor));
	g_array_set_size(builder->items, 0);
	g_array_set_size(builder->below, 0);
	g_array_set_size(builder->anchors, 0);
}

void page_add_text(PageBuilder *builder, int tag, const Line *line, Len x, Len y) {
	PageItem item = {.kind = PAGE_TEXT, .tag = tag};
	item.as.text.line = line;
	item.as.text.at = (Point){x, y};
	item.as.text.colour = -1;
	page_add(builder, item);
}

void page_add_fill(PageBuilder *builder, Rect area, int colour, gboolean bleeds) {
	PageItem item = {.kind = PAGE_FILL, .tag = TAG_ARTIFACT};
	item.as.fill.area = area;
	item.as.fill.colour = colour;
	item.as.fill.bleeds = bleeds;
	page_add(builder, item);
}

void page_add_rule(PageBuilder *builder, Point from, Point to, Len thickness, int colour) {
	PageItem item = {.kind = PAGE_RULE, .tag = TAG_ARTIFACT};
	item.as.rule.from = from;
	item.as.rule.to = to;
	item.as.rule.thickness = thickness;
	item.as.rule.colour = colour;
	page_add(builder, item);
}

void page_add_link(PageBuilder *builder, Rect area, const char *href, const char *target,
	const char *contents) {
	PageItem item = {.kind = PAGE_LINK, .tag = TAG_ARTIFACT};
	item.as.link.area = area;
	item.as.link.href = arena_strdup(builder->arena, href);
	item.as.link.target = arena_strdup(builder->arena, target);
	item.as.link.contents = arena_strdup(builder->arena, contents);
	page_add(builder, item);
}

gboolean page_item_has_ink(const PageItem *item) {
	return item->kind != PAGE_LINK && item->kind != PAGE_CELL;
}

Len word_width(const LineRun *run, const ShapedWord *word) {
	double glyphs = (double)run->size * word->advance / 65536.0 * (1.0 + run->stretch / 1e6);
	return len_round(glyphs) + run->tracking * word->glyph_count;
}

gboolean character_is_unseen(gunichar character) {
	return character == 0x200b || (character >= 0x200e && character <= 0x200f) ||
		(character >= 0x2060 && character <= 0x2069) || character == 0xfeff;
}

char *line_text(const Line *line) {
	GString *text = g_string_new(NULL);
	for (int r = 0; r < line->run_count; r++) {
		const LineRun *run = &line->runs[r];
		for (int w = 0; w < run->word_count; w++) {
			const ShapedWord *word = run->words[w].word;
			g_string_append_len(text, word->text, word->byte_count);
		}
	}
	return g_string_free(text, FALSE);
}
