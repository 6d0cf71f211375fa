/* part_plan: floors with the rooms whose shapes the content gives (DESIGN-2 D5). Where words stand
 * on a plan, and what has no room there, is layout's to choose. */
#include "doc/parts.h"

enum { HUNDREDTHS = 100 };

/* --- rooms -------------------------------------------------------------------------------- */

static void add_detail(const Compose *compose, InlineBuilder *builder, const char *text) {
	if (text) {
		gboolean first = inline_builder_length(builder) == 0;
		inline_add(builder, first ? "" : part_separator(compose, WORD_LIST_COMMA));
		inline_add(builder, text);
	}
}

static const Inline *details_of(const Compose *compose, const Room *room, gboolean floor) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	add_detail(compose, builder, floor ? room->floor.text : NULL);
	add_detail(compose, builder,
		room->seats > 0 ? lang_plural(compose->arena, compose->lang, WORD_COUNT_SEATS,
					  room->seats, NULL)
				: NULL);
	add_detail(compose, builder, room->note.text);
	gboolean any = inline_builder_length(builder) > 0;
	const Inline *text = inline_builder_end(builder, NULL, room->span);
	return any ? text : NULL;
}

const Inline *part_room_details(const Compose *compose, const Room *room) {
	return details_of(compose, room, TRUE);
}

/* "C  Court, 80 seats, one step" */
static const Inline *line_of(const Compose *compose, const Room *room, const Inline *details) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	if (room->letter.text) {
		inline_add_span(
			builder, room->letter.text, (InlineSpan){.role = STYLE_FACT_STRONG});
		inline_add(builder, "\xe2\x80\x82");
	}
	inline_add_inline(builder, part_inline(compose, &room->name), -1);
	if (details) {
		inline_push(builder, (InlineSpan){.role = STYLE_AFFILIATION});
		inline_add(builder, part_separator(compose, WORD_LIST_COMMA));
		inline_add_inline(builder, details, -1);
		inline_pop(builder);
	}
	return inline_builder_end(builder, room->name.language, room->span);
}

/* The track of all that takes place in it; -1 = several, or none. */
static int track_of(const Event *event, const Room *room) {
	int track = -1;
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		if (item->room != room || !item->track) {
			continue;
		}
		if (track >= 0 && item->track->index != track) {
			return -1;
		}
		track = item->track->index;
	}
	return track;
}

static PlanRoom plan_room(const Compose *compose, const Room *room) {
	const Inline *details = details_of(compose, room, FALSE);
	return (PlanRoom){.letter = part_plain(compose, &room->letter),
		.name = part_inline(compose, &room->name),
		.details = details,
		.line = line_of(compose, room, details),
		.anchor = anchor_of_room(compose->arena, room),
		.track = track_of(compose->event, room),
		.corners = room->shape,
		.source = room->span};
}

/* --- extents ------------------------------------------------------------------------------ */

typedef struct Extent {
	int left, top, right, bottom;
} Extent;

static const Extent NOWHERE = {G_MAXINT, G_MAXINT, G_MININT, G_MININT};

static void stretch_to(Extent *extent, const PointList *list) {
	for (int i = 0; i < list->count; i++) {
		const Point *point = &list->points[i];
		extent->left = MIN(extent->left, point->x);
		extent->right = MAX(extent->right, point->x);
		extent->top = MIN(extent->top, point->y);
		extent->bottom = MAX(extent->bottom, point->y);
	}
}

static Extent extent_of(const Storey *storey) {
	Extent extent = NOWHERE;
	stretch_to(&extent, &storey->outline);
	stretch_to(&extent, &storey->entrances);
	stretch_to(&extent, &storey->lifts);
	for (int i = 0; i < storey->room_count; i++) {
		stretch_to(&extent, &storey->rooms[i]->shape);
	}
	for (int i = 0; i < storey->stair_count; i++) {
		stretch_to(&extent, &storey->stairs[i]);
	}
	for (int i = 0; i < storey->way_count; i++) {
		stretch_to(&extent, &storey->ways[i]);
	}
	return extent;
}

static gboolean same_building(const Storey *one, const Storey *other) {
	return g_strcmp0(one->building.text, other->building.text) == 0;
}

/* One scale and one place for all floors of a building, so that lifts and stairs line up. */
static void add_extents(const Event *event, const Storey *storey, PlanBlock *plan) {
	Extent own = extent_of(storey);
	*plan = (PlanBlock){
		.left = own.left, .right = own.right, .top = own.top, .bottom = own.bottom};
	for (int i = 0; i < event->storey_count; i++) {
		if (same_building(&event->storeys[i], storey)) {
			Extent other = extent_of(&event->storeys[i]);
			plan->left = MIN(plan->left, other.left);
			plan->right = MAX(plan->right, other.right);
			plan->highest = MAX(plan->highest, other.bottom - other.top);
			plan->storeys++;
		}
	}
}

