/* texts: see texts.h. */
#include "check/texts.h"

#include "check/rules.h"

typedef struct Visitor {
	TextVisit visit;
	const Event *event;
	Diags *diags;
} Visitor;

static void offer(const Visitor *visitor, const Text *text) {
	if (rules_given(text)) {
		visitor->visit(text, visitor->event, visitor->diags);
	}
}

static void offer_event(const Visitor *visitor) {
	const Event *event = visitor->event;
	const Text *const texts[] = {&event->pretitle, &event->title, &event->subtitle,
		&event->host, &event->place.name, &event->place.address, &event->place.room,
		&event->place.note, &event->join_label, &event->join_note, &event->welcome_headline,
		&event->welcome_text};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		offer(visitor, texts[i]);
	}
	for (int i = 0; i < event->signature_count; i++) {
		offer(visitor, &event->signatures[i]);
	}
	for (int i = 0; i < event->room_count; i++) {
		offer(visitor, &event->rooms[i]->name);
	}
	for (int i = 0; i < event->day_count; i++) {
		offer(visitor, &event->days[i].title);
	}
}

static void offer_matter(const Visitor *visitor) {
	const Event *event = visitor->event;
	offer(visitor, &event->imprint);
	offer(visitor, &event->place.directions);
	for (int i = 0; i < event->letter_count; i++) {
		offer(visitor, &event->letters[i].title);
		offer(visitor, &event->letters[i].text);
	}
	for (int i = 0; i < event->committee_count; i++) {
		offer(visitor, &event->committees[i].name);
	}
	for (int i = 0; i < event->tier_count; i++) {
		offer(visitor, &event->tiers[i].name);
		for (int j = 0; j < event->tiers[i].sponsor_count; j++) {
			offer(visitor, &event->tiers[i].sponsors[j].name);
		}
	}
}

static void offer_person(const Visitor *visitor, const Person *person) {
	offer(visitor, &person->name);
	for (int i = 0; i < person->affiliation_count; i++) {
		offer(visitor, &person->affiliations[i]->name);
	}
	offer(visitor, &person->bio);
}

static void offer_item(const Visitor *visitor, const Item *item) {
	offer(visitor, &item->title);
	offer(visitor, &item->short_title);
	offer(visitor, &item->subtitle);
	offer(visitor, &item->abstract);
	for (int i = 0; i < item->reference_count; i++) {
		offer(visitor, &item->references[i]);
	}
	for (int i = 0; i < item->topic_count; i++) {
		offer(visitor, &item->topics[i]);
	}
}

void texts_visit(const Event *event, TextVisit visit, Diags *diags) {
	Visitor visitor = {.visit = visit, .event = event, .diags = diags};
	offer_event(&visitor);
	offer_matter(&visitor);
	for (int i = 0; i < event->person_count; i++) {
		offer_person(&visitor, event->people[i]);
	}
	for (int i = 0; i < event->item_count; i++) {
		if (!event->items[i]->repeats) {
			offer_item(&visitor, event->items[i]);
		}
	}
}
