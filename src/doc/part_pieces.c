/* part_pieces: where a part has very many blocks, some at a time are composed in memory of their
 * own, that layout gives back when it has set them. */
#include "doc/parts.h"

enum { PIECE_BYTES = 256 << 10 };

void piece_fill_init(PieceFill *fill, const Compose *compose) {
	*fill = (PieceFill){.around = compose, .inner = *compose};
}

void piece_fill_end(PieceFill *fill) {
	piece_drop(fill->piece);
	fill->piece = NULL;
}

const Compose *piece_fill_next(PieceFill *fill) {
	if (!fill->around->pieces) {
		return fill->around;
	}
	if (!fill->piece || arena_size(fill->inner.arena) >= PIECE_BYTES) {
		piece_drop(fill->piece);
		fill->piece = pieces_add(fill->around->pieces);
		fill->inner.arena = piece_arena(fill->piece);
	}
	return &fill->inner;
}

const Block *piece_fill_take(const PieceFill *fill, const Block *block) {
	return fill->piece && block ? block_in_piece(fill->around->arena, block, fill->piece)
				    : block;
}
