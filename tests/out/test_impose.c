/* impose: sheets are folded here, by arithmetic and from finished files, and read from the first
 * page to the last; creep and ticks stand where they should. */
#include <cairo.h>

#include "sample.h"

static char *folder;

/* What a reader meets when the stack of sheets is folded with the first sheet outside; pages as
 * [side][left, right], the back of each sheet seen upright. */
static void fold(const int *order, int sides, gboolean rtl, int *read) {
	int sheets = sides / 2, leaf = rtl ? 0 : 1, count = 0;
	for (int s = 0; s < sheets; s++) {
		read[count++] = order[4 * s + leaf];
		read[count++] = order[4 * s + 2 + 1 - leaf];
	}
	for (int s = sheets - 1; s >= 0; s--) {
		read[count++] = order[4 * s + 2 + leaf];
		read[count++] = order[4 * s + 1 - leaf];
	}
}

static void assert_reads(const int *order, int sides, int pages, gboolean rtl) {
	g_autofree int *read = g_new(int, 2 * (gsize)sides);
	fold(order, sides, rtl, read);
	for (int i = 0; i < 2 * sides; i++) {
		g_assert_cmpint(read[i], ==, i < pages ? i : -1);
	}
}

static void check_order(int pages, gboolean rtl) {
	int sides;
	g_autofree int *order = impose_order(pages, rtl, &sides);
	g_assert_cmpint(sides, ==, (pages + 3) / 4 * 2);
	assert_reads(order, sides, pages, rtl);
}

static void test_order(void) {
	for (int pages = 1; pages <= 200; pages++) {
		check_order(pages, FALSE);
		check_order(pages, TRUE);
	}
	int sides;
	g_autofree int *left = impose_order(8, FALSE, &sides);
	const int left_bound[8] = {7, 0, 1, 6, 5, 2, 3, 4};
	g_assert_cmpmem(left, sizeof left_bound, left_bound, sizeof left_bound);
	g_autofree int *right = impose_order(8, TRUE, &sides);
	const int right_bound[8] = {0, 7, 6, 1, 2, 5, 4, 3};
	g_assert_cmpmem(right, sizeof right_bound, right_bound, sizeof right_bound);
}

static void test_creep(void) {
	for (int sheet = 0; sheet < 8; sheet++) {
		g_assert_cmpint(impose_creep(sheet, 8, 0.1), ==, 0);
	}
	g_assert_cmpint(impose_creep(0, 9, 0.1), ==, 0);
	g_assert_cmpint(impose_creep(1, 9, 0.1), ==, len_from_mm(0.1));
	g_assert_cmpint(impose_creep(8, 9, 0.1), ==, len_from_mm(0.8));
	g_assert_cmpint(impose_creep(49, 50, 0.12), ==, len_from_mm(49 * 0.12));
}

static void write_imposed(
	const Document *document, const ImposeOptions *options, const char *path) {
	g_autoptr(GError) error = NULL;
	SafeFile *file = safe_file_new(path, &error);
	g_assert_true(out_imposed_pdf(document, options, file, &error));
	g_assert_no_error(error);
	g_assert_true(safe_file_commit(file, "%%EOF", &error));
	g_autofree char *said = sample_run("qpdf --check %s", path);
	g_assert_nonnull(said);
}

typedef struct Found {
	int page; /* from 0 */
	double left, right, top; /* of its first letter's line, pt */
} Found;

/* The pages on each side of the sheets, [side][2], by where their words stand. */
static int find_pages(const char *path, Found *found) {
	g_autofree char *text = sample_run("pdftotext -bbox %s -", path);
	g_assert_nonnull(text);
	g_auto(GStrv) sides = g_strsplit(text, "<page ", -1);
	int count = 0;
	for (; sides[count + 1]; count++) {
		found[2 * count] = found[2 * count + 1] = (Found){.page = -1};
		const char *at = sides[count + 1];
		double width = g_ascii_strtod(strstr(at, "width=\"") + 7, NULL);
		while ((at = strstr(at, "xMin=\""))) {
			Found one = {.left = g_ascii_strtod(at + 6, NULL)};
			one.top = g_ascii_strtod(strstr(at, "yMin=\"") + 6, NULL);
			one.right = g_ascii_strtod(strstr(at, "xMax=\"") + 6, NULL);
			one.page = (int)g_ascii_strtoll(strstr(at, ">Page") + 5, NULL, 10) - 1;
			found[2 * count + (one.left > width / 2 ? 1 : 0)] = one;
			at = strstr(at, "</word>");
		}
	}
	return count;
}

