/* smart_quote: straight quotes and apostrophes to those of the language. Marks that are already
 * typographic stay, whatever language they are of; French gets its narrow no-break spaces where
 * the writer left a space, and never where not. */
#include <string.h>

#include "markup/quote_marks.h"
#include "markup/smart.h"

#define APOSTROPHE "’"
#define PRIME "\xE2\x80\xB2"
#define DOUBLE_PRIME "\xE2\x80\xB3"
#define NARROW "\xE2\x80\xAF"

enum { NESTING_MAX = 16 };

typedef struct Quoting {
	SmartText smart;
	RichEdit edit;
	const QuoteMarks *marks;
	const char *language;
	int last_closer; /* last ' that may close something */
	char open[NESTING_MAX]; /* " and ' that are open, outermost first */
	gboolean inner[NESTING_MAX]; /* set as the second kind of marks */
	int depth;
} Quoting;

static gboolean opens_after(gunichar c) {
	return c == 0 || g_unichar_isspace(c) || c == 0x2028 || c == 0x2060 || c == 0xA1 ||
		c == 0xBF || /* ¡ ¿ */
		(c < 0x80 && strchr("([{<-/\"'=", (int)c)) ||
		g_unichar_type(c) == G_UNICODE_OPEN_PUNCTUATION ||
		g_unichar_type(c) == G_UNICODE_INITIAL_PUNCTUATION ||
		g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION;
}

static gboolean is_space(gunichar c) {
	return c == 0 || g_unichar_isspace(c) || c == 0x2028;
}

static gboolean is_digit(gunichar c) {
	return c >= '0' && c <= '9';
}

/* A ' that stands at the end of a word. */
static gboolean may_close(const SmartText *smart, int at) {
	gunichar before = smart_before(smart, at), after = smart_after(smart, at + 1);
	return !is_space(before) && before != '\'' && !g_unichar_isalnum(after);
}

static int find_last_closer(const SmartText *smart) {
	for (int at = smart->length - 1; at >= 0; at--) {
		if (smart->text[at] == '\'' && smart_free(smart, at) && may_close(smart, at)) {
			return at;
		}
	}
	return -1;
}

