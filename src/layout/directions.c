/* directions: a sheet that says how to print, order, fold and bind the sheets that follow it: four
 * panels side by side, each a drawing with its number and words below. Places in mm of a sheet 297
 * wide, scaled by k. */
#include <math.h>

#include "layout/frame.h"

#define SHEET_WIDTH_MM 297.0
#define MARGIN_MM 18.0
#define GAP_MM 9.0
#define DRAWING_TOP_MM 62.0
#define LINE_PT 0.8

enum { PANELS = 4, CORNERS = 4 };

typedef struct Pen {
	Frame *frame;
	double x, y; /* of the panel's drawing, mm */
	gboolean mirrored; /* bound on the right */
} Pen;

/* mm within a drawing 44 wide. */
typedef struct Spot {
	double x, y;
} Spot;

#define DRAWING_WIDTH 44.0

static Point place(const Pen *pen, Spot spot) {
	double x = pen->mirrored ? DRAWING_WIDTH - spot.x : spot.x;
	return (Point){frame_mm(pen->frame, pen->x + x), frame_mm(pen->frame, pen->y + spot.y)};
}

static void add_path(const Pen *pen, const PagePath *path, int fill, gboolean outlined) {
	frame_add(pen->frame,
		(PageItem){.kind = PAGE_PATH,
			.tag = TAG_ARTIFACT,
			.as.path = {.path = path,
				.fill = fill,
				.stroke = outlined ? COLOUR_INK : -1,
				.thickness = len_scale(len_from_pt(LINE_PT), pen->frame->k)}});
}

/* A leaf of paper. */
static void add_leaf(const Pen *pen, const Spot corners[CORNERS], int fill) {
	PathBuilder *path = path_builder_new(pen->frame->setter.arena);
	path_move(path, place(pen, corners[0]));
	for (int i = 1; i < CORNERS; i++) {
		path_line(path, place(pen, corners[i]));
	}
	path_close(path);
	add_path(pen, path_builder_end(path), fill, TRUE);
}

static void add_box(const Pen *pen, Spot corner, double width, double height, int fill) {
	const Spot corners[CORNERS] = {corner, {corner.x + width, corner.y},
		{corner.x + width, corner.y + height}, {corner.x, corner.y + height}};
	add_leaf(pen, corners, fill);
}

static void add_stroke(const Pen *pen, Spot from, Spot to, double points, int colour) {
	frame_add(pen->frame,
		(PageItem){.kind = PAGE_RULE,
			.tag = TAG_ARTIFACT,
			.as.rule = {.from = place(pen, from),
				.to = place(pen, to),
				.thickness = len_scale(len_from_pt(points), pen->frame->k),
				.colour = colour}});
}

/* A bow from one spot to another over a third, as a row of strokes, with a head at its end. */
static void add_arrow(const Pen *pen, Spot from, Spot over, Spot to) {
	enum { STROKES = 12 };
	Spot before = from;
	for (int i = 1; i <= STROKES; i++) {
		double t = (double)i / STROKES, s = 1 - t;
		Spot at = {s * s * from.x + 2 * s * t * over.x + t * t * to.x,
			s * s * from.y + 2 * s * t * over.y + t * t * to.y};
		add_stroke(pen, before, at, 1.4, COLOUR_ACCENT);
		before = at;
	}
	double angle = atan2(to.y - over.y, to.x - over.x);
	for (int side = -1; side <= 1; side += 2) {
		double turned = angle + side * 2.6;
		Spot end = {to.x + 3 * cos(turned), to.y + 3 * sin(turned)};
		add_stroke(pen, to, end, 1.4, COLOUR_ACCENT);
	}
}

/* A sheet with two pages, turned over its short or its long edge. */
static void draw_print(const Pen *pen, const DirectionsBlock *directions) {
	add_box(pen, (Spot){4, 12}, 34, 24, COLOUR_TINT);
	add_box(pen, (Spot){2, 14}, 34, 24, COLOUR_PAPER);
	add_stroke(pen, (Spot){19, 14}, (Spot){19, 38}, 0.4, COLOUR_INK);
	for (int page = 0; page < 2; page++) {
		for (int line = 0; line < 5; line++) {
			Spot from = {5 + page * 17, 19 + line * 3};
			add_stroke(pen, from, (Spot){from.x + 11, from.y}, 0.4, COLOUR_GREY);
		}
	}
	if (directions->long_edge) {
		add_arrow(pen, (Spot){30, 20}, (Spot){44, -6}, (Spot){16, 7});
	} else {
		add_arrow(pen, (Spot){28, 26}, (Spot){52, 12}, (Spot){39, 34});
	}
}

