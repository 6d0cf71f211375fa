/* hyphstates: the state machine that libhyphen builds from patterns, kept in a file. Building
 * takes it a second and more for the largest dictionaries; reading back some milliseconds. The
 * file is of this machine and this release only; any other counts as missing. */
#ifndef BIFOLIO_TEXT_HYPHSTATES_H
#define BIFOLIO_TEXT_HYPHSTATES_H

#include <glib.h>
#include <hyphen.h>

enum { HYPHSTATES_SUM = 64 };

/* sum: sha256 of the patterns, HYPHSTATES_SUM hexadecimal figures. The same machine gives the same
 * bytes. */
gboolean hyphstates_write(
	const HyphenDict *dict, const char *sum, const char *path, GError **error);

/* Reads what was written for the same sum. NULL when there is no such file, or one that is not
 * sound in every part. The machine points into *file, which must live as long; both are the
 * caller's, to be freed by hyphstates_free. */
HyphenDict *hyphstates_read(const char *path, const char *sum, GMappedFile **file);
void hyphstates_free(HyphenDict *dict, GMappedFile *file);

/* Numbers of all states, those of shorter text first, each after the one that it continues;
 * NULL when the states are no tree. The caller's, to be freed. */
int *hyphstates_order(const HyphenDict *dict);

#endif
