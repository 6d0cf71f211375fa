/* test_agenda: gaps, overlaps and totals of days. */
#include "view/agenda.h"
#include "view/anchor.h"

#include "sample.h"

enum { ITEMS_MAX = 8 };

typedef struct Sample {
	Arena *arena;
	Item items[ITEMS_MAX];
	const Item *pointers[ITEMS_MAX];
	Day day;
	Event event;
	const Agenda *agenda;
} Sample;

/* One day of the items so far. */
static void build(Sample *sample, int count) {
	for (int i = 0; i < count; i++) {
		sample->pointers[i] = &sample->items[i];
	}
	sample->day = (Day){.items = sample->pointers, .item_count = count};
	sample->event = (Event){.days = &sample->day, .day_count = 1, .language = "en"};
	sample->arena = arena_new();
	sample->agenda = agenda_new(sample->arena, &sample->event);
}

static void test_single_track(void) {
	Sample sample = {.items = {sample_item("open", KIND_OPENING, 540, 550),
				 sample_item("a", KIND_TALK, 550, 580),
				 sample_item("coffee", KIND_BREAK, 580, 600),
				 sample_item("b", KIND_TALK, 615, 660)}};
	sample.items[1].abstract = TEXT("Something.");
	build(&sample, 4);
	const AgendaDay *day = &sample.agenda->days[0];
	g_assert_cmpint(sample.agenda->day_count, ==, 1);
	g_assert_cmpint(day->row_count, ==, 4);
	g_assert_cmpstr(day->anchor, ==, "agenda-0");
	g_assert_true(day->single_track);
	g_assert_true(day->all_timed);
	g_assert_cmpint(day->start, ==, 540);
	g_assert_cmpint(day->end, ==, 660);
	g_assert_cmpint(day->longest, ==, 45);
	g_assert_cmpint(day->shortest, ==, 10);
	g_assert_cmpint(day->talk_count, ==, 2);
	g_assert_cmpint(day->page_count, ==, 1);
	g_assert_cmpint(day->rows[0].gap, ==, 0);
	g_assert_cmpint(day->rows[1].gap, ==, 0);
	g_assert_cmpint(day->rows[3].gap, ==, 15);
	g_assert_cmpint(day->rows[3].overlap, ==, 0);
	g_assert_true(day->rows[2].pause);
	g_assert_false(day->rows[3].pause);
	g_assert_true(day->rows[2].item == &sample.items[2]);
	arena_free(sample.arena);
}

static void test_parallel(void) {
	Room red = {.id = "red", .index = 0}, blue = {.id = "blue", .index = 1};
	Sample sample = {.items = {sample_item("a", KIND_TALK, 540, 600),
				 sample_item("b", KIND_TALK, 550, 570),
				 sample_item("c", KIND_TALK, 590, 630),
				 sample_item("d", KIND_TALK, 640, 650)}};
	sample.items[0].room = &red;
	sample.items[1].room = &blue;
	sample.items[2].room = &red;
	sample.items[3].room = &red;
	build(&sample, 4);
	const AgendaRow *rows = sample.agenda->days[0].rows;
	g_assert_false(sample.agenda->days[0].single_track);
	g_assert_true(rows[0].parallel && rows[0].clash);
	g_assert_true(rows[1].parallel);
	g_assert_false(rows[1].clash);
	g_assert_cmpint(rows[1].overlap, ==, 20);
	g_assert_cmpint(rows[1].gap, ==, 0);
	g_assert_true(rows[2].clash);
	g_assert_cmpint(rows[2].overlap, ==, 10);
	g_assert_false(rows[3].parallel);
	/* The latest end counts, not that of the row above. */
	g_assert_cmpint(rows[3].gap, ==, 10);
	arena_free(sample.arena);
}

static void test_order_of_the_programme_stays(void) {
	Sample sample = {.items = {sample_item("late", KIND_TALK, 600, 660),
				 sample_item("early", KIND_TALK, 540, 600)}};
	build(&sample, 2);
	const AgendaRow *rows = sample.agenda->days[0].rows;
	g_assert_cmpstr(rows[0].item->id, ==, "late");
	g_assert_cmpint(rows[0].gap, ==, 0);
	g_assert_cmpint(rows[1].gap, ==, 0);
	g_assert_true(sample.agenda->days[0].single_track);
	arena_free(sample.arena);
}

static void test_unknown_times(void) {
	Sample sample = {.items = {sample_item("a", KIND_TALK, 540, TIME_NONE),
				 sample_item("b", KIND_TALK, TIME_NONE, TIME_NONE),
				 sample_item("c", KIND_TALK, 600, 630),
				 sample_item("d", KIND_TALK, 660, 650)}};
	build(&sample, 4);
	const AgendaDay *day = &sample.agenda->days[0];
	g_assert_false(day->all_timed);
	g_assert_true(day->single_track);
	/* Nobody knows when the one before ends. */
	g_assert_cmpint(day->rows[2].gap, ==, 0);
	g_assert_cmpint(day->rows[1].start, ==, TIME_NONE);
	g_assert_cmpint(day->rows[3].gap, ==, 30);
	g_assert_cmpint(day->rows[3].end, ==, TIME_NONE);
	g_assert_cmpint(day->start, ==, 540);
	g_assert_cmpint(day->end, ==, 660);
	arena_free(sample.arena);
}

