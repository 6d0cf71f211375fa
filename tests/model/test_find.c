/* Folders that hold an event are found, reserved and foreign ones are not; nothing is read through
 * a link that leads out of the event's folder. */
#define _XOPEN_SOURCE 700

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "model/build.h"

static const char event_text[] =
	"format: 1\nevent: {title: Small Machines, date: 2027-03-04}\n"
	"people: {ana: Ana Exemplo}\nprogram: [{time: 9:00, title: One, speakers: [ana]}]\n";

static void put(const char *folder, const char *name, const char *text) {
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autofree char *parent = g_path_get_dirname(path);
	g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void link_to(const char *folder, const char *name, const char *target) {
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_assert_cmpint(symlink(target, path), ==, 0);
}

static void remove_tree(const char *path) {
	gboolean link = g_file_test(path, G_FILE_TEST_IS_SYMLINK);
	GDir *listing = link ? NULL : g_dir_open(path, 0, NULL);
	for (const char *name; listing && (name = g_dir_read_name(listing));) {
		g_autofree char *inner = g_build_filename(path, name, NULL);
		remove_tree(inner);
	}
	if (listing) {
		g_dir_close(listing);
	}
	g_remove(path);
}

/* "one two", sorted as found, without the folder. */
static char *found_in(const char *folder) {
	g_autoptr(GPtrArray) found = event_find(folder);
	GString *names = g_string_new(NULL);
	for (guint i = 0; i < found->len; i++) {
		const char *path = g_ptr_array_index(found, i);
		g_autofree char *name = g_path_get_basename(path);
		g_string_append_printf(
			names, "%s%s", i ? " " : "", strcmp(path, folder) == 0 ? "." : name);
	}
	return g_string_free(names, FALSE);
}

static void assert_found(const char *folder, const char *expected) {
	g_autofree char *names = found_in(folder);
	g_assert_cmpstr(names, ==, expected);
}

static void test_find(void) {
	g_autofree char *folder = g_dir_make_tmp("bifolio-find-XXXXXX", NULL);
	put(folder, "two/event.yaml", event_text);
	put(folder, "one/any.yml", event_text);
	put(folder, "broken/event.yaml", "format: 1\nevent: {title: [}\n");
	put(folder, "flow/event.yaml", "{\"event\": {\"title\": \"T\"}, \"format\": 1}\n");
	put(folder, "mark/event.yaml",
		"\xef\xbb\xbf"
		"event: {title: T}\n");
	put(folder, "people/people.yaml", "people: {event: Event Horizon}\n  event: no\n");
	put(folder, "deep/inner/event.yaml", event_text);
	put(folder, "themes/event.yaml", event_text);
	put(folder, "lang/event.yaml", event_text);
	put(folder, ".hidden/event.yaml", event_text);
	put(folder, "text/event.txt", event_text);
	put(folder, "dot/.event.yaml", event_text);
	assert_found(folder, "broken flow mark one two");
	g_autofree char *one = g_build_filename(folder, "one", NULL);
	assert_found(one, ".");
	g_autofree char *none = g_build_filename(folder, "nothing-here", NULL);
	assert_found(none, "");
	put(folder, "event.yaml", event_text);
	assert_found(folder, ".");
	remove_tree(folder);
}

static char *said_of(const char *folder) {
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	event_load(arena, folder, NULL, sources, diags);
	diags_sort(diags);
	return diags_to_text(diags, sources, FALSE);
}

static void assert_said(const char *folder, const char *part) {
	g_autofree char *said = said_of(folder);
	if (!(part ? strstr(said, part) != NULL : *said == '\0')) {
		g_test_message("not \"%s\":\n%s", part ? part : "", said);
		g_test_fail();
	}
}

static void test_links(void) {
	g_autofree char *folder = g_dir_make_tmp("bifolio-links-XXXXXX", NULL);
	g_autofree char *event = g_build_filename(folder, "event", NULL);
	put(folder, "secret.md", "Not to be printed.\n");
	put(folder, "secret.yaml", "people: {eve: Eve}\n");
	put(event, "event.yaml", event_text);
	put(event, "texts/ana.md", "We show one.\n");
	put(event, "abstracts/none.txt", "");
	assert_said(event, NULL);
	link_to(event, "abstracts/ana.md", "../texts/ana.md"); /* inside: fine */
	assert_said(event, NULL);
	g_autofree char *inner = g_build_filename(event, "abstracts/ana.md", NULL);
	g_assert_cmpint(g_remove(inner), ==, 0);
	link_to(event, "abstracts/ana.md", "../../secret.md");
	assert_said(event, "[outside-folder]");
	g_assert_cmpint(g_remove(inner), ==, 0);
	link_to(event, "abstracts/ana.md", "ana.md"); /* to itself */
	assert_said(event, "[outside-folder]");
	g_assert_cmpint(g_remove(inner), ==, 0);
	link_to(event, "more.yaml", "../secret.yaml");
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	const Event *loaded = event_load(arena, event, NULL, sources, diags);
	g_assert_nonnull(loaded);
	g_assert_cmpint(loaded->person_count, ==, 1);
	assert_said(event, "more.yaml: warning: the file is a link");
	remove_tree(folder);
}

static void test_no_folder(void) {
	assert_said("tests/model/no such folder", "[no-folder]");
	assert_said("tests/model/words.txt", "[no-folder]");
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/model/find/folders", test_find);
	g_test_add_func("/model/find/links", test_links);
	g_test_add_func("/model/find/no-folder", test_no_folder);
	return g_test_run();
}
