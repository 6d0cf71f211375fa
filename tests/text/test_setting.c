/* What a compositor minds: where lines end, what hangs, which face draws what. */
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "page/page.h"

/* At no measure does a line end within "kept". */
static void assert_kept(Fixture *fixture, const char *text, const char *kept, unsigned flags) {
	const char *at = strstr(text, kept);
	g_assert_nonnull(at);
	InlineSpan span = {.start = (int)(at - text),
		.end = (int)(at - text + (int)strlen(kept)),
		.flags = flags,
		.role = -1};
	for (int mm = 40; mm < 110; mm += 3) {
		const Par *par = set(
			fixture, STYLE_PROSE, len_from_mm(mm), text, "en", flags ? &span : NULL);
		for (int i = 0; i + 1 < par->line_count; i++) {
			int end = par->lines[i].end;
			if (end > span.start && end < span.end) {
				g_test_message("%s parted at %d mm", kept, mm);
			}
			g_assert_false(end > span.start && end < span.end);
		}
	}
}

static void test_kept_together(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char frame[] =
		"The keeper said before the storm that the lamp was lit at dusk by %s and then the "
		"oil was gone until the ship came in with more.";
	static const char *const kept[] = {"M. T. Özsu", "J.-P. Lantern", "Fig. 2", "(see p. 4)",
		"lamps [1]", "12:10 pm", "3 kg", "40 %", "Dr. Lantern", "12:10–12:40", "10 000",
		"+44 20 7946 0018", "oil –", "No. 7", "pp. 4–9"};
	for (gsize i = 0; i < G_N_ELEMENTS(kept); i++) {
		g_autofree char *text = g_strdup_printf(frame, kept[i]);
		const char *inner = strcmp(kept[i], "(see p. 4)") == 0 ? "p. 4)" : kept[i];
		assert_kept(fixture, text, inner, 0);
	}
	g_autofree char *named = g_strdup_printf(frame, "A B Keeper");
	assert_kept(fixture, named, "A B Keeper", INLINE_NAME);
	g_autofree char *noble = g_strdup_printf(frame, "Zoë van den Berg");
	assert_kept(fixture, noble, "van den Berg", INLINE_NAME);
	g_autofree char *whole = g_strdup_printf(frame, "lit all night");
	assert_kept(fixture, whole, "lit all night", INLINE_NO_BREAK);
}

static void test_no_hyphens(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] = "characterization generalization representation documentation";
	InlineSpan span = {.start = 0, .end = (int)strlen(text), .role = -1};
	static const unsigned flags[] = {INLINE_NAME, INLINE_CODE, INLINE_URL};
	for (gsize i = 0; i < G_N_ELEMENTS(flags); i++) {
		span.flags = flags[i];
		const Par *par = set(fixture, STYLE_PROSE, len_from_mm(42), text, "en", &span);
		for (int k = 0; k < par->line_count; k++) {
			g_assert_false(par->lines[k].hyphenated);
		}
	}
	const Par *title = set(fixture, STYLE_TALK_TITLE, len_from_mm(70), text, "en", NULL);
	for (int k = 0; k < title->line_count; k++) {
		g_assert_false(title->lines[k].hyphenated);
	}
}

static int longest_ladder(const Par *par) {
	int running = 0, longest = 0;
	for (int i = 0; i < par->line_count; i++) {
		running = par->lines[i].hyphenated ? running + 1 : 0;
		longest = MAX(longest, running);
	}
	return longest;
}

/* DESIGN 13.5: never two running, be the words ever so long; in justified lines of less than 60
 * letters never three. */
