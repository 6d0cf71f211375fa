/* booklet: the booklet of a content, composed and dumped as blocks; for tests of what stands in it.
 */
#ifndef BIFOLIO_TESTS_BOOKLET_H
#define BIFOLIO_TESTS_BOOKLET_H

#include <glib/gstdio.h>
#include <string.h>

#include "block/block.h"
#include "doc/compose.h"
#include "model/build.h"

typedef struct Booklet {
	Arena *arena;
	Sources *sources;
	Diags *diags;
	const Event *event;
	char *dump;
} Booklet;

/* print: what stands behind the key, or NULL. */
static inline void booklet_open_of(
	Booklet *booklet, const char *content, const char *print, gboolean is_long) {
	g_autofree char *folder = g_dir_make_tmp("bifolio-contents-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "event.yaml", NULL);
	g_autofree char *text =
		print ? g_strdup_printf("%sprint: %s\n", content, print) : g_strdup(content);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	booklet->arena = arena_new();
	booklet->sources = sources_new();
	booklet->diags = diags_new();
	BuildOptions options = {.keep_going = FALSE};
	booklet->event =
		event_load(booklet->arena, folder, &options, booklet->sources, booklet->diags);
	g_assert_nonnull(booklet->event);
	g_assert_cmpint(diags_count(booklet->diags, DIAG_ERROR), ==, 0);
	const char *const folders[] = {"content/lang", NULL};
	Compose compose = {.arena = booklet->arena,
		.event = booklet->event,
		.lang = lang_load(booklet->arena, booklet->event->language, folders,
			booklet->sources, booklet->diags),
		.diags = booklet->diags,
		.time_form = {.clock = 24, .language = booklet->event->language},
		.dates = date_memos_new(booklet->arena),
		.long_book = is_long,
		.version = "test"};
	booklet->dump = block_dump(compose_booklet(&compose, TALKS_FLOW));
	g_remove(path);
	g_rmdir(folder);
}

static inline void booklet_close(Booklet *booklet) {
	g_free(booklet->dump);
	diags_free(booklet->diags);
	sources_free(booklet->sources);
	arena_free(booklet->arena);
}

/* The lines of the dump with `what` in them, without what stands before it. */
static inline char *lines_with(const char *dump, const char *what) {
	g_auto(GStrv) lines = g_strsplit(dump, "\n", -1);
	GString *out = g_string_new(NULL);
	for (int i = 0; lines[i]; i++) {
		const char *found = strstr(lines[i], what);
		if (found) {
			g_string_append_printf(out, "%s\n", found + strlen(what));
		}
	}
	return g_string_free(out, FALSE);
}

#endif
