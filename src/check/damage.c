/* damage: see damage.h. One small function a kind says whether it begins at a place and how long it
 * is; nothing is repaired here. */
#include <string.h>

#include "check/damage.h"

enum { TAG_LONGEST = 80 };

/* Bytes that are damaged at `at`, 0 = none. `text` is where the text begins. */
typedef int (*DamageLook)(const char *text, const char *at);

typedef struct DamageKind {
	DamageLook look;
	const char *starts; /* first bytes that it may have */
	gboolean plain_only;
	const char *code, *what, *hint;
} DamageKind;

static gboolean is_word_start(const char *text, const char *at) {
	return at == text || strchr(" \t\n([\"'", at[-1]);
}

/* \_word …\_ : emphasis whose marks were escaped. A single escape within a word is right. */
static int escaped_emphasis(const char *text, const char *at) {
	if (at[0] != '\\' || (at[1] != '_' && at[1] != '*') || !is_word_start(text, at) ||
		!g_ascii_isalnum(at[2])) {
		return 0;
	}
	char mark[] = {'\\', at[1], 0};
	const char *end = strstr(at + 2, mark), *paragraph = strstr(at, "\n\n");
	return end && (!paragraph || end < paragraph) ? (int)(end + 2 - at) : 0;
}

/* \emph, \alpha, \"o: TeX. A backslash before other punctuation is CommonMark's own escape. */
static int tex(const char *text, const char *at) {
	(void)text;
	if (at[0] != '\\') {
		return 0;
	}
	int letters = 0;
	while (g_ascii_isalpha(at[1 + letters])) {
		letters++;
	}
	gboolean accent =
		at[1] && strchr("\"'`^~", at[1]) && (g_ascii_isalpha(at[2]) || at[2] == '{');
	return letters ? letters + 1 : accent ? 3 : 0;
}

static int escaped_tag(const char *text, const char *at) {
	static const char *const tags[] = {"p", "br", "b", "i", "em", "strong", "a", "ul", "ol",
		"li", "div", "span", "sub", "sup", "h1", "h2", "h3", NULL};
	(void)text;
	if (g_ascii_strncasecmp(at, "&lt;", 4) != 0) {
		return 0;
	}
	const char *name = at + 4 + (at[4] == '/');
	int length = (int)strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123");
	g_autofree char *word = g_ascii_strdown(name, length);
	const char *end = g_strstr_len(name, TAG_LONGEST, "&gt;");
	return g_strv_contains(tags, word) && end ? (int)(end + 4 - at) : 0;
}

static int escaped_entity(const char *text, const char *at) {
	(void)text;
	if (strncmp(at, "&amp;", 5) != 0) {
		return 0;
	}
	const char *name = at + 5 + (at[5] == '#');
	int length = 0;
	while (g_ascii_isalnum(name[length])) {
		length++;
	}
	return length > 0 && length < 10 && name[length] == ';' ? (int)(name + length + 1 - at) : 0;
}

/* "Ã©", "â€™", "Â " : UTF-8 that was read as Latin-1 or Windows-1252. */
static int wrong_encoding(const char *text, const char *at) {
	(void)text;
	gunichar first = g_utf8_get_char(at);
	if (first != 0xC2 && first != 0xC3 && first != 0xE2) {
		return 0;
	}
	const char *next = g_utf8_next_char(at);
	gunichar second = *next ? g_utf8_get_char(next) : 0;
	gboolean two = first != 0xE2 && second >= 0x80 && second <= 0xBF;
	gboolean three = first == 0xE2 && (second == 0x20AC || second == 0x80);
	return two || three ? (int)(g_utf8_next_char(next) - at) : 0;
}

static int lost_character(const char *text, const char *at) {
	(void)text;
	return g_utf8_get_char(at) == 0xFFFD ? 3 : 0;
}

static int ligature(const char *text, const char *at) {
	(void)text;
	gunichar character = g_utf8_get_char(at);
	return character >= 0xFB00 && character <= 0xFB06 ? 3 : 0;
}

static int straight_quote(const char *text, const char *at) {
	(void)text;
	return *at == '"' || (*at == '\'' && at > text);
}

/* Not at a line's end (a forced break) nor at its beginning (an indent). */
static int double_space(const char *text, const char *at) {
	if (at == text || *at != ' ' || at[1] != ' ' || at[-1] == '\n' || at[-1] == ' ') {
		return 0;
	}
	int blanks = (int)strspn(at, " ");
	return at[blanks] && at[blanks] != '\n' ? blanks : 0;
}

static const DamageKind kinds[] = {
	{escaped_emphasis, "\\", FALSE, "escaped-emphasis", "is emphasis whose marks are escaped",
		"take the backslashes out, or the marks are printed as they stand"},
	{tex, "\\", FALSE, "stray-backslash", "is TeX, and will be printed as it stands",
		"write the character itself, or CommonMark: *emphasis*, **strong**"},
	{escaped_tag, "&", FALSE, "html", "is an HTML tag that will be printed as it stands",
		"write it in CommonMark: *emphasis*, **strong**, a blank line for a paragraph"},
	{escaped_entity, "&", FALSE, "html", "is an HTML entity that was escaped twice",
		"write the character itself"},
	{wrong_encoding, "\xC3", FALSE, "encoding", "looks like UTF-8 that was read as Latin-1",
		"write the character that was meant"},
	{lost_character, "\xEF", FALSE, "encoding",
		"stands for a character that an earlier conversion lost",
		"write the character that was meant"},
	{ligature, "\xEF", FALSE, "ligature",
		"is a ligature in one character, as copied from a PDF",
		"write its letters; the font makes ligatures by itself"},
	{straight_quote, "\"'", TRUE, "straight-quote",
		"a straight quotation mark will be printed as it stands",
		"write the language's own marks, or drop `smart: false` under `print`"},
	{double_space, " ", TRUE, "double-space", "there is more than one blank between two words",
		"leave one"},
};

/* A copy of the text in which code is blank, so that offsets stay. */
static char *without_code(const char *text) {
	char *copy = g_strdup(text);
	for (char *at = strchr(copy, '`'); at; at = strchr(at, '`')) {
		size_t marks = strspn(at, "`");
		char *end = at + marks;
		while (*end && strspn(end, "`") != marks) {
			size_t other = strspn(end, "`");
			end += other ? other : 1;
		}
		if (*end) {
			memset(at, 'x', (size_t)(end - at) + marks);
			at = end + marks;
		} else {
			at += marks;
		}
	}
	return copy;
}

static void look(const char *text, const DamageKind *kind, GArray *found) {
	for (const char *at = strpbrk(text, kind->starts); at; at = strpbrk(at + 1, kind->starts)) {
		int length = kind->look(text, at);
		if (length) {
			Damage damage = {.code = kind->code,
				.what = kind->what,
				.quoted = !kind->plain_only,
				.hint = kind->hint,
				.offset = (int)(at - text),
				.length = length};
			g_array_append_val(found, damage);
			return;
		}
	}
}

GArray *damage_find(const char *text, gboolean plain) {
	GArray *found = g_array_new(FALSE, FALSE, sizeof(Damage));
	g_autofree char *copy = without_code(text);
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (plain || !kinds[i].plain_only) {
			look(copy, &kinds[i], found);
		}
	}
	return found;
}
