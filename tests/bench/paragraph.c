/* paragraph: what a paragraph costs, as a multiple of HarfBuzz's shaping of the same text in the
 * same face as one stretch:
 *
 *   paragraph TEXT
 *
 * Lines of TEXT: paragraphs; "# TITLE" lines are left out. Seconds of processor, the best of
 * several runs; each run begins without a single word known. */
#include <stdio.h>
#include <string.h>

#include "text/context.h"
#include "theme/theme.h"

enum { RUNS = 5 };

typedef struct Bench {
	Arena *arena;
	GPtrArray *sources; /* const Inline */
	gsize bytes;
	StyleSheet sheet;
} Bench;

static gboolean load_text(Bench *bench, const char *path, GError **error) {
	g_autofree char *text = NULL;
	if (!g_file_get_contents(path, &text, NULL, error)) {
		return FALSE;
	}
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (int i = 0; lines[i]; i++) {
		if (lines[i][0] != '\0' && lines[i][0] != '#') {
			g_ptr_array_add(bench->sources,
				(gpointer)inline_new(bench->arena, lines[i], "en", SPAN_NONE));
			bench->bytes += strlen(lines[i]);
		}
	}
	return TRUE;
}

static gboolean load_sheet(Bench *bench, const char *name) {
	static const char *const folders[] = {"content/themes", NULL};
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	ThemeRequest request = {
		.name = name, .where = SPAN_NONE, .accent_where = SPAN_NONE, .folders = folders};
	const Theme *theme = theme_load(bench->arena, &request, sources, diags);
	if (theme) {
		bench->sheet = theme->sheet;
	}
	return theme != NULL;
}

/* The face of prose, as a paragraph would ask for it. */
static hb_font_t *prose_font(const Bench *bench, const TextFonts *fonts) {
	const Style *style = &bench->sheet.styles[STYLE_PROSE];
	const Family *family = fontset_family(fonts, bench->sheet.families[style->font]);
	return fontset_engine(fonts, fontset_match(fonts, family, style->weight, FALSE))->font;
}

static double time_shaping(const Bench *bench, hb_font_t *font) {
	static const hb_feature_t features[] = {
		{HB_TAG('l', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
		{HB_TAG('p', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
	hb_buffer_t *buffer = hb_buffer_create();
	double started = text_cpu_seconds();
	for (guint i = 0; i < bench->sources->len; i++) {
		const Inline *source = bench->sources->pdata[i];
		hb_buffer_clear_contents(buffer);
		hb_buffer_add_utf8(buffer, source->text, source->length, 0, source->length);
		hb_buffer_guess_segment_properties(buffer);
		hb_shape(font, buffer, features, G_N_ELEMENTS(features));
	}
	double spent = text_cpu_seconds() - started;
	hb_buffer_destroy(buffer);
	return spent;
}

static double time_setting(const Bench *bench, const TextFonts *fonts, int *lines) {
	g_autoptr(TextContext) context = text_context_new(fonts, NULL);
	g_autoptr(Arena) arena = arena_new();
	ParSpec spec = {.sheet = &bench->sheet,
		.role = STYLE_PROSE,
		.measure = len_from_mm(99.33),
		.language = "en"};
	*lines = 0;
	double started = text_cpu_seconds();
	for (guint i = 0; i < bench->sources->len; i++) {
		spec.source = bench->sources->pdata[i];
		*lines += par_set(context, arena, &spec)->line_count;
	}
	return text_cpu_seconds() - started;
}

static gboolean measure(Bench *bench, const char *theme, GError **error) {
	if (!load_sheet(bench, theme)) {
		return FALSE;
	}
	double shaping = 1e9, setting = 1e9;
	int lines = 0;
	for (int run = 0; run < RUNS; run++) {
		g_autoptr(TextFonts) fonts = text_fonts_new("fonts", NULL, error);
		if (!fonts) {
			return FALSE;
		}
		/* Both once without the clock: fonts and dictionaries are read then. */
		hb_font_t *font = prose_font(bench, fonts);
		Bench first = *bench;
		first.sources = g_ptr_array_new();
		g_ptr_array_add(first.sources, bench->sources->pdata[0]);
		time_shaping(&first, font);
		time_setting(&first, fonts, &lines);
		g_ptr_array_unref(first.sources);
		double spent = time_shaping(bench, font);
		shaping = MIN(shaping, spent);
		spent = time_setting(bench, fonts, &lines);
		setting = MIN(setting, spent);
	}
	printf("paragraph %s: %u paragraphs, %d lines, %.1f us each; %.2f times hb_shape (%.1f "
	       "us)\n",
		theme, bench->sources->len, lines, 1e6 * setting / bench->sources->len,
		setting / shaping, 1e6 * shaping / bench->sources->len);
	return TRUE;
}

int main(int argc, char **argv) {
	if (argc != 2) {
		fputs("usage: paragraph TEXT\n", stderr);
		return 2;
	}
	static const char *const themes[] = {"signal", "scholarly"}; /* ragged, justified */
	g_autoptr(GError) error = NULL;
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(GPtrArray) sources = g_ptr_array_new();
	Bench bench = {.arena = arena, .sources = sources};
	gboolean ok = load_text(&bench, argv[1], &error) && sources->len > 0;
	for (gsize i = 0; ok && i < G_N_ELEMENTS(themes); i++) {
		ok = measure(&bench, themes[i], &error);
	}
	if (!ok) {
		fprintf(stderr, "paragraph: %s\n", error ? error->message : "no text or no theme");
	}
	return ok ? 0 : 3;
}
