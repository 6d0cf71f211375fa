/* What conversion leaves in texts. */
#include <glib.h>

#include "check/damage.h"

/* Codes and pieces found: "CODE:PIECE CODE:PIECE". */
static void assert_damage(const char *text, gboolean plain, const char *expected) {
	g_autoptr(GArray) found = damage_find(text, plain);
	g_autoptr(GString) all = g_string_new(NULL);
	for (guint i = 0; i < found->len; i++) {
		const Damage *damage = &g_array_index(found, Damage, i);
		g_string_append_printf(all, "%s%s:%.*s", i ? " " : "", damage->code, damage->length,
			text + damage->offset);
	}
	g_assert_cmpstr(all->str, ==, expected);
}

static void test_clean(void) {
	static const char *const clean[] = {"A *plain* text, with 'quotes' and \"more\".",
		"snake\\_case and a\\*b", "1\\. not a list \\# nor a heading",
		"`\\emph{x}` in code", "R&amp;D and 1 &lt; 2", "Ça va, Âge, â la carte, Ã",
		"a  double blank", "a forced  \nbreak", "\\", "", "&lt;x&gt;", NULL};
	for (int i = 0; clean[i]; i++) {
		assert_damage(clean[i], FALSE, "");
	}
}

static void test_found(void) {
	assert_damage("these \\_serverless ecosystems\\_ for", FALSE,
		"escaped-emphasis:\\_serverless ecosystems\\_");
	assert_damage("a \\_half\n\nand\\_ half", FALSE, "");
	assert_damage("\\emph{well} done", FALSE, "stray-backslash:\\emph");
	assert_damage("G\\\"odel", FALSE, "stray-backslash:\\\"o");
	assert_damage("&lt;p&gt;Hello&lt;/p&gt;", FALSE, "html:&lt;p&gt;");
	assert_damage("R&amp;amp;D", FALSE, "html:&amp;amp;");
	assert_damage("JosÃ© and donâ€™t", FALSE, "encoding:Ã©");
	assert_damage("donâ€™t", FALSE, "encoding:â€");
	assert_damage("Jos\xEF\xBF\xBD", FALSE, "encoding:\xEF\xBF\xBD");
	assert_damage("of\xEF\xAC\x81"
		      "ce",
		FALSE, "ligature:\xEF\xAC\x81");
}

static void test_plain(void) {
	assert_damage("it's", TRUE, "straight-quote:'");
	assert_damage("a  b", TRUE, "double-space:  ");
	assert_damage("  a\n  b  \nc", TRUE, "");
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/check/damage/clean", test_clean);
	g_test_add_func("/check/damage/found", test_found);
	g_test_add_func("/check/damage/plain", test_plain);
	return g_test_run();
}
