/* leaf: see the header. A number of a colour is one of 4,096 steps: 8 bits of the colour above 4 of
 * the 12 that say the leaf. So they survive being written with six decimals. */
#include "page/leaf.h"

#include <math.h>

enum {
	STEPS = 4095,
	SIGN_NONE = 0, /* leaf n is n + 1 */
	SIGN_PICTURE = 4095, /* the colour is the leaf + 1 */
	SIGN_PICTURE_END = 4094
};

/* At the end of a picture, together with the sign: no three of 256 steps come near it. */
static const Colour END_COLOUR = 0x5b3c71;

void leaf_walk_start(LeafWalk *walk) {
	*walk = (LeafWalk){0};
}

static gboolean equal(const char *one, const char *other) {
	return one == other || g_strcmp0(one, other) == 0;
}

static gboolean same_leaf(const PageLeaf *one, const PageLeaf *other) {
	return one->tag == other->tag && equal(one->href, other->href) &&
		equal(one->target, other->target) && equal(one->language, other->language);
}

int leaf_walk(LeafWalk *walk, const PageItem *item, const LineRun *run) {
	if (item->tag == TAG_ARTIFACT) {
		walk->open = FALSE;
		return LEAF_NONE;
	}
	PageLeaf leaf = {.tag = item->tag};
	if (run) {
		leaf.href = run->href;
		leaf.target = run->target;
		leaf.page = run->page;
		leaf.language = run->language;
	}
	if (!walk->open || !same_leaf(&walk->leaf, &leaf)) {
		walk->leaf = leaf;
		walk->open = TRUE;
		walk->count++;
	}
	return walk->count - 1;
}

static void to_numbers(Colour colour, int sign, double numbers[3]) {
	for (int i = 0; i < 3; i++) {
		int shift = 16 - 8 * i, bits = sign >> (8 - 4 * i) & 15;
		numbers[i] = ((double)(colour >> shift & 255) * 16 + bits) / STEPS;
	}
}

void leaf_colour(Colour colour, int leaf, double numbers[3]) {
	to_numbers(colour, leaf == LEAF_NONE ? SIGN_NONE : leaf % LEAF_LAP + 1, numbers);
}

void leaf_picture_colour(gboolean begins, int leaf, double numbers[3]) {
	Colour said = leaf == LEAF_NONE ? 0 : (Colour)(leaf % LEAF_LAP) + 1;
	to_numbers(begins ? said : END_COLOUR, begins ? SIGN_PICTURE : SIGN_PICTURE_END, numbers);
}

LeafSign leaf_read(const double numbers[3], Colour *colour, int *lap_leaf) {
	static const double NEAR = 0.02; /* of a step */
	int sign = 0;
	*colour = 0;
	*lap_leaf = LEAF_NONE;
	for (int i = 0; i < 3; i++) {
		double scaled = numbers[i] * STEPS, step = floor(scaled + 0.5);
		if (!(step >= 0 && step <= STEPS) || fabs(scaled - step) > NEAR) {
			return LEAF_SIGN_STRANGE;
		}
		*colour = *colour << 8 | (Colour)((int)step >> 4);
		sign = sign << 4 | ((int)step & 15);
	}
	if (sign == SIGN_PICTURE_END) {
		return *colour == END_COLOUR ? LEAF_SIGN_PICTURE_END : LEAF_SIGN_STRANGE;
	}
	int said = sign == SIGN_PICTURE ? (int)*colour : sign;
	if (said > LEAF_LAP) {
		return LEAF_SIGN_STRANGE;
	}
	*lap_leaf = said - 1;
	return sign == SIGN_PICTURE ? LEAF_SIGN_PICTURE : LEAF_SIGN_INK;
}
