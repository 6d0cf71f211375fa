/* yaml_explain_key: a colon too few or too many, and keys that are none. The parser sees a missing
 * colon only lines later, at the next one; a person looks for it in the line it is missing in. */
#include <string.h>

#include "base/utf8.h"
#include "read/yaml_explain.h"

enum { KEY_MAX = 1024 }; /* bytes: the parser's bound */

/* ---- A colon is missing ---- */

static gboolean is_blank(char byte) {
	return byte == ' ' || byte == '\t';
}

/* A value as it should stand after its key. Caller frees. */
static char *shown_value(const YamlLine *line, int from, int end) {
	while (from < end && is_blank(line->start[from])) {
		from++;
	}
	const char *value = line->start + from;
	int length = MAX(end - from, 0);
	if (length == 0 || strchr("\"'[{", value[0]) || !g_strstr_len(value, length, ": ")) {
		return yaml_shown(value, length);
	}
	return yaml_quoted(value, length);
}

static void report_colon_space(const YamlTrouble *trouble, const YamlLine *line, int colon) {
	int start = yaml_key_start(line);
	gunichar after;
	utf8_decode(line->start + colon + 1, (size_t)(line->length - colon - 1), &after);
	if (after >= 0x80 && after != UTF8_BAD && g_unichar_isspace(after)) {
		Span span = yaml_line_span(trouble->text, line, colon + 1, colon + 2);
		diag_error(trouble->diags, "odd-space", span,
			"delete it and type an ordinary space instead",
			"the space after the colon is of another kind (U+%04X)", after);
		return;
	}
	int end = yaml_line_content_end(line, colon + 1);
	g_autofree char *key = yaml_shown(line->start + start, colon - start);
	g_autofree char *value = shown_value(line, colon + 1, end);
	g_autofree char *hint = g_strdup_printf("write `%s: %s`", key, value);
	diag_error(trouble->diags, "no-space",
		yaml_line_span(trouble->text, line, colon, colon + 1), hint,
		"a space is missing after this colon");
}

/* A sign that looks as if it were a colon: U+FF1A of Chinese keyboards, "="; or NULL. */
static const char *other_colon(const YamlLine *line, int at) {
	static const char *const others[] = {"：", "﹕", "꞉", "=", NULL};
	for (int i = 0; others[i]; i++) {
		size_t size = strlen(others[i]);
		if ((size_t)(line->length - at) >= size &&
			memcmp(line->start + at, others[i], size) == 0) {
			return others[i];
		}
	}
	return NULL;
}

static gboolean report_other_colon(const YamlTrouble *trouble, const YamlLine *line, int at) {
	const char *other = other_colon(line, at);
	if (other) {
		diag_error(trouble->diags, "not-a-colon",
			yaml_line_span(trouble->text, line, at, at + (int)strlen(other)),
			"after a key write the colon \":\" and a space",
			"\"%s\" is not the colon that must follow a key", other);
	}
	return other != NULL;
}

gboolean yaml_key_runs_on(const YamlLine *line, int end) {
	int at = yaml_key_start(line);
	int start = at;
	while (at < end && (g_ascii_isalnum(line->start[at]) || strchr("_-", line->start[at]))) {
		at++;
	}
	if (at == start || at >= end) {
		return FALSE;
	}
	if (line->start[at] == ':') {
		return g_ascii_isalpha(line->start[start]) && at + 1 < end &&
			line->start[at + 1] != '/';
	}
	if (other_colon(line, at)) {
		return TRUE;
	}
	int next = at;
	while (next < end && is_blank(line->start[next])) {
		next++;
	}
	return next > at && next < end &&
		(strchr("\"'[{", line->start[next]) || other_colon(line, next));
}

void yaml_explain_missing_colon(const YamlTrouble *trouble, const YamlLine *line) {
	int start = yaml_key_start(line), end = yaml_line_content_end(line, start);
	int word = start;
	while (word < end && !is_blank(line->start[word])) {
		if (line->start[word] == ':' && word + 1 < end && line->start[word + 1] != '/') {
			report_colon_space(trouble, line, word);
			return;
		}
		if (report_other_colon(trouble, line, word)) {
			return;
		}
		word++;
	}
	int next = word;
	while (next < end && is_blank(line->start[next])) {
		next++;
	}
	if (next < end && report_other_colon(trouble, line, next)) {
		return;
	}
	g_autofree char *key = yaml_shown(line->start + start, word - start);
	g_autofree char *value = shown_value(line, next, end);
	g_autofree char *hint = g_strdup_printf("write `%s:%s%s`; a text that goes on over "
						"several lines must be indented more than its key",
		key, *value ? " " : "", value);
	diag_error(trouble->diags, "missing-colon",
		yaml_line_span(trouble->text, line, start, word), hint,
		"a colon is missing after this key");
}

