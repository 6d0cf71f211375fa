/* progress: counting on several threads, and shares that stay between nothing and all. */
#include "base/progress.h"

static void test_share(void) {
	Progress progress = {0};
	g_assert_cmpfloat(progress_share(&progress), ==, 0);
	progress_expect(&progress, 4);
	g_assert_cmpfloat(progress_share(&progress), ==, 0);
	progress_done(&progress, 1);
	g_assert_cmpfloat(progress_share(&progress), ==, 0.25);
	progress_expect(&progress, 4); /* there was more to do */
	g_assert_cmpfloat(progress_share(&progress), ==, 0.125);
	progress_done(&progress, 20);
	g_assert_cmpfloat(progress_share(&progress), ==, 1);
	Progress unknown = {0};
	progress_finish(&unknown);
	g_assert_cmpfloat(progress_share(&unknown), ==, 1);
	progress_expect(NULL, 1);
	progress_done(NULL, 1);
	progress_finish(NULL);
}

enum { THREADS = 4, STEPS = 1000 };

static gpointer count(gpointer progress) {
	for (int i = 0; i < STEPS; i++) {
		progress_done(progress, 1);
	}
	return NULL;
}

static void test_threads(void) {
	Progress progress = {0};
	progress_expect(&progress, 2 * THREADS * STEPS);
	GThread *threads[THREADS];
	for (int i = 0; i < THREADS; i++) {
		threads[i] = g_thread_new("count", count, &progress);
	}
	for (int i = 0; i < THREADS; i++) {
		g_thread_join(threads[i]);
	}
	g_assert_cmpfloat(progress_share(&progress), ==, 0.5);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/progress/share", test_share);
	g_test_add_func("/base/progress/threads", test_threads);
	return g_test_run();
}
