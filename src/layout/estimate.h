/* estimate: about how many pages a composition takes. */
#ifndef BIFOLIO_LAYOUT_ESTIMATE_H
#define BIFOLIO_LAYOUT_ESTIMATE_H

#include "layout/setter.h"

int estimate_pages(const Setter *setter);

#endif
