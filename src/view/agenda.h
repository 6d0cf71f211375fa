/* agenda: an event by days, as a table of rows: what stands when, what lies free between, what
 * runs at the same time. Plain data, no words, no sizes; lives in the caller's arena, constant
 * once made, borrows from the event. */
#ifndef BIFOLIO_VIEW_AGENDA_H
#define BIFOLIO_VIEW_AGENDA_H

#include "model/event.h"

/* One item. Times are minutes as in the model: they may pass 24:00. */
typedef struct AgendaRow {
	const Item *item;
	int depth; /* 0 top level, 1 a session's talk */
	/* True start and end, TIME_NONE where nobody knows: an untimed talk of a session keeps
	 * none, though it lies within the session's. */
	int start, end;
	int gap; /* minutes free since all earlier rows of this level (in its session) had ended */
	/* Minutes for which an earlier row of this level still runs; a later one that runs into it
	 * has them in its own row. */
	int overlap;
	gboolean parallel; /* some other row of this level runs at the same time */
	gboolean clash; /* and is in the same room, or neither has one */
	gboolean pause; /* break or meal */
	gboolean past_midnight; /* runs over 24:00 or begins after it */
} AgendaRow;

typedef struct AgendaDay {
	const Day *day;
	const char *anchor; /* "agenda-N" */
	int row_count;
	const AgendaRow *rows; /* a session's talks follow it */
	int start, end; /* of the timed rows; TIME_NONE when there are none */
	gboolean single_track; /* nothing runs at the same time */
	gboolean all_timed; /* every top-level row has start and end: a true scale is possible */
	int longest, shortest; /* minutes of top-level rows with start and end; 0 without */
	int talk_count; /* rows that are talks, keynotes, panels, workshops, tutorials */
	int page_count; /* rows of items that have pages of their own */
} AgendaDay;

typedef struct Agenda {
	int day_count;
	const AgendaDay *days;
	int talk_count, page_count; /* of all days */
} Agenda;

const Agenda *agenda_new(Arena *arena, const Event *event);

#endif
