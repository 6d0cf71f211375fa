/* passing: pieces of a composition that go when they are set. What came of them is packed first. */
#ifndef BIFOLIO_LAYOUT_PASSING_H
#define BIFOLIO_LAYOUT_PASSING_H

#include "layout/pack.h"
#include "layout/setter.h"

/* Has what stands in the pieces of a part and of its children from..to copied. */
void passing_pack(const Setter *setter, Packer *packer, const Block *part, int from, int to);
/* Drops those of the children. */
void passing_drop(const Setter *setter, const Block *part, int from, int to);
/* Drops that of the part, of which all is set. */
void passing_drop_part(const Setter *setter, const Block *part);

#endif
