/* Sections `scripts:` of themes: whose sheet is chosen, what follows the line, what is told of
 * mistakes in sections that nobody asked for. */
#include <string.h>

#include "fixture.h"
#include "theme/script.h"

/* text: of the theme "mine"; NULL: the theme signal. */
static const Theme *case_load(Case *one, const char *text, const char *language) {
	const char *folders[] = {one->folder, "content/themes", NULL};
	ThemeRequest request = {.name = text ? "mine" : "signal",
		.where = SPAN_NONE,
		.language = language,
		.accent_where = SPAN_NONE,
		.folders = folders};
	if (text) {
		g_autofree char *path = g_build_filename(one->folder, "mine.yaml", NULL);
		g_autofree char *whole = g_strconcat("base: signal\n", text, NULL);
		g_assert_true(g_file_set_contents(path, whole, -1, NULL));
	}
	return theme_load(one->arena, &request, one->sources, one->diags);
}

static void assert_silent(const Case *one) {
	g_autofree char *told = diags_to_text(one->diags, one->sources, FALSE);
	g_assert_cmpstr(told, ==, "");
}

static void test_latin(void) {
	static const char *const languages[] = {NULL, "en", "de", "ru", "el", "vi"};
	for (int i = 0; i < (int)G_N_ELEMENTS(languages); i++) {
		Case one;
		case_init(&one);
		const Theme *theme = case_load(&one, NULL, languages[i]);
		assert_silent(&one);
		g_assert_null(theme->latin);
		g_assert_cmpint(theme->sheet.line, ==, 13 * 1024);
		g_assert_cmpstr(theme->sheet.families[FONT_PROSE], ==, "Vollkorn");
		g_assert_null(theme->sheet.companions[FONT_PROSE]);
		case_finish(&one);
	}
}

static void test_arabic(void) {
	static const char *const languages[] = {"ar", "ar-MA", "fa", "ur"};
	for (int i = 0; i < (int)G_N_ELEMENTS(languages); i++) {
		Case one;
		case_init(&one);
		const StyleSheet *sheet = &case_load(&one, NULL, languages[i])->sheet;
		assert_silent(&one);
		g_assert_cmpint(sheet->line, ==, 15 * 1024);
		g_assert_cmpint(sheet->styles[STYLE_PROSE].size, ==, len_from_pt(10.7));
		g_assert_cmpint(sheet->styles[STYLE_PROSE].leading, ==, 18 * 1024);
		/* Not said, so it follows the line. */
		g_assert_cmpint(sheet->styles[STYLE_SPEAKER].leading, ==, 15 * 1024);
		g_assert_cmpint(ABS(sheet->styles[STYLE_BIO].leading - 12 * 1024), <=, 1);
		g_assert_cmpint(sheet->styles[STYLE_SPEAKER].size, ==, len_from_pt(9.5));
		g_assert_cmpstr(sheet->families[FONT_PROSE], ==, "Noto Naskh Arabic");
		g_assert_cmpstr(sheet->companions[FONT_PROSE], ==, "Vollkorn");
		g_assert_true(sheet->upright);
		for (int role = 0; role < STYLE_ROLE_COUNT; role++) {
			g_assert_false(sheet->styles[role].italic);
		}
		case_finish(&one);
	}
}

static void test_japanese(void) {
	Case one;
	case_init(&one);
	const StyleSheet *sheet = &case_load(&one, NULL, "ja")->sheet;
	const Style *prose = &sheet->styles[STYLE_PROSE];
	/* 32 characters on the text column of A5. */
	g_assert_cmpint(32 * prose->size, <=, len_from_mm(99.3333));
	g_assert_cmpint(33 * prose->size, >, len_from_mm(99.3333));
	g_assert_cmpint(prose->leading, ==, 15 * 1024);
	g_assert_cmpint(prose->align, ==, ALIGN_JUSTIFY);
	g_assert_cmpint(ABS(sheet->styles[STYLE_TALK_TITLE].leading - len_from_pt(22.5)), <=, 1);
	g_assert_true(sheet->indent_first);
	g_assert_cmpstr(sheet->companions[FONT_PROSE], ==, "Linux Libertine O");
	g_assert_cmpstr(sheet->companions[FONT_FACTS], ==, "Inter");
	case_finish(&one);
}

/* English beside Arabic: its own families, on Arabic's line. */
static void test_latin_beside(void) {
	Case one;
	case_init(&one);
	const Theme *theme = case_load(&one, NULL, "ar");
	const Style *prose = &theme->latin->styles[STYLE_PROSE];
	g_assert_cmpstr(theme->latin->families[FONT_PROSE], ==, "Vollkorn");
	g_assert_cmpint(ABS(prose->leading - 15 * 1024), <=, 1);
	g_assert_cmpint(prose->size, >, len_from_pt(9.5));
	g_assert_cmpint(prose->size, <, len_from_pt(9.5 * 15 / 13));
	case_finish(&one);
}

