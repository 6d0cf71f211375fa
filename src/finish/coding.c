/* coding: see the header. */
#include "finish/coding.h"

#include <gio/gio.h>

#include "base/deflate.h"

enum { ROOM = 16384 };

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
	g_autoptr(Deflater) deflater = deflater_new();
	gsize made;
	const guint8 *bytes = deflater_run(deflater, data, length, &made);
	g_byte_array_append(coded, bytes, (guint)made);
}
