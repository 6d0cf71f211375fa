/* extent: where the ink of an item lies on its page. */
#ifndef BIFOLIO_PAGE_EXTENT_H
#define BIFOLIO_PAGE_EXTENT_H

#include "page/page.h"

/* The smallest upright area that holds what the item paints on the page, curves by their control
 * points. FALSE when that is nothing. */
gboolean page_item_extent(const Page *page, const PageItem *item, Rect *extent);

/* The smallest that holds both. */
Rect rect_around(Rect one, Rect other);

#endif
