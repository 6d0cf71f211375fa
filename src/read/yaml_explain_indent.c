/* yaml_explain_indent: what stands under what: an indentation that fits nothing above, list items
 * among keys, keys among list items. */
#include <string.h>

#include "read/yaml_explain.h"

static gboolean is_dash(const YamlLine *line) {
	return line->indent < line->length && line->start[line->indent] == '-' &&
		(line->indent + 1 == line->length || strchr(" \t", line->start[line->indent + 1]));
}

/* The nearest lines above under which this one could stand, one deeper and one less deep; -1:
 * none. A dash stands under dashes, and under keys; a key under keys only. */
typedef struct Neighbours {
	int less, more, less_line, more_line;
} Neighbours;

static void find_neighbours(const YamlTrouble *trouble, const YamlLine *line, Neighbours *found) {
	YamlLine above = *line;
	*found = (Neighbours){-1, -1, 0, 0};
	while (found->less < 0 && yaml_line_step_up(trouble->text, &above)) {
		int place = is_dash(line) ? above.indent : yaml_key_start(&above);
		if (place < line->indent) {
			found->less = place;
			found->less_line = above.number;
		} else if (found->more < 0) {
			found->more = place;
			found->more_line = above.number;
		}
	}
}

char *yaml_indent_words(int spaces) {
	return spaces == 0
		? g_strdup("begin it at the start of the line")
		: g_strdup_printf("indent it by %d space%s", spaces, spaces == 1 ? "" : "s");
}

static char *misfit_hint(const Neighbours *near) {
	g_autofree char *more = yaml_indent_words(near->more);
	g_autofree char *less = yaml_indent_words(near->less);
	if (near->more < 0) {
		return near->less < 0 ? NULL
				      : g_strdup_printf("%s, like line %d", less, near->less_line);
	}
	if (near->less < 0) {
		return g_strdup_printf("%s, like line %d", more, near->more_line);
	}
	return g_strdup_printf("%s, like line %d, or %s, like line %d", more, near->more_line, less,
		near->less_line);
}

gboolean yaml_explain_dash_space(const YamlTrouble *trouble, const YamlLine *line) {
	int at = line->indent;
	if (line->length - at < 2 || line->start[at] != '-' ||
		strchr("- \t", line->start[at + 1])) {
		return FALSE;
	}
	diag_error(trouble->diags, "no-space", yaml_line_span(trouble->text, line, at, at + 1),
		"write `- ` before each item of a list", "a space is missing after this dash");
	return TRUE;
}

gboolean yaml_explain_odd_line(
	const YamlTrouble *trouble, const YamlLine *line, const YamlLine *above) {
	YamlLine before = *above, after = *line;
	int place = yaml_key_start(above);
	gboolean is_first = place > above->indent || !yaml_line_step_up(trouble->text, &before) ||
		yaml_key_start(&before) < above->indent;
	if (!is_first || !yaml_line_step_down(trouble->text, &after) ||
		after.indent != line->indent || yaml_key_start(&after) != yaml_key_start(line)) {
		return FALSE;
	}
	gboolean is_item = place > above->indent;
	g_autofree char *words = is_item
		? g_strdup_printf("after the dash, begin in column %d", line->indent + 1)
		: yaml_indent_words(line->indent);
	g_autofree char *hint = g_strdup_printf("%s, like line %d", words, line->number);
	diag_error(trouble->diags, "indentation",
		yaml_line_span(trouble->text, above, place, yaml_line_content_end(above, place)),
		hint, "this line and those after it do not stand below each other");
	return TRUE;
}

static void report_misfit(const YamlTrouble *trouble, const YamlLine *line) {
	Neighbours near;
	YamlLine above = *line;
	if (yaml_line_step_up(trouble->text, &above) &&
		(yaml_explain_dash_space(trouble, &above) ||
			yaml_explain_odd_line(trouble, line, &above))) {
		return;
	}
	find_neighbours(trouble, line, &near);
	g_autofree char *hint = misfit_hint(&near);
	Span span = yaml_line_span(
		trouble->text, line, line->indent, yaml_line_content_end(line, line->indent));
	diag_error(trouble->diags, "indentation", span, hint,
		"this line is indented by %d space%s, which fits no line above", line->indent,
		line->indent == 1 ? "" : "s");
}

