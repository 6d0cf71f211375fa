/* othertime: a library to preload that lets a program live 4,000 days later. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>

enum { LATER = 4000 * 86400 };

time_t time(time_t *result) {
	time_t (*really)(time_t *) = (time_t(*)(time_t *))dlsym(RTLD_NEXT, "time");
	time_t now = really(NULL) + LATER;
	if (result) {
		*result = now;
	}
	return now;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
	int (*really)(struct timeval *, void *) =
		(int (*)(struct timeval *, void *))dlsym(RTLD_NEXT, "gettimeofday");
	int status = really(now, zone);
	now->tv_sec += LATER;
	return status;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
	int (*really)(clockid_t, struct timespec *) =
		(int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
	int status = really(clock, now);
	if (clock == CLOCK_REALTIME) {
		now->tv_sec += LATER;
	}
	return status;
}
