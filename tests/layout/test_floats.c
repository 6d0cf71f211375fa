/* floats: boxes at the foot of the page where they fall or of the next that has room, in their
 * order, with their height in the page's. */
#include "layout/floats.h"
#include "layout/pagebreak.h"

enum { LINE = 1000, PAGE_LINES = 10 };

typedef struct Bench {
	Arena *arena;
	VList list;
	Floats floats;
	GArray *pages;
} Bench;

static void bench_init(Bench *bench) {
	bench->arena = arena_new();
	vlist_init(&bench->list, bench->arena);
}

static void start_page(Bench *bench, PageStart start, gboolean bare) {
	vlist_add_penalty(&bench->list, PENALTY_FORCE);
	VPage *page = vlist_add_page(&bench->list);
	page->start = start;
	page->bare = bare;
}

/* Lines that a page may end between. */
static void add_lines(Bench *bench, int count) {
	VBox *box = arena_new_of(bench->arena, VBox);
	for (int i = 0; i < count; i++) {
		vlist_add_penalty(&bench->list, 0);
		vlist_add(&bench->list, (VItem){.kind = V_BOX, .height = LINE, .as.box = box});
	}
}

static void add_float(Bench *bench, int lines) {
	VBox *box = arena_new_of(bench->arena, VBox);
	vlist_add(&bench->list, (VItem){.kind = V_FLOAT, .height = lines * LINE, .as.box = box});
}

static void break_pages(Bench *bench) {
	PageBreakSpec spec = {.height = PAGE_LINES * LINE, .line = LINE, .first_page = 1};
	bench->pages = pagebreak(&bench->list, &spec);
	floats_init(&bench->floats, &bench->list);
}

static const PageSpan *page_at(const Bench *bench, int index) {
	g_assert_cmpint(index, <, (int)bench->pages->len);
	return &g_array_index(bench->pages, PageSpan, index);
}

/* "LINES+FLOAT,FLOAT …" for each page, floats by their number. */
static char *shape(const Bench *bench) {
	GString *text = g_string_new(NULL);
	for (guint p = 0; p < bench->pages->len; p++) {
		const PageSpan *page = page_at(bench, (int)p);
		int lines = 0;
		for (int i = page->from; i < page->to; i++) {
			lines += vlist_at(&bench->list, i)->kind == V_BOX;
		}
		g_string_append_printf(text, "%s%d", p ? " " : "", lines);
		for (int i = page->float_from; i < page->float_to; i++) {
			g_string_append_printf(text, "+%d", i);
		}
		Len height = page_natural_height(&bench->list, page) +
			floats_height(&bench->floats, page->float_from, page->float_to);
		g_assert_cmpint(height, <=, PAGE_LINES * LINE);
	}
	return g_string_free(text, FALSE);
}

static void bench_finish(Bench *bench, const char *wanted) {
	break_pages(bench);
	g_autofree char *found = shape(bench);
	g_assert_cmpstr(found, ==, wanted);
	floats_finish(&bench->floats);
	g_array_free(bench->pages, TRUE);
	vlist_finish(&bench->list);
	arena_free(bench->arena);
}

static void test_room(void) {
	Bench bench;
	bench_init(&bench);
	start_page(&bench, START_PAGE, FALSE);
	add_lines(&bench, 6);
	add_float(&bench, 3);
	start_page(&bench, START_PAGE, FALSE);
	add_lines(&bench, 6);
	bench_finish(&bench, "6+0 6");
}

/* No room on its own page, nor on the next: on the one after. */
static void test_wait(void) {
	Bench bench;
	bench_init(&bench);
	start_page(&bench, START_PAGE, FALSE);
	add_lines(&bench, 9);
	add_float(&bench, 3);
	start_page(&bench, START_PAGE, FALSE);
	add_lines(&bench, 8);
	start_page(&bench, START_PAGE, FALSE);
	add_lines(&bench, 2);
	bench_finish(&bench, "9 8 2+0");
}

