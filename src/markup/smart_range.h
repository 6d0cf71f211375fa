/* smart_range: which hyphens between figures mean "to". */
#ifndef BIFOLIO_MARKUP_SMART_RANGE_H
#define BIFOLIO_MARKUP_SMART_RANGE_H

#include "markup/smart.h"

/* Is the hyphen at `at` that of a range? */
gboolean smart_is_range(const SmartText *smart, int at);
/* Bytes of " - " at `at` between two years, or 0. */
int smart_year_gap(const SmartText *smart, int at);

#endif
