/* PNG: every kind of pixels, colour, orientation, damage. */
#include <lcms2.h>
#include <png.h>

#include "workbench.h"

typedef struct Recipe {
	int type, depth; /* PNG_COLOR_TYPE_… */
	gboolean interlaced;
	double gamma; /* 0 = not said */
	int orientation;
	GBytes *profile;
} Recipe;

static void append(png_structp png, png_bytep bytes, png_size_t size) {
	g_byte_array_append(png_get_io_ptr(png), bytes, (guint)size);
}

static void flush(png_structp png) {
	(void)png;
}

static void write_head(png_structp png, png_infop info, const Recipe *recipe) {
	static png_color palette[] = {{224, 32, 16}, {16, 160, 32}, {16, 48, 224}, {240, 240, 240}};
	static png_byte alphas[] = {255, 255, 128, 0};
	if (recipe->type == PNG_COLOR_TYPE_PALETTE) {
		png_set_PLTE(png, info, palette, 4);
		png_set_tRNS(png, info, alphas, 4, NULL);
	}
	if (recipe->gamma > 0) {
		png_set_gAMA(png, info, recipe->gamma);
	}
	if (recipe->profile) {
		gsize size;
		const guchar *bytes = g_bytes_get_data(recipe->profile, &size);
		png_set_iCCP(png, info, "test", 0, bytes, (png_uint_32)size);
	}
	if (recipe->orientation) {
		GByteArray *exif = exif_new(recipe->orientation, FALSE);
		png_set_eXIf_1(png, info, exif->len, exif->data);
		g_byte_array_unref(exif);
	}
	png_write_info(png, info);
}

/* rows: bytes as PNG has them. */
static GBytes *code(const guchar *rows, int width, int height, gsize stride, const Recipe *recipe) {
	GByteArray *file = g_byte_array_new();
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);
	png_set_write_fn(png, file, append, flush);
	png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, recipe->depth,
		recipe->type, recipe->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
		PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	write_head(png, info, recipe);
	g_autofree png_bytep *pointers = g_new(png_bytep, height);
	for (int y = 0; y < height; y++) {
		pointers[y] = (png_bytep)(gpointer)(rows + (gsize)y * stride);
	}
	png_write_image(png, pointers);
	png_write_end(png, info);
	png_destroy_write_struct(&png, &info);
	return g_byte_array_free_to_bytes(file);
}

static GBytes *code_fields(const Recipe *recipe) {
	int width, height;
	g_autofree guint32 *pixels = fields_new(MAX(recipe->orientation, 1), &width, &height);
	g_autofree guchar *bytes = g_malloc((gsize)(width * height * 3));
	for (int i = 0; i < width * height * 3; i++) {
		bytes[i] = (guchar)(pixels[i / 3] >> (16 - 8 * (i % 3)));
	}
	return code(bytes, width, height, (gsize)width * 3, recipe);
}

static void test_colour(void) {
	for (int interlaced = 0; interlaced < 2; interlaced++) {
		Bench bench;
		bench_init(&bench);
		Recipe recipe = {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .interlaced = interlaced};
		const Asset *asset = bench_load(&bench, "a.png", code_fields(&recipe));
		g_assert_cmpint(asset_kind(asset), ==, ASSET_PNG);
		g_assert_false(asset_has_alpha(asset));
		int components = 0;
		g_assert_null(asset_jpeg(asset, &components));
		g_assert_null(asset_svg(asset));
		assert_fields(asset, 0);
		bench_finish(&bench);
	}
}

static void test_orientations(void) {
	for (int orientation = 1; orientation <= 8; orientation++) {
		Bench bench;
		bench_init(&bench);
		Recipe recipe = {
			.type = PNG_COLOR_TYPE_RGB, .depth = 8, .orientation = orientation};
		assert_fields(bench_load(&bench, "turned.png", code_fields(&recipe)), 0);
		bench_finish(&bench);
	}
}

/* 16 bits with alpha: two pixels, one half transparent: premultiplied. */
static void test_deep(void) {
	static const guchar row[] = {0xff, 0xff, 0x80, 0x80, 0x00, 0x00, 0x80, 0x80, 0x12, 0x12,
		0x34, 0x34, 0x56, 0x56, 0xff, 0xff};
	Bench bench;
	bench_init(&bench);
	Recipe recipe = {.type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 16};
	const Asset *asset = bench_load(&bench, "deep.png", code(row, 2, 1, sizeof row, &recipe));
	g_assert_true(asset_has_alpha(asset));
	assert_pixel(asset, 0, 0, 0x80804000, 1);
	assert_pixel(asset, 1, 0, 0xff123456, 1);
	bench_finish(&bench);
}

static void test_palette(void) {
	static const guchar row[] = {0x1b}; /* 0 1 2 3 at two bits */
	Bench bench;
	bench_init(&bench);
	Recipe recipe = {.type = PNG_COLOR_TYPE_PALETTE, .depth = 2};
	const Asset *asset = bench_load(&bench, "palette.png", code(row, 4, 1, 1, &recipe));
	g_assert_true(asset_has_alpha(asset));
	assert_pixel(asset, 0, 0, 0xffe02010, 0);
	assert_pixel(asset, 1, 0, 0xff10a020, 0);
	assert_pixel(asset, 2, 0, 0x80081870, 1);
	assert_pixel(asset, 3, 0, 0x00000000, 0);
	bench_finish(&bench);
}

