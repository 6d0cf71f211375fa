/* writer: blocks and their nesting; see writer.h. Containers past 32 levels are remembered, so that
 * they close rightly, but make no block: what they hold goes to the nearest that did. */
#include "markup/writer.h"

#include <string.h>

#include "markup/address.h"
#include "markup/smart.h"

typedef struct OpenBlock {
	MarkBlock *block; /* NULL: too deep to be made */
	GPtrArray *children;
	MarkKind kind;
	gboolean html;
} OpenBlock;

enum { DROPPED_NAMES_MAX = 6, SHOWN_MAX = 60 };

void writer_init(MarkWriter *writer, Arena *arena, const MarkOptions *options, Diags *diags) {
	*writer = (MarkWriter){.arena = arena, .options = options, .diags = diags};
	entities_init(&writer->entities);
	writer->blocks = g_array_new(FALSE, FALSE, sizeof(OpenBlock));
	OpenBlock document = {.children = g_ptr_array_new(), .kind = MARK_QUOTE};
	g_array_append_val(writer->blocks, document);
	writer_attributes_init(writer);
	rich_init(&writer->leaf);
	writer->interned = g_string_chunk_new(256);
	writer->html.names = g_ptr_array_new();
	writer->pictures.names = g_ptr_array_new();
	writer->links.names = g_ptr_array_new();
}

Span writer_place(const MarkWriter *writer, int offset) {
	if (!writer->options->locate) {
		return writer->options->source;
	}
	return writer->options->locate(writer->options->owner, offset);
}

void writer_drop(MarkWriter *writer, Dropped *dropped, const char *name, int offset) {
	g_autofree char *shown = g_utf8_substring(name, 0, MIN(g_utf8_strlen(name, -1), SHOWN_MAX));
	g_strdelimit(shown, "\r\n\t", ' ');
	if (dropped->names->len == 0) {
		dropped->offset = offset;
	}
	for (guint i = 0; i < dropped->names->len; i++) {
		if (g_str_equal(dropped->names->pdata[i], shown)) {
			return;
		}
	}
	if (dropped->names->len <= DROPPED_NAMES_MAX) {
		g_ptr_array_add(dropped->names, g_string_chunk_insert(writer->interned, shown));
	}
}

/* "<table>, <script> …" */
static char *dropped_list(const Dropped *dropped, const char *before, const char *after) {
	GString *list = g_string_new(NULL);
	for (int i = 0; i < (int)dropped->names->len; i++) {
		if (i == DROPPED_NAMES_MAX) {
			g_string_append(list, " …");
			break;
		}
		g_string_append_printf(list, "%s%s%s%s", i ? ", " : "", before,
			(const char *)dropped->names->pdata[i], after);
	}
	return g_string_free(list, FALSE);
}

static void report_dropped(MarkWriter *writer) {
	if (!writer->diags) {
		return;
	}
	if (writer->html.names->len > 0) {
		g_autofree char *list = dropped_list(&writer->html, "<", ">");
		diag_warning(writer->diags, "html-dropped",
			writer_place(writer, writer->html.offset),
			"write it in CommonMark, or take it out",
			"HTML that cannot be printed is left out: %s", list);
	}
	if (writer->pictures.names->len > 0) {
		g_autofree char *list = dropped_list(&writer->pictures, "", "");
		diag_warning(writer->diags, "picture-in-text",
			writer_place(writer, writer->pictures.offset),
			"its alternative text is printed in its place",
			"a picture inside a text is not printed: %s", list);
	}
	if (writer->links.names->len > 0) {
		g_autofree char *list = dropped_list(&writer->links, "“", "”");
		diag_warning(writer->diags, "link-not-active",
			writer_place(writer, writer->links.offset),
			"write the whole address, beginning with https:// or mailto:",
			"only http, https, mailto and tel addresses become links, not %s", list);
	}
}

void writer_finish(MarkWriter *writer) {
	report_dropped(writer);
	entities_finish(&writer->entities);
	for (guint i = 0; i < writer->blocks->len; i++) {
		g_ptr_array_unref(g_array_index(writer->blocks, OpenBlock, i).children);
	}
	g_array_unref(writer->blocks);
	g_array_unref(writer->attributes);
	rich_finish(&writer->leaf);
	g_ptr_array_unref(writer->html.names);
	g_ptr_array_unref(writer->pictures.names);
	g_ptr_array_unref(writer->links.names);
	g_string_chunk_free(writer->interned);
}

