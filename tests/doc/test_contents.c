/* The contents and the part of biographies: what stands in them, where it leads to, and when the
 * booklet has them. */
#include "booklet.h"

static const char programme[] =
	"format: 1\n"
	"event: {title: Small Machines, date: [2027-03-04, 2027-03-05], timezone: Europe/Lisbon}\n"
	"people:\n"
	"  ana: {name: Ana Exemplo, affiliation: Somewhere, bio: Ana builds., "
	"contact: {email: a@example.org}}\n"
	"  bo: {name: Bo Outro}\n"
	"program:\n"
	"  - day: 2027-03-04\n"
	"    items:\n"
	"      - {time: 9:00-10:00, title: Plenary, id: plenary, speaker: ana, abstract: One.}\n"
	"      - {time: 10:00-10:30, kind: break, title: Coffee}\n"
	"      - time: 10:30-11:30\n"
	"        kind: session\n"
	"        title: Left\n"
	"        talks: [{id: a, title: Talk A, speaker: bo, abstract: Two.},\n"
	"                {id: b, title: Talk B, speaker: ana, abstract: Three.}]\n"
	"      - time: 10:30-11:30\n"
	"        kind: session\n"
	"        title: Right\n"
	"        talks: [{id: c, title: Talk C, speaker: bo, abstract: Four.}]\n"
	"  - day: 2027-03-05\n"
	"    items:\n"
	"      - {time: 9:00-10:00, title: Last, id: last, speaker: bo, abstract: Five.}\n";

/* One talk: its page says all about its speaker. */
static const char one_talk[] =
	"format: 1\n"
	"event: {title: Small Machines, date: 2027-03-04, timezone: Europe/Lisbon}\n"
	"people:\n"
	"  ana: {name: Ana Exemplo, affiliation: Somewhere, bio: Ana builds.}\n"
	"program:\n"
	"  - {time: 9:00-10:00, title: Plenary, id: plenary, speaker: ana, abstract: One.}\n";

static void booklet_open(Booklet *booklet, const char *print, gboolean is_long) {
	booklet_open_of(booklet, programme, print, is_long);
}

static void check_contents(const char *print, const char *titles, const char *pages) {
	Booklet booklet;
	booklet_open(&booklet, print, FALSE);
	g_autofree char *found = lines_with(booklet.dump, "paragraph contents-title ");
	g_assert_cmpstr(found, ==, titles);
	g_autofree char *targets = lines_with(booklet.dump, "paragraph contents-page \"00\" ->");
	g_assert_cmpstr(targets, ==, pages);
	booklet_close(&booklet);
}

static void test_slots(void) {
	check_contents("{parts: [contents, welcome, agenda, talks, bios, index]}",
		"\"Welcome\"\n\"Agenda\"\n\"Plenary\"\n\"2 sessions\"\n\"Agenda\"\n\"Last\"\n"
		"\"Speakers\"\n\"Index\"\n",
		"part-welcome\nagenda-0\ntalk-plenary\ntalk-a\nagenda-1\ntalk-last\npart-bios\n"
		"part-index\n");
}

static void test_depths(void) {
	check_contents("{parts: [{part: contents, depth: sessions}, talks]}",
		"\"Plenary\"\n\"Left\"\n\"Right\"\n\"Last\"\n",
		"talk-plenary\ntalk-a\ntalk-c\ntalk-last\n");
	check_contents("{parts: [{part: contents, depth: talks}, talks]}",
		"\"Plenary\"\n\"Left\"\n\"Talk A\"\n\"Talk B\"\n\"Right\"\n\"Talk C\"\n\"Last\"\n",
		"talk-plenary\ntalk-a\ntalk-a\ntalk-b\ntalk-c\ntalk-c\ntalk-last\n");
}

