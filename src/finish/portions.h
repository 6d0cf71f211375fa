/* portions: streams of a file, deflated by a second thread while the first goes on, and handed on
 * in the order in which they came: the bytes are the same with and without that thread. */
#ifndef BIFOLIO_FINISH_PORTIONS_H
#define BIFOLIO_FINISH_PORTIONS_H

#include <glib.h>

typedef struct Portion {
	int number; /* of the object */
	const char *dictionary; /* its entries but for /Length, without brackets */
	const void *bytes;
	gsize length;
} Portion;

/* Takes portions in their order, in the thread that adds them. */
typedef struct PortionSink {
	void (*take)(void *to, const Portion *portion);
	void *to;
} PortionSink;

typedef struct Portions Portions;

/* threads: that may work at once, the caller's among them; 0 and 1: no other. */
Portions *portions_new(PortionSink sink, int threads);
/* What was not handed on is dropped. */
void portions_free(Portions *portions);
/* Copies what it keeps. deflate: the bytes are handed on deflated, else as they are. */
void portions_add(Portions *portions, const Portion *portion, gboolean deflate);
/* Hands on all that waits. */
void portions_end(Portions *portions);

#endif
