/* linewords: words that a line should not end or start with, as data. None of them is printed. */
#ifndef BIFOLIO_TEXT_LINEWORDS_H
#define BIFOLIO_TEXT_LINEWORDS_H

#include <glib.h>

/* text of `length` bytes; language: BCP 47 or "". */
/* An abbreviation or word that belongs to the number behind it: "Fig.", "p.", "Room". */
gboolean word_takes_number(const char *text, int length);
/* A title that belongs to the name behind it: "Dr.", "Mme". */
gboolean word_takes_name(const char *text, int length);
/* A unit, or "am", that belongs to the number before it; marks behind it do not count. */
gboolean word_is_unit(const char *text, int length);
/* Words that lead to the next: no title's line ends in one. */
typedef enum WordTie {
	TIE_UNKNOWN, /* not yet asked */
	TIE_NONE,
	TIE_WEAK, /* an article or a pronoun */
	TIE_LEADING /* a preposition or conjunction: a line likes to begin with it */
} WordTie;
WordTie word_tie(const char *text, int length, const char *language);

#endif
