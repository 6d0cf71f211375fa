/* pdf_codes: which codes of which fonts of a PDF show the glyphs of a document. Cairo makes the
 * fonts while it paints a prelude, a page that has every glyph of the document once for each text
 * that it says; what it wrote there tells the codes. */
#ifndef BIFOLIO_OUT_PDF_CODES_H
#define BIFOLIO_OUT_PDF_CODES_H

#include "out/spelling.h"
#include "page/page.h"

typedef struct PdfFont {
	char *name; /* "f-0-1", as the prelude's resources have it */
	gboolean wide; /* two bytes a code */
	int width_count;
	int *widths; /* by code, 1/1000 em */
} PdfFont;

typedef struct PdfCode {
	guint16 font, code;
	int width; /* 1/1000 em */
} PdfCode;

/* A glyph and what it says; once it is read, its code. */
typedef struct PdfShow {
	int face, length; /* face: with its voice */
	unsigned glyph;
	const char *text;
	gboolean white, known; /* known: not so where nothing but white is set in the face */
	int times, order; /* how often it is shown, when it came */
	PdfCode code;
} PdfShow;

/* A cluster of a shaped word: which of its glyphs say its text, the others are outlines. */
typedef struct PdfCluster {
	Cluster of;
	int show_count;
	int glyphs[SPELLED_MOST]; /* that say what is shown, in the order of the text */
	PdfShow *shows[SPELLED_MOST];
	const char *const *outlines; /* by glyph, paths in 1/1000 em; NULL = empty, or shown */
} PdfCluster;

typedef struct PdfCodes PdfCodes;

/* Borrows the document and its words. */
PdfCodes *pdf_codes_new(const Document *document);
void pdf_codes_free(PdfCodes *codes);

/* Takes in what is set on a page. */
void pdf_codes_add(PdfCodes *codes, const Page *page);
/* The prelude, in the arena, as large as `like`; all pages have been added. */
const Page *pdf_codes_prelude(PdfCodes *codes, Arena *arena, const Page *like);
/* Reads the file whose first page is the prelude. FALSE when Cairo has not written it as is known
 * of it. */
gboolean pdf_codes_read(PdfCodes *codes, GBytes *base);

/* Of a cluster that was added; constant. */
const PdfCluster *pdf_codes_find(const PdfCodes *codes, const Cluster *like);
const PdfFont *pdf_codes_font(const PdfCodes *codes, int font);

/* Walks over a word that was added. */
void pdf_codes_walk(const PdfCodes *codes, ClusterWalk *walk, const ShapedWord *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfCodes, pdf_codes_free)

#endif
