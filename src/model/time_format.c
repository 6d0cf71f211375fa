/* time_format: times as they are printed (DESIGN.md 8): no leading zero, ranges with an unspaced en
 * dash, am or pm once where both ends share it. Words for the halves of the day come from ICU. */
#include <string.h>

#include "model/time.h"

#define HOUR 60
#define NOON (12 * HOUR)
#define DAY (24 * HOUR)

/* "오후 2:30": languages that say the half of the day first. */
static gboolean half_comes_first(const char *language) {
	static const char *const first[] = {"ko", "zh", "ja", NULL};
	for (int i = 0; first[i]; i++) {
		if (strncmp(language, first[i], 2) == 0 && !g_ascii_isalpha(language[2])) {
			return TRUE;
		}
	}
	return FALSE;
}

static int minutes_of_day(int minutes) {
	return ((minutes % DAY) + DAY) % DAY;
}

char *time_format_plain(const TimeForm *form, int minutes) {
	int time = minutes_of_day(minutes);
	int hour = time / HOUR;
	if (form->clock == 12) {
		hour = hour % 12 == 0 ? 12 : hour % 12;
	}
	g_autofree char *text = g_strdup_printf("%d:%02d", hour, time % HOUR);
	return form->european ? g_steal_pointer(&text) : locale_figures(form->language, text);
}

TimeForm time_form_new(Arena *arena, int clock, const char *language) {
	TimeForm form = {.clock = clock,
		.language = language,
		.european = locale_has_european_figures(language)};
	for (int half = 0; clock == 12 && half < 2; half++) {
		g_autofree char *name = locale_day_period(language, half * NOON);
		form.halves[half] = arena_strdup(arena, name);
	}
	return form;
}

/* "4" for 16:00 on a 12-hour clock unless full. */
static char *format_short(const TimeForm *form, int minutes, gboolean full) {
	char *text = time_format_plain(form, minutes);
	char *colon = strchr(text, ':');
	if (!full && form->clock == 12 && minutes % HOUR == 0) {
		*colon = '\0';
	}
	return text;
}

static char *with_half(const TimeForm *form, const char *time, int minutes) {
	int time_of_day = minutes_of_day(minutes);
	const char *known = form->halves[time_of_day >= NOON];
	g_autofree gchar *asked = known ? NULL : locale_day_period(form->language, time_of_day);
	const char *half = known ? known : asked;
	if (half_comes_first(form->language)) {
		return g_strdup_printf("%s %s", half, time);
	}
	return g_strdup_printf("%s %s", time, half);
}

char *time_format(const TimeForm *form, int minutes) {
	char *plain = time_format_plain(form, minutes);
	if (form->clock != 12) {
		return plain;
	}
	char *text = with_half(form, plain, minutes);
	g_free(plain);
	return text;
}

char *time_format_range(const TimeForm *form, int start, int end, gboolean full) {
	g_autofree gchar *from = format_short(form, start, full);
	g_autofree gchar *to = format_short(form, end, full);
	if (form->clock != 12) {
		return g_strdup_printf("%s–%s", from, to);
	}
	/* Half a day each, through midnight: 9 am to 1 am of the next day is no morning. */
	gboolean same = start / NOON == end / NOON;
	if (same) {
		g_autofree gchar *range = g_strdup_printf("%s–%s", from, to);
		return with_half(form, range, end);
	}
	g_autofree gchar *first = with_half(form, from, start);
	g_autofree gchar *last = with_half(form, to, end);
	return g_strdup_printf("%s – %s", first, last);
}
