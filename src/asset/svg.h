/* svg: SVG drawings; only their size is asked here, out/ draws them. */
#ifndef BIFOLIO_ASSET_SVG_H
#define BIFOLIO_ASSET_SVG_H

#include <glib.h>

/* Natural size in pixels at 96 dpi, at least 1. FALSE with *trouble (fresh) when librsvg cannot
 * read it. */
gboolean svg_size(GBytes *file, int *width, int *height, char **trouble);

#endif