static void test_hyphens_never_run(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] =
		"Interdisciplinary characterization of heterogeneous infrastructures necessitates "
		"representative documentation and reproducible experimentation notwithstanding "
		"unavoidable organizational responsibilities.";
	int hyphens = 0;
	for (int mm = 40; mm < 130; mm += 2) {
		const Par *par = set(fixture, STYLE_BIO, len_from_mm(mm), text, "en", NULL);
		gboolean narrow = mm < 90;
		hyphens += longest_ladder(par);
		g_assert_cmpint(longest_ladder(par), <=, narrow ? 2 : 1);
		par = set(fixture, STYLE_PROSE, len_from_mm(mm), text, "en", NULL);
		g_assert_cmpint(longest_ladder(par), <=, 1);
	}
	g_assert_cmpint(hyphens, >, 0);
}

/* A word of another language is divided as that language does. */
static void test_span_language(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] = "Leuchtturmwärterinnenversammlung";
	InlineSpan span = {.end = (int)strlen(text), .role = -1, .language = "de"};
	gboolean english = FALSE, german = FALSE;
	for (int mm = 20; mm < 50; mm++) {
		const Par *par = set(fixture, STYLE_BIO, len_from_mm(mm), text, "en", &span);
		g_autofree char *first = line_text(&par->lines[0]);
		german |= g_str_equal(first, "Leuchtturmwärte-");
		par = set(fixture, STYLE_BIO, len_from_mm(mm), text, "en", NULL);
		g_autofree char *other = line_text(&par->lines[0]);
		english |= g_str_equal(other, "Leuchtturmwärte-");
	}
	g_assert_true(german);
	g_assert_false(english);
}

/* Lines that leave two letters of a word behind. */
static int count_stubs(const Par *par) {
	int stubs = 0;
	for (int i = 0; i < par->line_count; i++) {
		g_autofree char *text = line_text(&par->lines[i]);
		const char *word = strrchr(text, ' ');
		gboolean stub = word && strlen(word) == strlen(" re-");
		stubs += par->lines[i].hyphenated && stub;
	}
	return stubs;
}

static void test_stubs(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] =
		"Receivers of repeated denials reconsidered the recovery of each "
		"decided and revealed debate, deliberately, before the remedies "
		"demanded a remarkable determination of departments.";
	int narrow = 0;
	for (int mm = 40; mm < 140; mm++) {
		const Par *par = set(fixture, STYLE_BIO, len_from_mm(mm), text, "en", NULL);
		narrow += mm < 70 ? count_stubs(par) : 0;
		g_assert_cmpint(mm < 110 ? 0 : count_stubs(par), ==, 0);
		par = set(fixture, STYLE_PROSE, len_from_mm(mm), text, "en", NULL);
		g_assert_cmpint(count_stubs(par), ==, 0);
	}
	g_assert_cmpint(narrow, >, 0);
}

static void test_urls(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] =
		"See https://lighthouses.example.org/research/oil-and-wicks?id=7 now";
	const Par *par = set(fixture, STYLE_PROSE, len_from_mm(32), text, "en", NULL);
	for (int i = 0; i + 1 < par->line_count; i++) {
		const Line *line = &par->lines[i];
		g_assert_false(line->hyphenated);
		gboolean space = text[line->end - 1] == ' ';
		gboolean scheme = strncmp(text + line->end - 3, "://", 3) == 0;
		g_assert_true(space || scheme || strchr("./?=&#_-~%", text[line->end]));
	}
}

static void test_titles(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const struct {
		double mm;
		const char *text, *lines;
	} cases[] = {
		{99, "Is Serverless an Opportunity for the Edge? More Serverless!",
			"Is Serverless an Opportunity|for the Edge? More Serverless!"},
		{99, "Operating System Support for Serverless Computing",
			"Operating System Support|for Serverless Computing"},
		{130, "Small Machines for Large Harbours: A Century of Signals",
			"Small Machines for Large Harbours:|A Century of Signals"},
		{99, "Lanterns", "Lanterns"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		const Par *par = set(fixture, STYLE_TALK_TITLE, len_from_mm(cases[i].mm),
			cases[i].text, "en", NULL);
		g_autofree char *got = lines_of(par);
		g_assert_cmpstr(got, ==, cases[i].lines);
	}
}

static void test_title_keeps_name(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] = "An Evening with Zoë Lantern Keeper and the Others";
	InlineSpan span = {.start = 16, .end = 16 + 20, .flags = INLINE_NAME, .role = -1};
	for (int mm = 80; mm < 110; mm += 5) {
		const Par *par = set(fixture, STYLE_TALK_TITLE, len_from_mm(mm), text, "en", &span);
		for (int i = 0; i + 1 < par->line_count; i++) {
			int end = par->lines[i].end;
			g_assert_false(end > span.start && end < span.end);
		}
	}
}

