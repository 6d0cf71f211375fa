/* Random paragraphs of twelve scripts at any measure: nothing stands outside the measure, every
 * byte is there once, no line ends where Unicode forbids it, two contexts agree. */
#include <pango/pango.h>
#include <string.h>

#include "page/page.h"
#include "sheet.h"

static const struct {
	const char *language, *words;
} samples[] = {
	{"en",
		"lighthouse keepers answered (every) request, well-known decision-making; oil "
		"12:10 “night” "
		"counterrevolutionary a the of storm's 3 kg 40 % and/or [1] p. 4 M. T. Keeper"},
	{"de",
		"Leuchtturmwärter beobachteten größtenteils Donaudampfschifffahrt „Küste“ z. B. "
		"Abb. 3 Straße"},
	{"fr", "l’huile « aujourd’hui » œuvre phare ; gardiens ! électricité où ça"},
	{"el", "φαροφύλακες ηλεκτροδότηση· ακτών άρχισε, πολύ ᾧ ἀρχή"},
	{"ru", "смотрители маяков электрификация — достопримечательности 1897 г. «свет»"},
	{"ar", "حراس المنارات (عام 1822)، يقولون إن الضوء؟ لا مُحَمَّد ١٢٣"},
	{"he", "שומרי המגדלורים (1822), סיפרו \"האור\" ב־1897 שָׁלוֹם"},
	{"ja",
		"灯台守は「最初の灯り」と語り、その後（1897年に）電気が来た。データセンター——ちゃっ"
		"と"},
	{"zh-Hans", "灯塔看守人说：“第一盏灯”，后来（见《海岸》第12页）；等风……"},
	{"ko", "등대지기들은 첫 번째 등불이, 기름으로 켜졌다고. 말했다"},
	{"th", "ผู้ดูแลประภาคารเล่าว่า ดวงไฟดวงแรก จุดด้วยน้ำมัน ๑๒๓"},
	{"hi", "प्रकाशस्तंभ के रखवालों ने बताया। क्षितिज पर, ISO 19152 देखें"},
};

typedef struct Fixture {
	TextFonts *fonts;
	TextContext *context, *other;
	StyleSheet sheet;
} Fixture;

static void set_up(Fixture *fixture, gconstpointer data) {
	(void)data;
	g_autoptr(GError) error = NULL;
	fixture->fonts = text_fonts_new("fonts", NULL, &error);
	g_assert_no_error(error);
	fixture->context = text_context_new(fixture->fonts, &error);
	fixture->other = text_context_new(fixture->fonts, &error);
	fixture->sheet = test_sheet();
}

static void tear_down(Fixture *fixture, gconstpointer data) {
	(void)data;
	text_context_free(fixture->context);
	text_context_free(fixture->other);
	text_fonts_free(fixture->fonts);
}

/* Words of one script, now and then of another, with spans over some. */
static const Inline *random_source(Arena *arena) {
	int script = g_test_rand_int_range(0, G_N_ELEMENTS(samples));
	int words = g_test_rand_int_range(1, 60);
	GString *text = g_string_new(NULL);
	GArray *spans = g_array_new(FALSE, TRUE, sizeof(InlineSpan));
	for (int i = 0; i < words; i++) {
		gboolean foreign = g_test_rand_int_range(0, 10) == 0;
		int from = foreign ? g_test_rand_int_range(0, G_N_ELEMENTS(samples)) : script;
		g_auto(GStrv) list = g_strsplit(samples[from].words, " ", -1);
		const char *word = list[g_test_rand_int_range(0, (int)g_strv_length(list))];
		gboolean spaced = strcmp(samples[from].language, "ja") != 0;
		if (i > 0 && (spaced || g_test_rand_int_range(0, 3) == 0)) {
			g_string_append_c(text, ' ');
		}
		InlineSpan span = {.start = (int)text->len,
			.end = (int)(text->len + strlen(word)),
			.flags = 1u << g_test_rand_int_range(0, 6),
			.role = -1};
		g_string_append(text, word);
		if (g_test_rand_int_range(0, 6) == 0) {
			g_array_append_val(spans, span);
		}
	}
	Inline *source = arena_new_of(arena, Inline);
	*source = (Inline){.text = arena_strndup(arena, text->str, text->len),
		.length = (int)text->len,
		.span_count = (int)spans->len,
		.spans = arena_memdup(arena, spans->data, sizeof(InlineSpan) * spans->len),
		.language = samples[script].language};
	g_string_free(text, TRUE);
	g_array_unref(spans);
	return source;
}

