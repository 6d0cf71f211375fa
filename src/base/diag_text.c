/* diag_text: the printed forms of diagnostics. Minds what a terminal does with a line: a tab
 * runs to the next stop, a CJK character takes two columns, a combining mark none, control
 * characters must not reach it; of a very long line only the part around the column is shown.
 * Knows nothing of what the diagnostics are about. */
#include <string.h>

#include "base/diag.h"
#include "base/utf8.h"

/* TEXT_WIDTH: columns of a quoted line at most; LEAD: of them before the caret when the line is
 * cut. REACH: characters fetched on either side of the caret, more than can be shown. */
enum { TEXT_WIDTH = 100, LEAD = 60, TAB_STOP = 8, REACH = 400 };

typedef struct Paint {
	const char *place, *level[DIAG_ERROR + 1], *caret, *hint, *end;
} Paint;

static const Paint plain = {"", {"", "", ""}, "", "", ""};
static const Paint coloured = {
	"\033[1m", {"\033[1;36m", "\033[1;35m", "\033[1;31m"}, "\033[1;32m", "\033[36m", "\033[0m"};

static const char *const level_names[] = {"note", "warning", "error"};

/* A part of a line as it will be shown. at: index of the character the caret stands under. */
typedef struct Excerpt {
	gunichar *characters;
	int count, at, length;
	gboolean cut_left, cut_right;
} Excerpt;

static gboolean is_marked(const Excerpt *excerpt, int index) {
	return index >= excerpt->at && index < excerpt->at + excerpt->length;
}

/* Columns that a character takes when it starts at this column (from 0). */
static int character_width(gunichar character, int column) {
	return character == '\t' ? TAB_STOP - column % TAB_STOP : utf8_width(character);
}

static int excerpt_width(const Excerpt *excerpt, int from, int to) {
	int width = 0;
	for (int i = from; i < to; i++) {
		width += character_width(excerpt->characters[i], width);
	}
	return width;
}

static void excerpt_drop(Excerpt *excerpt, int first, int end) {
	excerpt->cut_left = excerpt->cut_left || first > 0;
	excerpt->cut_right = excerpt->cut_right || end < excerpt->count;
	memmove(excerpt->characters, excerpt->characters + first,
		(size_t)(end - first) * sizeof(gunichar));
	excerpt->at -= first;
	excerpt->count = end - first;
}

/* Keeps what fits around the caret. */
static void excerpt_cut(Excerpt *excerpt) {
	int first = 0, end = excerpt->count;
	if (!excerpt->cut_left && !excerpt->cut_right &&
		excerpt_width(excerpt, 0, end) <= TEXT_WIDTH) {
		return;
	}
	int at = MIN(excerpt->at, excerpt->count);
	while (first < at && excerpt_width(excerpt, first, at) > LEAD) {
		first++;
	}
	int width = 0;
	for (end = first; end < excerpt->count; end++) {
		width += character_width(excerpt->characters[end], width);
		if (width > TEXT_WIDTH && end > at) {
			break;
		}
	}
	excerpt_drop(excerpt, first, end);
}

/* FALSE when there is no such line. */
static gboolean excerpt_init(Excerpt *excerpt, const Sources *sources, Span span) {
	int column = MAX(span.column, 1);
	int from = MAX(column - REACH, 1);
	g_autofree char *raw =
		sources_excerpt(sources, span.file, span.line, from, column - from + REACH + 1);
	if (!raw) {
		return FALSE;
	}
	g_autofree char *text = utf8_printable(raw, strlen(raw));
	glong count;
	excerpt->characters = g_utf8_to_ucs4_fast(text, -1, &count);
	excerpt->count = (int)count;
	excerpt->cut_left = from > 1;
	excerpt->cut_right = FALSE;
	if (excerpt->count > column - from + REACH) {
		excerpt->count--;
		excerpt->cut_right = TRUE;
	}
	excerpt->at = MIN(column - from, excerpt->count);
	excerpt->length = CLAMP(span.length, 1, REACH);
	excerpt_cut(excerpt);
	return TRUE;
}

static void append_repeated(GString *out, char character, int times) {
	for (int i = 0; i < times; i++) {
		g_string_append_c(out, character);
	}
}

/* A tab is blank, but visible where it is what the diagnostic speaks of. */
static void append_tab(GString *out, gboolean visible, int width) {
	if (visible) {
		g_string_append(out, "→");
		width--;
	}
	append_repeated(out, ' ', width);
}

static void append_quote(GString *out, const Excerpt *excerpt, int *caret, int *length) {
	int column = 0;
	*caret = -1;
	if (excerpt->cut_left) {
		g_string_append(out, "…");
		column = 1;
	}
	int start = column;
	for (int i = 0; i < excerpt->count; i++) {
		gunichar character = excerpt->characters[i];
		int width = character_width(character, column - start);
		if (i == excerpt->at) {
			*caret = column;
		}
		if (character == '\t') {
			append_tab(out, is_marked(excerpt, i), width);
		} else {
			g_string_append_unichar(out, character);
		}
		column += width;
		if (is_marked(excerpt, i)) {
			*length = column - *caret;
		}
	}
	if (excerpt->cut_right) {
		g_string_append(out, "…");
	}
	if (*caret < 0) {
		*caret = column;
	}
	*length = MAX(*length, 1);
}

