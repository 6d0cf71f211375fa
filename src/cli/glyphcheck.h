/* glyphcheck: names every character of the content that no font has, at its place in the file. */
#ifndef BIFOLIO_CLI_GLYPHCHECK_H
#define BIFOLIO_CLI_GLYPHCHECK_H

#include "cli/session.h"

/* Adds a warning for the first place of each such character. FALSE: the machine failed. */
gboolean glyphcheck_event(Session *session, GError **error);

#endif
