/* wide: Han, Kana, Hangul and full-width signs. */
#ifndef BIFOLIO_TEXT_WIDE_H
#define BIFOLIO_TEXT_WIDE_H

#include "text/items.h"

/* Is the character set in a full em square, alone? */
gboolean is_wide(gunichar character);
/* A sign that Latin and Han text share: quotes, ellipsis, dashes. */
gboolean is_shared_sign(gunichar character);
/* May no line start, or end, with it (kinsoku)? Beyond what UAX #14 says. */
gboolean wide_forbids_start(gunichar character);
gboolean wide_forbids_end(gunichar character);

/* Full-width punctuation closed up where two meet, trims at the edges of lines, and a quarter em
 * between Han and Latin. */
void wide_close_up(const TextFonts *fonts, Items *items);

#endif
