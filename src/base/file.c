/* file: see the header. The walk of file_resolve keeps to descriptors (openat with O_NOFOLLOW at
 * every step), so that a folder cannot be swapped for a link between looking and opening; links
 * are read and walked by hand, as openat2's RESOLVE_BENEATH would. */
#define _XOPEN_SOURCE 700

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINKS_MAX = 40, LIST_DEPTH = 32, LIST_MAX = 20000, PART = 1 << 16 };

GQuark file_trouble_quark(void) {
	return g_quark_from_static_string("bifolio-file-trouble");
}

static void set_errno(GError **error, int number) {
	switch (number) {
	case ENOENT:
	case ENOTDIR:
		g_set_error(error, FILE_TROUBLE, FILE_TROUBLE_MISSING, "there is no such file");
		return;
	case EACCES:
	case EPERM:
		g_set_error(error, FILE_TROUBLE, FILE_TROUBLE_DENIED, "no permission to read it");
		return;
	case EISDIR:
		g_set_error(error, FILE_TROUBLE, FILE_TROUBLE_FOLDER, "it is a folder, not a file");
		return;
	case ENXIO:
		g_set_error(
			error, FILE_TROUBLE, FILE_TROUBLE_SPECIAL, "it is not an ordinary file");
		return;
	default:
		g_set_error(error, FILE_TROUBLE, FILE_TROUBLE_FAILED, "%s", g_strerror(number));
	}
}

static void set_outside(GError **error) {
	g_set_error(error, FILE_TROUBLE, FILE_TROUBLE_OUTSIDE, "it leads out of the folder");
}

/* A regular file of at most limit bytes? */
static gboolean may_read(int descriptor, gsize limit, gsize *size, GError **error) {
	struct stat status;
	if (fstat(descriptor, &status) < 0) {
		set_errno(error, errno);
		return FALSE;
	}
	if (S_ISDIR(status.st_mode)) {
		set_errno(error, EISDIR);
		return FALSE;
	}
	if (!S_ISREG(status.st_mode)) {
		set_errno(error, ENXIO);
		return FALSE;
	}
	*size = (gsize)status.st_size;
	if (status.st_size > 0 && *size > limit) {
		g_set_error(
			error, FILE_TROUBLE, FILE_TROUBLE_LARGE, "it is larger than %s", "allowed");
		return FALSE;
	}
	return TRUE;
}

/* Reads to the end, but one byte more than the limit at most: a file may grow meanwhile. */
static GByteArray *read_all(int descriptor, gsize size, gsize limit, GError **error) {
	GByteArray *bytes = g_byte_array_sized_new((guint)MIN(size + 1, (gsize)G_MAXINT));
	g_autofree guint8 *part = g_malloc(PART);
	for (;;) {
		ssize_t got = read(descriptor, part, PART);
		if (got < 0 && errno == EINTR) {
			continue;
		}
		if (got <= 0) {
			if (got < 0) {
				set_errno(error, errno);
				g_byte_array_unref(bytes);
				return NULL;
			}
			return bytes;
		}
		if (bytes->len + (gsize)got > limit) {
			g_set_error(error, FILE_TROUBLE, FILE_TROUBLE_LARGE,
				"it is larger than allowed");
			g_byte_array_unref(bytes);
			return NULL;
		}
		g_byte_array_append(bytes, part, (guint)got);
	}
}

/* Takes the descriptor. */
static GBytes *read_descriptor(int descriptor, gsize limit, GError **error) {
	gsize size;
	GByteArray *bytes = NULL;
	limit = MIN(limit, (gsize)G_MAXINT);
	if (may_read(descriptor, limit, &size, error)) {
		bytes = read_all(descriptor, size, limit, error);
	}
	close(descriptor);
	return bytes ? g_byte_array_free_to_bytes(bytes) : NULL;
}

enum { OPEN_FILE = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC };

GBytes *file_read(const char *path, gsize limit, GError **error) {
	int descriptor = open(path, OPEN_FILE);
	if (descriptor < 0) {
		set_errno(error, errno);
		return NULL;
	}
	return read_descriptor(descriptor, limit, error);
}

