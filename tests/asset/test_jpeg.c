/* JPEG: what passes undecoded, what is coded again, orientations, inks, profiles, damage. */
#include <stdio.h>

#include <jpeglib.h>

#include <lcms2.h>

#include "workbench.h"

typedef struct Recipe {
	J_COLOR_SPACE stored; /* JCS_YCbCr, JCS_GRAYSCALE, JCS_RGB, JCS_CMYK, JCS_YCCK */
	gboolean progressive, arithmetic, no_adobe, big_endian_exif;
	int orientation; /* 0 = no EXIF */
	GBytes *profile;
	const char *comment;
} Recipe;

static GBytes *coded_profile(cmsHPROFILE profile) {
	cmsUInt32Number size = 0;
	g_assert_true(cmsSaveProfileToMem(profile, NULL, &size));
	guchar *bytes = g_malloc(size);
	g_assert_true(cmsSaveProfileToMem(profile, bytes, &size));
	cmsCloseProfile(profile);
	return g_bytes_new_take(bytes, size);
}

static void write_markers(struct jpeg_compress_struct *out, const Recipe *recipe) {
	if (recipe->orientation) {
		GByteArray *exif = exif_new(recipe->orientation, !recipe->big_endian_exif);
		g_byte_array_prepend(exif, (const guint8 *)"Exif\0\0", 6);
		jpeg_write_marker(out, JPEG_APP0 + 1, exif->data, exif->len);
		g_byte_array_unref(exif);
	}
	if (recipe->profile) {
		gsize size;
		const guchar *bytes = g_bytes_get_data(recipe->profile, &size);
		jpeg_write_icc_profile(out, bytes, (unsigned)size);
	}
	if (recipe->comment) {
		jpeg_write_marker(out, JPEG_COM, (const JOCTET *)recipe->comment,
			(unsigned)strlen(recipe->comment));
	}
}

static int input_components(J_COLOR_SPACE stored) {
	if (stored == JCS_GRAYSCALE) {
		return 1;
	}
	return stored == JCS_CMYK || stored == JCS_YCCK ? 4 : 3;
}

/* bytes: rows of input components: grey, RGB, or CMYK. */
static GBytes *code(const guchar *bytes, int width, int height, const Recipe *recipe) {
	struct jpeg_compress_struct out;
	struct jpeg_error_mgr errors;
	unsigned char *coded = NULL;
	unsigned long size = 0;
	out.err = jpeg_std_error(&errors);
	jpeg_create_compress(&out);
	jpeg_mem_dest(&out, &coded, &size);
	out.image_width = (JDIMENSION)width;
	out.image_height = (JDIMENSION)height;
	out.input_components = input_components(recipe->stored);
	out.in_color_space = out.input_components == 1 ? JCS_GRAYSCALE
		: out.input_components == 4	       ? JCS_CMYK
						       : JCS_RGB;
	jpeg_set_defaults(&out);
	jpeg_set_colorspace(&out, recipe->stored);
	jpeg_set_quality(&out, 95, TRUE);
	for (int i = 0; i < out.num_components; i++) {
		out.comp_info[i].h_samp_factor = out.comp_info[i].v_samp_factor = 1;
	}
	out.arith_code = recipe->arithmetic;
	if (recipe->no_adobe) {
		out.write_Adobe_marker = FALSE;
	}
	if (recipe->progressive) {
		jpeg_simple_progression(&out);
	}
	jpeg_start_compress(&out, TRUE);
	write_markers(&out, recipe);
	for (int row = 0; row < height; row++) {
		JSAMPROW rows[] = {
			(JSAMPROW)(gpointer)(bytes + row * width * out.input_components)};
		jpeg_write_scanlines(&out, rows, 1);
	}
	jpeg_finish_compress(&out);
	jpeg_destroy_compress(&out);
	GBytes *result = g_bytes_new(coded, size);
	free(coded);
	return result;
}

