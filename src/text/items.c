/* items: chooses between the fast path and the general one, and adds tokens for both. */
#include "text/items.h"

#include <string.h>

#include "text/wide.h"

const StyleRun *item_builder_style(ItemBuilder *builder, int at) {
	while (builder->style + 1 < builder->styles.count &&
		builder->styles.runs[builder->style].end <= at) {
		builder->style++;
	}
	return &builder->styles.runs[builder->style];
}

int item_builder_group_end(const ItemBuilder *builder) {
	int group = builder->styles.runs[builder->style].group;
	int i = builder->style;
	while (i + 1 < builder->styles.count && builder->styles.runs[i + 1].group == group) {
		i++;
	}
	return builder->styles.runs[i].end;
}

/* "NATO", "HTTP": at least four capitals and nothing else but marks around them. */
static gboolean is_acronym(const char *text, int length) {
	int capitals = 0;
	for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (g_unichar_islower(c)) {
			return FALSE;
		}
		capitals += g_unichar_isupper(c);
	}
	return capitals >= 4;
}

/* A word may start before a name or end behind it: all its runs count. */
static void token_collect_flags(const ItemBuilder *builder, Token *token) {
	unsigned flags = 0;
	gboolean hyphenate = TRUE;
	for (int i = token->style; i < builder->styles.count; i++) {
		const StyleRun *run = &builder->styles.runs[i];
		if (run->start >= token->end) {
			break;
		}
		flags |= run->flags;
		hyphenate &= run->hyphenate;
	}
	token->hyphenate = hyphenate;
	token->rigid = (flags & INLINE_NO_BREAK) != 0;
	token->name = (flags & INLINE_NAME) != 0;
	token->url = (flags & INLINE_URL) != 0 || token->word->address;
}

int item_builder_cut(const ItemBuilder *builder, int start, int end) {
	const char *text = builder->spec->source->text;
	if (end - start <= WORD_BYTES_MAX) {
		return end;
	}
	const char *cut = g_utf8_find_prev_char(text + start, text + start + WORD_BYTES_MAX + 1);
	for (const char *at = cut; at > text + start; at = g_utf8_prev_char(at)) {
		if (!g_unichar_ismark(g_utf8_get_char(at)) && g_utf8_get_char(at) != 0x200D) {
			return (int)(at - text);
		}
	}
	return (int)(cut - text);
}

/* A face that has every character of the stretch, starting from the one for its first gap. */
static int face_for_all(TextContext *context, const Look *look, const char *text, int length) {
	const char *end = text + length;
	int face = -1;
	for (const char *at = text; at < end && face < 0; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (!is_invisible(c) && !fontset_has_glyph(context->fonts, look->face, c)) {
			face = fallback_face(context, look, c);
		}
	}
	for (const char *at = text; at < end && face >= 0; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (!is_invisible(c) && !fontset_has_glyph(context->fonts, face, c)) {
			return -1;
		}
	}
	return face;
}

/* Latin among another script is the companion's. */
static int face_wanted(const Look *look, TokenKind kind, const char *text, int length) {
	gboolean latin = look->companion >= 0 && kind != TOKEN_WIDE && text_is_simple(text, length);
	return latin ? look->companion : look->face;
}

static int face_for(TextContext *context, const Look *look, gunichar c, int current) {
	if (is_invisible(c) || g_unichar_ismark(c)) {
		return current;
	}
	char text[6];
	int length = g_unichar_to_utf8(c, text);
	int wanted = face_wanted(look, TOKEN_WORD, text, length);
	if (fontset_has_glyph(context->fonts, wanted, c)) {
		return wanted;
	}
	if (fontset_has_glyph(context->fonts, look->face, c)) {
		return look->face;
	}
	int face = fallback_face(context, look, c);
	return face >= 0 ? face : look->face;
}

/* The look's face lacks something of the stretch: one other face for all of it, else one for
 * each part. */
static void add_by_coverage(ItemBuilder *builder, Stretch stretch, const Look *look) {
	TextContext *context = builder->context;
	const char *text = builder->spec->source->text;
	int end = stretch.end;
	stretch.face = face_for_all(context, look, text + stretch.start, end - stretch.start);
	if (stretch.face >= 0) {
		item_builder_add(builder, stretch);
		return;
	}
	while (stretch.start < end) {
		stretch.face =
			face_for(context, look, g_utf8_get_char(text + stretch.start), look->face);
		stretch.end = stretch.start;
		do {
			stretch.end = (int)(g_utf8_next_char(text + stretch.end) - text);
		} while (stretch.end < end &&
			face_for(context, look, g_utf8_get_char(text + stretch.end),
				stretch.face) == stretch.face);
		item_builder_add(builder, stretch);
		stretch.start = stretch.end;
	}
}

/* Scripts whose letters take other shapes beside others, across a change of style too. */
static gboolean is_joining(gunichar c) {
	switch (g_unichar_get_script(c)) {
	case G_UNICODE_SCRIPT_ARABIC:
	case G_UNICODE_SCRIPT_SYRIAC:
	case G_UNICODE_SCRIPT_NKO:
	case G_UNICODE_SCRIPT_MONGOLIAN:
	case G_UNICODE_SCRIPT_ADLAM:
		return TRUE;
	default:
		return g_unichar_ismark(c) || c == 0x200D;
	}
}

