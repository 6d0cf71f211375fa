/* build_plans: shapes of rooms, and the floors on which they are drawn. Numbers are metres from the
 * upper left corner of a plan, kept in hundredths. What a floor shows besides its rooms stands
 * under `floors:`; floors that are not named there are made by their rooms. */
#include "model/builder.h"

#include <math.h>
#include <string.h>

enum { NUMBERS_MOST = 64, METRES_MOST = 10000, HUNDREDTHS = 100 };

/* --- numbers ------------------------------------------------------------------------------ */

/* One number, between blanks or commas. */
static gboolean add_number(const char **at, GArray *numbers) {
	char *end;
	double value = g_ascii_strtod(*at, &end);
	if (end == *at || !isfinite(value) || fabs(value) > METRES_MOST ||
		(*end && !strchr(" ,;", *end))) {
		return FALSE;
	}
	int hundredths = (int)lround(value * HUNDREDTHS);
	g_array_append_val(numbers, hundredths);
	*at = end;
	return numbers->len <= NUMBERS_MOST;
}

static gboolean add_numbers(const char *text, GArray *numbers) {
	const char *at = text + strspn(text, " ,;");
	while (*at) {
		if (!add_number(&at, numbers)) {
			return FALSE;
		}
		at += strspn(at, " ,;");
	}
	return TRUE;
}

static Point point_at(const GArray *numbers, guint pair) {
	return (Point){
		g_array_index(numbers, int, 2 * pair), g_array_index(numbers, int, 2 * pair + 1)};
}

static PointList points_from_numbers(Builder *builder, const GArray *numbers) {
	guint count = numbers->len / 2;
	Point *points = arena_array_of(builder->arena, Point, count + 1);
	for (guint i = 0; i < count; i++) {
		points[i] = point_at(numbers, i);
	}
	return (PointList){(int)count, points};
}

static PointList rectangle(Builder *builder, Point from, Point size) {
	const Point corners[] = {from, {from.x + size.x, from.y},
		{from.x + size.x, from.y + size.y}, {from.x, from.y + size.y}};
	return (PointList){4, arena_memdup(builder->arena, corners, sizeof corners)};
}

typedef enum Wanted { WANT_SHAPE, WANT_POINT, WANT_WAY } Wanted;

static void complain(Builder *builder, const Text *text, Wanted wanted) {
	static const char *const hints[] = {
		[WANT_SHAPE] = ("x, y, width and height in metres, `0 0 26 15`, or three "
				"corners and more, `0 0, 26 0, 26 15`"),
		[WANT_POINT] = "x and y in metres, `50 22`",
		[WANT_WAY] = "x and y of each turn, in metres: `17 15, 17 22, 50 22`"};
	static const char *const names[] = {
		[WANT_SHAPE] = "shape", [WANT_POINT] = "place", [WANT_WAY] = "way"};
	diag_error(builder->diags, "wrong-shape", text->span, hints[wanted], "`%s` is no %s",
		text->text, names[wanted]);
}

/* count 0 after a complaint at `text`. */
static PointList list_from_numbers(
	Builder *builder, const GArray *numbers, const Text *text, Wanted wanted) {
	guint count = numbers->len;
	if (wanted == WANT_SHAPE && count == 4) {
		Point size = point_at(numbers, 1);
		if (size.x > 0 && size.y > 0) {
			return rectangle(builder, point_at(numbers, 0), size);
		}
	} else if (count % 2 == 0 &&
		count >= (wanted == WANT_SHAPE		      ? 6
					 : wanted == WANT_WAY ? 4
							      : 2) &&
		(wanted != WANT_POINT || count == 2)) {
		return points_from_numbers(builder, numbers);
	}
	complain(builder, text, wanted);
	return (PointList){0, NULL};
}

static PointList list_from_text(Builder *builder, const Text *text, Wanted wanted) {
	g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(int));
	if (!add_numbers(text->text, numbers)) {
		complain(builder, text, wanted);
		return (PointList){0, NULL};
	}
	return list_from_numbers(builder, numbers, text, wanted);
}

/* A shape may be a list of numbers or of corners, too. */
static PointList shape_from_texts(Builder *builder, const TextList *texts) {
	g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(int));
	for (int i = 0; i < texts->count; i++) {
		if (!texts->texts[i].text) {
			return (PointList){0, NULL};
		}
		if (!add_numbers(texts->texts[i].text, numbers)) {
			complain(builder, &texts->texts[i], WANT_SHAPE);
			return (PointList){0, NULL};
		}
	}
	return texts->count > 0 ? list_from_numbers(builder, numbers, &texts->texts[0], WANT_SHAPE)
				: (PointList){0, NULL};
}

PointList room_shape(Builder *builder, const TextList *texts) {
	return shape_from_texts(builder, texts);
}

/* --- floors ------------------------------------------------------------------------------- */

