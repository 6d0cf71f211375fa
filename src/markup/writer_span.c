/* writer_span: attributes over text, and blocks of code, for writer.c. An attribute that is open
 * when a paragraph ends goes on in the next; past 32 levels they are counted but not kept. */
#include <string.h>

#include "markup/address.h"
#include "markup/writer.h"

typedef struct OpenAttribute {
	InlineSpan span;
	const HtmlTag *tag; /* NULL: CommonMark's */
	gboolean kept; /* makes spans */
	int index; /* of its span in the open leaf, -1 none */
} OpenAttribute;

enum { TAB = 4 };

void writer_attributes_init(MarkWriter *writer) {
	writer->attributes = g_array_new(FALSE, FALSE, sizeof(OpenAttribute));
}

static void open_span(MarkWriter *writer, OpenAttribute *open) {
	open->index = -1;
	if (!open->kept || !writer->leaf_open) {
		return;
	}
	InlineSpan span = open->span;
	span.start = span.end = (int)writer->leaf.text->len;
	open->index = (int)writer->leaf.spans->len;
	g_array_append_val(writer->leaf.spans, span);
}

static void close_span(MarkWriter *writer, OpenAttribute *open) {
	if (open->index >= 0) {
		g_array_index(writer->leaf.spans, InlineSpan, open->index).end =
			(int)writer->leaf.text->len;
	}
	open->index = -1;
}

void writer_attributes_open(MarkWriter *writer) {
	for (guint i = 0; i < writer->attributes->len; i++) {
		open_span(writer, &g_array_index(writer->attributes, OpenAttribute, i));
	}
}

void writer_attributes_close(MarkWriter *writer) {
	for (guint i = 0; i < writer->attributes->len; i++) {
		close_span(writer, &g_array_index(writer->attributes, OpenAttribute, i));
	}
}

void writer_push(MarkWriter *writer, const InlineSpan *span, const HtmlTag *tag) {
	OpenAttribute open = {.span = *span, .tag = tag};
	gboolean says = span->flags || span->href || span->language;
	open.kept = says && writer->real_attributes < MARK_DEPTH_MAX;
	writer->real_attributes += open.kept;
	writer->open_links += span->href != NULL;
	open_span(writer, &open);
	g_array_append_val(writer->attributes, open);
}

static const OpenAttribute *top_attribute(const MarkWriter *writer) {
	guint count = writer->attributes->len;
	return count ? &g_array_index(writer->attributes, OpenAttribute, count - 1) : NULL;
}

static void pop_top(MarkWriter *writer) {
	guint last = writer->attributes->len - 1;
	OpenAttribute *open = &g_array_index(writer->attributes, OpenAttribute, last);
	close_span(writer, open);
	writer->real_attributes -= open->kept;
	writer->open_links -= open->span.href != NULL;
	g_array_set_size(writer->attributes, last);
}

void writer_pop_all_html(MarkWriter *writer) {
	while (top_attribute(writer) && top_attribute(writer)->tag) {
		pop_top(writer);
	}
}

void writer_pop(MarkWriter *writer) {
	writer_pop_all_html(writer);
	g_assert(writer->attributes->len > 0);
	pop_top(writer);
}

void writer_pop_html(MarkWriter *writer, const HtmlTag *tag) {
	for (int i = (int)writer->attributes->len - 1; i >= 0; i--) {
		const OpenAttribute *open = &g_array_index(writer->attributes, OpenAttribute, i);
		if (!open->tag) {
			return;
		}
		if (open->tag == tag) {
			while ((int)writer->attributes->len > i) {
				pop_top(writer);
			}
			return;
		}
	}
}

void writer_push_link(MarkWriter *writer, const char *address, const HtmlTag *tag, int offset) {
	InlineSpan span = {.role = -1};
	if (writer->open_links == 0 && address) {
		g_autofree char *trimmed = g_strstrip(g_strdup(address));
		span.href = address_active(writer->arena, trimmed);
		if (!span.href) {
			writer_drop(writer, &writer->links, *trimmed ? trimmed : "[…]()", offset);
		}
	}
	writer_push(writer, &span, tag);
}

/* Tabs to stops of four; indentation is made of no-break spaces, since blanks at the beginning of
 * a line are dropped when lines are set. */
static void add_code_line(RichText *leaf, const char *line, int length) {
	gboolean indentation = TRUE;
	int column = 0;
	for (int i = 0; i < length; i++) {
		int blanks = line[i] == '\t' ? TAB - column % TAB : line[i] == ' ';
		indentation = indentation && blanks > 0;
		if (blanks == 0) {
			rich_add(leaf, line + i, 1, FALSE);
			column += ((guchar)line[i] & 0xC0) != 0x80;
			continue;
		}
		column += blanks;
		for (int j = 0; j < blanks; j++) {
			const char *blank = indentation ? NO_BREAK_SPACE : " ";
			rich_add(leaf, blank, (int)strlen(blank), FALSE);
		}
	}
}

void writer_code_block(MarkWriter *writer, const char *text, int offset) {
	if (writer->skip[0]) {
		return;
	}
	writer_begin_leaf(writer, MARK_CODE, 0, offset);
	InlineSpan span = {.flags = INLINE_CODE, .role = -1};
	writer_push(writer, &span, NULL);
	const char *end = text + strlen(text);
	while (end > text && (end[-1] == '\n' || end[-1] == '\r' || end[-1] == ' ')) {
		end--;
	}
	for (const char *line = text; line < end;) {
		const char *feed = memchr(line, '\n', (gsize)(end - line));
		const char *stop = feed ? feed : end;
		add_code_line(&writer->leaf, line,
			(int)(stop - line) - (stop > line && stop[-1] == '\r'));
		if (feed) {
			rich_add(&writer->leaf, LINE_SEPARATOR, (int)strlen(LINE_SEPARATOR), FALSE);
		}
		line = stop + (feed != NULL);
	}
	writer_pop(writer);
	writer_end_leaf(writer);
}
