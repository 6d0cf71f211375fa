/* png: PNG files to pixels. */
#ifndef BIFOLIO_ASSET_PNG_H
#define BIFOLIO_ASSET_PNG_H

#include "asset/picture.h"

/* Premultiplied, upright, sRGB. FALSE with *trouble (fresh). */
gboolean png_decode(GBytes *file, Picture *picture, char **trouble);

#endif
