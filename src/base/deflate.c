/* deflate: see the header. libdeflate takes half of zlib's time to come to the same size, since it
 * has the whole piece before it. */
#include "base/deflate.h"

#include <libdeflate.h>

enum { LEVEL = 7 /* higher ones take twice the time for 1/300 of the size */ };

struct Deflater {
	struct libdeflate_compressor *compressor;
	guint8 *room;
	gsize size;
};

Deflater *deflater_new(void) {
	Deflater *deflater = g_new0(Deflater, 1);
	deflater->compressor = libdeflate_alloc_compressor(LEVEL);
	g_assert(deflater->compressor);
	return deflater;
}

void deflater_free(Deflater *deflater) {
	if (deflater) {
		libdeflate_free_compressor(deflater->compressor);
		g_free(deflater->room);
		g_free(deflater);
	}
}

const guint8 *deflater_run(Deflater *deflater, const void *data, gsize length, gsize *made) {
	gsize most = libdeflate_zlib_compress_bound(deflater->compressor, length);
	if (most > deflater->size) {
		g_free(deflater->room);
		deflater->room = g_malloc(most);
		deflater->size = most;
	}
	*made = libdeflate_zlib_compress(
		deflater->compressor, data, length, deflater->room, deflater->size);
	g_assert(*made > 0);
	return deflater->room;
}