/* --- what is said under them -------------------------------------------------------------- */

/* The longest of 1, 2, 5, 10 … metres that takes no more than three tenths of the width. */
static int bar_metres(int width) {
	static const int steps[] = {1, 2, 5};
	int metres = 1;
	for (int power = 1; power <= 1000; power *= 10) {
		for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
			int length = steps[i] * power;
			metres = length * HUNDREDTHS * 10 <= width * 3 ? length : metres;
		}
	}
	return metres;
}

static gboolean is_last_of_building(const Event *event, int index) {
	for (int i = index + 1; i < event->storey_count; i++) {
		if (same_building(&event->storeys[i], &event->storeys[index])) {
			return FALSE;
		}
	}
	return TRUE;
}

static const PlanKey *key_of(const Compose *compose, int index, const PlanBlock *plan) {
	const Event *event = compose->event;
	if (!is_last_of_building(event, index)) {
		return NULL;
	}
	PlanKey *key = arena_new_of(compose->arena, PlanKey);
	int metres = bar_metres(plan->right - plan->left), ways = 0;
	key->north = -1;
	for (int i = 0; i <= index; i++) {
		if (same_building(&event->storeys[i], &event->storeys[index])) {
			ways += event->storeys[i].way_count;
			key->north = MAX(key->north, event->storeys[i].north);
		}
	}
	key->bar = metres * HUNDREDTHS;
	key->metres = part_text(compose,
		lang_format(compose->arena, compose->lang, WORD_METRES, "count",
			part_number(compose, metres), NULL));
	key->way = ways > 0 ? part_word(compose, WORD_STEP_FREE) : NULL;
	key->north_letter = part_word(compose, WORD_NORTH);
	return key;
}

/* "Level 1, North House"; the event's place where neither is said. */
static const char *name_of(const Compose *compose, const Storey *storey) {
	const char *floor = storey->floor.text, *building = storey->building.text;
	if (floor && building) {
		return arena_printf(compose->arena, "%s%s%s", floor,
			part_separator(compose, WORD_LIST_COMMA), building);
	}
	const char *one = floor ? floor : building;
	return one ? one : lang_word(compose->lang, WORD_VENUE);
}

static gboolean has_buildings(const Event *event) {
	for (int i = 1; i < event->storey_count; i++) {
		if (!same_building(&event->storeys[i], &event->storeys[0])) {
			return TRUE;
		}
	}
	return FALSE;
}

static void add_labels(const Compose *compose, const Storey *storey, PlanBlock *plan) {
	const char *place = name_of(compose, storey);
	gboolean building = storey->floor.text && has_buildings(compose->event);
	plan->label = storey->floor.text ? part_inline(compose, &storey->floor)
		: storey->building.text	 ? part_inline(compose, &storey->building)
					 : part_word(compose, WORD_ROOMS);
	plan->building = building ? part_inline(compose, &storey->building) : NULL;
	plan->note = part_inline(compose, &storey->note);
	plan->entrance = part_word(compose, WORD_ENTRANCE);
	plan->lift = part_word(compose, WORD_LIFT);
	plan->alternate =
		lang_format(compose->arena, compose->lang, WORD_PLAN_OF, "place", place, NULL);
}

static const Block *plan_of(const Compose *compose, int index) {
	const Storey *storey = &compose->event->storeys[index];
	PlanBlock *plan = arena_new_of(compose->arena, PlanBlock);
	add_extents(compose->event, storey, plan);
	PlanRoom *rooms = arena_array_of(compose->arena, PlanRoom, storey->room_count);
	for (int i = 0; i < storey->room_count; i++) {
		rooms[i] = plan_room(compose, storey->rooms[i]);
	}
	plan->room_count = storey->room_count;
	plan->rooms = rooms;
	plan->outline = storey->outline;
	plan->entrances = storey->entrances;
	plan->lifts = storey->lifts;
	plan->stair_count = storey->stair_count;
	plan->stairs = storey->stairs;
	plan->way_count = storey->way_count;
	plan->ways = storey->ways;
	plan->key = key_of(compose, index, plan);
	add_labels(compose, storey, plan);
	Block *block = block_new(compose->arena, BLOCK_PLAN);
	block->as.plan = plan;
	block->source = storey->rooms[0]->span;
	return block;
}

void part_plans(const Compose *compose, BlockList *list) {
	for (int i = 0; i < compose->event->storey_count; i++) {
		block_list_add(list, plan_of(compose, i));
	}
}
