/* indexletter: heads of an index, after the Unicode "alphabetic index" (UTS 35, ICU's C++ class of
 * that name): the language's own index characters, and for other scripts those of one language
 * each, sorted by the language's collation; a text stands under the last letter that is not after
 * it. Chinese takes the boundaries by which its collation separates the letters of pinyin. */
#include "locale/indexletter.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>

typedef struct Letter {
	UChar *bound; /* sorts where the letter begins */
	UChar *label;
	UScriptCode script;
} Letter;

struct IndexLetters {
	GArray *letters; /* of Letter, ascending */
};

enum { LETTER_SIZE = 16, PINYIN_MARK = 0xFDD0 };

static UScriptCode script_of(const UChar *text) {
	UErrorCode status = U_ZERO_ERROR;
	UChar32 first = icu_character(text, u_strlen(text), 0, NULL);
	UScriptCode script = uscript_getScript(first, &status);
	return script == USCRIPT_KATAKANA ? USCRIPT_HIRAGANA : script;
}

static void letter_clear(void *data) {
	Letter *letter = data;
	g_free(letter->bound);
	g_free(letter->label);
}

static UChar *copy_of(const UChar *text) {
	return g_memdup2(text, sizeof(UChar) * (gsize)(u_strlen(text) + 1));
}

static void add_letter(GArray *letters, const UChar *bound, const UChar *label) {
	Letter letter = {copy_of(bound), copy_of(label), script_of(label)};
	g_array_append_val(letters, letter);
}

static gboolean has_script(const GArray *letters, int count, UScriptCode script) {
	for (int i = 0; i < count; i++) {
		if (g_array_index(letters, Letter, i).script == script) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Unless its script was there before, with `before` letters. */
static void add_exemplar(GArray *letters, int before, const UChar *text) {
	if (!has_script(letters, before, script_of(text))) {
		add_letter(letters, text, text);
	}
}

static void add_range(GArray *letters, int before, UChar32 first, UChar32 last) {
	for (UChar32 c = first; c <= last; c++) {
		UErrorCode status = U_ZERO_ERROR;
		UChar text[LETTER_SIZE] = {0};
		u_strFromUTF32(text, LETTER_SIZE, NULL, &c, 1, &status);
		add_exemplar(letters, before, text);
	}
}

/* Index characters of a locale, those of scripts that are there already left out. */
static void add_exemplars(GArray *letters, const char *locale) {
	UErrorCode status = U_ZERO_ERROR;
	ULocaleData *data = ulocdata_open(locale, &status);
	USet *set = ulocdata_getExemplarSet(data, NULL, 0, ULOCDATA_ES_INDEX, &status);
	int before = (int)letters->len;
	for (int i = 0; U_SUCCESS(status) && i < uset_getItemCount(set); i++) {
		UChar32 first, last;
		UChar text[LETTER_SIZE] = {0};
		int32_t length =
			uset_getItem(set, i, &first, &last, text, LETTER_SIZE - 1, &status);
		if (length >= 2) {
			add_exemplar(letters, before, text);
		} else {
			add_range(letters, before, first, last);
		}
	}
	uset_close(set);
	ulocdata_close(data);
}

static void add_pinyin(GArray *letters) {
	/* No syllable begins with I, U or V. */
	for (const char *c = "ABCDEFGHJKLMNOPQRSTWXYZ"; *c; c++) {
		UChar letter = (UChar)*c;
		add_letter(letters, (UChar[]){PINYIN_MARK, letter, 0}, (UChar[]){letter, 0});
	}
}

static int letter_order(const void *one, const void *other, void *collator) {
	const Letter *left = one, *right = other;
	int order = (int)ucol_strcoll(collator, left->bound, -1, right->bound, -1);
	return order ? order : u_strcmp(left->bound, right->bound);
}

/* Letters that differ in accents alone share a head: the first. */
static void drop_same(GArray *letters, const UCollator *primary) {
	for (int i = 1; i < (int)letters->len;) {
		const Letter *last = &g_array_index(letters, Letter, i - 1);
		const Letter *letter = &g_array_index(letters, Letter, i);
		if (ucol_equal(primary, last->bound, -1, letter->bound, -1)) {
			g_array_remove_index(letters, (guint)i);
		} else {
			i++;
		}
	}
}

IndexLetters *index_letters_new(const Collator *collator) {
	static const char *const others[] = {
		"en", "ru", "el", "he", "ar", "hy", "ka", "ja", "ko", "th", "hi"};
	IndexLetters *index = g_new0(IndexLetters, 1);
	index->letters = g_array_new(FALSE, FALSE, sizeof(Letter));
	g_array_set_clear_func(index->letters, letter_clear);
	add_exemplars(index->letters, collator->locale);
	for (int i = 0; i < (int)G_N_ELEMENTS(others); i++) {
		add_exemplars(index->letters, others[i]);
	}
	if (g_str_has_prefix(collator->locale, "zh") && !strstr(collator->locale, "TW") &&
		!strstr(collator->locale, "Hant") && !strstr(collator->locale, "HK")) {
		add_pinyin(index->letters);
	}
	g_array_sort_with_data(index->letters, letter_order, collator->full);
	drop_same(index->letters, collator->primary);
	return index;
}

void index_letters_free(IndexLetters *letters) {
	if (!letters) {
		return;
	}
	g_array_unref(letters->letters);
	g_free(letters);
}

/* Last letter whose bound is not after the text, or -1. */
static int find_letter(const Collator *collator, const UChar *text, int length) {
	const GArray *letters = collator->letters->letters;
	int low = 0, high = (int)letters->len;
	while (low < high) {
		int middle = (low + high) / 2;
		const Letter *letter = &g_array_index(letters, Letter, middle);
		if (ucol_greater(collator->primary, letter->bound, -1, text, length)) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	return low - 1;
}

/* Does the text begin after all that the letter means, as þ does after Z in English? */
static gboolean is_beyond(const Collator *collator, int found, const UChar *initial) {
	const GArray *letters = collator->letters->letters;
	const Letter *letter = &g_array_index(letters, Letter, found);
	gboolean last = found + 1 == (int)letters->len ||
		g_array_index(letters, Letter, found + 1).script != letter->script;
	return last && ucol_greater(collator->primary, initial, -1, letter->bound, -1);
}

/* Quotes and the like before the first letter do not count. -1: it begins with no letter. */
static int first_letter(const UChar *text, int length) {
	for (int at = 0, next; at < length; at = next) {
		UChar32 c = icu_character(text, length, at, &next);
		if (u_isalnum(c)) {
			return u_isalpha(c) ? at : -1;
		}
	}
	return -1;
}

char *index_letter_of(const Collator *collator, const char *text) {
	const GArray *letters = collator->letters->letters;
	g_autofree char *initial = locale_initial(collator->locale, text);
	int length, initial_length;
	g_autofree UChar *text16 = icu_from_utf8(text, &length);
	g_autofree UChar *initial16 = icu_from_utf8(initial, &initial_length);
	int skipped = first_letter(text16, length);
	if (skipped < 0) {
		return g_strdup("#");
	}
	int found = find_letter(collator, text16 + skipped, length - skipped);
	if (found < 0) {
		return g_steal_pointer(&initial);
	}
	const Letter *letter = &g_array_index(letters, Letter, found);
	gboolean pinyin = letter->bound[0] == PINYIN_MARK;
	if (!pinyin &&
		(letter->script != script_of(initial16) || is_beyond(collator, found, initial16))) {
		return g_steal_pointer(&initial);
	}
	return icu_to_utf8(letter->label, -1);
}
