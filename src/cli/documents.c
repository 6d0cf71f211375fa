/* documents: see the header. */
#include "cli/documents.h"

#include <stdio.h>
#include <string.h>

#include "finish/finish.h"
#include "model/build.h"

enum {
	PAGES_MOST = 64,
	PAGES_SHORT = 32, /* no contents by default */
	TALKS_SHORT = 100, /* more certainly take more pages than that */
	WHITE_EDGE_MM = 5
};

typedef enum Edition { EDITION_SCREEN, EDITION_IMPOSED } Edition;

struct DocumentKind {
	const char *name;
	int poster; /* PosterKind, -1 = booklet */
	Edition edition;
};

static const DocumentKind kinds[] = {
	{"booklet", -1, EDITION_SCREEN},
	{"booklet-print", -1, EDITION_IMPOSED},
	{"poster-event", POSTER_EVENT, EDITION_SCREEN},
	{"poster-agenda", POSTER_AGENDA, EDITION_SCREEN},
	{"poster-talk", POSTER_TALK, EDITION_SCREEN},
};

static const char *const names[] = {
	"booklet", "booklet-print", "poster-event", "poster-agenda", "poster-talk", NULL};

const char *const *document_names(void) {
	return names;
}

/* --- choosing ----------------------------------------------------------------------------- */

static const DocumentKind *find_kind(const char *name) {
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (strcmp(kinds[i].name, name) == 0) {
			return &kinds[i];
		}
	}
	return NULL;
}

static void say_unknown(const char *name) {
	g_autofree char *all = g_strjoinv(", ", (char **)names);
	fprintf(stderr, "bifolio: there is no document \"%s\"; there are: %s\n", name, all);
}

static gboolean is_wanted(const Session *session, const DocumentKind *kind) {
	char **only = session->options->only;
	if (only) {
		return g_strv_contains((const char *const *)only, kind->name);
	}
	const Print *print = &session->event->print;
	for (int i = 0; i < print->document_count; i++) {
		if (strcmp(print->documents[i].text, kind->name) == 0) {
			return TRUE;
		}
	}
	return print->document_count == 0;
}

static gboolean check_wanted(Session *session) {
	for (char **name = session->options->only; name && *name; name++) {
		if (!find_kind(*name)) {
			say_unknown(*name);
			return FALSE;
		}
	}
	const Print *print = &session->event->print;
	for (int i = 0; i < print->document_count; i++) {
		const Text *name = &print->documents[i];
		if (!find_kind(name->text)) {
			g_autofree char *all = g_strjoinv(", ", (char **)names);
			g_autofree char *hint = g_strdup_printf("there are: %s", all);
			diag_error(session->diags, "unknown-document", name->span, hint,
				"there is no document \"%s\"", name->text);
		}
	}
	return TRUE;
}

static gboolean check_sizes(Session *session) {
	for (char **one = session->options->sizes; one && *one; one++) {
		const char *equals = strchr(*one, '=');
		g_autofree char *name =
			equals ? g_strndup(*one, (gsize)(equals - *one)) : g_strdup(*one);
		PaperSize size;
		const DocumentKind *kind = equals ? find_kind(name) : NULL;
		if (!kind) {
			say_unknown(name);
			return FALSE;
		}
		if (kind->edition == EDITION_IMPOSED) {
			fprintf(stderr,
				"bifolio: --size %s: sheets follow the booklet's pages; give the "
				"size of "
				"booklet, or `print: sheet:` in the content\n",
				*one);
			return FALSE;
		}
		if (!paper_parse(session->arena, equals + 1, &size)) {
			fprintf(stderr,
				"bifolio: --size %s: \"%s\" is no paper size; try A4, A2 "
				"landscape, "
				"letter or 148x210mm\n",
				*one, equals + 1);
			return FALSE;
		}
	}
	return TRUE;
}

static gboolean check_talk(const Session *session) {
	const char *id = session->options->talk;
	GPtrArray *ids = g_ptr_array_new();
	for (int i = 0; i < session->event->item_count; i++) {
		if (item_is_talk(session->event->items[i])) {
			g_ptr_array_add(ids, (gpointer)session->event->items[i]->id);
		}
	}
	g_ptr_array_add(ids, NULL);
	gboolean known = !id || g_strv_contains((const char *const *)ids->pdata, id);
	if (!known) {
		g_autofree char *all = g_strjoinv(", ", (char **)ids->pdata);
		fprintf(stderr, "bifolio: --talk %s: there is no such talk; there are: %s\n", id,
			all);
	}
	g_ptr_array_free(ids, TRUE);
	return known;
}

