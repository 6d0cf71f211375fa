/* pdf_fonts: see the header. "/FirstChar 32 … /Widths [ 250 0 333 ]" is a simple font's, "/W [0
 * [ 500 250 ]]" that of the font below one of two bytes. */
#include "out/pdf_fonts.h"

#include <stdlib.h>
#include <string.h>

enum { CODES_MOST = 65536 };

void pdf_font_clear(void *font) {
	g_free(((PdfFont *)font)->name);
	g_free(((PdfFont *)font)->widths);
}

/* Numbers up to the bracket that closes the list at `text`, from `first` on. */
static gboolean read_widths(PdfFont *font, const char *text, const char *end, int first) {
	const char *close = memchr(text, ']', (gsize)(end - text));
	if (!close || first < 0 || first >= CODES_MOST) {
		return FALSE;
	}
	GArray *widths = g_array_new(FALSE, TRUE, sizeof(int));
	g_array_set_size(widths, (guint)first);
	for (;;) {
		while (text < close && g_ascii_isspace(*text)) {
			text++;
		}
		char *after;
		int width = (int)strtol(text, &after, 10);
		if (text == close || after == text || widths->len >= CODES_MOST) {
			break;
		}
		g_array_append_val(widths, width);
		text = after;
	}
	font->width_count = (int)widths->len;
	font->widths = (int *)(void *)g_array_free(widths, FALSE);
	return text == close;
}

/* What stands behind a key; NULL = it is not there. */
static const char *behind(const PdfObject *object, const char *key) {
	const char *found = g_strstr_len(object->bytes, object->head, key);
	return found ? found + strlen(key) : NULL;
}

static gboolean read_font(const PdfObjects *objects, int number, PdfFont *font) {
	const PdfObject *object = &objects->objects[number];
	const char *list, *key = "/Widths [";
	int first = 0;
	font->wide = behind(object, "/Subtype /Type0") != NULL;
	if (font->wide) {
		key = "/W [0 [";
		int below = pdf_objects_reference(objects, number, "/DescendantFonts [");
		if (below == 0) {
			return FALSE;
		}
		object = &objects->objects[below];
	} else {
		const char *start = behind(object, "/FirstChar ");
		first = start ? (int)strtol(start, NULL, 10) : -1;
	}
	list = behind(object, key);
	return list && read_widths(font, list, object->bytes + object->head, first);
}

gboolean pdf_fonts_read(const PdfObjects *objects, int page, GArray *fonts) {
	int resources = pdf_objects_reference(objects, page, "/Resources");
	if (resources == 0) {
		return FALSE;
	}
	const PdfObject *object = &objects->objects[resources];
	const char *at = behind(object, "/Font <<");
	const char *end = at ? g_strstr_len(at, object->bytes + object->head - at, ">>") : NULL;
	while (at && end && (at = memchr(at, '/', (gsize)(end - at)))) {
		PdfReference reference;
		if (!pdf_next_reference(at, (int)(end - at), 0, &reference)) {
			return FALSE;
		}
		PdfFont font = {.name = g_strstrip(g_strndup(at + 1, (gsize)reference.start - 1))};
		gboolean known = reference.number < objects->count &&
			objects->objects[reference.number].bytes &&
			read_font(objects, reference.number, &font);
		g_array_append_val(fonts, font);
		if (!known) {
			return FALSE;
		}
		at += reference.end;
	}
	return TRUE;
}
