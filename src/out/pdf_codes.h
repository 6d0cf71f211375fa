/* pdf_codes: which codes of which fonts of a PDF show the glyphs of a document. Cairo makes the
 * fonts while it paints a prelude, a page that has every cluster of the document once; what it
 * wrote there tells the codes. */
#ifndef BIFOLIO_OUT_PDF_CODES_H
#define BIFOLIO_OUT_PDF_CODES_H

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

/* A cluster of a shaped word. */
typedef struct PdfCluster {
	int face, glyph_count, byte_count;
	const Glyph *glyphs;
	const char *text;
	int times, order; /* how often it is shown, when it came */
	/* Once it is read; NULL = it is of a face from which nothing but white is set: */
	const PdfCode *codes;
	gboolean actual; /* the codes alone do not say the text */
} PdfCluster;

typedef struct PdfCodes PdfCodes;

/* Borrows the document's words. */
PdfCodes *pdf_codes_new(void);
void pdf_codes_free(PdfCodes *codes);

/* Takes in what is set on a page. */
void pdf_codes_add(PdfCodes *codes, const Page *page);
/* The prelude, in the arena, as large as `like`; all pages have been added. */
const Page *pdf_codes_prelude(PdfCodes *codes, Arena *arena, const Page *like);
/* Reads the file whose first page is the prelude. FALSE when Cairo has not written it as is known
 * of it. */
gboolean pdf_codes_read(PdfCodes *codes, GBytes *base);

/* Of a cluster that was added; constant. */
const PdfCluster *pdf_codes_find(const PdfCodes *codes, const PdfCluster *like);
const PdfFont *pdf_codes_font(const PdfCodes *codes, int font);

/* The clusters of a word, one by one in logical order. */
typedef struct ClusterWalk {
	const ShapedWord *word;
	int index, glyph;
	const char *text;
} ClusterWalk;

void cluster_walk_init(ClusterWalk *walk, const ShapedWord *word);
/* FALSE at the end. Clusters that say nothing are passed over, as paint does. */
gboolean cluster_walk_next(ClusterWalk *walk, PdfCluster *cluster);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfCodes, pdf_codes_free)

#endif
