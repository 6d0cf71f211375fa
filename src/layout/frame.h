/* frame: placing by hand on a page that is designed as a whole (cover, posters): texts and shapes
 * in page coordinates, gathered into one box. A frame has type of its own size. */
#ifndef BIFOLIO_LAYOUT_FRAME_H
#define BIFOLIO_LAYOUT_FRAME_H

#include "layout/setter.h"

typedef struct Frame {
	Setter setter; /* a copy with the frame's own sheet */
	BoxBuilder box;
	Len dx, dy; /* from page coordinates to the box's */
	double k; /* scale of the design: mm and pt of A5 (A3 for posters' own roles) times k */
	Len width, height; /* of the page */
	Len margin; /* left edge of the words of a cover, from the page's start edge */
	Len words; /* width of a cover's words */
} Frame;

/* verso: which side of the sheet, for the place of the live area. */
void frame_init(Frame *frame, const Setter *setter, gboolean verso, double k);
/* Adds the frame as one box as high as the live area. */
void frame_end(Frame *frame, VList *list);

/* k of a cover on a page: upright ones take the design's width or height, those that lie its area,
 * since their words stand beside the figure. */
double frame_scale(const Format *format);

/* mm of the design. */
Len frame_mm(const Frame *frame, double mm);
/* White between the words of a cover: goes with their size. */
Len frame_gap(const Frame *frame, double mm);

void frame_add(Frame *frame, PageItem item);
void frame_fill(Frame *frame, Rect area, int colour, gboolean bleeds);
/* A rule from the column's left edge; its height is the thickness. */
void frame_rule(Frame *frame, Rect area, int colour);

/* A text in a column whose left edge is x in left-to-right documents (mirrored otherwise), first
 * baseline at y, lines one leading apart. Returns the number of lines. */
typedef struct FrameWords {
	StyleRole role;
	const Inline *text;
	Rect column;
	int colour; /* -1 = the role's own */
	int tag;
} FrameWords;
int frame_text(Frame *frame, FrameWords words);
/* The same set already. */
void frame_par(Frame *frame, const Par *par, Point first_baseline, int colour, int tag);
const Par *frame_set(Frame *frame, StyleRole role, const Inline *text, Len measure);
Len frame_mirror(const Frame *frame, Len x, Len width);
/* Where to put a paragraph so that its widest line, whatever its measure was, begins at x. */
Len frame_tight(const Frame *frame, const Par *par, Len x);
void frame_figure(Frame *frame, const FigureBlock *figure, Rect square);

/* cover.c */
void set_cover(Setter *setter, VList *list, const Block *block);
void set_back_cover(Setter *setter, VList *list, const Block *block);
/* The cover's design on any sheet, k = 1 on A5. */
void frame_cover(Frame *frame, const CoverBlock *cover);

/* clock.c: the programme on a clock face. */
typedef struct ClockPlace {
	Point centre;
	Len inner, outer; /* radii */
	Rect keep; /* where no numeral may stand */
} ClockPlace;
void frame_clock(Frame *frame, const ClockBlock *clock, const ClockPlace *place);
/* Does no slot reach into the area; do all lie on the page? */
gboolean clock_clears(const ClockBlock *clock, const ClockPlace *place, Rect area);
gboolean clock_shows_all(const Frame *frame, const ClockBlock *clock, const ClockPlace *place);

#endif