/* The first line of a text when it alone is indented more than the lines below it. */
static gboolean explain_first_of_block(
	const YamlTrouble *trouble, const YamlLine *first, const YamlLine *line) {
	YamlLine above = *line, after = *line;
	if (!yaml_line_step_up(trouble->text, &above) || above.number != first->number ||
		!yaml_line_step_down(trouble->text, &after) || after.indent != line->indent) {
		return FALSE;
	}
	g_autofree char *words = yaml_indent_words(line->indent);
	diag_error(trouble->diags, "indentation",
		yaml_line_span(trouble->text, first, first->indent,
			yaml_line_content_end(first, first->indent)),
		words, "the first line of a text may not be indented more than those below it");
	return TRUE;
}

/* A line that is indented less than the text above it, but more than the text's key. */
static gboolean explain_below_block(const YamlTrouble *trouble, const YamlLine *line) {
	YamlLine first;
	if (trouble->recent.kind != RECENT_BLOCK || trouble->recent.end.line != line->number ||
		!yaml_line_at(trouble->text, trouble->recent.start.line, &first) ||
		!yaml_line_step_down(trouble->text, &first)) {
		return FALSE;
	}
	if (explain_first_of_block(trouble, &first, line)) {
		return TRUE;
	}
	g_autofree char *hint =
		g_strdup_printf("the first line of the text (line %d) is indented by %d "
				"spaces; no line of it may be indented less",
			first.number, first.indent);
	diag_error(trouble->diags, "indentation",
		yaml_line_span(trouble->text, line, line->indent,
			yaml_line_content_end(line, line->indent)),
		hint,
		"this line is indented less than the text above it, but more than the text's key");
	return TRUE;
}

static gboolean explain_in_mapping(const YamlTrouble *trouble, const YamlLine *line) {
	YamlLine above = *line;
	if (is_dash(line) && yaml_line_step_up(trouble->text, &above) &&
		yaml_explain_dash_space(trouble, &above)) {
		return TRUE;
	}
	if (line->indent + 1 != trouble->from.column || !is_dash(line)) {
		report_misfit(trouble, line);
		return TRUE;
	}
	g_autofree char *hint =
		g_strdup_printf("the lines from line %d on are keys: delete the dash, "
				"or indent the item below the key it belongs to",
			trouble->from.line);
	diag_error(trouble->diags, "list-among-keys",
		yaml_line_span(trouble->text, line, line->indent, line->indent + 1), hint,
		"a list item stands among keys");
	return TRUE;
}

static gboolean explain_in_list(const YamlTrouble *trouble, const YamlLine *line) {
	if (line->indent + 1 != trouble->from.column) {
		report_misfit(trouble, line);
		return TRUE;
	}
	g_autofree char *hint =
		g_strdup_printf("begin it with `- ` if it is an item; if it belongs to "
				"the item above, indent it by %d spaces",
			line->indent + 2);
	int end = yaml_key_colon(line, line->indent);
	diag_error(trouble->diags, "key-among-items",
		yaml_line_span(trouble->text, line, line->indent,
			end >= 0 ? end : yaml_line_content_end(line, line->indent)),
		hint,
		"this stands among the items of the list in line %d, but does not begin with `- `",
		trouble->from.line);
	return TRUE;
}

/* "key: - item" */
static gboolean explain_dash(const YamlTrouble *trouble) {
	diag_error(trouble->diags, "list-in-line",
		yaml_span(trouble->text, trouble->at.line, trouble->at.column, 1),
		"write the first item on the next line, or the list in brackets: `[a, b]`; if it "
		"is "
		"text, "
		"put quotes around it",
		"a list cannot begin here");
	return TRUE;
}

gboolean yaml_explain_indent(const YamlTrouble *trouble) {
	YamlLine line;
	if (!yaml_line_at(trouble->text, trouble->at.line, &line)) {
		return FALSE;
	}
	if (yaml_problem_is(trouble, "block sequence entries are not allowed in this context")) {
		return explain_dash(trouble);
	}
	if (yaml_line_column(&line, line.indent) != trouble->at.column) {
		return FALSE;
	}
	if (yaml_problem_is(trouble, "did not find expected key")) {
		return explain_below_block(trouble, &line) || explain_in_mapping(trouble, &line);
	}
	if (yaml_problem_is(trouble, "did not find expected '-' indicator")) {
		return explain_below_block(trouble, &line) || explain_in_list(trouble, &line);
	}
	return FALSE;
}
