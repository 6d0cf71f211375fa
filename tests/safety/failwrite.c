/* failwrite: a library to preload that lets one operation on the files a program writes go wrong.
 * Counted are open for writing, write, pwrite, fsync, close, ftruncate and rename, in this order of
 * happening, from 1. Environment:
 *   FAILWRITE_LOG   file into which each operation's name is written, one a line
 *   FAILWRITE_AT    number of the operation that goes wrong
 *   FAILWRITE_MODE  fail (the default: ENOSPC, EIO for fsync and close), short (a write takes half
 *                   of its bytes), interrupt (EINTR, once), kill (the process dies there) */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { DESCRIPTORS = 1024 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned char watched[DESCRIPTORS];
static int operations;

typedef enum Fate { FATE_GOOD, FATE_FAIL, FATE_SHORT } Fate;

static void *next_of(const char *name) {
	return dlsym(RTLD_NEXT, name);
}

static void note(const char *name) {
	const char *path = getenv("FAILWRITE_LOG");
	FILE *log = path ? fopen(path, "a") : NULL;
	if (log) {
		fprintf(log, "%s\n", name);
		fclose(log);
	}
}

static Fate fate_of(const char *name) {
	const char *at = getenv("FAILWRITE_AT"), *mode = getenv("FAILWRITE_MODE");
	pthread_mutex_lock(&lock);
	int number = ++operations;
	note(name);
	pthread_mutex_unlock(&lock);
	if (!at || atoi(at) != number) {
		return FATE_GOOD;
	}
	if (mode && strcmp(mode, "kill") == 0) {
		raise(SIGKILL);
	}
	if (mode && strcmp(mode, "short") == 0) {
		return strstr(name, "write") ? FATE_SHORT : FATE_GOOD;
	}
	if (mode && strcmp(mode, "interrupt") == 0) {
		errno = EINTR;
		return strstr(name, "write") || strcmp(name, "fsync") == 0 ? FATE_FAIL : FATE_GOOD;
	}
	errno = strcmp(name, "fsync") == 0 || strcmp(name, "close") == 0 ? EIO : ENOSPC;
	return FATE_FAIL;
}

static int is_watched(int descriptor) {
	return descriptor >= 0 && descriptor < DESCRIPTORS && watched[descriptor];
}

static int opened(int flags, int (*really)(const char *, int, ...), const char *path, mode_t mode) {
	int writing = (flags & O_CREAT) && (flags & O_ACCMODE) != O_RDONLY;
	const char *log = getenv("FAILWRITE_LOG");
	writing = writing && !(log && strcmp(path, log) == 0);
	if (writing && fate_of("open") == FATE_FAIL) {
		return -1;
	}
	int descriptor = really(path, flags, mode);
	if (descriptor >= 0 && descriptor < DESCRIPTORS) {
		watched[descriptor] = (unsigned char)writing;
	}
	return descriptor;
}

int open(const char *path, int flags, ...) {
	va_list rest;
	va_start(rest, flags);
	mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
	va_end(rest);
	return opened(flags, (int (*)(const char *, int, ...))next_of("open"), path, mode);
}

int open64(const char *path, int flags, ...) {
	va_list rest;
	va_start(rest, flags);
	mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
	va_end(rest);
	return opened(flags, (int (*)(const char *, int, ...))next_of("open64"), path, mode);
}

ssize_t write(int descriptor, const void *data, size_t length) {
	ssize_t (*really)(int, const void *, size_t) =
		(ssize_t(*)(int, const void *, size_t))next_of("write");
	Fate fate = is_watched(descriptor) ? fate_of("write") : FATE_GOOD;
	if (fate == FATE_FAIL) {
		return -1;
	}
	return really(descriptor, data, fate == FATE_SHORT ? (length + 1) / 2 : length);
}

static ssize_t patched(
	const char *name, int descriptor, const void *data, size_t length, off_t at) {
	ssize_t (*really)(int, const void *, size_t, off_t) =
		(ssize_t(*)(int, const void *, size_t, off_t))next_of(name);
	Fate fate = is_watched(descriptor) ? fate_of("pwrite") : FATE_GOOD;
	if (fate == FATE_FAIL) {
		return -1;
	}
	return really(descriptor, data, fate == FATE_SHORT ? (length + 1) / 2 : length, at);
}

ssize_t pwrite(int descriptor, const void *data, size_t length, off_t at) {
	return patched("pwrite", descriptor, data, length, at);
}

ssize_t pwrite64(int descriptor, const void *data, size_t length, off64_t at) {
	return patched("pwrite64", descriptor, data, length, at);
}

int fsync(int descriptor) {
	if (is_watched(descriptor) && fate_of("fsync") == FATE_FAIL) {
		return -1;
	}
	return ((int (*)(int))next_of("fsync"))(descriptor);
}

int ftruncate(int descriptor, off_t length) {
	if (is_watched(descriptor) && fate_of("ftruncate") == FATE_FAIL) {
		return -1;
	}
	return ((int (*)(int, off_t))next_of("ftruncate"))(descriptor, length);
}

int close(int descriptor) {
	Fate fate = is_watched(descriptor) ? fate_of("close") : FATE_GOOD;
	int wrong = errno;
	if (descriptor >= 0 && descriptor < DESCRIPTORS) {
		watched[descriptor] = 0;
	}
	int closed = ((int (*)(int))next_of("close"))(descriptor);
	if (fate == FATE_FAIL) {
		errno = wrong;
		return -1;
	}
	return closed;
}

int rename(const char *from, const char *to) {
	if (fate_of("rename") == FATE_FAIL) {
		return -1;
	}
	return ((int (*)(const char *, const char *))next_of("rename"))(from, to);
}