static void test_last_line(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] = "The lamp was lit at dusk by the keeper and his two sons, who "
				   "had carried the oil up "
				   "the stairs before the storm broke over the bay and put out all "
				   "the other lights in "
				   "the harbour.";
	for (int mm = 45; mm < 110; mm++) {
		const Par *par = set(fixture, STYLE_PROSE, len_from_mm(mm), text, "en", NULL);
		const Line *last = &par->lines[par->line_count - 1];
		g_autofree char *words = line_text(last);
		g_assert_nonnull(strchr(words, ' ')); /* never a single word */
		g_assert_cmpint(last->width, >=, len_from_mm(mm) / 4);
	}
}

/* Where there is a choice a full paragraph's last line is neither as short as an indent nor all but
 * full, and no word is divided over it and the line before. */
static void test_justified_end(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] =
		"The lamp was lit at dusk by the keeper and his two sons, who had carried the oil "
		"up the stairs before the storm broke over the bay and put out all the other "
		"lights "
		"in the harbour, and nobody documented how considerable the consequences were for "
		"the administration of the coast, its harbours and its seafaring population.";
	int ends = 0, full = 0, part = 0, brief = 0;
	Len em = fixture->sheet.styles[STYLE_BIO].size;
	for (int tenth = 600; tenth < 1200; tenth += 3) {
		Len measure = len_from_mm(tenth / 10.0);
		const Par *par = set(fixture, STYLE_BIO, measure, text, "en", NULL);
		const Line *last = &par->lines[par->line_count - 1];
		ends++;
		full += last->width > measure - em && last->width < measure - 2;
		part += par->lines[par->line_count - 2].hyphenated;
		brief += last->width < 2 * em;
	}
	/* By chance it would be one in twenty, in ten, in thirty. */
	g_assert_cmpint(full * 50, <=, ends);
	g_assert_cmpint(part * 25, <=, ends);
	g_assert_cmpint(brief, ==, 0);
}

static const PlacedWord *last_word(const Line *line) {
	const PlacedWord *word = NULL;
	for (int r = 0; r < line->run_count; r++) {
		for (int w = 0; w < line->runs[r].word_count; w++) {
			const PlacedWord *placed = &line->runs[r].words[w];
			word = strcmp(placed->word->text, " ") == 0 ? word : placed;
		}
	}
	return word;
}

static void test_hanging(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] =
		"“Lamps, oil, wicks, ships, storms, nights, bays, rocks, tides, gulls, nets, "
		"sails, "
		"ropes, winds, waves, shores, crews, charts, stars, moons”, they said.";
	Len measure = len_from_mm(60);
	const Par *par = set(fixture, STYLE_BIO, measure, text, "en", NULL);
	int hung = 0;
	for (int i = 0; i + 1 < par->line_count; i++) {
		const Line *line = &par->lines[i];
		const PlacedWord *last = last_word(line);
		Len end = last->x + word_width(&line->runs[line->run_count - 1], last->word);
		hung += end > measure + len_from_pt(1);
		g_assert_cmpint(ABS(line->width - measure), <=, 2);
	}
	g_assert_cmpint(hung, >, 0);
	g_assert_cmpint(par->lines[0].shift, <, 0); /* the quote */
	fixture->sheet.hang = FALSE;
	par = set(fixture, STYLE_BIO, measure, text, "en", NULL);
	g_assert_cmpint(par->lines[0].shift, ==, 0);
	for (int i = 0; i + 1 < par->line_count; i++) {
		const Line *line = &par->lines[i];
		const PlacedWord *last = last_word(line);
		Len end = last->x + word_width(&line->runs[line->run_count - 1], last->word);
		g_assert_cmpint(end, <=, measure + len_from_pt(0.5));
	}
	fixture->sheet.hang = TRUE;
	fixture->sheet.styles[STYLE_BIO].align = ALIGN_START;
	par = set(fixture, STYLE_BIO, measure, text, "en", NULL);
	g_assert_cmpint(par->lines[0].shift, ==, 0); /* a rag has no edge to keep */
}

