/* members: the people of a committee in the order of the event's language, and how many people
 * all committees are. Plain data, no words; in the caller's arena, borrows from the event. */
#ifndef BIFOLIO_VIEW_MEMBERS_H
#define BIFOLIO_VIEW_MEMBERS_H

#include "model/event.h"

/* committee->member_count of them, by family name. */
const Member *const *members_sorted(Arena *arena, const Event *event, const Committee *committee);
/* Each counts once, in however many committees. */
int members_count_people(const Event *event);

#endif
