/* smart_range: a hyphen between two numbers is a range ("12:10-12:40", "pp. 101-19", "1999-2007")
 * or part of a code, a date, a telephone number, a score. What is not clearly a range is left as
 * it was written. */
#include "markup/smart_range.h"

#include <string.h>

typedef struct Number {
	int start, end; /* bytes of the text */
	int digits; /* before a point */
	int value; /* of those */
	gboolean clock; /* 12:10 */
	gboolean zero; /* begins with one that says nothing */
} Number;

enum { NUMBER_LONGEST = 16, DIGITS_MAX = 6, YEAR_FIRST = 1000, YEAR_LAST = 2199 };

/* Words after which figures with a hyphen are numbers of something, not ranges. */
static const char *const label_words[] = {"tel", "phone", "telephone", "telefon", "fax", "mobile",
	"mobil", "cell", "isbn", "issn", "doi", "rfc", "iso", "iec", "ieee", "room", "raum",
	"salle", "sala", "suite", "building", "hall", "figure", "fig", "abb", "table", "tab",
	"section", "listing", "version", "no", "nr", "flight", "route", "model", "part", "case"};

/* Units and the like that may follow the second number at once. */
static const char *const suffixes[] = {"am", "pm", "a.m", "p.m", "h", "min", "s", "ms", "m", "mm",
	"cm", "km", "g", "kg", "kB", "KB", "MB", "GB", "TB", "pt", "px", "k", "K", "M", "x", "th",
	"nd", "rd", "st"};

static gboolean digit_at(const SmartText *smart, int at) {
	return at >= 0 && at < smart->length && g_ascii_isdigit(smart->text[at]) &&
		smart_free(smart, at);
}

/* A digit, or a separator between two digits. */
static gboolean in_number(const SmartText *smart, int at) {
	if (digit_at(smart, at)) {
		return TRUE;
	}
	return at > 0 && at < smart->length && strchr(".,:", smart->text[at]) &&
		digit_at(smart, at - 1) && digit_at(smart, at + 1);
}

static gboolean measure(const SmartText *smart, Number *number) {
	int length = number->end - number->start;
	if (length == 0 || length > NUMBER_LONGEST) {
		return FALSE;
	}
	gboolean whole = TRUE;
	for (int i = number->start; i < number->end; i++) {
		char byte = smart->text[i];
		number->clock = number->clock || byte == ':';
		/* "1,000": the comma groups, a point ends */
		whole = whole && byte != '.' && byte != ':';
		if (whole && g_ascii_isdigit(byte)) {
			number->digits++;
			if (number->digits > DIGITS_MAX) {
				return FALSE;
			}
			number->value = number->value * 10 + (byte - '0');
		}
	}
	number->zero = smart->text[number->start] == '0' && number->digits > 1;
	return TRUE;
}

static gboolean number_before(const SmartText *smart, int end, Number *number) {
	*number = (Number){.start = end, .end = end};
	while (in_number(smart, number->start - 1) && end - number->start <= NUMBER_LONGEST) {
		number->start--;
	}
	gunichar before = smart_before(smart, number->start);
	gboolean bound = g_unichar_isalnum(before) || before == 0xFFFC || before == 0x2013 ||
		before == 0x2060 ||
		(before > ' ' && before < 0x80 && strchr("-/+#_.,:@=\\%", (int)before));
	return !bound && measure(smart, number);
}

