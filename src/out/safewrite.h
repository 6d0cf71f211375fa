/* safewrite: an output file is either the old whole one or the new whole one. Writes go to a
 * temporary file in the target's folder (".bifolio-NAME-PID.tmp"), every write is checked; commit
 * syncs, closes, compares size, renames and syncs the folder. What a killed run left behind is
 * removed by the next: a writer holds a lock on its file, which the kernel drops when it dies. */
#ifndef BIFOLIO_OUT_SAFEWRITE_H
#define BIFOLIO_OUT_SAFEWRITE_H

#include <glib.h>

typedef struct SafeFile SafeFile;

/* Makes missing parent folders. NULL with error on failure. */
SafeFile *safe_file_new(const char *path, GError **error);
/* The same in memory, for what another step goes over before it is written. Ended by
 * safe_memory_end, never committed. */
SafeFile *safe_memory_new(void);
/* What was written; only without a failure. Frees the SafeFile. */
GBytes *safe_memory_end(SafeFile *file);
/* Sticky: after a failure all further writes fail too. */
gboolean safe_file_write(SafeFile *file, const void *data, size_t length);
gboolean safe_file_failed(const SafeFile *file);
gsize safe_file_size(const SafeFile *file);
/* Reads back what was written, to check it. FALSE when there is less, or on a failure (sticky). */
gboolean safe_file_read(SafeFile *file, gsize offset, void *data, gsize length);
/* Writes over bytes that are written already. */
gboolean safe_file_patch(SafeFile *file, gsize offset, const void *data, gsize length);
/* Sets error to what went wrong; only after a failure. */
void safe_file_tell(const SafeFile *file, GError **error);
/* Puts the file in its place; `tail` (may be NULL): bytes that must stand near its end ("%%EOF").
 * Frees the SafeFile either way; on FALSE the earlier file is untouched. */
gboolean safe_file_commit(SafeFile *file, const char *tail, GError **error);
/* Gives up: removes the temporary file and frees. NULL is fine. */
void safe_file_abort(SafeFile *file);
/* Removes temporary files of dead processes in a folder. Returns how many. */
int safe_file_sweep(const char *folder);

#endif
