/* Contents and what becomes of them. The cases stand in tests/model/mistakes and tests/model/cases:
 * a heading "--- NAME ---" (" keep going" behind the name for --keep-going), the text of
 * event.yaml, further files behind lines ">>> PATH", and below "=====" what is said of it. Below a
 * line "model:" stand lines that the dump must have, in this order, or "no ..." for one it must not
 * have. Content without `event:` or `program:` gets the usual ones behind its last line.
 * MODEL_SHOW=FILE appends the cases to FILE with what came out. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "model/build.h"

static const char usual_event[] = "format: 1\nevent: {title: Small Machines, date: 2027-03-04}\n";
static const char usual_program[] = "program: [{time: 9:00–9:30, title: Welcome}]\n";

typedef struct Case {
	char *name, *input, *expected;
} Case;

static void case_free(gpointer data) {
	Case *golden = data;
	g_free(golden->name);
	g_free(golden->input);
	g_free(golden->expected);
	g_free(golden);
}

static void write_file(const char *folder, const char *name, const char *text) {
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autofree char *parent = g_path_get_dirname(path);
	g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static gboolean has_key(const char *text, const char *key) {
	g_autofree char *line = g_strconcat("\n", key, NULL);
	return g_str_has_prefix(text, key) || strstr(text, line);
}

/* The first part is event.yaml, completed. A case that begins with ">>>" brings all its files. */
static void write_files(const Case *golden, const char *folder) {
	g_auto(GStrv) parts = g_strsplit(golden->input, ">>> ", -1);
	if (*parts[0]) {
		gboolean event = has_key(golden->input, "event:");
		gboolean program = has_key(golden->input, "program:") ||
			has_key(golden->input, "programme:") ||
			has_key(golden->input, "schedule:") ||
			strstr(golden->name, "missing-program");
		g_autofree char *text = g_strconcat(
			parts[0], event ? "" : usual_event, program ? "" : usual_program, NULL);
		write_file(folder, "event.yaml", text);
	}
	for (int i = 1; parts[0] && parts[i]; i++) {
		char *end = strchr(parts[i], '\n');
		g_assert_nonnull(end);
		*end = '\0';
		write_file(folder, parts[i], end + 1);
	}
}

static void remove_tree(const char *path) {
	GDir *listing = g_dir_open(path, 0, NULL);
	for (const char *name; listing && (name = g_dir_read_name(listing));) {
		g_autofree char *inner = g_build_filename(path, name, NULL);
		remove_tree(inner);
	}
	if (listing) {
		g_dir_close(listing);
		g_rmdir(path);
	} else {
		g_remove(path);
	}
}

/* Takes the folder's path out, so that places read as in the case. */
static char *without_folder(const char *text, const char *folder) {
	GString *out = g_string_new(text);
	g_autofree char *prefix = g_strconcat(folder, "/", NULL);
	g_string_replace(out, prefix, "", 0);
	g_string_replace(out, folder, "FOLDER", 0);
	return g_string_free(out, FALSE);
}

static void load(const Case *golden, char **said, char **dump) {
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	g_autofree char *folder = g_dir_make_tmp("bifolio-model-XXXXXX", NULL);
	write_files(golden, folder);
	BuildOptions options = {.keep_going = strstr(golden->name, "keep going") != NULL};
	const Event *event = event_load(arena, folder, &options, sources, diags);
	diags_sort(diags);
	g_autofree char *text = diags_to_text(diags, sources, FALSE);
	*said = without_folder(text, folder);
	*dump = event ? event_dump(event) : g_strdup("");
	remove_tree(folder);
}

static void check_dump(const char *dump, const char *wanted) {
	g_auto(GStrv) lines = g_strsplit(wanted, "\n", -1);
	const char *at = dump;
	for (int i = 0; lines[i]; i++) {
		char *line = g_strstrip(lines[i]);
		gboolean none = g_str_has_prefix(line, "no ");
		g_autofree char *whole = g_strconcat(" ", line + (none ? 3 : 0), "\n", NULL);
		if (!*line) {
			continue;
		}
		const char *found = strstr(none ? dump : at, whole);
		if ((found != NULL) == none) {
			g_test_message("%s: %s\n%s", none ? "not wanted" : "missing", line, dump);
			g_test_fail();
			return;
		}
		at = none ? at : found + strlen(whole) - 1;
	}
}

static void run_case(gconstpointer data) {
	const Case *golden = data;
	g_autofree char *said = NULL;
	g_autofree char *dump = NULL;
	load(golden, &said, &dump);
	const char *model = strstr(golden->expected, "model:\n");
	g_autofree char *expected = model
		? g_strndup(golden->expected, (gsize)(model - golden->expected))
		: g_strdup(golden->expected);
	if (g_getenv("MODEL_SHOW")) {
		FILE *file = fopen(g_getenv("MODEL_SHOW"), "a");
		g_assert_nonnull(file);
		fprintf(file, "--- %s ---\n%s=====\n%s%s\n", golden->name, golden->input, said,
			model ? model : "");
		fclose(file);
		return;
	}
	if (strstr(golden->name, "hole")) {
		/* the reader's words are its own; here only that nothing follows from the hole */
		g_assert_true(g_str_has_suffix(said, "\n1 error\n"));
		return;
	}
	if (strcmp(g_strchomp(said), g_strchomp(expected)) != 0) {
		g_test_message("--- expected\n%s\n--- got\n%s\n---", expected, said);
		g_test_fail();
	}
	if (model) {
		check_dump(dump, model + strlen("model:\n"));
	}
}

static void add_cases(const char *folder, const char *file, GHashTable *names) {
	g_autofree char *path = g_build_filename("tests/model", folder, file, NULL);
	g_autofree char *text = NULL;
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	g_autofree char *whole = g_strconcat("\n", text, NULL);
	g_auto(GStrv) blocks = g_strsplit(whole, "\n--- ", -1);
	for (int i = 1; blocks[0] && blocks[i]; i++) {
		char *end = strstr(blocks[i], " ---\n");
		g_assert_nonnull(end);
		Case *golden = g_new0(Case, 1);
		golden->name = g_strndup(blocks[i], (gsize)(end - blocks[i]));
		char *input = end + strlen(" ---\n");
		char *line = strstr(input, "=====\n");
		golden->input = g_strdup(input);
		golden->expected = g_strdup(line ? line + strlen("=====\n") : "");
		if (line) {
			golden->input[line - input] = '\0';
		} else {
			g_autofree char *unended = golden->input;
			golden->input = g_strconcat(unended, "\n", NULL);
		}
		g_assert_true(g_hash_table_add(names, g_strdup(golden->name)));
		g_autofree char *test = g_strdup_printf("/model/%s/%s", folder, golden->name);
		g_test_add_data_func_full(test, golden, run_case, case_free);
	}
}

static int add_folder(const char *folder) {
	g_autofree char *path = g_build_filename("tests/model", folder, NULL);
	g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GDir *listing = g_dir_open(path, 0, NULL);
	g_assert_nonnull(listing);
	for (const char *name; (name = g_dir_read_name(listing));) {
		if (g_str_has_suffix(name, ".txt")) {
			add_cases(folder, name, names);
		}
	}
	g_dir_close(listing);
	return (int)g_hash_table_size(names);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_assert_cmpint(add_folder("mistakes"), >=, 40);
	g_assert_cmpint(add_folder("cases"), >=, 20);
	return g_test_run();
}
