/* Paragraphs: lines, widths, runs, roles, links. */
#include <string.h>

#include "fixture.h"

static Inline plain(const char *text) {
	return (Inline){.text = text, .length = (int)strlen(text), .language = "en"};
}

static const char abstract[] =
	"Lighthouses were the first serverless systems: nobody lived in most of them, and yet "
	"they answered every request in the night. We describe how keepers measured demand, "
	"planned for storms, and paid only for the oil that was burned.";

static ParSpec spec_for(const Fixture *fixture, const Inline *source, StyleRole role, double mm) {
	return (ParSpec){.source = source,
		.sheet = &fixture->sheet,
		.role = role,
		.measure = len_from_mm(mm),
		.language = "en"};
}

static char *par_text(const Par *par) {
	GString *all = g_string_new(NULL);
	for (int i = 0; i < par->line_count; i++) {
		g_autofree char *text = line_text(&par->lines[i]);
		if (par->lines[i].hyphenated) {
			text[strlen(text) - 1] = '\0';
		}
		g_string_append(all, text);
	}
	return g_string_free(all, FALSE);
}

static void test_covers(Fixture *fixture, gconstpointer data) {
	(void)data;
	Inline source = plain(abstract);
	static const StyleRole roles[] = {STYLE_PROSE, STYLE_BIO, STYLE_TALK_TITLE};
	for (gsize i = 0; i < G_N_ELEMENTS(roles); i++) {
		ParSpec spec = spec_for(fixture, &source, roles[i], 60);
		const Par *par = par_set(fixture->context, fixture->arena, &spec);
		g_autofree char *text = par_text(par);
		g_assert_cmpstr(text, ==, abstract);
		g_assert_false(par->overfull);
		g_assert_cmpint(par->line_count, >, 3);
		g_assert_cmpint(par->lines[0].start, ==, 0);
		g_assert_cmpint(par->lines[par->line_count - 1].end, ==, source.length);
	}
}

static void test_justified_fills(Fixture *fixture, gconstpointer data) {
	(void)data;
	Inline source = plain(abstract);
	ParSpec spec = spec_for(fixture, &source, STYLE_BIO, 70);
	const Par *par = par_set(fixture->context, fixture->arena, &spec);
	for (int i = 0; i + 1 < par->line_count; i++) {
		g_assert_cmpint(ABS(par->lines[i].width - spec.measure), <=, 2);
	}
	g_assert_cmpint(par->lines[par->line_count - 1].width, <=, spec.measure);
}

static void test_one_line(Fixture *fixture, gconstpointer data) {
	(void)data;
	Inline source = plain(abstract);
	ParSpec spec = spec_for(fixture, &source, STYLE_PROSE, 50);
	spec.one_line = TRUE;
	const Par *par = par_set(fixture->context, fixture->arena, &spec);
	g_assert_cmpint(par->line_count, ==, 1);
	Len width = text_width(fixture->context, &fixture->sheet, STYLE_PROSE, &source, "en");
	g_assert_cmpint(par->width, ==, width);
	g_assert_cmpint(par->width, >, len_from_mm(200));
}

static void test_scales(Fixture *fixture, gconstpointer data) {
	(void)data;
	Inline source = plain("Machines that fit in a letter");
	StyleSheet large = fixture->sheet;
	large.styles[STYLE_PROSE].size *= 2;
	Len one = text_width(fixture->context, &fixture->sheet, STYLE_PROSE, &source, "en");
	long words = text_times(fixture->context).words;
	long hits = text_times(fixture->context).cache_hits;
	Len two = text_width(fixture->context, &large, STYLE_PROSE, &source, "en");
	g_assert_cmpint(ABS(two - 2 * one), <, 20);
	TextTimes times = text_times(fixture->context);
	g_assert_cmpint(times.words - words, ==, times.cache_hits - hits);
}

static void test_spans(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const InlineSpan spans[] = {
		{.start = 4, .end = 9, .flags = INLINE_STRONG, .role = -1},
		{.start = 14, .end = 18, .role = STYLE_FACT_STRONG, .href = "https://example.org/"},
	};
	Inline source = plain("the quick and lazy fox");
	source.span_count = 2;
	source.spans = spans;
	ParSpec spec = spec_for(fixture, &source, STYLE_PROSE, 100);
	const Par *par = par_set(fixture->context, fixture->arena, &spec);
	const Line *line = &par->lines[0];
	const FontTable *table = text_fonts_table(fixture->fonts);
	g_assert_cmpint(line->run_count, ==, 5);
	g_assert_cmpint(table->faces[line->runs[1].words[0].word->face].weight, ==, 700);
	g_assert_cmpstr(line->runs[3].href, ==, "https://example.org/");
	g_assert_cmpint(line->runs[3].size, ==, len_from_pt(8));
	g_assert_cmpstr(table->faces[line->runs[3].words[0].word->face].family, ==, "Inter");
	g_assert_null(line->runs[0].href);
}

static void test_empty(Fixture *fixture, gconstpointer data) {
	(void)data;
	Inline source = plain("");
	ParSpec spec = spec_for(fixture, &source, STYLE_PROSE, 50);
	g_assert_cmpint(par_set(fixture->context, fixture->arena, &spec)->line_count, ==, 0);
	Inline space = plain("  ");
	spec.source = &space;
	g_assert_cmpint(par_set(fixture->context, fixture->arena, &spec)->line_count, <=, 1);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
	g_test_add("/text/paragraph/" name, Fixture, NULL, set_up, function, tear_down)
	ADD("covers", test_covers);
	ADD("justified-fills", test_justified_fills);
	ADD("one-line", test_one_line);
	ADD("scales", test_scales);
	ADD("spans", test_spans);
	ADD("empty", test_empty);
	return g_test_run();
}
