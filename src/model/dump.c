/* dump: the model as stable text (--dump=model): one line a value, what is not given left out,
 * texts quoted. For tests and for looking; no places, so that it compares contents alone. */
#include "model/dump.h"

#include <string.h>

#include "model/fields.h"

void dump_line(Dump *dump, const char *name, const char *format, ...) {
	g_string_append_printf(dump->out, "%*s%s ", dump->depth * 2, "", name);
	va_list arguments;
	va_start(arguments, format);
	g_string_append_vprintf(dump->out, format, arguments);
	va_end(arguments);
	g_string_append_c(dump->out, '\n');
}

static void append_quoted(GString *out, const char *text) {
	g_string_append_c(out, '"');
	for (const char *at = text; *at; at++) {
		if (*at == '\n') {
			g_string_append(out, "\\n");
		} else if (*at == '"' || *at == '\\') {
			g_string_append_printf(out, "\\%c", *at);
		} else {
			g_string_append_c(out, *at);
		}
	}
	g_string_append_c(out, '"');
}

void dump_string(Dump *dump, const char *name, const char *text) {
	if (!text) {
		return;
	}
	g_string_append_printf(dump->out, "%*s%s ", dump->depth * 2, "", name);
	append_quoted(dump->out, text);
	g_string_append_c(dump->out, '\n');
}

void dump_text(Dump *dump, const char *name, const Text *text) {
	if (!text->text) {
		return;
	}
	g_string_append_printf(dump->out, "%*s%s ", dump->depth * 2, "", name);
	append_quoted(dump->out, text->text);
	if (text->language) {
		g_string_append_printf(dump->out, " in %s", text->language);
	}
	g_string_append_c(dump->out, '\n');
}

void dump_time(Dump *dump, const char *name, int start, int end) {
	g_autoptr(GString) text = g_string_new(NULL);
	const int times[] = {start, end};
	for (int i = 0; i < 2; i++) {
		g_string_append(text, i ? "-" : "");
		if (times[i] == TIME_NONE) {
			g_string_append(text, "?");
		} else {
			g_string_append_printf(text, "%02d:%02d", times[i] / 60, times[i] % 60);
		}
	}
	dump_line(dump, name, "%s", text->str);
}

static void dump_person(Dump *dump, const Person *person) {
	static const char *const kinds[] = {"email", "phone", "handle", "url"};
	dump_line(dump, "person", "%s", person->id);
	dump->depth++;
	dump_text(dump, "name", &person->name);
	dump_text(dump, "given", &person->given);
	dump_text(dump, "family", &person->family);
	dump_text(dump, "native", &person->native);
	dump_text(dump, "sort", &person->sort);
	dump_text(dump, "say", &person->say);
	dump_text(dump, "pronouns", &person->pronouns);
	for (int i = 0; i < person->affiliation_count; i++) {
		const Affiliation *affiliation = person->affiliations[i];
		dump_text(dump, "affiliation", &affiliation->name);
		dump->depth++;
		dump_string(dump, "id", affiliation->id);
		dump_text(dump, "short", &affiliation->short_name);
		dump_text(dump, "place", &affiliation->place);
		dump->depth--;
	}
	for (int i = 0; i < person->contact_count; i++) {
		dump_text(dump, kinds[person->contacts[i].kind], &person->contacts[i].text);
	}
	dump_text(dump, "portrait", &person->portrait);
	dump_text(dump, "portrait-alt", &person->portrait_alt);
	dump_text(dump, "bio", &person->bio);
	dump_string(dump, "language", person->language);
	for (int i = 0; i < person->item_count; i++) {
		dump_line(dump, "item", "%s", person->items[i]->id);
	}
	dump->depth--;
}

static void dump_rooms(Dump *dump, const Item *item) {
	for (int i = 0; i < item_room_count(item); i++) {
		dump_string(dump, "room", item_room(item, i)->id);
	}
}

static void dump_item(Dump *dump, const Item *item) {
	static const char *const roles[] = {
		"speaker", "presenter", "moderator", "panellist", "chair", "author"};
	dump_line(dump, item_kind_name(item->kind), "%s", item->id);
	dump->depth++;
	dump_time(dump, item->end_given ? "time" : "time-to-next", item->start, item->end);
	dump_text(dump, "as-written", &item->time);
	if (item->repeats) {
		dump_rooms(dump, item);
		dump_line(dump, "repeats", "%s", item->repeats->id);
		dump->depth--;
		return;
	}
	dump_text(dump, "title", &item->title);
	dump_text(dump, "short-title", &item->short_title);
	dump_text(dump, "subtitle", &item->subtitle);
	for (int i = 0; i < item->role_count; i++) {
		dump_line(dump, roles[item->roles[i].kind], "%s", item->roles[i].person->id);
	}
	dump_text(dump, "abstract", &item->abstract);
	for (int i = 0; i < item->reference_count; i++) {
		dump_text(dump, "reference", &item->references[i]);
	}
	for (int i = 0; i < item->topic_count; i++) {
		dump_text(dump, "topic", &item->topics[i]);
	}
	dump_rooms(dump, item);
	dump_string(dump, "track", item->track ? item->track->id : NULL);
	dump_text(dump, "code", &item->code);
	dump_string(dump, "language", item->language);
	dump_text(dump, "board", &item->board);
	if (item->boards_abreast > 0) {
		dump_line(dump, "boards-abreast", "%d", item->boards_abreast);
	}
	dump_text(dump, "group", &item->group);
	if (item->in_error) {
		dump_line(dump, "in-error", "yes");
	}
	for (int i = 0; i < item->talk_count; i++) {
		dump_item(dump, item->talks[i]);
	}
	dump->depth--;
}

