/* The store of files: their lines, whatever ends them and whatever bytes they hold; characters of
 * bytes that may not be UTF-8; memory that is freed at once. */
#include <glib/gstdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/span.h"
#include "base/utf8.h"

static int add(Sources *sources, const char *text, size_t length) {
	g_autoptr(GBytes) bytes = g_bytes_new(text, length);
	return sources_add(sources, "a.yaml", bytes);
}

static void check_lines(const char *text, const char *const *lines) {
	g_autoptr(Sources) sources = sources_new();
	int file = add(sources, text, strlen(text));
	int number = 1;
	for (; lines[number - 1]; number++) {
		g_autofree char *line = sources_line(sources, file, number);
		g_assert_cmpstr(line, ==, lines[number - 1]);
	}
	g_assert_null(sources_line(sources, file, number));
	g_assert_null(sources_line(sources, file, 0));
	g_assert_null(sources_line(sources, file, -1));
}

static void test_ends(void) {
	check_lines("", (const char *[]){NULL});
	check_lines("one", (const char *[]){"one", NULL});
	check_lines("one\n", (const char *[]){"one", NULL});
	check_lines("one\n\ntwo", (const char *[]){"one", "", "two", NULL});
	check_lines("one\r\ntwo\rthree\n\rfour",
		(const char *[]){"one", "two", "three", "", "four", NULL});
	check_lines("\xef\xbb\xbfone\n\xef\xbb\xbftwo\n",
		(const char *[]){"one", "\xef\xbb\xbftwo", NULL});
	/* These end no line. */
	check_lines("one\xe2\x80\xa8two\xc2\x85\v\f",
		(const char *[]){"one\xe2\x80\xa8two\xc2\x85\v\f", NULL});
}

static void test_bad_bytes(void) {
	check_lines("a\xff\xc3z\xe2\x82\n\ttab\n",
		(const char *[]){
			"a\xef\xbf\xbd\xef\xbf\xbdz\xef\xbf\xbd\xef\xbf\xbd", "\ttab", NULL});
	g_autoptr(Sources) sources = sources_new();
	int file = add(sources, "a\0b\n", 4);
	g_autofree char *line = sources_line(sources, file, 1);
	g_assert_cmpstr(line, ==,
		"a\xef\xbf\xbd"
		"b");
}

/* More lines than one step of the index. */
static void test_many(void) {
	g_autoptr(GString) text = g_string_new(NULL);
	for (int i = 1; i <= 1000; i++) {
		g_string_append_printf(text, "line %d%s", i, i % 3 ? "\n" : "\r\n");
	}
	g_autoptr(Sources) sources = sources_new();
	int file = add(sources, text->str, text->len);
	for (int i = 1; i <= 1000; i++) {
		g_autofree char *line = sources_line(sources, file, i);
		g_autofree char *wanted = g_strdup_printf("line %d", i);
		g_assert_cmpstr(line, ==, wanted);
	}
	g_assert_null(sources_line(sources, file, 1001));
}

static void check_excerpt(int from, int count, const char *expected) {
	g_autoptr(Sources) sources = sources_new();
	const char *text = "é小x\xffz\n";
	int file = add(sources, text, strlen(text));
	g_autofree char *found = sources_excerpt(sources, file, 1, from, count);
	g_assert_cmpstr(found, ==, expected);
}

static void test_excerpt(void) {
	check_excerpt(1, 2, "é小");
	check_excerpt(2, 2, "小x");
	check_excerpt(4, 9, "\xef\xbf\xbdz");
	check_excerpt(5, 1, "z");
	check_excerpt(6, 3, "");
	check_excerpt(3, 0, "");
}

static void test_files(void) {
	g_autoptr(Sources) sources = sources_new();
	g_assert_cmpint(sources_count(sources), ==, 0);
	g_assert_cmpint(sources_add(sources, "missing.yaml", NULL), ==, 0);
	g_assert_cmpint(add(sources, "x", 1), ==, 1);
	g_assert_cmpint(sources_count(sources), ==, 2);
	g_assert_cmpstr(sources_name(sources, 0), ==, "missing.yaml");
	g_assert_null(sources_name(sources, 2));
	g_assert_null(sources_name(sources, -1));
	g_assert_null(sources_line(sources, 0, 1));
	g_assert_null(sources_line(sources, 5, 1));
}

/* What is at rest is read again, unless it is no longer what it was. */
static void test_rest(void) {
	g_autofree char *folder = g_dir_make_tmp("bifolio-span-XXXXXX", NULL);
	g_autofree char *first = g_build_filename(folder, "a.yaml", NULL);
	g_autofree char *second = g_build_filename(folder, "b.yaml", NULL);
	g_autoptr(GBytes) bytes = g_bytes_new("one\ntwo\n", 8);
	g_autoptr(GBytes) others = g_bytes_new("three\nfour\n", 11);
	g_file_set_contents(first, "one\ntwo\n", 8, NULL);
	g_file_set_contents(second, "three\nFour\n", 11, NULL);
	g_autoptr(Sources) sources = sources_new();
	sources_add(sources, first, bytes);
	sources_add(sources, second, others);
	sources_add(sources, "missing.yaml", NULL);
	sources_rest(sources);
	g_autofree char *two = sources_line(sources, 0, 2);
	g_assert_cmpstr(two, ==, "two");
	g_assert_null(sources_line(sources, 0, 3));
	g_assert_null(sources_line(sources, 1, 2));
	g_assert_null(sources_line(sources, 2, 1));
	g_autofree char *one = sources_line(sources, 0, 1);
	g_assert_cmpstr(one, ==, "one");
	g_remove(first);
	g_remove(second);
	g_rmdir(folder);
}