/* A walk below a folder. open_folders: descriptors from the folder itself to the one we stand
 * in; names: of those below it, and at the end the file's. */
typedef struct Walk {
	GArray *open_folders;
	GPtrArray *names;
	GQueue todo; /* names still to walk, owned */
	int links;
} Walk;

static void walk_finish(Walk *walk) {
	for (guint i = 0; i < walk->open_folders->len; i++) {
		close(g_array_index(walk->open_folders, int, i));
	}
	g_array_unref(walk->open_folders);
	g_ptr_array_unref(walk->names);
	g_queue_clear_full(&walk->todo, g_free);
}

static int walk_here(const Walk *walk) {
	return g_array_index(walk->open_folders, int, walk->open_folders->len - 1);
}

static void walk_plan(Walk *walk, const char *path) {
	g_auto(GStrv) names = g_strsplit(path, "/", -1);
	for (guint i = g_strv_length(names); i > 0; i--) {
		if (*names[i - 1]) {
			g_queue_push_head(&walk->todo, g_strdup(names[i - 1]));
		}
	}
}

static gboolean walk_up(Walk *walk, GError **error) {
	if (walk->open_folders->len < 2) {
		set_outside(error);
		return FALSE;
	}
	close(walk_here(walk));
	g_array_set_size(walk->open_folders, walk->open_folders->len - 1);
	g_ptr_array_set_size(walk->names, (int)walk->names->len - 1);
	return TRUE;
}

static gboolean walk_link(Walk *walk, const char *name, GError **error) {
	char target[4096];
	ssize_t length = readlinkat(walk_here(walk), name, target, sizeof target - 1);
	if (length < 0) {
		set_errno(error, errno);
		return FALSE;
	}
	target[length] = '\0';
	if (target[0] == '/') {
		set_outside(error);
		return FALSE;
	}
	if (++walk->links > LINKS_MAX) {
		g_set_error(
			error, FILE_TROUBLE, FILE_TROUBLE_MISSING, "its links go round in circles");
		return FALSE;
	}
	walk_plan(walk, target);
	return TRUE;
}

