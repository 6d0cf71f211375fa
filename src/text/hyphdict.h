/* hyphdict: a dictionary of hyphenation patterns, as libhyphen's file format has it. Constant once
 * loaded, shared by threads. */
#ifndef BIFOLIO_TEXT_HYPHDICT_H
#define BIFOLIO_TEXT_HYPHDICT_H

#include <glib.h>

typedef struct HyphDict HyphDict;

enum { HYPHDICT_LETTERS_MAX = 100 };

/* NULL when the file cannot be read or is of an unknown charset. */
HyphDict *hyphdict_load(const char *path);
void hyphdict_free(HyphDict *dict);

/* Letters that the dictionary leaves on either side at least. */
int hyphdict_left_minimum(const HyphDict *dict);
int hyphdict_right_minimum(const HyphDict *dict);

/* letters: in lower case, at most HYPHDICT_LETTERS_MAX. points[i] becomes TRUE where the word may
 * be divided before letter i without change of spelling, 0 < i < count; the minima are not applied.
 */
void hyphdict_divide(const HyphDict *dict, const gunichar *letters, int count, gboolean *points);

#endif
