/* hang: optical margins as a table. Small marks hang wholly, larger ones by half, slanting letters
 * by a hair, so that the edge looks straight. */
#include "text/hang.h"

typedef struct Hang {
	gunichar character;
	guint8 left, right;
} Hang;

static const Hang hangs[] = {
	{'.', 0, 100},
	{',', 0, 100},
	{'-', 70, 70},
	{':', 0, 50},
	{';', 0, 50},
	{'!', 0, 25},
	{'?', 0, 15},
	{')', 0, 10},
	{'(', 10, 0},
	{'\'', 100, 100},
	{'"', 70, 70},
	{0x00AB, 50, 50}, /* « */
	{0x00BB, 50, 50}, /* » */
	{0x00AD, 0, 70},
	{0x2010, 70, 70},
	{0x2011, 70, 70},
	{0x2013, 30, 40},
	{0x2014, 20, 25},
	{0x2018, 100, 100},
	{0x2019, 100, 100},
	{0x201A, 70, 0},
	{0x201C, 70, 70},
	{0x201D, 70, 70},
	{0x201E, 60, 0},
	{0x2039, 50, 50},
	{0x203A, 50, 50},
	{0x060C, 0, 50}, /* Arabic comma */
	{0x06D4, 0, 100}, /* Arabic full stop */
	/* Letters that stand off the edge by their shapes. */
	{'A', 5, 5},
	{'F', 0, 5},
	{'J', 5, 0},
	{'K', 0, 5},
	{'L', 0, 5},
	{'P', 0, 5},
	{'T', 5, 5},
	{'V', 5, 5},
	{'W', 5, 5},
	{'X', 5, 5},
	{'Y', 5, 5},
	{'k', 0, 5},
	{'r', 0, 5},
	{'t', 0, 5},
	{'v', 5, 5},
	{'w', 5, 5},
	{'x', 5, 5},
	{'y', 5, 5},
};

static const Hang *hang_find(gunichar character) {
	for (gsize i = 0; i < G_N_ELEMENTS(hangs); i++) {
		if (hangs[i].character == character) {
			return &hangs[i];
		}
	}
	return NULL;
}

int hang_right_percent(gunichar character) {
	const Hang *hang = hang_find(character);
	return hang ? hang->right : 0;
}

int hang_left_percent(gunichar character) {
	const Hang *hang = hang_find(character);
	return hang ? hang->left : 0;
}
