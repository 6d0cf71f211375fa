/* yaml_place: see the header. Flow scalars are folded by YAML 1.2 §6.5 and 7.3, block scalars by
 * §8.1; each walk is checked against the text that the parser gave: where they disagree, no mark
 * is made and the place is the scalar's start. */
#include "read/yaml_place.h"

#include <string.h>

#include "base/utf8.h"

void yaml_cursor_move(YamlCursor *cursor, const YamlText *text, size_t index, YamlPlace place) {
	while (cursor->index < index && cursor->byte < text->length) {
		cursor->byte += (size_t)g_utf8_skip[(unsigned char)text->data[cursor->byte]];
		cursor->index++;
	}
	while (cursor->index > index && cursor->byte > 0) {
		do {
			cursor->byte--;
		} while (cursor->byte > 0 && (text->data[cursor->byte] & 0xc0) == 0x80);
		cursor->index--;
	}
	cursor->line = place.line;
	cursor->column = place.column;
}

static gboolean at_end(const YamlCursor *cursor, const YamlText *text) {
	return cursor->byte >= text->length;
}

static char here(const YamlCursor *cursor, const YamlText *text) {
	return at_end(cursor, text) ? '\0' : text->data[cursor->byte];
}

static gboolean is_break(char byte) {
	return byte == '\n' || byte == '\r';
}

static gboolean is_blank(char byte) {
	return byte == ' ' || byte == '\t';
}

/* One character, or one line end. */
static void step(YamlCursor *cursor, const YamlText *text) {
	char byte = here(cursor, text);
	if (at_end(cursor, text)) {
		return;
	}
	if (is_break(byte)) {
		gboolean two = byte == '\r' && cursor->byte + 1 < text->length &&
			text->data[cursor->byte + 1] == '\n';
		cursor->byte += two ? 2 : 1;
		cursor->index += two ? 2 : 1;
		cursor->line++;
		cursor->column = 1;
		return;
	}
	cursor->byte += (size_t)g_utf8_skip[(unsigned char)byte];
	cursor->index++;
	cursor->column++;
}

static void skip_comment(YamlCursor *cursor, const YamlText *text) {
	while (!at_end(cursor, text) && !is_break(here(cursor, text))) {
		step(cursor, text);
	}
}

/* A sign, and the letters, digits and these that follow it. */
static void skip_name(YamlCursor *cursor, const YamlText *text, const char *others) {
	do {
		step(cursor, text);
	} while (!at_end(cursor, text) &&
		(g_ascii_isalnum(here(cursor, text)) || strchr(others, here(cursor, text))));
}

void yaml_cursor_skip_properties(YamlCursor *cursor, const YamlText *text) {
	for (;;) {
		char byte = here(cursor, text);
		if (byte == '&') {
			skip_name(cursor, text, "_-");
		} else if (byte == '!') {
			skip_name(cursor, text, "<>-;/?:@&=+$.!~*'()%_");
		} else if (is_blank(byte) || is_break(byte)) {
			step(cursor, text);
		} else if (byte == '#') {
			skip_comment(cursor, text);
		} else {
			return;
		}
	}
}

/* ---- Marks ---- */

/* The walk through source and value side by side. */
typedef struct Walk {
	const YamlScalar *scalar;
	YamlCursor at;
	int offset; /* into the value */
	GArray *marks;
	int marks_left;
} Walk;

static void walk_mark(Walk *walk) {
	if (walk->marks_left > 0) {
		NodeMark mark = {walk->offset, walk->at.line, walk->at.column};
		g_array_append_val(walk->marks, mark);
		walk->marks_left--;
	}
}

/* Blanks, and line ends among them: copied when there is no line end, else folded. */
static void walk_blanks(Walk *walk, gboolean escaped) {
	const YamlText *text = walk->scalar->text;
	size_t start = walk->at.byte;
	int breaks = 0;
	while (walk->at.byte < walk->scalar->end.byte &&
		(is_blank(here(&walk->at, text)) || is_break(here(&walk->at, text)))) {
		breaks += is_break(here(&walk->at, text));
		step(&walk->at, text);
	}
	if (escaped) {
		walk->offset += breaks;
	} else if (breaks == 0) {
		walk->offset += (int)(walk->at.byte - start);
		return;
	} else {
		walk->offset += breaks == 1 ? 1 : breaks - 1;
	}
	walk_mark(walk);
}

