/* test_lanes: rooms as columns, what goes over all rooms, lanes within a room. */
#include "view/lanes.h"

#include "sample.h"

enum { ITEMS_MAX = 8, ROOMS = 3 };

typedef struct Sample {
	Arena *arena;
	Room rooms[ROOMS];
	const Room *room_pointers[ROOMS];
	Item items[ITEMS_MAX];
	const Item *pointers[ITEMS_MAX];
	Day day;
	Event event;
	const Lanes *lanes;
} Sample;

static void sample_init(Sample *sample) {
	static const char *const ids[ROOMS] = {"aula", "court", "dome"};
	*sample = (Sample){.arena = arena_new()};
	for (int i = 0; i < ROOMS; i++) {
		sample->rooms[i] = (Room){.id = ids[i], .index = i};
		sample->room_pointers[i] = &sample->rooms[i];
	}
}

static Item in_room(const Sample *sample, int room, Item item) {
	item.room = &sample->rooms[room];
	return item;
}

static void build(Sample *sample, int count) {
	for (int i = 0; i < count; i++) {
		sample->items[i].index = i;
		sample->pointers[i] = &sample->items[i];
	}
	sample->day = (Day){.items = sample->pointers, .item_count = count};
	sample->event = (Event){.days = &sample->day,
		.day_count = 1,
		.language = "en",
		.room_count = ROOMS,
		.rooms = sample->room_pointers};
	sample->lanes = lanes_of_day(sample->arena, &sample->event, 0);
}

static const LaneItem *find(const Sample *sample, const char *id) {
	for (int i = 0; i < sample->lanes->count; i++) {
		if (g_str_equal(sample->lanes->items[i].item->id, id)) {
			return &sample->lanes->items[i];
		}
	}
	g_assert_not_reached();
}

/* A keynote alone goes over all rooms, so does a break; a workshop that runs through the break
 * stays in its room. A room that has nothing is no column. */
static void test_columns(void) {
	Sample sample;
	sample_init(&sample);
	sample.items[0] = in_room(&sample, 2, sample_item("key", KIND_KEYNOTE, 540, 600));
	sample.items[1] = in_room(&sample, 2, sample_item("c", KIND_SESSION, 600, 660));
	sample.items[2] = in_room(&sample, 0, sample_item("a", KIND_WORKSHOP, 600, 720));
	sample.items[3] = sample_item("tea", KIND_BREAK, 660, 690);
	sample.items[4] = sample_item("end", KIND_CLOSING, 720, TIME_NONE);
	build(&sample, 5);
	g_assert_cmpint(sample.lanes->column_count, ==, 2);
	g_assert_cmpstr(sample.lanes->columns[0].room->id, ==, "aula");
	g_assert_cmpstr(sample.lanes->columns[1].room->id, ==, "dome");
	g_assert_cmpint(find(&sample, "key")->kind, ==, LANE_PLENARY);
	g_assert_cmpint(find(&sample, "tea")->kind, ==, LANE_PAUSE);
	g_assert_cmpint(find(&sample, "tea")->column, ==, -1);
	g_assert_cmpint(find(&sample, "a")->column, ==, 0);
	g_assert_cmpint(find(&sample, "c")->column, ==, 1);
	g_assert_cmpint(find(&sample, "end")->end, ==, 750);
	g_assert_false(find(&sample, "end")->end_known);
	g_assert_cmpint(sample.lanes->end, ==, 750);
	g_assert_true(sample.lanes->parallel);
	g_assert_cmpint(lanes_longest(sample.arena, &sample.event), ==, 210);
	arena_free(sample.arena);
}

/* One room after the other is no reason for a grid; what has no room and company gets a column. */
static void test_single(void) {
	Sample sample;
	sample_init(&sample);
	sample.items[0] = in_room(&sample, 0, sample_item("a", KIND_TALK, 540, 600));
	sample.items[1] = in_room(&sample, 1, sample_item("b", KIND_TALK, 600, 660));
	build(&sample, 2);
	g_assert_false(sample.lanes->parallel);
	sample.items[2] = sample_item("walk", KIND_SOCIAL, 620, 660);
	build(&sample, 3);
	g_assert_true(sample.lanes->parallel);
	g_assert_cmpint(sample.lanes->column_count, ==, 3);
	g_assert_null(sample.lanes->columns[2].room);
	g_assert_cmpint(find(&sample, "walk")->column, ==, 2);
	arena_free(sample.arena);
}

