/* timeline: the rows of a day's agenda before they are drawn: which of its words each slot shows
 * and how high it becomes. */
#ifndef BIFOLIO_LAYOUT_TIMELINE_H
#define BIFOLIO_LAYOUT_TIMELINE_H

#include "layout/setter.h"

/* How a slot's texts are arranged, from generous to terse. */
typedef enum Arrangement {
	TITLE_OVER_SPEAKERS,
	TITLE_OVER_BARE, /* without affiliations */
	SHORT_OVER_SPEAKERS, /* posters: short title */
	SHORT_OVER_BARE,
	ON_ONE_LINE,
	ON_ONE_LINE_BARE
} Arrangement;

typedef struct Row {
	const Slot *slot;
	Arrangement arrangement;
	Len natural; /* height it needs */
	Len height; /* height it gets */
	const TimelineBlock *code_of; /* the timeline whose code stands in this row, or NULL */
} Row;

/* Arrangement and height of every row. TRUE when they are true to scale, and fit the room. */
gboolean timeline_fit(Setter *setter, Row *rows, const TimelineBlock *timeline);

/* Sets the texts of a slot into `out` (NULL = only measure) and returns their height. */
Len timeline_set_texts(Setter *setter, VList *out, const Row *row);
/* A time with am or pm may reach into the gutter. */
Column timeline_time_column(const Setter *setter);
/* By which texts stand lower than the time, so that they share its baseline. */
Len timeline_text_drop(const Setter *setter);
Len timeline_code_side(const Setter *setter);
/* Least white above and below the code in its row, together. */
Len timeline_code_white(const Setter *setter);
/* From the rule to the top of a row's first line. */
Len timeline_row_top(Setter *setter, const Row *row);

#endif
