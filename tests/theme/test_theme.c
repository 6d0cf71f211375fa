/* Themes: the six that come with bifolio, bases, what is told of mistakes, and that every key of
 * the tables changes the theme. */
#include <string.h>

#include "fixture.h"
#include "theme/theme_keys.h"

static void case_write(Case *one, const char *name, const char *text) {
	g_autofree char *path = g_strdup_printf("%s/%s.yaml", one->folder, name);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static const Theme *case_load(Case *one, const char *name, const char *accent) {
	const char *folders[] = {one->folder, "content/themes", NULL};
	ThemeRequest request = {.name = name,
		.where = SPAN_NONE,
		.accent = accent,
		.accent_where = {.file = 0, .line = 7, .column = 3, .length = 1},
		.folders = folders};
	return theme_load(one->arena, &request, one->sources, one->diags);
}

/* Same but for names, whose addresses differ from load to load. */
static gboolean themes_equal(const Theme *one, const Theme *other) {
	Theme a = *one, b = *other;
	for (int i = 0; i < FONT_ROLE_COUNT; i++) {
		if (strcmp(a.sheet.families[i], b.sheet.families[i]) != 0) {
			return FALSE;
		}
	}
	memset(a.sheet.families, 0, sizeof a.sheet.families);
	memset(b.sheet.families, 0, sizeof b.sheet.families);
	memset(a.sheet.companions, 0, sizeof a.sheet.companions);
	memset(b.sheet.companions, 0, sizeof b.sheet.companions);
	a.name = b.name = NULL;
	a.latin = b.latin = NULL;
	return memcmp(&a, &b, sizeof a) == 0;
}

static void test_come_with(void) {
	g_autoptr(GDir) folder = g_dir_open("content/themes", 0, NULL);
	const char *file;
	int count = 0;
	while ((file = g_dir_read_name(folder))) {
		g_assert_true(g_str_has_suffix(file, ".yaml"));
		g_autofree char *name = g_strndup(file, strlen(file) - 5);
		Case one;
		case_init(&one);
		const Theme *theme = case_load(&one, name, NULL);
		g_autofree char *told = diags_to_text(one.diags, one.sources, FALSE);
		g_assert_cmpstr(told, ==, "");
		g_assert_nonnull(theme);
		g_assert_cmpstr(theme->name, ==, name);
		case_finish(&one);
		count++;
	}
	g_assert_cmpint(count, >=, 6);
}

static void test_signal(void) {
	Case one;
	case_init(&one);
	const Theme *theme = case_load(&one, "signal", NULL);
	const Style *prose = &theme->sheet.styles[STYLE_PROSE];
	g_assert_cmpint(prose->font, ==, FONT_PROSE);
	g_assert_cmpint(prose->size, ==, len_from_pt(9.5));
	g_assert_cmpint(prose->leading, ==, 13 * 1024);
	g_assert_cmpint(prose->align, ==, ALIGN_START);
	g_assert_true(prose->hyphenate);
	g_assert_cmpstr(theme->sheet.families[FONT_PROSE], ==, "Vollkorn");
	g_assert_cmpint(theme->sheet.styles[STYLE_COVER_TITLE].tracking, ==, -30);
	g_assert_cmpint(theme->sheet.styles[STYLE_AGENDA_TIME].figures, ==, FIGURES_TABULAR);
	g_assert_cmpint(theme->sheet.styles[STYLE_START_TIME].figures, ==, FIGURES_PROPORTIONAL);
	g_assert_cmpint(theme->sheet.indent, ==, len_from_mm(4));
	g_assert_cmphex(theme->palette[COLOUR_FIELD], ==, 0xd6301a);
	g_assert_cmphex(theme->palette[COLOUR_ACCENT_DARK], ==, 0xbc2a17);
	g_assert_cmphex(theme->palette[COLOUR_WHITE], ==, 0xffffff);
	g_assert_cmphex(theme->palette[COLOUR_BLACK], ==, 0);
	g_assert_cmpint(theme->head_bar, ==, len_from_pt(2.2));
	g_assert_false(theme->outlined);
	case_finish(&one);
}

static void test_plain(void) {
	Case one;
	case_init(&one);
	const Theme *theme = case_load(&one, "plain", NULL);
	for (int i = 0; i < COLOUR_COUNT; i++) {
		Colour colour = theme->palette[i];
		g_assert_true(colour == 0 || colour == 0xffffff);
	}
	g_assert_cmphex(theme->palette[COLOUR_FIELD], ==, 0xffffff);
	g_assert_cmphex(theme->palette[COLOUR_ON_FIELD], ==, 0);
	g_assert_true(theme->outlined);
	g_assert_true(theme->portrait_grey);
	case_finish(&one);
}

/* The second series looks like the first; a colour of the content's is darkened for white. */
static void test_tracks(void) {
	Case one;
	case_init(&one);
	const char *folders[] = {"content/themes", NULL};
	const Span where = {.file = 0, .line = 4, .column = 5, .length = 9};
	const ThemeTrack tracks[] = {{NULL, SPAN_NONE}, {"#8fd14f", where}, {"#123456", where}};
	ThemeRequest request = {.name = "signal",
		.where = SPAN_NONE,
		.track_count = 3,
		.tracks = tracks,
		.folders = folders};
	const Theme *theme = theme_load(one.arena, &request, one.sources, one.diags);
	const Colour *palette = theme->palette;
	g_assert_cmphex(palette[COLOUR_TRACK], ==, 0x104bd5);
	g_assert_cmphex(palette[COLOUR_TRACK + TRACK_SERIES], ==, 0x104bd5);
	g_assert_cmphex(palette[COLOUR_TRACK_TINT + TRACK_COLOURS - 1], ==, 0xe6e8ec);
	g_assert_cmphex(palette[COLOUR_TRACK + 1], !=, 0x8fd14f);
	g_assert_cmphex(palette[COLOUR_TRACK + 2], ==, 0x123456);
	for (int i = 0; i < TRACK_COLOURS; i++) {
		g_assert_cmpfloat(colour_contrast(palette[COLOUR_TRACK + i], 0xffffff), >=, 4.5);
		g_assert_cmpfloat(
			colour_contrast(palette[COLOUR_TRACK_TINT + i], palette[COLOUR_INK]), >=,
			4.5);
	}
	g_assert_cmpint(diags_total(one.diags), ==, 1);
	g_autofree char *told = diags_to_text(one.diags, one.sources, FALSE);
	g_assert_nonnull(strstr(told, "track-darkened"));
	request.name = "plain";
	theme = theme_load(one.arena, &request, one.sources, one.diags);
	g_assert_cmphex(theme->palette[COLOUR_TRACK + 2], ==, 0);
	case_finish(&one);
}

static void test_scholarly(void) {
	Case one;
	case_init(&one);
	const Theme *theme = case_load(&one, "scholarly", NULL);
	const StyleSheet *sheet = &theme->sheet;
	g_assert_cmpstr(sheet->families[FONT_PROSE], ==, "Linux Libertine O");
	g_assert_cmpstr(sheet->families[FONT_DISPLAY], ==, "Inter Display");
	g_assert_cmpint(sheet->styles[STYLE_PROSE].size, ==, 10 * 1024);
	g_assert_cmpint(sheet->styles[STYLE_PROSE].align, ==, ALIGN_JUSTIFY);
	g_assert_cmpint(sheet->styles[STYLE_BIO].align, ==, ALIGN_START);
	g_assert_cmpint(1000 - sheet->space_shrink, ==, 750);
	g_assert_cmpint(1000 + sheet->space_stretch, ==, 1500);
	g_assert_cmpint(sheet->tracking_shrink, ==, 12);
	g_assert_cmpint(sheet->tracking_stretch, ==, 20);
	g_assert_cmpint(sheet->hyphen_cost, ==, 120);
	g_assert_cmpint(sheet->rag_hyphen_cost, ==, 500);
	g_assert_true(sheet->hang);
	case_finish(&one);
}

/* Ragged, but `justify: true` finds all that justified text needs. */
static void test_ragged(void) {
	Case one;
	case_init(&one);
	const StyleSheet *sheet = &case_load(&one, "signal", NULL)->sheet;
	g_assert_cmpint(sheet->styles[STYLE_PROSE].align, ==, ALIGN_START);
	g_assert_cmpint(sheet->tracking_stretch, ==, 20);
	g_assert_cmpint(sheet->glyph_stretch, ==, 20);
	g_assert_cmpint(sheet->hyphen_cost, <, sheet->rag_hyphen_cost);
	g_assert_true(sheet->hang);
	case_finish(&one);
}

/* Nothing in print is smaller than 6.4 pt, and on the A3 agenda nothing than 22.6. */
static void test_least_sizes(void) {
	Case one;
	case_init(&one);
	const Theme *theme = case_load(&one, "signal", NULL);
	for (int i = 0; i < STYLE_ROLE_COUNT; i++) {
		g_assert_cmpint(theme->sheet.styles[i].size, >=, len_from_pt(6.4));
		g_assert_cmpint(theme->sheet.styles[i].weight % 100, ==, 0);
	}
	for (int i = STYLE_POSTER_TIME; i <= STYLE_POSTER_AFFILIATION; i++) {
		g_assert_cmpint(theme->sheet.styles[i].size, >=, len_from_pt(22.6));
	}
	case_finish(&one);
}

/* Is a face of that family, weight and slope in the lock file? */
static gboolean is_locked(const char *lock, const char *family, int weight, const char *slope) {
	g_autofree char *columns = g_strdup_printf("\tfont\t%s\t%d\t%s\t", family, weight, slope);
	return strstr(lock, columns) != NULL;
}

/* Every face that a theme asks for comes with the set-up. */
static void test_faces(void) {
	static const char *const names[] = {"signal", "plain", "scholarly"};
	g_autofree char *lock = NULL;
	g_assert_true(g_file_get_contents("fonts/fonts.lock", &lock, NULL, NULL));
	for (int i = 0; i < (int)G_N_ELEMENTS(names); i++) {
		Case one;
		case_init(&one);
		const StyleSheet *sheet = &case_load(&one, names[i], NULL)->sheet;
		for (int role = 0; role < STYLE_ROLE_COUNT; role++) {
			const Style *style = &sheet->styles[role];
			const char *family = sheet->families[style->font];
			const char *slope = style->italic ? "italic" : "roman";
			if (!is_locked(lock, family, style->weight, slope)) {
				g_error("%s: %s has no %s %d %s", names[i],
					style_role_name((StyleRole)role), family, style->weight,
					slope);
			}
		}
		g_assert_true(is_locked(lock, sheet->families[FONT_CODE], 400, "roman"));
		g_assert_true(is_locked(lock, sheet->families[FONT_PROSE], 400, "italic"));
		case_finish(&one);
	}
}

static char *other_value(const ThemeKey *key, const void *current) {
	const int *value = (const int *)(const void *)((const char *)current + key->offset);
	switch (key->kind) {
	case KEY_LENGTH:
		return g_strdup_printf("%d", *value / 1024 + 1);
	case KEY_INT:
		/* What is not said stands at 0, which may be below the least that can be. */
		return g_strdup_printf(
			"%d", *value == key->high ? key->low : MAX(*value + 1, key->low));
	case KEY_BOOL:
		return g_strdup(*value ? "no" : "yes");
	case KEY_CHOICE:
		return g_strdup(key->choices[key->choices[*value + 1] ? *value + 1 : 0]);
	case KEY_SECTION:
		break;
	}
	g_assert_not_reached();
}

/* A theme on signal that changes one key differs from it. */
static void check_changes(const Theme *signal, const char *text) {
	Case one;
	case_init(&one);
	g_autofree char *whole = g_strconcat("base: signal\n", text, NULL);
	case_write(&one, "mine", whole);
	const Theme *mine = case_load(&one, "mine", NULL);
	g_autofree char *told = diags_to_text(one.diags, one.sources, FALSE);
	if (!mine) {
		g_error("%s gives\n%s", text, told);
	}
	if (themes_equal(signal, mine)) {
		g_error("%s changes nothing", text);
	}
	case_finish(&one);
}

static void check_table(const Theme *signal, const ThemeKey *table, const void *current,
	const char *before, const char *after) {
	for (const ThemeKey *key = table; key->name; key++) {
		if (key->kind != KEY_SECTION) {
			g_autofree char *value = other_value(key, current);
			g_autofree char *text =
				g_strdup_printf("%s%s: %s%s", before, key->name, value, after);
			check_changes(signal, text);
		}
		g_assert_nonnull(key->help);
	}
}

static void test_every_key(void) {
	Case one;
	case_init(&one);
	const Theme *signal = case_load(&one, "signal", NULL);
	check_table(signal, theme_top_keys, signal, "", "\n");
	check_table(signal, theme_rule_keys, signal, "rules: {", "}\n");
	check_table(signal, theme_setting_keys, &signal->sheet, "setting: {", "}\n");
	for (int i = 0; i < STYLE_ROLE_COUNT; i++) {
		g_autofree char *before =
			g_strdup_printf("styles:\n  %s: {", style_role_name((StyleRole)i));
		check_table(signal, theme_style_keys, &signal->sheet.styles[i], before, "}\n");
	}
	for (int i = 0; i < COLOUR_COUNT; i++) {
		g_autofree char *text = g_strdup_printf(
			"colours: {%s: \"#123456\"}\n", colour_role_name((ColourRole)i));
		if (i != COLOUR_WHITE && i != COLOUR_BLACK) {
			check_changes(signal, text);
		}
	}
	for (int i = 0; i < FONT_ROLE_COUNT; i++) {
		g_autofree char *text =
			g_strdup_printf("fonts: {%s: Any Family}\n", font_role_name((FontRole)i));
		check_changes(signal, text);
	}
	case_finish(&one);
}

/* Choices of the tables are the names of the roles, in the order of the enums. */
static void test_choices(void) {
	const ThemeKey *font = &theme_style_keys[theme_key_find(theme_style_keys, "font")];
	for (int i = 0; i < FONT_ROLE_COUNT; i++) {
		g_assert_cmpstr(font->choices[i], ==, font_role_name((FontRole)i));
		FontRole role;
		g_assert_true(font_role_from_name(font->choices[i], &role));
		g_assert_cmpint((int)role, ==, i);
	}
	g_assert_null(font->choices[FONT_ROLE_COUNT]);
	const ThemeKey *colour = &theme_style_keys[theme_key_find(theme_style_keys, "colour")];
	for (int i = 0; colour->choices[i]; i++) {
		g_assert_cmpstr(colour->choices[i], ==, colour_role_name((ColourRole)i));
	}
	FontRole role;
	g_assert_false(font_role_from_name("comic", &role));
}

typedef struct Mistake {
	const char *name, *text, *told;
} Mistake;

static const Mistake mistakes[] = {
	{"unknown key", "base: signal\ncolors:\n  ink: \"#000\"\n",
		"FOLDER/mine.yaml:2:1: error: a theme has no key `colors` [unknown-key]\n"
		"    2 | colors:\n"
		"      | ^~~~~~\n"
		"      = did you mean `colours`?\n"},
	{"unknown role", "base: signal\nstyles:\n  talktitle: {size: 20}\n",
		"FOLDER/mine.yaml:3:3: error: `styles` has no key `talktitle` [unknown-key]\n"
		"    3 |   talktitle: {size: 20}\n"
		"      |   ^~~~~~~~~\n"
		"      = did you mean `talk-title`?\n"},
	{"unknown attribute", "base: signal\nstyles:\n  prose: {sise: 20}\n",
		"FOLDER/mine.yaml:3:11: error: a style has no key `sise` [unknown-key]\n"
		"    3 |   prose: {sise: 20}\n"
		"      |           ^~~~\n"
		"      = did you mean `size`?\n"},
	{"no length", "base: signal\nrules: {dot: thin}\n",
		"FOLDER/mine.yaml:2:14: error: `thin` is no length for `dot` [theme-value]\n"
		"    2 | rules: {dot: thin}\n"
		"      |              ^~~~\n"
		"      = write a number of points, or one with its unit: 9.5, 9.5 pt, 4 mm\n"},
	{"too large", "base: signal\nstyles: {prose: {size: 950}}\n",
		"FOLDER/mine.yaml:2:24: error: `size` must be between 4 and 400 pt [theme-value]\n"
		"    2 | styles: {prose: {size: 950}}\n"
		"      |                        ^~~\n"},
	{"no number", "base: signal\nsetting: {hyphen-cost: 1.5}\n",
		"FOLDER/mine.yaml:2:24: error: `1.5` is no whole number for `hyphen-cost` "
		"[theme-value]\n"
		"    2 | setting: {hyphen-cost: 1.5}\n"
		"      |                        ^~~\n"
		"      = percent of the usual demerits of a hyphen in justified text\n"},
	{"neither yes nor no", "base: signal\noutlined: maybe\n",
		"FOLDER/mine.yaml:2:11: error: `maybe` is neither yes nor no for `outlined` "
		"[theme-value]\n"
		"    2 | outlined: maybe\n"
		"      |           ^~~~~\n"
		"      = write yes or no\n"},
	{"no choice", "base: signal\nstyles: {prose: {align: justified}}\n",
		"FOLDER/mine.yaml:2:25: error: `justified` does not exist as `align` "
		"[theme-value]\n"
		"    2 | styles: {prose: {align: justified}}\n"
		"      |                         ^~~~~~~~~\n"
		"      = did you mean `justify`?\n"},
	{"no colour", "base: signal\ncolours: {ink: black-ish}\n",
		"FOLDER/mine.yaml:2:16: error: `ink` is given no colour [theme-value]\n"
		"    2 | colours: {ink: black-ish}\n"
		"      |                ^~~~~~~~~\n"
		"      = write \"#RRGGBB\", with its quotes, or the name of another role\n"},
	{"fixed colour", "base: signal\ncolours: {black: \"#333\"}\n",
		"FOLDER/mine.yaml:2:11: error: `black` cannot be changed [theme-value]\n"
		"    2 | colours: {black: \"#333\"}\n"
		"      |           ^~~~~\n"
		"      = codes are black on white, else no phone reads them\n"},
	{"colours in a circle", "base: signal\ncolours: {ink: grey, grey: ink}\n",
		"FOLDER/mine.yaml:2:16: error: the colour of `ink` leads back to itself "
		"[theme-loop]\n"
		"    2 | colours: {ink: grey, grey: ink}\n"
		"      |                ^~~~\n"
		"      = one of them wants a colour: \"#RRGGBB\"\n"},
	{"its own base", "base: mine\n",
		"FOLDER/mine.yaml:1:7: error: the bases of `mine` lead back to it [theme-loop]\n"
		"    1 | base: mine\n"
		"      |       ^~~~\n"
		"      = a theme cannot be its own base, nor through others\n"},
	{"unknown base", "base: signul\n",
		"FOLDER/mine.yaml:1:7: error: there is no theme `signul` [unknown-theme]\n"
		"    1 | base: signul\n"
		"      |       ^~~~~~\n"
		"      = did you mean `signal`?\n"},
	{"base outside", "base: ../themes/signal\n",
		"FOLDER/mine.yaml:1:7: error: there is no theme `../themes/signal` "
		"[unknown-theme]\n"
		"    1 | base: ../themes/signal\n"
		"      |       ^~~~~~~~~~~~~~~~\n"
		"      = there are: fern, lake, mine, plain, plum, scholarly, signal\n"},
	{"list for a style", "base: signal\nstyles: {prose: [1, 2]}\n",
		"FOLDER/mine.yaml:2:17: error: a style wants keys and values [theme-value]\n"
		"    2 | styles: {prose: [1, 2]}\n"
		"      |                 ^~~~~~\n"
		"      = write lines of the form `key: value` below it\n"},
	{"pale", "base: signal\ncolours: {on-field: \"#ffeeee\"}\n",
		"FOLDER/mine.yaml:2:21: warning: `on-field` on `field` has a contrast of 4.4, and "
		"4.5 is the least [low-contrast]\n"
		"    2 | colours: {on-field: \"#ffeeee\"}\n"
		"      |                     ^~~~~~~~~\n"
		"      = \"#FFF3F3\" would do for `on-field`\n"},
};

static void test_mistake(gconstpointer data) {
	const Mistake *mistake = data;
	Case one;
	case_init(&one);
	case_write(&one, "mine", mistake->text);
	const Theme *theme = case_load(&one, "mine", NULL);
	g_assert_true((theme == NULL) == (diags_count(one.diags, DIAG_ERROR) > 0));
	g_autofree char *told = diags_to_text(one.diags, one.sources, FALSE);
	GString *plain = g_string_new(told);
	g_string_replace(plain, one.folder, "FOLDER", 0);
	if (!g_str_has_prefix(plain->str, mistake->told)) {
		g_error("told:\n%s\nwanted:\n%s", plain->str, mistake->told);
	}
	g_assert_cmpint(diags_total(one.diags), ==, 1);
	g_string_free(plain, TRUE);
	case_finish(&one);
}

static void test_circle_of_two(void) {
	Case one;
	case_init(&one);
	case_write(&one, "left", "base: right\n");
	case_write(&one, "right", "base: left\n");
	g_assert_null(case_load(&one, "left", NULL));
	g_assert_cmpint(diags_total(one.diags), ==, 1);
	g_assert_cmpstr(diags_at(one.diags, 0)->code, ==, "theme-loop");
	case_finish(&one);
}

/* A theme without a base that leaves something out. */
static void test_incomplete(void) {
	Case one;
	case_init(&one);
	case_write(&one, "mine", "fonts: {facts: Inter, display: Inter, prose: Inter}\n");
	g_assert_null(case_load(&one, "mine", NULL));
	gboolean font = FALSE, style = FALSE, colour = FALSE;
	for (int i = 0; i < diags_total(one.diags); i++) {
		const char *message = diags_at(one.diags, i)->message;
		font |= strstr(message, "`code` of `fonts`") != NULL;
		style |= strstr(message, "`font` of `styles: prose`") != NULL;
		colour |= strstr(message, "`ink` of `colours`") != NULL;
	}
	g_assert_true(font && style && colour);
	case_finish(&one);
}

static void test_accent(void) {
	Case one;
	case_init(&one);
	const Theme *theme = case_load(&one, "signal", "#ffcc00");
	g_assert_nonnull(theme);
	g_assert_cmpint(diags_count(one.diags, DIAG_WARNING), ==, 1);
	g_assert_cmpstr(diags_at(one.diags, 0)->code, ==, "accent-darkened");
	Colour accent = theme->palette[COLOUR_ACCENT];
	g_assert_cmpfloat(colour_contrast(accent, 0xffffff), >=, 4.5);
	g_assert_cmphex(theme->palette[COLOUR_FIELD], ==, accent);
	g_assert_cmphex(theme->palette[COLOUR_TINT], !=, 0xfbebe6);
	g_assert_cmpint(diags_total(one.diags), ==, 1);
	case_finish(&one);
	case_init(&one);
	theme = case_load(&one, "plain", "#0a5c9e");
	g_assert_cmphex(theme->palette[COLOUR_ACCENT], ==, 0x0a5c9e);
	g_assert_cmphex(theme->palette[COLOUR_TINT], ==, 0xffffff);
	g_assert_cmphex(theme->palette[COLOUR_ACCENT_DARK], ==, 0xffffff);
	g_assert_cmpint(diags_total(one.diags), ==, 0);
	case_finish(&one);
	case_init(&one);
	g_assert_null(case_load(&one, "signal", "orange"));
	g_assert_cmpstr(diags_at(one.diags, 0)->code, ==, "bad-colour");
	g_assert_cmpint(diags_at(one.diags, 0)->span.line, ==, 7);
	case_finish(&one);
}

static void test_scaled(void) {
	Case one;
	case_init(&one);
	const Theme *theme = case_load(&one, "signal", NULL);
	StyleSheet twice = stylesheet_scaled(&theme->sheet, 2.0, 1.5);
	g_assert_cmpint(twice.styles[STYLE_PROSE].size, ==, 19 * 1024);
	g_assert_cmpint(twice.styles[STYLE_PROSE].leading, ==, len_from_pt(19.5));
	g_assert_cmpint(twice.indent, ==, len_scale(theme->sheet.indent, 1.5));
	g_assert_cmpint(twice.hyphen_cost, ==, theme->sheet.hyphen_cost);
	g_assert_true(twice.scale == 2.0);
	StyleSheet again = stylesheet_scaled(&twice, 2.0, 1.0);
	g_assert_true(again.scale == 4.0);
	case_finish(&one);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/theme/come-with", test_come_with);
	g_test_add_func("/theme/signal", test_signal);
	g_test_add_func("/theme/plain", test_plain);
	g_test_add_func("/theme/tracks", test_tracks);
	g_test_add_func("/theme/scholarly", test_scholarly);
	g_test_add_func("/theme/ragged", test_ragged);
	g_test_add_func("/theme/least-sizes", test_least_sizes);
	g_test_add_func("/theme/faces", test_faces);
	g_test_add_func("/theme/every-key", test_every_key);
	g_test_add_func("/theme/choices", test_choices);
	for (int i = 0; i < (int)G_N_ELEMENTS(mistakes); i++) {
		g_autofree char *path = g_strconcat("/theme/mistake/", mistakes[i].name, NULL);
		g_test_add_data_func(path, &mistakes[i], test_mistake);
	}
	g_test_add_func("/theme/circle-of-two", test_circle_of_two);
	g_test_add_func("/theme/incomplete", test_incomplete);
	g_test_add_func("/theme/accent", test_accent);
	g_test_add_func("/theme/scaled", test_scaled);
	return g_test_run();
}
