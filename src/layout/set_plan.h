/* set_plan: what drawing a floor needs. Not for others. */
#ifndef BIFOLIO_LAYOUT_SET_PLAN_H
#define BIFOLIO_LAYOUT_SET_PLAN_H

#include "layout/setter.h"

/* A floor while it is set. */
typedef struct Plan {
	Setter *setter;
	const PlanBlock *block;
	BoxBuilder *out;
	Len left, top; /* of what is drawn: from the live area's left, from the box's top */
	Len width, height;
	double scale; /* Len a hundredth of a metre */
	GArray *taken; /* Rect: where something stands already */
} Plan;

/* Sides of signs, in mm. */
extern const double PLAN_LIFT_SIDE, PLAN_ENTRANCE;

Len plan_pt(const Plan *plan, double pt);
Len plan_mm(const Plan *plan, double mm);
/* From the live area's left, and the box's top. */
Point plan_place(const Plan *plan, Point at);
Rect plan_rect(const Plan *plan, Rect rect);
/* The column that stands at an area, for what counts from the start edge. */
Column plan_column(const Plan *plan, Rect area);
/* Nothing else shall stand there. */
void plan_take(const Plan *plan, Rect area);
/* Ends the path; fill, stroke: colours, -1 = none; line: pt. */
void plan_add_path(const Plan *plan, PathBuilder *path, int fill, int stroke, double line);
void plan_draw_dots(const Plan *plan, Point from, Point to);

/* How much of a room's words stands in it. */
typedef enum PlanWords { PLAN_NONE, PLAN_SOME, PLAN_ALL } PlanWords;

/* plan_words.c: letter and name on one line, below them what else there is to say; in a small room
 * its letter, or its name where it has none. */
PlanWords plan_set_room(const Plan *plan, const PlanRoom *room);
/* Words beside entrances and lifts, where there is room for them. */
void plan_put_signs(const Plan *plan);
/* In the hang column; returns where they end. */
Len plan_put_labels(const Plan *plan);
/* Rooms (const PlanRoom *) that have no room for all their words; returns where they end. */
Len plan_put_list(const Plan *plan, const GArray *rooms, Len top);
/* Scale, ways, north; returns where it ends. */
Len plan_put_key(const Plan *plan, const PlanKey *key, Len top);

#endif
