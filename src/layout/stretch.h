/* stretch: breaks a stretch of a vertical list, between forced breaks, into frames (pages, or the
 * columns of pages) by dynamic programming: for every legal break the cheapest ways to get there
 * are kept, for each place in the spread and for each height that the frames before it have there
 * (after Plass, Optimal Pagination Techniques, 1981). Knows heights only. */
#ifndef BIFOLIO_LAYOUT_STRETCH_H
#define BIFOLIO_LAYOUT_STRETCH_H

#include "layout/floats.h"
#include "layout/pagebreak.h"

typedef struct Stretch {
	const VList *list;
	const PageBreakSpec *spec;
	int from, to;
	gboolean prose; /* the frames of a spread shall end alike */
	gboolean tables; /* has heads that are repeated */
	int frames; /* of a spread */
	int first_frame; /* in which the stretch begins */
	const Floats *floats;
	gboolean closed; /* takes no floats */
	int waiting; /* floats of pages before */
} Stretch;

/* Adds a PageSpan a frame; its side is the caller's. Returns how many floats wait for the pages
 * after it. */
int stretch_break(const Stretch *stretch, GArray *pages);

#endif
