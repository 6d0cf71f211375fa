/* tasks: see the header. */
#include "cli/tasks.h"

int options_threads(const Options *options) {
	return options->jobs > 0 ? options->jobs : (int)g_get_num_processors();
}

void tasks_run(const GPtrArray *tasks, const Options *options, TaskFunction function) {
	int threads = options_threads(options);
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
