/* justify: what a justified line gives to fill its measure. */
#ifndef BIFOLIO_TEXT_JUSTIFY_H
#define BIFOLIO_TEXT_JUSTIFY_H

#include "text/lines.h"

/* What a line must give. */
typedef struct Demand {
	const LineSums *sums;
	double slack; /* Len, beyond spaces at rest; of a natural line: white at its end */
	gboolean natural; /* a last line, not stretched */
} Demand;

Demand demand_of(const Fit *fit, const LineSums *sums, const Breakpoint *to, Len measure);

/* costs[i]: how ill a line fares at a level of letterspacing, at best: 0 = nothing must give, about
 * 3 = all gives what it may. */
void setting_costs(const Demand *demand, const Fit *fit, const Levels *levels, double *costs);

/* Not more than that at any level, and soon known. slack: Len, beyond spaces at rest. */
double least_cost(const LineSums *sums, const Fit *fit, double slack);

#endif
