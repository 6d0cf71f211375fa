/* yaml_explain_quotes: quotes that are missing, not closed, or in the way; and the characters that
 * mean something to YAML at the start of a value, which only quotes can take away. */
#include <string.h>

#include "base/utf8.h"
#include "read/yaml_explain.h"

/* ---- Quotes ---- */

static const char *unclosed_hint(const YamlLine *line, int at) {
	int end = yaml_line_content_end(line, at);
	if (line->start[at] == '\'') {
		return "put ' after the last word of the text; an apostrophe inside of it must be "
		       "doubled: ''";
	}
	if (end - at > 2 && memcmp(line->start + end - 2, "\\\"", 2) == 0) {
		return "a backslash takes away the meaning of the quote after it: write \\\\ for a "
		       "backslash, or use single quotes";
	}
	return "put \" after the last word of the text";
}

static gboolean explain_unclosed(const YamlTrouble *trouble, YamlPlace open) {
	YamlLine line;
	if (!yaml_line_at(trouble->text, open.line, &line)) {
		return FALSE;
	}
	int at = yaml_line_byte(&line, open.column);
	diag_error(trouble->diags, "unclosed-quote",
		yaml_span(trouble->text, open.line, open.column, 1),
		at < line.length ? unclosed_hint(&line, at) : NULL,
		"the quote that opens here is not closed");
	return TRUE;
}

static const char *escape_hint(char kind) {
	switch (kind) {
	case 'x':
		return "\\x needs two hexadecimal digits: \\xe9; or write the character itself";
	case 'u':
		return "\\u needs the four hexadecimal digits of one character: \\u00e9; better, "
		       "write the "
		       "character itself";
	case 'U':
		return "\\U needs eight hexadecimal digits: \\U0001f600; better, write the "
		       "character "
		       "itself";
	default:
		return "between double quotes write \\\\ for a backslash, or use single quotes: "
		       "'…'";
	}
}

static int hex_digits(gunichar kind) {
	return kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
}

static gboolean explain_escape(const YamlTrouble *trouble) {
	YamlLine line;
	if (!yaml_context_is(trouble, "while parsing a quoted scalar") ||
		!yaml_line_at(trouble->text, trouble->at.line, &line)) {
		return FALSE;
	}
	int from = yaml_line_byte(&line, trouble->at.column);
	if (from >= 2 && (from >= line.length || line.start[from] != '\\')) {
		from -= 2; /* the parser stands after "\x" */
	}
	int to = MIN(from + 1, line.length);
	gunichar character = ' ';
	if (to < line.length) {
		to += utf8_decode(line.start + to, (size_t)(line.length - to), &character);
	}
	for (int i = hex_digits(character); i > 0 && to < line.length; i--) {
		to += g_ascii_isxdigit(line.start[to]) ? 1 : 0;
	}
	diag_error(trouble->diags, "bad-escape", yaml_line_span(trouble->text, &line, from, to),
		escape_hint(character < 0x80 ? (char)character : ' '),
		"\"%.*s\" does not say which character is meant", to - from, line.start + from);
	return TRUE;
}

static gboolean is_right_after_recent(const YamlTrouble *trouble, const YamlLine *line) {
	const YamlPlace *end = &trouble->recent.end;
	if (end->line != trouble->at.line || end->column > trouble->at.column) {
		return FALSE;
	}
	int from = yaml_line_byte(line, end->column), to = yaml_line_byte(line, trouble->at.column);
	while (from < to && strchr(" \t", line->start[from])) {
		from++;
	}
	return from == to;
}

/* The hint for a value that must stand in quotes as a whole. */
static char *quotes_hint(const YamlLine *line, int from) {
	g_autofree char *quoted = yaml_quoted_value(line, from);
	return g_strdup_printf("put quotes around the whole text: %s", quoted);
}

/* Whether one of the lines after `first` up to `last` looks like a key or a comment: then a quoted
 * text that goes over them was closed by the quote of another text. */
static gboolean swallows_key(const YamlText *text, const YamlLine *first, int last) {
	YamlLine line = *first;
	while (line.number < last && yaml_line_next(text, &line)) {
		gboolean comment = line.indent < line.length && line.start[line.indent] == '#';
		if (comment || yaml_key_colon(&line, yaml_key_start(&line)) >= 0) {
			return TRUE;
		}
	}
	return FALSE;
}

/* The line in which the quoted text that opens at this byte of a line is closed; the last line of
 * the text when it is not. */
