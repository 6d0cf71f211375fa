/* zone: time zones by IANA name, from the data inside ICU, never from the machine's. */
#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uenum.h>

#include "locale/icu.h"
#include "locale/zonelabel.h"

#define MINUS "\xE2\x88\x92"

enum { ZONE_NAME_SIZE = 64, EDITS_MAX = 4 };

/* ICU also lists names that are no zones of a place ("EST", "SystemV/AST4"). */
static gboolean zone_is_proper(const char *name) {
	if (g_str_equal(name, "UTC") || g_str_equal(name, "GMT")) {
		return TRUE;
	}
	return strchr(name, '/') && !g_str_has_prefix(name, "SystemV/") &&
		!g_str_equal(name, "Etc/Unknown");
}

gboolean zone_is_known(const char *zone) {
	UErrorCode status = U_ZERO_ERROR;
	UEnumeration *names =
		ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, NULL, NULL, &status);
	gboolean known = FALSE;
	const char *name;
	while (!known && (name = uenum_next(names, NULL, &status))) {
		known = g_str_equal(name, zone) && zone_is_proper(name);
	}
	uenum_close(names);
	return known;
}

/* Lower case, with blanks and hyphens as the underscores of zone names. */
static void fold_name(const char *name, char *folded) {
	int i = 0;
	for (; i < ZONE_NAME_SIZE - 1 && name[i]; i++) {
		folded[i] = name[i] == ' ' || name[i] == '-' ? '_' : g_ascii_tolower(name[i]);
	}
	folded[i] = 0;
}

/* Optimal string alignment: insertions, deletions, changes, swapped neighbours. */
static int name_distance(const char *one, const char *other) {
	int rows[3][ZONE_NAME_SIZE + 1];
	int *before = rows[0], *last = rows[1], *row = rows[2];
	int length = (int)strlen(other);
	for (int j = 0; j <= length; j++) {
		last[j] = j;
	}
	for (int i = 1; one[i - 1]; i++) {
		row[0] = i;
		for (int j = 1; j <= length; j++) {
			int change = one[i - 1] != other[j - 1];
			row[j] = MIN(MIN(last[j], row[j - 1]) + 1, last[j - 1] + change);
			if (i > 1 && j > 1 && one[i - 1] == other[j - 2] &&
				one[i - 2] == other[j - 1]) {
				row[j] = MIN(row[j], before[j - 2] + 1);
			}
		}
		int *free_row = before;
		before = last;
		last = row;
		row = free_row;
	}
	return last[length];
}

/* Twice the number of edits, plus one where only the city was compared, so that the full name
 * wins a tie. The part before the city is often a guess of the writer's. */
static int zone_distance(const char *wanted, const char *name) {
	char folded[ZONE_NAME_SIZE];
	fold_name(name, folded);
	int whole = name_distance(wanted, folded) * 2;
	const char *wanted_city = strrchr(wanted, '/'), *city = strrchr(folded, '/');
	wanted_city = wanted_city ? wanted_city + 1 : wanted;
	city = city ? city + 1 : folded;
	if ((int)strlen(wanted_city) < 4) {
		return whole;
	}
	return MIN(whole, name_distance(wanted_city, city) * 2 + 1);
}

const char *zone_nearest(const char *zone) {
	char wanted[ZONE_NAME_SIZE];
	fold_name(zone, wanted);
	UErrorCode status = U_ZERO_ERROR;
	UEnumeration *names =
		ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL, NULL, NULL, &status);
	int limit = MIN(EDITS_MAX, (int)strlen(wanted) / 3);
	int best_distance = 2 * limit + 2;
	const char *best = NULL, *name;
	while ((name = uenum_next(names, NULL, &status))) {
		if (!zone_is_proper(name) || g_str_has_prefix(name, "Etc/")) {
			continue;
		}
		int distance = zone_distance(wanted, name);
		if (distance < best_distance) {
			best_distance = distance;
			best = g_intern_string(name);
		}
	}
	uenum_close(names);
	return best;
}

