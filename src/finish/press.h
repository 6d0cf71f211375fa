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

/* Before pictures become pages of other PDFs. FALSE with error. */
gboolean press_colours(qpdf_data pdf, const PressFinish *press, GError **error);
/* With a profile: the file says that it keeps PDF/X-4, and for which printer. */
void press_claims(qpdf_data pdf, const PressFinish *press);
/* What a profile calls itself; caller frees. NULL when it is none. */
char *press_condition(GBytes *profile);
void press_boxes(qpdf_data pdf, const PressFinish *press);

#endif
