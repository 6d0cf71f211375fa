/* path: builds outlines in the arena. Arcs become cubic curves of at most 90 degrees with the
 * usual control distance 4/3 tan(angle/4); the error is below 1/3000 of the radius. */
#include "page/page.h"

#include <math.h>

struct PathBuilder {
	Arena *arena;
	GByteArray *ops;
	GArray *points;
};

PathBuilder *path_builder_new(Arena *arena) {
	PathBuilder *builder = g_new0(PathBuilder, 1);
	builder->arena = arena;
	builder->ops = g_byte_array_new();
	builder->points = g_array_new(FALSE, FALSE, sizeof(Point));
	return builder;
}

static void path_add(PathBuilder *builder, PathOp op, const Point *points, int count) {
	guint8 byte = (guint8)op;
	g_byte_array_append(builder->ops, &byte, 1);
	if (count > 0) {
		g_array_append_vals(builder->points, points, (guint)count);
	}
}

void path_move(PathBuilder *builder, Point to) {
	path_add(builder, PATH_MOVE, &to, 1);
}

void path_line(PathBuilder *builder, Point to) {
	path_add(builder, PATH_LINE, &to, 1);
}

void path_curve(PathBuilder *builder, Point control_1, Point control_2, Point to) {
	Point points[3] = {control_1, control_2, to};
	path_add(builder, PATH_CURVE, points, 3);
}

static Point point_near(Point centre, double x, double y) {
	return (Point){centre.x + len_round(x), centre.y + len_round(y)};
}

void path_arc(PathBuilder *builder, Point centre, Len radius, double from, double to) {
	const double quarter = acos(-1.0) / 2;
	double r = radius;
	int pieces = MAX(1, (int)ceil(fabs(to - from) / quarter - 1e-9));
	double step = (to - from) / pieces, reach = 4.0 / 3.0 * tan(step / 4);

	Point start = point_near(centre, r * cos(from), r * sin(from));
	path_add(builder, builder->ops->len == 0 ? PATH_MOVE : PATH_LINE, &start, 1);
	for (int i = 0; i < pieces; i++) {
		double a = from + i * step, b = from + (i + 1) * step;
		path_curve(builder,
			point_near(centre, r * (cos(a) - reach * sin(a)),
				r * (sin(a) + reach * cos(a))),
			point_near(centre, r * (cos(b) + reach * sin(b)),
				r * (sin(b) - reach * cos(b))),
			point_near(centre, r * cos(b), r * sin(b)));
	}
}

void path_rect(PathBuilder *builder, Rect area) {
	path_move(builder, (Point){area.x, area.y});
	path_line(builder, (Point){area.x + area.width, area.y});
	path_line(builder, (Point){area.x + area.width, area.y + area.height});
	path_line(builder, (Point){area.x, area.y + area.height});
	path_close(builder);
}

void path_close(PathBuilder *builder) {
	path_add(builder, PATH_CLOSE, NULL, 0);
}

const PagePath *path_builder_end(PathBuilder *builder) {
	PagePath *path = arena_new_of(builder->arena, PagePath);
	path->op_count = (int)builder->ops->len;
	path->ops = arena_memdup(builder->arena, builder->ops->data, builder->ops->len);
	path->points = arena_memdup(
		builder->arena, builder->points->data, builder->points->len * sizeof(Point));
	g_byte_array_free(builder->ops, TRUE);
	g_array_free(builder->points, TRUE);
	g_free(builder);
	return path;
}
