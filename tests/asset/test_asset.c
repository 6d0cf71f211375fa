/* Kinds by content, WebP, SVG, files that are none or not there, crops of portraits. */
#define _XOPEN_SOURCE 700

#include <unistd.h>

#include <webp/encode.h>

#include "workbench.h"

static GBytes *code_webp(const guint32 *pixels, int width, int height, gboolean alpha) {
	g_autofree guchar *bytes = g_malloc((gsize)(width * height * 4));
	for (int i = 0; i < width * height; i++) {
		for (int k = 0; k < 3; k++) {
			bytes[i * 4 + k] = (guchar)(pixels[i] >> (16 - 8 * k));
		}
		bytes[i * 4 + 3] = (guchar)(pixels[i] >> 24);
	}
	uint8_t *coded = NULL;
	gsize size = alpha ? WebPEncodeLosslessRGBA(bytes, width, height, width * 4, &coded)
			   : WebPEncodeRGBA(bytes, width, height, width * 4, 95, &coded);
	GBytes *result = g_bytes_new(coded, size);
	WebPFree(coded);
	return result;
}

/* The same with a VP8X head and an EXIF chunk. */
static GBytes *with_exif(GBytes *webp, int width, int height, int orientation) {
	gsize size;
	const guchar *bytes = g_bytes_get_data(webp, &size);
	GByteArray *exif = exif_new(orientation, TRUE);
	guint8 head[] = {'V', 'P', '8', 'X', 10, 0, 0, 0, 8, 0, 0, 0, (guint8)(width - 1), 0, 0,
		(guint8)(height - 1), 0, 0};
	guint8 chunk[] = {'E', 'X', 'I', 'F', (guint8)exif->len, 0, 0, 0};
	GByteArray *file = g_byte_array_new();
	g_byte_array_append(file, bytes, 12);
	g_byte_array_append(file, head, sizeof head);
	g_byte_array_append(file, bytes + 12, (guint)size - 12);
	g_byte_array_append(file, chunk, sizeof chunk);
	g_byte_array_append(file, exif->data, exif->len);
	guint riff = file->len - 8;
	for (int i = 0; i < 4; i++) {
		file->data[4 + i] = (guint8)(riff >> (8 * i));
	}
	g_byte_array_unref(exif);
	return g_byte_array_free_to_bytes(file);
}

static void test_webp(void) {
	Bench bench;
	bench_init(&bench);
	int width, height;
	g_autofree guint32 *pixels = fields_new(1, &width, &height);
	const Asset *asset = bench_load(&bench, "a.webp", code_webp(pixels, width, height, FALSE));
	g_assert_cmpint(asset_kind(asset), ==, ASSET_WEBP);
	g_assert_false(asset_has_alpha(asset));
	assert_fields(asset, 24);
	static const guint32 half[] = {0x80ff8000, 0xff123456};
	asset = bench_load(&bench, "alpha.webp", code_webp(half, 2, 1, TRUE));
	g_assert_true(asset_has_alpha(asset));
	assert_pixel(asset, 0, 0, 0x80804000, 1);
	assert_pixel(asset, 1, 0, 0xff123456, 0);
	bench_finish(&bench);
}

static void test_webp_orientations(void) {
	for (int orientation = 1; orientation <= 8; orientation++) {
		Bench bench;
		bench_init(&bench);
		int width, height;
		g_autofree guint32 *pixels = fields_new(orientation, &width, &height);
		g_autoptr(GBytes) plain = code_webp(pixels, width, height, TRUE);
		GBytes *file = with_exif(plain, width, height, orientation);
		assert_fields(bench_load(&bench, "turned.webp", file), 0);
		bench_finish(&bench);
	}
}

static void test_webp_damage(void) {
	int width, height;
	g_autofree guint32 *pixels = fields_new(1, &width, &height);
	g_autoptr(GBytes) file = code_webp(pixels, width, height, FALSE);
	assert_cuts_told(file, "cut.webp", 7, 16);
	assert_damage_survived(file, "damaged.webp", 200);
}

