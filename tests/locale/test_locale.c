/* test_locale: languages, dates and zones, whatever the machine's own settings are. */
#include "locale/locale.h"

#include <locale.h>

static void check_text(char *got, const char *wanted) {
	g_assert_cmpstr(got, ==, wanted);
	g_free(got);
}

static void test_civil(void) {
	g_assert_true(date_is_valid((Date){2024, 2, 29}));
	g_assert_false(date_is_valid((Date){2023, 2, 29}));
	g_assert_false(date_is_valid((Date){1900, 2, 29}));
	g_assert_true(date_is_valid((Date){2000, 2, 29}));
	g_assert_false(date_is_valid((Date){2023, 13, 1}));
	g_assert_false(date_is_valid((Date){2023, 0, 1}));
	g_assert_false(date_is_valid((Date){2023, 4, 31}));
	g_assert_false(date_is_valid((Date){0, 1, 1}));
	g_assert_cmpint(date_weekday((Date){2022, 9, 19}), ==, 1);
	g_assert_cmpint(date_weekday((Date){1969, 12, 28}), ==, 7);
	g_assert_cmpint(date_weekday((Date){1, 1, 1}), ==, 1);
	g_assert_cmpint(date_days_between((Date){2024, 2, 28}, (Date){2024, 3, 1}), ==, 2);
	g_assert_cmpint(date_compare((Date){2024, 2, 28}, (Date){2024, 3, 1}), <, 0);
	g_assert_cmpint(date_compare((Date){2024, 3, 2}, (Date){2024, 3, 1}), >, 0);
	g_assert_cmpint(date_compare((Date){2024, 3, 1}, (Date){2024, 3, 1}), ==, 0);
	for (int days = -800000; days < 800000; days += 1237) {
		Date date = date_add_days((Date){2000, 1, 1}, days);
		g_assert_cmpint(date_days_between((Date){2000, 1, 1}, date), ==, days);
	}
}

static void test_date_forms(void) {
	static const struct {
		const char *language, *pattern, *text;
	} cases[] = {
		{"en-CA", "EEEE, d MMMM y", "Monday, 19 September 2022"},
		{"en-US", "EEEE, MMMM d, y", "Monday, September 19, 2022"},
		{"de", "EEEE, d. MMMM y", "Montag, 19. September 2022"},
		{"fr", "EEEE d MMMM y", "lundi 19 septembre 2022"},
		{"es", "EEEE, d 'de' MMMM 'de' y", "lunes, 19 de septiembre de 2022"},
		{"pl", "EEEE, d MMMM y", "poniedziałek, 19 września 2022"},
		{"cs", "EEEE d. MMMM y", "pondělí 19. září 2022"},
		{"ru", "EEEE, d MMMM y", "понедельник, 19 сентября 2022"},
		{"ja", "y年M月d日EEEE", "2022年9月19日月曜日"},
		{"pt-BR", "EEEE, d 'de' MMMM", "segunda-feira, 19 de setembro"},
		{"ar", "d MMMM y", "١٩ سبتمبر ٢٠٢٢"},
		{"ar-MA", "d MMMM y", "19 شتنبر 2022"},
		{"ar-EG-u-nu-latn", "d MMMM y", "19 سبتمبر 2022"},
		{"fa", "d MMMM y", "۱۹ سپتامبر ۲۰۲۲"},
		{"th", "d MMMM y", "19 กันยายน 2022"},
		{"xx", "d MMMM y", "19 September 2022"},
		{NULL, "EEE d MMM", "Mon 19 Sep"},
	};
	for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
		check_text(locale_format_date(
				   cases[i].language, cases[i].pattern, (Date){2022, 9, 19}),
			cases[i].text);
	}
	check_text(locale_format_date("en", "EEEE d MMMM y", (Date){1500, 1, 1}),
		"Monday 1 January 1500");
}

static void test_ranges(void) {
	static const struct {
		const char *language;
		Date first, last;
		const char *text;
	} cases[] = {
		{"en-GB", {2022, 9, 19}, {2022, 9, 21}, "19⁠–⁠21 September 2022"},
		{"en-GB", {2022, 9, 30}, {2022, 10, 2}, "30 September\u00A0– 2 October 2022"},
		{"en-GB", {2022, 9, 30}, {2022, 9, 30}, "30 September 2022"},
		{"en-US", {2022, 9, 19}, {2022, 9, 21}, "September 19⁠–⁠21, 2022"},
		{"de", {2022, 9, 19}, {2022, 9, 21}, "19.⁠–⁠21. September 2022"},
		{"fr", {2022, 9, 19}, {2022, 9, 21}, "19⁠–⁠21 septembre 2022"},
		{"es", {2022, 9, 19}, {2022, 9, 21}, "19⁠–⁠21 de septiembre de 2022"},
		{"pl", {2022, 9, 19}, {2022, 9, 21}, "19⁠–⁠21 września 2022"},
		{"ja", {2022, 9, 19}, {2022, 9, 21}, "2022年9月19日～21日"},
		{"hu", {2022, 9, 19}, {2022, 9, 21}, "2022. szeptember 19⁠–⁠21."},
		{"en-GB", {2022, 12, 31}, {2023, 1, 1}, "31 December 2022\u00A0– 1 January 2023"},
	};
	for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
		check_text(locale_format_date_range(
				   cases[i].language, "yMMMMd", cases[i].first, cases[i].last),
			cases[i].text);
	}
}

