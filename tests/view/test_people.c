/* test_people: order, roles, index entries and initials. */
#include "view/people.h"

#include "sample.h"

enum { PEOPLE_MAX = 6 };

typedef struct Sample {
	Person people[PEOPLE_MAX];
	const Person *pointers[PEOPLE_MAX];
	Event event;
} Sample;

static Person person(const char *id, const char *given, const char *family, const char *sort) {
	return (Person){.id = id,
		.name = TEXT(given),
		.given = TEXT(given),
		.family = TEXT(family),
		.sort = TEXT(sort)};
}

/* All appear in `item`. */
static void build(Sample *sample, const char *language, const Item *const *items, int item_count) {
	int count = 0;
	while (count < PEOPLE_MAX && sample->people[count].id) {
		sample->people[count].index = count;
		sample->people[count].items = items;
		sample->people[count].item_count = item_count;
		sample->pointers[count] = &sample->people[count];
		count++;
	}
	sample->event =
		(Event){.people = sample->pointers, .person_count = count, .language = language};
}

static const char *order_in(const char *language, char *letters) {
	g_autoptr(Arena) arena = arena_new();
	Item item = sample_item("x", KIND_TALK, 540, 600);
	const Item *items[] = {&item};
	Sample sample = {.people = {person("z", "Z", "Zimmer", "Zimmer, Z"),
				 person("o", "O", "Öberg", "Öberg, O"),
				 person("a", "A", "Adams", "Adams, A"),
				 person("a2", "A", "Adams", "Adams, A"),
				 person("n", "N", "Nyman", "Nyman, N")}};
	build(&sample, language, items, 1);
	sample.people[4].item_count = 0; /* appears nowhere */
	const People *people = people_new(arena, &sample.event);
	g_assert_cmpint(people->count, ==, 4);
	for (int i = 0; i < people->count; i++) {
		g_assert_true(people->rows[i].person != &sample.people[4]);
	}
	g_autoptr(GString) order = g_string_new(NULL);
	letters[0] = 0;
	for (int i = 0; i < people->count; i++) {
		g_string_append_printf(order, "%s ", people->rows[i].person->id);
		g_strlcat(letters, people->rows[i].letter, 32);
		g_strlcat(letters, people->rows[i].new_letter ? "+" : "-", 32);
	}
	g_assert_cmpint(people->letter_count, ==, 3);
	return g_intern_string(order->str);
}

static void test_order(void) {
	char letters[32];
	g_assert_cmpstr(order_in("sv", letters), ==, "a a2 z o ");
	g_assert_cmpstr(letters, ==, "A+A-Z+Ö+");
	g_assert_cmpstr(order_in("en", letters), ==, "a a2 o z ");
	g_assert_cmpstr(letters, ==, "A+A-O+Z+");
}

static void test_parts(void) {
	g_autoptr(Arena) arena = arena_new();
	Sample sample = {.people = {person("ana", "Ana", "Exemplo", "Exemplo, Ana")}};
	Person *ana = &sample.people[0];
	Role own[] = {
		{.person = ana, .kind = ROLE_AUTHOR}, {.person = ana, .kind = ROLE_PRESENTER}};
	Role panel[] = {{.person = ana, .kind = ROLE_PANELLIST}};
	Role chair[] = {{.person = ana, .kind = ROLE_CHAIR}};
	Role author[] = {{.person = ana, .kind = ROLE_AUTHOR}};
	Role moderator[] = {{.person = ana, .kind = ROLE_MODERATOR}};
	Role *roles[] = {own, panel, chair, author, moderator};
	static const int counts[] = {2, 1, 1, 1, 1};
	static const AppearanceKind wanted[] = {
		APPEAR_OWN, APPEAR_PANELLIST, APPEAR_CHAIR, APPEAR_AUTHOR, APPEAR_MODERATOR};
	static const ItemKind kinds[] = {
		KIND_TALK, KIND_PANEL, KIND_SESSION, KIND_TALK, KIND_PANEL};
	static const char *const ids[] = {"own", "panel", "session", "paper", "debate"};
	Item items[5];
	const Item *pointers[5];
	for (int i = 0; i < 5; i++) {
		items[i] = sample_item(ids[i], kinds[i], 540 + i * 60, 600 + i * 60);
		items[i].roles = roles[i];
		items[i].role_count = counts[i];
		pointers[i] = &items[i];
	}
	items[0].abstract = items[3].abstract = TEXT("Words.");
	build(&sample, "en", pointers, 5);
	const People *people = people_new(arena, &sample.event);
	const PersonRow *row = &people->rows[0];
	g_assert_cmpint(row->appearance_count, ==, 5);
	for (int i = 0; i < 5; i++) {
		g_assert_cmpint(row->appearances[i].kind, ==, wanted[i]);
	}
	g_assert_cmpstr(row->appearances[0].anchor, ==, "talk-own");
	g_assert_cmpstr(row->appearances[1].anchor, ==, "item-panel");
	static const char *const anchors[] = {"item-own", "talk-own", "item-panel", "item-session",
		"item-paper", "talk-paper", "item-debate", "person-ana"};
	g_assert_cmpint(row->entry_count, ==, (int)G_N_ELEMENTS(anchors));
	g_assert_cmpint(people->entry_count, ==, row->entry_count);
	for (int i = 0; i < row->entry_count; i++) {
		g_assert_cmpstr(row->entries[i].anchor, ==, anchors[i]);
		g_assert_cmpint(row->entries[i].kind, ==, i == 1 ? ENTRY_OWN : ENTRY_OTHER);
		g_assert_cmpint(row->entries[i].directory, ==, i == 7);
	}
}

static void test_initials(void) {
	static const struct {
		const char *given, *family, *language, *initials;
	} cases[] = {
		{"Tamer", "Özsu", "en", "TÖ"},
		{"Samer", "Al-Kiswany", "en", "SK"},
		{"Vincent", "van der Berg", "nl", "VB"},
		{"ilker", "ışık", "tr", "İI"},
		{"Plato", NULL, "en", "P"},
		{"Dick", "Van Dyke", "en", "DV"},
		{"Jeanne", "d’Arc", "fr", "JA"},
		{"伟", "张", "zh", "伟张"},
		{"أحمد", "علي", "en", "أ\xE2\x80\x8Cع"},
		{"Bo", "van ", "en", "BV"},
	};
	g_autoptr(Arena) arena = arena_new();
	for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
		Person one = person("x", cases[i].given, cases[i].family, NULL);
		g_assert_cmpstr(
			person_initials(arena, &one, cases[i].language), ==, cases[i].initials);
	}
	Person bare = {.id = "x", .name = TEXT("Sappho of Lesbos")};
	g_assert_cmpstr(person_initials(arena, &bare, "en"), ==, "S");
}

static void test_nobody(void) {
	g_autoptr(Arena) arena = arena_new();
	Event event = {.language = "en"};
	const People *people = people_new(arena, &event);
	g_assert_cmpint(people->count, ==, 0);
	g_assert_cmpint(people->letter_count, ==, 0);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/people/order", test_order);
	g_test_add_func("/people/parts", test_parts);
	g_test_add_func("/people/initials", test_initials);
	g_test_add_func("/people/nobody", test_nobody);
	return g_test_run();
}
