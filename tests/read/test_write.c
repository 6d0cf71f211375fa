/* What write_yaml writes reads as the tree that it was made of: texts that YAML could take for
 * something else in every style, and whole programmes. */
#include <string.h>

#include "base/file.h"
#include "read/read_yaml.h"
#include "read/write_yaml.h"

typedef struct Reading {
	Arena *arena;
	Sources *sources;
	Diags *diags;
} Reading;

static void reading_init(Reading *reading) {
	*reading = (Reading){arena_new(), sources_new(), diags_new()};
}

static void reading_finish(Reading *reading) {
	arena_free(reading->arena);
	sources_free(reading->sources);
	diags_free(reading->diags);
}

static void check_same(const Node *one, const Node *other) {
	g_assert_cmpint(one->kind, ==, other->kind);
	g_assert_cmpint(one->count, ==, other->count);
	if (one->kind == NODE_SCALAR) {
		g_assert_cmpstr(one->text, ==, other->text);
	}
	for (int i = 0; i < one->count && one->kind == NODE_SEQUENCE; i++) {
		check_same(one->items[i], other->items[i]);
	}
	for (int i = 0; i < one->count && one->kind == NODE_MAPPING; i++) {
		check_same(one->pairs[i].key, other->pairs[i].key);
		check_same(one->pairs[i].value, other->pairs[i].value);
	}
}

static void check_again(Reading *reading, const Node *root) {
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = write_yaml(root, &error);
	g_assert_no_error(error);
	gboolean holes;
	const Node *again = read_yaml_bytes(
		reading->arena, bytes, "again.yaml", reading->sources, reading->diags, &holes);
	g_autofree char *told = diags_to_text(reading->diags, reading->sources, FALSE);
	g_assert_cmpstr(told, ==, "");
	g_assert_false(holes);
	check_same(root, again);
}

static const char *const texts[] = {"plain", "null", "~", "", " ", "- item", "# no comment",
	"key: value", "a #b", "[list]", "{map: x}", "&anchor", "*alias", "!tag", "%percent", "@at",
	"`tick`", "'one'", "\"two\"", "it's", "ends:", ": begins", "12:10", "0x10", "yes",
	"line\nline", "line\n", "line\n\n", "\nline", "  indented\nline", "line\n  deeper\nback",
	"trailing \nblank", "blank at the end ", "\ttab", "tab\tinside", "é ü 五个 🦊", "---",
	"...", "--- a\n... b\n", "one\n\n\ntwo", "\\n", "a: b\nc: d\n", "? question", "| pipe",
	"> fold", "x\xc2\xa0y",
	"\xe2\x80\x8f"
	"rtl"};

static const Node *scalar(Arena *arena, const char *text, ScalarStyle style) {
	Node *node = arena_new_of(arena, Node);
	*node = (Node){.kind = NODE_SCALAR, .style = style, .text = text};
	node->length = (int)strlen(text);
	return node;
}

/* As a key's value, in a list of its own, and in a list beside a longer one. */
static void test_texts(void) {
	Reading reading;
	reading_init(&reading);
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		for (int style = SCALAR_PLAIN; style <= SCALAR_FILE; style++) {
			gboolean bare = style == SCALAR_PLAIN;
			if (bare &&
				(!*texts[i] || strcmp(texts[i], "~") == 0 ||
					strcmp(texts[i], "null") == 0)) {
				continue;
			}
			const Node *text = scalar(reading.arena, texts[i], (ScalarStyle)style);
			const Node *items[] = {text, text};
			const Node list = {.kind = NODE_SEQUENCE, .count = 2, .items = items};
			const NodePair pairs[] = {
				{scalar(reading.arena, "text", SCALAR_PLAIN), text},
				{scalar(reading.arena, "list", SCALAR_PLAIN), &list}};
			const Node root = {.kind = NODE_MAPPING, .count = 2, .pairs = pairs};
			check_again(&reading, &root);
		}
	}
	reading_finish(&reading);
}

static void test_nothing(void) {
	static const char text[] = "a: ~\nb: [ ]\nc: {}\nd: [~, {e: }, [f, [g]]]\n";
	Reading reading;
	reading_init(&reading);
	g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
	check_again(&reading,
		read_yaml_bytes(
			reading.arena, bytes, "x.yaml", reading.sources, reading.diags, NULL));
	reading_finish(&reading);
}

static void check_folder(const char *folder) {
	g_autoptr(GPtrArray) files = file_list_yaml(folder, NULL);
	g_assert_nonnull(files);
	g_assert_cmpuint(files->len, >, 0);
	for (guint i = 0; i < files->len; i++) {
		Reading reading;
		reading_init(&reading);
		g_autofree char *path = g_build_filename(folder, files->pdata[i], NULL);
		check_again(&reading,
			read_yaml_file(
				reading.arena, path, path, reading.sources, reading.diags, NULL));
		reading_finish(&reading);
	}
}

static void test_programmes(void) {
	check_folder("content/waterloo-huawei-serverless-2022");
	check_folder("tests/events");
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/read/write/texts", test_texts);
	g_test_add_func("/read/write/nothing", test_nothing);
	g_test_add_func("/read/write/programmes", test_programmes);
	return g_test_run();
}
