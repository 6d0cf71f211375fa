/* Pictures in PDFs: a JPEG goes in as it is and once, however often it is drawn, also twice on a
 * page; crops, tones and drawings come out as they should. */
#include <cairo.h>
#include <stdio.h>

#include <jpeglib.h>

#include "asset/asset.h"
#include "sample.h"

enum { PHOTO, LOGO, DRAWING, ASSETS };
enum { PHOTO_WIDTH = 400, PHOTO_HEIGHT = 300 };

static char *folder;

/* Quarters of the photo: red, green / blue, white. */
static const unsigned quarters[4] = {0xd02020, 0x20a020, 0x2020d0, 0xf0f0f0};

static void make_photo(const char *path) {
	struct jpeg_compress_struct cinfo;
	struct jpeg_error_mgr errors;
	unsigned char *memory = NULL;
	unsigned long size = 0;
	cinfo.err = jpeg_std_error(&errors);
	jpeg_create_compress(&cinfo);
	jpeg_mem_dest(&cinfo, &memory, &size);
	cinfo.image_width = PHOTO_WIDTH;
	cinfo.image_height = PHOTO_HEIGHT;
	cinfo.input_components = 3;
	cinfo.in_color_space = JCS_RGB;
	jpeg_set_defaults(&cinfo);
	jpeg_set_quality(&cinfo, 95, TRUE);
	jpeg_start_compress(&cinfo, TRUE);
	for (int y = 0; y < PHOTO_HEIGHT; y++) {
		unsigned char row[3 * PHOTO_WIDTH], *rows[1] = {row};
		for (int x = 0; x < PHOTO_WIDTH; x++) {
			unsigned rgb =
				quarters[(y >= PHOTO_HEIGHT / 2) * 2 + (x >= PHOTO_WIDTH / 2)];
			row[3 * x] = rgb >> 16 & 255;
			row[3 * x + 1] = rgb >> 8 & 255;
			row[3 * x + 2] = rgb & 255;
		}
		jpeg_write_scanlines(&cinfo, rows, 1);
	}
	jpeg_finish_compress(&cinfo);
	jpeg_destroy_compress(&cinfo);
	g_assert_true(g_file_set_contents(path, (char *)memory, (gssize)size, NULL));
	free(memory);
}

/* A half-transparent disc. */
static void make_logo(const char *path) {
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 200, 200);
	cairo_t *cr = cairo_create(surface);
	cairo_set_source_rgba(cr, 0, 0.4, 0.8, 0.5);
	cairo_arc(cr, 100, 100, 90, 0, 7);
	cairo_fill(cr);
	cairo_destroy(cr);
	g_assert_cmpint(cairo_surface_write_to_png(surface, path), ==, CAIRO_STATUS_SUCCESS);
	cairo_surface_destroy(surface);
}

static const char drawing[] =
	"<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100' viewBox='0 0 200 100'>"
	"<rect width='100' height='100' fill='#c00000'/>"
	"<rect x='100' width='100' height='100' fill='#00a000'/></svg>";

typedef struct Pictures {
	Sample sample;
	Asset *assets[ASSETS];
	PageAsset table[ASSETS];
} Pictures;

static void pictures_init(Pictures *pictures) {
	static const char *const names[ASSETS] = {"photo.jpg", "logo.png", "drawing.svg"};
	sample_init(&pictures->sample);
	g_autoptr(Diags) diags = diags_new();
	for (int i = 0; i < ASSETS; i++) {
		pictures->assets[i] = asset_load(folder, names[i], SPAN_NONE, diags);
		g_assert_nonnull(pictures->assets[i]);
		pictures->table[i] = (PageAsset){pictures->assets[i], names[i]};
	}
	pictures->sample.document.assets = pictures->table;
	pictures->sample.document.asset_count = ASSETS;
}

static void pictures_finish(Pictures *pictures) {
	sample_finish(&pictures->sample);
	for (int i = 0; i < ASSETS; i++) {
		asset_free(pictures->assets[i]);
	}
}

static PageItem image_item(int asset, double x, double y, double width, double height) {
	PageItem item = {.kind = PAGE_IMAGE, .tag = TAG_ARTIFACT};
	item.as.image.asset = asset;
	item.as.image.area =
		(Rect){len_from_pt(x), len_from_pt(y), len_from_pt(width), len_from_pt(height)};
	return item;
}

static void add_page(Pictures *pictures, const PageItem *items, int count) {
	PageBuilder *builder = sample_page(&pictures->sample, 148, 210);
	for (int i = 0; i < count; i++) {
		page_add(builder, items[i]);
	}
	sample_page_end(&pictures->sample, builder, "-");
}

