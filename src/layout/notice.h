/* notice: a few lines or a picture for the foot of a page, as sponsors have it. */
#ifndef BIFOLIO_LAYOUT_NOTICE_H
#define BIFOLIO_LAYOUT_NOTICE_H

#include "layout/setter.h"

/* Adds it as a float. */
void set_notice(Setter *setter, VList *list, const Block *block);

#endif
