/* stretch: how running text comes apart into pages: spreads whose feet agree, prose that keeps to
 * the lines of the page below what stands between them, white that gives a line where it is
 * wanted, and the same ways found when those that lead nowhere are left out. */
#include "layout/pagebreak.h"

enum { LINE = 1000, PAGE_LINES = 10 };

typedef struct Bench {
	Arena *arena;
	VList list;
	PageBreakSpec spec;
} Bench;

static void bench_init(Bench *bench) {
	bench->arena = arena_new();
	vlist_init(&bench->list, bench->arena);
	/* Begins on a left page. */
	bench->spec = (PageBreakSpec){.height = PAGE_LINES * LINE, .line = LINE, .first_page = 2};
	vlist_add_penalty(&bench->list, PENALTY_FORCE);
	VPage *page = vlist_add_page(&bench->list);
	page->start = START_PAGE;
	page->prose = TRUE;
}

static void bench_finish(Bench *bench) {
	vlist_finish(&bench->list);
	arena_free(bench->arena);
}

/* One letter an item: x a line, | a page may end, ! must not, e something ends here, g gap of two
 * lines, o half a line that opens, c half a line that closes. */
static void add(Bench *bench, const char *items) {
	VBox *box = arena_new_of(bench->arena, VBox);
	for (const char *at = items; *at; at++) {
		switch (*at) {
		case 'x':
			vlist_add(&bench->list,
				(VItem){.kind = V_BOX, .height = LINE, .as.box = box});
			break;
		case '|':
			vlist_add_penalty(&bench->list, 0);
			break;
		case '!':
			vlist_add_penalty(&bench->list, PENALTY_NEVER);
			break;
		case 'e':
			vlist_add_penalty(&bench->list, PENALTY_FREE);
			break;
		case 'g':
			vlist_add_grid(&bench->list, GLUE_GAP, 2 * LINE, LINE);
			break;
		case 'o':
			vlist_add_grid(&bench->list, GLUE_OPENS, LINE / 2, LINE);
			break;
		default:
			vlist_add_grid(&bench->list, GLUE_CLOSES, LINE / 2, LINE);
			break;
		}
	}
}

/* Lines that may be parted, `count` of them, after a place where a page may end. */
static void add_lines(Bench *bench, int count) {
	for (int i = 0; i < count; i++) {
		add(bench, "|x");
	}
}

/* Heights of the pages in half lines. */
static void expect_feet(Bench *bench, const char *wanted) {
	GArray *pages = pagebreak(&bench->list, &bench->spec);
	GString *found = g_string_new(NULL);
	for (guint i = 0; i < pages->len; i++) {
		const PageSpan *page = &g_array_index(pages, PageSpan, i);
		g_string_append_printf(found, "%s%.1f%s", i ? " " : "",
			page_natural_height(&bench->list, page) / (double)LINE,
			page->wider ? "+" : "");
	}
	g_assert_cmpstr(found->str, ==, wanted);
	g_string_free(found, TRUE);
	g_array_free(pages, TRUE);
}

/* A left page that could be full is short with the right one that cannot be. */
static void test_spread(void) {
	Bench bench;
	bench_init(&bench);
	add_lines(&bench, 17);
	add(&bench, "|x!x!x!x");
	add_lines(&bench, 12);
	expect_feet(&bench, "8.0 8.0 10.0 7.0");
	bench_finish(&bench);
}

/* Where something ends a page may be shorter than the one it faces. */
static void test_free(void) {
	Bench bench;
	bench_init(&bench);
	add_lines(&bench, 17);
	add(&bench, "egex!x!x!x!x!x!x");
	add_lines(&bench, 12);
	expect_feet(&bench, "10.0 7.0 10.0 9.0");
	bench_finish(&bench);
}

/* What is set off stands half a line down, but on the lines where the page ends before it does;
 * below it prose keeps to the lines either way. */
static void test_set_off(void) {
	Bench bench;
	bench_init(&bench);
	add(&bench, "x!x!x!o!x!x!c!x!x");
	expect_feet(&bench, "8.0");
	bench_finish(&bench);
	bench_init(&bench);
	add(&bench, "x!x!x!x!x!x!x!o!x!x|x!x!x!x!|c!x!x!x");
	expect_feet(&bench, "10.0 8.0");
	bench_finish(&bench);
}

