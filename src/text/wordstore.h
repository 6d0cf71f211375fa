/* wordstore: looks and words of one event, shaped once and shared by the contexts of all threads.
 * What it hands out is constant and lives as long as the TextFonts it belongs to; what is found out
 * about a word later (where it may be divided) is handed out once it is whole. */
#ifndef BIFOLIO_TEXT_WORDSTORE_H
#define BIFOLIO_TEXT_WORDSTORE_H

#include "text/context.h"

WordStore *word_store_new(void);
void word_store_free(WordStore *store);

/* Its words by their numbers, which depend on who came first: for nothing that is written. */
const WordTable *word_store_table(const WordStore *store);

/* The look equal to the wanted one; interned. */
const Look *word_store_look(WordStore *store, const Look *wanted);

/* The word, found or shaped now by the context's means; *found says which. hash: of the key. */
Word *word_store_get(TextContext *context, const WordKey *key, guint hash, gboolean *found);
gboolean word_matches(const Word *word, const WordKey *key, guint hash);

/* NULL: nobody has looked yet. */
const WordBreaks *word_store_breaks(Word *word);
/* Keeps a copy, unless another thread was first: the same then, since they hang on the word alone.
 */
const WordBreaks *word_store_keep_breaks(WordStore *store, Word *word, const WordBreaks *breaks);

/* Face + 1 that a look falls back to for a character, -1 = none, 0 = not yet asked. */
int word_store_fallback(WordStore *store, const Look *look, gunichar character);
void word_store_keep_fallback(WordStore *store, const Look *look, gunichar character, int known);

#endif
