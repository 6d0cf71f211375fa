/* url: where an address may be divided (DESIGN.md 7), and how gladly: before a slash or a question
 * mark it still reads as one, before . = _ - ~ % less so, behind "://" hardly; never inside a
 * host's label and not near its ends; never with a hyphen. */
#include <string.h>

#include "text/breakpoints.h"

enum { URL_SIDE_MINIMUM = 8 };

enum { SCHEME_GRADE = 8 };

static int divider_grade(char c) {
	switch (c) {
	case '/':
	case '?':
		return 1;
	case '&':
	case '#':
		return 2;
	case '.':
	case '=':
	case '_':
	case '-':
	case '~':
	case '%':
		return 3;
	default:
		return 0;
	}
}

void url_grades(const char *text, int length, int *grades) {
	const char *scheme = g_strstr_len(text, length, "://");
	int host = scheme ? (int)(scheme - text) + 3 : 0;
	int path = host;
	while (path < length && text[path] != '/') {
		path++;
	}
	for (int i = 1; i < length; i++) {
		gboolean inside_host = i > host && i < path;
		gboolean label = inside_host && text[i] != '.';
		grades[i] = 0;
		if (i < URL_SIDE_MINIMUM || length - i < URL_SIDE_MINIMUM) {
			continue;
		}
		if (i == host && host > 0) {
			grades[i] = SCHEME_GRADE;
		} else if (i > host && !label && divider_grade(text[i - 1]) == 0) {
			grades[i] = divider_grade(text[i]);
		}
	}
}
