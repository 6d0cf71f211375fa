/* timings: see the header. Shape, hyphenate and break are seconds of processor of all threads
 * together, all others are on the clock. */
#include "cli/timings.h"

#include <stdio.h>

static void say(const char *document, const char *phase, double milliseconds) {
	fprintf(stderr, "%-14s %-10s %9.1f ms\n", document, phase, milliseconds);
}

static void say_job(const Job *job) {
	const char *name = job->document->name;
	TextTimes text = job_text_times(job);
	double broken = text.break_lines - text.shape - text.hyphenate;
	say(name, "compose", (double)job->compose_time / 1e3);
	say(name, "set", (double)job->layout_times.set / 1e3);
	say(name, "  shape", text.shape * 1e3);
	say(name, "  hyphenate", text.hyphenate * 1e3);
	say(name, "  break", broken * 1e3);
	say(name, "paginate", (double)job->layout_times.paginate / 1e3);
	say(name, "paint", (double)job->paint_time / 1e3);
	say(name, "finish", (double)job->finish_time / 1e3);
}

void timings_say(const Session *session, const GPtrArray *jobs, gint64 write_time) {
	say("", "read", (double)session->read_time / 1e3);
	say("", "check", (double)session->check_time / 1e3);
	for (guint i = 0; i < jobs->len; i++) {
		say_job(jobs->pdata[i]);
	}
	say("", "write", (double)write_time / 1e3);
}
