/* wordbreak: places inside a word where a line may end: what UAX #14 allows behind hyphens and
 * dashes, and hyphenation. A word's two parts are shaped for themselves only where HarfBuzz says
 * that the break changes shapes. */
#include <string.h>

#include "text/hyphen.h"
#include "text/wordstore.h"

const PangoLogAttr *context_default_break(
	TextContext *context, const char *text, int length, int *count) {
	int characters = (int)g_utf8_strlen(text, length);
	g_array_set_size(context->scratch_attrs, (guint)characters + 1);
	PangoLogAttr *attrs = (PangoLogAttr *)(void *)context->scratch_attrs->data;
	memset(attrs, 0, sizeof *attrs * ((size_t)characters + 1));
	pango_default_break(text, length, NULL, attrs, characters + 1);
	if (count) {
		*count = characters;
	}
	return attrs;
}

int word_glyph_at(const ShapedWord *shaped, int offset, int *advance) {
	int at = 0, glyph = 0;
	*advance = 0;
	for (int i = 0; i < shaped->cluster_count; i++) {
		if (at == offset) {
			return glyph;
		}
		for (int g = 0; g < shaped->clusters[i].glyph_count; g++, glyph++) {
			int visual = shaped->backward ? shaped->glyph_count - 1 - glyph : glyph;
			*advance += shaped->glyphs[visual].advance;
		}
		at += shaped->clusters[i].byte_count;
	}
	return -1;
}

gboolean word_is_safe(const Word *word, int offset) {
	const ShapedWord *shaped = &word->shaped;
	int before, glyph = word_glyph_at(shaped, offset, &before);
	if (glyph < 0 || glyph >= shaped->glyph_count) {
		return FALSE;
	}
	return !word->unsafe[shaped->backward ? shaped->glyph_count - 1 - glyph : glyph];
}

WordSplit word_split(TextContext *context, Word *word, int offset) {
	const ShapedWord *shaped = &word->shaped;
	if (word_is_safe(word, offset)) {
		int before, glyph = word_glyph_at(shaped, offset, &before);
		return (WordSplit){.before = before,
			.after = shaped->advance - before,
			.glyphs_before = glyph,
			.glyphs_after = shaped->glyph_count - glyph};
	}
	const Word *head = word_part(context, word, 0, offset);
	const Word *tail = word_part(context, word, offset, shaped->byte_count);
	return (WordSplit){.before = head->shaped.advance,
		.after = tail->shaped.advance,
		.glyphs_before = head->shaped.glyph_count,
		.glyphs_after = tail->shaped.glyph_count};
}

gboolean is_plain_class(GUnicodeBreakType type) {
	return type == G_UNICODE_BREAK_ALPHABETIC || type == G_UNICODE_BREAK_NUMERIC ||
		type == G_UNICODE_BREAK_QUOTATION || type == G_UNICODE_BREAK_INFIX_SEPARATOR ||
		type == G_UNICODE_BREAK_COMBINING_MARK;
}

static gboolean has_plain_breaks(const ShapedWord *shaped) {
	const char *end = shaped->text + shaped->byte_count;
	for (const char *at = shaped->text; at < end; at = g_utf8_next_char(at)) {
		guchar byte = (guchar)*at;
		if (g_ascii_isalpha(byte)) {
			continue;
		}
		gboolean last = g_utf8_next_char(at) == end;
		if (!last && !is_plain_class(g_unichar_break_type(g_utf8_get_char(at)))) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean is_dash(gunichar c) {
	return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

enum { COMPOUND_SIDE_MINIMUM = 3 };

/* Letters and figures of a stretch; small letters alone count when `small`. */
static int letters_in(const char *text, const char *end, gboolean small) {
	int count = 0;
	for (const char *at = text; at < end; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		count += small ? g_unichar_islower(c) != 0 : g_unichar_isalnum(c) != 0;
	}
	return count;
}

/* "co-" leaves little behind; "AI-" and "24-" are words. */
static gboolean leaves_little(const char *text, int offset) {
	int before = letters_in(text, text + offset, FALSE);
	gboolean word = before >= 2 && letters_in(text, text + offset, TRUE) == 0;
	return before < COMPOUND_SIDE_MINIMUM && !word;
}

/* "lock-in", "follow-up" */
static gboolean brings_little(const char *text, int length, int offset) {
	return letters_in(text + offset, text + length, FALSE) < COMPOUND_SIDE_MINIMUM;
}

/* A range ("12–14") and initials ("J.-P.") stay whole, and no line starts with a dash. */
static gboolean parts_badly(const char *text, int length, int offset) {
	gunichar before = g_utf8_get_char(g_utf8_prev_char(text + offset));
	gunichar after = g_utf8_get_char(text + offset);
	if (after == 0x2014 || after == 0x2013 ||
		(before == '-' && offset > 1 && text[offset - 2] == '.')) {
		return TRUE;
	}
	if ((before == '-' || before == 0x2010) && brings_little(text, length, offset)) {
		return TRUE;
	}
	if (before != 0x2013 || offset < 4 || offset >= length) {
		return FALSE;
	}
	const char *dash = g_utf8_prev_char(text + offset);
	return g_unichar_isdigit(after) || g_ascii_isdigit(dash[-1]);
}

static void mark_plain_breaks(TextContext *context, const ShapedWord *shaped, gboolean *plain) {
	int count;
	const PangoLogAttr *attrs =
		context_default_break(context, shaped->text, shaped->byte_count, &count);
	const char *at = shaped->text;
	for (int i = 0; i < count; i++, at = g_utf8_next_char(at)) {
		plain[at - shaped->text] = i > 0 && attrs[i].is_line_break;
	}
}

static int collect_breaks(TextContext *context, Word *word, const gboolean *hyphens,
	const gboolean *plain, WordBreak *places) {
	const ShapedWord *shaped = &word->shaped;
	int made = 0;
	for (int i = 1; i < shaped->byte_count; i++) {
		if (!hyphens[i] && !plain[i]) {
			continue;
		}
		WordBreak *place = &places[made++];
		*place = (WordBreak){.offset = i, .hyphen = hyphens[i]};
		gunichar before = g_utf8_get_char(g_utf8_prev_char(shaped->text + i));
		place->dash = plain[i] && is_dash(before);
		place->little = (place->dash || place->hyphen) && leaves_little(shaped->text, i);
		place->split = word_split(context, word, i);
	}
	return made;
}

const WordBreaks *word_breaks(TextContext *context, Word *word) {
	const WordBreaks *known = word_store_breaks(word);
	if (known) {
		return known;
	}
	double started = clock_of(context);
	const ShapedWord *shaped = &word->shaped;
	int length = shaped->byte_count;
	gboolean hyphens[WORD_BYTES_MAX + 1] = {0}, plain[WORD_BYTES_MAX + 1] = {0};
	if (has_plain_breaks(shaped)) {
		mark_plain_breaks(context, shaped, plain);
	}
	hyphen_points(context->fonts, word->look->language, shaped->text, length, hyphens);
	for (int i = 1; i < length; i++) {
		plain[i] = plain[i] && !hyphens[i] && !parts_badly(shaped->text, length, i);
	}
	WordBreak places[WORD_BYTES_MAX];
	WordBreaks breaks = {.places = places};
	breaks.count = collect_breaks(context, word, hyphens, plain, places);
	known = word_store_keep_breaks(context->fonts->store, word, &breaks);
	context->times.hyphenate += clock_of(context) - started;
	return known;
}
