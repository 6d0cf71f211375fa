/* hang: how far punctuation stands out of the measure (DESIGN-2 C3). */
#ifndef BIFOLIO_TEXT_HANG_H
#define BIFOLIO_TEXT_HANG_H

#include <glib.h>

/* Percent of the character's advance that may hang at the end or the start of a line. */
int hang_right_percent(gunichar character);
int hang_left_percent(gunichar character);

#endif
