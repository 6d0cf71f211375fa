/* webp: WebP files to pixels. */
#ifndef BIFOLIO_ASSET_WEBP_H
#define BIFOLIO_ASSET_WEBP_H

#include "asset/picture.h"

/* Premultiplied, upright, sRGB. FALSE with *trouble (fresh). */
gboolean webp_decode(GBytes *file, Picture *picture, char **trouble);

#endif
