/* words: where lines may end in scripts that write words without spaces, by ICU's dictionaries of
 * Lao, Khmer and Burmese. */
#include <unicode/ubrk.h>

#include "locale/icu.h"

void locale_word_breaks(const char *text, int length, gboolean *breaks) {
	UErrorCode status = U_ZERO_ERROR;
	UText *bytes = utext_openUTF8(NULL, text, length, &status);
	UBreakIterator *words = ubrk_open(UBRK_LINE, "en", NULL, 0, &status);
	ubrk_setUText(words, bytes, &status);
	g_assert(U_SUCCESS(status));
	ubrk_first(words);
	for (int at = ubrk_next(words); at != UBRK_DONE; at = ubrk_next(words)) {
		if (at < length) {
			breaks[at] = TRUE;
		}
	}
	ubrk_close(words);
	utext_close(bytes);
}
