/* webp: decodes through libwebp; finds profile and EXIF among the chunks of the RIFF container. */
#include "asset/webp.h"

#include <string.h>
#include <webp/decode.h>

#include "asset/icc.h"

enum { RIFF_HEAD = 12, CHUNK_HEAD = 8 };

static gsize chunk_length(const guchar *head) {
	return (gsize)head[7] << 24 | (gsize)head[6] << 16 | (gsize)head[5] << 8 | head[4];
}

static const guchar *find_chunk(GBytes *file, const char *name, gsize *length) {
	gsize size;
	const guchar *bytes = g_bytes_get_data(file, &size);
	gsize at = RIFF_HEAD;
	while (at + CHUNK_HEAD <= size) {
		gsize data = chunk_length(bytes + at);
		if (data > size - at - CHUNK_HEAD) {
			return NULL;
		}
		if (memcmp(bytes + at, name, 4) == 0) {
			*length = data;
			return bytes + at + CHUNK_HEAD;
		}
		at += CHUNK_HEAD + data + (data & 1);
	}
	return NULL;
}

static int find_orientation(GBytes *file) {
	gsize length;
	const guchar *data = find_chunk(file, "EXIF", &length);
	if (data && length > 6 && memcmp(data, "Exif\0\0", 6) == 0) {
		data += 6;
		length -= 6;
	}
	return data ? exif_orientation(data, length) : 1;
}

static void convert_colours(GBytes *file, Picture *picture) {
	gsize length;
	const guchar *data = find_chunk(file, "ICCP", &length);
	if (!data) {
		return;
	}
	g_autoptr(GBytes) profile = g_bytes_new_static(data, length);
	g_autoptr(IccTransform) transform = icc_transform_new(profile, ICC_PIXELS);
	for (int y = 0; transform && y < picture->height; y++) {
		guint32 *row = picture->pixels + (gsize)y * (gsize)picture->width;
		icc_transform_run(transform, row, row, picture->width);
	}
}

static gboolean read_pixels(const guchar *bytes, gsize size, Picture *picture) {
	gsize stride = (gsize)picture->width * 4, total = stride * (gsize)picture->height;
	guint8 *into = (guint8 *)picture->pixels;
	return G_BYTE_ORDER == G_LITTLE_ENDIAN
		? WebPDecodeBGRAInto(bytes, size, into, total, (int)stride) != NULL
		: WebPDecodeARGBInto(bytes, size, into, total, (int)stride) != NULL;
}

gboolean webp_decode(GBytes *file, Picture *picture, char **trouble) {
	gsize size;
	const guchar *bytes = g_bytes_get_data(file, &size);
	WebPBitstreamFeatures features;
	*picture = (Picture){0};
	if (WebPGetFeatures(bytes, size, &features) != VP8_STATUS_OK) {
		*trouble = g_strdup("it is damaged (its head is not whole)");
		return FALSE;
	}
	if (features.has_animation) {
		*trouble = g_strdup("it is an animation");
		return FALSE;
	}
	if (!picture_init(picture, features.width, features.height, trouble)) {
		return FALSE;
	}
	if (!read_pixels(bytes, size, picture)) {
		*trouble = g_strdup("it is damaged (its pixels are not whole)");
		picture_finish(picture);
		return FALSE;
	}
	convert_colours(file, picture);
	picture_premultiply(picture);
	if (!picture_turn(picture, find_orientation(file), trouble)) {
		picture_finish(picture);
		return FALSE;
	}
	return TRUE;
}
