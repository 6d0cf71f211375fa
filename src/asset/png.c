/* png: decodes through libpng's simplified interface, which needs no longjmp and expands palettes,
 * grey, 16 bits, interlacing and gamma by itself. Colour profile and EXIF it does not hand out, so
 * their chunks are looked up here. */
#include "asset/png.h"

#include <gio/gio.h>
#include <png.h>
#include <string.h>

#include "asset/icc.h"

enum { SIGNATURE = 8, CHUNK_HEAD = 8, CHUNK_TAIL = 4, PROFILE_MAX = 4 << 20 };

static gsize chunk_length(const guchar *head) {
	return (gsize)head[0] << 24 | (gsize)head[1] << 16 | (gsize)head[2] << 8 | head[3];
}

/* Data of the first chunk of a name before the pixels (or of eXIf anywhere), or NULL. */
static const guchar *find_chunk(GBytes *file, const char *name, gsize *length) {
	gsize size;
	const guchar *bytes = g_bytes_get_data(file, &size);
	gsize at = SIGNATURE;
	while (at + CHUNK_HEAD <= size) {
		gsize data = chunk_length(bytes + at);
		if (data > size - at - CHUNK_HEAD) {
			return NULL;
		}
		if (memcmp(bytes + at + 4, name, 4) == 0) {
			*length = data;
			return bytes + at + CHUNK_HEAD;
		}
		at += CHUNK_HEAD + data + CHUNK_TAIL;
	}
	return NULL;
}

static GBytes *inflate(const guchar *bytes, gsize size) {
	g_autoptr(GConverter) zlib =
		G_CONVERTER(g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
	g_autoptr(GInputStream) source =
		g_memory_input_stream_new_from_data(bytes, (gssize)size, NULL);
	g_autoptr(GInputStream) stream = g_converter_input_stream_new(source, zlib);
	g_autofree guchar *buffer = g_malloc(PROFILE_MAX);
	gsize length = 0;
	if (!g_input_stream_read_all(stream, buffer, PROFILE_MAX, &length, NULL, NULL) ||
		length == PROFILE_MAX) {
		return NULL;
	}
	return g_bytes_new(buffer, length);
}

/* iCCP: name, NUL, method 0, deflated profile. */
static GBytes *find_profile(GBytes *file) {
	gsize length;
	const guchar *data = find_chunk(file, "iCCP", &length);
	const guchar *end = data ? memchr(data, 0, length) : NULL;
	if (!end || length - (gsize)(end - data) < 3) {
		return NULL;
	}
	return inflate(end + 2, length - (gsize)(end - data) - 2);
}

static int find_orientation(GBytes *file) {
	gsize length;
	const guchar *data = find_chunk(file, "eXIf", &length);
	return data ? exif_orientation(data, length) : 1;
}

static gboolean read_pixels(png_image *image, Picture *picture, char **trouble) {
	if (!picture_init(picture, (int)MIN(image->width, G_MAXINT),
		    (int)MIN(image->height, G_MAXINT), trouble)) {
		png_image_free(image);
		return FALSE;
	}
	image->format = G_BYTE_ORDER == G_LITTLE_ENDIAN ? PNG_FORMAT_BGRA : PNG_FORMAT_ARGB;
	/* Without a word on gamma, 16 bits are meant as 8 are. */
	image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
	if (!png_image_finish_read(image, NULL, picture->pixels, 0, NULL)) {
		*trouble = g_strdup_printf("it is damaged (%s)", image->message);
		picture_finish(picture);
		return FALSE;
	}
	return TRUE;
}

gboolean png_decode(GBytes *file, Picture *picture, char **trouble) {
	png_image image = {.version = PNG_IMAGE_VERSION};
	gsize size;
	const void *bytes = g_bytes_get_data(file, &size);
	*picture = (Picture){0};
	if (!png_image_begin_read_from_memory(&image, bytes, size)) {
		*trouble = g_strdup_printf("it is damaged (%s)", image.message);
		return FALSE;
	}
	if (!read_pixels(&image, picture, trouble)) {
		return FALSE;
	}
	g_autoptr(GBytes) profile = find_profile(file);
	g_autoptr(IccTransform) transform = icc_transform_new(profile, ICC_PIXELS);
	for (int y = 0; transform && y < picture->height; y++) {
		guint32 *row = picture->pixels + (gsize)y * (gsize)picture->width;
		icc_transform_run(transform, row, row, picture->width);
	}
	picture_premultiply(picture);
	if (!picture_turn(picture, find_orientation(file), trouble)) {
		picture_finish(picture);
		return FALSE;
	}
	return TRUE;
}
