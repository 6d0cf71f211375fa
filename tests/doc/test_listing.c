/* Lists of the programme: at a glance, sessions, boards; and what leads to them. */
#include "booklet.h"

static const char programme[] =
	"format: 1\n"
	"event: {title: Small Machines, date: [2027-03-04, 2027-03-05], timezone: Europe/Lisbon}\n"
	"people: {ana: {name: Ana Exemplo}, bo: {name: Bo Outro}, cy: {name: Cy Fim}}\n"
	"rooms: {a: Aula, b: Barn}\n"
	"program:\n"
	"  - day: 2027-03-04\n"
	"    items:\n"
	"      - time: 9:00-10:00\n"
	"        kind: session\n"
	"        id: first\n"
	"        title: First\n"
	"        room: a\n"
	"        chair: ana\n"
	"        talks: [{id: a, title: A, abstract: One., speaker: bo, duration: 20 min},\n"
	"                {id: b, title: B, speaker: cy}]\n"
	"      - {time: 9:00-10:00, id: c, title: C, room: b, speaker: ana, abstract: Two.}\n"
	"      - {time: 10:00-10:30, kind: break, title: Coffee}\n"
	"  - day: 2027-03-05\n"
	"    items:\n"
	"      - time: 9:00-10:00\n"
	"        kind: poster-session\n"
	"        id: walls\n"
	"        title: Walls\n"
	"        talks: [{id: p10, board: A10, title: Ten, speakers: [ana, bo, cy]},\n"
	"                {id: p9, board: A9, title: Nine, speaker: bo, abstract: Three.},\n"
	"                {id: px, title: None, speaker: cy}, {id: p1, board: A1}]\n"
	"      - {time: 10:00-11:00, id: f, title: F, language: fr, speaker: ana, abstract: "
	"Trois.}\n";

static void check_lines(const char *print, const char *what, const char *expected) {
	Booklet booklet;
	booklet_open_of(&booklet, programme, print, FALSE);
	g_autofree char *found = lines_with(booklet.dump, what);
	g_assert_cmpstr(found, ==, expected);
	booklet_close(&booklet);
}

/* Without talks of sessions; what begins together has its time once. */
static void test_glance(void) {
	check_lines("{parts: [glance, talks]}", "paragraph agenda-title ",
		"\"First\"\n\"C\"\n\"Walls\"\n\"F\"\n");
	check_lines("{parts: [glance, talks]}", "paragraph start-time ",
		"\"9:00\"\n\"10:00\"\n\"9:00\"\n\"10:00\"\n");
	check_lines("{parts: [glance, sessions, boards, talks]}", "paragraph agenda-page ",
		"\"00\" ->session-first\n\"00\" ->talk-c\n\"00\" ->board-walls\n"
		"\"00\" ->talk-f\n\"00\" ->talk-a\n");
}

/* Days side by side: what runs at once is one block; a single day has nothing to stand beside. */
static void test_day_columns(void) {
	Booklet booklet;
	booklet_open_of(&booklet, programme, "{parts: [glance, agenda, talks]}", FALSE);
	g_autofree char *days = lines_with(booklet.dump, "day name ");
	g_assert_cmpstr(days, ==,
		"\"Thu 4 Mar\" page \"00\" ->agenda-0\n\"Fri 5 Mar\" page \"00\" ->agenda-1\n");
	g_autofree char *talks = lines_with(booklet.dump, "talks 540-600 ");
	g_assert_cmpstr(talks, ==,
		"in 0 title \"3 talks\" note \"2 rooms\" until \"to 10:00; p.\xc2\xa0"
		"00\" ->item-first leads to agenda-0 says \"Thu 4 Mar, 9:00–10:00\"\n"
		"in 1 title \"Walls\" until \"to 10:00; p.\xc2\xa0"
		"00\" ->item-walls leads to item-walls says \"Fri 5 Mar, 9:00–10:00\"\n");
	g_assert_nonnull(strstr(booklet.dump, "pause 600-630 in 0 title \"Coffee\" until"));
	booklet_close(&booklet);
	static const char alone[] =
		"format: 1\nevent: {title: One, date: 2027-03-04, timezone: Europe/Lisbon}\n"
		"program: [{time: 9:00-10:00, title: A}]\n";
	booklet_open_of(&booklet, alone, "{parts: [glance]}", FALSE);
	g_assert_null(strstr(booklet.dump, "day name "));
	g_assert_nonnull(strstr(booklet.dump, "#part-glance"));
	booklet_close(&booklet);
}

