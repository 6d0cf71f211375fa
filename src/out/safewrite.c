/* safewrite: buffered, checked writing to a temporary file beside the target, renamed when whole.
 * The writer holds an advisory lock (flock) on it as long as it lives, so that a sweep tells dead
 * leftovers from files at work without trusting process ids, which are used again. Knows nothing
 * of what is written. */
#define _DEFAULT_SOURCE 1

#include "out/safewrite.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SAFE_BUFFER = 1 << 16, SAFE_NAME = 160, SAFE_TRIES = 100, SAFE_TAIL = 1024 };

static const char safe_prefix[] = ".bifolio-";
static const char safe_suffix[] = ".tmp";

struct SafeFile {
	char *path, *folder, *temporary;
	int descriptor; /* -1 when closed */
	gboolean created; /* the temporary file is ours and still there */
	int failure; /* errno of the first failure, 0 = none */
	const char *step; /* what failed */
	gsize size; /* bytes accepted */
	GByteArray *memory; /* instead of all the above, where nothing goes to a disk */
	int used; /* bytes in the buffer, not yet written */
	char buffer[SAFE_BUFFER];
};

static gboolean safe_fail(SafeFile *file, const char *step, int code) {
	if (!file->failure) {
		file->failure = code ? code : EIO;
		file->step = step;
	}
	return FALSE;
}

void safe_file_tell(const SafeFile *file, GError **error) {
	g_assert(file->failure);
	g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(file->failure),
		"cannot %s %s: %s", file->step, file->path, g_strerror(file->failure));
}

static gboolean safe_is_leftover_name(const char *name) {
	return g_str_has_prefix(name, safe_prefix) && g_str_has_suffix(name, safe_suffix);
}

/* The part of the name kept is cut at a character's border. */
static char *safe_temporary_name(const SafeFile *file, int attempt) {
	g_autofree char *name = g_path_get_basename(file->path);
	gsize length = strlen(name);
	if (length > SAFE_NAME) {
		length = SAFE_NAME;
		while (length > 0 && ((unsigned char)name[length] & 0xc0) == 0x80) {
			length--;
		}
	}
	name[length] = '\0';
	g_autofree char *number = attempt ? g_strdup_printf(".%d", attempt) : g_strdup("");
	g_autofree char *base = g_strdup_printf(
		"%s%s-%d%s%s", safe_prefix, name, (int)getpid(), number, safe_suffix);
	return g_build_filename(file->folder, base, NULL);
}

/* A sweep may have removed the file between its opening and its locking. */
static gboolean safe_is_in_place(const SafeFile *file) {
	struct stat mine, there;
	return fstat(file->descriptor, &mine) == 0 && lstat(file->temporary, &there) == 0 &&
		mine.st_dev == there.st_dev && mine.st_ino == there.st_ino;
}

