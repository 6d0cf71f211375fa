/* content: what a page of a PDF paints, as one stream, and the boxes that it may be shown in. */
#ifndef BIFOLIO_FINISH_CONTENT_H
#define BIFOLIO_FINISH_CONTENT_H

#include "finish/qobject.h"

/* Puts the content of `page` into a stream of another PDF: as it is coded when it is one stream,
 * else joined. FALSE with error when it cannot be read or is too large. */
gboolean content_copy(qpdf_data pdf, qpdf_oh page, qpdf_data to, qpdf_oh stream, GError **error);

/* A key that a page may have from its parents; null when nobody has it. To be released. */
qpdf_oh content_inherited(qpdf_data pdf, qpdf_oh page, const char *key);

/* Corners in the page's own units, left < right, bottom < top. */
typedef struct PageBox {
	double left, bottom, right, top;
} PageBox;

typedef struct PageBoxes {
	PageBox shown; /* with the bleed, where there is a trim box */
	PageBox trim;
	int turn; /* 0, 90, 180, 270, clockwise */
	double unit; /* pt */
} PageBoxes;

/* FALSE when the page has no box that something could be shown in. */
gboolean content_boxes(qpdf_data pdf, qpdf_oh page, PageBoxes *boxes);

/* The matrix that shows the box, turned, in the unit square. */
void content_matrix(const PageBoxes *boxes, double matrix[6]);

#endif
