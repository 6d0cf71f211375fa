/* pieces: one goes with the last who drops it, and what is left goes with all of them. */
#include "block/block.h"

static void test_last(void) {
	g_autoptr(Pieces) pieces = pieces_new();
	g_autoptr(Arena) arena = arena_new();
	Piece *piece = pieces_add(pieces);
	const Block *inside = block_space(piece_arena(piece), 3);
	const Block *block = block_in_piece(arena, inside, piece);
	g_assert_true(arena_holds(arena, block));
	g_assert_true(block->piece == piece);
	g_assert_cmpint(block->half_lines, ==, 3);
	piece_drop(piece);
	g_assert_nonnull(piece_arena(piece));
	g_assert_cmpint(inside->half_lines, ==, 3);
	piece_drop(block->piece);
	g_assert_null(piece_arena(piece));
	piece_drop(NULL);
}

enum { HOLDERS = 1000, THREADS = 4 };

static gpointer drop_many(gpointer piece) {
	for (int i = 0; i < HOLDERS; i++) {
		piece_drop(piece);
	}
	return NULL;
}

static void test_threads(void) {
	g_autoptr(Pieces) pieces = pieces_new();
	Piece *piece = pieces_add(pieces), *left = pieces_add(pieces);
	for (int i = 0; i < HOLDERS * THREADS; i++) {
		piece_hold(piece);
	}
	GThread *threads[THREADS];
	for (int i = 0; i < THREADS; i++) {
		threads[i] = g_thread_new("drop", drop_many, piece);
	}
	for (int i = 0; i < THREADS; i++) {
		g_thread_join(threads[i]);
	}
	g_assert_nonnull(piece_arena(piece));
	piece_drop(piece);
	g_assert_null(piece_arena(piece));
	g_assert_nonnull(piece_arena(left));
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/block/pieces/last", test_last);
	g_test_add_func("/block/pieces/threads", test_threads);
	return g_test_run();
}
