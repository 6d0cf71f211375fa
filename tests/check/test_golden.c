/* Doubtful programmes and what is said of them. The cases stand in the .txt files of tests/check: a
 * heading
 * "--- NAME ---", an event, a line "=====", and what check_event prints. An event that has no
 * `event:` gets the one below behind its last line. CHECK_SHOW=1 prints what came out instead. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "check/check.h"
#include "model/build.h"

static const char usual_event[] = "format: 1\n"
				  "event:\n"
				  "  title: Small Meeting\n"
				  "  subtitle: On machines\n"
				  "  language: en\n"
				  "  host: Example Institute\n"
				  "  date: 2027-03-04\n"
				  "  timezone: Europe/Lisbon\n"
				  "  place: Old Library\n";

typedef struct Case {
	char *yaml, *expected;
} Case;

static void case_free(gpointer data) {
	Case *golden = data;
	g_free(golden->yaml);
	g_free(golden->expected);
	g_free(golden);
}

/* Everything that the rules say; what building says must not be an error. */
static char *checked(const char *folder) {
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) building = diags_new();
	g_autoptr(Diags) diags = diags_new();
	BuildOptions options = {.keep_going = FALSE};
	const Event *event = event_load(arena, folder, &options, sources, building);
	if (!event || diags_count(building, DIAG_ERROR) > 0) {
		diags_sort(building);
		g_autofree char *text = diags_to_text(building, sources, FALSE);
		g_test_message("%s", text);
		return g_strdup("the event could not be built\n");
	}
	check_event(event, diags);
	diags_sort(diags);
	g_autofree char *text = diags_to_text(diags, sources, FALSE);
	g_autofree char *prefix = g_strconcat(folder, "/", NULL);
	GString *out = g_string_new(text);
	g_string_replace(out, prefix, "", 0);
	return g_string_free(out, FALSE);
}

static void assert_same_text(const char *text, const char *expected) {
	if (strcmp(text, expected) != 0) {
		g_test_message("--- expected\n%s--- got\n%s---", expected, text);
		g_test_fail();
	}
}

static void run_case(gconstpointer data) {
	const Case *golden = data;
	g_autofree char *folder = g_dir_make_tmp("bifolio-check-XXXXXX", NULL);
	g_autofree char *file = g_build_filename(folder, "event.yaml", NULL);
	gboolean own = g_str_has_prefix(golden->yaml, "event:") || strstr(golden->yaml, "\nevent:");
	g_autofree char *yaml = g_strconcat(golden->yaml, own ? "" : usual_event, NULL);
	g_assert_true(g_file_set_contents(file, yaml, -1, NULL));
	g_autofree char *text = checked(folder);
	g_remove(file);
	g_rmdir(folder);
	if (g_getenv("CHECK_SHOW")) {
		fprintf(stdout, "%s=====\n%s\n", golden->yaml, text);
	} else {
		assert_same_text(text, golden->expected);
	}
}

static void add_case(const char *file, const char *block) {
	const char *name_end = strstr(block, " ---\n");
	g_assert_nonnull(name_end);
	const char *yaml = name_end + strlen(" ---\n");
	const char *bar = strstr(yaml, "=====\n");
	g_assert_nonnull(bar);
	Case *golden = g_new0(Case, 1);
	golden->yaml = g_strndup(yaml, (gsize)(bar - yaml));
	golden->expected = g_strdup(bar + strlen("=====\n"));
	g_strchomp(golden->expected);
	if (*golden->expected) {
		char *line = g_strconcat(golden->expected, "\n", NULL);
		g_free(golden->expected);
		golden->expected = line;
	}
	g_autofree char *name = g_strndup(block, (gsize)(name_end - block));
	g_autofree char *path =
		g_strdup_printf("/check/%s/%s", file, g_strdelimit(name, " /", '-'));
	g_test_add_data_func_full(path, golden, run_case, case_free);
}

static void add_file(const char *name) {
	g_autofree char *path = g_strdup_printf("tests/check/%s.txt", name);
	g_autofree char *text = NULL;
	g_autoptr(GError) error = NULL;
	if (!g_file_get_contents(path, &text, NULL, &error)) {
		g_error("%s", error->message);
	}
	g_autofree char *marked = g_strconcat("\n", text, NULL);
	g_auto(GStrv) blocks = g_strsplit(marked, "\n--- ", -1);
	for (int i = 1; blocks[i]; i++) {
		g_autofree char *block = g_strconcat(blocks[i], "\n", NULL);
		add_case(name, block);
	}
}

/* What the first event of the repository must make the checker ask. */
static void test_roundtable(void) {
	static const char *const asked[] = {"[zone-label]", "EDT (UTC−4)", "[no-am-pm]",
		"[no-title]", "[no-bio]", "[link-password]", "[handle-spelling]", "Tamer Özsu, who",
		"Samer Al-Kiswany, who", NULL};
	g_autofree char *text = checked("content/waterloo-huawei-serverless-2022");
	for (int i = 0; asked[i]; i++) {
		if (!strstr(text, asked[i])) {
			g_test_message("%s is missing in\n%s", asked[i], text);
			g_test_fail();
		}
	}
	g_assert_null(strstr(text, "error:"));
	g_assert_null(strstr(text, "[two-spellings]"));
	g_assert_null(strstr(text, "[gap]"));
}

static void test_one_item(void) {
	g_autofree char *text = checked("tests/events/one-item");
	assert_same_text(text, "");
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	static const char *const files[] = {
		"clean", "time", "facts", "left-out", "people", "names", "text", "links", "plans"};
	for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
		add_file(files[i]);
	}
	g_test_add_func("/check/events/roundtable", test_roundtable);
	g_test_add_func("/check/events/one-item", test_one_item);
	return g_test_run();
}