/* Letters that stand off the edge by their shapes are set nearer to it. */
static void test_margin_kerning(Fixture *fixture, gconstpointer data) {
	(void)data;
	Len measure = len_from_mm(60);
	const Par *par = set(fixture, STYLE_BIO, measure, "Tides", "en", NULL);
	g_assert_cmpint(par->lines[0].shift, <, 0);
	g_assert_cmpint(par->lines[0].shift, >, -fixture->sheet.styles[STYLE_BIO].size / 20);
	par = set(fixture, STYLE_BIO, measure, "Harbours", "en", NULL);
	g_assert_cmpint(par->lines[0].shift, ==, 0);
	par = set(fixture, STYLE_PROSE, measure, "Tides", "en", NULL);
	g_assert_cmpint(par->lines[0].shift, ==, 0);
}

static void test_neighbours(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] = "Heterogeneous lighthouses notwithstanding, a keeper is a "
				   "keeper, and no lamp of any "
				   "kind was ever lit by extraordinarily conscientious "
				   "administrators of harbours; it is "
				   "oil that does it, or a man with a match in a night as dark as "
				   "this one was, they say.";
	fixture->sheet.tracking_shrink = 12;
	fixture->sheet.tracking_stretch = 20;
	for (int mm = 40; mm < 100; mm += 3) {
		const Par *par = set(fixture, STYLE_BIO, len_from_mm(mm), text, "en", NULL);
		double before = 0;
		for (int i = 0; i < par->line_count; i++) {
			const LineRun *run = &par->lines[i].runs[0];
			double tracking = (double)run->tracking / run->size;
			g_assert_cmpfloat(tracking, >=, -0.0121);
			g_assert_cmpfloat(tracking, <=, 0.0201);
			g_assert_cmpint(abs(run->stretch), <=, 15000);
			if (i > 0) {
				g_assert_cmpfloat(ABS(tracking - before), <=, 0.01);
			}
			before = tracking;
		}
	}
}

static const char *family_of(Fixture *fixture, const Par *par, const char *word) {
	const FontTable *table = text_fonts_table(fixture->fonts);
	for (int i = 0; i < par->line_count; i++) {
		for (int r = 0; r < par->lines[i].run_count; r++) {
			const LineRun *run = &par->lines[i].runs[r];
			for (int w = 0; w < run->word_count; w++) {
				if (strcmp(run->words[w].word->text, word) == 0) {
					return table->faces[run->words[w].word->face].family;
				}
			}
		}
	}
	return NULL;
}

