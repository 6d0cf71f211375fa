/* geom: points and rectangles in Len, origin top left. */
#ifndef BIFOLIO_BASE_GEOM_H
#define BIFOLIO_BASE_GEOM_H

#include "base/units.h"

typedef struct Point {
	Len x, y;
} Point;

typedef struct Rect {
	Len x, y, width, height;
} Rect;

/* Corners of an outline, or of a way. */
typedef struct PointList {
	int count;
	const Point *points;
} PointList;

/* 0xRRGGBB, sRGB. */
typedef unsigned int Colour;

#endif
