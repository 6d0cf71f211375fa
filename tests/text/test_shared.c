/* Text is shaped once for all documents of an event: contexts over the same fonts share looks and
 * words, whichever thread comes first. */
#include <string.h>

#include "fixture.h"
#include "text/context.h"

static const char *const texts[] = {
	"The keeper of the lighthouse documented extraordinary illumination experiments.",
	"Die Dokumentation der Beleuchtungsexperimente war außerordentlich umfangreich.",
	"Фотографии маяков побережья показывают необыкновенные обстоятельства.",
	"حرّاس المنارات وثّقوا تجارب الإضاءة كلها، ثم كتبوا عنها",
	"灯台守は最初の灯りを油で灯した。Lanterns and oil, too.",
};
static const char *const languages[] = {"en", "de", "ru", "ar", "ja"};

enum { THREADS = 6, ROUNDS = 12 };

static const Par *set_text(
	TextContext *context, Arena *arena, const StyleSheet *sheet, int text, int round) {
	Inline *source = arena_new_of(arena, Inline);
	*source = (Inline){.text = texts[text],
		.length = (int)strlen(texts[text]),
		.language = languages[text]};
	ParSpec spec = {.source = source,
		.sheet = sheet,
		.role = round % 2 ? STYLE_BIO : STYLE_PROSE,
		.measure = len_from_mm(40 + 3 * round),
		.language = languages[text],
		.rtl = text == 3};
	return par_set(context, arena, &spec);
}

/* Every word with its place, in one text. */
static char *tell(TextContext *context, const StyleSheet *sheet) {
	g_autoptr(Arena) arena = arena_new();
	GString *out = g_string_new(NULL);
	for (int round = 0; round < ROUNDS; round++) {
		for (int text = 0; text < (int)G_N_ELEMENTS(texts); text++) {
			const Par *par = set_text(context, arena, sheet, text, round);
			for (int i = 0; i < par->line_count; i++) {
				g_autofree char *line = line_text(&par->lines[i]);
				g_string_append_printf(out, "%d %s\n", par->lines[i].width, line);
			}
		}
	}
	return g_string_free(out, FALSE);
}

static void test_once(Fixture *fixture, gconstpointer data) {
	(void)data;
	g_autofree char *first = tell(fixture->context, &fixture->sheet);
	g_autoptr(TextContext) other = text_context_new(fixture->fonts, NULL);
	g_autofree char *second = tell(other, &fixture->sheet);
	g_assert_cmpstr(first, ==, second);
	TextTimes before = text_times(fixture->context), after = text_times(other);
	g_assert_cmpint(before.cache_hits, <, before.words);
	g_assert_cmpint(after.words, >, 0);
	g_assert_cmpint(after.cache_hits, ==, after.words);
	/* The very same words. */
	const Par *one = set_text(fixture->context, fixture->arena, &fixture->sheet, 0, 0);
	const Par *two = set_text(other, fixture->arena, &fixture->sheet, 0, 0);
	g_assert_true(one->lines[0].runs[0].words[0].word == two->lines[0].runs[0].words[0].word);
}

/* A context that has rested says the same with the same words. */
static void test_rest(Fixture *fixture, gconstpointer data) {
	(void)data;
	g_autofree char *before = tell(fixture->context, &fixture->sheet);
	const Par *one = set_text(fixture->context, fixture->arena, &fixture->sheet, 0, 0);
	text_context_rest(fixture->context);
	g_autofree char *after = tell(fixture->context, &fixture->sheet);
	const Par *two = set_text(fixture->context, fixture->arena, &fixture->sheet, 0, 0);
	g_assert_cmpstr(before, ==, after);
	g_assert_true(one->lines[0].runs[0].words[0].word == two->lines[0].runs[0].words[0].word);
}

typedef struct Worker {
	const Fixture *fixture;
	TextContext *context;
	char *told;
} Worker;

static gpointer work(gpointer data) {
	Worker *worker = data;
	worker->told = tell(worker->context, &worker->fixture->sheet);
	return NULL;
}

/* All at once: none waits for another's words in vain, all say the same, and a word is shaped by
 * one thread only. */