static void test_faces(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const struct {
		const char *language, *text, *word, *family;
		StyleRole role;
	} cases[] = {
		{"ar", "معيار ISO 19152 هنا", "19152", "Vollkorn", STYLE_PROSE},
		{"ar", "معيار ISO 19152 هنا", "معيار", "Noto Naskh Arabic", STYLE_PROSE},
		{"ar", "معيار ISO 19152 هنا", "معيار", "Noto Sans Arabic", STYLE_FACT},
		{"he", "אור 12", "אור", "Noto Serif Hebrew", STYLE_PROSE},
		{"ja", "直す", "直", "Noto Serif CJK JP", STYLE_PROSE},
		{"zh-Hans", "直说", "直", "Noto Serif CJK SC", STYLE_PROSE},
		{"zh-Hant", "直說", "直", "Noto Serif CJK TC", STYLE_PROSE},
		{"ko", "直등", "直", "Noto Serif CJK KR", STYLE_PROSE},
		{"en", "Latin 直 x", "直", "Noto Sans CJK SC", STYLE_FACT},
		{"th", "แสง", "แสง", "Noto Serif Thai", STYLE_PROSE},
		{"ka", "შუქი", "შუქი", "Noto Serif Georgian", STYLE_PROSE},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		const Par *par = set(fixture, cases[i].role, len_from_mm(90), cases[i].text,
			cases[i].language, NULL);
		g_assert_cmpint(par->missing_count, ==, 0);
		g_assert_cmpstr(family_of(fixture, par, cases[i].word), ==, cases[i].family);
	}
}

static void test_missing(Fixture *fixture, gconstpointer data) {
	(void)data;
	const Par *par =
		set(fixture, STYLE_PROSE, len_from_mm(90), "a \xF3\xB0\x80\x80 b", "en", NULL);
	g_assert_cmpint(par->missing_count, ==, 1);
	g_assert_false(text_has_glyph(fixture->context, "Vollkorn", "en", 0xF0000));
	g_assert_true(text_has_glyph(fixture->context, "Vollkorn", "en", 0x200D));
	g_assert_true(text_has_glyph(fixture->context, "Vollkorn", "ja", 0x76F4));
	g_assert_true(text_has_glyph(fixture->context, "Vollkorn", "en", 0x1F600));
}

static void test_kinsoku(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] =
		"灯台守は「最初の灯りは油で灯された」と語り、その後（1897年に）電気が来た。データセ"
		"ンター、"
		"ネットワーク、プログラム。ちょっと待って、という声が——遠くから——聞こえた。";
	static const char starts[] = "、。」）ーゃょっッ";
	for (int mm = 22; mm < 100; mm++) {
		const Par *par = set(fixture, STYLE_BIO, len_from_mm(mm), text, "ja", NULL);
		for (int i = 0; i + 1 < par->line_count; i++) {
			const Line *line = &par->lines[i];
			gunichar first = g_utf8_get_char(text + line->end);
			gunichar last = g_utf8_get_char(g_utf8_prev_char(text + line->end));
			g_assert_null(g_utf8_strchr(starts, -1, first));
			g_assert_null(g_utf8_strchr("「（", -1, last));
			g_assert_false(first == 0x2014 && last == 0x2014);
			g_assert_cmpint(ABS(line->width - len_from_mm(mm)), <=, 2);
		}
	}
}

static void test_order(Fixture *fixture, gconstpointer data) {
	(void)data;
	const Par *par = set(fixture, STYLE_PROSE, len_from_mm(90), "a אבג דהו 12 b", "en", NULL);
	const Line *line = &par->lines[0];
	g_autofree char *text = line_text(line);
	g_assert_cmpstr(text, ==, "a אבג דהו 12 b"); /* logical order */
	Len x[8];
	int made = 0;
	for (int r = 0; r < line->run_count; r++) {
		for (int w = 0; w < line->runs[r].word_count && made < 8; w++) {
			if (strcmp(line->runs[r].words[w].word->text, " ") != 0) {
				x[made++] = line->runs[r].words[w].x;
			}
		}
	}
	/* a, first and second Hebrew word, 12, b: seen as a 12 second first b. */
	g_assert_cmpint(made, ==, 5);
	g_assert_true(x[0] < x[3] && x[3] < x[2] && x[2] < x[1] && x[1] < x[4]);
}

