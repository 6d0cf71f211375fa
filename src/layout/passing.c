/* passing: see the header. A child's piece is held by the child, and the child stands in that of
 * its part. */
#include "layout/passing.h"

void passing_pack(const Setter *setter, Packer *packer, const Block *part, int from, int to) {
	if (!setter->drops) {
		return;
	}
	if (part->piece) {
		packer_pass(packer, piece_arena(part->piece));
	}
	const Piece *last = NULL;
	for (int i = from; i < to; i++) {
		const Piece *piece = part->children[i]->piece;
		if (piece && piece != last) {
			packer_pass(packer, piece_arena(piece));
			last = piece;
		}
	}
}

void passing_drop(const Setter *setter, const Block *part, int from, int to) {
	for (int i = from; setter->drops && i < to; i++) {
		piece_drop(part->children[i]->piece);
	}
}

void passing_drop_part(const Setter *setter, const Block *part) {
	if (setter->drops) {
		piece_drop(part->piece);
	}
}
