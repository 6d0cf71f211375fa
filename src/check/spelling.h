/* spelling: when two words may be one word spelt in two ways. Inside the room only. */
#ifndef BIFOLIO_CHECK_SPELLING_H
#define BIFOLIO_CHECK_SPELLING_H

#include <glib.h>

/* The text without case, marks and punctuation, words parted by single blanks: "Özsu, Tamer" gives
 * "ozsu tamer". Caller frees. */
char *spelling_fold(const char *text);
/* The same with its words in bytewise order. Caller frees. */
char *spelling_fold_sorted(const char *text);
/* Edit distance in characters (insert, delete, replace, swap two neighbours), or limit + 1 when it
 * is more than limit. */
int spelling_distance(const char *one, const char *other, int limit);

#endif