/* Meetings side by side are told by their names, not as talks. */
static void test_meetings(void) {
	static const char meetings[] =
		"format: 1\nevent: {title: M, date: [2027-03-04, 2027-03-05], timezone: "
		"Europe/Lisbon}\n"
		"program:\n"
		"  - day: 2027-03-04\n"
		"    items:\n"
		"      - {time: 18:30-19:30, kind: meeting, title: Assembly, room: a}\n"
		"      - {time: 18:30-19:15, kind: meeting, title: Editors, room: b}\n"
		"  - {day: 2027-03-05, items: [{time: 9:00-10:00, title: F}]}\n";
	Booklet booklet;
	booklet_open_of(&booklet, meetings, "{parts: [glance]}", FALSE);
	g_assert_nonnull(strstr(booklet.dump, "talks 1110-1170 in 0 title \"Assembly, Editors\""));
	booklet_close(&booklet);
}

static void test_sessions(void) {
	check_lines("{parts: [sessions, talks]}", "paragraph talk-title-smallest ", "\"First\"\n");
	check_lines("{parts: [sessions, talks]}", "paragraph fact-strong ", "\"A\"\n\"B\"\n");
	check_lines("{parts: [sessions, talks]}", "paragraph fact-small ",
		"\"Aula; Chair: Ana Exemplo\"\n\"Bo Outro\"\n\"Cy Fim\"\n");
	check_lines("{parts: [{part: sessions, title: Tracks}]}", "paragraph page-title ",
		"\"Tracks\"\n");
}

/* By number, those without one last; the first and how many others. */
static void test_boards(void) {
	check_lines("{parts: [boards, talks]}", "board-p",
		"1 \"A1\" missing \"Title to be announced\"\n"
		"9 \"A9\" title \"Nine\" names \"Bo Outro\xe2\x80\x82\xe2\x81\xa0p.\xc2\xa0"
		"00\" "
		"->talk-p9\n"
		"10 \"A10\" title \"Ten\" names \"Ana Exemplo and 2 others\"\n"
		"x title \"None\" names \"Cy Fim\"\n");
}

/* The agenda names a poster session alone, with the page of its boards, where that is printed. */
static void test_agenda(void) {
	Booklet booklet;
	booklet_open_of(&booklet, programme, "{parts: [agenda, talks, boards]}", FALSE);
	g_assert_nonnull(strstr(booklet.dump, "title \"Walls\" page \"00\" ->board-walls"));
	g_assert_null(strstr(booklet.dump, "title \"Nine\" speakers"));
	booklet_close(&booklet);
	booklet_open_of(&booklet, programme, "{parts: [agenda, talks]}", FALSE);
	g_assert_nonnull(strstr(booklet.dump, "title \"Nine\" speakers"));
	booklet_close(&booklet);
}

static void test_language(void) {
	Booklet booklet;
	booklet_open_of(&booklet, programme, "{parts: [agenda, talks]}", FALSE);
	g_assert_nonnull(strstr(booklet.dump, "title \"F\xe2\x80\x82in French\""));
	g_assert_nonnull(strstr(booklet.dump, "line \"in French\""));
	booklet_close(&booklet);
}

/* Who stands on a board without a page is looked up there. */
static void test_index(void) {
	check_lines("{parts: [agenda, talks, sessions, boards, index]}", "entry ",
		"\"Exemplo, Ana\" ->session-first c ->talk-c own ->board-p10 own ->talk-f own\n"
		"\"Fim, Cy\" ->session-b own ->board-p10 own ->board-px own\n"
		"\"Outro, Bo\" ->talk-a own ->board-p10 own ->talk-p9 own\n");
}

static const char repeated[] =
	"format: 1\n"
	"event: {title: Small Machines, date: [2027-03-04, 2027-03-05], timezone: Europe/Lisbon}\n"
	"rooms: {a: Aula, b: Barn}\n"
	"affiliations: {u: University, i: Institute}\n"
	"program:\n"
	"  - day: 2027-03-04\n"
	"    items:\n"
	"      - time: 9:00-10:00\n"
	"        id: one\n"
	"        title: One\n"
	"        room: a\n"
	"        abstract: Text.\n"
	"        group: for the Hinge Collaboration\n"
	"        authors: [{name: Ana Exemplo, affiliation: u}, {name: Bo Outro, affiliations: [i, "
	"u],"
	" presenter: true}]\n"
	"        also: [11:00-12:00, {day: 2027-03-05, time: 9:00, room: b}]\n"
	"  - {day: 2027-03-05, items: [{time: 8:00-9:00, kind: break, title: Coffee}]}\n";

/* A talk that takes place three times has one page, to which all three lead. */
static void test_repeats(void) {
	Booklet booklet;
	booklet_open_of(&booklet, repeated, "{parts: [agenda, talks, index]}", FALSE);
	g_autofree char *found = lines_with(booklet.dump, "page \"00\" ->");
	g_assert_cmpstr(found, ==, "talk-one\ntalk-one\ntalk-one\n");
	g_assert_nonnull(strstr(booklet.dump,
		"line \"also Thu 4 Mar 11:00\xe2\x80\x93"
		"12:00; Fri 5 Mar 9:00\xe2\x80\x93"
		"10:00, Barn\""));
	g_assert_null(strstr(booklet.dump, "talk-one-2"));
	booklet_close(&booklet);
}

