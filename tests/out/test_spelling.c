/* What glyphs say of a text so that fonts alone tell it: voices, outlines, ligatures. */
#include "out/spelling.h"
#include "sample.h"

typedef struct Fixture {
	Sample sample;
	Faces *faces;
	Spelling *spelling;
} Fixture;

static void fixture_init(Fixture *fixture) {
	sample_init(&fixture->sample);
	fixture->faces = faces_new(&fixture->sample.document);
	fixture->spelling = spelling_new(fixture->faces);
}

static void fixture_finish(Fixture *fixture) {
	spelling_free(fixture->spelling);
	faces_free(fixture->faces);
	sample_finish(&fixture->sample);
}

/* Spells one glyph that stands for a text. */
static Spelled spell(Fixture *fixture, unsigned index, const char *text) {
	const Glyph glyph = {.index = index};
	const Cluster cluster = {.face = FACE_SANS,
		.glyph_count = 1,
		.byte_count = (int)strlen(text),
		.glyphs = &glyph,
		.text = text};
	Spelled spelled[SPELLED_MOST];
	g_assert_cmpint(spelling_cluster(fixture->spelling, &cluster, spelled), ==, 1);
	g_assert_cmpint(spelled[0].glyph, ==, 0);
	return spelled[0];
}

/* A glyph keeps to what it says in a voice; several characters never go against its own. */
static void test_voices(void) {
	Fixture fixture;
	fixture_init(&fixture);
	unsigned a = faces_glyph(fixture.faces, FACE_SANS, 'a');
	unsigned b = faces_glyph(fixture.faces, FACE_SANS, 'b');
	g_assert_cmpint(spell(&fixture, a, "a").voice, ==, 0);
	g_assert_cmpint(spell(&fixture, a, "b").voice, ==, 1);
	g_assert_cmpint(spell(&fixture, b, "b").voice, ==, 0);
	g_assert_cmpint(spell(&fixture, a, "c").voice, ==, 2);
	g_assert_cmpint(spell(&fixture, a, "b").voice, ==, 1);
	g_assert_cmpint(spell(&fixture, a, "a").voice, ==, 0);
	g_assert_cmpint(spell(&fixture, b, "bb").voice, ==, 1);
	g_assert_true(faces_is_character(fixture.faces, FACE_SANS, b));
	fixture_finish(&fixture);
}

/* Any white is said as a space, by the glyph of one; what only steers is not said. */
static void test_white(void) {
	Fixture fixture;
	fixture_init(&fixture);
	unsigned a = faces_glyph(fixture.faces, FACE_SANS, 'a');
	unsigned space = faces_glyph(fixture.faces, FACE_SANS, ' ');
	Spelled white = spell(&fixture, a, "\u2007\u2060");
	g_assert_cmpmem(white.text, white.length, " ", 1);
	g_assert_cmpuint(white.index, ==, space);
	g_assert_true(spelled_is_white(&white));
	Spelled said = spell(&fixture, a, "\u200fa");
	g_assert_cmpmem(said.text, said.length, "a", 1);
	g_assert_cmpint(said.voice, ==, 0);
	g_assert_false(faces_has_ink(fixture.faces, FACE_SANS, space));
	g_assert_true(faces_has_ink(fixture.faces, FACE_SANS, a));
	fixture_finish(&fixture);
}

/* Of several glyphs that of the first letter says all; the others are left to be outlines. */
static void test_marks(void) {
	Fixture fixture;
	fixture_init(&fixture);
	const Glyph glyphs[] = {{.index = faces_glyph(fixture.faces, FACE_SANS, '.'), .advance = 9},
		{.index = faces_glyph(fixture.faces, FACE_SANS, 'a')}};
	Cluster cluster = {.face = FACE_SANS, .glyph_count = 2, .byte_count = 3, .glyphs = glyphs};
	Spelled spelled[SPELLED_MOST];
	cluster.text = "a\u0307";
	g_assert_cmpint(spelling_cluster(fixture.spelling, &cluster, spelled), ==, 1);
	g_assert_cmpint(spelled[0].glyph, ==, 1);
	g_assert_cmpmem(spelled[0].text, spelled[0].length, "a\u0307", 3);
	cluster.text = "x\u0307";
	g_assert_cmpint(spelling_cluster(fixture.spelling, &cluster, spelled), ==, 1);
	g_assert_cmpint(spelled[0].glyph, ==, 0);
	fixture_finish(&fixture);
}

/* A further letter that is not seen is said in the voice of what shows it: alone, Cairo would leave
 * it out. */
static void test_ligature(void) {
	Fixture fixture;
	fixture_init(&fixture);
	unsigned blank = faces_glyph(fixture.faces, FACE_SANS, ' ');
	const Glyph glyphs[] = {{.index = blank},
		{.index = faces_glyph(fixture.faces, FACE_SANS, 'a')},
		{.index = faces_glyph(fixture.faces, FACE_SANS, 'b')}};
	const GlyphCluster clusters[] = {{1, 1}, {1, 1}, {1, 1}};
	static const char *const texts[] = {"bac", "bad"};
	for (int i = 0; i < 2; i++) {
		const ShapedWord word = {.face = FACE_SANS,
			.glyph_count = 3,
			.cluster_count = 3,
			.byte_count = 3,
			.glyphs = glyphs,
			.clusters = clusters,
			.text = texts[i],
			.backward = TRUE};
		ClusterWalk walk;
		Cluster cluster;
		Spelled spelled[SPELLED_MOST];
		cluster_walk_init(&walk, fixture.faces, &word);
		g_assert_true(cluster_walk_next(&walk, &cluster));
		g_assert_cmpint(cluster.further, ==, 0);
		g_assert_true(cluster_walk_next(&walk, &cluster));
		g_assert_cmpint(cluster.further, ==, 1);
		g_assert_cmpint(cluster.blank, ==, 0);
		g_assert_cmpint(spelling_cluster(fixture.spelling, &cluster, spelled), ==, 2);
		g_assert_cmpmem(spelled[0].text, spelled[0].length, "a", 1);
		g_assert_cmpmem(spelled[1].text, spelled[1].length, texts[i] + 2, 1);
		g_assert_cmpint(spelled[0].voice, ==, i);
		g_assert_cmpint(spelled[1].voice, ==, i);
		g_assert_false(cluster_walk_next(&walk, &cluster));
	}
	fixture_finish(&fixture);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/spelling/voices", test_voices);
	g_test_add_func("/spelling/white", test_white);
	g_test_add_func("/spelling/marks", test_marks);
	g_test_add_func("/spelling/ligature", test_ligature);
	return g_test_run();
}
