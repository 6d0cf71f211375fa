/* What is too much: files, texts, depths and numbers beyond the bounds of read_yaml.h, aliases that
 * grow, files that are none. Each must end, with its diagnostic, and what was whole must stay. */
#define _XOPEN_SOURCE 700

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read/read_yaml.h"

typedef struct Reading {
	Arena *arena;
	Sources *sources;
	Diags *diags;
	const Node *root;
	gboolean holes;
} Reading;

static void reading_init(Reading *reading) {
	*reading = (Reading){arena_new(), sources_new(), diags_new(), NULL, FALSE};
}

static void reading_of_text(Reading *reading, GString *text) {
	reading_init(reading);
	g_autoptr(GBytes) bytes = g_string_free_to_bytes(text);
	reading->root = read_yaml_bytes(
		reading->arena, bytes, "x.yaml", reading->sources, reading->diags, &reading->holes);
}

static void reading_finish(Reading *reading) {
	arena_free(reading->arena);
	sources_free(reading->sources);
	diags_free(reading->diags);
}

/* The one error there is; NULL code: none. */
static void check_error(Reading *reading, const char *code, int line, int column) {
	diags_sort(reading->diags);
	g_autofree char *text = diags_to_text(reading->diags, reading->sources, FALSE);
	g_assert_cmpint((int)strlen(text), <, 20000);
	if (!code) {
		g_assert_cmpstr(text, ==, "");
		g_assert_false(reading->holes);
		return;
	}
	g_assert_true(reading->holes);
	g_assert_cmpint(diags_total(reading->diags), ==, 1);
	const Diag *diag = diags_at(reading->diags, 0);
	g_assert_cmpstr(diag->code, ==, code);
	g_assert_cmpint(diag->span.line, ==, line);
	g_assert_cmpint(diag->span.column, ==, column);
}

static void check_text(GString *text, const char *code, int line, int column) {
	Reading reading;
	reading_of_text(&reading, text);
	check_error(&reading, code, line, column);
	reading_finish(&reading);
}

static GString *repeated(const char *piece, int times) {
	GString *text = g_string_new(NULL);
	for (int i = 0; i < times; i++) {
		g_string_append(text, piece);
	}
	return text;
}

static void test_brackets(void) {
	check_text(repeated("[", 100000), "too-deep", 1, 65);
	check_text(repeated("{a: ", 10000), "too-deep", 1, 4 * 64 + 1);
	check_text(repeated("- ", 10000), "too-deep", 1, 129);
	check_text(repeated("[\n", 100000), "too-deep", 65, 1);
}

static void test_steps(void) {
	GString *text = g_string_new(NULL);
	for (int i = 0; i < 10000; i++) {
		g_string_append_printf(text, "%*sa:\n", MIN(i, 300), "");
	}
	check_text(text, "too-deep", 65, 65);
}

static void test_deepest(void) {
	GString *text = repeated("[", 64);
	GString *close = repeated("]", 64);
	g_string_append_len(text, close->str, (gssize)close->len);
	g_string_free(close, TRUE);
	check_text(text, NULL, 0, 0);
}

/* a: nine of one, b: nine of a … */
static void test_bomb(void) {
	GString *text = g_string_new("a: &a [x, x, x, x, x, x, x, x, x]\n");
	for (char name = 'b'; name < 'k'; name++) {
		g_string_append_printf(text, "%c: &%c [", name, name);
		for (int i = 0; i < 9; i++) {
			g_string_append_printf(text, "%s*%c", i ? ", " : "", name - 1);
		}
		g_string_append(text, "]\n");
	}
	check_text(text, "too-large", 7, 8);
}

/* One long text, a thousand times. */
static void test_text_bomb(void) {
	GString *text = repeated("y", 1 << 20);
	g_string_prepend(text, "a: &a ");
	g_string_append(text, "\nb: [");
	for (int i = 0; i < 1000; i++) {
		g_string_append(text, "*a, ");
	}
	g_string_append(text, "]\n");
	/* The text itself and 62 aliases fit, with the keys. */
	check_text(text, "too-large", 2, 5 + 4 * 62);
}

