/* build_notices: notices at the foot of pages, each bound to a talk or a part. */
#include <string.h>

#include "model/builder.h"

enum { NOTICES_MOST = 12 }; /* so many may wait for room at once (pagebreak) */

static void missing(Builder *builder, const char *key, Span where, const char *hint) {
	diag_error(builder->diags, "missing-key", where, hint, "a notice has no `%s`", key);
}

static gboolean take_part(const char *name, Notice *notice) {
	for (int i = 0; i < PART_KIND_COUNT; i++) {
		if (strcmp(part_names[i], name) == 0) {
			notice->part = (PartKind)i;
			return TRUE;
		}
	}
	return FALSE;
}

/* FALSE (reported) when the content has left the part out. */
static gboolean check_part(Builder *builder, const Text *after, PartKind part) {
	const Print *print = &builder->event->print;
	for (int i = 0; i < print->part_count; i++) {
		if (print->parts[i].kind == part) {
			return TRUE;
		}
	}
	diag_error(builder->diags, "no-page", after->span,
		"add the part to `parts`, or name another place", "the booklet has no part `%s`",
		part_names[part]);
	return FALSE;
}

/* FALSE when it is nothing that has a place in the booklet (reported). */
static gboolean take_place(Builder *builder, const Text *after, Notice *notice) {
	const Draft *draft = g_hash_table_lookup(builder->item_ids, after->text);
	if (draft && item_has_page(draft->item)) {
		notice->item = draft->item;
		return check_part(builder, after, PART_TALKS);
	}
	if (!draft && take_part(after->text, notice)) {
		return check_part(builder, after, notice->part);
	}
	if (draft) {
		diag_error(builder->diags, "no-page", after->span,
			"name a talk that has an abstract or a biography, or a part of the booklet",
			"`%s` has no page of its own", after->text);
	} else if (!builder->holes) {
		const char *hint = builder_nearest(builder, builder->item_ids, after->text);
		diag_error(builder->diags, "unknown-item", after->span,
			hint ? hint
			     : "write the id of a talk, or a part: agenda, talks, speakers …",
			"there is no item and no part `%s`", after->text);
	}
	return FALSE;
}

static gboolean take_notice(Builder *builder, const Node *node, Notice *notice) {
	NoticeRecord record = {0};
	int errors = builder_errors(builder);
	gboolean mapping = fields_read(&builder->reader, &table_notice, node, node->span, &record);
	if (!mapping || builder_errors(builder) > errors || !record.after.text) {
		return FALSE;
	}
	*notice = (Notice){.file = record.file,
		.page = record.page.given ? record.page.value : 1,
		.page_given = record.page.given,
		.page_span = record.page.given ? record.page.span : record.file.span,
		.alternate = record.alternate,
		.text = record.text,
		.span = node->span};
	if (!record.file.text && !record.text.text) {
		missing(builder, "text", node->span, "write `text`, or `file` and `alt`");
		return FALSE;
	}
	if (record.file.text && !record.alternate.text) {
		missing(builder, "alt", node->span, "for example `alt: Example & Co.`");
		return FALSE;
	}
	return take_place(builder, &record.after, notice);
}

void build_notices(Builder *builder, const NodeValue *value) {
	const Node *node = value->node;
	if (!node) {
		return;
	}
	gboolean list = node->kind == NODE_SEQUENCE;
	int count = list ? node->count : 1;
	Print *print = &builder->event->print;
	if (count > NOTICES_MOST) {
		diag_error(builder->diags, "many-notices", node->span,
			"a page of them may be an insert of `parts`",
			"there are %d notices; %d is the most", count, NOTICES_MOST);
		return;
	}
	Notice *notices = arena_array_of(builder->arena, Notice, count);
	for (int i = 0; i < count; i++) {
		const Node *item = list ? node->items[i] : node;
		print->notice_count +=
			take_notice(builder, item, &notices[print->notice_count]) ? 1 : 0;
	}
	print->notices = notices;
}
