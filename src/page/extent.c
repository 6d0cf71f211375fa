/* extent: how far the ink of an item reaches. Text is taken as high as its type is, which is a
 * little more than its letters are. */
#include "page/extent.h"

#include <math.h>

typedef struct Box {
	double left, top, right, bottom; /* Len */
} Box;

static const double ABOVE = 0.95, BELOW = 0.25; /* of the size */

static void box_take(Box *box, double x, double y) {
	box->left = MIN(box->left, x);
	box->top = MIN(box->top, y);
	box->right = MAX(box->right, x);
	box->bottom = MAX(box->bottom, y);
}

static void box_take_rect(Box *box, Rect area) {
	box_take(box, area.x, area.y);
	box_take(box, (double)area.x + area.width, (double)area.y + area.height);
}

static void take_run(Box *box, const PageItem *item, const LineRun *run) {
	double turn = item->as.text.turn, across = cos(turn), down = sin(turn);
	for (int i = 0; i < run->word_count; i++) {
		const PlacedWord *placed = &run->words[i];
		double from = placed->x, to = from + word_width(run, placed->word);
		double top = -ABOVE * run->size - run->rise, bottom = BELOW * run->size - run->rise;
		const double corners[4][2] = {{from, top}, {to, top}, {from, bottom}, {to, bottom}};
		for (int c = 0; c < 4; c++) {
			double x = corners[c][0], y = corners[c][1];
			box_take(box, item->as.text.at.x + x * across - y * down,
				item->as.text.at.y + x * down + y * across);
		}
	}
}

static void take_path(Box *box, const PageItem *item) {
	static const int points[] = {
		[PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3, [PATH_CLOSE] = 0};
	const PagePath *path = item->as.path.path;
	double half = item->as.path.stroke >= 0 ? item->as.path.thickness / 2.0 : 0;
	int count = 0;
	for (int i = 0; i < path->op_count; i++) {
		count += points[path->ops[i]];
	}
	for (int i = 0; i < count; i++) {
		double x = (double)path->points[i].x + item->as.path.at.x;
		double y = (double)path->points[i].y + item->as.path.at.y;
		box_take(box, x - half, y - half);
		box_take(box, x + half, y + half);
	}
}

static void take_rule(Box *box, const PageItem *item) {
	double half = item->as.rule.thickness / 2.0;
	const Point ends[] = {item->as.rule.from, item->as.rule.to};
	for (int i = 0; i < 2; i++) {
		box_take(box, ends[i].x - half, ends[i].y - half);
		box_take(box, ends[i].x + half, ends[i].y + half);
	}
}

static void take_item(Box *box, const PageItem *item) {
	switch (item->kind) {
	case PAGE_TEXT:
		for (int r = 0; r < item->as.text.line->run_count; r++) {
			take_run(box, item, &item->as.text.line->runs[r]);
		}
		break;
	case PAGE_FILL:
		box_take_rect(box, item->as.fill.area);
		break;
	case PAGE_RULE:
	case PAGE_DOTS:
		take_rule(box, item);
		break;
	case PAGE_PATH:
		take_path(box, item);
		break;
	case PAGE_IMAGE:
		box_take_rect(box, item->as.image.area);
		break;
	case PAGE_LINK:
	case PAGE_CELL:
		break;
	}
}

gboolean page_item_extent(const Page *page, const PageItem *item, Rect *extent) {
	Box box = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
	take_item(&box, item);
	box.left = MAX(box.left, 0);
	box.top = MAX(box.top, 0);
	box.right = MIN(box.right, page->width);
	box.bottom = MIN(box.bottom, page->height);
	if (box.left >= box.right || box.top >= box.bottom) {
		return FALSE;
	}
	extent->x = (Len)floor(box.left);
	extent->y = (Len)floor(box.top);
	extent->width = (Len)ceil(box.right) - extent->x;
	extent->height = (Len)ceil(box.bottom) - extent->y;
	return TRUE;
}

Rect rect_around(Rect one, Rect other) {
	Len right = MAX(one.x + one.width, other.x + other.width);
	Len bottom = MAX(one.y + one.height, other.y + other.height);
	Len left = MIN(one.x, other.x), top = MIN(one.y, other.y);
	return (Rect){left, top, right - left, bottom - top};
}
