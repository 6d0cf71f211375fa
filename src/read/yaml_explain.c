/* yaml_explain: asks each of the parts in turn, and says what can be said when none knows more.
 * The order matters: a tab or a space of another kind is the cause of many other problems, a
 * quote of some, so they are looked for first. */
#include "read/yaml_explain.h"

#include <string.h>

#include "base/utf8.h"

/* Characters of the content that a hint repeats. */
enum { QUOTED_MAX = 60, SHOWN_MAX = 40 };

gboolean yaml_problem_is(const YamlTrouble *trouble, const char *words) {
	return g_str_has_prefix(trouble->problem, words);
}

gboolean yaml_context_is(const YamlTrouble *trouble, const char *words) {
	return g_str_has_prefix(trouble->context, words);
}

Span yaml_span(const YamlText *text, int line, int column, int length) {
	return (Span){text->file, line, column, MAX(length, 1)};
}

Span yaml_line_span(const YamlText *text, const YamlLine *line, int from, int to) {
	int length = utf8_count(line->start + from, (size_t)MAX(to - from, 0));
	return yaml_span(text, line->number, yaml_line_column(line, from), length);
}

/* Bytes of the first characters. */
static int cut(const char *value, int length, int most) {
	int at = 0;
	gunichar character;
	for (int count = 0; at < length && count < most; count++) {
		at += utf8_decode(value + at, (size_t)(length - at), &character);
	}
	return at;
}

char *yaml_shown(const char *text, int length) {
	int shown = cut(text, length, SHOWN_MAX);
	return g_strdup_printf("%.*s%s", shown, text, shown < length ? " …" : "");
}

static gboolean contains(const char *value, int length, char character) {
	return length > 0 && memchr(value, character, (size_t)length) != NULL;
}

char *yaml_quoted(const char *value, int length) {
	gboolean hard = contains(value, length, '"') || contains(value, length, '\\');
	int shown = cut(value, length, QUOTED_MAX);
	char quote = hard ? '\'' : '"';
	GString *text = g_string_new(NULL);
	g_string_append_c(text, quote);
	for (int i = 0; i < shown; i++) {
		if (value[i] == '\'' && hard) {
			g_string_append_c(text, '\'');
		}
		g_string_append_c(text, value[i]);
	}
	g_string_append(text, shown < length ? " …" : "");
	g_string_append_c(text, quote);
	return g_string_free(text, FALSE);
}

static gboolean in_brackets(const YamlLine *line, int at) {
	int open = 0;
	for (int i = 0; i < at; i++) {
		open += (line->start[i] == '[' || line->start[i] == '{');
		open -= (line->start[i] == ']' || line->start[i] == '}') && open > 0;
	}
	return open > 0;
}

int yaml_value_end(const YamlLine *line, int from) {
	int end = yaml_line_content_end(line, from);
	if (in_brackets(line, from)) {
		for (int i = from + 1; i < end; i++) {
			if (strchr(",]}", line->start[i])) {
				return i;
			}
		}
	}
	return end;
}

char *yaml_quoted_value(const YamlLine *line, int from) {
	return yaml_quoted(line->start + from, yaml_value_end(line, from) - from);
}

/* Byte after a quoted piece that starts here; the line's end when it does not end on it. */
static int after_quotes(const YamlLine *line, int at) {
	char quote = line->start[at++];
	while (at < line->length && line->start[at] != quote) {
		at += line->start[at] == '\\' && quote == '"' ? 2 : 1;
	}
	return MIN(at + 1, line->length);
}

int yaml_key_colon(const YamlLine *line, int from) {
	int at = from;
	if (at < line->length && strchr("\"'", line->start[at])) {
		at = after_quotes(line, at);
	}
	for (; at < line->length; at++) {
		if (line->start[at] == '#' && at > 0 && strchr(" \t", line->start[at - 1])) {
			return -1;
		}
		if (line->start[at] == ':' &&
			(at + 1 == line->length || strchr(" \t", line->start[at + 1]))) {
			return at;
		}
	}
	return -1;
}

