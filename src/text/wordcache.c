/* wordcache: words shaped once, found again by look, face, direction and bytes. Most of a
 * programme's words are here when they come again, at any size and measure. */
#include <string.h>

#include "text/hang.h"
#include "text/items.h"
#include "text/shape.h"

static guint word_hash(const Look *look, int face, gboolean rtl, const char *text, int length) {
	guint64 hash = (guint64)(gsize)look ^ ((guint64)(face * 2 + rtl) << 48);
	hash *= G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
	while (length >= 8) {
		guint64 chunk;
		memcpy(&chunk, text, 8);
		hash = (hash ^ chunk) * G_GUINT64_CONSTANT(0xff51afd7ed558ccd);
		hash ^= hash >> 32;
		text += 8;
		length -= 8;
	}
	guint64 chunk = 0;
	memcpy(&chunk, text, (size_t)length);
	hash = (hash ^ chunk ^ (guint64)length << 56) * G_GUINT64_CONSTANT(0xff51afd7ed558ccd);
	return (guint)(hash >> 32);
}

static void cache_grow(TextContext *context) {
	guint count = context->bucket_count * 4;
	Word **buckets = g_new0(Word *, count);
	for (guint i = 0; i < context->bucket_count; i++) {
		for (Word *word = context->buckets[i], *next; word; word = next) {
			next = word->next;
			word->next = buckets[word->hash & (count - 1)];
			buckets[word->hash & (count - 1)] = word;
		}
	}
	g_free(context->buckets);
	context->buckets = buckets;
	context->bucket_count = count;
}

static gboolean is_address(const char *text, int length) {
	return g_strstr_len(text, length, "://") != NULL ||
		(length > 4 && strncmp(text, "www.", 4) == 0);
}

static void word_describe(Word *word, const char *text, int length) {
	const char *last = g_utf8_prev_char(text + length);
	while (last > text && g_unichar_ismark(g_utf8_get_char(last))) {
		last = g_utf8_prev_char(last);
	}
	word->first = (guint8)g_unichar_break_type(g_utf8_get_char(text));
	word->last = (guint8)g_unichar_break_type(g_utf8_get_char(last));
	word->hang_left = (guint8)hang_left_percent(g_utf8_get_char(text));
	word->hang_right = (guint8)hang_right_percent(g_utf8_get_char(last));
	word->spaced = text_is_simple(text, length);
	word->address = is_address(text, length);
	word->break_count = -1;
}

Word *word_get_joined(TextContext *context, const Look *look, int face, gboolean rtl,
	const char *text, int length, int before, int after) {
	ShapeJob job = {.look = look,
		.face = face,
		.rtl = rtl,
		.text = text,
		.length = length,
		.before = before,
		.after = after};
	Word *word = shape_word(context, &job);
	word_describe(word, text, length);
	return word;
}

Word *word_get(TextContext *context, const Look *look, int face, gboolean rtl, const char *text,
	int length) {
	guint hash = word_hash(look, face, rtl, text, length);
	context->times.words++;
	for (Word *word = context->buckets[hash & (context->bucket_count - 1)]; word;
		word = word->next) {
		if (word->hash == hash && word->look == look && word->shaped.face == face &&
			word->shaped.byte_count == length &&
			word->shaped.backward == (rtl != FALSE) &&
			memcmp(word->shaped.text, text, (size_t)length) == 0) {
			context->times.cache_hits++;
			return word;
		}
	}
	if (context->word_count > context->bucket_count) {
		cache_grow(context);
	}
	Word *word = word_get_joined(context, look, face, rtl, text, length, 0, 0);
	word->hash = hash;
	word->next = context->buckets[hash & (context->bucket_count - 1)];
	context->buckets[hash & (context->bucket_count - 1)] = word;
	context->word_count++;
	return word;
}
