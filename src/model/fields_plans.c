/* fields_plans: the table of what a floor's plan shows (fields.h). */
#include <stddef.h>

#include "model/records.h"

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof((array)[0])))

static const Field floor_fields[] = {
	{"floor", FIELD_LINE, offsetof(FloorRecord, floor), "floor: 2nd floor",
		.help = "Which floor, as its rooms call it.", .required = TRUE,
		.mistaken = "name level storey"},
	{"building", FIELD_LINE, offsetof(FloorRecord, building), "building: North House",
		.help = "Of which building, as its rooms call it.", .mistaken = "house block"},
	{"note", FIELD_LINE, offsetof(FloorRecord, note), "note: step-free by lift",
		.help = "What is printed under its name.", .mistaken = "notes access"},
	{"outline", FIELD_LINES, offsetof(FloorRecord, outline), "outline: 0 0 50 30",
		.help = "Its walls, written like a room's `shape`; by default around its rooms.",
		.mistaken = "shape walls"},
	{"entrances", FIELD_LINES, offsetof(FloorRecord, entrances), "entrances: 50 22",
		.help = "Where one comes in: x and y, or a list of them; on a wall.",
		.others = "entrance", .mistaken = "doors door entry"},
	{"lifts", FIELD_LINES, offsetof(FloorRecord, lifts), "lifts: 33 20",
		.help = "Where a lift is: x and y of its middle, or a list of them.",
		.others = "lift", .mistaken = "elevators elevator"},
	{"stairs", FIELD_LINES, offsetof(FloorRecord, stairs), "stairs: 30 26 5 5",
		.help = "A flight of stairs: x, y, width and height, or a list of them.",
		.mistaken = "stair steps staircase"},
	{"step_free", FIELD_LINES, offsetof(FloorRecord, ways),
		"step_free: \"17 15, 17 22, 50 22\"",
		.help = "A way without steps: x and y of each of its turns, or a list of ways.",
		.mistaken = "way path ways accessible wheelchair route"},
	{"north", FIELD_INTEGER, offsetof(FloorRecord, north), "north: 30",
		.help = "Where north is, in degrees clockwise from up.", .least = 0, .most = 359,
		.mistaken = "rotation orientation"},
};
const FieldTable table_floor = {"floors", "a floor", sizeof(FloorRecord), COUNT_OF(floor_fields),
	floor_fields, NULL, NULL, NULL};
