/* poster: sheets designed as a whole, one a top-level block of the composition, type chosen by
 * reading distance (DESIGN.md 11): the largest step of the scale at which the whole sheet fits,
 * with a floor below which it is an error that names the distance it would allow. */
#ifndef BIFOLIO_LAYOUT_POSTER_H
#define BIFOLIO_LAYOUT_POSTER_H

#include "layout/layout.h"
#include "layout/setter.h"

/* Least type on A3, in pt, and from where it is read: its x-height has 7 minutes of arc. */
#define POSTER_LEAST_PT 21.2
#define POSTER_METRES 2.0

gboolean block_is_poster(const Block *block);

/* Fills pages and tags of the document. */
void layout_posters(Setter *setter, const LayoutInput *input, Document *document);

/* How much larger than A3 the sheet is, by its side. */
double poster_scale(const LayoutInput *input);

#endif
