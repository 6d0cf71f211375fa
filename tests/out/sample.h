/* sample: documents made by hand for the tests of out/, with words shaped by HarfBuzz, so that no
 * other room stands between a test and what it tests. */
#ifndef BIFOLIO_TESTS_OUT_SAMPLE_H
#define BIFOLIO_TESTS_OUT_SAMPLE_H

#include <glib/gstdio.h>
#include <hb-ot.h>
#include <hb.h>
#include <math.h>
#include <string.h>

#include "out/out.h"
#include "page/page.h"

enum { FACE_SANS, FACE_PROSE, FACE_ARABIC, FACE_HEBREW, FACE_CJK, FACE_COUNT };
enum { INK, ACCENT, GREY, PAPER, ON_ACCENT, COLOURS };

static const FontFace sample_faces[FACE_COUNT] = {
	{.path = "fonts/Inter-Regular.otf", .family = "Inter", .weight = 400},
	{.path = "fonts/Vollkorn-Regular.ttf", .family = "Vollkorn", .weight = 400},
	{.path = "fonts/NotoNaskhArabic-Regular.ttf", .family = "Noto Naskh Arabic", .weight = 400},
	{.path = "fonts/NotoSansHebrew-Regular.ttf", .family = "Noto Sans Hebrew", .weight = 400},
	{.path = "fonts/NotoSansCJK-Regular.ttc", .family = "Noto Sans CJK JP", .weight = 400},
};
static const FontTable sample_fonts = {.count = FACE_COUNT, .faces = sample_faces};
static const Colour sample_palette[COLOURS] = {0x15181c, 0x0b5c8a, 0x6b7280, 0xffffff, 0xfdfdfd};

typedef struct Sample {
	Arena *arena;
	hb_font_t *fonts[FACE_COUNT];
	GArray *pages; /* Page */
	Document document;
} Sample;

static inline hb_font_t *sample_font(Sample *sample, int face) {
	if (!sample->fonts[face]) {
		hb_blob_t *blob = hb_blob_create_from_file_or_fail(sample_faces[face].path);
		g_assert_nonnull(blob);
		hb_face_t *opened = hb_face_create(blob, (unsigned)sample_faces[face].index);
		sample->fonts[face] = hb_font_create(opened);
		hb_font_set_scale(sample->fonts[face], 65536, 65536);
		hb_face_destroy(opened);
		hb_blob_destroy(blob);
	}
	return sample->fonts[face];
}

static inline void sample_glyphs(Sample *sample, ShapedWord *word, hb_buffer_t *buffer) {
	unsigned count;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &count);
	const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(buffer, NULL);
	Glyph *glyphs = arena_array_of(sample->arena, Glyph, count);
	GlyphCluster *clusters = arena_array_of(sample->arena, GlyphCluster, count);
	for (unsigned i = 0; i < count; i++) {
		glyphs[i] = (Glyph){
			info[i].codepoint, at[i].x_advance, at[i].x_offset, -at[i].y_offset};
		word->advance += at[i].x_advance;
		g_assert_cmpuint(info[i].codepoint, !=, 0);
	}
	/* Clusters in logical order: from the last glyph where the word runs backward. */
	unsigned end = (unsigned)word->byte_count;
	for (unsigned n = 0; n < count; n++) {
		unsigned first = word->backward ? count - 1 - n : n, start = info[first].cluster;
		if (n == 0 || start != info[word->backward ? first + 1 : first - 1].cluster) {
			GlyphCluster *next = &clusters[word->cluster_count++];
			next->byte_count = (guint8)(end - start);
			if (n > 0) {
				next[-1].byte_count =
					(guint8)(next[-1].byte_count - next->byte_count);
			}
		}
		clusters[word->cluster_count - 1].glyph_count++;
	}
	word->glyph_count = (int)count;
	word->glyphs = glyphs;
	word->clusters = clusters;
}

