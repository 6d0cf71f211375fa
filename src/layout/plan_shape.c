/* plan_shape: see the header. */
#include "layout/plan_shape.h"

#include <stdlib.h>

enum { LINES_MOST = 64 };

gboolean plan_contains(const PointList *corners, Point point) {
	gboolean inside = FALSE;
	for (int i = 0; i < corners->count; i++) {
		Point a = corners->points[i], b = corners->points[(i + 1) % corners->count];
		if ((a.y > point.y) == (b.y > point.y)) {
			continue;
		}
		gint64 side = (gint64)(b.x - a.x) * (point.y - a.y) -
			(gint64)(point.x - a.x) * (b.y - a.y);
		if (b.y > a.y ? side > 0 : side < 0) {
			inside = !inside;
		}
	}
	return inside;
}

/* --- rectangle ---------------------------------------------------------------------------- */

typedef struct Lines {
	int count;
	int at[LINES_MOST];
} Lines;

static int compare_ints(const void *one, const void *other) {
	int left = *(const int *)one, right = *(const int *)other;
	return left < right ? -1 : left > right;
}

/* Ascending, each once. */
static void lines_sort(Lines *lines) {
	qsort(lines->at, (size_t)lines->count, sizeof(int), compare_ints);
	int kept = 0;
	for (int i = 0; i < lines->count; i++) {
		if (kept == 0 || lines->at[kept - 1] != lines->at[i]) {
			lines->at[kept++] = lines->at[i];
		}
	}
	lines->count = kept;
}

/* Is all of the cell inside? No corner lies in it, so what its own corners say holds for it. */
static gboolean holds_cell(const PointList *corners, Point from, Point to) {
	int dx = (to.x - from.x) / 8, dy = (to.y - from.y) / 8;
	const Point probes[] = {{from.x + dx, from.y + dy}, {to.x - dx, from.y + dy},
		{from.x + dx, to.y - dy}, {to.x - dx, to.y - dy},
		{(from.x + to.x) / 2, (from.y + to.y) / 2}};
	for (size_t i = 0; i < G_N_ELEMENTS(probes); i++) {
		if (!plan_contains(corners, probes[i])) {
			return FALSE;
		}
	}
	return TRUE;
}

typedef struct Cells {
	Lines xs, ys;
	gboolean inside[LINES_MOST][LINES_MOST];
} Cells;

static void cells_init(Cells *cells, const PointList *corners) {
	cells->xs.count = cells->ys.count = 0;
	for (int i = 0; i < MIN(corners->count, LINES_MOST); i++) {
		cells->xs.at[cells->xs.count++] = corners->points[i].x;
		cells->ys.at[cells->ys.count++] = corners->points[i].y;
	}
	lines_sort(&cells->xs);
	lines_sort(&cells->ys);
	for (int y = 0; y + 1 < cells->ys.count; y++) {
		for (int x = 0; x + 1 < cells->xs.count; x++) {
			cells->inside[y][x] =
				holds_cell(corners, (Point){cells->xs.at[x], cells->ys.at[y]},
					(Point){cells->xs.at[x + 1], cells->ys.at[y + 1]});
		}
	}
}

/* How many cells of the row are inside, from x on, at most `most`. */
static int run_length(const Cells *cells, int y, int x, int most) {
	int length = 0;
	while (length < most && cells->inside[y][x + length]) {
		length++;
	}
	return length;
}

static gint64 area_of(Rect rect) {
	return (gint64)rect.width * rect.height;
}

/* The largest whose upper left cell is the one at x and y. */
static Rect largest_from(const Cells *cells, int x, int y) {
	Rect best = {0};
	int wide = cells->xs.count - 1 - x;
	for (int bottom = y; bottom + 1 < cells->ys.count && wide > 0; bottom++) {
		wide = run_length(cells, bottom, x, wide);
		Rect rect = {cells->xs.at[x], cells->ys.at[y],
			cells->xs.at[x + wide] - cells->xs.at[x],
			cells->ys.at[bottom + 1] - cells->ys.at[y]};
		if (area_of(rect) > area_of(best)) {
			best = rect;
		}
	}
	return best;
}

Rect plan_inner_rect(const PointList *corners) {
	Cells cells;
	cells_init(&cells, corners);
	Rect best = {0};
	for (int y = 0; y + 1 < cells.ys.count; y++) {
		for (int x = 0; x + 1 < cells.xs.count; x++) {
			Rect rect = largest_from(&cells, x, y);
			if (area_of(rect) > area_of(best)) {
				best = rect;
			}
		}
	}
	return best;
}

/* --- edges -------------------------------------------------------------------------------- */

/* Of a place from the upright or level box of an edge; 0 within it. */
static gint64 distance(Point at, Point a, Point b) {
	int left = MIN(a.x, b.x), right = MAX(a.x, b.x), top = MIN(a.y, b.y),
	    bottom = MAX(a.y, b.y);
	gint64 dx = at.x < left ? left - at.x : at.x > right ? at.x - right : 0;
	gint64 dy = at.y < top ? top - at.y : at.y > bottom ? at.y - bottom : 0;
	return dx * dx + dy * dy;
}

Point plan_inwards(const PointList *corners, Point at) {
	gint64 nearest = G_MAXINT64;
	gboolean upright = TRUE;
	int reach = 1;
	for (int i = 0; i < corners->count; i++) {
		Point a = corners->points[i], b = corners->points[(i + 1) % corners->count];
		gint64 away = distance(at, a, b);
		if (away < nearest) {
			nearest = away;
			upright = abs(b.y - a.y) >= abs(b.x - a.x);
			reach = 1 +
				MAX(abs(at.x - (a.x + b.x) / 2), abs(at.y - (a.y + b.y) / 2)) / 64;
		}
	}
	Point ahead = upright ? (Point){1, 0} : (Point){0, 1};
	Point probe = {at.x + ahead.x * reach, at.y + ahead.y * reach};
	gboolean inside = plan_contains(corners, probe);
	return inside ? ahead : (Point){-ahead.x, -ahead.y};
}
