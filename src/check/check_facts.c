/* check_facts: what a reader will look for and not find: titles, abstracts, people, a place, the
 * way to join. What is there and may be wrong is for the other families. */
#include "check/rules.h"

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
	return item_is_talk(item) && item->kind != KIND_PANEL && !item->in_error;
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
		if (!item_is_talk(item) || item->in_error) {
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

static void place_rule(const Event *event, Diags *diags) {
	gboolean join = rules_given(&event->join_url);
	if (!rules_given(&event->place.name) && !join) {
		diag_warning(diags, "no-place", event->span,
			"add `place`, or `join` for an event on the net",
			"nothing says where the event takes place");
	} else if (event->place.online && !join) {
		diag_warning(diags, "no-join", event->place.name.span,
			"add `join` with the address of the meeting",
			"the event is online, but nothing says how to join");
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
