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
	StyleSheet sheet; /* for the script of the language asked for */
	/* For texts in Latin, Greek or Cyrillic beside that script; NULL: the sheet serves both. */
	const StyleSheet *latin;
	/* Rules, pt on A5; scaled like leading. */
	Len head_bar,
		head_hair; /* page head: accent bar over the hang column, hair over the text */
	Len row_bar, row_hair; /* agenda rows */
	Len dot; /* dotted lines for notes */
	gboolean outlined; /* plain: monograms and cover segments outlined, not filled */
	Len outline; /* their line */
	gboolean portrait_grey; /* portraits in luminance only */
} Theme;

/* A colour of the content's for a track. */
typedef struct ThemeTrack {
	const char *colour; /* "#RRGGBB", NULL = the theme's */
	Span where;
} ThemeTrack;

/* Which theme, and where it is asked for. */
typedef struct ThemeRequest {
	const char *name;
	Span where;
	const char *language; /* BCP 47 of what will be set; NULL: one in Latin letters */
	const char *edition; /* "large", "phone": other sizes, see `editions` of a theme; or NULL */
	const char *accent; /* "#RRGGBB" that replaces the theme's accent, or NULL */
	Span accent_where;
	int track_count;
	const ThemeTrack *tracks; /* by the track's place */
	const char *const *folders; /* looked through in order, NULL-terminated */
} ThemeRequest;

/* Looks for NAME.yaml in the folders, reads it and its bases. On trouble adds diagnostics and
 * returns NULL. An accent is darkened until white on it reaches 4.5:1, with a warning that says so;
 * the tint goes with it. */
const Theme *theme_load(Arena *arena, const ThemeRequest *request, Sources *sources, Diags *diags);

/* WCAG 2 contrast ratio, 1..21. */
double colour_contrast(Colour one, Colour other);
/* "#RRGGBB" or "#RGB"; FALSE when it is none. */
gboolean colour_parse(const char *text, Colour *colour);

#endif
