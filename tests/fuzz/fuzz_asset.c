/* Pictures from strangers: whatever the bytes are, they are loaded, decoded and cropped, or told
 * of. No first bytes for options: a picture's kind is in its content. Codecs are asked below the
 * file level, so that nothing is written to disk. */
#include <stdint.h>

#include "asset/jpeg.h"
#include "asset/png.h"
#include "asset/sniff.h"
#include "asset/svg.h"
#include "asset/webp.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What promises more than a few million pixels is left out: its speed is the codec's own. */
enum { SIZE_MAX_TRIED = 1 << 20 };

static void try_jpeg(GBytes *file) {
	JpegFile jpeg;
	Picture picture;
	g_autofree char *trouble = NULL;
	if (!jpeg_load(file, &jpeg, &trouble)) {
		g_assert_nonnull(trouble);
		return;
	}
	/* What passed is whole: it decodes to the size that was told. */
	if (jpeg_decode(jpeg.bytes, &picture, &trouble)) {
		g_assert_cmpint(picture.width, ==, jpeg.width);
		g_assert_cmpint(picture.height, ==, jpeg.height);
		picture_finish(&picture);
	}
	g_bytes_unref(jpeg.bytes);
}

static void try_pixels(GBytes *file, gboolean (*decode)(GBytes *, Picture *, char **)) {
	Picture picture;
	g_autofree char *trouble = NULL;
	if (decode(file, &picture, &trouble)) {
		g_assert_nonnull(picture.pixels);
		picture_finish(&picture);
	} else {
		g_assert_nonnull(trouble);
	}
}

static void try_svg(GBytes *file) {
	int width, height;
	g_autofree char *trouble = NULL;
	if (svg_size(file, &width, &height, &trouble)) {
		g_assert_cmpint(width, >, 0);
		g_assert_cmpint(height, >, 0);
	} else {
		g_assert_nonnull(trouble);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	if (size == 0 || size > SIZE_MAX_TRIED) {
		return 0;
	}
	g_autoptr(GBytes) file = g_bytes_new(data, size);
	Sniffed sniffed = sniff(data, size);
	if (!sniffed.usable) {
		g_assert_nonnull(sniffed.what);
		return 0;
	}
	switch (sniffed.kind) {
	case ASSET_JPEG:
		try_jpeg(file);
		break;
	case ASSET_PNG:
		try_pixels(file, png_decode);
		break;
	case ASSET_WEBP:
		try_pixels(file, webp_decode);
		break;
	case ASSET_PDF:
		break; /* finish/ reads these, fuzz_placed tries them */
	case ASSET_SVG:
		try_svg(file);
		break;
	}
	return 0;
}
