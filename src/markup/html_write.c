/* html_write: what HTML's tags tell the writer. */
#include <string.h>

#include "markup/writer.h"

static void write_list(MarkWriter *writer, const HtmlPiece *piece, int offset) {
	MarkBlock list = {.ordered = g_str_equal(piece->name, "ol"), .tight = TRUE, .start = 1};
	g_autofree char *start = html_attribute(&writer->entities, piece, "start");
	if (start && g_ascii_isdigit(*start) && strlen(start) < 9) {
		list.start = (int)g_ascii_strtoll(start, NULL, 10);
	}
	writer_open_html(writer, MARK_LIST, &list, offset);
}

static void write_image(MarkWriter *writer, const HtmlPiece *piece, int offset) {
	g_autofree char *alternative = html_attribute(&writer->entities, piece, "alt");
	g_autofree char *address = html_attribute(&writer->entities, piece, "src");
	gboolean named = address && *address && strlen(address) < 80;
	writer_drop(writer, &writer->pictures, named ? address : "<img>", offset);
	if (alternative) {
		writer_text(writer, alternative, (int)strlen(alternative), TRUE, offset);
	}
}

static void write_break(MarkWriter *writer) {
	/* Two in a row are how many systems export a new paragraph. */
	const GString *text = writer->leaf.text;
	gboolean again = writer->leaf_open && g_str_has_suffix(text->str, LINE_SEPARATOR);
	if (again && !writer->inline_only && writer->leaf_kind == MARK_PARAGRAPH) {
		writer_end_leaf(writer);
	} else {
		writer_hard_break(writer);
	}
}

enum { LANGUAGE_LENGTH_MAX = 35 };