static PointList places_from_texts(Builder *builder, const TextList *texts) {
	Point *points = arena_array_of(builder->arena, Point, texts->count + 1);
	int count = 0;
	for (int i = 0; i < texts->count; i++) {
		if (texts->texts[i].text) {
			PointList one = list_from_text(builder, &texts->texts[i], WANT_POINT);
			if (one.count == 1) {
				points[count++] = one.points[0];
			}
		}
	}
	return (PointList){count, points};
}

static const PointList *lists_from_texts(
	Builder *builder, const TextList *texts, Wanted wanted, int *count) {
	PointList *lists = arena_array_of(builder->arena, PointList, texts->count + 1);
	for (int i = 0; i < texts->count; i++) {
		if (texts->texts[i].text) {
			PointList one = list_from_text(builder, &texts->texts[i], wanted);
			if (one.count > 0) {
				lists[(*count)++] = one;
			}
		}
	}
	return lists;
}

static gboolean same_text(const Text *one, const Text *other) {
	return g_strcmp0(one->text, other->text) == 0;
}

gboolean room_is_on(const Room *room, const Storey *storey) {
	return same_text(&room->floor, &storey->floor) &&
		same_text(&room->building, &storey->building);
}

static Storey *storey_like(GArray *storeys, const Storey *wanted) {
	for (guint i = 0; i < storeys->len; i++) {
		Storey *storey = &g_array_index(storeys, Storey, i);
		if (same_text(&storey->floor, &wanted->floor) &&
			same_text(&storey->building, &wanted->building)) {
			return storey;
		}
	}
	return NULL;
}

static void add_floor(Builder *builder, const Node *node, GArray *storeys) {
	FloorRecord record = {0};
	if (!fields_read(&builder->reader, &table_floor, node, node->span, &record) ||
		!record.floor.text) {
		return;
	}
	Storey storey = {.floor = record.floor,
		.building = record.building,
		.note = record.note,
		.outline = shape_from_texts(builder, &record.outline),
		.entrances = places_from_texts(builder, &record.entrances),
		.lifts = places_from_texts(builder, &record.lifts),
		.north = record.north.given ? record.north.value : -1,
		.span = node->span};
	storey.stairs = lists_from_texts(builder, &record.stairs, WANT_SHAPE, &storey.stair_count);
	storey.ways = lists_from_texts(builder, &record.ways, WANT_WAY, &storey.way_count);
	const Storey *first = storey_like(storeys, &storey);
	if (first) {
		const char *hint = arena_printf(
			builder->arena, "the first is at %s", builder_place(builder, first->span));
		diag_error(builder->diags, "duplicate-floor", node->span, hint,
			"the floor `%s` is described twice", record.floor.text);
		return;
	}
	g_array_append_val(storeys, storey);
}

static void add_floors(Builder *builder, GArray *storeys) {
	for (guint i = 0; i < builder->roots->len; i++) {
		const FileRecord *file = g_ptr_array_index(builder->roots, i);
		const Node *node = file->floors.node;
		if (node && node->kind == NODE_SEQUENCE) {
			for (int j = 0; j < node->count; j++) {
				add_floor(builder, node->items[j], storeys);
			}
		} else if (node) {
			add_floor(builder, node, storeys);
		}
	}
}

static void take_rooms(Builder *builder, Storey *storey) {
	const Room **rooms =
		arena_array_of(builder->arena, const Room *, builder->room_list->len + 1);
	for (guint i = 0; i < builder->room_list->len; i++) {
		const Room *room = g_ptr_array_index(builder->room_list, i);
		if (room->shape.count > 0 && room_is_on(room, storey)) {
			rooms[storey->room_count++] = room;
		}
	}
	storey->rooms = rooms;
}

/* Floors that only their rooms tell of. */
static void add_untold(Builder *builder, GArray *storeys) {
	for (guint i = 0; i < builder->room_list->len; i++) {
		const Room *room = g_ptr_array_index(builder->room_list, i);
		Storey storey = {.floor = room->floor,
			.building = room->building,
			.north = -1,
			.span = SPAN_NONE};
		if (room->shape.count > 0 && !storey_like(storeys, &storey)) {
			g_array_append_val(storeys, storey);
		}
	}
}

void build_plans(Builder *builder) {
	g_autoptr(GArray) storeys = g_array_new(FALSE, TRUE, sizeof(Storey));
	add_floors(builder, storeys);
	add_untold(builder, storeys);
	Storey *kept = arena_array_of(builder->arena, Storey, storeys->len + 1);
	for (guint i = 0; i < storeys->len; i++) {
		Storey *storey = &g_array_index(storeys, Storey, i);
		take_rooms(builder, storey);
		if (storey->room_count > 0) {
			kept[builder->event->storey_count++] = *storey;
			continue;
		}
		diag_warning(builder->diags, "empty-floor", storey->floor.span,
			"write `floor` and `building` as its rooms do, and give them a `shape`",
			"no room with a `shape` is on the floor `%s`%s%s", storey->floor.text,
			storey->building.text ? " of " : "",
			storey->building.text ? storey->building.text : "");
	}
	builder->event->storeys = kept;
}
