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
	ON_ONE_LINE_BARE,
	ARRANGEMENT_COUNT
} Arrangement;

gboolean arrangement_is_short(Arrangement arrangement);

typedef struct Row {
	const Slot *slot;
	Arrangement arrangement;
	Len natural; /* height it needs */
	Len height; /* height it gets */
	int column; /* posters: counted through all sheets */
	const TimelineBlock *code_of; /* the timeline whose code stands in this row, or NULL */
	/* timeline_row_needs, once asked, without and with a code; 0 = not yet. The setter's
	 * columns stay as they are as long as a row lives. */
	Len needs[2][ARRANGEMENT_COUNT];
} Row;

/* Arrangement and height of every row of a booklet. TRUE when they are true to scale, and fit the
 * room. */
gboolean timeline_fit(Setter *setter, Row *rows, const TimelineBlock *timeline);
/* The same for a poster, with the column of every row and the place of the code. It takes as many
 * sheets as it needs, each with setter->columns of them. */
void timeline_fit_poster(Setter *setter, Row *rows, const TimelineBlock *timeline);

/* Is it one thing after the other, all with times? */
gboolean timeline_is_sequence(const TimelineBlock *timeline);
/* Heights at a scale in quarter lines for half an hour. */
void timeline_scale(Setter *setter, Row *rows, const TimelineBlock *timeline, int quarters);
/* The most generous arrangements for the heights. FALSE when some row has none. */
gboolean timeline_arrange(Setter *setter, Row *rows, int count);
Len timeline_row_needs(Setter *setter, Row *row, Arrangement arrangement);
/* Of the band at midnight with the white below it; 0 where a row has none. */
Len timeline_band_height(const Setter *setter, const Slot *slot);
/* Of all rows, bands left out. */
Len timeline_height(const Row *rows, int count);

/* timeline_columns.c */
/* Gives rows to columns of setter->room, those of further sheets of setter->room_next, as even as
 * can be; returns how many there are. */
int timeline_columns(const Setter *setter, Row *rows, int count);
/* Sheets that the rows need with heights as they are; G_MAXINT where a row is higher than one. */
int timeline_sheets(const Setter *setter, const Row *rows, int count);
/* Are the columns of one sheet enough for heights as they are? */
gboolean timeline_fits_sheet(const Setter *setter, const Row *rows, int count);

/* Sets the texts of a slot into `out` (NULL = only measure) and returns their height. */
Len timeline_set_texts(Setter *setter, VList *out, const Row *row);
/* A time with am or pm may reach into the gutter. */
Column timeline_time_column(const Setter *setter);
/* By which texts stand lower than the time, so that they share its baseline. */
Len timeline_text_drop(const Setter *setter);
Len timeline_code_side(const Setter *setter);
/* The caption of the code, not wider than it must be. */
ParSpec timeline_caption(Setter *setter, const Inline *caption);
Len timeline_caption_height(Setter *setter, const TimelineBlock *timeline);
/* Least white above and below the code in its row, together. */
Len timeline_code_white(const Setter *setter);
/* From the rule to the top of a row's first line. */
Len timeline_row_top(Setter *setter, const Row *row);

/* set_timeline.c */
void timeline_add_row(Setter *setter, VList *list, const Row *row);
/* What every further page of the day begins with: its label and its name, small. */
VItem timeline_repeated_head(Setter *setter, const TimelineBlock *timeline);
/* set_sheets.c: the day on sheets below the head, which leaves setter->room. */
void set_timeline_sheets(Setter *setter, VList *list, const TimelineBlock *timeline);

#endif
