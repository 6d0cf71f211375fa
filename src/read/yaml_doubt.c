/* yaml_doubt: what YAML allows and nobody means: a value that begins with "#" and so is nothing, a
 * list item or key swallowed by the text above it, a key of the wrong kind. Looks at the text of
 * the file, not at what the keys mean. */
#include <string.h>

#include "base/utf8.h"
#include "read/yaml_reader.h"

/* ---- Keys ---- */

/* A key that has swallowed the start of its value. The cursor stands after the key. */
static gboolean doubt_run_on(YamlReader *reader, const Node *key) {
	YamlLine line;
	yaml_line_around(reader->text, reader->cursor.byte, reader->cursor.line, &line);
	int end = (int)(reader->text->data + reader->cursor.byte - line.start);
	gboolean at_start =
		reader->cursor.line == key->span.line && end - yaml_key_start(&line) == key->length;
	if (!at_start || !yaml_key_runs_on(&line, end)) {
		return FALSE;
	}
	if (yaml_reader_may_report(reader, key->span)) {
		YamlTrouble trouble = {.text = reader->text, .diags = reader->diags};
		yaml_explain_missing_colon(&trouble, &line);
	}
	return TRUE;
}

gboolean yaml_doubt_key(YamlReader *reader, const Node *key) {
	switch (key->kind) {
	case NODE_HOLE:
		return TRUE;
	case NODE_NULL:
		yaml_reader_report(reader, "no-key", key->span, "write `KEY: VALUE`",
			"there is no key before the colon");
		return TRUE;
	case NODE_SEQUENCE:
	case NODE_MAPPING:
		yaml_reader_report(reader, "key-not-text", key->span,
			"if it is text that begins with a bracket, put quotes around it",
			"a key must be a word, not a list or a mapping");
		return TRUE;
	case NODE_SCALAR:
		break;
	}
	if (key->style == SCALAR_PLAIN && strcmp(key->text, "<<") == 0) {
		yaml_reader_report(reader, "merge-key", key->span, "write the keys out",
			"merge keys (`<<`) are not used here");
		return TRUE;
	}
	if (key->style == SCALAR_PLAIN && doubt_run_on(reader, key)) {
		return TRUE;
	}
	gunichar first = key->length ? g_utf8_get_char(key->text) : 0;
	if (key->style == SCALAR_PLAIN && first >= 0x80 && !g_unichar_isgraph(first)) {
		Span span = key->span;
		span.length = 1;
		yaml_reader_report(reader, "odd-space", span,
			"delete it and type ordinary spaces instead",
			"this line begins with a space of another kind (U+%04X)", first);
		return TRUE;
	}
	return FALSE;
}

/* ---- Comments that were not meant as such ---- */

static gboolean is_end(const YamlText *text, size_t at) {
	return at >= text->length || text->data[at] == '\n' || text->data[at] == '\r';
}

static gboolean is_blank(const YamlText *text, size_t at) {
	return at < text->length && (text->data[at] == ' ' || text->data[at] == '\t');
}

/* start, end: of the value before it. */
static void doubt_comment(YamlReader *reader, const YamlCursor *start, const YamlCursor *end) {
	const YamlText *text = reader->text;
	size_t at = end->byte;
	while (is_blank(text, at)) {
		at++;
	}
	if (at == end->byte || is_end(text, at) || text->data[at] != '#' || is_end(text, at + 1) ||
		is_blank(text, at + 1) || !g_ascii_isalnum(text->data[at + 1])) {
		return;
	}
	size_t stop = at;
	while (!is_end(text, stop) && !is_blank(text, stop)) {
		stop++;
	}
	int column = end->column + (int)(at - end->byte);
	Span span = yaml_span(text, end->line, column, utf8_count(text->data + at, stop - at));
	while (!is_end(text, stop)) {
		stop++;
	}
	size_t from = start->byte < end->byte && start->line == end->line ? start->byte : at;
	g_autofree char *quoted = yaml_quoted(text->data + from, (int)(stop - from));
	g_autofree char *hint = g_strdup_printf("put quotes around the whole text: %s; if it is a "
						"comment, write a space after the \"#\"",
		quoted);
	if (start->byte == end->byte) {
		yaml_reader_warn(reader, "comment", span, hint,
			"\"#\" begins a comment, so this value is empty");
		return;
	}
	yaml_reader_warn(reader, "comment", span, hint,
		"\"#\" after a space begins a comment, so this is not part of the value");
}

/* ---- Text that looks like something else ---- */

/* "word:x" at a line's start, but no address and no time: bytes up to the colon, or 0. */
static int key_without_space(const char *line, int length) {
	int i = 0;
	while (i < length && (g_ascii_isalnum(line[i]) || line[i] == '_' || line[i] == '-')) {
		i++;
	}
	gboolean key = i > 1 && i + 1 < length && g_ascii_isalpha(line[0]) && line[i] == ':' &&
		line[i + 1] != ' ' && line[i + 1] != '/' && line[i + 1] != ':';
	if (!key || g_ascii_strncasecmp(line, "mailto:", 7) == 0 ||
		g_ascii_strncasecmp(line, "doi:", 4) == 0 ||
		g_ascii_strncasecmp(line, "tel:", 4) == 0 ||
		g_ascii_strncasecmp(line, "arxiv:", 6) == 0 ||
		g_ascii_strncasecmp(line, "urn:", 4) == 0) {
		return 0;
	}
	return i;
}

