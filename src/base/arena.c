/* arena: blocks of growing size in a list; large requests get a block of their own. */
#include "base/arena.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdarg.h>
#include <string.h>

enum { LARGE = 1 << 17 };
enum { ARENA_FIRST = 4096, ARENA_SMALL = 1 << 12, ARENA_LARGEST = 1 << 20, ARENA_ALIGN = 8 };

typedef struct Chunk Chunk;
struct Chunk {
	Chunk *next;
	size_t used, size;
};

#define CHUNK_HEAD ((sizeof(Chunk) + ARENA_ALIGN - 1) / ARENA_ALIGN * ARENA_ALIGN)

struct Arena {
	Chunk *chunks;
	size_t total, next_size, largest;
};

Arena *arena_new(void) {
	Arena *arena = g_new0(Arena, 1);
	arena->next_size = ARENA_FIRST;
	arena->largest = ARENA_LARGEST;
	return arena;
}

Arena *arena_new_small(void) {
	Arena *arena = arena_new();
	arena->largest = ARENA_SMALL;
	return arena;
}

void arena_free(Arena *arena) {
	if (!arena) {
		return;
	}
	for (Chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
		next = chunk->next;
		g_free(chunk);
	}
	g_free(arena);
}

static Chunk *arena_grow(Arena *arena, size_t size) {
	size_t wanted = MAX(size, arena->next_size);
	Chunk *chunk = g_malloc0(CHUNK_HEAD + wanted);
	chunk->size = wanted;
	if (arena->next_size < arena->largest) {
		arena->next_size *= 2;
	}
	/* A chunk made for one large request must not hide the room left in the first. */
	if (arena->chunks && size > wanted / 2) {
		chunk->next = arena->chunks->next;
		arena->chunks->next = chunk;
	} else {
		chunk->next = arena->chunks;
		arena->chunks = chunk;
	}
	return chunk;
}

void *arena_alloc(Arena *arena, size_t size) {
	g_assert(size <= G_MAXSIZE - CHUNK_HEAD - ARENA_ALIGN);
	size_t rounded = (MAX(size, 1) + ARENA_ALIGN - 1) / ARENA_ALIGN * ARENA_ALIGN;
	Chunk *chunk = arena->chunks;
	if (!chunk || chunk->size - chunk->used < rounded) {
		chunk = arena_grow(arena, rounded);
	}
	char *start = (char *)chunk + CHUNK_HEAD + chunk->used;
	chunk->used += rounded;
	arena->total += rounded;
	return start;
}

void *arena_memdup(Arena *arena, const void *data, size_t size) {
	void *copy = arena_alloc(arena, size);
	if (size) {
		memcpy(copy, data, size);
	}
	return copy;
}

char *arena_strndup(Arena *arena, const char *text, size_t length) {
	char *copy = arena_alloc(arena, length + 1);
	memcpy(copy, text, length);
	return copy;
}

char *arena_strdup(Arena *arena, const char *text) {
	return text ? arena_strndup(arena, text, strlen(text)) : NULL;
}

char *arena_printf(Arena *arena, const char *format, ...) {
	va_list args;
	va_start(args, format);
	g_autofree char *text = g_strdup_vprintf(format, args);
	va_end(args);
	return arena_strdup(arena, text);
}

void arena_reset(Arena *arena) {
	Chunk *kept = NULL;
	for (Chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
		next = chunk->next;
		Chunk *smaller = kept && kept->size >= chunk->size ? chunk : kept;
		kept = smaller == chunk ? kept : chunk;
		g_free(smaller);
	}
	if (kept) {
		memset((char *)kept + CHUNK_HEAD, 0, kept->used);
		kept->used = 0;
		kept->next = NULL;
	}
	arena->chunks = kept;
	arena->total = 0;
}

/* By itself the C library would keep more and more of it, the larger the pieces that are freed. */
void arena_give_back_large(void) {
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
}

void arena_give_back(void) {
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}

void arena_join(Arena *arena, Arena *from) {
	Chunk **end = &arena->chunks;
	/* The first chunk is the one that is being filled: it stays first. */
	if (*end) {
		end = &(*end)->next;
	}
	Chunk *rest = *end;
	*end = from->chunks;
	while (*end) {
		end = &(*end)->next;
	}
	*end = rest;
	arena->total += from->total;
	g_free(from);
}

gboolean arena_holds(const Arena *arena, const void *data) {
	guintptr at = (guintptr)data;
	for (const Chunk *chunk = arena->chunks; chunk; chunk = chunk->next) {
		guintptr start = (guintptr)chunk + CHUNK_HEAD;
		if (at >= start && at < start + chunk->used) {
			return TRUE;
		}
	}
	return FALSE;
}

size_t arena_size(const Arena *arena) {
	return arena->total;
}