static GBytes *text_bytes(const char *text) {
	return g_bytes_new(text, strlen(text));
}

static void check_svg(const char *text, int width, int height) {
	Bench bench;
	bench_init(&bench);
	const Asset *asset = bench_load(&bench, "logo.svg", text_bytes(text));
	g_assert_nonnull(asset);
	g_assert_cmpint(asset_kind(asset), ==, ASSET_SVG);
	g_assert_cmpint(asset_width(asset), ==, width);
	g_assert_cmpint(asset_height(asset), ==, height);
	g_assert_null(asset_pixels(asset));
	gsize size;
	const char *bytes = g_bytes_get_data(asset_svg(asset), &size);
	g_assert_cmpmem(bytes, size, text, strlen(text));
	bench_finish(&bench);
}

#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" "

static void test_svg(void) {
	check_svg(SVG "width=\"120\" height=\"80\"/>", 120, 80);
	check_svg(SVG "width=\"25.4mm\" height=\"1in\"/>", 96, 96);
	check_svg(SVG "viewBox=\"0 0 300 200\"/>", 300, 200);
	check_svg(SVG "width=\"100%\" height=\"100%\" viewBox=\"0 0 30 20\"/>", 30, 20);
	check_svg(SVG "><rect x=\"5\" y=\"5\" width=\"40\" height=\"10\"/></svg>", 40, 10);
	check_svg("<?xml version=\"1.0\"?>\n<!-- a long story -->\n" SVG
		  "width=\"7\" height=\"7\"/>",
		7, 7);
	check_svg("\xef\xbb\xbf\n" SVG "width=\"7\" height=\"7\"/>", 7, 7);
	check_svg(SVG "width=\"1e9\" height=\"1e9\"/>", 65535, 65535);
}

static void test_svg_damage(void) {
	static const char *const texts[] = {
		SVG "width=\"120\" height=\"80\">", SVG, "<svg", SVG "><g></svg>", SVG "/>"};
	for (int i = 0; i < (int)G_N_ELEMENTS(texts); i++) {
		Bench bench;
		bench_init(&bench);
		g_assert_null(bench_load(&bench, "bad.svg", text_bytes(texts[i])));
		g_assert_cmpstr(bench_diag(&bench)->code, ==, "picture-damaged");
		bench_finish(&bench);
	}
}

/* Entities that would grow without bound: it ends soon, with a drawing or a diagnostic. */
static void test_svg_bomb(void) {
	GString *text = g_string_new("<!DOCTYPE svg [<!ENTITY a0 \"aaaaaaaaaa\">");
	for (int i = 1; i < 12; i++) {
		g_string_append_printf(text, "<!ENTITY a%d \"", i);
		for (int k = 0; k < 10; k++) {
			g_string_append_printf(text, "&a%d;", i - 1);
		}
		g_string_append(text, "\">");
	}
	g_string_append(text, "]>" SVG "width=\"9\" height=\"9\"><text>&a11;</text></svg>");
	Bench bench;
	bench_init(&bench);
	bench_load(&bench, "bomb.svg", g_string_free_to_bytes(text));
	g_assert_true(bench.asset || diags_total(bench.diags) == 1);
	bench_finish(&bench);
}

typedef struct Stranger {
	const char *bytes;
	gsize size;
	const char *what, *hint; /* parts of them */
} Stranger;

#define BYTES(text) text, sizeof(text) - 1

