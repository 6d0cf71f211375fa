/* part_times: dates, hours and zones in the words of the event's language (DESIGN.md 8). */
#include <string.h>

#include "doc/parts.h"

enum { NOON = 720, DAY_MINUTES = 1440 };

static char *keep(const Compose *compose, char *fresh) {
	char *kept = arena_strdup(compose->arena, fresh);
	g_free(fresh);
	return kept;
}

typedef struct DateMemo DateMemo;

struct DateMemo {
	const char *pattern;
	const char **days; /* NULL = not yet written */
	DateMemo *next;
};

struct DateMemos {
	Arena *arena;
	DateMemo *first;
};

DateMemos *date_memos_new(Arena *arena) {
	DateMemos *memos = arena_new_of(arena, DateMemos);
	memos->arena = arena;
	return memos;
}

static DateMemo *memo_of(const Compose *compose, const char *pattern) {
	DateMemos *memos = compose->dates;
	DateMemo *memo = memos->first;
	while (memo && strcmp(memo->pattern, pattern) != 0) {
		memo = memo->next;
	}
	if (!memo) {
		memo = arena_new_of(memos->arena, DateMemo);
		memo->pattern = arena_strdup(memos->arena, pattern);
		memo->days = arena_array_of(memos->arena, const char *, compose->event->day_count);
		memo->next = memos->first;
		memos->first = memo;
	}
	return memo;
}

const char *part_date(const Compose *compose, const char *pattern, int day) {
	const Event *event = compose->event;
	const char **text = &memo_of(compose, pattern)->days[day];
	if (!*text) {
		g_autofree char *date =
			locale_format_date(event->language, pattern, event->days[day].date);
		*text = arena_strdup(compose->dates->arena, date);
	}
	return *text;
}

/* The pattern of a day's short date, without its weekday and what set that apart. */
static char *without_weekday(const char *pattern) {
	static const char *const apart[] = {"()", "（）"};
	GString *rest = g_string_new(NULL);
	for (const char *at = pattern; *at; at++) {
		if (*at != 'E') {
			g_string_append_c(rest, *at);
		}
	}
	for (size_t i = 0; i < G_N_ELEMENTS(apart); i++) {
		g_string_replace(rest, apart[i], "", 0);
	}
	int from = (int)strspn(rest->str, " ,");
	g_string_erase(rest, 0, from);
	while (rest->len > 0 && strchr(" ,", rest->str[rest->len - 1])) {
		g_string_truncate(rest, rest->len - 1);
	}
	return g_string_free(rest, FALSE);
}

const char *part_day_month(const Compose *compose, int day) {
	g_autofree char *pattern = without_weekday(compose->lang->date_tab);
	return part_date(compose, pattern, day);
}

const char *part_date_range(const Compose *compose) {
	const Event *event = compose->event;
	if (event->day_count == 1) {
		return part_date(compose, compose->lang->date_short, 0);
	}
	return keep(compose,
		locale_format_date_range(event->language, "yMMMMd", event->days[0].date,
			event->days[event->day_count - 1].date));
}

int part_start(const Compose *compose) {
	const Event *event = compose->event;
	return event->start != TIME_NONE ? event->start : event->days[0].start;
}

int part_end(const Compose *compose) {
	const Event *event = compose->event;
	return event->end != TIME_NONE ? event->end : event->days[0].end;
}

static int day_start(const Compose *compose, int day) {
	return day == 0 ? part_start(compose) : compose->event->days[day].start;
}

static int day_end(const Compose *compose, int day) {
	return day == 0 ? part_end(compose) : compose->event->days[day].end;
}

const char *part_zone_short(const Compose *compose, int day) {
	const Event *event = compose->event;
	if (!event->timezone) {
		return NULL;
	}
	return keep(compose,
		zone_short_name(event->timezone, event->language, event->days[day].date,
			MAX(day_start(compose, day), 0)));
}

static const char *hours(const Compose *compose, int day, gboolean full) {
	int start = day_start(compose, day), end = day_end(compose, day);
	if (start == TIME_NONE) {
		return NULL;
	}
	if (end == TIME_NONE || end <= start) {
		return keep(compose, time_format(&compose->time_form, start));
	}
	return keep(compose, time_format_range(&compose->time_form, start, end, full));
}

const char *part_hours_short(const Compose *compose, int day) {
	const char *text = hours(compose, day, FALSE);
	const char *zone = part_zone_short(compose, day);
	if (!text || !zone) {
		return text;
	}
	return arena_printf(compose->arena, "%s %s", text, zone);
}

const char *part_hours(const Compose *compose, int day) {
	return hours(compose, day, TRUE);
}

const char *part_zone_in_full(const Compose *compose, int day) {
	const Event *event = compose->event;
	int start = day_start(compose, day);
	if (!event->timezone || start == TIME_NONE) {
		return NULL;
	}
	Date date = event->days[day].date;
	g_autofree char *name = zone_long_name(event->timezone, event->language, date, start);
	g_autofree char *form = zone_utc_form(zone_offset(event->timezone, date, start));
	return strcmp(name, form) == 0
		? arena_strdup(compose->arena, form)
		: lang_format(compose->arena, compose->lang, WORD_ZONE_OFFSET, "zone", name,
			  "offset", form, NULL);
}

const char *part_hours_in_full(const Compose *compose, int day) {
	const char *text = part_hours(compose, day);
	const char *zone = part_zone_in_full(compose, day);
	return text && zone ? arena_printf(compose->arena, "%s %s", text, zone) : text;
}

const Inline *part_hour(const Compose *compose, int time, int before) {
	g_autofree char *plain = time_format_plain(&compose->time_form, time);
	gboolean changes = before == TIME_NONE ||
		(time % DAY_MINUTES >= NOON) != (before % DAY_MINUTES >= NOON);
	if (compose->time_form.clock == 24 || !changes) {
		return part_text(compose, plain);
	}
	InlineBuilder *builder = inline_builder_new(compose->arena);
	g_autofree char *period = locale_day_period(compose->event->language, time);
	inline_add(builder, plain);
	inline_add_span(builder, arena_printf(compose->arena, "\xc2\xa0%s", period),
		(InlineSpan){.role = STYLE_GRID_HEAD_NOTE});
	return inline_builder_end(builder, NULL, SPAN_NONE);
}