static void test_utf8(void) {
	gunichar character;
	g_assert_cmpint(utf8_decode("a", 1, &character), ==, 1);
	g_assert_cmpint(utf8_decode("小", 3, &character), ==, 3);
	g_assert_cmphex(character, ==, 0x5c0f);
	/* Cut, too long, a surrogate, alone. */
	static const char *const bad[] = {
		"\xe5\xb0", "\xc0\x80", "\xed\xa0\xbd", "\x80", "\xf8\x88\x80\x80\x80"};
	for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_assert_cmpint(utf8_decode(bad[i], strlen(bad[i]), &character), ==, 1);
		g_assert_true(character == UTF8_BAD);
		g_assert_cmpint(utf8_count(bad[i], strlen(bad[i])), ==, (int)strlen(bad[i]));
	}
	g_assert_cmpint(utf8_decode("\0", 1, &character), ==, 1);
	g_assert_cmphex(character, ==, 0);
	g_assert_cmpint(utf8_count("aé小🦊", strlen("aé小🦊")), ==, 4);
	g_assert_cmpint(utf8_width('a'), ==, 1);
	g_assert_cmpint(utf8_width(0x5c0f), ==, 2);
	g_assert_cmpint(utf8_width(0x301), ==, 0);
	g_assert_cmpint(utf8_width(0xe9), ==, 1);
}

/* What was taken from either stays, and both kinds of room go on being given out. */
static void test_arena_join(void) {
	g_autoptr(Arena) arena = arena_new();
	for (int round = 0; round < 3; round++) {
		Arena *other = arena_new();
		char *mine = round > 0 ? arena_strdup(arena, "mine") : NULL;
		char *large = arena_alloc(other, 100000);
		char *theirs = arena_strdup(other, "theirs");
		size_t size = arena_size(arena) + arena_size(other);
		arena_join(arena, other);
		g_assert_cmpuint(arena_size(arena), ==, size);
		memset(large, 'x', 100000);
		g_assert_cmpstr(theirs, ==, "theirs");
		g_assert_cmpstr(mine, ==, round > 0 ? "mine" : NULL);
		g_assert_cmpstr(arena_strdup(arena, "more"), ==, "more");
	}
	arena_join(arena, arena_new());
	g_assert_cmpstr(arena_strdup(arena, "last"), ==, "last");
}

/* What is given out after a reset is zeroed like the first time. */
static void test_arena_reset(void) {
	g_autoptr(Arena) arena = arena_new();
	arena_reset(arena);
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 100; i++) {
			unsigned char *bytes = arena_alloc(arena, 1000);
			for (int b = 0; b < 1000; b++) {
				g_assert_cmpint(bytes[b], ==, 0);
			}
			memset(bytes, 'x', 1000);
		}
		arena_reset(arena);
		g_assert_cmpuint(arena_size(arena), ==, 0);
	}
}

/* Small or not, an arena knows what is its own, up to the last byte. */
static void test_arena_holds(void) {
	g_autoptr(Arena) arena = arena_new_small(), other = arena_new();
	char *few = arena_alloc(arena, 24), *many = arena_alloc(arena, 100000);
	g_assert_true(arena_holds(arena, few));
	g_assert_true(arena_holds(arena, few + 23));
	g_assert_true(arena_holds(arena, many + 99999));
	g_assert_false(arena_holds(arena, many + 100000));
	g_assert_false(arena_holds(arena, arena_alloc(other, 1)));
	g_assert_false(arena_holds(arena, NULL));
	arena_reset(arena);
	g_assert_false(arena_holds(arena, few));
}

static void test_arena(void) {
	g_autoptr(Arena) arena = arena_new();
	char *small = arena_alloc(arena, 1);
	char *large = arena_alloc(arena, 3 << 20);
	char *next = arena_alloc(arena, 100);
	g_assert_cmpint(small[0], ==, 0);
	for (int i = 0; i < 3 << 20; i += 4096) {
		g_assert_cmpint(large[i], ==, 0);
	}
	memset(small, 1, 1);
	memset(large, 2, 3 << 20);
	memset(next, 3, 100);
	g_assert_cmpint(small[0], ==, 1);
	g_assert_cmpint((int)((guintptr)next % 8), ==, 0);
	g_assert_nonnull(arena_alloc(arena, 0));
	g_assert_null(arena_strdup(arena, NULL));
	g_assert_cmpstr(arena_strndup(arena, "abcdef", 3), ==, "abc");
	g_assert_cmpstr(arena_printf(arena, "%d-%s", 7, "x"), ==, "7-x");
	g_assert_cmpuint(arena_size(arena), >, 3 << 20);
	arena_free(NULL);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/span/ends", test_ends);
	g_test_add_func("/base/span/bad_bytes", test_bad_bytes);
	g_test_add_func("/base/span/many", test_many);
	g_test_add_func("/base/span/excerpt", test_excerpt);
	g_test_add_func("/base/span/files", test_files);
	g_test_add_func("/base/span/rest", test_rest);
	g_test_add_func("/base/utf8", test_utf8);
	g_test_add_func("/base/arena", test_arena);
	g_test_add_func("/base/arena/holds", test_arena_holds);
	g_test_add_func("/base/arena-reset", test_arena_reset);
	g_test_add_func("/base/arena-join", test_arena_join);
	return g_test_run();
}
