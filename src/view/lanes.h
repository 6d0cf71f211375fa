/* lanes: a day by its rooms: what stands in which column of a timetable grid, and what goes over
 * all of them. Plain data, no words, no sizes; lives in the caller's arena, borrows from the event.
 */
#ifndef BIFOLIO_VIEW_LANES_H
#define BIFOLIO_VIEW_LANES_H

#include "model/event.h"

typedef enum LaneKind {
	LANE_CELL, /* in its column */
	LANE_PLENARY, /* over all rooms: nothing else runs but pauses and what began before them */
	LANE_PAUSE, /* over all rooms: break, meal; cells may cover it */
	LANE_ASIDE /* likewise, and no talk: posters, what is social */
} LaneKind;

typedef struct LaneItem {
	const Item *item;
	LaneKind kind;
	int start, end; /* minutes of the day, may pass 24:00; end > start */
	gboolean end_known;
	int column; /* cells: the first; else -1 */
	int column_count; /* cells: beside each other, of one item in several rooms */
	const Room *room; /* cells: of the first column */
	gboolean again; /* the item has a cell elsewhere too */
	int lane, lane_count; /* cells that overlap in one room stand side by side */
} LaneItem;

typedef struct LaneColumn {
	const Room *room; /* NULL: what has no room and runs beside others */
	const Track *track; /* the only one that its cells belong to, or NULL */
} LaneColumn;

typedef struct Lanes {
	const Day *day;
	int column_count; /* rooms with a cell this day, in the order of the event's */
	const LaneColumn *columns;
	int count;
	const LaneItem *items; /* by start, then column; what goes over all first */
	int start, end; /* of all items; TIME_NONE without any */
	gboolean parallel; /* two columns are busy at the same time */
} Lanes;

/* A session whose talks stand in rooms of their own is taken apart into them. */
const Lanes *lanes_of_day(Arena *arena, const Event *event, int day);
/* The same without the evening that has a page of its own (evening.h). */
const Lanes *lanes_of_daytime(Arena *arena, const Event *event, int day);

/* Does the cell stand in the room's column? */
gboolean lanes_covers(const Lanes *lanes, const LaneItem *cell, const Room *room);

/* The minutes of the longest daytime that has a grid, from the half hour before its first item. */
int lanes_longest(Arena *arena, const Event *event);

/* A grid says something where there are several columns. */
gboolean lanes_make_grid(const Lanes *lanes);

#endif
