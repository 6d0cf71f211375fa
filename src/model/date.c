/* date: calendar dates and ranges of them as people of several languages write them: numbers, the
 * name of a month, perhaps that of a weekday, in any order that can be told apart. */
#include <string.h>

#include "base/diag.h"
#include "model/scan.h"
#include "model/time.h"

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof((array)[0])))
#define SHORTEST 3 /* letters of an abbreviated month */

/* Names in lower case, between blanks; an abbreviation of three letters or more is understood
 * where only one month begins so. */
static const char *const months[12] = {"january januar janvier enero gennaio janeiro januari "
				       "stycznia styczeń ledna leden tammikuuta "
				       "января январь ocak",
	"february februar février fevrier febrero febbraio fevereiro februari lutego luty února "
	"únor "
	"helmikuuta февраля февраль şubat feb",
	"march märz maerz mars marzo março marco maart marca marzec března březen maaliskuuta "
	"марта "
	"март mart mrz mar",
	"april avril abril aprile kwietnia kwiecień dubna duben huhtikuuta апреля апрель nisan",
	"may mai mayo maggio maio mei maj maja května květen toukokuuta мая май mayıs",
	"june juni juin junio giugno junho czerwca czerwiec června červen kesäkuuta июня июнь "
	"haziran",
	"july juli juillet julio luglio julho lipca lipiec července červenec heinäkuuta июля июль "
	"temmuz",
	"august août aout agosto augustus augusti sierpnia sierpień srpna srpen elokuuta августа "
	"август ağustos",
	"september septembre septiembre setiembre settembre setembro września wrzesień září "
	"syyskuuta "
	"сентября сентябрь eylül sept",
	"october oktober octobre octubre ottobre outubro października październik října říjen "
	"lokakuuta октября октябрь ekim",
	"november novembre noviembre novembro listopada listopad marraskuuta ноября ноябрь kasım",
	"december dezember décembre decembre diciembre dicembre dezembro grudnia grudzień prosince "
	"prosinec joulukuuta декабря декабрь aralık"};

static const char *const weekdays[7] = {"monday mon montag mo lundi lunes lunedì segunda maandag "
					"måndag mandag poniedziałek pondělí "
					"maanantai понедельник",
	"tuesday tue tues dienstag di mardi martes martedì terça dinsdag tisdag tirsdag wtorek "
	"úterý "
	"tiistai вторник",
	"wednesday wed mittwoch mi mercredi miércoles mercoledì quarta woensdag onsdag środa "
	"středa "
	"keskiviikko среда",
	"thursday thu thur thurs donnerstag do jeudi jueves giovedì quinta donderdag torsdag "
	"czwartek "
	"čtvrtek torstai четверг",
	"friday fri freitag fr vendredi viernes venerdì sexta vrijdag fredag piątek pátek "
	"perjantai "
	"пятница",
	"saturday sat samstag sonnabend sa samedi sábado sabato zaterdag lördag lørdag sobota "
	"lauantai суббота",
	"sunday sun sonntag so dimanche domingo domenica zondag söndag søndag niedziela neděle "
	"sunnuntai воскресенье"};

static const char *const weekday_wrong[7] = {"that date is a Monday", "that date is a Tuesday",
	"that date is a Wednesday", "that date is a Thursday", "that date is a Friday",
	"that date is a Saturday", "that date is a Sunday"};

static const char *const filler_words[] = {"of", "de", "del", "du", "do", "the", "den", "der", "le",
	"el", "il", "on", "st", "nd", "rd", "th", "er", "ª", "º", "o", "feira", "г", "年", "月",
	"日", "년", "월", "일", NULL};

/* What a text says of a date; 0 = not said. weekday 1..7. */
typedef struct PartialDate {
	int year, month, day, weekday;
	int numbers[3], digits[3], number_count;
	const char *why;
} PartialDate;

