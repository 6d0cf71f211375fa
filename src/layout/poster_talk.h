/* poster_talk: one talk on a sheet: a field with time and portrait, title, abstract and biography
 * in two columns, code. */
#ifndef BIFOLIO_LAYOUT_POSTER_TALK_H
#define BIFOLIO_LAYOUT_POSTER_TALK_H

#include "layout/layout.h"
#include "layout/setter.h"

void set_poster_talk(Setter *setter, VList *list, const Block *block, const LayoutInput *input);

#endif