static gboolean check_day(const Session *session);

static Job *job_new(Session *session, const DocumentKind *kind) {
	Job *job = g_new0(Job, 1);
	job->kind = kind;
	job->session = session;
	job->arena = arena_new();
	job->helpers = g_ptr_array_new_with_free_func((GDestroyNotify)text_context_free);
	return job;
}

static void job_free(gpointer data) {
	Job *job = data;
	text_context_free(job->text);
	g_ptr_array_free(job->helpers, TRUE);
	arena_free(job->arena);
	g_clear_error(&job->error);
	g_free(job);
}

void jobs_free(GPtrArray *jobs) {
	if (jobs) {
		g_ptr_array_free(jobs, TRUE);
	}
}

static gboolean jobs_plan(Session *session, GPtrArray **jobs, int *status) {
	if (!check_wanted(session) || !check_sizes(session) || !check_talk(session) ||
		!check_day(session)) {
		*status = EXIT_USAGE;
		return FALSE;
	}
	*jobs = g_ptr_array_new_with_free_func(job_free);
	Job *booklet = NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (!is_wanted(session, &kinds[i])) {
			continue;
		}
		/* Screen and print edition of the booklet are the same pages: one job. */
		if (kinds[i].poster < 0 && booklet) {
			continue;
		}
		Job *job = job_new(session, &kinds[i]);
		g_ptr_array_add(*jobs, job);
		booklet = kinds[i].poster < 0 ? job : booklet;
	}
	return TRUE;
}

gboolean jobs_open(Session *session, GPtrArray **jobs, int *status) {
	if (session_prepare(session, status)) {
		return jobs_plan(session, jobs, status);
	}
	if (*status == EXIT_CONTENT) {
		*status = session_report(session);
	}
	return FALSE;
}

/* --- laying out --------------------------------------------------------------------------- */

static int day_index(const Session *session) {
	Date date;
	if (!session->options->day || !date_parse(session->options->day, &date, NULL)) {
		return -1;
	}
	for (int i = 0; i < session->event->day_count; i++) {
		if (date_compare(session->event->days[i].date, date) == 0) {
			return i;
		}
	}
	return -1;
}

static gboolean check_day(const Session *session) {
	if (!session->options->day || day_index(session) >= 0) {
		return TRUE;
	}
	fprintf(stderr,
		"bifolio: --day %s: the event has no such day; there are:", session->options->day);
	for (int i = 0; i < session->event->day_count; i++) {
		Date date = session->event->days[i].date;
		fprintf(stderr, " %04d-%02d-%02d", date.year, date.month, date.day);
	}
	fputc('\n', stderr);
	return FALSE;
}

static const Composition *compose_kind(Job *job, const Compose *compose, TalkMode mode) {
	switch (job->kind->poster) {
	case POSTER_EVENT:
		return compose_poster_event(compose);
	case POSTER_AGENDA:
		return compose_poster_agenda(compose, day_index(job->session));
	case POSTER_TALK:
		return compose_poster_talk(compose, job->session->options->talk);
	default:
		return compose_booklet(compose, mode);
	}
}

static PaperSize paper_for(const Job *job) {
	const Print *print = &job->session->event->print;
	PaperSize size =
		job->kind->poster < 0 ? print->booklet : print->posters[job->kind->poster].size;
	/* All editions of the booklet are the same pages. */
	const char *name = job->kind->poster < 0 ? kinds[0].name : job->kind->name;
	size_t length = strlen(name);
	for (char **one = job->session->options->sizes; one && *one; one++) {
		if (strncmp(*one, name, length) == 0 && (*one)[length] == '=') {
			paper_parse(job->arena, *one + length + 1, &size);
		}
	}
	return size;
}

static void layout_mode(Job *job, const Compose *compose, TalkMode mode) {
	const Session *session = job->session;
	const Print *print = &session->event->print;
	gint64 start = g_get_monotonic_time();
	job->composition = compose_kind(job, compose, mode);
	job->compose_time += g_get_monotonic_time() - start;
	PaperSize paper = paper_for(job);
	LayoutInput input = {.composition = job->composition,
		.theme = session->theme,
		.text = job->text,
		.helpers = (TextContext *const *)job->helpers->pdata,
		.helper_count = (int)job->helpers->len,
		.fonts = text_fonts_table(session->fonts),
		.width = paper.width,
		.height = paper.height,
		.justify = print->justify,
		.distance_span = SPAN_NONE,
		.times = &job->layout_times};
	if (job->kind->poster < 0) {
		input.type_size = print->type_size;
	} else {
		input.distance = print->posters[job->kind->poster].distance;
		input.distance_span = print->posters[job->kind->poster].distance_span;
	}
	job->document = layout_document(job->arena, &input, session->diags);
}

