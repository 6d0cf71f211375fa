/* demerits: how good a line is. Justified lines are judged by how much of what they may give they
 * must; ragged ones by the gap at their end. Whoever wants other lines changes numbers here. */
#include <math.h>

#include "text/justify.h"

/* Of two lines running: less than what only the desperate pay, more than the loosest line.
 */
#define HYPHEN_PAIR_DEMERITS 400000.0

/* Justified. The measure: a line that uses all it may give costs 100. */
#define HYPHEN_DEMERITS 63.0
#define LAST_BUT_ONE_HYPHEN_DEMERITS 250.0
#define COST_DEMERITS 30.0 /* for one unit of what justify.c counts */
#define SHORT_LAST_DEMERITS 200.0
#define SINGLE_LAST_DEMERITS 250.0
#define FULL_LAST_DEMERITS 120.0
#define HIDDEN_END 1.5 /* em */
#define DASH_SHARE 0.8 /* of a hyphen's: the text's own hyphen at a line's end */
#define NAME_DEMERITS 150.0
#define ADDRESS_DEMERITS 20.0
#define LINE_DEMERITS 2.0
#define HYPHEN_POWER 4.0
#define HYPHEN_MEASURE 72.0 /* letters a line */
#define HYPHEN_NARROWEST 1.53 /* a line of 47 letters: below, without hyphens it gapes */
#define HYPHEN_FALL 0.2
#define HYPHEN_BOOK 1.2 /* a line of 60 letters: narrower ones bear what books do not */
#define PAIR_SHARE 0.8 /* more, of a hyphen's: of two lines running */
#define PAIR_DEARER 4.0
#define STUB_SHARE 0.05 /* more, of a hyphen's: two letters stay behind */
#define HYPHEN_LEAST 0.7
#define HYPHEN_SPACE 0.2 /* em, of many a face's word spaces */
#define HYPHEN_SPACE_POWER 0.68
/* Most narrow lines are loose: the others are set a little wider, so that all look alike. */
#define REST_MOST 0.15 /* of a word space */
#define REST_RISE 0.5
#define BADNESS_MOST 60000.0
#define ROUNDED_DOWN (1.0 - 1e-9) /* what is surely not above a sum of the same numbers */
/* Ragged and balanced. The measure: an empty line costs 10000. */
#define RAG_FULL_GAP 10000.0
#define RAG_HYPHEN_DEMERITS 40.0
#define RAG_SHORT_LAST_DEMERITS 800.0
#define RAG_SINGLE_LAST_DEMERITS 500.0
#define RAG_PART_LAST_DEMERITS 800.0
#define RAG_DISLIKE 0.5
#define RAG_LITTLE_DEMERITS 600.0
#define RAG_NAME_DEMERITS 2000.0
#define RAG_ADDRESS_DEMERITS 300.0
#define BALANCE_LIKE 5.0
#define BALANCE_SINGLE_LAST_DEMERITS 2500.0
#define BALANCE_NAME_DEMERITS 5000.0
#define BALANCE_NAME_LINES 1.5
#define BALANCE_DASH_DEMERITS 200.0

static double square(double x) {
	return x * x;
}

static double last_line_demerits(const Fit *fit, const LineSums *sums, Len measure) {
	double demerits = 0;
	gboolean justify = fit->mode == FIT_JUSTIFY;
	double wanted = justify ? 2.5 * fit->em : measure / 3.0;
	double cost = justify ? SHORT_LAST_DEMERITS : RAG_SHORT_LAST_DEMERITS;
	if (sums->natural < wanted) {
		demerits += cost * (1.25 - sums->natural / wanted);
	}
	/* One that nearly fills its measure hides that the paragraph ends. */
	double gap = (double)measure - sums->natural, hidden = HIDDEN_END * fit->em;
	if (justify && gap >= 0 && gap < hidden) {
		demerits += FULL_LAST_DEMERITS * (1.0 - gap / hidden);
	}
	if (sums->spaces == 0 && sums->wide == 0) {
		demerits += justify ? SINGLE_LAST_DEMERITS : RAG_SINGLE_LAST_DEMERITS;
	}
	return demerits;
}

static double letters_share(const Fit *fit) {
	return HYPHEN_MEASURE * fit->letter / MAX(fit->measure, 1);
}

/* The narrower the measure, the more a line gains by a hyphen, and the more hyphens there would be
 * in a hundred lines: their cost rises so that they stay as rare as in a book's measure. Where it
 * is narrower than any book's it falls again: there they are the lesser evil. So they are where a
 * face has wide spaces, whose gaps are so much wider. */
static double justified_hyphen(const Fit *fit) {
	double narrow = letters_share(fit), beyond = MAX(narrow - HYPHEN_NARROWEST, 0);
	double weight = narrow - beyond - HYPHEN_FALL * beyond;
	double price = HYPHEN_DEMERITS * fit->hyphen_cost;
	if (fit->space > 0) {
		price *= pow(HYPHEN_SPACE * fit->em / fit->space, HYPHEN_SPACE_POWER);
	}
	return price * pow(MAX(weight, HYPHEN_LEAST), HYPHEN_POWER);
}

gboolean is_narrow(const Fit *fit) {
	return fit->mode == FIT_JUSTIFY && letters_share(fit) > HYPHEN_BOOK;
}

double space_rest(const Fit *fit) {
	double beyond = letters_share(fit) - HYPHEN_BOOK;
	return is_narrow(fit) ? MIN(REST_RISE * beyond, REST_MOST) : 0;
}

