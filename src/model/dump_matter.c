/* dump_matter: front and back matter of --dump=model. */
#include "model/dump.h"

static void dump_picture(Dump *dump, const Event *event, const char *name, int picture) {
	if (picture >= 0) {
		dump_text(dump, name, &event->pictures[picture]);
	}
}

static void dump_letters(Dump *dump, const Event *event) {
	for (int i = 0; i < event->letter_count; i++) {
		const Letter *letter = &event->letters[i];
		g_string_append_printf(dump->out, "%*sletter\n", dump->depth * 2, "");
		dump->depth++;
		dump_text(dump, "title", &letter->title);
		dump_text(dump, "text", &letter->text);
		dump_picture(dump, event, "portrait", letter->portrait);
		dump_text(dump, "portrait-alt", &letter->portrait_alt);
		for (int j = 0; j < letter->signature_count; j++) {
			dump_text(dump, "signature", &letter->signatures[j].name);
			dump_text(dump, "role", &letter->signatures[j].role);
			dump_picture(dump, event, "picture", letter->signatures[j].picture);
		}
		dump->depth--;
	}
}

static void dump_members(Dump *dump, const char *name, const Member *members, int count) {
	for (int i = 0; i < count; i++) {
		dump_line(dump, name, "%s", members[i].person->id);
		dump_text(dump, "role", &members[i].role);
	}
}

static void dump_committees(Dump *dump, const Event *event) {
	for (int i = 0; i < event->committee_count; i++) {
		const Committee *committee = &event->committees[i];
		dump_string(dump, "committee", committee->name.text);
		dump->depth++;
		dump_members(dump, "chair", committee->chairs, committee->chair_count);
		dump_members(dump, "member", committee->members, committee->member_count);
		dump->depth--;
	}
}

static void dump_sponsors(Dump *dump, const Event *event) {
	for (int i = 0; i < event->tier_count; i++) {
		const Tier *tier = &event->tiers[i];
		dump_string(dump, "tier", tier->name.text);
		dump->depth++;
		for (int j = 0; j < tier->sponsor_count; j++) {
			const Sponsor *sponsor = &tier->sponsors[j];
			dump_text(dump, "sponsor", &sponsor->name);
			dump_picture(dump, event, "logo", sponsor->logo);
			dump_text(dump, "alt", &sponsor->alternate);
			dump_text(dump, "url", &sponsor->url);
		}
		dump->depth--;
	}
}

static void dump_points(Dump *dump, const char *name, const PointList *list) {
	g_autoptr(GString) text = g_string_new(NULL);
	for (int i = 0; i < list->count; i++) {
		g_string_append_printf(
			text, "%s%d %d", i > 0 ? ", " : "", list->points[i].x, list->points[i].y);
	}
	if (list->count > 0) {
		dump_line(dump, name, "%s", text->str);
	}
}

static void dump_lists(Dump *dump, const char *name, const PointList *lists, int count) {
	for (int i = 0; i < count; i++) {
		dump_points(dump, name, &lists[i]);
	}
}

static void dump_storeys(Dump *dump, const Event *event) {
	for (int i = 0; i < event->storey_count; i++) {
		const Storey *storey = &event->storeys[i];
		g_string_append_printf(dump->out, "%*sfloor\n", dump->depth * 2, "");
		dump->depth++;
		dump_text(dump, "floor", &storey->floor);
		dump_text(dump, "building", &storey->building);
		dump_text(dump, "note", &storey->note);
		dump_points(dump, "outline", &storey->outline);
		dump_points(dump, "entrances", &storey->entrances);
		dump_points(dump, "lifts", &storey->lifts);
		dump_lists(dump, "stairs", storey->stairs, storey->stair_count);
		dump_lists(dump, "step-free", storey->ways, storey->way_count);
		if (storey->north >= 0) {
			dump_line(dump, "north", "%d", storey->north);
		}
		for (int j = 0; j < storey->room_count; j++) {
			dump_points(dump, storey->rooms[j]->id, &storey->rooms[j]->shape);
		}
		dump->depth--;
	}
}

void dump_matter(Dump *dump, const Event *event) {
	dump_text(dump, "imprint", &event->imprint);
	dump_letters(dump, event);
	dump_committees(dump, event);
	dump_sponsors(dump, event);
	dump_storeys(dump, event);
}