/* What comes later does not go before what waits. */
static void test_order(void) {
	Bench bench;
	bench_init(&bench);
	start_page(&bench, START_PAGE, FALSE);
	add_lines(&bench, 8);
	add_float(&bench, 5);
	add_float(&bench, 1);
	start_page(&bench, START_PAGE, FALSE);
	add_lines(&bench, 7);
	add_float(&bench, 1);
	start_page(&bench, START_PAGE, FALSE);
	add_lines(&bench, 4);
	bench_finish(&bench, "8 7 4+0+1 0+2");
}

/* In running text the lines make room: the page of the float is shorter. */
static void test_flow(void) {
	Bench bench;
	bench_init(&bench);
	start_page(&bench, START_PAGE, FALSE);
	add_lines(&bench, 5);
	add_float(&bench, 4);
	add_lines(&bench, 21);
	bench_finish(&bench, "6+0 10 10");
}

static void test_closed(void) {
	Bench bench;
	bench_init(&bench);
	start_page(&bench, START_PAGE, FALSE);
	add_lines(&bench, 10);
	add_float(&bench, 2);
	start_page(&bench, START_PAGE, TRUE);
	add_lines(&bench, 1);
	start_page(&bench, START_PAGE, FALSE);
	add_lines(&bench, 1);
	bench_finish(&bench, "10 1 1+0");
}

/* Nobody has room: pages of their own, before the last page of the book. */
static void test_own_page(void) {
	Bench bench;
	bench_init(&bench);
	start_page(&bench, START_PAGE, FALSE);
	add_lines(&bench, 10);
	add_float(&bench, 5);
	add_float(&bench, 4);
	add_float(&bench, 4);
	start_page(&bench, START_LAST, TRUE);
	add_lines(&bench, 1);
	bench_finish(&bench, "10 0+0+1 0+2 1");
	bench_init(&bench);
	start_page(&bench, START_PAGE, FALSE);
	add_lines(&bench, 10);
	add_float(&bench, 5);
	bench_finish(&bench, "10 0+0");
}

/* Random lists: every float stands once, in order, on the page where it falls or later, and no page
 * is too high. */
static void test_random(void) {
	for (int seed = 0; seed < 300; seed++) {
		g_autoptr(GRand) rand = g_rand_new_with_seed((guint32)seed);
		Bench bench;
		bench_init(&bench);
		int floats = 0;
		for (int part = 0; part < 4; part++) {
			start_page(&bench, START_PAGE, g_rand_int_range(rand, 0, 5) == 0);
			add_lines(&bench, 1);
			for (int i = g_rand_int_range(rand, 0, 4); i > 0; i--) {
				add_lines(&bench, g_rand_int_range(rand, 0, 15));
				add_float(&bench, g_rand_int_range(rand, 1, 6));
				floats++;
			}
		}
		break_pages(&bench);
		g_autofree char *heights = shape(&bench);
		int next = 0;
		for (guint p = 0; p < bench.pages->len; p++) {
			const PageSpan *page = page_at(&bench, (int)p);
			g_assert_cmpint(page->float_from, ==, next);
			next = page->float_to;
			g_assert_cmpint(next, <=, floats_before(&bench.floats, page->to));
		}
		g_assert_cmpint(next, ==, floats);
		floats_finish(&bench.floats);
		g_array_free(bench.pages, TRUE);
		vlist_finish(&bench.list);
		arena_free(bench.arena);
	}
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/floats/room", test_room);
	g_test_add_func("/layout/floats/wait", test_wait);
	g_test_add_func("/layout/floats/order", test_order);
	g_test_add_func("/layout/floats/flow", test_flow);
	g_test_add_func("/layout/floats/closed", test_closed);
	g_test_add_func("/layout/floats/own-page", test_own_page);
	g_test_add_func("/layout/floats/random", test_random);
	return g_test_run();
}
