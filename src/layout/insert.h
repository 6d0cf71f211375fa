/* insert: a page from a file: a map, an advertisement. */
#ifndef BIFOLIO_LAYOUT_INSERT_H
#define BIFOLIO_LAYOUT_INSERT_H

#include "layout/setter.h"

/* On a page that has just been started, as the only thing on it. */
void set_insert(Setter *setter, VList *list, const Block *block);

/* What is seen of a page of a PDF where it cannot be painted: its alternate text in a field. */
void set_stand_in(Setter *setter, const Inline *words, PageItem *item);

#endif
