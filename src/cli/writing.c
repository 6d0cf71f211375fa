/* writing: the files of all documents, each painted, finished and put into its place when all are
 * whole. */
#include <string.h>

#include "cli/documents.h"
#include "cli/embedding.h"
#include "cli/press.h"
#include "cli/sheets.h"
#include "cli/tasks.h"
#include "finish/finish.h"
#include "finish/inks.h"
#include "model/build.h"

enum { WHITE_EDGE_MM = 5 };

/* Of the press edition there are several files. */
typedef enum PressFile { PRESS_INSIDE, PRESS_COVER, PRESS_TICKET } PressFile;

/* One file to be made. */
typedef struct WriteTask {
	Job *job;
	const DocumentKind *kind;
	PressFile press; /* of a press edition: which */
	const Document *document; /* as it is painted */
	const Page *spine; /* of a press edition: what stands there, or NULL */
	char *path;
	SafeFile *file;
	GError *error;
	gint64 paint_time, finish_time;
	Progress painting, finishing; /* in pages */
} WriteTask;

static void task_free(gpointer data) {
	WriteTask *task = data;
	safe_file_abort(task->file);
	g_clear_error(&task->error);
	g_free(task->path);
	g_free(task);
}

static gboolean is_for_paper(const WriteTask *task) {
	return task->kind->edition == EDITION_IMPOSED || task->kind->edition == EDITION_PRESS;
}

/* Paper has no use for structure, a quick look no time. */
static gboolean is_tagged(const WriteTask *task) {
	return !is_for_paper(task) && !task->job->session->options->draft;
}

static Len press_bleed(const Job *job) {
	return len_from_mm(job->session->event->print.press.bleed);
}

static gboolean draw_press(WriteTask *task, SafeFile *memory, GError **error) {
	const Job *job = task->job;
	if (task->press == PRESS_COVER) {
		PressCover cover = {press_bleed(job), press_spine(job), task->spine};
		return out_press_cover_pdf(task->document, &cover, memory, error);
	}
	PressPages pages = {.bleed = press_bleed(job), .progress = &task->painting};
	g_autofree int *inside = press_inside(job, &pages.count);
	pages.pages = inside;
	return out_press_pdf(task->document, &pages, memory, error);
}

static PdfOptions pdf_options(WriteTask *task) {
	const Options *options = task->job->session->options;
	return (PdfOptions){.progress = &task->painting,
		.links = TRUE,
		.marks = is_tagged(task),
		.white_edge = options->no_bleed ? len_from_mm(WHITE_EDGE_MM) : 0,
		.threads = options_threads(options)};
}

/* As Cairo writes it, into memory. NULL with error. */
static GBytes *draw_pdf(WriteTask *task, GError **error) {
	const Job *job = task->job;
	const Print *print = &job->session->event->print;
	SafeFile *memory = safe_memory_new();
	gboolean drawn;
	if (task->kind->edition == EDITION_PRESS) {
		drawn = draw_press(task, memory, error);
	} else if (task->kind->edition == EDITION_IMPOSED) {
		PaperSize sheet = job_sheet(job);
		ImposeOptions impose = {.sheet_width = sheet.width,
			.sheet_height = sheet.height,
			.flip_long_edge = print->imposed.flip_long_edge,
			.sheets_per_signature = print->imposed.sheets_per_signature,
			.paper_thickness = print->imposed.paper_thickness,
			.fold_ticks = TRUE,
			.white_edge = pdf_options(task).white_edge,
			.before = job->directions,
			.progress = &task->painting};
		drawn = out_imposed_pdf(job->document, &impose, memory, error);
	} else {
		const PdfOptions pdf = pdf_options(task);
		drawn = out_pdf(job->document, &pdf, memory, error);
	}
	if (!drawn) {
		safe_file_abort(memory);
		return NULL;
	}
	return safe_memory_end(memory);
}

static void write_bytes(WriteTask *task, const void *bytes, gsize size) {
	task->file = safe_file_new(task->path, &task->error);
	if (task->file && !safe_file_write(task->file, bytes, size)) {
		safe_file_tell(task->file, &task->error);
	}
}

