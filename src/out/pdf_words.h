/* pdf_words: shaped words as a content stream shows them. Free of size, stretching and tracking,
 * as words are: what moves within a word is said in 1/1000 em. */
#ifndef BIFOLIO_OUT_PDF_WORDS_H
#define BIFOLIO_OUT_PDF_WORDS_H

#include "out/pdf_codes.h"

/* A distance along the line that nobody sees, 1/1000 em: 1/40 pt at 10 pt. It does not add up. */
static const double pdf_unseen = 2.5;

/* A stretch of a word in one font on one height, or a glyph as an outline. */
typedef struct PdfPiece {
	int font;
	const char *outline; /* path in 1/1000 em, then there is no font; or NULL */
	double at; /* of the first glyph from the word's origin, 1/1000 em */
	int at_glyphs; /* glyphs of the word left of it, each with tracking behind it */
	double down; /* 1/1000 em */
	double drawn; /* how far the pen moves, 1/1000 em */
	int codes, spaces; /* shown; and those of a simple font that are a space */
	int length;
	const char *bytes; /* what stands within the string: "Af)-20(ter" */
} PdfPiece;

typedef struct PdfWord {
	int piece_count;
	const PdfPiece *pieces; /* in logical order */
	double advance; /* 1/1000 em */
	gboolean white; /* nothing but one space of a simple font */
} PdfWord;

typedef struct PdfWords PdfWords;

/* Borrows the codes; for one thread. */
PdfWords *pdf_words_new(const PdfCodes *codes);
void pdf_words_free(PdfWords *words);
/* Good until the next is asked for. */
const PdfWord *pdf_words_get(PdfWords *words, const ShapedWord *shaped);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfWords, pdf_words_free)

#endif
