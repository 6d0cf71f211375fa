/* pdf_pen: the state of a content stream: what is set is not set again. Texts are gathered in one
 * text object until something else is painted. */
#ifndef BIFOLIO_OUT_PDF_PEN_H
#define BIFOLIO_OUT_PDF_PEN_H

#include <glib.h>

#include "base/geom.h"
#include "page/page.h"

typedef struct PdfPen {
	GString *out;
	/* Graphics: */
	gint64 fill, stroke; /* RGB, -1 = not known */
	Len thickness; /* -1 = not known */
	/* Text: as it stands in the file, in the decimals that stand there. */
	int font; /* -1 = none */
	int size; /* 1/1000 pt */
	int stretch; /* 1/10000 of a percent beyond 100 */
	int tracking, space; /* 1/10000 pt, 1/1000 pt */
	/* Within a text object: */
	gboolean in_text;
	gboolean placed, in_array;
	char closes; /* the string that is open, 0 = none */
	int line_x, line_y; /* origin of moves, 1/100 pt */
	double x; /* where the next glyph goes, pt */
} PdfPen;

void pdf_pen_init(PdfPen *pen, GString *out);
/* Ends strings, arrays and text. */
void pdf_pen_end_array(PdfPen *pen);
void pdf_pen_end_text(PdfPen *pen);

void pdf_pen_fill(PdfPen *pen, Colour colour);
void pdf_pen_stroke(PdfPen *pen, Colour colour, Len thickness);

void pdf_pen_font(PdfPen *pen, int font, const char *name, int size);
void pdf_pen_stretch(PdfPen *pen, int stretch);
void pdf_pen_tracking(PdfPen *pen, int tracking);
void pdf_pen_space(PdfPen *pen, int space);
/* To a place on the page, 1/100 pt from the bottom left. */
void pdf_pen_move(PdfPen *pen, int x, int y);
/* Text that stands within a string. */
void pdf_pen_show(PdfPen *pen, const char *bytes, int length, gboolean wide);
/* Backwards by 1/1000 em, within a line. */
void pdf_pen_back(PdfPen *pen, int distance);

/* A number with so many decimals, of which those at its end that are 0 are left out, and a blank
 * or what else separates it. */
void pdf_put_number(GString *out, gint64 value, int decimals, char after);
/* A length in pt, two decimals. */
void pdf_put_length(GString *out, Len length);
int pdf_hundredths(Len length);

#endif
