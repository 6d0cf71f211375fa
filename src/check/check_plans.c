/* check_plans: rooms that the plan of their floor leaves out. */
#include "check/rules.h"

static const Storey *storey_of(const Event *event, const Room *room) {
	for (int i = 0; i < event->storey_count; i++) {
		if (room_is_on(room, &event->storeys[i])) {
			return &event->storeys[i];
		}
	}
	return NULL;
}

/* " of North House", or nothing. Caller frees. */
static char *of_building(const Storey *storey) {
	return rules_given(&storey->building) ? g_strdup_printf(" of %s", storey->building.text)
					      : g_strdup("");
}

static void shape_rule(const Event *event, Diags *diags) {
	g_autoptr(Tally) tally =
		tally_new(DIAG_NOTE, "room-without-shape", "rooms are left out of their plans");
	for (int i = 0; i < event->room_count; i++) {
		const Room *room = event->rooms[i];
		const Storey *storey = storey_of(event, room);
		if (!storey) {
			continue;
		}
		tally_count(tally);
		if (room->shape.count == 0) {
			g_autofree char *of = of_building(storey);
			const char *floor =
				rules_given(&storey->floor) ? storey->floor.text : "its floor";
			tally_add(tally, room->span,
				g_strdup_printf("%s has no shape: the plan of %s%s leaves it out",
					room->name.text, floor, of),
				g_strdup("add its `shape`, for example `shape: 0 0 12 8`"));
		}
	}
	tally_report(tally, diags);
}

void check_plans(const Event *event, Diags *diags) {
	if (event->storey_count > 0) {
		shape_rule(event, diags);
	}
}