int yaml_key_start(const YamlLine *line) {
	int at = line->indent;
	while (at + 1 < line->length && line->start[at] == '-' &&
		strchr(" \t", line->start[at + 1])) {
		at++;
		while (at < line->length && strchr(" \t", line->start[at])) {
			at++;
		}
	}
	return at;
}

/* A directive: a line that begins with "%". */
static gboolean explain_directive(const YamlTrouble *trouble) {
	gboolean directive = yaml_context_is(trouble, "while scanning a directive") ||
		yaml_context_is(trouble, "while scanning a %YAML directive") ||
		yaml_context_is(trouble, "while scanning a %TAG directive") ||
		yaml_context_is(trouble, "while parsing a %TAG directive") ||
		yaml_problem_is(trouble, "found duplicate %") ||
		yaml_problem_is(trouble, "found incompatible YAML document");
	if (!directive) {
		return FALSE;
	}
	YamlPlace place = trouble->from.line ? trouble->from : trouble->at;
	diag_error(trouble->diags, "directive", yaml_span(trouble->text, place.line, 1, 1),
		"delete this line, or put quotes around the text",
		"directives (lines that begin with \"%%\") have no meaning here");
	return TRUE;
}

/* The first line of all is indented, or has no colon: what stands below it does not belong to it.
 */
static gboolean explain_first_line(const YamlTrouble *trouble, const YamlLine *line) {
	YamlLine first = *line;
	while (yaml_line_step_up(trouble->text, &first)) {
	}
	if (first.number == line->number) {
		return FALSE;
	}
	if (first.indent > line->indent) {
		g_autofree char *words = yaml_indent_words(line->indent);
		g_autofree char *hint = g_strdup_printf("%s, like line %d", words, line->number);
		diag_error(trouble->diags, "indentation",
			yaml_line_span(trouble->text, &first, first.indent,
				yaml_line_content_end(&first, first.indent)),
			hint, "the first line is indented more than line %d", line->number);
		return TRUE;
	}
	if (yaml_key_colon(&first, yaml_key_start(&first)) < 0 && g_ascii_isalpha(first.start[0])) {
		yaml_explain_missing_colon(trouble, &first);
		return TRUE;
	}
	return FALSE;
}

/* Text after the end: after "...", or after a first piece that was already everything. */
static gboolean explain_after_end(const YamlTrouble *trouble) {
	YamlLine line;
	if (!yaml_problem_is(trouble, "did not find expected <document start>") ||
		!yaml_line_at(trouble->text, trouble->at.line, &line)) {
		return FALSE;
	}
	int at = yaml_line_byte(&line, trouble->at.column);
	Span span = yaml_line_span(trouble->text, &line, at, yaml_line_content_end(&line, at));
	YamlLine above;
	if (yaml_line_above(trouble->text, trouble->at.line, &above) && above.length >= 3 &&
		memcmp(above.start, "...", 3) == 0) {
		diag_error(trouble->diags, "text-after-end", span,
			"delete the line with `...`: it says that the file ends there",
			"text follows after the end of the document");
		return TRUE;
	}
	if (explain_first_line(trouble, &line)) {
		return TRUE;
	}
	diag_error(trouble->diags, "text-after-end", span,
		"each line must be `KEY: VALUE`, or an item that begins with `- `",
		"this does not belong to what stands before it");
	return TRUE;
}

static void explain_otherwise(const YamlTrouble *trouble) {
	YamlPlace place = trouble->at;
	YamlLine line;
	if (!yaml_line_at(trouble->text, place.line, &line) &&
		yaml_line_above(trouble->text, place.line, &line)) {
		place = (YamlPlace){line.number, yaml_line_column(&line, line.length)};
	}
	diag_error(trouble->diags, "syntax", yaml_span(trouble->text, place.line, place.column, 1),
		"compare the indentation, quotes, brackets and colons here with the lines above",
		"from here on the file cannot be understood");
}

void yaml_explain(const YamlTrouble *trouble) {
	static gboolean (*const parts[])(const YamlTrouble *) = {explain_directive,
		yaml_explain_blanks, yaml_explain_quotes, yaml_explain_flow, yaml_explain_key,
		yaml_explain_indent, explain_after_end};
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		if (parts[i](trouble)) {
			return;
		}
	}
	explain_otherwise(trouble);
}
