/* set_side: a talk's references beside its abstract, in the column at the end of large pages
 * (DESIGN.md 1): label, then entries without a column of their own for numbers. */
#include "layout/setter.h"

static Column side_column(const Setter *setter) {
	Len x = setter->format.text_x + setter->format.text_width + setter->format.gutter;
	return (Column){x, setter->format.live_width - x};
}

/* The number stands before the words, since the column is narrow. */
static const Inline *numbered(const Setter *setter, const Block *entry) {
	const Inline *text = entry->children[0]->text;
	InlineBuilder *builder = inline_builder_new(setter->arena);
	inline_add_inline(builder, entry->marker, STYLE_REFERENCE_NUMBER);
	inline_add(builder, "\xe2\x80\x82"); /* en space */
	inline_add_inline(builder, text, -1);
	return inline_builder_end(builder, text->language, text->source);
}

static Len set_entries(Setter *setter, BoxBuilder *box, const Block *references) {
	Column column = side_column(setter);
	VList list;
	vlist_init(&list, setter->arena);
	/* The label's baseline is that of the abstract's first line. */
	vlist_add_glue(&list,
		style_baseline(setter_style(setter, STYLE_PROSE)) -
			style_baseline(setter_style(setter, STYLE_LABEL)));
	set_block(setter, &list, references->hang, column);
	Len gap = setter_style(setter, STYLE_REFERENCE)->leading / 2;
	tag_open(setter->tags, TAG_LIST, 0);
	for (int i = 0; i < references->child_count; i++) {
		vlist_add_glue(&list, gap);
		tag_open(setter->tags, TAG_LIST_ITEM, 0);
		tag_open(setter->tags, TAG_BODY, 0);
		set_text(setter, &list,
			(Words){STYLE_REFERENCE, numbered(setter, references->children[i]), column,
				setter_tag(setter, STYLE_REFERENCE)});
		tag_close(setter->tags);
		tag_close(setter->tags);
	}
	tag_close(setter->tags);
	Len height = vlist_height(&list, 0, vlist_count(&list));
	box_add_vlist(box, &list, 0, vlist_count(&list), 0);
	vlist_finish(&list);
	return height;
}

gboolean set_side_references(Setter *setter, VList *list, const Block *references, int at) {
	enum { LETTERS = 8 /* ems that entries need at least */ };
	Len least = setter_style(setter, STYLE_REFERENCE)->size * LETTERS;
	if (side_column(setter).width < least) {
		return FALSE;
	}
	for (int i = 0; i < references->child_count; i++) {
		const Block *entry = references->children[i];
		if (entry->child_count != 1 || entry->children[0]->kind != BLOCK_PARAGRAPH) {
			return FALSE;
		}
	}
	Len beside = vlist_height(list, at, vlist_count(list));
	BoxBuilder box;
	box_init(&box, setter->arena);
	Len height = set_entries(setter, &box, references);
	VList made;
	vlist_init(&made, setter->arena);
	box_end(&box, &made, 0);
	for (int i = vlist_count(&made) - 1; i >= 0; i--) {
		VItem item = *vlist_at(&made, i);
		g_array_insert_val(list->items, (guint)at, item);
	}
	vlist_finish(&made);
	return height <= beside;
}
