/* rich: see rich.h. */
#include "markup/rich.h"

#include <string.h>

void rich_init(RichText *rich) {
	rich->text = g_string_new(NULL);
	rich->spans = g_array_new(FALSE, FALSE, sizeof(InlineSpan));
}

void rich_finish(RichText *rich) {
	g_string_free(rich->text, TRUE);
	g_array_unref(rich->spans);
}

void rich_clear(RichText *rich) {
	g_string_truncate(rich->text, 0);
	g_array_set_size(rich->spans, 0);
}

static gboolean byte_is_blank(char byte) {
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

/* Bytes of a control character (C0, DEL, C1) that no font has and no reader sees, else 0. */
static int control_length(const char *at) {
	guchar byte = (guchar)*at;
	if ((byte < 0x20 && !byte_is_blank(*at)) || byte == 0x7F) {
		return 1;
	}
	return byte == 0xC2 && (guchar)at[1] >= 0x80 && (guchar)at[1] < 0xA0 ? 2 : 0;
}

void rich_add(RichText *rich, const char *text, int length, gboolean collapse) {
	for (int i = 0; i < length; i++) {
		gsize so_far = rich->text->len;
		if (control_length(text + i) > 0) {
			i += control_length(text + i) - 1;
			continue;
		}
		if (!collapse || !byte_is_blank(text[i])) {
			g_string_append_c(rich->text, text[i]);
			continue;
		}
		if (so_far > 0 && !byte_is_blank(rich->text->str[so_far - 1])) {
			g_string_append_c(rich->text, ' ');
		}
	}
}

unsigned char *rich_guards(const RichText *rich) {
	unsigned char *guards = g_malloc0(rich->text->len + 1);
	for (guint i = 0; i < rich->spans->len; i++) {
		const InlineSpan *span = &g_array_index(rich->spans, InlineSpan, i);
		unsigned char guard = (span->flags & INLINE_CODE ? GUARD_CODE : 0) |
			(span->flags & INLINE_URL ? GUARD_URL : 0);
		guards[span->start] |= GUARD_EDGE;
		guards[span->end] |= GUARD_EDGE;
		for (int at = span->start; guard && at < span->end; at++) {
			guards[at] |= guard;
		}
	}
	return guards;
}

void rich_edit_begin(RichEdit *edit, RichText *rich) {
	edit->rich = rich;
	edit->old = rich->text;
	edit->at = 0;
	edit->map = g_new(int, rich->text->len + 1);
	rich->text = g_string_sized_new(edit->old->len + 16);
}

void rich_edit_keep(RichEdit *edit, int length) {
	int from = (int)edit->rich->text->len;
	for (int i = 0; i < length; i++) {
		edit->map[edit->at + i] = from + i;
	}
	g_string_append_len(edit->rich->text, edit->old->str + edit->at, length);
	edit->at += length;
}

void rich_edit_replace(RichEdit *edit, int length, const char *text) {
	int from = (int)edit->rich->text->len;
	for (int i = 0; i < length; i++) {
		edit->map[edit->at + i] = from;
	}
	g_string_append(edit->rich->text, text);
	edit->at += length;
}

void rich_edit_end(RichEdit *edit) {
	rich_edit_keep(edit, (int)edit->old->len - edit->at);
	edit->map[edit->at] = (int)edit->rich->text->len;
	for (guint i = 0; i < edit->rich->spans->len; i++) {
		InlineSpan *span = &g_array_index(edit->rich->spans, InlineSpan, i);
		span->start = edit->map[span->start];
		span->end = edit->map[span->end];
	}
	g_string_free(edit->old, TRUE);
	g_free(edit->map);
}

/* Blanks and breaks at `at`: their length, and what they come to. */
static int gap_length(const char *text, gboolean *forced, gboolean *soft) {
	int length = 0;
	*forced = *soft = FALSE;
	for (;;) {
		if (text[length] == ' ') {
			length++;
		} else if (text[length] == '\n') {
			*soft = TRUE;
			length++;
		} else if (g_str_has_prefix(text + length, LINE_SEPARATOR)) {
			*forced = TRUE;
			length += (int)strlen(LINE_SEPARATOR);
		} else {
			return length;
		}
	}
}

/* Han and kana are set without spaces; Korean has them. */
static gboolean is_unspaced(const char *at) {
	gunichar c = g_utf8_get_char(at);
	return g_unichar_iswide(c) && g_unichar_get_script(c) != G_UNICODE_SCRIPT_HANGUL;
}

static gboolean gap_is_unspaced(const GString *text, int start, int end) {
	if (start == 0 || end >= (int)text->len) {
		return FALSE;
	}
	return is_unspaced(g_utf8_prev_char(text->str + start)) && is_unspaced(text->str + end);
}

void rich_tidy(RichText *rich) {
	RichEdit edit;
	rich_edit_begin(&edit, rich);
	const GString *old = edit.old;
	while (edit.at < (int)old->len) {
		gboolean forced, soft;
		int length = gap_length(old->str + edit.at, &forced, &soft);
		if (length == 0) {
			rich_edit_keep(&edit, 1);
			continue;
		}
		int end = edit.at + length;
		if (edit.at == 0 || end == (int)old->len) {
			rich_edit_replace(&edit, length, "");
		} else if (forced) {
			rich_edit_replace(&edit, length, LINE_SEPARATOR);
		} else if (!soft) {
			rich_edit_keep(&edit, length);
		} else {
			gboolean unspaced = gap_is_unspaced(old, edit.at, end);
			rich_edit_replace(&edit, length, unspaced ? "" : " ");
		}
	}
	rich_edit_end(&edit);
}

static int compare_spans(const void *one, const void *other) {
	const InlineSpan *left = one, *right = other;
	if (left->start != right->start) {
		return left->start < right->start ? -1 : 1;
	}
	return left->end > right->end ? -1 : left->end < right->end;
}

const Inline *rich_to_inline(RichText *rich, Arena *arena, const char *language, Span source) {
	guint kept = 0;
	for (guint i = 0; i < rich->spans->len; i++) {
		InlineSpan span = g_array_index(rich->spans, InlineSpan, i);
		if (span.end > span.start) {
			g_array_index(rich->spans, InlineSpan, kept++) = span;
		}
	}
	g_array_set_size(rich->spans, kept);
	g_array_sort(rich->spans, compare_spans); /* GLib's is stable */
	Inline *result = arena_new_of(arena, Inline);
	result->length = (int)rich->text->len;
	result->text = arena_strndup(arena, rich->text->str, rich->text->len);
	result->span_count = (int)kept;
	if (kept > 0) {
		result->spans = arena_memdup(arena, rich->spans->data, kept * sizeof(InlineSpan));
	}
	result->language = arena_strdup(arena, language);
	result->source = source;
	return result;
}
