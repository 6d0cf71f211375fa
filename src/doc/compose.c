/* compose: what all documents of an event share: what the file says of itself. */
#include "doc/parts.h"

static const char *subject(const Compose *compose) {
	const Event *event = compose->event;
	const char *range = part_date_range(compose);
	return event->host.text ? arena_printf(compose->arena, "%s, %s", event->host.text, range)
				: range;
}

/* Midnight of the first day in the event's zone: a date that building again does not change. */
static const char *file_date(const Compose *compose) {
	const Event *event = compose->event;
	Date date = event->days[0].date;
	int offset = event->timezone ? zone_offset(event->timezone, date, 0) : 0;
	return arena_printf(compose->arena, "%04d-%02d-%02dT00:00:00%c%02d:%02d", date.year,
		date.month, date.day, offset < 0 ? '-' : '+', ABS(offset) / 60, ABS(offset) % 60);
}

Composition *compose_new(const Compose *compose, const char *name, const char *title) {
	const Event *event = compose->event;
	Composition *composition = arena_new_of(compose->arena, Composition);
	composition->name = name;
	composition->language = event->language;
	composition->rtl = compose->lang->rtl;
	composition->asset_count = compose->asset_count;
	composition->assets = compose->assets;
	composition->draft = event->draft;
	composition->draft_stamp = part_word(compose, WORD_DRAFT);
	composition->info = (DocInfo){.title = title,
		.author = event->host.text,
		.subject = subject(compose),
		.language = event->language,
		.producer = compose->version,
		.date = file_date(compose)};
	return composition;
}
