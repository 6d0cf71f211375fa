/* itemize: text of left-to-right alphabets to tokens, the fast path: words between spaces go
 * through the cache as they are; no bidirectional levels, no scripts, and Unicode's line breaking
 * only where two words meet without a space. */
#include <string.h>

#include "text/items.h"

/* U+200B..200F, 2029..202E, 2061..206F are for the general path. */
static gboolean is_simple_punctuation(guchar second, guchar third) {
	if (second == 0x80) {
		return third <= 0x8A || (third >= 0x90 && third <= 0xA8) || third >= 0xAF;
	}
	return second != 0x81 || third <= 0xA0 || third >= 0xB0;
}

/* A combining mark that hangs on a space: line breaking then treats them as one. */
static gboolean is_mark_on_space(const guchar *at, const guchar *start) {
	gboolean mark = at[0] == 0xCC || (at[0] == 0xCD && at[1] < 0xB0);
	return mark && at > start && (at[-1] <= 0x20 || at[-1] == 0xA0);
}

gboolean text_is_simple(const char *text, int length) {
	const guchar *start = (const guchar *)text, *at = start, *end = at + length;
	while (at < end) {
		guchar byte = *at;
		if (byte < 0x80) {
			at++;
		} else if (is_mark_on_space(at, start)) {
			return FALSE;
		} else if (byte < 0xD6 || (byte == 0xD6 && at[1] < 0x90)) {
			at += 2; /* up to Armenian */
		} else if (byte == 0xE1 && at[1] >= 0xB8) {
			at += 3; /* Latin and Greek with marks */
		} else if (byte == 0xE2 && at[1] < 0xBA && is_simple_punctuation(at[1], at[2])) {
			at += 3;
		} else {
			return FALSE;
		}
	}
	return TRUE;
}

gboolean space_may_break(guint8 before, guint8 after) {
	switch ((GUnicodeBreakType)after) {
	case G_UNICODE_BREAK_CLOSE_PUNCTUATION:
	case G_UNICODE_BREAK_CLOSE_PARANTHESIS:
	case G_UNICODE_BREAK_EXCLAMATION:
	case G_UNICODE_BREAK_INFIX_SEPARATOR:
	case G_UNICODE_BREAK_SYMBOL:
	case G_UNICODE_BREAK_WORD_JOINER:
		return FALSE;
	case G_UNICODE_BREAK_NON_STARTER:
		return before != G_UNICODE_BREAK_CLOSE_PUNCTUATION &&
			before != G_UNICODE_BREAK_CLOSE_PARANTHESIS;
	case G_UNICODE_BREAK_OPEN_PUNCTUATION:
		return before != G_UNICODE_BREAK_QUOTATION &&
			before != G_UNICODE_BREAK_OPEN_PUNCTUATION;
	case G_UNICODE_BREAK_BEFORE_AND_AFTER:
		return before != G_UNICODE_BREAK_BEFORE_AND_AFTER &&
			before != G_UNICODE_BREAK_OPEN_PUNCTUATION;
	default:
		return before != G_UNICODE_BREAK_OPEN_PUNCTUATION;
	}
}

static gboolean is_space(guchar byte) {
	return byte <= 0x20;
}

static gboolean is_tie(const char *at) {
	return (guchar)at[0] == 0xC2 && (guchar)at[1] == 0xA0;
}

static gboolean is_newline(const char *at) {
	return (guchar)at[0] == 0xE2 && (guchar)at[1] == 0x80 && (guchar)at[2] == 0xA8;
}

static int word_end(const char *text, int at, int limit) {
	while (at < limit) {
		guchar byte = (guchar)text[at];
		if (is_space(byte) || (byte == 0xC2 && is_tie(text + at)) ||
			(byte == 0xE2 && is_newline(text + at))) {
			break;
		}
		at++;
	}
	return at;
}

static int add_next(ItemBuilder *builder, const char *text, int at, int limit) {
	if (is_newline(text + at)) {
		item_builder_add_newline(builder, at, at + 3);
		return at + 3;
	}
	Stretch stretch = {.kind = TOKEN_WORD, .face = -1, .start = at, .end = at};
	if (is_space((guchar)text[at])) {
		stretch.kind = TOKEN_SPACE;
		while (stretch.end < limit && is_space((guchar)text[stretch.end]) &&
			stretch.end - at < WORD_BYTES_MAX) {
			stretch.end++;
		}
		if (stretch.end == at + 1 && text[at] == ' ') {
			item_builder_add_space(builder, at);
			return stretch.end;
		}
	} else if (is_tie(text + at)) {
		stretch.kind = TOKEN_TIE;
		stretch.end = at + 2;
	} else {
		stretch.end = item_builder_cut(builder, at, word_end(text, at, limit));
	}
	item_builder_add(builder, stretch);
	return stretch.end;
}

/* Between two words that touch, UAX #14 has no break for these classes: the common case. */
static gboolean never_parts(guint8 before, guint8 after) {
	switch ((GUnicodeBreakType)after) {
	case G_UNICODE_BREAK_CLOSE_PUNCTUATION:
	case G_UNICODE_BREAK_CLOSE_PARANTHESIS:
	case G_UNICODE_BREAK_EXCLAMATION:
	case G_UNICODE_BREAK_INFIX_SEPARATOR:
		return TRUE;
	default:
		return (GUnicodeBreakType)before == G_UNICODE_BREAK_OPEN_PUNCTUATION ||
			(is_plain_class(before) && is_plain_class(after));
	}
}

/* May a line end between two words that touch? Asked of the whole stretch they stand in. */
static gboolean touching_may_break(
	const ItemBuilder *builder, const Token *before, const Token *after) {
	if (never_parts(before->word->last, after->word->first)) {
		return FALSE;
	}
	const char *text = builder->spec->source->text + before->start;
	int count, at = 0;
	const PangoLogAttr *attrs =
		context_default_break(builder->context, text, after->end - before->start, &count);
	at = (int)g_utf8_strlen(text, after->start - before->start);
	return at < count && attrs[at].is_line_break;
}

static int penalty_before(const ItemBuilder *builder, const Token *tokens, int index) {
	const Token *token = &tokens[index];
	if (index == 0 || token->kind != TOKEN_WORD) {
		return index > 0 && tokens[index - 1].kind == TOKEN_NEWLINE &&
				token->kind != TOKEN_NEWLINE
			? BREAK_FORCED
			: BREAK_FORBIDDEN;
	}
	const Token *previous = &tokens[index - 1];
	switch (previous->kind) {
	case TOKEN_NEWLINE:
		return BREAK_FORCED;
	case TOKEN_WORD:
		return touching_may_break(builder, previous, token) ? 0 : BREAK_FORBIDDEN;
	case TOKEN_SPACE: {
		if (index == 1 || tokens[index - 2].kind != TOKEN_WORD) {
			return BREAK_FORBIDDEN;
		}
		guint8 before = tokens[index - 2].word->last, after = token->word->first;
		return space_may_break(before, after) ? 0 : BREAK_FORBIDDEN;
	}
	default:
		return BREAK_FORBIDDEN;
	}
}

void itemize_simple(ItemBuilder *builder) {
	const Inline *source = builder->spec->source;
	int at = 0, limit = 0;
	while (at < source->length) {
		if (at >= limit) {
			item_builder_style(builder, at);
			limit = item_builder_group_end(builder);
		}
		at = add_next(builder, source->text, at, limit);
	}
	Token *tokens = (Token *)(void *)builder->tokens->data;
	for (int i = 0; i < (int)builder->tokens->len; i++) {
		tokens[i].penalty = penalty_before(builder, tokens, i);
	}
}
