/* literal: texts as strings of a PDF, a byte a character where that can be. */
#include "finish/literal.h"

static void check_literal(const char *text, const char *expected) {
	g_autoptr(GString) out = g_string_new(NULL);
	literal_put(out, text);
	g_assert_cmpstr(out->str, ==, expected);
}

static void test_literals(void) {
	check_literal("Talk (1) \\ x", "(Talk \\(1\\) \\\\ x)");
	check_literal("\xc3\xbc \xe2\x80\x93 \xe2\x80\x9cq\xe2\x80\x9d \xe2\x82\xac",
		"(\xfc \x85 \x8dq\x8e \xa0)");
	check_literal("\xd8\xa8", "<feff0628>");
	check_literal("a\xc2\xad", "<feff006100ad>");
	check_literal("\xf0\x9f\x94\x92", "<feffd83ddd12>");
	check_literal("", "()");
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/literal/put", test_literals);
	return g_test_run();
}
