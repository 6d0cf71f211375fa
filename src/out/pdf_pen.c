/* pdf_pen: see the header. */
#include "out/pdf_pen.h"

#include <string.h>

void pdf_put_number(GString *out, gint64 value, int decimals, char after) {
	char text[32];
	int at = sizeof text;
	guint64 rest = value < 0 ? (guint64)-value : (guint64)value;
	gboolean any = FALSE;
	for (int i = 0; i < decimals; i++, rest /= 10) {
		if (any || rest % 10 != 0) {
			text[--at] = (char)('0' + rest % 10);
			any = TRUE;
		}
	}
	if (any) {
		text[--at] = '.';
	}
	for (; rest > 0; rest /= 10) {
		text[--at] = (char)('0' + rest % 10);
		any = TRUE;
	}
	if (!any) {
		text[--at] = '0';
	} else if (value < 0) {
		text[--at] = '-';
	}
	g_string_append_len(out, text + at, (gssize)sizeof text - at);
	g_string_append_c(out, after);
}

int pdf_hundredths(Len length) {
	gint64 scaled = (gint64)length * 100;
	return (int)((scaled + (scaled < 0 ? -512 : 512)) / 1024);
}

void pdf_put_length(GString *out, Len length) {
	pdf_put_number(out, pdf_hundredths(length), 2, ' ');
}

static void put(PdfPen *pen, const char *text) {
	g_string_append(pen->out, text);
}

void pdf_pen_init(PdfPen *pen, GString *out) {
	*pen = (PdfPen){.out = out, .fill = -1, .stroke = -1, .thickness = -1, .font = -1};
}

static void end_string(PdfPen *pen) {
	if (pen->closes) {
		g_string_append_c(pen->out, pen->closes);
		pen->closes = 0;
	}
}

void pdf_pen_end_array(PdfPen *pen) {
	end_string(pen);
	if (pen->in_array) {
		put(pen, "]TJ\n");
		pen->in_array = FALSE;
	}
}

void pdf_pen_end_text(PdfPen *pen) {
	pdf_pen_end_array(pen);
	if (pen->in_text) {
		put(pen, "ET\n");
		pen->in_text = FALSE;
	}
}

static void begin_text(PdfPen *pen) {
	if (!pen->in_text) {
		put(pen, "BT\n");
		pen->in_text = TRUE;
		pen->placed = FALSE;
		pen->line_x = 0;
		pen->line_y = 0;
	}
}

/* --- colours ------------------------------------------------------------------------------ */

static void put_colour(PdfPen *pen, Colour colour, const char *name) {
	enum { HIGHEST = 255, DECIMALS = 3 };
	for (int shift = 16; shift >= 0; shift -= 8) {
		int part = (int)(colour >> shift & HIGHEST);
		pdf_put_number(pen->out, (part * 1000 + HIGHEST / 2) / HIGHEST, DECIMALS, ' ');
	}
	put(pen, name);
}

void pdf_pen_fill(PdfPen *pen, Colour colour) {
	if (pen->fill != (gint64)colour) {
		pdf_pen_end_array(pen);
		put_colour(pen, colour, "rg\n");
		pen->fill = (gint64)colour;
	}
}

void pdf_pen_stroke(PdfPen *pen, Colour colour, Len thickness) {
	if (pen->stroke != (gint64)colour) {
		put_colour(pen, colour, "RG\n");
		pen->stroke = (gint64)colour;
	}
	if (pen->thickness != thickness) {
		pdf_put_length(pen->out, thickness);
		put(pen, "w\n");
		pen->thickness = thickness;
	}
}

/* --- text --------------------------------------------------------------------------------- */

void pdf_pen_font(PdfPen *pen, int font, const char *name, int size) {
	if (pen->font == font && pen->size == size) {
		return;
	}
	pdf_pen_end_array(pen);
	begin_text(pen);
	g_string_append_c(pen->out, '/');
	put(pen, name);
	g_string_append_c(pen->out, ' ');
	pdf_put_number(pen->out, size, 3, ' ');
	put(pen, "Tf\n");
	pen->font = font;
	pen->size = size;
}

/* An operator with one number, when it changes something. */
static void set(PdfPen *pen, int *known, int value, int decimals, const char *name) {
	if (*known != value) {
		pdf_pen_end_array(pen);
		begin_text(pen);
		*known = value;
		pdf_put_number(pen->out, value, decimals, ' ');
		put(pen, name);
	}
}

void pdf_pen_stretch(PdfPen *pen, int stretch) {
	enum { WHOLE = 1000000 };
	int percent = WHOLE + pen->stretch;
	set(pen, &percent, WHOLE + stretch, 4, "Tz\n");
	pen->stretch = stretch;
}

void pdf_pen_tracking(PdfPen *pen, int tracking) {
	set(pen, &pen->tracking, tracking, 4, "Tc\n");
}

void pdf_pen_space(PdfPen *pen, int space) {
	set(pen, &pen->space, space, 3, "Tw\n");
}

void pdf_pen_move(PdfPen *pen, int x, int y) {
	pdf_pen_end_array(pen);
	begin_text(pen);
	pdf_put_number(pen->out, x - pen->line_x, 2, ' ');
	pdf_put_number(pen->out, y - pen->line_y, 2, ' ');
	put(pen, "Td\n");
	pen->line_x = x;
	pen->line_y = y;
	pen->x = x / 100.0;
	pen->placed = TRUE;
}

static void begin_array(PdfPen *pen) {
	if (!pen->in_array) {
		g_string_append_c(pen->out, '[');
		pen->in_array = TRUE;
	}
}

void pdf_pen_show(PdfPen *pen, const char *bytes, int length, gboolean wide) {
	begin_array(pen);
	char closes = wide ? '>' : ')';
	if (pen->closes != closes) {
		end_string(pen);
		g_string_append_c(pen->out, wide ? '<' : '(');
		pen->closes = closes;
	}
	g_string_append_len(pen->out, bytes, length);
}

void pdf_pen_back(PdfPen *pen, int distance) {
	end_string(pen);
	begin_array(pen);
	char text[16];
	int length = g_snprintf(text, sizeof text, "%d", distance);
	g_string_append_len(pen->out, text, length);
}
