/* smart_space: double spaces to one, and spaces at which a line must not break: between a number
 * and its unit, after initials, titles and abbreviations, before a reference in brackets, after
 * the one-letter words of Slavic languages. */
#include <string.h>

#include "markup/smart.h"

typedef enum Follower { BEFORE_NAME = 1, BEFORE_NUMBER = 2, BEFORE_ANY = 3 } Follower;

typedef struct HoldingWord {
	const char *word; /* stands before the space */
	Follower follower;
} HoldingWord;

enum { WORD_LONGEST = 12 };

static const HoldingWord holding_words[] = {
	{"Dr.", BEFORE_NAME},
	{"Prof.", BEFORE_NAME},
	{"Mr.", BEFORE_NAME},
	{"Mrs.", BEFORE_NAME},
	{"Ms.", BEFORE_NAME},
	{"Mr", BEFORE_NAME},
	{"Mrs", BEFORE_NAME},
	{"Ms", BEFORE_NAME},
	{"Dr", BEFORE_NAME},
	{"St.", BEFORE_NAME},
	{"Mme", BEFORE_NAME},
	{"Mlle", BEFORE_NAME},
	{"Sr.", BEFORE_NAME},
	{"Sra.", BEFORE_NAME},
	{"Dipl.", BEFORE_NAME},
	{"Ing.", BEFORE_NAME},
	{"Rev.", BEFORE_NAME},
	{"Hon.", BEFORE_NAME},
	{"ir.", BEFORE_NAME},
	{"Dr.ir.", BEFORE_NAME},
	{"drs.", BEFORE_NAME},
	{"Fig.", BEFORE_ANY},
	{"Figs.", BEFORE_ANY},
	{"Eq.", BEFORE_ANY},
	{"Eqs.", BEFORE_ANY},
	{"Sec.", BEFORE_NUMBER},
	{"Ch.", BEFORE_NUMBER},
	{"Tab.", BEFORE_NUMBER},
	{"Abb.", BEFORE_NUMBER},
	{"No.", BEFORE_NUMBER},
	{"Nos.", BEFORE_NUMBER},
	{"no.", BEFORE_NUMBER},
	{"nos.", BEFORE_NUMBER},
	{"Nr.", BEFORE_NUMBER},
	{"nr.", BEFORE_NUMBER},
	{"N.º", BEFORE_NUMBER},
	{"nº", BEFORE_NUMBER},
	{"n°", BEFORE_NUMBER},
	{"№", BEFORE_NUMBER},
	{"p.", BEFORE_NUMBER},
	{"pp.", BEFORE_NUMBER},
	{"P.", BEFORE_NUMBER},
	{"S.", BEFORE_NUMBER},
	{"s.", BEFORE_NUMBER},
	{"str.", BEFORE_NUMBER},
	{"vol.", BEFORE_NUMBER},
	{"Vol.", BEFORE_NUMBER},
	{"Bd.", BEFORE_NUMBER},
	{"art.", BEFORE_NUMBER},
	{"Art.", BEFORE_NUMBER},
	{"ca.", BEFORE_NUMBER},
	{"c.", BEFORE_NUMBER},
	{"§", BEFORE_NUMBER},
	{"§§", BEFORE_NUMBER},
	{"Ref.", BEFORE_ANY},
	{"Refs.", BEFORE_ANY},
};

