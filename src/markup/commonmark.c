/* commonmark: cmark's tree, walked once with its iterator (never by recursion: nesting is the
 * writer's of the text to choose), told to the writer. */
#include <cmark.h>
#include <string.h>

#include "markup/writer.h"

/* A text as cmark reads it, and the offsets of its lines in the text as it was given. */
typedef struct Reading {
	MarkWriter writer;
	const char *text; /* what cmark reads */
	int length;
	GArray *lines; /* of int, beginnings in `text` */
	int shift; /* bytes added before each line's own */
} Reading;

enum { LINE_SEARCHED = 4096 };

static void find_lines(Reading *reading) {
	int start = 0;
	reading->lines = g_array_new(FALSE, FALSE, sizeof(int));
	g_array_append_val(reading->lines, start);
	for (int i = 0; i < reading->length; i++) {
		char byte = reading->text[i];
		if (byte == '\n' || (byte == '\r' && reading->text[i + 1] != '\n')) {
			start = i + 1;
			g_array_append_val(reading->lines, start);
		}
	}
}

static int line_start(const Reading *reading, int line) {
	line = CLAMP(line, 1, (int)reading->lines->len);
	return g_array_index(reading->lines, int, line - 1);
}

static int line_end(const Reading *reading, int line) {
	return line < (int)reading->lines->len ? line_start(reading, line + 1) : reading->length;
}

/* From cmark's bytes to the given text's. */
static int given_offset(const Reading *reading, int offset, int line) {
	return MAX(offset - reading->shift * CLAMP(line, 1, (int)reading->lines->len), 0);
}

/* cmark's columns of inlines are right on a paragraph's first line and nearly so after; what
 * should stand there is looked for on the line. */
static int node_offset(const Reading *reading, cmark_node *node, const char *literal) {
	int line = cmark_node_get_start_line(node), column = cmark_node_get_start_column(node);
	int start = line_start(reading, line), end = line_end(reading, line);
	int offset = CLAMP(start + column - 1, start, end);
	if (literal && *literal) {
		const char *at = reading->text + offset;
		gboolean there = g_str_has_prefix(at, literal);
		if (!there && end - start < LINE_SEARCHED) {
			at = g_strstr_len(reading->text + start, end - start, literal);
			offset = at ? (int)(at - reading->text) : offset;
		}
	}
	return given_offset(reading, offset, line);
}

static void read_list(Reading *reading, cmark_node *node) {
	MarkBlock list = {.tight = cmark_node_get_list_tight(node)};
	list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	list.start = list.ordered ? cmark_node_get_list_start(node) : 0;
	writer_open(&reading->writer, MARK_LIST, &list, node_offset(reading, node, NULL));
}

static void end_text_block(MarkWriter *writer) {
	writer_end_leaf(writer);
	writer_pop_all_html(writer);
	writer->skip[0] = 0;
}

static void read_html_block(Reading *reading, cmark_node *node) {
	const char *literal = cmark_node_get_literal(node);
	int line = cmark_node_get_start_line(node);
	int start = line_start(reading, line);
	int length = (int)strlen(literal);
	/* Inside quotes and lists the block is not what stands in the source. */
	gboolean same = start + length <= reading->length + 1 &&
		!strncmp(reading->text + start, literal, (gsize)MAX(length - 1, 0));
	if (same) {
		writer_html(&reading->writer, literal, length, start);
	} else {
		writer_html_at(&reading->writer, literal, length, node_offset(reading, node, NULL));
	}
	end_text_block(&reading->writer);
}

