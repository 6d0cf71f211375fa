/* time: clock times, ranges and durations as people of several languages write them. Whether a bare
 * hour is meant as pm is not decided here but by the list it stands in (build_times.c). */
#include "model/time.h"

#include <string.h>

#include "model/scan.h"

#define HOUR 60
#define NOON (12 * HOUR)
#define DAY (24 * HOUR)

static const char *const am_words[] = {
	"a.m.", "a.m", "am", "a. m.", "上午", "午前", "오전", "凌晨", "早上", NULL};
static const char *const pm_words[] = {
	"p.m.", "p.m", "pm", "p. m.", "下午", "午後", "오후", "晚上", NULL};
static const char *const noon_words[] = {"noon", "midday", "mittag", "mittags", "midi", "mediodía",
	"mezzogiorno", "meio-dia", "middag", "południe", "полдень", "正午", "中午", "정오", NULL};
static const char *const midnight_words[] = {"midnight", "mitternacht", "minuit", "medianoche",
	"mezzanotte", "meia-noite", "middernacht", "północ", "полночь", "午夜", "자정", NULL};
/* Before a time, or behind it, and saying nothing of the half of the day. */
static const char *const before_words[] = {
	"from", "at", "von", "um", "ab", "kl.", "kl", "de", "dalle", "van", "od", "с", NULL};
static const char *const behind_words[] = {"uhr", "hrs", "hours", "o'clock", "o’clock", "h", "u",
	"uur", "heures", "horas", "ore", "godz", "klo", "整", NULL};
static const char *const hour_marks[] = {"時", "时", "點", "点", "시", NULL};
static const char *const minute_marks[] = {"分", "분", "min", "m", NULL};
static const char *const range_words[] = {"–", "—", "−", "‐", "‑", "-", "~", "〜", "～", "→", "to",
	"until", "till", "bis", "à", "a", "ao", "às", "até", "hasta", "alle", "tot", "til", "till",
	"do", "до", "から", "至", "부터", NULL};

/* Behind an hour: minutes, whose digits must be two. *digits = 0 where there are none. */
static gboolean scan_minutes(Scan *scan, int *minutes, gboolean *clear) {
	Scan ahead = *scan;
	gboolean letter = *ahead.at == 'h' || *ahead.at == 'H';
	gboolean point = *ahead.at == ':' || *ahead.at == '.' || letter;
	*clear = FALSE;
	if (point) {
		ahead.at++;
	} else if (scan_words(&ahead, hour_marks) >= 0) {
		letter = TRUE;
	} else if (!scan_word(&ahead, "：")) {
		return TRUE;
	}
	Scan from = ahead;
	int digits = scan_digits(&ahead, 2, minutes);
	if (digits == 0 && letter) {
		return TRUE; /* "9h": the h is a word behind the time; 時 likewise */
	}
	if (digits != 2 || *minutes > 59) {
		*scan = from;
		return FALSE;
	}
	Scan seconds = ahead;
	int zero = 0;
	if (scan_word(&seconds, ":") && scan_digits(&seconds, 2, &zero) == 2 && zero == 0) {
		ahead = seconds;
	}
	scan_words(&ahead, minute_marks);
	*clear = TRUE;
	*scan = ahead;
	return TRUE;
}

/* -1 am, 1 pm, 0 neither. */
static int scan_meridiem(Scan *scan) {
	Scan ahead = *scan;
	scan_blanks(&ahead);
	int half = 0;
	if (scan_words(&ahead, am_words) >= 0) {
		half = -1;
	} else if (scan_words(&ahead, pm_words) >= 0) {
		half = 1;
	} else {
		return 0;
	}
	*scan = ahead;
	return half;
}

static gboolean scan_named(Scan *scan, ClockTime *time) {
	Scan ahead = *scan;
	if (scan_words(&ahead, noon_words) >= 0) {
		*time = (ClockTime){NOON, TRUE, TRUE, FALSE};
	} else if (scan_words(&ahead, midnight_words) >= 0) {
		*time = (ClockTime){DAY, TRUE, TRUE, FALSE};
	} else {
		return FALSE;
	}
	*scan = ahead;
	return TRUE;
}

/* Joins hour, minutes and half of the day. */
static gboolean clock_set(ClockTime *time, int hour, int minutes, int half) {
	if (hour > 24 || (hour == 24 && minutes > 0) || (half && hour > 12)) {
		return FALSE;
	}
	time->hours24 = half == 0 && hour >= 13;
	time->meridiem = half != 0;
	time->exact = time->exact || half || hour >= 12 || hour == 0;
	if (half < 0 && hour == 12) {
		hour = 0;
	} else if (half > 0 && hour < 12) {
		hour += 12;
	}
	time->minutes = hour * HOUR + minutes;
	return TRUE;
}

static gboolean scan_clock(Scan *scan, ClockTime *time) {
	*time = (ClockTime){0};
	scan_blanks(scan);
	if (scan_words(scan, before_words) >= 0) {
		scan_blanks(scan);
	}
	if (scan_named(scan, time)) {
		return TRUE;
	}
	int half = scan_meridiem(scan);
	scan_blanks(scan);
	const char *from = scan->at;
	int hour = 0, minutes = 0;
	gboolean clear = FALSE;
	int digits = scan_digits(scan, 4, &hour);
	if (digits == 0 || digits == 3) {
		scan->at = from;
		return FALSE;
	}
	if (digits == 4) {
		minutes = hour % 100;
		hour /= 100;
	} else if (!scan_minutes(scan, &minutes, &clear)) {
		return FALSE;
	}
	if (!clear && digits < 4) {
		scan_words(scan, hour_marks);
	}
	half = half ? half : scan_meridiem(scan);
	time->exact = digits == 4 || (digits == 2 && *from == '0');
	if (minutes > 59 || !clock_set(time, hour, minutes, half)) {
		scan->at = from;
		return FALSE;
	}
	Scan ahead = *scan;
	scan_blanks(&ahead);
	if (scan_words(&ahead, behind_words) >= 0 ||
		(hour == 12 && minutes == 0 && scan_words(&ahead, noon_words) >= 0)) {
		*scan = ahead;
	}
	return TRUE;
}

