/* spelling: see spelling.h. The distance is Damerau's in its restricted form, by three rows. */
#include "check/spelling.h"

#include <stdlib.h>
#include <string.h>

typedef struct Letter {
	gunichar from;
	const char *to;
} Letter;

/* Letters that decomposition leaves whole. */
static const Letter letters[] = {{0xE6, "ae"}, {0xF0, "d"}, {0xF8, "o"}, {0xFE, "th"}, {0x111, "d"},
	{0x127, "h"}, {0x131, "i"}, {0x142, "l"}, {0x153, "oe"}, {0x2BB, ""}, {0x2BC, ""},
	{0x2BE, ""}, {0x2BF, ""}, {0x2019, ""}, {'\'', ""}};

static const char *whole_letter(gunichar character) {
	for (size_t i = 0; i < G_N_ELEMENTS(letters); i++) {
		if (letters[i].from == character) {
			return letters[i].to;
		}
	}
	return NULL;
}

/* The same for ASCII alone, most of all words. */
static char *fold_ascii(const char *text) {
	char *out = g_malloc(strlen(text) + 1);
	gsize length = 0;
	for (const char *at = text; *at; at++) {
		if (g_ascii_isalnum(*at)) {
			out[length++] = g_ascii_tolower(*at);
		} else if (*at != '\'' && length > 0 && out[length - 1] != ' ') {
			out[length++] = ' ';
		}
	}
	length -= length > 0 && out[length - 1] == ' ';
	out[length] = '\0';
	return out;
}

char *spelling_fold(const char *text) {
	if (g_str_is_ascii(text)) {
		return fold_ascii(text);
	}
	g_autofree char *decomposed = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
	g_autofree char *folded = g_utf8_casefold(decomposed ? decomposed : "", -1);
	g_autofree char *again = g_utf8_normalize(folded, -1, G_NORMALIZE_ALL);
	GString *out = g_string_new(NULL);
	for (const char *at = again; *at; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		const char *whole = whole_letter(character);
		if (whole) {
			g_string_append(out, whole);
		} else if (g_unichar_isalnum(character)) {
			g_string_append_unichar(out, character);
		} else if (!g_unichar_ismark(character) && out->len &&
			out->str[out->len - 1] != ' ') {
			g_string_append_c(out, ' ');
		}
	}
	if (out->len && out->str[out->len - 1] == ' ') {
		g_string_truncate(out, out->len - 1);
	}
	return g_string_free(out, FALSE);
}

static int compare_words(const void *a, const void *b) {
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char *spelling_fold_sorted(const char *text) {
	g_autofree char *folded = spelling_fold(text);
	g_auto(GStrv) words = g_strsplit(folded, " ", -1);
	qsort(words, g_strv_length(words), sizeof(char *), compare_words);
	return g_strjoinv(" ", words);
}

/* Rows of the matrix for the character before the last, the last, and this one. */
typedef struct Rows {
	int *before, *last, *current;
} Rows;

static void fill_row(Rows *rows, const gunichar *one, const gunichar *other, int row, int length) {
	rows->current[0] = row;
	for (int i = 1; i <= length; i++) {
		int replaced = rows->last[i - 1] + (one[row - 1] != other[i - 1]);
		int best = MIN(replaced, MIN(rows->last[i], rows->current[i - 1]) + 1);
		if (row > 1 && i > 1 && one[row - 1] == other[i - 2] &&
			one[row - 2] == other[i - 1]) {
			best = MIN(best, rows->before[i - 2] + 1);
		}
		rows->current[i] = best;
	}
}

int spelling_distance(const char *one, const char *other, int limit) {
	glong length, width;
	g_autofree gunichar *from = g_utf8_to_ucs4_fast(one, -1, &length);
	g_autofree gunichar *to = g_utf8_to_ucs4_fast(other, -1, &width);
	if (ABS(length - width) > limit) {
		return limit + 1;
	}
	g_autofree int *cells = g_new0(int, 3 * ((gsize)width + 1));
	Rows rows = {cells, cells + width + 1, cells + 2 * (width + 1)};
	for (int i = 0; i <= (int)width; i++) {
		rows.current[i] = i;
	}
	for (int row = 1; row <= (int)length; row++) {
		Rows next = {rows.last, rows.current, rows.before};
		rows = next;
		fill_row(&rows, from, to, row, (int)width);
	}
	return MIN(rows.current[width], limit + 1);
}
