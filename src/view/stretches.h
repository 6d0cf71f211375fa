/* stretches: a day as a sequence for who wants it at a glance: what runs at the same time is one
 * stretch, and no two overlap. Plain data, no words, no sizes; lives in the caller's arena, borrows
 * from the event. */
#ifndef BIFOLIO_VIEW_STRETCHES_H
#define BIFOLIO_VIEW_STRETCHES_H

#include "model/event.h"

typedef enum StretchKind {
	STRETCH_PLENARY, /* for everybody: opening, keynote, panel, meeting */
	STRETCH_TALKS, /* sessions and talks, side by side or one after the other */
	STRETCH_POSTERS,
	STRETCH_SOCIAL,
	STRETCH_PAUSE
} StretchKind;

typedef struct Stretch {
	StretchKind kind;
	/* Minutes, may pass 24:00; end > start. A pause through which something runs has what is
	 * left of it. */
	int start, end;
	int item_count; /* at least 1 */
	const Item *const *items; /* by start, then by room */
	int room_count; /* different rooms of them */
} Stretch;

typedef struct Stretches {
	const Day *day;
	int count;
	const Stretch *all; /* by start */
} Stretches;

const Stretches *stretches_of_day(Arena *arena, const Event *event, int day);

#endif
