/* anchor: see anchor.h. */
#include "view/anchor.h"

const char *anchor_of_talk(Arena *arena, const Item *item) {
	return arena_printf(arena, "talk-%s", item->id);
}

const char *anchor_of_row(Arena *arena, const Item *item) {
	return arena_printf(arena, "item-%s", item->id);
}

const char *anchor_of_person(Arena *arena, const Person *person) {
	return arena_printf(arena, "person-%s", person->id);
}

const char *anchor_of_bio(Arena *arena, const Person *person) {
	return arena_printf(arena, "bio-%s", person->id);
}

const char *anchor_of_session(Arena *arena, const Item *item) {
	return arena_printf(arena, "session-%s", item->id);
}

const char *anchor_of_board(Arena *arena, const Item *item) {
	return arena_printf(arena, "board-%s", item->id);
}

const char *anchor_of_room(Arena *arena, const Room *room) {
	return arena_printf(arena, "room-%s", room->id);
}

const char *anchor_of_day(Arena *arena, int day) {
	return arena_printf(arena, "agenda-%d", day);
}

const char *anchor_of_grid(Arena *arena, int day) {
	return arena_printf(arena, "grid-%d", day);
}

const char *anchor_of_part(PartKind kind) {
	static const char *const names[PART_KIND_COUNT] = {
		[PART_COVER] = "part-cover",
		[PART_IMPRINT] = "part-imprint",
		[PART_LETTERS] = "part-letters",
		[PART_COMMITTEES] = "part-committees",
		[PART_VENUE] = "part-venue",
		[PART_SPONSORS] = "part-sponsors",
		[PART_WELCOME] = "part-welcome",
		[PART_CONTENTS] = "part-contents",
		[PART_GRID] = "part-grid",
		[PART_AGENDA] = "part-agenda",
		[PART_TALKS] = "part-talks",
		[PART_SPEAKERS] = "part-speakers",
		[PART_BIOS] = "part-bios",
		[PART_INDEX] = "part-index",
		[PART_GLANCE] = "part-glance",
		[PART_SESSIONS] = "part-sessions",
		[PART_BOARDS] = "part-boards",
		[PART_TOPICS] = "part-topics",
		[PART_AFFILIATIONS] = "part-affiliations",
		[PART_NOTES] = "part-notes",
		[PART_BACK_COVER] = "part-back-cover",
	};
	return names[kind];
}

const char *anchor_of_item(Arena *arena, const Item *item) {
	const Item *told = item_main(item);
	return item_has_page(told) ? anchor_of_talk(arena, told) : anchor_of_row(arena, item);
}
