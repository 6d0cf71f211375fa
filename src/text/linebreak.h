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
	/* Demerits in this measure (hyphens_price): of a hyphen, of two of them running, of leaving
	 * two letters behind. */
	double hyphen, pair, stub;
	/* By so much of their own, spaces are wider where nothing else is asked of them. */
	double rest;
	Len measure;
	Len first_indent, first_end, hang_indent;
	int looseness;
	double em; /* size of the style, Len */
	double letter; /* what a letter or space of this text takes on average, Len */
	double space; /* what its word spaces take, Len; 0 = there are none */
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

/* Steps of letterspacing that a paragraph's lines choose from; one step of none where lines are not
 * justified. */
enum { LEVELS_MAX = 36 };
typedef struct Levels {
	int count;
	int step; /* how many levels neighbouring lines may be apart */
	double tracking[LEVELS_MAX]; /* em */
	double own[LEVELS_MAX]; /* what it costs by itself, as justify.h counts */
	double change[LEVELS_MAX]; /* demerits for being so many apart */
} Levels;
/* unit: em between two levels, at most while there are enough of them. */
Levels levels_for(const Fit *fit, double unit);

/* One line that may be. */
typedef struct LineCase {
	const LineSums *sums;
	const Breakpoint *from, *to;
	Len measure; /* that it must fill */
} LineCase;
/* demerits[i] of the line at each level. FALSE: it does not fit. */
gboolean judge_line(const Fit *fit, const Levels *levels, const LineCase *line, double *demerits);
/* Less than what the line costs at any level; 0 = nobody knows. */
double least_demerits(const Fit *fit, const LineCase *line);
/* Justified lines so narrow that they must bear what a book's need not: two letters left behind,
 * two hyphens running. */
gboolean is_narrow(const Fit *fit);
/* Wider spaces for narrow lines, see Fit. */
double space_rest(const Fit *fit);
/* Sets what hyphens cost, by the measure. */
void hyphens_price(Fit *fit);
/* Makes two running dearer; FALSE: there is no more to ask. */
gboolean hyphens_part(Fit *fit);
/* Does a line that ends there end in a hyphen, of ours or of the text? */
gboolean looks_hyphenated(const Breakpoint *point);
#endif
