/* What tests of single paragraphs share: fonts, a style sheet, a paragraph set, its lines told. */
#ifndef BIFOLIO_TESTS_TEXT_FIXTURE_H
#define BIFOLIO_TESTS_TEXT_FIXTURE_H

#include <string.h>

#include "page/page.h"
#include "sheet.h"

typedef struct Fixture {
	Arena *arena;
	TextFonts *fonts;
	TextContext *context;
	StyleSheet sheet;
} Fixture;

static inline void set_up(Fixture *fixture, gconstpointer data) {
	(void)data;
	g_autoptr(GError) error = NULL;
	fixture->arena = arena_new();
	fixture->fonts = text_fonts_new("fonts", NULL, &error);
	g_assert_no_error(error);
	fixture->context = text_context_new(fixture->fonts, &error);
	g_assert_no_error(error);
	fixture->sheet = test_sheet();
}

static inline void tear_down(Fixture *fixture, gconstpointer data) {
	(void)data;
	text_context_free(fixture->context);
	text_fonts_free(fixture->fonts);
	arena_free(fixture->arena);
}

static inline const Par *set(Fixture *fixture, StyleRole role, Len measure, const char *text,
	const char *language, const InlineSpan *span) {
	Inline *source = arena_new_of(fixture->arena, Inline);
	*source = (Inline){.text = text, .length = (int)strlen(text), .language = language};
	source->span_count = span ? 1 : 0;
	source->spans = span;
	ParSpec spec = {.source = source,
		.sheet = &fixture->sheet,
		.role = role,
		.measure = measure,
		.language = language};
	return par_set(fixture->context, fixture->arena, &spec);
}

/* Lines with "|" between them, spaces at their ends cut. */
static inline char *lines_of(const Par *par) {
	GString *out = g_string_new(NULL);
	for (int i = 0; i < par->line_count; i++) {
		g_autofree char *text = line_text(&par->lines[i]);
		g_string_append_printf(out, "%s%s", i > 0 ? "|" : "", g_strchomp(text));
	}
	return g_string_free(out, FALSE);
}

#endif