/* ---- A colon too many ---- */

/* A value in curly quotes, as it would be in straight ones; NULL when it is in none. */
static char *straightened(const YamlLine *line, int from, int end) {
	static const char *const open[] = {"“", "„", "‘", "”", "’", NULL};
	static const char *const close[] = {"”", "“", "’", "”", "’", NULL};
	int size = (int)strlen("“");
	for (int i = 0; open[i] && end - from > 2 * size; i++) {
		if (memcmp(line->start + from, open[i], (size_t)size) == 0 &&
			memcmp(line->start + end - size, close[i], (size_t)size) == 0) {
			return yaml_quoted(line->start + from + size, end - from - 2 * size);
		}
	}
	return NULL;
}

static void report_colon_in_text(
	const YamlTrouble *trouble, const YamlLine *line, int key_colon, int colon) {
	int start = yaml_key_start(line), from = key_colon + 1;
	while (from < line->length && is_blank(line->start[from])) {
		from++;
	}
	int end = yaml_line_content_end(line, from);
	g_autofree char *quoted = yaml_quoted(line->start + from, end - from);
	g_autofree char *straight = straightened(line, from, end);
	g_autofree char *key = yaml_shown(line->start + start, key_colon - start);
	g_autofree char *hint = g_strdup_printf("%s: `%s: %s`",
		straight ? "curly quotes are part of the text; write straight ones"
			 : "put quotes around the text",
		key, straight ? straight : quoted);
	diag_error(trouble->diags, "colon-in-text",
		yaml_line_span(trouble->text, line, colon, colon + 1), hint,
		"a text with a colon and a space in it needs quotes");
}

static gboolean report_long_key(const YamlTrouble *trouble, const YamlLine *line, int colon) {
	int start = yaml_key_start(line);
	if (colon - start <= KEY_MAX) {
		return FALSE;
	}
	diag_error(trouble->diags, "long-key",
		yaml_line_span(trouble->text, line, start, start + 1),
		"is this a text? Then it needs a key before it: `text: …`",
		"the key that begins here is longer than %d bytes", KEY_MAX);
	return TRUE;
}

/* A key below a text that is the value of the key above: indented too much. */
static void report_deep_key(
	const YamlTrouble *trouble, const YamlLine *line, const YamlLine *above) {
	if (yaml_explain_dash_space(trouble, above) ||
		yaml_explain_odd_line(trouble, line, above)) {
		return;
	}
	int start = yaml_key_start(line), colon = yaml_key_colon(line, start);
	int above_start = yaml_key_start(above), above_colon = yaml_key_colon(above, above_start);
	int wanted = yaml_line_column(above, above_start) - 1;
	g_autofree char *words = yaml_indent_words(wanted);
	g_autofree char *key = yaml_shown(above->start + above_start, above_colon - above_start);
	g_autofree char *hint = g_strdup_printf("%s, like line %d; a text with a colon in it needs "
						"quotes",
		words, above->number);
	diag_error(trouble->diags, "indentation", yaml_line_span(trouble->text, line, start, colon),
		hint, "this line is indented more than `%s` above, which has a value already", key);
}

/* A text below its key, with a colon in it. */
static void report_no_bar(const YamlTrouble *trouble, const YamlLine *line, const YamlLine *key) {
	int start = yaml_key_start(key), colon = yaml_key_colon(key, start);
	g_autofree char *shown = yaml_shown(key->start + start, colon - start);
	g_autofree char *hint = g_strdup_printf("write `%s: |`", shown);
	diag_error(trouble->diags, "colon-in-text",
		yaml_line_span(trouble->text, key, start, colon + 1), hint,
		"the text below has a colon in it (line %d), so a `|` must stand here",
		line->number);
}

/* A colon in a text that began in the line of its key. */
static void report_colon_below(const YamlTrouble *trouble, const YamlLine *line, int colon) {
	diag_error(trouble->diags, "colon-in-text",
		yaml_line_span(trouble->text, line, colon, colon + 1),
		"write `|` after the text's key and the text below it, or put quotes around the "
		"text; "
		"if this is a key, give it the indentation of the keys above",
		"this colon cannot stand in a text without quotes");
}

static gboolean has_key(const YamlLine *line) {
	return yaml_key_colon(line, yaml_key_start(line)) >= 0;
}

static gboolean has_value(const YamlLine *line) {
	int colon = yaml_key_colon(line, yaml_key_start(line));
	return colon >= 0 && yaml_line_content_end(line, colon + 1) > colon + 1;
}

static gboolean begins_item(const YamlLine *line) {
	return yaml_key_start(line) > line->indent;
}

static gboolean is_lone_dash(const YamlLine *line) {
	int end = yaml_line_content_end(line, line->indent);
	return end == line->indent + 1 && line->start[line->indent] == '-';
}