/* Of the colours of the theme, in percent. */
static double most_ink(const WriteTask *task) {
	GBytes *profile = task->job->session->profile;
	g_autoptr(Inks) inks = profile ? inks_new(profile, NULL) : NULL;
	for (int i = 0; inks && i < task->document->colour_count; i++) {
		Colour colour = task->document->palette[i];
		const guint8 rgb[] = {
			(guint8)(colour >> 16), (guint8)(colour >> 8), (guint8)colour};
		double cmyk[4];
		inks_of(inks, rgb, cmyk);
	}
	return inks ? inks_most(inks) : 0;
}

static void write_ticket(WriteTask *task) {
	GBytes *profile = task->job->session->profile;
	g_autofree char *condition = profile ? press_condition(profile) : NULL;
	PressFacts facts = {most_ink(task), condition};
	g_autofree char *text = press_ticket(task->job, &facts);
	write_bytes(task, text, strlen(text));
}

/* A short document is drawn as a PDF and then finished. */
static void write_short(WriteTask *task, const FinishOptions *finish) {
	gint64 start = g_get_monotonic_time();
	g_autoptr(GBytes) drawn = draw_pdf(task, &task->error);
	gint64 painted = g_get_monotonic_time();
	g_autoptr(GBytes) finished =
		drawn ? finish_pdf(task->document, drawn, finish, &task->error) : NULL;
	task->paint_time = painted - start;
	task->finish_time = g_get_monotonic_time() - painted;
	if (finished) {
		gsize size;
		const void *bytes = g_bytes_get_data(finished, &size);
		write_bytes(task, bytes, size);
	}
}

static gboolean write_through(void *to, const void *bytes, gsize length) {
	return safe_file_write(to, bytes, length);
}

/* A long one is drawn page by page, and written as it is put together. FALSE: it cannot be. */
static gboolean write_long(WriteTask *task, const PdfOptions *pdf, const FinishOptions *finish) {
	gint64 start = g_get_monotonic_time();
	g_autoptr(Drawn) drawn = out_draw(task->document, pdf, &task->error);
	gint64 painted = g_get_monotonic_time();
	task->paint_time = painted - start;
	if (!drawn) {
		return task->error != NULL;
	}
	task->file = safe_file_new(task->path, &task->error);
	if (!task->file) {
		return TRUE;
	}
	const PdfSink sink = {write_through, task->file};
	finish_drawn(task->document, drawn, finish, sink, &task->error);
	task->finish_time = g_get_monotonic_time() - painted;
	if (!task->error && safe_file_failed(task->file)) {
		safe_file_tell(task->file, &task->error);
	}
	return TRUE;
}

static void task_write(gpointer data, gpointer unused) {
	(void)unused;
	WriteTask *task = data;
	if (task->press == PRESS_TICKET) {
		write_ticket(task);
		return;
	}
	gboolean sheets = is_for_paper(task);
	PressFinish press = {
		.bleed = press_bleed(task->job), .profile = task->job->session->profile};
	const GArray *placed = task->job->session->placed;
	const GArray *files = sheets ? NULL : task->job->session->embedded;
	const FinishOptions finish = {.progress = &task->finishing,
		.sheets = sheets,
		.press = task->kind->edition == EDITION_PRESS ? &press : NULL,
		.links = !sheets,
		.marks = is_tagged(task),
		.threads = options_threads(task->job->session->options),
		.file_count = files ? (int)files->len : 0,
		.files = files ? (const EmbeddedFile *)(const void *)files->data : NULL,
		.placed_count = (int)placed->len,
		.placed = (const PlacedPage *)(const void *)placed->data};
	const PdfOptions pdf = pdf_options(task);
	gboolean is_long = !sheets && out_is_long(task->document, &pdf);
	if (!is_long || !write_long(task, &pdf, &finish)) {
		write_short(task, &finish);
	}
}

static void task_run(gpointer data, gpointer unused) {
	WriteTask *task = data;
	progress_expect(&task->painting, task->document->page_count);
	task_write(task, unused);
	progress_finish(&task->painting);
	progress_finish(&task->finishing);
}

static WriteTask *add_task(
	GPtrArray *tasks, Job *job, const DocumentKind *kind, const char *folder) {
	WriteTask *task = g_new0(WriteTask, 1);
	g_autofree char *name = g_strdup_printf("%s.pdf", kind->name);
	task->job = job;
	task->kind = kind;
	task->document = job->document;
	task->path = g_build_filename(folder, name, NULL);
	g_ptr_array_add(tasks, task);
	return task;
}