static const Stranger strangers[] = {
	{BYTES("%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n"), "EPS", "pdftocairo"},
	{BYTES("\xc5\xd0\xd3\xc6\x20\0\0\0\0\0\0\0"), "EPS", "SVG"},
	{BYTES("%PDF-1.7\n"), "a PDF", "pdftocairo"},
	{BYTES("GIF89a\1\0\1\0\0\0\0;"), "GIF", "PNG"},
	{BYTES("II*\0\x08\0\0\0"), "TIFF", "PNG"},
	{BYTES("MM\0*\0\0\0\x08"), "TIFF", "PNG"},
	{BYTES("BM\x46\0\0\0"), "BMP", "PNG"},
	{BYTES("\0\0\0\x18"
	       "ftypheic\0\0\0\0mif1heic"),
		"HEIC", "JPEG"},
	{BYTES("\0\0\0\x18"
	       "ftypmif1\0\0\0\0mif1heic"),
		"HEIC", "JPEG"},
	{BYTES("\0\0\0\x1c"
	       "ftypavif\0\0\0\0avifmif1"),
		"AVIF", "JPEG"},
	{BYTES("\0\0\0\x18"
	       "ftypisom\0\0\0\0"),
		"film", "JPEG, PNG"},
	{BYTES("\0\0\0\x0cJXL \r\n\x87\n"), "JPEG XL", "JPEG"},
	{BYTES("8BPS\0\1"), "Photoshop", "PNG"},
	{BYTES("PK\3\4aaaa"), "office", "picture out of it"},
	{BYTES("\x1f\x8b\x08\0aaaa"), "compressed", "gunzip"},
	{BYTES("<!DOCTYPE html><html><svg></svg></html>"), "a web page", "save the picture itself"},
	{BYTES("<?xml version=\"1.0\"?><rss></rss>"), "no SVG", "JPEG, PNG"},
	{BYTES("version https://git-lfs.github.com/spec/v1\noid"), "Git LFS", "git lfs pull"},
	{BYTES("Portrait follows on Monday."), "no picture", "JPEG, PNG"},
	{BYTES("\0"), "no picture", "JPEG, PNG"},
};

static void test_strangers(void) {
	for (int i = 0; i < (int)G_N_ELEMENTS(strangers); i++) {
		const Stranger *one = &strangers[i];
		Bench bench;
		bench_init(&bench);
		/* The name says otherwise, and does not count. */
		g_assert_null(bench_load(&bench, "photo.jpg", g_bytes_new(one->bytes, one->size)));
		const Diag *diag = bench_diag(&bench);
		g_assert_cmpstr(diag->code, ==, "picture-kind");
		g_assert_true(g_str_has_prefix(diag->message, "photo.jpg: this is "));
		g_assert_nonnull(strstr(diag->message, one->what));
		g_assert_nonnull(strstr(diag->hint, one->hint));
		bench_finish(&bench);
	}
}

static void test_wrong_name(void) {
	Bench bench;
	bench_init(&bench);
	int width, height;
	g_autofree guint32 *pixels = fields_new(1, &width, &height);
	const Asset *asset =
		bench_load(&bench, "really.png", code_webp(pixels, width, height, TRUE));
	g_assert_cmpint(asset_kind(asset), ==, ASSET_WEBP);
	bench_finish(&bench);
}

static void check_unreadable(Bench *bench, const char *path, const char *code) {
	asset_free(bench->asset);
	diags_free(bench->diags);
	bench->diags = diags_new();
	Span where = {.file = 0, .line = 3, .column = 5, .length = 4};
	bench->asset = asset_load(bench->folder, path, where, bench->diags);
	g_assert_null(bench->asset);
	const Diag *diag = bench_diag(bench);
	g_assert_cmpstr(diag->code, ==, code);
	g_assert_cmpint(diag->level, ==, DIAG_ERROR);
	g_assert_cmpint(diag->span.line, ==, 3);
	g_assert_true(g_str_has_prefix(diag->message, path));
}

static void test_unreadable(void) {
	Bench bench, outside;
	bench_init(&bench);
	bench_init(&outside);
	bench_write(&outside, "other.svg", SVG "/>", sizeof SVG "/>" - 1);
	bench_write(&bench, "empty.png", "", 0);
	g_autofree char *link = g_build_filename(bench.folder, "link.svg", NULL);
	g_autofree char *target = g_build_filename(outside.folder, "other.svg", NULL);
	g_autofree char *below = g_build_filename(bench.folder, "folder", NULL);
	g_assert_cmpint(symlink(target, link), ==, 0);
	g_assert_cmpint(g_mkdir(below, 0700), ==, 0);
	check_unreadable(&bench, "none.jpg", "picture-missing");
	check_unreadable(&bench, "none/at/all.jpg", "picture-missing");
	check_unreadable(&bench, "empty.png", "picture-kind");
	check_unreadable(&bench, "link.svg", "picture-outside");
	check_unreadable(&bench, target, "picture-outside");
	g_autofree char *dots =
		g_strdup_printf("../%s/other.svg", strrchr(outside.folder, '/') + 1);
	check_unreadable(&bench, dots, "picture-outside");
	check_unreadable(&bench, "folder", "picture-unreadable");
	bench_finish(&bench);
	bench_finish(&outside);
}

