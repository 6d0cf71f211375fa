/* divided: a paragraph that a page could only end within by dividing a word is set anew: without
 * divisions, else a line longer or shorter, if it looks as well. Knows lines only. */
#include "layout/setter.h"

enum { FIRST_LINES = 4 /* of a talk stand together */ };

/* Lines that a page may end after, with so many before and after its end: some of them whole? */
static gboolean has_whole_end(const Par *par, int before, int after, gboolean *any) {
	*any = FALSE;
	for (int i = before - 1; i < par->line_count - after; i++) {
		*any = TRUE;
		if (par->penalties[i] == 0) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean is_good(const Par *par, int widow_lines) {
	gboolean any;
	if (par->line_count <= widow_lines + 1 ||
		has_whole_end(par, FIRST_LINES, widow_lines, &any)) {
		return TRUE;
	}
	return !any && (has_whole_end(par, widow_lines, widow_lines, &any) || !any);
}

/* Full lines are not to be got by spaces of more than half as much again. */
static gboolean is_even(const Par *par) {
	enum { SPACE_MOST = 1500 };
	for (int i = 0; i < par->line_count; i++) {
		if (par->lines[i].space_ratio > SPACE_MOST) {
			return FALSE;
		}
	}
	return !par->overfull;
}

const Par *setter_par(Setter *setter, const ParSpec *spec, int widow_lines) {
	const Par *par = par_set(setter->text, setter->arena, spec);
	if (!spec->sheet->styles[spec->role].hyphenate || is_good(par, widow_lines)) {
		return par;
	}
	StyleSheet *undivided = arena_memdup(setter->arena, spec->sheet, sizeof *spec->sheet);
	undivided->styles[spec->role].hyphenate = FALSE;
	ParSpec others[] = {*spec, *spec, *spec};
	others[0].sheet = undivided;
	others[1].looseness = 1;
	others[2].looseness = -1;
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
		const Par *other = par_set(setter->text, setter->arena, &others[i]);
		if (is_even(other) && is_good(other, widow_lines)) {
			return other;
		}
	}
	return par;
}
