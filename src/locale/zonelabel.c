/* zonelabel: which abbreviation stands for which of CLDR's English names, and whether one that an
 * organizer wrote is right for a zone on a day. Labels that mean several zones (CST, IST) have
 * several rows; `clear` = readers far from the place understand it, so it may be printed. */
#include "locale/zonelabel.h"

#include <string.h>

#include "locale/icu.h"
#include "locale/locale.h"

typedef struct LabelRow {
	const char *label, *long_name;
	gboolean clear;
} LabelRow;

static const LabelRow rows[] = {
	{"EST", "Eastern Standard Time", TRUE},
	{"EDT", "Eastern Daylight Time", TRUE},
	{"CST", "Central Standard Time", TRUE},
	{"CDT", "Central Daylight Time", TRUE},
	{"MST", "Mountain Standard Time", TRUE},
	{"MDT", "Mountain Daylight Time", TRUE},
	{"PST", "Pacific Standard Time", TRUE},
	{"PDT", "Pacific Daylight Time", TRUE},
	{"AST", "Atlantic Standard Time", TRUE},
	{"ADT", "Atlantic Daylight Time", TRUE},
	{"NST", "Newfoundland Standard Time", TRUE},
	{"NDT", "Newfoundland Daylight Time", TRUE},
	{"AKST", "Alaska Standard Time", TRUE},
	{"AKDT", "Alaska Daylight Time", TRUE},
	{"HST", "Hawaii-Aleutian Standard Time", FALSE},
	{"HAST", "Hawaii-Aleutian Standard Time", FALSE},
	{"HDT", "Hawaii-Aleutian Daylight Time", FALSE},
	{"HADT", "Hawaii-Aleutian Daylight Time", FALSE},
	{"GMT", "Greenwich Mean Time", TRUE},
	{"BST", "British Summer Time", TRUE},
	{"IST", "Irish Standard Time", FALSE},
	{"WET", "Western European Standard Time", TRUE},
	{"WEST", "Western European Summer Time", TRUE},
	{"CET", "Central European Standard Time", TRUE},
	{"MEZ", "Central European Standard Time", FALSE},
	{"CEST", "Central European Summer Time", TRUE},
	{"MESZ", "Central European Summer Time", FALSE},
	{"EET", "Eastern European Standard Time", TRUE},
	{"EEST", "Eastern European Summer Time", TRUE},
	{"MSK", "Moscow Standard Time", TRUE},
	{"TRT", "GMT+03:00", FALSE},
	{"IST", "Israel Standard Time", FALSE},
	{"IDT", "Israel Daylight Time", FALSE},
	{"AST", "Arabian Standard Time", FALSE},
	{"GST", "Gulf Standard Time", FALSE},
	{"IRST", "Iran Standard Time", FALSE},
	{"PKT", "Pakistan Standard Time", FALSE},
	{"IST", "India Standard Time", TRUE},
	{"NPT", "Nepal Time", FALSE},
	{"BST", "Bangladesh Standard Time", FALSE},
	{"ICT", "Indochina Time", FALSE},
	{"WIB", "Western Indonesia Time", FALSE},
	{"WITA", "Central Indonesia Time", FALSE},
	{"WIT", "Eastern Indonesia Time", FALSE},
	{"SGT", "Singapore Standard Time", TRUE},
	{"SST", "Singapore Standard Time", FALSE},
	{"MYT", "Malaysia Time", FALSE},
	{"PHT", "Philippine Standard Time", FALSE},
	{"PST", "Philippine Standard Time", FALSE},
	{"HKT", "Hong Kong Standard Time", TRUE},
	{"CST", "China Standard Time", FALSE},
	{"CST", "Taipei Standard Time", FALSE},
	{"CST", "Cuba Standard Time", FALSE},
	{"CDT", "Cuba Daylight Time", FALSE},
	{"JST", "Japan Standard Time", TRUE},
	{"KST", "Korean Standard Time", TRUE},
	{"AWST", "Australian Western Standard Time", TRUE},
	{"ACST", "Australian Central Standard Time", TRUE},
	{"ACDT", "Australian Central Daylight Time", TRUE},
	{"AEST", "Australian Eastern Standard Time", TRUE},
	{"AEDT", "Australian Eastern Daylight Time", TRUE},
	{"LHST", "Lord Howe Standard Time", FALSE},
	{"LHDT", "Lord Howe Daylight Time", FALSE},
	{"NZST", "New Zealand Standard Time", TRUE},
	{"NZDT", "New Zealand Daylight Time", TRUE},
	{"SST", "Samoa Standard Time", FALSE},
	{"ChST", "Chamorro Standard Time", FALSE},
	{"BRT", "Brasilia Standard Time", FALSE},
	{"ART", "Argentina Standard Time", FALSE},
	{"CLT", "Chile Standard Time", FALSE},
	{"CLST", "Chile Summer Time", FALSE},
	{"COT", "Colombia Standard Time", FALSE},
	{"PET", "Peru Standard Time", FALSE},
	{"UYT", "Uruguay Standard Time", FALSE},
	{"CAT", "Central Africa Time", FALSE},
	{"EAT", "East Africa Time", FALSE},
	{"WAT", "West Africa Standard Time", FALSE},
	{"SAST", "South Africa Standard Time", TRUE},
};

