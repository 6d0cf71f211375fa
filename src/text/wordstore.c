/* wordstore: a table of words in shards, each with a lock and an arena of its own, held while a
 * word is shaped: so each is shaped by one thread only. A context asks here once for a word and
 * keeps the answer (wordcache.c), so that threads seldom meet. */
#include "text/wordstore.h"

#include <string.h>

#include "text/shape.h"

enum { SHARD_COUNT = 16, SHARD_BUCKETS = 256 };

typedef struct Shard {
	GMutex lock;
	Arena *arena;
	Word **buckets;
	guint bucket_count, word_count;
} Shard;

struct WordStore {
	GMutex lock; /* of the looks and their fallbacks */
	Arena *arena; /* looks */
	GPtrArray *looks;
	Shard shards[SHARD_COUNT];
	GMutex number_lock; /* of what follows */
	guint32 numbered;
	WordTable table;
};

WordStore *word_store_new(void) {
	WordStore *store = g_new0(WordStore, 1);
	g_mutex_init(&store->lock);
	g_mutex_init(&store->number_lock);
	store->arena = arena_new();
	store->looks = g_ptr_array_new();
	for (int i = 0; i < SHARD_COUNT; i++) {
		Shard *shard = &store->shards[i];
		g_mutex_init(&shard->lock);
		shard->arena = arena_new();
		shard->bucket_count = SHARD_BUCKETS;
		shard->buckets = g_new0(Word *, shard->bucket_count);
	}
	return store;
}

void word_store_free(WordStore *store) {
	if (!store) {
		return;
	}
	for (guint i = 0; i < store->looks->len; i++) {
		Look *look = store->looks->pdata[i];
		g_hash_table_unref(look->fallbacks);
	}
	g_ptr_array_unref(store->looks);
	for (int i = 0; i < SHARD_COUNT; i++) {
		Shard *shard = &store->shards[i];
		g_mutex_clear(&shard->lock);
		g_free(shard->buckets);
		arena_free(shard->arena);
	}
	for (int i = 0; i < WORD_BLOCKS; i++) {
		g_free(store->table.blocks[i]);
	}
	g_mutex_clear(&store->number_lock);
	g_mutex_clear(&store->lock);
	arena_free(store->arena);
	g_free(store);
}

/* --- looks -------------------------------------------------------------------------------- */

static hb_feature_t feature_on(const char *tag) {
	return (hb_feature_t){.tag = HB_TAG(tag[0], tag[1], tag[2], tag[3]),
		.value = 1,
		.start = HB_FEATURE_GLOBAL_START,
		.end = HB_FEATURE_GLOBAL_END};
}

static Look *look_make(Arena *arena, const Look *wanted) {
	Look *look = arena_memdup(arena, wanted, sizeof *wanted);
	look->language = arena_strdup(arena, wanted->language);
	look->hb_language = hb_language_from_string(look->language, -1);
	look->feature_count = 0;
	look->features[look->feature_count++] = feature_on("lnum");
	look->features[look->feature_count++] =
		feature_on(look->figures == FIGURES_TABULAR ? "tnum" : "pnum");
	if (look->small_caps) {
		look->features[look->feature_count++] = feature_on("smcp");
		look->features[look->feature_count++] = feature_on("c2sc");
	}
	look->fallbacks = g_hash_table_new(g_direct_hash, g_direct_equal);
	return look;
}

const Look *word_store_look(WordStore *store, const Look *wanted) {
	const Look *found = NULL;
	g_mutex_lock(&store->lock);
	for (guint i = 0; i < store->looks->len && !found; i++) {
		found = look_equal(store->looks->pdata[i], wanted) ? store->looks->pdata[i] : NULL;
	}
	if (!found) {
		found = look_make(store->arena, wanted);
		g_ptr_array_add(store->looks, (gpointer)found);
	}
	g_mutex_unlock(&store->lock);
	return found;
}

int word_store_fallback(WordStore *store, const Look *look, gunichar character) {
	g_mutex_lock(&store->lock);
	int known =
		GPOINTER_TO_INT(g_hash_table_lookup(look->fallbacks, GUINT_TO_POINTER(character)));
	g_mutex_unlock(&store->lock);
	return known;
}

