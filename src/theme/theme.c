/* theme: reads theme files. A theme says only what differs from its base; the chain is applied
 * from its root, so that the last word wins. What a theme may say stands in theme_keys; what no
 * theme of a chain has said is an error here, never a silent default. Knows no fonts: whether a
 * family exists is text's to say; what is said of single scripts is applied last. */
#include "theme/theme.h"

#include <string.h>

#include "locale/locale.h"
#include "read/read_yaml.h"
#include "theme/colour.h"
#include "theme/theme_reader.h"

enum { LINE_USUAL = 13 * 1024 };

static const double LEAST_CONTRAST = 4.5;

static void read_theme(ThemeReader *reader, const char *name, Span where);

/* A plain file name: letters, digits, '-' and '_', so that no name leads out of the folders. */
static gboolean name_is_plain(const char *name) {
	for (const char *at = name; *at; at++) {
		if (!g_ascii_isalnum(*at) && *at != '-' && *at != '_') {
			return FALSE;
		}
	}
	return *name != '\0';
}

static char *find_file(const char *const *folders, const char *name) {
	g_autofree char *file = g_strconcat(name, ".yaml", NULL);
	for (int i = 0; folders[i]; i++) {
		g_autofree char *path = g_build_filename(folders[i], file, NULL);
		if (g_file_test(path, G_FILE_TEST_EXISTS)) {
			return g_steal_pointer(&path);
		}
	}
	return NULL;
}

