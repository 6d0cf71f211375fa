/* copy: objects of one PDF, with all that they lead to, into another. Without recursion over what
 * a stranger's file may chain, and within bounds; pages, private data and structure stay behind. */
#ifndef BIFOLIO_FINISH_COPY_H
#define BIFOLIO_FINISH_COPY_H

#include "finish/qobject.h"

enum { COPY_OBJECTS_MOST = 100000, COPY_BYTES_MOST = 128 << 20 };

typedef struct Copier Copier;

/* Borrows both. */
Copier *copier_new(qpdf_data from, qpdf_data to);

/* The value in `to`, to be released there; what it leads to follows with copier_run. */
qpdf_oh copier_value(Copier *copier, qpdf_oh value);
/* Copies a stream's data, as it is coded, and its dictionary into a stream of `to`. */
void copier_stream(Copier *copier, qpdf_oh from_stream, qpdf_oh to_stream);

/* Copies all that is still open. FALSE with error when something cannot be read, or is too much. */
gboolean copier_run(Copier *copier, GError **error);

/* Handles of the indirect objects made, in `to`; borrowed. */
const GArray *copier_made(const Copier *copier);

void copier_free(Copier *copier);

#endif