/* Each alias puts the last one two levels deeper. */
static void test_deep_aliases(void) {
	GString *text = g_string_new("a0: &a0 [x]\n");
	for (int i = 1; i < 60; i++) {
		g_string_append_printf(text, "a%d: &a%d [[*a%d]]\n", i, i, i - 1);
	}
	Reading reading;
	reading_of_text(&reading, text);
	g_assert_cmpint(diags_count(reading.diags, DIAG_ERROR), >, 0);
	g_assert_cmpstr(diags_at(reading.diags, 0)->code, ==, "too-deep");
	g_assert_cmpint(diags_at(reading.diags, 0)->span.line, ==, 32);
	reading_finish(&reading);
}

static void test_nodes(void) {
	GString *text = g_string_new("a: [");
	for (int i = 0; i < 1000000; i++) {
		g_string_append(text, "x,");
	}
	g_string_append(text, "]\n");
	Reading reading;
	reading_of_text(&reading, text);
	/* The mapping, its key and the list are nodes as well. */
	check_error(&reading, "too-large", 1, 5 + 2 * (1000000 - 3));
	g_assert_cmpint(node_get(reading.root, "a")->count, ==, 1000000 - 3 + 1);
	reading_finish(&reading);
}

static void test_long_text(void) {
	GString *text = g_string_new("a: \"");
	for (int i = 0; i < 17 << 10; i++) {
		g_string_append_printf(text, "%*s", 1024, "x");
	}
	g_string_append(text, "\"\nb: c\n");
	Reading reading;
	reading_of_text(&reading, text);
	check_error(&reading, "too-long", 1, 4);
	g_assert_cmpint(node_get(reading.root, "a")->kind, ==, NODE_HOLE);
	g_assert_cmpstr(node_get(reading.root, "b")->text, ==, "c");
	reading_finish(&reading);
}

static void test_keys(void) {
	GString *longest = repeated("k", 1023);
	g_string_append(longest, ": v\n");
	check_text(longest, NULL, 0, 0);
	GString *longer = repeated("k", 1100);
	g_string_append(longer, ": v\n");
	check_text(longer, "long-key", 1, 1);
	GString *below = g_string_new("a: b\n");
	for (int i = 0; i < 1100; i++) {
		g_string_append_c(below, 'k');
	}
	g_string_append(below, ": v\n");
	check_text(below, "long-key", 2, 1);
}

static void test_many_errors(void) {
	GString *text = repeated("a: b\n", 100000);
	Reading reading;
	reading_of_text(&reading, text);
	g_assert_cmpint(diags_total(reading.diags), ==, 50);
	g_assert_cmpstr(diags_at(reading.diags, 49)->code, ==, "too-many-errors");
	g_assert_true(reading.holes);
	reading_finish(&reading);
}

/* Texts in which something is wrong at the end of very much that looks like it. */
static void test_long_ways(void) {
	GString *blank = g_string_new("a: b\n");
	for (int i = 0; i < 300000; i++) {
		g_string_append(blank, "\n");
	}
	g_string_append(blank, "  c: d\n");
	check_text(blank, "indentation", 300002, 3);
	GString *words = g_string_new("a:\n");
	for (int i = 0; i < 300000; i++) {
		g_string_append(words, "  word\n");
	}
	g_string_append(words, "  c: d\n");
	check_text(words, "missing-colon", 2, 3);
	GString *stars = repeated("[*a, ", 60);
	Reading reading;
	reading_of_text(&reading, stars);
	g_assert_cmpint(diags_total(reading.diags), ==, 50);
	reading_finish(&reading);
}

/* ---- Files ---- */

static void check_file(const char *path, const char *code) {
	Reading reading;
	reading_init(&reading);
	reading.root = read_yaml_file(
		reading.arena, path, "event.yaml", reading.sources, reading.diags, &reading.holes);
	g_assert_cmpint(reading.root->kind, ==, NODE_HOLE);
	check_error(&reading, code, 0, 0);
	g_assert_cmpstr(sources_name(reading.sources, diags_at(reading.diags, 0)->span.file), ==,
		"event.yaml");
	reading_finish(&reading);
	reading_init(&reading);
	reading.root = read_text_file(
		reading.arena, path, "bio.md", reading.sources, reading.diags, &reading.holes);
	g_assert_cmpint(reading.root->kind, ==, NODE_HOLE);
	check_error(&reading, code, 0, 0);
	reading_finish(&reading);
}

