/* demerits: how good a line is. Justified lines are judged by how much of what they may give they
 * must; ragged ones by the gap at their end. Whoever wants other lines changes numbers here. */
#include <math.h>

#include "text/linebreak.h"

#define RATIO_WORST 40.0

/* Justified. The measure: a line that uses all it may give costs 100. */
#define HYPHEN_DEMERITS 68.0
#define HYPHEN_PAIR_DEMERITS 60.0
#define HYPHEN_RUN_DEMERITS 400000.0 /* less than what only the desperate pay */
#define LAST_BUT_ONE_HYPHEN_DEMERITS 60.0
#define CONTRAST_DEMERITS 35.0
#define SHORT_LAST_DEMERITS 150.0
#define SINGLE_LAST_DEMERITS 120.0
#define DASH_SHARE 0.8 /* of a hyphen's: the text's own hyphen at a line's end */
#define LINE_DEMERITS 2.0
#define HYPHEN_MEASURE 28.0 /* em */
#define BADNESS_MOST 60000.0
#define HARD_STRETCH 0.9
#define HARD_SHRINK (-0.7)
/* Ragged and balanced. The measure: an empty line costs 10000. */
#define RAG_FULL_GAP 10000.0
#define RAG_HYPHEN_DEMERITS 40.0
#define RAG_SHORT_LAST_DEMERITS 800.0
#define RAG_SINGLE_LAST_DEMERITS 500.0
#define RAG_PART_LAST_DEMERITS 800.0
#define RAG_DISLIKE 0.5
#define BALANCE_LIKE 5.0
#define BALANCE_NAME_DEMERITS 5000.0
#define BALANCE_NAME_LINES 1.5
#define BALANCE_DASH_DEMERITS 200.0

static double square(double x) {
	return x * x;
}

static double stretch_ratio(const Fit *fit, const LineSums *sums, double slack) {
	if (slack == 0) {
		return 0;
	}
	double give = line_give(sums, slack >= 0 ? &fit->stretch : &fit->shrink);
	double ratio = give > 0 ? slack / give : slack > 0 ? RATIO_WORST : -RATIO_WORST;
	return MIN(ratio, RATIO_WORST);
}

static double last_line_demerits(const Fit *fit, const LineSums *sums, Len measure) {
	double demerits = 0;
	gboolean justify = fit->mode == FIT_JUSTIFY;
	double wanted = justify ? 2.5 * fit->em : measure / 3.0;
	double cost = justify ? SHORT_LAST_DEMERITS : RAG_SHORT_LAST_DEMERITS;
	if (sums->natural < wanted) {
		demerits += cost * (1.25 - sums->natural / wanted);
	}
	if (sums->spaces == 0 && sums->wide == 0) {
		demerits += justify ? SINGLE_LAST_DEMERITS : RAG_SINGLE_LAST_DEMERITS;
	}
	return demerits;
}

/* Quadratic within what a line may give, so that the paragraph's spaces have the least variance;
 * steeper beyond. */
static double badness(double ratio) {
	double bad = 100.0 * square(ratio);
	if (ratio > HARD_STRETCH) {
		bad += 300.0 * square(ratio - HARD_STRETCH) * MIN(ratio, 2.0);
	} else if (ratio < HARD_SHRINK) {
		bad += 400.0 * square(ratio - HARD_SHRINK);
	}
	/* However loose: rather that than parting a word where it must not be. */
	return bad * BADNESS_MOST / (bad + BADNESS_MOST);
}

/* The narrower the measure, the more a line gains by a hyphen, and the more hyphens there would be
 * in a hundred lines: their cost rises so that they stay as rare as in a book's measure. */
static double hyphen_demerits(const Fit *fit, Len measure) {
	double narrow = HYPHEN_MEASURE * fit->em / measure;
	return HYPHEN_DEMERITS * fit->hyphen_cost * pow(CLAMP(narrow, 0.7, 2.0), 2.4);
}

