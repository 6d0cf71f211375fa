/* inserts: the files that print.parts and print.notices name, opened as pictures or as pages of
 * PDFs. */
#ifndef BIFOLIO_CLI_INSERTS_H
#define BIFOLIO_CLI_INSERTS_H

#include "cli/session.h"

/* Adds to the session's assets; what cannot be used is in its diagnostics. Before there are other
 * threads (placed_load). */
void inserts_load(Session *session);
void inserts_clear(Session *session);

#endif
