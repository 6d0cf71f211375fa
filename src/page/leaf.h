/* leaf: which stretches of a page's ink are one marked sequence of a PDF, and the sign by which
 * out/ says so and finish/ reads it: until a file is finished, every colour in it tells the leaf
 * that it paints. Both walk over the items of a page in the order of painting, so that they count
 * leaves alike; links are no ink. */
#ifndef BIFOLIO_PAGE_LEAF_H
#define BIFOLIO_PAGE_LEAF_H

#include "page/page.h"

enum { LEAF_NONE = -1 /* no part of the text */ };

typedef struct PageLeaf {
	int tag;
	const char *href, *target; /* of the link that it belongs to, or NULL */
	gboolean page; /* the link is a page's number */
	const char *language; /* where it differs from its tag's, else NULL */
} PageLeaf;

typedef struct LeafWalk {
	PageLeaf leaf; /* the one at hand, if `open` */
	gboolean open;
	int count; /* leaves so far */
} LeafWalk;

/* At a page's beginning. */
void leaf_walk_start(LeafWalk *walk);
/* On to the ink of an item; of a text, to that of a run. Returns the leaf's number on its page. A
 * leaf ends where tag, link or language change, and where ink follows that belongs to none. */
int leaf_walk(LeafWalk *walk, const PageItem *item, const LineRun *run);

/* The three numbers that say a colour and a leaf (or LEAF_NONE). */
void leaf_colour(Colour colour, int leaf, double numbers[3]);
/* The same before (begins) and after a picture, whose own colours say nothing. */
void leaf_picture_colour(gboolean begins, int leaf, double numbers[3]);

typedef enum LeafSign {
	LEAF_SIGN_INK,
	LEAF_SIGN_PICTURE, /* one begins; no colour */
	LEAF_SIGN_PICTURE_END,
	LEAF_SIGN_STRANGE /* no colour of ours */
} LeafSign;

enum { LEAF_LAP = 4000 /* leaves are told apart within so many */ };

/* What the numbers say. *lap_leaf gets the leaf modulo LEAF_LAP or LEAF_NONE. */
LeafSign leaf_read(const double numbers[3], Colour *colour, int *lap_leaf);

#endif
