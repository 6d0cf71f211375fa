/* url: where an address may be divided (DESIGN.md 7): before . / ? = & # _ - ~ %, after "://",
 * never inside a host's label and not near its ends; never with a hyphen. */
#include <string.h>

#include "text/breakpoints.h"

enum { URL_SIDE_MINIMUM = 8 };

static gboolean is_divider(char c) {
	return c && strchr("./?=&#_-~%", c) != NULL;
}

void url_points(const char *text, int length, gboolean *points) {
	const char *scheme = g_strstr_len(text, length, "://");
	int host = scheme ? (int)(scheme - text) + 3 : 0;
	int path = host;
	while (path < length && text[path] != '/') {
		path++;
	}
	for (int i = 1; i < length; i++) {
		gboolean inside_host = i > host && i < path;
		gboolean divides = is_divider(text[i]) && !is_divider(text[i - 1]) && i > host;
		gboolean label = inside_host && text[i] != '.';
		points[i] = (divides && !label) || (i == host && host > 0);
		if (i < URL_SIDE_MINIMUM || length - i < URL_SIDE_MINIMUM) {
			points[i] = FALSE;
		}
	}
}