static ParSpec random_spec(const Fixture *fixture, const Inline *source) {
	static const StyleRole roles[] = {STYLE_PROSE, STYLE_BIO, STYLE_TALK_TITLE};
	ParSpec spec = {.source = source,
		.sheet = &fixture->sheet,
		.role = roles[g_test_rand_int_range(0, G_N_ELEMENTS(roles))],
		.measure = len_from_mm(g_test_rand_double_range(20, 140)),
		.language = "en"};
	gboolean backward =
		strcmp(source->language, "ar") == 0 || strcmp(source->language, "he") == 0;
	spec.rtl = backward || g_test_rand_int_range(0, 20) == 0;
	if (g_test_rand_int_range(0, 3) == 0) {
		spec.first_indent = len_from_mm(4);
	}
	return spec;
}

static gboolean is_white(const ShapedWord *word) {
	for (int i = 0; i < word->byte_count; i++) {
		if (word->text[i] != ' ') {
			return FALSE;
		}
	}
	return TRUE;
}

static void check_inside(const Par *par, const ParSpec *spec) {
	for (int i = 0; par->overfull && i < par->line_count; i++) {
		g_autofree char *text = line_text(&par->lines[i]);
		g_test_message("%d/%d %s", par->lines[i].width, spec->measure, text);
	}
	g_assert_false(par->overfull);
	for (int i = 0; i < par->line_count; i++) {
		const Line *line = &par->lines[i];
		for (int r = 0; r < line->run_count; r++) {
			const LineRun *run = &line->runs[r];
			Len allowance = run->size; /* of hanging marks and full-width white */
			for (int w = 0; w < run->word_count; w++) {
				const PlacedWord *placed = &run->words[w];
				if (is_white(placed->word)) {
					continue;
				}
				g_assert_cmpint(placed->x, >=, -allowance);
				Len end = placed->x + word_width(run, placed->word);
				g_assert_cmpint(end, <=, spec->measure + allowance);
			}
		}
		g_assert_cmpint(line->width, <=, spec->measure + 2);
	}
}

static void check_clusters(const ShapedWord *word) {
	int bytes = 0, glyphs = 0;
	for (int i = 0; i < word->cluster_count; i++) {
		bytes += word->clusters[i].byte_count;
		glyphs += word->clusters[i].glyph_count;
	}
	g_assert_cmpint(bytes, ==, word->byte_count);
	g_assert_cmpint(glyphs, ==, word->glyph_count);
}

static void check_covered(const Par *par, const Inline *source) {
	g_autofree char *seen = g_malloc0((gsize)source->length + 1);
	int end = 0;
	for (int i = 0; i < par->line_count; i++) {
		const Line *line = &par->lines[i];
		g_assert_cmpint(line->start, ==, end);
		end = line->end;
		for (int r = 0; r < line->run_count; r++) {
			for (int w = 0; w < line->runs[r].word_count; w++) {
				const PlacedWord *placed = &line->runs[r].words[w];
				check_clusters(placed->word);
				if (placed->source < 0) {
					g_assert_true(line->hyphenated);
					continue;
				}
				g_assert_cmpmem(placed->word->text, placed->word->byte_count,
					source->text + placed->source, placed->word->byte_count);
				for (int b = 0; b < placed->word->byte_count; b++) {
					g_assert_cmpint(seen[placed->source + b]++, ==, 0);
				}
			}
		}
	}
	g_assert_cmpint(end, ==, source->length);
	g_assert_cmpint(strlen(seen), ==, source->length);
}

