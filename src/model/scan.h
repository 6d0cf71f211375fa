/* scan: a short text read from left to right, without regard to case: digits, words, blanks (also
 * the no-break ones). Shared by times, durations and dates. */
#ifndef BIFOLIO_MODEL_SCAN_H
#define BIFOLIO_MODEL_SCAN_H

#include <glib.h>

typedef struct Scan {
	const char *text, *at;
} Scan;

void scan_blanks(Scan *scan);
/* 1 to `most` digits, all that stand there; how many, 0 = none or too many. */
int scan_digits(Scan *scan, int most, int *number);
/* Takes `word` when it stands here; a word of letters must not go on with a letter. */
gboolean scan_word(Scan *scan, const char *word);
/* The first of the words (NULL-terminated) that stands here, its index, or -1. */
int scan_words(Scan *scan, const char *const *words);
/* Takes a run of letters and marks; fresh, in lower case, without a point behind it; or NULL. */
char *scan_letters(Scan *scan);
gboolean scan_at_end(Scan *scan);

#endif