static ImposeOptions a4_landscape(void) {
	return (ImposeOptions){.sheet_width = len_from_mm(297),
		.sheet_height = len_from_mm(210),
		.paper_thickness = 0.1};
}

/* The order that a file's sheets have when each back is turned over and seen upright. */
static void order_from_file(const char *path, gboolean turned, int *order) {
	Found found[32];
	int sides = find_pages(path, found);
	g_assert_cmpint(sides, ==, 8);
	for (int i = 0; i < 2 * sides; i++) {
		/* Turned over its long edge a sheet's back comes upright when it is printed on its
		 * head, hence its halves change places. */
		gboolean turn = turned && i / 2 % 2 == 1;
		order[i] = found[turn ? i ^ 1 : i].page;
		gboolean upright = found[i].top > 150 && found[i].top < 200;
		g_assert_true(found[i].page < 0 || upright != turn);
	}
}

/* Each page where the order says, from files, for both flips and both directions. */
static void test_sheets(void) {
	g_autofree char *path = g_build_filename(folder, "sheets.pdf", NULL);
	for (int variant = 0; variant < 8; variant++) {
		int pages = variant & 4 ? 13 : 16, order[32];
		Sample sample;
		sample_init(&sample);
		sample_numbered(&sample, pages);
		sample.document.rtl = variant & 1;
		ImposeOptions options = a4_landscape();
		options.flip_long_edge = variant & 2;
		write_imposed(&sample.document, &options, path);
		order_from_file(path, options.flip_long_edge, order);
		assert_reads(order, 8, pages, sample.document.rtl);
		sample_finish(&sample);
	}
}

/* 40 pages, 10 sheets: the innermost pages stand 0.9 mm nearer to the fold than the outermost. */
static void test_creep_on_sheets(void) {
	g_autofree char *path = g_build_filename(folder, "creep.pdf", NULL);
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, 40);
	ImposeOptions options = a4_landscape();
	write_imposed(&sample.document, &options, path);
	Found found[40];
	g_assert_cmpint(find_pages(path, found), ==, 20);
	double fold_at = len_to_pt(options.sheet_width) / 2, text_x = 150;
	double page = len_to_pt(len_from_mm(148));
	for (int side = 0; side < 20; side++) {
		int sheet = side / 2;
		double creep = sheet * 0.1 * 72 / 25.4;
		/* The bounding box begins with the letter's own origin. */
		g_assert_cmpfloat_with_epsilon(
			found[2 * side].left, fold_at - page + creep + text_x, 0.05);
		g_assert_cmpfloat_with_epsilon(
			found[2 * side + 1].left, fold_at - creep + text_x, 0.05);
	}
	sample_finish(&sample);
}

typedef struct Picture {
	int width, height;
	cairo_surface_t *surface;
} Picture;

static Picture render_side(const char *pdf, int side) {
	g_autofree char *base = g_build_filename(folder, "side", NULL);
	g_autofree char *png = g_strconcat(base, ".png", NULL);
	g_free(sample_run(
		"pdftoppm -r 144 -f %d -l %d -singlefile -png %s %s", side, side, pdf, base));
	Picture picture = {.surface = cairo_image_surface_create_from_png(png)};
	picture.width = cairo_image_surface_get_width(picture.surface);
	picture.height = cairo_image_surface_get_height(picture.surface);
	return picture;
}

static unsigned pixel_at(const Picture *picture, int x, int y) {
	g_assert_true(x >= 0 && x < picture->width && y >= 0 && y < picture->height);
	const unsigned char *row = cairo_image_surface_get_data(picture->surface) +
		y * cairo_image_surface_get_stride(picture->surface);
	return ((const unsigned *)(const void *)row)[x] & 0xffffff;
}

