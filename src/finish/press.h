/* press: a PDF for a print shop: boxes of trim and bleed, colours in inks, and, with a printer's
 * profile, what PDF/X-4 (ISO 15930-7) wants. Pages of other PDFs keep their own colours. */
#ifndef BIFOLIO_FINISH_PRESS_H
#define BIFOLIO_FINISH_PRESS_H

#include "finish/qobject.h"
#include "page/page.h"

typedef struct PressFinish {
	Len bleed;
	GBytes *profile; /* of the printer, or NULL: black and grey are black ink, the rest sRGB */
} PressFinish;

/* Before pictures become pages of other PDFs. *ink gets the most ink, in percent, that a colour
 * takes (0 without a profile). FALSE with error. */
gboolean press_colours(qpdf_data pdf, const PressFinish *press, double *ink, GError **error);
void press_boxes(qpdf_data pdf, const PressFinish *press);

#endif
