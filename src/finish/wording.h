/* wording: what of a document reads otherwise than it is printed: words divided at the end of a
 * line, lines that end without a space. Such text is said by its element, or, where there are links
 * in it, by an element of its own. */
#ifndef BIFOLIO_FINISH_WORDING_H
#define BIFOLIO_FINISH_WORDING_H

#include "finish/plan.h"

typedef struct Wording Wording;

Wording *wording_new(Plan *plan);
/* Ink of a tag, which the last leaf of the plan has; runs in their order. */
void wording_take(Wording *wording, int tag, const LineRun *run);
/* Behind the last run of a text. */
void wording_end_line(Wording *wording, const PageItem *item);
/* Tells the plan of what is still open. */
void wording_free(Wording *wording);

#endif
