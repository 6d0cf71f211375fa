/* timings: what --timings says. */
#ifndef BIFOLIO_CLI_TIMINGS_H
#define BIFOLIO_CLI_TIMINGS_H

#include "cli/documents.h"

/* One line a phase on standard error: the document where it is one's own, the phase, milliseconds.
 * write_time: of all documents from the first stroke to the last rename, microseconds. */
void timings_say(const Session *session, const GPtrArray *jobs, gint64 write_time);

#endif