static Judged judge_justified(const Fit *fit, const LineSums *sums, const Breakpoint *from,
	const Breakpoint *to, Len measure) {
	double slack = (double)measure - sums->natural;
	double ratio = stretch_ratio(fit, sums, slack);
	if (ratio < -1.0) {
		return (Judged){.demerits = HUGE_VAL};
	}
	double demerits = LINE_DEMERITS + to->penalty;
	if (to->forced && slack >= 0) {
		ratio = 0;
		if (from->token > 0 || from->offset > 0) {
			demerits += last_line_demerits(fit, sums, measure);
		}
		demerits += from->hyphen ? LAST_BUT_ONE_HYPHEN_DEMERITS : 0;
	}
	demerits += badness(ratio);
	if (to->hyphen || to->dash) {
		demerits += hyphen_demerits(fit, measure) * (to->hyphen ? 1.0 : DASH_SHARE);
	}
	return (Judged){.demerits = demerits, .ratio = MIN(ratio, 3.0)};
}

static Judged judge_ragged(const Fit *fit, const LineSums *sums, const Breakpoint *from,
	const Breakpoint *to, Len measure) {
	double slack = (double)measure - sums->natural;
	if (slack < 0) {
		return (Judged){.demerits = HUGE_VAL};
	}
	double demerits = to->penalty;
	if (to->forced) {
		gboolean only = from->token == 0 && from->offset == 0;
		demerits += only ? 0 : last_line_demerits(fit, sums, measure);
		demerits += from->hyphen ? RAG_PART_LAST_DEMERITS : 0;
		return (Judged){.demerits = demerits};
	}
	demerits += RAG_FULL_GAP * square(slack / measure);
	demerits += to->hyphen ? RAG_HYPHEN_DEMERITS * fit->hyphen_cost : 0;
	demerits += to->like > 0 ? RAG_DISLIKE * to->like : 0;
	return (Judged){.demerits = demerits};
}

static Judged judge_balanced(const Fit *fit, const LineSums *sums, const Breakpoint *from,
	const Breakpoint *to, Len measure) {
	if (sums->natural > measure) {
		return (Judged){.demerits = HUGE_VAL};
	}
	double demerits = to->penalty;
	if (fit->target <= 0) {
		/* Rather one line more than a name in two. */
		double name = to->in_name ? BALANCE_NAME_LINES : 0;
		return (Judged){.demerits = demerits + RAG_FULL_GAP * (1 + name)};
	}
	demerits += RAG_FULL_GAP * square((sums->natural - fit->target) / measure);
	if (to->forced) {
		gboolean single = sums->spaces == 0 && sums->wide == 0;
		demerits += single ? RAG_SINGLE_LAST_DEMERITS : 0;
		demerits += from->hyphen ? RAG_PART_LAST_DEMERITS : 0;
		return (Judged){.demerits = demerits};
	}
	demerits += BALANCE_LIKE * to->like;
	demerits += to->in_name ? BALANCE_NAME_DEMERITS : 0;
	demerits += to->dash || to->offset > 0 ? BALANCE_DASH_DEMERITS : 0;
	return (Judged){.demerits = demerits};
}

Judged judge_line(const Fit *fit, const LineSums *sums, const Breakpoint *from,
	const Breakpoint *to, Len measure) {
	switch (fit->mode) {
	case FIT_JUSTIFY:
		return judge_justified(fit, sums, from, to, measure);
	case FIT_BALANCE:
		return judge_balanced(fit, sums, from, to, measure);
	default:
		return judge_ragged(fit, sums, from, to, measure);
	}
}

double judge_pair(const Fit *fit, double earlier, double later, int hyphens, const Breakpoint *to) {
	double demerits = 0;
	if (hyphens > 0 && (to->hyphen || to->dash)) {
		gboolean run = fit->mode != FIT_JUSTIFY || hyphens >= 2;
		demerits += run ? HYPHEN_RUN_DEMERITS : HYPHEN_PAIR_DEMERITS;
	}
	if (fit->mode == FIT_JUSTIFY && !to->forced) {
		demerits += CONTRAST_DEMERITS * square(later - earlier);
	}
	return demerits;
}
