/* address_fault: what is wrong with an address (addresses.h). It asks nobody whether the address
 * exists; it looks for what cannot be one. */
#include <string.h>

#include "check/addresses.h"
#include "check/spelling.h"

enum { PHONE_DIGITS = 3 /* at least */ };

static const char *const password_keys[] = {
	"pwd", "password", "passwd", "passcode", "pass", "token", "access_token", "secret", NULL};

/* Schemes that are no misspelling of http. */
static const char *const other_schemes[] = {
	"http", "https", "mailto", "tel", "ftp", "ftps", "sftp", "geo", "sms", "xmpp", "doi", NULL};

static gboolean is_host_character(const char *at) {
	gunichar character = g_utf8_get_char(at);
	return character == '-' || character == '_' || character == '%' ||
		g_unichar_isalnum(character) || g_unichar_ismark(character);
}

/* Labels parted by single dots, at least two of them, the last not all digits unless all are. */
static gboolean is_host(const char *host) {
	g_auto(GStrv) labels = g_strsplit(host, ".", -1);
	int count = (int)g_strv_length(labels);
	if (*host == '[') {
		return strchr(host, ']') != NULL;
	}
	for (int i = 0; i < count; i++) {
		if (!*labels[i]) {
			return FALSE;
		}
		for (const char *at = labels[i]; *at; at = g_utf8_next_char(at)) {
			if (!is_host_character(at)) {
				return FALSE;
			}
		}
	}
	return count > 1 && g_utf8_strlen(labels[count - 1], -1) > (count == 4 ? 0 : 1);
}

/* Host of what follows "//", without name, password and port. Caller frees. */
static char *host_of(const char *rest) {
	char *host = g_strndup(rest, strcspn(rest, "/?#"));
	char *sign = strrchr(host, '@');
	if (sign) {
		memmove(host, sign + 1, strlen(sign));
	}
	char *colon = *host == '[' ? NULL : strrchr(host, ':');
	if (colon) {
		*colon = 0;
	}
	return host;
}

/* "https" for "htps", else NULL. */
static const char *meant_scheme(const char *scheme) {
	g_autofree char *lower = g_ascii_strdown(scheme, -1);
	if (g_strv_contains(other_schemes, lower)) {
		return NULL;
	}
	gboolean secure = lower[0] && lower[strlen(lower) - 1] == 's';
	int near_secure = spelling_distance(lower, "https", 2);
	int near_plain = spelling_distance(lower, "http", 2);
	if (near_secure > 2 && near_plain > 2) {
		return NULL;
	}
	return near_secure < near_plain || (secure && near_secure == near_plain) ? "https" : "http";
}

static char *fault_of_host(const char *rest, char **hint) {
	g_autofree char *host = host_of(rest);
	if (!*host) {
		*hint = g_strdup("write the whole address: https://example.org/page");
		return g_strdup("it names no site");
	}
	if (!is_host(host)) {
		*hint = g_strdup("a site is called like example.org: words parted by single dots");
		return g_strdup_printf("\"%s\" cannot be the name of a site", host);
	}
	return NULL;
}

/* Where pages of the web and letters are not reached. */
static char *fault_of_scheme(const char *text, char **hint) {
	*hint = g_strdup("only http, https, mailto and tel addresses become links");
	return g_strdup_printf(
		"\"%.*s:\" is no way to reach a page", (int)strcspn(text, ":"), text);
}

static char *fault_of_web(const char *text, gboolean bare, char **hint) {
	if (g_ascii_strncasecmp(text, "www.", 4) == 0) {
		*hint = g_strdup_printf("write https://%s", text);
		return g_strdup("it does not begin with https://");
	}
	const char *middle = strstr(text, "://");
	if (!middle) {
		const char *rest = text + strspn(text, "htpsHTPS");
		rest += strspn(rest, ":;/");
		*hint = g_strdup_printf("write https://%s", rest);
		return g_strdup("it does not begin with https:// or http://");
	}
	g_autofree char *scheme = g_strndup(text, (gsize)(middle - text));
	const char *meant = meant_scheme(scheme);
	if (meant) {
		*hint = g_strdup_printf("did you mean %s%s?", meant, middle);
		return g_strdup_printf("\"%s\" is no way to reach a page", scheme);
	}
	if (g_str_has_prefix(middle + 3, "http:/") || g_str_has_prefix(middle + 3, "https:/")) {
		*hint = g_strdup_printf("write %s", middle + 3);
		return g_strdup("it begins twice");
	}
	if (g_ascii_strncasecmp(scheme, "http", 4) == 0) {
		return fault_of_host(middle + 3, hint);
	}
	return bare ? NULL : fault_of_scheme(text, hint);
}

