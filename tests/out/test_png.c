/* PNG pages and contact sheets: sizes, spreads as a reader sees them, limits. */
#include <cairo.h>

#include "sample.h"

static char *folder;

enum { GROUND = 0xe1e1e1, GAP_PT = 8 };

static unsigned pixel_at(cairo_surface_t *surface, double x, double y) {
	g_assert_true(x >= 0 && x < cairo_image_surface_get_width(surface));
	g_assert_true(y >= 0 && y < cairo_image_surface_get_height(surface));
	const unsigned char *row = cairo_image_surface_get_data(surface) +
		(int)y * cairo_image_surface_get_stride(surface);
	return ((const unsigned *)(const void *)row)[(int)x] & 0xffffff;
}

/* Pages of 100 x 100 pt filled with their number in red. */
static void make_plain(Sample *sample, Colour *palette, int count, gboolean facing) {
	sample_init(sample);
	for (int i = 0; i < count; i++) {
		PageBuilder *builder =
			page_builder_new(sample->arena, len_from_pt(100), len_from_pt(100));
		palette[i] = 0x010000 * (unsigned)(i % 200 + 1);
		page_add_fill(builder, (Rect){0, 0, len_from_pt(100), len_from_pt(100)}, i, TRUE);
		sample_page_end(sample, builder, "-");
		((Page *)(void *)sample->pages->data)[i].verso = facing && i % 2 == 1;
	}
	sample->document.palette = palette;
	sample->document.colour_count = count;
}

static cairo_surface_t *contact(const Document *document, int columns, double dpi) {
	g_autofree char *path = g_build_filename(folder, "contact.png", NULL);
	g_autoptr(GError) error = NULL;
	SafeFile *file = safe_file_new(path, &error);
	g_assert_true(out_contact_sheet(document, columns, dpi, file, &error));
	g_assert_no_error(error);
	g_assert_true(safe_file_commit(file, "IEND", &error));
	cairo_surface_t *surface = cairo_image_surface_create_from_png(path);
	g_assert_cmpint(cairo_surface_status(surface), ==, CAIRO_STATUS_SUCCESS);
	return surface;
}

/* Number of the page in the middle of a cell, 0 = ground. half: 0 left, 1 right; -1: single. */
static unsigned page_in(cairo_surface_t *surface, int column, int row, int half) {
	double cell = half < 0 ? 100 : 200;
	double x = GAP_PT + column * (cell + GAP_PT) + (half > 0 ? 150 : 50);
	unsigned rgb = pixel_at(surface, x, GAP_PT + row * (100 + GAP_PT) + 50);
	return rgb == GROUND ? 0 : rgb >> 16;
}

static void test_spreads(void) {
	for (int rtl = 0; rtl < 2; rtl++) {
		Sample sample;
		Colour palette[6];
		make_plain(&sample, palette, 6, TRUE);
		sample.document.rtl = rtl;
		cairo_surface_t *sheet = contact(&sample.document, 2, 72);
		g_assert_cmpint(cairo_image_surface_get_width(sheet), ==, 3 * GAP_PT + 400);
		g_assert_cmpint(cairo_image_surface_get_height(sheet), ==, 3 * GAP_PT + 200);
		/* One alone on its side, 2|3, 4|5, six alone on the other. */
		const unsigned wanted[4][2] = {{0, 1}, {2, 3}, {4, 5}, {6, 0}};
		for (int i = 0; i < 4; i++) {
			g_assert_cmpuint(page_in(sheet, i % 2, i / 2, rtl), ==, wanted[i][0]);
			g_assert_cmpuint(page_in(sheet, i % 2, i / 2, !rtl), ==, wanted[i][1]);
		}
		g_assert_cmpuint(pixel_at(sheet, 2, 2), ==, GROUND);
		cairo_surface_destroy(sheet);
		sample_finish(&sample);
	}
}

static void test_single_pages(void) {
	for (int rtl = 0; rtl < 2; rtl++) {
		Sample sample;
		Colour palette[3];
		make_plain(&sample, palette, 3, FALSE);
		sample.document.rtl = rtl;
		cairo_surface_t *sheet = contact(&sample.document, 9, 72);
		g_assert_cmpint(cairo_image_surface_get_width(sheet), ==, 4 * GAP_PT + 300);
		for (int i = 0; i < 3; i++) {
			g_assert_cmpuint(page_in(sheet, i, 0, -1), ==, (unsigned)i + 1);
		}
		cairo_surface_destroy(sheet);
		sample_finish(&sample);
	}
}

/* Whatever is asked for, a sheet that can be made and opened comes out. */
static void test_large_sheet(void) {
	Sample sample;
	g_autofree Colour *palette = g_new0(Colour, 3000);
	make_plain(&sample, palette, 3000, TRUE);
	cairo_surface_t *sheet = contact(&sample.document, 6, 300);
	g_assert_cmpint(cairo_image_surface_get_width(sheet), <=, 30000);
	g_assert_cmpint(cairo_image_surface_get_height(sheet), <=, 30001);
	g_assert_cmpint(cairo_image_surface_get_width(sheet), >, 300);
	cairo_surface_destroy(sheet);
	sample_finish(&sample);
}

static void test_page(void) {
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, 1);
	g_autofree char *path = g_build_filename(folder, "page.png", NULL);
	g_autoptr(GError) error = NULL;
	SafeFile *file = safe_file_new(path, &error);
	g_assert_true(out_png(&sample.document, 0, 110, file, &error));
	g_assert_true(safe_file_commit(file, "IEND", &error));
	cairo_surface_t *page = cairo_image_surface_create_from_png(path);
	g_assert_cmpint(cairo_image_surface_get_width(page), ==, 641);
	g_assert_cmpint(cairo_image_surface_get_height(page), ==, 909);
	g_assert_cmpuint(pixel_at(page, 10, 10), ==, sample_palette[GREY]);
	g_assert_cmpuint(pixel_at(page, 10, 900), ==, 0xffffff);
	/* Type has ink where it stands and none elsewhere. */
	int ink = 0, elsewhere = 0;
	for (int y = 60; y < 900; y++) {
		for (int x = 0; x < 641; x++) {
			gboolean inside = x > 220 && x < 500 && y > 260 && y < 330;
			ink += inside && pixel_at(page, x, y) == sample_palette[INK];
			elsewhere += !inside && pixel_at(page, x, y) != 0xffffff;
		}
	}
	g_assert_cmpint(ink, >, 500);
	g_assert_cmpint(elsewhere, ==, 0);
	cairo_surface_destroy(page);
	sample_finish(&sample);
}

static void test_too_large(void) {
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, 1);
	g_autofree char *path = g_build_filename(folder, "large.png", NULL);
	g_autoptr(GError) error = NULL;
	SafeFile *file = safe_file_new(path, NULL);
	g_assert_false(out_png(&sample.document, 0, 10000, file, &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOMEM);
	safe_file_abort(file);
	g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
	sample_finish(&sample);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	folder = g_dir_make_tmp(NULL, NULL);
	g_test_add_func("/png/spreads", test_spreads);
	g_test_add_func("/png/single-pages", test_single_pages);
	g_test_add_func("/png/large-sheet", test_large_sheet);
	g_test_add_func("/png/page", test_page);
	g_test_add_func("/png/too-large", test_too_large);
	int failed = g_test_run();
	sample_remove(folder);
	g_free(folder);
	return failed;
}