static void test_clock(void) {
	g_assert_cmpint(locale_clock("en-CA"), ==, 12);
	g_assert_cmpint(locale_clock("en-GB"), ==, 24);
	g_assert_cmpint(locale_clock("en-UK"), ==, 24);
	g_assert_cmpint(locale_clock("en"), ==, 12);
	g_assert_cmpint(locale_clock("fr-CA"), ==, 24);
	g_assert_cmpint(locale_clock("de"), ==, 24);
	g_assert_cmpint(locale_clock("ja"), ==, 24);
	check_text(locale_day_period("en-CA", 719), "am");
	check_text(locale_day_period("en", 720), "pm");
	check_text(locale_day_period("en", 1440 + 60), "am");
	check_text(locale_day_period("hu", 60), "de.");
	check_text(locale_day_period("ja", 900), "午後");
}

static void test_plural(void) {
	enum { ONE, FEW, MANY, OTHER };
	static const struct {
		const char *language;
		int count, form;
	} cases[] = {{"en", 1, ONE}, {"en", 0, OTHER}, {"en", 2, OTHER}, {"pl", 1, ONE},
		{"pl", 3, FEW}, {"pl", 5, MANY}, {"pl", 22, FEW}, {"pl", 12, MANY}, {"ru", 1, ONE},
		{"ru", 21, ONE}, {"ru", 3, FEW}, {"ru", 11, MANY}, {"ar", 0, OTHER}, {"ar", 1, ONE},
		{"ar", 2, FEW}, {"ar", 5, FEW}, {"ar", 11, MANY}, {"ar", 100, OTHER},
		{"cs", 4, FEW}, {"cs", 5, OTHER}, {"ja", 1, OTHER}, {"fr", 0, ONE}, {"xx", 1, ONE}};
	for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
		g_assert_cmpint(
			locale_plural(cases[i].language, cases[i].count), ==, cases[i].form);
	}
}

static void test_languages(void) {
	g_assert_true(locale_language_known("en"));
	g_assert_true(locale_language_known("en-CA"));
	g_assert_true(locale_language_known("zh-Hant-TW"));
	g_assert_true(locale_language_known("eo"));
	g_assert_false(locale_language_known("english"));
	g_assert_false(locale_language_known("en_CA"));
	g_assert_false(locale_language_known("xx"));
	g_assert_false(locale_language_known("und"));
	g_assert_false(locale_language_known(""));
	g_assert_false(locale_language_known("e"));
	g_assert_true(locale_is_rtl("ar"));
	g_assert_true(locale_is_rtl("he-IL"));
	g_assert_true(locale_is_rtl("az-Arab"));
	g_assert_true(locale_is_rtl("ckb"));
	g_assert_false(locale_is_rtl("ar-Latn"));
	g_assert_false(locale_is_rtl("en"));
	g_assert_false(locale_is_rtl(""));
}

static void test_initials(void) {
	check_text(locale_initial("en", "özsu"), "Ö");
	check_text(locale_initial("tr", "ilker"), "İ");
	check_text(locale_initial("de", "ßa"), "S");
	check_text(locale_initial("en", "(é)"), "É");
	check_text(locale_initial("en", "e\u0301x"), "É");
	check_text(locale_initial("en", "张伟"), "张");
	check_text(locale_initial("hi", "क्षमा"), "क्ष");
	check_text(locale_initial("en", "…"), "…");
	check_text(locale_initial("en", ""), "");
	check_text(locale_nfc("O\u0308zsu"), "Özsu");
	check_text(locale_nfc(""), "");
}

static void test_script(void) {
	static const char *const cases[][2] = {{"en", "Latn"}, {"ar", "Arab"}, {"fa-IR", "Arab"},
		{"ja", "Jpan"}, {"zh", "Hans"}, {"zh-TW", "Hant"}, {"zh-Hant", "Hant"},
		{"ko", "Kore"}, {"he", "Hebr"}, {"th", "Thai"}, {"sr", "Cyrl"}, {"sr-Latn", "Latn"},
		{"el", "Grek"}};
	for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
		g_assert_cmpstr(locale_script(cases[i][0]), ==, cases[i][1]);
	}
	g_assert_null(locale_script(NULL));
	g_assert_null(locale_script(""));
	g_assert_true(locale_has_spaces("ko"));
	g_assert_false(locale_has_spaces("ja"));
	g_assert_false(locale_has_spaces("th"));
}

static void test_figures(void) {
	static const char *const cases[][3] = {{"ar", "9:30–10:05", "٩:٣٠–١٠:٠٥"},
		{"ar-DZ", "9:30", "9:30"}, {"fa", "1984", "۱۹۸۴"}, {"mr", "12", "१२"},
		{"hi", "12", "12"}, {"ja", "12", "12"}, {"en", "12", "12"},
		{"zh-u-nu-hanidec", "10", "一〇"}, {"ta-u-nu-taml", "10", "10"},
		{"ar", "none", "none"}, {NULL, "7", "7"}};
	for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
		check_text(locale_figures(cases[i][0], cases[i][1]), cases[i][2]);
		gboolean changed = !g_str_equal(cases[i][1], cases[i][2]);
		g_assert_true(!changed || !locale_has_european_figures(cases[i][0]));
	}
	g_assert_true(locale_has_european_figures("ar-DZ"));
	g_assert_true(locale_has_european_figures(NULL));
}

int main(int argc, char **argv) {
	setlocale(LC_ALL, "");
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/locale/civil", test_civil);
	g_test_add_func("/locale/date-forms", test_date_forms);
	g_test_add_func("/locale/script", test_script);
	g_test_add_func("/locale/figures", test_figures);
	g_test_add_func("/locale/ranges", test_ranges);
	g_test_add_func("/locale/clock", test_clock);
	g_test_add_func("/locale/plural", test_plural);
	g_test_add_func("/locale/languages", test_languages);
	g_test_add_func("/locale/initials", test_initials);
	return g_test_run();
}
