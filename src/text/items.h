/* items: a paragraph cut into tokens, each shaped once: words, spaces and forced breaks in the
 * order of the text. Sizes are known here, measures and lines are not. */
#ifndef BIFOLIO_TEXT_ITEMS_H
#define BIFOLIO_TEXT_ITEMS_H

#include "text/styles.h"

typedef enum TokenKind {
	TOKEN_WORD,
	TOKEN_SPACE, /* stretches; vanishes at a line's end */
	TOKEN_TIE, /* stretches; no break: U+00A0 */
	TOKEN_WIDE, /* one Han, Kana or Hangul character or full-width sign */
	TOKEN_NEWLINE /* U+2028 */
} TokenKind;

enum {
	BREAK_FORBIDDEN = 10000, /* by Unicode */
	BREAK_KEPT = 9999, /* by what a reader minds: nobreak.c */
	BREAK_FORCED = -10000
};

typedef struct Token {
	Word *word; /* NULL for TOKEN_NEWLINE */
	int start, end; /* bytes of the text */
	int style; /* index of the StyleRun of its first byte */
	TokenKind kind;
	guint8 level; /* bidirectional */
	guint hyphenate : 1; /* may take hyphens */
	guint url : 1; /* broken as an address */
	guint rigid : 1; /* no break inside */
	guint name : 1; /* of a name, or beside it without white */
	guint in_name : 1; /* the break before it would part a name */
	guint spaced : 1; /* takes letterspacing: alphabets whose letters stand apart */
	guint gap : 1; /* white may be put behind it: full-width text without spaces */
	int penalty; /* of a line break before it; from BREAK_KEPT on: none */
	int like; /* below 0: a line likes to end before it, above: it minds */
	Len size; /* of its face: fallbacks are scaled */
	Len tracking; /* the style's own */
	Len width; /* natural, full-width punctuation already closed up within the line */
	Len before; /* white before it, gone at a line's start: between Han and Latin */
	Len lead; /* white cut off at its left: it is drawn so much before its place */
	Len trim_left, trim_right; /* white that goes too where it starts or ends a line */
} Token;

typedef struct Items {
	const ParSpec *spec;
	StyleRuns styles;
	int count;
	Token *tokens;
	int missing;
	gboolean bidi; /* some token stands right to left */
} Items;

/* Tokens live in the arena, their words in the context. */
Items items_new(TextContext *context, Arena *arena, const ParSpec *spec);

/* Collects tokens; shared by the simple and the general path. */
typedef struct ItemBuilder {
	TextContext *context;
	Arena *arena;
	const ParSpec *spec;
	StyleRuns styles;
	GArray *tokens;
	int style; /* run of the current byte, moves forward only */
	Token space; /* " " of the last run that had one */
	int missing;
} ItemBuilder;

/* Moves to the run that covers byte `at` and returns it. */
const StyleRun *item_builder_style(ItemBuilder *builder, int at);
/* First byte behind `at` where shaping must stop: end of the style's group. */
int item_builder_group_end(const ItemBuilder *builder);
/* Bytes start..end in one direction; face -1: the look's own, others where it lacks a character. */
typedef struct Stretch {
	TokenKind kind;
	int face;
	guint8 level;
	int start, end;
} Stretch;
void item_builder_add(ItemBuilder *builder, Stretch stretch);
/* One byte, an ordinary space of left-to-right text. */
void item_builder_add_space(ItemBuilder *builder, int at);
/* End of the longest stretch from start to end that fits into one word. */
int item_builder_cut(const ItemBuilder *builder, int start, int end);
void item_builder_add_newline(ItemBuilder *builder, int start, int end);

/* Text of left-to-right scripts with spaces between words only. */
gboolean text_is_simple(const char *text, int length);
/* Sets break penalties of tokens between words of simple text. */
void itemize_simple(ItemBuilder *builder);
void itemize_general(ItemBuilder *builder);

/* A line may end between two words that a space parts: the outer classes decide (UAX #14). */
gboolean space_may_break(guint8 before, guint8 after);

/* What the text forbids or discourages beyond Unicode: nobreak.c */
void nobreak_apply(Items *items);

/* Where a Japanese line likes to end: phrase.c */
void phrase_apply(Items *items);

/* How much narrower full-width punctuation may get within a line: a quarter em. */
static inline Len token_squeeze(const Token *token) {
	return (token->trim_left + token->trim_right) / 2;
}

static inline Len word_len(const ShapedWord *word, Len size, Len tracking) {
	return len_round((double)size * word->advance / 65536.0) + tracking * word->glyph_count;
}

#endif
