/* Diagnostics: how they are sorted, counted, printed; which word is near enough to another. */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

static Span at(int line, int column, int length) {
	return (Span){0, line, column, length};
}

/* One error at a place of a text: the printed form must be this. */
static void check_print(const char *text, Span span, const char *expected) {
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
	sources_add(sources, "a.yaml", bytes);
	diag_error(diags, "code", span, NULL, "message");
	g_autofree char *printed = diags_to_text(diags, sources, FALSE);
	g_autofree char *wanted = g_strconcat(expected, "1 error\n", NULL);
	g_assert_cmpstr(printed, ==, wanted);
}

static void test_line(void) {
	check_print("one\ntwo words\n", at(2, 5, 5),
		"a.yaml:2:5: error: message [code]\n"
		"    2 | two words\n"
		"      |     ^~~~~\n");
	check_print("one\n", at(1, 4, 1),
		"a.yaml:1:4: error: message [code]\n"
		"    1 | one\n"
		"      |    ^\n");
	check_print("one\n", at(1, 2, 1000),
		"a.yaml:1:2: error: message [code]\n"
		"    1 | one\n"
		"      |  ^~\n");
	check_print("\n", at(1, 1, 1),
		"a.yaml:1:1: error: message [code]\n"
		"    1 | \n"
		"      | ^\n");
}

static void test_no_line(void) {
	check_print("one\n", at(0, 0, 0), "a.yaml: error: message [code]\n");
	check_print("one\n", at(7, 1, 1), "a.yaml:7:1: error: message [code]\n");
	check_print("one\n", SPAN_NONE, "error: message [code]\n");
}

/* A tab before the place takes the columns up to the next stop; one that is meant is seen. */
static void test_tabs(void) {
	check_print("a\tb\n", at(1, 3, 1),
		"a.yaml:1:3: error: message [code]\n"
		"    1 | a       b\n"
		"      |         ^\n");
	check_print("a\tb\n", at(1, 2, 1),
		"a.yaml:1:2: error: message [code]\n"
		"    1 | a→      b\n"
		"      |  ^~~~~~~\n");
}

static void test_wide(void) {
	check_print("会议: 小机器\n", at(1, 5, 3),
		"a.yaml:1:5: error: message [code]\n"
		"    1 | 会议: 小机器\n"
		"      |       ^~~~~~\n");
	/* An accent of its own, and a joiner, take no column. */
	check_print("e\xcc\x81te\xcc\x81: x\n", at(1, 8, 1),
		"a.yaml:1:8: error: message [code]\n"
		"    1 | e\xcc\x81te\xcc\x81: x\n"
		"      |      ^\n");
}

/* What would move a terminal's cursor, or turn its direction, does not reach it. */
static void test_controls(void) {
	check_print("a\x1b[31m\x07\xc2\x9b\xe2\x80\xae\xff!\n", at(1, 11, 1),
		"a.yaml:1:11: error: message [code]\n"
		"    1 | a␛[31m␇\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd!\n"
		"      |           ^\n");
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	sources_add(sources, "\x1b[2J.yaml", NULL);
	diag_error(diags, "code", at(1, 1, 1), "\x1b[0m", "two\nlines");
	g_autofree char *printed = diags_to_text(diags, sources, FALSE);
	g_assert_null(strchr(printed, '\x1b'));
	g_assert_nonnull(strstr(printed, "two␊lines"));
}

static void test_long_lines(void) {
	g_autoptr(GString) line = g_string_new(NULL);
	for (int i = 0; i < 100; i++) {
		g_string_append_printf(line, "%02d--------", i);
	}
	check_print(line->str, at(1, 501, 2),
		"a.yaml:1:501: error: message [code]\n"
		"    1 | "
		"…44--------45--------46--------47--------48--------49--------50--------51----"
		"----52--------53--------…\n"
		"      |                                                              ^~\n");
	check_print(line->str, at(1, 1, 2000),
		"a.yaml:1:1: error: message [code]\n"
		"    1 | "
		"00--------01--------02--------03--------04--------05--------06--------07-----"
		"---08--------09--------…\n"
		"      | "
		"^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"
		"~~~~~~~~~~~~~~~~~~~~\n");
	check_print(line->str, at(1, 1001, 1),
		"a.yaml:1:1001: error: message [code]\n"
		"    1 | …94--------95--------96--------97--------98--------99--------\n"
		"      |                                                              ^\n");
}

