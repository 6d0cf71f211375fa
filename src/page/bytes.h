/* bytes: small numbers in few bytes, seven bits to each, the last without the eighth; those with a
 * sign turn to and fro about zero. Pointers as they are. */
#ifndef BIFOLIO_PAGE_BYTES_H
#define BIFOLIO_PAGE_BYTES_H

#include <glib.h>
#include <string.h>

enum { BYTES_OF_NUMBER = 5 /* at most */ };

static inline void put_unsigned(guint8 **at, guint32 number) {
	while (number >= 128) {
		*(*at)++ = (guint8)(number | 128);
		number >>= 7;
	}
	*(*at)++ = (guint8)number;
}

static inline guint32 take_unsigned(const guint8 **at) {
	guint32 byte = *(*at)++, number = byte & 127;
	for (int shift = 7; byte >= 128; shift += 7) {
		byte = *(*at)++;
		number |= (byte & 127) << shift;
	}
	return number;
}

static inline void put_signed(guint8 **at, int number) {
	put_unsigned(at, (guint32)number << 1 ^ (number < 0 ? G_MAXUINT32 : 0));
}

static inline int take_signed(const guint8 **at) {
	guint32 number = take_unsigned(at);
	return (int)(number >> 1 ^ (number & 1 ? G_MAXUINT32 : 0));
}

static inline void put_pointer(guint8 **at, const void *pointer) {
	memcpy(*at, &pointer, sizeof pointer);
	*at += sizeof pointer;
}

static inline const void *take_pointer(const guint8 **at) {
	const void *pointer;
	memcpy(&pointer, *at, sizeof pointer);
	*at += sizeof pointer;
	return pointer;
}

#endif
