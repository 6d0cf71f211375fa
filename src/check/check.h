/* check: what is doubtful in a programme that can be built, by rules on the model alone, one file
 * a family. Errors were found while building; these are warnings, or errors where printing would
 * mislead. */
#ifndef BIFOLIO_CHECK_CHECK_H
#define BIFOLIO_CHECK_CHECK_H

#include "base/diag.h"
#include "model/event.h"

void check_event(const Event *event, Diags *diags);

#endif