/* NULL only when ICU has no memory. The caller closes it. */
static UCalendar *zone_calendar(const char *zone) {
	int length;
	g_autofree UChar *zone16 = icu_from_utf8(zone, &length);
	UErrorCode status = U_ZERO_ERROR;
	UCalendar *calendar = ucal_open(zone16, length, "en", UCAL_GREGORIAN, &status);
	return U_SUCCESS(status) ? calendar : NULL;
}

int zone_offset(const char *zone, Date date, int minutes) {
	UCalendar *calendar = zone_calendar(zone);
	if (!calendar) {
		return 0;
	}
	UErrorCode status = U_ZERO_ERROR;
	int32_t raw = 0, saving = 0;
	ucal_setMillis(calendar, icu_civil_millis(date, minutes), &status);
	ucal_getTimeZoneOffsetFromLocal(
		calendar, UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, &raw, &saving, &status);
	ucal_close(calendar);
	return U_SUCCESS(status) ? (raw + saving) / 60000 : 0;
}

static double zone_instant(const char *zone, Date date, int minutes) {
	return icu_civil_millis(date, minutes - zone_offset(zone, date, minutes));
}

static gboolean language_is_english(const char *language) {
	char locale[ICU_LOCALE_SIZE];
	icu_locale(language, FALSE, locale);
	return g_str_has_prefix(locale, "en") && (locale[2] == 0 || locale[2] == '_');
}

/* English names are the same everywhere here; CLDR has oddities for Canada. */
char *zone_long_name(const char *zone, const char *language, Date date, int minutes) {
	double instant = zone_instant(zone, date, minutes);
	const char *names = language_is_english(language) ? "en" : language;
	g_autofree char *name = icu_format(names, "zzzz", zone, instant);
	g_autofree char *offset_form = icu_format(names, "OOOO", zone, instant);
	if (*name && !g_str_equal(name, offset_form)) {
		return g_steal_pointer(&name);
	}
	/* Countries that left their neighbours' time have none of these names: "Jordan Time". */
	g_autofree char *place = icu_format(names, "VVVV", zone, instant);
	if (strchr(zone, '/') && !g_str_has_prefix(zone, "Etc/") && *place &&
		!g_str_equal(place, offset_form)) {
		return g_steal_pointer(&place);
	}
	return zone_utc_form(zone_offset(zone, date, minutes));
}

/* CLDR has short names only where the region's readers use them; English ones that anybody in
 * the zone writes come from our table. */
char *zone_short_name(const char *zone, const char *language, Date date, int minutes) {
	double instant = zone_instant(zone, date, minutes);
	g_autofree char *long_name = icu_format("en", "zzzz", zone, instant);
	const char *label = zone_label_of(long_name);
	if (label && language_is_english(language)) {
		return g_strdup(label);
	}
	g_autofree char *name = icu_format(language, "z", zone, instant);
	g_autofree char *offset_form = icu_format(language, "O", zone, instant);
	if (*name && !g_str_equal(name, offset_form)) {
		return g_steal_pointer(&name);
	}
	return zone_utc_form(zone_offset(zone, date, minutes));
}

char *zone_utc_form(int offset_minutes) {
	int size = abs(offset_minutes);
	const char *sign = offset_minutes < 0 ? MINUS : "+";
	if (size == 0) {
		return g_strdup("UTC");
	}
	if (size % 60 == 0) {
		return g_strdup_printf("UTC%s%d", sign, size / 60);
	}
	return g_strdup_printf("UTC%s%d:%02d", sign, size / 60, size % 60);
}

char *zone_city(const char *zone, const char *language) {
	if (!strchr(zone, '/') || g_str_has_prefix(zone, "Etc/")) {
		int offset = zone_offset(zone, (Date){2000, 1, 1}, 0);
		return zone_utc_form(offset);
	}
	return icu_format(language, "VVV", zone, icu_civil_millis((Date){2000, 1, 1}, 0));
}
