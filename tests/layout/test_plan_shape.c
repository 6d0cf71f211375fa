/* plan_shape: where in a room words may stand, and which way is in. */
#include "layout/plan_shape.h"

static const Point rectangle[] = {{0, 0}, {400, 0}, {400, 200}, {0, 200}};
static const Point l_shape[] = {{0, 0}, {100, 0}, {100, 300}, {500, 300}, {500, 400}, {0, 400}};
static const Point triangle[] = {{0, 0}, {400, 0}, {0, 400}};
static const Point u_shape[] = {
	{0, 0}, {100, 0}, {100, 300}, {200, 300}, {200, 0}, {300, 0}, {300, 400}, {0, 400}};

static PointList list_of(const Point *points, size_t size) {
	return (PointList){(int)(size / sizeof *points), points};
}

static void assert_rect(PointList list, Rect wanted) {
	Rect rect = plan_inner_rect(&list);
	g_assert_cmpint(rect.x, ==, wanted.x);
	g_assert_cmpint(rect.y, ==, wanted.y);
	g_assert_cmpint(rect.width, ==, wanted.width);
	g_assert_cmpint(rect.height, ==, wanted.height);
}

static void test_inner_rect(void) {
	assert_rect(list_of(rectangle, sizeof rectangle), (Rect){0, 0, 400, 200});
	assert_rect(list_of(l_shape, sizeof l_shape), (Rect){0, 300, 500, 100});
	assert_rect(list_of(u_shape, sizeof u_shape), (Rect){0, 0, 100, 400});
	assert_rect(list_of(triangle, sizeof triangle), (Rect){0, 0, 0, 0});
}

static void test_contains(void) {
	PointList list = list_of(u_shape, sizeof u_shape);
	g_assert_true(plan_contains(&list, (Point){50, 50}));
	g_assert_true(plan_contains(&list, (Point){150, 350}));
	g_assert_false(plan_contains(&list, (Point){150, 50}));
	g_assert_false(plan_contains(&list, (Point){350, 50}));
	g_assert_false(plan_contains(&list, (Point){-1, 350}));
}

static void assert_inwards(PointList list, Point at, int x, int y) {
	Point in = plan_inwards(&list, at);
	g_assert_cmpint(in.x, ==, x);
	g_assert_cmpint(in.y, ==, y);
}

static void test_inwards(void) {
	PointList box = list_of(rectangle, sizeof rectangle);
	assert_inwards(box, (Point){0, 100}, 1, 0);
	assert_inwards(box, (Point){400, 60}, -1, 0);
	assert_inwards(box, (Point){10, 0}, 0, 1);
	assert_inwards(box, (Point){210, 200}, 0, -1);
	PointList bent = list_of(u_shape, sizeof u_shape);
	assert_inwards(bent, (Point){150, 300}, 0, 1);
	assert_inwards(bent, (Point){200, 100}, 1, 0);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/plan-shape/inner-rect", test_inner_rect);
	g_test_add_func("/layout/plan-shape/contains", test_contains);
	g_test_add_func("/layout/plan-shape/inwards", test_inwards);
	return g_test_run();
}
