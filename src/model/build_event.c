/* build_event: `event:` to the head of the Event: titles, hours, zone, place, how to join. Its days
 * are begun here; the programme adds to them. */
#include "model/builder.h"

#include <string.h>

static void take_hours(Builder *builder, const EventRecord *record) {
	Event *event = builder->event;
	event->time = record->time.text;
	event->start = event->end = TIME_NONE;
	TimeRange range;
	if (!event->time.text || !time_range_parse(event->time.text, &range)) {
		return;
	}
	event->start = range.start.minutes;
	if (!range.has_end) {
		return;
	}
	event->end = range.end.minutes;
	if (event->end > event->start) {
		return;
	}
	if (!range.end.exact && event->end + 720 > event->start) {
		event->end += 720;
	} else if (event->end <= event->day_ends) {
		event->end += 1440;
	} else {
		diag_error(builder->diags, "time-order", event->time.span,
			"for example `time: 9:00–17:00`", "the event ends before it begins");
		event->end = TIME_NONE;
	}
}

static void take_place(Event *event, const PlaceRecord *record) {
	event->place = (Place){.name = record->name,
		.address = record->address,
		.room = record->room,
		.note = record->note,
		.directions = record->directions,
		.online = record->online.value};
}

static void take_welcome(Event *event, const EventRecord *record) {
	event->join_url = record->join.url;
	event->join_label = record->join.label;
	event->join_note = record->join.note;
	event->welcome_headline = record->welcome.headline;
	event->welcome_text = record->welcome.text;
	event->signature_count = record->welcome.signatures.count;
	event->signatures = record->welcome.signatures.texts;
	event->imprint = record->imprint;
}

static void take_elsewhere(Builder *builder, const NodeValue *value) {
	if (!value->node) {
		return;
	}
	gboolean list = value->node->kind == NODE_SEQUENCE;
	int count = list ? value->node->count : 1;
	Elsewhere *places = arena_array_of(builder->arena, Elsewhere, count);
	int used = 0;
	for (int i = 0; i < count; i++) {
		const Node *node = list ? value->node->items[i] : value->node;
		ElsewhereRecord record = {0};
		if (!fields_read(&builder->reader, &table_elsewhere, node, node->span, &record) ||
			!record.zone.text) {
			continue;
		}
		places[used].zone = record.zone.text;
		places[used].span = node->span;
		places[used++].city = record.city;
	}
	builder->event->elsewhere_count = used;
	builder->event->elsewhere = places;
}

static void take_dates(Builder *builder, const DateList *list) {
	for (int i = 0; i < list->count; i++) {
		const DateValue *date = &list->dates[i];
		for (guint j = 0; j < builder->days->len; j++) {
			DayDraft *day = &g_array_index(builder->days, DayDraft, j);
			if (date_compare(day->date, date->date) == 0) {
				diag_error(builder->diags, "duplicate-day", date->span, NULL,
					"a day stands twice in the event's dates");
				return;
			}
		}
		DayDraft day = {.date = date->date, .span = date->span, .items = g_ptr_array_new()};
		g_array_append_val(builder->days, day);
	}
}

static const char *join_title(Arena *arena, const Event *event) {
	if (!event->pretitle.text || !event->title.text) {
		return event->title.text;
	}
	return arena_printf(arena, "%s %s", event->pretitle.text, event->title.text);
}

static const char *folder_name(Arena *arena, const char *folder) {
	g_autofree gchar *path = g_canonicalize_filename(folder, NULL);
	g_autofree gchar *name = g_path_get_basename(path);
	return arena_strdup(arena, name);
}

/* The event's language must be known before any text is read. */
static void find_language(Builder *builder, const Node *event) {
	const Node *node = fields_peek(&table_event, event, offsetof(EventRecord, language));
	builder->event->language_given = node != NULL;
	if (node && node->kind == NODE_SCALAR && locale_language_known(node->text)) {
		builder->reader.language = node->text;
	}
}

void build_event_head(Builder *builder, const FileRecord *file) {
	Event *event = builder->event;
	EventRecord *record = arena_new_of(builder->arena, EventRecord);
	find_language(builder, file->event.node);
	fields_read(&builder->reader, &table_event, file->event.node, file->event.key, record);
	event->name = folder_name(builder->arena, builder->reader.folder);
	event->folder = arena_strdup(builder->arena, builder->reader.folder);
	event->span = file->event.key;
	event->title = record->title;
	event->pretitle = record->pretitle;
	event->subtitle = record->subtitle;
	event->short_title = record->short_title;
	event->host = record->host;
	event->full_title = join_title(builder->arena, event);
	event->timezone = record->timezone.text;
	event->zone_label = record->zone_label;
	event->language = record->language.text;
	event->day_ends = record->day_ends.value;
	event->walk = record->walk.value;
	if (event->day_ends > 720) {
		diag_error(builder->diags, "bad-time", record->day_ends.span,
			"for example `day_ends: 05:00`", "a day must end before noon");
		event->day_ends = 300;
	}
	take_hours(builder, record);
	take_place(event, &record->place);
	take_welcome(event, record);
	take_elsewhere(builder, &record->elsewhere);
	builder->dates_given = record->dates.given;
	take_dates(builder, &record->dates);
}
