/* slices: the parts of a long booklet, cut into pieces that several threads set at once. What comes
 * out is the same for any number of threads: a slice knows of no other. */
#ifndef BIFOLIO_LAYOUT_SLICES_H
#define BIFOLIO_LAYOUT_SLICES_H

#include "layout/setter.h"

/* Sets children from..to of a part, with the start of its page before the first. */
typedef void (*SliceSet)(Setter *setter, VList *list, const Block *part, int from, int to);

/* The parts set so far, each as one list. */
typedef struct Slices Slices;

/* How it is done: one context a thread, the setter's own first. */
typedef struct SliceWork {
	SliceSet set;
	TextContext *const *helpers;
	int helper_count;
} SliceWork;

/* Sets all parts at once. parts: NULL where one is left out. They live as long as the setter's
 * arena. What pieces a part stands in are dropped with its last slice (passing.h). */
Slices *slices_set(Setter *setter, const SliceWork *work, const Block *const *parts, int count);
/* Moves what was set for a part behind the list, with its tags as children of the open one. */
void slices_take(Slices *slices, int part, VList *list);
void slices_free(Slices *slices);

#endif