void hyphens_price(Fit *fit) {
	fit->pair = HYPHEN_PAIR_DEMERITS;
	if (fit->mode != FIT_JUSTIFY) {
		fit->hyphen = RAG_HYPHEN_DEMERITS * fit->hyphen_cost;
		fit->stub = RAG_LITTLE_DEMERITS;
		return;
	}
	fit->hyphen = justified_hyphen(fit);
	fit->stub = STUB_SHARE * fit->hyphen;
	if (is_narrow(fit)) {
		fit->pair = PAIR_SHARE * fit->hyphen;
	}
}

gboolean hyphens_part(Fit *fit) {
	gboolean dearer = fit->pair < HYPHEN_PAIR_DEMERITS;
	fit->pair = MIN(fit->pair * PAIR_DEARER + 1, HYPHEN_PAIR_DEMERITS);
	return dearer;
}

gboolean looks_hyphenated(const Breakpoint *point) {
	return point->hyphen || point->dash;
}

static gboolean is_only_line(const LineCase *line) {
	return line->from->token == 0 && line->from->offset == 0;
}

/* What does not depend on the letterspacing. */
static double justified_demerits(const Fit *fit, const LineCase *line, gboolean natural) {
	double demerits = LINE_DEMERITS + line->to->penalty;
	if (natural) {
		demerits +=
			is_only_line(line) ? 0 : last_line_demerits(fit, line->sums, line->measure);
		demerits += line->from->hyphen ? LAST_BUT_ONE_HYPHEN_DEMERITS : 0;
	}
	if (looks_hyphenated(line->to)) {
		demerits += fit->hyphen * (line->to->hyphen ? 1.0 : DASH_SHARE);
		demerits += looks_hyphenated(line->from) ? fit->pair : 0;
		double stub = line->to->hyphen ? fit->stub : fit->hyphen;
		demerits += line->to->little ? stub : 0;
	}
	demerits += line->to->in_name ? NAME_DEMERITS : 0;
	demerits += ADDRESS_DEMERITS * line->to->address;
	return demerits;
}

/* However loose: rather that than parting a word where it must not be. */
static double looseness_demerits(double cost) {
	double bad = COST_DEMERITS * cost;
	return bad * BADNESS_MOST / (bad + BADNESS_MOST);
}

static gboolean judge_justified(
	const Fit *fit, const Levels *levels, const LineCase *line, double *demerits) {
	double slack = (double)line->measure - line->sums->natural;
	if (slack < 0 && slack + line_give(line->sums, &fit->shrink) < 0) {
		return FALSE;
	}
	Demand demand = demand_of(fit, line->sums, line->to, line->measure);
	double common = justified_demerits(fit, line, demand.natural);
	setting_costs(&demand, fit, levels, demerits);
	for (int i = 0; i < levels->count; i++) {
		demerits[i] = common + looseness_demerits(demerits[i]);
	}
	return TRUE;
}

static double judge_ragged(const Fit *fit, const LineCase *line) {
	const Breakpoint *to = line->to;
	double slack = (double)line->measure - line->sums->natural;
	if (slack < 0) {
		return HUGE_VAL;
	}
	double demerits = to->penalty;
	if (to->forced) {
		demerits +=
			is_only_line(line) ? 0 : last_line_demerits(fit, line->sums, line->measure);
		return demerits + (line->from->hyphen ? RAG_PART_LAST_DEMERITS : 0);
	}
	demerits += RAG_FULL_GAP * square(slack / line->measure);
	demerits += to->hyphen ? fit->hyphen : 0;
	demerits += looks_hyphenated(to) && looks_hyphenated(line->from) ? fit->pair : 0;
	demerits += to->in_name ? RAG_NAME_DEMERITS : 0;
	demerits += to->little ? fit->stub : 0;
	demerits += to->address ? RAG_ADDRESS_DEMERITS * (to->address + 1) : 0;
	return demerits + (to->like > 0 ? RAG_DISLIKE * to->like : 0);
}

static double judge_balanced(const Fit *fit, const LineCase *line) {
	const LineSums *sums = line->sums;
	const Breakpoint *to = line->to;
	if (sums->natural > line->measure) {
		return HUGE_VAL;
	}
	double demerits = to->penalty;
	if (fit->target <= 0) {
		/* Rather one line more than a name in two. */
		double name = to->in_name ? BALANCE_NAME_LINES : 0;
		return demerits + RAG_FULL_GAP * (1 + name);
	}
	demerits += RAG_FULL_GAP * square((sums->natural - fit->target) / line->measure);
	if (to->forced) {
		gboolean single = sums->spaces == 0 && sums->wide == 0;
		demerits += single ? BALANCE_SINGLE_LAST_DEMERITS : 0;
		return demerits + (line->from->hyphen ? RAG_PART_LAST_DEMERITS : 0);
	}
	demerits += BALANCE_LIKE * to->like;
	demerits += to->in_name ? BALANCE_NAME_DEMERITS : 0;
	return demerits + (to->dash || to->offset > 0 ? BALANCE_DASH_DEMERITS : 0);
}

gboolean judge_line(const Fit *fit, const Levels *levels, const LineCase *line, double *demerits) {
	if (fit->mode == FIT_JUSTIFY) {
		return judge_justified(fit, levels, line, demerits);
	}
	demerits[0] =
		fit->mode == FIT_BALANCE ? judge_balanced(fit, line) : judge_ragged(fit, line);
	return isfinite(demerits[0]);
}

double least_demerits(const Fit *fit, const LineCase *line) {
	if (fit->mode != FIT_JUSTIFY || line->to->forced) {
		return 0;
	}
	double rested = line->sums->natural + fit->rest * line->sums->space;
	double slack = (double)line->measure - rested;
	double least = looseness_demerits(least_cost(line->sums, fit, slack));
	return (justified_demerits(fit, line, FALSE) + least) * ROUNDED_DOWN;
}
