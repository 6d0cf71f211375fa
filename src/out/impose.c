/* impose: where pages stand on sheets that are folded once and stapled, or sewn, through the fold.
 * The sheets of a signature lie in each other, signatures follow one another. Within a signature
 * the n-th sheet from outside carries on its outer side the n-th pair from the ends and on its
 * inner side the next. Arithmetic only; out_imposed_pdf paints. */
#include "out/out.h"

enum { CREEP_FROM = 9 }; /* sheets of a signature; fewer lie flat enough */

Signature impose_signature(int sheet, int sheets, int per_signature) {
	int count = per_signature > 0 ? (sheets + per_signature - 1) / per_signature : 1;
	int least = sheets / count, larger = sheets % count;
	int of_larger = larger * (least + 1);
	if (sheet < of_larger) {
		return (Signature){sheet / (least + 1) * (least + 1), least + 1};
	}
	return (Signature){of_larger + (sheet - of_larger) / least * least, least};
}

int *impose_order(int pages, int per_signature, gboolean rtl, int *sides) {
	int sheets = MAX((pages + 3) / 4, 1);
	int *order = g_new(int, 4 * (gsize)sheets);
	for (int side = 0; side < 2 * sheets; side++) {
		Signature signature = impose_signature(side / 2, sheets, per_signature);
		int step = side - 2 * signature.first;
		int low = 4 * signature.first + step;
		int high = 4 * (signature.first + signature.sheets) - 1 - step;
		/* Outer sides show the higher page on the left, inner ones the lower. */
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
