/* paper: sizes of paper by name or by measure. ISO 216, JIS-free; North American sizes by their
 * names. A word behind the name turns the sheet. */
#include <math.h>
#include <string.h>

#include "model/build.h"

typedef struct PaperName {
	const char *name;
	double width, height; /* mm, upright */
} PaperName;

#define INCH 25.4

static const PaperName papers[] = {{"A0", 841, 1189}, {"A1", 594, 841}, {"A2", 420, 594},
	{"A3", 297, 420}, {"A4", 210, 297}, {"A5", 148, 210}, {"A6", 105, 148}, {"B1", 707, 1000},
	{"B2", 500, 707}, {"B3", 353, 500}, {"B4", 250, 353}, {"B5", 176, 250}, {"B6", 125, 176},
	{"letter", 8.5 * INCH, 11 * INCH}, {"half-letter", 5.5 * INCH, 8.5 * INCH},
	{"legal", 8.5 * INCH, 14 * INCH}, {"tabloid", 11 * INCH, 17 * INCH},
	{"ledger", 11 * INCH, 17 * INCH}, {"executive", 7.25 * INCH, 10.5 * INCH},
	{"ansi-c", 17 * INCH, 22 * INCH}, {"ansi-d", 22 * INCH, 34 * INCH},
	{"arch-c", 18 * INCH, 24 * INCH}, {"arch-d", 24 * INCH, 36 * INCH}};

#define PAPER_COUNT ((int)(sizeof(papers) / sizeof(papers[0])))
#define SHORTEST_MM 40.0
#define LONGEST_MM 2500.0

const char *const *paper_names(void) {
	static const char *const names[] = {"A0", "A1", "A2", "A3", "A4", "A5", "A6", "B1", "B2",
		"B3", "B4", "B5", "B6", "letter", "half-letter", "legal", "tabloid", "ledger",
		"executive", "ansi-c", "ansi-d", "arch-c", "arch-d", NULL};
	G_STATIC_ASSERT(G_N_ELEMENTS(names) == PAPER_COUNT + 1);
	return names;
}

/* Takes "portrait" or "landscape" off the end: 1 portrait, 2 landscape, 0 neither. */
static int take_turn(char *text) {
	static const char *const words[] = {" portrait", " upright", " landscape", " across", NULL};
	for (int i = 0; words[i]; i++) {
		if (g_str_has_suffix(text, words[i])) {
			text[strlen(text) - strlen(words[i])] = '\0';
			g_strstrip(text);
			return i < 2 ? 1 : 2;
		}
	}
	return 0;
}

static const PaperName *find_named(const char *text) {
	g_autofree gchar *name = g_strdelimit(g_strdup(text), " _", '-');
	for (int i = 0; i < PAPER_COUNT; i++) {
		if (g_ascii_strcasecmp(papers[i].name, name) == 0) {
			return &papers[i];
		}
	}
	return NULL;
}

/* "148x210mm", "5.5 × 8.5 in", "14.8 cm x 21 cm"; plain becomes the first form. */
static gboolean parse_measure(GString *plain, double *width, double *height) {
	g_string_replace(plain, "×", "x", 0);
	g_string_replace(plain, " ", "", 0);
	char *at = plain->str;
	*width = g_ascii_strtod(at, &at);
	char *unit = at;
	while (*at && *at != 'x') {
		at++;
	}
	if (*at != 'x') {
		return FALSE;
	}
	g_autofree gchar *first_unit = g_strndup(unit, (gsize)(at - unit));
	char *from = at + 1;
	*height = g_ascii_strtod(from, &at);
	if (at == from || (*first_unit && strcmp(first_unit, at) != 0)) {
		return FALSE;
	}
	double factor = strcmp(at, "mm") == 0			 ? 1
		: strcmp(at, "cm") == 0				 ? 10
		: strcmp(at, "in") == 0 || strcmp(at, "\"") == 0 ? INCH
								 : 0;
	*width *= factor;
	*height *= factor;
	return factor > 0 && isfinite(*width) && isfinite(*height);
}

gboolean paper_parse(Arena *arena, const char *text, PaperSize *size) {
	g_autofree gchar *copy = g_utf8_strdown(text, -1);
	g_strstrip(copy);
	int turn = take_turn(copy);
	const PaperName *named = find_named(copy);
	double width = named ? named->width : 0;
	double height = named ? named->height : 0;
	g_autoptr(GString) measure = g_string_new(copy);
	if (!named && !parse_measure(measure, &width, &height)) {
		return FALSE;
	}
	if (width < SHORTEST_MM || height < SHORTEST_MM || width > LONGEST_MM ||
		height > LONGEST_MM) {
		return FALSE;
	}
	gboolean across = width > height;
	if ((turn == 1 && across) || (turn == 2 && !across)) {
		double swap = width;
		width = height;
		height = swap;
	}
	size->name = arena_strdup(arena, named ? named->name : measure->str);
	size->width = len_from_mm(width);
	size->height = len_from_mm(height);
	return TRUE;
}
