/* name: see name.h. Lists of particles, titles and double surnames are data of languages, not of
 * persons; what they do not cover is for `sort:`. */
#include "model/name.h"

#include <string.h>

static const char titles[] =
	" dr. dr dr.ir. dr.-ing. prof. prof prof.dr. professor ir. ing. dipl.-ing. mr. mr "
	"mrs. mrs ms. ms mx. mx sir dame rev. hon. m. mme herr frau doc. mgr. ";
static const char suffixes[] = " jr. jr sr. sr ii iii iv phd ph.d. md m.d. esq. ";
static const char particles[] =
	" von van der den de del della di da das do dos du des la le el al ter ten "
	"te zu zum zur vom af av y e bin ibn bint ben und vander 't op ";
static const char *const double_surnames[] = {"欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛",
	"上官", "夏侯", "皇甫", "尉迟", "公孙", "公孫", "慕容", "司徒", "令狐", "宇文", "长孙",
	"長孫", "남궁", "황보", "제갈", "선우", "독고", "사공", NULL};

static gboolean is_listed(const char *list, const char *word) {
	g_autofree gchar *lower = g_utf8_strdown(word, -1);
	g_autofree gchar *wanted = g_strdup_printf(" %s ", lower);
	return strstr(list, wanted) != NULL;
}

/* A particle is written in lower case; "De Souza" and "Le Guin" are names. */
static gboolean is_particle(const char *word) {
	return g_unichar_islower(g_utf8_get_char(word)) && is_listed(particles, word);
}

static gboolean is_han_or_hangul(const char *text) {
	for (const char *at = text; *at; at = g_utf8_next_char(at)) {
		GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(at));
		if (script != G_UNICODE_SCRIPT_HAN && script != G_UNICODE_SCRIPT_HANGUL) {
			return FALSE;
		}
	}
	return *text != '\0';
}

/* 欧阳文静, 张伟, 홍길동: family name first, one character but for the listed ones. */
static void split_close(Arena *arena, const char *name, NameParts *parts) {
	size_t length = (size_t)(g_utf8_next_char(name) - name);
	for (int i = 0; double_surnames[i]; i++) {
		if (g_str_has_prefix(name, double_surnames[i])) {
			length = strlen(double_surnames[i]);
		}
	}
	long count = g_utf8_strlen(name, -1);
	if (count < 2 || count > 4 || name[length] == '\0') {
		parts->family = arena_strdup(arena, name);
		return;
	}
	parts->family = arena_strndup(arena, name, length);
	parts->given = arena_strdup(arena, name + length);
}

static const char *join_words(Arena *arena, char **words, int from, int to) {
	if (from >= to) {
		return NULL;
	}
	g_autoptr(GString) text = g_string_new(words[from]);
	for (int i = from + 1; i < to; i++) {
		g_string_append_printf(text, " %s", words[i]);
	}
	return arena_strdup(arena, text->str);
}

/* TANAKA Hiroshi: a word of capitals alone among others is the family name. */
static gboolean is_shouted(const char *word) {
	int letters = 0;
	for (const char *at = word; *at; at = g_utf8_next_char(at)) {
		gunichar here = g_utf8_get_char(at);
		if (g_unichar_islower(here) || here == '.') {
			return FALSE;
		}
		letters += g_unichar_isupper(here);
	}
	return letters >= 3;
}

static int find_shouted(char **words, int from, int to) {
	int found = -1, count = 0;
	for (int i = from; i < to; i++) {
		if (is_shouted(words[i])) {
			found = i;
			count++;
		}
	}
	return count == 1 ? found : -1;
}

static void split_words(Arena *arena, char **words, NameParts *parts) {
	int from = 0, to = (int)g_strv_length(words);
	while (from < to - 1 && is_listed(titles, words[from])) {
		from++;
	}
	while (to - 1 > from && is_listed(suffixes, words[to - 1])) {
		to--;
	}
	int shouted = find_shouted(words, from, to);
	gboolean leads = parts->family_first || shouted == from;
	if (leads && to - from > 1) {
		parts->family = words[from];
		parts->given = join_words(arena, words, from + 1, to);
		parts->family = arena_strdup(arena, parts->family);
		return;
	}
	int family = to - 1;
	for (int i = from + 1; i < to - 1; i++) {
		if (is_particle(words[i])) {
			family = i;
			break;
		}
	}
	if (to - from > 1 && is_particle(words[from])) {
		family = from; /* "van Gogh" alone */
	}
	parts->given = join_words(arena, words, from, family);
	parts->family = join_words(arena, words, family, to);
}

gboolean name_is_family_first(const char *language) {
	return language &&
		(locale_same_language(language, "hu") || locale_same_language(language, "vi"));
}