static void add_press_file(GPtrArray *tasks, const WriteTask *first, PressFile press,
	const char *folder, const char *name) {
	WriteTask *task = g_memdup2(first, sizeof *first);
	task->press = press;
	task->path = g_build_filename(folder, name, NULL);
	g_ptr_array_add(tasks, task);
}

static void add_tasks(GPtrArray *tasks, Job *job, const DocumentKind *kind, const char *folder) {
	WriteTask *task = add_task(tasks, job, kind, folder);
	if (kind->edition != EDITION_PRESS) {
		return;
	}
	task->document = press_document(job);
	if (press_has_cover(job)) {
		task->spine = press_spine_title(job);
		add_press_file(tasks, task, PRESS_COVER, folder, "booklet-press-cover.pdf");
	}
	add_press_file(tasks, task, PRESS_TICKET, folder, "shop-ticket.txt");
}

/* The imposed edition of the booklet comes from the same job as the screen edition. */
static GPtrArray *plan_tasks(const GPtrArray *jobs, const char *folder) {
	GPtrArray *tasks = g_ptr_array_new_with_free_func(task_free);
	for (guint i = 0; i < jobs->len; i++) {
		Job *job = jobs->pdata[i];
		if (job->document->page_count == 0) {
			continue;
		}
		int count;
		const DocumentKind *kinds = document_kinds(&count);
		for (int k = 0; k < count; k++) {
			if (kinds_share_pages(job->session, &kinds[k], job->kind) &&
				kind_is_wanted(job->session, &kinds[k])) {
				add_tasks(tasks, job, &kinds[k], folder);
			}
		}
	}
	return tasks;
}

/* Pages that take long: Cairo paints each in some milliseconds, of a long document those without
 * pictures are said in a tenth of that. */
static int task_weight(const WriteTask *task) {
	if (task->press == PRESS_TICKET) {
		return 0;
	}
	const PdfOptions pdf = {.links = TRUE};
	gboolean said = !is_for_paper(task) && out_is_long(task->document, &pdf);
	return said ? task->document->page_count / 8 : task->document->page_count;
}

static int compare_weights(const void *one, const void *other) {
	int first = task_weight(*(WriteTask *const *)one);
	int second = task_weight(*(WriteTask *const *)other);
	return (first < second) - (first > second);
}

/* Those that take longest first, so that no thread is left with one at the end. */
static void run_tasks(const GPtrArray *tasks, const Session *session) {
	g_autoptr(GPtrArray) order = g_ptr_array_new();
	for (guint i = 0; i < tasks->len; i++) {
		g_ptr_array_add(order, tasks->pdata[i]);
	}
	g_ptr_array_sort(order, compare_weights);
	tasks_run(order, session->options, task_run);
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
		const char *tail = task->press == PRESS_TICKET ? NULL : "%%EOF";
		if (!safe_file_commit(g_steal_pointer(&task->file), tail, error)) {
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

static void show_writing(const GPtrArray *tasks, const Session *session) {
	g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(ProgressPart));
	for (guint i = 0; i < tasks->len; i++) {
		const WriteTask *task = tasks->pdata[i];
		int pages = task->document->page_count;
		ProgressPart painting = {&task->painting, pages};
		ProgressPart finishing = {&task->finishing, pages};
		g_array_append_val(parts, painting);
		g_array_append_val(parts, finishing);
	}
	progressline_begin(session->line, "writing", (const ProgressPart *)(void *)parts->data,
		(int)parts->len);
}

gboolean jobs_write(GPtrArray *jobs, const char *folder, GError **error) {
	if (jobs->len == 0) {
		return TRUE;
	}
	const Job *first = jobs->pdata[0];
	if (!embedding_gather(first->session, error)) {
		return FALSE;
	}
	safe_file_sweep(folder);
	g_autoptr(GPtrArray) tasks = plan_tasks(jobs, folder);
	show_writing(tasks, first->session);
	run_tasks(tasks, first->session);
	add_times(tasks);
	gboolean whole = commit_all(tasks, error);
	progressline_hide(first->session->line);
	return whole;
}