/* A gap takes up the line by which the facing page is longer. */
static void test_wider(void) {
	Bench bench;
	bench_init(&bench);
	add(&bench, "x!x!x!x!egex!x!x|x!x!x!x!x!x!x!x!x!x|x!x!x!x!x!x!x!x!x!x");
	add_lines(&bench, 3);
	expect_feet(&bench, "10.0+ 10.0 10.0 3.0");
	bench_finish(&bench);
}

/* No page is half empty that need not be, whatever is saved by it. */
static void test_half(void) {
	Bench bench;
	bench_init(&bench);
	add(&bench, "x!x!x!egex!x!x|x!x!x!x|x!x!x!x|x!x!x!x|x!x!x!x");
	GArray *pages = pagebreak(&bench.list, &bench.spec);
	for (guint i = 0; i + 1 < pages->len; i++) {
		const PageSpan *page = &g_array_index(pages, PageSpan, i);
		g_assert_cmpint(page_natural_height(&bench.list, page), >=, PAGE_LINES * LINE / 2);
	}
	g_array_free(pages, TRUE);
	bench_finish(&bench);
}

static Len column_height(const Bench *bench, const PageSpan *page, int column) {
	PageSpan one = *page;
	one.columns = 0;
	one.from = page->column_from[column];
	one.to = column + 1 < page->columns ? page->column_from[column + 1] : page->to;
	return page_natural_height(&bench->list, &one);
}

/* Whatever is left for the last page stands in columns that are alike, the first no shorter; before
 * it all columns of a spread are. */
static void test_columns(void) {
	for (int lines = 35; lines <= 80; lines++) {
		Bench bench;
		bench_init(&bench);
		g_array_index(bench.list.items, VItem, 1).as.page->columns = 2;
		add_lines(&bench, lines);
		GArray *pages = pagebreak(&bench.list, &bench.spec);
		for (guint i = 0; i < pages->len; i++) {
			const PageSpan *page = &g_array_index(pages, PageSpan, i);
			g_assert_cmpint(page->columns, ==, 2);
			Len first = column_height(&bench, page, 0);
			Len second = column_height(&bench, page, 1);
			gboolean last = i + 1 == pages->len;
			g_assert_cmpint(first - second, >=, 0);
			g_assert_cmpint(first - second, <=, last ? LINE : 0);
			g_assert_cmpint(first, <=, PAGE_LINES * LINE);
		}
		g_array_free(pages, TRUE);
		bench_finish(&bench);
	}
}

/* A long book, so that steps are sorted out many times: pages follow each other without a gap and
 * the feet of spreads agree. */
static void test_long(void) {
	Bench bench;
	bench_init(&bench);
	g_autoptr(GRand) rand = g_rand_new_with_seed(7);
	for (int i = 0; i < 3000; i++) {
		add(&bench, i % 9 == 8 ? "egex!x!x!x" : "|x!x!x");
		add_lines(&bench, g_rand_int_range(rand, 1, 9));
		add(&bench, "!x!x");
	}
	GArray *pages = pagebreak(&bench.list, &bench.spec);
	g_assert_cmpuint(pages->len, >, 2000);
	int unlike = 0;
	for (guint i = 1; i + 2 < pages->len; i += 2) {
		const PageSpan *left = &g_array_index(pages, PageSpan, i - 1);
		const PageSpan *right = &g_array_index(pages, PageSpan, i);
		g_assert_true(left->verso && !right->verso && !left->overfull && !right->overfull);
		g_assert_cmpint(left->to, ==, right->from);
		gboolean bound = vlist_at(&bench.list, left->to)->penalty == 0 &&
			vlist_at(&bench.list, right->to)->penalty == 0;
		unlike += bound &&
			page_natural_height(&bench.list, left) !=
				page_natural_height(&bench.list, right);
	}
	/* Some have no other way. */
	g_assert_cmpint(unlike, <=, (int)pages->len / 50);
	g_array_free(pages, TRUE);
	bench_finish(&bench);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/stretch/spread", test_spread);
	g_test_add_func("/layout/stretch/free", test_free);
	g_test_add_func("/layout/stretch/set-off", test_set_off);
	g_test_add_func("/layout/stretch/wider", test_wider);
	g_test_add_func("/layout/stretch/half", test_half);
	g_test_add_func("/layout/stretch/columns", test_columns);
	g_test_add_func("/layout/stretch/long", test_long);
	return g_test_run();
}