static int name_index(const char *const *names, int count, const char *word, int shortest) {
	size_t length = strlen(word);
	int found = -1;
	for (int i = 0; i < count; i++) {
		for (const char *at = names[i]; *at;) {
			size_t here = strcspn(at, " ");
			if (here == length && strncmp(at, word, length) == 0) {
				return i;
			}
			if (shortest && here > length && strncmp(at, word, length) == 0 &&
				g_utf8_strlen(word, -1) >= shortest) {
				found = found < 0 || found == i ? i : count;
			}
			at += here + strspn(at + here, " ");
		}
	}
	return found < count ? found : -1;
}

static gboolean take_word(PartialDate *date, const char *word) {
	if (g_strv_contains(filler_words, word)) {
		return TRUE;
	}
	int month = name_index(months, COUNT_OF(months), word, SHORTEST);
	if (month >= 0 && !date->month) {
		date->month = month + 1;
		return TRUE;
	}
	int weekday = name_index(weekdays, COUNT_OF(weekdays), word, 0);
	if (weekday >= 0 && !date->weekday) {
		date->weekday = weekday + 1;
		return TRUE;
	}
	date->why = "one of its words is neither a month nor a weekday";
	return FALSE;
}

static gboolean take_number(PartialDate *date, Scan *scan) {
	int number = 0;
	int digits = scan_digits(scan, 4, &number);
	if (digits == 0 || digits == 3 || date->number_count == COUNT_OF(date->numbers)) {
		date->why = "it has too many figures";
		return FALSE;
	}
	date->numbers[date->number_count] = number;
	date->digits[date->number_count++] = digits;
	return TRUE;
}

static gboolean scan_partial(PartialDate *date, const char *text) {
	Scan scan = {text, text};
	*date = (PartialDate){0};
	for (;;) {
		scan_blanks(&scan);
		if (*scan.at == '\0') {
			return TRUE;
		}
		if (g_ascii_isdigit(*scan.at)) {
			if (!take_number(date, &scan)) {
				return FALSE;
			}
			continue;
		}
		g_autofree char *word = scan_letters(&scan);
		if (word && !take_word(date, word)) {
			return FALSE;
		}
		if (word || strchr(",./-()'", *scan.at)) {
			scan.at += word ? 0 : 1;
			continue;
		}
		date->why = "it has a sign that does not belong into a date";
		return FALSE;
	}
}

/* Two numbers that are day and month in an order still unknown. */
static gboolean sort_day_month(PartialDate *date, int first, int second) {
	if (first > 12 || first == second) {
		date->day = first;
		date->month = second;
	} else if (second > 12) {
		date->month = first;
		date->day = second;
	} else {
		date->why = "day and month cannot be told apart; write 2027-03-04 or 4 March 2027";
		return FALSE;
	}
	return TRUE;
}

/* Says which number is what. */
static gboolean settle_numbers(PartialDate *date) {
	int rest[3], count = 0;
	gboolean year_first = date->number_count > 0 && date->digits[0] == 4;
	for (int i = 0; i < date->number_count; i++) {
		if (date->digits[i] == 4 && !date->year) {
			date->year = date->numbers[i];
		} else {
			rest[count++] = date->numbers[i];
		}
	}
	if (count > 2 || (count == 2 && (date->month || !date->year))) {
		date->why = "its year needs four digits";
		return FALSE;
	}
	if (count == 1) {
		date->day = rest[0];
	}
	if (count == 2 && year_first) {
		date->month = rest[0];
		date->day = rest[1];
	} else if (count == 2) {
		return sort_day_month(date, rest[0], rest[1]);
	}
	return TRUE;
}

static gboolean partial_parse(PartialDate *date, const char *text) {
	return scan_partial(date, text) && settle_numbers(date);
}

static gboolean partial_finish(PartialDate *partial, Date *date) {
	if (!partial->year || !partial->month || !partial->day) {
		gboolean nothing = !partial->year && !partial->month && !partial->day;
		partial->why = nothing	  ? "write it like 2027-03-04 or 4 March 2027"
			: !partial->year  ? "the year is missing"
			: !partial->month ? "the month is missing"
					  : "the day is missing";
		return FALSE;
	}
	*date = (Date){partial->year, partial->month, partial->day};
	if (!date_is_valid(*date)) {
		partial->why = "there is no such day in the calendar";
		return FALSE;
	}
	int weekday = date_weekday(*date);
	if (partial->weekday && partial->weekday != weekday) {
		partial->why = weekday_wrong[weekday - 1];
		return FALSE;
	}
	return TRUE;
}

