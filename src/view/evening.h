/* evening: what a day still has when its talks are over: meetings, meals, walks, a party. Where it
 * is much, it stands on a page of its own and not in the timetable by rooms. */
#ifndef BIFOLIO_VIEW_EVENING_H
#define BIFOLIO_VIEW_EVENING_H

#include "model/event.h"

typedef struct Evening {
	int from; /* minutes of the day at which the last talk ends; TIME_NONE: no evening apart */
	int count; /* 0, or enough to be worth a page */
	const Item *const *items; /* by start */
} Evening;

/* Lives in the arena, borrows from the event. */
Evening evening_of_day(Arena *arena, const Event *event, int day);
/* Does the item belong to the evening that begins then? */
gboolean evening_has(const Evening *evening, const Item *item);

#endif
