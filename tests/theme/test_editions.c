/* Sections `editions:` of themes: sizes of large print and of the phone, how they go with scripts,
 * what is told of mistakes in sections that nobody asked for. */
#include <string.h>

#include "fixture.h"

static const Theme *load(Case *one, const char *name, const char *language, const char *edition) {
	const char *folders[] = {one->folder, "content/themes", NULL};
	ThemeRequest request = {.name = name,
		.where = SPAN_NONE,
		.language = language,
		.edition = edition,
		.accent_where = SPAN_NONE,
		.folders = folders};
	return theme_load(one->arena, &request, one->sources, one->diags);
}

static gboolean is_poster(int role) {
	return role >= STYLE_POSTER_TITLE && role <= STYLE_POSTER_CAPTION;
}

/* Timetables by rooms, tabs and abstracts in two columns stand in printed booklets alone. */
static gboolean is_absent(int role) {
	return (role >= STYLE_GRID_TITLE && role <= STYLE_TAB) ||
		(role >= STYLE_DENSE_TIME && role <= STYLE_DENSE_PROSE);
}

/* In every theme that comes with bifolio. */
static void test_least(void) {
	static const char *const themes[] = {
		"signal", "lake", "fern", "plum", "plain", "scholarly"};
	static const struct {
		const char *name;
		double least;
	} editions[] = {{"large", 18}, {"phone", 11.3}};
	for (gsize i = 0; i < G_N_ELEMENTS(themes) * G_N_ELEMENTS(editions); i++) {
		Case one;
		case_init(&one);
		int e = (int)(i % G_N_ELEMENTS(editions));
		const Theme *theme = load(&one, themes[i / 2], "en", editions[e].name);
		for (int role = 0; role < STYLE_ROLE_COUNT; role++) {
			const Style *style = &theme->sheet.styles[role];
			if (is_poster(role) || is_absent(role)) {
				continue;
			}
			if (role != STYLE_MONOGRAM &&
				style->size < len_from_pt(editions[e].least)) {
				g_test_message("%s of %s: %s", editions[e].name, themes[i / 2],
					style_role_name((StyleRole)role));
				g_test_fail();
			}
			g_assert_false(style->hyphenate);
			g_assert_cmpint(style->align, !=, ALIGN_JUSTIFY);
		}
		g_assert_cmpint(diags_total(one.diags), ==, 0);
		case_finish(&one);
	}
}

static void test_large(void) {
	Case one;
	case_init(&one);
	const Theme *theme = load(&one, "signal", "en", "large");
	g_assert_cmpint(theme->sheet.line, ==, len_from_pt(26));
	g_assert_true(theme->sheet.upright);
	g_assert_cmpint(theme->sheet.styles[STYLE_PROSE].font, ==, FONT_FACTS);
	for (int role = STYLE_PAGE_TITLE; role < STYLE_MONOGRAM; role++) {
		g_assert_true(is_absent(role) || theme->sheet.styles[role].colour == COLOUR_INK);
	}
	g_assert_cmpint(theme->sheet.styles[STYLE_POSTER_PROSE].size, ==, len_from_pt(17.5));
	case_finish(&one);
}

/* What Arabic wants more than Latin it wants in every edition. */
static void test_script(void) {
	Case one;
	case_init(&one);
	const Theme *usual = load(&one, "signal", "ar", NULL);
	const Theme *phone = load(&one, "signal", "ar", "phone");
	const Theme *latin = load(&one, "signal", "en", "phone");
	const Style *style = &phone->sheet.styles[STYLE_PROSE];
	double more = (double)usual->sheet.styles[STYLE_PROSE].leading / len_from_pt(13);
	g_assert_cmpint(
		style->leading, ==, len_scale(latin->sheet.styles[STYLE_PROSE].leading, more));
	g_assert_cmpint(style->size, >, latin->sheet.styles[STYLE_PROSE].size);
	g_assert_cmpstr(phone->sheet.families[FONT_PROSE], ==, "Noto Naskh Arabic");
	g_assert_cmpint(phone->sheet.line, >, latin->sheet.line);
	g_assert_nonnull(phone->latin);
	g_assert_cmpint(phone->latin->styles[STYLE_PROSE].size, >=, len_from_pt(13.4));
	case_finish(&one);
}

/* A theme may say more of an edition than its base does, which it left alone. */
static void test_turned(void) {
	static const char text[] = "base: signal\neditions:\n  phone:\n    styles:\n"
				   "      bio: {hyphenate: yes}\n      dense-name: {italic: no}\n"
				   "      fact: {italic: yes}\n";
	Case one;
	case_init(&one);
	g_autofree char *path = g_build_filename(one.folder, "mine.yaml", NULL);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	const Style *usual = load(&one, "mine", "en", NULL)->sheet.styles;
	const Style *styles = load(&one, "mine", "en", "phone")->sheet.styles;
	g_assert_false(usual[STYLE_BIO].hyphenate);
	g_assert_true(styles[STYLE_BIO].hyphenate);
	g_assert_true(usual[STYLE_DENSE_NAME].italic);
	g_assert_false(styles[STYLE_DENSE_NAME].italic);
	g_assert_true(styles[STYLE_FACT].italic);
	g_assert_cmpint(diags_total(one.diags), ==, 0);
	case_finish(&one);
}

/* Told also to who asks for no edition. */
static void test_mistake(void) {
	static const char text[] = "base: signal\neditions:\n  tablet: {}\n"
				   "  phone: {styles: {prose: {size: 900}}, colours: {}}\n";
	Case one;
	case_init(&one);
	g_autofree char *path = g_build_filename(one.folder, "mine.yaml", NULL);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	g_assert_null(load(&one, "mine", "en", NULL));
	diags_sort(one.diags);
	g_autofree char *told = diags_to_text(one.diags, one.sources, FALSE);
	g_assert_nonnull(strstr(told, "mine.yaml:3:3: error: `editions` has no key `tablet`"));
	g_assert_nonnull(strstr(told, "known here: large, phone"));
	g_assert_nonnull(
		strstr(told, "mine.yaml:4:34: error: `size` must be between 4 and 400 pt"));
	g_assert_nonnull(strstr(told, "mine.yaml:4:41: error: an edition has no key `colours`"));
	case_finish(&one);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/theme/editions/least", test_least);
	g_test_add_func("/theme/editions/large", test_large);
	g_test_add_func("/theme/editions/script", test_script);
	g_test_add_func("/theme/editions/turned", test_turned);
	g_test_add_func("/theme/editions/mistake", test_mistake);
	return g_test_run();
}