static char *write_pictures(const Pictures *pictures, const char *name, gboolean imposed) {
	char *path = g_build_filename(folder, name, NULL);
	g_autoptr(GError) error = NULL;
	SafeFile *file = safe_file_new(path, &error);
	PdfOptions plain = {.links = FALSE};
	ImposeOptions sheets = {.sheet_width = len_from_mm(297), .sheet_height = len_from_mm(210)};
	g_assert_true(imposed ? out_imposed_pdf(&pictures->sample.document, &sheets, file, &error)
			      : out_pdf(&pictures->sample.document, &plain, file, &error));
	g_assert_no_error(error);
	g_assert_true(safe_file_commit(file, "%%EOF", &error));
	g_autofree char *said = sample_run("qpdf --check %s", path);
	g_assert_nonnull(said);
	g_assert_null(strstr(said, "WARNING"));
	return path;
}

static int count_of(const char *data, gsize size, const char *wanted) {
	int count = 0;
	gsize length = strlen(wanted);
	for (gsize i = 0; i + length <= size; i++) {
		count += memcmp(data + i, wanted, length) == 0;
	}
	return count;
}

static void test_once(void) {
	Pictures pictures;
	pictures_init(&pictures);
	for (int i = 0; i < 32; i++) {
		PageItem items[2] = {
			image_item(PHOTO, 20, 20, 200, 150), image_item(LOGO, 20, 200, 100, 100)};
		add_page(&pictures, items, i % 2 ? 1 : 2);
	}
	for (int imposed = 0; imposed < 2; imposed++) {
		g_autofree char *path = write_pictures(&pictures, "once.pdf", imposed);
		g_autofree char *data = NULL;
		gsize size;
		g_assert_true(g_file_get_contents(path, &data, &size, NULL));
		g_assert_cmpint(count_of(data, size, "/DCTDecode"), ==, 1);
		g_assert_cmpint(
			count_of(data, size, "/Subtype /Image"), ==, 3); /* and logo, mask */
		g_assert_cmpint(count_of(data, size, "/Interpolate true"), ==, 0);
		/* The bytes themselves, not decoded and coded again. */
		int components;
		GBytes *jpeg = asset_jpeg(pictures.assets[PHOTO], &components);
		gsize length;
		const char *bytes = g_bytes_get_data(jpeg, &length);
		gboolean found = FALSE;
		for (gsize i = 0; !found && i + length <= size; i++) {
			found = data[i] == bytes[0] && memcmp(data + i, bytes, length) == 0;
		}
		g_assert_true(found);
	}
	pictures_finish(&pictures);
}

static cairo_surface_t *render(const char *pdf, double *scale) {
	g_autofree char *base = g_build_filename(folder, "page", NULL);
	g_autofree char *png = g_strconcat(base, ".png", NULL);
	g_free(sample_run("pdftoppm -r 144 -f 1 -l 1 -singlefile -png %s %s", pdf, base));
	*scale = 2;
	return cairo_image_surface_create_from_png(png);
}

static void assert_colour(cairo_surface_t *surface, double x, double y, unsigned wanted) {
	const unsigned char *row = cairo_image_surface_get_data(surface) +
		(int)y * cairo_image_surface_get_stride(surface);
	unsigned rgb = ((const unsigned *)(const void *)row)[(int)x] & 0xffffff;
	for (int shift = 0; shift < 24; shift += 8) {
		int difference = (int)(rgb >> shift & 255) - (int)(wanted >> shift & 255);
		if (ABS(difference) > 6) {
			g_test_message("at %.0f,%.0f: %06x, not %06x", x, y, rgb, wanted);
		}
		g_assert_cmpint(ABS(difference), <=, 6);
	}
}

static unsigned grey_of(unsigned rgb) {
	double level =
		0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
	return (unsigned)lround(level) * 0x010101;
}

/* Whole, cropped to its lower right corner, grey, twice on the page; a disc on a fill. */
static void add_gallery(Pictures *pictures) {
	PageItem cropped = image_item(PHOTO, 20, 200, 100, 100);
	cropped.as.image.crop = (Rect){150 * 1024, 50 * 1024, 100 * 1024, 200 * 1024};
	PageItem grey = image_item(PHOTO, 140, 200, 200, 150);
	grey.as.image.grey = TRUE;
	PageItem grey_drawing = image_item(DRAWING, 140, 400, 100, 50);
	grey_drawing.as.image.grey = TRUE;
	PageItem field = {.kind = PAGE_FILL, .tag = TAG_ARTIFACT};
	field.as.fill.area = (Rect){0, len_from_pt(480), len_from_pt(300), len_from_pt(100)};
	field.as.fill.colour = INK;
	PageItem items[] = {image_item(PHOTO, 20, 20, 200, 150), cropped, grey,
		image_item(DRAWING, 20, 400, 100, 50), grey_drawing, field,
		image_item(LOGO, 20, 480, 100, 100), image_item(LOGO, 150, 480, 100, 100)};
	add_page(pictures, items, G_N_ELEMENTS(items));
}

