/* The tree that the YAML reader gives: its dump, case by case; and, for texts made up at random in
 * every style, that each character of a scalar is found where node_locate says it stands. */
#include "read/read_yaml.h"

#include "cases.h"

static char *print(const char *name, GBytes *input) {
	(void)name;
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	gboolean holes;
	const Node *root = read_yaml_bytes(arena, input, "event.yaml", sources, diags, &holes);
	g_autofree char *dump = node_dump(root, sources);
	return g_strdup_printf("%s%s", dump, holes ? "not whole\n" : "");
}

/* ---- Places ---- */

typedef struct Reading {
	Arena *arena;
	Sources *sources;
	Diags *diags;
	const Node *root;
	char *text;
} Reading;

static void reading_init(Reading *reading, const char *text) {
	reading->arena = arena_new();
	reading->sources = sources_new();
	reading->diags = diags_new();
	reading->text = g_strdup(text);
	g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
	reading->root = read_yaml_bytes(
		reading->arena, bytes, "x.yaml", reading->sources, reading->diags, NULL);
	if (diags_count(reading->diags, DIAG_ERROR) > 0) {
		g_autofree char *told = diags_to_text(reading->diags, reading->sources, FALSE);
		g_error("%s\n%s", text, told);
	}
}

static void reading_finish(Reading *reading) {
	arena_free(reading->arena);
	sources_free(reading->sources);
	diags_free(reading->diags);
	g_free(reading->text);
}

/* Characters of the file from a place on. */
static char *at_place(const Reading *reading, Span span, int count) {
	char *text = sources_excerpt(reading->sources, span.file, span.line, span.column, count);
	return text ? text : g_strdup("");
}

static void check_span(const Reading *reading, const Node *node) {
	g_autofree char *found = at_place(reading, node->span, node->span.length);
	switch (node->style) {
	case SCALAR_PLAIN:
		if (!strchr(node->text, ' ') && !strchr(node->text, '\n')) {
			g_assert_cmpstr(found, ==, node->text);
		}
		g_assert_cmpint(found[0], ==, node->text[0]);
		break;
	case SCALAR_SINGLE_QUOTED:
		g_assert_cmpint(found[0], ==, '\'');
		break;
	case SCALAR_DOUBLE_QUOTED:
		g_assert_cmpint(found[0], ==, '"');
		break;
	case SCALAR_LITERAL:
		g_assert_cmpint(found[0], ==, '|');
		break;
	case SCALAR_FOLDED:
		g_assert_cmpint(found[0], ==, '>');
		break;
	case SCALAR_FILE:
		g_assert_not_reached();
	}
}

/* A character of the text stands in the file where node_locate says: itself, or its escape. Line
 * ends and spaces may be what folding made of them. */
static void check_characters(const Reading *reading, const Node *node) {
	for (const char *at = node->text; *at; at = g_utf8_next_char(at)) {
		if (*at == ' ' || *at == '\n') {
			continue;
		}
		Span span = node_locate(node, (int)(at - node->text));
		g_autofree char *found = at_place(reading, span, 1);
		g_autofree char *wanted = g_strndup(at, (gsize)(g_utf8_next_char(at) - at));
		gboolean escaped = node->style == SCALAR_DOUBLE_QUOTED && found[0] == '\\';
		if (strcmp(found, wanted) != 0 && !escaped) {
			g_error("\"%s\" at %d of \"%s\": found \"%s\" in %d:%d of\n%s", wanted,
				(int)(at - node->text), node->text, found, span.line, span.column,
				reading->text);
		}
	}
}

static int check_tree(const Reading *reading, const Node *node) {
	int count = 0;
	if (node->kind == NODE_SCALAR) {
		check_span(reading, node);
		check_characters(reading, node);
		return 1;
	}
	for (int i = 0; i < node->count && node->kind == NODE_SEQUENCE; i++) {
		count += check_tree(reading, node->items[i]);
	}
	for (int i = 0; i < node->count && node->kind == NODE_MAPPING; i++) {
		count += check_tree(reading, node->pairs[i].key);
		count += check_tree(reading, node->pairs[i].value);
	}
	return count;
}

/* ---- Texts made up at random ---- */

static const char *const words[] = {"one", "Two,", "três", "четыре", "五个", "🦊", "é", "(six)",
	"a-b", "x", "long-word-of-many-letters", "7", "¿ocho?", NULL};

static void add_words(GString *out, int most) {
	for (int count = g_test_rand_int_range(1, most + 1), i = 0; i < count; i++) {
		int which = g_test_rand_int_range(0, (int)G_N_ELEMENTS(words) - 1);
		g_string_append_printf(out, "%s%s", i ? " " : "", words[which]);
	}
}

static void add_indent(GString *out, int spaces) {
	g_string_append_printf(out, "%*s", spaces, "");
}

static void add_flow_lines(GString *out, int indent, const char *extra) {
	for (int lines = g_test_rand_int_range(1, 5), i = 0; i < lines; i++) {
		if (i) {
			g_string_append(out, g_test_rand_bit() ? "\n" : "\n\n");
			add_indent(out, indent + g_test_rand_int_range(0, 3));
		}
		add_words(out, 4);
		if (extra && g_test_rand_bit()) {
			g_string_append(out, extra);
		}
	}
}