static OpenBlock *top_block(const MarkWriter *writer) {
	return &g_array_index(writer->blocks, OpenBlock, writer->blocks->len - 1);
}

static void add_child(MarkWriter *writer, MarkBlock *block) {
	for (int i = (int)writer->blocks->len - 1; i >= 0; i--) {
		OpenBlock *open = &g_array_index(writer->blocks, OpenBlock, i);
		if (open->block || i == 0) {
			g_ptr_array_add(open->children, block);
			return;
		}
	}
}

static void open_block(
	MarkWriter *writer, MarkKind kind, const MarkBlock *list, int offset, gboolean html) {
	OpenBlock open = {.kind = kind, .html = html};
	/* A list needs room for its items; an item stands in a list that was made. */
	int needed = kind == MARK_LIST ? 2 : 1;
	gboolean fits = writer->real_depth + needed <= MARK_DEPTH_MAX;
	if (kind == MARK_ITEM) {
		fits = top_block(writer)->block != NULL;
	}
	if (fits) {
		open.block = arena_new_of(writer->arena, MarkBlock);
		if (list) {
			*open.block = *list;
		}
		open.block->kind = kind;
		open.block->source = writer_place(writer, offset);
		add_child(writer, open.block);
		writer->real_depth++;
	}
	open.children = g_ptr_array_new();
	g_array_append_val(writer->blocks, open);
}

/* Lists hold items alone: whatever else comes opens one. */
static void ensure_flow(MarkWriter *writer, int offset) {
	if (top_block(writer)->kind == MARK_LIST) {
		open_block(writer, MARK_ITEM, NULL, offset, top_block(writer)->html);
	}
}

void writer_open(MarkWriter *writer, MarkKind kind, const MarkBlock *list, int offset) {
	writer_end_leaf(writer);
	if (kind != MARK_ITEM) {
		ensure_flow(writer, offset);
	}
	open_block(writer, kind, list, offset, FALSE);
}

/* A list of HTML is tight when no item holds two paragraphs. */
static gboolean list_is_tight(const GPtrArray *items) {
	for (guint i = 0; i < items->len; i++) {
		const MarkBlock *item = items->pdata[i];
		int paragraphs = 0;
		for (int j = 0; j < item->child_count; j++) {
			paragraphs += item->children[j]->kind == MARK_PARAGRAPH;
		}
		if (paragraphs > 1) {
			return FALSE;
		}
	}
	return TRUE;
}

static void keep_children(Arena *arena, const GPtrArray *children, MarkBlock *block) {
	block->child_count = (int)children->len;
	if (children->len > 0) {
		block->children =
			arena_memdup(arena, children->pdata, children->len * sizeof(void *));
	}
}

static void close_top(MarkWriter *writer) {
	OpenBlock *open = top_block(writer);
	if (open->block) {
		keep_children(writer->arena, open->children, open->block);
		if (open->kind == MARK_LIST && open->html) {
			open->block->tight = list_is_tight(open->children);
		}
		writer->real_depth--;
	}
	g_ptr_array_unref(open->children);
	g_array_set_size(writer->blocks, writer->blocks->len - 1);
}

void writer_close(MarkWriter *writer) {
	writer_end_leaf(writer);
	while (top_block(writer)->html) {
		close_top(writer);
	}
	g_assert(writer->blocks->len > 1);
	close_top(writer);
}

void writer_open_html(MarkWriter *writer, MarkKind kind, const MarkBlock *list, int offset) {
	writer_end_leaf(writer);
	if (writer->inline_only) {
		return;
	}
	ensure_flow(writer, offset);
	open_block(writer, kind, list, offset, TRUE);
}

/* Index of the nearest open block of the kind that HTML opened and may close, or -1. */
static int find_html(const MarkWriter *writer, MarkKind kind, MarkKind barrier) {
	for (int i = (int)writer->blocks->len - 1; i > 0; i--) {
		const OpenBlock *open = &g_array_index(writer->blocks, OpenBlock, i);
		if (!open->html || (open->kind == barrier && kind != barrier)) {
			return -1;
		}
		if (open->kind == kind) {
			return i;
		}
	}
	return -1;
}