/* Blocks; TRUE when the node was one. */
static gboolean read_block(Reading *reading, cmark_node *node, gboolean entering) {
	MarkWriter *writer = &reading->writer;
	int offset = node_offset(reading, node, NULL);
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
	case CMARK_NODE_ITEM:
		if (!entering) {
			writer_close(writer);
			return TRUE;
		}
		writer_open(writer,
			cmark_node_get_type(node) == CMARK_NODE_ITEM ? MARK_ITEM : MARK_QUOTE, NULL,
			offset);
		return TRUE;
	case CMARK_NODE_LIST:
		if (entering) {
			read_list(reading, node);
		} else {
			writer_close(writer);
		}
		return TRUE;
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
		if (writer->inline_only) {
			return TRUE;
		}
		if (!entering) {
			end_text_block(writer);
		} else if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
			writer_begin_leaf(
				writer, MARK_HEADING, cmark_node_get_heading_level(node), offset);
		} else {
			writer_begin_leaf(writer, MARK_PARAGRAPH, 0, offset);
		}
		return TRUE;
	case CMARK_NODE_CODE_BLOCK:
		writer_code_block(writer, cmark_node_get_literal(node), offset);
		return TRUE;
	case CMARK_NODE_HTML_BLOCK:
		read_html_block(reading, node);
		return TRUE;
	case CMARK_NODE_THEMATIC_BREAK:
		writer_rule(writer, offset);
		return TRUE;
	default:
		return FALSE;
	}
}

static void read_attribute(Reading *reading, unsigned flags, gboolean entering) {
	InlineSpan span = {.flags = flags, .role = -1};
	if (entering) {
		writer_push(&reading->writer, &span, NULL);
	} else {
		writer_pop(&reading->writer);
	}
}

static void read_link(Reading *reading, cmark_node *node, gboolean entering) {
	if (!entering) {
		writer_pop(&reading->writer);
		return;
	}
	writer_push_link(
		&reading->writer, cmark_node_get_url(node), NULL, node_offset(reading, node, NULL));
}

static void read_image(Reading *reading, cmark_node *node) {
	const char *address = cmark_node_get_url(node);
	gboolean named = address && *address && strlen(address) < 80;
	writer_drop(&reading->writer, &reading->writer.pictures, named ? address : "![…]",
		node_offset(reading, node, "!["));
}

static void read_html_inline(Reading *reading, cmark_node *node) {
	const char *literal = cmark_node_get_literal(node);
	writer_html(&reading->writer, literal, (int)strlen(literal),
		node_offset(reading, node, literal));
}

static void read_inline(Reading *reading, cmark_node *node, gboolean entering) {
	MarkWriter *writer = &reading->writer;
	const char *literal = cmark_node_get_literal(node);
	int offset = node_offset(reading, node, NULL);
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		writer_text(writer, literal, (int)strlen(literal), writer->inline_only, offset);
		break;
	case CMARK_NODE_SOFTBREAK:
		writer_text(writer, "\n", 1, FALSE, offset);
		break;
	case CMARK_NODE_LINEBREAK:
		writer_hard_break(writer);
		break;
	case CMARK_NODE_CODE:
		read_attribute(reading, INLINE_CODE, TRUE);
		writer_text(writer, literal, (int)strlen(literal), FALSE, offset);
		read_attribute(reading, INLINE_CODE, FALSE);
		break;
	case CMARK_NODE_HTML_INLINE:
		read_html_inline(reading, node);
		break;
	case CMARK_NODE_EMPH:
		read_attribute(reading, INLINE_EMPHASIS, entering);
		break;
	case CMARK_NODE_STRONG:
		read_attribute(reading, INLINE_STRONG, entering);
		break;
	case CMARK_NODE_LINK:
		read_link(reading, node, entering);
		break;
	case CMARK_NODE_IMAGE:
		if (entering) {
			read_image(reading, node);
		}
		break;
	default:
		break;
	}
}

/* "<o:p>" of office programs is HTML to nobody else, and cmark would print it: a hyphen makes a tag
 * of it. Fresh copy, same length; NULL when there are none. */