static const char *const units[] = {"%", "‰", "°C", "°F", "K", "m", "mm", "cm", "dm", "km", "µm",
	"μm", "nm", "m²", "km²", "m³", "ha", "g", "kg", "mg", "µg", "t", "l", "L", "ml", "mL", "s",
	"ms", "µs", "μs", "ns", "h", "min", "Hz", "kHz", "MHz", "GHz", "THz", "B", "kB", "KB", "MB",
	"GB", "TB", "PB", "EB", "KiB", "MiB", "GiB", "TiB", "bit", "kbit", "Mbit", "Gbit", "bps",
	"kbps", "Mbps", "Gbps", "Tbps", "W", "mW", "kW", "MW", "GW", "Wh", "kWh", "MWh", "J", "kJ",
	"MJ", "eV", "keV", "MeV", "GeV", "TeV", "V", "mV", "kV", "A", "mA", "Pa", "kPa", "hPa",
	"bar", "N", "kN", "dB", "mol", "ppm", "dpi", "px", "pt", "€", "$", "£", "¥", "USD", "EUR",
	"CAD", "GBP", "CHF", "Uhr", "heures", "ч", "руб", "Kč", "zł"};

static const char *const day_periods[] = {"am", "pm", "a.m", "p.m", "AM", "PM"};

/* One-letter prepositions and conjunctions, by language. */
static const struct {
	const char *language;
	const char *letters;
} short_words[] = {
	{"pl", "aiouwzAIOUWZ"},
	{"cs", "aikosuvzAIKOSUVZ"},
	{"sk", "aikosuvzAIKOSUVZ"},
	{"ru", "авикосуяАВИКОСУЯ"},
	{"uk", "авиізоуяйєАВІЗОУЯЙЄ"},
};

typedef struct Spacing {
	SmartText smart;
	const char *language;
	const char *short_letters; /* of the language, or NULL */
} Spacing;

static gboolean word_equals(const char *word, int length, const char *wanted) {
	return (int)strlen(wanted) == length && !strncmp(word, wanted, (gsize)length);
}

static gboolean is_bound(gunichar c) {
	return c == 0 || g_unichar_isspace(c) || c == 0x2028 || c == '(' || c == '[' ||
		c == 0x201C || c == 0x201E || c == 0x2018 || c == 0xAB || c == 0x202F;
}

/* Start of the word that ends at the space `at`; bounded, so that long ones cost nothing. */
static int word_start(const SmartText *smart, int at) {
	int start = at;
	while (start > 0 && at - start <= WORD_LONGEST && !is_bound(smart_before(smart, start))) {
		start = (int)(g_utf8_prev_char(smart->text + start) - smart->text);
	}
	return start;
}

static int word_length(const SmartText *smart, int at) {
	int length = 0;
	while (at + length < smart->length && length <= WORD_LONGEST) {
		gunichar c = smart_after(smart, at + length);
		if (!g_unichar_isalnum(c) && !strchr("%$", c < 0x80 ? (int)c : 'x') &&
			g_unichar_type(c) != G_UNICODE_CURRENCY_SYMBOL && c != 0xB0 &&
			c != 0x2030 && c != 0xB5) {
			break;
		}
		length += g_utf8_skip[(guchar)smart->text[at + length]];
	}
	return length;
}

static gboolean follows_number(const SmartText *smart, int at, const char *language) {
	const char *word = smart->text + at + 1;
	int length = word_length(smart, at + 1);
	for (int i = 0; i < (int)G_N_ELEMENTS(units); i++) {
		if (word_equals(word, length, units[i])) {
			return TRUE;
		}
	}
	for (int i = 0; smart_language_is(language, "en") && i < (int)G_N_ELEMENTS(day_periods);
		i++) {
		int period = (int)strlen(day_periods[i]);
		if (!strncmp(word, day_periods[i], (gsize)period) &&
			!g_ascii_isalnum(word[period])) {
			return TRUE;
		}
	}
	return FALSE;
}

/* "M." before "T." or "Özsu"; "J.-P." too. */
static gboolean is_initial(const SmartText *smart, int start, int at) {
	gunichar first = smart_after(smart, start);
	const char *second = g_utf8_next_char(smart->text + start);
	if (!g_unichar_isupper(first) || *second != '.') {
		return FALSE;
	}
	int left = at - (int)(second - smart->text);
	return left == 1 || (left == 4 && second[1] == '-' && second[3] == '.') ||
		(left == 3 && g_ascii_isupper(second[1]) && second[2] == '.');
}