static int digits_of_escape(char kind) {
	return kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
}

/* Bytes that an escape gives. */
static int escape_size(const YamlText *text, size_t at, int digits) {
	guint code = 0;
	for (int i = 0; i < digits && at + 2 + (size_t)i < text->length; i++) {
		code = code * 16 +
			(guint)MAX(g_ascii_xdigit_value(text->data[at + 2 + (size_t)i]), 0);
	}
	switch (text->data[at + 1]) {
	case 'x':
	case 'u':
	case 'U':
		return code > 0x10ffff ? 0 : g_unichar_to_utf8(code, NULL);
	case 'N':
	case '_':
		return 2;
	case 'L':
	case 'P':
		return 3;
	default:
		return 1;
	}
}

static void walk_escape(Walk *walk) {
	const YamlText *text = walk->scalar->text;
	size_t at = walk->at.byte;
	if (at + 1 >= text->length) {
		step(&walk->at, text);
		return;
	}
	char kind = text->data[at + 1];
	if (is_break(kind)) {
		step(&walk->at, text);
		step(&walk->at, text);
		walk_blanks(walk, TRUE);
		return;
	}
	int digits = digits_of_escape(kind);
	walk->offset += escape_size(text, at, digits);
	for (int i = 0; i < digits + 2; i++) {
		step(&walk->at, text);
	}
	walk_mark(walk);
}

static void walk_flow(Walk *walk) {
	const YamlScalar *scalar = walk->scalar;
	const YamlText *text = scalar->text;
	walk_mark(walk);
	while (walk->at.byte < scalar->end.byte) {
		char byte = here(&walk->at, text);
		if (is_blank(byte) || is_break(byte)) {
			walk_blanks(walk, FALSE);
		} else if (byte == '\\' && scalar->style == SCALAR_DOUBLE_QUOTED) {
			walk_escape(walk);
		} else if (byte == '\'' && scalar->style == SCALAR_SINGLE_QUOTED) {
			step(&walk->at, text);
			step(&walk->at, text);
			walk->offset++;
			walk_mark(walk);
		} else {
			walk->offset += g_utf8_skip[(unsigned char)byte];
			step(&walk->at, text);
		}
	}
}

/* One line of a folded block: an empty line, or a line whose text must come next in the value,
 * after the space or line ends that stand for the break before it. FALSE when it does not. */
static gboolean walk_folded_line(Walk *walk, int indent) {
	const YamlScalar *scalar = walk->scalar;
	const YamlText *text = scalar->text;
	while (walk->at.column <= indent && here(&walk->at, text) == ' ') {
		step(&walk->at, text);
	}
	size_t length = 0;
	while (walk->at.byte + length < text->length &&
		!is_break(text->data[walk->at.byte + length])) {
		length++;
	}
	const char *line = text->data + walk->at.byte;
	if (length > 0) {
		while (walk->offset < scalar->length && scalar->value[walk->offset] == '\n') {
			walk->offset++;
		}
		if (line[0] != ' ' && scalar->value[walk->offset] == ' ') {
			walk->offset++;
		}
		if ((size_t)(scalar->length - walk->offset) < length ||
			memcmp(scalar->value + walk->offset, line, length) != 0) {
			return FALSE;
		}
		walk_mark(walk);
		walk->offset += (int)length;
	}
	skip_comment(&walk->at, text);
	step(&walk->at, text);
	return TRUE;
}

static gboolean walk_folded(Walk *walk, const Node *node) {
	const YamlScalar *scalar = walk->scalar;
	skip_comment(&walk->at, scalar->text);
	step(&walk->at, scalar->text);
	while (walk->at.byte < scalar->end.byte && walk->offset < scalar->length) {
		if (!walk_folded_line(walk, node->content_indent)) {
			return FALSE;
		}
	}
	return TRUE;
}

/* ---- The places of a node ---- */

static int leading_spaces(const char *line, const char *end) {
	int count = 0;
	while (line + count < end && line[count] == ' ') {
		count++;
	}
	return count;
}

