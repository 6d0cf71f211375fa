/* yaml_explain_flow: lists and mappings in brackets: not closed, closed twice, a comma missing, or
 * a text in them that needs quotes. */
#include <string.h>

#include "read/yaml_explain.h"

static char bracket_at(const YamlTrouble *trouble, YamlPlace place) {
	YamlLine line;
	if (!yaml_line_at(trouble->text, place.line, &line)) {
		return '[';
	}
	int at = yaml_line_byte(&line, place.column);
	return at < line.length && line.start[at] == '{' ? '{' : '[';
}

static void report_open(const YamlTrouble *trouble) {
	char open = bracket_at(trouble, trouble->from);
	g_autofree char *hint = g_strdup_printf("put \"%c\" after the last item; if the bracket is "
						"part of a text, put quotes around the text",
		open == '[' ? ']' : '}');
	diag_error(trouble->diags, "unclosed-bracket",
		yaml_span(trouble->text, trouble->from.line, trouble->from.column, 1), hint,
		"the bracket \"%c\" that opens here is not closed", open);
}

/* A second colon in one pair: {title: Foo: bar}, or a comma is missing: {name: Ana role: chair}. */
static void report_colon(const YamlTrouble *trouble) {
	diag_error(trouble->diags, "colon-in-text",
		yaml_span(trouble->text, trouble->at.line, trouble->at.column, 1),
		"put a comma before the next key; if the colon is part of a text, put quotes "
		"around the "
		"text",
		"this colon cannot stand here");
}

static void report_comma(const YamlTrouble *trouble, const YamlLine *line, int at) {
	char open = bracket_at(trouble, trouble->from);
	gboolean wrong_bracket = line->start[at] == ']' || line->start[at] == '}';
	Span span = yaml_span(trouble->text, trouble->at.line, trouble->at.column, 1);
	if (wrong_bracket) {
		diag_error(trouble->diags, "wrong-bracket", span,
			open == '[' ? "a list: `[a, b]`; a mapping: `{key: value, other: value}`"
				    : "a mapping: `{key: value, other: value}`; a list: `[a, b]`",
			"what was opened with \"%c\" in line %d cannot be closed with \"%c\"", open,
			trouble->from.line, line->start[at]);
		return;
	}
	diag_error(trouble->diags, "missing-comma", span,
		"put a comma between the items; around a text with brackets, commas or colons put "
		"quotes",
		"a comma is missing before this");
}

/* Whether the parser stopped in a line that goes on with the block around the brackets. */
static gboolean is_past_brackets(const YamlTrouble *trouble, const YamlLine *line) {
	YamlLine open;
	if (trouble->at.line == trouble->from.line ||
		!yaml_line_at(trouble->text, trouble->from.line, &open)) {
		return FALSE;
	}
	int at = yaml_line_byte(line, trouble->at.column);
	gboolean closes = at < line->length && strchr("]}", line->start[at]);
	return line->indent <= yaml_key_start(&open) && !closes;
}

static gboolean explain_expected(const YamlTrouble *trouble) {
	YamlLine line;
	if (!yaml_line_at(trouble->text, trouble->at.line, &line)) {
		report_open(trouble);
		return TRUE;
	}
	int at = yaml_line_byte(&line, trouble->at.column);
	if (is_past_brackets(trouble, &line) || at >= line.length) {
		report_open(trouble);
	} else if (strchr("]}", line.start[at]) && trouble->from.line < trouble->at.line) {
		report_open(trouble); /* what closes the bracket around it stands on a later line */
	} else if (line.start[at] == ':') {
		report_colon(trouble);
	} else {
		report_comma(trouble, &line, at);
	}
	return TRUE;
}

/* [- ana], {: Ana} */
static gboolean explain_in_brackets(const YamlTrouble *trouble) {
	YamlLine line;
	if (!yaml_context_is(trouble, "while parsing a flow ") &&
		!yaml_problem_is(trouble, "block sequence entries are not allowed") &&
		!yaml_problem_is(trouble, "did not find expected node content")) {
		return FALSE;
	}
	if (!yaml_line_at(trouble->text, trouble->at.line, &line)) {
		return FALSE;
	}
	int at = yaml_line_byte(&line, trouble->at.column), before = at;
	while (before > 0 && strchr(" \t", line.start[before - 1])) {
		before--;
	}
	if (at >= line.length || before == 0 || !strchr("[{,", line.start[before - 1])) {
		return FALSE;
	}
	Span span = yaml_span(trouble->text, trouble->at.line, trouble->at.column, 1);
	if (line.start[at] == '-') {
		diag_error(trouble->diags, "dash-in-brackets", span,
			"in brackets, items are divided by commas alone: `[a, b]`",
			"a dash does not make an item in brackets");
		return TRUE;
	}
	if (line.start[at] == ':') {
		diag_error(trouble->diags, "no-key", span, "write `KEY: VALUE`",
			"there is no key before this colon");
		return TRUE;
	}
	return FALSE;
}

/* A bracket or comma where none can be. */
static gboolean explain_stray(const YamlTrouble *trouble) {
	YamlLine line;
	if (!yaml_line_at(trouble->text, trouble->at.line, &line)) {
		return FALSE;
	}
	int at = yaml_line_byte(&line, trouble->at.column);
	if (at >= line.length || !strchr("]},", line.start[at])) {
		return FALSE;
	}
	int colon = yaml_key_colon(&line, yaml_key_start(&line));
	if (colon >= 0 && yaml_key_runs_on(&line, colon)) {
		yaml_explain_missing_colon(trouble, &line); /* join {url: x} */
		return TRUE;
	}
	Span span = yaml_span(trouble->text, trouble->at.line, trouble->at.column, 1);
	if (line.start[at] == ',') {
		diag_error(trouble->diags, "stray-comma", span,
			"delete it; if it is part of a text, put quotes around the text",
			"nothing stands before this comma");
		return TRUE;
	}
	diag_error(trouble->diags, "stray-bracket", span,
		"delete it; if it is part of a text, put quotes around the text",
		"this bracket closes nothing");
	return TRUE;
}

gboolean yaml_explain_flow(const YamlTrouble *trouble) {
	if (explain_in_brackets(trouble)) {
		return TRUE;
	}
	if (yaml_context_is(trouble, "while parsing a flow ") &&
		yaml_problem_is(trouble, "did not find expected ',' or")) {
		return explain_expected(trouble);
	}
	if (yaml_problem_is(trouble, "found unexpected ':'")) {
		report_colon(trouble);
		return TRUE;
	}
	gboolean maybe_stray = yaml_problem_is(trouble, "did not find expected node content") ||
		yaml_problem_is(trouble, "did not find expected key") ||
		yaml_problem_is(trouble, "did not find expected '-' indicator") ||
		yaml_problem_is(trouble, "did not find expected <document start>");
	return maybe_stray && explain_stray(trouble);
}
