/* floats: boxes of a vertical list that stand at the foot of the page where they fall, or of the
 * next that has room, in their order: TeX's insertions (The TeXbook, ch. 15) without splitting. */
#ifndef BIFOLIO_LAYOUT_FLOATS_H
#define BIFOLIO_LAYOUT_FLOATS_H

#include "layout/vlist.h"

/* Counted from 0 in the order of the list. */
typedef struct Floats {
	int count;
	int *items; /* where in the list they stand */
	Len *heights;
} Floats;

void floats_init(Floats *floats, const VList *list);
void floats_finish(Floats *floats);

/* How many stand before an item of the list. */
int floats_before(const Floats *floats, int item);
/* Height of from..to. */
Len floats_height(const Floats *floats, int from, int to);
/* The first of from..to that does not fit into the room any more, or to. */
int floats_fit(const Floats *floats, int from, int to, Len room);

#endif
