/* time: clock times and dates as people write them, and back. */
#ifndef BIFOLIO_MODEL_TIME_H
#define BIFOLIO_MODEL_TIME_H

#include <glib.h>

#include "base/arena.h"
#include "locale/locale.h"

/* A clock time as written. exact: zero-padded, with am/pm, hour >= 13 or 0; otherwise an hour of
 * 1..11 may be meant as pm (PRODUCT.md, Times). 12:xx is noon. */
typedef struct ClockTime {
	int minutes; /* 0..1440 */
	gboolean exact;
	gboolean meridiem; /* am, pm, noon or midnight said which half of the day */
	gboolean hours24; /* an hour of 13 or more stands there */
} ClockTime;

typedef struct TimeRange {
	ClockTime start, end;
	gboolean has_end;
	int error_at; /* byte offset where reading stopped, on FALSE */
} TimeRange;

/* "12:10–12:40", "12:10-12:40", "9 am to 10 am", "9:00 am", "13.30", "9h30", "0930", "noon",
 * "9 Uhr", "下午2:30". In "12-4pm" the start takes am or pm from the end. */
gboolean time_range_parse(const char *text, TimeRange *range);
/* "30 min", "1 h", "1h30", "1:30", "1.5 hours", "PT45M", "90". Minutes, 1 to 24 hours, or FALSE. */
gboolean duration_parse(const char *text, int *minutes);
/* "2027-03-04", "19 September 2022", "Monday, September 19, 2022", "19. September 2022", "le 1er
 * mars 2027", "2027年3月4日". "3.4.2027" is refused as unclear unless day and month can be told
 * apart. A weekday must be the date's. *why (may be NULL): what is wrong, borrowed. */
gboolean date_parse(const char *text, Date *date, const char **why);
/* What a word in it that is no month and no weekday may have been meant for: "February"; NULL for
 * none. Caller frees. */
char *date_suggest(const char *text);
/* One date (first = last), or "4–6 March 2027", "March 4-6, 2027", "30 March – 2 April 2027",
 * "2027-03-04 to 2027-03-06". Not looked at: whether last comes after first. */
gboolean date_range_parse(const char *text, Date *first, Date *last, const char **why);

/* How times are printed in one document (DESIGN.md 8). */
typedef struct TimeForm {
	int clock; /* 12 or 24 */
	const char *language;
	/* Known beforehand, where many times are printed; else asked each time. */
	gboolean european; /* figures */
	const char *halves[2]; /* "am", "pm", or NULL */
} TimeForm;

/* All known beforehand. language is borrowed. */
TimeForm time_form_new(Arena *arena, int clock, const char *language);

/* "1:10", "13:10"; 12 h without am/pm. Caller frees. */
char *time_format_plain(const TimeForm *form, int minutes);
/* "12:40 pm", "13:10". Caller frees. */
char *time_format(const TimeForm *form, int minutes);
/* "12–4 pm", "9 am – 1 pm", "12:00–16:00"; full: never drops ":00". Caller frees. */
char *time_format_range(const TimeForm *form, int start, int end, gboolean full);

#endif
