/* linebreak: which breakpoints to take: the way through the paragraph with the least demerits. */
#ifndef BIFOLIO_TEXT_LINEBREAK_H
#define BIFOLIO_TEXT_LINEBREAK_H

#include "text/breakpoints.h"

typedef enum FitMode { FIT_JUSTIFY, FIT_RAGGED, FIT_BALANCE } FitMode;

/* How much a line may give, as shares: of word spaces, of the em between letters, of glyphs, of the
 * em between full-width characters, of the white in their punctuation. */
typedef struct Give {
	double space, tracking, glyph, wide, squeeze;
} Give;

typedef struct Fit {
	FitMode mode;
	Give stretch, shrink;
	double hyphen_cost; /* 1 = usual */
	Len measure;
	Len first_indent, hang_indent, beside;
	int beside_lines;
	int looseness;
	double em; /* size of the style, Len */
	double tolerance; /* shortest line that is looked at, share of its measure */
	int lines_wanted; /* exactly so many, 0 = the best number */
	double target; /* FIT_BALANCE: width that all lines should have; 0 = as few lines as go */
} Fit;

/* Measure of line number `line` (from 0), and where it starts. */
Len fit_measure(const Fit *fit, int line);
Len fit_indent(const Fit *fit, int line);

/* Width of a line between two breakpoints and what it can give. */
typedef struct LineSums {
	Len natural; /* without hanging parts */
	double space, ink, gaps, wide, squeeze; /* Len */
	int spaces;
} LineSums;
LineSums line_sums(const Breakpoint *from, const Breakpoint *to);
/* What all the line's white and glyphs give together, in Len. */
double line_give(const LineSums *sums, const Give *give);

typedef struct Breaks {
	int line_count;
	const int *chosen; /* line_count + 1 indices of breakpoints */
	gboolean overfull; /* no way stays inside the measure */
} Breaks;

Breaks linebreak_optimum(Arena *arena, const Breakpoints *points, const Fit *fit);
/* Lines of about equal length, as few as there must be; for titles. */
Breaks linebreak_balanced(Arena *arena, const Breakpoints *points, const Fit *fit);

/* Demerits of one line; infinite when it does not fit. */
typedef struct Judged {
	double demerits;
	double ratio; /* 0 natural, 1 all that it may stretch, -1 shrink */
} Judged;
/* sums: of the line between the two, measure: what it must fill. */
Judged judge_line(const Fit *fit, const LineSums *sums, const Breakpoint *from,
	const Breakpoint *to, Len measure);
/* What two lines that follow each other add. hyphens: how many lines in a row end hyphenated up to
 * and including the earlier one. */
double judge_pair(const Fit *fit, double earlier, double later, int hyphens, const Breakpoint *to);

#endif