static gboolean is_open(const Quoting *quoting, char mark) {
	for (int i = 0; i < quoting->depth; i++) {
		if (quoting->open[i] == mark) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Kinds of marks alternate inwards; outermost, " is of the first kind and ' of the second. */
static void open_quote(Quoting *quoting, char mark) {
	int depth = quoting->depth;
	gboolean inner = depth ? !quoting->inner[depth - 1] : mark == '\'';
	if (depth < NESTING_MAX) {
		quoting->open[depth] = mark;
		quoting->inner[depth] = inner;
		quoting->depth++;
	}
	const QuoteMarks *marks = quoting->marks;
	rich_edit_replace(&quoting->edit, 1, inner ? marks->inner_open : marks->open);
}

/* What was opened inside and not closed ends here too. */
static void close_quote(Quoting *quoting, char mark) {
	gboolean inner = mark == '\'';
	for (int depth = quoting->depth - 1; depth >= 0; depth--) {
		if (quoting->open[depth] == mark) {
			inner = quoting->inner[depth];
			quoting->depth = depth;
			break;
		}
	}
	const QuoteMarks *marks = quoting->marks;
	rich_edit_replace(&quoting->edit, 1, inner ? marks->inner_close : marks->close);
}

static void edit_double(Quoting *quoting) {
	const SmartText *smart = &quoting->smart;
	int at = quoting->edit.at;
	gunichar before = smart_before(smart, at), after = smart_after(smart, at + 1);
	gboolean open = is_open(quoting, '"');
	if (is_digit(before) && !open) {
		rich_edit_replace(&quoting->edit, 1, DOUBLE_PRIME);
	} else if (opens_after(before) && (!is_space(after) || !open) &&
		!(open && before == '\'')) {
		open_quote(quoting, '"');
	} else if (!open && !is_space(after) && before >= 0x2E80 && before != 0xFFFC) {
		open_quote(quoting, '"'); /* Chinese and Japanese: no space before */
	} else {
		close_quote(quoting, '"');
	}
}

/* ’tis, ’em, ’n’, ’t Hooft, ’s-Hertogenbosch */
static gboolean is_elision(const Quoting *quoting, int at) {
	static const char *const english[] = {"tis", "twas", "twere", "twill", "em", "n", "cause",
		"til", "till", "bout", "round", "cos", "coz"};
	static const char *const dutch[] = {"s", "t", "n", "k", "m", "r"};
	gboolean is_dutch = smart_language_is(quoting->language, "nl") ||
		smart_language_is(quoting->language, "af");
	const char *const *words = is_dutch ? dutch : english;
	int count = is_dutch ? (int)G_N_ELEMENTS(dutch) : (int)G_N_ELEMENTS(english);
	const char *word = quoting->smart.text + at + 1;
	int length = 0;
	while (g_ascii_isalpha(word[length])) {
		length++;
	}
	/* "’t" and "’s" begin names and dates in every language. */
	gboolean particle = length == 1 && (*word == 't' || *word == 's') && word[1] != '\'';
	for (int i = 0; i < count; i++) {
		if ((int)strlen(words[i]) == length &&
			!g_ascii_strncasecmp(words[i], word, (gsize)length)) {
			return is_dutch || length > 1 || particle || word[length] == '\'';
		}
	}
	return particle;
}

/* ’21, ’90s */
static gboolean is_short_year(const SmartText *smart, int at) {
	gunichar last = smart_after(smart, at + 3);
	return is_digit(smart_after(smart, at + 1)) && is_digit(smart_after(smart, at + 2)) &&
		(!g_unichar_isalnum(last) ||
			(last == 's' && !g_unichar_isalnum(smart_after(smart, at + 4))));
}

static void edit_single(Quoting *quoting) {
	const SmartText *smart = &quoting->smart;
	int at = quoting->edit.at;
	gunichar before = smart_before(smart, at), after = smart_after(smart, at + 1);
	gboolean open = is_open(quoting, '\'');
	if (opens_after(before) && before != 0x2060) {
		gboolean apostrophe = is_short_year(smart, at) || is_elision(quoting, at);
		gboolean quote = !is_space(after) && quoting->last_closer > at && !apostrophe;
		if (quote && !(open && before == '"')) {
			open_quote(quoting, '\'');
			return;
		}
	}
	if (is_digit(before) && !open && !g_unichar_isalnum(after)) {
		rich_edit_replace(&quoting->edit, 1, PRIME);
	} else if (open && may_close(smart, at)) {
		close_quote(quoting, '\'');
	} else {
		rich_edit_replace(&quoting->edit, 1, APOSTROPHE);
	}
}

/* French: a space before a high point or inside guillemets becomes one that holds. */
static gboolean space_holds(const SmartText *smart, int at, const QuoteMarks *marks) {
	gunichar before = smart_before(smart, at), after = smart_after(smart, at + 1);
	if (after == 0xBB || after == 0x203A || before == 0xAB || before == 0x2039) {
		return TRUE;
	}
	gboolean point = after == ';' || after == '!' || after == '?' || after == ':';
	gunichar next = smart_after(smart, at + 2);
	return point && (marks->spaced_points || is_space(next)) && !is_space(before) &&
		!g_unichar_isalnum(next);
}

void smart_quotes(RichText *rich, const char *language) {
	g_autofree unsigned char *guards = rich_guards(rich);
	Quoting quoting = {.marks = quote_marks_of(language), .language = language};
	RichEdit *edit = &quoting.edit;
	rich_edit_begin(edit, rich);
	quoting.smart = (SmartText){edit->old->str, (int)edit->old->len, guards};
	quoting.last_closer = find_last_closer(&quoting.smart);
	gboolean french = smart_language_is(language, "fr");
	for (;;) {
		rich_edit_keep_until(edit, french ? "\"' " : "\"'");
		if (edit->at >= quoting.smart.length) {
			break;
		}
		char byte = quoting.smart.text[edit->at];
		if (!smart_free(&quoting.smart, edit->at)) {
			rich_edit_keep(edit, 1);
		} else if (byte == '"') {
			edit_double(&quoting);
		} else if (byte == '\'') {
			edit_single(&quoting);
		} else if (byte == ' ' && french &&
			space_holds(&quoting.smart, edit->at, quoting.marks)) {
			rich_edit_replace(edit, 1, NARROW);
		} else {
			rich_edit_keep(edit, 1);
		}
	}
	rich_edit_end(edit);
}
