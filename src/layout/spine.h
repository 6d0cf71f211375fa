/* spine: the title on the back of a glued book. */
#ifndef BIFOLIO_LAYOUT_SPINE_H
#define BIFOLIO_LAYOUT_SPINE_H

#include "layout/layout.h"

typedef struct SpineInput {
	const Composition *composition; /* the booklet's: its spine's titles */
	const Theme *theme;
	TextContext *text;
	Len width, height; /* of the spine */
	gboolean up; /* read from its foot to its head, else from head to foot */
} SpineInput;

/* A page as large as the spine with the title in the middle, the short one where the other is too
 * long; in `arena`. NULL when the spine is too thin for legible type, or the title too long. */
const Page *layout_spine(Arena *arena, const SpineInput *input);

#endif
