/* marks: the content of a page as Cairo wrote it, in which colours say which leaf they paint
 * (page/leaf.h), with marked content instead: each leaf a sequence of its own, all other ink an
 * artifact, and the colours as they are meant. */
#ifndef BIFOLIO_FINISH_MARKS_H
#define BIFOLIO_FINISH_MARKS_H

#include <glib.h>

/* The leaves of a page by number. */
typedef struct MarkLeaves {
	int count;
	const char *const *names; /* of their marked sequences, with the solidus; NULL = artifact */
	gboolean *seen; /* gets which have ink */
} MarkLeaves;

/* Appends the content to `marked`. FALSE with error when it is not as our pages are painted. */
gboolean marks_put(
	GByteArray *marked, const char *content, gsize length, MarkLeaves *leaves, GError **error);

#endif
