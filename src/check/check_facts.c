/* check_facts: what a reader will look for and not find: titles, abstracts, people, a place, the
 * way to join. What is there and may be wrong is for the other families. */
#include "check/rules.h"
#include "check/spelling.h"

static gboolean names_anybody(const Item *item) {
	for (int i = 0; i < item->talk_count; i++) {
		if (names_anybody(item->talks[i])) {
			return TRUE;
		}
	}
	return item->role_count > 0;
}

static void title_rule(const Event *event, Diags *diags) {
	g_autoptr(Tally) tally = tally_new(DIAG_WARNING, "no-title", "items have no title");
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		if (item->in_error) {
			continue;
		}
		tally_count(tally);
		if (!rules_given(&item->title)) {
			g_autofree char *name = rules_item_name(item);
			tally_add(tally, item->span, g_strdup_printf("%s has no title", name),
				g_strdup("add `title`; until then it is printed as still to be "
					 "announced"));
		}
	}
	tally_report(tally, diags);
}

/* A panel is often no more than its people. */
static gboolean wants_abstract(const Item *item) {
	return item_is_talk(item) && !item->repeats && item->kind != KIND_PANEL && !item->in_error;
}

static void abstract_rule(const Event *event, Diags *diags) {
	g_autoptr(Tally) tally = tally_new(DIAG_WARNING, "no-abstract", "talks have no abstract");
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		if (!wants_abstract(item)) {
			continue;
		}
		tally_count(tally);
		if (!rules_given(&item->abstract)) {
			g_autofree char *name = rules_item_name(item);
			tally_add(tally, item->span, g_strdup_printf("%s has no abstract", name),
				g_strdup_printf(
					"add `abstract`, or the file abstracts/%s.md", item->id));
		}
	}
	tally_report(tally, diags);
}

static void people_rule(const Event *event, Diags *diags) {
	g_autoptr(Tally) tally = tally_new(DIAG_WARNING, "no-speaker", "talks name nobody");
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		if (!item_is_talk(item) || item->repeats || item->in_error) {
			continue;
		}
		tally_count(tally);
		if (!names_anybody(item)) {
			g_autofree char *name = rules_item_name(item);
			gboolean panel = item->kind == KIND_PANEL;
			tally_add(tally, item->span, g_strdup_printf("%s names nobody", name),
				g_strdup(panel ? "add `moderator` or `panellists`"
					       : "add `speakers`"));
		}
	}
	tally_report(tally, diags);
}

/* "Virtual" and its like, as names of a place. */
static gboolean sounds_online(const char *name) {
	static const char *const words[] = {
		"virtual", "virtuell", "online", "zoom", "webinar", "remote", "internet", NULL};
	g_autofree char *folded = spelling_fold(name);
	g_auto(GStrv) parts = g_strsplit(folded, " ", -1);
	return parts[0] && g_strv_contains(words, parts[0]);
}

static void named_place_rule(const Event *event, gboolean join, Diags *diags) {
	const Place *place = &event->place;
	if (place->online && !join) {
		diag_warning(diags, "no-join", place->name.span,
			"add `join` with the address of the meeting",
			"the event is online, but nothing says how to join");
	}
	if (!place->online && !rules_given(&place->address) && sounds_online(place->name.text)) {
		diag_warning(diags, "not-online", place->name.span,
			"add `online: true` to `place`, if nobody can go there",
			"the place is called \"%s\", but is not said to be online",
			place->name.text);
	}
}

static void place_rule(const Event *event, Diags *diags) {
	gboolean join = rules_given(&event->join_url);
	if (rules_given(&event->place.name)) {
		named_place_rule(event, join, diags);
	} else {
		diag_add(diags, join ? DIAG_NOTE : DIAG_WARNING, "no-place", event->span,
			"add `place`; for an event on the net `place: {name: Virtual, online: "
			"true}`",
			"nothing says where the event takes place");
	}
	if (!event->timezone && (join || event->place.online)) {
		diag_warning(diags, "no-timezone", event->span,
			"add `timezone` by its IANA name: Europe/Lisbon",
			"people may join from anywhere, but no zone says what the hours mean");
	}
	if (!rules_given(&event->host)) {
		diag_note(diags, "no-host", event->span, "add `host`",
			"nothing says who gives the event");
	}
}

void check_facts(const Event *event, Diags *diags) {
	place_rule(event, diags);
	title_rule(event, diags);
	abstract_rule(event, diags);
	people_rule(event, diags);
}
