/* art: a PDF as a designer may send it, to be placed by the tests:
 *   art FILE WIDTH HEIGHT PAGES      mm; every page says its number in letters and shows its edges:
 * a frame at the edge, a cross in the middle, and F-shaped marks that tell up from down. */
#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const words[] = {"Alpha", "Beta", "Gamma", "Delta"};

static void draw(cairo_t *cr, double width, double height, int page) {
	cairo_set_source_rgb(cr, 0.98, 0.93, 0.8);
	cairo_paint(cr);
	cairo_set_source_rgb(cr, 0.75, 0.1, 0.15);
	cairo_set_line_width(cr, 4);
	cairo_rectangle(cr, 2, 2, width - 4, height - 4);
	cairo_stroke(cr);
	cairo_set_line_width(cr, 0.5);
	cairo_move_to(cr, 0, 0);
	cairo_line_to(cr, width, height);
	cairo_move_to(cr, width, 0);
	cairo_line_to(cr, 0, height);
	cairo_stroke(cr);
	cairo_set_source_rgb(cr, 0.1, 0.2, 0.5);
	cairo_arc(cr, width / 2, height / 2, width / 5, 0, 6.2831853);
	cairo_fill(cr);
	cairo_rectangle(cr, 20, 20, 6, 60);
	cairo_rectangle(cr, 20, 20, 36, 6);
	cairo_rectangle(cr, 20, 40, 24, 6);
	cairo_fill(cr);
	cairo_select_font_face(cr, "serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
	cairo_set_font_size(cr, width / 12);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_move_to(cr, width / 2 - width / 8, height / 2);
	cairo_show_text(cr, "Plan");
	cairo_show_text(cr, words[page % 4]);
}

int main(int argc, char **argv) {
	if (argc != 5) {
		fprintf(stderr, "usage: art FILE WIDTH HEIGHT PAGES\n");
		return 2;
	}
	double width = atof(argv[2]) / 25.4 * 72, height = atof(argv[3]) / 25.4 * 72;
	cairo_surface_t *surface = cairo_pdf_surface_create(argv[1], width, height);
	cairo_t *cr = cairo_create(surface);
	for (int i = 0; i < atoi(argv[4]); i++) {
		draw(cr, width, height, i);
		cairo_show_page(cr);
	}
	cairo_destroy(cr);
	cairo_surface_finish(surface);
	int failed = cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(surface);
	return failed;
}
