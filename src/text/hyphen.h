/* hyphen: where a word may be divided, by the dictionary of its language. */
#ifndef BIFOLIO_TEXT_HYPHEN_H
#define BIFOLIO_TEXT_HYPHEN_H

#include "text/fontset.h"

/* Sets points[i] = TRUE where `length` bytes of text may take a hyphen before byte i. Only runs of
 * letters are divided; words of the kinds that are never divided (capitalized words but in
 * languages that capitalize nouns, acronyms, words with figures) get no points, soft hyphens
 * always do. points has length + 1 entries, zeroed. Returns the number of points. */
int hyphen_points(
	TextFonts *fonts, const char *language, const char *text, int length, gboolean *points);

#endif
