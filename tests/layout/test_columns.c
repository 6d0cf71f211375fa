/* columns: rows of a poster's agenda stand in as few sheets as can be, in columns as even as can be
 * that end at a pause rather than within a session, and never before the close. */
#include "layout/timeline.h"

enum { LINE = 1000, ROWS_MOST = 64 };

typedef struct Bench {
	Setter setter;
	Slot slots[ROWS_MOST];
	Row rows[ROWS_MOST];
	int count;
} Bench;

/* One letter a row of a line: t talk, p pause, s session, i talk within it, c close. */
static Bench *bench_new(const char *rows, int columns, int lines) {
	Bench *bench = g_new0(Bench, 1);
	bench->setter.columns = columns;
	bench->setter.room = bench->setter.room_next = lines * LINE;
	for (const char *row = rows; *row; row++) {
		Slot *slot = &bench->slots[bench->count];
		slot->pause = *row == 'p';
		slot->indent = *row == 'i';
		slot->closing = *row == 'c';
		bench->rows[bench->count].slot = slot;
		bench->rows[bench->count].height = LINE;
		bench->count++;
	}
	return bench;
}

/* The rows with a bar before each new column. */
static void expect(const char *rows, int columns, int lines, const char *wanted) {
	g_autofree Bench *bench = bench_new(rows, columns, lines);
	timeline_columns(&bench->setter, bench->rows, bench->count);
	GString *found = g_string_new(NULL);
	for (int i = 0; i < bench->count; i++) {
		if (i > 0 && bench->rows[i].column != bench->rows[i - 1].column) {
			g_string_append_c(found, '|');
		}
		g_string_append_c(found, rows[i]);
	}
	g_assert_cmpstr(found->str, ==, wanted);
	g_string_free(found, TRUE);
}

static void test_one(void) {
	expect("ttttc", 1, 5, "ttttc");
	expect("ttttc", 2, 5, "ttttc");
}

/* Not as many as there is room for and one alone on the last sheet. */
static void test_even(void) {
	expect("tttttttttc", 1, 9, "ttttt|ttttc");
	expect("ttttttttttc", 2, 6, "tttttt|ttttc");
	expect("ttttttttttttttt", 2, 6, "tttt|tttt|tttt|ttt");
}

static void test_pause(void) {
	expect("ttttpttttttt", 1, 9, "ttttp|ttttttt");
	expect("tttttttttttt", 1, 9, "tttttt|tttttt");
	expect("tttsiiittttt", 1, 9, "tttsiii|ttttt");
}

/* A session's head stays with its first talk, the close with what it closes. */
static void test_together(void) {
	expect("tttsit", 1, 4, "ttt|sit");
	expect("ttttc", 1, 4, "ttt|tc");
}

static void test_fits(void) {
	g_autofree Bench *bench = bench_new("tttttttt", 2, 4);
	g_assert_true(timeline_fits_sheet(&bench->setter, bench->rows, bench->count));
	bench->rows[0].height = 2 * LINE;
	g_assert_false(timeline_fits_sheet(&bench->setter, bench->rows, bench->count));
	bench->count = 1;
	bench->rows[0].height = 5 * LINE;
	g_assert_false(timeline_fits_sheet(&bench->setter, bench->rows, bench->count));
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/columns/one", test_one);
	g_test_add_func("/layout/columns/even", test_even);
	g_test_add_func("/layout/columns/pause", test_pause);
	g_test_add_func("/layout/columns/together", test_together);
	g_test_add_func("/layout/columns/fits", test_fits);
	return g_test_run();
}
