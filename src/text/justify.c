/* justify: how a justified line fills its measure: word spaces, letterspacing and widening of
 * glyphs in proportion to what each may give; neighbouring lines never differ much in
 * letterspacing. */
#include "text/lines.h"

static Setting setting_for(const LineSums *sums, const Fit *fit, double slack) {
	Setting setting = {.fills = TRUE};
	const Give *give = slack >= 0 ? &fit->stretch : &fit->shrink;
	double all = line_give(sums, give);
	if (all <= 0) {
		return setting;
	}
	double ratio = CLAMP(slack / all, -1.0, 1.0);
	setting.tracking = sums->gaps > 0 ? ratio * give->tracking : 0;
	setting.glyph = ratio * give->glyph;
	setting.wide = ratio * give->wide;
	double rest = slack - setting.tracking * MAX(sums->gaps, 0) - setting.glyph * sums->ink -
		setting.wide * sums->wide;
	if (sums->spaces > 0) {
		setting.space = rest / sums->spaces;
	}
	return setting;
}

Setting *justify_lines(
	Arena *arena, const Breakpoints *points, const Breaks *breaks, const Fit *fit) {
	Setting *settings = arena_array_of(arena, Setting, breaks->line_count + 1);
	for (int i = 0; fit->mode == FIT_JUSTIFY && i < breaks->line_count; i++) {
		const Breakpoint *to = &points->points[breaks->chosen[i + 1]];
		LineSums sums = line_sums(&points->points[breaks->chosen[i]], to);
		double slack = (double)fit_measure(fit, i) - sums.natural;
		if (to->forced && slack >= 0) {
			continue;
		}
		settings[i] = setting_for(&sums, fit, slack);
	}
	return settings;
}