/* Bytes of a bullet at a line's start: "- ", "* ", "• ", "– ", or a dash without its space. */
static int bullet_size(const char *line, int length) {
	static const char *const bullets[] = {"- ", "* ", "• ", "– ", "— ", "· ", NULL};
	for (int i = 0; bullets[i]; i++) {
		int size = (int)strlen(bullets[i]);
		if (length > size && memcmp(line, bullets[i], (size_t)size) == 0) {
			return size;
		}
	}
	return length > 1 && line[0] == '-' && g_ascii_isalpha(line[1]) ? 1 : 0;
}

/* TRUE when there was something to say. */
static gboolean doubt_line(
	YamlReader *reader, const YamlCursor *at, int length, gboolean is_first) {
	const char *line = reader->text->data + at->byte;
	int key = key_without_space(line, length);
	if (key) {
		g_autofree char *hint =
			g_strdup_printf("write `%.*s: ` with a space if it is a key, "
					"or put the text in quotes",
				MIN(key, 60), line);
		yaml_reader_warn(reader, "looks-like-key",
			yaml_span(reader->text, at->line, at->column + key, 1), hint,
			"there is no space after this colon, so the line is read as text");
		return TRUE;
	}
	int bullet = bullet_size(line, length);
	if (bullet) {
		yaml_reader_warn(reader, "looks-like-list",
			yaml_span(reader->text, at->line, at->column, 1),
			"a list item begins with `- `, each item below the other in the same "
			"column",
			"this looks like a list item, but is read as %s",
			is_first ? "text" : "part of the text above");
	}
	return bullet > 0;
}

/* Whether nothing but blanks stands before it on its line. */
static gboolean begins_line(const YamlText *text, size_t byte) {
	while (byte > 0 && is_blank(text, byte - 1)) {
		byte--;
	}
	return byte == 0 || is_end(text, byte - 1);
}

static void doubt_lines(YamlReader *reader, const YamlCursor *start, const YamlCursor *end) {
	const YamlText *text = reader->text;
	YamlCursor at = *start;
	gboolean is_first = TRUE;
	while (at.byte < end->byte) {
		size_t stop = at.byte;
		while (stop < end->byte && !is_end(text, stop)) {
			stop++;
		}
		if ((!is_first || begins_line(text, at.byte)) &&
			doubt_line(reader, &at, (int)(stop - at.byte), is_first)) {
			return;
		}
		is_first = FALSE;
		while (stop < end->byte && (is_end(text, stop) || is_blank(text, stop))) {
			gboolean line_end = text->data[stop] == '\n' ||
				(text->data[stop] == '\r' &&
					!(stop + 1 < text->length && text->data[stop + 1] == '\n'));
			at.line += line_end;
			at.column = line_end ? 1 : at.column;
			at.column += is_blank(text, stop);
			stop++;
		}
		at.byte = stop;
	}
}

/* How often a byte stands in a value. */
static int count_of(
	const YamlText *text, const YamlCursor *start, const YamlCursor *end, char byte) {
	int count = 0;
	for (size_t at = start->byte; at < end->byte; at++) {
		count += text->data[at] == byte;
	}
	return count;
}

/* A value that ends with a quote or bracket which was opened nowhere; 24" are inches. */
static void doubt_end(YamlReader *reader, const YamlCursor *start, const YamlCursor *end) {
	const YamlText *text = reader->text;
	char last = text->data[end->byte - 1];
	gboolean inches = end->byte - start->byte > 1 && g_ascii_isdigit(text->data[end->byte - 2]);
	Span span = yaml_span(text, end->line, end->column - 1, 1);
	if (last == '"' && !inches && count_of(text, start, end, '"') % 2 == 1) {
		yaml_reader_warn(reader, "stray-quote", span,
			"put a quote before the text as well, or delete this one",
			"this quote closes nothing: it is read as part of the text");
	} else if ((last == ']' && count_of(text, start, end, '[') == 0) ||
		(last == '}' && count_of(text, start, end, '{') == 0)) {
		yaml_reader_warn(reader, "stray-bracket", span,
			"put a bracket before the text as well, or delete this one",
			"this bracket closes nothing: it is read as part of the text");
	}
}

void yaml_doubt_value(YamlReader *reader, const YamlCursor *start, const YamlCursor *end) {
	doubt_comment(reader, start, end);
	if (start->byte < end->byte) {
		doubt_end(reader, start, end);
		doubt_lines(reader, start, end);
	}
}

/* ---- Escapes ---- */

static gboolean is_separator(gunichar character) {
	return character == 0x85 || character == 0x2028 || character == 0x2029;
}

static gboolean is_unwanted(gunichar character) {
	return (character < 0x20 && character != '\t' && character != '\n') ||
		(character >= 0x7f && character <= 0x9f) || character == 0xfeff ||
		character == 0xfffe || character == 0xffff;
}

/* A blank of the same number of bytes. */
static void blank_out(char *at, int size) {
	static const char *const blanks[] = {"", " ", "\xc2\xa0", "\xe2\x80\x82"};
	memcpy(at, blanks[size], (size_t)size);
}

void yaml_doubt_escapes(YamlReader *reader, Node *node, char *text) {
	for (int at = 0; at < node->length;) {
		gunichar character;
		int size = utf8_decode(text + at, (size_t)(node->length - at), &character);
		if (character == '\r') {
			text[at] = text[at + 1] == '\n' ? ' ' : '\n';
		} else if (is_separator(character)) {
			yaml_reader_warn(reader, "line-separator", node_locate(node, at),
				"for a line break write \\n",
				"this escape gives a line separator (U+%04X); it is read as a "
				"space",
				character);
			memset(text + at, ' ', (size_t)size);
		} else if (is_unwanted(character)) {
			yaml_reader_report(reader, "control-character", node_locate(node, at),
				"for a line break write \\n; for a backslash write \\\\",
				"this escape gives a control character (U+%04X)", character);
			blank_out(text + at, size);
		}
		at += size;
	}
}
