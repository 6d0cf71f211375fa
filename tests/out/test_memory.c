/* safe_memory: what is written is read back, written over and handed out. */
#include <string.h>

#include "out/safewrite.h"

static void test_write_read_patch(void) {
	SafeFile *file = safe_memory_new();
	g_assert_true(safe_file_write(file, "abcdef", 6));
	g_assert_true(safe_file_write(file, "", 0));
	g_assert_true(safe_file_write(file, "ghi", 3));
	g_assert_cmpuint(safe_file_size(file), ==, 9);
	char read[5] = "";
	g_assert_true(safe_file_read(file, 4, read, 4));
	g_assert_cmpstr(read, ==, "efgh");
	g_assert_false(safe_file_read(file, 6, read, 4));
	g_assert_false(safe_file_failed(file));
	g_assert_true(safe_file_patch(file, 1, "XY", 2));
	g_autoptr(GBytes) bytes = safe_memory_end(file);
	g_assert_cmpmem(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), "aXYdefghi", 9);
}

static void test_given_up(void) {
	SafeFile *file = safe_memory_new();
	g_assert_true(safe_file_write(file, "abc", 3));
	safe_file_abort(file);
	g_autoptr(GBytes) empty = safe_memory_end(safe_memory_new());
	g_assert_cmpuint(g_bytes_get_size(empty), ==, 0);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/out/memory/write-read-patch", test_write_read_patch);
	g_test_add_func("/out/memory/given-up", test_given_up);
	return g_test_run();
}