enum { JOINING_LEAD = 0xD8 }; /* first byte of U+0600, below it nothing joins */

static int joined_before(const char *text, const char *start) {
	if ((guchar)*text < JOINING_LEAD || text == start) {
		return 0;
	}
	const char *last = g_utf8_prev_char(text);
	gboolean joins = is_joining(g_utf8_get_char(last)) && is_joining(g_utf8_get_char(text));
	return joins ? (int)(text - last) : 0;
}

static int joined_after(const char *text, const char *next, const char *end) {
	if ((guchar)*text < JOINING_LEAD || next == end) {
		return 0;
	}
	gboolean joins = is_joining(g_utf8_get_char(next)) &&
		is_joining(g_utf8_get_char(g_utf8_prev_char(next)));
	return joins ? (int)(g_utf8_next_char(next) - next) : 0;
}

static Word *stretch_word(const ItemBuilder *builder, const Stretch *stretch, WordKey key) {
	const Inline *source = builder->spec->source;
	key.text = source->text + stretch->start;
	key.length = stretch->end - stretch->start;
	key.rtl = stretch->level & 1;
	key.before = joined_before(key.text, source->text);
	key.after = joined_after(key.text, key.text + key.length, source->text + source->length);
	return word_get(builder->context, &key);
}

/* Eye-matched beside another script, but never made too small to be read (DESIGN.md 2). */
static Len matched_size(const StyleSheet *sheet, Len size, double scale) {
	Len least = MAX(sheet->least, len_from_pt(STYLE_LEAST_PT));
	return MAX(len_scale(size, scale), MIN(size, least));
}

void item_builder_add(ItemBuilder *builder, Stretch stretch) {
	TextContext *context = builder->context;
	const char *text = builder->spec->source->text + stretch.start;
	Token token = {.start = stretch.start,
		.end = stretch.end,
		.kind = stretch.kind,
		.level = stretch.level};
	const StyleRun *run = item_builder_style(builder, stretch.start);
	token.style = builder->style;
	const Look *look = run->look;
	if (run->small_caps && stretch.kind == TOKEN_WORD &&
		is_acronym(text, stretch.end - stretch.start)) {
		look = look_with(context, look, NULL, TRUE);
	}
	int face = stretch.face;
	if (face < 0) {
		face = face_wanted(look, stretch.kind, text, stretch.end - stretch.start);
	}
	token.word = stretch_word(builder, &stretch, (WordKey){.look = look, .face = face});
	if (token.word->missing > 0 && stretch.face < 0) {
		add_by_coverage(builder, stretch, run->look);
		return;
	}
	token.size = run->size;
	if (face != look->face) {
		token.size = matched_size(builder->spec->sheet, run->size,
			fallback_scale(context->fonts, look, face));
	}
	token_collect_flags(builder, &token);
	token.spaced = stretch.kind != TOKEN_WIDE && token.word->spaced;
	token.tracking = token.spaced ? run->tracking : 0;
	token.width = word_len(&token.word->shaped, token.size, token.tracking);
	builder->missing += token.word->missing;
	g_array_append_val(builder->tokens, token);
}

void item_builder_add_space(ItemBuilder *builder, int at) {
	item_builder_style(builder, at);
	if (!builder->space.word || builder->space.style != builder->style) {
		guint before = builder->tokens->len;
		item_builder_add(builder,
			(Stretch){.kind = TOKEN_SPACE, .face = -1, .start = at, .end = at + 1});
		const Token *last = &g_array_index(builder->tokens, Token, before);
		builder->space = last->word->missing == 0 ? *last : (Token){0};
		return;
	}
	Token token = builder->space;
	token.start = at;
	token.end = at + 1;
	g_array_append_val(builder->tokens, token);
}

void item_builder_add_newline(ItemBuilder *builder, int start, int end) {
	item_builder_style(builder, start);
	Token token = {.start = start,
		.end = end,
		.kind = TOKEN_NEWLINE,
		.style = builder->style,
		.level = builder->spec->rtl ? 1 : 0,
		.penalty = BREAK_FORBIDDEN};
	g_array_append_val(builder->tokens, token);
}

Items items_new(TextContext *context, Arena *arena, const ParSpec *spec) {
	ItemBuilder builder = {.context = context, .arena = arena, .spec = spec};
	builder.styles = styles_flatten(context, arena, spec);
	builder.tokens = context->scratch_tokens;
	g_array_set_size(builder.tokens, 0);
	const Inline *source = spec->source;
	gboolean simple = !spec->rtl && text_is_simple(source->text, source->length);
	if (simple) {
		itemize_simple(&builder);
	} else {
		itemize_general(&builder);
		context->times.general_paragraphs++;
	}
	Items items = {.spec = spec, .styles = builder.styles, .missing = builder.missing};
	items.count = (int)builder.tokens->len;
	items.tokens = (Token *)(void *)builder.tokens->data;
	for (int i = 0; i < items.count; i++) {
		items.bidi |= items.tokens[i].level != 0;
	}
	nobreak_apply(&items);
	if (!simple) {
		wide_close_up(context->fonts, &items);
		phrase_apply(&items);
	}
	return items;
}