/* All names, each by itself. */
static GStrv known_words(void) {
	GString *all = g_string_new(NULL);
	for (int i = 0; i < COUNT_OF(months); i++) {
		g_string_append_printf(all, "%s ", months[i]);
	}
	for (int i = 0; i < COUNT_OF(weekdays); i++) {
		g_string_append_printf(all, "%s ", weekdays[i]);
	}
	g_autofree char *text = g_string_free(all, FALSE);
	return g_strsplit(g_strchomp(text), " ", -1);
}

char *date_suggest(const char *text) {
	g_autofree char *lower = g_utf8_strdown(text, -1);
	g_auto(GStrv) words = g_strsplit_set(lower, " ,.–-/\t", -1);
	g_auto(GStrv) known = known_words();
	for (int i = 0; words[i]; i++) {
		PartialDate partial = {0};
		if (g_utf8_strlen(words[i], -1) <= SHORTEST ||
			g_unichar_isdigit(g_utf8_get_char(words[i])) ||
			take_word(&partial, words[i])) {
			continue;
		}
		const char *near = diag_nearest(words[i], (const char *const *)known);
		if (near) {
			const char *rest = g_utf8_next_char(near);
			g_autofree char *first = g_utf8_strup(near, (gssize)(rest - near));
			return g_strconcat(first, rest, NULL);
		}
	}
	return NULL;
}

static gboolean tell_why(const char *reason, const char **why) {
	if (why) {
		*why = reason ? reason : "write it like 2027-03-04 or 4 March 2027";
	}
	return FALSE;
}

gboolean date_parse(const char *text, Date *date, const char **why) {
	PartialDate partial;
	if (!partial_parse(&partial, text) || !partial_finish(&partial, date)) {
		return tell_why(partial.why, why);
	}
	return TRUE;
}

/* Where the first and the second date of a range are parted: byte offset, *length of the sign. A
 * hyphen counts only where no other sign stands and it is not one of an ISO date's. */
static int find_parting(const char *text, int *length) {
	static const char *const signs[] = {"–", "—", "..", " - ", " to ", " until ", " bis ",
		" au ", " à ", " al ", " a ", " até ", " tot ", " til ", " do ", " по ", "～", "〜",
		"~", NULL};
	for (int i = 0; signs[i]; i++) {
		const char *found = strstr(text, signs[i]);
		if (found) {
			*length = (int)strlen(signs[i]);
			return (int)(found - text);
		}
	}
	const char *slash = strchr(text, '/');
	const char *hyphen = strchr(text, '-');
	*length = 1;
	if (slash && hyphen && hyphen < slash && !strchr(slash + 1, '/')) {
		return (int)(slash - text); /* ISO 8601 interval */
	}
	if (hyphen && !strchr(hyphen + 1, '-')) {
		return (int)(hyphen - text);
	}
	return -1;
}

gboolean date_range_parse(const char *text, Date *first, Date *last, const char **why) {
	int length = 0;
	int parting = find_parting(text, &length);
	if (parting < 0) {
		gboolean good = date_parse(text, first, why);
		*last = *first;
		return good;
	}
	g_autofree gchar *left = g_strndup(text, (gsize)parting);
	PartialDate from, to;
	if (!partial_parse(&from, left)) {
		return tell_why(from.why, why);
	}
	if (!partial_parse(&to, text + parting + length)) {
		return tell_why(to.why, why);
	}
	to.month = to.month ? to.month : from.month;
	from.month = from.month ? from.month : to.month;
	to.year = to.year ? to.year : from.year;
	from.year = from.year ? from.year : to.year;
	if (!partial_finish(&from, first)) {
		return tell_why(from.why, why);
	}
	if (!partial_finish(&to, last)) {
		return tell_why(to.why, why);
	}
	return TRUE;
}
