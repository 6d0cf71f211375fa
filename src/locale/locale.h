/* locale: ICU's knowledge of languages, zones and dates, which does not depend on the machine's
 * own settings. Fresh strings are the caller's (g_free). */
#ifndef BIFOLIO_LOCALE_LOCALE_H
#define BIFOLIO_LOCALE_LOCALE_H

#include <glib.h>

/* A civil date, proleptic Gregorian. */
typedef struct Date {
	int year, month, day; /* month 1..12 */
} Date;

gboolean date_is_valid(Date date);
int date_compare(Date one, Date other);
Date date_add_days(Date date, int days);
int date_days_between(Date from, Date to);
/* 1 = Monday .. 7 = Sunday */
int date_weekday(Date date);

/* By an ICU pattern ("EEEE, d MMMM y") with the names of the language. */
char *locale_format_date(const char *language, const char *pattern, Date date);
/* "19–21 September 2022" in the manner of the language, from a skeleton ("yMMMMd"). */
char *locale_format_date_range(const char *language, const char *skeleton, Date first, Date last);

/* 12 or 24, as CLDR has it for language and region. */
int locale_clock(const char *language);
/* "am"/"pm" as the language writes them, minutes since midnight. */
char *locale_day_period(const char *language, int minutes);
/* 0 = one, 1 = few, 2 = many, 3 = other */
int locale_plural(const char *language, int count);
gboolean locale_is_rtl(const char *language);
/* ISO 15924 code of the script that the language is written in: "Latn", "Arab", "Jpan". NULL where
 * it is not known. Borrowed, lives for ever. */
const char *locale_script(const char *language);
/* What a language is called in another: "fr" in "en" is "French". */
char *locale_language_name(const char *language, const char *in);
/* Have the two the same language, whatever script and region? */
gboolean locale_same_language(const char *one, const char *other);
/* Does the script part words by spaces? Not Han, Kana, Thai, Lao, Khmer, Burmese. */
gboolean locale_has_spaces(const char *language);
/* Sets breaks[i] where a line may end before byte i of a text in Lao, Khmer or Burmese, whose words
 * stand without spaces; `length` of them. The text is UTF-8. */
void locale_word_breaks(const char *text, int length, gboolean *breaks);
/* The text with its European figures in those of the language ("ar": ٣, "fa": ۳, "ar-MA": 3). */
char *locale_figures(const char *language, const char *text);
/* Does that change nothing? */
gboolean locale_has_european_figures(const char *language);
/* Is it a well-formed BCP 47 tag whose language ICU knows? */
gboolean locale_language_known(const char *language);
/* Upper-cased first grapheme for monograms and index initials. */
char *locale_initial(const char *language, const char *text);

/* Zones, by IANA name. */
gboolean zone_is_known(const char *zone);
/* Nearest known name to a misspelt one ("Europa/Lisbon"), or NULL; borrowed. */
const char *zone_nearest(const char *zone);
/* Minutes east of UTC for a local time (minutes since midnight) of a date. A time that the
 * clocks skip or repeat: the offset before the change. */
int zone_offset(const char *zone, Date date, int minutes);
/* Names at that moment in the language: long "Eastern Daylight Time", short "EDT"; short falls
 * back to "UTC−4" (U+2212). */
char *zone_long_name(const char *zone, const char *language, Date date, int minutes);
char *zone_short_name(const char *zone, const char *language, Date date, int minutes);
/* "UTC−4", "UTC+5:30", "UTC" */
char *zone_utc_form(int offset_minutes);
/* City of the name, for people: "America/Toronto" gives "Toronto" in the language. */
char *zone_city(const char *zone, const char *language);
/* Does the abbreviation (EST, CET, BST …) hold in that zone on that date? *meant (may be NULL,
 * fresh) gets what it is instead. Unknown abbreviations give FALSE too. */
gboolean zone_label_holds(
	const char *label, const char *zone, Date date, int minutes, char **meant);

/* Collation by language; a key compares by strcmp in sorted order. Caller frees. */
typedef struct Collator Collator;
Collator *collator_new(const char *language);
void collator_free(Collator *collator);
char *collator_key(const Collator *collator, const char *text);
int collator_compare(const Collator *collator, const char *one, const char *other);
/* Heading letter under which a text stands in an index of the language ("Ö" in Swedish, "O" in
 * German). Caller frees. */
char *collator_index_letter(const Collator *collator, const char *text);

/* Unicode NFC. Caller frees. */
char *locale_nfc(const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Collator, collator_free)

#endif
