/* picture: decoded pixels, and turning them upright. */
#ifndef BIFOLIO_ASSET_PICTURE_H
#define BIFOLIO_ASSET_PICTURE_H

#include <glib.h>

/* Bounds for what strangers send. */
#define PICTURE_FILE_MAX ((gsize)64 << 20)
#define PICTURE_PIXELS_MAX 100000000.0
enum { PICTURE_SIDE_MAX = 65535 };

/* pixels: width * height, 0xAARRGGBB in host order, rows without padding, sRGB. */
typedef struct Picture {
	int width, height;
	guint32 *pixels;
	gboolean alpha; /* some pixel is not opaque */
} Picture;

/* FALSE when the size is out of bounds; *trouble (fresh) says so. */
gboolean picture_size_fits(int width, int height, char **trouble);
/* FALSE also when memory does not do. */
gboolean picture_init(Picture *picture, int width, int height, char **trouble);
void picture_finish(Picture *picture);

/* Turns by an EXIF orientation, 1..8; others do nothing. FALSE when memory does not do. */
gboolean picture_turn(Picture *picture, int orientation, char **trouble);
/* Does the orientation exchange width and height? */
gboolean orientation_swaps(int orientation);

/* Straight to premultiplied alpha, and sets `alpha`. */
void picture_premultiply(Picture *picture);

/* Orientation of an EXIF block that begins with its TIFF header; 1 when it has none. */
int exif_orientation(const guchar *bytes, gsize size);

#endif
