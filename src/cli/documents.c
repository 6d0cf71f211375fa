/* documents: see the header. */
#include "cli/documents.h"

#include <string.h>

#include "cli/press.h"
#include "cli/sheets.h"
#include "cli/tasks.h"
#include "model/build.h"

enum {
	PAGES_MOST = 64,
	PAGES_SHORT = 32, /* no contents by default */
	TALKS_SHORT = 100 /* more certainly take more pages than that */
};

static Job *job_new(Session *session, const DocumentKind *kind) {
	Job *job = g_new0(Job, 1);
	job->kind = kind;
	job->session = session;
	job->arena = arena_new();
	job->pieces = pieces_new();
	job->helpers = g_ptr_array_new_with_free_func((GDestroyNotify)text_context_free);
	return job;
}

static void job_free(gpointer data) {
	Job *job = data;
	diags_free(job->diags);
	text_context_free(job->text);
	g_ptr_array_free(job->helpers, TRUE);
	pieces_free(job->pieces);
	arena_free(job->arena);
	g_clear_error(&job->error);
	g_free(job);
}

void jobs_free(GPtrArray *jobs) {
	if (jobs) {
		g_ptr_array_free(jobs, TRUE);
	}
}

static const Job *find_job(const GPtrArray *jobs, const DocumentKind *kind) {
	for (guint i = 0; i < jobs->len; i++) {
		const Job *job = jobs->pdata[i];
		if (kinds_share_pages(job->session, job->kind, kind)) {
			return job;
		}
	}
	return NULL;
}

static gboolean jobs_plan(Session *session, GPtrArray **jobs, int *status) {
	if (!kinds_check(session) || !press_open_profile(session)) {
		*status = EXIT_USAGE;
		return FALSE;
	}
	*jobs = g_ptr_array_new_with_free_func(job_free);
	int count;
	const DocumentKind *kinds = document_kinds(&count);
	for (int i = 0; i < count; i++) {
		if (!kind_is_wanted(session, &kinds[i])) {
			continue;
		}
		/* Editions of the same pages are one job. */
		if (!find_job(*jobs, &kinds[i])) {
			session_load_theme(session, kind_book_edition(&kinds[i]));
			g_ptr_array_add(*jobs, job_new(session, &kinds[i]));
		}
	}
	return TRUE;
}

gboolean jobs_open(Session *session, GPtrArray **jobs, int *status) {
	gboolean ready = session_prepare(session, status);
	progressline_hide(session->line);
	if (ready) {
		return jobs_plan(session, jobs, status);
	}
	if (*status == EXIT_CONTENT) {
		*status = session_report(session);
	}
	return FALSE;
}

/* --- laying out --------------------------------------------------------------------------- */

static const Composition *compose_kind(Job *job, const Compose *compose, TalkMode mode) {
	switch (job->kind->poster) {
	case POSTER_EVENT:
		return compose_poster_event(compose);
	case POSTER_AGENDA:
		return compose_poster_agenda(compose, session_day(job->session));
	case POSTER_TALK:
		return compose_poster_talk(compose, job->session->options->talk);
	default:
		return compose_booklet(compose, mode);
	}
}

static PaperSize paper_for(const Job *job) {
	const Print *print = &job->session->event->print;
	BookEdition edition = kind_book_edition(job->kind);
	PaperSize size = job->kind->poster >= 0 ? print->posters[job->kind->poster].size
						: print->books[edition];
	/* Editions of the same pages have the size of the first. */
	gboolean usual = job->kind->poster < 0 && edition == BOOK_USUAL;
	const char *name = usual ? document_names()[0] : job->kind->name;
	size_t length = strlen(name);
	for (char **one = job->session->options->sizes; one && *one; one++) {
		if (strncmp(*one, name, length) == 0 && (*one)[length] == '=') {
			paper_parse(job->arena, *one + length + 1, &size);
		}
	}
	return size;
}

/* A booklet that is composed again: how. */
typedef struct Again {
	Job *job;
	const Compose *compose;
	TalkMode mode;
} Again;

