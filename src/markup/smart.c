/* smart: the order of the passes. Dashes first, since quotes look at what stands beside them;
 * spaces last. */
#include "markup/smart.h"

#include <string.h>

gboolean smart_free(const SmartText *smart, int at) {
	return !(smart->guards[at] & (GUARD_CODE | GUARD_URL));
}

gunichar smart_before(const SmartText *smart, int at) {
	if (at <= 0) {
		return 0;
	}
	if (!smart_free(smart, at - 1)) {
		return 0xFFFC;
	}
	return g_utf8_get_char(g_utf8_prev_char(smart->text + at));
}

gunichar smart_after(const SmartText *smart, int at) {
	if (at >= smart->length) {
		return 0;
	}
	return smart_free(smart, at) ? g_utf8_get_char(smart->text + at) : 0xFFFC;
}

gboolean smart_language_is(const char *language, const char *wanted) {
	size_t length = strlen(wanted);
	language = language ? language : "en";
	return !g_ascii_strncasecmp(language, wanted, length) &&
		(language[length] == 0 || language[length] == '-');
}

/* A backslash at the end breaks no line: conversions leave them behind. */
static void drop_stray_backslash(RichText *rich) {
	gsize last = rich->text->len - 1;
	if (rich->text->len == 0 || rich->text->str[last] != '\\') {
		return;
	}
	g_autofree unsigned char *guards = rich_guards(rich);
	if (guards[last] & (GUARD_CODE | GUARD_URL)) {
		return;
	}
	RichEdit edit;
	rich_edit_begin(&edit, rich);
	gsize kept = last;
	while (kept > 0 && edit.old->str[kept - 1] == ' ') {
		kept--;
	}
	rich_edit_keep(&edit, (int)kept);
	rich_edit_replace(&edit, (int)(edit.old->len - kept), "");
	rich_edit_end(&edit);
}

void smart_text(RichText *rich, const char *language) {
	drop_stray_backslash(rich);
	const char *text = rich->text->str;
	if (strchr(text, '-') || strstr(text, "...") || strstr(text, "\xE2\x80\x93")) {
		smart_dashes(rich);
	}
	text = rich->text->str;
	if (strpbrk(text, "\"'") || smart_language_is(language, "fr")) {
		smart_quotes(rich, language);
	}
	if (strchr(rich->text->str, ' ')) {
		smart_spaces(rich, language);
	}
}
