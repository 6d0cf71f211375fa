/* entity: references by number are read here; for names cmark is asked, which has HTML's table of
 * 2,125 of them but exports it only through its parser. */
#include "markup/entity.h"

#include <cmark.h>
#include <string.h>

enum { NAME_LONGEST = 33 };

void entities_init(Entities *entities) {
	entities->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

void entities_finish(Entities *entities) {
	g_hash_table_unref(entities->seen);
}

/* Length of "&name;" or "&#10;" at `at`, or 0. */
static int reference_length(const char *at, int limit) {
	int length = 1;
	if (length < limit && at[length] == '#') {
		length++;
	}
	while (length < limit && length < NAME_LONGEST && g_ascii_isalnum(at[length])) {
		length++;
	}
	return length < limit && length > 2 && at[length] == ';' ? length + 1 : 0;
}

static const char *named_text(Entities *entities, const char *name) {
	const char *known = g_hash_table_lookup(entities->seen, name);
	if (known) {
		return known;
	}
	cmark_node *root = cmark_parse_document(name, strlen(name), CMARK_OPT_DEFAULT);
	cmark_node *paragraph = cmark_node_first_child(root);
	cmark_node *text = paragraph ? cmark_node_first_child(paragraph) : NULL;
	const char *literal = text ? cmark_node_get_literal(text) : NULL;
	char *copy = g_strdup(literal && *literal != '&' ? literal : name);
	if (g_str_equal(name, "&amp;") || g_str_equal(name, "&AMP;")) {
		g_free(copy);
		copy = g_strdup("&");
	}
	cmark_node_free(root);
	g_hash_table_insert(entities->seen, g_strdup(name), copy);
	return copy;
}

/* &#8211; and &#x2013;. Bytes of windows-1252 that HTML maps are left to the writer's care. */
static void append_number(GString *out, const char *at) {
	gboolean hexadecimal = *at == 'x' || *at == 'X';
	guint64 number = g_ascii_strtoull(at + hexadecimal, NULL, hexadecimal ? 16 : 10);
	gboolean bad = number == 0 || number > 0x10FFFF || !g_unichar_validate((gunichar)number) ||
		(number < 0x20 && number != 9 && number != 10) || (number >= 0x7F && number < 0xA0);
	g_string_append_unichar(out, bad ? 0xFFFD : (gunichar)number);
}

static gboolean is_number(const char *at, int length) {
	gboolean hexadecimal = *at == 'x' || *at == 'X';
	for (int i = hexadecimal; i < length; i++) {
		if (hexadecimal ? !g_ascii_isxdigit(at[i]) : !g_ascii_isdigit(at[i])) {
			return FALSE;
		}
	}
	return length > hexadecimal;
}

char *entities_decode(Entities *entities, const char *text, int length) {
	GString *out = g_string_sized_new((gsize)length + 1);
	for (int i = 0; i < length;) {
		int reference = text[i] == '&' ? reference_length(text + i, length - i) : 0;
		if (reference == 0) {
			g_string_append_c(out, text[i++]);
			continue;
		}
		if (text[i + 1] != '#') {
			g_autofree char *name = g_strndup(text + i, (gsize)reference);
			g_string_append(out, named_text(entities, name));
		} else if (is_number(text + i + 2, reference - 3)) {
			append_number(out, text + i + 2);
		} else {
			g_string_append_len(out, text + i, reference);
		}
		i += reference;
	}
	return g_string_free(out, FALSE);
}
