/* demerits: how good a line is. Justified lines are judged by how much of what they may give they
 * must; ragged ones by the gap at their end. Whoever wants other lines changes numbers here. */
#include <math.h>

#include "text/linebreak.h"

#define RATIO_WORST 1.0e6

/* Justified. One line that uses all it may give costs 100 per cent squared. */
#define HYPHEN_DEMERITS 1800.0
#define HYPHEN_PAIR_DEMERITS 12000.0
#define LAST_BUT_ONE_HYPHEN_DEMERITS 6000.0
#define CONTRAST_DEMERITS 3000.0
#define SHORT_LAST_DEMERITS 9000.0
#define SINGLE_LAST_DEMERITS 4000.0
/* Ragged. */
#define RAG_FULL_GAP 40000.0
#define RAG_HYPHEN_DEMERITS 600.0
#define RAG_SHORT_WORD_DEMERITS 25.0
#define RAG_SHORT_LAST_DEMERITS 4000.0

static double square(double x) {
	return x * x;
}

static double stretch_ratio(const Fit *fit, const LineSums *sums, double slack) {
	double give = line_give(sums, slack >= 0 ? &fit->stretch : &fit->shrink);
	if (slack == 0) {
		return 0;
	}
	return give > 0 ? slack / give : slack > 0 ? RATIO_WORST : -RATIO_WORST;
}

static double last_line_demerits(const Fit *fit, const LineSums *sums, Len measure) {
	double demerits = 0;
	double wanted = fit->mode == FIT_RAGGED ? measure / 3.0 : 2.5 * fit->em;
	if (sums->natural < wanted) {
		double share = 1 - sums->natural / wanted;
		demerits +=
			(fit->mode == FIT_RAGGED ? RAG_SHORT_LAST_DEMERITS : SHORT_LAST_DEMERITS) *
			(0.25 + share);
	}
	if (sums->spaces == 0 && sums->wide == 0) {
		demerits += SINGLE_LAST_DEMERITS;
	}
	return demerits;
}

static Judged judge_justified(
	const Fit *fit, const Breakpoint *from, const Breakpoint *to, Len measure) {
	LineSums sums = line_sums(from, to);
	double slack = (double)measure - sums.natural;
	double ratio = stretch_ratio(fit, &sums, slack);
	if (ratio < -1.0) {
		return (Judged){.demerits = HUGE_VAL};
	}
	double demerits = 0;
	if (to->forced && slack >= 0) {
		ratio = 0;
		demerits += last_line_demerits(fit, &sums, measure);
		demerits += from->hyphen ? LAST_BUT_ONE_HYPHEN_DEMERITS : 0;
	}
	double badness = ratio <= 1.0 ? 100.0 * square(ratio) : 100.0 * pow(MIN(ratio, 40.0), 2.5);
	demerits += square(10.0 + badness) + square(to->penalty);
	demerits += to->hyphen ? HYPHEN_DEMERITS * fit->hyphen_cost : 0;
	return (Judged){.demerits = demerits, .ratio = MIN(ratio, 3.0)};
}

static Judged judge_ragged(
	const Fit *fit, const Breakpoint *from, const Breakpoint *to, Len measure) {
	LineSums sums = line_sums(from, to);
	double slack = (double)measure - sums.natural;
	if (slack < 0) {
		return (Judged){.demerits = HUGE_VAL};
	}
	double demerits = square(to->penalty);
	if (to->forced) {
		demerits += from->start.x > 0 ? last_line_demerits(fit, &sums, measure) : 0;
		return (Judged){.demerits = demerits, .ratio = 0};
	}
	demerits += RAG_FULL_GAP * square(slack / measure);
	demerits += to->hyphen ? RAG_HYPHEN_DEMERITS * 5 * fit->hyphen_cost : 0;
	demerits += to->short_word ? RAG_SHORT_WORD_DEMERITS : 0;
	return (Judged){.demerits = demerits, .ratio = 0};
}

Judged judge_line(const Fit *fit, const Breakpoint *from, const Breakpoint *to, Len measure) {
	return fit->mode == FIT_JUSTIFY ? judge_justified(fit, from, to, measure)
					: judge_ragged(fit, from, to, measure);
}

double judge_pair(const Fit *fit, double earlier, double later, int hyphens, const Breakpoint *to) {
	double demerits = 0;
	if (hyphens > 0 && (to->hyphen || to->dash)) {
		gboolean soft = to->dash; /* the text's own hyphen cannot always be helped */
		if (fit->mode != FIT_JUSTIFY || hyphens >= 2) {
			return HYPHEN_PAIR_DEMERITS * (soft ? 10 : 10000);
		}
		demerits += HYPHEN_PAIR_DEMERITS;
	}
	if (fit->mode == FIT_JUSTIFY && !to->forced) {
		demerits += CONTRAST_DEMERITS * square(later - earlier);
	}
	return demerits;
}
