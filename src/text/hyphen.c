/* hyphen: division of words by the dictionaries of fonts.lock. At least two letters stay behind and
 * three follow, more where the dictionary says so. */
#include "text/hyphen.h"

#include <string.h>

enum {
	LEFT_MINIMUM = 2,
	RIGHT_MINIMUM = 3,
	COMPOUND_LEFT_MINIMUM = 3,
	COMPOUND_PART_MINIMUM = 9, /* letters of a part of a-hyphenated-compound */
	LETTERS_MAX = HYPHDICT_LETTERS_MAX
};

#define DICTIONARY_UNREADABLE ((gsize)1)

static const Dictionary *dictionary_find(const TextFonts *fonts, const char *language) {
	g_autofree char *tag = g_ascii_strdown(language, -1);
	g_strdelimit(tag, "_", '-');
	for (;;) {
		for (guint i = 0; i < fonts->dictionaries->len; i++) {
			const Dictionary *dictionary =
				&g_array_index(fonts->dictionaries, Dictionary, i);
			if (strcmp(dictionary->language, tag) == 0) {
				return dictionary;
			}
		}
		char *cut = strrchr(tag, '-');
		if (!cut) {
			break;
		}
		*cut = '\0';
	}
	size_t length = strlen(tag);
	for (guint i = 0; i < fonts->dictionaries->len; i++) {
		const Dictionary *dictionary = &g_array_index(fonts->dictionaries, Dictionary, i);
		if (strncmp(dictionary->language, tag, length) == 0 &&
			dictionary->language[length] == '-') {
			return dictionary;
		}
	}
	return NULL;
}

gboolean text_can_hyphenate(const TextFonts *fonts, const char *language) {
	return language && *language && dictionary_find(fonts, language) != NULL;
}

HyphDict *fontset_dictionary(TextFonts *fonts, const char *language) {
	const Dictionary *found = language && *language ? dictionary_find(fonts, language) : NULL;
	if (!found) {
		return NULL;
	}
	Dictionary *dictionary = (Dictionary *)found;
	g_mutex_lock(&fonts->lock);
	if (dictionary->opened == 0) {
		HyphDict *dict = hyphdict_load(dictionary->path, dictionary->sum);
		dictionary->opened = dict ? (gsize)dict : DICTIONARY_UNREADABLE;
	}
	gsize opened = dictionary->opened;
	g_mutex_unlock(&fonts->lock);
	return opened == DICTIONARY_UNREADABLE ? NULL : (HyphDict *)opened;
}

/* A run of letters in lower case, as the dictionary wants it. */
typedef struct Letters {
	gunichar letters[LETTERS_MAX];
	int offsets[LETTERS_MAX + 1]; /* bytes in the word */
	int count;
	int capitals; /* behind the first letter */
	gboolean capital; /* the first letter */
} Letters;

static int letters_divide(
	const Letters *letters, const HyphDict *dict, int least, gboolean *points) {
	gboolean divided[LETTERS_MAX + 1] = {FALSE};
	hyphdict_divide(dict, letters->letters, letters->count, divided);
	int left = MAX(least, hyphdict_left_minimum(dict));
	int right = MAX(RIGHT_MINIMUM, hyphdict_right_minimum(dict));
	int found = 0;
	for (int i = left; i <= letters->count - right; i++) {
		if (divided[i]) {
			points[letters->offsets[i]] = TRUE;
			found++;
		}
	}
	return found;
}

static gboolean capitalizes_nouns(const char *language) {
	return g_ascii_strncasecmp(language, "de", 2) == 0 ||
		g_ascii_strncasecmp(language, "lb", 2) == 0;
}

static gboolean is_part_of_letter(gunichar c) {
	return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

/* Reads letters from text[at]; returns the byte behind them. */
static int letters_read(Letters *letters, const char *text, int at, int length) {
	letters->count = letters->capitals = 0;
	letters->capital = FALSE;
	while (at < length) {
		gunichar c = g_utf8_get_char(text + at);
		if (!is_part_of_letter(c)) {
			break;
		}
		if (letters->count < LETTERS_MAX) {
			gboolean upper = g_unichar_isupper(c);
			letters->capital |= upper && letters->count == 0;
			letters->capitals += upper && letters->count > 0;
			letters->offsets[letters->count] = at;
			letters->letters[letters->count++] = g_unichar_tolower(c);
		} else {
			letters->capitals++; /* too long to be a word */
		}
		at += g_utf8_next_char(text + at) - (text + at);
		letters->offsets[letters->count] = at;
	}
	return at;
}

static int soft_hyphens(const char *text, int length, gboolean *points) {
	int found = 0;
	for (int i = 0; i + 2 < length; i++) {
		if ((guchar)text[i] == 0xC2 && (guchar)text[i + 1] == 0xAD && i > 0) {
			points[i + 2] = TRUE;
			found++;
		}
	}
	return found;
}

typedef struct WordShape {
	gboolean figures, compound, address;
} WordShape;

static WordShape word_shape(const char *text, int length) {
	WordShape shape = {0};
	for (int i = 0; i < length; i++) {
		char c = text[i];
		shape.figures |= g_ascii_isdigit(c);
		shape.compound |= c == '-';
		shape.address |= strchr("@/\\_<>=#~", c) != NULL && c;
		shape.address |= c == '.' && i + 1 < length && g_ascii_isalnum(text[i + 1]);
	}
	return shape;
}

int hyphen_points(
	TextFonts *fonts, const char *language, const char *text, int length, gboolean *points) {
	int found = soft_hyphens(text, length, points);
	if (found > 0 || !language) {
		return found; /* the author has said where */
	}
	WordShape shape = word_shape(text, length);
	const HyphDict *dict = NULL;
	if (!shape.figures && !shape.address) {
		dict = fontset_dictionary(fonts, language);
	}
	if (!dict) {
		return 0;
	}
	int left = shape.compound ? COMPOUND_LEFT_MINIMUM : LEFT_MINIMUM;
	int minimum = shape.compound ? COMPOUND_PART_MINIMUM : LEFT_MINIMUM + RIGHT_MINIMUM;
	Letters letters;
	for (int at = 0; at < length;) {
		int end = letters_read(&letters, text, at, length);
		gboolean divisible = letters.count >= minimum && letters.capitals == 0 &&
			(!letters.capital || capitalizes_nouns(language));
		if (divisible) {
			found += letters_divide(&letters, dict, left, points);
		}
		at = end > at ? end : at + (int)(g_utf8_next_char(text + at) - (text + at));
	}
	return found;
}
