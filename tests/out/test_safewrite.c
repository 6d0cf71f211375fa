/* safewrite: whatever call of the machine fails, and wherever, the earlier file stays whole, an
 * error is told, and nothing is left behind. The calls are replaced here by ones that fail when
 * told to. */
#define _GNU_SOURCE 1

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "out/safewrite.h"

/* --- calls that fail ------------------------------------------------------------------------- */

static gboolean armed; /* count and fail only then */
static int calls, failing_call; /* 1.. ; 0 = none */
static gint64 room = -1; /* bytes that may still be written, -1 = all */
static int most; /* bytes that one write takes, 0 = all */
static char failed_name[32];

static gboolean call_fails(const char *name) {
	if (!armed || ++calls != failing_call) {
		return FALSE;
	}
	g_strlcpy(failed_name, name, sizeof failed_name);
	errno = EIO;
	return TRUE;
}

/* NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name) */
ssize_t write(int descriptor, const void *data, size_t length) {
	if (armed && call_fails("write")) {
		return -1;
	}
	if (armed && most && length > (size_t)most) {
		length = (size_t)most;
	}
	if (armed && room >= 0) {
		if (room == 0 && length > 0) {
			errno = ENOSPC;
			return -1;
		}
		length = MIN(length, (size_t)room);
		room -= (gint64)length;
	}
	return syscall(SYS_write, descriptor, data, length);
}

/* NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name) */
int fsync(int descriptor) {
	return call_fails("fsync") ? -1 : (int)syscall(SYS_fsync, descriptor);
}

/* NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name) */
int rename(const char *from, const char *to) {
	return call_fails("rename") ? -1 : (int)syscall(SYS_rename, from, to);
}

/* NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name) */
int close(int descriptor) {
	gboolean fails = call_fails("close");
	int result = (int)syscall(SYS_close, descriptor);
	if (fails) {
		errno = EIO;
	}
	return fails ? -1 : result;
}

/* NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name) */
ssize_t pread(int descriptor, void *data, size_t length, off_t offset) {
	return call_fails("pread") ? -1 : syscall(SYS_pread64, descriptor, data, length, offset);
}

/* NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name) */
ssize_t pwrite(int descriptor, const void *data, size_t length, off_t offset) {
	return call_fails("pwrite") ? -1 : syscall(SYS_pwrite64, descriptor, data, length, offset);
}

/* --- helpers --------------------------------------------------------------------------------- */

static char *folder;

static char *in_folder(const char *name) {
	return g_build_filename(folder, name, NULL);
}

static void set_earlier(const char *path) {
	g_assert_true(g_file_set_contents(path, "the earlier file", -1, NULL));
}

static void assert_contents(const char *path, const char *wanted, gsize length) {
	g_autofree char *text = NULL;
	gsize size = 0;
	g_assert_true(g_file_get_contents(path, &text, &size, NULL));
	g_assert_cmpmem(text, size, wanted, length);
}

/* Names in the folder, but for `name`. */
static int others(const char *name) {
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	int count = 0;
	for (const char *found; (found = g_dir_read_name(dir));) {
		count += strcmp(found, name) != 0;
	}
	return count;
}

static char *make_payload(gsize size) {
	char *payload = g_malloc(size);
	for (gsize i = 0; i < size; i++) {
		payload[i] = (char)('a' + i * 7 % 26);
	}
	const char end[6] = {'%', '%', 'E', 'O', 'F', '\n'};
	memcpy(payload + size - sizeof end, end, sizeof end);
	return payload;
}

/* Writes the payload in pieces and commits. */
static gboolean write_all(const char *path, const char *payload, gsize size, GError **error) {
	SafeFile *file = safe_file_new(path, error);
	if (!file) {
		return FALSE;
	}
	gsize at = 0;
	for (gsize piece = 1; at < size; piece = piece * 3 % 70001) {
		gsize length = MIN(piece, size - at);
		if (!safe_file_write(file, payload + at, length)) {
			g_assert_true(safe_file_failed(file));
			g_assert_false(safe_file_write(file, "more", 4));
		}
		at += length;
	}
	if (size > 1) {
		safe_file_patch(file, size / 2, payload + size / 2, 1);
	}
	return safe_file_commit(file, "%%EOF", error);
}

