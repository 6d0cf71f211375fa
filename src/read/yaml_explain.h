/* yaml_explain: what a person must change when the YAML parser gives up. The parser's own words
 * and places speak to people who wrote parsers ("could not find expected ':'", on the line after);
 * here its problem, the lines around it and what was read last are turned into a place, a sentence
 * and a hint. The parser's words never reach anybody. */
#ifndef BIFOLIO_READ_YAML_EXPLAIN_H
#define BIFOLIO_READ_YAML_EXPLAIN_H

#include "read/yaml_text.h"

typedef enum YamlRecentKind {
	RECENT_NOTHING,
	RECENT_PLAIN,
	RECENT_QUOTED,
	RECENT_BLOCK, /* literal or folded */
	RECENT_FLOW, /* [ … ] or { … } */
	RECENT_ALIAS
} YamlRecentKind;

/* What was read last. */
typedef struct YamlRecent {
	YamlRecentKind kind;
	YamlPlace start, end; /* end: after its last character */
} YamlRecent;

typedef struct YamlTrouble {
	const YamlText *text;
	Diags *diags;
	const char *problem, *context; /* the parser's words, "" for none */
	YamlPlace at, from; /* its places; from.line is 0 when it named none */
	YamlRecent recent;
} YamlTrouble;

/* Adds exactly one error. */
void yaml_explain(const YamlTrouble *trouble);

/* The parts, each in a file of its own; TRUE when it has explained the trouble. */
gboolean yaml_explain_blanks(const YamlTrouble *trouble); /* tabs and other blanks */
gboolean yaml_explain_quotes(const YamlTrouble *trouble); /* quotes: missing or in the way */
gboolean yaml_explain_key(const YamlTrouble *trouble); /* colons, keys */
gboolean yaml_explain_flow(const YamlTrouble *trouble); /* brackets */
gboolean yaml_explain_indent(const YamlTrouble *trouble); /* what stands under what */

/* Whether the problem is, or begins with, these words of the parser. */
gboolean yaml_problem_is(const YamlTrouble *trouble, const char *words);
gboolean yaml_context_is(const YamlTrouble *trouble, const char *words);

/* The text, or its first 40 characters and " …". Caller frees. */
char *yaml_shown(const char *text, int length);

/* A value as it would have to be written: in quotes that its text allows, cut when it is long.
 * Caller frees. */
char *yaml_quoted(const char *value, int length);

/* Where a value that begins at this byte of a line ends: before a comment, and, in brackets, before
 * what closes them and before the next comma. */
int yaml_value_end(const YamlLine *line, int from);

/* The text from there to its end, in quotes. Caller frees. */
char *yaml_quoted_value(const YamlLine *line, int from);

/* Where a key's colon stands: the first ':' at or after `from` that a blank or the line's end
 * follows, outside of quotes; -1 when there is none. */
int yaml_key_colon(const YamlLine *line, int from);

/* Where the line's first key begins: after blanks and the dashes of list items. */
int yaml_key_start(const YamlLine *line);

Span yaml_span(const YamlText *text, int line, int column, int length);
Span yaml_line_span(const YamlText *text, const YamlLine *line, int from, int to);

/* "-item" where a list item is wanted. */
gboolean yaml_explain_dash_space(const YamlTrouble *trouble, const YamlLine *line);

/* Two lines that should stand below each other and do not: when the lower one agrees with the line
 * after it and the upper one is the first of its level, the upper one is to be changed. */
gboolean yaml_explain_odd_line(
	const YamlTrouble *trouble, const YamlLine *line, const YamlLine *above);

/* "indent it by 2 spaces". Caller frees. */
char *yaml_indent_words(int spaces);

/* Whether a line that was read as KEY: VALUE has its first colon or space where it cannot have been
 * meant: title:One: two, title "One: two". end: of what was read as its key. */
gboolean yaml_key_runs_on(const YamlLine *line, int end);

/* What is wrong with a line that should be "KEY: VALUE" and has no colon that counts. */
void yaml_explain_missing_colon(const YamlTrouble *trouble, const YamlLine *line);

#endif
