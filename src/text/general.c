/* general: any text to tokens: bidirectional levels, Unicode's line breaking tailored by language
 * (Thai, Lao, Khmer, Burmese by dictionaries), scripts, and full-width characters one by one.
 * Spaced alphabets inside keep to whole words, so that they meet the same cache as on the fast
 * path. */
#include <string.h>

#include "locale/locale.h"
#include "text/bidi.h"
#include "text/items.h"
#include "text/wide.h"

typedef enum CharClass {
	CHAR_SPACE,
	CHAR_TIE,
	CHAR_NEWLINE,
	CHAR_WIDE,
	CHAR_SIMPLE,
	CHAR_COMPLEX
} CharClass;

typedef struct Analysis {
	const char *text;
	int length, count; /* bytes, characters */
	const int *offsets; /* of characters, count + 1 */
	const guint8 *levels;
	const guint8 *classes;
	const GUnicodeScript *scripts; /* common signs take their neighbour's */
	const PangoLogAttr *attrs;
} Analysis;

static gboolean is_common(GUnicodeScript script) {
	return script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED ||
		script == G_UNICODE_SCRIPT_UNKNOWN;
}

static const GUnicodeScript *resolve_scripts(Arena *arena, const Analysis *analysis) {
	GUnicodeScript *scripts = arena_array_of(arena, GUnicodeScript, analysis->count + 1);
	GUnicodeScript current = G_UNICODE_SCRIPT_COMMON;
	for (int i = 0; i < analysis->count; i++) {
		gunichar c = g_utf8_get_char(analysis->text + analysis->offsets[i]);
		GUnicodeScript script = g_unichar_get_script(c);
		if (g_unichar_isdigit(c) && (c >> 8) == 6) {
			script = G_UNICODE_SCRIPT_ARABIC; /* though other scripts use them too */
		}
		current = is_common(script) ? current : script;
		scripts[i] = current;
	}
	for (int i = analysis->count - 1; i >= 0; i--) {
		if (is_common(scripts[i])) {
			scripts[i] =
				i + 1 < analysis->count ? scripts[i + 1] : G_UNICODE_SCRIPT_LATIN;
		}
	}
	return scripts;
}

/* Signs that stand in a right-to-left stretch come from that script's face, figures never. */
static gboolean joins_complex(const Analysis *analysis, int i, gunichar c) {
	return (analysis->levels[i] & 1) && !g_unichar_isalnum(c) &&
		is_common(g_unichar_get_script(c));
}

static gboolean near_wide(const Analysis *analysis, int i) {
	gboolean near = FALSE;
	if (i > 0) {
		near |= is_wide(g_utf8_get_char(analysis->text + analysis->offsets[i - 1]));
	}
	if (i + 1 < analysis->count) {
		near |= is_wide(g_utf8_get_char(analysis->text + analysis->offsets[i + 1]));
	}
	return near;
}

static CharClass classify(const Analysis *analysis, int i, gboolean han_signs) {
	const char *at = analysis->text + analysis->offsets[i];
	gunichar c = g_utf8_get_char(at);
	if (c == 0x2028 || c == 0x2029) {
		return CHAR_NEWLINE;
	}
	if (c <= 0x20) {
		return CHAR_SPACE;
	}
	if (c == 0xA0) {
		return CHAR_TIE;
	}
	if (is_wide(c) || (han_signs && is_shared_sign(c) && near_wide(analysis, i))) {
		return CHAR_WIDE;
	}
	if (joins_complex(analysis, i, c)) {
		return CHAR_COMPLEX;
	}
	int size = analysis->offsets[i + 1] - analysis->offsets[i];
	return text_is_simple(at, size) ? CHAR_SIMPLE : CHAR_COMPLEX;
}

static gboolean has_han_signs(const char *language) {
	return language &&
		(g_ascii_strncasecmp(language, "zh", 2) == 0 ||
			g_ascii_strncasecmp(language, "ja", 2) == 0 ||
			g_ascii_strncasecmp(language, "yue", 3) == 0);
}

/* A mark that follows a simple letter stays with it, and so does what joins. */
static const guint8 *classify_all(ItemBuilder *builder, const Analysis *analysis) {
	guint8 *classes = arena_alloc(builder->arena, (size_t)analysis->count + 1);
	int style = builder->style;
	for (int i = 0; i < analysis->count; i++) {
		const StyleRun *run = item_builder_style(builder, analysis->offsets[i]);
		classes[i] = (guint8)classify(analysis, i, has_han_signs(run->look->language));
		gunichar c = g_utf8_get_char(analysis->text + analysis->offsets[i]);
		gboolean follows = i > 0 && classes[i - 1] >= CHAR_WIDE &&
			(g_unichar_ismark(c) || c == 0x200D || c == 0xFE0F);
		if (follows) {
			classes[i] = classes[i - 1];
		}
	}
	builder->style = style;
	return classes;
}

