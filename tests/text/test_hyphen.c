/* Hyphenation: the dictionaries as we feed them to libhyphen against its own reading, states kept
 * in a file against states just built, and what is never divided. */
#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "text/hyphen.h"
#include "text/hyphstates.h"

static const struct {
	const char *language, *file, *words;
} samples[] = {
	{"en-US", "hyph_en_US.dic",
		"lighthouse keepers answered every request in the night generalization "
		"interdisciplinary characterization measurements representative hyphenation "
		"algorithm "
		"serverless architecture associate present table project therefore through"},
	{"en-GB", "hyph_en_GB.dic",
		"lighthouse generalisation characterisation behaviour representative hyphenation "
		"photography typographical manufacture"},
	{"fr", "hyph_fr.dic",
		"anticonstitutionnellement électricité gardiennage phare responsabilité œuvre "
		"signature abréviation"},
	{"nl", "hyph_nl_NL.dic",
		"vuurtorenwachters elektriciteit verantwoordelijkheid zeekust lamp"},
	{"sv", "hyph_sv_SE.dic", "fyrvaktare elektricitet ansvarsskyldighet havskusten lampa"},
	{"pl", "hyph_pl_PL.dic",
		"latarnicy najciemniejszych konstantynopolitańczykowianeczka źdźbło"},
	{"ru", "hyph_ru_RU.dic", "смотрители достопримечательности электрификация побережье"},
	{"el", "hyph_el_GR.dic", "φαροφύλακες ηλεκτροδότηση απομακρυσμένων πρωτοβουλία"},
	{"hr", "hyph_hr_HR.dic", "svjetioničari električna odgovornost obala"},
	{"es", "hyph_es_ES.dic",
		"administraciones internacionales responsabilizaron farmacéuticos"},
	{"it", "hyph_it_IT.dic", "responsabilità elettricità guardiani dell illuminazione"},
	{"uk", "hyph_uk_UA.dic", "доглядачі електрифікація узбережжя відповідальність"},
	{"cs", "hyph_cs_CZ.dic", "strážci nejkulaťoulinkatější elektřina odpovědnost pobřeží"},
};

/* libhyphen overlooks patterns of files that were not prepared for it. */
static gboolean is_looser(const char *language) {
	return strstr("ru uk cs", language) != NULL;
}

/* libhyphen's points, one flag a letter: TRUE = a hyphen may stand before it. */
static gboolean *oracle(HyphenDict *dict, const char *word, int letters) {
	gboolean *points = g_new0(gboolean, letters + 2);
	g_autofree char *coded = dict->utf8
		? g_strdup(word)
		: g_convert(word, -1, dict->cset, "UTF-8", NULL, NULL, NULL);
	int size = (int)strlen(coded);
	g_autofree char *hyphens = g_malloc0((gsize)size + 5);
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;
	hnj_hyphen_hyphenate2(dict, coded, size, hyphens, NULL, &rep, &pos, &cut);
	for (int i = 1; i < letters; i++) {
		points[i] = (hyphens[i - 1] & 1) && !(rep && rep[i - 1]);
	}
	for (int i = 0; rep && i < size; i++) {
		free(rep[i]);
	}
	free(rep);
	free(pos);
	free(cut);
	return points;
}

static void compare_word(HyphDict *ours, HyphenDict *theirs, const char *word, gboolean looser) {
	glong letters = 0;
	g_autofree gunichar *characters = g_utf8_to_ucs4_fast(word, -1, &letters);
	gboolean points[HYPHDICT_LETTERS_MAX + 1] = {FALSE};
	hyphdict_divide(ours, characters, (int)letters, points);
	g_autofree gboolean *expected = oracle(theirs, word, (int)letters);
	for (int i = 3; i <= letters - 3; i++) {
		if (points[i] != expected[i]) {
			g_test_message("%s before letter %d", word, i);
		}
		g_assert_true(points[i] == expected[i] || (looser && points[i]));
	}
}

static void test_oracle(void) {
	for (gsize i = 0; i < G_N_ELEMENTS(samples); i++) {
		g_autofree char *path = g_build_filename("fonts", samples[i].file, NULL);
		HyphDict *ours = hyphdict_load(path, NULL);
		HyphenDict *theirs = hnj_hyphen_load(path);
		g_assert_nonnull(ours);
		g_assert_nonnull(theirs);
		g_auto(GStrv) words = g_strsplit(samples[i].words, " ", -1);
		for (int w = 0; words[w]; w++) {
			compare_word(ours, theirs, words[w], is_looser(samples[i].language));
		}
		hyphdict_free(ours);
		hnj_hyphen_free(theirs);
	}
}

/* --- kept states -------------------------------------------------------------------------- */

static GArray *lock_rows(Arena *arena) {
	GError *error = NULL;
	GArray *rows = lock_read(arena, "fonts/fonts.lock", &error);
	g_assert_no_error(error);
	return rows;
}

