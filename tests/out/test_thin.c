/* A large font made thin: the glyphs that are kept look as they did, all else is as it was. */
#include <hb-ot.h>
#include <hb.h>
#include <string.h>

#include "out/face.h"
#include "out/thin.h"
#include "sample.h"

enum { JAPANESE = 0, CHINESE = 2, PROBE_MOST = 30000, STEP = 211 };

static GBytes *font_file(const char *path) {
	GMappedFile *file = g_mapped_file_new(path, FALSE, NULL);
	g_assert_nonnull(file);
	GBytes *bytes = g_mapped_file_get_bytes(file);
	g_mapped_file_unref(file);
	return bytes;
}

static hb_font_t *font_open(GBytes *bytes, int index) {
	gsize size;
	const char *data = g_bytes_get_data(bytes, &size);
	hb_blob_t *blob = hb_blob_create(data, (unsigned)size, HB_MEMORY_MODE_READONLY, NULL, NULL);
	hb_face_t *face = hb_face_create(blob, (unsigned)index);
	hb_font_t *font = hb_font_create(face);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return font;
}

/* --- outlines ----------------------------------------------------------------------------- */

static void put_line(
	hb_draw_funcs_t *funcs, void *to, hb_draw_state_t *state, float x, float y, void *unused) {
	(void)funcs, (void)state, (void)unused;
	g_string_append_printf(to, "%g %g,", (double)x, (double)y);
}

static void put_curve(hb_draw_funcs_t *funcs, void *to, hb_draw_state_t *state, float x1, float y1,
	float x2, float y2, float x, float y, void *unused) {
	put_line(funcs, to, state, x1, y1, unused);
	put_line(funcs, to, state, x2, y2, unused);
	put_line(funcs, to, state, x, y, unused);
}

static char *outline(hb_font_t *font, unsigned glyph) {
	GString *points = g_string_new(NULL);
	hb_draw_funcs_t *funcs = hb_draw_funcs_create();
	hb_draw_funcs_set_move_to_func(funcs, put_line, NULL, NULL);
	hb_draw_funcs_set_line_to_func(funcs, put_line, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(funcs, put_curve, NULL, NULL);
	hb_font_get_glyph_shape(font, glyph, funcs, points);
	hb_draw_funcs_destroy(funcs);
	return g_string_free(points, FALSE);
}

static gboolean is_kept(unsigned glyph) {
	return glyph % 2 == 0;
}

static GlyphSet *kept_glyphs(void) {
	GlyphSet *kept = g_new0(GlyphSet, 1);
	for (unsigned glyph = 1; glyph < PROBE_MOST; glyph += STEP) {
		kept->has[glyph] = (guint8)is_kept(glyph);
	}
	return kept;
}

static void compare(const char *path, int index) {
	g_autoptr(GBytes) whole = font_file(path);
	g_autofree GlyphSet *kept = kept_glyphs();
	g_autoptr(GBytes) thin = thin_font(whole, index, kept);
	g_assert_nonnull(thin);
	g_assert_cmpuint(g_bytes_get_size(thin) * 5, <, g_bytes_get_size(whole));
	hb_font_t *was = font_open(whole, index), *is = font_open(thin, 0);
	g_assert_cmpuint(hb_face_get_glyph_count(hb_font_get_face(was)), ==,
		hb_face_get_glyph_count(hb_font_get_face(is)));
	int drawn = 0;
	for (unsigned glyph = 1; glyph < PROBE_MOST; glyph += STEP) {
		g_autofree char *before = outline(was, glyph), *after = outline(is, glyph);
		g_assert_cmpstr(after, ==, is_kept(glyph) ? before : "");
		g_assert_cmpint(hb_font_get_glyph_h_advance(was, glyph), ==,
			hb_font_get_glyph_h_advance(is, glyph));
		drawn += is_kept(glyph) && *after;
	}
	g_assert_cmpint(drawn, >, PROBE_MOST / STEP / 3);
	g_autofree char *before = outline(was, 0), *after = outline(is, 0);
	g_assert_cmpstr(before, ==, after);
	hb_font_destroy(was);
	hb_font_destroy(is);
	/* What is thin already comes out as it went in. */
	g_autoptr(GBytes) again = thin_font(thin, 0, kept);
	g_assert_true(again && g_bytes_equal(thin, again));
}

static void test_outlines(void) {
	compare("fonts/NotoSansCJK-Regular.ttc", CHINESE);
	compare("fonts/NotoSerifCJK-Bold.ttc", JAPANESE);
}

/* --- what is none ------------------------------------------------------------------------- */

static void test_others(void) {
	static const char *const others[] = {
		"fonts/Inter-Regular.otf", "fonts/NotoSansHebrew-Regular.ttf", "fonts/fonts.lock"};
	g_autofree GlyphSet *kept = kept_glyphs();
	for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
		g_autoptr(GBytes) whole = font_file(others[i]);
		g_assert_null(thin_font(whole, 0, kept));
	}
	g_autoptr(GBytes) whole = font_file("fonts/NotoSansCJK-Regular.ttc");
	g_assert_null(thin_font(whole, 1000, kept));
	g_assert_null(thin_font(whole, -1, kept));
}

