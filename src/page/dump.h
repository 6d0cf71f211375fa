/* dump: how lengths and texts are printed in dumps. */
#ifndef BIFOLIO_PAGE_DUMP_H
#define BIFOLIO_PAGE_DUMP_H

#include <glib.h>

#include "base/units.h"

/* In pt with two decimals, rounded half away from zero; never "-0.00". */
void dump_len(GString *out, Len length);
/* In double quotes; quotes and backslashes behind a backslash, control characters as \xHH. */
void dump_quoted(GString *out, const char *text, int length);

#endif
