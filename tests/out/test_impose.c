/* impose: sheets are folded here, by arithmetic and from finished files, and read from the first
 * page to the last; creep and ticks stand where they should. */
#include <cairo.h>

#include "sample.h"

static char *folder;

/* What a reader meets when the stack of sheets is folded with the first sheet outside; pages as
 * [side][left, right], the back of each sheet seen upright. Returns the number of pages. */
static int fold_one(const int *order, int sheets, gboolean rtl, int *read) {
	int leaf = rtl ? 0 : 1, count = 0;
	for (int s = 0; s < sheets; s++) {
		read[count++] = order[4 * s + leaf];
		read[count++] = order[4 * s + 2 + 1 - leaf];
	}
	for (int s = sheets - 1; s >= 0; s--) {
		read[count++] = order[4 * s + 2 + leaf];
		read[count++] = order[4 * s + 1 - leaf];
	}
	return count;
}

/* Signatures are folded one by one and laid behind each other. */
static void fold(const int *order, int sides, int per_signature, gboolean rtl, int *read) {
	int sheets = sides / 2;
	for (int sheet = 0; sheet < sheets;) {
		Signature signature = impose_signature(sheet, sheets, per_signature);
		g_assert_cmpint(signature.first, ==, sheet);
		g_assert_cmpint(signature.sheets, >, 0);
		g_assert_true(per_signature == 0 || signature.sheets <= per_signature);
		read += fold_one(order + 4 * sheet, signature.sheets, rtl, read);
		sheet += signature.sheets;
	}
}

static void assert_reads(const int *order, int sides, int pages, int per_signature, gboolean rtl) {
	g_autofree int *read = g_new(int, 2 * (gsize)sides);
	fold(order, sides, per_signature, rtl, read);
	for (int i = 0; i < 2 * sides; i++) {
		g_assert_cmpint(read[i], ==, i < pages ? i : -1);
	}
}

static void check_order(int pages, int per_signature, gboolean rtl) {
	int sides;
	g_autofree int *order = impose_order(pages, per_signature, rtl, &sides);
	g_assert_cmpint(sides, ==, (pages + 3) / 4 * 2);
	assert_reads(order, sides, pages, per_signature, rtl);
}

static void test_order(void) {
	for (int pages = 1; pages <= 200; pages++) {
		for (int per_signature = 0; per_signature <= 9; per_signature++) {
			check_order(pages, per_signature, FALSE);
			check_order(pages, per_signature, TRUE);
		}
	}
	int sides;
	g_autofree int *left = impose_order(8, 0, FALSE, &sides);
	const int left_bound[8] = {7, 0, 1, 6, 5, 2, 3, 4};
	g_assert_cmpmem(left, sizeof left_bound, left_bound, sizeof left_bound);
	g_autofree int *right = impose_order(8, 0, TRUE, &sides);
	const int right_bound[8] = {0, 7, 6, 1, 2, 5, 4, 3};
	g_assert_cmpmem(right, sizeof right_bound, right_bound, sizeof right_bound);
	g_autofree int *single = impose_order(8, 1, FALSE, &sides);
	const int two_signatures[8] = {3, 0, 1, 2, 7, 4, 5, 6};
	g_assert_cmpmem(single, sizeof two_signatures, two_signatures, sizeof two_signatures);
}

/* No signature is left with a sheet or two where others have four: 9 sheets are 3 and 3 and 3. */
static void test_signatures(void) {
	static const int first[] = {0, 0, 0, 3, 3, 3, 6, 6, 6}, of_ten[] = {4, 3, 3};
	for (int sheet = 0; sheet < 9; sheet++) {
		Signature signature = impose_signature(sheet, 9, 4);
		g_assert_cmpint(signature.first, ==, first[sheet]);
		g_assert_cmpint(signature.sheets, ==, 3);
	}
	for (int i = 0, sheet = 0; i < 3; i++) {
		g_assert_cmpint(impose_signature(sheet, 10, 4).sheets, ==, of_ten[i]);
		sheet += of_ten[i];
	}
	g_assert_cmpint(impose_signature(7, 10, 0).sheets, ==, 10);
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
static void order_from_file(const char *path, int expected, gboolean turned, int *order) {
	g_autofree Found *found = g_new(Found, 2 * (gsize)expected);
	int sides = find_pages(path, found);
	g_assert_cmpint(sides, ==, expected);
	for (int i = 0; i < 2 * sides; i++) {
		/* Turned over its long edge a sheet's back comes upright when it is printed on its
		 * head, hence its halves change places. */
		gboolean turn = turned && i / 2 % 2 == 1;
		order[i] = found[turn ? i ^ 1 : i].page;
		gboolean upright = found[i].top > 150 && found[i].top < 200;
		g_assert_true(found[i].page < 0 || upright != turn);
	}
}

static void check_file(int pages, int per_signature, int variant) {
	g_autofree char *path = g_build_filename(folder, "sheets.pdf", NULL);
	int sides = (pages + 3) / 4 * 2;
	g_autofree int *order = g_new(int, 2 * (gsize)sides);
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, pages);
	sample.document.rtl = variant & 1;
	ImposeOptions options = a4_landscape();
	options.flip_long_edge = variant & 2;
	options.sheets_per_signature = per_signature;
	write_imposed(&sample.document, &options, path);
	order_from_file(path, sides, options.flip_long_edge, order);
	assert_reads(order, sides, pages, per_signature, sample.document.rtl);
	sample_finish(&sample);
}

/* Each page where the order says, from files, for both flips, both directions, signatures. */
static void test_sheets(void) {
	static const int pages[] = {4, 13, 16, 52, 200};
	for (gsize i = 0; i < G_N_ELEMENTS(pages); i++) {
		for (int variant = 0; variant < 4; variant++) {
			check_file(pages[i], 0, variant);
			check_file(pages[i], 4, variant);
		}
	}
	check_file(200, 1, 0);
	check_file(100, 9, 3);
}

/* Every page stands where its sheet's place in the signature moves it. */
static void check_creep(int pages, int per_signature, double thickness) {
	g_autofree char *path = g_build_filename(folder, "creep.pdf", NULL);
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, pages);
	ImposeOptions options = a4_landscape();
	options.sheets_per_signature = per_signature;
	options.paper_thickness = thickness;
	write_imposed(&sample.document, &options, path);
	int sheets = pages / 4;
	g_autofree Found *found = g_new(Found, 4 * (gsize)sheets);
	g_assert_cmpint(find_pages(path, found), ==, 2 * sheets);
	double fold_at = len_to_pt(options.sheet_width) / 2, text_x = 150;
	double page = len_to_pt(len_from_mm(148));
	for (int side = 0; side < 2 * sheets; side++) {
		Signature signature = impose_signature(side / 2, sheets, per_signature);
		double creep = (side / 2 - signature.first) * thickness * 72 / 25.4;
		creep = signature.sheets > 8 ? creep : 0;
		/* The bounding box begins with the letter's own origin. */
		g_assert_cmpfloat_with_epsilon(
			found[2 * side].left, fold_at - page + creep + text_x, 0.05);
		g_assert_cmpfloat_with_epsilon(
			found[2 * side + 1].left, fold_at - creep + text_x, 0.05);
	}
	sample_finish(&sample);
}

/* 40 pages, 10 sheets: the innermost pages stand 0.9 mm nearer to the fold than the outermost. */
static void test_creep_on_sheets(void) {
	check_creep(40, 0, 0.1);
	check_creep(40, 0, 0.25);
	check_creep(72, 9, 0.1);
	check_creep(72, 4, 0.1);
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
	g_test_add_func("/impose/signatures", test_signatures);
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
