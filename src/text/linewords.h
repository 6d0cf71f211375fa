/* linewords: words that a line should not end or start with, as data. None of them is printed. */
#ifndef BIFOLIO_TEXT_LINEWORDS_H
#define BIFOLIO_TEXT_LINEWORDS_H

#include <glib.h>

enum {
	WORD_ASKED = 1 << 0,
	WORD_TAKES_NUMBER = 1 << 1, /* belongs to the number behind it: "Fig.", "p.", "Room" */
	WORD_TAKES_NAME = 1 << 2, /* a title, belongs to the name behind it: "Dr.", "Mme" */
	WORD_IS_UNIT =
		1 << 3, /* or "am", belongs to the number before it; marks behind do not count */
	/* Leads to the next word: no title's line ends in one. */
	WORD_IS_WEAK = 1 << 4, /* an article or a pronoun */
	WORD_IS_LEADING = 1 << 5 /* a preposition or conjunction: a line likes to begin with it */
};

/* text of `length` bytes; language: BCP 47 or "". WORD_ASKED is always set. */
int word_traits(const char *text, int length, const char *language);

#endif
