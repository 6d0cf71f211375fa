/* node: the tree that all readers give. Knows no format: where text and file do not run side by
 * side, the reader has left marks. */
#include "read/node.h"

#include <string.h>

#include "base/utf8.h"

const Node *node_get(const Node *mapping, const char *key) {
	if (!mapping || mapping->kind != NODE_MAPPING) {
		return NULL;
	}
	for (int i = 0; i < mapping->count; i++) {
		const Node *name = mapping->pairs[i].key;
		if (name->kind == NODE_SCALAR && strcmp(name->text, key) == 0) {
			return mapping->pairs[i].value;
		}
	}
	return NULL;
}

const Node *node_keep(Arena *arena, const Node *scalar) {
	Node *copy = arena_memdup(arena, scalar, sizeof *scalar);
	copy->text = arena_strndup(arena, scalar->text, (size_t)scalar->length);
	copy->marks = scalar->marks
		? arena_memdup(arena, scalar->marks, sizeof(NodeMark) * (size_t)scalar->mark_count)
		: NULL;
	return copy;
}

/* The last mark at or before offset; NULL when there is none. */
static const NodeMark *mark_before(const Node *node, int offset) {
	int low = 0, high = node->mark_count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (node->marks[middle].offset <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low > 0 ? &node->marks[low - 1] : NULL;
}

static Span locate_in_lines(const Node *node, int offset) {
	int line = node->content_line, start = 0;
	for (int i = 0; i < offset; i++) {
		if (node->text[i] == '\n') {
			line++;
			start = i + 1;
		}
	}
	/* An empty line has no indentation. */
	gboolean is_empty = offset == start && strchr("\n", node->text[offset]);
	int column = is_empty ? 1
			      : node->content_indent + 1 +
			utf8_count(node->text + start, (size_t)(offset - start));
	return (Span){node->span.file, line, column, 1};
}

Span node_locate(const Node *node, int offset) {
	if (node->kind != NODE_SCALAR || node->span.line < 1) {
		return node->span;
	}
	offset = CLAMP(offset, 0, node->length);
	while (offset > 0 && (node->text[offset] & 0xc0) == 0x80) {
		offset--;
	}
	const NodeMark *mark = mark_before(node, offset);
	if (mark) {
		const char *start = node->text + mark->offset;
		size_t length = (size_t)(offset - mark->offset);
		const char *end = memchr(start, '\n', length); /* a line's end takes no column */
		int column = mark->column + utf8_count(start, end ? (size_t)(end - start) : length);
		return (Span){node->span.file, mark->line, column, 1};
	}
	switch (node->style) {
	case SCALAR_LITERAL:
	case SCALAR_FOLDED:
	case SCALAR_FILE:
		return locate_in_lines(node, offset);
	case SCALAR_SINGLE_QUOTED:
	case SCALAR_DOUBLE_QUOTED:
	case SCALAR_PLAIN:
		break;
	}
	int quote = node->style == SCALAR_PLAIN ? 0 : 1;
	int column = node->span.column + quote + utf8_count(node->text, (size_t)offset);
	return (Span){node->span.file, node->span.line, column, 1};
}

static const char *const style_names[] = {"", " '", " \"", " |", " >", " file"};

static void dump_text(GString *out, const Node *node) {
	g_string_append_c(out, '"');
	for (const char *at = node->text; *at; at++) {
		if (*at == '\n') {
			g_string_append(out, "\\n");
		} else if (*at == '"' || *at == '\\') {
			g_string_append_printf(out, "\\%c", *at);
		} else {
			g_string_append_c(out, *at);
		}
	}
	g_string_append_c(out, '"');
}

static void dump_node(GString *out, const Node *node, int depth);

static void dump_start(GString *out, const Node *node, int depth) {
	g_string_append_printf(out, "%*s%d:%d+%d ", depth * 2, "", node->span.line,
		node->span.column, node->span.length);
}

static void dump_children(GString *out, const Node *node, int depth) {
	for (int i = 0; i < node->count && node->kind == NODE_SEQUENCE; i++) {
		dump_node(out, node->items[i], depth);
	}
	for (int i = 0; i < node->count && node->kind == NODE_MAPPING; i++) {
		dump_node(out, node->pairs[i].key, depth);
		dump_node(out, node->pairs[i].value, depth + 1);
	}
}

static void dump_node(GString *out, const Node *node, int depth) {
	static const char *const kinds[] = {"hole", "null", "scalar", "sequence", "mapping"};
	dump_start(out, node, depth);
	g_string_append(out, kinds[node->kind]);
	if (node->kind == NODE_SCALAR) {
		g_string_append_printf(out, "%s ", style_names[node->style]);
		dump_text(out, node);
	}
	g_string_append_c(out, '\n');
	if (node->kind == NODE_SEQUENCE || node->kind == NODE_MAPPING) {
		dump_children(out, node, depth + 1);
	}
}

char *node_dump(const Node *node, const Sources *sources) {
	GString *out = g_string_new(NULL);
	const char *name = sources_name(sources, node->span.file);
	g_string_append_printf(out, "%s\n", name ? name : "-");
	dump_node(out, node, 0);
	return g_string_free(out, FALSE);
}
