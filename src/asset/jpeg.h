/* jpeg: JPEG files. What may go into a PDF undecoded is only stripped; all else is decoded, made
 * upright sRGB, and coded again. */
#ifndef BIFOLIO_ASSET_JPEG_H
#define BIFOLIO_ASSET_JPEG_H

#include "asset/picture.h"

/* What the segments before and between the scans say. */
typedef struct JpegSegments {
	int orientation; /* EXIF, 1..8 */
	GBytes *profile; /* ICC, or NULL */
	GBytes *stripped; /* the file without metadata, thumbnails, and what follows its end;
			   * with a JFIF head of ours; NULL when the file is broken off */
	gboolean huffman_8_bit; /* a process that PDF knows: baseline, extended, progressive */
} JpegSegments;

/* FALSE when it is no JPEG or its segments do not hang together. */
gboolean jpeg_segments_read(JpegSegments *segments, GBytes *file);
void jpeg_segments_finish(JpegSegments *segments);

/* Reads and checks a file. *jpeg gets bytes fit for a PDF: upright, grey or YCbCr, sRGB, no
 * metadata; components 1 or 3; size as shown. FALSE with *trouble (fresh). */
typedef struct JpegFile {
	GBytes *bytes;
	int width, height, components;
} JpegFile;
gboolean jpeg_load(GBytes *file, JpegFile *jpeg, char **trouble);

/* Pixels of such bytes. */
gboolean jpeg_decode(GBytes *bytes, Picture *picture, char **trouble);

#endif
