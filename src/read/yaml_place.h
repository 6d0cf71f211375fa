/* yaml_place: where the characters of a scalar's text stand in its file. The parser gives the
 * places of a token's two ends, counted in characters; what lies between (folded lines, escapes,
 * the indentation of a block) is walked through here a second time. */
#ifndef BIFOLIO_READ_YAML_PLACE_H
#define BIFOLIO_READ_YAML_PLACE_H

#include "read/node.h"
#include "read/yaml_text.h"

/* A character of the text: its byte, its number (as the parser counts), its line and column. */
typedef struct YamlCursor {
	size_t byte, index;
	int line, column;
} YamlCursor;

/* Moves to the character with this number, at that line and column. Cheap when near. */
void yaml_cursor_move(YamlCursor *cursor, const YamlText *text, size_t index, YamlPlace place);

/* Passes over anchor and tag, and what stands between them and the value. */
void yaml_cursor_skip_properties(YamlCursor *cursor, const YamlText *text);

/* One scalar as the parser has read it. start: at its first character (quote, block sign);
 * end: byte and place after its last. */
typedef struct YamlScalar {
	const YamlText *text;
	YamlCursor start, end;
	ScalarStyle style;
	const char *value;
	int length;
} YamlScalar;

/* Sets span, content_line, content_indent, marks. marks_left: how many marks may still be made;
 * when there are no more, places become coarse. */
void yaml_scalar_place(const YamlScalar *scalar, Node *node, Arena *arena, int *marks_left);

#endif
