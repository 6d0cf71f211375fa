/* nobreak: breaks at spaces that Unicode allows and a reader minds (DESIGN.md 6): between initials
 * and surname, number and unit, "Fig." and its figure; and how much a line would like to end at
 * the others: after a colon, before a preposition, not behind a short word. */
#include <string.h>

#include "text/items.h"
#include "text/linewords.h"

typedef struct Neighbours {
	const char *left, *right; /* the words around a space */
	int left_length, right_length;
	Word *left_word, *right_word; /* the same where they are words of the cache, else NULL */
	const char *start; /* of the whole text */
	const char *language;
	gboolean name; /* the space stands in a name */
} Neighbours;

static gboolean is_gap(const char *at) {
	return (guchar)*at <= 0x20;
}

/* The token is the whole of the word. */
static Word *exact_word(const Items *items, int index, const char *word, int length) {
	if (index < 0 || index >= items->count) {
		return NULL;
	}
	const Token *token = &items->tokens[index];
	gboolean exact = token->kind == TOKEN_WORD && token->end - token->start == length &&
		items->spec->source->text + token->start == word;
	return exact ? token->word : NULL;
}

/* Are the tokens at the space's sides words, whole and each of one token? Nearly always; then they
 * are the neighbours. */
static gboolean take_tokens(const Items *items, int index, Neighbours *near) {
	const char *text = items->spec->source->text;
	const Token *right = &items->tokens[index], *left = index > 1 ? right - 2 : NULL;
	if (!left || left->kind != TOKEN_WORD || right->kind != TOKEN_WORD ||
		left->end != right[-1].start ||
		!(left->start == 0 || is_gap(text + left->start - 1)) ||
		!(right->end == items->spec->source->length || is_gap(text + right->end))) {
		return FALSE;
	}
	near->left = text + left->start;
	near->left_length = left->end - left->start;
	near->left_word = left->word;
	near->right = text + right->start;
	near->right_length = right->end - right->start;
	near->right_word = right->word;
	return TRUE;
}

static Neighbours neighbours_of(const Items *items, int index) {
	const Token *space = &items->tokens[index - 1];
	const char *text = items->spec->source->text;
	const char *end = text + items->spec->source->length;
	const StyleRun *run = &items->styles.runs[space->style];
	Neighbours near = {.start = text, .language = run->look->language};
	near.name = (run->flags & INLINE_NAME) != 0;
	if (take_tokens(items, index, &near)) {
		return near;
	}
	const char *left = text + space->start;
	while (left > text && !is_gap(left - 1)) {
		left--;
	}
	near.left = left;
	near.left_length = (int)(text + space->start - left);
	const char *right = text + space->end;
	near.right = right;
	while (right < end && !is_gap(right)) {
		right++;
	}
	near.right_length = (int)(right - near.right);
	near.left_word = exact_word(items, index - 2, near.left, near.left_length);
	near.right_word = exact_word(items, index, near.right, near.right_length);
	return near;
}

/* known: the word where it is one of the cache, which keeps its traits. */
static int traits_of(Word *known, const char *word, int length, const char *language) {
	if (!known || strcmp(known->look->language, language) != 0) {
		return word_traits(word, length, language);
	}
	int traits = g_atomic_int_get(&known->traits);
	if (traits == 0) {
		traits = word_traits(word, length, language);
		g_atomic_int_set(&known->traits, traits);
	}
	return traits;
}

static int left_traits(const Neighbours *near) {
	return traits_of(near->left_word, near->left, near->left_length, near->language);
}

static int right_traits(const Neighbours *near) {
	return traits_of(near->right_word, near->right, near->right_length, near->language);
}

static gunichar first_letter(const char *word, int length) {
	const char *end = word + length;
	while (word < end && strchr("(['\"", *word)) {
		word++;
	}
	return word < end ? g_utf8_get_char(word) : 0;
}

static gboolean is_digits(const char *word, int length) {
	for (int i = 0; i < length; i++) {
		if (!g_ascii_isdigit(word[i])) {
			return FALSE;
		}
	}
	return length > 0;
}

/* "M.", "J.-P.", "Th."; in a name also "M". */
static gboolean is_initial(const char *word, int length, gboolean name) {
	int letters = 0, dots = 0;
	for (const char *at = word; at < word + length; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (c == '.') {
			dots++;
			letters = 0;
		} else if (g_unichar_isalpha(c)) {
			letters++;
			if ((letters == 1 && !g_unichar_isupper(c)) || letters > 2) {
				return FALSE;
			}
		} else if (c != '-') {
			return FALSE;
		}
	}
	gboolean bare = name && dots == 0 && letters == 1;
	return bare || (dots > 0 && letters == 0);
}

/* "van den Berg": the particles of a name stay with what they lead to. */
static gboolean is_particle(const Neighbours *near) {
	enum { LONGEST = 5 }; /* "della" */
	return near->name && near->left_length <= LONGEST &&
		g_unichar_islower(first_letter(near->left, near->left_length));
}