/* --- tests ----------------------------------------------------------------------------------- */

static void test_good(void) {
	g_autofree char *path = in_folder("deep/er/good.pdf");
	g_autofree char *payload = make_payload(300000);
	g_autoptr(GError) error = NULL;
	g_assert_true(write_all(path, payload, 300000, &error));
	g_assert_no_error(error);
	assert_contents(path, payload, 300000);
	/* Again, over it; shorter. */
	g_assert_true(write_all(path, payload + 299990, 10, &error));
	assert_contents(path, payload + 299990, 10);
	struct stat status;
	mode_t mask = umask(027);
	g_assert_true(write_all(path, payload, 300000, &error));
	g_assert_cmpint(stat(path, &status), ==, 0);
	g_assert_cmpint(status.st_mode & 0777, ==, 0640);
	umask(mask);
}

static void test_each_call_fails(void) {
	g_autofree char *path = in_folder("each.pdf");
	g_autofree char *payload = make_payload(200000);
	int silent = 0, reached = 0;
	for (int n = 1;; n++) {
		set_earlier(path);
		g_autoptr(GError) error = NULL;
		failed_name[0] = '\0';
		calls = 0;
		failing_call = n;
		armed = TRUE;
		gboolean done = write_all(path, payload, 200000, &error);
		armed = FALSE;
		g_assert_cmpint(others("each.pdf"), ==, 0);
		if (!failed_name[0]) {
			g_assert_true(done);
			break;
		}
		reached++;
		if (done) {
			/* The new file is in place and whole: only keeping its name on disk failed,
			 * or closing a descriptor that nothing depends on. */
			g_assert_no_error(error);
			assert_contents(path, payload, 200000);
			g_assert_true(g_str_equal(failed_name, "fsync") ||
				g_str_equal(failed_name, "close"));
			silent++;
			continue;
		}
		g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_IO);
		g_assert_nonnull(strstr(error->message, "each.pdf"));
		assert_contents(path, "the earlier file", 16);
	}
	/* writes, read back, fsync, close, rename; after it: two closes and the folder's fsync. */
	g_assert_cmpint(reached, >, 8);
	g_assert_cmpint(silent, ==, 3);
}

static void test_each_byte_fails(void) {
	g_autofree char *path = in_folder("bytes.pdf");
	const gsize size = 3000;
	g_autofree char *payload = make_payload(size);
	set_earlier(path);
	for (gsize limit = 0; limit < size; limit++) {
		g_autoptr(GError) error = NULL;
		failing_call = 0;
		room = (gint64)limit;
		armed = TRUE;
		gboolean done = write_all(path, payload, size, &error);
		armed = FALSE;
		g_assert_false(done);
		g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
		assert_contents(path, "the earlier file", 16);
		g_assert_cmpint(others("bytes.pdf"), ==, 0);
	}
	room = (gint64)size;
	armed = TRUE;
	gboolean done = write_all(path, payload, size, NULL);
	armed = FALSE;
	room = -1;
	g_assert_true(done);
	assert_contents(path, payload, size);
}

static void test_short_writes(void) {
	g_autofree char *path = in_folder("short.pdf");
	g_autofree char *payload = make_payload(150000);
	most = 1000;
	armed = TRUE;
	gboolean done = write_all(path, payload, 150000, NULL);
	armed = FALSE;
	most = 0;
	g_assert_true(done);
	assert_contents(path, payload, 150000);
}

