/* format: page, margins and grid for a paper size (DESIGN.md 1). Knows the sizes that were
 * designed by hand and derives any other from its nearest relative. */
#ifndef BIFOLIO_LAYOUT_FORMAT_H
#define BIFOLIO_LAYOUT_FORMAT_H

#include <glib.h>

#include "base/edition.h"
#include "base/geom.h"

typedef struct Format {
	Len width, height;
	Len inner, outer, top, bottom;
	Len column, gutter; /* six columns, five gutters */
	Len line; /* L, the unit of all vertical space */
	int line_count; /* of the live area */
	Len live_width; /* 6 columns + 5 gutters */
	Len text_x; /* of the text column, from the live area's start edge */
	Len text_width;
	/* One column: what stands in the hang column elsewhere stands above the text. Only in
	 * tables (agenda, contents) two stand beside each other. */
	gboolean stacked;
	double type_scale, line_scale; /* against A5: 9.5 pt and the script's line */
} Format;

/* type_size: pt of prose against 9.5 of the design, 0 = as designed for the size. line: L of the
 * script on A5, where the design has 13 pt. */
Format format_for_paper(Len width, Len height, double type_size, Len line);

/* Of the editions for other readers; line: as their sheet has it. */
Format format_for_edition(BookEdition edition, Len width, Len height, Len line);

/* Does the page lie, or nearly? Covers stand their words beside the figure then. */
gboolean format_is_wide(const Format *format);

/* x of the live area's left edge on a page. */
Len format_live_left(const Format *format, gboolean verso, gboolean rtl);

#endif
