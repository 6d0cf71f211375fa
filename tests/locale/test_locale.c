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
		{"ar", "d MMMM y", "19 سبتمبر 2022"},
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

int main(int argc, char **argv) {
	setlocale(LC_ALL, "");
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/locale/civil", test_civil);
	g_test_add_func("/locale/date-forms", test_date_forms);
	return g_test_run();
}
