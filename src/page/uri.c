/* uri: see the header. Cairo 1.16 writes addresses into the file as it gets them, so that an
 * unbalanced parenthesis or a backslash would break the file. */
#include "page/uri.h"

#include <glib.h>
#include <string.h>

char *page_uri(const char *address) {
	static const char kept[] = "-._~:/?#[]@!$&*+,;=";
	GString *uri = g_string_new(NULL);
	for (const char *c = address; *c; c++) {
		gboolean encodes = *c == '%' && g_ascii_isxdigit(c[1]) && g_ascii_isxdigit(c[2]);
		if (g_ascii_isalnum(*c) || strchr(kept, *c) || encodes) {
			g_string_append_c(uri, *c);
		} else {
			g_string_append_printf(uri, "%%%02X", (unsigned char)*c);
		}
	}
	return g_string_free(uri, FALSE);
}
