/* hyphdict: a dictionary of hyphenation patterns, divided by libhyphen. Constant once loaded,
 * shared by threads. */
#ifndef BIFOLIO_TEXT_HYPHDICT_H
#define BIFOLIO_TEXT_HYPHDICT_H

#include <glib.h>

typedef struct HyphDict HyphDict;

enum { HYPHDICT_LETTERS_MAX = 100 };

/* From the states kept beside the patterns, when set-up made them from the file of this sha256
 * (64 hexadecimal figures), else, or when sum is NULL, from the patterns themselves: the same
 * dictionary, later. NULL when the file cannot be read or is of an unknown charset. */
HyphDict *hyphdict_load(const char *path, const char *sum);
void hyphdict_free(HyphDict *dict);

/* Keeps the states of the patterns at path in a file beside them. */
gboolean hyphdict_keep(const char *path, GError **error);
gboolean hyphdict_is_kept(const HyphDict *dict);

/* Letters that the dictionary leaves on either side at least. */
int hyphdict_left_minimum(const HyphDict *dict);
int hyphdict_right_minimum(const HyphDict *dict);

/* letters: in lower case, at most HYPHDICT_LETTERS_MAX. points[i] becomes TRUE where the word may
 * be divided before letter i without change of spelling, 0 < i < count. */
void hyphdict_divide(const HyphDict *dict, const gunichar *letters, int count, gboolean *points);

#endif
