/* addresses: finding addresses in the source of a text (addresses.h). A deliberate over-estimate
 * of CommonMark's rules: whatever a person would take for an address. */
#include "check/addresses.h"

#include <string.h>

static gboolean starts_with(const char *text, const char *prefix) {
	return g_ascii_strncasecmp(text, prefix, strlen(prefix)) == 0;
}

static gboolean is_email(const char *text) {
	const char *at = strchr(text, '@');
	return at && at > text && !strstr(text, "://") && !strchr(text, '/');
}

Address address_from_text(const char *text) {
	Address address = {.kind = ADDRESS_TARGET, .length = (int)strlen(text)};
	if (starts_with(text, "mailto:") || is_email(text)) {
		address.kind = ADDRESS_EMAIL;
	} else if (text[0] == '@' && text[1]) {
		address.kind = ADDRESS_HANDLE;
	} else if (strstr(text, "://") || starts_with(text, "www.") || starts_with(text, "http")) {
		address.kind = ADDRESS_WEB;
	}
	address.text = g_strdup(text);
	return address;
}

static void address_clear(gpointer data) {
	g_free(((Address *)data)->text);
}

static void add(GArray *found, const char *text, int start, int end, gboolean bare) {
	g_autofree char *piece = g_strndup(text + start, (gsize)(end - start));
	Address address = address_from_text(piece);
	address.offset = start;
	address.bare = bare;
	g_array_append_val(found, address);
}

/* Past a code span that begins at `at`, or past its marks when nothing closes them. */
static int skip_code(const char *text, int at) {
	int marks = (int)strspn(text + at, "`");
	for (int end = at + marks; text[end];) {
		int run = (int)strspn(text + end, "`");
		if (run == marks) {
			return end + run;
		}
		end += run ? run : (int)MAX(1, strcspn(text + end, "`"));
	}
	return at + marks;
}

/* Target of a link whose "](" ends before `at`; returns where reading goes on. */
static int read_target(const char *text, int at, GArray *found) {
	int start = at, depth = 0;
	if (text[at] == '<') {
		int end = at + 1 + (int)strcspn(text + at + 1, ">\n");
		add(found, text, at + 1, end, FALSE);
		return end;
	}
	while (text[at] && !strchr(" \t\n", text[at])) {
		depth += (text[at] == '(') - (text[at] == ')');
		if (depth < 0) {
			break;
		}
		at++;
	}
	if (at > start) {
		add(found, text, start, at, FALSE);
	}
	return at;
}

/* <http://…> and <somebody@somewhere>, or anything else up to the bracket. */
static int read_bracket(const char *text, int at, GArray *found) {
	int end = at + 1 + (int)strcspn(text + at + 1, "<> \t\n");
	if (text[end] != '>') {
		return at + 1;
	}
	g_autofree char *piece = g_strndup(text + at + 1, (gsize)(end - at - 1));
	Address address = address_from_text(piece);
	g_free(address.text);
	if (address.kind != ADDRESS_TARGET && address.kind != ADDRESS_HANDLE) {
		add(found, text, at + 1, end, FALSE);
	}
	return end + 1;
}

static gboolean looks_like_web(const char *word) {
	gboolean slip = starts_with(word, "http") && (strstr(word, ":/") || strstr(word, "//"));
	return slip || strstr(word, "://") || (starts_with(word, "www.") && word[4]);
}

static void add_word(GArray *found, const char *text, int start, int end) {
	static const char closing[] = ".,;:!?'*_";
	while (end > start && strchr(closing, text[end - 1])) {
		end--;
	}
	while (start < end && (text[start] == '*' || text[start] == '_' || text[start] == '\'')) {
		start++;
	}
	g_autofree char *word = g_strndup(text + start, (gsize)(end - start));
	const char *sign = strchr(word, '@');
	gboolean handle = sign == word && g_ascii_isalpha(word[1]);
	if (looks_like_web(word) || (sign && sign > word && sign[1]) || handle) {
		add(found, text, start, end, TRUE);
	}
}

/* Has the text any of the marks that one of the ways below begins with? Most have none. */
static gboolean may_hold_address(const char *text) {
	char before = 0;
	for (const char *at = text; *at; before = *at++) {
		switch (*at) {
		case '@':
		case '<':
			return TRUE;
		case '(':
			if (before == ']') {
				return TRUE;
			}
			break;
		case '/':
			if (before == '/' || before == ':') {
				return TRUE;
			}
			break;
		case '.':
			if (before == 'w' || before == 'W') {
				return TRUE;
			}
			break;
		default:
			break;
		}
	}
	return FALSE;
}

GArray *addresses_find(const char *text) {
	GArray *found = g_array_new(FALSE, FALSE, sizeof(Address));
	g_array_set_clear_func(found, address_clear);
	if (!may_hold_address(text)) {
		return found;
	}
	for (int at = 0; text[at];) {
		if (text[at] == '`') {
			at = skip_code(text, at);
		} else if (text[at] == ']' && text[at + 1] == '(') {
			at = read_target(text, at + 2, found);
		} else if (text[at] == '<') {
			at = read_bracket(text, at, found);
		} else {
			int length = (int)strcspn(text + at, " \t\n<>()[]{}\"`|");
			if (length) {
				add_word(found, text, at, at + length);
			}
			at += MAX(1, length);
		}
	}
	return found;
}
