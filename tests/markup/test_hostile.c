/* test_hostile: pieces of syntax repeated to 100 kB. What takes more than linear time would not
 * come back; what breaks the promises of the headers (sorted, nested spans, valid UTF-8, depth)
 * fails. */
#include <string.h>

#include "markup/markup.h"

enum { SIZE = 100000, DEPTH_MAX = 32 };

static const char *const pieces[] = {"[", "*", "<", "_", "`", "![", "<!--", "<![CDATA[", "<?",
	"<a \"", "<a b=\"", "<a b='", "a]", "[a](", "**a ", "*a_ ", "> ", "- ", "1. ", "&", "&a;",
	"\\", "http://", "http://!", "www.a.b!", "a@b.", "\"", "'a ", "\"a ", "--", "1-", "1-2 ",
	"...", "<b>", "</b>", "<ul>", "<li>", "<ul><li>", "<p>", "<br>", "<a href=x>", "<script>",
	"[a]: b\n", "[a\n", "`a``", "~~~\n", "# a\n", "a  ", "M. ", "&#x1;", " \n", "a\\\n",
	"<pre>", "tel:+1", "<o:p>", "\xE4\xB8\xAD", "  - a\n", "</ul>", "<div>\n\n", "a*__",
	"<svg>\n\n", "\xE2\x80\xA8", "\xC2\xA0", "<blockquote><i>"};

static void check_inline(const Inline *text) {
	g_assert_cmpint((int)strlen(text->text), ==, text->length);
	g_assert_true(g_utf8_validate(text->text, -1, NULL));
	g_assert_null(strchr(text->text, '\n'));
	int ends[2 * DEPTH_MAX] = {0}, depth = 0;
	for (int i = 0; i < text->span_count; i++) {
		const InlineSpan *span = &text->spans[i];
		while (depth > 0 && ends[depth - 1] <= span->start) {
			depth--;
		}
		g_assert_cmpint(span->end, >, span->start);
		g_assert_cmpint(span->end, <=, depth ? ends[depth - 1] : text->length);
		g_assert_cmpint(depth, <, 2 * DEPTH_MAX);
		ends[depth++] = span->end;
	}
}

static void check_block(const MarkBlock *block, int depth) {
	g_assert_cmpint(depth, <=, DEPTH_MAX + 1);
	if (block->inlines) {
		check_inline(block->inlines);
	}
	for (int i = 0; i < block->child_count; i++) {
		check_block(block->children[i], depth + 1);
	}
}

static void test_repeated(const void *data) {
	const char *piece = data;
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(GString) text = g_string_new(NULL);
	while (text->len < SIZE) {
		g_string_append(text, piece);
	}
	MarkOptions options = {.language = "fr", .smart = TRUE};
	const MarkDocument *document = markup_from_commonmark(arena, text->str, &options, NULL);
	for (int i = 0; i < document->block_count; i++) {
		check_block(document->blocks[i], 1);
	}
	check_inline(markup_inline_from_commonmark(arena, text->str, &options, NULL));
	g_string_prepend(text, "<div>");
	document = markup_from_commonmark(arena, text->str, &options, NULL);
	for (int i = 0; i < document->block_count; i++) {
		check_block(document->blocks[i], 1);
	}
}

/* Bytes that repeat for ever, so that a failure can be seen again. */
static guint32 next_random(guint32 *state) {
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static void test_mixed(void) {
	guint32 state = 7;
	for (int round = 0; round < 300; round++) {
		g_autoptr(Arena) arena = arena_new();
		g_autoptr(GString) text = g_string_new(NULL);
		int count = (int)(next_random(&state) % 60);
		for (int i = 0; i < count; i++) {
			guint32 pick = next_random(&state) % (G_N_ELEMENTS(pieces) + 20);
			const char *plain = pick % 3 ? "word " : "\n\n";
			gboolean special = pick < G_N_ELEMENTS(pieces);
			g_string_append(text, special ? pieces[pick] : plain);
		}
		MarkOptions options = {.language = "en", .smart = round % 2};
		const MarkDocument *document =
			markup_from_commonmark(arena, text->str, &options, NULL);
		for (int i = 0; i < document->block_count; i++) {
			check_block(document->blocks[i], 1);
		}
		g_autofree char *plain = markup_to_plain(document);
		g_assert_true(g_utf8_validate(plain, -1, NULL));
		check_inline(markup_inline_from_commonmark(arena, text->str, &options, NULL));
	}
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	for (int i = 0; i < (int)G_N_ELEMENTS(pieces); i++) {
		g_autofree char *path = g_strdup_printf("/hostile/repeated-%d", i);
		g_test_add_data_func(path, pieces[i], test_repeated);
	}
	g_test_add_func("/hostile/mixed", test_mixed);
	return g_test_run();
}
