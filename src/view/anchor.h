/* anchor: names of the places in a document that references lead to, one convention for all:
 * "talk-ID" a talk's page, "item-ID" its row in the agenda, "person-ID" the row in the directory,
 * "bio-ID" the biography, "session-ID" a session or a talk of one in the listing of sessions,
 * "board-ID" a poster in that of boards, "agenda-N" and "grid-N" the pages of day N (from 0),
 * "room-ID" a room in the part venue, "part-NAME" a part of the booklet. */
#ifndef BIFOLIO_VIEW_ANCHOR_H
#define BIFOLIO_VIEW_ANCHOR_H

#include "model/event.h"

/* In the arena. */
const char *anchor_of_talk(Arena *arena, const Item *item);
const char *anchor_of_row(Arena *arena, const Item *item);
const char *anchor_of_person(Arena *arena, const Person *person);
const char *anchor_of_bio(Arena *arena, const Person *person);
/* In the listing of sessions, in that of boards. */
const char *anchor_of_session(Arena *arena, const Item *item);
const char *anchor_of_board(Arena *arena, const Item *item);
const char *anchor_of_room(Arena *arena, const Room *room);
const char *anchor_of_day(Arena *arena, int day);
const char *anchor_of_grid(Arena *arena, int day);
/* Static. */
const char *anchor_of_part(PartKind kind);
/* Where most is said of an item: its page, else its row. */
const char *anchor_of_item(Arena *arena, const Item *item);

#endif