static int closing_line(const YamlText *text, const YamlLine *line, int at) {
	size_t byte = (size_t)(line->start - text->data) + (size_t)at;
	char quote = text->data[byte++];
	int number = line->number;
	while (byte < text->length && text->data[byte] != quote) {
		gboolean two = byte + 1 < text->length && text->data[byte + 1] == '\n';
		if (text->data[byte] == '\\' && quote == '"' && !two) {
			byte++;
		} else if (text->data[byte] == '\n' || (text->data[byte] == '\r' && !two)) {
			number++;
		}
		byte++;
	}
	return number;
}

/* Where the parser stopped, a quote of an earlier text may still have been open: the text after
 * what was read last is looked at, and that itself. */
static gboolean explain_open_quote(const YamlTrouble *trouble) {
	const YamlRecent *recent = &trouble->recent;
	YamlLine line;
	YamlPlace places[2] = {recent->end, recent->start};
	for (int i = recent->kind == RECENT_QUOTED ? 1 : 0; i >= 0; i--) {
		if (!yaml_line_at(trouble->text, places[i].line, &line)) {
			continue;
		}
		int at = yaml_line_byte(&line, places[i].column);
		while (i == 0 && at < line.length && strchr(" \t:", line.start[at])) {
			at++;
		}
		if (at >= line.length || !strchr("\"'", line.start[at])) {
			continue;
		}
		int last = closing_line(trouble->text, &line, at);
		if (last <= trouble->at.line && swallows_key(trouble->text, &line, last)) {
			return explain_unclosed(
				trouble, (YamlPlace){line.number, yaml_line_column(&line, at)});
		}
	}
	return FALSE;
}

/* 'it's': at the byte after the apostrophe. */
static void report_apostrophe(const YamlTrouble *trouble, const YamlLine *line, int from, int at) {
	int end = yaml_value_end(line, from);
	int inner = end - from - (end - 1 > from && line->start[end - 1] == '\'' ? 2 : 1);
	g_autofree char *quoted = yaml_quoted(line->start + from + 1, MAX(inner, 0));
	g_autofree char *hint =
		g_strdup_printf("use double quotes: %s, or double the apostrophe: ''", quoted);
	diag_error(trouble->diags, "text-after-quote",
		yaml_line_span(trouble->text, line, at - 1, at), hint,
		"this apostrophe ends the quoted text");
}

static void report_after_quote(
	const YamlTrouble *trouble, const YamlLine *line, int at, const char *hint) {
	diag_error(trouble->diags, "text-after-quote",
		yaml_line_span(trouble->text, line, at, yaml_value_end(line, at)), hint,
		"text follows after the closing quote");
}

/* Text after a quoted text of one line: "Big" data; 'it's'; "key" x: */
static void explain_on_line(const YamlTrouble *trouble, const YamlLine *line, int at) {
	int from = yaml_line_byte(line, trouble->recent.start.column);
	int close = yaml_line_byte(line, trouble->recent.end.column);
	gboolean joined = at == close && at < line->length;
	if (joined && line->start[at] == ':') {
		diag_error(trouble->diags, "no-space",
			yaml_line_span(trouble->text, line, at, at + 1),
			"write a space after the colon that follows a key",
			"a space is missing after this colon");
	} else if (joined && line->start[from] == '\'') {
		report_apostrophe(trouble, line, from, at);
	} else if (from == yaml_key_start(line) &&
		yaml_problem_is(trouble, "did not find expected key")) {
		report_after_quote(trouble, line, at,
			"a key in quotes ends at its second quote; after it write a colon and a "
			"space");
	} else {
		g_autofree char *hint = quotes_hint(line, from);
		report_after_quote(trouble, line, at, hint);
	}
}

static gboolean explain_after_quote(const YamlTrouble *trouble, const YamlLine *line) {
	int at = yaml_line_byte(line, trouble->at.column);
	if (at < line->length && strchr("]}", line->start[at])) {
		return FALSE;
	}
	if (trouble->recent.start.line == trouble->at.line) {
		explain_on_line(trouble, line, at);
		return TRUE;
	}

	report_after_quote(trouble, line, at,
		"put the quote at the end of the whole text; a quote inside of it needs a "
		"backslash: "
		"\\\"");
	return TRUE;
}

/* ---- Values that begin with a sign ---- */

static void report_sign(
	const YamlTrouble *trouble, const YamlLine *line, int from, const char *what) {
	g_autofree char *hint = quotes_hint(line, from);
	diag_error(trouble->diags, "quotes-needed",
		yaml_line_span(trouble->text, line, from, yaml_value_end(line, from)), hint,
		"a text cannot begin with \"%c\" %s", line->start[from], what);
}

