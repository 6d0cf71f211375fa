/* No key of a real programme can be dropped, misspelt or written twice without a word: dropping
 * one is an error or changes what is said of the programme, the other two are errors. And whatever
 * stands behind a key, building neither crashes nor goes on for ever. The content is read once,
 * changed as a tree, and written in flow style for each trial. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "check/check.h"
#include "model/build.h"
#include "read/read_yaml.h"

static const char folder[] = "content/waterloo-huawei-serverless-2022";

typedef enum Change {
	CHANGE_NONE,
	CHANGE_DROP,
	CHANGE_MISSPELL,
	CHANGE_SWAP,
	CHANGE_DOUBLE
} Change;

/* Writes a tree, changing the pair whose number is `target`. */
typedef struct Writer {
	GString *out;
	int pair, target; /* counted in the order of writing */
	Change change;
	const char *instead; /* written for the target's value, or NULL */
	const char *key; /* of the target, found while writing */
} Writer;

static void write_text(GString *out, const char *text) {
	g_string_append_c(out, '"');
	for (const char *at = text; *at; at++) {
		if (*at == '\n') {
			g_string_append(out, "\\n");
		} else {
			g_string_append_printf(out, strchr("\"\\", *at) ? "\\%c" : "%c", *at);
		}
	}
	g_string_append_c(out, '"');
}

static void write_node(Writer *writer, const Node *node);

static char *changed_key(const char *key, Change change) {
	char *text = g_strdup(key);
	size_t length = strlen(text);
	if (change == CHANGE_MISSPELL) {
		text[length - 1] = '\0';
	} else if (change == CHANGE_SWAP) {
		char first = text[0];
		text[0] = text[1];
		text[1] = first;
	}
	return text;
}

static void write_pair(Writer *writer, const NodePair *pair) {
	gboolean target = writer->pair++ == writer->target;
	g_autofree char *key = changed_key(pair->key->text, target ? writer->change : CHANGE_NONE);
	GString *out = writer->out;
	writer->key = target ? pair->key->text : writer->key;
	gsize from = out->len;
	write_text(out, key);
	g_string_append(out, ": ");
	if (target && writer->instead) {
		writer->pair = -1000000; /* nothing behind it counts any more */
		g_string_append(out, writer->instead);
	} else {
		write_node(writer, pair->value);
	}
	g_string_append(out, ",\n");
	if (target && writer->change == CHANGE_DROP) {
		g_string_truncate(out, from);
	} else if (target && writer->change == CHANGE_DOUBLE) {
		g_autofree char *copy = g_strdup(out->str + from);
		g_string_append(out, copy);
	}
}

static void write_node(Writer *writer, const Node *node) {
	switch (node->kind) {
	case NODE_SCALAR:
		write_text(writer->out, node->text);
		return;
	case NODE_SEQUENCE:
		g_string_append_c(writer->out, '[');
		for (int i = 0; i < node->count; i++) {
			write_node(writer, node->items[i]);
			g_string_append(writer->out, ",\n");
		}
		g_string_append_c(writer->out, ']');
		return;
	case NODE_MAPPING:
		g_string_append_c(writer->out, '{');
		for (int i = 0; i < node->count; i++) {
			write_pair(writer, &node->pairs[i]);
		}
		g_string_append_c(writer->out, '}');
		return;
	default:
		g_string_append_c(writer->out, '~');
	}
}

typedef struct Content {
	Arena *arena;
	Sources *sources;
	Diags *diags;
	const Node *root;
	char *dump; /* of the content as it is */
	char *words; /* what is said of it */
	int pairs;
	char *trial; /* folder */
} Content;

/* What a build came to. */
typedef struct Outcome {
	char *dump; /* of the event, "" for none */
	char *words; /* what was said, without places */
	int errors, said;
} Outcome;

static void outcome_clear(Outcome *outcome) {
	g_free(outcome->dump);
	g_free(outcome->words);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Outcome, outcome_clear)

/* The messages without place and line, which change with the writing. */
static char *words_of(Diags *diags, const Sources *sources) {
	static const char *const levels[] = {": note: ", ": warning: ", ": error: "};
	diags_sort(diags);
	g_autofree char *text = diags_to_text(diags, sources, FALSE);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	GString *words = g_string_new(NULL);
	for (int i = 0; lines[i]; i++) {
		for (size_t k = 0; k < G_N_ELEMENTS(levels); k++) {
			const char *message = strstr(lines[i], levels[k]);
			if (message) {
				g_string_append_printf(words, "%s\n", message);
				break;
			}
		}
	}
	return g_string_free(words, FALSE);
}

