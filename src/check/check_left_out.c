/* check_left_out: what may be left out, and is missed by nobody but its readers, who cannot tell:
 * what takes its place is said, so that nothing is lost in silence when a line goes missing. Notes,
 * but for what is plainly without effect. */
#include <string.h>

#include "check/addresses.h"
#include "check/rules.h"
#include "check/spelling.h"

enum { SHORT_TITLE = 24 /* characters; longer ones say what kind of event they name */ };

static void title_rule(const Event *event, Diags *diags) {
	const char *title = event->title.text;
	if (!title || rules_given(&event->pretitle) || rules_given(&event->subtitle) ||
		rules_given(&event->welcome_text) || g_utf8_strlen(title, -1) > SHORT_TITLE) {
		return;
	}
	diag_note(diags, "bare-title", event->title.span,
		"add `pretitle`, as in \"Workshop on\", or `subtitle`",
		"\"%s\" is all that the cover says of what this is", title);
}

static void language_rule(const Event *event, Diags *diags) {
	if (!event->language_given) {
		diag_note(diags, "no-language", event->span,
			"add `language`, even where it is that one: en, en-GB, de, ja …",
			"nothing says in which language the programme is; words, dates and "
			"hyphens are set as for \"%s\"",
			event->language);
	}
}

/* What a book of so much has instead of what smaller ones have. */
static void parts_rule(const Event *event, Diags *diags) {
	if (event->print.sessions_for_agenda) {
		diag_note(diags, "no-parts", event->span,
			"choose `parts` under `print`, for example with `agenda`, to have it "
			"otherwise",
			"the programme has %d items: the booklet lists days and sessions instead "
			"of every talk in an agenda",
			event->item_count);
	}
}

/* Who comes from afar asks when the doors open, and when that is where they are. */
static void online_rule(const Event *event, Diags *diags) {
	if (!event->place.online || !event->timezone || event->day_count != 1) {
		return;
	}
	if (event->start == TIME_NONE && event->days[0].start != TIME_NONE) {
		g_autofree char *hours = rules_hours(event->days[0].start, event->days[0].end);
		diag_note(diags, "no-hours", event->span,
			"add `time`, for example `time: 9:00–17:00`",
			"the event is online and has no `time`; from its first item to its last, "
			"%s is printed",
			hours);
	}
	if (!event->elsewhere_count) {
		diag_note(diags, "no-elsewhere", event->span,
			"add `elsewhere`, for example `elsewhere: [Europe/Paris, Asia/Tokyo]`",
			"the event is online, but its hours are printed for %s only",
			event->timezone);
	}
}

static void elsewhere_rule(const Event *event, Diags *diags) {
	for (int i = 0; event->timezone && i < event->elsewhere_count; i++) {
		const Elsewhere *place = &event->elsewhere[i];
		if (!rules_given(&place->city) && !strcmp(place->zone, event->timezone)) {
			diag_warning(diags, "same-zone", place->span,
				"add its `city`, or take the entry out",
				"%s is the event's own zone: this says no other hour", place->zone);
		}
	}
}

/* Neither a time nor a duration; a session's talks may share the session's. */
static gboolean runs_on(const Item *item) {
	return !rules_given(&item->time) && !item->end_given && !item->session &&
		item->start != TIME_NONE && !item->talk_count && !item->in_error;
}

static void time_rule(const Event *event, Diags *diags) {
	g_autoptr(Tally) tally = tally_new(DIAG_NOTE, "runs-on", "items have no time of their own");
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		tally_count(tally);
		if (runs_on(item)) {
			g_autofree char *name = rules_item_name(item);
			g_autofree char *hours = rules_hours(item->start, item->end);
			tally_add(tally, item->span,
				g_strdup_printf("%s has no time; it fills what its neighbours "
						"leave, %s",
					name, hours),
				g_strdup("add `time`, or `duration`"));
		}
	}
	tally_report(tally, diags);
}

/* An address that a biography gives for its person: by kind, or because it bears the name. */
static gboolean is_own(const Person *person, const Address *address, ContactKind *kind) {
	if (address->kind == ADDRESS_EMAIL || address->kind == ADDRESS_HANDLE) {
		*kind = address->kind == ADDRESS_EMAIL ? CONTACT_EMAIL : CONTACT_HANDLE;
		return TRUE;
	}
	if (address->kind != ADDRESS_WEB || !rules_given(&person->family)) {
		return FALSE;
	}
	*kind = CONTACT_URL;
	g_autofree char *folded = spelling_fold(address->text);
	g_autofree char *family = spelling_fold(person->family.text);
	return strstr(folded, family) != NULL;
}

static const char *bare(const char *text) {
	return g_str_has_prefix(text, "mailto:") ? text + strlen("mailto:") : text;
}

static gboolean has_contact(const Person *person, ContactKind kind, const char *text) {
	for (int i = 0; i < person->contact_count; i++) {
		const Contact *contact = &person->contacts[i];
		if (contact->kind == kind && rules_given(&contact->text) &&
			g_ascii_strcasecmp(bare(contact->text.text), text) == 0) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Once for each kind: who has another address in `contact` than in the bio may mean both. */
static void contact_rule(const Person *person, Diags *diags) {
	static const char *const keys[] = {
		[CONTACT_EMAIL] = "email", [CONTACT_HANDLE] = "handle", [CONTACT_URL] = "url"};
	g_autoptr(GArray) found = addresses_find(person->bio.text);
	unsigned told = 0;
	for (guint i = 0; i < found->len; i++) {
		const Address *address = &g_array_index(found, Address, i);
		ContactKind kind;
		if (!is_own(person, address, &kind) || (told & 1U << kind) ||
			has_contact(person, kind, bare(address->text))) {
			continue;
		}
		told |= 1U << kind;
		g_autofree char *hint = g_strdup_printf(
			"add `%s` to the person's `contact`, if it is theirs", keys[kind]);
		diag_note(diags, "contact-in-bio",
			rules_place(&person->bio, address->offset, address->length), hint,
			"%s stands in the bio of %s alone; only `contact` is printed in the list "
			"of speakers",
			bare(address->text), person->name.text);
	}
}

void check_left_out(const Event *event, Diags *diags) {
	title_rule(event, diags);
	language_rule(event, diags);
	parts_rule(event, diags);
	online_rule(event, diags);
	elsewhere_rule(event, diags);
	time_rule(event, diags);
	for (int i = 0; i < event->person_count; i++) {
		if (rules_given(&event->people[i]->bio)) {
			contact_rule(event->people[i], diags);
		}
	}
}
