/* collate: what a Collator is made of, for this room alone. Constant once made. */
#ifndef BIFOLIO_LOCALE_COLLATE_H
#define BIFOLIO_LOCALE_COLLATE_H

#include <unicode/ucol.h>

#include "locale/icu.h"

typedef struct IndexLetters IndexLetters;

struct Collator {
	char locale[ICU_LOCALE_SIZE];
	UCollator *full, *primary; /* all differences that sort; letters only */
	IndexLetters *letters;
};

#endif