void word_store_keep_fallback(WordStore *store, const Look *look, gunichar character, int known) {
	g_mutex_lock(&store->lock);
	g_hash_table_insert(look->fallbacks, GUINT_TO_POINTER(character), GINT_TO_POINTER(known));
	g_mutex_unlock(&store->lock);
}

/* --- words -------------------------------------------------------------------------------- */

gboolean word_matches(const Word *word, const WordKey *key, guint hash) {
	return word->hash == hash && word->look == key->look && word->shaped.face == key->face &&
		word->shaped.byte_count == key->length &&
		word->shaped.backward == (key->rtl != FALSE) &&
		memcmp(word->shaped.text, key->text, (size_t)key->length) == 0;
}

/* The contexts' own tables take the low bits. */
static Shard *shard_of(WordStore *store, guint hash) {
	return &store->shards[(hash >> 24) % SHARD_COUNT];
}

static void shard_grow(Shard *shard) {
	guint count = shard->bucket_count * 4;
	Word **buckets = g_new0(Word *, count);
	for (guint i = 0; i < shard->bucket_count; i++) {
		for (Word *word = shard->buckets[i], *next; word; word = next) {
			next = word->next;
			word->next = buckets[word->hash & (count - 1)];
			buckets[word->hash & (count - 1)] = word;
		}
	}
	g_free(shard->buckets);
	shard->buckets = buckets;
	shard->bucket_count = count;
}

const WordTable *word_store_table(const WordStore *store) {
	return &store->table;
}

/* Those that come after the last number do without. */
static void word_take_number(WordStore *store, Word *word) {
	enum { LAST = (WORD_BLOCKS << WORD_BLOCK_BITS) - 1 };
	g_mutex_lock(&store->number_lock);
	if (store->numbered < LAST) {
		guint32 number = ++store->numbered;
		const ShapedWord ***block = &store->table.blocks[number >> WORD_BLOCK_BITS];
		if (!*block) {
			*block = g_new0(const ShapedWord *, WORD_BLOCK);
		}
		(*block)[number & (WORD_BLOCK - 1)] = &word->shaped;
		word->shaped.number = number;
	}
	g_mutex_unlock(&store->number_lock);
}

static Word *shard_find(const Shard *shard, const WordKey *key, guint hash) {
	Word *word = shard->buckets[hash & (shard->bucket_count - 1)];
	while (word && !word_matches(word, key, hash)) {
		word = word->next;
	}
	return word;
}

Word *word_store_get(TextContext *context, const WordKey *key, guint hash, gboolean *found) {
	WordStore *store = context->fonts->store;
	Shard *shard = shard_of(store, hash);
	g_mutex_lock(&shard->lock);
	Word *word = shard_find(shard, key, hash);
	*found = word != NULL;
	if (!word) {
		if (shard->word_count > shard->bucket_count) {
			shard_grow(shard);
		}
		word = shape_word(context, shard->arena, key);
		word_take_number(store, word);
		word->hash = hash;
		word->next = shard->buckets[hash & (shard->bucket_count - 1)];
		shard->buckets[hash & (shard->bucket_count - 1)] = word;
		shard->word_count++;
	}
	g_mutex_unlock(&shard->lock);
	return word;
}

const WordBreaks *word_store_breaks(Word *word) {
	return g_atomic_pointer_get(&word->breaks);
}

const WordBreaks *word_store_keep_breaks(WordStore *store, Word *word, const WordBreaks *breaks) {
	Shard *shard = shard_of(store, word->hash);
	g_mutex_lock(&shard->lock);
	WordBreaks *kept = g_atomic_pointer_get(&word->breaks);
	if (!kept) {
		kept = arena_memdup(shard->arena, breaks, sizeof *breaks);
		kept->places = arena_memdup(shard->arena, breaks->places,
			sizeof *breaks->places * (size_t)MAX(breaks->count, 1));
		g_atomic_pointer_set(&word->breaks, kept);
	}
	g_mutex_unlock(&shard->lock);
	return kept;
}
