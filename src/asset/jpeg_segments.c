/* jpeg_segments: walks the segments of a JPEG file (ISO 10918-1, annex B) without decoding: finds
 * orientation and colour profile, and copies what a decoder needs. */
#include <string.h>

#include "asset/jpeg.h"

enum {
	MARKER_SOF0 = 0xc0,
	MARKER_SOF2 = 0xc2,
	MARKER_DHT = 0xc4,
	MARKER_SOF15 = 0xcf,
	MARKER_JPG = 0xc8,
	MARKER_DAC = 0xcc,
	MARKER_RST0 = 0xd0,
	MARKER_RST7 = 0xd7,
	MARKER_SOI = 0xd8,
	MARKER_EOI = 0xd9,
	MARKER_SOS = 0xda,
	MARKER_APP0 = 0xe0,
	MARKER_APP1 = 0xe1,
	MARKER_APP2 = 0xe2,
	MARKER_APP15 = 0xef,
	MARKER_COM = 0xfe
};

static const guint8 jfif_head[] = {0xff, MARKER_SOI, 0xff, MARKER_APP0, 0, 16, 'J', 'F', 'I', 'F',
	0, 1, 1, 0, 0, 1, 0, 1, 0, 0};

typedef struct Walker {
	const guchar *bytes;
	gsize size, at;
	GByteArray *copy;
	JpegSegments *segments;
	GPtrArray *profile_parts; /* GBytes by number - 1, NULL = not seen */
	gboolean ended; /* the end marker was there */
} Walker;

static gboolean is_frame(int marker) {
	return marker >= MARKER_SOF0 && marker <= MARKER_SOF15 && marker != MARKER_DHT &&
		marker != MARKER_JPG && marker != MARKER_DAC;
}

static gboolean is_metadata(int marker) {
	return (marker >= MARKER_APP0 && marker <= MARKER_APP15) || marker == MARKER_COM;
}

/* One part of a profile: "ICC_PROFILE\0", number, of how many, data. */
static void take_profile_part(Walker *walker, const guchar *data, gsize length) {
	static const char name[] = "ICC_PROFILE";
	if (length < sizeof name + 2 || memcmp(data, name, sizeof name) != 0) {
		return;
	}
	guint number = data[sizeof name], total = data[sizeof name + 1];
	if (number < 1 || number > total) {
		return;
	}
	if (walker->profile_parts->len < total) {
		g_ptr_array_set_size(walker->profile_parts, (gint)total);
	}
	gpointer *place = &walker->profile_parts->pdata[number - 1];
	if (!*place) {
		*place = g_bytes_new(data + sizeof name + 2, length - sizeof name - 2);
	}
}

static void take_metadata(Walker *walker, int marker, const guchar *data, gsize length) {
	if (marker == MARKER_APP1 && length > 6 && memcmp(data, "Exif\0\0", 6) == 0) {
		walker->segments->orientation = exif_orientation(data + 6, length - 6);
	} else if (marker == MARKER_APP2) {
		take_profile_part(walker, data, length);
	}
}

/* A segment with a length, walker->at behind its marker. FALSE when it runs out of the file. */
static gboolean walk_segment(Walker *walker, int marker) {
	gsize left = walker->size - walker->at;
	if (left < 2) {
		return FALSE;
	}
	const guchar *head = walker->bytes + walker->at;
	gsize length = (gsize)head[0] << 8 | head[1];
	if (length < 2 || length > left) {
		return FALSE;
	}
	if (is_metadata(marker)) {
		take_metadata(walker, marker, head + 2, length - 2);
	} else {
		guint8 mark[] = {0xff, (guint8)marker};
		g_byte_array_append(walker->copy, mark, sizeof mark);
		g_byte_array_append(walker->copy, head, (guint)length);
	}
	if (is_frame(marker)) {
		walker->segments->huffman_8_bit =
			marker <= MARKER_SOF2 && length > 2 && head[2] == 8;
	}
	walker->at += length;
	return TRUE;
}

/* Copies coded data up to the next marker that is no restart. */
static void walk_scan(Walker *walker) {
	gsize start = walker->at;
	while (walker->at < walker->size) {
		const guchar *mark =
			memchr(walker->bytes + walker->at, 0xff, walker->size - walker->at);
		if (!mark || mark + 1 >= walker->bytes + walker->size) {
			walker->at = walker->size;
			break;
		}
		walker->at = (gsize)(mark - walker->bytes);
		if (mark[1] != 0 && mark[1] != 0xff &&
			(mark[1] < MARKER_RST0 || mark[1] > MARKER_RST7)) {
			break;
		}
		walker->at += mark[1] == 0xff ? 1 : 2;
	}
	walker->at = MIN(walker->at, walker->size);
	g_byte_array_append(walker->copy, walker->bytes + start, (guint)(walker->at - start));
}

/* Next marker, its fill bytes skipped; -1 at the end of the file or at what is none. */
static int next_marker(Walker *walker) {
	if (walker->at >= walker->size || walker->bytes[walker->at] != 0xff) {
		return -1;
	}
	while (walker->at < walker->size && walker->bytes[walker->at] == 0xff) {
		walker->at++;
	}
	return walker->at < walker->size ? walker->bytes[walker->at++] : -1;
}

/* FALSE where segments do not hang together before the first scan. */
static gboolean walk_file(Walker *walker) {
	gboolean scanned = FALSE;
	for (;;) {
		int marker = next_marker(walker);
		if (marker < 0) {
			return scanned;
		}
		if (marker == MARKER_EOI) {
			static const guint8 end[] = {0xff, MARKER_EOI};
			g_byte_array_append(walker->copy, end, sizeof end);
			walker->ended = TRUE;
			return scanned;
		}
		if (!walk_segment(walker, marker)) {
			return scanned;
		}
		if (marker == MARKER_SOS) {
			scanned = TRUE;
			walk_scan(walker);
		}
	}
}

/* The profile, when all of its parts are there. */
static GBytes *join_profile(const GPtrArray *parts) {
	if (parts->len == 0) {
		return NULL;
	}
	GByteArray *joined = g_byte_array_new();
	for (guint i = 0; i < parts->len; i++) {
		GBytes *part = parts->pdata[i];
		if (!part) {
			g_byte_array_unref(joined);
			return NULL;
		}
		gsize size;
		const guint8 *bytes = g_bytes_get_data(part, &size);
		g_byte_array_append(joined, bytes, (guint)size);
	}
	return g_byte_array_free_to_bytes(joined);
}

static void free_part(gpointer part) {
	g_bytes_unref(part);
}

gboolean jpeg_segments_read(JpegSegments *segments, GBytes *file) {
	*segments = (JpegSegments){.orientation = 1};
	Walker walker = {.segments = segments, .copy = g_byte_array_new(), .at = 2};
	walker.bytes = g_bytes_get_data(file, &walker.size);
	walker.profile_parts = g_ptr_array_new_with_free_func(free_part);
	g_byte_array_append(walker.copy, jfif_head, sizeof jfif_head);
	gboolean whole = walker.size > 2 && walk_file(&walker);
	segments->profile = join_profile(walker.profile_parts);
	if (whole && walker.ended) {
		segments->stripped = g_byte_array_free_to_bytes(walker.copy);
	} else {
		g_byte_array_unref(walker.copy);
	}
	g_ptr_array_unref(walker.profile_parts);
	return whole;
}

void jpeg_segments_finish(JpegSegments *segments) {
	g_bytes_unref(segments->profile);
	g_bytes_unref(segments->stripped);
}
