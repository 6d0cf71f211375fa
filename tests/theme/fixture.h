/* What tests of themes share: a folder for themes, memory, sources and diagnostics. */
#ifndef BIFOLIO_TESTS_THEME_FIXTURE_H
#define BIFOLIO_TESTS_THEME_FIXTURE_H

#include <glib/gstdio.h>

#include "theme/theme.h"

typedef struct Case {
	char *folder;
	Arena *arena;
	Sources *sources;
	Diags *diags;
} Case;

static inline void case_init(Case *one) {
	one->folder = g_dir_make_tmp(NULL, NULL);
	g_assert_nonnull(one->folder);
	one->arena = arena_new();
	one->sources = sources_new();
	one->diags = diags_new();
}

static inline void case_finish(Case *one) {
	g_autoptr(GDir) folder = g_dir_open(one->folder, 0, NULL);
	const char *name;
	while ((name = g_dir_read_name(folder))) {
		g_autofree char *path = g_build_filename(one->folder, name, NULL);
		g_remove(path);
	}
	g_rmdir(one->folder);
	g_free(one->folder);
	arena_free(one->arena);
	sources_free(one->sources);
	diags_free(one->diags);
}

#endif