static void test_large(void) {
	Bench bench;
	bench_init(&bench);
	g_autofree char *path = g_build_filename(bench.folder, "large.png", NULL);
	bench_write(&bench, "large.png", "x", 1);
	g_assert_cmpint(truncate(path, ((off_t)64 << 20) + 1), ==, 0);
	check_unreadable(&bench, "large.png", "picture-large");
	bench_finish(&bench);
}

static void check_crop(int width, int height, Rect wanted) {
	Bench bench;
	bench_init(&bench);
	g_autofree char *text = g_strdup_printf(SVG "width=\"%d\" height=\"%d\"/>", width, height);
	Rect crop = asset_portrait_crop(bench_load(&bench, "p.svg", text_bytes(text)));
	g_assert_cmpint(crop.x, ==, wanted.x);
	g_assert_cmpint(crop.y, ==, wanted.y);
	g_assert_cmpint(crop.width, ==, wanted.width);
	g_assert_cmpint(crop.height, ==, wanted.height);
	bench_finish(&bench);
}

static void test_crop(void) {
	check_crop(400, 400, (Rect){0, 0, 400 * 1024, 400 * 1024});
	check_crop(600, 400, (Rect){100 * 1024, 0, 400 * 1024, 400 * 1024});
	check_crop(401, 400, (Rect){512, 0, 400 * 1024, 400 * 1024});
	/* Upright: what is at a third of the height comes to 44 % of the square. */
	check_crop(400, 600, (Rect){0, 24 * 1024, 400 * 1024, 400 * 1024});
	check_crop(400, 1200, (Rect){0, 224 * 1024, 400 * 1024, 400 * 1024});
	/* Nearly square: the head is never cut. */
	check_crop(400, 500, (Rect){0, 0, 400 * 1024, 400 * 1024});
	check_crop(65535, 10, (Rect){65525 * 512, 0, 10 * 1024, 10 * 1024});
}

static gpointer ask_pixels(gpointer asset) {
	return (gpointer)asset_pixels(asset);
}

static void test_threads(void) {
	Bench bench;
	bench_init(&bench);
	int width, height;
	g_autofree guint32 *pixels = fields_new(1, &width, &height);
	Asset *asset = bench_load(&bench, "a.webp", code_webp(pixels, width, height, TRUE));
	GThread *threads[8];
	for (int i = 0; i < 8; i++) {
		threads[i] = g_thread_new("ask", ask_pixels, asset);
	}
	for (int i = 0; i < 8; i++) {
		g_assert_true(g_thread_join(threads[i]) == asset_pixels(asset));
	}
	bench_finish(&bench);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/asset/webp", test_webp);
	g_test_add_func("/asset/webp-orientations", test_webp_orientations);
	g_test_add_func("/asset/webp-damage", test_webp_damage);
	g_test_add_func("/asset/svg", test_svg);
	g_test_add_func("/asset/svg-damage", test_svg_damage);
	g_test_add_func("/asset/svg-bomb", test_svg_bomb);
	g_test_add_func("/asset/strangers", test_strangers);
	g_test_add_func("/asset/wrong-name", test_wrong_name);
	g_test_add_func("/asset/unreadable", test_unreadable);
	g_test_add_func("/asset/large", test_large);
	g_test_add_func("/asset/crop", test_crop);
	g_test_add_func("/asset/threads", test_threads);
	return g_test_run();
}
