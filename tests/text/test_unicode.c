/* Unicode's own test files (Debian: unicode-data): line breaking gives no break that Pango does not
 * give, bidirectional levels and order are those of UAX #9. */
#include <pango/pango.h>
#include <stdlib.h>
#include <string.h>

#include "sheet.h"
#include "text/bidi.h"
#include "text/breakpoints.h"

#define UNICODE "/usr/share/unicode/"

typedef struct Fixture {
	TextFonts *fonts;
	TextContext *context;
	StyleSheet sheet;
} Fixture;

static void set_up(Fixture *fixture, gconstpointer data) {
	(void)data;
	g_autoptr(GError) error = NULL;
	fixture->fonts = text_fonts_new("fonts", NULL, &error);
	g_assert_no_error(error);
	fixture->context = text_context_new(fixture->fonts, &error);
	fixture->sheet = test_sheet();
}

static void tear_down(Fixture *fixture, gconstpointer data) {
	(void)data;
	text_context_free(fixture->context);
	text_fonts_free(fixture->fonts);
}

static char **read_lines(const char *path) {
	char *text = NULL;
	if (!g_file_get_contents(path, &text, NULL, NULL)) {
		g_test_skip("no unicode-data");
		return NULL;
	}
	char **lines = g_strsplit(text, "\n", -1);
	g_free(text);
	return lines;
}

/* "÷ 0023 × 0308 ÷" to text; NULL when it has characters that our texts never have. */
static char *text_of_line(const char *line) {
	g_auto(GStrv) words = g_strsplit_set(line, " \t#", -1);
	GString *text = g_string_new(NULL);
	gboolean ours = TRUE;
	for (int i = 0; words[i] && strchr(line, '#'); i++) {
		if (!g_ascii_isxdigit(words[i][0])) {
			continue;
		}
		gunichar c = (gunichar)strtoul(words[i], NULL, 16);
		GUnicodeType type = g_unichar_type(c);
		ours = ours && c >= 0x20 && c != 0x7F && c != 0x85 && c != 0x2028 && c != 0x2029 &&
			type != G_UNICODE_SURROGATE;
		g_string_append_unichar(text, c);
	}
	return g_string_free(text, !ours);
}

static char *comment_cut(const char *line) {
	const char *hash = strchr(line, '#');
	return hash ? g_strndup(line, (gsize)(hash - line) + 1) : g_strdup("");
}

static void check_line(const Fixture *fixture, const char *text, const char *line) {
	g_autoptr(Arena) arena = arena_new();
	Inline source = {.text = text, .length = (int)strlen(text), .language = ""};
	ParSpec spec = {.source = &source,
		.sheet = &fixture->sheet,
		.role = STYLE_FACT,
		.measure = len_from_mm(50),
		.language = ""};
	Items items = items_new(fixture->context, arena, &spec);
	Breakpoints points = breakpoints_find(fixture->context, &items, &(BreakWays){0});
	int count = (int)g_utf8_strlen(text, -1);
	g_autofree PangoLogAttr *attrs = g_new0(PangoLogAttr, count + 1);
	pango_get_log_attrs(
		text, source.length, -1, pango_language_from_string("en"), attrs, count + 1);
	for (int i = 1; i + 1 < points.count; i++) {
		const Breakpoint *point = &points.points[i];
		const Token *token = &items.tokens[point->token];
		long at = g_utf8_pointer_to_offset(text, text + token->start + point->offset);
		if (!attrs[at].is_line_break) {
			g_test_message("%s: break before character %ld", line, at);
		}
		g_assert_true(attrs[at].is_line_break);
	}
}

static void test_line_break(Fixture *fixture, gconstpointer data) {
	(void)data;
	g_auto(GStrv) lines = read_lines(UNICODE "auxiliary/LineBreakTest.txt");
	int checked = 0;
	for (int i = 0; lines && lines[i]; i++) {
		g_autofree char *line = comment_cut(lines[i]);
		if (line[0] == '#' || line[0] == '\0') {
			continue;
		}
		g_autofree char *text = text_of_line(line);
		if (text && *text) {
			check_line(fixture, text, lines[i]);
			checked++;
		}
	}
	g_assert_true(!lines || checked > 5000);
}