static void test_overlap(void) {
	Sample sample;
	sample_init(&sample);
	sample.items[0] = in_room(&sample, 0, sample_item("a", KIND_TALK, 540, 600));
	sample.items[1] = in_room(&sample, 0, sample_item("b", KIND_TALK, 570, 630));
	sample.items[2] = in_room(&sample, 0, sample_item("c", KIND_TALK, 600, 640));
	sample.items[3] = in_room(&sample, 0, sample_item("d", KIND_TALK, 640, 700));
	sample.items[4] = in_room(&sample, 1, sample_item("e", KIND_TALK, 540, 700));
	build(&sample, 5);
	g_assert_cmpint(find(&sample, "a")->lane, ==, 0);
	g_assert_cmpint(find(&sample, "b")->lane, ==, 1);
	g_assert_cmpint(find(&sample, "c")->lane, ==, 0);
	g_assert_cmpint(find(&sample, "c")->lane_count, ==, 2);
	g_assert_cmpint(find(&sample, "d")->lane_count, ==, 1);
	g_assert_cmpint(find(&sample, "e")->lane_count, ==, 1);
	arena_free(sample.arena);
}

/* A column whose cells are all of one track takes its colour; talks of a session in several rooms
 * stand there. */
static void test_tracks(void) {
	Sample sample;
	sample_init(&sample);
	static const Track water = {.id = "water"}, data = {.id = "data", .index = 1};
	Item talks[2] = {in_room(&sample, 0, sample_item("t0", KIND_TALK, 600, 630)),
		in_room(&sample, 1, sample_item("t1", KIND_TALK, 600, 630))};
	const Item *pointers[2] = {&talks[0], &talks[1]};
	sample.items[0] = in_room(&sample, 0, sample_item("a", KIND_TALK, 540, 600));
	sample.items[1] = in_room(&sample, 1, sample_item("b", KIND_TALK, 540, 600));
	sample.items[2] = sample_item("apart", KIND_SESSION, 600, 630);
	sample.items[2].talk_count = 2;
	sample.items[2].talks = pointers;
	sample.items[0].track = sample.items[1].track = talks[0].track = &water;
	talks[1].track = &data;
	build(&sample, 3);
	g_assert_cmpint(sample.lanes->count, ==, 4);
	g_assert_cmpint(find(&sample, "t1")->column, ==, 1);
	g_assert_true(sample.lanes->columns[0].track == &water);
	g_assert_null(sample.lanes->columns[1].track);
	arena_free(sample.arena);
}

/* What is in several rooms at once has one cell over those beside each other, one more for each
 * that stands apart, and lanes of its own where it meets something else. It is not parallel to
 * itself. */
static void test_several_rooms(void) {
	Sample sample;
	sample_init(&sample);
	const Room *more[ROOMS] = {&sample.rooms[1], &sample.rooms[2]};
	sample.items[0] = in_room(&sample, 0, sample_item("all", KIND_TALK, 540, 600));
	sample.items[0].more_rooms = more;
	sample.items[0].more_room_count = 2;
	build(&sample, 1);
	g_assert_false(sample.lanes->parallel);
	sample.items[1] = in_room(&sample, 0, sample_item("apart", KIND_TALK, 600, 660));
	sample.items[1].more_rooms = more + 1;
	sample.items[1].more_room_count = 1;
	sample.items[2] = in_room(&sample, 1, sample_item("b", KIND_TALK, 600, 660));
	build(&sample, 3);
	const LaneItem *all = find(&sample, "all"), *apart = find(&sample, "apart");
	g_assert_cmpint(sample.lanes->count, ==, 4);
	g_assert_cmpint(all->column, ==, 0);
	g_assert_cmpint(all->column_count, ==, 3);
	g_assert_false(all->again);
	g_assert_true(apart->again);
	g_assert_cmpint(apart->column_count, ==, 1);
	g_assert_true(lanes_covers(sample.lanes, apart, &sample.rooms[0]));
	g_assert_false(lanes_covers(sample.lanes, apart, &sample.rooms[2]));
	sample.items[3] = in_room(&sample, 1, sample_item("clash", KIND_TALK, 570, 600));
	build(&sample, 4);
	all = find(&sample, "all");
	g_assert_cmpint(all->column_count, ==, 1);
	g_assert_cmpint(sample.lanes->count, ==, 7);
	arena_free(sample.arena);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/view/lanes/columns", test_columns);
	g_test_add_func("/view/lanes/single", test_single);
	g_test_add_func("/view/lanes/overlap", test_overlap);
	g_test_add_func("/view/lanes/tracks", test_tracks);
	g_test_add_func("/view/lanes/several-rooms", test_several_rooms);
	return g_test_run();
}
