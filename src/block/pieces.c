/* pieces: see the header. */
#include "block/pieces.h"

struct Piece {
	Arena *arena; /* NULL once it is given back */
	int holders; /* atomic */
};

struct Pieces {
	GMutex lock;
	GPtrArray *all; /* Piece */
};

static void piece_free(gpointer data) {
	Piece *piece = data;
	arena_free(piece->arena);
	g_free(piece);
}

Pieces *pieces_new(void) {
	Pieces *pieces = g_new0(Pieces, 1);
	g_mutex_init(&pieces->lock);
	pieces->all = g_ptr_array_new_with_free_func(piece_free);
	return pieces;
}

void pieces_free(Pieces *pieces) {
	if (pieces) {
		g_ptr_array_unref(pieces->all);
		g_mutex_clear(&pieces->lock);
		g_free(pieces);
	}
}

Piece *pieces_add(Pieces *pieces) {
	Piece *piece = g_new0(Piece, 1);
	piece->arena = arena_new();
	piece->holders = 1;
	g_mutex_lock(&pieces->lock);
	g_ptr_array_add(pieces->all, piece);
	g_mutex_unlock(&pieces->lock);
	return piece;
}

Arena *piece_arena(const Piece *piece) {
	return piece->arena;
}

Piece *piece_hold(Piece *piece) {
	g_atomic_int_inc(&piece->holders);
	return piece;
}

void piece_drop(Piece *piece) {
	if (piece && g_atomic_int_dec_and_test(&piece->holders)) {
		g_clear_pointer(&piece->arena, arena_free);
	}
}
