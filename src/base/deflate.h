/* deflate: bytes packed as PDF has them ("FlateDecode"), whole pieces at a time. The same bytes
 * give the same. A Deflater serves one thread. */
#ifndef BIFOLIO_BASE_DEFLATE_H
#define BIFOLIO_BASE_DEFLATE_H

#include <glib.h>

typedef struct Deflater Deflater;

Deflater *deflater_new(void);
/* NULL is fine. */
void deflater_free(Deflater *deflater);

/* *made gets the length; what it points to is good until the next call. */
const guint8 *deflater_run(Deflater *deflater, const void *data, gsize length, gsize *made);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Deflater, deflater_free)

#endif
