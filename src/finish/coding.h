/* coding: bytes inflated and deflated, within bounds. */
#ifndef BIFOLIO_FINISH_CODING_H
#define BIFOLIO_FINISH_CODING_H

#include <glib.h>

/* Appends what the bytes inflate to, so that `joined` gets no longer than `most`. Many a file lacks
 * the last bytes, a check sum: what is there counts. FALSE with error. */
gboolean coding_inflate(
	GByteArray *joined, const unsigned char *data, gsize length, gsize most, GError **error);

/* Appends the bytes, deflated. */
void coding_deflate(GByteArray *coded, const void *data, gsize length);

#endif
