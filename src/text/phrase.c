/* phrase: where a Japanese line that has a choice likes to end: behind a phrase (bunsetsu). Told by
 * the change of script, as readers do: a phrase begins with Kanji, Katakana or Latin letters and
 * ends in Hiragana, mostly in a particle. A rule of thumb without a dictionary; titles and ragged
 * lines follow it, justified prose does not. */
#include <string.h>

#include "text/items.h"

enum {
	LIKE_STOP = -200,
	LIKE_COMMA = -60,
	LIKE_PHRASE = 0,
	DISLIKE_COMPOUND = 60,
	DISLIKE_INSIDE = 200
};

typedef enum Sort {
	SORT_OTHER,
	SORT_KANJI,
	SORT_HIRAGANA,
	SORT_KATAKANA,
	SORT_LATIN,
	SORT_OPENING,
	SORT_STOP
} Sort;

static gboolean among(const char *characters, gunichar c) {
	return c && g_utf8_strchr(characters, -1, c) != NULL;
}

static Sort sort_of(gunichar c) {
	if (among("—―…：、。，．！？）」』】］〉》　；", c)) {
		return SORT_STOP;
	}
	if (among("（「『【［〈《", c)) {
		return SORT_OPENING;
	}
	if (among("ー・", c)) {
		return SORT_KATAKANA;
	}
	switch (g_unichar_get_script(c)) {
	case G_UNICODE_SCRIPT_HAN:
		return SORT_KANJI;
	case G_UNICODE_SCRIPT_HIRAGANA:
		return SORT_HIRAGANA;
	case G_UNICODE_SCRIPT_KATAKANA:
		return SORT_KATAKANA;
	default:
		return g_unichar_isalnum(c) ? SORT_LATIN : SORT_OTHER;
	}
}

/* Hiragana before Kanji: a particle ends a phrase, a syllable between two Kanji that is none joins
 * them (取り壊す, 十二か月); honorific o and go belong to what follows. */
static int like_after_hiragana(gunichar before, gunichar last) {
	gboolean alone = sort_of(before) != SORT_HIRAGANA;
	if (among("おご", last) && alone) {
		return DISLIKE_INSIDE;
	}
	return alone && !among("のをにはがとへでもや", last) ? DISLIKE_INSIDE : LIKE_PHRASE;
}

/* before, last: the two characters that end the line; next: the one that begins the other. */
static int like_between(gunichar before, gunichar last, gunichar next) {
	Sort one = sort_of(last), other = sort_of(next);
	if (one == SORT_STOP) {
		return among("、，」』）", last) ? LIKE_COMMA : LIKE_STOP;
	}
	if (other == SORT_OPENING) {
		return LIKE_PHRASE;
	}
	if (one == SORT_HIRAGANA && other == SORT_HIRAGANA) {
		gboolean particle = among("をはが", last) && sort_of(before) != SORT_HIRAGANA;
		return particle ? LIKE_PHRASE : DISLIKE_INSIDE;
	}
	if (one == SORT_HIRAGANA) {
		return other == SORT_KANJI ? like_after_hiragana(before, last) : LIKE_PHRASE;
	}
	gboolean changes = one != other && other != SORT_HIRAGANA && one != SORT_OTHER;
	return changes ? DISLIKE_COMPOUND : DISLIKE_INSIDE;
}

static gboolean is_japanese(const Items *items, const Token *token) {
	const char *language = items->styles.runs[token->style].look->language;
	return g_ascii_strncasecmp(language, "ja", 2) == 0 && !g_ascii_isalpha(language[2]);
}

void phrase_apply(Items *items) {
	const char *text = items->spec->source->text;
	for (int i = 1; i < items->count; i++) {
		Token *token = &items->tokens[i];
		TokenKind left = items->tokens[i - 1].kind;
		gboolean wide = token->kind == TOKEN_WIDE || left == TOKEN_WIDE;
		if (!wide || token->penalty >= BREAK_FORBIDDEN || token->penalty == BREAK_FORCED ||
			left == TOKEN_SPACE || !is_japanese(items, token)) {
			continue;
		}
		const char *at = text + token->start;
		const char *last = g_utf8_prev_char(at);
		gunichar before = last > text ? g_utf8_get_char(g_utf8_prev_char(last)) : 0;
		token->like = like_between(before, g_utf8_get_char(last), g_utf8_get_char(at));
	}
}
