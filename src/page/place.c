/* place: see the header. A JPEG's markers: start, a comment with the number, the frame's head, end.
 */
#include "page/place.h"

#include <stdio.h>
#include <string.h>

/* The number follows in NUMBER digits. */
static const unsigned char place_head[] = "\xff\xd8\xff\xfe\x00\x17"
					  "bifolio place ";
static const unsigned char place_tail[] = {
	0xff, 0xc0, 0, 11, 8, 0, PLACE_SIDE, 0, PLACE_SIDE, 1, 1, 0x11, 0, 0xff, 0xd9};

enum { NUMBER = 7, HEAD = sizeof place_head - 1, SIZE = HEAD + NUMBER + sizeof place_tail };

GBytes *place_mark(int asset) {
	g_assert(asset >= 0 && asset < 10000000);
	unsigned char data[SIZE + 1];
	char number[16];
	memcpy(data, place_head, HEAD);
	snprintf(number, sizeof number, "%07d", asset);
	memcpy(data + HEAD, number, NUMBER);
	memcpy(data + HEAD + NUMBER, place_tail, sizeof place_tail);
	return g_bytes_new(data, SIZE);
}

int place_asset(const unsigned char *data, gsize size) {
	if (size < HEAD + NUMBER || memcmp(data, place_head, HEAD) != 0) {
		return -1;
	}
	int asset = 0;
	for (int i = 0; i < NUMBER; i++) {
		unsigned char digit = data[HEAD + i];
		if (digit < '0' || digit > '9') {
			return -1;
		}
		asset = asset * 10 + (digit - '0');
	}
	return asset;
}