static gboolean keeps_name(const Neighbours *near) {
	gunichar first = first_letter(near->right, near->right_length);
	if (!g_unichar_isupper(first)) {
		return FALSE;
	}
	return is_initial(near->left, near->left_length, near->name) ||
		(left_traits(near) & WORD_TAKES_NAME);
}

static gboolean ends_in_digit(const Neighbours *near) {
	return near->left_length > 0 && g_ascii_isdigit(near->left[near->left_length - 1]);
}

/* "10 000", "+49 89 1234567": groups of one number. */
static gboolean keeps_groups(const Neighbours *near) {
	int length = near->right_length;
	while (length > 0 && strchr(".,;:)", near->right[length - 1])) {
		length--;
	}
	if (!ends_in_digit(near) || !is_digits(near->right, length)) {
		return FALSE;
	}
	if (length == 3 && near->left_length <= 3 && is_digits(near->left, near->left_length)) {
		return TRUE;
	}
	const char *at = near->left;
	for (int groups = 0; groups < 6; groups++) {
		if (*at == '+') {
			return TRUE;
		}
		if (at == near->start || !is_gap(at - 1)) {
			return FALSE;
		}
		at--;
		while (at > near->start && !is_gap(at - 1)) {
			at--;
		}
		if (*at != '+' && *at != '(' && !g_ascii_isdigit(*at)) {
			return FALSE;
		}
	}
	return FALSE;
}

static gboolean keeps_number(const Neighbours *near) {
	gunichar first = first_letter(near->right, near->right_length);
	gboolean number = g_unichar_isdigit(first);
	if (number && (left_traits(near) & WORD_TAKES_NUMBER)) {
		return TRUE;
	}
	return ends_in_digit(near) && (right_traits(near) & WORD_IS_UNIT);
}

/* "[1]", "[2, 3]": not at a line's start. */
static gboolean is_reference(const Neighbours *near) {
	if (near->right_length < 2 || near->right[0] != '[') {
		return FALSE;
	}
	return g_ascii_isdigit(near->right[1]);
}

/* "SOSP ’21": a year cut short belongs to what stands before it. */
static gboolean is_short_year(const Neighbours *near) {
	gunichar mark = g_utf8_get_char(near->right);
	const char *figure = g_utf8_next_char(near->right);
	return near->right_length > 1 && (mark == 0x2019 || mark == 0x2018 || mark == '\'') &&
		g_ascii_isdigit(*figure);
}

/* Nothing but marks of these two kinds (GUnicodeType). */
static gboolean is_all(const char *word, int length, GUnicodeType one, GUnicodeType other) {
	for (const char *at = word; at < word + length; at = g_utf8_next_char(at)) {
		GUnicodeType type = g_unichar_type(g_utf8_get_char(at));
		if (type != one && type != other) {
			return FALSE;
		}
	}
	return length > 0;
}

/* "« mot »", with spaces inside: quotation marks stay with their words. What follows the closing
 * one does not matter. */
static gboolean keeps_quotation(const Neighbours *near) {
	gunichar first = g_utf8_get_char(near->right);
	if (near->right_length > 1 && (first == 0x00BB || first == 0x203A)) {
		return is_all(near->right, near->right_length, G_UNICODE_FINAL_PUNCTUATION,
			G_UNICODE_OTHER_PUNCTUATION);
	}
	return is_all(near->left, near->left_length, G_UNICODE_INITIAL_PUNCTUATION,
		G_UNICODE_OPEN_PUNCTUATION);
}