/* Builds and checks the changed content. */
static Outcome build(Content *content, Writer *writer) {
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	writer->out = g_string_new(NULL);
	writer->pair = 0;
	write_node(writer, content->root);
	g_autofree char *path = g_build_filename(content->trial, "event.yaml", NULL);
	g_assert_true(g_file_set_contents_full(path, writer->out->str, (gssize)writer->out->len,
		G_FILE_SET_CONTENTS_NONE, 0600, NULL));
	g_string_free(writer->out, TRUE);
	const Event *event = event_load(arena, content->trial, NULL, sources, diags);
	Outcome outcome = {.errors = diags_count(diags, DIAG_ERROR), .said = diags_total(diags)};
	outcome.dump = event ? event_dump(event) : g_strdup("");
	if (event && !outcome.errors) {
		check_event(event, diags);
	}
	outcome.words = words_of(diags, sources);
	return outcome;
}

static void content_init(Content *content) {
	content->arena = arena_new();
	content->sources = sources_new();
	content->diags = diags_new();
	g_autofree char *path = g_build_filename(folder, "event.yaml", NULL);
	content->root =
		read_yaml_file(content->arena, path, path, content->sources, content->diags, NULL);
	content->trial = g_dir_make_tmp("bifolio-keys-XXXXXX", NULL);
	Writer writer = {.target = -1};
	Outcome outcome = build(content, &writer);
	content->dump = outcome.dump;
	content->words = outcome.words;
	content->pairs = writer.pair;
	g_assert_cmpint(outcome.errors, ==, 0);
	g_assert_cmpint(content->pairs, >, 70);
}

static void content_finish(Content *content) {
	g_autofree char *path = g_build_filename(content->trial, "event.yaml", NULL);
	g_remove(path);
	g_rmdir(content->trial);
	g_free(content->trial);
	g_free(content->dump);
	g_free(content->words);
	diags_free(content->diags);
	sources_free(content->sources);
	arena_free(content->arena);
}

static void test_change(gconstpointer data) {
	Change change = (Change)GPOINTER_TO_INT(data);
	Content content;
	content_init(&content);
	for (int i = 0; i < content.pairs; i++) {
		Writer writer = {.target = i, .change = change};
		g_auto(Outcome) outcome = build(&content, &writer);
		gboolean told = outcome.errors > 0 ||
			(change == CHANGE_DROP && strcmp(outcome.words, content.words) != 0);
		if (!told) {
			g_test_message("key %d, `%s`: nothing is said", i, writer.key);
			g_test_fail();
		}
	}
	content_finish(&content);
}

/* The same tree through another style of YAML is the same model. */
static void test_same(void) {
	Content content;
	content_init(&content);
	g_autoptr(Arena) arena = arena_new();
	const Event *event = event_load(arena, folder, NULL, content.sources, content.diags);
	g_autofree char *dump = event_dump(event);
	/* but for the folder's name, which stands in the first line */
	g_assert_cmpstr(strchr(dump, '\n'), ==, strchr(content.dump, '\n'));
	content_finish(&content);
}

/* Any shape behind any key: no crash; and something is said, or the model is another. */
static void test_shapes(void) {
	static const char *const shapes[] = {"~", "\"\"", "[]", "{}", "[[[]]]", "{a: {b: {c: d}}}",
		"[~, \"\", {}]", "-1", "\"\\u202e\\0x\"", "maybe", "[ozsu, ozsu]", "{en: ~}",
		"{en: [a], fr: b}", "99999999999999999999", "\"2027-03-04 – 9999-12-31\"",
		"{\"..\": x}", "\"../..\"", "{person: ozsu, name: x}", "[{talks: [{talks: []}]}]"};
	Content content;
	content_init(&content);
	for (int i = 0; i < content.pairs; i++) {
		for (size_t j = 0; j < G_N_ELEMENTS(shapes); j++) {
			Writer writer = {.target = i, .instead = shapes[j]};
			g_auto(Outcome) outcome = build(&content, &writer);
			if (outcome.said == 0 && strcmp(outcome.dump, content.dump) == 0) {
				g_test_message("`%s: %s`: nothing is said", writer.key, shapes[j]);
				g_test_fail();
			}
		}
	}
	content_finish(&content);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/model/keys/same", test_same);
	g_test_add_data_func("/model/keys/dropped", GINT_TO_POINTER(CHANGE_DROP), test_change);
	g_test_add_data_func("/model/keys/misspelt", GINT_TO_POINTER(CHANGE_MISSPELL), test_change);
	g_test_add_data_func("/model/keys/swapped", GINT_TO_POINTER(CHANGE_SWAP), test_change);
	g_test_add_data_func("/model/keys/doubled", GINT_TO_POINTER(CHANGE_DOUBLE), test_change);
	g_test_add_func("/model/keys/shapes", test_shapes);
	return g_test_run();
}
