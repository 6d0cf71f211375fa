/* progressline: what a run is at, said on a terminal once it takes longer than people wait without
 * asking: the phase and the share of it that is done, on one line that is drawn again and again by
 * a thread of its own. Nothing is said where standard error is none, or cannot move its cursor. */
#ifndef BIFOLIO_CLI_PROGRESSLINE_H
#define BIFOLIO_CLI_PROGRESSLINE_H

#include "base/progress.h"

typedef struct ProgressLine ProgressLine;

/* One of several pieces of work of a phase that go on at once. */
typedef struct ProgressPart {
	const Progress *progress;
	int weight; /* among the others */
} ProgressPart;

/* Is standard error a terminal that obeys escape sequences? */
gboolean progressline_possible(void);
/* NULL where it is none; NULL is fine for all others. */
ProgressLine *progressline_new(void);
/* phase: a word, static. No parts: its share is not known. The parts are copied, what they point at
 * is read until the next call. */
void progressline_begin(
	ProgressLine *line, const char *phase, const ProgressPart *parts, int count);
/* Takes the line away: what follows may print. Nothing is drawn until the next phase begins. */
void progressline_hide(ProgressLine *line);
void progressline_free(ProgressLine *line);

#endif