static inline const ShapedWord *sample_word(
	Sample *sample, int face, const char *text, int length, gboolean rtl) {
	hb_buffer_t *buffer = hb_buffer_create();
	hb_buffer_add_utf8(buffer, text, length, 0, length);
	hb_buffer_guess_segment_properties(buffer);
	hb_buffer_set_direction(buffer, rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_shape(sample_font(sample, face), buffer, NULL, 0);
	ShapedWord *word = arena_new_of(sample->arena, ShapedWord);
	word->face = face;
	word->byte_count = length;
	word->text = arena_strndup(sample->arena, text, (size_t)length);
	word->backward = rtl;
	sample_glyphs(sample, word, buffer);
	hb_buffer_destroy(buffer);
	return word;
}

/* A line of one run: words and spaces between them, from the left or, rtl, from the right. */
static inline Line *sample_line(Sample *sample, LineRun look, int face, const char *text) {
	gboolean rtl = face == FACE_ARABIC || face == FACE_HEBREW;
	GArray *words = g_array_new(FALSE, FALSE, sizeof(PlacedWord));
	Len x = 0;
	for (const char *at = text; *at;) {
		gsize length = *at == ' ' ? 1 : strcspn(at, " ");
		PlacedWord placed = {
			sample_word(sample, face, at, (int)length, rtl), x, (int)(at - text)};
		Len width = word_width(&look, placed.word);
		x += rtl ? -width : width;
		placed.x = rtl ? x : placed.x;
		g_array_append_val(words, placed);
		at += length;
	}
	LineRun *run = arena_memdup(sample->arena, &look, sizeof look);
	run->word_count = (int)words->len;
	run->words = arena_memdup(sample->arena, words->data, words->len * sizeof(PlacedWord));
	g_array_free(words, TRUE);
	Line *line = arena_new_of(sample->arena, Line);
	line->run_count = 1;
	line->runs = run;
	line->width = ABS(x);
	line->rtl = rtl;
	return line;
}

static inline void sample_text(Sample *sample, PageBuilder *builder, int face, double size,
	const char *text, double x, double y) {
	LineRun look = {.size = len_from_pt(size), .colour = INK};
	page_add_text(builder, TAG_ARTIFACT, sample_line(sample, look, face, text), len_from_pt(x),
		len_from_pt(y));
}

static inline void sample_init(Sample *sample) {
	*sample = (Sample){.arena = arena_new()};
	sample->pages = g_array_new(FALSE, TRUE, sizeof(Page));
	sample->document = (Document){.name = "sample",
		.info = {.title = "Colloquium on Small Machines (“A\\B”)",
			.author = "Ana Exemplo",
			.subject = "An afternoon of talks",
			.keywords = "machines, small",
			.language = "en",
			.producer = "bifolio",
			.date = "2027-03-04T14:00:00Z"},
		.fonts = &sample_fonts,
		.colour_count = COLOURS,
		.palette = sample_palette};
}

static inline PageBuilder *sample_page(Sample *sample, double width_mm, double height_mm) {
	return page_builder_new(sample->arena, len_from_mm(width_mm), len_from_mm(height_mm));
}

static inline void sample_page_end(Sample *sample, PageBuilder *builder, const char *label) {
	Page page = {.label = arena_strdup(sample->arena, label),
		.kind = "sample",
		.verso = sample->pages->len % 2 == 1};
	page_builder_end(builder, &page);
	page_builder_free(builder);
	g_array_append_val(sample->pages, page);
	sample->document.pages = (const Page *)(void *)sample->pages->data;
	sample->document.page_count = (int)sample->pages->len;
}

static inline void sample_finish(Sample *sample) {
	for (int i = 0; i < FACE_COUNT; i++) {
		hb_font_destroy(sample->fonts[i]);
	}
	g_array_free(sample->pages, TRUE);
	arena_free(sample->arena);
}

/* Pages of A5 that say their number in large figures, with a frame at the trim. */
static inline void sample_numbered(Sample *sample, int count) {
	for (int i = 0; i < count; i++) {
		PageBuilder *builder = sample_page(sample, 148, 210);
		g_autofree char *text = g_strdup_printf("Page%d", i + 1);
		g_autofree char *label = g_strdup_printf("%d", i + 1);
		sample_text(sample, builder, FACE_SANS, 36, text, 150, 200);
		Rect band = {0, 0, len_from_mm(148), len_from_mm(12)};
		page_add_fill(builder, band, i % 2 ? ACCENT : GREY, TRUE);
		sample_page_end(sample, builder, label);
	}
}

/* Runs a command line; its output, or NULL when it fails. */
static inline char *sample_run(const char *format, ...) G_GNUC_PRINTF(1, 2);
static inline char *sample_run(const char *format, ...) {
	va_list args;
	va_start(args, format);
	g_autofree char *command = g_strdup_vprintf(format, args);
	va_end(args);
	char *output = NULL;
	g_autofree char *errors = NULL;
	int status = -1;
	g_autoptr(GError) error = NULL;
	if (!g_spawn_command_line_sync(command, &output, &errors, &status, &error) || status != 0) {
		g_test_message("%s: %s%s%s", command, error ? error->message : "", output, errors);
		g_free(output);
		return NULL;
	}
	return output;
}

/* Removes a folder and all in it. */
static inline void sample_remove(const char *path) {
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	for (const char *name; dir && (name = g_dir_read_name(dir));) {
		g_autofree char *child = g_build_filename(path, name, NULL);
		sample_remove(child);
	}
	g_remove(path);
}

#endif
