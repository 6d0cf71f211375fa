/* What the measures of typographic colour share: a theme's sheet with another face, and a plain
 * text of titles and paragraphs, as they are to be set. */
#ifndef BIFOLIO_TESTS_BENCH_COLOUR_COLUMN_H
#define BIFOLIO_TESTS_BENCH_COLOUR_COLUMN_H

#include <stdio.h>
#include <string.h>

#include "text/text.h"
#include "theme/theme.h"

/* The scholarly theme's, with the face, size and leading in words: "Vollkorn", "9.5", "13". */
static inline gboolean column_sheet(Arena *arena, StyleSheet *sheet, char *const *face) {
	static const char *const folders[] = {"content/themes", NULL};
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	ThemeRequest request = {.name = "scholarly",
		.where = SPAN_NONE,
		.accent_where = SPAN_NONE,
		.folders = folders};
	const Theme *theme = theme_load(arena, &request, sources, diags);
	if (!theme) {
		g_autofree char *told = diags_to_text(diags, sources, FALSE);
		fputs(told, stderr);
		return FALSE;
	}
	*sheet = theme->sheet;
	sheet->families[FONT_PROSE] = face[0];
	Style *prose = &sheet->styles[STYLE_PROSE], *title = &sheet->styles[STYLE_TALK_TITLE];
	prose->size = len_from_pt(g_ascii_strtod(face[1], NULL));
	prose->leading = len_from_pt(g_ascii_strtod(face[2], NULL));
	title->font = FONT_PROSE;
	title->tracking = 0;
	title->size = len_scale(prose->size, 1.2);
	title->leading = len_scale(prose->leading, 1.2);
	return TRUE;
}

typedef void (*ColumnAdd)(void *user, const ParSpec *spec);

/* Each line of the text: "# TITLE" or a paragraph, indented where it follows another. */
static inline void column_each(
	Arena *arena, const char *text, const ParSpec *base, ColumnAdd add, void *user) {
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	gboolean after_title = TRUE;
	for (int i = 0; lines[i]; i++) {
		if (lines[i][0] == '\0') {
			continue;
		}
		gboolean title = g_str_has_prefix(lines[i], "# ");
		const char *words = arena_strdup(arena, title ? lines[i] + 2 : lines[i]);
		Inline *source = arena_new_of(arena, Inline);
		*source = (Inline){
			.text = words, .length = (int)strlen(words), .language = base->language};
		ParSpec spec = *base;
		spec.source = source;
		spec.role = title ? STYLE_TALK_TITLE : STYLE_PROSE;
		gboolean follows = !title && !after_title;
		spec.first_indent = follows ? base->sheet->styles[STYLE_PROSE].size : 0;
		add(user, &spec);
		after_title = title;
	}
}

typedef gboolean (*ColumnRun)(Arena *arena, char **arguments, GError **error);

/* A measure's main: six arguments, as `usage` ("NAME ARGUMENT…") says. */
static inline int column_main(int argc, char **argv, const char *usage, ColumnRun run) {
	if (argc != 7) {
		fprintf(stderr, "usage: %s\n", usage);
		return 2;
	}
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(GError) error = NULL;
	if (!run(arena, argv + 1, &error)) {
		int name = (int)strcspn(usage, " ");
		fprintf(stderr, "%.*s: %s\n", name, usage, error ? error->message : "no theme");
		return 3;
	}
	return 0;
}

#endif