static void test_hint_and_levels(void) {
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	g_autoptr(GBytes) bytes = g_bytes_new_static("one\n", 4);
	sources_add(sources, "a.yaml", bytes);
	diag_note(diags, "n", at(1, 1, 3), "do this", "note %d", 1);
	diag_warning(diags, "w", at(0, 0, 0), "or that", "warning");
	g_autofree char *printed = diags_to_text(diags, sources, FALSE);
	g_assert_cmpstr(printed, ==,
		"a.yaml:1:1: note: note 1 [n]\n"
		"    1 | one\n"
		"      | ^~~\n"
		"      = do this\n"
		"a.yaml: warning: warning [w]\n"
		"      = or that\n"
		"1 warning\n");
	diag_error(diags, "e", SPAN_NONE, NULL, "error");
	diag_error(diags, "e", SPAN_NONE, NULL, "other error");
	g_autofree char *more = diags_to_text(diags, sources, FALSE);
	g_assert_true(g_str_has_suffix(more, "\n2 errors, 1 warning\n"));
	g_autofree char *colour = diags_to_text(diags, sources, TRUE);
	g_assert_nonnull(strstr(colour, "\033[1;31merror:\033[0m"));
}

static void test_nothing(void) {
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	diags_sort(diags);
	g_autofree char *printed = diags_to_text(diags, sources, TRUE);
	g_autofree char *json = diags_to_json(diags, sources);
	g_assert_cmpstr(printed, ==, "");
	g_assert_cmpstr(json, ==, "[]\n");
}

static void test_json(void) {
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	sources_add(sources, "a \"b\".yaml", NULL);
	diag_error(diags, "code", at(3, 4, 5), "line\nbreak", "back\\slash \xff é");
	diag_warning(diags, "other", SPAN_NONE, NULL, "plain");
	g_autofree char *json = diags_to_json(diags, sources);
	g_assert_cmpstr(json, ==,
		"[\n {\"level\": \"error\", \"code\": \"code\", \"file\": \"a \\\"b\\\".yaml\", "
		"\"line\": 3, \"column\": 4, \"length\": 5, \"message\": \"back\\\\slash "
		"\xef\xbf\xbd é\", \"hint\": \"line\\u000abreak\"},\n"
		" {\"level\": \"warning\", \"code\": \"other\", \"file\": null, \"line\": 0, "
		"\"column\": 0, \"length\": 0, \"message\": \"plain\", \"hint\": null}\n]\n");
}

/* By file, line, column, then order of adding; what is equal is said once, and counted once. */
static void test_sort(void) {
	g_autoptr(Diags) diags = diags_new();
	Span other = {1, 1, 1, 1};
	diag_error(diags, "x", other, NULL, "7");
	diag_error(diags, "x", at(2, 5, 1), NULL, "5");
	diag_warning(diags, "x", at(2, 5, 1), NULL, "6");
	diag_error(diags, "x", at(2, 1, 1), NULL, "4");
	diag_error(diags, "x", at(1, 9, 1), NULL, "2");
	diag_error(diags, "x", at(1, 9, 1), NULL, "3");
	diag_error(diags, "x", at(1, 9, 1), NULL, "2");
	diag_error(diags, "x", at(0, 0, 0), NULL, "1");
	diag_error(diags, "x", SPAN_NONE, NULL, "0");
	g_assert_cmpint(diags_count(diags, DIAG_ERROR), ==, 8);
	for (int round = 0; round < 2; round++) {
		diags_sort(diags);
		g_assert_cmpint(diags_total(diags), ==, 8);
		g_assert_cmpint(diags_count(diags, DIAG_ERROR), ==, 7);
		g_assert_cmpint(diags_count(diags, DIAG_WARNING), ==, 1);
		for (int i = 0; i < 8; i++) {
			g_assert_cmpint(atoi(diags_at(diags, i)->message), ==, i);
		}
	}
	/* What differs in its hint alone is not equal. */
	diag_error(diags, "x", SPAN_NONE, "hint", "0");
	diags_sort(diags);
	g_assert_cmpint(diags_total(diags), ==, 9);
}

