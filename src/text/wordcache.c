/* wordcache: the words that a context has met, found again by look, face, direction and bytes,
 * without a lock: most of a programme's words are here when they come again, at any size and
 * measure. New ones come from the event's store, where another context may have put them. */
#include <string.h>

#include "text/shape.h"
#include "text/wordstore.h"

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

static void cache_put(TextContext *context, Word *word) {
	guint mask = context->slot_count - 1, at = word->hash & mask;
	while (context->slots[at]) {
		at = (at + 1) & mask;
	}
	context->slots[at] = word;
}

static void cache_grow(TextContext *context) {
	Word **before = context->slots;
	guint count = context->slot_count;
	context->slot_count = count * 4;
	context->slots = g_new0(Word *, context->slot_count);
	for (guint i = 0; i < count; i++) {
		if (before[i]) {
			cache_put(context, before[i]);
		}
	}
	g_free(before);
}

Word *word_get(TextContext *context, const WordKey *key) {
	if (key->before > 0 || key->after > 0) {
		return shape_word(context, context->arena, key);
	}
	guint hash = word_hash(key);
	context->times.words++;
	guint mask = context->slot_count - 1;
	for (guint at = hash & mask; context->slots[at]; at = (at + 1) & mask) {
		if (word_matches(context->slots[at], key, hash)) {
			context->times.cache_hits++;
			return context->slots[at];
		}
	}
	gboolean found;
	Word *word = word_store_get(context, key, hash, &found);
	context->times.cache_hits += found;
	if (2 * ++context->word_count > context->slot_count) {
		cache_grow(context);
	}
	cache_put(context, word);
	return word;
}

/* Words of the store alone: what joins its neighbours is no alphabet with spaces. */
static gboolean may_be_cut(const Word *word, int from, int to) {
	const ShapedWord *shaped = &word->shaped;
	return word->spaced && !shaped->backward && word->missing == 0 &&
		(from == 0 || word_is_safe(word, from)) &&
		(to == shaped->byte_count || word_is_safe(word, to));
}

Word *word_part(TextContext *context, const Word *word, int from, int to) {
	WordKey key = {.look = word->look,
		.face = word->shaped.face,
		.rtl = word->shaped.backward,
		.text = word->shaped.text + from,
		.length = to - from,
		.whole = may_be_cut(word, from, to) ? word : NULL,
		.from = from};
	return word_get(context, &key);
}
