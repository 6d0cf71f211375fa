/* diag: what is wrong or doubtful in the content, told like a good compiler tells it.
 * A service to all rooms: they add, cli/ sorts and prints once. Adding is safe from any
 * thread. The machine's own failures are GErrors, never diagnostics. */
#ifndef BIFOLIO_BASE_DIAG_H
#define BIFOLIO_BASE_DIAG_H

#include <glib.h>

#include "base/span.h"

typedef enum DiagLevel { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR } DiagLevel;

typedef struct Diag {
	DiagLevel level;
	const char *code; /* short, stable, lower-case-with-hyphens, e.g. "unknown-key" */
	Span span;
	char *message; /* what is wrong, one sentence without full stop */
	char *hint; /* how to mend it, or NULL */
} Diag;

typedef struct Diags Diags;

Diags *diags_new(void);
void diags_free(Diags *diags);

/* code: a literal. hint may be NULL. */
void diag_add(Diags *diags, DiagLevel level, const char *code, Span span, const char *hint,
	const char *format, ...) G_GNUC_PRINTF(6, 7);

#define diag_error(diags, code, span, hint, ...)                                                   \
	diag_add((diags), DIAG_ERROR, (code), (span), (hint), __VA_ARGS__)
#define diag_warning(diags, code, span, hint, ...)                                                 \
	diag_add((diags), DIAG_WARNING, (code), (span), (hint), __VA_ARGS__)
#define diag_note(diags, code, span, hint, ...)                                                    \
	diag_add((diags), DIAG_NOTE, (code), (span), (hint), __VA_ARGS__)

/* Moves all of `from` into the list as if they had been added when it had `at` entries; `from` is
 * emptied. */
void diags_insert(Diags *diags, int at, Diags *from);

int diags_count(const Diags *diags, DiagLevel level);

/* Stable order: file, line, column, then order of adding; equal ones once. */
void diags_sort(Diags *diags);
int diags_total(const Diags *diags);
const Diag *diags_at(const Diags *diags, int index);

/* The printed form, caller frees:
 *   FILE:LINE:COLUMN: error: MESSAGE [CODE]
 *      LINE | the line itself
 *           |      ^~~~~
 *           = HINT
 * and a last line that counts errors and warnings. Empty when there are none. colour:
 * with ANSI colours. */
char *diags_to_text(const Diags *diags, const Sources *sources, gboolean colour);
/* A JSON array of objects {level, code, file, line, column, length, message, hint}. */
char *diags_to_json(const Diags *diags, const Sources *sources);

/* The nearest of `words` (NULL-terminated) to `word` by edit distance (Damerau, with
 * transpositions), or NULL when none is near enough to be what was meant. */
const char *diag_nearest(const char *word, const char *const *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Diags, diags_free)

#endif
