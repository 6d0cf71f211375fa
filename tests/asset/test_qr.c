/* QR codes: read back from a picture of the path, quiet zone, no seams. */
#include <cairo.h>
#include <qrencode.h>

#include "workbench.h"

static void trace(cairo_t *cairo, const PagePath *path) {
	const Point *point = path->points;
	for (int i = 0; i < path->op_count; i++) {
		switch ((PathOp)path->ops[i]) {
		case PATH_MOVE:
			cairo_move_to(cairo, len_to_pt(point->x), len_to_pt(point->y));
			point++;
			break;
		case PATH_LINE:
			cairo_line_to(cairo, len_to_pt(point->x), len_to_pt(point->y));
			point++;
			break;
		case PATH_CLOSE:
			cairo_close_path(cairo);
			break;
		case PATH_CURVE:
			g_assert_not_reached();
		}
	}
}

/* On white, `pixels` a side. */
static cairo_surface_t *draw(const PagePath *path, Len side, int pixels) {
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels, pixels);
	cairo_t *cairo = cairo_create(surface);
	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, pixels / len_to_pt(side), pixels / len_to_pt(side));
	cairo_set_source_rgb(cairo, 0, 0, 0);
	trace(cairo, path);
	cairo_fill(cairo);
	cairo_destroy(cairo);
	cairo_surface_flush(surface);
	return surface;
}

static guint32 surface_pixel(cairo_surface_t *surface, int x, int y) {
	const guchar *row =
		cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface);
	return ((const guint32 *)(const void *)row)[x] & 0xffffff;
}

static char *read_back(cairo_surface_t *surface) {
	Bench bench;
	bench_init(&bench);
	g_autofree char *path = g_build_filename(bench.folder, "code.png", NULL);
	g_assert_cmpint(cairo_surface_write_to_png(surface, path), ==, CAIRO_STATUS_SUCCESS);
	const char *command[] = {"zbarimg", "-q", "--raw", "--nodbus", "-Sbinary", path, NULL};
	char *text = NULL;
	g_autoptr(GError) error = NULL;
	gboolean ran = g_spawn_sync(NULL, (char **)command, NULL,
		G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &text, NULL, NULL,
		&error);
	g_assert_no_error(error);
	g_assert_true(ran);
	bench_finish(&bench);
	return text;
}

static const char *const texts[] = {
	"https://example.org",
	"https://example.org/j/91234567890?pwd=RE55eGd5M2gvanIJNW1VUks5b1kyZz09",
	"0123456789",
	"HTTPS://EXAMPLE.ORG/UPPER",
	"mailto:ana@example.org?subject=Café%20latté",
	"https://example.org/日本語/العربية",
};

static void test_read_back(void) {
	for (int i = 0; i < (int)G_N_ELEMENTS(texts); i++) {
		for (const char *level = "MQ"; *level; level++) {
			g_autoptr(Arena) arena = arena_new();
			Len side = len_from_mm(24);
			int modules = 0;
			const PagePath *path = qr_path(arena, texts[i], *level, side, &modules);
			g_assert_nonnull(path);
			g_assert_cmpint((modules - 8 - 17) % 4, ==, 0);
			cairo_surface_t *surface = draw(path, side, 300);
			g_autofree char *text = read_back(surface);
			g_assert_cmpstr(text, ==, texts[i]);
			cairo_surface_destroy(surface);
		}
	}
}

/* Four modules of white on each side, and the corner of the finder right behind. */
static void test_quiet_zone(void) {
	g_autoptr(Arena) arena = arena_new();
	int modules;
	Len side = 100 * 1024;
	const PagePath *path = qr_path(arena, texts[0], 'M', side, &modules);
	int left = LEN_MAX, top = LEN_MAX, right = 0, bottom = 0, count = 0;
	for (int i = 0; i < path->op_count; i++) {
		count += path->ops[i] != PATH_CLOSE;
	}
	for (int i = 0; i < count; i++) {
		left = MIN(left, path->points[i].x);
		right = MAX(right, path->points[i].x);
		top = MIN(top, path->points[i].y);
		bottom = MAX(bottom, path->points[i].y);
	}
	double module = (double)side / modules;
	g_assert_cmpint(left, ==, len_round(4 * module));
	g_assert_cmpint(top, ==, len_round(4 * module));
	g_assert_cmpint(right, ==, len_round((modules - 4) * module));
	g_assert_cmpint(bottom, ==, len_round((modules - 4) * module));
}

/* Every module is what libqrencode says, and at a scale where edges fall between pixels no module
 * that is dark with its neighbours has a lighter seam. */
static void test_no_seams(void) {
	g_autoptr(Arena) arena = arena_new();
	int modules;
	Len side = len_from_mm(31);
	const PagePath *path = qr_path(arena, texts[1], 'M', side, &modules);
	QRcode *code =
		QRcode_encodeData((int)strlen(texts[1]), (const guchar *)texts[1], 0, QR_ECLEVEL_M);
	g_assert_cmpint(code->width + 8, ==, modules);
	double scale = 7.37;
	cairo_surface_t *surface = draw(path, side, (int)(modules * scale));
	scale = (double)(int)(modules * scale) / modules;
	for (int row = 0; row < code->width; row++) {
		for (int column = 0; column + 1 < code->width; column++) {
			const guchar *module = &code->data[row * code->width + column];
			int y = (int)((row + 4.5) * scale), middle = (int)((column + 4.5) * scale);
			gboolean dark = *module & 1;
			g_assert_cmphex(surface_pixel(surface, middle, y), ==, dark ? 0 : 0xffffff);
			int next = (int)((column + 5.5) * scale);
			for (int x = middle; (module[0] & module[1] & 1) && x < next; x++) {
				g_assert_cmphex(surface_pixel(surface, x, y), ==, 0);
			}
		}
	}
	cairo_surface_destroy(surface);
	QRcode_free(code);
}

static void test_too_long(void) {
	g_autoptr(Arena) arena = arena_new();
	g_autofree char *text = g_strnfill(4000, 'x');
	int modules = 0;
	g_assert_null(qr_path(arena, text, 'M', 1024, &modules));
	g_assert_null(qr_path(arena, "", 'M', 1024, &modules));
	text[2331] = '\0';
	g_assert_nonnull(qr_path(arena, text, 'M', 1024, NULL));
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/qr/read-back", test_read_back);
	g_test_add_func("/qr/quiet-zone", test_quiet_zone);
	g_test_add_func("/qr/no-seams", test_no_seams);
	g_test_add_func("/qr/too-long", test_too_long);
	return g_test_run();
}