static gboolean is_dark(unsigned rgb) {
	return (rgb & 255) < 200 && (rgb >> 8 & 255) < 200 && (rgb >> 16 & 255) < 200;
}

/* Ticks at head and foot of the fold of the centre spread, nowhere else. */
static void test_ticks(void) {
	g_autofree char *path = g_build_filename(folder, "ticks.pdf", NULL);
	Sample sample;
	sample_init(&sample);
	for (int i = 0; i < 8; i++) {
		sample_page_end(&sample, sample_page(&sample, 148, 210), "-");
	}
	ImposeOptions options = a4_landscape();
	options.fold_ticks = TRUE;
	write_imposed(&sample.document, &options, path);
	for (int side = 1; side <= 4; side++) {
		Picture picture = render_side(path, side);
		int x = picture.width / 2, bottom = picture.height - 1, dark[3] = {0};
		for (int dx = -2; dx <= 2; dx++) {
			dark[0] += pixel_at(&picture, x + dx, 30) != 0xffffff;
			dark[1] += pixel_at(&picture, x + dx, bottom / 2) != 0xffffff;
			dark[2] += pixel_at(&picture, x + dx, bottom - 30) != 0xffffff;
		}
		g_assert_cmpint(dark[0] > 0, ==, side == 4);
		g_assert_cmpint(dark[2] > 0, ==, side == 4);
		g_assert_cmpint(dark[1], ==, 0);
		cairo_surface_destroy(picture.surface);
	}
	sample_finish(&sample);
}

/* A band over the whole width of a page fills its half to the sheet's edge and ends at the fold;
 * a page that is missing leaves its half white. */
static void test_halves(void) {
	g_autofree char *path = g_build_filename(folder, "halves.pdf", NULL);
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, 3);
	ImposeOptions options = a4_landscape();
	write_imposed(&sample.document, &options, path);
	Picture front = render_side(path, 1), back = render_side(path, 2);
	int middle = front.width / 2, end = front.width - 1;
	g_assert_cmpuint(pixel_at(&front, 0, 20), ==, 0xffffff);
	g_assert_cmpuint(pixel_at(&front, middle - 2, 20), ==, 0xffffff);
	g_assert_true(is_dark(pixel_at(&front, middle + 2, 20)));
	g_assert_true(is_dark(pixel_at(&front, end, 20)));
	g_assert_cmpuint(pixel_at(&back, 0, 20), ==, sample_palette[ACCENT]);
	g_assert_cmpuint(pixel_at(&back, middle - 2, 20), ==, sample_palette[ACCENT]);
	g_assert_cmpuint(pixel_at(&back, middle + 2, 20), ==, sample_palette[GREY]);
	g_assert_cmpuint(pixel_at(&back, end, 20), ==, sample_palette[GREY]);
	cairo_surface_destroy(front.surface);
	cairo_surface_destroy(back.surface);
	sample_finish(&sample);
}

/* Pages too large for their half of the sheet are made smaller. */
static void test_scaled(void) {
	g_autofree char *path = g_build_filename(folder, "scaled.pdf", NULL);
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, 4);
	ImposeOptions options = {.sheet_width = len_from_pt(792), .sheet_height = len_from_pt(612)};
	write_imposed(&sample.document, &options, path);
	Found found[4];
	g_assert_cmpint(find_pages(path, found), ==, 2);
	double scale = 396 / len_to_pt(len_from_mm(148));
	g_assert_cmpfloat_with_epsilon(found[1].left, 396 + 150 * scale, 0.1);
	g_assert_cmpfloat_with_epsilon(found[0].left, 150 * scale, 0.1);
	sample_finish(&sample);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	folder = g_dir_make_tmp(NULL, NULL);
	g_test_add_func("/impose/order", test_order);
	g_test_add_func("/impose/creep", test_creep);
	g_test_add_func("/impose/sheets", test_sheets);
	g_test_add_func("/impose/creep-on-sheets", test_creep_on_sheets);
	g_test_add_func("/impose/ticks", test_ticks);
	g_test_add_func("/impose/halves", test_halves);
	g_test_add_func("/impose/scaled", test_scaled);
	int failed = g_test_run();
	sample_remove(folder);
	g_free(folder);
	return failed;
}
