/* test_inline: spans come out sorted, shifted, with their roles. */
#include "markup/inline.h"

static void test_nesting(void) {
	g_autoptr(Arena) arena = arena_new();
	InlineBuilder *builder = inline_builder_new(arena);
	inline_add(builder, "a\n");
	inline_push(builder, (InlineSpan){.flags = INLINE_STRONG, .role = -1});
	inline_push(builder, (InlineSpan){.flags = INLINE_CODE, .role = -1});
	inline_pop(builder);
	inline_add_span(builder, "bc", (InlineSpan){.role = 7, .href = "https://example.org/"});
	g_assert_cmpint(inline_builder_length(builder), ==, 4);
	/* The strong span is still open: the end closes it. */
	const Inline *result = inline_builder_end(builder, "en", SPAN_NONE);
	g_assert_cmpstr(result->text, ==, "a bc");
	g_assert_cmpint(result->length, ==, 4);
	g_assert_cmpstr(result->language, ==, "en");
	g_assert_cmpint(result->span_count, ==, 2);
	g_assert_cmpint((int)result->spans[0].flags, ==, INLINE_STRONG);
	g_assert_cmpint(result->spans[0].start, ==, 2);
	g_assert_cmpint(result->spans[0].end, ==, 4);
	g_assert_cmpint(result->spans[1].role, ==, 7);
	g_assert_cmpstr(result->spans[1].href, ==, "https://example.org/");
}

static void test_append(void) {
	g_autoptr(Arena) arena = arena_new();
	InlineBuilder *inner = inline_builder_new(arena);
	inline_add(inner, "x");
	inline_add_span(inner, "y", (InlineSpan){.flags = INLINE_EMPHASIS, .role = -1});
	inline_add_span(inner, "z", (InlineSpan){.role = 3});
	const Inline *part = inline_builder_end(inner, "fr", SPAN_NONE);
	InlineBuilder *builder = inline_builder_new(arena);
	inline_add(builder, "ab");
	inline_add_inline(builder, part, 5);
	inline_add_page_slot(builder, "talk-x", 6);
	const Inline *result = inline_builder_end(builder, NULL, SPAN_NONE);
	g_assert_cmpstr(result->text, ==, "abxyz00");
	g_assert_cmpint(result->span_count, ==, 4);
	g_assert_cmpint(result->spans[0].role, ==, 5);
	g_assert_cmpint(result->spans[0].start, ==, 2);
	g_assert_cmpint(result->spans[0].end, ==, 5);
	g_assert_cmpstr(result->spans[0].language, ==, "fr");
	g_assert_cmpint(result->spans[1].role, ==, 5);
	g_assert_cmpint(result->spans[1].start, ==, 3);
	g_assert_cmpint(result->spans[2].role, ==, 3);
	g_assert_cmpstr(result->spans[3].target, ==, "talk-x");
	g_assert_true(result->spans[3].flags & INLINE_SLOT);
}

static void test_plain_append(void) {
	g_autoptr(Arena) arena = arena_new();
	InlineBuilder *builder = inline_builder_new(arena);
	inline_add_inline(builder, inline_new(arena, "plain", NULL, SPAN_NONE), -1);
	const Inline *result = inline_builder_end(builder, NULL, SPAN_NONE);
	g_assert_cmpint(result->span_count, ==, 0);
	g_assert_null(result->spans);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/inline/nesting", test_nesting);
	g_test_add_func("/inline/append", test_append);
	g_test_add_func("/inline/plain-append", test_plain_append);
	return g_test_run();
}
