/* quote_marks: how each language quotes, as its printers do, which is not always CLDR's choice.
 * Regions stand before their language. */
#include "markup/quote_marks.h"

#include "markup/smart.h"

#define NARROW "\xE2\x80\xAF" /* U+202F, narrow no-break space */

static const QuoteMarks rows[] = {
	{"af", "“", "”", "‘", "’", FALSE},
	{"ar", "«", "»", "“", "”", FALSE},
	{"be", "«", "»", "„", "“", FALSE},
	{"bg", "„", "“", "‚", "‘", FALSE},
	{"bs", "„", "”", "‘", "’", FALSE},
	{"ca", "«", "»", "“", "”", FALSE},
	{"cs", "„", "“", "‚", "‘", FALSE},
	{"cy", "“", "”", "‘", "’", FALSE},
	{"da", "»", "«", "›", "‹", FALSE},
	{"de-CH", "«", "»", "‹", "›", FALSE},
	{"de-LI", "«", "»", "‹", "›", FALSE},
	{"de", "„", "“", "‚", "‘", FALSE},
	{"el", "«", "»", "“", "”", FALSE},
	{"en", "“", "”", "‘", "’", FALSE},
	{"eo", "“", "”", "‘", "’", FALSE},
	{"es-MX", "“", "”", "‘", "’", FALSE},
	{"es", "«", "»", "“", "”", FALSE},
	{"et", "„", "“", "‚", "‘", FALSE},
	{"eu", "«", "»", "“", "”", FALSE},
	{"fa", "«", "»", "‹", "›", FALSE},
	{"fi", "”", "”", "’", "’", FALSE},
	{"fr-CH", "«" NARROW, NARROW "»", "‹" NARROW, NARROW "›", TRUE},
	{"fr-CA", "«" NARROW, NARROW "»", "“", "”", FALSE},
	{"fr", "«" NARROW, NARROW "»", "“", "”", TRUE},
	{"ga", "“", "”", "‘", "’", FALSE},
	{"gl", "«", "»", "“", "”", FALSE},
	{"he", "”", "”", "’", "’", FALSE},
	{"hr", "„", "”", "‘", "’", FALSE},
	{"hu", "„", "”", "»", "«", FALSE},
	{"hy", "«", "»", "“", "”", FALSE},
	{"is", "„", "“", "‚", "‘", FALSE},
	{"it-CH", "«", "»", "‹", "›", FALSE},
	{"it", "«", "»", "“", "”", FALSE},
	{"ja", "「", "」", "『", "』", FALSE},
	{"ka", "„", "“", "‚", "‘", FALSE},
	{"ko", "“", "”", "‘", "’", FALSE},
	{"lb", "„", "“", "‚", "‘", FALSE},
	{"lt", "„", "“", "‚", "‘", FALSE},
	{"lv", "“", "”", "‘", "’", FALSE},
	{"mk", "„", "“", "‚", "‘", FALSE},
	{"nb", "«", "»", "‘", "’", FALSE},
	{"nl", "“", "”", "‘", "’", FALSE},
	{"nn", "«", "»", "‘", "’", FALSE},
	{"no", "«", "»", "‘", "’", FALSE},
	{"pl", "„", "”", "«", "»", FALSE},
	{"pt-BR", "“", "”", "‘", "’", FALSE},
	{"pt", "«", "»", "“", "”", FALSE},
	{"rm", "«", "»", "‹", "›", FALSE},
	{"ro", "„", "”", "«", "»", FALSE},
	{"ru", "«", "»", "„", "“", FALSE},
	{"sk", "„", "“", "‚", "‘", FALSE},
	{"sl", "„", "“", "‚", "‘", FALSE},
	{"sq", "“", "”", "‘", "’", FALSE},
	{"sr", "„", "“", "‚", "‘", FALSE},
	{"sv", "”", "”", "’", "’", FALSE},
	{"tr", "“", "”", "‘", "’", FALSE},
	{"uk", "«", "»", "„", "“", FALSE},
	{"vi", "“", "”", "‘", "’", FALSE},
	{"zh-Hant", "「", "」", "『", "』", FALSE},
	{"zh-TW", "「", "」", "『", "』", FALSE},
	{"zh-HK", "「", "」", "『", "』", FALSE},
	{"zh", "“", "”", "‘", "’", FALSE},
};

const QuoteMarks *quote_marks_of(const char *language) {
	const QuoteMarks *english = NULL;
	for (int i = 0; i < (int)G_N_ELEMENTS(rows); i++) {
		if (smart_language_is(language, rows[i].language)) {
			return &rows[i];
		}
		if (smart_language_is("en", rows[i].language)) {
			english = &rows[i];
		}
	}
	return english;
}
