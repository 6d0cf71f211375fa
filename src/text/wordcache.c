/* wordcache: words shaped once, found again by look, face, direction and bytes. Most of a
 * programme's words are here when they come again, at any size and measure. */
#include <string.h>

#include "text/hang.h"
#include "text/items.h"
#include "text/shape.h"

static guint word_hash(const WordKey *key) {
	const char *text = key->text;
	int length = key->length;
	guint64 hash = (guint64)(gsize)key->look ^ ((guint64)(key->face * 2 + key->rtl) << 48);
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

static void word_describe(Word *word) {
	const char *text = word->shaped.text;
	const char *last = g_utf8_prev_char(text + word->shaped.byte_count);
	while (last > text && g_unichar_ismark(g_utf8_get_char(last))) {
		last = g_utf8_prev_char(last);
	}
	word->first = (guint8)g_unichar_break_type(g_utf8_get_char(text));
	word->last = (guint8)g_unichar_break_type(g_utf8_get_char(last));
	word->hang_left = (guint8)hang_left_percent(g_utf8_get_char(text));
	word->hang_right = (guint8)hang_right_percent(g_utf8_get_char(last));
	word->spaced = text_is_simple(text, word->shaped.byte_count);
	word->address = is_address(text, word->shaped.byte_count);
	word->break_count = -1;
}

static Word *word_new(TextContext *context, const WordKey *key) {
	Word *word = shape_word(context, key);
	word_describe(word);
	return word;
}

static gboolean word_matches(const Word *word, const WordKey *key, guint hash) {
	return word->hash == hash && word->look == key->look && word->shaped.face == key->face &&
		word->shaped.byte_count == key->length &&
		word->shaped.backward == (key->rtl != FALSE) &&
		memcmp(word->shaped.text, key->text, (size_t)key->length) == 0;
}

Word *word_get(TextContext *context, const WordKey *key) {
	if (key->before > 0 || key->after > 0) {
		return word_new(context, key);
	}
	guint hash = word_hash(key);
	context->times.words++;
	for (Word *word = context->buckets[hash & (context->bucket_count - 1)]; word;
		word = word->next) {
		if (word_matches(word, key, hash)) {
			context->times.cache_hits++;
			return word;
		}
	}
	if (context->word_count > context->bucket_count) {
		cache_grow(context);
	}
	Word *word = word_new(context, key);
	word->hash = hash;
	word->next = context->buckets[hash & (context->bucket_count - 1)];
	context->buckets[hash & (context->bucket_count - 1)] = word;
	context->word_count++;
	return word;
}

Word *word_part(TextContext *context, const Word *word, int from, int to) {
	WordKey key = {.look = word->look,
		.face = word->shaped.face,
		.rtl = word->shaped.backward,
		.text = word->shaped.text + from,
		.length = to - from};
	return word_get(context, &key);
}
