/* progressline: see the header. */
#include "cli/progressline.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Milliseconds: until the first word of it, and from one drawing to the next. */
enum { PATIENCE = 500, REFRESH = 100 };

#define TAKE_AWAY "\r\033[K"

struct ProgressLine {
	GThread *thread;
	GMutex mutex; /* all below, and what stands on the terminal */
	GCond changed; /* closing */
	const char *phase; /* NULL = nothing is to be drawn */
	ProgressPart *parts;
	int count;
	gboolean shown, closing;
};

static int percent(const ProgressLine *line) {
	double done = 0, all = 0;
	for (int i = 0; i < line->count; i++) {
		done += progress_share(line->parts[i].progress) * line->parts[i].weight;
		all += line->parts[i].weight;
	}
	return all > 0 ? (int)(100 * done / all) : 0;
}

static void draw(ProgressLine *line) {
	if (line->phase) {
		fprintf(stderr, TAKE_AWAY "%s", line->phase);
		if (line->count > 0) {
			fprintf(stderr, " %d %%", percent(line));
		}
		fflush(stderr);
		line->shown = TRUE;
	}
}

static void take_away(ProgressLine *line) {
	if (line->shown) {
		fputs(TAKE_AWAY, stderr);
		fflush(stderr);
		line->shown = FALSE;
	}
}

static gpointer draw_again(gpointer data) {
	ProgressLine *line = data;
	gint64 next = g_get_monotonic_time() + PATIENCE * G_TIME_SPAN_MILLISECOND;
	g_mutex_lock(&line->mutex);
	while (!line->closing) {
		if (!g_cond_wait_until(&line->changed, &line->mutex, next)) {
			draw(line);
			next = g_get_monotonic_time() + REFRESH * G_TIME_SPAN_MILLISECOND;
		}
	}
	g_mutex_unlock(&line->mutex);
	return NULL;
}

gboolean progressline_possible(void) {
	const char *terminal = g_getenv("TERM");
	return isatty(STDERR_FILENO) && terminal && strcmp(terminal, "dumb") != 0;
}

ProgressLine *progressline_new(void) {
	if (!progressline_possible()) {
		return NULL;
	}
	ProgressLine *line = g_new0(ProgressLine, 1);
	g_mutex_init(&line->mutex);
	g_cond_init(&line->changed);
	line->thread = g_thread_new("progress", draw_again, line);
	return line;
}

void progressline_begin(
	ProgressLine *line, const char *phase, const ProgressPart *parts, int count) {
	if (!line) {
		return;
	}
	g_mutex_lock(&line->mutex);
	g_free(line->parts);
	line->parts = g_memdup2(parts, sizeof *parts * (gsize)count);
	line->count = count;
	line->phase = phase;
	g_mutex_unlock(&line->mutex);
}

void progressline_hide(ProgressLine *line) {
	if (!line) {
		return;
	}
	g_mutex_lock(&line->mutex);
	line->phase = NULL;
	take_away(line);
	g_mutex_unlock(&line->mutex);
}

void progressline_free(ProgressLine *line) {
	if (!line) {
		return;
	}
	g_mutex_lock(&line->mutex);
	line->closing = TRUE;
	g_cond_signal(&line->changed);
	g_mutex_unlock(&line->mutex);
	g_thread_join(line->thread);
	take_away(line);
	g_mutex_clear(&line->mutex);
	g_cond_clear(&line->changed);
	g_free(line->parts);
	g_free(line);
}