/* A tag of BCP 47, or as good as one. */
static gboolean is_language(const char *tag) {
	gsize letters = strspn(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
	gsize length = strlen(tag);
	for (const char *at = tag; *at; at++) {
		if (!g_ascii_isalnum(*at) && *at != '-') {
			return FALSE;
		}
	}
	return letters >= 2 && letters <= 8 && length <= LANGUAGE_LENGTH_MAX &&
		tag[length - 1] != '-';
}

static void push_language(MarkWriter *writer, const HtmlPiece *piece) {
	if (piece->empty) {
		return;
	}
	InlineSpan span = {.role = -1};
	g_autofree char *language = html_attribute(&writer->entities, piece, "lang");
	if (language && is_language(language)) {
		span.language = arena_strdup(writer->arena, language);
	}
	writer_push(writer, &span, piece->tag);
}

static void write_open(MarkWriter *writer, const HtmlPiece *piece, int offset) {
	const HtmlTag *tag = piece->tag;
	InlineSpan span = {.flags = tag->flags, .role = -1};
	switch (tag->meaning) {
	case HTML_ATTRIBUTE:
		if (!piece->empty) {
			writer_push(writer, &span, tag);
		}
		break;
	case HTML_LANGUAGE:
		push_language(writer, piece);
		break;
	case HTML_LINK: {
		g_autofree char *address = html_attribute(&writer->entities, piece, "href");
		writer_push_link(writer, address, tag, offset);
		break;
	}
	case HTML_PARAGRAPH:
		writer_end_leaf(writer);
		break;
	case HTML_BREAK:
		write_break(writer);
		break;
	case HTML_LIST:
		write_list(writer, piece, offset);
		break;
	case HTML_ITEM:
		writer_item_html(writer, offset);
		break;
	case HTML_QUOTE:
		writer_open_html(writer, MARK_QUOTE, NULL, offset);
		break;
	case HTML_HEADING:
		writer_end_leaf(writer);
		if (!writer->inline_only) {
			writer_begin_leaf(writer, MARK_HEADING, tag->name[1] - '0', offset);
		}
		break;
	case HTML_RULE:
		writer_rule(writer, offset);
		break;
	case HTML_CELL:
		writer_text(writer, " ", 1, TRUE, offset);
		break;
	case HTML_IMAGE:
		write_image(writer, piece, offset);
		break;
	case HTML_SKIP:
		if (!piece->empty) {
			g_strlcpy(writer->skip, piece->name, sizeof writer->skip);
		}
		break;
	case HTML_CODE_BLOCK:
		writer_end_leaf(writer);
		break;
	case HTML_SILENT:
	case HTML_UNKNOWN:
		break;
	}
}

static void write_close(MarkWriter *writer, const HtmlPiece *piece, int offset) {
	switch (piece->tag->meaning) {
	case HTML_ATTRIBUTE:
	case HTML_LANGUAGE:
	case HTML_LINK:
		writer_pop_html(writer, piece->tag);
		break;
	case HTML_PARAGRAPH:
	case HTML_HEADING:
	case HTML_CODE_BLOCK:
		writer_end_leaf(writer);
		break;
	case HTML_LIST:
		writer_close_html(writer, MARK_LIST);
		break;
	case HTML_ITEM:
		writer_close_html(writer, MARK_ITEM);
		break;
	case HTML_QUOTE:
		writer_close_html(writer, MARK_QUOTE);
		break;
	case HTML_CELL:
		writer_text(writer, " ", 1, TRUE, offset);
		break;
	default:
		break;
	}
}

/* What is skipped ends with its own closing tag, whatever stands in it. */
static gboolean skips(MarkWriter *writer, const HtmlPiece *piece) {
	if (!writer->skip[0]) {
		return FALSE;
	}
	if (piece->kind == HTML_CLOSE && g_str_equal(piece->name, writer->skip)) {
		writer->skip[0] = 0;
	}
	return TRUE;
}

static void report_tag(MarkWriter *writer, const HtmlPiece *piece, int offset) {
	gboolean goes = piece->kind == HTML_OPEN || piece->kind == HTML_CLOSE;
	if (goes && piece->tag->reported && piece->tag->meaning != HTML_IMAGE) {
		writer_drop(writer, &writer->html, piece->name, offset);
	} else if (piece->kind == HTML_NOTHING && piece->name[0]) {
		writer_drop(writer, &writer->html, piece->name, offset);
	}
}

/* The content of <pre> up to its end, as a block of code; tags in it go. */
static void write_code(MarkWriter *writer, HtmlScanner *scanner, int offset) {
	g_autoptr(GString) code = g_string_new(NULL);
	HtmlPiece piece;
	while (html_scan(scanner, &piece)) {
		if (piece.kind == HTML_CLOSE && piece.tag->meaning == HTML_CODE_BLOCK) {
			break;
		}
		if (piece.kind == HTML_TEXT) {
			g_autofree char *text =
				entities_decode(&writer->entities, piece.start, piece.length);
			g_string_append(code, text);
		} else if (piece.kind == HTML_OPEN && piece.tag->meaning == HTML_BREAK) {
			g_string_append_c(code, '\n');
		}
	}
	const char *text = code->str[0] == '\n' ? code->str + 1 : code->str;
	writer_code_block(writer, text, offset);
}

/* exact: places within the stretch are places within the source. */
static void write_pieces(
	MarkWriter *writer, const char *html, int length, int offset, gboolean exact) {
	HtmlScanner scanner;
	HtmlPiece piece;
	html_scanner_init(&scanner, html, length);
	while (html_scan(&scanner, &piece)) {
		int place = offset + (exact ? (int)(piece.start - html) : 0);
		if (skips(writer, &piece)) {
			continue;
		}
		report_tag(writer, &piece, place);
		if (piece.kind == HTML_TEXT) {
			g_autofree char *text =
				entities_decode(&writer->entities, piece.start, piece.length);
			writer_text(writer, text, (int)strlen(text), TRUE, place);
		} else if (piece.kind == HTML_RAW) {
			writer_text(writer, piece.start, piece.length, TRUE, place);
		} else if (piece.kind == HTML_OPEN) {
			write_open(writer, &piece, place);
			gboolean code = piece.tag->meaning == HTML_CODE_BLOCK;
			if (code && !writer->inline_only && scanner.at < scanner.end) {
				write_code(writer, &scanner, place);
			}
		} else if (piece.kind == HTML_CLOSE) {
			write_close(writer, &piece, place);
		}
	}
}

void writer_html(MarkWriter *writer, const char *html, int length, int offset) {
	write_pieces(writer, html, length, offset, TRUE);
}

void writer_html_at(MarkWriter *writer, const char *html, int length, int offset) {
	write_pieces(writer, html, length, offset, FALSE);
}
