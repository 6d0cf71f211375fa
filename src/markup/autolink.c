/* autolink: bare addresses in running text become links. Looks once at each byte: candidates are
 * beginnings of words, and the look-ahead of each that fails is bounded. */
#include <string.h>

#include "markup/address.h"

/* Is the byte under a span that carries a link? Spans are few where this is asked. */
static gboolean *linked_bytes(const RichText *rich) {
	gboolean *linked = NULL;
	for (guint i = 0; i < rich->spans->len; i++) {
		const InlineSpan *span = &g_array_index(rich->spans, InlineSpan, i);
		if (!span->href) {
			continue;
		}
		linked = linked ? linked : g_new0(gboolean, rich->text->len + 1);
		for (int at = span->start; at < span->end; at++) {
			linked[at] = TRUE;
		}
	}
	return linked;
}

/* Only words with one of these can be addresses. */
static gboolean may_hold_address(const char *text) {
	return strstr(text, "://") || strchr(text, '@') || strstr(text, "www.") ||
		strstr(text, "tel:") || strstr(text, "WWW.");
}

/* Bytes from `at` to the next edge of a span: an address never crosses one. */
static int limit_at(const unsigned char *guards, int at, int length) {
	int end = at + 1;
	while (end < length && !(guards[end] & GUARD_EDGE)) {
		end++;
	}
	return end - at;
}

static void add_address(RichText *rich, Arena *arena, int start, int length, gboolean linked) {
	InlineSpan span = {.start = start, .end = start + length, .flags = INLINE_URL, .role = -1};
	if (!linked) {
		g_autofree char *text = g_strndup(rich->text->str + start, (gsize)length);
		span.href = address_active(arena, text);
	}
	g_array_append_val(rich->spans, span);
}

void autolink_text(RichText *rich, Arena *arena) {
	const char *text = rich->text->str;
	int length = (int)rich->text->len;
	if (!may_hold_address(text)) {
		return;
	}
	g_autofree unsigned char *guards = rich_guards(rich);
	gboolean *linked = linked_bytes(rich);
	gunichar before = 0;
	int edge = 0; /* end of the stretch without edges that `at` is in */
	for (int at = 0; at < length;) {
		if (at >= edge) {
			edge = at + limit_at(guards, at, length);
		}
		int found = 0;
		gboolean at_word =
			g_ascii_isalnum(text[at]) && (at == 0 || !g_ascii_isalnum(text[at - 1]));
		if (at_word && !(guards[at] & (GUARD_CODE | GUARD_URL))) {
			found = address_length(text + at, edge - at, before);
		}
		if (found > 0) {
			add_address(rich, arena, at, found, linked && linked[at]);
			at += found;
			before = 'x';
			continue;
		}
		before = g_utf8_get_char(text + at);
		at += g_utf8_skip[(guchar)text[at]];
	}
	g_free(linked);
}
