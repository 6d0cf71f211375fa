/* families: the font families that an event asks for under print.fonts, in place of its theme's,
 * and whether fonts/ has them. */
#ifndef BIFOLIO_CLI_FAMILIES_H
#define BIFOLIO_CLI_FAMILIES_H

#include "cli/session.h"

/* The theme, with the event's own families; the theme itself where there are none. In the session's
 * arena. A role that no theme has is an error of the content. */
const Theme *families_override(Session *session, const Theme *theme);
/* Each family of the session's theme must be there: else an error where it was asked for. */
void families_check(Session *session);

#endif
