/* poster: see the header. Sizes are those of A3 read from 2 m; a sheet of k times its side is read
 * from k times as far (DESIGN.md 11). */
#include "layout/poster.h"

#include <math.h>

#include "layout/assemble.h"
#include "layout/frame.h"
#include "layout/poster_agenda.h"
#include "layout/poster_talk.h"

static const double A3_WIDTH = 297, A3_HEIGHT = 420;

gboolean block_is_poster(const Block *block) {
	return block->kind == BLOCK_POSTER_EVENT || block->kind == BLOCK_POSTER_TALK ||
		block->poster;
}

double poster_scale(const LayoutInput *input) {
	return sqrt(len_to_mm(input->width) * len_to_mm(input->height) / (A3_WIDTH * A3_HEIGHT));
}

/* A sheet without margins: frames place everything themselves. */
static Format whole_sheet(const LayoutInput *input) {
	return (Format){.width = input->width,
		.height = input->height,
		.line = input->height,
		.line_count = 1,
		.live_width = input->width,
		.text_width = input->width,
		.column = input->width,
		.type_scale = 1,
		.line_scale = 2 * poster_scale(input)};
}

/* --- the event ---------------------------------------------------------------------------- */

static void set_event(Setter *setter, VList *list, const Block *block) {
	Frame *frame = arena_new_of(setter->arena, Frame);
	frame_init(frame, setter, FALSE, frame_scale(&setter->format));
	/* The cover's margin, since the sheet has none. */
	frame->margin = frame_mm(frame, 15);
	frame_cover(frame, block->as.cover);
	frame_end(frame, list);
}

/* --- all ---------------------------------------------------------------------------------- */

static void set_sheet(Setter *setter, VList *list, const Block *block, const LayoutInput *input) {
	Block part = *block;
	part.bare = TRUE;
	part.start = START_PAGE;
	tag_open(setter->tags, TAG_SECTION, 0);
	assemble_page_start(list, &part, FALSE);
	if (block->kind == BLOCK_POSTER_EVENT) {
		set_event(setter, list, block);
	} else {
		set_poster_talk(setter, list, block, input);
	}
	tag_close(setter->tags);
}

void layout_posters(Setter *setter, const LayoutInput *input, Document *document) {
	const Block *root = setter->composition->root;
	setter->digits = 5; /* posters have no page slots */
	if (root->children[0]->poster) {
		poster_agendas(setter, input, document);
		return;
	}
	setter->format = whole_sheet(input);
	setter->tags = tag_builder_new(setter->arena, setter->composition->language);
	VList list;
	vlist_init(&list, setter->arena);
	progress_expect(setter->progress, root->child_count);
	for (int i = 0; i < root->child_count; i++) {
		set_sheet(setter, &list, root->children[i], input);
		progress_done(setter->progress, 1);
	}
	assemble_pages(setter, &list, document);
	vlist_finish(&list);
}