/* Width of what Unicode keeps together around a byte. */
static Len kept_width(
	const Fixture *fixture, const ParSpec *spec, const PangoLogAttr *attrs, int offset) {
	const char *text = spec->source->text;
	long at = g_utf8_pointer_to_offset(text, text + offset);
	long first = at, last = at, count = g_utf8_strlen(text, spec->source->length);
	while (first > 0 && !attrs[first].is_line_break) {
		first--;
	}
	do {
		last++;
	} while (last < count && !attrs[last].is_line_break);
	const char *start = g_utf8_offset_to_pointer(text, first);
	const char *end = g_utf8_offset_to_pointer(text, last);
	while (end > start && end[-1] == ' ') {
		end--;
	}
	Inline part = {.text = start, .length = (int)(end - start), .language = "en"};
	return text_width(fixture->context, spec->sheet, spec->role, &part, "en");
}

static void check_breaks(const Fixture *fixture, const Par *par, const ParSpec *spec) {
	const Inline *source = spec->source;
	int count = (int)g_utf8_strlen(source->text, source->length);
	g_autofree PangoLogAttr *attrs = g_new0(PangoLogAttr, count + 1);
	pango_get_log_attrs(source->text, source->length, -1,
		pango_language_from_string(source->language), attrs, count + 1);
	for (int i = 0; i + 1 < par->line_count; i++) {
		const Line *line = &par->lines[i];
		long at = g_utf8_pointer_to_offset(source->text, source->text + line->end);
		if (line->hyphenated || attrs[at].is_line_break) {
			continue;
		}
		g_assert_true(attrs[at].is_cursor_position);
		g_test_message("%s, %.1f mm: parted at byte %d of: %s", source->language,
			len_to_mm(spec->measure), line->end, source->text);
		/* Only what is too wide for a line may be parted; two fifths for indent and style.
		 */
		g_assert_cmpint(
			kept_width(fixture, spec, attrs, line->end), >, spec->measure * 3 / 5);
	}
}

static void print_par(GString *out, const Par *par) {
	for (int i = 0; i < par->line_count; i++) {
		const Line *line = &par->lines[i];
		g_string_append_printf(
			out, "%d %d %d %d\n", line->width, line->shift, line->start, line->end);
		for (int r = 0; r < line->run_count; r++) {
			const LineRun *run = &line->runs[r];
			g_string_append_printf(
				out, " %d %d %d\n", run->size, run->tracking, run->stretch);
			for (int w = 0; w < run->word_count; w++) {
				const ShapedWord *word = run->words[w].word;
				g_string_append_printf(out, "  %d %d %d:", run->words[w].x,
					word->face, word->advance);
				for (int g = 0; g < word->glyph_count; g++) {
					g_string_append_printf(out, " %u", word->glyphs[g].index);
				}
				g_string_append_c(out, '\n');
			}
		}
	}
}

static void test_random(Fixture *fixture, gconstpointer data) {
	(void)data;
	for (int i = 0; i < 400; i++) {
		g_autoptr(Arena) arena = arena_new();
		const Inline *source = random_source(arena);
		ParSpec spec = random_spec(fixture, source);
		const Par *par = par_set(fixture->context, arena, &spec);
		check_inside(par, &spec);
		check_covered(par, source);
		check_breaks(fixture, par, &spec);
	}
}

/* The other context sees the same paragraphs in the opposite order. */
static void test_contexts_agree(Fixture *fixture, gconstpointer data) {
	(void)data;
	enum { COUNT = 60 };
	g_autoptr(Arena) arena = arena_new();
	ParSpec specs[COUNT];
	g_autoptr(GPtrArray) dumps = g_ptr_array_new_with_free_func(g_free);
	for (int i = 0; i < COUNT; i++) {
		specs[i] = random_spec(fixture, random_source(arena));
		GString *dump = g_string_new(NULL);
		print_par(dump, par_set(fixture->context, arena, &specs[i]));
		g_ptr_array_add(dumps, g_string_free(dump, FALSE));
	}
	for (int i = COUNT - 1; i >= 0; i--) {
		GString *dump = g_string_new(NULL);
		print_par(dump, par_set(fixture->other, arena, &specs[i]));
		g_assert_cmpstr(dump->str, ==, dumps->pdata[i]);
		g_string_free(dump, TRUE);
	}
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add("/text/property/random", Fixture, NULL, set_up, test_random, tear_down);
	g_test_add("/text/property/contexts-agree", Fixture, NULL, set_up, test_contexts_agree,
		tear_down);
	return g_test_run();
}
