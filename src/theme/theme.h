/* theme: how a document looks, read from a data file (content/themes, or the installed data
 * folder) by the same reader as the programme and checked like it. `base: NAME` inherits. */
#ifndef BIFOLIO_THEME_THEME_H
#define BIFOLIO_THEME_THEME_H

#include "base/arena.h"
#include "base/diag.h"
#include "theme/style.h"

typedef struct Theme {
	const char *name;
	Colour palette[COLOUR_COUNT];
	StyleSheet sheet;
	/* Rules, pt on A5; scaled like leading. */
	Len head_bar,
		head_hair; /* page head: accent bar over the hang column, hair over the text */
	Len row_bar, row_hair; /* agenda rows */
	Len dot; /* dotted lines for notes */
	gboolean outlined; /* plain: monograms and cover segments outlined, not filled */
	Len outline; /* their line */
	gboolean portrait_grey; /* portraits in luminance only */
} Theme;

/* Looks for NAME.yaml in the folders in order (NULL-terminated), reads it and its bases. On
 * trouble adds diagnostics (unknown theme: `where` is the place that names it) and returns NULL.
 * accent: "#RRGGBB" that replaces the theme's accent or NULL; darkened until white on it reaches
 * 4.5:1, with a note that says so. */
const Theme *theme_load(Arena *arena, const char *name, const char *const *folders,
	const char *accent, Span where, Sources *sources, Diags *diags);

/* WCAG 2 contrast ratio, 1..21. */
double colour_contrast(Colour one, Colour other);
/* "#RRGGBB" or "#RGB"; FALSE when it is none. */
gboolean colour_parse(const char *text, Colour *colour);

#endif
