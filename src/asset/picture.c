/* picture: buffers of pixels, EXIF orientation, premultiplied alpha. Knows no file format but the
 * few bytes of EXIF that say which way up a picture is. */
#include "asset/picture.h"

#include <string.h>

gboolean picture_size_fits(int width, int height, char **trouble) {
	if (width < 1 || height < 1) {
		*trouble = g_strdup("it has no pixels");
		return FALSE;
	}
	if (width > PICTURE_SIDE_MAX || height > PICTURE_SIDE_MAX ||
		(double)width * height > PICTURE_PIXELS_MAX) {
		*trouble = g_strdup_printf("%d × %d pixels are more than %.0f million or %d a side",
			width, height, PICTURE_PIXELS_MAX / 1e6, (int)PICTURE_SIDE_MAX);
		return FALSE;
	}
	return TRUE;
}

gboolean picture_init(Picture *picture, int width, int height, char **trouble) {
	*picture = (Picture){.width = width, .height = height};
	if (!picture_size_fits(width, height, trouble)) {
		return FALSE;
	}
	picture->pixels = g_try_malloc_n((gsize)width * (gsize)height, sizeof(guint32));
	if (!picture->pixels) {
		*trouble = g_strdup_printf("%d × %d pixels do not fit into memory", width, height);
		return FALSE;
	}
	return TRUE;
}

void picture_finish(Picture *picture) {
	g_free(picture->pixels);
	picture->pixels = NULL;
}

gboolean orientation_swaps(int orientation) {
	return orientation >= 5 && orientation <= 8;
}

/* Index in the stored picture of what stands at x, y of the upright one. */
static gsize stored_index(const Picture *stored, int orientation, int x, int y) {
	int right = stored->width - 1, bottom = stored->height - 1;
	int column = x, row = y;
	switch (orientation) {
	case 2: /* mirrored */
		column = right - x;
		break;
	case 3: /* upside down */
		column = right - x;
		row = bottom - y;
		break;
	case 4: /* mirrored, upside down */
		row = bottom - y;
		break;
	case 5: /* mirrored along the falling diagonal */
		column = y;
		row = x;
		break;
	case 6: /* must be turned clockwise */
		column = y;
		row = bottom - x;
		break;
	case 7: /* mirrored along the rising diagonal */
		column = right - y;
		row = bottom - x;
		break;
	case 8: /* must be turned anticlockwise */
		column = right - y;
		row = x;
		break;
	default:
		break;
	}
	return (gsize)row * (gsize)stored->width + (gsize)column;
}

gboolean picture_turn(Picture *picture, int orientation, char **trouble) {
	if (orientation < 2 || orientation > 8) {
		return TRUE;
	}
	gboolean swaps = orientation_swaps(orientation);
	Picture upright;
	if (!picture_init(&upright, swaps ? picture->height : picture->width,
		    swaps ? picture->width : picture->height, trouble)) {
		return FALSE;
	}
	guint32 *into = upright.pixels;
	for (int y = 0; y < upright.height; y++) {
		for (int x = 0; x < upright.width; x++) {
			*into++ = picture->pixels[stored_index(picture, orientation, x, y)];
		}
	}
	upright.alpha = picture->alpha;
	picture_finish(picture);
	*picture = upright;
	return TRUE;
}

static guint32 scaled_channel(guint32 pixel, int shift, guint32 alpha) {
	guint32 value = ((pixel >> shift) & 0xff) * alpha;
	return ((value + 127) / 255) << shift;
}

void picture_premultiply(Picture *picture) {
	gsize count = (gsize)picture->width * (gsize)picture->height;
	picture->alpha = FALSE;
	for (gsize i = 0; i < count; i++) {
		guint32 pixel = picture->pixels[i], alpha = pixel >> 24;
		if (alpha == 255) {
			continue;
		}
		picture->alpha = TRUE;
		picture->pixels[i] = alpha << 24 | scaled_channel(pixel, 16, alpha) |
			scaled_channel(pixel, 8, alpha) | scaled_channel(pixel, 0, alpha);
	}
}

static guint32 tiff_number(const guchar *at, int size, gboolean little) {
	guint32 number = 0;
	for (int i = 0; i < size; i++) {
		number = number << 8 | at[little ? size - 1 - i : i];
	}
	return number;
}

int exif_orientation(const guchar *bytes, gsize size) {
	enum { TAG_ORIENTATION = 0x0112, ENTRY = 12 };
	if (size < 8 || (memcmp(bytes, "II*\0", 4) != 0 && memcmp(bytes, "MM\0*", 4) != 0)) {
		return 1;
	}
	gboolean little = bytes[0] == 'I';
	gsize at = tiff_number(bytes + 4, 4, little);
	if (at > size - 2) {
		return 1;
	}
	gsize count = tiff_number(bytes + at, 2, little);
	at += 2;
	for (gsize i = 0; i < count && size - at >= ENTRY; i++, at += ENTRY) {
		if (tiff_number(bytes + at, 2, little) == TAG_ORIENTATION) {
			guint32 value = tiff_number(bytes + at + 8, 2, little);
			return value >= 1 && value <= 8 ? (int)value : 1;
		}
	}
	return 1;
}