static void test_tail(void) {
	g_autofree char *path = in_folder("tail.pdf");
	set_earlier(path);
	g_autoptr(GError) error = NULL;
	SafeFile *file = safe_file_new(path, &error);
	g_assert_true(safe_file_write(file, "no end in sight", 15));
	g_assert_false(safe_file_commit(file, "%%EOF", &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_IO);
	assert_contents(path, "the earlier file", 16);
	g_assert_cmpint(others("tail.pdf"), ==, 0);
	/* Without a wanted end anything goes, nothing too. */
	file = safe_file_new(path, NULL);
	g_assert_true(safe_file_commit(file, NULL, NULL));
	assert_contents(path, "", 0);
}

static void test_read_back(void) {
	g_autofree char *path = in_folder("back.pdf");
	SafeFile *file = safe_file_new(path, NULL);
	char text[8] = "";
	g_assert_true(safe_file_write(file, "0123456789", 10));
	g_assert_true(safe_file_read(file, 3, text, 4));
	g_assert_cmpmem(text, 4, "3456", 4);
	g_assert_false(safe_file_read(file, 7, text, 4));
	g_assert_false(safe_file_failed(file));
	g_assert_true(safe_file_write(file, "ab", 2));
	g_assert_cmpuint(safe_file_size(file), ==, 12);
	g_assert_true(safe_file_patch(file, 9, "XY", 2));
	g_assert_true(safe_file_commit(file, "8XYb", NULL));
	assert_contents(path, "012345678XYb", 12);
}

/* The kernel's own limit, in a process of its own. */
static void test_kernel_limit(void) {
	g_autofree char *path = in_folder("limit.pdf");
	set_earlier(path);
	pid_t child = fork();
	if (child == 0) {
		signal(SIGXFSZ, SIG_IGN);
		struct rlimit limit = {4096, 4096};
		g_autoptr(GError) error = NULL;
		g_autofree char *payload = make_payload(100000);
		int failed = setrlimit(RLIMIT_FSIZE, &limit);
		failed |= write_all(path, payload, 100000, &error);
		_exit(failed || !error);
	}
	int status;
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_cmpint(status, ==, 0);
	assert_contents(path, "the earlier file", 16);
	g_assert_cmpint(others("limit.pdf"), ==, 0);
}

enum { CANNOT_MOUNT = 77, DISK = 64 * 1024 };

/* A disk of 64 KiB of its own for this process. */
static gboolean mount_small_disk(const char *path) {
	int spaces = geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
	return g_mkdir(path, 0777) == 0 && unshare(spaces) == 0 &&
		mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
		mount("none", path, "tmpfs", 0, "size=64k,mode=777") == 0;
}

static int fill_disk(void) {
	g_autofree char *disk = in_folder("disk");
	if (!mount_small_disk(disk)) {
		return CANNOT_MOUNT;
	}
	g_autofree char *path = g_build_filename(disk, "full.pdf", NULL);
	g_autofree char *payload = make_payload(2 * DISK);
	g_autoptr(GError) error = NULL;
	set_earlier(path);
	/* Twice the disk; then what fits beside the earlier file. */
	gboolean large = write_all(path, payload, 2 * DISK, &error);
	assert_contents(path, "the earlier file", 16);
	g_assert_cmpint(safe_file_sweep(disk), ==, 0);
	gboolean small = write_all(path, payload + DISK * 3 / 2, DISK / 2, NULL);
	assert_contents(path, payload + DISK * 3 / 2, DISK / 2);
	return !large && small && g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? 0 : 1;
}

static void test_full_disk(void) {
	pid_t child = fork();
	if (child == 0) {
		_exit(fill_disk());
	}
	int status;
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	if (WIFEXITED(status) && WEXITSTATUS(status) == CANNOT_MOUNT) {
		g_test_skip("no disk can be mounted here");
		return;
	}
	g_assert_cmpint(status, ==, 0);
}

static void test_impossible_names(void) {
	g_autoptr(GError) error = NULL;
	/* Not a folder, no permission, a name too long: told, nothing made. */
	g_assert_null(safe_file_new("/dev/null/x.pdf", &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
	g_clear_error(&error);
	g_autofree char *name = g_strnfill(400, 'n');
	g_autofree char *path = in_folder(name);
	SafeFile *file = safe_file_new(path, &error);
	g_assert_nonnull(file);
	g_assert_false(safe_file_commit(file, NULL, &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NAMETOOLONG);
	g_clear_error(&error);
	/* The target is a folder. */
	g_autofree char *taken = in_folder("taken");
	g_assert_cmpint(g_mkdir(taken, 0777), ==, 0);
	file = safe_file_new(taken, &error);
	g_assert_false(safe_file_commit(file, NULL, &error));
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
	g_assert_cmpint(others("taken"), ==, 0);
}

static void test_two_at_once(void) {
	g_autofree char *path = in_folder("twice.pdf");
	SafeFile *first = safe_file_new(path, NULL), *second = safe_file_new(path, NULL);
	g_assert_nonnull(first);
	g_assert_nonnull(second);
	safe_file_write(first, "first", 5);
	safe_file_write(second, "second", 6);
	g_assert_true(safe_file_commit(second, NULL, NULL));
	assert_contents(path, "second", 6);
	g_assert_true(safe_file_commit(first, NULL, NULL));
	assert_contents(path, "first", 5);
	g_assert_cmpint(others("twice.pdf"), ==, 0);
}

/* A child that is killed in the middle leaves the earlier file, and a leftover that the next run
 * sweeps; files at work, also our own, are left alone. */
static void test_killed(void) {
	g_autofree char *path = in_folder("killed.pdf");
	set_earlier(path);
	int ready[2];
	g_assert_cmpint(pipe(ready), ==, 0);
	pid_t child = fork();
	if (child == 0) {
		g_autofree char *payload = make_payload(100000);
		SafeFile *file = safe_file_new(path, NULL);
		safe_file_write(file, payload, 100000);
		syscall(SYS_write, ready[1], "x", 1);
		for (;;) {
			pause();
		}
	}
	char byte;
	g_assert_cmpint(read(ready[0], &byte, 1), ==, 1);
	g_assert_cmpint(others("killed.pdf"), ==, 1);
	g_assert_cmpint(safe_file_sweep(folder), ==, 0);
	g_assert_cmpint(others("killed.pdf"), ==, 1);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	close(ready[0]);
	close(ready[1]);
	assert_contents(path, "the earlier file", 16);

	SafeFile *own = safe_file_new(path, NULL);
	g_autofree char *foreign = in_folder(".bifolio-notes.txt");
	g_assert_true(g_file_set_contents(foreign, "", 0, NULL));
	g_assert_cmpint(others("killed.pdf"), ==, 3);
	g_assert_cmpint(safe_file_sweep(folder), ==, 1);
	g_assert_cmpint(others("killed.pdf"), ==, 2);
	g_assert_true(safe_file_write(own, "new", 3));
	g_assert_true(safe_file_commit(own, NULL, NULL));
	assert_contents(path, "new", 3);
	g_assert_cmpint(safe_file_sweep("/nowhere at all"), ==, 0);
	g_unlink(foreign);
}

static void test_abort(void) {
	g_autofree char *path = in_folder("abort.pdf");
	set_earlier(path);
	SafeFile *file = safe_file_new(path, NULL);
	safe_file_write(file, "half", 4);
	safe_file_abort(file);
	safe_file_abort(NULL);
	assert_contents(path, "the earlier file", 16);
	g_assert_cmpint(others("abort.pdf"), ==, 0);
}

static void remove_all(const char *path) {
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	for (const char *name; dir && (name = g_dir_read_name(dir));) {
		g_autofree char *child = g_build_filename(path, name, NULL);
		remove_all(child);
	}
	g_remove(path);
}

typedef struct Fixture {
	char *unused;
} Fixture;

static void set_up(Fixture *fixture, gconstpointer data) {
	(void)fixture;
	(void)data;
	folder = g_dir_make_tmp(NULL, NULL);
	g_assert_nonnull(folder);
}

static void tear_down(Fixture *fixture, gconstpointer data) {
	(void)fixture;
	(void)data;
	remove_all(folder);
	g_clear_pointer(&folder, g_free);
}

static void run(Fixture *fixture, gconstpointer data) {
	(void)fixture;
	void (*const *test)(void) = data;
	(*test)();
}

int main(int argc, char **argv) {
	static const struct {
		const char *name;
		void (*test)(void);
	} tests[] = {{"/safewrite/good", test_good}, {"/safewrite/calls", test_each_call_fails},
		{"/safewrite/bytes", test_each_byte_fails}, {"/safewrite/short", test_short_writes},
		{"/safewrite/tail", test_tail}, {"/safewrite/read", test_read_back},
		{"/safewrite/limit", test_kernel_limit},
		{"/safewrite/names", test_impossible_names}, {"/safewrite/disk", test_full_disk},
		{"/safewrite/two", test_two_at_once}, {"/safewrite/killed", test_killed},
		{"/safewrite/abort", test_abort}};
	g_test_init(&argc, &argv, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
		g_test_add(tests[i].name, Fixture, &tests[i].test, set_up, run, tear_down);
	}
	return g_test_run();
}