/* Of the lines above without a key, which the parser took for one text: the first. above: the line
 * before that, and whether there is one. */
static gboolean first_without_key(const YamlText *text, YamlLine *first, YamlLine *above) {
	*above = *first;
	while (!begins_item(first)) {
		if (!yaml_line_step_up(text, above)) {
			return FALSE;
		}
		if (has_key(above) || above->indent > first->indent) {
			return TRUE;
		}
		if (is_lone_dash(above)) {
			return FALSE;
		}
		*first = *above;
	}
	return FALSE;
}

/* Whether these lines are the text of the key above them, and not keys whose colons are missing:
 * they go on from its line, or what stands before this colon is no word but words. */
static gboolean is_text_of(
	const YamlLine *key, const YamlLine *first, const YamlLine *line, int colon) {
	int start = yaml_key_start(line);
	gboolean deeper = has_key(key) && yaml_key_start(key) < first->indent;
	return deeper &&
		(has_value(key) || memchr(line->start + start, ' ', (size_t)(colon - start)));
}

/* The line's own colon is its first: so what stands above has swallowed its key. */
static gboolean explain_swallowed_key(const YamlTrouble *trouble, const YamlLine *line, int colon) {
	YamlLine above, first;
	if (!yaml_line_above(trouble->text, line->number, &first)) {
		return FALSE;
	}
	if (has_key(&first)) {
		if (has_value(&first)) {
			report_deep_key(trouble, line, &first);
		}
		return has_value(&first);
	}
	if (first_without_key(trouble->text, &first, &above) &&
		is_text_of(&above, &first, line, colon)) {
		if (has_value(&above)) {
			report_colon_below(trouble, line, colon);
		} else {
			report_no_bar(trouble, line, &above);
		}
	} else {
		yaml_explain_missing_colon(trouble, &first);
	}
	return TRUE;
}

static gboolean explain_not_allowed(const YamlTrouble *trouble) {
	YamlLine line;
	if (!yaml_line_at(trouble->text, trouble->at.line, &line)) {
		return FALSE;
	}
	int colon = yaml_line_byte(&line, trouble->at.column), start = yaml_key_start(&line);
	if (report_long_key(trouble, &line, colon)) {
		return TRUE;
	}
	int key_colon = yaml_key_colon(&line, start);
	if (key_colon >= 0 && key_colon < colon) {
		report_colon_in_text(trouble, &line, key_colon, colon);
		return TRUE;
	}
	return explain_swallowed_key(trouble, &line, colon);
}

/* ---- The parser waited for a colon ---- */

/* A line below a block of text that is indented less than it. */
static gboolean explain_text_end(const YamlTrouble *trouble, const YamlLine *line) {
	if (trouble->recent.kind != RECENT_BLOCK || trouble->recent.end.line != line->number ||
		has_key(line)) {
		return FALSE;
	}
	diag_error(trouble->diags, "indentation",
		yaml_line_span(trouble->text, line, line->indent,
			yaml_line_content_end(line, line->indent)),
		"if it belongs to the text, indent it like the other lines of the text; if it is a "
		"key, "
		"a colon is missing",
		"the text above ends before this line, which is indented less");
	return TRUE;
}

static gboolean explain_expected_colon(const YamlTrouble *trouble) {
	YamlLine line;
	if (!yaml_line_at(trouble->text, trouble->from.line, &line)) {
		return FALSE;
	}
	int start = yaml_line_byte(&line, trouble->from.column);
	int colon = yaml_key_colon(&line, start);
	if (colon >= 0 && report_long_key(trouble, &line, colon)) {
		return TRUE;
	}
	if (!explain_text_end(trouble, &line)) {
		yaml_explain_missing_colon(trouble, &line);
	}
	return TRUE;
}

static gboolean explain_no_key(const YamlTrouble *trouble) {
	YamlLine line;
	if (!yaml_line_at(trouble->text, trouble->at.line, &line)) {
		return FALSE;
	}
	int at = yaml_line_byte(&line, trouble->at.column);
	if (at >= line.length || line.start[at] != ':') {
		return FALSE;
	}
	diag_error(trouble->diags, "no-key", yaml_line_span(trouble->text, &line, at, at + 1),
		"write `KEY: VALUE`", "there is no key before this colon");
	return TRUE;
}

/* "key": value without the space, or with two keys: the colon belongs to a quoted key. */
gboolean yaml_explain_key(const YamlTrouble *trouble) {
	if (yaml_problem_is(trouble, "could not find expected ':'")) {
		return explain_expected_colon(trouble);
	}
	if (yaml_problem_is(trouble, "mapping values are not allowed in this context")) {
		return explain_not_allowed(trouble);
	}
	if (yaml_problem_is(trouble, "did not find expected key")) {
		return explain_no_key(trouble);
	}
	return FALSE;
}
