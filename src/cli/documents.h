/* documents: how each is composed, on what paper (documents.c), and into which files it is written
 * (writing.c). A document is one job: laid out in one thread with an arena and fonts of its
 * own; several run at once. */
#ifndef BIFOLIO_CLI_DOCUMENTS_H
#define BIFOLIO_CLI_DOCUMENTS_H

#include "cli/kinds.h"
#include "out/out.h"

typedef struct Job {
	const DocumentKind *kind;
	Session *session;
	Arena *arena;
	Diags *diags; /* of laying it out, until they are in the session's */
	TextContext *text;
	int threads; /* that may work on it at once */
	GPtrArray *helpers; /* TextContext: more of them, for as many threads */
	Pieces *pieces; /* of compositions */
	const Composition *composition;
	const Document *document; /* NULL until laid out */
	const Document *directions; /* a sheet before the imposed ones, or NULL */
	GError *error;
	Progress composing, setting;
	/* What it took, in microseconds. */
	gint64 compose_time, paint_time, finish_time;
	LayoutTimes layout_times;
} Job;

/* Prepares the session and makes the jobs that options and content ask for. FALSE after all has
 * been said, diagnostics too: *status. Freed by jobs_free. */
gboolean jobs_open(Session *session, GPtrArray **jobs, int *status);
void jobs_free(GPtrArray *jobs);

/* Composes and lays out all, in parallel. FALSE: the machine failed (a job's error). */
gboolean jobs_layout(GPtrArray *jobs);
/* Writes all into temporary files, in parallel, then puts all in their places. */
gboolean jobs_write(GPtrArray *jobs, const char *folder, GError **error);
/* Of all threads. */
TextTimes job_text_times(const Job *job);
/* First error of the jobs, borrowed, or NULL. */
const GError *jobs_error(const GPtrArray *jobs);

#endif