static int digits(int number) {
	int count = 1;
	for (; number >= 10; number /= 10) {
		count++;
	}
	return count;
}

static void append_line(
	GString *out, const Diag *diag, const Sources *sources, const Paint *paint) {
	Excerpt excerpt;
	if (diag->span.line < 1 || !excerpt_init(&excerpt, sources, diag->span)) {
		return;
	}
	int gutter = MAX(digits(diag->span.line), 5);
	int caret, length = 0;
	g_string_append_printf(out, "%*d | ", gutter, diag->span.line);
	append_quote(out, &excerpt, &caret, &length);
	g_string_append_printf(out, "\n%*s | ", gutter, "");
	append_repeated(out, ' ', caret);
	g_string_append(out, paint->caret);
	g_string_append_c(out, '^');
	append_repeated(out, '~', length - 1);
	g_string_append_printf(out, "%s\n", paint->end);
	g_free(excerpt.characters);
}

static void append_printable(GString *out, const char *text) {
	g_autofree char *safe = utf8_printable(text, strlen(text));
	g_string_append(out, safe);
}

static void append_diag(
	GString *out, const Diag *diag, const Sources *sources, const Paint *paint) {
	const char *name = sources_name(sources, diag->span.file);
	g_string_append(out, paint->place);
	if (name) {
		append_printable(out, name);
		if (diag->span.line > 0) {
			g_string_append_printf(
				out, ":%d:%d", diag->span.line, MAX(diag->span.column, 1));
		}
		g_string_append(out, ": ");
	}
	g_string_append_printf(out, "%s%s%s:%s ", paint->end, paint->level[diag->level],
		level_names[diag->level], paint->end);
	append_printable(out, diag->message);
	g_string_append_printf(out, " [%s]\n", diag->code);
	append_line(out, diag, sources, paint);
	if (diag->hint) {
		int gutter = MAX(digits(MAX(diag->span.line, 0)), 5);
		g_string_append_printf(out, "%*s %s= ", gutter, "", paint->hint);
		append_printable(out, diag->hint);
		g_string_append_printf(out, "%s\n", paint->end);
	}
}

static void append_count(GString *out, int count, const char *noun) {
	if (count > 0) {
		g_string_append_printf(out, "%d %s%s", count, noun, count == 1 ? "" : "s");
	}
}

char *diags_to_text(const Diags *diags, const Sources *sources, gboolean colour) {
	GString *out = g_string_new(NULL);
	for (int i = 0; i < diags_total(diags); i++) {
		append_diag(out, diags_at(diags, i), sources, colour ? &coloured : &plain);
	}
	int errors = diags_count(diags, DIAG_ERROR), warnings = diags_count(diags, DIAG_WARNING);
	append_count(out, errors, "error");
	g_string_append(out, errors && warnings ? ", " : "");
	append_count(out, warnings, "warning");
	g_string_append(out, errors || warnings ? "\n" : "");
	return g_string_free(out, FALSE);
}

/* A JSON string; bytes that are not UTF-8 become U+FFFD, NULL becomes null. */
static void append_json(GString *out, const char *text) {
	if (!text) {
		g_string_append(out, "null");
		return;
	}
	size_t length = strlen(text);
	g_string_append_c(out, '"');
	for (size_t at = 0; at < length;) {
		gunichar character;
		at += (size_t)utf8_decode(text + at, length - at, &character);
		if (character == '"' || character == '\\') {
			g_string_append_c(out, '\\');
			g_string_append_c(out, (char)character);
		} else if (character < 0x20 || character == 0x7f) {
			g_string_append_printf(out, "\\u%04x", character);
		} else {
			g_string_append_unichar(out, character == UTF8_BAD ? 0xfffd : character);
		}
	}
	g_string_append_c(out, '"');
}

static void append_json_diag(GString *out, const Diag *diag, const Sources *sources) {
	g_string_append_printf(out, "{\"level\": \"%s\", \"code\": ", level_names[diag->level]);
	append_json(out, diag->code);
	g_string_append(out, ", \"file\": ");
	append_json(out, sources_name(sources, diag->span.file));
	g_string_append_printf(out,
		", \"line\": %d, \"column\": %d, \"length\": %d, \"message\": ", diag->span.line,
		diag->span.column, diag->span.length);
	append_json(out, diag->message);
	g_string_append(out, ", \"hint\": ");
	append_json(out, diag->hint);
	g_string_append_c(out, '}');
}

char *diags_to_json(const Diags *diags, const Sources *sources) {
	GString *out = g_string_new("[");
	for (int i = 0; i < diags_total(diags); i++) {
		g_string_append(out, i ? ",\n " : "\n ");
		append_json_diag(out, diags_at(diags, i), sources);
	}
	g_string_append(out, diags_total(diags) ? "\n]\n" : "]\n");
	return g_string_free(out, FALSE);
}
