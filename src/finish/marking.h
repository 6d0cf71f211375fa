/* marking: the content of every page marked, by several threads. */
#ifndef BIFOLIO_FINISH_MARKING_H
#define BIFOLIO_FINISH_MARKING_H

#include "finish/qobject.h"
#include "finish/structure.h"

typedef struct MarkedPage {
	qpdf_oh object;
	int number; /* in the document */
} MarkedPage;

/* pages: MarkedPage. FALSE with error. */
gboolean marking_run(
	Structure *structure, qpdf_data pdf, const GArray *pages, int threads, GError **error);

#endif
