/* theme_keys: the tables of keys of a theme file, and how their values are read. */
#include "theme/theme_keys.h"

#include <stddef.h>
#include <string.h>

#include "theme/theme.h"

static const char *const font_choices[] = {"facts", "display", "prose", "code", NULL};
static const char *const colour_choices[] = {"ink", "accent", "tint", "grey", "paper",
	"accent-dark", "on-accent", "field", "on-field", NULL};
static const char *const figure_choices[] = {"proportional", "tabular", NULL};
static const char *const align_choices[] = {"start", "end", "justify", NULL};

#define AT(Type, field) .offset = offsetof(Type, field)

const ThemeKey theme_top_keys[] = {
	{"base", KEY_SECTION, .help = "name of the theme that this one changes"},
	{"colours", KEY_SECTION, .help = "\"#RRGGBB\" or another role's name, by role"},
	{"fonts", KEY_SECTION, .help = "families by role, as fonts.lock names them"},
	{"rules", KEY_SECTION, .help = "thickness of lines"},
	{"setting", KEY_SECTION, .help = "how lines are broken and spaced"},
	{"styles", KEY_SECTION, .help = "type by role"},
	{"scripts", KEY_SECTION, .help = "what is different in Arabic, Japanese and other scripts"},
	{"editions", KEY_SECTION, .help = "what is different in large print and on a phone"},
	{"outlined", KEY_BOOL, AT(Theme, outlined),
		.help = "monograms and the cover's segments have outlines, no fill"},
	{"grey-portraits", KEY_BOOL, AT(Theme, portrait_grey), .help = "pictures without colour"},
	{0},
};

const ThemeKey theme_rule_keys[] = {
	{"head-bar", KEY_LENGTH, AT(Theme, head_bar), 0, 12, .required = TRUE,
		.help = "page head, over the hang column"},
	{"head-hair", KEY_LENGTH, AT(Theme, head_hair), 0, 12, .required = TRUE,
		.help = "page head, over the text column"},
	{"row-bar", KEY_LENGTH, AT(Theme, row_bar), 0, 12, .required = TRUE,
		.help = "agenda row, over the time"},
	{"row-hair", KEY_LENGTH, AT(Theme, row_hair), 0, 12, .required = TRUE,
		.help = "agenda row, over the text"},
	{"dot", KEY_LENGTH, AT(Theme, dot), 0, 12, .required = TRUE,
		.help = "dotted lines for notes"},
	{"outline", KEY_LENGTH, AT(Theme, outline), 0, 12, .required = TRUE,
		.help = "outlines, where the theme is outlined"},
	{0},
};

const ThemeKey theme_setting_keys[] = {
	{"indent", KEY_LENGTH, AT(StyleSheet, indent), 0, 72, .required = TRUE,
		.help = "first line of a paragraph that follows another"},
	{"space-shrink", KEY_INT, AT(StyleSheet, space_shrink), 0, 500, .required = TRUE,
		.help = "how far a word space may shrink, 1/1000 of it"},
	{"space-stretch", KEY_INT, AT(StyleSheet, space_stretch), 0, 2000, .required = TRUE,
		.help = "how far it may stretch, 1/1000 of it"},
	{"tracking-shrink", KEY_INT, AT(StyleSheet, tracking_shrink), 0, 30, .required = TRUE,
		.help = "letterspacing taken from a line, 1/1000 em"},
	{"tracking-stretch", KEY_INT, AT(StyleSheet, tracking_stretch), 0, 30, .required = TRUE,
		.help = "letterspacing given to a line, 1/1000 em"},
	{"glyph-shrink", KEY_INT, AT(StyleSheet, glyph_shrink), 0, 30, .required = TRUE,
		.help = "narrowing of letters, 1/1000"},
	{"glyph-stretch", KEY_INT, AT(StyleSheet, glyph_stretch), 0, 30, .required = TRUE,
		.help = "widening of letters, 1/1000"},
	{"hyphen-cost", KEY_INT, AT(StyleSheet, hyphen_cost), 0, 10000, .required = TRUE,
		.help = "percent of the usual demerits of a hyphen in justified text"},
	{"rag-hyphen-cost", KEY_INT, AT(StyleSheet, rag_hyphen_cost), 0, 10000, .required = TRUE,
		.help = "percent of the usual demerits of a hyphen in ragged text"},
	{"hang", KEY_BOOL, AT(StyleSheet, hang), .required = TRUE,
		.help = "punctuation of justified text hangs into the margin"},
	{"line", KEY_LENGTH, AT(StyleSheet, line), 8, 40,
		.help = "unit of all vertical space on an A5 page; in a script, leadings follow "
			"it"},
	{"indent-first", KEY_BOOL, AT(StyleSheet, indent_first),
		.help = "the first paragraph is indented too"},
	{"square", KEY_BOOL, AT(StyleSheet, square),
		.help = "a line of prose holds a whole number of full-width characters"},
	{"upright", KEY_BOOL, AT(StyleSheet, upright),
		.help = "emphasis is told by weight, no letter leans"},
	{"latin-size", KEY_INT, AT(StyleSheet, companion_size), 500, 1500,
		.help = "size of Latin letters within another script, 1/1000 of its own"},
	{0},
};