static void split(Arena *arena, const char *name, NameParts *parts) {
	g_autofree gchar *head = g_strdup(name);
	char *comma = strchr(head, ',');
	if (comma) {
		*comma = '\0';
	}
	g_auto(GStrv) split = g_strsplit_set(g_strstrip(head), " \t\n", -1);
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	for (int i = 0; split[i]; i++) {
		if (*split[i]) {
			g_ptr_array_add(words, split[i]);
		}
	}
	g_ptr_array_add(words, NULL);
	char **list = (char **)words->pdata;
	if (!list[0]) {
		parts->family = arena_strdup(arena, name);
	} else if (!list[1] && is_han_or_hangul(list[0])) {
		split_close(arena, list[0], parts);
	} else if (list[1] && !list[2] && is_han_or_hangul(list[0]) && is_han_or_hangul(list[1])) {
		parts->family = arena_strdup(arena, list[0]);
		parts->given = arena_strdup(arena, list[1]);
	} else {
		split_words(arena, list, parts);
	}
}

void name_split(Arena *arena, const char *name, NameParts *parts) {
	*parts = (NameParts){0};
	split(arena, name, parts);
}

/* The name without `known` at its beginning or end, or NULL when it stands at neither. */
static const char *take_off(Arena *arena, const char *name, const char *known) {
	size_t length = strlen(known), whole = strlen(name);
	char *rest = NULL;
	if (length < whole && g_str_has_prefix(name, known)) {
		rest = arena_strdup(arena, name + length);
	} else if (length < whole && g_str_has_suffix(name, known)) {
		rest = arena_strndup(arena, name, whole - length);
	}
	return rest && *g_strstrip(rest) ? rest : NULL;
}

void name_split_rest(Arena *arena, const char *name, NameParts *parts) {
	if (parts->given && parts->family) {
		return;
	}
	NameParts rule = {.family_first = parts->family_first};
	split(arena, name, &rule);
	if (!parts->given && !parts->family) {
		*parts = rule;
	} else if (parts->given) {
		const char *rest = take_off(arena, name, parts->given);
		parts->family = rest ? rest : rule.family;
	} else {
		parts->given = take_off(arena, name, parts->family);
	}
}

/* Bytes of the particles and blanks before the name proper. */
static size_t particle_length(const char *family) {
	size_t length = 0;
	for (;;) {
		size_t word = strcspn(family + length, " ");
		if (family[length + word] == '\0') {
			return length;
		}
		g_autofree gchar *text = g_strndup(family + length, word);
		if (!is_particle(text)) {
			return length;
		}
		length += word + strspn(family + length + word, " ");
	}
}

/* The comma of the name's own script. */
static const char *comma_after(const char *family) {
	switch (g_unichar_get_script(g_utf8_get_char(family))) {
	case G_UNICODE_SCRIPT_ARABIC:
		return "\xd8\x8c ";
	case G_UNICODE_SCRIPT_HIRAGANA:
	case G_UNICODE_SCRIPT_KATAKANA:
		return "\xe3\x80\x81";
	default:
		return ", ";
	}
}

const char *name_sort(Arena *arena, const NameParts *parts) {
	if (!parts->given) {
		return parts->family;
	}
	if (is_han_or_hangul(parts->family)) {
		return arena_printf(arena, "%s%s", parts->family, parts->given);
	}
	if (parts->family_first) {
		return arena_printf(arena, "%s %s", parts->family, parts->given);
	}
	size_t length = particle_length(parts->family);
	if (length == 0) {
		const char *comma = comma_after(parts->family);
		return arena_printf(arena, "%s%s%s", parts->family, comma, parts->given);
	}
	g_autofree gchar *before = g_strstrip(g_strndup(parts->family, length));
	return arena_printf(arena, "%s, %s %s", parts->family + length, parts->given, before);
}

/* Past "Al-", "al-", "El-" and an opening mark or quote. */
static const char *pass_article(const char *name) {
	static const char *const articles[] = {"al-", "el-", "ar-", "as-", "ash-", "an-", NULL};
	for (int i = 0; articles[i]; i++) {
		size_t length = strlen(articles[i]);
		if (g_ascii_strncasecmp(name, articles[i], length) == 0 && name[length]) {
			return name + length;
		}
	}
	return name;
}

static const char *pass_marks(const char *name) {
	const char *at = name;
	while (*at && !g_unichar_isalnum(g_utf8_get_char(at))) {
		at = g_utf8_next_char(at);
	}
	/* ʿ and ʾ are letters to Unicode, but no initials */
	while (g_utf8_get_char(at) >= 0x2b0 && g_utf8_get_char(at) <= 0x2ff) {
		at = g_utf8_next_char(at);
	}
	return *at ? at : name;
}

const char *name_initials(Arena *arena, const NameParts *parts, const char *language) {
	const char *family = parts->family + particle_length(parts->family);
	g_autofree char *last = locale_initial(language, pass_marks(pass_article(family)));
	if (!parts->given || is_han_or_hangul(parts->family)) {
		return arena_strdup(arena, last);
	}
	g_autofree char *first = locale_initial(language, pass_marks(pass_article(parts->given)));
	return arena_printf(arena, "%s%s", first, last);
}