static gboolean suffix_allowed(const SmartText *smart, int at) {
	int length = 0;
	while (at + length < smart->length &&
		(g_ascii_isalpha(smart->text[at + length]) ||
			(smart->text[at + length] == '.' && length == 1))) {
		length++;
	}
	if (length == 2 && smart->text[at + 1] == '.') {
		length = 1;
	}
	gunichar after = smart_after(smart, at + length);
	if (g_unichar_isalnum(after) || after == '-') {
		return FALSE;
	}
	for (int i = 0; i < (int)G_N_ELEMENTS(suffixes); i++) {
		if ((int)strlen(suffixes[i]) == length &&
			!strncmp(smart->text + at, suffixes[i], (gsize)length)) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean number_after(const SmartText *smart, int start, Number *number) {
	*number = (Number){.start = start, .end = start};
	while (in_number(smart, number->end) && number->end - start <= NUMBER_LONGEST) {
		number->end++;
	}
	gunichar after = smart_after(smart, number->end);
	if (g_unichar_isalpha(after) && !suffix_allowed(smart, number->end)) {
		return FALSE;
	}
	gboolean bound = after == 0xFFFC || after == 0x2013 ||
		(after > ' ' && after < 0x80 && strchr("-/#_@=\\", (int)after));
	return !bound && measure(smart, number);
}

static gboolean is_year(const Number *number) {
	return number->digits == 4 && number->value >= YEAR_FIRST && number->value <= YEAR_LAST;
}

/* "101-19": the second number leaves out what it has in common with the first. */
static gboolean shortened_rises(const Number *first, const Number *second) {
	int power = 1;
	for (int i = 0; i < second->digits; i++) {
		power *= 10;
	}
	return second->value > first->value % power;
}

static gboolean values_allow(const Number *first, const Number *second) {
	if (first->clock || second->clock) {
		return TRUE;
	}
	if (first->zero || second->zero) {
		return FALSE; /* 2027-03, 007-008 */
	}
	if (first->digits == 4 && second->digits == 2 && is_year(first)) {
		/* 2021-22, but 2010-12 may be a month */
		return second->value > 12 && shortened_rises(first, second);
	}
	if (second->digits < first->digits && second->digits > 1) {
		return shortened_rises(first, second);
	}
	int span = second->value - first->value;
	if (first->digits == 3 && second->digits == 4) {
		return span > 0 && span <= 200; /* else a telephone number */
	}
	if (first->digits == 4 && second->digits == 4 && !(is_year(first) && is_year(second))) {
		return span > 0 && span <= 1000;
	}
	return span > 0;
}

/* The word before the number, blanks between: does it say that no range follows? */
static gboolean label_forbids(const SmartText *smart, int start) {
	int end = start;
	while (end > 0 && strchr(" .(:", smart->text[end - 1])) {
		end--;
	}
	int from = end;
	while (from > 0 && end - from < 12 && g_ascii_isalpha(smart->text[from - 1])) {
		from--;
	}
	for (int i = 0; i < (int)G_N_ELEMENTS(label_words); i++) {
		if ((int)strlen(label_words[i]) == end - from &&
			!g_ascii_strncasecmp(
				smart->text + from, label_words[i], (gsize)(end - from))) {
			return TRUE;
		}
	}
	return FALSE;
}

/* "+49 30-1234", "(519) 888-4567", "089 123-456" */
static gboolean telephone_before(const SmartText *smart, int start) {
	int at = start - 1;
	if (at < 1 || smart->text[at] != ' ') {
		return FALSE;
	}
	gboolean bracket = smart->text[at - 1] == ')';
	at -= bracket;
	int end = at;
	while (at > 0 && end - at < 6 && g_ascii_isdigit(smart->text[at - 1])) {
		at--;
	}
	if (end == at) {
		return FALSE;
	}
	gboolean opened = at > 0 && (smart->text[at - 1] == '(' || smart->text[at - 1] == '+');
	return opened || (!bracket && smart->text[at] == '0');
}

gboolean smart_is_range(const SmartText *smart, int at) {
	Number first, second;
	if (!number_before(smart, at, &first) || !number_after(smart, at + 1, &second)) {
		return FALSE;
	}
	gboolean afternoon = g_ascii_strncasecmp(smart->text + second.end, "pm", 2) == 0 ||
		g_ascii_strncasecmp(smart->text + second.end, " pm", 3) == 0;
	gboolean hours = afternoon && first.value <= 12 && second.value <= 12;
	return (hours || values_allow(&first, &second)) && !label_forbids(smart, first.start) &&
		!telephone_before(smart, first.start);
}

int smart_year_gap(const SmartText *smart, int at) {
	int length = (int)strlen(" - ");
	Number first, second;
	if (strncmp(smart->text + at, " - ", (gsize)length) != 0 ||
		!number_before(smart, at, &first) || !number_after(smart, at + length, &second)) {
		return 0;
	}
	gboolean years = is_year(&first) && is_year(&second) && first.end - first.start == 4 &&
		second.end - second.start == 4;
	return years && first.value < second.value ? length : 0;
}