static void test_threads(Fixture *fixture, gconstpointer data) {
	(void)data;
	Worker workers[THREADS];
	GThread *threads[THREADS];
	for (int i = 0; i < THREADS; i++) {
		workers[i] = (Worker){
			.fixture = fixture, .context = text_context_new(fixture->fonts, NULL)};
		threads[i] = g_thread_new("work", work, &workers[i]);
	}
	long shaped = 0;
	for (int i = 0; i < THREADS; i++) {
		g_thread_join(threads[i]);
		g_assert_cmpstr(workers[i].told, ==, workers[0].told);
		TextTimes times = text_times(workers[i].context);
		shaped += times.words - times.cache_hits;
	}
	g_autoptr(TextFonts) alone = text_fonts_new("fonts", NULL, NULL);
	g_autoptr(TextContext) context = text_context_new(alone, NULL);
	g_autofree char *told = tell(context, &fixture->sheet);
	TextTimes times = text_times(context);
	g_assert_cmpstr(told, ==, workers[0].told);
	g_assert_cmpint(shaped, ==, times.words - times.cache_hits);
	for (int i = 0; i < THREADS; i++) {
		text_context_free(workers[i].context);
		g_free(workers[i].told);
	}
}

static void assert_same_shapes(const ShapedWord *one, const ShapedWord *other) {
	g_assert_cmpmem(one->text, strlen(one->text), other->text, strlen(other->text));
	g_assert_cmpint(one->advance, ==, other->advance);
	g_assert_cmpint(one->glyph_count, ==, other->glyph_count);
	g_assert_cmpint(one->cluster_count, ==, other->cluster_count);
	for (int i = 0; i < one->glyph_count; i++) {
		g_assert_cmpint(one->glyphs[i].index, ==, other->glyphs[i].index);
		g_assert_cmpint(one->glyphs[i].advance, ==, other->glyphs[i].advance);
		g_assert_cmpint(one->glyphs[i].dx, ==, other->glyphs[i].dx);
	}
	for (int i = 0; i < one->cluster_count; i++) {
		g_assert_cmpint(one->clusters[i].byte_count, ==, other->clusters[i].byte_count);
		g_assert_cmpint(one->clusters[i].glyph_count, ==, other->clusters[i].glyph_count);
	}
}

static const Look *prose_look(TextContext *context, const StyleSheet *sheet) {
	LookFamilies families = {.family = sheet->families[FONT_PROSE]};
	Look wanted = {.weight = 400, .serif = TRUE, .language = "en"};
	return look_new(context, wanted, &families);
}

/* What is cut out of a word that is known is what would have been shaped. */
static void test_cut(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char *const words[] = {
		"difficulty", "AVATAR", "fjord-flat", "naïve", "Straße", "offline", "e\u0301te"};
	g_autoptr(TextFonts) alone = text_fonts_new("fonts", NULL, NULL);
	g_autoptr(TextContext) other = text_context_new(alone, NULL);
	const Look *look = prose_look(fixture->context, &fixture->sheet);
	const Look *own = prose_look(other, &fixture->sheet);
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		int length = (int)strlen(words[i]);
		WordKey key = {
			.look = look, .face = look->face, .text = words[i], .length = length};
		const Word *whole = word_get(fixture->context, &key);
		for (int at = 1; at < length; at++) {
			if ((words[i][at] & 0xC0) == 0x80) {
				continue;
			}
			const Word *head = word_part(fixture->context, whole, 0, at);
			const Word *tail = word_part(fixture->context, whole, at, length);
			WordKey one = {
				.look = own, .face = own->face, .text = words[i], .length = at};
			WordKey two = {.look = own,
				.face = own->face,
				.text = words[i] + at,
				.length = length - at};
			assert_same_shapes(&head->shaped, &word_get(other, &one)->shaped);
			assert_same_shapes(&tail->shaped, &word_get(other, &two)->shaped);
		}
	}
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
	g_test_add("/text/shared/" name, Fixture, NULL, set_up, function, tear_down)
	ADD("once", test_once);
	ADD("threads", test_threads);
	ADD("rest", test_rest);
	ADD("cut", test_cut);
	return g_test_run();
}
