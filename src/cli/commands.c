/* commands: build, check and preview. */
#include "cli/commands.h"

#include <stdio.h>
#include <string.h>

#include "cli/timings.h"

static int machine_error(const Session *session, const GError *error) {
	progressline_hide(session->line);
	fprintf(stderr, "bifolio: %s\n", error->message);
	return EXIT_MACHINE;
}

static char *output_folder(const Session *session) {
	const Options *options = session->options;
	return options->output ? g_strdup(options->output)
			       : g_build_filename("output", session->event->name, NULL);
}

typedef int (*Finish)(Session *session, GPtrArray *jobs);

/* Lays everything out; on success hands over to `finish`. Diagnostics are printed once. */
static int render(Session *session, Finish finish) {
	int status = EXIT_MADE;
	GPtrArray *jobs = NULL;
	if (!jobs_open(session, &jobs, &status)) {
		return status;
	}
	/* Layout tells more of what is wrong, so it runs unless the content is past that. */
	if (session_is_good(session) && !jobs_layout(jobs)) {
		status = machine_error(session, jobs_error(jobs));
	}
	if (status == EXIT_MADE) {
		status = session_report(session);
		if (session_is_good(session)) {
			int made = finish(session, jobs);
			status = made == EXIT_MADE ? status : made;
		}
	}
	jobs_free(jobs);
	return status;
}

static int finish_build(Session *session, GPtrArray *jobs) {
	g_autofree char *folder = output_folder(session);
	g_autoptr(GError) error = NULL;
	gint64 start = g_get_monotonic_time();
	if (!jobs_write(jobs, folder, &error)) {
		return machine_error(session, error);
	}
	if (session->options->timings) {
		timings_say(session, jobs, g_get_monotonic_time() - start);
	}
	return EXIT_MADE;
}

static gboolean write_png(
	const Job *job, const char *folder, int page, double dpi, GError **error) {
	g_autofree char *name = page < 0
		? g_strdup_printf("%s-contact.png", job->document->name)
		: g_strdup_printf("%s-%02d.png", job->document->name, page + 1);
	g_autofree char *path = g_build_filename(folder, name, NULL);
	SafeFile *file = safe_file_new(path, error);
	if (!file) {
		return FALSE;
	}
	enum { CONTACT_COLUMNS = 4, CONTACT_DPI = 40 };
	gboolean good = page < 0
		? out_contact_sheet(job->document, CONTACT_COLUMNS, CONTACT_DPI, file, error)
		: out_png(job->document, page, dpi, file, error);
	if (!good) {
		safe_file_abort(file);
		return FALSE;
	}
	return safe_file_commit(file, NULL, error);
}

static int finish_preview(Session *session, GPtrArray *jobs) {
	g_autofree char *base = output_folder(session);
	g_autofree char *folder = g_build_filename(base, "preview", NULL);
	safe_file_sweep(folder);
	g_autoptr(GError) error = NULL;
	Progress pages = {0};
	for (guint i = 0; i < jobs->len; i++) {
		progress_expect(&pages, ((const Job *)jobs->pdata[i])->document->page_count);
	}
	progressline_begin(session->line, "drawing", &(ProgressPart){&pages, 1}, 1);
	for (guint i = 0; i < jobs->len; i++) {
		const Job *job = jobs->pdata[i];
		for (int page = -1; page < job->document->page_count; page++) {
			if (job->document->page_count > 0 &&
				!write_png(job, folder, page, session->options->dpi, &error)) {
				return machine_error(session, error);
			}
			progress_done(&pages, page >= 0);
		}
	}
	progressline_hide(session->line);
	return EXIT_MADE;
}

static int with_session(const Options *options, int (*run)(Session *session)) {
	Session session;
	int status = EXIT_MADE;
	if (session_open(&session, options, &status)) {
		status = run(&session);
	} else if (status == EXIT_CONTENT) {
		status = session_report(&session);
	}
	session_clear(&session);
	return status;
}

static int run_build(Session *session) {
	return session->options->dump ? dump_stage(session) : render(session, finish_build);
}

static int run_preview(Session *session) {
	return render(session, finish_preview);
}

static int finish_nothing(Session *session, GPtrArray *jobs) {
	(void)session;
	(void)jobs;
	return EXIT_MADE;
}

/* Layout knows what only layout can know: what does not fit, what no font has. */
static int run_check(Session *session) {
	return session->options->dump ? dump_stage(session) : render(session, finish_nothing);
}

int command_build(const Options *options) {
	return with_session(options, run_build);
}

int command_check(const Options *options) {
	return with_session(options, run_check);
}

int command_preview(const Options *options) {
	return with_session(options, run_preview);
}