/* Pango has a dictionary of Thai, ICU of its neighbours. */
static gboolean has_hidden_words(GUnicodeScript script) {
	return script == G_UNICODE_SCRIPT_LAO || script == G_UNICODE_SCRIPT_KHMER ||
		script == G_UNICODE_SCRIPT_MYANMAR;
}

/* Characters from `first` to `end` are of one such script. */
static void part_words(
	Arena *arena, const Analysis *analysis, int first, int end, PangoLogAttr *attrs) {
	int from = analysis->offsets[first], length = analysis->offsets[end] - from;
	gboolean *breaks = arena_array_of(arena, gboolean, length + 1);
	locale_word_breaks(analysis->text + from, length, breaks);
	for (int i = first + 1; i < end; i++) {
		gboolean inner = breaks[analysis->offsets[i] - from];
		attrs[i].is_line_break |= inner && attrs[i].is_cursor_position;
	}
}

/* Pango's tailoring wants stretches of one script and language. */
static void tailor_breaks(ItemBuilder *builder, const Analysis *analysis, PangoLogAttr *attrs) {
	int style = builder->style;
	for (int i = 0; i < analysis->count;) {
		const StyleRun *run = item_builder_style(builder, analysis->offsets[i]);
		int end = i;
		while (end < analysis->count && analysis->offsets[end] < run->end &&
			analysis->scripts[end] == analysis->scripts[i]) {
			end++;
		}
		end = MAX(end, i + 1);
		PangoAnalysis pango = {.script = (guint8)analysis->scripts[i],
			.language = pango_language_from_string(run->look->language)};
		int from = analysis->offsets[i], size = analysis->offsets[end] - from;
		pango_tailor_break(analysis->text + from, size, &pango, -1, attrs + i, end - i + 1);
		if (has_hidden_words(analysis->scripts[i])) {
			part_words(builder->arena, analysis, i, end, attrs);
		}
		i = end;
	}
	builder->style = style;
}

static Analysis analyse(ItemBuilder *builder) {
	const Inline *source = builder->spec->source;
	Analysis analysis = {.text = source->text, .length = source->length};
	analysis.count = (int)g_utf8_strlen(source->text, source->length);
	int *offsets = arena_array_of(builder->arena, int, analysis.count + 1);
	const char *at = source->text;
	for (int i = 0; i < analysis.count; i++, at = g_utf8_next_char(at)) {
		offsets[i] = (int)(at - source->text);
	}
	offsets[analysis.count] = source->length;
	analysis.offsets = offsets;
	analysis.levels = bidi_levels(builder->arena, source, builder->spec->rtl, analysis.count);
	analysis.scripts = resolve_scripts(builder->arena, &analysis);
	analysis.classes = classify_all(builder, &analysis);
	PangoLogAttr *attrs = arena_array_of(builder->arena, PangoLogAttr, analysis.count + 1);
	pango_default_break(source->text, source->length, NULL, attrs, analysis.count + 1);
	tailor_breaks(builder, &analysis, attrs);
	analysis.attrs = attrs;
	return analysis;
}

/* The second of two dashes: the face draws both in one stroke. */
static gboolean is_long_dash(const Analysis *analysis, int i) {
	gunichar c = g_utf8_get_char(analysis->text + analysis->offsets[i]);
	return i > 0 && (c == 0x2014 || c == 0x2015) &&
		g_utf8_get_char(analysis->text + analysis->offsets[i - 1]) == c;
}

static gboolean continues(const Analysis *analysis, int first, int i) {
	CharClass class = (CharClass)analysis->classes[first];
	if (analysis->classes[i] != class || analysis->levels[i] != analysis->levels[first]) {
		return FALSE;
	}
	switch (class) {
	case CHAR_SIMPLE:
	case CHAR_SPACE:
		return TRUE;
	case CHAR_WIDE:
		return !analysis->attrs[i].is_cursor_position || is_long_dash(analysis, i);
	case CHAR_COMPLEX:
		return !analysis->attrs[i].is_line_break &&
			analysis->scripts[i] == analysis->scripts[first];
	default:
		return FALSE;
	}
}

/* Face for signs and spaces of a right-to-left stretch: that of its letters. */
static int complex_face(ItemBuilder *builder, const Analysis *analysis, int first, int end) {
	const StyleRun *run = item_builder_style(builder, analysis->offsets[first]);
	for (int i = first; i < analysis->count; i++) {
		gunichar c = g_utf8_get_char(analysis->text + analysis->offsets[i]);
		if (i >= end && analysis->scripts[i] != analysis->scripts[first]) {
			break;
		}
		if (!is_common(g_unichar_get_script(c))) {
			gboolean own =
				fontset_has_glyph(builder->context->fonts, run->look->face, c);
			return own ? run->look->face
				   : fallback_face(builder->context, run->look, c);
		}
	}
	return -1;
}