void writer_close_html(MarkWriter *writer, MarkKind kind) {
	writer_end_leaf(writer);
	/* "</li>" does not close an item of an outer list. */
	int index = find_html(writer, kind, kind == MARK_ITEM ? MARK_LIST : kind);
	while (index > 0 && (int)writer->blocks->len > index) {
		close_top(writer);
	}
}

void writer_item_html(MarkWriter *writer, int offset) {
	writer_end_leaf(writer);
	if (writer->inline_only) {
		return;
	}
	int list = find_html(writer, MARK_LIST, MARK_LIST);
	if (list < 0) {
		writer_open_html(writer, MARK_LIST, NULL, offset);
	} else {
		while ((int)writer->blocks->len > list + 1) {
			close_top(writer);
		}
	}
	open_block(writer, MARK_ITEM, NULL, offset, TRUE);
}

static MarkBlock *add_leaf(MarkWriter *writer, MarkKind kind, int offset) {
	ensure_flow(writer, offset);
	MarkBlock *block = arena_new_of(writer->arena, MarkBlock);
	block->kind = kind;
	block->source = writer_place(writer, offset);
	add_child(writer, block);
	return block;
}

void writer_begin_leaf(MarkWriter *writer, MarkKind kind, int level, int offset) {
	writer_end_leaf(writer);
	writer->leaf_open = TRUE;
	writer->leaf_kind = kind;
	writer->leaf_level = level;
	writer->leaf_offset = offset;
	rich_clear(&writer->leaf);
	writer_attributes_open(writer);
}

void writer_end_leaf(MarkWriter *writer) {
	if (!writer->leaf_open) {
		return;
	}
	if (writer->inline_only) {
		rich_add(&writer->leaf, "\n", 1, FALSE);
		return;
	}
	writer->leaf_open = FALSE;
	writer_attributes_close(writer);
	if (writer->leaf_kind != MARK_CODE) {
		rich_tidy(&writer->leaf);
	}
	if (writer->leaf.text->len == 0) {
		return;
	}
	MarkBlock *block = add_leaf(writer, writer->leaf_kind, writer->leaf_offset);
	block->level = writer->leaf_level;
	block->inlines = writer_inline(writer, block->source);
}

const Inline *writer_inline(MarkWriter *writer, Span source) {
	const MarkOptions *options = writer->options;
	autolink_text(&writer->leaf, writer->arena);
	if (options->smart) {
		smart_text(&writer->leaf, options->language);
	}
	return rich_to_inline(&writer->leaf, writer->arena, options->language, source);
}

void writer_text(MarkWriter *writer, const char *text, int length, gboolean collapse, int offset) {
	if (writer->skip[0]) {
		return;
	}
	if (!writer->leaf_open) {
		int blanks = 0;
		while (blanks < length && g_ascii_isspace(text[blanks])) {
			blanks++;
		}
		if (blanks == length) {
			return;
		}
		writer_begin_leaf(writer, MARK_PARAGRAPH, 0, offset);
	}
	rich_add(&writer->leaf, text, length, collapse);
}

void writer_hard_break(MarkWriter *writer) {
	if (writer->leaf_open && !writer->skip[0]) {
		rich_add(&writer->leaf, LINE_SEPARATOR, (int)strlen(LINE_SEPARATOR), FALSE);
	}
}

void writer_rule(MarkWriter *writer, int offset) {
	writer_end_leaf(writer);
	if (!writer->inline_only) {
		add_leaf(writer, MARK_RULE, offset);
	}
}

const MarkDocument *writer_document(MarkWriter *writer) {
	writer_end_leaf(writer);
	while (writer->blocks->len > 1) {
		close_top(writer);
	}
	MarkBlock root = {.kind = MARK_QUOTE};
	keep_children(writer->arena, top_block(writer)->children, &root);
	MarkDocument *document = arena_new_of(writer->arena, MarkDocument);
	document->block_count = root.child_count;
	document->blocks = root.children;
	return document;
}
