/* format: the table of DESIGN.md 1; figures in mm and pt as they stand there. */
#include "layout/format.h"

#include <math.h>
#include <stdlib.h>

typedef struct Designed {
	double width, height, inner, outer, top; /* mm */
	double gutter; /* mm */
	double size, leading; /* pt */
	int lines, text_columns;
} Designed;

static const Designed designed[] = {
	{148, 210, 15, 13, 14, 4, 9.5, 13, 39, 5}, /* A5 */
	{139.7, 215.9, 14, 12, 14, 4, 9.5, 13, 40, 5}, /* half-letter */
	{133.35, 203.2, 14, 12, 13, 4, 9.5, 13, 38, 5}, /* small digest */
	{210, 297, 20, 18, 18, 5, 10, 14, 51, 4}, /* A4 */
	{215.9, 279.4, 21, 19, 18, 5, 10, 14, 48, 4}, /* US Letter */
};

enum { A5_SIZE_TENTHS = 95, A5_LEADING = 13 };

static const Designed *nearest(double width, double height) {
	const Designed *best = &designed[0];
	double least = HUGE_VAL;
	for (size_t i = 0; i < G_N_ELEMENTS(designed); i++) {
		double distance = fabs(log(width / designed[i].width)) +
			fabs(log(height / designed[i].height));
		if (distance < least) {
			least = distance;
			best = &designed[i];
		}
	}
	return best;
}

static gboolean is_exact(const Designed *design, double width, double height) {
	return fabs(design->width - width) < 0.6 && fabs(design->height - height) < 0.6;
}

Format format_for_paper(Len width, Len height, double type_size, Len line) {
	double mm_width = len_to_mm(width), mm_height = len_to_mm(height);
	const Designed *design = nearest(mm_width, mm_height);
	gboolean exact = is_exact(design, mm_width, mm_height);
	double across = exact ? 1 : mm_width / design->width;
	double down = exact ? 1 : mm_height / design->height;
	double type = type_size > 0 ? type_size / design->size : 1;
	if (!exact && type_size <= 0) {
		/* Type follows the page, but by less: measure and lines change as well. */
		type = sqrt(MIN(across, down));
	}
	Format format = {.width = width, .height = height};
	format.inner = len_from_mm(design->inner * across);
	format.outer = len_from_mm(design->outer * across);
	format.top = len_from_mm(design->top * down);
	format.gutter = len_from_mm(design->gutter * MIN(across, 1.25));
	format.live_width = width - format.inner - format.outer;
	format.column = (format.live_width - 5 * format.gutter) / 6;
	double script = len_to_pt(line) / A5_LEADING;
	format.line = len_from_pt(design->leading * type * script);
	double a5_bottom =
		(design->height - design->top) / 25.4 * 72.0 - design->lines * design->leading;
	Len bottom = len_from_pt(a5_bottom * MAX(down, type));
	format.line_count = exact && type_size <= 0 && script == 1.0
		? design->lines
		: (height - format.top - bottom) / format.line;
	format.line_count = MAX(format.line_count, 8);
	format.bottom = height - format.top - format.line_count * format.line;
	format.text_x = format.column + format.gutter;
	format.text_width =
		design->text_columns * format.column + (design->text_columns - 1) * format.gutter;
	format.type_scale = design->size * type * 10.0 / A5_SIZE_TENTHS;
	format.line_scale = len_to_pt(format.line) / len_to_pt(line);
	return format;
}

/* mm, on the page that the edition was designed for. */
typedef struct EditionDesign {
	double width, inner, outer, top, bottom, hang, gutter;
} EditionDesign;

static const EditionDesign edition_designs[] = {
	[BOOK_LARGE] = {210, 22, 18, 16, 22, 32, 5},
	[BOOK_PHONE] = {108, 8, 8, 10, 14, 16, 3},
};

Format format_for_edition(BookEdition edition, Len width, Len height, Len line) {
	const EditionDesign *design = &edition_designs[edition];
	double scale = len_to_mm(width) / design->width;
	Format format = {.width = width,
		.height = height,
		.inner = len_from_mm(design->inner * scale),
		.outer = len_from_mm(design->outer * scale),
		.top = len_from_mm(design->top),
		.column = len_from_mm(design->hang * scale),
		.gutter = len_from_mm(design->gutter * scale),
		.line = line,
		.type_scale = 1,
		.line_scale = len_to_pt(line) / A5_LEADING,
		.stacked = TRUE};
	format.live_width = width - format.inner - format.outer;
	format.line_count = MAX((height - format.top - len_from_mm(design->bottom)) / line, 8);
	format.bottom = height - format.top - format.line_count * line;
	format.text_x = format.column + format.gutter;
	format.text_width = format.live_width - format.text_x;
	return format;
}

gboolean format_is_wide(const Format *format) {
	return format->width > len_scale(format->height, 0.95);
}

Len format_live_left(const Format *format, gboolean verso, gboolean rtl) {
	/* Outer is left on a left page; a book bound on the right has its versos on the right. */
	gboolean left_page = rtl ? !verso : verso;
	return left_page ? format->outer : format->inner;
}
