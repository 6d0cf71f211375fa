/* place: the sign by which out/ leaves room for a page of another PDF and finish/ finds it: a
 * picture whose coded data is no picture but says which asset belongs there. */
#ifndef BIFOLIO_PAGE_PLACE_H
#define BIFOLIO_PAGE_PLACE_H

#include <glib.h>

enum { PLACE_SIDE = 16 /* pixels that it says to have on a side */ };

/* Looks like a grey JPEG to who reads only its head. Caller frees. */
GBytes *place_mark(int asset);

/* The asset that the data stands for, or -1 when it is no mark. No JPEG of an asset is one: they
 * come without comments. */
int place_asset(const unsigned char *data, gsize size);

#endif
