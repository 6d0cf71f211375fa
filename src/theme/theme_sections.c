/* theme_sections: reads the sections of one theme file by the tables of theme_keys. */
#include <string.h>

#include "theme/theme_reader.h"

void theme_report_unknown_key(
	ThemeReader *reader, const Node *key, const char *const *known, const char *place) {
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

gboolean theme_is_mapping(ThemeReader *reader, const Node *value, const char *place) {
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

void theme_key_names(const ThemeKey *table, const char **names) {
	int count = 0;
	for (; table[count].name; count++) {
		g_assert(count < KEYS_MOST - 1);
		names[count] = table[count].name;
	}
	names[count] = NULL;
}

static void read_pair(ThemeReader *reader, const NodePair *pair, const Section *section,
	const char *const *known) {
	int index = theme_key_find(section->table, pair->key->text);
	const ThemeKey *key = index < 0 ? NULL : &section->table[index];
	if (!key) {
		theme_report_unknown_key(reader, pair->key, known, section->place);
	} else if (theme_key_read(key, section->target, pair->value, reader->diags)) {
		*section->said |= 1u << index;
	} else {
		reader->failed = TRUE;
	}
}

static void read_section(ThemeReader *reader, const Node *mapping, Section section) {
	const char *known[KEYS_MOST];
	theme_key_names(section.table, known);
	if (!theme_is_mapping(reader, mapping, section.place)) {
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
static int find_role(ThemeReader *reader, const Node *key, const char *(*name)(int), int count,
	const char *place) {
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
	theme_report_unknown_key(reader, key, known, place);
	return -1;
}

const char *theme_style_name(int index) {
	return style_role_name((StyleRole)index);
}

const char *theme_colour_name(int index) {
	return colour_role_name((ColourRole)index);
}

const char *theme_font_name(int index) {
	return font_role_name((FontRole)index);
}

static void read_styles(ThemeReader *reader, const Node *mapping) {
	for (int i = 0; i < mapping->count; i++) {
		const NodePair *pair = &mapping->pairs[i];
		int role = find_role(
			reader, pair->key, theme_style_name, STYLE_ROLE_COUNT, "`styles`");
		if (role >= 0) {
			read_section(reader, pair->value,
				(Section){theme_style_keys, &reader->sheet->styles[role],
					&reader->styles_said[role], "a style"});
		}
	}
}

/* Families by role into `families`. */
static void read_families(
	ThemeReader *reader, const Node *mapping, const char *place, const char **families) {
	for (int i = 0; i < mapping->count; i++) {
		const NodePair *pair = &mapping->pairs[i];
		int role = find_role(reader, pair->key, theme_font_name, FONT_ROLE_COUNT, place);
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
		families[role] = arena_strdup(reader->arena, pair->value->text);
	}
}

/* A code on another colour cannot be read. */
gboolean theme_colour_is_fixed(int role) {
	return role == COLOUR_WHITE || role == COLOUR_BLACK;
}

static void read_colour(ThemeReader *reader, int role, const Node *value) {
	Colour colour = 0;
	int alias = -1;
	for (int i = 0; value->kind == NODE_SCALAR && i < COLOUR_COUNT; i++) {
		if (strcmp(theme_colour_name(i), value->text) == 0 && i != role) {
			alias = i;
		}
	}
	if (alias < 0 && (value->kind != NODE_SCALAR || !colour_parse(value->text, &colour))) {
		reader->failed = TRUE;
		diag_error(reader->diags, "theme-value", value->span,
			"write \"#RRGGBB\", with its quotes, or the name of another role",
			"`%s` is given no colour", theme_colour_name(role));
		return;
	}
	reader->theme->palette[role] = colour;
	reader->colour_alias[role] = alias;
	reader->colour_spans[role] = value->span;
	reader->colours_said |= (guint64)1 << role;
}

static void read_colours(ThemeReader *reader, const Node *mapping) {
	for (int i = 0; i < mapping->count; i++) {
		const NodePair *pair = &mapping->pairs[i];
		int role =
			find_role(reader, pair->key, theme_colour_name, COLOUR_COUNT, "`colours`");
		if (role >= 0 && theme_colour_is_fixed(role)) {
			diag_error(reader->diags, "theme-value", pair->key->span,
				"codes are black on white, else no phone reads them",
				"`%s` cannot be changed", pair->key->text);
			reader->failed = TRUE;
		} else if (role >= 0) {
			read_colour(reader, role, pair->value);
		}
	}
}

static void read_setting(ThemeReader *reader, const Node *value) {
	if (value) {
		read_section(reader, value,
			(Section){theme_setting_keys, reader->sheet, &reader->setting_said,
				"`setting`"});
	}
}

/* Kept until the whole chain has been read: what is said of a script comes last. */
static void note_scripts(ThemeReader *reader, const Node *mapping) {
	for (int i = 0; i < mapping->count; i++) {
		const NodePair *pair = &mapping->pairs[i];
		int script = find_role(reader, pair->key, script_name, SCRIPT_COUNT, "`scripts`");
		if (script >= 0 && theme_is_mapping(reader, pair->value, "a script")) {
			reader->scripts[script][reader->script_count[script]++] = pair->value;
		}
	}
}

static void note_editions(ThemeReader *reader, const Node *mapping) {
	for (int i = 0; i < mapping->count; i++) {
		const NodePair *pair = &mapping->pairs[i];
		int edition = find_role(
			reader, pair->key, theme_edition_name, EDITION_COUNT, "`editions`");
		if (edition >= 0 && theme_is_mapping(reader, pair->value, "an edition")) {
			reader->editions[edition][reader->edition_count[edition]++] = pair->value;
		}
	}
}

void theme_read_sections(ThemeReader *reader, const Node *root) {
	Theme *theme = reader->theme;
	const Node *value;
	if ((value = node_get(root, "colours")) && theme_is_mapping(reader, value, "`colours`")) {
		read_colours(reader, value);
	}
	if ((value = node_get(root, "fonts")) && theme_is_mapping(reader, value, "`fonts`")) {
		read_families(reader, value, "`fonts`", reader->sheet->families);
	}
	if ((value = node_get(root, "rules"))) {
		read_section(reader, value,
			(Section){theme_rule_keys, theme, &reader->rules_said, "`rules`"});
	}
	read_setting(reader, node_get(root, "setting"));
	if ((value = node_get(root, "styles")) && theme_is_mapping(reader, value, "`styles`")) {
		read_styles(reader, value);
	}
	if ((value = node_get(root, "scripts")) && theme_is_mapping(reader, value, "`scripts`")) {
		note_scripts(reader, value);
	}
	if ((value = node_get(root, "editions")) && theme_is_mapping(reader, value, "`editions`")) {
		note_editions(reader, value);
	}
}

void theme_read_special_setting(ThemeReader *reader, const Node *section, const char *place) {
	const char *known[KEYS_MOST];
	theme_key_names(theme_script_keys, known);
	for (int i = 0; i < section->count; i++) {
		const Node *key = section->pairs[i].key;
		if (key->kind != NODE_SCALAR) {
			reader->failed = TRUE;
		} else if (theme_key_find(theme_script_keys, key->text) < 0) {
			theme_report_unknown_key(reader, key, known, place);
		}
	}
	read_setting(reader, node_get(section, "setting"));
}

void theme_read_special_styles(ThemeReader *reader, const Node *section) {
	const Node *value;
	if ((value = node_get(section, "fonts")) && theme_is_mapping(reader, value, "`fonts`")) {
		read_families(reader, value, "`fonts`", reader->sheet->families);
	}
	if ((value = node_get(section, "latin")) && theme_is_mapping(reader, value, "`latin`")) {
		read_families(reader, value, "`latin`", reader->sheet->companions);
	}
	if ((value = node_get(section, "styles")) && theme_is_mapping(reader, value, "`styles`")) {
		read_styles(reader, value);
	}
}
