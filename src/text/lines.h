/* lines: chosen breaks to placed glyphs. */
#ifndef BIFOLIO_TEXT_LINES_H
#define BIFOLIO_TEXT_LINES_H

#include "text/linebreak.h"

/* How one line is set, beyond its natural widths. */
typedef struct Setting {
	double space; /* added to each word space, Len */
	double tracking; /* em, on top of the style's */
	double glyph; /* widening of glyphs, share */
	double wide; /* share of their size, after each full-width character */
	double squeeze; /* share of what full-width punctuation may give, 0..1 */
	gboolean fills; /* the measure, exactly */
} Setting;

/* A setting for every line; justify.c. */
Setting *justify_lines(
	Arena *arena, const Breakpoints *points, const Breaks *breaks, const Fit *fit);

typedef struct LineJob {
	TextContext *context;
	Arena *arena;
	Arena *scratch; /* of one line at a time */
	const Items *items;
	const Breakpoints *points;
	const Breaks *breaks;
	const Setting *settings; /* one a line */
	const Fit *fit;
	AlignKind align;
} LineJob;

/* Fills line number `number`, from 0. */
void line_make(const LineJob *job, int number, Line *line);

#endif