static void test_all_kept(void) {
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(GArray) rows = lock_rows(arena);
	int dictionaries = 0;
	for (guint i = 0; i < rows->len; i++) {
		const LockRow *row = &g_array_index(rows, LockRow, i);
		if (!row->hyphen) {
			continue;
		}
		g_autofree char *path = g_build_filename("fonts", row->file, NULL);
		HyphDict *dict = hyphdict_load(path, row->sum);
		g_assert_nonnull(dict);
		if (!hyphdict_is_kept(dict)) {
			g_test_message("%s is read from its patterns", row->file);
		}
		g_assert_true(hyphdict_is_kept(dict));
		hyphdict_free(dict);
		dictionaries++;
	}
	g_assert_cmpint(dictionaries, >, 30);
}

/* A folder with a copy of a dictionary. */
typedef struct Copy {
	char *folder, *patterns, *states, *sum;
} Copy;

static Copy copy_new(const char *file) {
	g_autofree char *from = g_build_filename("fonts", file, NULL), *text = NULL;
	gsize length;
	Copy copy = {.folder = g_dir_make_tmp("hyphenXXXXXX", NULL)};
	copy.patterns = g_build_filename(copy.folder, "copy.dic", NULL);
	copy.states = g_build_filename(copy.folder, "copy.states", NULL);
	g_assert_true(g_file_get_contents(from, &text, &length, NULL));
	g_assert_true(g_file_set_contents(copy.patterns, text, (gssize)length, NULL));
	copy.sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, (gssize)length);
	return copy;
}

static void copy_clear(Copy *copy) {
	g_remove(copy->states);
	g_remove(copy->patterns);
	g_rmdir(copy->folder);
	g_free(copy->folder);
	g_free(copy->patterns);
	g_free(copy->states);
	g_free(copy->sum);
}

static void assert_same_points(const HyphDict *one, const HyphDict *other, const char *word) {
	glong letters = 0;
	g_autofree gunichar *characters = g_utf8_to_ucs4_fast(word, -1, &letters);
	gboolean points[HYPHDICT_LETTERS_MAX + 1] = {FALSE}, others[G_N_ELEMENTS(points)] = {FALSE};
	hyphdict_divide(one, characters, (int)letters, points);
	hyphdict_divide(other, characters, (int)letters, others);
	g_assert_cmpmem(points, sizeof points, others, sizeof others);
}

static const char german[] = "leuchtturmwärter donaudampfschifffahrt verantwortlichkeit küste "
			     "elektrizitätsversorgung straßenbeleuchtung tatsachen";
static const char hungarian[] = "asszonnyal világítótorony villamosenergia felelősség tengerpart";

static void test_kept(void) {
	const struct {
		const char *file, *words;
	} cases[] = {{"hyph_de_DE.dic", german}, {"hyph_hu_HU.dic", hungarian},
		{"hyph_en_US.dic", samples[0].words}, {"hyph_ru_RU.dic", samples[6].words}};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		Copy copy = copy_new(cases[i].file);
		g_autoptr(GError) error = NULL;
		HyphDict *built = hyphdict_load(copy.patterns, copy.sum);
		g_assert_false(hyphdict_is_kept(built));
		hyphdict_keep(copy.patterns, &error);
		g_assert_no_error(error);
		HyphDict *kept = hyphdict_load(copy.patterns, copy.sum);
		g_assert_true(hyphdict_is_kept(kept));
		g_assert_cmpint(hyphdict_left_minimum(built), ==, hyphdict_left_minimum(kept));
		g_assert_cmpint(hyphdict_right_minimum(built), ==, hyphdict_right_minimum(kept));
		g_auto(GStrv) words = g_strsplit(cases[i].words, " ", -1);
		for (int w = 0; words[w]; w++) {
			assert_same_points(built, kept, words[w]);
		}
		hyphdict_free(built);
		hyphdict_free(kept);
		copy_clear(&copy);
	}
}

/* Of other patterns than those that were asked for, or of none. */
static void test_stale(void) {
	Copy copy = copy_new("hyph_it_IT.dic");
	hyphdict_keep(copy.patterns, NULL);
	copy.sum[5] = copy.sum[5] == '0' ? '1' : '0';
	HyphDict *dict = hyphdict_load(copy.patterns, copy.sum);
	g_assert_false(hyphdict_is_kept(dict));
	hyphdict_free(dict);
	g_assert_null(hyphdict_load("fonts/no-such.dic", copy.sum));
	g_assert_false(hyphdict_keep("fonts/no-such.dic", NULL));
	copy_clear(&copy);
}

