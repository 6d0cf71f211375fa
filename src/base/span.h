/* span: where something stands in the content, and the store of the files read,
 * from which a diagnostic quotes the line it speaks of. */
#ifndef BIFOLIO_BASE_SPAN_H
#define BIFOLIO_BASE_SPAN_H

#include <glib.h>

/* file: index into Sources, -1 = nowhere. line and column count from 1, column in
 * characters; line 0 = the file as a whole. length: characters to underline on that
 * line, at least 1 where line > 0. */
typedef struct Span {
	int file;
	int line, column, length;
} Span;

#define SPAN_NONE ((Span){.file = -1})

/* The files that this run has read. Names are as the user would type them. */
typedef struct Sources Sources;

Sources *sources_new(void);
void sources_free(Sources *sources);

/* Takes a reference to bytes (may be NULL for a file that could not be read); returns
 * the file's index. */
int sources_add(Sources *sources, const char *name, GBytes *bytes);
int sources_count(const Sources *sources);
const char *sources_name(const Sources *sources, int file);

/* Lets go of the bytes of all files, whose names must be their paths: a line that is asked for from
 * now on is read from its file, or NULL where that has been changed meanwhile. Nobody may ask for
 * one at the same time. */
void sources_rest(Sources *sources);

/* Line number `line` (from 1) without its end, as a fresh valid UTF-8 string: bytes that
 * are not UTF-8 become U+FFFD, a tab stays. NULL when there is no such line. Caller frees. */
char *sources_line(const Sources *sources, int file, int line);

/* At most `count` characters of that line, from column `from` (from 1) on; "" past its end. */
char *sources_excerpt(const Sources *sources, int file, int line, int from, int count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sources, sources_free)

#endif
