/* placed: pages of other people's PDFs, to be shown as they are: vectors, colours and fonts stay.
 * placed_load takes the one page out of a file that nobody has looked at, within bounds, and
 * keeps what it needs; from then on it is trusted. */
#ifndef BIFOLIO_FINISH_PLACED_H
#define BIFOLIO_FINISH_PLACED_H

#include <glib.h>

#include "base/diag.h"

/* What was asked for. */
typedef struct PlacedRequest {
	const char *path; /* as the content has it, for messages */
	int page; /* from 1 */
	Span where, page_where; /* of the path and of the page's number */
} PlacedRequest;

/* A page, its sizes as it is shown: turned as it says, in pt. */
typedef struct Placed {
	GBytes *form; /* a PDF that holds nothing else; to be unreferenced */
	double width, height; /* of all that is shown: with its bleed where it has a trim box */
	double trim_x, trim_y, trim_width, trim_height; /* from the top left corner */
} Placed;

/* A page and the asset of the document that stands for it. */
typedef struct PlacedPage {
	int asset;
	GBytes *form;
} PlacedPage;

enum { PLACED_FILE_MAX = 64 << 20 };

/* Is it a PDF, by its first bytes? */
gboolean placed_is_pdf(GBytes *file);

/* On trouble (damaged, encrypted, no such page, too large …) adds an error with a hint and returns
 * FALSE. What of the page cannot be shown well (fonts that are not embedded, annotations) is a
 * warning. Sets a limit to the memory of the process while it works: for one thread alone, before
 * there are others. */
gboolean placed_load(GBytes *file, const PlacedRequest *request, Diags *diags, Placed *placed);

#endif