static int compare_names(gconstpointer one, gconstpointer other) {
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* Names of all themes of the folders, sorted, NULL-terminated. Caller frees. */
static char **theme_names(const char *const *folders) {
	GPtrArray *names = g_ptr_array_new();
	for (int i = 0; folders[i]; i++) {
		g_autoptr(GDir) folder = g_dir_open(folders[i], 0, NULL);
		const char *file;
		while (folder && (file = g_dir_read_name(folder))) {
			if (g_str_has_suffix(file, ".yaml")) {
				g_ptr_array_add(names, g_strndup(file, strlen(file) - 5));
			}
		}
	}
	g_ptr_array_sort(names, compare_names);
	g_ptr_array_add(names, NULL);
	return (char **)g_ptr_array_free(names, FALSE);
}

static void report_unknown_theme(ThemeReader *reader, const char *name, Span where) {
	g_auto(GStrv) names = theme_names(reader->folders);
	const char *nearest = diag_nearest(name, (const char *const *)names);
	g_autofree char *all = g_strjoinv(", ", names);
	g_autofree char *hint = NULL;
	if (nearest) {
		hint = g_strdup_printf("did you mean `%s`?", nearest);
	} else if (*all) {
		hint = g_strdup_printf("there are: %s", all);
	}
	diag_error(reader->diags, "unknown-theme", where, hint, "there is no theme `%s`", name);
	reader->failed = TRUE;
}

static void read_base(ThemeReader *reader, const Node *value) {
	if (value->kind != NODE_SCALAR) {
		diag_error(reader->diags, "theme-value", value->span, NULL,
			"`base` wants the name of a theme");
		reader->failed = TRUE;
		return;
	}
	for (int i = 0; i < reader->chain_length; i++) {
		if (strcmp(reader->chain[i], value->text) == 0) {
			diag_error(reader->diags, "theme-loop", value->span,
				"a theme cannot be its own base, nor through others",
				"the bases of `%s` lead back to it", value->text);
			reader->failed = TRUE;
			return;
		}
	}
	read_theme(reader, value->text, value->span);
}

/* Keys of the top level: those that stand in Theme itself, and unknown ones. */
static void read_top(ThemeReader *reader, const Node *root) {
	const char *known[KEYS_MOST];
	theme_key_names(theme_top_keys, known);
	for (int i = 0; i < root->count; i++) {
		const NodePair *pair = &root->pairs[i];
		if (pair->key->kind != NODE_SCALAR) {
			reader->failed = TRUE;
			continue;
		}
		int index = theme_key_find(theme_top_keys, pair->key->text);
		if (index < 0) {
			theme_report_unknown_key(reader, pair->key, known, "a theme");
		} else if (theme_top_keys[index].kind != KEY_SECTION &&
			!theme_key_read(&theme_top_keys[index], reader->theme, pair->value,
				reader->diags)) {
			reader->failed = TRUE;
		}
	}
}

static void read_theme(ThemeReader *reader, const char *name, Span where) {
	g_autofree char *path = name_is_plain(name) ? find_file(reader->folders, name) : NULL;
	if (!path) {
		report_unknown_theme(reader, name, where);
		return;
	}
	if (reader->chain_length == CHAIN_MAX) {
		diag_error(reader->diags, "theme-loop", where, NULL,
			"more than %d themes stand on one another", CHAIN_MAX);
		reader->failed = TRUE;
		return;
	}
	reader->chain[reader->chain_length++] = name;
	gboolean holes = FALSE;
	const Node *root =
		read_yaml_file(reader->arena, path, path, reader->sources, reader->diags, &holes);
	reader->failed |= holes || root->kind == NODE_HOLE;
	if (!theme_is_mapping(reader, root, "a theme")) {
		return;
	}
	if (reader->chain_length == 1) {
		reader->root = (Span){.file = root->span.file};
	}
	const Node *base = node_get(root, "base");
	if (base) {
		read_base(reader, base);
	}
	read_top(reader, root);
	theme_read_sections(reader, root);
}

static void check_said(ThemeReader *reader, const ThemeKey *table, guint32 said,
	const char *section, const char *role) {
	for (int i = 0; table[i].name; i++) {
		if (table[i].required && !(said & 1u << i)) {
			g_autofree char *place =
				role ? g_strdup_printf("%s: %s", section, role) : g_strdup(section);
			diag_error(reader->diags, "theme-incomplete", reader->root,
				"say it, or stand on a whole theme: base: signal",
				"the theme does not say `%s` of `%s`", table[i].name, place);
			reader->failed = TRUE;
			return;
		}
	}
}

/* What stands within another role's line has no leading that counts. */
static void complete_leadings(Theme *theme) {
	for (int i = 0; i < STYLE_ROLE_COUNT; i++) {
		Style *style = &theme->sheet.styles[i];
		if (style->leading == 0) {
			style->leading = len_scale(style->size, 1.3);
		}
	}
}

static void check_complete(ThemeReader *reader) {
	complete_leadings(reader->theme);
	check_said(reader, theme_rule_keys, reader->rules_said, "rules", NULL);
	check_said(reader, theme_setting_keys, reader->setting_said, "setting", NULL);
	for (int i = 0; i < STYLE_ROLE_COUNT; i++) {
		check_said(reader, theme_style_keys, reader->styles_said[i], "styles",
			theme_style_name(i));
	}
	for (int i = 0; i < FONT_ROLE_COUNT; i++) {
		if (!reader->theme->sheet.families[i]) {
			diag_error(reader->diags, "theme-incomplete", reader->root, NULL,
				"the theme does not say `%s` of `fonts`", theme_font_name(i));
			reader->failed = TRUE;
		}
	}
	for (int i = 0; i < COLOUR_COUNT; i++) {
		gboolean derived =
			i == COLOUR_ACCENT_DARK || theme_colour_is_fixed(i) || i >= COLOUR_TRACK;
		if (!derived && !(reader->colours_said >> i & 1)) {
			diag_error(reader->diags, "theme-incomplete", reader->root, NULL,
				"the theme does not say `%s` of `colours`", theme_colour_name(i));
			reader->failed = TRUE;
		}
	}
}

/* The organizer's accent: dark enough for white text, and the tint goes with it. */
static void apply_accent(ThemeReader *reader, const char *accent, Span where) {
	Colour asked;
	Colour *palette = reader->theme->palette;
	if (!colour_parse(accent, &asked)) {
		diag_error(reader->diags, "bad-colour", where, "write it as \"#RRGGBB\"",
			"`%s` is no colour", accent);
		reader->failed = TRUE;
		return;
	}
	int steps;
	Colour used = colour_darkened_for_white(asked, &steps);
	if (steps) {
		g_autofree char *hint = g_strdup_printf("#%06X is used instead", used);
		diag_warning(reader->diags, "accent-darkened", where, hint,
			"white text on %s has a contrast of %.1f, and 4.5 is the least", accent,
			colour_contrast(asked, 0xffffff));
	}
	palette[COLOUR_ACCENT] = used;
	reader->colour_alias[COLOUR_ACCENT] = -1;
	if (reader->colour_alias[COLOUR_TINT] < 0) {
		palette[COLOUR_TINT] = colour_mixed(used, 0xffffff, 0.1);
	}
	if (reader->colour_alias[COLOUR_ACCENT_DARK] < 0) {
		reader->colours_said &= ~((guint64)1 << COLOUR_ACCENT_DARK);
	}
}

/* Colours named by other roles; more steps than roles are a circle. */
static void resolve_colours(ThemeReader *reader) {
	for (int role = 0; role < COLOUR_COUNT; role++) {
		int at = role, steps = 0;
		while (reader->colour_alias[at] >= 0 && steps++ < COLOUR_COUNT) {
			at = reader->colour_alias[at];
		}
		if (reader->colour_alias[at] >= 0) {
			diag_error(reader->diags, "theme-loop", reader->colour_spans[role],
				"one of them wants a colour: \"#RRGGBB\"",
				"the colour of `%s` leads back to itself", theme_colour_name(role));
			reader->failed = TRUE;
			return;
		}
		reader->theme->palette[role] = reader->theme->palette[at];
	}
}

void theme_check_pair(ThemeReader *reader, int text, int ground, double least, int said) {
	const Colour *palette = reader->theme->palette;
	double contrast = colour_contrast(palette[text], palette[ground]);
	if (contrast >= least) {
		return;
	}
	/* Contrast is the same both ways. */
	Colour nearest = said == text ? colour_readable(palette[text], palette[ground], least)
				      : colour_readable(palette[ground], palette[text], least);
	g_autofree char *hint =
		g_strdup_printf("\"#%06X\" would do for `%s`", nearest, theme_colour_name(said));
	diag_warning(reader->diags, "low-contrast", reader->colour_spans[said], hint,
		"`%s` on `%s` has a contrast of %.1f, and %.1f is the least",
		theme_colour_name(text), theme_colour_name(ground), contrast, least);
}

/* 4.5 for any text; what is set from 18 pt could do with 3, but no role is only so large. */
static void check_contrast(ThemeReader *reader) {
	static const struct {
		ColourRole text, ground;
	} pairs[] = {
		{COLOUR_INK, COLOUR_PAPER},
		{COLOUR_GREY, COLOUR_PAPER},
		{COLOUR_ACCENT, COLOUR_PAPER},
		{COLOUR_ON_ACCENT, COLOUR_ACCENT},
		{COLOUR_ON_FIELD, COLOUR_FIELD},
		{COLOUR_INK, COLOUR_TINT},
		{COLOUR_GREY, COLOUR_TINT},
		{COLOUR_PAPER, COLOUR_INK},
		{COLOUR_INK, COLOUR_WHITE},
		{COLOUR_ON_FIELD, COLOUR_ACCENT_DARK},
	};
	for (int i = 0; i < (int)G_N_ELEMENTS(pairs); i++) {
		theme_check_pair(
			reader, pairs[i].text, pairs[i].ground, LEAST_CONTRAST, pairs[i].text);
	}
	int monogram = (int)reader->theme->sheet.styles[STYLE_MONOGRAM].colour;
	theme_check_pair(reader, monogram, COLOUR_TINT, LEAST_CONTRAST, monogram);
}

const Theme *theme_load(Arena *arena, const ThemeRequest *request, Sources *sources, Diags *diags) {
	Theme *theme = arena_new_of(arena, Theme);
	ThemeReader reader = {.arena = arena,
		.folders = request->folders,
		.sources = sources,
		.diags = diags,
		.theme = theme,
		.sheet = &theme->sheet,
		.root = SPAN_NONE};
	theme->name = arena_strdup(arena, request->name);
	theme->sheet.scale = 1.0;
	theme->sheet.line = LINE_USUAL;
	theme->sheet.companion_size = 1000;
	for (int i = 0; i < COLOUR_COUNT; i++) {
		reader.colour_alias[i] = -1;
		reader.colour_spans[i] = SPAN_NONE;
	}
	read_theme(&reader, theme->name, request->where);
	if (!reader.failed) {
		check_complete(&reader);
	}
	const StyleSheet base = theme->sheet;
	theme_apply_scripts(&reader, locale_script(request->language));
	theme_apply_editions(&reader, &base, request->edition);
	if (request->accent) {
		apply_accent(&reader, request->accent, request->accent_where);
	}
	theme_repeat_tracks(&reader);
	resolve_colours(&reader);
	if (reader.failed) {
		return NULL;
	}
	theme->palette[COLOUR_WHITE] = 0xffffff;
	theme->palette[COLOUR_BLACK] = 0x000000;
	if (!(reader.colours_said >> COLOUR_ACCENT_DARK & 1)) {
		theme->palette[COLOUR_ACCENT_DARK] =
			colour_times(theme->palette[COLOUR_ACCENT], 0.88);
	}
	theme_apply_tracks(&reader, request);
	check_contrast(&reader);
	theme_check_tracks(&reader);
	return theme;
}
