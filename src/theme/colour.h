/* colour: arithmetic of colours for themes. colour_contrast and colour_parse stand in theme.h. */
#ifndef BIFOLIO_THEME_COLOUR_H
#define BIFOLIO_THEME_COLOUR_H

#include "base/geom.h"

/* Steps of 2 % lightness (HSL) downwards until white on it reaches 4.5:1; *steps (may be NULL)
 * gets how many it took. Hue and saturation stay. */
Colour colour_darkened_for_white(Colour colour, int *steps);
/* The nearest colour, lighter or darker in steps of 1 % lightness, that has a contrast of `least`
 * on the ground; black or white where none has. Hue and saturation stay. */
Colour colour_readable(Colour colour, Colour ground, double least);
/* Each channel times factor, 0..1. */
Colour colour_times(Colour colour, double factor);
/* share of one (0..1) on other. */
Colour colour_mixed(Colour one, Colour other, double share);

#endif