/* Something begins at every tenth minute: hours are listed, on no more than two pages. */
static void test_congress(void) {
	GString *yaml = g_string_new("format: 1\nevent: {title: Small Machines, date: 2027-03-04, "
				     "timezone: Europe/Lisbon}\nprogram:\n");
	for (int i = 0; i < 60; i++) {
		int start = 8 * 60 + 10 * i;
		g_string_append_printf(yaml,
			"  - {time: '%02d:%02d-%02d:%02d', title: Talk %d, abstract: One.}\n",
			start / 60, start % 60, (start + 40) / 60, (start + 40) % 60, i);
	}
	Booklet booklet;
	booklet_open_of(&booklet, yaml->str, "{parts: [contents, talks]}", FALSE);
	g_autofree char *found = lines_with(booklet.dump, "paragraph contents-title ");
	g_assert_cmpstr(found, ==,
		"\"6 talks\"\n\"6 talks\"\n\"6 talks\"\n\"6 talks\"\n\"6 talks\"\n"
		"\"6 talks\"\n\"6 talks\"\n\"6 talks\"\n\"6 talks\"\n\"6 talks\"\n");
	booklet_close(&booklet);
	g_string_free(yaml, TRUE);
}

/* What the booklet does not have is not in its contents; a title of its own is. */
static void test_parts(void) {
	check_contents("{parts: [contents, agenda, {part: index, title: Names}]}",
		"\"Agenda\"\n\"Agenda\"\n\"Names\"\n", "agenda-0\nagenda-1\npart-index\n");
	check_contents("{parts: [contents, cover]}", "", "");
}

/* A directory and an index that one talk makes superfluous are neither printed nor listed. */
static void test_left_out(void) {
	Booklet booklet;
	booklet_open_of(&booklet, one_talk, "{parts: [contents, welcome, speakers, index]}", FALSE);
	g_autofree char *found = lines_with(booklet.dump, "paragraph contents-title ");
	g_assert_cmpstr(found, ==, "\"Welcome\"\n");
	g_assert_null(strstr(booklet.dump, "#part-speakers"));
	g_assert_null(strstr(booklet.dump, "#part-index"));
	g_assert_null(strstr(booklet.dump, "->part-speakers"));
	booklet_close(&booklet);
}

/* Sessions with codes are named by them, 2 before 10; others by how many they are. */
static void test_codes(void) {
	static const char *const times[] = {"9:00-10:00", "11:00-12:00"};
	g_autoptr(GString) content = g_string_new("format: 1\nevent: {title: Small Machines, "
						  "date: 2027-03-04, timezone: Europe/Lisbon}\n"
						  "program:\n");
	static const char *const codes[][3] = {{"A10", "B9", "A2"}, {"C1", NULL, "C3"}};
	for (int slot = 0; slot < 2; slot++) {
		for (int i = 0; i < 3; i++) {
			g_string_append_printf(content,
				"  - {time: %s, kind: session, title: S%d%d, ", times[slot], slot,
				i);
			if (codes[slot][i]) {
				g_string_append_printf(content, "code: %s, ", codes[slot][i]);
			}
			g_string_append_printf(content,
				"room: R%d, talks: [{title: T%d%d, abstract: Text.}]}\n", i, slot,
				i);
		}
	}
	Booklet booklet;
	booklet_open_of(&booklet, content->str, "{parts: [contents, talks]}", FALSE);
	g_autofree char *found = lines_with(booklet.dump, "paragraph contents-title ");
	g_assert_cmpstr(found, ==,
		"\"Sessions A2\xe2\x80\x93"
		"B9\"\n\"3 sessions\"\n");
	booklet_close(&booklet);
}

/* What the days side by side say does not stand beside them once more. */
static void test_programme_row(void) {
	Booklet booklet;
	booklet_open(&booklet, "{parts: [welcome, agenda, talks]}", FALSE);
	g_assert_nonnull(strstr(booklet.dump, "\"5 talks\""));
	booklet_close(&booklet);
	booklet_open(&booklet, "{parts: [welcome, glance, agenda, talks]}", FALSE);
	g_assert_null(strstr(booklet.dump, "\"5 talks\""));
	booklet_close(&booklet);
}