/* The four fields in colour or grey, as stored for the recipe's orientation. */
static GBytes *code_fields(const Recipe *recipe) {
	int width, height, count = input_components(recipe->stored);
	g_autofree guint32 *pixels = fields_new(MAX(recipe->orientation, 1), &width, &height);
	g_autofree guchar *bytes = g_malloc((gsize)(width * height * count));
	for (int i = 0; i < width * height; i++) {
		guint32 pixel = pixels[i];
		if (count == 1) {
			bytes[i] = (guchar)(pixel >> 8);
			continue;
		}
		for (int k = 0; k < 3; k++) {
			bytes[i * count + k] = (guchar)(pixel >> (16 - 8 * k));
		}
	}
	return code(bytes, width, height, recipe);
}

/* One colour all over. */
static GBytes *code_plain(const guchar *channels, const Recipe *recipe) {
	int count = input_components(recipe->stored);
	g_autofree guchar *bytes = g_malloc((gsize)(16 * 16 * count));
	for (int i = 0; i < 16 * 16 * count; i++) {
		bytes[i] = channels[i % count];
	}
	return code(bytes, 16, 16, recipe);
}

static gboolean contains(GBytes *bytes, const char *text) {
	gsize size, length = strlen(text);
	const char *data = g_bytes_get_data(bytes, &size);
	for (gsize i = 0; i + length <= size; i++) {
		if (memcmp(data + i, text, length) == 0) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Is the coded data the same? Compares the ends, where nothing else stands. */
static gboolean same_data(GBytes *one, GBytes *other) {
	gsize a, b;
	const guchar *x = g_bytes_get_data(one, &a), *y = g_bytes_get_data(other, &b);
	gsize common = MIN(MIN(a, b), 120);
	return memcmp(x + a - common, y + b - common, common) == 0;
}

static void check_passing(Recipe recipe, gboolean passes) {
	Bench bench;
	bench_init(&bench);
	g_autoptr(GBytes) file = code_fields(&recipe);
	const Asset *asset = bench_load(&bench, "a.jpg", g_bytes_ref(file));
	g_assert_nonnull(asset);
	g_assert_cmpint(asset_kind(asset), ==, ASSET_JPEG);
	g_assert_false(asset_has_alpha(asset));
	g_assert_null(asset_svg(asset));
	int components = 0;
	GBytes *jpeg = asset_jpeg(asset, &components);
	g_assert_nonnull(jpeg);
	g_assert_true(same_data(file, jpeg) == passes);
	g_assert_cmpint(components, ==, recipe.stored == JCS_GRAYSCALE ? 1 : 3);
	g_assert_false(contains(jpeg, "Exif"));
	g_assert_false(contains(jpeg, "ICC_PROFILE"));
	g_assert_false(contains(jpeg, "secret"));
	if (recipe.stored != JCS_GRAYSCALE) {
		assert_fields(asset, 8);
	}
	g_assert_true(asset_pixels(asset) == asset_pixels(asset));
	bench_finish(&bench);
}

static void test_passes(void) {
	check_passing((Recipe){.stored = JCS_YCbCr}, TRUE);
	check_passing((Recipe){.stored = JCS_YCbCr, .comment = "secret"}, TRUE);
	check_passing((Recipe){.stored = JCS_YCbCr, .progressive = TRUE}, TRUE);
	check_passing((Recipe){.stored = JCS_GRAYSCALE, .orientation = 1}, TRUE);
	check_passing((Recipe){.stored = JCS_YCbCr, .orientation = 1}, TRUE);
	g_autoptr(GBytes) srgb = coded_profile(cmsCreate_sRGBProfile());
	check_passing((Recipe){.stored = JCS_YCbCr, .profile = srgb}, TRUE);
}

static void test_recoded(void) {
	check_passing((Recipe){.stored = JCS_RGB}, FALSE);
	check_passing((Recipe){.stored = JCS_YCbCr, .arithmetic = TRUE}, FALSE);
}

/* Grey stays grey, also when it is turned. */
static void test_grey(void) {
	for (int orientation = 1; orientation <= 6; orientation += 5) {
		Bench bench;
		bench_init(&bench);
		Recipe recipe = {.stored = JCS_GRAYSCALE, .orientation = orientation};
		const Asset *asset = bench_load(&bench, "grey.jpg", code_fields(&recipe));
		assert_pixel(asset, 4, 4, 0xff202020, 3);
		assert_pixel(asset, 44, 4, 0xffa0a0a0, 3);
		assert_pixel(asset, 4, 28, 0xff303030, 3);
		int components;
		g_assert_nonnull(asset_jpeg(asset, &components));
		g_assert_cmpint(components, ==, 1);
		bench_finish(&bench);
	}
}

static void test_orientations(void) {
	for (int orientation = 2; orientation <= 8; orientation++) {
		check_passing((Recipe){.stored = JCS_YCbCr,
				      .orientation = orientation,
				      .big_endian_exif = orientation & 1},
			FALSE);
	}
	/* Values that do not exist mean upright. */
	check_passing((Recipe){.stored = JCS_YCbCr, .orientation = 1}, TRUE);
	Bench bench;
	bench_init(&bench);
	int width, height;
	g_autofree guint32 *pixels = fields_new(1, &width, &height);
	g_autofree guchar *bytes = g_malloc0((gsize)(width * height * 3));
	Recipe recipe = {.stored = JCS_YCbCr, .orientation = 9};
	g_autoptr(GBytes) file = code(bytes, width, height, &recipe);
	const Asset *asset = bench_load(&bench, "nine.jpg", g_bytes_ref(file));
	g_assert_cmpint(asset_width(asset), ==, width);
	bench_finish(&bench);
}

static void check_ink(const Recipe *recipe, const guchar *ink, guint32 wanted) {
	Bench bench;
	bench_init(&bench);
	const Asset *asset = bench_load(&bench, "ink.jpg", code_plain(ink, recipe));
	g_assert_nonnull(asset);
	assert_pixel(asset, 8, 8, wanted, 6);
	int components;
	g_assert_nonnull(asset_jpeg(asset, &components));
	g_assert_cmpint(components, ==, 3);
	bench_finish(&bench);
}

static void test_inks(void) {
	static const guchar white[] = {255, 255, 255, 255}, cyan[] = {0, 255, 255, 255};
	static const guchar black[] = {255, 255, 255, 0}, brown[] = {255, 100, 50, 200};
	const Recipe cmyk = {.stored = JCS_CMYK}, ycck = {.stored = JCS_YCCK};
	check_ink(&cmyk, white, 0xffffffff);
	check_ink(&cmyk, cyan, 0xff00ffff);
	check_ink(&cmyk, black, 0xff000000);
	check_ink(&ycck, white, 0xffffffff);
	check_ink(&ycck, cyan, 0xff00ffff);
	check_ink(&ycck, brown, 0xffc84e27);
	/* Without Adobe's mark 0 is no ink. */
	static const guchar no_ink[] = {0, 0, 0, 0}, magenta[] = {0, 255, 0, 0};
	const Recipe plain = {.stored = JCS_CMYK, .no_adobe = TRUE};
	check_ink(&plain, no_ink, 0xffffffff);
	check_ink(&plain, magenta, 0xffff00ff);
}

static cmsHPROFILE wide_profile(void) {
	static const cmsCIExyY white = {0.3127, 0.3290, 1};
	static const cmsCIExyYTRIPLE primaries = {
		{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
	cmsToneCurve *curve = cmsBuildGamma(NULL, 2.2);
	cmsToneCurve *curves[] = {curve, curve, curve};
	cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
	cmsFreeToneCurve(curve);
	return profile;
}

/* A wider space: the same numbers are a stronger green, so red falls in sRGB. */
static void test_profile(void) {
	static const guchar green[] = {128, 200, 128};
	g_autoptr(GBytes) profile = coded_profile(wide_profile());
	Bench bench;
	bench_init(&bench);
	Recipe recipe = {.stored = JCS_YCbCr, .profile = profile};
	g_autoptr(GBytes) file = code_plain(green, &recipe);
	const Asset *asset = bench_load(&bench, "wide.jpg", g_bytes_ref(file));
	guint32 pixel = asset_pixel(asset, 8, 8);
	g_assert_cmpint((int)(pixel >> 16 & 0xff), <, 100);
	g_assert_cmpint((int)(pixel >> 8 & 0xff), >, 195);
	int components;
	g_assert_false(same_data(file, asset_jpeg(asset, &components)));
	bench_finish(&bench);
}

static void test_grey_profile(void) {
	static const guchar grey[] = {128};
	cmsToneCurve *curve = cmsBuildGamma(NULL, 1.0);
	cmsHPROFILE linear = cmsCreateGrayProfile(cmsD50_xyY(), curve);
	cmsFreeToneCurve(curve);
	g_autoptr(GBytes) profile = coded_profile(linear);
	Bench bench;
	bench_init(&bench);
	Recipe recipe = {.stored = JCS_GRAYSCALE, .profile = profile};
	const Asset *asset = bench_load(&bench, "linear.jpg", code_plain(grey, &recipe));
	assert_pixel(asset, 8, 8, 0xffbcbcbc, 3);
	bench_finish(&bench);
}

/* A profile that is none, or of another kind, changes nothing. */
static void test_bad_profile(void) {
	static const guchar junk[] = "this is no profile at all";
	g_autoptr(GBytes) profile = g_bytes_new_static(junk, sizeof junk);
	check_passing((Recipe){.stored = JCS_YCbCr, .profile = profile}, TRUE);
	check_passing((Recipe){.stored = JCS_GRAYSCALE, .profile = profile}, TRUE);
	g_autoptr(GBytes) rgb = coded_profile(wide_profile());
	check_passing((Recipe){.stored = JCS_GRAYSCALE, .profile = rgb}, TRUE);
}

/* What follows the end (films of telephones, second pictures) does not go along. */
static void test_tail(void) {
	Bench bench;
	bench_init(&bench);
	Recipe recipe = {.stored = JCS_YCbCr};
	g_autoptr(GBytes) file = code_fields(&recipe);
	gsize size;
	const guchar *bytes = g_bytes_get_data(file, &size);
	GByteArray *longer = g_byte_array_new();
	g_byte_array_append(longer, bytes, (guint)size);
	g_byte_array_append(longer, (const guint8 *)"secret film", 11);
	const Asset *asset = bench_load(&bench, "film.jpg", g_byte_array_free_to_bytes(longer));
	int components;
	g_assert_true(same_data(file, asset_jpeg(asset, &components)));
	bench_finish(&bench);
}

static void test_damage(void) {
	static const Recipe recipes[] = {
		{.stored = JCS_YCbCr, .orientation = 6},
		{.stored = JCS_YCbCr, .progressive = TRUE},
		{.stored = JCS_CMYK},
	};
	for (int i = 0; i < (int)G_N_ELEMENTS(recipes); i++) {
		g_autoptr(GBytes) file = code_fields(&recipes[i]);
		assert_cuts_told(file, "cut.jpg", 23, 2);
		assert_damage_survived(file, "damaged.jpg", 150);
	}
}

/* A head that promises more pixels than anyone has, in a few bytes. */
static void test_bomb(void) {
	Recipe recipe = {.stored = JCS_YCbCr};
	g_autoptr(GBytes) file = code_fields(&recipe);
	gsize size;
	g_autofree guchar *bytes = g_memdup2(g_bytes_get_data(file, &size), g_bytes_get_size(file));
	for (gsize i = 0; i + 8 < size; i++) {
		if (bytes[i] == 0xff && bytes[i + 1] == 0xc0) {
			memset(bytes + i + 5, 0xf0, 4);
		}
	}
	Bench bench;
	bench_init(&bench);
	g_assert_null(bench_load(&bench, "bomb.jpg", g_bytes_new(bytes, size)));
	g_assert_nonnull(strstr(bench_diag(&bench)->message, "61680 × 61680"));
	bench_finish(&bench);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/jpeg/passes", test_passes);
	g_test_add_func("/jpeg/recoded", test_recoded);
	g_test_add_func("/jpeg/grey", test_grey);
	g_test_add_func("/jpeg/orientations", test_orientations);
	g_test_add_func("/jpeg/inks", test_inks);
	g_test_add_func("/jpeg/profile", test_profile);
	g_test_add_func("/jpeg/grey-profile", test_grey_profile);
	g_test_add_func("/jpeg/bad-profile", test_bad_profile);
	g_test_add_func("/jpeg/tail", test_tail);
	g_test_add_func("/jpeg/damage", test_damage);
	g_test_add_func("/jpeg/bomb", test_bomb);
	return g_test_run();
}
