/* Of the places where a line may end, which are liked: titles, names in lists, addresses,
 * compounds. */
#include "fixture.h"

typedef struct Case {
	double mm;
	const char *language, *text, *lines;
} Case;

static void assert_cases(Fixture *fixture, StyleRole role, const Case *cases, gsize count) {
	for (gsize i = 0; i < count; i++) {
		const Par *par = set(fixture, role, len_from_mm(cases[i].mm), cases[i].text,
			cases[i].language, NULL);
		g_autofree char *got = lines_of(par);
		if (strcmp(got, cases[i].lines) != 0) {
			g_test_message("%s instead of %s", got, cases[i].lines);
			g_test_fail();
		}
	}
}

/* Seen: "Come as you | are, bring a chair". */
static void test_marks(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const Case cases[] = {
		{70, "en", "Come as you are, bring a chair", "Come as you are,|bring a chair"},
		{118, "en",
			"The Wheel That Turned Again: What It Takes to Bring a Water Mill Back to "
			"Work After Sixty Years",
			"The Wheel That Turned Again:|What It Takes to Bring a Water Mill|Back to "
			"Work After Sixty Years"},
		{120, "en", "Mend a Chair Before Lunch, or at Least Understand Why It Broke",
			"Mend a Chair Before Lunch,|or at Least Understand Why It Broke"},
		{99, "fr", "Où vont les lampes ? Ce que disent les gardiens",
			"Où vont les lampes ?|Ce que disent les gardiens"},
		{70, "ar", "أسماء الحرّاس، وما يقال عنها هنا", "أسماء الحرّاس،|وما يقال عنها هنا"},
		/* A mark near the edge of the first line does not unbalance all. */
		{99, "en", "Oil: How Lighthouses Were Lit Before the Storm",
			"Oil: How Lighthouses|Were Lit Before the Storm"},
		/* One word alone is no line. */
		{99, "en", "What the Keepers of the Coast Wrote Down: Lamps",
			"What the Keepers of the Coast|Wrote Down: Lamps"},
	};
	assert_cases(fixture, STYLE_TALK_TITLE, cases, G_N_ELEMENTS(cases));
}

/* Seen: "What Should | We Do With the | Old Schoolhouse?". */
static void test_short_words(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const Case cases[] = {
		{84, "en", "What Should We Do With the Old Schoolhouse?",
			"What Should We Do|With the Old Schoolhouse?"},
		{80, "en", "A Lamp Is What We Make of It Tonight",
			"A Lamp Is What|We Make of It Tonight"},
		{80, "de", "Das Licht in der Nacht und die Schiffe im Hafen",
			"Das Licht in der Nacht|und die Schiffe im Hafen"},
		{80, "fr", "Les lampes de la côte et les navires du port",
			"Les lampes de la côte|et les navires du port"},
		/* Capitals are no short word. */
		{80, "en", "The Keeper and the AI Behind the Lantern Room",
			"The Keeper and the AI|Behind the Lantern Room"},
		/* Nor is a stranger's language asked. */
		{80, "en", "Two characters of 歐陽文靜 in a title",
			"Two characters|of 歐陽文靜 in a title"},
	};
	assert_cases(fixture, STYLE_TALK_TITLE, cases, G_N_ELEMENTS(cases));
}

/* Lists of names break behind their commas: seen "…, Emi | Tanaka". */
static void test_names(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char *const names[] = {"Emi Tanaka", "Daniel Okonjo", "Jo Fashola-Bracken",
		"Ada Ruiz", "Ansel Brewer", "Zoë Lantern", "田中 花子", "Rafael Ortiz Keeper"};
	InlineBuilder *builder = inline_builder_new(fixture->arena);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		inline_add(builder, i > 0 ? ", " : "With ");
		inline_add_span(builder, names[i], (InlineSpan){.flags = INLINE_NAME, .role = -1});
	}
	const Inline *source = inline_builder_end(builder, "en", SPAN_NONE);
	ParSpec spec = {
		.source = source, .sheet = &fixture->sheet, .role = STYLE_FACT, .language = "en"};
	for (int mm = 54; mm < 120; mm += 2) {
		spec.measure = len_from_mm(mm);
		const Par *par = par_set(fixture->context, fixture->arena, &spec);
		for (int i = 0; i + 1 < par->line_count; i++) {
			const char *end = source->text + par->lines[i].end;
			if (strncmp(end - 2, ", ", 2) != 0 && strncmp(end - 5, "With ", 5) != 0) {
				g_autofree char *lines = lines_of(par);
				g_test_message("%d mm: %s", mm, lines);
				g_test_fail();
			}
		}
	}
}

/* An address that has room on a line stands on one; else it parts before a slash or a question
 * mark rather than elsewhere. Seen: "https:// | guild.example/holm", "…?pwd | =RE55…". */