/* Affiliations by number where they are shared; the group behind the names. */
static void test_authors(void) {
	Booklet booklet;
	booklet_open_of(&booklet, repeated, "{parts: [agenda, talks]}", FALSE);
	g_assert_nonnull(strstr(booklet.dump,
		"line \"Ana Exemplo1 and Bo Outro2,1\" line \"1\xc2\xa0University; "
		"2\xc2\xa0Institute\" line \"for the Hinge Collaboration\" line \"Aula\""));
	g_assert_nonnull(strstr(
		booklet.dump, "speakers \"Ana Exemplo and Bo Outro for the Hinge Collaboration\""));
	booklet_close(&booklet);
}

/* Where the date changes, the agenda says so once; in 24 hours 1:30 in the night is the night. */
static void test_midnight(void) {
	static const char content[] =
		"format: 1\n"
		"event: {title: Night, date: 2027-06-15, timezone: Europe/Berlin}\n"
		"program:\n"
		"  - {time: \"22:00-23:50\", id: a, title: A, kind: social}\n"
		"  - {time: \"0:10-1:30\", id: b, title: B, kind: social}\n"
		"  - {time: \"1:30-2:30\", id: c, title: C, kind: social}\n";
	Booklet booklet;
	booklet_open_of(&booklet, content, "{parts: [agenda]}", FALSE);
	g_autofree char *found = lines_with(booklet.dump, "midnight ");
	g_assert_cmpstr(found, ==,
		"\"Wednesday 16 June 2027\" time \"\xe2\x80\x87"
		"0:10\" title \"B\"\n");
	g_assert_nonnull(strstr(booklet.dump, "slot 1530-1590 time"));
	booklet_close(&booklet);
}

/* Talks of sessions side by side stand below their own, up to a pause; times of one session that
 * runs beside a talk never run back. */
static void check_agenda(const char *items, const char *expected) {
	g_autofree char *content = g_strdup_printf(
		"format: 1\nevent: {title: One, language: en, date: 2027-03-04, timezone: "
		"Europe/Lisbon}\nrooms: {a: Aula, b: Barn}\nprogram:\n%s",
		items);
	Booklet booklet;
	booklet_open_of(&booklet, content, "{parts: [agenda]}", FALSE);
	g_autoptr(GString) found = g_string_new(NULL);
	for (const char *at = booklet.dump; (at = strstr(at, " title \"")); at++) {
		const char *title = at + strlen(" title \"");
		g_string_append_len(found, title, (gssize)strcspn(title, "\""));
		g_string_append_c(found, '\n');
	}
	g_assert_cmpstr(found->str, ==, expected);
	booklet_close(&booklet);
}

static void test_agenda_of_sessions(void) {
	static const char first[] =
		"  - {time: 09:00-12:00, kind: session, title: S, room: a, talks: "
		"[{title: S1, time: 09:00-10:00}, {title: S2, time: 09:30-11:00}, "
		"{title: S3, time: 11:30-12:00, room: b}]}\n"
		"  - {time: 11:00-11:30, kind: break, title: Tea}\n";
	g_autofree char *rival = g_strconcat(first,
		"  - {time: 09:00-11:00, kind: session, title: T, room: b, talks: "
		"[{title: T1, time: 09:00-9:30}, {title: T2, time: 09:30-11:00}]}\n",
		NULL);
	check_agenda(rival,
		"S\xe2\x80\x82"
		"Aula\nS1\nS2\nT\xe2\x80\x82"
		"Barn\nT1\nT2\nTea\nS3\xe2\x80\x82"
		"Barn\nClose\n");
	g_autofree char *alone = g_strconcat(
		first, "  - {time: 09:15-11:00, kind: workshop, title: T, room: b}\n", NULL);
	check_agenda(alone,
		"S\xe2\x80\x82"
		"Aula\nS1\xe2\x80\x82"
		"Aula\nT\xe2\x80\x82"
		"Barn\nS2\xe2\x80\x82"
		"Aula\nTea\nS3\xe2\x80\x82"
		"Barn\nClose\n");
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/doc/listing/glance", test_glance);
	g_test_add_func("/doc/listing/agenda-of-sessions", test_agenda_of_sessions);
	g_test_add_func("/doc/listing/day-columns", test_day_columns);
	g_test_add_func("/doc/listing/meetings", test_meetings);
	g_test_add_func("/doc/listing/sessions", test_sessions);
	g_test_add_func("/doc/listing/boards", test_boards);
	g_test_add_func("/doc/listing/agenda", test_agenda);
	g_test_add_func("/doc/listing/language", test_language);
	g_test_add_func("/doc/listing/index", test_index);
	g_test_add_func("/doc/listing/midnight", test_midnight);
	g_test_add_func("/doc/listing/repeats", test_repeats);
	g_test_add_func("/doc/listing/authors", test_authors);
	return g_test_run();
}
