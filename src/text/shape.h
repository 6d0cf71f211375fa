/* shape: a stretch of text in one face, direction, script and language to glyphs. */
#ifndef BIFOLIO_TEXT_SHAPE_H
#define BIFOLIO_TEXT_SHAPE_H

#include "text/context.h"

/* In the context's arena, not in its cache. */
Word *shape_word(TextContext *context, const WordKey *key);

/* letters.c: a glyph for every letter of a right-to-left word. glyphs: the word's own. */
void word_say_letters(TextContext *context, Word *word, Glyph *glyphs);

#endif
