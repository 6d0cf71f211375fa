/* part_codes: what several sessions or talks are called together: "A1–J1". */
#include <string.h>

#include "doc/parts.h"

int part_compare_codes(const char *one, const char *other) {
	while (*one && *other) {
		if (g_ascii_isdigit(*one) && g_ascii_isdigit(*other)) {
			guint64 first = g_ascii_strtoull(one, (char **)&one, 10);
			guint64 second = g_ascii_strtoull(other, (char **)&other, 10);
			if (first != second) {
				return first < second ? -1 : 1;
			}
		} else if (*one != *other) {
			return (unsigned char)*one - (unsigned char)*other;
		} else {
			one++;
			other++;
		}
	}
	return *one ? 1 : *other ? -1 : 0;
}

/* Its own, else its session's; NULL = neither. */
static const char *item_code(const Item *item) {
	return item->code.text				    ? item->code.text
		: item->session && item->session->code.text ? item->session->code.text
							    : NULL;
}

const char *part_code_range(const Compose *compose, const Item *const *items, int count) {
	const char *first = NULL, *last = NULL;
	for (int i = 0; i < count; i++) {
		const char *code = item_code(items[i]);
		if (!code) {
			return NULL;
		}
		first = !first || part_compare_codes(code, first) < 0 ? code : first;
		last = !last || part_compare_codes(code, last) > 0 ? code : last;
	}
	gboolean range = first && !g_str_equal(first, last);
	return range ? arena_printf(compose->arena, "%s\xe2\x80\x93%s", first, last) : NULL;
}

const char *part_sessions_named(const Compose *compose, const char *codes) {
	const char *blank = locale_has_spaces(compose->event->language) ? " " : "\xe2\x80\x82";
	return arena_printf(
		compose->arena, "%s%s%s", lang_word(compose->lang, WORD_SESSIONS), blank, codes);
}
