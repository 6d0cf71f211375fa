/* icu: see icu.h. ICU falls back to the process's default locale whenever it has no data for the
 * one it is given; icu_locale asks first and hands on only names that ICU has. */
#include "locale/icu.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#define MILLIS_PER_MINUTE 60000.0
#define MILLIS_PER_DAY 86400000.0

UChar *icu_from_utf8(const char *text, int *length) {
	size_t bytes = strlen(text);
	g_assert(bytes < G_MAXINT32 / 4);
	int32_t capacity = (int32_t)bytes + 1, units = 0;
	UChar *result = g_new(UChar, (gsize)capacity);
	UErrorCode status = U_ZERO_ERROR;
	u_strFromUTF8WithSub(result, capacity, &units, text, (int32_t)bytes, 0xFFFD, NULL, &status);
	g_assert(U_SUCCESS(status));
	if (length) {
		*length = units;
	}
	return result;
}

char *icu_to_utf8(const UChar *text, int length) {
	int32_t units = length < 0 ? u_strlen(text) : length;
	int32_t capacity = units * 3 + 1, bytes = 0;
	char *result = g_malloc((gsize)capacity);
	UErrorCode status = U_ZERO_ERROR;
	u_strToUTF8WithSub(result, capacity, &bytes, text, units, 0xFFFD, NULL, &status);
	g_assert(U_SUCCESS(status));
	return result;
}

UChar32 icu_character(const UChar *text, int length, int at, int *next) {
	UChar32 first = text[at];
	gboolean pair = U16_IS_LEAD(first) && at + 1 < length && U16_IS_TRAIL(text[at + 1]);
	if (next) {
		*next = at + (pair ? 2 : 1);
	}
	return pair ? U16_GET_SUPPLEMENTARY(first, text[at + 1]) : first;
}

static gboolean icu_has_data(const char *locale, const char *tree) {
	UErrorCode status = U_ZERO_ERROR;
	UResourceBundle *bundle = ures_open(tree, locale, &status);
	ures_close(bundle);
	return U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
}

/* Are there both words and zone names for the language? */
static gboolean icu_language_has_data(const char *locale) {
	return icu_has_data(locale, NULL) && icu_has_data(locale, U_ICUDATA_NAME "-zone");
}

const char *icu_locale(const char *language, gboolean forms, char *buffer) {
	int32_t parsed = 0;
	UErrorCode status = U_ZERO_ERROR;
	buffer[0] = 0;
	if (language && strlen(language) < 100) {
		uloc_forLanguageTag(language, buffer, ICU_LOCALE_SIZE, &parsed, &status);
	}
	if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING || !buffer[0] ||
		buffer[0] == '_' || !icu_language_has_data(buffer)) {
		g_strlcpy(buffer, "en", ICU_LOCALE_SIZE);
	}
	/* The commonest wrong region; ICU would treat it as no region at all. */
	if (g_str_equal(buffer, "en_UK")) {
		g_strlcpy(buffer, "en_GB", ICU_LOCALE_SIZE);
	}
	if (forms) {
		status = U_ZERO_ERROR;
		uloc_setKeywordValue("calendar", "gregorian", buffer, ICU_LOCALE_SIZE, &status);
		status = U_ZERO_ERROR;
		uloc_setKeywordValue("numbers", "latn", buffer, ICU_LOCALE_SIZE, &status);
	}
	return buffer;
}

double icu_civil_millis(Date date, int minutes) {
	int days = date_days_between((Date){1970, 1, 1}, date);
	return days * MILLIS_PER_DAY + minutes * MILLIS_PER_MINUTE;
}

static UDateFormat *open_format(const char *language, const char *pattern, const char *zone) {
	char locale[ICU_LOCALE_SIZE];
	int pattern_length, zone_length;
	UChar *pattern16 = icu_from_utf8(pattern, &pattern_length);
	UChar *zone16 = icu_from_utf8(zone, &zone_length);
	UErrorCode status = U_ZERO_ERROR;
	UDateFormat *format =
		udat_open(UDAT_PATTERN, UDAT_PATTERN, icu_locale(language, TRUE, locale), zone16,
			zone_length, pattern16, pattern_length, &status);
	g_free(pattern16);
	g_free(zone16);
	return U_SUCCESS(status) ? format : NULL;
}

char *icu_format(const char *language, const char *pattern, const char *zone, double millis) {
	UDateFormat *format = open_format(language, pattern, zone);
	if (!format) {
		return g_strdup("");
	}
	UErrorCode status = U_ZERO_ERROR;
	ucal_setGregorianChange((UCalendar *)udat_getCalendar(format), -1e16, &status);
	status = U_ZERO_ERROR;
	int32_t length = udat_format(format, millis, NULL, 0, NULL, &status);
	UChar *text = g_new0(UChar, (gsize)length + 1);
	status = U_ZERO_ERROR;
	udat_format(format, millis, text, length + 1, NULL, &status);
	udat_close(format);
	char *result = icu_to_utf8(text, U_SUCCESS(status) ? length : 0);
	g_free(text);
	return result;
}
