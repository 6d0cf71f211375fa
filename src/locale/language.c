/* language: plural forms, direction, script, figures, initials, normal form. */
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/unumsys.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "locale/icu.h"
#include "locale/locale.h"

enum { PLURAL_ONE, PLURAL_FEW, PLURAL_MANY, PLURAL_OTHER };

int locale_plural(const char *language, int count) {
	static const struct {
		const char *keyword;
		int form;
	} forms[] = {{"one", PLURAL_ONE}, {"two", PLURAL_FEW}, {"few", PLURAL_FEW},
		{"many", PLURAL_MANY}};
	char locale[ICU_LOCALE_SIZE];
	UErrorCode status = U_ZERO_ERROR;
	UPluralRules *rules = uplrules_openForType(
		icu_locale(language, FALSE, locale), UPLURAL_TYPE_CARDINAL, &status);
	UChar keyword16[16];
	int32_t length = uplrules_select(rules, count, keyword16, G_N_ELEMENTS(keyword16), &status);
	uplrules_close(rules);
	if (U_FAILURE(status)) {
		return PLURAL_OTHER;
	}
	g_autofree char *keyword = icu_to_utf8(keyword16, length);
	for (int i = 0; i < (int)G_N_ELEMENTS(forms); i++) {
		if (g_str_equal(keyword, forms[i].keyword)) {
			return forms[i].form;
		}
	}
	return PLURAL_OTHER;
}

/* ICU's name of a BCP 47 tag; *parsed gets how many bytes of the tag it understood. FALSE for what
 * is no tag at all. */
static gboolean tag_to_locale(const char *language, char locale[ICU_LOCALE_SIZE], int32_t *parsed) {
	enum { TAG_MOST = 99 };
	UErrorCode status = U_ZERO_ERROR;
	*parsed = 0;
	if (!language || !*language || strlen(language) > TAG_MOST) {
		return FALSE;
	}
	uloc_forLanguageTag(language, locale, ICU_LOCALE_SIZE, parsed, &status);
	return U_SUCCESS(status);
}

/* Direction needs no data of the language's own, so unknown languages keep their tag's script. */
gboolean locale_is_rtl(const char *language) {
	char locale[ICU_LOCALE_SIZE];
	int32_t parsed;
	return tag_to_locale(language, locale, &parsed) && locale[0] && uloc_isRightToLeft(locale);
}

const char *locale_script(const char *language) {
	char locale[ICU_LOCALE_SIZE], full[ICU_LOCALE_SIZE], script[8];
	UErrorCode status = U_ZERO_ERROR;
	int32_t parsed;
	if (!tag_to_locale(language, locale, &parsed)) {
		return NULL;
	}
	uloc_addLikelySubtags(locale, full, sizeof full, &status);
	int32_t length = uloc_getScript(full, script, sizeof script, &status);
	return U_SUCCESS(status) && length == 4 ? g_intern_string(script) : NULL;
}

gboolean locale_has_spaces(const char *language) {
	static const char *const without[] = {
		"Jpan", "Hans", "Hant", "Hani", "Thai", "Laoo", "Khmr", "Mymr", NULL};
	const char *script = locale_script(language);
	return !script || !g_strv_contains(without, script);
}

/* The ten figures of the language, or FALSE where they are the European ones or no decimal ones. */
static gboolean own_figures(const char *language, UChar32 *figures) {
	char locale[ICU_LOCALE_SIZE];
	UErrorCode status = U_ZERO_ERROR;
	UNumberingSystem *system = unumsys_open(icu_locale(language, FALSE, locale), &status);
	UChar text[24];
	int32_t length = 0;
	gboolean own = U_SUCCESS(status) && !unumsys_isAlgorithmic(system) &&
		unumsys_getRadix(system) == 10 && !g_str_equal(unumsys_getName(system), "latn");
	if (own) {
		length = unumsys_getDescription(system, text, G_N_ELEMENTS(text), &status);
		own = U_SUCCESS(status);
	}
	unumsys_close(system);
	int made = 0;
	for (int at = 0; own && at < length && made < 10; made++) {
		figures[made] = icu_character(text, length, at, &at);
	}
	return own && made == 10;
}

gboolean locale_has_european_figures(const char *language) {
	UChar32 figures[10];
	return !own_figures(language, figures);
}

char *locale_figures(const char *language, const char *text) {
	UChar32 figures[10];
	if (!strpbrk(text, "0123456789") || !own_figures(language, figures)) {
		return g_strdup(text);
	}
	GString *made = g_string_new(NULL);
	for (const char *at = text; *at; at++) {
		if (g_ascii_isdigit(*at)) {
			g_string_append_unichar(made, (gunichar)figures[*at - '0']);
		} else {
			g_string_append_c(made, *at);
		}
	}
	return g_string_free(made, FALSE);
}