static void test_default(void) {
	Booklet booklet;
	booklet_open(&booklet, NULL, FALSE);
	g_assert_true(compose_has_contents(booklet.event));
	g_assert_null(strstr(booklet.dump, "part-contents"));
	g_assert_null(strstr(booklet.dump, "part-bios"));
	booklet_close(&booklet);
	booklet_open(&booklet, NULL, TRUE);
	g_assert_nonnull(strstr(booklet.dump, "part-contents"));
	booklet_close(&booklet);
	booklet_open(&booklet, "{parts: [contents, talks]}", FALSE);
	g_assert_false(compose_has_contents(booklet.event));
	booklet_close(&booklet);
}

static int count_of(const char *text, const char *what) {
	int count = 0;
	for (const char *at = strstr(text, what); at; at = strstr(at + 1, what)) {
		count++;
	}
	return count;
}

/* Each biography once: in its part, or with the talk. */
static void test_bios(void) {
	Booklet booklet;
	booklet_open(&booklet, "{parts: [talks, bios]}", FALSE);
	g_assert_cmpint(count_of(booklet.dump, "Ana builds."), ==, 1);
	g_autofree char *people = lines_with(booklet.dump, "person #");
	g_assert_cmpstr(people, ==,
		"bio-ana monogram AE name \"Ana Exemplo\" affiliation \"Somewhere\" slot \"Thu "
		"9:00, p.\xc2\xa0"
		"00\" ->talk-plenary\n"
		"bio-bo monogram BO name \"Bo Outro\" slot \"Thu 10:30, p.\xc2\xa0"
		"00\" ->talk-a\n");
	g_assert_nonnull(strstr(booklet.dump, "paragraph contact \"a@example.org\""));
	booklet_close(&booklet);
	booklet_open(&booklet, "{parts: [talks]}", FALSE);
	g_assert_cmpint(count_of(booklet.dump, "Ana builds."), ==, 1);
	g_assert_null(strstr(booklet.dump, "bio-ana monogram"));
	booklet_close(&booklet);
}

/* Where of most nothing is told, the others alone have a row, and names lead to no other; a talk
 * without abstract has no page then. */
static void test_silent(void) {
	static const char content[] =
		"format: 1\n"
		"event: {title: Small Machines, date: 2027-03-04, timezone: Europe/Lisbon}\n"
		"people: {ana: {name: Ana Exemplo, bio: Ana builds.}, bo: {name: Bo Outro},\n"
		"  cy: {name: Cy Fim}}\n"
		"program:\n"
		"  - {time: 9:00-10:00, title: A, id: a, speaker: ana}\n"
		"  - {time: 10:00-11:00, title: B, id: b, speakers: [bo, cy, ana], abstract: "
		"Two.}\n";
	Booklet booklet;
	booklet_open_of(&booklet, content, "{parts: [agenda, talks, bios, index]}", FALSE);
	g_autofree char *people = lines_with(booklet.dump, "person #");
	g_assert_cmpint(count_of(people, "bio-"), ==, 1);
	g_assert_nonnull(strstr(people, "bio-ana"));
	g_assert_nonnull(strstr(booklet.dump, "\"1 person\""));
	g_assert_nonnull(strstr(booklet.dump, "->person-ana"));
	g_assert_null(strstr(booklet.dump, "->person-bo"));
	g_assert_null(strstr(booklet.dump, "#talk-a"));
	booklet_close(&booklet);
	booklet_open_of(&booklet, content, "{parts: [talks, bios, speakers, index]}", FALSE);
	g_assert_nonnull(strstr(booklet.dump, "->person-bo"));
	booklet_close(&booklet);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/contents/slots", test_slots);
	g_test_add_func("/contents/congress", test_congress);
	g_test_add_func("/contents/depths", test_depths);
	g_test_add_func("/contents/parts", test_parts);
	g_test_add_func("/contents/left-out", test_left_out);
	g_test_add_func("/contents/codes", test_codes);
	g_test_add_func("/contents/programme-row", test_programme_row);
	g_test_add_func("/contents/default", test_default);
	g_test_add_func("/contents/bios", test_bios);
	g_test_add_func("/contents/silent", test_silent);
	return g_test_run();
}