static int thread_count(const Options *options) {
	return options->jobs > 0 ? options->jobs : (int)g_get_num_processors();
}

/* Left open by the content: the most generous mode that keeps the book thin, contents where it is
 * not. */
static void layout_booklet(Job *job, Compose *compose) {
	const Event *event = job->session->event;
	TalkMode mode = compose_talk_mode(event);
	compose->long_book = event->item_count > TALKS_SHORT;
	compose->threads = compose->long_book ? thread_count(job->session->options) : 1;
	layout_mode(job, compose, mode);
	while (event->print.talks == TALKS_AUTO && mode != TALKS_DENSE &&
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

/* A long booklet is set by all threads. FALSE with the job's error. */
static gboolean open_contexts(Job *job) {
	const Session *session = job->session;
	job->text = text_context_new(session->fonts, &job->error);
	gboolean is_long = job->kind->poster < 0 && session->event->item_count > TALKS_SHORT;
	int threads = is_long ? thread_count(session->options) : 1;
	for (int i = 1; i < threads && !job->error; i++) {
		TextContext *helper = text_context_new(session->fonts, &job->error);
		if (helper) {
			g_ptr_array_add(job->helpers, helper);
		}
	}
	return job->error == NULL;
}

static void job_layout(gpointer data, gpointer unused) {
	(void)unused;
	Job *job = data;
	if (!open_contexts(job)) {
		return;
	}
	Compose compose;
	session_compose(job->session, &compose, job->arena);
	if (job->kind->poster < 0) {
		layout_booklet(job, &compose);
	} else {
		layout_mode(job, &compose, TALKS_PAGE);
	}
}

typedef void (*TaskFunction)(gpointer task, gpointer unused);

static void run_all(const GPtrArray *tasks, const Options *options, TaskFunction function) {
	int threads = thread_count(options);
	if (threads == 1 || tasks->len <= 1) {
		for (guint i = 0; i < tasks->len; i++) {
			function(tasks->pdata[i], NULL);
		}
		return;
	}
	GThreadPool *pool = g_thread_pool_new(function, NULL, threads, TRUE, NULL);
	for (guint i = 0; i < tasks->len; i++) {
		g_thread_pool_push(pool, tasks->pdata[i], NULL);
	}
	g_thread_pool_free(pool, FALSE, TRUE);
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

gboolean jobs_layout(GPtrArray *jobs) {
	if (jobs->len > 0) {
		const Job *first = jobs->pdata[0];
		run_all(jobs, first->session->options, job_layout);
	}
	return jobs_error(jobs) == NULL;
}

/* --- writing ------------------------------------------------------------------------------ */

/* The sheet that two pages side by side are printed on: the content's, else the standard sheet of
 * just that size, else one made to measure. */
static PaperSize sheet_for(const Job *job) {
	const Print *print = &job->session->event->print;
	Len width = 2 * job->document->pages[0].width, height = job->document->pages[0].height;
	PaperSize sheet = print->sheet;
	if (sheet.width > 0) {
		if (sheet.width < sheet.height) {
			Len swap = sheet.width;
			sheet.width = sheet.height;
			sheet.height = swap;
		}
		return sheet;
	}
	Len tolerance = len_from_mm(2);
	for (const char *const *name = paper_names(); *name; name++) {
		PaperSize standard;
		if (paper_parse(job->arena, *name, &standard) &&
			ABS(standard.height - width) <= tolerance &&
			ABS(standard.width - height) <= tolerance) {
			return (PaperSize){standard.name, standard.height, standard.width};
		}
	}
	return (PaperSize){"made to measure", width, height};
}

/* One file to be made. */
typedef struct WriteTask {
	Job *job;
	const DocumentKind *kind;
	char *path;
	SafeFile *file;
	GError *error;
	gint64 paint_time, finish_time;
} WriteTask;

static void task_free(gpointer data) {
	WriteTask *task = data;
	safe_file_abort(task->file);
	g_clear_error(&task->error);
	g_free(task->path);
	g_free(task);
}

/* As Cairo writes it, into memory. NULL with error. */
static GBytes *draw_pdf(const WriteTask *task, GError **error) {
	const Job *job = task->job;
	Len edge = job->session->options->no_bleed ? len_from_mm(WHITE_EDGE_MM) : 0;
	SafeFile *memory = safe_memory_new();
	gboolean drawn;
	if (task->kind->edition == EDITION_IMPOSED) {
		PaperSize sheet = sheet_for(job);
		ImposeOptions impose = {.sheet_width = sheet.width,
			.sheet_height = sheet.height,
			.paper_thickness = 0.1,
			.fold_ticks = TRUE,
			.white_edge = edge};
		drawn = out_imposed_pdf(job->document, &impose, memory, error);
	} else {
		PdfOptions pdf = {.links = TRUE,
			.white_edge = edge,
			.threads = thread_count(job->session->options)};
		drawn = out_pdf(job->document, &pdf, memory, error);
	}
	if (!drawn) {
		safe_file_abort(memory);
		return NULL;
	}
	return safe_memory_end(memory);
}

static void task_write(gpointer data, gpointer unused) {
	(void)unused;
	WriteTask *task = data;
	gboolean sheets = task->kind->edition == EDITION_IMPOSED;
	const GArray *placed = task->job->session->placed;
	FinishOptions finish = {.sheets = sheets,
		.links = !sheets,
		.placed_count = (int)placed->len,
		.placed = (const PlacedPage *)(const void *)placed->data};
	gint64 start = g_get_monotonic_time();
	g_autoptr(GBytes) drawn = draw_pdf(task, &task->error);
	gint64 painted = g_get_monotonic_time();
	g_autoptr(GBytes) finished =
		drawn ? finish_pdf(task->job->document, drawn, &finish, &task->error) : NULL;
	task->paint_time = painted - start;
	task->finish_time = g_get_monotonic_time() - painted;
	task->file = finished ? safe_file_new(task->path, &task->error) : NULL;
	if (!task->file) {
		return;
	}
	gsize size;
	const void *bytes = g_bytes_get_data(finished, &size);
	if (!safe_file_write(task->file, bytes, size)) {
		safe_file_tell(task->file, &task->error);
	}
}

static void add_task(GPtrArray *tasks, Job *job, const DocumentKind *kind, const char *folder) {
	WriteTask *task = g_new0(WriteTask, 1);
	g_autofree char *name = g_strdup_printf("%s.pdf", kind->name);
	task->job = job;
	task->kind = kind;
	task->path = g_build_filename(folder, name, NULL);
	g_ptr_array_add(tasks, task);
}

/* The imposed edition of the booklet comes from the same job as the screen edition. */
static GPtrArray *plan_tasks(const GPtrArray *jobs, const char *folder) {
	GPtrArray *tasks = g_ptr_array_new_with_free_func(task_free);
	for (guint i = 0; i < jobs->len; i++) {
		Job *job = jobs->pdata[i];
		if (job->document->page_count == 0) {
			continue;
		}
		for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++) {
			gboolean same = kinds[k].poster == job->kind->poster;
			if (same && is_wanted(job->session, &kinds[k])) {
				add_task(tasks, job, &kinds[k], folder);
			}
		}
	}
	return tasks;
}

static gboolean commit_all(GPtrArray *tasks, GError **error) {
	for (guint i = 0; i < tasks->len; i++) {
		WriteTask *task = tasks->pdata[i];
		if (task->error) {
			g_propagate_error(error, g_steal_pointer(&task->error));
			return FALSE;
		}
	}
	for (guint i = 0; i < tasks->len; i++) {
		WriteTask *task = tasks->pdata[i];
		if (!safe_file_commit(g_steal_pointer(&task->file), "%%EOF", error)) {
			return FALSE;
		}
	}
	return TRUE;
}

static void add_times(const GPtrArray *tasks) {
	for (guint i = 0; i < tasks->len; i++) {
		const WriteTask *task = tasks->pdata[i];
		task->job->paint_time += task->paint_time;
		task->job->finish_time += task->finish_time;
	}
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

gboolean jobs_write(GPtrArray *jobs, const char *folder, GError **error) {
	if (jobs->len == 0) {
		return TRUE;
	}
	safe_file_sweep(folder);
	g_autoptr(GPtrArray) tasks = plan_tasks(jobs, folder);
	const Job *first = jobs->pdata[0];
	run_all(tasks, first->session->options, task_write);
	add_times(tasks);
	return commit_all(tasks, error);
}
