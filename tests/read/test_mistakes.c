/* What is said of the mistakes that people make in YAML: the whole printed text of each. */
#include "read/read_yaml.h"

#include "cases.h"

/* Words of the YAML parser. None may reach a reader. */
static const char *const foreign[] = {"while scanning", "while parsing", "could not find",
	"did not find", "not allowed in this context", "block mapping", "flow mapping",
	"block collection", "simple key", "token", "scalar", NULL};

static char *print(const char *name, GBytes *input) {
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	gboolean holes = FALSE;
	const Node *root = read_yaml_bytes(arena, input, "event.yaml", sources, diags, &holes);
	g_assert_nonnull(root);
	g_assert_true(root->kind != NODE_HOLE || holes);
	diags_sort(diags);
	char *text = diags_to_text(diags, sources, FALSE);
	for (int i = 0; foreign[i]; i++) {
		if (strstr(text, foreign[i])) {
			g_test_message("%s: speaks the parser's language: %s", name, foreign[i]);
			g_test_fail();
		}
	}
	return text;
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	cases_add("indentation", "tests/read/indentation.txt", print);
	cases_add("colons", "tests/read/colons.txt", print);
	cases_add("quotes", "tests/read/quotes.txt", print);
	cases_add("brackets", "tests/read/brackets.txt", print);
	cases_add("keys", "tests/read/keys.txt", print);
	cases_add("documents", "tests/read/documents.txt", print);
	cases_add("encoding", "tests/read/encoding.txt", print);
	cases_add("doubts", "tests/read/doubts.txt", print);
	return g_test_run();
}
