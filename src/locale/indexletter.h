/* indexletter: the letters under which an index of a language stands. */
#ifndef BIFOLIO_LOCALE_INDEXLETTER_H
#define BIFOLIO_LOCALE_INDEXLETTER_H

#include "locale/collate.h"

IndexLetters *index_letters_new(const Collator *collator);
void index_letters_free(IndexLetters *letters);
/* Fresh; never NULL: "#" for what begins with no letter. */
char *index_letter_of(const Collator *collator, const char *text);

#endif
