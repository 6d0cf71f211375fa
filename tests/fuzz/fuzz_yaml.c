/* YAML from strangers: whatever the bytes are, there is a tree and diagnostics that can be printed,
 * every place lies inside of the file, every text is UTF-8, and what is not whole was told of. No
 * first bytes for options: seeds are plain files. With FUZZ_PLAIN it is a program that runs the
 * files it is given. */
#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "read/read_yaml.h"
#include "read/yaml_reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SIZE_MAX_TRIED = 1 << 20 };

typedef struct Visit {
	const Sources *sources;
	int nodes; /* left to look at: aliases may make a small file large */
} Visit;

static void check_span(const Sources *sources, Span span) {
	g_assert_cmpint(span.file, ==, 0);
	g_assert_cmpint(span.line, >=, 0);
	if (span.line == 0) {
		return;
	}
	g_assert_cmpint(span.column, >=, 1);
	g_assert_cmpint(span.length, >=, 1);
	/* The line after the last one has no text, but may be named. */
	if (span.line > 1) {
		g_autofree char *above = sources_line(sources, 0, span.line - 1);
		g_assert_nonnull(above);
	}
	g_autofree char *line = sources_line(sources, 0, span.line);
	glong length = line ? g_utf8_strlen(line, -1) : 0;
	g_assert_cmpint(span.column, <=, (int)length + 1);
	g_assert_cmpint(span.length, <=, (int)length + 1);
}

static void check_scalar(const Visit *visit, const Node *node) {
	g_assert_cmpint((int)strlen(node->text), ==, node->length);
	g_assert_true(g_utf8_validate(node->text, node->length, NULL));
	check_span(visit->sources, node_locate(node, 0));
	check_span(visit->sources, node_locate(node, node->length / 2));
	for (int i = 0; i + 1 < node->mark_count; i++) {
		g_assert_cmpint(node->marks[i].offset, <=, node->marks[i + 1].offset);
		g_assert_cmpint(node->marks[i].offset, <=, node->length);
	}
}

static void check_node(Visit *visit, const Node *node, int depth) {
	g_assert_nonnull(node);
	g_assert_cmpint(depth, <=, YAML_DEPTH_MAX + 1);
	if (visit->nodes-- < 0) {
		return;
	}
	check_span(visit->sources, node->span);
	if (node->kind == NODE_SCALAR) {
		check_scalar(visit, node);
	}
	for (int i = 0; i < node->count && node->kind == NODE_SEQUENCE; i++) {
		check_node(visit, node->items[i], depth + 1);
	}
	for (int i = 0; i < node->count && node->kind == NODE_MAPPING; i++) {
		const NodePair *pair = &node->pairs[i];
		g_assert_true(pair->key->kind == NODE_SCALAR || pair->key->kind == NODE_HOLE);
		check_node(visit, pair->key, depth + 1);
		check_node(visit, pair->value, depth + 1);
	}
}

static void check_diags(const Sources *sources, Diags *diags) {
	diags_sort(diags);
	g_assert_cmpint(diags_total(diags), <=, 100);
	for (int i = 0; i < diags_total(diags); i++) {
		const Diag *diag = diags_at(diags, i);
		check_span(sources, diag->span);
	}
	g_autofree char *text = diags_to_text(diags, sources, FALSE);
	g_autofree char *json = diags_to_json(diags, sources);
	g_assert_true(g_utf8_validate(text, -1, NULL));
	g_assert_true(g_utf8_validate(json, -1, NULL));
	g_assert_null(strchr(text, '\033'));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	if (size > SIZE_MAX_TRIED) {
		return 0;
	}
	g_autoptr(GBytes) bytes = g_bytes_new(data, size);
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	gboolean holes = FALSE;
	const Node *root = read_yaml_bytes(arena, bytes, "x.yaml", sources, diags, &holes);
	Visit visit = {sources, 5000};
	check_node(&visit, root, 0);
	check_diags(sources, diags);
	g_assert_true(root->kind != NODE_HOLE || holes);
	g_assert_true(!holes || diags_count(diags, DIAG_ERROR) > 0);
	if (visit.nodes > 0) {
		g_autofree char *dump = node_dump(root, sources);
		g_assert_true(g_utf8_validate(dump, -1, NULL));
	}
	return 0;
}

#ifdef FUZZ_PLAIN
int main(int argc, char **argv) {
	for (int i = 1; i < argc; i++) {
		g_autofree char *text = NULL;
		gsize size;
		if (!g_file_get_contents(argv[i], &text, &size, NULL)) {
			return 1;
		}
		LLVMFuzzerTestOneInput((const uint8_t *)text, size);
	}
	return 0;
}
#endif
