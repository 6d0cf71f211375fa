/* Reading inside a folder: nothing outside of it is reached, nothing but regular files is read, and
 * no more than allowed. */
#define _XOPEN_SOURCE 700

#include "base/file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder "event" with files, and a file "secret.yaml" beside it. */
typedef struct Place {
	char *top, *event;
} Place;

static void put(const char *folder, const char *name, const char *text) {
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autofree char *above = g_path_get_dirname(path);
	g_assert_cmpint(g_mkdir_with_parents(above, 0700), ==, 0);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void put_link(const char *folder, const char *name, const char *target) {
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_assert_cmpint(symlink(target, path), ==, 0);
}

static void place_init(Place *place) {
	place->top = g_dir_make_tmp("bifolio-file-XXXXXX", NULL);
	place->event = g_build_filename(place->top, "event", NULL);
	put(place->top, "secret.yaml", "secret");
	put(place->event, "a.yaml", "a");
	put(place->event, "sub/b.yml", "b");
	put(place->event, "sub/deep/c.yaml", "c");
}

static void remove_tree(const char *path) {
	struct stat status;
	if (lstat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
		g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
		for (const char *name; (name = g_dir_read_name(folder));) {
			g_autofree char *inner = g_build_filename(path, name, NULL);
			remove_tree(inner);
		}
		g_assert_cmpint(rmdir(path), ==, 0);
		return;
	}
	g_assert_cmpint(unlink(path), ==, 0);
}

static void place_finish(Place *place) {
	remove_tree(place->top);
	g_free(place->top);
	g_free(place->event);
}

static void check_text(GBytes *bytes, const char *expected) {
	g_assert_nonnull(bytes);
	gsize size;
	const char *data = g_bytes_get_data(bytes, &size);
	g_autofree char *text = g_strndup(size ? data : "", size);
	g_assert_cmpstr(text, ==, expected);
	g_bytes_unref(bytes);
}

static void check_refused(const Place *place, const char *path, FileTrouble trouble) {
	g_autoptr(GError) error = NULL;
	g_assert_null(file_read_inside(place->event, path, 100, &error));
	g_assert_error(error, FILE_TROUBLE, (int)trouble);
	if (trouble == FILE_TROUBLE_OUTSIDE) {
		g_autoptr(GError) other = NULL;
		g_assert_null(file_resolve(place->event, path, &other));
		g_assert_error(other, FILE_TROUBLE, (int)trouble);
	}
}

static void check_read(const Place *place, const char *path, const char *text) {
	g_autoptr(GError) error = NULL;
	GBytes *bytes = file_read_inside(place->event, path, 100, &error);
	g_assert_no_error(error);
	check_text(bytes, text);
}

static void test_inside(void) {
	Place place;
	place_init(&place);
	check_read(&place, "a.yaml", "a");
	check_read(&place, "./sub//deep/../b.yml", "b");
	check_read(&place, "sub/../a.yaml", "a");
	check_refused(&place, "no.yaml", FILE_TROUBLE_MISSING);
	check_refused(&place, "no/a.yaml", FILE_TROUBLE_MISSING);
	check_refused(&place, "a.yaml/b", FILE_TROUBLE_MISSING);
	check_refused(&place, "a.yaml/..", FILE_TROUBLE_MISSING);
	check_refused(&place, "sub", FILE_TROUBLE_FOLDER);
	check_refused(&place, ".", FILE_TROUBLE_FOLDER);
	check_refused(&place, "", FILE_TROUBLE_FOLDER);
	g_autofree char *resolved = file_resolve(place.event, "sub/./deep/../b.yml", NULL);
	g_assert_true(g_str_has_suffix(resolved, "/event/sub/b.yml"));
	place_finish(&place);
}

static void test_outside(void) {
	Place place;
	place_init(&place);
	g_autofree char *absolute = g_build_filename(place.event, "a.yaml", NULL);
	put_link(place.event, "up", "../secret.yaml");
	put_link(place.event, "sub/up", "../../secret.yaml");
	put_link(place.event, "folder", "..");
	put_link(place.event, "root", "/");
	put_link(place.event, "passwd", "/etc/passwd");
	put_link(place.event, "back", "../event/a.yaml");
	check_refused(&place, "../secret.yaml", FILE_TROUBLE_OUTSIDE);
	check_refused(&place, "..", FILE_TROUBLE_OUTSIDE);
	check_refused(&place, "sub/../../secret.yaml", FILE_TROUBLE_OUTSIDE);
	check_refused(&place, "sub/deep/../../../event/a.yaml", FILE_TROUBLE_OUTSIDE);
	check_refused(&place, absolute, FILE_TROUBLE_OUTSIDE);
	check_refused(&place, "up", FILE_TROUBLE_OUTSIDE);
	check_refused(&place, "sub/up", FILE_TROUBLE_OUTSIDE);
	check_refused(&place, "folder/secret.yaml", FILE_TROUBLE_OUTSIDE);
	check_refused(&place, "root/etc/passwd", FILE_TROUBLE_OUTSIDE);
	check_refused(&place, "passwd", FILE_TROUBLE_OUTSIDE);
	check_refused(&place, "back", FILE_TROUBLE_OUTSIDE);
	place_finish(&place);
}

static void test_links_inside(void) {
	Place place;
	place_init(&place);
	put_link(place.event, "link.yaml", "sub/b.yml");
	put_link(place.event, "sub/link", "../a.yaml");
	put_link(place.event, "folder", "sub/deep");
	put_link(place.event, "chain", "folder/../link");
	put_link(place.event, "loop", "loop");
	put_link(place.event, "ring1", "ring2");
	put_link(place.event, "ring2", "./ring1");
	put_link(place.event, "dangling", "nothing");
	check_read(&place, "link.yaml", "b");
	check_read(&place, "sub/link", "a");
	check_read(&place, "folder/c.yaml", "c");
	check_read(&place, "chain", "a");
	check_refused(&place, "loop", FILE_TROUBLE_MISSING);
	check_refused(&place, "ring1", FILE_TROUBLE_MISSING);
	check_refused(&place, "dangling", FILE_TROUBLE_MISSING);
	g_autofree char *resolved = file_resolve(place.event, "folder/c.yaml", NULL);
	g_assert_true(g_str_has_suffix(resolved, "/event/sub/deep/c.yaml"));
	place_finish(&place);
}

static void test_special(void) {
	Place place;
	place_init(&place);
	g_autofree char *pipe = g_build_filename(place.event, "pipe", NULL);
	g_assert_cmpint(mkfifo(pipe, 0600), ==, 0);
	check_refused(&place, "pipe", FILE_TROUBLE_SPECIAL);
	g_autoptr(GError) error = NULL;
	g_assert_null(file_read("/dev/zero", 100, &error));
	g_assert_error(error, FILE_TROUBLE, FILE_TROUBLE_SPECIAL);
	if (geteuid() != 0) {
		g_autofree char *file = g_build_filename(place.event, "a.yaml", NULL);
		g_assert_cmpint(g_chmod(file, 0), ==, 0);
		check_refused(&place, "a.yaml", FILE_TROUBLE_DENIED);
	}
	place_finish(&place);
}

static void test_size(void) {
	Place place;
	place_init(&place);
	g_autofree char *path = g_build_filename(place.event, "a.yaml", NULL);
	put(place.event, "a.yaml", "12345");
	check_text(file_read(path, 5, NULL), "12345");
	g_autoptr(GError) error = NULL;
	g_assert_null(file_read(path, 4, &error));
	g_assert_error(error, FILE_TROUBLE, FILE_TROUBLE_LARGE);
	put(place.event, "a.yaml", "");
	check_text(file_read(path, 0, NULL), "");
	/* Says of itself that it has no bytes. */
	g_autoptr(GError) other = NULL;
	g_autoptr(GBytes) self = file_read("/proc/self/status", 10, &other);
	g_assert_null(self);
	g_assert_error(other, FILE_TROUBLE, FILE_TROUBLE_LARGE);
	place_finish(&place);
}

static void test_list(void) {
	Place place;
	place_init(&place);
	put(place.event, "B.yaml", "");
	put(place.event, "é.yaml", "");
	put(place.event, "sub.yaml", "");
	put(place.event, "sub-x/d.yaml", "");
	put(place.event, "notes.txt", "");
	put(place.event, ".hidden.yaml", "");
	put(place.event, ".git/e.yaml", "");
	put(place.event, "folder.yaml/f.yaml", "");
	put_link(place.event, "link.yaml", "a.yaml");
	put_link(place.event, "up", "..");
	put_link(place.event, "self", ".");
	g_autoptr(GPtrArray) paths = file_list_yaml(place.event, NULL);
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < paths->len; i++) {
		g_string_append_printf(text, "%s\n", (const char *)g_ptr_array_index(paths, i));
	}
	g_assert_cmpstr(text->str, ==,
		"B.yaml\na.yaml\nfolder.yaml/f.yaml\nsub-x/d.yaml\nsub.yaml\nsub/b.yml\n"
		"sub/deep/c.yaml\né.yaml\n");
	g_autoptr(GError) error = NULL;
	g_assert_null(file_list_yaml("/nowhere/at/all", &error));
	g_assert_error(error, FILE_TROUBLE, FILE_TROUBLE_MISSING);
	place_finish(&place);
}

/* No descriptor is left open, however a walk ends. */
static void test_descriptors(void) {
	Place place;
	place_init(&place);
	int before = open("/dev/null", O_RDONLY);
	close(before);
	for (int i = 0; i < 20; i++) {
		check_read(&place, "sub/deep/../b.yml", "b");
		check_refused(&place, "sub/deep/no", FILE_TROUBLE_MISSING);
		check_refused(&place, "sub/../../x", FILE_TROUBLE_OUTSIDE);
		check_refused(&place, "sub", FILE_TROUBLE_FOLDER);
		g_ptr_array_unref(file_list_yaml(place.event, NULL));
	}
	int after = open("/dev/null", O_RDONLY);
	close(after);
	g_assert_cmpint(after, ==, before);
	place_finish(&place);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/file/inside", test_inside);
	g_test_add_func("/base/file/outside", test_outside);
	g_test_add_func("/base/file/links_inside", test_links_inside);
	g_test_add_func("/base/file/special", test_special);
	g_test_add_func("/base/file/size", test_size);
	g_test_add_func("/base/file/list", test_list);
	g_test_add_func("/base/file/descriptors", test_descriptors);
	return g_test_run();
}