/* The first line of a value that holds more than spaces. */
static const char *first_with_text(const char *value, const char *end) {
	const char *line = value;
	for (const char *at = value; at < end && (*at == ' ' || *at == '\n'); at++) {
		line = *at == '\n' ? at + 1 : line;
	}
	return line;
}

/* How far a block is indented: what its first line with text has more in the file than in the
 * value. */
static int block_indent(const YamlScalar *scalar) {
	const YamlText *text = scalar->text;
	YamlCursor at = scalar->start;
	skip_comment(&at, text);
	step(&at, text);
	const char *value_end = scalar->value + scalar->length;
	const char *value = first_with_text(scalar->value, value_end);
	while (at.byte < scalar->end.byte) {
		const char *line = text->data + at.byte;
		int spaces = leading_spaces(line, text->data + text->length);
		char next = at.byte + (size_t)spaces < text->length ? line[spaces] : '\n';
		if (!is_break(next)) {
			return MAX(spaces - leading_spaces(value, value_end), 0);
		}
		skip_comment(&at, text);
		step(&at, text);
	}
	return 0;
}

/* Characters from the start to the end of its line, without blanks at the end. */
static int rest_of_line(const YamlScalar *scalar) {
	const YamlText *text = scalar->text;
	size_t start = scalar->start.byte, end = start;
	while (end < scalar->end.byte && !is_break(text->data[end])) {
		end++;
	}
	while (end > start && is_blank(text->data[end - 1])) {
		end--;
	}
	return MAX(utf8_count(text->data + start, end - start), 1);
}

static void keep_marks(Walk *walk, Node *node, Arena *arena, int *marks_left) {
	node->mark_count = (int)walk->marks->len;
	node->marks = arena_memdup(arena, walk->marks->data, walk->marks->len * sizeof(NodeMark));
	*marks_left = walk->marks_left;
}

static void place_folded(const YamlScalar *scalar, Node *node, Arena *arena, int *marks_left) {
	Walk walk = {.scalar = scalar, .at = scalar->start, .marks_left = *marks_left};
	walk.marks = g_array_new(FALSE, FALSE, sizeof(NodeMark));
	if (walk_folded(&walk, node)) {
		keep_marks(&walk, node, arena, marks_left);
	}
	g_array_unref(walk.marks);
}

static void place_flow(const YamlScalar *scalar, Node *node, Arena *arena, int *marks_left) {
	Walk walk = {.scalar = scalar, .at = scalar->start, .marks_left = *marks_left};
	YamlScalar inner = *scalar;
	if (scalar->style != SCALAR_PLAIN) {
		step(&walk.at, scalar->text);
		inner.end.byte -= inner.end.byte > 0 ? 1 : 0;
	}
	walk.scalar = &inner;
	walk.marks = g_array_new(FALSE, FALSE, sizeof(NodeMark));
	walk_flow(&walk);
	if (walk.offset == scalar->length) {
		keep_marks(&walk, node, arena, marks_left);
	}
	g_array_unref(walk.marks);
}

void yaml_scalar_place(const YamlScalar *scalar, Node *node, Arena *arena, int *marks_left) {
	gboolean block = scalar->style == SCALAR_LITERAL || scalar->style == SCALAR_FOLDED;
	gboolean one_line = scalar->start.line == scalar->end.line;
	int length = block ? 1
		: one_line ? MAX(scalar->end.column - scalar->start.column, 1)
			   : rest_of_line(scalar);
	node->span = (Span){scalar->text->file, scalar->start.line, scalar->start.column, length};
	if (block) {
		node->content_line = scalar->start.line + 1;
		node->content_indent = block_indent(scalar);
	}
	if (scalar->style == SCALAR_FOLDED) {
		place_folded(scalar, node, arena, marks_left);
		return;
	}
	int quotes = scalar->style == SCALAR_PLAIN ? 0 : 2;
	gboolean same = one_line &&
		scalar->end.byte - scalar->start.byte == (size_t)(scalar->length + quotes);
	if (!block && !same) {
		place_flow(scalar, node, arena, marks_left);
	}
}
