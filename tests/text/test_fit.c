/* Which lines are taken, held against all that there might be: none is out of the tolerance where a
 * paragraph can be set within it. */
#include "fixture.h"
#include "text/linebreak.h"

/* A line within it fills four fifths of its measure by nature and need not shrink by more than it
 * may; a last one may be short. */
#define TOLERANCE 0.8

static gboolean is_within(const Fit *fit, const Breakpoint *from, const Breakpoint *to, int line) {
	LineSums sums = line_sums(from, to);
	double measure = fit_measure(fit, line);
	gboolean fits = sums.natural - line_give(&sums, &fit->shrink) <= measure;
	return fits && (to->forced || sums.natural >= TOLERANCE * measure);
}

enum { RUNNING = 3 }; /* hyphens that never run, whatever it costs */

static gboolean can_be_within(const Breakpoints *points, const Fit *fit) {
	g_autofree gboolean *reached = g_new0(gboolean, points->count * RUNNING);
	reached[0] = TRUE;
	for (int to = 1; to < points->count; to++) {
		gboolean hyphen = looks_hyphenated(&points->points[to]);
		for (int state = 0; state < to * RUNNING; state++) {
			int from = state / RUNNING, running = hyphen ? state % RUNNING + 1 : 0;
			if (reached[state] && running < RUNNING &&
				is_within(fit, &points->points[from], &points->points[to],
					from > 0)) {
				reached[to * RUNNING + running] = TRUE;
			}
		}
	}
	return reached[(points->count - 1) * RUNNING];
}

static int point_at(const Items *items, const Breakpoints *points, int byte) {
	for (int i = 0; i < points->count; i++) {
		const Breakpoint *point = &points->points[i];
		int at = point->token < items->count
			? items->tokens[point->token].start + point->offset
			: items->spec->source->length;
		if (at == byte) {
			return i;
		}
	}
	g_assert_not_reached();
}

static gboolean all_within(
	const Items *items, const Breakpoints *points, const Fit *fit, const Par *par) {
	for (int i = 0; i < par->line_count; i++) {
		int from = point_at(items, points, par->lines[i].start);
		int to = point_at(items, points, par->lines[i].end);
		if (!is_within(fit, &points->points[from], &points->points[to], i)) {
			return FALSE;
		}
	}
	return TRUE;
}

static const Inline *random_words(Arena *arena) {
	static const char *const words[] = {"a", "lamp", "oil", "of", "the", "keeper", "harbours",
		"storm", "winter,", "lighthouses,", "night", "through", "bay."};
	GString *text = g_string_new("Then");
	for (int i = g_test_rand_int_range(12, 60); i > 0; i--) {
		int word = g_test_rand_int_range(0, G_N_ELEMENTS(words));
		g_string_append_printf(text, " %s", words[word]);
	}
	const Inline *source = inline_new(arena, text->str, "en", SPAN_NONE);
	g_string_free(text, TRUE);
	return source;
}

static void test_tolerance(Fixture *fixture, gconstpointer data) {
	(void)data;
	const StyleSheet *sheet = &fixture->sheet;
	Fit fit = {.mode = FIT_JUSTIFY,
		.em = sheet->styles[STYLE_BIO].size,
		.shrink = {sheet->space_shrink / 1000.0, sheet->tracking_shrink / 1000.0,
			sheet->glyph_shrink / 1000.0, 0, 1}};
	int possible = 0, impossible = 0;
	for (int i = 0; i < 400; i++) {
		g_autoptr(Arena) arena = arena_new();
		ParSpec spec = {.source = random_words(arena),
			.sheet = sheet,
			.role = STYLE_BIO,
			.measure = len_from_mm(g_test_rand_double_range(20, 80)),
			.first_indent = fit.em,
			.language = "en"};
		fit.measure = spec.measure;
		fit.first_indent = spec.first_indent;
		const Par *par = par_set(fixture->context, arena, &spec);
		Items items = items_new(fixture->context, arena, &spec);
		BreakWays ways = {.hyphenate = TRUE, .stubs = TRUE};
		Breakpoints points = breakpoints_find(fixture->context, &items, &ways);
		if (!can_be_within(&points, &fit)) {
			impossible++;
			continue;
		}
		possible++;
		if (!all_within(&items, &points, &fit, par)) {
			g_autofree char *lines = lines_of(par);
			g_test_message("%.2f mm: %s", len_to_mm(spec.measure), lines);
			g_test_fail();
		}
	}
	g_assert_cmpint(possible, >, 100);
	g_assert_cmpint(impossible, >, 0);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add("/text/fit/tolerance", Fixture, NULL, set_up, test_tolerance, tear_down);
	return g_test_run();
}
