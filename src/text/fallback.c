/* fallback: which face draws a character that the style's own face lacks: the families of
 * fonts.lock marked as fallbacks, in the order of the lock, serif before sans where the style is
 * serif and the other way round. Han families are chosen by the language (DESIGN.md 3). */
#include <string.h>

#include "text/wordstore.h"

static gboolean language_is(const char *language, const char *tag) {
	size_t length = strlen(tag);
	return g_ascii_strncasecmp(language, tag, length) == 0 &&
		(language[length] == '\0' || language[length] == '-');
}

const char *han_wanted(const char *language) {
	if (language_is(language, "ja")) {
		return "JP";
	}
	if (language_is(language, "ko")) {
		return "KR";
	}
	if (language_is(language, "zh-HK") || language_is(language, "zh-Hant-HK") ||
		language_is(language, "yue")) {
		return "HK";
	}
	if (language_is(language, "zh-TW") || language_is(language, "zh-Hant") ||
		language_is(language, "zh-MO")) {
		return "TC";
	}
	return language_is(language, "zh") ? "SC" : NULL;
}

/* Kana and Hangul speak for themselves, whatever the language tag says. */
static const char *han_by_script(gunichar c) {
	GUnicodeScript script = g_unichar_get_script(c);
	if (script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA) {
		return "JP";
	}
	return script == G_UNICODE_SCRIPT_HANGUL ? "KR" : NULL;
}

static gboolean family_serves(const Family *family, const char *han, gboolean strict) {
	return !family->han || !han || !strict || strcmp(family->han, han) == 0;
}

static int fallback_search(const TextFonts *fonts, const Look *look, gunichar c, gboolean strict) {
	const char *han = han_wanted(look->language);
	if (!han) {
		han = han_by_script(c);
	}
	FontUse uses[2] = {USE_FALLBACK_SANS, USE_FALLBACK_SERIF};
	for (int pass = 0; pass < 2; pass++) {
		FontUse use = uses[look->serif ? 1 - pass : pass];
		for (guint i = 0; i < fonts->families->len; i++) {
			const Family *family = &g_array_index(fonts->families, Family, i);
			if (family->use != use || !family_serves(family, han, strict)) {
				continue;
			}
			int face = fontset_match(fonts, family, look->weight, look->italic);
			if (fontset_has_glyph(fonts, face, c)) {
				return face;
			}
		}
	}
	return -1;
}

int fallback_face(TextContext *context, const Look *look, gunichar character) {
	WordStore *store = context->fonts->store;
	int known = word_store_fallback(store, look, character);
	if (known != 0) {
		return known > 0 ? known - 1 : -1;
	}
	int face = fallback_search(context->fonts, look, character, TRUE);
	if (face < 0) {
		face = fallback_search(context->fonts, look, character, FALSE);
	}
	word_store_keep_fallback(store, look, character, face < 0 ? -1 : face + 1);
	return face;
}

/* Eye-matched beside Latin (DESIGN.md 3). */
static const struct {
	const char *mark;
	double scale;
} scales[] = {
	{" CJK ", 0.92},
	{" Hebrew", 0.92},
	{" Thai", 0.92},
	{" Lao", 0.92},
	{" Khmer", 0.92},
	{" Devanagari", 0.95},
};

double fallback_scale(const TextFonts *fonts, const Look *look, int face) {
	const char *family = fontset_face(fonts, face)->family;
	const char *own = fontset_face(fonts, look->face)->family;
	if (face == look->face || strcmp(family, own) == 0) {
		return 1.0;
	}
	if (face == look->companion) {
		return look->companion_size / 1000.0;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(scales); i++) {
		if (strstr(family, scales[i].mark)) {
			/* Both of one script are alike. */
			return strstr(own, scales[i].mark) ? 1.0 : scales[i].scale;
		}
	}
	return 1.0;
}

gboolean is_invisible(gunichar c) {
	GUnicodeType type = g_unichar_type(c);
	gboolean selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
	return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || g_unichar_isspace(c) ||
		c == 0x034F || selector;
}

gboolean text_has_glyph(
	TextContext *context, const char *family, const char *language, gunichar character) {
	if (is_invisible(character)) {
		return TRUE;
	}
	LookFamilies families = {.family = family};
	const Look *look =
		look_new(context, (Look){.weight = 400, .language = language}, &families);
	return fontset_has_glyph(context->fonts, look->face, character) ||
		fallback_face(context, look, character) >= 0;
}
