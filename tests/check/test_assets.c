/* Portraits: pixels against printed size, files that nobody uses. */
#include <cairo.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "check/check.h"
#include "model/build.h"

static const char head[] = "format: 1\n"
			   "event: {title: Small Meeting on Little Machines, language: en, host: "
			   "Example Institute, date: 2027-03-04, "
			   "place: Old Library}\n"
			   "program:\n"
			   "  - {time: 09:00–10:00, kind: panel, title: All, moderator: ana}\n"
			   "people:\n"
			   "  ana: {name: Ana Exemplo, affiliation: Somewhere, bio: Ana builds., "
			   "portrait: portraits/ana.png}\n";

static void write_picture(const char *folder, const char *name, int width, int height) {
	g_autofree char *path = g_build_filename(folder, "portraits", name, NULL);
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
	g_assert_cmpint(cairo_surface_write_to_png(surface, path), ==, CAIRO_STATUS_SUCCESS);
	cairo_surface_destroy(surface);
}

static void remove_picture(const char *folder, const char *name) {
	g_autofree char *path = g_build_filename(folder, "portraits", name, NULL);
	g_remove(path);
}

/* What is said of an event whose portrait has this size, with more lines behind the event. */
static char *said_of(int width, int height, const char *more, gboolean stray) {
	g_autofree char *folder = g_dir_make_tmp("bifolio-assets-XXXXXX", NULL);
	g_autofree char *portraits = g_build_filename(folder, "portraits", NULL);
	g_autofree char *file = g_build_filename(folder, "event.yaml", NULL);
	g_autofree char *yaml = g_strconcat(head, more, NULL);
	g_assert_cmpint(g_mkdir(portraits, 0700), ==, 0);
	g_assert_true(g_file_set_contents(file, yaml, -1, NULL));
	write_picture(folder, "ana.png", width, height);
	if (stray) {
		write_picture(folder, "nobody.png", 8, 8);
		write_picture(folder, ".hidden.png", 8, 8);
	}
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	BuildOptions options = {.keep_going = FALSE};
	const Event *event = event_load(arena, folder, &options, sources, diags);
	g_assert_nonnull(event);
	check_event(event, diags);
	diags_sort(diags);
	char *text = diags_to_text(diags, sources, FALSE);
	remove_picture(folder, "ana.png");
	remove_picture(folder, "nobody.png");
	remove_picture(folder, ".hidden.png");
	g_remove(file);
	g_rmdir(portraits);
	g_rmdir(folder);
	return text;
}

static void assert_says(const char *text, const char *piece) {
	if (!strstr(text, piece)) {
		g_test_message("\"%s\" is missing in\n%s", piece, text);
		g_test_fail();
	}
}

static void test_small(void) {
	g_autofree char *text = said_of(120, 120, "", FALSE);
	assert_says(text, "event.yaml:6:");
	assert_says(text,
		"warning: the portrait shows 120 pixels a side, 182 dpi in the booklet "
		"[low-resolution]");
	assert_says(text, "a picture of at least 165 pixels a side");
}

/* Only the part that is shown counts: a square of the shorter side. */
static void test_wide(void) {
	g_autofree char *text = said_of(900, 120, "", FALSE);
	assert_says(text, "the portrait shows 120 pixels a side");
}

static void test_poster(void) {
	g_autofree char *text = said_of(400, 400, "", FALSE);
	assert_says(
		text, "note: the portrait shows 400 pixels a side, 76 dpi on the talk's poster");
	g_assert_null(strstr(text, "warning"));
	g_autofree char *without = said_of(400, 400, "print: {documents: [booklet]}\n", FALSE);
	g_assert_cmpstr(without, ==, "");
}

static void test_large_page(void) {
	g_autofree char *text =
		said_of(300, 300, "print: {documents: [booklet], booklet: {size: A4}}\n", FALSE);
	g_assert_cmpstr(text, ==, "");
	g_autofree char *small =
		said_of(200, 200, "print: {documents: [booklet], booklet: {size: A4}}\n", FALSE);
	assert_says(small, "[low-resolution]");
}

static void test_stray(void) {
	g_autofree char *text = said_of(1400, 1400, "", TRUE);
	assert_says(text, "note: nobody's portrait: portraits/nobody.png [unused-portrait]");
	g_assert_null(strstr(text, "hidden"));
	g_autofree char *clean = said_of(1400, 1400, "", FALSE);
	g_assert_cmpstr(clean, ==, "");
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/check/assets/small", test_small);
	g_test_add_func("/check/assets/wide", test_wide);
	g_test_add_func("/check/assets/poster", test_poster);
	g_test_add_func("/check/assets/large-page", test_large_page);
	g_test_add_func("/check/assets/stray", test_stray);
	return g_test_run();
}
