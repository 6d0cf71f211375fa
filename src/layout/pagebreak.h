/* pagebreak: breaks a vertical list into pages: each stretch between forced breaks as a whole
 * (stretch.h), on the side of the sheet where it begins; columns are put together to pages, those
 * of a last page made alike. Knows heights only. */
#ifndef BIFOLIO_LAYOUT_PAGEBREAK_H
#define BIFOLIO_LAYOUT_PAGEBREAK_H

#include "layout/vlist.h"

enum { COLUMNS_MOST = 3 };

typedef struct PageSpan {
	int from, to; /* items of the list; empty for a blank page */
	/* A page in columns: their number and where each after the first begins; 0 = one. */
	int columns;
	int column_from[COLUMNS_MOST];
	/* So many of its gaps and lists, from the first, have a line more; and of its columns'. */
	int wider, column_wider[COLUMNS_MOST];
	gboolean verso;
	gboolean overfull; /* something on it is higher than the page */
	int float_from, float_to; /* floats at its foot, as floats.h counts them */
} PageSpan;

typedef struct PageBreakSpec {
	Len height; /* of the live area */
	Len line; /* L */
	Len extra; /* by which a page may be longer at a cost */
	int first_page; /* number of the first page, odd = recto */
} PageBreakSpec;

/* PageSpan elements in order. Caller frees. */
GArray *pagebreak(const VList *list, const PageBreakSpec *spec);

/* Has it nothing but floats? */
gboolean page_is_of_floats(const PageSpan *page);
/* The head that a page which begins before `item` repeats, or NULL. */
const VItem *page_repeated_head(const VList *list, int item);
/* First item of a page that is not discarded at its top. */
int page_first_item(const VList *list, const PageSpan *page);
/* y, from the page's top, below an item of it that stands at y. */
Len page_below(const VList *list, const PageSpan *page, int item, Len y);
/* Height of a page's items, discarded white at head and foot not counted. */
Len page_natural_height(const VList *list, const PageSpan *page);

#endif