static gboolean safe_open(SafeFile *file) {
	for (int attempt = 0; attempt < SAFE_TRIES; attempt++) {
		g_free(file->temporary);
		file->temporary = safe_temporary_name(file, attempt);
		file->descriptor = open(
			file->temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
		if (file->descriptor < 0 && errno == EEXIST) {
			continue;
		}
		if (file->descriptor < 0) {
			return safe_fail(file, "create", errno);
		}
		/* A file system without locks: nobody can sweep there either. */
		flock(file->descriptor, LOCK_EX | LOCK_NB);
		file->created = safe_is_in_place(file);
		if (file->created) {
			return TRUE;
		}
		close(file->descriptor);
		file->descriptor = -1;
	}
	return safe_fail(file, "create", EEXIST);
}

SafeFile *safe_file_new(const char *path, GError **error) {
	SafeFile *file = g_new0(SafeFile, 1);
	file->path = g_strdup(path);
	file->folder = g_path_get_dirname(path);
	file->descriptor = -1;
	if (g_mkdir_with_parents(file->folder, 0777) != 0) {
		safe_fail(file, "make the folder of", errno);
	} else if (safe_open(file)) {
		return file;
	}
	safe_file_tell(file, error);
	safe_file_abort(file);
	return NULL;
}

SafeFile *safe_memory_new(void) {
	SafeFile *file = g_new0(SafeFile, 1);
	file->path = g_strdup("memory");
	file->descriptor = -1;
	file->memory = g_byte_array_new();
	return file;
}

/* A byte array counts in 32 bits. */
static gboolean safe_write_memory(SafeFile *file, const void *data, gsize length) {
	if (length > (gsize)G_MAXUINT32 / 2 - file->size) {
		return safe_fail(file, "keep", ENOMEM);
	}
	g_byte_array_append(file->memory, data, (guint)length);
	file->size += length;
	return TRUE;
}

static gboolean safe_write_through(SafeFile *file, const char *data, gsize length) {
	while (length > 0) {
		ssize_t written = write(file->descriptor, data, length);
		if (written < 0 && errno == EINTR) {
			continue;
		}
		if (written <= 0) {
			return safe_fail(file, "write", written < 0 ? errno : ENOSPC);
		}
		data += written;
		length -= (gsize)written;
	}
	return TRUE;
}

static gboolean safe_flush(SafeFile *file) {
	if (file->failure) {
		return FALSE;
	}
	int used = file->used;
	file->used = 0;
	return safe_write_through(file, file->buffer, (gsize)used);
}

gboolean safe_file_write(SafeFile *file, const void *data, size_t length) {
	if (file->failure) {
		return FALSE;
	}
	if (file->memory) {
		return safe_write_memory(file, data, length);
	}
	if (length > (gsize)(SAFE_BUFFER - file->used)) {
		if (!safe_flush(file)) {
			return FALSE;
		}
		if (length >= SAFE_BUFFER) {
			file->size += length;
			return safe_write_through(file, data, length);
		}
	}
	if (length > 0) {
		memcpy(file->buffer + file->used, data, length);
	}
	file->used += (int)length;
	file->size += length;
	return TRUE;
}

gboolean safe_file_failed(const SafeFile *file) {
	return file->failure != 0;
}

gsize safe_file_size(const SafeFile *file) {
	return file->size;
}

gboolean safe_file_read(SafeFile *file, gsize offset, void *data, gsize length) {
	if (!safe_flush(file) || offset > file->size || length > file->size - offset) {
		return FALSE;
	}
	if (file->memory) {
		memcpy(data, file->memory->data + offset, length);
		return TRUE;
	}
	char *at = data;
	while (length > 0) {
		ssize_t count = pread(file->descriptor, at, length, (off_t)offset);
		if (count < 0 && errno == EINTR) {
			continue;
		}
		if (count <= 0) {
			return safe_fail(file, "read back", count < 0 ? errno : EIO);
		}
		at += count;
		offset += (gsize)count;
		length -= (gsize)count;
	}
	return TRUE;
}

gboolean safe_file_patch(SafeFile *file, gsize offset, const void *data, gsize length) {
	if (!safe_flush(file)) {
		return FALSE;
	}
	g_assert(offset <= file->size && length <= file->size - offset);
	if (file->memory) {
		memcpy(file->memory->data + offset, data, length);
		return TRUE;
	}
	const char *at = data;
	while (length > 0) {
		ssize_t count = pwrite(file->descriptor, at, length, (off_t)offset);
		if (count < 0 && errno == EINTR) {
			continue;
		}
		if (count <= 0) {
			return safe_fail(file, "write", count < 0 ? errno : ENOSPC);
		}
		at += count;
		offset += (gsize)count;
		length -= (gsize)count;
	}
	return TRUE;
}

static gboolean safe_contains(const char *data, gsize length, const char *wanted) {
	gsize size = strlen(wanted);
	for (gsize i = 0; i + size <= length; i++) {
		if (memcmp(data + i, wanted, size) == 0) {
			return TRUE;
		}
	}
	return FALSE;
}

/* What the disk holds must be what was handed in, up to its end. */
static gboolean safe_check(SafeFile *file, const char *tail) {
	struct stat status;
	if (fstat(file->descriptor, &status) != 0) {
		return safe_fail(file, "inspect", errno);
	}
	if (status.st_size < 0 || (gsize)status.st_size != file->size) {
		return safe_fail(file, "write all of", EIO);
	}
	if (!tail) {
		return TRUE;
	}
	char end[SAFE_TAIL];
	gsize length = MIN(file->size, (gsize)SAFE_TAIL);
	if (!safe_file_read(file, file->size - length, end, length)) {
		return FALSE;
	}
	if (!safe_contains(end, length, tail)) {
		return safe_fail(file, "find the end of", EIO);
	}
	return TRUE;
}

static gboolean safe_sync(SafeFile *file) {
	while (fsync(file->descriptor) != 0) {
		if (errno != EINTR) {
			/* Some special file systems cannot; all others tell a lost write here. */
			return errno == EINVAL || errno == ENOTSUP ? TRUE
								   : safe_fail(file, "save", errno);
		}
	}
	return TRUE;
}

static gboolean safe_close(SafeFile *file) {
	int descriptor = file->descriptor;
	file->descriptor = -1;
	return close(descriptor) == 0 || errno == EINTR ? TRUE : safe_fail(file, "close", errno);
}

/* The file is in its place and whole when this is called; should its name not reach the disk, a
 * crash leaves the earlier file, whole too. So a failure here is no failure of the commit. */
static void safe_sync_folder(const SafeFile *file) {
	int folder = open(file->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder >= 0) {
		fsync(folder);
		close(folder);
	}
}

static void safe_free(SafeFile *file) {
	if (file->memory) {
		g_byte_array_unref(file->memory);
	}
	g_free(file->path);
	g_free(file->folder);
	g_free(file->temporary);
	g_free(file);
}

GBytes *safe_memory_end(SafeFile *file) {
	g_assert(file->memory && !file->failure);
	GBytes *bytes = g_byte_array_free_to_bytes(g_steal_pointer(&file->memory));
	safe_free(file);
	return bytes;
}

gboolean safe_file_commit(SafeFile *file, const char *tail, GError **error) {
	g_assert(!file->memory);
	gboolean whole = safe_flush(file) && safe_check(file, tail) && safe_sync(file);
	/* A second descriptor holds the lock between closing and renaming. */
	int held = whole ? fcntl(file->descriptor, F_DUPFD_CLOEXEC, 0) : -1;
	whole = whole && safe_close(file);
	if (whole && rename(file->temporary, file->path) != 0) {
		whole = safe_fail(file, "put in place", errno);
	}
	if (held >= 0) {
		close(held);
	}
	if (!whole) {
		safe_file_tell(file, error);
		safe_file_abort(file);
		return FALSE;
	}
	safe_sync_folder(file);
	safe_free(file);
	return TRUE;
}

void safe_file_abort(SafeFile *file) {
	if (!file) {
		return;
	}
	if (file->created) {
		unlink(file->temporary);
	}
	if (file->descriptor >= 0) {
		close(file->descriptor);
	}
	safe_free(file);
}

/* Removes the file unless a living process holds its lock. */
static gboolean safe_sweep_one(const char *path) {
	int descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	if (descriptor < 0) {
		return FALSE;
	}
	struct stat status;
	gboolean dead = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
		flock(descriptor, LOCK_EX | LOCK_NB) == 0;
	gboolean removed = dead && unlink(path) == 0;
	close(descriptor);
	return removed;
}

int safe_file_sweep(const char *folder) {
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	int count = 0;
	for (const char *name; dir && (name = g_dir_read_name(dir));) {
		if (safe_is_leftover_name(name)) {
			g_autofree char *path = g_build_filename(folder, name, NULL);
			count += safe_sweep_one(path) ? 1 : 0;
		}
	}
	return count;
}
