/* press: how pages for a print shop lie on their medium, and the sign by which out/ says that a
 * mark is to come out of every plate and finish/ reads it: a colour that no page has. */
#ifndef BIFOLIO_PAGE_PRESS_H
#define BIFOLIO_PAGE_PRESS_H

#include "base/geom.h"

enum { PRESS_MARK_COLOUR = 0x010203 };

/* White outside the bleed before a mark begins, length of the mark, white outside it: mm. */
#define PRESS_OFFSET_MM 3.0
#define PRESS_MARK_MM 5.0
#define PRESS_EDGE_MM 1.0

/* From the medium's edge to the trim. */
static inline Len press_margin(Len bleed) {
	return bleed + len_from_mm(PRESS_OFFSET_MM + PRESS_MARK_MM + PRESS_EDGE_MM);
}

#endif
