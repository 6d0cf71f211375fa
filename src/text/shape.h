/* shape: a stretch of text in one face, direction, script and language to glyphs. */
#ifndef BIFOLIO_TEXT_SHAPE_H
#define BIFOLIO_TEXT_SHAPE_H

#include "text/context.h"

/* In the arena; in no cache. */
Word *shape_word(TextContext *context, Arena *arena, const WordKey *key);

/* letters.c: a glyph for every letter of a right-to-left word. glyphs: the word's own. */
void word_say_letters(const TextFonts *fonts, Arena *arena, Word *word, Glyph *glyphs);

#endif