/* Nothing in a damaged file is believed: it is refused, or something comes out, but nothing is read
 * that is not there. */
static void test_damaged(void) {
	enum { CUTS = 40, FLIPS = 120, HEADS = 1200 };
	g_autoptr(GBytes) whole = font_file("fonts/NotoSansCJK-Regular.ttc");
	g_autofree GlyphSet *kept = kept_glyphs();
	g_autoptr(GBytes) thin = thin_font(whole, JAPANESE, kept);
	gsize size;
	const guint8 *data = g_bytes_get_data(thin, &size);
	for (gsize i = 0; i < CUTS; i++) {
		gsize length = i < CUTS / 2 ? i * 16 : size * i / CUTS;
		g_autoptr(GBytes) cut = g_bytes_new(data, length);
		g_bytes_unref(thin_font(cut, 0, kept));
	}
	int refused = 0;
	for (int i = 0; i < FLIPS; i++) {
		g_autofree guint8 *bytes = g_memdup2(data, size);
		bytes[g_test_rand_int_range(0, HEADS)] ^= (guint8)g_test_rand_int_range(1, 256);
		g_autoptr(GBytes) flipped = g_bytes_new_static(bytes, size);
		g_autoptr(GBytes) made = thin_font(flipped, 0, kept);
		refused += made == NULL;
	}
	g_assert_cmpint(refused, >, 0);
}

/* --- faces -------------------------------------------------------------------------------- */

static double ink_of(Faces *faces, unsigned glyph) {
	g_autoptr(GError) error = NULL;
	cairo_matrix_t size, upright;
	cairo_matrix_init_scale(&size, 10, 10);
	cairo_matrix_init_identity(&upright);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_face_t *face = faces_open(faces, FACE_CJK, &error);
	g_assert_no_error(error);
	cairo_scaled_font_t *font = cairo_scaled_font_create(face, &size, &upright, options);
	cairo_glyph_t at = {.index = glyph};
	cairo_text_extents_t extents;
	cairo_scaled_font_glyph_extents(font, &at, 1, &extents);
	cairo_scaled_font_destroy(font);
	cairo_font_options_destroy(options);
	return extents.width;
}

/* A page that is none of the document's has its glyphs when it was expected. */
static void test_expected(void) {
	Sample sample, other;
	sample_init(&sample);
	sample_init(&other);
	PageBuilder *builder = sample_page(&sample, 148, 210);
	sample_text(&sample, builder, FACE_CJK, 10, "山", 20, 20);
	sample_page_end(&sample, builder, "1");
	builder = sample_page(&other, 148, 210);
	sample_text(&other, builder, FACE_CJK, 10, "川", 20, 20);
	sample_page_end(&other, builder, "1");
	unsigned own = sample_word(&sample, FACE_CJK, "山", 3, FALSE)->glyphs[0].index;
	unsigned more = sample_word(&sample, FACE_CJK, "川", 3, FALSE)->glyphs[0].index;
	Faces *faces = faces_new(&sample.document);
	faces_expect(faces, other.document.pages);
	g_assert_cmpfloat(ink_of(faces, own), >, 1);
	g_assert_cmpfloat(ink_of(faces, more), >, 1);
	faces_free(faces);
	sample_finish(&sample);
	sample_finish(&other);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/out/thin/outlines", test_outlines);
	g_test_add_func("/out/thin/others", test_others);
	g_test_add_func("/out/thin/damaged", test_damaged);
	g_test_add_func("/out/thin/expected", test_expected);
	return g_test_run();
}
