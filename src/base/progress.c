/* progress: see the header. */
#include "base/progress.h"

void progress_expect(Progress *progress, int units) {
	if (progress) {
		g_atomic_int_add(&progress->expected, units);
	}
}

void progress_done(Progress *progress, int units) {
	if (progress) {
		g_atomic_int_add(&progress->done, units);
	}
}

void progress_finish(Progress *progress) {
	if (progress) {
		g_atomic_int_set(&progress->expected, 1);
		g_atomic_int_set(&progress->done, 1);
	}
}

double progress_share(const Progress *progress) {
	gint expected = g_atomic_int_get(&progress->expected);
	gint done = g_atomic_int_get(&progress->done);
	return expected > 0 ? CLAMP((double)done / expected, 0, 1) : 0;
}
