/* dateform: dates as a language writes them, and which clock it keeps. The calendar is always the
 * Gregorian one; figures are the language's own. ICU gives European ones, which are changed last.
 */
#include <string.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>

#include "locale/icu.h"
#include "locale/locale.h"

#define EN_DASH "\xE2\x80\x93"
#define WORD_JOINER "\xE2\x81\xA0"
#define NO_BREAK_SPACE "\xC2\xA0"

char *locale_format_date(const char *language, const char *pattern, Date date) {
	g_autofree char *text = icu_format(language, pattern, "Etc/UTC", icu_civil_millis(date, 0));
	return locale_figures(language, text);
}

/* Bytes of the space that begins at text: an ordinary, no-break, thin or narrow one; else 0. */
static int space_length(const char *text) {
	static const char *const spaces[] = {
		" ", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF", "\xE2\x80\x8A"};
	for (int i = 0; i < (int)G_N_ELEMENTS(spaces); i++) {
		if (g_str_has_prefix(text, spaces[i])) {
			return (int)strlen(spaces[i]);
		}
	}
	return 0;
}

static void trim_spaces(GString *text) {
	const char *const spaces[] = {
		" ", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF", "\xE2\x80\x8A"};
	for (gboolean again = TRUE; again;) {
		again = FALSE;
		for (int i = 0; i < (int)G_N_ELEMENTS(spaces); i++) {
			if (g_str_has_suffix(text->str, spaces[i])) {
				g_string_truncate(text, text->len - strlen(spaces[i]));
				again = TRUE;
			}
		}
	}
}

/* Whatever spaces CLDR puts at the dash: none between two days of a month, where the range must not
 * break; elsewhere a space that stays with what stands before. */
static char *tidy_range(const char *text, gboolean one_month) {
	GString *tidy = g_string_new(NULL);
	for (const char *at = text; *at;) {
		if (!g_str_has_prefix(at, EN_DASH)) {
			g_string_append_c(tidy, *at++);
			continue;
		}
		at += strlen(EN_DASH);
		for (int space; (space = space_length(at)) > 0; at += space) {
		}
		trim_spaces(tidy);
		/* "19–21", "19.–21." */
		const char *last = tidy->str + tidy->len - (tidy->len > 0);
		last -= *last == '.' && last > tidy->str;
		gboolean figures = one_month && g_ascii_isdigit(*last) && g_ascii_isdigit(*at);
		g_string_append(tidy,
			figures ? WORD_JOINER EN_DASH WORD_JOINER : NO_BREAK_SPACE EN_DASH " ");
	}
	return g_string_free(tidy, FALSE);
}

char *locale_format_date_range(const char *language, const char *skeleton, Date first, Date last) {
	char locale[ICU_LOCALE_SIZE];
	int skeleton_length;
	g_autofree UChar *skeleton16 = icu_from_utf8(skeleton, &skeleton_length);
	UErrorCode status = U_ZERO_ERROR;
	UDateIntervalFormat *format = udtitvfmt_open(icu_locale(language, TRUE, locale), skeleton16,
		skeleton_length, u"Etc/UTC", -1, &status);
	if (U_FAILURE(status)) {
		return g_strdup("");
	}
	double from = icu_civil_millis(first, 0), to = icu_civil_millis(last, 0);
	UChar text[256];
	int32_t length =
		udtitvfmt_format(format, from, to, text, G_N_ELEMENTS(text), NULL, &status);
	udtitvfmt_close(format);
	if (U_FAILURE(status) || length >= (int32_t)G_N_ELEMENTS(text)) {
		return g_strdup("");
	}
	g_autofree char *range = icu_to_utf8(text, length);
	g_autofree char *tidy =
		tidy_range(range, first.year == last.year && first.month == last.month);
	return locale_figures(language, tidy);
}

int locale_clock(const char *language) {
	char locale[ICU_LOCALE_SIZE];
	UErrorCode status = U_ZERO_ERROR;
	UDateTimePatternGenerator *generator =
		udatpg_open(icu_locale(language, FALSE, locale), &status);
	UDateFormatHourCycle cycle = udatpg_getDefaultHourCycle(generator, &status);
	udatpg_close(generator);
	gboolean twelve = cycle == UDAT_HOUR_CYCLE_11 || cycle == UDAT_HOUR_CYCLE_12;
	return U_SUCCESS(status) && twelve ? 12 : 24;
}

static gboolean is_english(const char *language) {
	char locale[ICU_LOCALE_SIZE];
	if (language && (g_str_equal(language, "en") || g_str_has_prefix(language, "en-"))) {
		return TRUE;
	}
	icu_locale(language, FALSE, locale);
	return g_str_equal(locale, "en") || g_str_has_prefix(locale, "en_");
}

/* English writes am and pm in every region here, as programmes do; CLDR's capitals and full
 * points are for interfaces. */
char *locale_day_period(const char *language, int minutes) {
	gboolean afternoon = minutes % 1440 >= 720;
	if (is_english(language)) {
		return g_strdup(afternoon ? "pm" : "am");
	}
	Date any = {2000, 1, 1};
	return icu_format(language, "a", "Etc/UTC", icu_civil_millis(any, afternoon ? 900 : 540));
}
