/* slotbytes: see the header. Pointers as they are, all else as small numbers. */
#include "layout/slotbytes.h"

#include "page/bytes.h"

enum {
	HAS_HREF = 1,
	HAS_TARGET = 2,
	HAS_LANGUAGE = 4,
	IS_RTL = 1,
	IS_OPPOSITE = 2,
	IS_ONE_LINE = 4,
	SPAN_BYTES_MOST = 1 + 3 * 8 + 4 * BYTES_OF_NUMBER,
	SLOT_BYTES_MOST = 1 + sizeof(Span) + 3 * 8 + 14 * BYTES_OF_NUMBER
};

/* --- to bytes ----------------------------------------------------------------------------- */

static void put_span(guint8 **at, const InlineSpan *span) {
	*(*at)++ = (guint8)((span->href ? HAS_HREF : 0) | (span->target ? HAS_TARGET : 0) |
		(span->language ? HAS_LANGUAGE : 0));
	put_signed(at, span->start);
	put_signed(at, span->end - span->start);
	put_unsigned(at, span->flags);
	put_signed(at, span->role);
	const char *names[] = {span->href, span->target, span->language};
	for (int i = 0; i < (int)G_N_ELEMENTS(names); i++) {
		if (names[i]) {
			put_pointer(at, names[i]);
		}
	}
}

static void put_text(guint8 **at, const Inline *text) {
	put_unsigned(at, (guint32)text->length);
	put_unsigned(at, (guint32)text->span_count);
	put_pointer(at, text->language);
	memcpy(*at, &text->source, sizeof text->source);
	*at += sizeof text->source;
	memcpy(*at, text->text, (size_t)text->length);
	*at += text->length;
	for (int i = 0; i < text->span_count; i++) {
		put_span(at, &text->spans[i]);
	}
}

static void put_slot(guint8 **at, const SlotPar *slot) {
	const ParSpec *spec = &slot->spec;
	*(*at)++ = (guint8)((spec->rtl ? IS_RTL : 0) | (spec->opposite ? IS_OPPOSITE : 0) |
		(spec->one_line ? IS_ONE_LINE : 0));
	put_pointer(at, spec->sheet);
	put_pointer(at, spec->language);
	const int numbers[] = {(int)spec->role, spec->measure, spec->first_indent, spec->first_end,
		spec->hang_indent, spec->looseness, slot->x, slot->y, slot->tag, slot->line_count};
	for (int i = 0; i < (int)G_N_ELEMENTS(numbers); i++) {
		put_signed(at, numbers[i]);
	}
	put_text(at, spec->source);
}

const guint8 *bytes_from_slots(Arena *arena, GByteArray *room, const SlotPar *slots, int count) {
	gsize most = BYTES_OF_NUMBER;
	for (int i = 0; i < count; i++) {
		const Inline *text = slots[i].spec.source;
		most += SLOT_BYTES_MOST + (gsize)text->length +
			(gsize)text->span_count * SPAN_BYTES_MOST;
	}
	if (room->len < most) {
		g_byte_array_set_size(room, (guint)most);
	}
	guint8 *at = room->data;
	put_unsigned(&at, (guint32)count);
	for (int i = 0; i < count; i++) {
		put_slot(&at, &slots[i]);
	}
	return arena_memdup(arena, room->data, (gsize)(at - room->data));
}

/* --- and back ----------------------------------------------------------------------------- */

static void take_span(const guint8 **at, InlineSpan *span) {
	int has = *(*at)++;
	span->start = take_signed(at);
	span->end = span->start + take_signed(at);
	span->flags = take_unsigned(at);
	span->role = take_signed(at);
	span->href = has & HAS_HREF ? take_pointer(at) : NULL;
	span->target = has & HAS_TARGET ? take_pointer(at) : NULL;
	span->language = has & HAS_LANGUAGE ? take_pointer(at) : NULL;
}

static const Inline *take_text(const guint8 **at, Arena *arena) {
	Inline *text = arena_new_of(arena, Inline);
	text->length = (int)take_unsigned(at);
	text->span_count = (int)take_unsigned(at);
	text->language = take_pointer(at);
	memcpy(&text->source, *at, sizeof text->source);
	*at += sizeof text->source;
	text->text = arena_strndup(arena, (const char *)*at, (size_t)text->length);
	*at += text->length;
	InlineSpan *spans = arena_array_of(arena, InlineSpan, text->span_count);
	for (int i = 0; i < text->span_count; i++) {
		take_span(at, &spans[i]);
	}
	text->spans = spans;
	return text;
}

static void take_slot(const guint8 **at, Arena *arena, SlotPar *slot) {
	ParSpec *spec = &slot->spec;
	int is = *(*at)++;
	spec->rtl = (is & IS_RTL) != 0;
	spec->opposite = (is & IS_OPPOSITE) != 0;
	spec->one_line = (is & IS_ONE_LINE) != 0;
	spec->sheet = take_pointer(at);
	spec->language = take_pointer(at);
	spec->role = (StyleRole)take_signed(at);
	int *numbers[] = {&spec->measure, &spec->first_indent, &spec->first_end, &spec->hang_indent,
		&spec->looseness, &slot->x, &slot->y, &slot->tag, &slot->line_count};
	for (int i = 0; i < (int)G_N_ELEMENTS(numbers); i++) {
		*numbers[i] = take_signed(at);
	}
	spec->source = take_text(at, arena);
}

SlotPar *slots_from_bytes(Arena *arena, const guint8 *bytes, int *count) {
	*count = bytes ? (int)take_unsigned(&bytes) : 0;
	SlotPar *slots = arena_array_of(arena, SlotPar, *count);
	for (int i = 0; i < *count; i++) {
		take_slot(&bytes, arena, &slots[i]);
	}
	return slots;
}