static char *without_office_colons(const char *text, int length) {
	char *copy = NULL;
	for (const char *at = text; (at = strchr(at, '<')); at++) {
		const char *letter = at + 1 + (at[1] == '/');
		if (!g_ascii_isalpha(letter[0]) || letter[1] != ':' ||
			!g_ascii_isalpha(letter[2])) {
			continue;
		}
		copy = copy ? copy : g_strndup(text, (gsize)length);
		copy[letter + 1 - text] = '-';
	}
	return copy;
}

static void read_tree(Reading *reading) {
	find_lines(reading);
	g_autofree char *copy = without_office_colons(reading->text, reading->length);
	reading->text = copy ? copy : reading->text;
	cmark_node *root =
		cmark_parse_document(reading->text, (size_t)reading->length, CMARK_OPT_DEFAULT);
	cmark_iter *iterator = cmark_iter_new(root);
	for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
		cmark_node *node = cmark_iter_get_node(iterator);
		gboolean entering = event == CMARK_EVENT_ENTER;
		if (!read_block(reading, node, entering)) {
			read_inline(reading, node, entering);
		}
	}
	cmark_iter_free(iterator);
	cmark_node_free(root);
	g_array_unref(reading->lines);
}

const MarkDocument *markup_from_commonmark(
	Arena *arena, const char *text, const MarkOptions *options, Diags *diags) {
	Reading reading = {.text = text, .length = (int)strlen(text)};
	writer_init(&reading.writer, arena, options, diags);
	read_tree(&reading);
	const MarkDocument *document = writer_document(&reading.writer);
	writer_finish(&reading.writer);
	return document;
}

/* A no-break space before each line keeps block syntax from being any, and is no letter beside
 * which emphasis would not open. Lines are joined but for forced breaks. */
static char *as_one_paragraph(const char *text, int *length) {
	GString *line = g_string_new(NO_BREAK_SPACE);
	for (const char *at = text; *at; at++) {
		if (*at != '\n' && *at != '\r') {
			g_string_append_c(line, *at);
			continue;
		}
		gboolean forced = *at == '\n' && at > text && at[1] &&
			(at[-1] == '\\' || (at - text > 1 && at[-1] == ' ' && at[-2] == ' '));
		g_string_append(line, forced ? "\n" NO_BREAK_SPACE : " ");
	}
	*length = (int)line->len;
	return g_string_free(line, FALSE);
}

static void drop_prefixes(RichText *leaf) {
	const int prefix = (int)strlen(NO_BREAK_SPACE), feed = (int)strlen(LINE_SEPARATOR);
	RichEdit edit;
	rich_edit_begin(&edit, leaf);
	for (;;) {
		rich_edit_keep_until(&edit, NO_BREAK_SPACE);
		if (edit.at >= (int)edit.old->len) {
			break;
		}
		const char *at = edit.old->str + edit.at;
		gboolean first = edit.at == 0 ||
			(edit.at >= feed && g_str_has_prefix(at - feed, LINE_SEPARATOR));
		if (first && g_str_has_prefix(at, NO_BREAK_SPACE)) {
			rich_edit_replace(&edit, prefix, "");
		} else {
			rich_edit_keep(&edit, 1);
		}
	}
	rich_edit_end(&edit);
}

const Inline *markup_inline_from_commonmark(
	Arena *arena, const char *text, const MarkOptions *options, Diags *diags) {
	Reading reading = {.shift = (int)strlen(NO_BREAK_SPACE)};
	g_autofree char *paragraph = as_one_paragraph(text, &reading.length);
	reading.text = paragraph;
	MarkWriter *writer = &reading.writer;
	writer_init(writer, arena, options, diags);
	writer->inline_only = TRUE;
	writer_begin_leaf(writer, MARK_PARAGRAPH, 0, 0);
	read_tree(&reading);
	writer_pop_all_html(writer);
	drop_prefixes(&writer->leaf);
	rich_tidy(&writer->leaf);
	const Inline *result = writer_inline(writer, writer_place(writer, 0));
	writer_finish(writer);
	return result;
}
