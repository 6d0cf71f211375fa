/* arena: memory that is freed at once. One arena a stage and job; what is
 * allocated from it lives until arena_free. Not safe for use by two threads. */
#ifndef BIFOLIO_BASE_ARENA_H
#define BIFOLIO_BASE_ARENA_H

#include <glib.h>
#include <stddef.h>

typedef struct Arena Arena;

Arena *arena_new(void);
/* Takes its memory in small pieces, where there are many arenas and each must be no larger than
 * what it holds. */
Arena *arena_new_small(void);
void arena_free(Arena *arena);

/* Zeroed, aligned for any type but long double, never NULL. */
void *arena_alloc(Arena *arena, size_t size);

/* Copies; NULL gives NULL. */
char *arena_strdup(Arena *arena, const char *text);
char *arena_strndup(Arena *arena, const char *text, size_t length);
void *arena_memdup(Arena *arena, const void *data, size_t size);
char *arena_printf(Arena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Forgets all that was handed out; keeps the largest piece of memory for what comes. */
void arena_reset(Arena *arena);

/* When the program starts: from now on what is freed in large pieces goes back at once. */
void arena_give_back_large(void);
/* Gives the machine what freed arenas of all threads left behind, between two great steps. */
void arena_give_back(void);

/* Hands all that `from` holds over to `arena` and frees `from`. */
void arena_join(Arena *arena, Arena *from);

/* Was the memory at `data` handed out by it? */
gboolean arena_holds(const Arena *arena, const void *data);

/* Bytes handed out so far. */
size_t arena_size(const Arena *arena);

#define arena_new_of(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define arena_array_of(arena, Type, count)                                                         \
	((Type *)arena_alloc((arena), sizeof(Type) * (size_t)(count)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Arena, arena_free)

#endif