static void test_figures(Fixture *fixture, gconstpointer data) {
	(void)data;
	fixture->sheet.styles[STYLE_AGENDA_TIME].figures = FIGURES_TABULAR;
	Len ones = set(fixture, STYLE_AGENDA_TIME, len_from_mm(90), "1111", "en", NULL)->width;
	Len eights = set(fixture, STYLE_AGENDA_TIME, len_from_mm(90), "8888", "en", NULL)->width;
	g_assert_cmpint(ones, ==, eights);
	ones = set(fixture, STYLE_FACT, len_from_mm(90), "1111", "en", NULL)->width;
	eights = set(fixture, STYLE_FACT, len_from_mm(90), "8888", "en", NULL)->width;
	g_assert_cmpint(ones, <, eights);
}

static void test_indents(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] = "Her lamp was lit at dusk by the keeper and his two sons, who "
				   "had carried the oil up "
				   "the stairs before the storm broke over the bay.";
	Inline source = {.text = text, .length = (int)strlen(text), .language = "en"};
	ParSpec spec = {.source = &source,
		.sheet = &fixture->sheet,
		.role = STYLE_BIO,
		.measure = len_from_mm(60),
		.first_indent = len_from_mm(4),
		.hang_indent = len_from_mm(2),
		.language = "en"};
	const Par *par = par_set(fixture->context, fixture->arena, &spec);
	g_assert_cmpint(par->line_count, >, 2);
	g_assert_cmpint(par->lines[0].shift, ==, len_from_mm(4));
	g_assert_cmpint(par->lines[1].shift, ==, len_from_mm(2));
	g_assert_cmpint(par->lines[0].width, <=, len_from_mm(56) + 2);
	g_assert_cmpint(ABS(par->lines[1].width - len_from_mm(58)), <=, 2);
}

static void test_looseness(Fixture *fixture, gconstpointer data) {
	(void)data;
	GString *text = g_string_new("The lamp was lit.");
	for (int i = 0; i < 30; i++) {
		g_string_append(text, " Then the oil was carried up the stairs before a storm.");
	}
	Inline source = {.text = text->str, .length = (int)text->len, .language = "en"};
	ParSpec spec = {.source = &source,
		.sheet = &fixture->sheet,
		.role = STYLE_BIO,
		.measure = len_from_mm(70),
		.language = "en"};
	int lines = par_set(fixture->context, fixture->arena, &spec)->line_count;
	spec.looseness = 1;
	g_assert_cmpint(
		par_set(fixture->context, fixture->arena, &spec)->line_count, ==, lines + 1);
	spec.looseness = -1;
	g_assert_cmpint(par_set(fixture->context, fixture->arena, &spec)->line_count, <=, lines);
	g_string_free(text, TRUE);
}

static void test_forced_break(Fixture *fixture, gconstpointer data) {
	(void)data;
	const Par *par =
		set(fixture, STYLE_PROSE, len_from_mm(90), "one\xE2\x80\xA8two three", "en", NULL);
	g_autofree char *lines = lines_of(par);
	g_assert_cmpstr(lines, ==, "one|two three");
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
	g_test_add("/text/setting/" name, Fixture, NULL, set_up, function, tear_down)
	ADD("kept-together", test_kept_together);
	ADD("no-hyphens", test_no_hyphens);
	ADD("hyphens-never-run", test_hyphens_never_run);
	ADD("span-language", test_span_language);
	ADD("stubs", test_stubs);
	ADD("urls", test_urls);
	ADD("titles", test_titles);
	ADD("title-keeps-name", test_title_keeps_name);
	ADD("last-line", test_last_line);
	ADD("justified-end", test_justified_end);
	ADD("hanging", test_hanging);
	ADD("margin-kerning", test_margin_kerning);
	ADD("neighbours", test_neighbours);
	ADD("faces", test_faces);
	ADD("missing", test_missing);
	ADD("kinsoku", test_kinsoku);
	ADD("order", test_order);
	ADD("figures", test_figures);
	ADD("indents", test_indents);
	ADD("looseness", test_looseness);
	ADD("forced-break", test_forced_break);
	return g_test_run();
}