/* Every opportunity at a space that Pango sees in simple text, and no other. */
static void test_spaces(void) {
	static const char samples[] = "a1.,:;!?/%$€([{)]}«»“”‘’-–—…'\"#&@*+=<>|~^_§°·¿¡№†";
	for (const char *one = samples; *one; one = g_utf8_next_char(one)) {
		for (const char *other = samples; *other; other = g_utf8_next_char(other)) {
			gunichar before = g_utf8_get_char(one), after = g_utf8_get_char(other);
			GString *text = g_string_new(NULL);
			g_string_append_unichar(text, before);
			g_string_append_c(text, ' ');
			g_string_append_unichar(text, after);
			PangoLogAttr attrs[4] = {0};
			pango_default_break(text->str, (int)text->len, NULL, attrs, 4);
			gboolean ours = space_may_break((guint8)g_unichar_break_type(before),
				(guint8)g_unichar_break_type(after));
			if (ours != attrs[2].is_line_break) {
				g_test_message("\"%s\": %d", text->str, ours);
			}
			g_assert_cmpint(ours, ==, attrs[2].is_line_break);
			g_string_free(text, TRUE);
		}
	}
}

typedef struct BidiCase {
	GString *text;
	GArray *characters; /* gunichar */
	char **levels, **order;
	int direction;
} BidiCase;

static gboolean is_removed(gunichar c) {
	return c == 0x200E || c == 0x200F || c == 0x61C || c == 0x200B || c == 0xAD ||
		(c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c < 0x20;
}

static void check_bidi(Arena *arena, const BidiCase *test) {
	Inline source = {.text = test->text->str, .length = (int)test->text->len};
	int count = (int)test->characters->len;
	guint8 *levels = bidi_levels(arena, &source, test->direction == 1, count);
	guint8 *kept = arena_alloc(arena, (gsize)count + 1);
	int *index = arena_array_of(arena, int, count + 1),
	    *order = arena_array_of(arena, int, count + 1);
	int made = 0;
	for (int i = 0; i < count; i++) {
		if (strcmp(test->levels[i], "x") == 0) {
			continue;
		}
		/* White at the end is the line's to set (rule L1). */
		gunichar c = g_array_index(test->characters, gunichar, i);
		gboolean white = g_unichar_isspace(c) || is_removed(c);
		kept[made] = white ? (guint8)atoi(test->levels[i]) : levels[i];
		index[made++] = i;
	}
	bidi_order(kept, made, order);
	for (int i = 0; i < made; i++) {
		g_assert_cmpint(index[order[i]], ==, atoi(test->order[i]));
	}
}

/* Texts with characters that bidi_levels never sees are left out: paragraph separators. */
static gboolean bidi_parse(BidiCase *test, char **fields) {
	test->text = g_string_new(NULL);
	test->characters = g_array_new(FALSE, FALSE, sizeof(gunichar));
	g_auto(GStrv) codes = g_strsplit(fields[0], " ", -1);
	gboolean ours = TRUE;
	for (int i = 0; codes[i]; i++) {
		gunichar c = (gunichar)strtoul(codes[i], NULL, 16);
		ours = ours && c != 0x2029 && c >= 0x20 && c != 0x85;
		g_string_append_unichar(test->text, c);
		g_array_append_val(test->characters, c);
	}
	test->direction = atoi(fields[1]);
	test->levels = g_strsplit(fields[3], " ", -1);
	test->order = g_strsplit(fields[4], " ", -1);
	return ours && test->direction != 2;
}

static void test_bidi(void) {
	g_auto(GStrv) lines = read_lines(UNICODE "BidiCharacterTest.txt");
	int checked = 0;
	for (int i = 0; lines && lines[i]; i++) {
		g_auto(GStrv) fields = g_strsplit(g_strchomp(lines[i]), ";", -1);
		if (lines[i][0] == '#' || g_strv_length(fields) < 5) {
			continue;
		}
		g_autoptr(Arena) arena = arena_new();
		BidiCase test = {0};
		if (bidi_parse(&test, fields)) {
			check_bidi(arena, &test);
			checked++;
		}
		g_string_free(test.text, TRUE);
		g_array_unref(test.characters);
		g_strfreev(test.levels);
		g_strfreev(test.order);
	}
	g_assert_true(!lines || checked > 50000);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add("/text/unicode/line-break", Fixture, NULL, set_up, test_line_break, tear_down);
	g_test_add_func("/text/unicode/spaces", test_spaces);
	g_test_add_func("/text/unicode/bidi", test_bidi);
	return g_test_run();
}
