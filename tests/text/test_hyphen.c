/* Hyphenation: our reading of the dictionaries against libhyphen's, and what is never divided. */
#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

#include "text/hyphdict.h"
#include "text/hyphen.h"

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
		HyphDict *ours = hyphdict_load(path);
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
		{"en", "table", "table"}, /* two letters would stand alone */
		{"de", "Leuchtturm", "Leucht-turm"},
		{"de-CH", "Donaudampfschifffahrt", "Donau-dampf-schiff-fahrt"},
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
	g_test_add_func("/text/hyphen/rules", test_rules);
	g_test_add_func("/text/hyphen/languages", test_languages);
	return g_test_run();
}
