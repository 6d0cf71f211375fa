/* file: reading what an event's folder holds, within bounds: only regular files, no more bytes
 * than asked for, and nothing outside the folder, neither by `..` nor by symbolic links. */
#ifndef BIFOLIO_BASE_FILE_H
#define BIFOLIO_BASE_FILE_H

#include <glib.h>

#define FILE_TROUBLE (file_trouble_quark())

typedef enum FileTrouble {
	FILE_TROUBLE_MISSING, /* no such file, or no such folder on the way */
	FILE_TROUBLE_DENIED, /* no permission */
	FILE_TROUBLE_FOLDER, /* a folder where a file was wanted */
	FILE_TROUBLE_SPECIAL, /* a pipe, socket or device */
	FILE_TROUBLE_LARGE, /* more bytes than the limit */
	FILE_TROUBLE_OUTSIDE, /* leads out of the folder, or is an absolute path */
	FILE_TROUBLE_FAILED /* the machine: see the message */
} FileTrouble;

GQuark file_trouble_quark(void);

/* The whole file; follows links. Messages are fit to stand after "FILE: ". */
GBytes *file_read(const char *path, gsize limit, GError **error);

/* The path, free of links and "..", that `relative` has inside of folder: "FOLDER/a/b". Links are
 * followed as long as they stay inside. NULL when it leads outside or is missing. Caller frees. */
char *file_resolve(const char *folder, const char *relative, GError **error);

/* file_resolve and file_read in one; the last step does not follow a link that was put there
 * meanwhile. */
GBytes *file_read_inside(const char *folder, const char *relative, gsize limit, GError **error);

/* Paths relative to folder of all *.yaml and *.yml files in it, sorted bytewise, free with
 * g_ptr_array_unref. Links are not followed; names that begin with a dot are passed over. */
GPtrArray *file_list_yaml(const char *folder, GError **error);

#endif
