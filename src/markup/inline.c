/* inline: builds paragraphs' texts with their attribute ranges. Spans are kept in the order in
 * which they open, so that they come out sorted, outer before inner; ones that hold no text are
 * left out. Knows nothing of CommonMark, roles' meanings or pages. */
#include "markup/inline.h"

#include <string.h>

struct InlineBuilder {
	Arena *arena;
	GString *text;
	GArray *spans; /* of InlineSpan; end is set when the span closes */
	GArray *open; /* of int, indexes into spans */
};

#define SLOT_DIGITS "00"

InlineBuilder *inline_builder_new(Arena *arena) {
	InlineBuilder *builder = g_new0(InlineBuilder, 1);
	builder->arena = arena;
	builder->text = g_string_new(NULL);
	builder->spans = g_array_new(FALSE, FALSE, sizeof(InlineSpan));
	builder->open = g_array_new(FALSE, FALSE, sizeof(int));
	return builder;
}

static void drop_empty_spans(GArray *spans) {
	guint kept = 0;
	for (guint i = 0; i < spans->len; i++) {
		InlineSpan span = g_array_index(spans, InlineSpan, i);
		if (span.end > span.start) {
			g_array_index(spans, InlineSpan, kept++) = span;
		}
	}
	g_array_set_size(spans, kept);
}

const Inline *inline_builder_end(InlineBuilder *builder, const char *language, Span source) {
	while (builder->open->len > 0) {
		inline_pop(builder);
	}
	drop_empty_spans(builder->spans);
	Inline *result = arena_new_of(builder->arena, Inline);
	result->length = (int)builder->text->len;
	result->text = arena_strndup(builder->arena, builder->text->str, builder->text->len);
	result->span_count = (int)builder->spans->len;
	if (builder->spans->len > 0) {
		result->spans = arena_memdup(builder->arena, builder->spans->data,
			builder->spans->len * sizeof(InlineSpan));
	}
	result->language = arena_strdup(builder->arena, language);
	result->source = source;
	g_string_free(builder->text, TRUE);
	g_array_unref(builder->spans);
	g_array_unref(builder->open);
	g_free(builder);
	return result;
}

/* Text never holds line feeds: each becomes a space. */
void inline_add(InlineBuilder *builder, const char *text) {
	gsize from = builder->text->len;
	g_string_append(builder->text, text);
	for (gsize i = from; i < builder->text->len; i++) {
		if (builder->text->str[i] == '\n' || builder->text->str[i] == '\r') {
			builder->text->str[i] = ' ';
		}
	}
}

static void add_span(InlineBuilder *builder, InlineSpan span, int start, int end) {
	span.start = start;
	span.end = end;
	span.href = arena_strdup(builder->arena, span.href);
	span.target = arena_strdup(builder->arena, span.target);
	span.language = arena_strdup(builder->arena, span.language);
	g_array_append_val(builder->spans, span);
}

void inline_push(InlineBuilder *builder, InlineSpan attributes) {
	int index = (int)builder->spans->len, start = inline_builder_length(builder);
	add_span(builder, attributes, start, start);
	g_array_append_val(builder->open, index);
}

void inline_pop(InlineBuilder *builder) {
	g_assert(builder->open->len > 0);
	int index = g_array_index(builder->open, int, builder->open->len - 1);
	g_array_set_size(builder->open, builder->open->len - 1);
	g_array_index(builder->spans, InlineSpan, index).end = inline_builder_length(builder);
}

void inline_add_span(InlineBuilder *builder, const char *text, InlineSpan attributes) {
	inline_push(builder, attributes);
	inline_add(builder, text);
	inline_pop(builder);
}

void inline_add_inline(InlineBuilder *builder, const Inline *other, int role) {
	int shift = inline_builder_length(builder);
	if (role >= 0 || other->language) {
		InlineSpan whole = {.role = role, .language = other->language};
		add_span(builder, whole, shift, shift + other->length);
	}
	g_string_append_len(builder->text, other->text, other->length);
	for (int i = 0; i < other->span_count; i++) {
		InlineSpan span = other->spans[i];
		span.role = span.role < 0 ? role : span.role;
		add_span(builder, span, span.start + shift, span.end + shift);
	}
}

void inline_add_page_slot(InlineBuilder *builder, const char *target, int role) {
	InlineSpan slot = {.flags = INLINE_SLOT | INLINE_NO_BREAK, .role = role, .target = target};
	inline_add_span(builder, SLOT_DIGITS, slot);
}

int inline_builder_length(const InlineBuilder *builder) {
	return (int)builder->text->len;
}

const Inline *inline_new(Arena *arena, const char *text, const char *language, Span source) {
	InlineBuilder *builder = inline_builder_new(arena);
	inline_add(builder, text);
	return inline_builder_end(builder, language, source);
}
