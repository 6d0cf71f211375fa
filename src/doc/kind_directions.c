/* kind_directions: the sheet before the imposed ones that says what to do with them. */
#include "doc/parts.h"

const Composition *compose_directions(const Compose *compose, const DirectionsFacts *facts) {
	Composition *composition =
		compose_new(compose, "directions", lang_word(compose->lang, WORD_DIRECTIONS));
	DirectionsBlock *directions = arena_new_of(compose->arena, DirectionsBlock);
	directions->title = part_word(compose, WORD_DIRECTIONS);
	directions->long_edge = facts->flip_long_edge;
	directions->signatures = facts->signatures != NULL;
	directions->steps[0] = part_word(compose,
		facts->flip_long_edge ? WORD_DIRECTIONS_PRINT_LONG : WORD_DIRECTIONS_PRINT_SHORT);
	directions->steps[1] = part_word(compose, WORD_DIRECTIONS_ORDER);
	const char *fold = facts->signatures
		? lang_format(compose->arena, compose->lang, WORD_DIRECTIONS_FOLD_SIGNATURES,
			  "sheets", facts->signatures, NULL)
		: lang_word(compose->lang, WORD_DIRECTIONS_FOLD);
	directions->steps[2] = part_text(compose, fold);
	directions->steps[3] = part_word(
		compose, facts->signatures ? WORD_DIRECTIONS_SEW : WORD_DIRECTIONS_STAPLE);
	Block *block = block_new(compose->arena, BLOCK_DIRECTIONS);
	block->as.directions = directions;
	Block *page = part_page(compose, "directions", START_PAGE);
	page->bare = TRUE;
	const Block *only = block;
	part_set_children(compose, page, &only, 1);
	Block *root = block_new(compose->arena, BLOCK_GROUP);
	only = page;
	part_set_children(compose, root, &only, 1);
	composition->root = root;
	return composition;
}