static void add_block(GString *out, char sign, int indent) {
	static const char *const chomps[] = {"", "-", "+"};
	g_string_append_printf(out, "%c%s\n", sign, chomps[g_test_rand_int_range(0, 3)]);
	for (int lines = g_test_rand_int_range(1, 6), i = 0; i < lines; i++) {
		if (i && g_test_rand_int_range(0, 4) == 0) {
			g_string_append(out, "\n");
			continue;
		}
		add_indent(out, indent + (i ? 2 * g_test_rand_int_range(0, 2) : 0));
		add_words(out, 6);
		g_string_append(out, "\n");
	}
}

static void add_value(GString *out, int indent) {
	static const char *const escapes[] = {
		"\\n", "\\u00e9", "\\x41b", "\\U0001f98a", "\\\"", "\\\n", "\\\\", "\\tx", "\\_"};
	switch (g_test_rand_int_range(0, 5)) {
	case 0:
		add_flow_lines(out, indent, NULL);
		break;
	case 1:
		g_string_append(out, "'");
		add_flow_lines(out, indent, "''s");
		g_string_append(out, "'");
		break;
	case 2:
		g_string_append(out, "\"");
		add_flow_lines(out, indent, escapes[g_test_rand_int_range(0, 9)]);
		g_string_append(out, "\"");
		break;
	case 3:
		add_block(out, '|', indent);
		return;
	default:
		add_block(out, '>', indent);
		return;
	}
	g_string_append(out, "\n");
}

static void test_random(void) {
	for (int round = 0; round < 400; round++) {
		g_autoptr(GString) text = g_string_new(g_test_rand_bit() ? "---\n" : "");
		int keys = g_test_rand_int_range(1, 8);
		for (int i = 0; i < keys; i++) {
			g_string_append_printf(text, g_test_rand_bit() ? "k%d: " : "k%d: &a ", i);
			add_value(text, 2);
			g_string_append_printf(text, "list%d:\n  - ", i);
			add_value(text, 4);
		}
		if (g_test_rand_bit()) {
			g_string_replace(text, "\n", "\r\n", 0);
		}
		Reading reading;
		reading_init(&reading, text->str);
		g_assert_cmpint(check_tree(&reading, reading.root), ==, 4 * keys);
		reading_finish(&reading);
	}
}

static void test_get(void) {
	Reading reading;
	reading_init(&reading, "a: one\n\"b c\": [two]\n");
	g_assert_cmpstr(node_get(reading.root, "a")->text, ==, "one");
	g_assert_cmpint(node_get(reading.root, "b c")->count, ==, 1);
	g_assert_null(node_get(reading.root, "b"));
	g_assert_null(node_get(node_get(reading.root, "a"), "a"));
	g_assert_null(node_get(NULL, "a"));
	reading_finish(&reading);
}

/* Past the end and before the start is the end and the start. */
static void test_locate_bounds(void) {
	Reading reading;
	reading_init(&reading, "key: text\n");
	const Node *value = node_get(reading.root, "key");
	g_assert_cmpint(node_locate(value, -5).column, ==, 6);
	g_assert_cmpint(node_locate(value, 4).column, ==, 10);
	g_assert_cmpint(node_locate(value, 1000).column, ==, 10);
	g_assert_cmpint(node_locate(reading.root, 3).column, ==, 1);
	reading_finish(&reading);
}

/* The same content with LF, CR LF and CR gives the same texts. */
static void test_line_ends(void) {
	static const char *const ends[] = {"\n", "\r\n", "\r"};
	char *dumps[3] = {NULL};
	for (int i = 0; i < 3; i++) {
		g_autoptr(GString) text =
			g_string_new("a: |\n  one\n\n  two\nb: >\n  three\n  four\n"
				     "c: five\n  six\nd: 'seven\n\n  eight'\n");
		g_string_replace(text, "\n", ends[i], 0);
		Reading reading;
		reading_init(&reading, text->str);
		dumps[i] = node_dump(reading.root, reading.sources);
		reading_finish(&reading);
	}
	g_assert_cmpstr(dumps[0], ==, dumps[1]);
	g_assert_cmpstr(dumps[0], ==, dumps[2]);
	for (int i = 0; i < 3; i++) {
		g_free(dumps[i]);
	}
}

/* What is kept says the same when its tree is gone. */
static void test_keep(void) {
	static const char *const texts[] = {"a plain text", "'folded\n\n  ''twice'''",
		"\"esc\\u00e9pe\\n\"", "|\n  one\n    two\n", ">\n  one\n  two\n\n  three\n"};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		Reading reading;
		reading_init(&reading, texts[i]);
		Arena *arena = arena_new();
		const Node *kept = node_keep(arena, reading.root);
		g_assert_false(arena_holds(reading.arena, kept->text));
		g_assert_true(!kept->marks || arena_holds(arena, kept->marks));
		arena_free(reading.arena);
		reading.arena = arena;
		check_span(&reading, kept);
		check_characters(&reading, kept);
		reading_finish(&reading);
	}
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	cases_add("nodes", "tests/read/nodes.txt", print);
	g_test_add_func("/read/node/random", test_random);
	g_test_add_func("/read/node/get", test_get);
	g_test_add_func("/read/node/locate_bounds", test_locate_bounds);
	g_test_add_func("/read/node/keep", test_keep);
	g_test_add_func("/read/node/line_ends", test_line_ends);
	return g_test_run();
}
