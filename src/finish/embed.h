/* embed: files that go along in a PDF, associated with it as what it was made from. */
#ifndef BIFOLIO_FINISH_EMBED_H
#define BIFOLIO_FINISH_EMBED_H

#include "finish/qobject.h"

typedef struct EmbeddedFile {
	const char *name; /* as it is saved, with "/" between folders */
	const char *description, *media_type;
	GBytes *bytes;
} EmbeddedFile;

/* Hangs them into the catalog. files: sorted by name, no name twice. date: as PDF has it, or
 * NULL. */
void embed_put(qpdf_data pdf, const EmbeddedFile *files, int count, const char *date);

#endif