static void test_sessions(void) {
	Item talks[] = {sample_item("x", KIND_TALK, 545, 560),
		sample_item("y", KIND_TALK, 570, 585), sample_item("z", KIND_TALK, 580, 600)};
	const Item *pointers[] = {&talks[0], &talks[1], &talks[2]};
	Sample sample = {.items = {sample_item("s", KIND_SESSION, 540, 600),
				 sample_item("a", KIND_TALK, 600, 630)}};
	sample.items[0].talks = pointers;
	sample.items[0].talk_count = 3;
	build(&sample, 2);
	const AgendaDay *day = &sample.agenda->days[0];
	g_assert_cmpint(day->row_count, ==, 5);
	g_assert_cmpint(day->rows[0].depth, ==, 0);
	g_assert_cmpint(day->rows[1].depth, ==, 1);
	g_assert_cmpint(day->rows[1].gap, ==, 5); /* since the session began */
	g_assert_cmpint(day->rows[2].gap, ==, 10);
	g_assert_cmpint(day->rows[3].overlap, ==, 5);
	g_assert_true(day->rows[3].clash);
	g_assert_false(day->rows[0].parallel);
	g_assert_true(day->single_track);
	g_assert_cmpint(day->rows[4].depth, ==, 0);
	g_assert_cmpint(day->talk_count, ==, 4);
	g_assert_cmpint(day->longest, ==, 60);
	g_assert_cmpint(day->shortest, ==, 30);
	arena_free(sample.arena);
}

static void test_posters_are_parallel_by_nature(void) {
	Item boards[] = {
		sample_item("p", KIND_TALK, 540, 600), sample_item("q", KIND_TALK, 540, 600)};
	const Item *pointers[] = {&boards[0], &boards[1]};
	Sample sample = {.items = {sample_item("s", KIND_POSTER_SESSION, 540, 600)}};
	sample.items[0].talks = pointers;
	sample.items[0].talk_count = 2;
	build(&sample, 1);
	g_assert_false(sample.agenda->days[0].rows[2].clash);
	arena_free(sample.arena);
}

static void test_midnight(void) {
	Sample sample = {.items = {sample_item("a", KIND_SOCIAL, 1380, 1530),
				 sample_item("b", KIND_SOCIAL, 1530, 1590),
				 sample_item("c", KIND_SOCIAL, 1200, 1440)}};
	build(&sample, 3);
	const AgendaDay *day = &sample.agenda->days[0];
	g_assert_true(day->rows[0].past_midnight);
	g_assert_true(day->rows[1].past_midnight);
	g_assert_false(day->rows[2].past_midnight);
	g_assert_cmpint(day->end, ==, 1590);
	arena_free(sample.arena);
}

static void test_empty(void) {
	Sample sample = {0};
	build(&sample, 0);
	g_assert_cmpint(sample.agenda->days[0].row_count, ==, 0);
	g_assert_cmpint(sample.agenda->days[0].start, ==, TIME_NONE);
	arena_free(sample.arena);
}

static void test_anchors(void) {
	g_autoptr(Arena) arena = arena_new();
	Item item = sample_item("x", KIND_BREAK, 0, 10);
	g_assert_cmpstr(anchor_of_item(arena, &item), ==, "item-x");
	item.kind = KIND_TALK;
	g_assert_cmpstr(anchor_of_item(arena, &item), ==, "item-x");
	item.abstract = TEXT("a");
	g_assert_cmpstr(anchor_of_item(arena, &item), ==, "talk-x");
	g_assert_cmpstr(anchor_of_day(arena, 2), ==, "agenda-2");
	Person person = {.id = "ana"};
	g_assert_cmpstr(anchor_of_person(arena, &person), ==, "person-ana");
	g_assert_cmpstr(anchor_of_bio(arena, &person), ==, "bio-ana");
	for (int kind = 0; kind < PART_KIND_COUNT; kind++) {
		g_assert_true(g_str_has_prefix(anchor_of_part((PartKind)kind), "part-"));
	}
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/agenda/single-track", test_single_track);
	g_test_add_func("/agenda/parallel", test_parallel);
	g_test_add_func("/agenda/order", test_order_of_the_programme_stays);
	g_test_add_func("/agenda/unknown-times", test_unknown_times);
	g_test_add_func("/agenda/sessions", test_sessions);
	g_test_add_func("/agenda/posters", test_posters_are_parallel_by_nature);
	g_test_add_func("/agenda/midnight", test_midnight);
	g_test_add_func("/agenda/empty", test_empty);
	g_test_add_func("/agenda/anchors", test_anchors);
	return g_test_run();
}
