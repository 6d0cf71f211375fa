/* test_stretches: what runs at the same time is one, and nothing overlaps. */
#include "view/stretches.h"

#include "sample.h"

enum { ITEMS_MAX = 12, ROOMS = 3 };

typedef struct Sample {
	Arena *arena;
	Room rooms[ROOMS];
	const Room *room_pointers[ROOMS];
	Item items[ITEMS_MAX];
	const Item *pointers[ITEMS_MAX];
	int count;
	Day day;
	Event event;
} Sample;

/* room: -1 = none */
static void add(Sample *sample, int room, Item item) {
	item.index = sample->count;
	item.room = room >= 0 ? &sample->rooms[room] : NULL;
	sample->items[sample->count] = item;
	sample->pointers[sample->count] = &sample->items[sample->count];
	sample->count++;
}

static void sample_start(Sample *sample) {
	*sample = (Sample){.arena = arena_new()};
	for (int i = 0; i < ROOMS; i++) {
		sample->rooms[i] = (Room){.index = i};
		sample->room_pointers[i] = &sample->rooms[i];
	}
}

/* Frees the sample. */
static void check(Sample *sample, const char *expected) {
	static const char *const kinds[] = {"plenary", "talks", "posters", "social", "pause"};
	sample->day = (Day){.items = sample->pointers, .item_count = sample->count};
	sample->event = (Event){.days = &sample->day,
		.day_count = 1,
		.language = "en",
		.room_count = ROOMS,
		.rooms = sample->room_pointers};
	const Stretches *stretches = stretches_of_day(sample->arena, &sample->event, 0);
	g_autoptr(GString) found = g_string_new(NULL);
	for (int i = 0; i < stretches->count; i++) {
		const Stretch *one = &stretches->all[i];
		g_string_append_printf(found, "%s %d-%d", kinds[one->kind], one->start, one->end);
		for (int j = 0; j < one->item_count; j++) {
			g_string_append_printf(found, " %s", one->items[j]->id);
		}
		g_string_append_printf(found, " (%d)\n", one->room_count);
	}
	g_assert_cmpstr(found->str, ==, expected);
	arena_free(sample->arena);
}

/* A workshop that runs on through the tea keeps no later session from a stretch of its own. */
static void test_parallel(void) {
	Sample sample;
	sample_start(&sample);
	add(&sample, 0, sample_item("key", KIND_KEYNOTE, 540, 600));
	add(&sample, 0, sample_item("a1", KIND_SESSION, 600, 660));
	add(&sample, 1, sample_item("b1", KIND_SESSION, 600, 650));
	add(&sample, 2, sample_item("shop", KIND_WORKSHOP, 600, 760));
	add(&sample, -1, sample_item("tea", KIND_BREAK, 660, 690));
	add(&sample, 0, sample_item("a2", KIND_SESSION, 690, 760));
	add(&sample, 1, sample_item("b2", KIND_SESSION, 700, 760));
	check(&sample,
		"plenary 540-600 key (1)\ntalks 600-660 a1 b1 shop (3)\npause 660-690 tea (1)\n"
		"talks 690-760 a2 b2 (2)\n");
}

/* Openings of a few minutes go with what they open, talks in a row are one; others stay apart. */
static void test_joined(void) {
	Sample sample;
	sample_start(&sample);
	add(&sample, -1, sample_item("open", KIND_OPENING, 540, 550));
	add(&sample, -1, sample_item("key", KIND_KEYNOTE, 550, 600));
	add(&sample, -1, sample_item("second", KIND_KEYNOTE, 600, 640));
	add(&sample, 0, sample_item("one", KIND_TALK, 640, 660));
	add(&sample, 0, sample_item("two", KIND_TALK, 660, 680));
	add(&sample, -1, sample_item("tea", KIND_BREAK, 680, 690));
	add(&sample, 0, sample_item("three", KIND_TALK, 690, 710));
	add(&sample, 0, sample_item("shop", KIND_WORKSHOP, 710, 760));
	add(&sample, -1, sample_item("end", KIND_SOCIAL, 760, 1500));
	check(&sample,
		"plenary 540-600 open key (1)\nplenary 600-640 second (1)\n"
		"talks 640-680 one two (1)\npause 680-690 tea (1)\ntalks 690-710 three (1)\n"
		"talks 710-760 shop (1)\nsocial 760-1500 end (1)\n");
}

/* Slots of half an hour in several rooms are one sitting, those of an hour are each their own; a
 * night of several things for pleasure is no night of talks. */
static void test_slots(void) {
	Sample sample;
	sample_start(&sample);
	add(&sample, 0, sample_item("a", KIND_TALK, 540, 570));
	add(&sample, 1, sample_item("b", KIND_SESSION, 540, 600));
	add(&sample, 0, sample_item("c", KIND_TALK, 570, 600));
	add(&sample, 2, sample_item("d", KIND_TALK, 570, 600));
	add(&sample, 0, sample_item("e", KIND_SESSION, 600, 660));
	add(&sample, 1, sample_item("f", KIND_SESSION, 600, 660));
	add(&sample, 0, sample_item("g", KIND_SESSION, 660, 720));
	add(&sample, 1, sample_item("h", KIND_SESSION, 660, 720));
	add(&sample, 0, sample_item("soup", KIND_SOCIAL, 1200, 1500));
	add(&sample, 1, sample_item("songs", KIND_SOCIAL, 1220, 1480));
	check(&sample,
		"talks 540-600 a b c d (3)\ntalks 600-660 e f (2)\ntalks 660-720 g h (2)\n"
		"social 1200-1500 soup songs (2)\n");
}

/* What begins after ten at night is one night; the evening before it is not. */
static void test_night(void) {
	Sample sample;
	sample_start(&sample);
	add(&sample, 0, sample_item("talk", KIND_TALK, 540, 600));
	add(&sample, 0, sample_item("boats", KIND_SOCIAL, 1200, 1300));
	add(&sample, 1, sample_item("soup", KIND_SOCIAL, 1365, 1440));
	add(&sample, 0, sample_item("eels", KIND_SOCIAL, 1440, 1480));
	add(&sample, 1, sample_item("songs", KIND_SOCIAL, 1530, 1620));
	check(&sample,
		"talks 540-600 talk (1)\nsocial 1200-1300 boats (1)\n"
		"social 1365-1620 soup eels songs (2)\n");
}

/* A lunch at which a talk is given is what is left of it before, or behind. */
static void test_overlaps(void) {
	Sample sample;
	sample_start(&sample);
	add(&sample, -1, sample_item("lunch", KIND_MEAL, 720, 780));
	add(&sample, 0, sample_item("talk", KIND_TALK, 720, 750));
	check(&sample, "talks 720-750 talk (1)\npause 750-780 lunch (1)\n");
	sample_start(&sample);
	add(&sample, -1, sample_item("lunch", KIND_MEAL, 720, 780));
	add(&sample, 0, sample_item("talk", KIND_TALK, 735, 780));
	check(&sample, "pause 720-735 lunch (1)\ntalks 735-780 talk (1)\n");
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/stretches/parallel", test_parallel);
	g_test_add_func("/stretches/joined", test_joined);
	g_test_add_func("/stretches/slots", test_slots);
	g_test_add_func("/stretches/night", test_night);
	g_test_add_func("/stretches/overlaps", test_overlaps);
	return g_test_run();
}
