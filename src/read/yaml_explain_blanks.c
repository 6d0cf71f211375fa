/* yaml_explain_blanks: tabs, and spaces that are not the ordinary one. They look like spaces, and
 * are none to YAML. */
#include <string.h>

#include "base/utf8.h"
#include "read/yaml_explain.h"

/* U+00A0, U+3000 and the like, which look like a space. */
static gboolean is_odd_space(gunichar character) {
	return character >= 0x80 && character != UTF8_BAD &&
		(g_unichar_isspace(character) || character == 0x200b || character == 0x2060 ||
			character == 0xa0 || character == 0x202f);
}

/* Bytes of odd and ordinary spaces from `from` on; 0 when there is no odd one. */
static int odd_spaces(const YamlLine *line, int from, gunichar *odd) {
	int at = from;
	*odd = 0;
	while (at < line->length) {
		gunichar character;
		int used = utf8_decode(line->start + at, (size_t)(line->length - at), &character);
		if (is_odd_space(character)) {
			*odd = *odd ? *odd : character;
		} else if (character != ' ') {
			break;
		}
		at += used;
	}
	return *odd ? at - from : 0;
}

static gboolean explain_odd_space(const YamlTrouble *trouble, const YamlLine *line) {
	gunichar odd;
	int size = odd_spaces(line, line->indent, &odd);
	if (size == 0) {
		return FALSE;
	}
	diag_error(trouble->diags, "odd-space",
		yaml_line_span(trouble->text, line, line->indent, line->indent + size),
		"delete it and type ordinary spaces instead",
		"the indentation holds a space of another kind (U+%04X)", odd);
	return TRUE;
}

/* A tab among the blanks that a line begins with. */
static gboolean explain_tab(const YamlTrouble *trouble, const YamlLine *line) {
	const char *tab = memchr(line->start, '\t', (size_t)line->indent);
	if (!tab) {
		return FALSE;
	}
	int from = (int)(tab - line->start), to = from;
	while (to < line->indent && line->start[to] == '\t') {
		to++;
	}
	diag_error(trouble->diags, "tab", yaml_line_span(trouble->text, line, from, to),
		"use spaces, two for each step; editors can turn tabs into spaces",
		"there is a tab in the indentation");
	return TRUE;
}

static gboolean explain_tab_after(const YamlTrouble *trouble, const YamlLine *line) {
	int at = yaml_line_byte(line, trouble->at.column);
	if (at >= line->length || line->start[at] != '\t') {
		return FALSE;
	}
	int to = at;
	while (to < line->length && line->start[to] == '\t') {
		to++;
	}
	diag_error(trouble->diags, "tab", yaml_line_span(trouble->text, line, at, to),
		"replace the tab by a space", "there is a tab here where a space is needed");
	return TRUE;
}

gboolean yaml_explain_blanks(const YamlTrouble *trouble) {
	YamlLine line, above;
	if (!yaml_line_at(trouble->text, trouble->at.line, &line)) {
		return FALSE;
	}
	/* Inside of quotes a tab does no harm. */
	if (yaml_context_is(trouble, "while scanning a quoted scalar") ||
		yaml_context_is(trouble, "while parsing a quoted scalar")) {
		return FALSE;
	}
	if (explain_tab(trouble, &line) || explain_odd_space(trouble, &line)) {
		return TRUE;
	}
	if (yaml_problem_is(trouble, "found character that cannot start any token") &&
		explain_tab_after(trouble, &line)) {
		return TRUE;
	}
	return yaml_line_above(trouble->text, trouble->at.line, &above) &&
		trouble->recent.kind != RECENT_BLOCK && explain_odd_space(trouble, &above);
}
