/* Several files read at once are what they are one after the other, by any number of threads. */
#include <glib/gstdio.h>

#include "read/read_yaml.h"

enum { FILES = 9 };

/* What stands in a file: every third is not whole. */
static GString *content(int file) {
	GString *text = g_string_new(NULL);
	for (int i = 0; i < 40 * (file % 4 + 1); i++) {
		g_string_append_printf(text, "key-%d-%d: {title: Number %d, list: [a, *b%d]}\n",
			file, i, i, file % 3 == 0 ? i : -1);
	}
	if (file % 3 != 0) {
		g_string_assign(text, "whole: yes\nlist:\n  - one\n  - two\n");
	}
	return text;
}

static void fill(const char *folder, GPtrArray *paths) {
	for (int i = 0; i < FILES; i++) {
		char *path = g_strdup_printf("%s/%d.yaml", folder, i);
		g_ptr_array_add(paths, path);
		g_autoptr(GString) text = content(i);
		if (i != FILES - 1) {
			g_assert_true(
				g_file_set_contents(path, text->str, (gssize)text->len, NULL));
		}
	}
}

/* All that came out, as text. */
static char *read_all(const GPtrArray *paths, int threads) {
	YamlFile files[FILES] = {0};
	for (int i = 0; i < FILES; i++) {
		files[i].path = paths->pdata[i];
	}
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(GString) said = g_string_new(NULL);
	read_yaml_files(files, FILES, threads, sources);
	g_assert_cmpint(sources_count(sources), ==, FILES);
	for (int i = 0; i < FILES; i++) {
		g_assert_cmpint(files[i].file, ==, i);
		g_assert_cmpstr(sources_name(sources, i), ==, files[i].path);
		g_autofree char *dump = node_dump(files[i].root, sources);
		g_autofree char *text = diags_to_text(files[i].diags, sources, FALSE);
		gboolean whole = i % 3 != 0 && i != FILES - 1;
		g_assert_cmpint(files[i].holes, ==, !whole);
		g_assert_cmpint(diags_total(files[i].diags) > 0, ==, !whole);
		g_string_append_printf(said, "%s\n%s\n", dump, text);
		arena_free(files[i].arena);
		diags_free(files[i].diags);
	}
	return g_string_free(g_steal_pointer(&said), FALSE);
}

static void test_threads(void) {
	g_autofree char *folder = g_dir_make_tmp("bifolio-several-XXXXXX", NULL);
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	fill(folder, paths);
	g_autofree char *alone = read_all(paths, 1), *few = read_all(paths, 2);
	g_autofree char *many = read_all(paths, 16);
	g_assert_cmpstr(alone, ==, few);
	g_assert_cmpstr(alone, ==, many);
	for (int i = 0; i < FILES - 1; i++) {
		g_assert_cmpint(g_unlink(paths->pdata[i]), ==, 0);
	}
	g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void test_none(void) {
	g_autoptr(Sources) sources = sources_new();
	read_yaml_files(NULL, 0, 4, sources);
	g_assert_cmpint(sources_count(sources), ==, 0);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/read/several/threads", test_threads);
	g_test_add_func("/read/several/none", test_none);
	return g_test_run();
}
