/* folders: see the header. */
#include "cli/folders.h"

#include <stdio.h>
#include <string.h>

#include "cli/options.h"
#include "model/build.h"

static gboolean holds(const char *folder, const char *file) {
	g_autofree char *path = g_build_filename(folder, file, NULL);
	return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* The checkout that the running program was built in, or NULL. */
static char *checkout_folder(void) {
	g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
	if (!program) {
		return NULL;
	}
	g_autofree char *folder = g_path_get_dirname(program);
	enum { UPWARDS = 3 };
	for (int i = 0; i < UPWARDS; i++) {
		char *parent = g_path_get_dirname(folder);
		g_free(folder);
		folder = parent;
		if (holds(folder, "fonts/fonts.lock") && holds(folder, "content/themes")) {
			return g_steal_pointer(&folder);
		}
	}
	return NULL;
}

static void add_folder(GPtrArray *list, const char *parent, const char *name) {
	if (parent) {
		char *path = g_build_filename(parent, name, NULL);
		if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
			g_ptr_array_add(list, path);
		} else {
			g_free(path);
		}
	}
}

static char **search_list(
	const char *event, const char *checkout, const char *installed, const char *name) {
	GPtrArray *list = g_ptr_array_new();
	g_autofree char *parent = NULL;
	if (event) {
		g_autofree char *absolute = g_canonicalize_filename(event, NULL);
		parent = g_path_get_dirname(absolute);
	}
	g_autofree char *content = checkout ? g_build_filename(checkout, "content", NULL) : NULL;
	add_folder(list, parent, name);
	add_folder(list, content, name);
	add_folder(list, installed, name);
	g_ptr_array_add(list, NULL);
	return (char **)g_ptr_array_free(list, FALSE);
}

void folders_init(Folders *folders, const char *event) {
	char *checkout = checkout_folder();
	const char *installed = BIFOLIO_DATADIR;
	folders->themes = search_list(event, checkout, installed, "themes");
	folders->languages = search_list(event, checkout, installed, "lang");
	folders->data = checkout ? checkout : g_strdup(installed);
	folders->fonts = g_build_filename(folders->data, "fonts", NULL);
}

void folders_clear(Folders *folders) {
	g_free(folders->data);
	g_free(folders->fonts);
	g_strfreev(folders->themes);
	g_strfreev(folders->languages);
}

static void list_events(const GPtrArray *events) {
	for (guint i = 0; i < events->len; i++) {
		fprintf(stderr, "  %s\n", (const char *)events->pdata[i]);
	}
}

static char *only_event(const char *folder, const GPtrArray *events, int *status) {
	if (events->len == 1) {
		return g_strdup(events->pdata[0]);
	}
	*status = EXIT_USAGE;
	if (events->len == 0) {
		fprintf(stderr,
			"bifolio: there is no event in %s: a folder is one when exactly one of its "
			"YAML files has the key `event:`\n"
			"  `bifolio new NAME` makes one that builds at once\n",
			folder);
	} else {
		fprintf(stderr, "bifolio: there are several events in %s; name one of them:\n",
			folder);
		list_events(events);
	}
	return NULL;
}

char *folders_find_event(const char *named, int *status) {
	if (named && !g_file_test(named, G_FILE_TEST_IS_DIR)) {
		*status = EXIT_USAGE;
		fprintf(stderr, "bifolio: %s: %s\n", named,
			g_file_test(named, G_FILE_TEST_EXISTS)
				? "this is a file; name the folder that it lies in"
				: "there is no such folder");
		return NULL;
	}
	const char *folder = named ? named : ".";
	g_autoptr(GPtrArray) events = event_find(folder);
	if (!named && events->len == 0 && g_file_test("content", G_FILE_TEST_IS_DIR)) {
		g_autoptr(GPtrArray) inner = event_find("content");
		return only_event("content/", inner, status);
	}
	return only_event(folder, events, status);
}