/* What there was to say has been said. */
static const Composition *compose_again(void *owner) {
	const Again *again = owner;
	Compose compose = *again->compose;
	compose.diags = diags_new();
	compose.progress = NULL;
	again->job->composition = compose_kind(again->job, &compose, again->mode);
	diags_free(compose.diags);
	return again->job->composition;
}

/* What an earlier mode said does not count any more. */
static void layout_mode(Job *job, const Compose *compose, TalkMode mode) {
	diags_free(job->diags);
	job->diags = diags_new();
	const Session *session = job->session;
	const Print *print = &session->event->print;
	gint64 start = g_get_monotonic_time();
	job->composition = compose_kind(job, compose, mode);
	progress_finish(&job->composing);
	job->compose_time += g_get_monotonic_time() - start;
	PaperSize paper = paper_for(job);
	LayoutInput input = {.composition = job->composition,
		.theme = session->themes[kind_book_edition(job->kind)],
		.text = job->text,
		.helpers = (TextContext *const *)job->helpers->pdata,
		.helper_count = (int)job->helpers->len,
		.fonts = text_fonts_table(session->fonts),
		.width = paper.width,
		.height = paper.height,
		.justify = print->justify,
		.distance_span = SPAN_NONE,
		.progress = &job->setting,
		.times = &job->layout_times};
	/* Blocks that are to be seen stay. */
	Again again = {job, compose, mode};
	if (compose->pieces && g_strcmp0(session->options->dump, "blocks") != 0) {
		input.again = compose_again;
		input.owner = &again;
	}
	if (kind_fills_apart(session, job->kind)) {
		input.multiple = print->press.multiple;
	}
	input.apart = print->press.perfect ? PRESS_COVER_PAGES : 0;
	if (job->kind->poster < 0) {
		input.type_size = print->type_size;
	} else {
		input.distance = print->posters[job->kind->poster].distance;
		input.distance_span = print->posters[job->kind->poster].distance_span;
	}
	job->document = layout_document(job->arena, &input, job->diags);
}

/* Left open by the content: the most generous mode that keeps the book thin, contents where it is
 * not. */
static void layout_booklet(Job *job, Compose *compose) {
	const Event *event = job->session->event;
	TalkMode mode = compose_talk_mode(event);
	compose->edition = kind_book_edition(job->kind);
	gboolean usual = compose->edition == BOOK_USUAL;
	if (!usual && mode == TALKS_DENSE) {
		/* Its columns want a wide page. */
		mode = TALKS_FLOW;
	}
	compose->long_book = event->item_count > TALKS_SHORT;
	compose->threads = job->threads;
	layout_mode(job, compose, mode);
	while (usual && event->print.talks == TALKS_AUTO && mode != TALKS_DENSE &&
		job->document->page_count > PAGES_MOST) {
		mode = mode == TALKS_PAGE ? TALKS_FLOW : TALKS_DENSE;
		layout_mode(job, compose, mode);
	}
	if (!compose->long_book && job->document->page_count > PAGES_SHORT &&
		compose_has_contents(event)) {
		compose->long_book = TRUE;
		layout_mode(job, compose, mode);
	}
}

static TextContext *new_context(Job *job) {
	const Session *session = job->session;
	TextContext *context = text_context_new(session->fonts, &job->error);
	if (context && session->options->timings) {
		text_context_watch(context);
	}
	return context;
}

/* FALSE with the job's error. */
static gboolean open_contexts(Job *job) {
	job->text = new_context(job);
	for (int i = 1; i < job->threads && !job->error; i++) {
		TextContext *helper = new_context(job);
		if (helper) {
			g_ptr_array_add(job->helpers, helper);
		}
	}
	return job->error == NULL;
}

/* Does an imposed edition come of the job's pages? */
static gboolean is_imposed(const Job *job) {
	int count;
	const DocumentKind *kinds = document_kinds(&count);
	for (int i = 0; i < count; i++) {
		if (kinds[i].edition == EDITION_IMPOSED &&
			kinds_share_pages(job->session, &kinds[i], job->kind) &&
			kind_is_wanted(job->session, &kinds[i])) {
			return TRUE;
		}
	}
	return FALSE;
}

