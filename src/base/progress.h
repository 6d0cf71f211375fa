/* progress: how far a long piece of work is. Whoever works counts, whoever shows it reads, on any
 * threads at once. What is counted decides nothing: it is never asked for but to be shown. */
#ifndef BIFOLIO_BASE_PROGRESS_H
#define BIFOLIO_BASE_PROGRESS_H

#include <glib.h>

/* All zero to begin with. Both are atomic. */
typedef struct Progress {
	gint expected, done; /* in units of the worker's own */
} Progress;

/* NULL is fine for all three: nobody wants to know. */
void progress_expect(Progress *progress, int units);
void progress_done(Progress *progress, int units);
/* All is done, however much that was. */
void progress_finish(Progress *progress);

/* 0 to 1; 0 while nothing is expected. */
double progress_share(const Progress *progress);

#endif
