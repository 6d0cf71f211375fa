/* build: the files of an event's folder to an Event. */
#ifndef BIFOLIO_MODEL_BUILD_H
#define BIFOLIO_MODEL_BUILD_H

#include "base/progress.h"
#include "model/event.h"

/* Events under a folder: every folder (the given one, else its direct children) in which exactly
 * one YAML file has the key `event:`. Caller frees the array and its strings. */
GPtrArray *event_find(const char *folder);

typedef struct BuildOptions {
	gboolean keep_going; /* items in error become placeholders */
	int threads; /* that may read at once; 0 and 1: one */
	Progress *progress; /* counts files; may be NULL */
} BuildOptions;

/* Reads and builds. Always returns an Event as far as it could be understood, or NULL when not
 * even an `event:` could be found; whether it may be rendered says diags_count. */
const Event *event_load(Arena *arena, const char *folder, const BuildOptions *options,
	Sources *sources, Diags *diags);

/* "A5", "A4 landscape", "letter", "148x210mm", "5.5x8.5in". FALSE when it is none. */
gboolean paper_parse(Arena *arena, const char *text, PaperSize *size);
/* Known names, NULL-terminated, for hints. */
const char *const *paper_names(void);

#endif
