/* wide: setting of Han, Kana and Hangul after JIS X 4051 in its common part: punctuation takes half
 * an em where it meets its like and at the edges of lines; certain signs start or end no line; a
 * quarter em parts Han from Latin letters and figures (DESIGN-2 F2). */
#include "text/wide.h"

#include <string.h>

gboolean is_wide(gunichar c) {
	return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
		(c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
		(c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
		(c >= 0x1B000 && c <= 0x1B2FF) || (c >= 0x20000 && c <= 0x3FFFD);
}

gboolean is_shared_sign(gunichar c) {
	return c == 0x2014 || c == 0x2015 || c == 0x2018 || c == 0x2019 || c == 0x201C ||
		c == 0x201D || c == 0x2025 || c == 0x2026 || c == 0x00B7;
}

static gboolean among(const char *characters, gunichar c) {
	return g_utf8_strchr(characters, -1, c) != NULL;
}

gboolean wide_forbids_start(gunichar c) {
	return among("、。，．・：；？！゛゜ヽヾゝゞ々〻ー）〕］｝〉》」』】〙〗〟’”｠»‐゠–"
		     "〜～‼⁇⁈⁉ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹ"
		     "ㇺㇻㇼㇽㇾㇿ",
		c);
}

gboolean wide_forbids_end(gunichar c) {
	return among("（〔［｛〈《「『【〘〖〝‘“｟«", c);
}

typedef enum Side { SIDE_NONE, SIDE_OPENING, SIDE_CLOSING, SIDE_MIDDLE } Side;

static Side side_of(gunichar c) {
	if (among("（〔［｛〈《「『【〘〖〝‘“｟", c)) {
		return SIDE_OPENING;
	}
	if (among("）〕］｝〉》」』】〙〗〟’”｠、。，．", c)) {
		return SIDE_CLOSING;
	}
	return among("・：；", c) ? SIDE_MIDDLE : SIDE_NONE;
}

static gunichar token_character(const Items *items, const Token *token) {
	return g_utf8_get_char(items->spec->source->text + token->start);
}

/* Only signs whose glyph really has the white of a full em are cut. */
static gboolean is_full_em(const Token *token) {
	return token->kind == TOKEN_WIDE && token->word->shaped.advance >= 60000;
}

/* In Taiwan and Hong Kong stops and commas stand in the middle of their square. */
static gboolean is_centred(const TextFonts *fonts, const Token *token, gunichar c) {
	const char *family = fontset_face(fonts, token->word->shaped.face)->family;
	gboolean taiwan = g_str_has_suffix(family, " TC") || g_str_has_suffix(family, " HK");
	return taiwan && among("、。，．：；！？", c);
}

static void set_trims(const TextFonts *fonts, const Items *items, Token *token) {
	gunichar c = token_character(items, token);
	Side side = is_full_em(token) && !is_centred(fonts, token, c) ? side_of(c) : SIDE_NONE;
	token->gap =
		token->kind == TOKEN_WIDE && g_unichar_get_script(c) != G_UNICODE_SCRIPT_HANGUL;
	if (side == SIDE_OPENING) {
		token->trim_left = token->width / 2;
	} else if (side == SIDE_CLOSING) {
		token->trim_right = token->width / 2;
	}
}

/* Where an opening or closing sign meets another, one half em of white goes. */
static void close_up_pair(const Items *items, Token *one, Token *other) {
	Side first = side_of(token_character(items, one));
	Side second = side_of(token_character(items, other));
	if (one->trim_right > 0 && second != SIDE_NONE) {
		one->width -= one->trim_right;
		one->trim_right = 0;
	} else if (other->trim_left > 0 && first == SIDE_OPENING) {
		other->lead = other->trim_left;
		other->width -= other->trim_left;
		other->trim_left = 0;
	}
}

static gboolean is_letter_or_figure(gunichar c) {
	return g_unichar_isalnum(c);
}

static void part_from_latin(const Items *items, Token *one, Token *other) {
	const char *text = items->spec->source->text;
	gunichar last = g_utf8_get_char(g_utf8_prev_char(text + one->end));
	gunichar first = token_character(items, other);
	if (is_letter_or_figure(last) && is_letter_or_figure(first)) {
		other->before = MAX(one->size, other->size) / 4;
	}
}

void wide_close_up(const TextFonts *fonts, Items *items) {
	for (int i = 0; i < items->count; i++) {
		if (items->tokens[i].word) {
			set_trims(fonts, items, &items->tokens[i]);
		}
	}
	for (int i = 1; i < items->count; i++) {
		Token *one = &items->tokens[i - 1], *other = &items->tokens[i];
		if (one->kind == TOKEN_WIDE && other->kind == TOKEN_WIDE) {
			close_up_pair(items, one, other);
		} else if ((one->kind == TOKEN_WIDE && other->kind == TOKEN_WORD) ||
			(one->kind == TOKEN_WORD && other->kind == TOKEN_WIDE)) {
			part_from_latin(items, one, other);
		}
	}
}
