/* workbench: a folder for the pictures that a test makes, and loading from it. */
#ifndef BIFOLIO_TESTS_ASSET_WORKBENCH_H
#define BIFOLIO_TESTS_ASSET_WORKBENCH_H

#include <glib/gstdio.h>
#include <string.h>

#include "asset/asset.h"

typedef struct Bench {
	char *folder;
	Diags *diags;
	Asset *asset;
} Bench;

static inline void bench_init(Bench *bench) {
	bench->folder = g_dir_make_tmp(NULL, NULL);
	g_assert_nonnull(bench->folder);
	bench->diags = diags_new();
	bench->asset = NULL;
}

static inline void bench_remove(const char *path) {
	if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
		g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
		const char *name;
		while (folder && (name = g_dir_read_name(folder))) {
			g_autofree char *below = g_build_filename(path, name, NULL);
			bench_remove(below);
		}
	}
	g_remove(path);
}

static inline void bench_finish(Bench *bench) {
	asset_free(bench->asset);
	diags_free(bench->diags);
	bench_remove(bench->folder);
	g_free(bench->folder);
}

static inline void bench_write(Bench *bench, const char *name, const void *bytes, gsize size) {
	g_autofree char *path = g_build_filename(bench->folder, name, NULL);
	g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
}

/* Writes and loads; takes the bytes. Diagnostics and an asset of before are dropped. */
static inline Asset *bench_load(Bench *bench, const char *name, GBytes *bytes) {
	gsize size;
	const void *data = g_bytes_get_data(bytes, &size);
	bench_write(bench, name, data ? data : "", size);
	g_bytes_unref(bytes);
	asset_free(bench->asset);
	diags_free(bench->diags);
	bench->diags = diags_new();
	bench->asset = asset_load(bench->folder, name, SPAN_NONE, bench->diags);
	g_assert_true((bench->asset == NULL) == (diags_count(bench->diags, DIAG_ERROR) == 1));
	return bench->asset;
}

static inline const Diag *bench_diag(const Bench *bench) {
	g_assert_cmpint(diags_total(bench->diags), ==, 1);
	return diags_at(bench->diags, 0);
}

/* 0xAARRGGBB */
static inline guint32 asset_pixel(const Asset *asset, int x, int y) {
	const guint32 *pixels = (const guint32 *)(const void *)asset_pixels(asset);
	g_assert_nonnull(pixels);
	return pixels[y * asset_width(asset) + x];
}

static inline gboolean pixels_near(guint32 one, guint32 other, int tolerance) {
	for (int shift = 0; shift < 32; shift += 8) {
		int a = (int)(one >> shift & 0xff), b = (int)(other >> shift & 0xff);
		if (ABS(a - b) > tolerance) {
			return FALSE;
		}
	}
	return TRUE;
}

#define assert_pixel(asset, x, y, wanted, tolerance)                                               \
	do {                                                                                       \
		guint32 pixel_ = asset_pixel((asset), (x), (y));                                   \
		if (!pixels_near(pixel_, (wanted), (tolerance))) {                                 \
			g_assert_cmphex(pixel_, ==, (guint32)(wanted));                            \
		}                                                                                  \
	} while (0)

/* Four fields of 24 x 16 pixels: red, green, blue, white; as stored for an EXIF orientation. */
enum { FIELDS_WIDTH = 48, FIELDS_HEIGHT = 32 };

static inline guint32 fields_colour(int x, int y) {
	static const guint32 colours[] = {0xffe02010, 0xff10a020, 0xff1030e0, 0xfff0f0f0};
	return colours[(y >= FIELDS_HEIGHT / 2) * 2 + (x >= FIELDS_WIDTH / 2)];
}

/* Which visual side row 0 and column 0 of the stored picture are, as the EXIF table has it. */
static inline guint32 fields_stored(int orientation, int column, int row) {
	static const char *const sides[] = {"", "tl", "tr", "br", "bl", "lt", "rt", "rb", "lb"};
	int place[2] = {row, column}, x = 0, y = 0;
	for (int i = 0; i < 2; i++) {
		switch (sides[orientation][i]) {
		case 't':
			y = place[i];
			break;
		case 'b':
			y = FIELDS_HEIGHT - 1 - place[i];
			break;
		case 'l':
			x = place[i];
			break;
		default:
			x = FIELDS_WIDTH - 1 - place[i];
			break;
		}
	}
	return fields_colour(x, y);
}

static inline guint32 *fields_new(int orientation, int *width, int *height) {
	*width = orientation > 4 ? FIELDS_HEIGHT : FIELDS_WIDTH;
	*height = orientation > 4 ? FIELDS_WIDTH : FIELDS_HEIGHT;
	guint32 *pixels = g_new(guint32, FIELDS_WIDTH * FIELDS_HEIGHT);
	for (int i = 0; i < FIELDS_WIDTH * FIELDS_HEIGHT; i++) {
		pixels[i] = fields_stored(orientation, i % *width, i / *width);
	}
	return pixels;
}

static inline void assert_fields(const Asset *asset, int tolerance) {
	g_assert_cmpint(asset_width(asset), ==, FIELDS_WIDTH);
	g_assert_cmpint(asset_height(asset), ==, FIELDS_HEIGHT);
	for (int y = 4; y < FIELDS_HEIGHT; y += 8) {
		for (int x = 4; x < FIELDS_WIDTH; x += 8) {
			assert_pixel(asset, x, y, fields_colour(x, y), tolerance);
		}
	}
}

/* A TIFF head with one entry, the orientation. */
static inline GByteArray *exif_new(int orientation, gboolean little) {
	static const guint8 big_bytes[] = {'M', 'M', 0, '*', 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0,
		0, 1, 0, 0, 0, 0, 0, 0, 0, 0};
	static const guint8 little_bytes[] = {'I', 'I', '*', 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1,
		0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
	GByteArray *exif = g_byte_array_new();
	g_byte_array_append(exif, little ? little_bytes : big_bytes, sizeof big_bytes);
	exif->data[little ? 18 : 19] = (guint8)orientation;
	return exif;
}

/* No cut of the bytes crashes or passes; `least` bytes are cut at the end. */
static inline void assert_cuts_told(GBytes *whole, const char *name, gsize step, gsize least) {
	gsize size;
	const guchar *bytes = g_bytes_get_data(whole, &size);
	for (gsize length = 1; length + least <= size; length += step) {
		Bench bench;
		bench_init(&bench);
		g_assert_null(bench_load(&bench, name, g_bytes_new(bytes, length)));
		const char *code = bench_diag(&bench)->code;
		g_assert_true(g_str_has_prefix(code, "picture-"));
		bench_finish(&bench);
	}
}

/* Damage anywhere gives a picture or a diagnostic, never a crash. */
static inline void assert_damage_survived(GBytes *whole, const char *name, int rounds) {
	gsize size;
	const guchar *bytes = g_bytes_get_data(whole, &size);
	g_autoptr(GRand) random = g_rand_new_with_seed(7);
	for (int i = 0; i < rounds; i++) {
		g_autofree guchar *copy = g_memdup2(bytes, size);
		for (int k = 0; k < 3; k++) {
			copy[g_rand_int_range(random, 0, (gint32)size)] =
				(guchar)g_rand_int_range(random, 0, 256);
		}
		Bench bench;
		bench_init(&bench);
		if (bench_load(&bench, name, g_bytes_new(copy, size))) {
			asset_pixels(bench.asset);
			Rect crop = asset_portrait_crop(bench.asset);
			g_assert_cmpint(crop.width, >, 0);
		}
		bench_finish(&bench);
	}
}

#endif
