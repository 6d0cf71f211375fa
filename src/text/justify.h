/* justify: what a justified line gives to fill its measure. */
#ifndef BIFOLIO_TEXT_JUSTIFY_H
#define BIFOLIO_TEXT_JUSTIFY_H

#include "text/lines.h"

/* What a line must give. */
typedef struct Demand {
	LineSums sums;
	double slack; /* Len; of a natural line: white at its end */
	gboolean natural; /* a last line, not stretched */
} Demand;

/* How ill a line fares at a letterspacing (em), at best: 0 = nothing must give, about 4 = all gives
 * what it may. */
double setting_cost(const Demand *demand, const Fit *fit, double tracking);

#endif
