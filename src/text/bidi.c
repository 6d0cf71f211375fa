/* bidi: levels by Pango (FriBidi), over a copy of the text in which names stand between FSI and
 * PDI, addresses and code between LRI and PDI, as if the author had isolated them; rule L2. */
#include "text/bidi.h"

#include <string.h>

#define FSI "\xE2\x81\xA8"
#define LRI "\xE2\x81\xA6"
#define PDI "\xE2\x81\xA9"
enum { MARK_BYTES = 3 };

static const char *span_opener(const InlineSpan *span) {
	if (span->flags & (INLINE_URL | INLINE_CODE)) {
		return LRI;
	}
	return span->flags & (INLINE_NAME | INLINE_ISOLATE) ? FSI : NULL;
}

/* The text with isolates; *kept says for each of its characters whether it is the source's. */
typedef struct Isolated {
	GString *text;
	GByteArray *kept;
} Isolated;

static void isolated_mark(Isolated *isolated, const char *mark) {
	guint8 no = 0;
	g_string_append_len(isolated->text, mark, MARK_BYTES);
	g_byte_array_append(isolated->kept, &no, 1);
}

static Isolated isolated_new(const Inline *source) {
	Isolated isolated = {
		.text = g_string_sized_new((gsize)source->length + 16), .kept = g_byte_array_new()};
	g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(int));
	int next = 0;
	for (int at = 0; at <= source->length;) {
		while (open->len > 0 && g_array_index(open, int, open->len - 1) <= at) {
			isolated_mark(&isolated, PDI);
			g_array_set_size(open, open->len - 1);
		}
		for (; next < source->span_count && source->spans[next].start <= at; next++) {
			const InlineSpan *span = &source->spans[next];
			const char *opener = span->end > at ? span_opener(span) : NULL;
			if (opener) {
				isolated_mark(&isolated, opener);
				g_array_append_val(open, span->end);
			}
		}
		if (at == source->length) {
			break;
		}
		int size = (int)(g_utf8_next_char(source->text + at) - (source->text + at));
		g_string_append_len(isolated.text, source->text + at, size);
		guint8 yes = 1;
		g_byte_array_append(isolated.kept, &yes, 1);
		at += size;
	}
	return isolated;
}

guint8 *bidi_levels(Arena *arena, const Inline *source, gboolean rtl, int characters) {
	Isolated isolated = isolated_new(source);
	PangoDirection base = rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
	g_autofree guint8 *all = pango_log2vis_get_embedding_levels(
		isolated.text->str, (int)isolated.text->len, &base);
	guint8 *levels = arena_alloc(arena, (size_t)characters + 1);
	int made = 0;
	for (guint i = 0; i < isolated.kept->len && made < characters; i++) {
		if (isolated.kept->data[i]) {
			levels[made++] = all[i];
		}
	}
	g_string_free(isolated.text, TRUE);
	g_byte_array_unref(isolated.kept);
	return levels;
}

static void reverse(int *order, int from, int to) {
	while (from < --to) {
		int swap = order[from];
		order[from++] = order[to];
		order[to] = swap;
	}
}

void bidi_order(const guint8 *levels, int count, int *order) {
	int highest = 0, lowest_odd = 256;
	for (int i = 0; i < count; i++) {
		order[i] = i;
		highest = MAX(highest, levels[i]);
		if (levels[i] & 1) {
			lowest_odd = MIN(lowest_odd, levels[i]);
		}
	}
	for (int level = highest; level >= lowest_odd; level--) {
		for (int from = 0; from < count; from++) {
			if (levels[order[from]] < level) {
				continue;
			}
			int to = from;
			while (to < count && levels[order[to]] >= level) {
				to++;
			}
			reverse(order, from, to);
			from = to;
		}
	}
}
