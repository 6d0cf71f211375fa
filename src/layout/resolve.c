/* resolve: rebuilds an Inline piece by piece; spans keep to the text they covered. */
#include "layout/resolve.h"

#include <string.h>

typedef struct Filling {
	Arena *arena;
	const Inline *text;
	GString *out;
	int *moved; /* new offset of every old byte */
} Filling;

/* Between the pages of a list, and what else may stand before a page. */
static const char *const separators[] = {
	",\xc2\xa0", "\xd8\x8c\xc2\xa0", "\xe3\x80\x81", ", ", "\xc2\xa0", " "};
enum { LIST_SEPARATORS = 3 };

static const InlineSpan *slot_at(const Inline *text, int offset) {
	for (int i = 0; i < text->span_count; i++) {
		const InlineSpan *span = &text->spans[i];
		if ((span->flags & INLINE_SLOT) && span->start == offset) {
			return span;
		}
	}
	return NULL;
}

/* Takes the separator of a page list off the end of what was written. */
static void drop_separator(GString *out) {
	for (size_t i = 0; i < G_N_ELEMENTS(separators); i++) {
		if (g_str_has_suffix(out->str, separators[i])) {
			g_string_truncate(out, out->len - strlen(separators[i]));
			return;
		}
	}
}

static const Inline *filling_end(Filling *filling) {
	const Inline *text = filling->text;
	Inline *made = arena_memdup(filling->arena, text, sizeof *text);
	made->length = (int)filling->out->len;
	made->text = arena_strndup(filling->arena, filling->out->str, filling->out->len);
	InlineSpan *spans = arena_memdup(
		filling->arena, text->spans, sizeof(InlineSpan) * (size_t)text->span_count);
	for (int i = 0; i < text->span_count; i++) {
		spans[i].end = MIN(filling->moved[text->spans[i].end], made->length);
		spans[i].start = MIN(filling->moved[text->spans[i].start], spans[i].end);
	}
	made->spans = spans;
	g_free(filling->moved);
	g_string_free(filling->out, TRUE);
	return made;
}

static void filling_start(Filling *filling, Arena *arena, const Inline *text) {
	*filling = (Filling){.arena = arena, .text = text, .out = g_string_new(NULL)};
	filling->moved = g_malloc0(sizeof(int) * (size_t)(text->length + 1));
}

/* Copies bytes up to `to`. */
static int filling_copy(Filling *filling, int from, int to) {
	for (int i = from; i < to; i++) {
		filling->moved[i] = (int)filling->out->len;
		g_string_append_c(filling->out, filling->text->text[i]);
	}
	filling->moved[to] = (int)filling->out->len;
	return to;
}

static int filling_replace(Filling *filling, const InlineSpan *slot, const char *by) {
	int start = (int)filling->out->len;
	for (int i = slot->start; i < slot->end; i++) {
		filling->moved[i] = start;
	}
	g_string_append(filling->out, by);
	filling->moved[slot->end] = (int)filling->out->len;
	return slot->end;
}

/* A page's number; its figures may be those of any script. */
static int page_order(const char *page) {
	int number = 0;
	for (; page && *page; page = g_utf8_next_char(page)) {
		int figure = g_unichar_digit_value(g_utf8_get_char(page));
		number = figure >= 0 && number < 1000000 ? number * 10 + figure : number;
	}
	return page ? number : G_MAXINT;
}

/* Do two slots stand in one list of pages, with nothing but a separator between them? */
static gboolean in_one_list(const Inline *text, const InlineSpan *one, const InlineSpan *next) {
	for (size_t i = 0; i < LIST_SEPARATORS; i++) {
		int length = (int)strlen(separators[i]);
		if (next->start - one->end == length &&
			memcmp(text->text + one->end, separators[i], (size_t)length) == 0) {
			return TRUE;
		}
	}
	return FALSE;
}

/* The same text with the slots of each list of pages in the order of their pages. Of slots for the
 * same page the first of the list comes first, so that it is the one that stays. */
static const Inline *with_sorted_slots(
	Arena *arena, const Inline *text, PageOf page_of, const void *owner) {
	InlineSpan *spans =
		arena_memdup(arena, text->spans, sizeof(InlineSpan) * (size_t)text->span_count);
	gboolean moved = TRUE;
	while (moved) {
		moved = FALSE;
		InlineSpan *last = NULL;
		for (int i = 0; i < text->span_count; i++) {
			InlineSpan *slot = &spans[i];
			if (!(slot->flags & INLINE_SLOT)) {
				continue;
			}
			if (last && in_one_list(text, last, slot) &&
				page_order(page_of(owner, last->target)) >
					page_order(page_of(owner, slot->target))) {
				InlineSpan swap = *last;
				last->target = slot->target;
				last->role = slot->role;
				slot->target = swap.target;
				slot->role = swap.role;
				moved = TRUE;
			}
			last = slot;
		}
	}
	Inline *made = arena_memdup(arena, text, sizeof *text);
	made->spans = spans;
	return made;
}

const Inline *inline_with_pages(
	Arena *arena, const Inline *text, PageOf page_of, const void *owner) {
	text = with_sorted_slots(arena, text, page_of, owner);
	Filling filling;
	filling_start(&filling, arena, text);
	const char *last = NULL;
	for (int i = 0; i < text->length;) {
		const InlineSpan *slot = slot_at(text, i);
		if (!slot) {
			i = filling_copy(&filling, i, i + 1);
			continue;
		}
		const char *page = page_of(owner, slot->target);
		if (!page || (last && strcmp(page, last) == 0)) {
			drop_separator(filling.out);
			i = filling_replace(&filling, slot, "");
		} else {
			i = filling_replace(&filling, slot, page);
			last = page;
		}
	}
	filling.moved[text->length] = (int)filling.out->len;
	return filling_end(&filling);
}

const Inline *inline_with_widest(Arena *arena, const Inline *text, const char *widest) {
	Filling filling;
	filling_start(&filling, arena, text);
	for (int i = 0; i < text->length;) {
		const InlineSpan *slot = slot_at(text, i);
		i = slot ? filling_replace(&filling, slot, widest)
			 : filling_copy(&filling, i, i + 1);
	}
	filling.moved[text->length] = (int)filling.out->len;
	return filling_end(&filling);
}
