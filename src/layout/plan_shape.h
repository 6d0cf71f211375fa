/* plan_shape: geometry of plans, in the content's own unit. Knows no sizes of type. */
#ifndef BIFOLIO_LAYOUT_PLAN_SHAPE_H
#define BIFOLIO_LAYOUT_PLAN_SHAPE_H

#include <glib.h>

#include "base/geom.h"

/* Inside of the corners, by the rule of even and odd; on their edges either may come out. */
gboolean plan_contains(const PointList *corners, Point point);
/* The largest upright rectangle within, of those between the lines through corners; width 0 = none.
 * As many corners as the content may give. */
Rect plan_inner_rect(const PointList *corners);
/* Which way is in from a place at or near an edge: one of (1, 0), (-1, 0), (0, 1), (0, -1). */
Point plan_inwards(const PointList *corners, Point at);

#endif