/* Labels that leave open whether clocks are on summer time. */
static const LabelRow half_year_rows[] = {
	{"ET", "Eastern ", FALSE},
	{"CT", "Central Standard Time", FALSE},
	{"CT", "Central Daylight Time", FALSE},
	{"MT", "Mountain ", FALSE},
	{"PT", "Pacific ", FALSE},
	{"AT", "Atlantic ", FALSE},
	{"NT", "Newfoundland ", FALSE},
	{"AKT", "Alaska ", FALSE},
	{"AET", "Australian Eastern ", FALSE},
	{"ACT", "Australian Central ", FALSE},
};

const char *zone_label_of(const char *long_name) {
	for (int i = 0; i < (int)G_N_ELEMENTS(rows); i++) {
		if (rows[i].clear && g_str_equal(rows[i].long_name, long_name)) {
			return rows[i].label;
		}
	}
	return NULL;
}

static gboolean label_names(const char *label, const char *long_name) {
	for (int i = 0; i < (int)G_N_ELEMENTS(rows); i++) {
		if (!g_ascii_strcasecmp(rows[i].label, label) &&
			g_str_equal(rows[i].long_name, long_name)) {
			return TRUE;
		}
	}
	for (int i = 0; i < (int)G_N_ELEMENTS(half_year_rows); i++) {
		/* "Eastern Daylight Time", but not "Eastern European Summer Time" */
		if (!g_ascii_strcasecmp(half_year_rows[i].label, label) &&
			g_str_has_prefix(long_name, half_year_rows[i].long_name) &&
			!strstr(long_name, "European") && !strstr(long_name, "Indonesia")) {
			return TRUE;
		}
	}
	return FALSE;
}

/* "UTC", "GMT+2", "UTC−03:30", "+05:30", "Z": minutes, or FALSE. */
static gboolean label_offset(const char *label, int *offset) {
	const char *at = label;
	if (g_str_equal(label, "Z")) {
		*offset = 0;
		return TRUE;
	}
	gboolean named = !g_ascii_strncasecmp(at, "UTC", 3) || !g_ascii_strncasecmp(at, "GMT", 3);
	at += named ? 3 : 0;
	at += strspn(at, " ");
	if (!*at) {
		*offset = 0;
		return named;
	}
	int sign = *at == '+' ? 1 : -1;
	if (*at == '+' || *at == '-') {
		at++;
	} else if (g_str_has_prefix(at, "\xE2\x88\x92") || g_str_has_prefix(at, "\xE2\x80\x93")) {
		at += 3; /* minus sign, en dash */
	} else {
		return FALSE;
	}
	int digits = (int)strspn(at, "0123456789");
	if (digits < 1 || digits > 4 || digits == 3) {
		return FALSE;
	}
	int number = (int)g_ascii_strtoll(at, NULL, 10);
	at += digits;
	int hours = digits == 4 ? number / 100 : number, rest = digits == 4 ? number % 100 : 0;
	if (*at == ':' && digits <= 2 && strspn(at + 1, "0123456789") == 2) {
		rest = (int)g_ascii_strtoll(at + 1, NULL, 10);
		at += 3;
	}
	*offset = sign * (hours * 60 + rest);
	return *at == 0 && hours <= 14 && rest < 60;
}

gboolean zone_label_holds(
	const char *label, const char *zone, Date date, int minutes, char **meant) {
	int offset = zone_offset(zone, date, minutes), said;
	double instant = icu_civil_millis(date, minutes - offset);
	g_autofree char *long_name = icu_format("en", "zzzz", zone, instant);
	g_autofree char *generic = icu_format("en", "vvvv", zone, instant);
	gboolean holds = label_offset(label, &said) && said == offset;
	holds = holds || label_names(label, long_name) || !g_ascii_strcasecmp(label, long_name) ||
		!g_ascii_strcasecmp(label, generic);
	if (meant) {
		*meant = holds ? NULL : zone_short_name(zone, "en-US", date, minutes);
	}
	return holds;
}
