/* collate: sort orders of languages. A sort key is ICU's own bytes, which hold no zero. Where two
 * texts collate alike, the caller's order decides. */
#include "locale/collate.h"

#include <string.h>

#include "locale/icu.h"
#include "locale/indexletter.h"

static UCollator *open_strength(const char *locale, UCollationStrength strength) {
	UErrorCode status = U_ZERO_ERROR;
	UCollator *collator = ucol_open(locale, &status);
	g_assert(U_SUCCESS(status));
	ucol_setStrength(collator, strength);
	return collator;
}

Collator *collator_new(const char *language) {
	Collator *collator = g_new0(Collator, 1);
	icu_locale(language, FALSE, collator->locale);
	collator->full = open_strength(collator->locale, UCOL_TERTIARY);
	collator->primary = open_strength(collator->locale, UCOL_PRIMARY);
	collator->letters = index_letters_new(collator);
	return collator;
}

void collator_free(Collator *collator) {
	if (!collator) {
		return;
	}
	index_letters_free(collator->letters);
	ucol_close(collator->full);
	ucol_close(collator->primary);
	g_free(collator);
}

char *collator_key(const Collator *collator, const char *text) {
	int length;
	g_autofree UChar *text16 = icu_from_utf8(text, &length);
	int32_t size = ucol_getSortKey(collator->full, text16, length, NULL, 0);
	char *key = g_malloc0((gsize)size + 1);
	ucol_getSortKey(collator->full, text16, length, (uint8_t *)key, size);
	return key;
}

int collator_compare(const Collator *collator, const char *one, const char *other) {
	UErrorCode status = U_ZERO_ERROR;
	return ucol_strcollUTF8(collator->full, one, -1, other, -1, &status);
}

char *collator_index_letter(const Collator *collator, const char *text) {
	return index_letter_of(collator, text);
}
