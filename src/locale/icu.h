/* icu: what the files of this room share: text to UTF-16 and back, and locale identifiers that
 * never lead ICU to the machine's own settings. Not for other rooms. */
#ifndef BIFOLIO_LOCALE_ICU_H
#define BIFOLIO_LOCALE_ICU_H

#include <glib.h>
#include <unicode/uloc.h>
#include <unicode/utypes.h>

#include "locale/locale.h"

enum { ICU_LOCALE_SIZE = ULOC_FULLNAME_CAPACITY };

/* Fresh, NUL-terminated; length (may be NULL) in units. Bytes that are not UTF-8 become U+FFFD. */
UChar *icu_from_utf8(const char *text, int *length);
/* Fresh. length -1: up to the NUL. */
char *icu_to_utf8(const UChar *text, int length);

/* Character at a unit, a lone surrogate as it is; *next (may be NULL): the unit after it. */
UChar32 icu_character(const UChar *text, int length, int at, int *next);

/* ICU's name for a BCP 47 tag, with the Gregorian calendar and European figures where `forms`.
 * NULL, or a tag whose language ICU has no data for, gives "en": otherwise ICU would take the
 * machine's language. buffer: ICU_LOCALE_SIZE bytes; it is returned. */
const char *icu_locale(const char *language, gboolean forms, char *buffer);

/* Milliseconds of a civil date and time as if it were UTC. */
double icu_civil_millis(Date date, int minutes);

/* Text of an instant by a pattern, in a zone. Fresh; never NULL. */
char *icu_format(const char *language, const char *pattern, const char *zone, double millis);

#endif
