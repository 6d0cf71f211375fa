/* The roundtable says every sentence of its source and no other: its abstracts and bios, freed of
 * markup, are the paragraphs of tests/events/roundtable-text.txt in their order. */
#include <glib.h>
#include <string.h>

#include "markup/markup.h"
#include "model/build.h"

static const char second_title[] = "Massivizing Serverless Computing: The Science, Design, and "
				   "Engineering of Serverless Ecosystems";

/* Runs of white space to one blank. */
static char *squeezed(const char *text) {
	GString *out = g_string_new(NULL);
	for (const char *at = text; *at; at++) {
		if (!g_ascii_isspace(*at)) {
			g_string_append_c(out, *at);
		} else if (out->len && out->str[out->len - 1] != ' ') {
			g_string_append_c(out, ' ');
		}
	}
	return g_strchomp(g_string_free(out, FALSE));
}

static void add_paragraphs(Arena *arena, const Text *text, GPtrArray *paragraphs) {
	if (!text->text) {
		return;
	}
	MarkOptions options = {.smart = FALSE, .source = text->span};
	const MarkDocument *document = markup_from_commonmark(arena, text->text, &options, NULL);
	for (int i = 0; i < document->block_count; i++) {
		const MarkBlock *block = document->blocks[i];
		g_assert_cmpint(block->kind, ==, MARK_PARAGRAPH);
		g_ptr_array_add(paragraphs, squeezed(block->inlines->text));
	}
}

static GPtrArray *paragraphs_of(Arena *arena, const Event *event) {
	GPtrArray *paragraphs = g_ptr_array_new_with_free_func(g_free);
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		add_paragraphs(arena, &item->abstract, paragraphs);
		if (item->role_count) {
			add_paragraphs(arena, &item->roles[0].person->bio, paragraphs);
		}
	}
	return paragraphs;
}

static void test_text(void) {
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	BuildOptions options = {.keep_going = FALSE};
	const Event *event = event_load(
		arena, "content/waterloo-huawei-serverless-2022", &options, sources, diags);
	g_assert_nonnull(event);
	g_assert_cmpint(diags_count(diags, DIAG_ERROR), ==, 0);
	g_autoptr(GPtrArray) paragraphs = paragraphs_of(arena, event);
	g_autofree char *text = NULL;
	g_assert_true(g_file_get_contents("tests/events/roundtable-text.txt", &text, NULL, NULL));
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (guint i = 0; i < paragraphs->len; i++) {
		g_assert_cmpstr(g_ptr_array_index(paragraphs, i), ==, lines[i]);
	}
	g_assert_cmpstr(lines[paragraphs->len], ==, "");
}

/* Its facts, as the source has them. */
static void test_facts(void) {
	static const char *const titles[] = {"Welcome Speech and Short Intro", second_title, NULL,
		"Operating System Support for Serverless Computing",
		"There is a Lot of Room for Making Serverless More Serverless!",
		"Distributed DNN Training on Serverless Resources", "Panel Discussion"};
	static const char *const people[] = {"Tamer Özsu", "Alexandru Iosup", "Schahram Dustdar",
		"Ali Mashtizadeh", "Mohammad Shahrads", "Khuzaima Daudjee", "Samer Al-Kiswany"};
	static const int starts[] = {720, 730, 760, 790, 820, 850, 880};
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	BuildOptions options = {.keep_going = FALSE};
	const Event *event = event_load(
		arena, "content/waterloo-huawei-serverless-2022", &options, sources, diags);
	g_assert_nonnull(event);
	g_assert_cmpint(event->item_count, ==, 7);
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		g_assert_cmpstr(item->title.text, ==, titles[i]);
		g_assert_cmpint(item->role_count, ==, 1);
		g_assert_cmpstr(item->roles[0].person->name.text, ==, people[i]);
		g_assert_cmpint(item->start, ==, starts[i]);
		g_assert_cmpint(item->end, ==, i < 6 ? starts[i + 1] : 960);
	}
	g_assert_cmpint(event->items[1]->reference_count, ==, 2);
	g_assert_cmpint(event->items[6]->kind, ==, KIND_PANEL);
	g_assert_cmpint(event->items[6]->roles[0].kind, ==, ROLE_MODERATOR);
	g_assert_cmpstr(event->time.text, ==, "12-4pm");
	g_assert_cmpint(event->start, ==, 720);
	g_assert_cmpint(event->end, ==, 960);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/check/roundtable/text", test_text);
	g_test_add_func("/check/roundtable/facts", test_facts);
	return g_test_run();
}