/* One name of the path. The last one is not opened: it may be anything but a link. */
static gboolean walk_step(Walk *walk, const char *name, GError **error) {
	if (strcmp(name, ".") == 0) {
		return TRUE;
	}
	if (strcmp(name, "..") == 0) {
		return walk_up(walk, error);
	}
	struct stat status;
	if (fstatat(walk_here(walk), name, &status, AT_SYMLINK_NOFOLLOW) < 0) {
		set_errno(error, errno);
		return FALSE;
	}
	if (S_ISLNK(status.st_mode)) {
		return walk_link(walk, name, error);
	}
	if (S_ISDIR(status.st_mode)) {
		int below = openat(
			walk_here(walk), name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		if (below < 0) {
			set_errno(error, errno);
			return FALSE;
		}
		g_array_append_val(walk->open_folders, below);
	} else if (!g_queue_is_empty(&walk->todo)) {
		set_errno(error, ENOTDIR);
		return FALSE;
	}
	g_ptr_array_add(walk->names, g_strdup(name));
	return TRUE;
}

static gboolean walk_init(Walk *walk, const char *folder, const char *relative, GError **error) {
	*walk = (Walk){.todo = G_QUEUE_INIT};
	walk->open_folders = g_array_new(FALSE, FALSE, sizeof(int));
	walk->names = g_ptr_array_new_with_free_func(g_free);
	int top = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (top < 0) {
		set_errno(error, errno);
		return FALSE;
	}
	g_array_append_val(walk->open_folders, top);
	if (g_path_is_absolute(relative)) {
		g_set_error(error, FILE_TROUBLE, FILE_TROUBLE_OUTSIDE,
			"it must be a path inside of the folder");
		return FALSE;
	}
	walk_plan(walk, relative);
	return TRUE;
}

static gboolean walk_all(Walk *walk, const char *folder, const char *relative, GError **error) {
	if (!walk_init(walk, folder, relative, error)) {
		return FALSE;
	}
	while (!g_queue_is_empty(&walk->todo)) {
		g_autofree char *name = g_queue_pop_head(&walk->todo);
		if (!walk_step(walk, name, error)) {
			return FALSE;
		}
	}
	return TRUE;
}

char *file_resolve(const char *folder, const char *relative, GError **error) {
	Walk walk;
	char *path = NULL;
	if (walk_all(&walk, folder, relative, error)) {
		GString *text = g_string_new(folder);
		for (guint i = 0; i < walk.names->len; i++) {
			if (text->len == 0 || text->str[text->len - 1] != '/') {
				g_string_append_c(text, '/');
			}
			g_string_append(text, g_ptr_array_index(walk.names, i));
		}
		path = g_string_free(text, FALSE);
	}
	walk_finish(&walk);
	return path;
}

GBytes *file_read_inside(const char *folder, const char *relative, gsize limit, GError **error) {
	Walk walk;
	GBytes *bytes = NULL;
	if (walk_all(&walk, folder, relative, error)) {
		gboolean is_folder = walk.open_folders->len > walk.names->len;
		int descriptor = is_folder
			? -1
			: openat(walk_here(&walk),
				  g_ptr_array_index(walk.names, walk.names->len - 1),
				  OPEN_FILE | O_NOFOLLOW);
		if (descriptor < 0) {
			set_errno(error, is_folder ? EISDIR : errno);
		} else {
			bytes = read_descriptor(descriptor, limit, error);
		}
	}
	walk_finish(&walk);
	return bytes;
}

static gboolean is_yaml(const char *name) {
	return g_str_has_suffix(name, ".yaml") || g_str_has_suffix(name, ".yml");
}

typedef struct Listing {
	GPtrArray *paths;
	int depth;
} Listing;

static gboolean list_folder(Listing *listing, int descriptor, const char *prefix, GError **error);

static gboolean list_entry(Listing *listing, int folder, const char *path, GError **error) {
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	struct stat status;
	if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) < 0) {
		return TRUE; /* gone meanwhile */
	}
	if (S_ISREG(status.st_mode) && is_yaml(name)) {
		g_ptr_array_add(listing->paths, g_strdup(path));
		return TRUE;
	}
	if (!S_ISDIR(status.st_mode) || listing->depth >= LIST_DEPTH) {
		return TRUE;
	}
	int below = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (below < 0) {
		set_errno(error, errno);
		return FALSE;
	}
	listing->depth++;
	gboolean listed = list_folder(listing, below, path, error);
	listing->depth--;
	return listed;
}

/* Takes the descriptor. */
static gboolean list_folder(Listing *listing, int descriptor, const char *prefix, GError **error) {
	DIR *entries = fdopendir(descriptor);
	if (!entries) {
		set_errno(error, errno);
		close(descriptor);
		return FALSE;
	}
	gboolean whole = TRUE;
	for (struct dirent *entry; whole && (entry = readdir(entries));) {
		if (entry->d_name[0] == '.') {
			continue;
		}
		g_autofree char *path = *prefix ? g_strconcat(prefix, "/", entry->d_name, NULL)
						: g_strdup(entry->d_name);
		whole = list_entry(listing, dirfd(entries), path, error);
		if (whole && listing->paths->len > LIST_MAX) {
			g_set_error(error, FILE_TROUBLE, FILE_TROUBLE_LARGE,
				"it holds more than %d YAML files", LIST_MAX);
			whole = FALSE;
		}
	}
	closedir(entries);
	return whole;
}

static int path_compare(gconstpointer left, gconstpointer right) {
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

GPtrArray *file_list_yaml(const char *folder, GError **error) {
	int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (descriptor < 0) {
		set_errno(error, errno);
		return NULL;
	}
	Listing listing = {.paths = g_ptr_array_new_with_free_func(g_free)};
	if (!list_folder(&listing, descriptor, "", error)) {
		g_ptr_array_unref(listing.paths);
		return NULL;
	}
	g_ptr_array_sort(listing.paths, path_compare);
	return listing.paths;
}