static gboolean word_holds(const SmartText *smart, int start, int at) {
	gunichar after = smart_after(smart, at + 1);
	const char *word = smart->text + start;
	/* What no word holds to: nearly always. */
	if (!g_unichar_isdigit(after) && !g_unichar_isupper(after) && after != '[') {
		return FALSE;
	}
	for (int i = 0; i < (int)G_N_ELEMENTS(holding_words); i++) {
		if (word_equals(word, at - start, holding_words[i].word)) {
			Follower follower = holding_words[i].follower;
			return (follower & BEFORE_NUMBER && g_unichar_isdigit(after)) ||
				(follower & BEFORE_NAME && g_unichar_isupper(after)) ||
				(follower == BEFORE_ANY && after == '[');
		}
	}
	return FALSE;
}

/* The one-letter words of the language, or NULL. */
static const char *short_letters(const char *language) {
	for (int i = 0; i < (int)G_N_ELEMENTS(short_words); i++) {
		if (smart_language_is(language, short_words[i].language)) {
			return short_words[i].letters;
		}
	}
	return NULL;
}

static gboolean is_short_word(const Spacing *spacing, int start, int at) {
	const SmartText *smart = &spacing->smart;
	gboolean one = g_utf8_next_char(smart->text + start) == smart->text + at;
	return one && spacing->short_letters &&
		g_utf8_strchr(spacing->short_letters, -1, smart_after(smart, start)) != NULL;
}

/* " [1]", " [2, 3]" */
static gboolean is_reference(const SmartText *smart, int at) {
	return smart_after(smart, at + 1) == '[' && g_unichar_isdigit(smart_after(smart, at + 2));
}

/* What most words that follow a space begin with: nothing holds to it but a number or a word of one
 * letter. */
static gboolean is_plain_follower(gunichar after) {
	return g_ascii_islower((char)(after < 0x80 ? after : 0));
}

static gboolean space_holds(const Spacing *spacing, int at) {
	const SmartText *smart = &spacing->smart;
	gunichar before = smart_before(smart, at), after = smart_after(smart, at + 1);
	if (is_plain_follower(after) && !g_unichar_isdigit(before) && !spacing->short_letters) {
		return FALSE;
	}
	if (before == 0 || after == 0 || g_unichar_isspace(before) || g_unichar_isspace(after)) {
		return FALSE;
	}
	if (is_reference(smart, at)) {
		return TRUE;
	}
	if (g_unichar_isdigit(before) && follows_number(smart, at, spacing->language)) {
		return TRUE;
	}
	int start = word_start(smart, at);
	if (start == at || at - start > WORD_LONGEST) {
		return FALSE;
	}
	if (is_initial(smart, start, at) && g_unichar_isupper(after)) {
		return TRUE;
	}
	return word_holds(smart, start, at) || is_short_word(spacing, start, at);
}

void smart_spaces(RichText *rich, const char *language) {
	g_autofree unsigned char *guards = rich_guards(rich);
	RichEdit edit;
	rich_edit_begin(&edit, rich);
	Spacing spacing = {.smart = {edit.old->str, (int)edit.old->len, guards},
		.language = language,
		.short_letters = short_letters(language)};
	const SmartText *smart = &spacing.smart;
	for (;;) {
		rich_edit_keep_until(&edit, " ");
		if (edit.at >= smart->length) {
			break;
		}
		gboolean space = smart_free(smart, edit.at);
		if (space && edit.at > 0 && smart->text[edit.at - 1] == ' ' &&
			smart_free(smart, edit.at - 1)) {
			rich_edit_replace(&edit, 1, "");
		} else if (space && space_holds(&spacing, edit.at)) {
			rich_edit_replace(&edit, 1, NO_BREAK_SPACE);
		} else {
			rich_edit_keep(&edit, 1);
		}
	}
	rich_edit_end(&edit);
}
