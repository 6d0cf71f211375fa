/* coding: see the header. */
#include "finish/coding.h"

#include <gio/gio.h>

enum { ROOM = 16384, LEVEL = 6 };

static gboolean refuse(GError **error, const char *why) {
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s", why);
	return FALSE;
}

gboolean coding_inflate(
	GByteArray *joined, const unsigned char *data, gsize length, gsize most, GError **error) {
	g_autoptr(GZlibDecompressor) inflater =
		g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
	unsigned char room[ROOM];
	for (GConverterResult result = G_CONVERTER_CONVERTED; result == G_CONVERTER_CONVERTED;) {
		gsize taken = 0, made = 0;
		g_autoptr(GError) trouble = NULL;
		result = g_converter_convert(G_CONVERTER(inflater), data, length, room, sizeof room,
			G_CONVERTER_INPUT_AT_END, &taken, &made, &trouble);
		if (g_error_matches(trouble, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT)) {
			return TRUE;
		}
		if (result == G_CONVERTER_ERROR) {
			return refuse(error, "what it paints cannot be decoded");
		}
		if (made > most - joined->len) {
			return refuse(error, "what it paints is too long");
		}
		g_byte_array_append(joined, room, (guint)made);
		data += taken;
		length -= taken;
	}
	return TRUE;
}

void coding_deflate(GByteArray *coded, const void *data, gsize length) {
	g_autoptr(GZlibCompressor) deflater =
		g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL);
	const unsigned char *from = data;
	unsigned char room[ROOM];
	for (GConverterResult result = G_CONVERTER_CONVERTED; result == G_CONVERTER_CONVERTED;) {
		gsize taken = 0, made = 0;
		result = g_converter_convert(G_CONVERTER(deflater), from, length, room, sizeof room,
			G_CONVERTER_INPUT_AT_END, &taken, &made, NULL);
		g_assert(result != G_CONVERTER_ERROR);
		g_byte_array_append(coded, room, (guint)made);
		from += taken;
		length -= taken;
	}
}