gboolean locale_language_known(const char *language) {
	char locale[ICU_LOCALE_SIZE];
	int32_t parsed;
	if (!tag_to_locale(language, locale, &parsed) || parsed != (int32_t)strlen(language)) {
		return FALSE;
	}
	const char *iso = uloc_getISO3Language(locale);
	return *iso && !g_str_equal(iso, "und");
}

/* The grapheme of `text` that begins with its first letter or figure; whole text's first
 * grapheme when there is none. */
static void first_grapheme(const UChar *text, int length, int *start, int *end) {
	enum { FIRST_MARK = 0x300 };
	/* Letters before all marks: the common case, without looking up rules. */
	if (length > 0 && text[0] < FIRST_MARK && u_isalnum(text[0]) &&
		(length == 1 || text[1] < FIRST_MARK)) {
		*start = 0;
		*end = 1;
		return;
	}
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *breaks = ubrk_open(UBRK_CHARACTER, "en", text, length, &status);
	*start = *end = 0;
	if (U_FAILURE(status)) {
		return;
	}
	int from = ubrk_first(breaks);
	for (int to = ubrk_next(breaks); to != UBRK_DONE; from = to, to = ubrk_next(breaks)) {
		UChar32 first = icu_character(text, length, from, NULL);
		if (*end == 0 || u_isalnum(first)) {
			*start = from;
			*end = to;
		}
		if (u_isalnum(first)) {
			break;
		}
	}
	ubrk_close(breaks);
}

/* Past quotes, half rings and the like, which no initial begins with: letters with a case, and
 * those of scripts without one, are looked for. The whole text where there is none. */
static const char *skip_to_letter(const char *text) {
	for (const char *at = text; *at; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		GUnicodeType type = g_unichar_type(character);
		if (g_unichar_isalnum(character) && type != G_UNICODE_MODIFIER_LETTER) {
			return at;
		}
	}
	return text;
}

char *locale_initial(const char *language, const char *text) {
	char locale[ICU_LOCALE_SIZE];
	int length, start, end;
	g_autofree char *composed = locale_nfc(skip_to_letter(text));
	g_autofree UChar *text16 = icu_from_utf8(composed, &length);
	first_grapheme(text16, length, &start, &end);
	UErrorCode status = U_ZERO_ERROR;
	int32_t capacity = (end - start) * 3 + 4;
	UChar *upper = g_new0(UChar, (gsize)capacity);
	int32_t upper_length = u_strToUpper(upper, capacity - 1, text16 + start, end - start,
		icu_locale(language, FALSE, locale), &status);
	g_assert(U_SUCCESS(status));
	/* A letter that has no single capital gives two: ß, ﬁ. */
	first_grapheme(upper, upper_length, &start, &end);
	char *initial = icu_to_utf8(upper + start, end - start);
	g_free(upper);
	return initial;
}

char *locale_nfc(const char *text) {
	int length;
	g_autofree UChar *text16 = icu_from_utf8(text, &length);
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
	int32_t needed = unorm2_normalize(nfc, text16, length, NULL, 0, &status);
	if (status == U_BUFFER_OVERFLOW_ERROR) {
		status = U_ZERO_ERROR;
	}
	UChar *normal = g_new0(UChar, (gsize)needed + 1);
	unorm2_normalize(nfc, text16, length, normal, needed + 1, &status);
	g_assert(U_SUCCESS(status));
	char *result = icu_to_utf8(normal, needed);
	g_free(normal);
	return result;
}

char *locale_language_name(const char *language, const char *in) {
	enum { NAME_MOST = 128 };
	char locale[ICU_LOCALE_SIZE], own[ICU_LOCALE_SIZE];
	int32_t parsed;
	UErrorCode status = U_ZERO_ERROR;
	UChar name[NAME_MOST];
	if (!tag_to_locale(language, locale, &parsed)) {
		return g_strdup(language);
	}
	int32_t length = uloc_getDisplayLanguage(
		locale, icu_locale(in, FALSE, own), name, NAME_MOST, &status);
	return U_FAILURE(status) || length > NAME_MOST ? g_strdup(language)
						       : icu_to_utf8(name, length);
}

gboolean locale_same_language(const char *one, const char *other) {
	size_t length = strcspn(one, "-_");
	return length == strcspn(other, "-_") && g_ascii_strncasecmp(one, other, length) == 0;
}
