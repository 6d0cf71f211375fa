/* pdf_outline: see the header. Cairo opens the glyph; nothing is painted. */
#include "out/pdf_outline.h"

#include <math.h>

enum { EM = 1000 };

static void put_points(GString *out, const cairo_path_data_t *points, int count, const char *name) {
	for (int i = 0; i < count; i++) {
		g_string_append_printf(out, "%d %d ", (int)lround(points[i].point.x),
			(int)lround(-points[i].point.y));
	}
	g_string_append(out, name);
}

static void put_path(GString *out, const cairo_path_t *path) {
	for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
		const cairo_path_data_t *points = &path->data[i + 1];
		switch (path->data[i].header.type) {
		case CAIRO_PATH_MOVE_TO:
			/* Cairo moves once more behind what is closed. */
			if (i + path->data[i].header.length < path->num_data) {
				put_points(out, points, 1, "m\n");
			}
			break;
		case CAIRO_PATH_LINE_TO:
			put_points(out, points, 1, "l\n");
			break;
		case CAIRO_PATH_CURVE_TO:
			put_points(out, points, 3, "c\n");
			break;
		case CAIRO_PATH_CLOSE_PATH:
			put_points(out, points, 0, "h\n");
			break;
		}
	}
}

const char *pdf_outline(Faces *faces, int face, unsigned glyph, Arena *arena) {
	cairo_font_face_t *opened = faces_open(faces, face, NULL);
	if (!opened) {
		return NULL;
	}
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
	cairo_t *cr = cairo_create(surface);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(cr, options);
	cairo_set_font_face(cr, opened);
	cairo_set_font_size(cr, EM);
	const cairo_glyph_t one = {.index = glyph};
	cairo_glyph_path(cr, &one, 1);
	cairo_path_t *path = cairo_copy_path(cr);
	g_autoptr(GString) out = g_string_new(NULL);
	put_path(out, path);
	cairo_path_destroy(path);
	cairo_font_options_destroy(options);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	return out->len > 0 ? arena_strdup(arena, out->str) : NULL;
}