const ThemeKey theme_style_keys[] = {
	{"font", KEY_CHOICE, AT(Style, font), .choices = font_choices, .required = TRUE,
		.help = "role of the family"},
	{"weight", KEY_INT, AT(Style, weight), 100, 900, .required = TRUE,
		.help = "400 regular, 600 semibold, 700 bold"},
	{"italic", KEY_BOOL, AT(Style, italic), .help = "true italic"},
	{"size", KEY_LENGTH, AT(Style, size), 4, 400, .required = TRUE,
		.help = "pt on an A5 page, A3 for posters"},
	{"leading", KEY_LENGTH, AT(Style, leading), 4, 600,
		.help = "distance of baselines; 1.3 times the size unless said"},
	{"tracking", KEY_INT, AT(Style, tracking), -100, 200, .help = "letterspacing, 1/1000 em"},
	{"colour", KEY_CHOICE, AT(Style, colour), .choices = colour_choices, .help = "role"},
	{"figures", KEY_CHOICE, AT(Style, figures), .choices = figure_choices,
		.help = "tabular figures are all equally wide"},
	{"align", KEY_CHOICE, AT(Style, align), .choices = align_choices,
		.help = "start is left, but right in Arabic and Hebrew"},
	{"hyphenate", KEY_BOOL, AT(Style, hyphenate), .help = "words may be divided"},
	{"balance", KEY_BOOL, AT(Style, balance), .help = "lines of about equal length"},
	{"small-caps", KEY_BOOL, AT(Style, small_caps),
		.help = "acronyms of four capitals and more in small capitals"},
	{"latin-size", KEY_INT, AT(Style, companion_size), 500, 1500,
		.help = "size of Latin letters within another script, where not as in `setting`"},
	{0},
};

const ThemeKey theme_script_keys[] = {
	{"setting", KEY_SECTION, .help = "as for the whole theme"},
	{"fonts", KEY_SECTION, .help = "families that have the script, by role"},
	{"latin", KEY_SECTION, .help = "families of Latin letters within it, by role"},
	{"styles", KEY_SECTION, .help = "type by role, where it differs"},
	{0},
};

int theme_key_find(const ThemeKey *table, const char *name) {
	for (int i = 0; table[i].name; i++) {
		if (strcmp(table[i].name, name) == 0) {
			return i;
		}
	}
	return -1;
}

/* A decimal number and what follows it, blanks skipped. No hexadecimal, infinity, exponents. */
static gboolean number_from_text(const char *text, double *number, const char **rest) {
	const char *end = text + (*text == '-');
	const char *digits = end;
	while (g_ascii_isdigit(*end)) {
		end++;
	}
	if (end == digits || end - digits > 9) {
		return FALSE;
	}
	if (*end == '.' && g_ascii_isdigit(end[1])) {
		end++;
		while (g_ascii_isdigit(*end)) {
			end++;
		}
	}
	g_autofree char *copy = g_strndup(text, (gsize)(end - text));
	*number = g_ascii_strtod(copy, NULL);
	*rest = end + strspn(end, " ");
	return TRUE;
}

