/* words: the table of the fixed words: names, placeholders, and which of them count. A new word is
 * one line in lang.h, one in words.c, and one in each file of content/lang (English is used where
 * a language has none). */
#ifndef BIFOLIO_THEME_WORDS_H
#define BIFOLIO_THEME_WORDS_H

#include "base/diag.h"
#include "theme/lang.h"

enum { FORM_ONE, FORM_FEW, FORM_MANY, FORM_OTHER, FORM_TWO, FORM_COUNT };

typedef struct WordRow {
	const char *name; /* as files write it: "and-others" */
	const char *const *placeholders; /* NULL-terminated, each must stand in the text */
	gboolean counts; /* has forms by number; `count` may be left out of one and two */
} WordRow;

const WordRow *word_row(Word word);
/* WORD_COUNT when there is none. */
Word word_find(const char *wanted);
/* "one", "few", … */
const char *word_form_name(int form);
int word_form_find(const char *wanted);
/* Names of all words, or of all forms, NULL-terminated; the caller frees the array alone. */
const char **word_names(void);
const char **word_form_names(void);

/* Has text the placeholders of the word, and no others? FALSE after a diagnostic. form: FORM_…,
 * or -1 where one text serves for all forms. */
gboolean word_check(Word word, int form, const char *text, Span where, Diags *diags);

#endif
