/* out: replays finished pages onto a surface under a transform. Decides nothing. Screen edition,
 * imposed sheets and pictures are the same pages with links on or off. Each function opens the
 * font files of the document's table for itself, so that several may run at once. */
#ifndef BIFOLIO_OUT_OUT_H
#define BIFOLIO_OUT_OUT_H

#include <glib.h>

#include "base/progress.h"
#include "out/safewrite.h"
#include "page/drawn.h"
#include "page/page.h"

typedef struct PdfOptions {
	Len bleed; /* 0 = none; backgrounds that touch the trim grow into it */
	gboolean links; /* links, bookmarks, page labels */
	Len white_edge; /* nothing is painted nearer to the trim: for printers that cannot */
	int threads; /* that may paint at once; 0 and 1: one */
	gboolean
		marks; /* colours say which leaf they paint (page/leaf.h); finish/ takes that out */
	Progress *progress; /* counts pages; may be NULL */
} PdfOptions;

/* Writes the document as a PDF through a safe file (not committed here). FALSE with error on any
 * failure of the machine, also those that Cairo hides (FACTS.md 7). */
gboolean out_pdf(
	const Document *document, const PdfOptions *options, SafeFile *file, GError **error);

/* Is it long enough to be drawn in another way, and faster? */
gboolean out_is_long(const Document *document, const PdfOptions *options);
/* All pages of a long document, without links, bookmarks and labels. NULL with error, or without
 * one when Cairo has written its fonts in a way that is not known: then out_pdf serves. */
Drawn *out_draw(const Document *document, const PdfOptions *options, GError **error);

/* How pages are put on sheets. */
typedef struct ImposeOptions {
	Len sheet_width, sheet_height; /* landscape for 2-up of upright pages */
	gboolean flip_long_edge; /* duplex; FALSE = flip on the short edge */
	int sheets_per_signature; /* at most; 0 = all sheets lie in each other */
	double paper_thickness; /* mm; 0.1 for 80 g/m2; creep is applied over 8 sheets */
	gboolean fold_ticks; /* at head and foot of the fold, on centre spreads only */
	Len white_edge; /* of the sheet, as in PdfOptions */
	const Document *before; /* one page: a sheet before the others, its back blank; or NULL */
	Progress *progress; /* counts pages; may be NULL */
} ImposeOptions;

/* 2-up, to be folded once and stapled or sewn: pages are padded at the end to a multiple of 4 with
 * blank ones (the composer has put fillers there before, so that none is needed). No links. */
gboolean out_imposed_pdf(
	const Document *document, const ImposeOptions *options, SafeFile *file, GError **error);

/* Sheets that lie in each other. */
typedef struct Signature {
	int first, sheets;
} Signature;

/* The signature of a sheet: as few as can be, of about the same size, larger ones first. */
Signature impose_signature(int sheet, int sheets, int per_signature);
/* Order of pages on sheets: page index (0-based, -1 = blank) at [sheet side][left, right]; *sides
 * gets their number. Caller frees. rtl: binding on the right. */
int *impose_order(int pages, int per_signature, gboolean rtl, int *sides);
/* Shift towards the spine of the pages of a signature's sheet (outermost 0). */
Len impose_creep(int sheet, int sheets, double paper_thickness);

/* Single pages for a print shop (page/press.h); index -1 = a blank one. */
typedef struct PressPages {
	Len bleed;
	int count;
	const int *pages;
	Progress *progress; /* counts them; may be NULL */
} PressPages;

gboolean out_press_pdf(
	const Document *document, const PressPages *pages, SafeFile *file, GError **error);

/* A cover of the first two and the last two pages around a spine: its outside and its inside. The
 * first page's fields run over the spine. */
typedef struct PressCover {
	Len bleed, spine;
	const Page *title; /* as large as the spine; what stands on it, or NULL */
} PressCover;

gboolean out_press_cover_pdf(
	const Document *document, const PressCover *cover, SafeFile *file, GError **error);

/* One page as PNG. */
gboolean out_png(const Document *document, int page, double dpi, SafeFile *file, GError **error);
/* All pages of a document small on one picture, spreads together as a reader sees them. */
gboolean out_contact_sheet(
	const Document *document, int columns, double dpi, SafeFile *file, GError **error);

#endif