static gboolean read_length(const ThemeKey *key, Len *target, const Node *value, Diags *diags) {
	double number;
	const char *unit;
	gboolean read = number_from_text(value->text, &number, &unit);
	gboolean in_mm = read && strcmp(unit, "mm") == 0;
	if (!read || (*unit && !in_mm && strcmp(unit, "pt") != 0)) {
		diag_error(diags, "theme-value", value->span,
			"write a number of points, or one with its unit: 9.5, 9.5 pt, 4 mm",
			"`%s` is no length for `%s`", value->text, key->name);
		return FALSE;
	}
	Len length = in_mm ? len_from_mm(number) : len_from_pt(number);
	if (length < len_from_pt(key->low) || length > len_from_pt(key->high)) {
		diag_error(diags, "theme-value", value->span, NULL,
			"`%s` must be between %d and %d pt", key->name, key->low, key->high);
		return FALSE;
	}
	*target = length;
	return TRUE;
}

static gboolean read_int(const ThemeKey *key, int *target, const Node *value, Diags *diags) {
	double number;
	const char *rest;
	if (!number_from_text(value->text, &number, &rest) || *rest || number != (int)number) {
		diag_error(diags, "theme-value", value->span, key->help,
			"`%s` is no whole number for `%s`", value->text, key->name);
		return FALSE;
	}
	if (number < key->low || number > key->high) {
		diag_error(diags, "theme-value", value->span, key->help,
			"`%s` must be between %d and %d", key->name, key->low, key->high);
		return FALSE;
	}
	*target = (int)number;
	return TRUE;
}

static gboolean read_bool(const ThemeKey *key, gboolean *target, const Node *value, Diags *diags) {
	static const char *const yes[] = {"yes", "true", NULL}, *const no[] = {"no", "false", NULL};
	if (g_strv_contains(yes, value->text)) {
		*target = TRUE;
		return TRUE;
	}
	if (g_strv_contains(no, value->text)) {
		*target = FALSE;
		return TRUE;
	}
	diag_error(diags, "theme-value", value->span, "write yes or no",
		"`%s` is neither yes nor no for `%s`", value->text, key->name);
	return FALSE;
}

static gboolean read_choice(const ThemeKey *key, int *target, const Node *value, Diags *diags) {
	for (int i = 0; key->choices[i]; i++) {
		if (strcmp(key->choices[i], value->text) == 0) {
			*target = i;
			return TRUE;
		}
	}
	const char *nearest = diag_nearest(value->text, key->choices);
	g_autofree char *all = g_strjoinv(", ", (char **)key->choices);
	g_autofree char *hint = nearest ? g_strdup_printf("did you mean `%s`?", nearest)
					: g_strdup_printf("it is one of: %s", all);
	diag_error(diags, "theme-value", value->span, hint, "`%s` does not exist as `%s`",
		value->text, key->name);
	return FALSE;
}

gboolean theme_key_read(const ThemeKey *key, void *target, const Node *value, Diags *diags) {
	g_assert(key->kind != KEY_SECTION);
	if (value->kind == NODE_HOLE) {
		return FALSE;
	}
	if (value->kind != NODE_SCALAR) {
		diag_error(diags, "theme-value", value->span, key->help, "`%s` wants one value",
			key->name);
		return FALSE;
	}
	int *place = (int *)(void *)((char *)target + key->offset);
	switch (key->kind) {
	case KEY_LENGTH:
		return read_length(key, place, value, diags);
	case KEY_INT:
		return read_int(key, place, value, diags);
	case KEY_BOOL:
		return read_bool(key, place, value, diags);
	case KEY_CHOICE:
		return read_choice(key, place, value, diags);
	case KEY_SECTION:
		break;
	}
	return FALSE;
}
