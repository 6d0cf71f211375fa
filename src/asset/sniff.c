/* sniff: signatures of the kinds that are drawn, and of those that people send instead, with the
 * way to convert each. */
#include "asset/sniff.h"

#include <string.h>

static const char to_svg[] =
	"convert it to SVG, for example: pdftocairo -svg FILE.pdf FILE.svg, or inkscape "
	"--export-type=svg FILE";
static const char to_png[] = "save it as PNG, for example: convert FILE FILE.png";
static const char to_jpeg[] =
	"save it as JPEG, for example: heif-convert FILE FILE.jpg, or export it from the "
	"application that made it";
static const char to_image[] = "give a JPEG, PNG, WebP or SVG file";

typedef struct Signature {
	int offset, length;
	const char *bytes;
	gboolean usable;
	AssetKind kind;
	const char *what, *hint;
} Signature;

static const Signature signatures[] = {
	{0, 3, "\xff\xd8\xff", TRUE, ASSET_JPEG, NULL, NULL},
	{0, 8, "\x89PNG\r\n\x1a\n", TRUE, ASSET_PNG, NULL, NULL},
	{8, 4, "WEBP", TRUE, ASSET_WEBP, NULL, NULL},
	{0, 4, "%!PS", FALSE, 0, "an EPS or PostScript drawing", to_svg},
	{0, 4, "\xc5\xd0\xd3\xc6", FALSE, 0, "an EPS drawing", to_svg},
	{0, 5, "%PDF-", FALSE, 0, "a PDF", to_svg},
	{0, 4, "GIF8", FALSE, 0, "a GIF picture", to_png},
	{0, 4, "II*\0", FALSE, 0, "a TIFF picture", to_png},
	{0, 4, "MM\0*", FALSE, 0, "a TIFF picture", to_png},
	{0, 4, "II+\0", FALSE, 0, "a TIFF picture", to_png},
	{0, 4, "MM\0+", FALSE, 0, "a TIFF picture", to_png},
	{0, 2, "BM", FALSE, 0, "a BMP picture", to_png},
	{0, 4, "8BPS", FALSE, 0, "a Photoshop file", to_png},
	{4, 8, "ftypavif", FALSE, 0, "an AVIF picture", to_jpeg},
	{4, 8, "ftypavis", FALSE, 0, "an AVIF picture", to_jpeg},
	{4, 7, "ftyphei", FALSE, 0, "an HEIC picture", to_jpeg},
	{4, 7, "ftyphev", FALSE, 0, "an HEIC picture", to_jpeg},
	{4, 8, "ftypmif1", FALSE, 0, "an HEIC picture", to_jpeg},
	{4, 8, "ftypmsf1", FALSE, 0, "an HEIC picture", to_jpeg},
	{4, 4, "ftyp", FALSE, 0, "a film", to_image},
	{0, 12, "\0\0\0\x0cJXL \r\n\x87\n", FALSE, 0, "a JPEG XL picture", to_jpeg},
	{0, 2, "\xff\x0a", FALSE, 0, "a JPEG XL picture", to_jpeg},
	{0, 12, "\0\0\0\x0cjP  \r\n\x87\n", FALSE, 0, "a JPEG 2000 picture", to_jpeg},
	{0, 2, "\x1f\x8b", FALSE, 0, "a compressed file",
		"unpack it, for example: gunzip -c FILE.svgz > FILE.svg"},
	{0, 4, "PK\3\4", FALSE, 0, "an office document or archive",
		"take the picture out of it and give a JPEG, PNG, WebP or SVG file"},
	{0, 23, "version https://git-lfs", FALSE, 0, "a pointer to a file kept by Git LFS",
		"fetch the file itself: git lfs pull"},
};

/* Where text begins: after a byte order mark and white space. */
static gsize skip_blank(const guchar *bytes, gsize size) {
	gsize at = size >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	while (at < size && g_ascii_isspace((char)bytes[at])) {
		at++;
	}
	return at;
}

/* XML whose first element is svg: within the first 8 KiB, since editors write long comments. */
static Sniffed sniff_markup(const guchar *bytes, gsize size) {
	g_autofree char *head = g_strndup((const char *)bytes, MIN(size, 8192));
	g_autofree char *lower = g_ascii_strdown(head, -1);
	if (g_str_has_prefix(lower, "<!doctype html") || g_str_has_prefix(lower, "<html")) {
		return (Sniffed){.what = "a web page",
			.hint = "it was probably saved from a link that shows the picture; save "
				"the picture itself"};
	}
	if (strstr(head, "<svg") || strstr(head, ":svg")) {
		return (Sniffed){.usable = TRUE, .kind = ASSET_SVG};
	}
	return (Sniffed){.what = "XML, but no SVG drawing", .hint = to_image};
}

Sniffed sniff(const guchar *bytes, gsize size) {
	for (int i = 0; i < (int)G_N_ELEMENTS(signatures); i++) {
		const Signature *one = &signatures[i];
		gsize end = (gsize)one->offset + (gsize)one->length;
		if (size >= end &&
			memcmp(bytes + one->offset, one->bytes, (gsize)one->length) == 0) {
			return (Sniffed){one->usable, one->kind, one->what, one->hint};
		}
	}
	gsize at = skip_blank(bytes, size);
	if (at < size && bytes[at] == '<') {
		return sniff_markup(bytes + at, size - at);
	}
	return (Sniffed){.what = "no picture", .hint = to_image};
}
