/* literal: see the header. PDFDocEncoding is Latin-1 but for these. */
#include "finish/literal.h"

#include <string.h>

enum { FIRST = 0x80, EURO = 0xa0, SOFT_HYPHEN = 0xad };

static const gunichar2 special[] = {0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044,
	0x2039, 0x203a, 0x2212, 0x2030, 0x201e, 0x201c, 0x201d, 0x2018, 0x2019, 0x201a, 0x2122,
	0xfb01, 0xfb02, 0x0141, 0x0152, 0x0160, 0x0178, 0x017d, 0x0131, 0x0142, 0x0153, 0x0161,
	0x017e};

/* The byte of a character, 0 = there is none. */
static unsigned char byte_of(gunichar character) {
	if (character >= ' ' && character < 0x7f) {
		return (unsigned char)character;
	}
	if (character > EURO && character <= 0xff && character != SOFT_HYPHEN) {
		return (unsigned char)character;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(special); i++) {
		if (special[i] == character) {
			return (unsigned char)(FIRST + i);
		}
	}
	return character == 0x20ac ? EURO : 0;
}

/* FALSE, and nothing appended, when a character has no byte. */
static gboolean put_bytes(GString *out, const char *text) {
	gsize before = out->len;
	g_string_append_c(out, '(');
	for (const char *at = text; *at; at = g_utf8_next_char(at)) {
		unsigned char byte = byte_of(g_utf8_get_char(at));
		if (byte == 0) {
			g_string_truncate(out, before);
			return FALSE;
		}
		if (strchr("()\\", byte)) {
			g_string_append_c(out, '\\');
		}
		g_string_append_c(out, (char)byte);
	}
	g_string_append_c(out, ')');
	return TRUE;
}

void literal_put(GString *out, const char *text) {
	if (put_bytes(out, text)) {
		return;
	}
	glong length = 0;
	g_autofree gunichar2 *units = g_utf8_to_utf16(text, -1, NULL, &length, NULL);
	g_string_append(out, "<feff");
	for (glong i = 0; units && i < length; i++) {
		g_string_append_printf(out, "%04x", units[i]);
	}
	g_string_append_c(out, '>');
}
