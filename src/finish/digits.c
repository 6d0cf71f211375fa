/* digits: see the header. */
#include "finish/digits.h"

void digits_put(GString *out, int number) {
	char text[12];
	int at = sizeof text;
	unsigned left = number < 0 ? 0u - (unsigned)number : (unsigned)number;
	do {
		text[--at] = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (number < 0) {
		text[--at] = '-';
	}
	g_string_append_len(out, text + at, (gssize)((int)sizeof text - at));
}

void digits_put_reference(GString *out, int number) {
	digits_put(out, number);
	g_string_append_len(out, " 0 R", 4);
}
