/* utf8: see the header. Knows nothing of lines or files. */
#include "base/utf8.h"

int utf8_decode(const char *bytes, size_t length, gunichar *character) {
	unsigned char first = (unsigned char)bytes[0];
	if (first < 0x80) {
		*character = first;
		return 1;
	}
	gunichar found = g_utf8_get_char_validated(bytes, (gssize)MIN(length, 6));
	if (found == (gunichar)-1 || found == (gunichar)-2) {
		*character = UTF8_BAD;
		return 1;
	}
	*character = found;
	return g_utf8_skip[first];
}

int utf8_count(const char *bytes, size_t length) {
	int count = 0;
	gunichar character;
	for (size_t at = 0; at < length; count++) {
		at += (size_t)utf8_decode(bytes + at, length - at, &character);
	}
	return count;
}

int utf8_width(gunichar character) {
	if (character < 0x300) {
		return character == 0xad ? 0 : 1;
	}
	if (g_unichar_iszerowidth(character)) {
		return 0;
	}
	return g_unichar_iswide(character) ? 2 : 1;
}

/* Characters that would move the cursor or turn the direction of a terminal's line. */
static gboolean utf8_is_control(gunichar character) {
	return (character >= 0x7f && character <= 0x9f) ||
		(character >= 0x202a && character <= 0x202e) ||
		(character >= 0x2066 && character <= 0x2069) || character == 0x200e ||
		character == 0x200f || character == 0x2028 || character == 0x2029 ||
		character == 0x61c || character == 0xfeff;
}

static gunichar utf8_visible(gunichar character) {
	if (character == '\t') {
		return character;
	}
	if (character < 0x20) {
		return 0x2400 + character;
	}
	if (character == 0x7f) {
		return 0x2421;
	}
	return character == UTF8_BAD || utf8_is_control(character) ? 0xfffd : character;
}

char *utf8_printable(const char *bytes, size_t length) {
	GString *text = g_string_sized_new(length + 1);
	for (size_t at = 0; at < length;) {
		gunichar character;
		at += (size_t)utf8_decode(bytes + at, length - at, &character);
		g_string_append_unichar(text, utf8_visible(character));
	}
	return g_string_free(text, FALSE);
}
