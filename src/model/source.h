/* source: an event's content as it may be given away with what was made of it: its files without
 * what people keep to themselves (`private:`) and without comments, which are notes among those
 * who write. Pictures do not go along, so that what names them is left out, and it builds by
 * itself. */
#ifndef BIFOLIO_MODEL_SOURCE_H
#define BIFOLIO_MODEL_SOURCE_H

#include "model/event.h"

typedef struct SourceFile {
	char *name; /* relative to the event's folder, with "/" */
	const char *media_type;
	GBytes *bytes;
} SourceFile;

void source_file_free(SourceFile *file);

/* Files that the event came from, by their names: YAML, and the texts of talks and people that it
 * has taken from files. SourceFile; the array frees them. NULL with error when the machine failed.
 */
GPtrArray *event_source(const Event *event, GError **error);

/* The tree without what `private:` names, and without pictures; in the arena. */
const Node *source_open(Arena *arena, const Node *node);

#endif