static void assert_gallery(cairo_surface_t *page, double s) {
	assert_colour(page, s * 30, s * 30, quarters[0]);
	assert_colour(page, s * 210, s * 30, quarters[1]);
	assert_colour(page, s * 30, s * 160, quarters[2]);
	assert_colour(page, s * 210, s * 160, quarters[3]);
	assert_colour(page, s * 119, s * 90, quarters[0]);
	assert_colour(page, s * 121, s * 90, quarters[1]);
	assert_colour(page, s * 119, s * 100, quarters[2]);
	/* The crop shows 150…250 across, its middle the photo's; 50…250 down likewise. */
	assert_colour(page, s * 24, s * 204, quarters[0]);
	assert_colour(page, s * 116, s * 204, quarters[1]);
	assert_colour(page, s * 67, s * 247, quarters[0]);
	assert_colour(page, s * 73, s * 253, quarters[3]);
	assert_colour(page, s * 122, s * 250, 0xffffff);
	for (int q = 0; q < 4; q++) {
		assert_colour(page, s * (q % 2 ? 330 : 150), s * (q / 2 ? 340 : 210),
			grey_of(quarters[q]));
	}
	assert_colour(page, s * 30, s * 425, 0xc00000);
	assert_colour(page, s * 110, s * 425, 0x00a000);
	/* Half of (0, 0.4, 0.8) over ink, in both discs; ink alone in the corners. */
	assert_colour(page, s * 70, s * 530, 0x0a3f74);
	assert_colour(page, s * 200, s * 530, 0x0a3f74);
	assert_colour(page, s * 22, s * 482, sample_palette[INK]);
}

static void test_gallery(void) {
	Pictures pictures;
	pictures_init(&pictures);
	add_gallery(&pictures);
	g_autofree char *path = write_pictures(&pictures, "gallery.pdf", FALSE);
	double scale;
	cairo_surface_t *page = render(path, &scale);
	assert_gallery(page, scale);
	cairo_surface_destroy(page);
	/* Photo and its grey copy, logo and its mask; twice drawn, but once there. */
	g_autofree char *data = NULL;
	gsize size;
	g_assert_true(g_file_get_contents(path, &data, &size, NULL));
	g_assert_cmpint(count_of(data, size, "/Subtype /Image"), ==, 4);
	pictures_finish(&pictures);
}

/* The same on pixels. */
static void test_gallery_png(void) {
	Pictures pictures;
	pictures_init(&pictures);
	add_gallery(&pictures);
	g_autofree char *path = g_build_filename(folder, "gallery.png", NULL);
	g_autoptr(GError) error = NULL;
	SafeFile *file = safe_file_new(path, &error);
	g_assert_true(out_png(&pictures.sample.document, 0, 144, file, &error));
	g_assert_true(safe_file_commit(file, "IEND", &error));
	cairo_surface_t *page = cairo_image_surface_create_from_png(path);
	g_assert_cmpint(cairo_image_surface_get_width(page), ==, 839);
	g_assert_cmpint(cairo_image_surface_get_height(page), ==, 1191);
	assert_gallery(page, 2);
	cairo_surface_destroy(page);
	pictures_finish(&pictures);
}

/* Drawings stay outlines: no picture in the file. */
static void test_drawing_is_vector(void) {
	Pictures pictures;
	pictures_init(&pictures);
	PageItem items[2] = {
		image_item(DRAWING, 20, 20, 100, 50), image_item(DRAWING, 20, 90, 60, 30)};
	items[1].as.image.grey = TRUE;
	add_page(&pictures, items, 2);
	g_autofree char *path = write_pictures(&pictures, "drawing.pdf", FALSE);
	g_autofree char *data = NULL;
	gsize size;
	g_assert_true(g_file_get_contents(path, &data, &size, NULL));
	g_assert_cmpint(count_of(data, size, "/Subtype /Image"), ==, 0);
	double s;
	cairo_surface_t *page = render(path, &s);
	/* By the weights of PDF's blend modes: 0.30, 0.59, 0.11. */
	assert_colour(page, s * 30, s * 105, 0x3a3a3a);
	assert_colour(page, s * 70, s * 105, 0x5e5e5e);
	cairo_surface_destroy(page);
	pictures_finish(&pictures);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	folder = g_dir_make_tmp(NULL, NULL);
	g_autofree char *photo = g_build_filename(folder, "photo.jpg", NULL);
	g_autofree char *logo = g_build_filename(folder, "logo.png", NULL);
	g_autofree char *svg = g_build_filename(folder, "drawing.svg", NULL);
	make_photo(photo);
	make_logo(logo);
	g_assert_true(g_file_set_contents(svg, drawing, -1, NULL));
	g_test_add_func("/images/once", test_once);
	g_test_add_func("/images/gallery", test_gallery);
	g_test_add_func("/images/gallery-png", test_gallery_png);
	g_test_add_func("/images/drawing", test_drawing_is_vector);
	int failed = g_test_run();
	if (!g_getenv("KEEP_FOLDER")) {
		sample_remove(folder);
	}
	g_free(folder);
	return failed;
}