/* Slavic words of one letter end no line; the left word has one. */
static gboolean is_letter_word(const Neighbours *near) {
	static const char *const languages[] = {"pl", "cs", "sk", "uk", "ru"};
	if (!(left_traits(near) & WORD_IS_LEADING)) {
		return FALSE;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(languages); i++) {
		if (g_ascii_strncasecmp(near->language, languages[i], 2) == 0) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean is_dash_word(const char *word, int length) {
	return length == 3 &&
		(memcmp(word, "\xE2\x80\x93", 3) == 0 || memcmp(word, "\xE2\x80\x94", 3) == 0);
}

static gboolean forbids(const Neighbours *near) {
	gboolean sign = near->left_length > 0 && near->left_length <= 2 &&
		g_utf8_next_char(near->left) >= near->left + near->left_length;
	if ((sign && (is_letter_word(near) || keeps_quotation(near))) || is_particle(near)) {
		return TRUE;
	}
	/* Nearly always: plain words, of which nothing below is true. */
	if (near->right_length > 0 && g_ascii_islower(near->right[0]) && !ends_in_digit(near)) {
		return FALSE;
	}
	return keeps_name(near) || keeps_number(near) || keeps_groups(near) || is_reference(near) ||
		is_short_year(near) || keeps_quotation(near) ||
		is_dash_word(near->right, near->right_length);
}

enum {
	LIKE_STOP = -400,
	LIKE_COMMA = -200,
	LIKE_LEADING = -60,
	DISLIKE_TIE = 300, /* no title's line ends so but where it must */
	DISLIKE_SHORT = 240,
	DISLIKE_TIE_RAGGED = 40, /* of running text it may */
	DISLIKE_SHORT_RAGGED = 40
};

static gboolean has_lower(const char *word, int length) {
	for (const char *at = word; at < word + length; at = g_utf8_next_char(at)) {
		if (g_unichar_islower(g_utf8_get_char(at))) {
			return TRUE;
		}
	}
	return FALSE;
}

/* The mark that a word ends in, marks that close a quotation or brackets apart; 0: none. */
static gunichar end_mark(const char *word, int length) {
	const char *at = word + length;
	while (at > word) {
		at = g_utf8_prev_char(at);
		gunichar c = g_utf8_get_char(at);
		GUnicodeType type = g_unichar_type(c);
		gboolean closes = c == '"' || c == '\'' || type == G_UNICODE_CLOSE_PUNCTUATION ||
			type == G_UNICODE_FINAL_PUNCTUATION;
		if (!closes) {
			return g_unichar_ispunct(c) ? c : 0;
		}
	}
	return 0;
}

gboolean text_parts_behind(gunichar mark) {
	switch (mark) {
	case ':':
	case ';':
	case '?':
	case '!':
	case 0x037E: /* Greek question mark */
	case 0x061B: /* Arabic semicolon */
	case 0x061F: /* Arabic question mark */
	case 0x2013:
	case 0x2014:
		return TRUE;
	default:
		return FALSE;
	}
}

static int like_after_mark(gunichar mark) {
	if (text_parts_behind(mark)) {
		return LIKE_STOP;
	}
	return mark == ',' || mark == 0x060C /* Arabic comma */ ? LIKE_COMMA : 0;
}

static int like(const Neighbours *near, gboolean title) {
	if (near->left_length == 0 || near->right_length == 0) {
		return 0;
	}
	gunichar mark = end_mark(near->left, near->left_length);
	int marked = like_after_mark(mark);
	if (marked != 0) {
		return marked;
	}
	gboolean brief = g_utf8_strlen(near->left, near->left_length) <= 2;
	gboolean word = mark == 0 && has_lower(near->left, near->left_length);
	int leading = right_traits(near) & WORD_IS_LEADING ? LIKE_LEADING : 0;
	if (left_traits(near) & (WORD_IS_WEAK | WORD_IS_LEADING)) {
		return (title ? DISLIKE_TIE : DISLIKE_TIE_RAGGED) + leading;
	}
	if (brief && word) {
		return (title ? DISLIKE_SHORT : DISLIKE_SHORT_RAGGED) + leading;
	}
	return leading;
}

static void apply_at_space(Items *items, int index, const Style *style) {
	Token *token = &items->tokens[index];
	Neighbours near = neighbours_of(items, index);
	if (forbids(&near)) {
		token->penalty = BREAK_KEPT;
		return;
	}
	/* Justified lines are judged by their white alone. */
	if (style->align != ALIGN_JUSTIFY) {
		token->like = like(&near, style->balance);
	}
}

/* A few characters of Han in a title of another script are one word. */
static gboolean parts_wide(const Items *items, int index) {
	const ParSpec *spec = items->spec;
	const char *own = spec->source->language ? spec->source->language : spec->language;
	return items->tokens[index].kind == TOKEN_WIDE &&
		items->tokens[index - 1].kind == TOKEN_WIDE && !han_wanted(own ? own : "");
}

/* Both sides of the break stand in one name. */
static gboolean parts_name(const Items *items, int index) {
	const Token *token = &items->tokens[index];
	const StyleRun *run = &items->styles.runs[items->tokens[index - 1].style];
	return (run->flags & INLINE_NAME) && run->start < token->start && run->end > token->start;
}

void nobreak_apply(Items *items) {
	const Style *style = &items->spec->sheet->styles[items->spec->role];
	for (int i = 1; i < items->count; i++) {
		Token *token = &items->tokens[i];
		if (token->penalty >= BREAK_KEPT || token->penalty == BREAK_FORCED) {
			continue;
		}
		const StyleRun *run = &items->styles.runs[token->style];
		if ((run->flags & INLINE_NO_BREAK) && run->start < token->start) {
			token->penalty = BREAK_KEPT;
		} else if (items->tokens[i - 1].kind == TOKEN_SPACE) {
			apply_at_space(items, i, style);
		} else if (parts_wide(items, i)) {
			token->like = style->balance ? DISLIKE_SHORT : DISLIKE_SHORT_RAGGED;
		}
		token->in_name = parts_name(items, i);
	}
}
