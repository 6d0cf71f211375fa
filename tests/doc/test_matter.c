/* Front and back matter: what stands in imprint, letters, committees, venue and sponsors, in which
 * order, and when the booklet has them. */
#include "booklet.h"

static const char matter[] =
	"format: 1\n"
	"event:\n"
	"  title: Small Machines\n"
	"  date: 2027-03-04\n"
	"  imprint: Printed by hand.\n"
	"  place: {name: Old Library, address: Rua 1, directions: Tram 2.}\n"
	"people:\n"
	"  ana: {name: Ana Exemplo, affiliation: Somewhere}\n"
	"rooms:\n"
	"  a: {name: Aula, letter: A, building: North House, floor: 2nd floor, seats: 120}\n"
	"  b: {name: Barn, building: South House, note: step-free}\n"
	"  c: {name: Cellar, letter: C, building: North House}\n"
	"letters:\n"
	"  - {title: Dear guests, text: Come in., signatures: [{name: Rui Rei, role: Mayor}]}\n"
	"  - Read this too.\n"
	"committees:\n"
	"  - name: Programme\n"
	"    chairs: [ana, {name: Rui Rei, role: deputy}]\n"
	"    members: [\"Zoe Zott, Elsewhere\", Jan van der Berg, Ana Exemplo, {person: ana, role: "
	"rooms}]\n"
	"  - {name: Volunteers, members: [Zoe Alba, Bo Outro, Ada Moss]}\n"
	"  - {name: Nobody, members: []}\n"
	"sponsors:\n"
	"  - tier: Gold\n"
	"    sponsors: [{name: Example & Co., url: \"https://example.org\"}, Second]\n"
	"  - {tier: Silver, sponsors: Third}\n"
	"program:\n"
	"  - {time: 9:00-10:00, title: Plenary, id: plenary, speaker: ana, abstract: One.}\n";

static void check_lines(const char *print, const char *what, const char *expected) {
	Booklet booklet;
	booklet_open_of(&booklet, matter, print, FALSE);
	g_autofree char *found = lines_with(booklet.dump, what);
	g_assert_cmpstr(found, ==, expected);
	booklet_close(&booklet);
}

static void test_imprint(void) {
	check_lines("{parts: [imprint, agenda]}", "paragraph bio ", "\"Printed by hand.\"\n");
	check_lines("{parts: [{part: imprint, title: Colophon}]}", "paragraph label ",
		"\"Colophon\"\n");
	check_lines("{parts: [agenda]}", "paragraph bio ", "");
}

static void test_letters(void) {
	check_lines(
		"{parts: [letters]}", "paragraph page-title ", "\"Dear guests\"\n\"Welcome\"\n");
	check_lines("{parts: [letters]}", "paragraph prose ", "\"Come in.\"\n\"Read this too.\"\n");
	check_lines("{parts: [letters]}", "signature ", "name \"Rui Rei\" role \"Mayor\"\n");
	check_lines("{parts: [{part: letters, title: Greetings}]}", "paragraph label ",
		"\"Greetings\"\n");
}

/* By family name, who leads first; names alone run in; a committee of nobody is left out. */
static void test_committees(void) {
	check_lines("{parts: [committees]}", "paragraph label ",
		"\"7 people\"\n\"Programme\"\n\"Volunteers\"\n");
	check_lines("{parts: [committees]}", "paragraph directory-name ",
		"\"Ana Exemplo\xe2\x80\x82"
		"chair, Somewhere\"\n\"Rui Rei\xe2\x80\x82"
		"deputy\"\n");
	check_lines("{parts: [committees]}", "paragraph index ",
		"\"Jan van der Berg\"\n\"Ana Exemplo, Somewhere\"\n\"Ana Exemplo, rooms\"\n"
		"\"Zoe Zott, Elsewhere\"\n");
	check_lines("{parts: [committees]}", "paragraph caption ",
		"\"Zoe Alba, Ada Moss and Bo Outro\"\n");
}

static void test_venue(void) {
	check_lines("{parts: [venue]}", "paragraph label ",
		"\"Where\"\n\"North House\"\n\"South House\"\n\"Getting here\"\n");
	check_lines("{parts: [venue]}", "paragraph speaker ", "\"Aula\"\n\"Cellar\"\n\"Barn\"\n");
	check_lines("{parts: [venue]}", "paragraph fact-small ",
		"\"Rua 1\"\n\"2nd floor, 120 seats\"\n\"step-free\"\n\"Tram 2.\"\n");
}

static void test_sponsors(void) {
	check_lines("{parts: [sponsors]}", "logos rank ",
		"0 name \"Example & Co.\" to https://example.org name \"Second\"\n"
		"1 name \"Third\"\n");
	check_lines(
		"{parts: [sponsors]}", "paragraph caption ", "\"Example & Co., Second; Third\"\n");
}

/* All of it by default, and in the contents. */
static void test_contents(void) {
	check_lines("{parts: [contents, letters, committees, agenda, venue, sponsors]}",
		"paragraph contents-title ",
		"\"Dear guests\"\n\"Welcome\"\n\"Committees\"\n\"Agenda\"\n\"Venue\"\n"
		"\"Sponsors\"\n");
	check_lines("{}", "paragraph page-title ",
		"\"Small Machines\"\n\"Dear guests\"\n\"Welcome\"\n\"Committees\"\n\"Agenda\"\n"
		"\"Venue\"\n\"Sponsors\"\n");
}

static void test_notes(void) {
	Booklet booklet;
	booklet_open_of(&booklet, matter, "{parts: [agenda, {part: notes, pages: 2}]}", FALSE);
	g_autofree char *found = lines_with(booklet.dump, "notes \"Notes\"");
	g_assert_cmpstr(found, ==, "\n\n\n");
	booklet_close(&booklet);
}

/* More than ninety members are names alone, in columns of their own below who leads. */
static void check_members(int count, const char *first, gboolean apart) {
	g_autoptr(GString) content = g_string_new(
		"format: 1\nevent: {title: Hands, date: 2027-03-04}\n"
		"program: [{time: 9:00-10:00, title: One}]\n"
		"committees:\n  - name: Crew\n    chairs: [{name: Zoe Quill}]\n    members:\n");
	for (int i = 0; i < count; i++) {
		g_string_append_printf(content, "      - {name: Ana N%03dame, role: ropes}\n", i);
	}
	Booklet booklet;
	booklet_open_of(&booklet, content->str, "{parts: [committees]}", FALSE);
	g_autofree char *found = lines_with(booklet.dump, "paragraph index ");
	g_auto(GStrv) lines = g_strsplit(found, "\n", -1);
	g_assert_cmpint((int)g_strv_length(lines), ==, count + 1);
	g_assert_cmpstr(lines[0], ==, first);
	/* A page's own blocks are two levels deep. */
	g_assert_true((strstr(booklet.dump, "\n    columns") != NULL) == apart);
	booklet_close(&booklet);
}

static void test_many_members(void) {
	check_members(90, "\"Ana N000ame, ropes\"", FALSE);
	check_members(91, "\"Ana N000ame\"", TRUE);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/doc/matter/imprint", test_imprint);
	g_test_add_func("/doc/matter/letters", test_letters);
	g_test_add_func("/doc/matter/committees", test_committees);
	g_test_add_func("/doc/matter/many-members", test_many_members);
	g_test_add_func("/doc/matter/venue", test_venue);
	g_test_add_func("/doc/matter/sponsors", test_sponsors);
	g_test_add_func("/doc/matter/contents", test_contents);
	g_test_add_func("/doc/matter/notes", test_notes);
	return g_test_run();
}
