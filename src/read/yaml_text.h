/* yaml_text: a file's bytes made fit for the YAML parser, and its lines. Every character of the
 * file that was replaced was replaced by one character, so that lines and columns stay true. */
#ifndef BIFOLIO_READ_YAML_TEXT_H
#define BIFOLIO_READ_YAML_TEXT_H

#include "base/diag.h"

enum { YAML_DAMAGED_MAX = 10 };

typedef struct YamlText {
	const char *data; /* UTF-8, without a byte order mark; not NUL-terminated */
	size_t length;
	int file;
	gboolean damaged; /* characters had to be replaced; reported */
	int damaged_lines[YAML_DAMAGED_MAX], damaged_count; /* the first lines of those */
	char *copy; /* what data points into when it is not the file itself, or NULL */
} YamlText;

/* A place: line and column from 1, in characters. */
typedef struct YamlPlace {
	int line, column;
} YamlPlace;

/* FALSE when the file cannot be read at all (not UTF-8): reported. bytes must outlive text. */
gboolean yaml_text_init(YamlText *text, GBytes *bytes, int file, Diags *diags);
void yaml_text_finish(YamlText *text);

/* One line without its end. */
typedef struct YamlLine {
	const char *start;
	int length; /* bytes */
	int number;
	int indent; /* bytes of leading spaces and tabs */
} YamlLine;

/* FALSE when there is no such line. */
gboolean yaml_line_at(const YamlText *text, int number, YamlLine *line);

/* The line with this number, in which that byte of the text stands. */
void yaml_line_around(const YamlText *text, size_t byte, int number, YamlLine *line);

/* Nothing but blanks, or a comment. */
gboolean yaml_line_is_blank(const YamlLine *line);

/* The nearest line above `number` that is neither blank nor a comment. */
gboolean yaml_line_above(const YamlText *text, int number, YamlLine *line);

/* Same, from that line on, without a search; the line stays when there is none above. */
gboolean yaml_line_step_up(const YamlText *text, YamlLine *line);

/* The line below, whatever it holds; and the nearest one with content. */
gboolean yaml_line_next(const YamlText *text, YamlLine *line);
gboolean yaml_line_step_down(const YamlText *text, YamlLine *line);

/* Byte of a column (from 1) and column of a byte. */
int yaml_line_byte(const YamlLine *line, int column);
int yaml_line_column(const YamlLine *line, int byte);

/* Bytes where the line's content ends: before a comment and the blanks before that. */
int yaml_line_content_end(const YamlLine *line, int from);

#endif