/* What comes later stands where it would had it come in time. */
static void test_insert(void) {
	g_autoptr(Diags) diags = diags_new();
	g_autoptr(Diags) late = diags_new();
	diag_error(diags, "x", at(1, 1, 1), NULL, "0");
	diag_error(diags, "x", at(1, 1, 1), NULL, "3");
	diag_warning(late, "x", at(1, 1, 1), NULL, "1");
	diag_error(late, "x", at(1, 1, 1), NULL, "2");
	diags_insert(diags, 1, late);
	g_assert_cmpint(diags_total(late), ==, 0);
	g_assert_cmpint(diags_count(late, DIAG_ERROR), ==, 0);
	diag_error(diags, "x", at(1, 1, 1), NULL, "4");
	g_assert_cmpint(diags_count(diags, DIAG_ERROR), ==, 4);
	g_assert_cmpint(diags_count(diags, DIAG_WARNING), ==, 1);
	diags_sort(diags);
	for (int i = 0; i < 5; i++) {
		g_assert_cmpint(atoi(diags_at(diags, i)->message), ==, i);
	}
}

static gpointer add_many(gpointer data) {
	for (int i = 0; i < 1000; i++) {
		diag_error(data, "x", at(i + 1, 1, 1), NULL, "message %d", i);
	}
	return NULL;
}

static void test_threads(void) {
	g_autoptr(Diags) diags = diags_new();
	GThread *threads[4];
	for (int i = 0; i < 4; i++) {
		threads[i] = g_thread_new(NULL, add_many, diags);
	}
	for (int i = 0; i < 4; i++) {
		g_thread_join(threads[i]);
	}
	g_assert_cmpint(diags_count(diags, DIAG_ERROR), ==, 4000);
	diags_sort(diags);
	g_assert_cmpint(diags_total(diags), ==, 1000);
}

static void test_nearest(void) {
	static const char *const words[] = {"title", "subtitle", "time", "timezone", "speakers",
		"abstract", "affiliation", "kind", "id", "e-mail", "überblick", NULL};
	static const char *const pairs[][2] = {{"titel", "title"}, {"tilte", "title"},
		{"Title", "title"}, {"TITLE", "title"}, {"titl", "title"}, {"tme", "time"},
		{"tiem", "time"}, {"speaker", "speakers"}, {"speekers", "speakers"},
		{"abtsract", "abstract"}, {"afiliation", "affiliation"}, {"affil", "affiliation"},
		{"abs", "abstract"}, {"timezones", "timezone"}, {"e_mail", "e-mail"},
		{"Überblik", "überblick"}, {"ID", "id"},
		/* Far from all of them, or nothing at all. */
		{"colour", NULL}, {"xx", NULL}, {"", NULL}, {"zeit", NULL}, {"is", NULL},
		{"ti", NULL}, {"\xff", NULL}};
	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
		g_assert_cmpstr(diag_nearest(pairs[i][0], words), ==, pairs[i][1]);
	}
	g_autofree char *long_word = g_strnfill(100000, 't');
	g_assert_null(diag_nearest(long_word, words));
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/diag/line", test_line);
	g_test_add_func("/base/diag/no_line", test_no_line);
	g_test_add_func("/base/diag/tabs", test_tabs);
	g_test_add_func("/base/diag/wide", test_wide);
	g_test_add_func("/base/diag/controls", test_controls);
	g_test_add_func("/base/diag/long_lines", test_long_lines);
	g_test_add_func("/base/diag/hint_and_levels", test_hint_and_levels);
	g_test_add_func("/base/diag/nothing", test_nothing);
	g_test_add_func("/base/diag/json", test_json);
	g_test_add_func("/base/diag/sort", test_sort);
	g_test_add_func("/base/diag/insert", test_insert);
	g_test_add_func("/base/diag/threads", test_threads);
	g_test_add_func("/base/diag/nearest", test_nearest);
	return g_test_run();
}
