/* impose: where pages stand on sheets that are folded once and stapled through the fold. The n-th
 * sheet from outside carries on its outer side the n-th pair from the ends of the book and on its
 * inner side the next. Arithmetic only; out_imposed_pdf paints. */
#include "out/out.h"

enum { CREEP_FROM = 9 }; /* sheets; fewer lie flat enough */

int *impose_order(int pages, gboolean rtl, int *sides) {
	int sheets = (pages + 3) / 4, last = 4 * sheets - 1;
	int *order = g_new(int, (gsize)MAX(1, 4 * sheets));
	for (int side = 0; side < 2 * sheets; side++) {
		/* Outer sides show the higher page on the left, inner ones the lower. */
		int low = side, high = last - side;
		gboolean low_left = (side % 2 == 1) != (rtl != FALSE);
		int left = low_left ? low : high, right = low_left ? high : low;
		order[2 * side] = left < pages ? left : -1;
		order[2 * side + 1] = right < pages ? right : -1;
	}
	*sides = 2 * sheets;
	return order;
}

Len impose_creep(int sheet, int sheets, double paper_thickness) {
	return sheets < CREEP_FROM ? 0 : len_from_mm(sheet * paper_thickness);
}
