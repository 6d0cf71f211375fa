/* Indexes: who is looked up under which form of the name, what the pages tell, what is left out. */
#include "booklet.h"

static const char programme[] =
	"format: 1\n"
	"event: {title: Small Machines, date: 2027-03-04}\n"
	"affiliations: {uex: University of Somewhere}\n"
	"people:\n"
	"  ana: {name: Ana Exemplo, affiliation: uex, bio: Ana builds.}\n"
	"  jan: {name: Jan van der Berg, affiliations: [uex, Elsewhere]}\n"
	"  zhang: {name: Wei Zhang, native: 张伟}\n"
	"  plato: Plato\n"
	"program:\n"
	"  - time: 9:00-10:00\n"
	"    kind: session\n"
	"    id: first\n"
	"    title: First\n"
	"    chair: ana\n"
	"    talks:\n"
	"      - {id: a, title: A, abstract: One., topics: [Hinges, locks],\n"
	"         authors: [jan, {person: zhang, presenter: true}]}\n"
	"      - {id: b, title: B, abstract: Two., keywords: hinges, speaker: zhang}\n"
	"  - {time: 10:00-11:00, kind: panel, id: p, title: P, abstract: Four., panelists: "
	"[plato]}\n";

/* No authors, no chairs: every place where somebody is found. */
static const char small[] =
	"format: 1\n"
	"event: {title: Small Machines, date: 2027-03-04}\n"
	"people: {ana: {name: Ana Exemplo}, bo: {name: Bo Outro}, cy: {name: Cy Fim}}\n"
	"program:\n"
	"  - {time: 9:00-10:00, id: a, title: A, abstract: One., speaker: ana}\n"
	"  - {time: 10:00-11:00, id: b, title: B, abstract: Two., speakers: [bo, cy]}\n";

static void check_entries(const char *content, const char *print, const char *expected) {
	Booklet booklet;
	booklet_open_of(&booklet, content, print, FALSE);
	g_autofree char *found = lines_with(booklet.dump, "entry ");
	g_assert_cmpstr(found, ==, expected);
	booklet_close(&booklet);
}

static void test_roles(void) {
	check_entries(programme, "{parts: [agenda, talks, index]}",
		"\"Berg, Jan van der\" ->talk-a\n"
		"\"Exemplo, Ana\" ->item-first c\n"
		"\"Plato\" ->talk-p p\n"
		"\"Zhang, Wei 张伟\" ->talk-a own ->talk-b own\n"
		"\"张伟 Wei Zhang\" ->talk-a own ->talk-b own\n");
}

/* Only where the booklet says something of them. */
static void test_left_out(void) {
	check_entries(programme, "{parts: [talks, index]}",
		"\"Berg, Jan van der\" ->talk-a\n"
		"\"Plato\" ->talk-p p\n"
		"\"Zhang, Wei 张伟\" ->talk-a own ->talk-b own\n"
		"\"张伟 Wei Zhang\" ->talk-a own ->talk-b own\n");
}

static void test_key(void) {
	Booklet booklet;
	booklet_open_of(&booklet, programme, "{parts: [agenda, talks, index]}", FALSE);
	g_autofree char *found = lines_with(booklet.dump, "paragraph note ");
	g_assert_cmpstr(found, ==,
		"\"46\xc2\xa0speaker\xe2\x80\x83"
		"46\xc2\xa0"
		"author\xe2\x80\x83"
		"46p\xc2\xa0"
		"panel\xe2\x80\x83"
		"46c\xc2\xa0"
		"chair\"\n");
	booklet_close(&booklet);
}

static void test_small(void) {
	check_entries(small, "{parts: [agenda, talks, speakers, index]}",
		"\"Exemplo, Ana\" ->item-a ->talk-a own ->person-ana\n"
		"\"Fim, Cy\" ->item-b ->talk-b own ->person-cy\n"
		"\"Outro, Bo\" ->item-b ->talk-b own ->person-bo\n");
	check_entries(small, "{parts: [talks, index]}",
		"\"Exemplo, Ana\" ->talk-a own\n\"Fim, Cy\" ->talk-b own\n"
		"\"Outro, Bo\" ->talk-b own\n");
}

/* Case alone makes no other topic; a few are printed only for who asks. */
static void test_topics(void) {
	check_entries(programme, "{parts: [agenda, talks, topics]}",
		"\"Hinges\" ->talk-a ->talk-b\n\"locks\" ->talk-a\n");
	Booklet booklet;
	booklet_open_of(&booklet, programme, NULL, FALSE);
	g_assert_null(strstr(booklet.dump, "\"Topics\""));
	booklet_close(&booklet);
}

static void test_affiliations(void) {
	check_entries(programme, "{parts: [agenda, talks, affiliations]}",
		"\"Elsewhere\" ->talk-a\n"
		"\"University of Somewhere\" ->item-first ->talk-a\n");
}

/* By the rules of the event's language: in Hungarian the family comes first, and cs is a letter
 * behind c; a name of one word and one that says its order stand by them. */
static void test_order(void) {
	static const char content[] =
		"format: 1\n"
		"event: {title: Gépek, date: 2027-03-04, language: hu}\n"
		"people: {a: Csák Ede, b: Cukor Éva, c: {name: Ludwig van Beethoven, language: "
		"de}, "
		"d: Platón, e: {name: Kovács és Fia, sort: Fia}}\n"
		"program: [{time: 9:00-10:00, id: t, title: T, abstract: One., "
		"speakers: [a, b, c, d, e]}]\n";
	check_entries(content, "{parts: [talks, index]}",
		"\"Beethoven, Ludwig van\" ->talk-t own\n"
		"\"Cukor Éva\" ->talk-t own\n"
		"\"Csák Ede\" ->talk-t own\n"
		"\"Fia\" ->talk-t own\n"
		"\"Platón\" ->talk-t own\n");
}

/* Parts stand below what they are parts of, which need not be a topic itself. */
static void test_parts(void) {
	static const char parts[] =
		"format: 1\n"
		"event: {title: Small Machines, date: 2027-03-04}\n"
		"program:\n"
		"  - {time: 9:00-10:00, id: a, title: A, abstract: One.,\n"
		"     topics: [floods > insurance, Flood plain, floods and sea, \"a > b > c\"]}\n"
		"  - {time: 10:00-11:00, id: b, title: B, abstract: Two.,\n"
		"     topics: [Floods > forecast, ice, \"> none\"]}\n"
		"  - {time: 11:00-12:00, id: c, title: C, abstract: Two., topics: ice}\n";
	check_entries(parts, "{parts: [talks, topics]}",
		"\"> none\" ->talk-b\n"
		"\"a\"\n"
		"inner \"b > c\" ->talk-a\n"
		"\"Flood plain\" ->talk-a\n"
		"\"floods\"\n"
		"inner \"forecast\" ->talk-b\n"
		"inner \"insurance\" ->talk-a\n"
		"\"floods and sea\" ->talk-a\n"
		"\"ice\" ->talk-b ->talk-c\n");
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/doc/index/roles", test_roles);
	g_test_add_func("/doc/index/left-out", test_left_out);
	g_test_add_func("/doc/index/key", test_key);
	g_test_add_func("/doc/index/order", test_order);
	g_test_add_func("/doc/index/small", test_small);
	g_test_add_func("/doc/index/topics", test_topics);
	g_test_add_func("/doc/index/affiliations", test_affiliations);
	g_test_add_func("/doc/index/parts", test_parts);
	return g_test_run();
}
