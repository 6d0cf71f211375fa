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

/* Bytes from `at` on that are copied as they are. */
static int plain_length(const char *at, int length, gboolean collapse) {
	int i = 0;
	while (i < length && control_length(at + i) == 0 && !(collapse && byte_is_blank(at[i]))) {
		i++;
	}
	return i;
}

void rich_add(RichText *rich, const char *text, int length, gboolean collapse) {
	for (int i = 0; i < length;) {
		int plain = plain_length(text + i, length - i, collapse);
		g_string_append_len(rich->text, text + i, plain);
		i += plain;
		if (i == length) {
			break;
		}
		gsize so_far = rich->text->len;
		int control = control_length(text + i);
		if (control == 0 && so_far > 0 && !byte_is_blank(rich->text->str[so_far - 1])) {
			g_string_append_c(rich->text, ' ');
		}
		i += MAX(control, 1);
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

/* Bytes of the old text that became others. */
typedef struct RichChange {
	int start, end; /* in the old text */
	int new_start, new_end;
} RichChange;

void rich_edit_begin(RichEdit *edit, RichText *rich) {
	*edit = (RichEdit){.rich = rich, .old = rich->text};
}

void rich_edit_keep_until(RichEdit *edit, const char *stops) {
	edit->at += (int)strcspn(edit->old->str + edit->at, stops);
}

static void copy_kept(RichEdit *edit) {
	g_string_append_len(edit->made, edit->old->str + edit->copied, edit->at - edit->copied);
	edit->copied = edit->at;
}

void rich_edit_replace(RichEdit *edit, int length, const char *text) {
	if (!edit->made) {
		edit->made = g_string_sized_new(edit->old->len + 16);
		edit->changes = g_array_new(FALSE, FALSE, sizeof(RichChange));
	}
	copy_kept(edit);
	RichChange change = {
		.start = edit->at, .end = edit->at + length, .new_start = (int)edit->made->len};
	g_string_append(edit->made, text);
	change.new_end = (int)edit->made->len;
	g_array_append_val(edit->changes, change);
	edit->copied = edit->at = change.end;
}

/* Where a byte of the old text is now; of a replaced one, where the new bytes begin. */
static int moved_offset(const GArray *changes, int offset) {
	guint low = 0, high = changes->len;
	while (low < high) {
		guint middle = (low + high) / 2;
		if (g_array_index(changes, RichChange, middle).start <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	if (low == 0) {
		return offset;
	}
	const RichChange *last = &g_array_index(changes, RichChange, low - 1);
	return offset < last->end ? last->new_start : last->new_end + offset - last->end;
}

void rich_edit_end(RichEdit *edit) {
	if (!edit->made) {
		return;
	}
	edit->at = (int)edit->old->len;
	copy_kept(edit);
	for (guint i = 0; i < edit->rich->spans->len; i++) {
		InlineSpan *span = &g_array_index(edit->rich->spans, InlineSpan, i);
		span->start = moved_offset(edit->changes, span->start);
		span->end = moved_offset(edit->changes, span->end);
	}
	edit->rich->text = edit->made;
	g_string_free(edit->old, TRUE);
	g_array_unref(edit->changes);
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
		} else if (!strncmp(text + length, LINE_SEPARATOR, strlen(LINE_SEPARATOR))) {
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
	for (;;) {
		rich_edit_keep_until(&edit, " \n\xE2");
		if (edit.at >= (int)old->len) {
			break;
		}
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
