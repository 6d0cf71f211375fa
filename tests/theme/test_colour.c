/* Contrast of the palettes as DESIGN.md 4 has them, and arithmetic of colours. */
#include <math.h>

#include "theme/colour.h"
#include "theme/theme.h"

typedef struct Row {
	const char *name;
	double ink_paper, accent_paper, ink_tint, accent_tint, grey_paper, grey_tint;
} Row;

/* The table of the design, as measured there; 0 = no tint. */
static const Row rows[] = {
	{"signal", 18.0, 4.89, 15.5, 4.22, 6.8, 5.9},
	{"lake", 17.1, 6.91, 14.7, 5.94, 7.0, 6.0},
	{"fern", 16.8, 6.25, 14.5, 5.39, 7.1, 6.1},
	{"plum", 17.8, 8.32, 15.0, 7.01, 7.3, 6.1},
	{"plain", 21.0, 21.0, 0, 0, 21.0, 0},
};

static void assert_near(double measured, double wanted, double tolerance) {
	g_assert_cmpfloat_with_epsilon(measured, wanted, tolerance);
}

static void test_palettes(void) {
	for (int i = 0; i < (int)G_N_ELEMENTS(rows); i++) {
		g_autoptr(Arena) arena = arena_new();
		g_autoptr(Sources) sources = sources_new();
		g_autoptr(Diags) diags = diags_new();
		ThemeRequest request = {.name = rows[i].name,
			.where = SPAN_NONE,
			.folders = (const char *const[]){"content/themes", NULL}};
		const Theme *theme = theme_load(arena, &request, sources, diags);
		g_assert_nonnull(theme);
		const Colour *palette = theme->palette;
		Colour paper = palette[COLOUR_PAPER], tint = palette[COLOUR_TINT];
		Colour accent = palette[COLOUR_ACCENT];
		assert_near(colour_contrast(palette[COLOUR_INK], paper), rows[i].ink_paper, 0.051);
		assert_near(colour_contrast(accent, paper), rows[i].accent_paper, 0.0051);
		assert_near(colour_contrast(accent, 0xffffff), rows[i].accent_paper, 0.0051);
		assert_near(
			colour_contrast(palette[COLOUR_GREY], paper), rows[i].grey_paper, 0.051);
		if (rows[i].ink_tint > 0) {
			assert_near(colour_contrast(palette[COLOUR_INK], tint), rows[i].ink_tint,
				0.051);
			assert_near(colour_contrast(accent, tint), rows[i].accent_tint, 0.0051);
			assert_near(colour_contrast(palette[COLOUR_GREY], tint), rows[i].grey_tint,
				0.051);
		} else {
			g_assert_cmphex(tint, ==, paper);
		}
	}
}

/* The darker ring of the clock: white on it 6.0 to 9.7. */
static void test_ring(void) {
	static const Colour accents[] = {0xd6301a, 0x0a5c9e, 0x0b6e4f, 0x86286a};
	for (int i = 0; i < 4; i++) {
		double contrast = colour_contrast(colour_times(accents[i], 0.88), 0xffffff);
		g_assert_cmpfloat(contrast, >, 5.9);
		g_assert_cmpfloat(contrast, <, 9.8);
	}
	g_assert_cmphex(colour_times(0xff8000, 0.5), ==, 0x804000);
}

static void test_extremes(void) {
	assert_near(colour_contrast(0x000000, 0xffffff), 21.0, 1e-9);
	assert_near(colour_contrast(0xffffff, 0x000000), 21.0, 1e-9);
	assert_near(colour_contrast(0x123456, 0x123456), 1.0, 1e-9);
}

static void test_parse(void) {
	Colour colour = 1;
	g_assert_true(colour_parse("#D6301a", &colour));
	g_assert_cmphex(colour, ==, 0xd6301a);
	g_assert_true(colour_parse("#0f8", &colour));
	g_assert_cmphex(colour, ==, 0x00ff88);
	static const char *const bad[] = {"", "#", "red", "#12", "#1234", "#12345g", "#1234567",
		"123456", " #123456", "#12345 "};
	for (int i = 0; i < (int)G_N_ELEMENTS(bad); i++) {
		g_assert_false(colour_parse(bad[i], &colour));
	}
	g_assert_cmphex(colour, ==, 0x00ff88);
}

static void test_darken(void) {
	int steps = -1;
	g_assert_cmphex(colour_darkened_for_white(0x0a5c9e, &steps), ==, 0x0a5c9e);
	g_assert_cmpint(steps, ==, 0);
	static const Colour light[] = {0xffcc00, 0x00ff88, 0xffffff, 0x888888, 0xff0000, 0x3399ff};
	for (int i = 0; i < (int)G_N_ELEMENTS(light); i++) {
		Colour dark = colour_darkened_for_white(light[i], &steps);
		g_assert_cmpint(steps, >, 0);
		g_assert_cmpfloat(colour_contrast(dark, 0xffffff), >=, 4.5);
		/* Not darker than needed: one step less would not do. */
		g_assert_cmpfloat(colour_contrast(dark, 0xffffff), <, 5.2);
	}
	/* Hue stays: pure yellow stays without blue. */
	g_assert_cmphex(colour_darkened_for_white(0xffcc00, NULL) & 0xff, ==, 0);
	/* Pure red fails at 4.0 and is one step from 4.5: lightness .50 to .46. */
	g_assert_cmphex(colour_darkened_for_white(0xff0000, &steps), ==, 0xeb0000);
	g_assert_cmpint(steps, ==, 2);
}

static void test_mix(void) {
	g_assert_cmphex(colour_mixed(0x000000, 0xffffff, 0.5), ==, 0x808080);
	g_assert_cmphex(colour_mixed(0x123456, 0xffffff, 1.0), ==, 0x123456);
	g_assert_cmphex(colour_mixed(0x123456, 0xffffff, 0.0), ==, 0xffffff);
}

/* It passes, a step of lightness back it does not, and what passes stays as it is. */
static void test_readable(void) {
	static const Colour grounds[] = {0xffffff, 0x000000, 0xfbebe6, 0x0a5c9e, 0x808080};
	static const Colour colours[] = {
		0xffcc00, 0xaaaaaa, 0xd6301a, 0x104bd5, 0x13201a, 0xffffff};
	for (gsize i = 0; i < G_N_ELEMENTS(grounds) * G_N_ELEMENTS(colours); i++) {
		Colour ground = grounds[i % G_N_ELEMENTS(grounds)];
		Colour colour = colours[i / G_N_ELEMENTS(grounds)];
		Colour found = colour_readable(colour, ground, 4.5);
		g_assert_cmpfloat(colour_contrast(found, ground), >=, 4.5);
		if (colour_contrast(colour, ground) >= 4.5) {
			g_assert_cmphex(found, ==, colour);
		}
	}
	g_assert_cmphex(colour_readable(0xaaaaaa, 0xffffff, 4.5), ==, 0x747474);
	g_assert_cmphex(colour_readable(0x333333, 0x000000, 4.5), >, 0x333333);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/colour/palettes", test_palettes);
	g_test_add_func("/colour/ring", test_ring);
	g_test_add_func("/colour/extremes", test_extremes);
	g_test_add_func("/colour/parse", test_parse);
	g_test_add_func("/colour/darken", test_darken);
	g_test_add_func("/colour/mix", test_mix);
	g_test_add_func("/colour/readable", test_readable);
	return g_test_run();
}