static void test_addresses(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const Case cases[] = {
		{70, "en", "holm@guild.example, 416 555 0100, https://guild.example/holm",
			"holm@guild.example, 416 555 0100,|https://guild.example/holm"},
		{75, "en",
			"Join us at https://meet.example.org/91862206579?pwd=RE55eGd5M2gvanIJNW1VU "
			"tonight",
			"Join us at "
			"https://meet.example.org/91862206579|?pwd=RE55eGd5M2gvanIJNW1VU tonight"},
	};
	assert_cases(fixture, STYLE_FACT, cases, G_N_ELEMENTS(cases));
}

/* Seen: "vendor lock- | in barriers", "the speaker co- | leads". */
static void test_compounds(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] =
		"The lamp has a lock-in that the keeper co-leads with an AI-based "
		"state-of-the-art follow-up for the 24-hour e-mail of the coast.";
	gboolean capitals = FALSE, figures = FALSE, middle = FALSE;
	for (int mm = 22; mm < 90; mm++) {
		for (int i = 0; i < 2; i++) {
			StyleRole role = i == 0 ? STYLE_PROSE : STYLE_BIO;
			const Par *par = set(fixture, role, len_from_mm(mm), text, "en", NULL);
			g_autofree char *lines = lines_of(par);
			g_assert_null(strstr(lines, "lock-|"));
			g_assert_null(strstr(lines, "-up-|"));
			g_assert_null(strstr(lines, "follow-|"));
			/* Rather than a hole in a full line, this. */
			if (role == STYLE_PROSE && mm >= 40) {
				g_assert_null(strstr(lines, "co-|"));
				g_assert_null(strstr(lines, " e-|"));
			}
			capitals |= strstr(lines, "AI-|") != NULL;
			figures |= strstr(lines, "24-|") != NULL;
			middle |= strstr(lines, "state-|of") != NULL;
		}
	}
	g_assert_true(capitals && figures && middle);
}

/* Seen: "(SOSP | ’21)". */
static void test_short_years(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] =
		"Lamps of the coast (SOSP ’21) and more of them ('22) burned in the ’twenties.";
	for (int mm = 20; mm < 90; mm++) {
		const Par *par = set(fixture, STYLE_PROSE, len_from_mm(mm), text, "en", NULL);
		g_autofree char *lines = lines_of(par);
		g_assert_null(strstr(lines, "|’21"));
	}
}

/* Seen: a line that began with "».", one that ended in "o". */
static void test_kept_signs(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const struct {
		const char *language, *text, *never;
	} cases[] = {
		{"fr", "Les lampes « de la côte » brillent, et « tous les gardiens du port ».",
			"|»"},
		{"fr", "Les lampes « de la côte » brillent, et « tous les gardiens du port ».",
			"«|"},
		{"pl", "Latarnicy opowiadają o nocach nad morzem i o lampach z Gdańska w zimie.",
			" o|"},
		{"pl", "Latarnicy opowiadają o nocach nad morzem i o lampach z Gdańska w zimie.",
			" i|"},
		{"pl", "Latarnicy opowiadają o nocach nad morzem i o lampach z Gdańska w zimie.",
			" z|"},
		{"cs", "Strážci vyprávějí o nocích u moře a o lampách v přístavu.", " o|"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		for (int mm = 40; mm < 90; mm++) {
			const Par *par = set(fixture, mm % 2 ? STYLE_PROSE : STYLE_BIO,
				len_from_mm(mm), cases[i].text, cases[i].language, NULL);
			g_autofree char *lines = lines_of(par);
			g_assert_null(strstr(lines, cases[i].never));
		}
	}
	/* The German kind points the other way. */
	const Par *par =
		set(fixture, STYLE_PROSE, len_from_mm(30), "Wir lasen dort »Wellen«.", "de", NULL);
	g_autofree char *lines = lines_of(par);
	g_assert_cmpstr(lines, ==, "Wir lasen dort|»Wellen«.");
}

/* Facts stand in columns, whose edges are straight: seen "–12:40 pm" 1.5 pt left of "12:10". */
static void test_facts_stand(Fixture *fixture, gconstpointer data) {
	(void)data;
	const Par *fact = set(fixture, STYLE_FACT, len_from_mm(60), "–12:40 pm", "en", NULL);
	g_assert_cmpint(fact->lines[0].shift, ==, 0);
	fixture->sheet.styles[STYLE_PROSE].align = ALIGN_JUSTIFY;
	const Par *prose = set(fixture, STYLE_PROSE, len_from_mm(60), "–12:40 pm", "en", NULL);
	g_assert_cmpint(prose->lines[0].shift, <, 0);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
	g_test_add("/text/preferences/" name, Fixture, NULL, set_up, function, tear_down)
	ADD("marks", test_marks);
	ADD("short-words", test_short_words);
	ADD("names", test_names);
	ADD("addresses", test_addresses);
	ADD("compounds", test_compounds);
	ADD("short-years", test_short_years);
	ADD("kept-signs", test_kept_signs);
	ADD("facts-stand", test_facts_stand);
	return g_test_run();
}
