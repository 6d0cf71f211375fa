/* address: http, https, mailto, tel and e-mail addresses. The rules for where a bare one ends are
 * those of GitHub's "autolinks" extension: no trailing punctuation, no closing bracket that has no
 * opening one; besides, full-width characters end one, so that it can stand in Chinese text. */
#include "markup/address.h"

#include <string.h>

typedef struct Scheme {
	const char *prefix;
	gboolean host; /* a host must follow */
} Scheme;

static const Scheme schemes[] = {
	{"https://", TRUE}, {"http://", TRUE}, {"mailto:", FALSE}, {"tel:", FALSE}};

enum { LOCAL_MAX = 64, DOMAIN_MAX = 253 };

static const Scheme *scheme_of(const char *text, int limit) {
	for (int i = 0; i < (int)G_N_ELEMENTS(schemes); i++) {
		int length = (int)strlen(schemes[i].prefix);
		if (length < limit &&
			!g_ascii_strncasecmp(text, schemes[i].prefix, (gsize)length)) {
			return &schemes[i];
		}
	}
	return NULL;
}

static gboolean is_local_byte(char c) {
	return g_ascii_isalnum(c) || (c && strchr("._+-", c));
}

/* "example.org" at `at`: dotted labels, the last of letters. Length, or 0. */
static int domain_length(const char *at, int limit) {
	int length = 0, last_dot = -1;
	limit = MIN(limit, DOMAIN_MAX);
	while (length < limit &&
		(g_ascii_isalnum(at[length]) || at[length] == '-' || at[length] == '.')) {
		if (at[length] == '.') {
			if (length == 0 || at[length - 1] == '.') {
				break;
			}
			last_dot = length;
		}
		length++;
	}
	if (last_dot == length - 1 && last_dot > 0) { /* a full stop, not part of it */
		length = last_dot;
		while (--last_dot > 0 && at[last_dot] != '.') {
		}
	}
	if (last_dot <= 0 || length - last_dot < 3 || at[length - 1] == '-') {
		return 0;
	}
	for (int i = last_dot + 1; i < length; i++) {
		if (!g_ascii_isalpha(at[i]) && !g_str_has_prefix(at + last_dot + 1, "xn--")) {
			return 0;
		}
	}
	return length;
}

static int email_length(const char *at, int limit) {
	int local = 0;
	while (local < limit && local < LOCAL_MAX && is_local_byte(at[local])) {
		local++;
	}
	if (local == 0 || local >= limit || at[local] != '@' || !g_ascii_isalnum(at[0])) {
		return 0;
	}
	int domain = domain_length(at + local + 1, limit - local - 1);
	return domain ? local + 1 + domain : 0;
}

static gboolean ends_address(gunichar c) {
	if (c <= 0x20 || c == '<' || c == '>' || c == '"' || c == 0x7F) {
		return TRUE;
	}
	return c >= 0x80 &&
		(g_unichar_isspace(c) || g_unichar_iswide(c) || (c >= 0x2018 && c <= 0x203A) ||
			c == 0xAB || c == 0xBB || c == 0x2060 || c == 0xFFFD);
}

static int count_byte(const char *text, int length, char byte) {
	int count = 0;
	for (int i = 0; i < length; i++) {
		count += text[i] == byte;
	}
	return count;
}

static int without_trailing(const char *at, int length) {
	int open = count_byte(at, length, '(') - count_byte(at, length, ')');
	while (length > 0) {
		char last = at[length - 1];
		if (last == ')' && open < 0) {
			open++;
		} else if (!strchr("?!.,:;*_~'|]}\\", last)) {
			break;
		}
		length--;
	}
	return length;
}

static int run_length(const char *at, int limit) {
	int length = 0;
	while (length < limit && !ends_address(g_utf8_get_char(at + length))) {
		length += g_utf8_skip[(guchar)at[length]];
	}
	return without_trailing(at, MIN(length, limit));
}

int address_length(const char *at, int limit, gunichar before) {
	gboolean letter = g_unichar_isalnum(before) && !g_unichar_iswide(before);
	if (before && (letter || strchr("@/._-+&=#%", before < 0x80 ? (int)before : 'x'))) {
		return 0;
	}
	const Scheme *scheme = scheme_of(at, limit);
	int prefix = scheme ? (int)strlen(scheme->prefix) : 0;
	if (scheme && scheme->host) {
		gboolean host = g_unichar_isalnum(g_utf8_get_char(at + prefix));
		int length = host ? run_length(at, limit) : 0;
		return length > prefix ? length : 0;
	}
	if (scheme && g_str_equal(scheme->prefix, "mailto:")) {
		int length = email_length(at + prefix, limit - prefix);
		return length ? prefix + length : 0;
	}
	if (scheme) {
		int digits = (int)strspn(at + prefix, "+0123456789-.()");
		int length = without_trailing(at, MIN(prefix + digits, limit));
		return length - prefix >= 3 ? length : 0;
	}
	if (limit > 4 && !g_ascii_strncasecmp(at, "www.", 4)) {
		return domain_length(at + 4, limit - 4) ? run_length(at, limit) : 0;
	}
	return email_length(at, limit);
}

gboolean address_is_text(const char *text) {
	int length = (int)strlen(text);
	return length > 0 && address_length(text, length, 0) == length;
}

static const char *escape_blanks(Arena *arena, const char *address) {
	g_autoptr(GString) escaped = g_string_new(NULL);
	for (const char *at = address; *at; at++) {
		if ((guchar)*at <= 0x20 || *at == 0x7F || strchr("<>\"", *at)) {
			g_string_append_printf(escaped, "%%%02X", (guint)(guchar)*at);
		} else {
			g_string_append_c(escaped, *at);
		}
	}
	return arena_strndup(arena, escaped->str, escaped->len);
}

/* A blank within, which is none of a site's name. */
static gboolean has_broken_host(const Scheme *scheme, const char *address) {
	const char *host = address + strlen(scheme->prefix);
	return scheme->host && strcspn(host, " \t\n\r") < strcspn(host, "/?#");
}

const char *address_active(Arena *arena, const char *address) {
	int length = (int)strlen(address);
	const Scheme *scheme = scheme_of(address, length);
	if (scheme && has_broken_host(scheme, address)) {
		return NULL;
	}
	if (scheme) {
		return escape_blanks(arena, address);
	}
	if (address_is_text(address)) {
		const char *prefix = strchr(address, '@') && g_ascii_strncasecmp(address, "www.", 4)
			? "mailto:"
			: "https://";
		return escape_blanks(arena, arena_printf(arena, "%s%s", prefix, address));
	}
	return NULL;
}
