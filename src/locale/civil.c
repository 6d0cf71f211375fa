/* civil: civil dates, proleptic Gregorian. Days since 1970-01-01 by Howard Hinnant's formulas
 * ("chrono-Compatible Low-Level Date Algorithms"). Knows nothing of languages or zones. */
#include "locale/locale.h"

static gboolean year_is_leap(int year) {
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

gboolean date_is_valid(Date date) {
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12) {
		return FALSE;
	}
	int last = days[date.month - 1] + (date.month == 2 && year_is_leap(date.year));
	return date.day >= 1 && date.day <= last;
}

int date_compare(Date one, Date other) {
	if (one.year != other.year) {
		return one.year < other.year ? -1 : 1;
	}
	if (one.month != other.month) {
		return one.month < other.month ? -1 : 1;
	}
	return one.day < other.day ? -1 : one.day > other.day;
}

/* Years are counted from March, so that the leap day is the last of its year. */
static int date_to_days(Date date) {
	int year = date.month <= 2 ? date.year - 1 : date.year;
	int era = (year >= 0 ? year : year - 399) / 400;
	int year_of_era = year - era * 400;
	int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

static Date date_from_days(int days) {
	days += 719468;
	int era = (days >= 0 ? days : days - 146096) / 146097;
	int day_of_era = days - era * 146097;
	int year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month = (5 * day_of_year + 2) / 153;
	Date date = {.year = year_of_era + era * 400,
		.month = month < 10 ? month + 3 : month - 9,
		.day = day_of_year - (153 * month + 2) / 5 + 1};
	date.year += date.month <= 2;
	return date;
}

Date date_add_days(Date date, int days) {
	return date_from_days(date_to_days(date) + days);
}

int date_days_between(Date from, Date to) {
	return date_to_days(to) - date_to_days(from);
}

int date_weekday(Date date) {
	int days = date_to_days(date); /* day 0 was a Thursday */
	return ((days + 3) % 7 + 7) % 7 + 1;
}