static void rest(gpointer context, gpointer unused) {
	(void)unused;
	text_context_rest(context);
}

static void job_layout(gpointer data, gpointer unused) {
	(void)unused;
	Job *job = data;
	if (!open_contexts(job)) {
		return;
	}
	Compose compose;
	session_compose(job->session, &compose, job->arena);
	compose.progress = &job->composing;
	if (job->kind->poster < 0) {
		compose.pieces = job->pieces;
		layout_booklet(job, &compose);
		if (is_imposed(job)) {
			sheets_direct(job, &compose);
		}
	} else {
		layout_mode(job, &compose, TALKS_PAGE);
	}
	progress_finish(&job->setting);
	text_context_rest(job->text);
	g_ptr_array_foreach(job->helpers, rest, NULL);
	Diags *all = job->session->diags;
	diags_insert(all, diags_total(all), job->diags);
}

const GError *jobs_error(const GPtrArray *jobs) {
	for (guint i = 0; i < jobs->len; i++) {
		const Job *job = jobs->pdata[i];
		if (job->error) {
			return job->error;
		}
	}
	return NULL;
}

/* The press edition may come from the job of another one. */
static void check_press(const GPtrArray *jobs) {
	int count;
	const DocumentKind *kinds = document_kinds(&count);
	for (guint i = 0; i < jobs->len; i++) {
		const Job *job = jobs->pdata[i];
		for (int k = 0; k < count; k++) {
			if (kinds[k].edition == EDITION_PRESS && job->document->page_count > 0 &&
				kinds_share_pages(job->session, &kinds[k], job->kind) &&
				kind_is_wanted(job->session, &kinds[k])) {
				press_check(job);
			}
		}
	}
}

/* A book takes as long as it has items, a poster of talks too; a quarter of that before anything is
 * set. */
static void show_layout(const GPtrArray *jobs, const Session *session) {
	g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(ProgressPart));
	for (guint i = 0; i < jobs->len; i++) {
		const Job *job = jobs->pdata[i];
		int poster = job->kind->poster;
		gboolean all = poster < 0 || poster == POSTER_TALK;
		int weight = all ? session->event->item_count + 1 : 1;
		ProgressPart composing = {&job->composing, weight};
		ProgressPart setting = {&job->setting, 3 * weight};
		g_array_append_val(parts, composing);
		g_array_append_val(parts, setting);
	}
	progressline_begin(session->line, "setting", (const ProgressPart *)(void *)parts->data,
		(int)parts->len);
}

/* A long booklet, or one that has few others beside it, is set by all threads. */
static void share_threads(const GPtrArray *jobs, const Session *session) {
	int threads = options_threads(session->options);
	gboolean many = session->event->item_count > TALKS_SHORT || (int)jobs->len < threads;
	for (guint i = 0; i < jobs->len; i++) {
		Job *job = jobs->pdata[i];
		job->threads = many && job->kind->poster < 0 ? threads : 1;
	}
}

gboolean jobs_layout(GPtrArray *jobs) {
	if (jobs->len > 0) {
		const Job *first = jobs->pdata[0];
		share_threads(jobs, first->session);
		show_layout(jobs, first->session);
		tasks_run(jobs, first->session->options, job_layout);
	}
	if (jobs_error(jobs)) {
		return FALSE;
	}
	check_press(jobs);
	return TRUE;
}

TextTimes job_text_times(const Job *job) {
	TextTimes times = text_times(job->text);
	for (guint i = 0; i < job->helpers->len; i++) {
		TextTimes more = text_times(job->helpers->pdata[i]);
		times.shape += more.shape;
		times.hyphenate += more.hyphenate;
		times.break_lines += more.break_lines;
		times.words += more.words;
		times.cache_hits += more.cache_hits;
		times.general_paragraphs += more.general_paragraphs;
	}
	return times;
}