static void divide_with(HyphenDict *machine, const char *word) {
	int size = (int)strlen(word);
	g_autofree char *hyphens = g_malloc0((gsize)size + 5);
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;
	hnj_hyphen_hyphenate2(machine, word, size, hyphens, NULL, &rep, &pos, &cut);
	for (int i = 0; rep && i < size; i++) {
		free(rep[i]);
	}
	free(rep);
	free(pos);
	free(cut);
}

/* Any one byte other than it was: the file is refused, or what it says is harmless. */
static void test_damaged(void) {
	Copy copy = copy_new("hyph_zu_ZA.dic");
	g_autofree char *bytes = NULL;
	gsize length;
	hyphdict_keep(copy.patterns, NULL);
	g_assert_true(g_file_get_contents(copy.states, &bytes, &length, NULL));
	int refused = 0;
	for (gsize i = 0; i < 2 * length; i++) {
		const char change = i % 2 ? '\x81' : '\x01';
		bytes[i / 2] ^= change;
		GMappedFile *file = NULL;
		g_assert_true(g_file_set_contents_full(
			copy.states, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
		HyphenDict *machine = hyphstates_read(copy.states, copy.sum, &file);
		if (machine) {
			divide_with(machine, "izingcwangcwango");
			divide_with(machine, "a");
			hyphstates_free(machine, file);
		} else {
			refused++;
		}
		bytes[i / 2] ^= change;
	}
	g_assert_cmpint(refused, >, (int)length / 2);
	for (gsize size = 0; size < length; size += 1 + size / 16) {
		GMappedFile *file = NULL;
		g_assert_true(g_file_set_contents(copy.states, bytes, (gssize)size, NULL));
		g_assert_null(hyphstates_read(copy.states, copy.sum, &file));
		g_assert_null(file);
	}
	copy_clear(&copy);
}

/* The word with "-" where it may be divided. */
static char *divided(TextFonts *fonts, const char *language, const char *word) {
	int length = (int)strlen(word);
	g_autofree gboolean *points = g_new0(gboolean, length + 1);
	hyphen_points(fonts, language, word, length, points);
	GString *out = g_string_new(NULL);
	for (int i = 0; i < length; i++) {
		if (points[i]) {
			g_string_append_c(out, '-');
		}
		g_string_append_c(out, word[i]);
	}
	return g_string_free(out, FALSE);
}

static void test_rules(void) {
	static const struct {
		const char *language, *word, *expected;
	} cases[] = {
		{"en", "generalization", "gen-er-al-iza-tion"},
		{"en", "Generalization", "Generalization"}, /* may be a name */
		{"en", "SERVERLESS", "SERVERLESS"},
		{"en", "ServerLess", "ServerLess"},
		{"en", "generalization2", "generalization2"},
		{"en", "general@ization.org", "general@ization.org"},
		{"en", "(generalization),", "(gen-er-al-iza-tion),"},
		{"en",
			"super\xC2\xAD"
			"cali",
			"super\xC2\xAD-cali"}, /* the author's own wins */
		{"en", "table", "ta-ble"}, /* where lines are justified: the measure decides */
		{"en", "inter-operation", "inter-oper-a-tion"}, /* not "inter-op-" */
		{"en", "ready", "ready"}, /* two letters would follow alone */
		{"de", "Leuchtturm", "Leucht-turm"},
		{"de-CH", "Donaudampfschifffahrt", "Do-nau-dampf-schiff-fahrt"},
		{"hu", "asszonnyal", "asszonnyal"}, /* would be spelt asz-szonnyal */
		{"fr", "l’électricité", "l’élec-tri-cité"},
		{"tlh", "generalization", "generalization"},
	};
	g_autoptr(GError) error = NULL;
	g_autoptr(TextFonts) fonts = text_fonts_new("fonts", NULL, &error);
	g_assert_no_error(error);
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *got = divided(fonts, cases[i].language, cases[i].word);
		g_assert_cmpstr(got, ==, cases[i].expected);
	}
}

static void test_languages(void) {
	g_autoptr(GError) error = NULL;
	g_autoptr(TextFonts) fonts = text_fonts_new("fonts", NULL, &error);
	g_assert_true(text_can_hyphenate(fonts, "en"));
	g_assert_true(text_can_hyphenate(fonts, "de-AT"));
	g_assert_true(text_can_hyphenate(fonts, "pt-BR"));
	g_assert_false(text_can_hyphenate(fonts, "ja"));
	g_assert_false(text_can_hyphenate(fonts, ""));
	g_assert_false(text_can_hyphenate(fonts, NULL));
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/text/hyphen/oracle", test_oracle);
	g_test_add_func("/text/hyphen/all-kept", test_all_kept);
	g_test_add_func("/text/hyphen/kept", test_kept);
	g_test_add_func("/text/hyphen/stale", test_stale);
	g_test_add_func("/text/hyphen/damaged", test_damaged);
	g_test_add_func("/text/hyphen/rules", test_rules);
	g_test_add_func("/text/hyphen/languages", test_languages);
	return g_test_run();
}
