/* theme: reads theme files. A theme says only what differs from its base; the chain is applied
 * from its root, so that the last word wins. What a theme may say stands in theme_keys; what no
 * theme of a chain has said is an error here, never a silent default. Knows no fonts: whether a
 * family exists is text's to say. */
#include "theme/theme.h"

#include <string.h>

#include "read/read_yaml.h"
#include "theme/colour.h"
#include "theme/theme_keys.h"

enum { CHAIN_MAX = 8 };

typedef struct Reader {
	Arena *arena;
	const char *const *folders;
	Sources *sources;
	Diags *diags;
	Theme *theme;
	const char *chain[CHAIN_MAX]; /* names being read, the asked one first */
	int chain_length;
	gboolean failed;
	/* Bits of the keys that some theme has said. */
	guint32 rules_said, setting_said, fonts_said, colours_said;
	guint32 styles_said[STYLE_ROLE_COUNT];
	int colour_alias[COLOUR_COUNT]; /* ColourRole whose value it has, or -1 */
	Span colour_spans[COLOUR_COUNT];
	Span root; /* of the asked theme's file */
} Reader;

static void read_theme(Reader *reader, const char *name, Span where);

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

static void report_unknown_theme(Reader *reader, const char *name, Span where) {
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

static void report_unknown_key(
	Reader *reader, const Node *key, const char *const *known, const char *place) {
	enum { LIST_MAX = 16 }; /* longer lists help nobody */
	const char *nearest = diag_nearest(key->text, known);
	g_autofree char *hint = NULL;
	if (nearest) {
		hint = g_strdup_printf("did you mean `%s`?", nearest);
	} else if (g_strv_length((char **)known) <= LIST_MAX) {
		g_autofree char *all = g_strjoinv(", ", (char **)known);
		hint = g_strdup_printf("known here: %s", all);
	}
	diag_error(reader->diags, "unknown-key", key->span, hint, "%s has no key `%s`", place,
		key->text);
	reader->failed = TRUE;
}

/* FALSE after a diagnostic where value is no mapping; an empty one is. */
static gboolean is_mapping(Reader *reader, const Node *value, const char *place) {
	if (value->kind == NODE_MAPPING || value->kind == NODE_NULL) {
		return TRUE;
	}
	reader->failed = TRUE;
	if (value->kind != NODE_HOLE) {
		diag_error(reader->diags, "theme-value", value->span,
			"write lines of the form `key: value` below it", "%s wants keys and values",
			place);
	}
	return FALSE;
}

/* A mapping that is read by a table alone. */
typedef struct Section {
	const ThemeKey *table;
	void *target;
	guint32 *said;
	const char *place; /* as diagnostics call it */
} Section;

static void read_pair(
	Reader *reader, const NodePair *pair, const Section *section, const char *const *known) {
	int index = theme_key_find(section->table, pair->key->text);
	const ThemeKey *key = index < 0 ? NULL : &section->table[index];
	if (!key) {
		report_unknown_key(reader, pair->key, known, section->place);
	} else if (theme_key_read(key, section->target, pair->value, reader->diags)) {
		*section->said |= 1u << index;
	} else {
		reader->failed = TRUE;
	}
}

static void read_section(Reader *reader, const Node *mapping, Section section) {
	const char *known[32] = {NULL};
	for (int i = 0; section.table[i].name; i++) {
		g_assert(i < (int)G_N_ELEMENTS(known) - 1);
		known[i] = section.table[i].name;
	}
	if (!is_mapping(reader, mapping, section.place)) {
		return;
	}
	for (int i = 0; i < mapping->count; i++) {
		if (mapping->pairs[i].key->kind == NODE_SCALAR) {
			read_pair(reader, &mapping->pairs[i], &section, known);
		} else {
			reader->failed = TRUE;
		}
	}
}

/* Index of a role by its name; after a diagnostic -1. */
static int find_role(
	Reader *reader, const Node *key, const char *(*name)(int), int count, const char *place) {
	if (key->kind != NODE_SCALAR) {
		reader->failed = TRUE;
		return -1;
	}
	const char *known[STYLE_ROLE_COUNT + 1];
	g_assert(count <= STYLE_ROLE_COUNT);
	for (int i = 0; i < count; i++) {
		known[i] = name(i);
		if (strcmp(known[i], key->text) == 0) {
			return i;
		}
	}
	known[count] = NULL;
	report_unknown_key(reader, key, known, place);
	return -1;
}

static const char *style_name_at(int index) {
	return style_role_name((StyleRole)index);
}

static const char *colour_name_at(int index) {
	return colour_role_name((ColourRole)index);
}

static const char *font_name_at(int index) {
	return font_role_name((FontRole)index);
}

static void read_styles(Reader *reader, const Node *mapping) {
	for (int i = 0; i < mapping->count; i++) {
		const NodePair *pair = &mapping->pairs[i];
		int role =
			find_role(reader, pair->key, style_name_at, STYLE_ROLE_COUNT, "`styles`");
		if (role >= 0) {
			read_section(reader, pair->value,
				(Section){theme_style_keys, &reader->theme->sheet.styles[role],
					&reader->styles_said[role], "a style"});
		}
	}
}

static void read_fonts(Reader *reader, const Node *mapping) {
	for (int i = 0; i < mapping->count; i++) {
		const NodePair *pair = &mapping->pairs[i];
		int role = find_role(reader, pair->key, font_name_at, FONT_ROLE_COUNT, "`fonts`");
		if (role < 0) {
			continue;
		}
		if (pair->value->kind != NODE_SCALAR || pair->value->length == 0) {
			diag_error(reader->diags, "theme-value", pair->value->span,
				"as fonts.lock names it, for example Inter",
				"`%s` wants the name of a family", pair->key->text);
			reader->failed = TRUE;
			continue;
		}
		reader->theme->sheet.families[role] =
			arena_strdup(reader->arena, pair->value->text);
		reader->fonts_said |= 1u << role;
	}
}

/* White and black belong to codes: a code on another colour cannot be read. */
static gboolean colour_is_fixed(int role) {
	return role == COLOUR_WHITE || role == COLOUR_BLACK;
}

static void read_colour(Reader *reader, int role, const Node *value) {
	Colour colour = 0;
	int alias = -1;
	for (int i = 0; value->kind == NODE_SCALAR && i < COLOUR_COUNT; i++) {
		if (strcmp(colour_name_at(i), value->text) == 0 && i != role) {
			alias = i;
		}
	}
	if (alias < 0 && (value->kind != NODE_SCALAR || !colour_parse(value->text, &colour))) {
		reader->failed = TRUE;
		diag_error(reader->diags, "theme-value", value->span,
			"write \"#RRGGBB\", with its quotes, or the name of another role",
			"`%s` is given no colour", colour_name_at(role));
		return;
	}
	reader->theme->palette[role] = colour;
	reader->colour_alias[role] = alias;
	reader->colour_spans[role] = value->span;
	reader->colours_said |= 1u << role;
}

static void read_colours(Reader *reader, const Node *mapping) {
	for (int i = 0; i < mapping->count; i++) {
		const NodePair *pair = &mapping->pairs[i];
		int role = find_role(reader, pair->key, colour_name_at, COLOUR_COUNT, "`colours`");
		if (role >= 0 && colour_is_fixed(role)) {
			diag_error(reader->diags, "theme-value", pair->key->span,
				"codes are black on white, else no phone reads them",
				"`%s` cannot be changed", pair->key->text);
			reader->failed = TRUE;
		} else if (role >= 0) {
			read_colour(reader, role, pair->value);
		}
	}
}

static void read_base(Reader *reader, const Node *value) {
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

static void read_sections(Reader *reader, const Node *root) {
	Theme *theme = reader->theme;
	const Node *value;
	if ((value = node_get(root, "colours")) && is_mapping(reader, value, "`colours`")) {
		read_colours(reader, value);
	}
	if ((value = node_get(root, "fonts")) && is_mapping(reader, value, "`fonts`")) {
		read_fonts(reader, value);
	}
	if ((value = node_get(root, "rules"))) {
		read_section(reader, value,
			(Section){theme_rule_keys, theme, &reader->rules_said, "`rules`"});
	}
	if ((value = node_get(root, "setting"))) {
		read_section(reader, value,
			(Section){theme_setting_keys, &theme->sheet, &reader->setting_said,
				"`setting`"});
	}
	if ((value = node_get(root, "styles")) && is_mapping(reader, value, "`styles`")) {
		read_styles(reader, value);
	}
}

/* Keys of the top level: those that stand in Theme itself, and unknown ones. */
static void read_top(Reader *reader, const Node *root) {
	const char *known[16];
	int count = 0;
	for (; theme_top_keys[count].name; count++) {
		g_assert(count < (int)G_N_ELEMENTS(known) - 1);
		known[count] = theme_top_keys[count].name;
	}
	known[count] = NULL;
	for (int i = 0; i < root->count; i++) {
		const NodePair *pair = &root->pairs[i];
		if (pair->key->kind != NODE_SCALAR) {
			reader->failed = TRUE;
			continue;
		}
		int index = theme_key_find(theme_top_keys, pair->key->text);
		if (index < 0) {
			report_unknown_key(reader, pair->key, known, "a theme");
		} else if (theme_top_keys[index].kind != KEY_SECTION &&
			!theme_key_read(&theme_top_keys[index], reader->theme, pair->value,
				reader->diags)) {
			reader->failed = TRUE;
		}
	}
}

static void read_theme(Reader *reader, const char *name, Span where) {
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
	if (!is_mapping(reader, root, "a theme")) {
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
	read_sections(reader, root);
}

static void check_said(Reader *reader, const ThemeKey *table, guint32 said, const char *section,
	const char *role) {
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

static void check_complete(Reader *reader) {
	check_said(reader, theme_rule_keys, reader->rules_said, "rules", NULL);
	check_said(reader, theme_setting_keys, reader->setting_said, "setting", NULL);
	for (int i = 0; i < STYLE_ROLE_COUNT; i++) {
		check_said(reader, theme_style_keys, reader->styles_said[i], "styles",
			style_name_at(i));
	}
	for (int i = 0; i < FONT_ROLE_COUNT; i++) {
		if (!(reader->fonts_said & 1u << i)) {
			diag_error(reader->diags, "theme-incomplete", reader->root, NULL,
				"the theme does not say `%s` of `fonts`", font_name_at(i));
			reader->failed = TRUE;
		}
	}
	for (int i = 0; i < COLOUR_COUNT; i++) {
		gboolean derived = i == COLOUR_ACCENT_DARK || colour_is_fixed(i);
		if (!derived && !(reader->colours_said & 1u << i)) {
			diag_error(reader->diags, "theme-incomplete", reader->root, NULL,
				"the theme does not say `%s` of `colours`", colour_name_at(i));
			reader->failed = TRUE;
		}
	}
}

/* The organizer's accent: dark enough for white text, and the tint goes with it. */
static void apply_accent(Reader *reader, const char *accent, Span where) {
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
		diag_note(reader->diags, "accent-darkened", where, hint,
			"white text on %s has a contrast of %.1f, and 4.5 is the least", accent,
			colour_contrast(asked, 0xffffff));
	}
	palette[COLOUR_ACCENT] = used;
	reader->colour_alias[COLOUR_ACCENT] = -1;
	if (reader->colour_alias[COLOUR_TINT] < 0) {
		palette[COLOUR_TINT] = colour_mixed(used, 0xffffff, 0.1);
	}
	if (reader->colour_alias[COLOUR_ACCENT_DARK] < 0) {
		reader->colours_said &= ~(1u << COLOUR_ACCENT_DARK);
	}
}

/* Colours named by other roles; more steps than roles are a circle. */
static void resolve_colours(Reader *reader) {
	for (int role = 0; role < COLOUR_COUNT; role++) {
		int at = role, steps = 0;
		while (reader->colour_alias[at] >= 0 && steps++ < COLOUR_COUNT) {
			at = reader->colour_alias[at];
		}
		if (reader->colour_alias[at] >= 0) {
			diag_error(reader->diags, "theme-loop", reader->colour_spans[role],
				"one of them wants a colour: \"#RRGGBB\"",
				"the colour of `%s` leads back to itself", colour_name_at(role));
			reader->failed = TRUE;
			return;
		}
		reader->theme->palette[role] = reader->theme->palette[at];
	}
}

/* DESIGN: 4.5 for any text; 3 for the large letters of monograms. */
static void check_contrast(Reader *reader) {
	static const struct {
		ColourRole text, ground;
		double least;
	} pairs[] = {
		{COLOUR_INK, COLOUR_PAPER, 4.5},
		{COLOUR_GREY, COLOUR_PAPER, 4.5},
		{COLOUR_ACCENT, COLOUR_PAPER, 4.5},
		{COLOUR_ON_ACCENT, COLOUR_ACCENT, 4.5},
		{COLOUR_ON_FIELD, COLOUR_FIELD, 4.5},
		{COLOUR_INK, COLOUR_TINT, 4.5},
		{COLOUR_ACCENT, COLOUR_TINT, 3.0},
	};
	const Colour *palette = reader->theme->palette;
	for (int i = 0; i < (int)G_N_ELEMENTS(pairs); i++) {
		double contrast = colour_contrast(palette[pairs[i].text], palette[pairs[i].ground]);
		if (contrast < pairs[i].least) {
			diag_warning(reader->diags, "low-contrast",
				reader->colour_spans[pairs[i].text],
				"make one of them darker or lighter",
				"`%s` on `%s` has a contrast of %.1f, and %.1f is the least",
				colour_role_name(pairs[i].text), colour_role_name(pairs[i].ground),
				contrast, pairs[i].least);
		}
	}
}

const Theme *theme_load(Arena *arena, const ThemeRequest *request, Sources *sources, Diags *diags) {
	Theme *theme = arena_new_of(arena, Theme);
	Reader reader = {.arena = arena,
		.folders = request->folders,
		.sources = sources,
		.diags = diags,
		.theme = theme,
		.root = SPAN_NONE};
	theme->name = arena_strdup(arena, request->name);
	theme->sheet.scale = 1.0;
	for (int i = 0; i < COLOUR_COUNT; i++) {
		reader.colour_alias[i] = -1;
		reader.colour_spans[i] = SPAN_NONE;
	}
	read_theme(&reader, theme->name, request->where);
	if (!reader.failed) {
		check_complete(&reader);
	}
	if (request->accent) {
		apply_accent(&reader, request->accent, request->accent_where);
	}
	resolve_colours(&reader);
	if (reader.failed) {
		return NULL;
	}
	theme->palette[COLOUR_WHITE] = 0xffffff;
	theme->palette[COLOUR_BLACK] = 0x000000;
	if (!(reader.colours_said & 1u << COLOUR_ACCENT_DARK)) {
		theme->palette[COLOUR_ACCENT_DARK] =
			colour_times(theme->palette[COLOUR_ACCENT], 0.88);
	}
	check_contrast(&reader);
	return theme;
}