static void test_grey(void) {
	static const guchar bits[] = {0xa0}, both[] = {200, 255, 100, 0};
	Bench bench;
	bench_init(&bench);
	Recipe one_bit = {.type = PNG_COLOR_TYPE_GRAY, .depth = 1};
	const Asset *asset = bench_load(&bench, "bits.png", code(bits, 3, 1, 1, &one_bit));
	g_assert_false(asset_has_alpha(asset));
	assert_pixel(asset, 0, 0, 0xffffffff, 0);
	assert_pixel(asset, 1, 0, 0xff000000, 0);
	Recipe alpha = {.type = PNG_COLOR_TYPE_GRAY_ALPHA, .depth = 8};
	asset = bench_load(&bench, "both.png", code(both, 2, 1, 4, &alpha));
	g_assert_true(asset_has_alpha(asset));
	assert_pixel(asset, 0, 0, 0xffc8c8c8, 0);
	assert_pixel(asset, 1, 0, 0, 0);
	bench_finish(&bench);
}

/* Linear light becomes sRGB; 1/2.2 is what everybody means by sRGB. */
static void test_gamma(void) {
	static const guchar grey[] = {128, 128, 128};
	Bench bench;
	bench_init(&bench);
	Recipe linear = {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .gamma = 1.0};
	assert_pixel(bench_load(&bench, "linear.png", code(grey, 1, 1, 3, &linear)), 0, 0,
		0xffbcbcbc, 2);
	Recipe usual = {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .gamma = 0.45455};
	assert_pixel(
		bench_load(&bench, "usual.png", code(grey, 1, 1, 3, &usual)), 0, 0, 0xff808080, 2);
	bench_finish(&bench);
}

static GBytes *wide_profile(void) {
	static const cmsCIExyY white = {0.3127, 0.3290, 1};
	static const cmsCIExyYTRIPLE primaries = {
		{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
	cmsToneCurve *curve = cmsBuildGamma(NULL, 2.2);
	cmsToneCurve *curves[] = {curve, curve, curve};
	cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
	cmsFreeToneCurve(curve);
	cmsUInt32Number size = 0;
	cmsSaveProfileToMem(profile, NULL, &size);
	guchar *bytes = g_malloc(size);
	cmsSaveProfileToMem(profile, bytes, &size);
	cmsCloseProfile(profile);
	return g_bytes_new_take(bytes, size);
}

static void test_profile(void) {
	static const guchar green[] = {128, 200, 128};
	g_autoptr(GBytes) profile = wide_profile();
	Bench bench;
	bench_init(&bench);
	Recipe recipe = {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .profile = profile};
	const Asset *asset = bench_load(&bench, "wide.png", code(green, 1, 1, 3, &recipe));
	guint32 pixel = asset_pixel(asset, 0, 0);
	g_assert_cmpint((int)(pixel >> 16 & 0xff), <, 100);
	g_assert_cmpint((int)(pixel >> 8 & 0xff), >, 195);
	g_assert_cmphex(pixel >> 24, ==, 0xff);
	bench_finish(&bench);
}

static void test_damage(void) {
	Recipe recipe = {
		.type = PNG_COLOR_TYPE_RGB, .depth = 8, .interlaced = TRUE, .orientation = 6};
	g_autoptr(GBytes) file = code_fields(&recipe);
	/* The end chunk itself may be missing. */
	assert_cuts_told(file, "cut.png", 17, 60);
	assert_damage_survived(file, "damaged.png", 150);
}

static void test_bomb(void) {
	Recipe recipe = {.type = PNG_COLOR_TYPE_RGB, .depth = 8};
	g_autoptr(GBytes) file = code_fields(&recipe);
	gsize size;
	g_autofree guchar *bytes = g_memdup2(g_bytes_get_data(file, &size), g_bytes_get_size(file));
	/* Width and height, and the sum that covers them. */
	static const guchar sides[] = {0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50};
	memcpy(bytes + 16, sides, sizeof sides);
	guint32 sum = 0xffffffff;
	for (int i = 12; i < 29; i++) {
		sum ^= bytes[i];
		for (int bit = 0; bit < 8; bit++) {
			sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
		}
	}
	for (int i = 0; i < 4; i++) {
		bytes[29 + i] = (guchar)(~sum >> (24 - 8 * i));
	}
	Bench bench;
	bench_init(&bench);
	g_assert_null(bench_load(&bench, "bomb.png", g_bytes_new(bytes, size)));
	g_assert_nonnull(strstr(bench_diag(&bench)->message, "50000 × 50000"));
	bench_finish(&bench);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/png/colour", test_colour);
	g_test_add_func("/png/orientations", test_orientations);
	g_test_add_func("/png/deep", test_deep);
	g_test_add_func("/png/palette", test_palette);
	g_test_add_func("/png/grey", test_grey);
	g_test_add_func("/png/gamma", test_gamma);
	g_test_add_func("/png/profile", test_profile);
	g_test_add_func("/png/damage", test_damage);
	g_test_add_func("/png/bomb", test_bomb);
	return g_test_run();
}