/* A stack, its uppermost sheet lifted off. */
static void draw_order(const Pen *pen) {
	for (int i = 3; i >= 0; i--) {
		double lift = i == 0 ? -12 : i * 2.4;
		const Spot corners[CORNERS] = {
			{10, 20 + lift}, {42, 20 + lift}, {34, 32 + lift}, {2, 32 + lift}};
		add_leaf(pen, corners, i == 0 ? COLOUR_TINT : COLOUR_PAPER);
	}
	add_arrow(pen, (Spot){22, 22}, (Spot){22, 12}, (Spot){22, 1});
}

/* Sheets half closed, the right half coming over. */
static void draw_fold(const Pen *pen) {
	for (int i = 2; i >= 0; i--) {
		double drop = i * 1.2;
		const Spot left[CORNERS] = {
			{2, 14 + drop}, {22, 20 + drop}, {22, 40 + drop}, {2, 34 + drop}};
		const Spot right[CORNERS] = {
			{22, 20 + drop}, {38, 8 + drop}, {38, 28 + drop}, {22, 40 + drop}};
		add_leaf(pen, left, COLOUR_PAPER);
		add_leaf(pen, right, i == 0 ? COLOUR_TINT : COLOUR_PAPER);
	}
	add_arrow(pen, (Spot){36, 5}, (Spot){20, -6}, (Spot){8, 9});
}

/* The folded booklet with two staples in its back; or signatures, one behind the other. */
static void draw_binding(const Pen *pen, const DirectionsBlock *directions) {
	if (directions->signatures) {
		for (int i = 2; i >= 0; i--) {
			const Spot corners[CORNERS] = {{8 + i * 4.0, 14 - i * 3.0},
				{30 + i * 4.0, 14 - i * 3.0}, {30 + i * 4.0, 42 - i * 3.0},
				{8 + i * 4.0, 42 - i * 3.0}};
			add_leaf(pen, corners, i == 0 ? COLOUR_PAPER : COLOUR_TINT);
		}
		add_stroke(pen, (Spot){8, 14}, (Spot){8, 42}, 2.4, COLOUR_ACCENT);
		return;
	}
	add_box(pen, (Spot){12, 10}, 22, 31, COLOUR_TINT);
	add_box(pen, (Spot){10, 11}, 22, 31, COLOUR_PAPER);
	for (int staple = 0; staple < 2; staple++) {
		double y = 17 + staple * 15;
		add_stroke(pen, (Spot){10, y}, (Spot){10, y + 4}, 2.6, COLOUR_ACCENT);
	}
}

static void add_panel(Frame *frame, const DirectionsBlock *directions, int index) {
	double width = (SHEET_WIDTH_MM - 2 * MARGIN_MM - (PANELS - 1) * GAP_MM) / PANELS;
	double left = MARGIN_MM + index * (width + GAP_MM);
	gboolean rtl = frame->setter.composition->rtl;
	Pen pen = {frame, rtl ? SHEET_WIDTH_MM - left - DRAWING_WIDTH : left, DRAWING_TOP_MM, rtl};
	switch (index) {
	case 0:
		draw_print(&pen, directions);
		break;
	case 1:
		draw_order(&pen);
		break;
	case 2:
		draw_fold(&pen);
		break;
	default:
		draw_binding(&pen, directions);
		break;
	}
	const Inline *number = inline_new(
		frame->setter.arena, setter_number(&frame->setter, index + 1), NULL, SPAN_NONE);
	Rect column = {frame_mm(frame, left), frame_mm(frame, DRAWING_TOP_MM + 58),
		frame_mm(frame, width), 0};
	int tag = tag_leaf(frame->setter.tags, TAG_PARAGRAPH, 0);
	frame_text(frame, (FrameWords){STYLE_PAGE_TITLE, number, column, COLOUR_ACCENT, tag});
	column.y += frame_mm(frame, 8);
	tag = tag_leaf(frame->setter.tags, TAG_PARAGRAPH, 0);
	frame_text(frame, (FrameWords){STYLE_FACT, directions->steps[index], column, -1, tag});
}

void set_directions(Setter *setter, VList *list, const Block *block) {
	const DirectionsBlock *directions = block->as.directions;
	Frame *frame = arena_new_of(setter->arena, Frame);
	frame_init(frame, setter, FALSE, len_to_mm(setter->format.width) / SHEET_WIDTH_MM);
	setter_take_sheets(&frame->setter, frame->k * 1.4, frame->k * 1.4);
	Rect bar = {frame_mm(frame, MARGIN_MM), frame_mm(frame, MARGIN_MM),
		frame_mm(frame, SHEET_WIDTH_MM - 2 * MARGIN_MM), setter->theme->head_bar};
	frame_rule(frame, bar, COLOUR_ACCENT);
	Rect column = {bar.x, frame_mm(frame, MARGIN_MM + 18), bar.width, 0};
	int tag = tag_leaf(frame->setter.tags, TAG_HEADING, 1);
	frame_text(frame, (FrameWords){STYLE_PAGE_TITLE, directions->title, column, -1, tag});
	for (int i = 0; i < PANELS; i++) {
		add_panel(frame, directions, i);
	}
	frame_end(frame, list);
}