static void dump_days(Dump *dump, const Event *event) {
	for (int i = 0; i < event->day_count; i++) {
		const Day *day = &event->days[i];
		dump_line(dump, "day", "%04d-%02d-%02d", day->date.year, day->date.month,
			day->date.day);
		dump->depth++;
		dump_text(dump, "title", &day->title);
		dump_time(dump, "time", day->start, day->end);
		for (int j = 0; j < day->item_count; j++) {
			dump_item(dump, day->items[j]);
		}
		dump->depth--;
	}
}

static void dump_place(Dump *dump, const Event *event) {
	const Place *place = &event->place;
	dump_text(dump, "place", &place->name);
	dump_text(dump, "place-address", &place->address);
	dump_text(dump, "place-room", &place->room);
	dump_text(dump, "place-note", &place->note);
	dump_text(dump, "place-directions", &place->directions);
	if (place->online) {
		dump_line(dump, "place-online", "yes");
	}
	dump_text(dump, "join-url", &event->join_url);
	dump_text(dump, "join-label", &event->join_label);
	dump_text(dump, "join-note", &event->join_note);
	dump_text(dump, "welcome-headline", &event->welcome_headline);
	dump_text(dump, "welcome", &event->welcome_text);
	for (int i = 0; i < event->signature_count; i++) {
		dump_text(dump, "signature", &event->signatures[i]);
	}
	for (int i = 0; i < event->elsewhere_count; i++) {
		dump_string(dump, "elsewhere", event->elsewhere[i].zone);
		dump_text(dump, "elsewhere-city", &event->elsewhere[i].city);
	}
}

static void dump_head(Dump *dump, const Event *event) {
	dump_text(dump, "title", &event->title);
	dump_text(dump, "pretitle", &event->pretitle);
	dump_text(dump, "subtitle", &event->subtitle);
	dump_text(dump, "short-title", &event->short_title);
	dump_text(dump, "host", &event->host);
	dump_text(dump, "time-as-written", &event->time);
	dump_time(dump, "time", event->start, event->end);
	dump_string(dump, "timezone", event->timezone);
	dump_text(dump, "zone-label", &event->zone_label);
	dump_string(dump, "language", event->language);
	dump_line(dump, "day-ends", "%02d:%02d", event->day_ends / 60, event->day_ends % 60);
	dump_line(dump, "walk", "%d", event->walk);
	dump_place(dump, event);
	if (event->draft) {
		dump_line(dump, "draft", "yes");
	}
}

static void dump_tracks(Dump *dump, const Event *event) {
	for (int i = 0; i < event->track_count; i++) {
		const Track *track = event->tracks[i];
		dump_line(dump, "track", "%s", track->id);
		dump->depth++;
		dump_text(dump, "name", &track->name);
		dump_text(dump, "letter", &track->letter);
		dump_text(dump, "colour", &track->colour);
		dump->depth--;
	}
}

char *event_dump(const Event *event) {
	Dump dump = {g_string_new(NULL), 0};
	dump_line(&dump, "event", "%s", event->name);
	dump.depth++;
	dump_head(&dump, event);
	for (int i = 0; i < event->room_count; i++) {
		const Room *room = event->rooms[i];
		dump_line(&dump, "room", "%s", room->id);
		dump.depth++;
		dump_text(&dump, "name", &room->name);
		dump_text(&dump, "letter", &room->letter);
		dump_text(&dump, "building", &room->building);
		dump_text(&dump, "floor", &room->floor);
		if (room->seats > 0) {
			dump_line(&dump, "seats", "%d", room->seats);
		}
		dump_text(&dump, "note", &room->note);
		dump.depth--;
	}
	dump_tracks(&dump, event);
	for (int i = 0; i < event->person_count; i++) {
		dump_person(&dump, event->people[i]);
	}
	dump_days(&dump, event);
	dump_matter(&dump, event);
	dump_print(&dump, &event->print);
	return g_string_free(dump.out, FALSE);
}
