/* pieces: memory of parts of a tree, given back one by one as soon as they are set: the whole tree
 * of a long book would be there until the last of its pages is. A piece goes when everybody has
 * dropped it who held it; several threads may. */
#ifndef BIFOLIO_BLOCK_PIECES_H
#define BIFOLIO_BLOCK_PIECES_H

#include "base/arena.h"

typedef struct Piece Piece;
typedef struct Pieces Pieces;

Pieces *pieces_new(void);
/* With all pieces that are left; NULL is fine. */
void pieces_free(Pieces *pieces);

/* Held once, by the caller. */
Piece *pieces_add(Pieces *pieces);
/* Of a piece that is held. */
Arena *piece_arena(const Piece *piece);
Piece *piece_hold(Piece *piece);
/* NULL is fine. */
void piece_drop(Piece *piece);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pieces, pieces_free)

#endif