/* "12-4pm": am or pm goes for the start as well, as far as it then comes before the end. */
static void share_half(TimeRange *range) {
	ClockTime *start = &range->start, *end = &range->end;
	if (end->meridiem && !start->meridiem && !start->hours24 && start->minutes <= NOON + 59) {
		gboolean padded = start->exact && start->minutes < NOON;
		int hour = start->minutes % NOON;
		gboolean late = end->minutes == 0 || end->minutes >= NOON;
		int same = late && end->minutes < DAY ? hour + NOON : hour;
		int limit = end->minutes == 0 ? DAY : end->minutes;
		if (!padded) {
			start->minutes = same < limit ? same : (same + NOON) % DAY;
			start->exact = start->meridiem = TRUE;
		}
	} else if (start->meridiem && !end->exact) {
		end->minutes += end->minutes <= start->minutes ? NOON : 0;
		end->exact = end->meridiem = TRUE;
	}
}

gboolean time_range_parse(const char *text, TimeRange *range) {
	*range = (TimeRange){.error_at = 0};
	Scan scan = {text, text};
	gboolean good = scan_clock(&scan, &range->start);
	if (good && !scan_at_end(&scan)) {
		good = scan_words(&scan, range_words) >= 0;
		good = good && scan_clock(&scan, &range->end);
		range->has_end = good;
		good = good && scan_at_end(&scan);
	}
	range->error_at = (int)(scan.at - text);
	if (good && range->has_end) {
		share_half(range);
	}
	return good;
}

static const char *const hour_words[] = {"h", "hr", "hrs", "hour", "hours", "std", "std.", "stunde",
	"stunden", "heure", "heures", "hora", "horas", "ora", "ore", "uur", "timme", "timmar",
	"time", "timer", "tunti", "tuntia", "godz", "godz.", "ч", "час", "часа", "小时", "時間",
	"시간", NULL};
static const char *const min_words[] = {"m", "min", "min.", "mins", "minute", "minutes", "minuten",
	"minuto", "minutos", "minuti", "minut", "minuty", "minuter", "minutter", "minuuttia", "мин",
	"мин.", "минут", "'", "′", "分", "分钟", "分鐘", "분", NULL};

/* "PT1H30M" */
static gboolean scan_iso_duration(Scan *scan, int *minutes) {
	int number = 0;
	*minutes = 0;
	if (strncmp(scan->at, "PT", 2) != 0) {
		return FALSE;
	}
	scan->at += 2;
	while (scan_digits(scan, 4, &number)) {
		if (*scan->at != 'H' && *scan->at != 'M') {
			return FALSE;
		}
		*minutes += *scan->at == 'H' ? number * HOUR : number;
		scan->at++;
	}
	return scan_at_end(scan);
}

/* Tenths and hundredths of an hour behind "1." or "1,"; in minutes. */
static int scan_fraction(Scan *scan) {
	Scan ahead = *scan;
	int number = 0;
	if (*ahead.at != '.' && *ahead.at != ',') {
		return 0;
	}
	ahead.at++;
	int digits = scan_digits(&ahead, 2, &number);
	if (digits == 0) {
		return 0;
	}
	*scan = ahead;
	return digits == 1 ? number * 6 : (number * HOUR + 50) / 100;
}

static gboolean scan_duration(Scan *scan, int *minutes) {
	int number = 0;
	scan_blanks(scan);
	if (!scan_digits(scan, 4, &number)) {
		return FALSE;
	}
	int rest = 0;
	if (scan_word(scan, ":")) {
		*minutes = number * HOUR;
		gboolean good = scan_digits(scan, 2, &rest) == 2 && rest < HOUR;
		*minutes += rest;
		scan_blanks(scan);
		scan_words(scan, hour_words);
		return good && scan_at_end(scan);
	}
	int fraction = scan_fraction(scan);
	scan_blanks(scan);
	*minutes = number;
	if (scan_at_end(scan) || scan_words(scan, min_words) >= 0) {
		return fraction == 0 && scan_at_end(scan);
	}
	gboolean hours = scan_words(scan, hour_words) >= 0;
	if (!hours && (*scan->at == 'h' || *scan->at == 'H')) {
		scan->at++;
		hours = TRUE;
	}
	if (!hours) {
		return FALSE;
	}
	*minutes = number * HOUR + fraction;
	scan_blanks(scan);
	if (fraction == 0 && scan_digits(scan, 2, &rest)) {
		*minutes += rest;
		scan_blanks(scan);
		scan_words(scan, min_words);
	}
	return rest < HOUR && scan_at_end(scan);
}

gboolean duration_parse(const char *text, int *minutes) {
	Scan scan = {text, text};
	int found = 0;
	gboolean good = scan_iso_duration(&scan, &found);
	if (!good) {
		scan.at = text;
		good = scan_duration(&scan, &found);
	}
	if (!good || found < 1 || found > DAY) {
		return FALSE;
	}
	*minutes = found;
	return TRUE;
}