static char *fault_of_email(const char *text, char **hint) {
	const char *address = g_ascii_strncasecmp(text, "mailto:", 7) == 0 ? text + 7 : text;
	g_autofree char *bare = g_strndup(address, strcspn(address, "?"));
	const char *sign = strchr(bare, '@');
	if (sign && sign > bare && !strchr(sign + 1, '@') && is_host(sign + 1)) {
		return NULL;
	}
	*hint = g_strdup("write it like name@example.org");
	return g_strdup("it is not of the form name@site");
}

static char *fault_of_phone(const char *text, char **hint) {
	const char *number = g_ascii_strncasecmp(text, "tel:", 4) == 0 ? text + 4 : text;
	int digits = 0;
	for (const char *at = number; *at; at = g_utf8_next_char(at)) {
		digits += g_unichar_isdigit(g_utf8_get_char(at));
	}
	if (digits >= PHONE_DIGITS && !strchr(number, ':')) {
		return NULL;
	}
	*hint = g_strdup("write it like +351 21 000 00 00");
	return g_strdup("it is no telephone number");
}

static gboolean has_scheme(const char *text) {
	const char *colon = strchr(text, ':');
	return colon && colon > text && !memchr(text, '/', (gsize)(colon - text)) &&
		!memchr(text, '.', (gsize)(colon - text));
}

char *address_fault(const Address *address, char **hint) {
	*hint = NULL;
	switch (address->kind) {
	case ADDRESS_WEB:
		return fault_of_web(address->text, address->bare, hint);
	case ADDRESS_EMAIL:
		return address->bare ? NULL : fault_of_email(address->text, hint);
	case ADDRESS_PHONE:
		return fault_of_phone(address->text, hint);
	case ADDRESS_HANDLE:
		return NULL;
	case ADDRESS_TARGET:
		break;
	}
	if (g_ascii_strncasecmp(address->text, "tel:", 4) == 0) {
		return fault_of_phone(address->text, hint);
	}
	if (has_scheme(address->text)) {
		return address->bare ? NULL : fault_of_scheme(address->text, hint);
	}
	g_autofree char *host = host_of(address->text);
	*hint = is_host(host) ? g_strdup_printf("write https://%s", address->text)
			      : g_strdup("write the whole address: https://example.org/page");
	return g_strdup("it leads nowhere from a printed page");
}

static gboolean is_password_key(const char *key, gsize length) {
	for (int i = 0; password_keys[i]; i++) {
		if (strlen(password_keys[i]) == length &&
			g_ascii_strncasecmp(password_keys[i], key, length) == 0) {
			return TRUE;
		}
	}
	return FALSE;
}

char *address_password(const Address *address) {
	const char *middle = strstr(address->text, "://");
	if (!middle) {
		return NULL;
	}
	g_autofree char *site = g_strndup(middle + 3, strcspn(middle + 3, "/?#"));
	char *sign = strchr(site, '@'), *colon = strchr(site, ':');
	if (sign && colon && colon < sign) {
		return g_strndup(site, (gsize)(colon - site + 1));
	}
	const char *at = middle + strcspn(middle, "?#");
	while (*at) {
		at++;
		gsize length = strcspn(at, "=&;#");
		if (at[length] == '=' && is_password_key(at, length) && at[length + 1]) {
			return g_strndup(at, length + 1);
		}
		at += strcspn(at, "&;#");
	}
	return NULL;
}