static const char *sign_meaning(char sign) {
	switch (sign) {
	case '*':
	case '&':
		return "unless it is in quotes: the sign has a meaning of its own";
	case '[':
	case '{':
		return "unless it is in quotes: the sign begins a list or a mapping";
	case '!':
		return "unless it is in quotes: the sign begins a tag";
	case '>':
	case '|':
		return "unless it is in quotes: the sign says that the text follows on the next "
		       "lines";
	default:
		return "unless it is in quotes";
	}
}

/* "* item": an asterisk where a dash is wanted. */
static gboolean explain_star(const YamlTrouble *trouble, const YamlLine *line, int at) {
	gboolean bullet = line->start[at] == '*' && at == line->indent && at + 1 < line->length &&
		line->start[at + 1] == ' ';
	if (bullet) {
		diag_error(trouble->diags, "not-a-dash",
			yaml_line_span(trouble->text, line, at, at + 1),
			"write `- ` before each item of a list", "\"*\" does not make a list item");
	}
	return bullet;
}

static gboolean explain_sign_at(const YamlTrouble *trouble, YamlPlace place) {
	YamlLine line;
	if (!yaml_line_at(trouble->text, place.line, &line)) {
		return FALSE;
	}
	int at = yaml_line_byte(&line, place.column);
	if (at >= line.length) {
		return FALSE;
	}
	if (!explain_star(trouble, &line, at)) {
		report_sign(trouble, &line, at, sign_meaning(line.start[at]));
	}
	return TRUE;
}

/* The parser stopped at, or in, something that the sign began. */
static gboolean explain_sign(const YamlTrouble *trouble) {
	if (yaml_context_is(trouble, "while scanning an anchor") ||
		yaml_context_is(trouble, "while scanning an alias") ||
		yaml_context_is(trouble, "while scanning a tag") ||
		yaml_context_is(trouble, "while parsing a tag")) {
		return explain_sign_at(trouble, trouble->from);
	}
	if (yaml_problem_is(trouble, "found character that cannot start any token") ||
		yaml_problem_is(trouble, "found undefined tag handle") ||
		yaml_problem_is(trouble, "mapping keys are not allowed in this context")) {
		return explain_sign_at(trouble, trouble->at);
	}
	/* Two anchors before one value. */
	YamlLine line;
	if (yaml_problem_is(trouble, "did not find expected node content") &&
		yaml_line_at(trouble->text, trouble->at.line, &line)) {
		int at = yaml_line_byte(&line, trouble->at.column);
		return at < line.length && strchr("&*!", line.start[at]) &&
			explain_sign_at(trouble, trouble->at);
	}
	return FALSE;
}

/* "|" and ">" with something after them, or with a bad indentation. */
static gboolean explain_block(const YamlTrouble *trouble) {
	if (!yaml_context_is(trouble, "while scanning a block scalar")) {
		return FALSE;
	}
	if (yaml_problem_is(trouble, "did not find expected comment or line break")) {
		return explain_sign_at(trouble, trouble->from);
	}
	diag_error(trouble->diags, "block-header",
		yaml_span(trouble->text, trouble->at.line, trouble->at.column, 1),
		"write `|` alone and the text on the next lines, indented by two spaces",
		"this cannot stand after \"|\" or \">\"");
	return TRUE;
}

/* "[Invited] talk", "*bold text": the value was over before its text was. */
static gboolean explain_after_sign(const YamlTrouble *trouble, const YamlLine *line) {
	YamlPlace start = trouble->recent.start;
	int at = yaml_line_byte(line, trouble->at.column);
	if (start.line != trouble->at.line || at >= line->length ||
		strchr("]},:", line->start[at])) {
		return FALSE;
	}
	return explain_sign_at(trouble, start);
}

gboolean yaml_explain_quotes(const YamlTrouble *trouble) {
	if (explain_open_quote(trouble)) {
		return TRUE;
	}
	if (yaml_context_is(trouble, "while scanning a quoted scalar")) {
		return explain_unclosed(trouble, trouble->from);
	}
	if (explain_escape(trouble) || explain_sign(trouble) || explain_block(trouble)) {
		return TRUE;
	}
	YamlLine line;
	if (!yaml_line_at(trouble->text, trouble->at.line, &line) ||
		!is_right_after_recent(trouble, &line)) {
		return FALSE;
	}
	gboolean in_block = yaml_problem_is(trouble, "did not find expected key") ||
		yaml_problem_is(trouble, "did not find expected '-' indicator") ||
		yaml_problem_is(trouble, "did not find expected <document start>");
	switch (trouble->recent.kind) {
	case RECENT_QUOTED:
		return in_block && explain_after_quote(trouble, &line);
	case RECENT_FLOW:
	case RECENT_ALIAS:
		return in_block && explain_after_sign(trouble, &line);
	default:
		return FALSE;
	}
}
