/* check_people: who is in two places at once, whom nobody describes, who is never used, who stands
 * in the list twice. Spelling is check_names' affair. */
#include "check/rules.h"

#include <string.h>

/* Somebody who must be in the room. */
static gboolean is_present(RoleKind kind) {
	return kind != ROLE_AUTHOR;
}

static const Role *present_role(const Item *item, const Person *person) {
	for (int i = 0; i < item->role_count; i++) {
		const Role *role = &item->roles[i];
		if (role->person == person && is_present(role->kind)) {
			return role;
		}
	}
	return NULL;
}

static gboolean at_once(const Item *one, const Item *other) {
	if (one->session == other || other->session == one || one->day != other->day) {
		return FALSE;
	}
	gboolean posters = one->session && one->session->kind == KIND_POSTER_SESSION &&
		one->session == other->session;
	gboolean timed = one->start != TIME_NONE && one->end != TIME_NONE &&
		other->start != TIME_NONE && other->end != TIME_NONE;
	return timed && !posters && one->start < other->end && other->start < one->end;
}

/* The clash of the rooms has been told by check_time. */
static gboolean same_room(const Item *one, const Item *other) {
	return rules_room(one) && rules_room(one) == rules_room(other);
}

static void report_two_places(
	const Person *person, const Item *earlier, const Item *item, Diags *diags) {
	g_autofree char *one = rules_item_name(earlier);
	g_autofree char *other = rules_item_name(item);
	g_autofree char *one_hours = rules_hours(earlier->start, earlier->end);
	g_autofree char *other_hours = rules_hours(item->start, item->end);
	diag_warning(diags, "two-places", present_role(item, person)->span,
		"move one of the two, or name somebody else",
		"%s is in two places at once: %s (%s) and %s (%s)", person->name.text, one,
		one_hours, other, other_hours);
}

static int compare_starts(gconstpointer a, gconstpointer b) {
	const Item *one = *(const Item *const *)a, *other = *(const Item *const *)b;
	if (one->day != other->day) {
		return one->day - other->day;
	}
	return one->start != other->start ? one->start - other->start : one->index - other->index;
}

/* Each item against the one before it that goes on longest. */
static void two_places_rule(const Person *person, Diags *diags) {
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	for (int i = 0; i < person->item_count; i++) {
		if (present_role(person->items[i], person)) {
			g_ptr_array_add(items, (gpointer)person->items[i]);
		}
	}
	g_ptr_array_sort(items, compare_starts);
	const Item *latest = NULL;
	for (guint i = 0; i < items->len; i++) {
		const Item *item = g_ptr_array_index(items, i);
		if (latest && at_once(latest, item) && !same_room(latest, item)) {
			report_two_places(person, latest, item, diags);
		}
		if (!latest || latest->day != item->day || item->end > latest->end) {
			latest = item;
		}
	}
}

static gboolean is_to_be_described(const Role *role) {
	return role->kind != ROLE_AUTHOR && role->kind != ROLE_CHAIR;
}

/* First item in which the person is somebody that readers want to know about. */
static const Item *described_item(const Person *person) {
	for (int i = 0; i < person->item_count; i++) {
		const Item *item = person->items[i];
		for (int k = 0; k < item->role_count; k++) {
			if (item->roles[k].person == person &&
				is_to_be_described(&item->roles[k])) {
				return item;
			}
		}
	}
	return NULL;
}

static char *bio_hint(const Person *person) {
	return g_strdup_printf("add `bio`, or the file bios/%s.md", person->id);
}

static void bio_rule(const Event *event, Diags *diags) {
	g_autoptr(Tally) tally = tally_new(DIAG_WARNING, "no-bio", "speakers have no bio");
	for (int i = 0; i < event->person_count; i++) {
		const Person *person = event->people[i];
		const Item *item = described_item(person);
		if (!item) {
			continue;
		}
		tally_count(tally);
		if (rules_given(&person->bio)) {
			continue;
		}
		g_autofree char *name = rules_item_name(item);
		tally_add(tally, person->span,
			g_strdup_printf(
				"%s, who appears in %s, has no bio", person->name.text, name),
			bio_hint(person));
	}
	tally_report(tally, diags);
}

/* Only told where others have one. */
static void affiliation_rule(const Event *event, Diags *diags) {
	g_autoptr(Tally) tally =
		tally_new(DIAG_NOTE, "no-affiliation", "people have no affiliation");
	int with = 0;
	for (int i = 0; i < event->person_count; i++) {
		const Person *person = event->people[i];
		if (!person->item_count) {
			continue;
		}
		tally_count(tally);
		with += person->affiliation_count > 0;
		if (!person->affiliation_count) {
			tally_add(tally, person->span,
				g_strdup_printf("%s has no affiliation", person->name.text),
				g_strdup("add `affiliation`, as others have it"));
		}
	}
	if (with) {
		tally_report(tally, diags);
	}
}

static void unused_rule(const Event *event, Diags *diags) {
	g_autoptr(Tally) tally =
		tally_new(DIAG_WARNING, "unused-person", "people appear in no item");
	for (int i = 0; i < event->person_count; i++) {
		const Person *person = event->people[i];
		tally_count(tally);
		if (!person->item_count) {
			tally_add(tally, person->span,
				g_strdup_printf("%s appears in no item of the programme",
					person->name.text),
				g_strdup("name the id under `speakers` of an item, or take the "
					 "person out"));
		}
	}
	tally_report(tally, diags);
}

void check_people(const Event *event, Diags *diags) {
	for (int i = 0; i < event->person_count; i++) {
		two_places_rule(event->people[i], diags);
	}
	bio_rule(event, diags);
	affiliation_rule(event, diags);
	unused_rule(event, diags);
}