static void test_files(void) {
	g_autofree char *folder = g_dir_make_tmp("bifolio-limits-XXXXXX", NULL);
	g_autofree char *file = g_build_filename(folder, "x.yaml", NULL);
	check_file(file, "no-file");
	check_file(folder, "not-a-file");
	g_assert_cmpint(mkfifo(file, 0600), ==, 0);
	check_file(file, "not-a-file");
	g_assert_cmpint(g_unlink(file), ==, 0);
	g_assert_true(g_file_set_contents(file, "", 0, NULL));
	g_assert_cmpint(truncate(file, 100 << 20), ==, 0);
	check_file(file, "too-large");
	if (geteuid() != 0) {
		g_assert_cmpint(g_chmod(file, 0), ==, 0);
		check_file(file, "no-permission");
	}
	g_assert_cmpint(g_unlink(file), ==, 0);
	check_file("/dev/null", "not-a-file");
	g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static const Node *text_of(Reading *reading, const char *path, const char *text, gssize length) {
	reading_init(reading);
	g_assert_true(g_file_set_contents(path, text, length, NULL));
	return read_text_file(
		reading->arena, path, "bio.md", reading->sources, reading->diags, &reading->holes);
}

static void test_text_file(void) {
	g_autofree char *folder = g_dir_make_tmp("bifolio-limits-XXXXXX", NULL);
	g_autofree char *file = g_build_filename(folder, "bio.md", NULL);
	Reading reading;
	const Node *node = text_of(&reading, file, "\xef\xbb\xbf# Ana\r\n\r\nÉcrit: *tout*\r", -1);
	g_assert_cmpint(node->kind, ==, NODE_SCALAR);
	g_assert_cmpint(node->style, ==, SCALAR_FILE);
	g_assert_cmpstr(node->text, ==, "# Ana\n\nÉcrit: *tout*\n");
	g_assert_cmpint(node->length, ==, (int)strlen(node->text));
	Span span = node_locate(node, (int)(strchr(node->text, '*') - node->text));
	g_assert_cmpint(span.line, ==, 3);
	g_assert_cmpint(span.column, ==, 8);
	reading_finish(&reading);
	node = text_of(&reading, file, "Caf\xe9\n", -1);
	g_assert_cmpint(node->kind, ==, NODE_HOLE);
	check_error(&reading, "not-utf8", 1, 4);
	reading_finish(&reading);
	node = text_of(&reading, file, " \n", -1);
	g_assert_cmpint(node->kind, ==, NODE_NULL);
	g_assert_cmpint(diags_count(reading.diags, DIAG_WARNING), ==, 1);
	reading_finish(&reading);
	g_assert_cmpint(g_unlink(file), ==, 0);
	g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void test_nothing(void) {
	Reading reading;
	reading_of_text(&reading, g_string_new(NULL));
	g_assert_cmpint(reading.root->kind, ==, NODE_NULL);
	g_assert_cmpint(diags_total(reading.diags), ==, 1);
	g_assert_cmpstr(diags_at(reading.diags, 0)->code, ==, "empty-file");
	reading_finish(&reading);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/read/limits/brackets", test_brackets);
	g_test_add_func("/read/limits/steps", test_steps);
	g_test_add_func("/read/limits/deepest", test_deepest);
	g_test_add_func("/read/limits/bomb", test_bomb);
	g_test_add_func("/read/limits/text_bomb", test_text_bomb);
	g_test_add_func("/read/limits/deep_aliases", test_deep_aliases);
	g_test_add_func("/read/limits/nodes", test_nodes);
	g_test_add_func("/read/limits/long_text", test_long_text);
	g_test_add_func("/read/limits/keys", test_keys);
	g_test_add_func("/read/limits/many_errors", test_many_errors);
	g_test_add_func("/read/limits/long_ways", test_long_ways);
	g_test_add_func("/read/limits/files", test_files);
	g_test_add_func("/read/limits/text_file", test_text_file);
	g_test_add_func("/read/limits/nothing", test_nothing);
	return g_test_run();
}
