/* marks: colours become marked content, whatever stands around them; pictures are left as they
 * are; what was not painted by us is refused. */
#include <string.h>

#include "finish/marks.h"
#include "page/leaf.h"

enum { RED = 0xff0000, GREY = 0x808080, LEAVES = 3 };

static const char *const names[LEAVES] = {"/H1", NULL, "/P"};

/* "R G B " */
static void put_numbers(GString *content, const double numbers[3]) {
	for (int i = 0; i < 3; i++) {
		char text[32];
		g_string_append_printf(
			content, "%s ", g_ascii_formatd(text, sizeof text, "%.6f", numbers[i]));
	}
}

static void put_colour(GString *content, Colour colour, int leaf) {
	double numbers[3];
	leaf_colour(colour, leaf, numbers);
	put_numbers(content, numbers);
}

static void put_sign(GString *content, gboolean begins, int leaf) {
	double numbers[3];
	leaf_picture_colour(begins, leaf, numbers);
	put_numbers(content, numbers);
	g_string_append(content, "rg /a0 gs\n50 60 1 1 re f\n");
}

/* NULL when it is refused. Caller frees. */
static char *mark(const char *content, gboolean *seen) {
	gboolean none[LEAVES] = {0};
	MarkLeaves leaves = {LEAVES, names, seen ? seen : none};
	GByteArray *marked = g_byte_array_new();
	g_autoptr(GError) error = NULL;
	if (!marks_put(marked, content, strlen(content), &leaves, &error)) {
		g_assert_nonnull(error);
		g_byte_array_free(marked, TRUE);
		return NULL;
	}
	g_byte_array_append(marked, (const guint8 *)"", 1);
	return (char *)g_byte_array_free(marked, FALSE);
}

static void test_ink(void) {
	g_autoptr(GString) content = g_string_new("1 0 0 -1 0 595 cm\nq\n");
	put_colour(content, GREY, LEAF_NONE);
	g_string_append(content, "RG /a0 gs\n1 w\n0 0 m 9 9 l S\n");
	put_colour(content, RED, 0);
	g_string_append(content, "rg BT\n(a \\) rg \\( b) Tj\n<0a> Tj\nET\n");
	put_colour(content, GREY, 0);
	g_string_append(content, "rg BT\n(c) Tj\nET\n");
	put_colour(content, GREY, 1);
	g_string_append(content, "rg 0 0 m f\n");
	put_colour(content, GREY, 2);
	g_string_append(content, "rg 0 0 m f\nQ\n");
	gboolean seen[LEAVES] = {0};
	g_autofree char *marked = mark(content->str, seen);
	g_assert_cmpstr(marked, ==,
		"1 0 0 -1 0 595 cm\nq\n"
		"/Artifact BMC\n.501961 G /a0 gs\n1 w\n0 0 m 9 9 l S\nEMC\n"
		"/H1 <</MCID 0>>BDC\n1 0 0 rg BT\n(a \\) rg \\( b) Tj\n<0a> Tj\nET\n"
		".501961 g BT\n(c) Tj\nET\nEMC\n"
		"/Artifact BMC\n.501961 g 0 0 m f\nEMC\n"
		"/P <</MCID 2>>BDC\n.501961 g 0 0 m f\nQ\n\nEMC\n");
	g_assert_true(seen[0] && !seen[1] && seen[2]);
}

/* Between its signs a picture keeps its colours, and one that says nothing is an artifact. */
static void test_pictures(void) {
	for (int leaf = 1; leaf < LEAVES; leaf++) {
		g_autoptr(GString) content = g_string_new("q\n");
		put_sign(content, TRUE, leaf);
		g_string_append(content, "Q q\n1 1 0.933333 rg 0 0 m f\n/x5 Do\nQ q\n");
		put_sign(content, FALSE, leaf);
		put_colour(content, RED, LEAF_NONE);
		g_string_append(content, "rg 0 0 m f\nQ\n");
		g_autofree char *marked = mark(content->str, NULL);
		g_autofree char *expected =
			g_strdup_printf("q\n%s/a0 gs\n\nQ q\n1 1 0.933333 rg 0 0 m f\n/x5 Do\n"
					"Q q\n/a0 gs\n\n%s1 0 0 rg 0 0 m f\nQ\n\nEMC\n",
				leaf == 1 ? "/Artifact BMC\n" : "/P <</MCID 2>>BDC\n",
				leaf == 1 ? "" : "EMC\n/Artifact BMC\n");
		g_assert_cmpstr(marked, ==, expected);
	}
}

/* Cairo marks where links are, and says with a span what glyphs mean: those stay, these go. */
static void test_marks_of_cairo(void) {
	g_autoptr(GString) content = g_string_new(NULL);
	put_colour(content, RED, 0);
	g_string_append(content,
		"rg BT\n/Span << /ActualText <feff0066> >> BDC\n(f) Tj\nEMC\nET\n"
		"/Link << /MCID 0 >> BDC\nEMC\n");
	g_autofree char *marked = mark(content->str, NULL);
	g_assert_cmpstr(marked, ==,
		"/H1 <</MCID 0>>BDC\n1 0 0 rg BT\n/Span << /ActualText <feff0066> >> BDC\n(f) Tj\n"
		"EMC\nET\n\n\n\nEMC\n");
}

/* More leaves than a colour can tell apart are counted on. */
static void test_lap(void) {
	enum { COUNT = LEAF_LAP + 10 };
	const char **many = g_new(const char *, COUNT);
	gboolean *seen = g_new0(gboolean, COUNT);
	g_autoptr(GString) content = g_string_new(NULL);
	for (int i = 0; i < COUNT; i++) {
		many[i] = "/P";
		put_colour(content, RED, i);
		g_string_append(content, "rg 0 0 m f\n");
	}
	MarkLeaves leaves = {COUNT, many, seen};
	g_autoptr(GByteArray) marked = g_byte_array_new();
	g_assert_true(marks_put(marked, content->str, content->len, &leaves, NULL));
	g_assert_true(seen[COUNT - 1]);
	g_assert_nonnull(g_strstr_len((char *)marked->data, marked->len, "/MCID 4009>>"));
	g_free(many);
	g_free(seen);
}

static void test_refused(void) {
	g_autoptr(GString) unknown = g_string_new(NULL), open = g_string_new(NULL);
	put_colour(unknown, RED, LEAVES);
	g_string_append(unknown, "rg 0 0 m f\n");
	put_sign(open, TRUE, 0);
	const char *const contents[] = {"0.5001 0.2 0.3 rg", "0.5 rg", "rg", unknown->str,
		open->str, "BT (never ends", "BT 1 0 0 rg"};
	for (gsize i = 0; i < G_N_ELEMENTS(contents); i++) {
		g_assert_null(mark(contents[i], NULL));
	}
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/marks/ink", test_ink);
	g_test_add_func("/marks/pictures", test_pictures);
	g_test_add_func("/marks/cairo", test_marks_of_cairo);
	g_test_add_func("/marks/lap", test_lap);
	g_test_add_func("/marks/refused", test_refused);
	return g_test_run();
}
