/* yaml_line: lines of a text that is to be explained. Called once a file, when something is
 * wrong in it, so it looks for a line from the start each time, but never twice over the text. */
#include <string.h>

#include "base/utf8.h"
#include "read/yaml_text.h"

static gboolean is_end(char byte) {
	return byte == '\n' || byte == '\r';
}

/* The line that starts at this byte. */
static void line_init(YamlLine *line, const YamlText *text, size_t at, int number) {
	size_t end = at;
	while (end < text->length && !is_end(text->data[end])) {
		end++;
	}
	*line = (YamlLine){.start = text->data + at, .length = (int)(end - at), .number = number};
	while (line->indent < line->length &&
		(line->start[line->indent] == ' ' || line->start[line->indent] == '\t')) {
		line->indent++;
	}
}

void yaml_line_around(const YamlText *text, size_t byte, int number, YamlLine *line) {
	while (byte > 0 && !is_end(text->data[byte - 1])) {
		byte--;
	}
	line_init(line, text, byte, number);
}

/* Where that line starts; the end of the text when there is no such line. last: the number of
 * the line reached. */
static size_t line_start(const YamlText *text, int number, int *last) {
	size_t at = 0;
	for (*last = 1; at < text->length && *last < number; (*last)++) {
		while (at < text->length && !is_end(text->data[at])) {
			at++;
		}
		gboolean two = at + 1 < text->length && text->data[at] == '\r' &&
			text->data[at + 1] == '\n';
		at += two ? 2 : at < text->length ? 1 : 0;
	}
	return at;
}

gboolean yaml_line_at(const YamlText *text, int number, YamlLine *line) {
	int last;
	size_t at = line_start(text, number, &last);
	if (number < 1 || at >= text->length) {
		return FALSE;
	}
	line_init(line, text, at, number);
	return TRUE;
}

/* The start of the line before the one that starts at `at` > 0. */
static size_t line_before(const YamlText *text, size_t at) {
	at--;
	if (at > 0 && text->data[at] == '\n' && text->data[at - 1] == '\r') {
		at--;
	}
	while (at > 0 && !is_end(text->data[at - 1])) {
		at--;
	}
	return at;
}

gboolean yaml_line_is_blank(const YamlLine *line) {
	return line->indent >= line->length || line->start[line->indent] == '#';
}

/* The nearest line with content before the one that starts at `at`. */
static gboolean line_above(const YamlText *text, size_t at, int number, YamlLine *line) {
	while (at > 0) {
		at = line_before(text, at);
		line_init(line, text, at, --number);
		if (!yaml_line_is_blank(line)) {
			return TRUE;
		}
	}
	return FALSE;
}

gboolean yaml_line_above(const YamlText *text, int number, YamlLine *line) {
	int last;
	size_t at = line_start(text, number, &last);
	/* Past the end of a text whose last line has no end of its own. */
	if (at == text->length && at > 0 && !is_end(text->data[at - 1])) {
		last = MIN(last, number);
	}
	return line_above(text, at, last, line);
}

gboolean yaml_line_step_up(const YamlText *text, YamlLine *line) {
	YamlLine above;
	if (!line_above(text, (size_t)(line->start - text->data), line->number, &above)) {
		return FALSE;
	}
	*line = above;
	return TRUE;
}

gboolean yaml_line_next(const YamlText *text, YamlLine *line) {
	size_t at = (size_t)(line->start - text->data) + (size_t)line->length;
	at += at + 1 < text->length && text->data[at] == '\r' && text->data[at + 1] == '\n';
	if (at + 1 >= text->length) {
		return FALSE;
	}
	line_init(line, text, at + 1, line->number + 1);
	return TRUE;
}

gboolean yaml_line_step_down(const YamlText *text, YamlLine *line) {
	YamlLine below = *line;
	while (yaml_line_next(text, &below)) {
		if (!yaml_line_is_blank(&below)) {
			*line = below;
			return TRUE;
		}
	}
	return FALSE;
}

int yaml_line_byte(const YamlLine *line, int column) {
	int byte = 0;
	gunichar character;
	while (--column > 0 && byte < line->length) {
		byte += utf8_decode(line->start + byte, (size_t)(line->length - byte), &character);
	}
	return byte;
}

int yaml_line_column(const YamlLine *line, int byte) {
	return utf8_count(line->start, (size_t)byte) + 1;
}

int yaml_line_content_end(const YamlLine *line, int from) {
	int end = line->length;
	for (int i = from; i < line->length; i++) {
		if (line->start[i] == '#' && i > 0 && strchr(" \t", line->start[i - 1])) {
			end = i;
			break;
		}
	}
	while (end > from && strchr(" \t", line->start[end - 1])) {
		end--;
	}
	return end;
}