static gboolean face_has_all(const TextFonts *fonts, int face, const char *text, int length) {
	for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (!is_invisible(c) && !fontset_has_glyph(fonts, face, c)) {
			return FALSE;
		}
	}
	return TRUE;
}

/* Are its figures and signs those of Latin? So are those among Han and Kana. */
static gboolean is_beside_latin(GUnicodeScript script) {
	switch (script) {
	case G_UNICODE_SCRIPT_LATIN:
	case G_UNICODE_SCRIPT_GREEK:
	case G_UNICODE_SCRIPT_CYRILLIC:
	case G_UNICODE_SCRIPT_HAN:
	case G_UNICODE_SCRIPT_HIRAGANA:
	case G_UNICODE_SCRIPT_KATAKANA:
	case G_UNICODE_SCRIPT_BOPOMOFO:
	case G_UNICODE_SCRIPT_HANGUL:
		return TRUE;
	default:
		return FALSE;
	}
}

/* Figures and signs between words of a script that has its own are that script's; those of a run of
 * Latin are the companion's, even where the script's face has them: ISO 19152. */
static int simple_face(ItemBuilder *builder, const Analysis *analysis, int first) {
	const StyleRun *run = item_builder_style(builder, analysis->offsets[first]);
	gboolean own = run->look->companion >= 0 && !is_beside_latin(analysis->scripts[first]);
	return own ? run->look->face : -1;
}

static void add_stretch(ItemBuilder *builder, const Analysis *analysis, int first, int end) {
	static const TokenKind kinds[] = {[CHAR_SPACE] = TOKEN_SPACE,
		[CHAR_TIE] = TOKEN_TIE,
		[CHAR_WIDE] = TOKEN_WIDE,
		[CHAR_SIMPLE] = TOKEN_WORD,
		[CHAR_COMPLEX] = TOKEN_WORD};
	int from = analysis->offsets[first], to = analysis->offsets[end];
	CharClass class = (CharClass)analysis->classes[first];
	guint8 level = analysis->levels[first];
	if (class == CHAR_NEWLINE) {
		item_builder_add_newline(builder, from, to);
		return;
	}
	int face = -1;
	if (class == CHAR_COMPLEX || (class == CHAR_SPACE && (level & 1))) {
		face = complex_face(builder, analysis, first, end);
	} else if (class == CHAR_SIMPLE || class == CHAR_TIE) {
		face = simple_face(builder, analysis, first);
	}
	const TextFonts *fonts = builder->context->fonts;
	if (face >= 0 && !face_has_all(fonts, face, analysis->text + from, to - from)) {
		face = -1;
	}
	Stretch stretch = {.kind = kinds[class], .face = face, .level = level, .start = from};
	while (stretch.start < to) {
		stretch.end = item_builder_cut(builder, stretch.start, to);
		item_builder_add(builder, stretch);
		stretch.start = stretch.end;
	}
}

static gboolean kinsoku_forbids(const Items *items, int index) {
	const char *text = items->spec->source->text;
	gunichar first = g_utf8_get_char(text + items->tokens[index].start);
	gunichar last = g_utf8_get_char(g_utf8_prev_char(text + items->tokens[index].start));
	gboolean twins = first == last && (first == 0x2014 || first == 0x2026 || first == 0x2015);
	return twins || wide_forbids_end(last) ||
		(wide_forbids_start(first) && items->tokens[index - 1].kind != TOKEN_SPACE);
}

static void set_penalties(ItemBuilder *builder, const Analysis *analysis) {
	Items items = {.spec = builder->spec,
		.count = (int)builder->tokens->len,
		.tokens = (Token *)(void *)builder->tokens->data};
	int character = 0;
	for (int i = 0; i < items.count; i++) {
		Token *token = &items.tokens[i];
		while (analysis->offsets[character] < token->start) {
			character++;
		}
		gboolean after_newline = i > 0 && items.tokens[i - 1].kind == TOKEN_NEWLINE;
		gboolean allowed = i > 0 && analysis->attrs[character].is_line_break &&
			token->kind != TOKEN_SPACE && token->kind != TOKEN_TIE &&
			token->kind != TOKEN_NEWLINE;
		token->penalty = BREAK_FORBIDDEN;
		if (after_newline && token->kind != TOKEN_NEWLINE) {
			token->penalty = BREAK_FORCED;
		} else if (allowed && !kinsoku_forbids(&items, i)) {
			token->penalty = 0;
		}
	}
}

void itemize_general(ItemBuilder *builder) {
	Analysis analysis = analyse(builder);
	for (int first = 0; first < analysis.count;) {
		item_builder_style(builder, analysis.offsets[first]);
		int limit = item_builder_group_end(builder);
		int end = first + 1;
		while (end < analysis.count && analysis.offsets[end] < limit &&
			continues(&analysis, first, end)) {
			end++;
		}
		add_stretch(builder, &analysis, first, end);
		first = end;
	}
	set_penalties(builder, &analysis);
}
