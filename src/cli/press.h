/* press: what the files for a print shop consist of: which pages, how thick a spine, what the shop
 * must know; and what it would complain of. */
#ifndef BIFOLIO_CLI_PRESS_H
#define BIFOLIO_CLI_PRESS_H

#include "cli/documents.h"

enum { PRESS_COVER_PAGES = 4 /* of a cover that is a file of its own */ };

/* Opens the profile of --icc. FALSE when it is none of a printer: all has been said. */
gboolean press_open_profile(Session *session);

/* Is there a cover of its own? */
gboolean press_has_cover(const Job *job);
/* Pages of the inside in their order, -1 = a blank one before the last. Caller frees. */
int *press_inside(const Job *job, int *count);
Len press_spine(const Job *job);
/* What stands on it, or NULL: the title, where there is room for one. In the job's arena. */
const Page *press_spine_title(const Job *job);

/* The document with the colours of ink on paper: black, and grey that is black's. In the job's
 * arena. */
const Document *press_document(const Job *job);

/* What goes with the files: ink: most ink of a colour in percent, 0 = not known; profile: its name
 * or NULL. Caller frees. */
typedef struct PressFacts {
	double ink;
	const char *profile;
} PressFacts;
char *press_ticket(const Job *job, const PressFacts *facts);

/* Warns of type too near to the trim or the spine, and of a binding that will not hold. */
void press_check(const Job *job);

#endif
