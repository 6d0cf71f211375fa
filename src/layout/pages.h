/* pages: puts what was broken into pages onto them: finds where anchors fell, fills page numbers,
 * gives free space to what takes it, adds the furniture. */
#ifndef BIFOLIO_LAYOUT_PAGES_H
#define BIFOLIO_LAYOUT_PAGES_H

#include "layout/pagebreak.h"
#include "layout/setter.h"

typedef struct PagesInput {
	Setter *setter;
	const VList *list;
	const GArray *spans; /* PageSpan */
} PagesInput;

/* Anchor -> label of the page it fell on. Caller destroys; labels in the setter's arena. */
GHashTable *pages_of_anchors(Setter *setter, const VList *list, const GArray *spans);

/* Pages into the setter's arena. */
const Page *pages_emit(const PagesInput *input);

#endif
