/* poster_grid: days with rooms in parallel on the wall: the booklet's timetable in type that is
 * read from afar, a sheet a day where it fits in the least of it, else a row of sheets side by
 * side, rooms shared out over them, each with its heads. */
#ifndef BIFOLIO_LAYOUT_POSTER_GRID_H
#define BIFOLIO_LAYOUT_POSTER_GRID_H

#include "layout/layout.h"
#include "layout/setter.h"

/* How the days stand on sheets; by part of the composition. */
typedef struct GridPlan {
	double scale; /* of cells against the A5 page's, the same for all days */
	int *each; /* rooms of a sheet at most; 0 = the day is a list */
	int sheet_count; /* of all timetables */
	int list_count; /* days that are lists */
} GridPlan;

/* In the setter's arena. Type for the distance at least, as large as costs neither sheets nor
 * words. */
GridPlan poster_grid_plan(Setter *setter, const LayoutInput *input);

/* Is there a timetable of every day in type for the distance, on however many sheets? */
gboolean poster_grid_fits(const Setter *setter, const LayoutInput *input);

/* Timetable of a part: its block; NULL = it has none. */
const Block *poster_grid_of(const Block *part);

/* Sets a part whose day is no list, without the start of its first page. */
void poster_grid_set(
	Setter *setter, VList *list, const LayoutInput *input, const GridPlan *plan, int part);

#endif
