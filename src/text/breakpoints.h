/* breakpoints: all places where a line of a paragraph may end, with running sums of what stands
 * before them, so that any line between two of them is a subtraction. */
#ifndef BIFOLIO_TEXT_BREAKPOINTS_H
#define BIFOLIO_TEXT_BREAKPOINTS_H

#include "text/items.h"

/* Running sums up to a place. */
typedef struct Sums {
	gint64 x; /* natural */
	gint64 ink; /* of it, glyphs that may be expanded */
	gint64 space; /* of it, word spaces */
	gint64 wide; /* sizes of full-width characters: gaps of text without spaces */
	gint64 squeeze; /* white of full-width punctuation that may go */
	gint64 gaps; /* gaps between letters that take letterspacing, times size */
	int spaces; /* number of word spaces */
} Sums;

typedef struct Breakpoint {
	int token,
		offset; /* the next line starts at this byte of this token (offset 0: its start) */
	Sums end; /* where a line that ends here ends: without spaces, with its hyphen */
	Sums start; /* where a line that starts here starts */
	Len hang_end, hang_start; /* what stands out of the measure there */
	int penalty;
	gboolean hyphen; /* draws a hyphen */
	gboolean dash; /* ends in a hyphen or dash of the text: looks like a hyphenated line */
	gboolean little; /* of which only a syllable stays behind: "co-" */
	gboolean forced;
	gboolean in_name; /* parts a name */
	int address; /* parts an address: 1 = where it hurts least, more the worse; 0 = does not */
	int like; /* see Token */
} Breakpoint;

typedef struct Breakpoints {
	int count; /* the first is the start of the paragraph, the last its end */
	Breakpoint *points;
} Breakpoints;

typedef struct BreakWays {
	gboolean hyphenate;
	gboolean stubs; /* hyphens that leave two letters behind, too */
	gboolean desperate; /* no way through the ordinary ones stays inside the measure: words get
			       hyphens also where the style has none, then breaks between any two
			       characters, at a very high price */
} BreakWays;
/* Borrowed until the next call. */
Breakpoints breakpoints_find(TextContext *context, const Items *items, const BreakWays *ways);

/* Width of the hyphen drawn behind a token's part. */
const Word *hyphen_word(TextContext *context, const Token *token);

/* Places in an address where a line may end before byte i (DESIGN.md 7): grades[i] > 0, the less
 * the better. */
void url_grades(const char *text, int length, int *grades);

#endif
