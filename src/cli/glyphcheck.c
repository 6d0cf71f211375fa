/* glyphcheck: walks the texts of an event, one character after the other, before anything is set.
 * A character is looked up once a language. */
#include "cli/glyphcheck.h"

#include <string.h>

typedef struct Walk {
	Session *session;
	TextContext *text;
	/* Characters that have been asked for in the language at hand. */
	GHashTable *seen;
	gboolean seen_ascii[0x80];
	const char *language;
	const char *family;
} Walk;

static void report(Walk *walk, const Text *text, int offset, gunichar character) {
	char shown[8] = {0};
	g_unichar_to_utf8(character, shown);
	Span place = text->node ? node_locate(text->node, offset) : text->span;
	diag_warning(walk->session->diags, "missing-glyph", place,
		"write it in another way, or put a font that has it into the event's folder fonts/",
		"no font has the character %s (U+%04X); it will be missing in print", shown,
		character);
}

static gboolean is_new(Walk *walk, gunichar character) {
	if (character >= G_N_ELEMENTS(walk->seen_ascii)) {
		return g_hash_table_add(walk->seen, GUINT_TO_POINTER(character));
	}
	gboolean seen = walk->seen_ascii[character];
	walk->seen_ascii[character] = TRUE;
	return !seen;
}

static void walk_text(Walk *walk, const Text *text) {
	if (!text->text) {
		return;
	}
	const char *language = text->language ? text->language : walk->session->event->language;
	if (g_strcmp0(language, walk->language) != 0) {
		g_hash_table_remove_all(walk->seen);
		memset(walk->seen_ascii, 0, sizeof walk->seen_ascii);
		walk->language = language;
	}
	for (const char *at = text->text; *at; at = g_utf8_next_char(at)) {
		guchar byte = (guchar)*at;
		gunichar character = byte < 0x80 ? byte : g_utf8_get_char(at);
		if (character < 0x20 || !is_new(walk, character)) {
			continue;
		}
		if (!text_has_glyph(walk->text, walk->family, language, character)) {
			report(walk, text, (int)(at - text->text), character);
		}
	}
}

static void walk_people(Walk *walk) {
	const Event *event = walk->session->event;
	for (int i = 0; i < event->person_count; i++) {
		const Person *person = event->people[i];
		walk_text(walk, &person->name);
		walk_text(walk, &person->bio);
		for (int j = 0; j < person->affiliation_count; j++) {
			walk_text(walk, &person->affiliations[j]->name);
		}
		for (int j = 0; j < person->contact_count; j++) {
			walk_text(walk, &person->contacts[j].text);
		}
	}
}

static void walk_matter(Walk *walk) {
	const Event *event = walk->session->event;
	for (int i = 0; i < event->room_count; i++) {
		walk_text(walk, &event->rooms[i]->name);
		walk_text(walk, &event->rooms[i]->note);
	}
	for (int i = 0; i < event->letter_count; i++) {
		walk_text(walk, &event->letters[i].title);
		walk_text(walk, &event->letters[i].text);
		for (int j = 0; j < event->letters[i].signature_count; j++) {
			walk_text(walk, &event->letters[i].signatures[j].name);
			walk_text(walk, &event->letters[i].signatures[j].role);
		}
	}
	for (int i = 0; i < event->committee_count; i++) {
		walk_text(walk, &event->committees[i].name);
	}
	for (int i = 0; i < event->tier_count; i++) {
		walk_text(walk, &event->tiers[i].name);
		for (int j = 0; j < event->tiers[i].sponsor_count; j++) {
			walk_text(walk, &event->tiers[i].sponsors[j].name);
		}
	}
}

static void walk_items(Walk *walk) {
	const Event *event = walk->session->event;
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		walk_text(walk, &item->title);
		walk_text(walk, &item->short_title);
		walk_text(walk, &item->abstract);
		for (int j = 0; j < item->reference_count; j++) {
			walk_text(walk, &item->references[j]);
		}
		for (int j = 0; j < item->topic_count; j++) {
			walk_text(walk, &item->topics[j]);
		}
	}
}

gboolean glyphcheck_event(Session *session, GError **error) {
	g_autoptr(TextContext) text = text_context_new(session->fonts, error);
	if (!text) {
		return FALSE;
	}
	const Event *event = session->event;
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	Walk walk = {.session = session,
		.text = text,
		.seen = seen,
		.family = session->theme->sheet.families[FONT_PROSE]};
	const Text *const facts[] = {&event->title, &event->pretitle, &event->subtitle,
		&event->host, &event->place.name, &event->place.address, &event->welcome_headline,
		&event->welcome_text, &event->imprint, &event->place.directions};
	for (size_t i = 0; i < G_N_ELEMENTS(facts); i++) {
		walk_text(&walk, facts[i]);
	}
	walk_people(&walk);
	walk_matter(&walk);
	walk_items(&walk);
	return TRUE;
}