/* A theme changes one script and leaves the others alone; what it says of all comes first. */
static void test_own(void) {
	static const char text[] = "styles: {prose: {size: 12}, speaker: {weight: 500}}\n"
				   "scripts:\n"
				   "  thai: {setting: {line: 17}, fonts: {prose: Some Thai}}\n";
	Case one;
	case_init(&one);
	const StyleSheet thai = case_load(&one, text, "th")->sheet;
	g_assert_cmpint(thai.line, ==, 17 * 1024);
	g_assert_cmpstr(thai.families[FONT_PROSE], ==, "Some Thai");
	g_assert_cmpstr(thai.families[FONT_FACTS], ==, "Noto Sans Thai");
	g_assert_cmpint(thai.styles[STYLE_PROSE].size, ==, 12 * 1024);
	g_assert_cmpint(ABS(thai.styles[STYLE_SPEAKER].leading - 17 * 1024), <=, 2);
	const StyleSheet arabic = case_load(&one, text, "ar")->sheet;
	g_assert_cmpint(arabic.styles[STYLE_PROSE].size, ==, len_from_pt(10.7));
	g_assert_cmpint(arabic.styles[STYLE_SPEAKER].weight, ==, 500);
	assert_silent(&one);
	case_finish(&one);
}

typedef struct Mistake {
	const char *name, *text, *told;
} Mistake;

static const Mistake mistakes[] = {
	{"script", "scripts:\n  arabik: {setting: {line: 15}}\n",
		"mine.yaml:3:3: error: `scripts` has no key `arabik` [unknown-key]\n"
		"    3 |   arabik: {setting: {line: 15}}\n"
		"      |   ^~~~~~\n"
		"      = did you mean `arabic`?\n"},
	{"key", "scripts:\n  thai: {sizes: {line: 15}}\n",
		"mine.yaml:3:10: error: a script has no key `sizes` [unknown-key]\n"
		"    3 |   thai: {sizes: {line: 15}}\n"
		"      |          ^~~~~\n"
		"      = known here: setting, fonts, latin, styles\n"},
	{"line", "scripts:\n  thai: {setting: {line: 90}}\n",
		"mine.yaml:3:26: error: `line` must be between 8 and 40 pt [theme-value]\n"
		"    3 |   thai: {setting: {line: 90}}\n"
		"      |                          ^~\n"},
	{"role", "scripts:\n  thai: {latin: {prosa: Inter}}\n",
		"mine.yaml:3:18: error: `latin` has no key `prosa` [unknown-key]\n"
		"    3 |   thai: {latin: {prosa: Inter}}\n"
		"      |                  ^~~~~\n"
		"      = did you mean `prose`?\n"},
	{"style", "scripts:\n  thai: {styles: {prose: {size: big}}}\n",
		"mine.yaml:3:33: error: `big` is no length for `size` [theme-value]\n"
		"    3 |   thai: {styles: {prose: {size: big}}}\n"
		"      |                                 ^~~\n"
		"      = write a number of points, or one with its unit: 9.5, 9.5 pt, 4 mm\n"},
	{"no mapping", "scripts: {thai: large}\n",
		"mine.yaml:2:17: error: a script wants keys and values [theme-value]\n"
		"    2 | scripts: {thai: large}\n"
		"      |                 ^~~~~\n"
		"      = write lines of the form `key: value` below it\n"},
};

/* They are told whatever the language. */
static void test_mistake(gconstpointer data) {
	const Mistake *mistake = data;
	Case one;
	case_init(&one);
	g_assert_null(case_load(&one, mistake->text, "en"));
	g_autofree char *told = diags_to_text(one.diags, one.sources, FALSE);
	const char *at = strstr(told, "mine.yaml:");
	g_autofree char *wanted = g_strconcat(mistake->told, "1 error\n", NULL);
	g_assert_cmpstr(at, ==, wanted);
	case_finish(&one);
}

static void test_names(void) {
	for (int i = 0; i < SCRIPT_COUNT; i++) {
		g_assert_cmpstr(script_name(i), !=, "");
		for (int j = 0; j < i; j++) {
			g_assert_cmpstr(script_name(i), !=, script_name(j));
		}
	}
	g_assert_cmpint(script_from_code("Arab"), >=, 0);
	g_assert_cmpint(script_from_code("Latn"), ==, -1);
	g_assert_cmpint(script_from_code(NULL), ==, -1);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scripts/latin", test_latin);
	g_test_add_func("/scripts/arabic", test_arabic);
	g_test_add_func("/scripts/japanese", test_japanese);
	g_test_add_func("/scripts/latin-beside", test_latin_beside);
	g_test_add_func("/scripts/own", test_own);
	g_test_add_func("/scripts/names", test_names);
	for (int i = 0; i < (int)G_N_ELEMENTS(mistakes); i++) {
		g_autofree char *path = g_strconcat("/scripts/mistake/", mistakes[i].name, NULL);
		g_test_add_data_func(path, &mistakes[i], test_mistake);
	}
	return g_test_run();
}
