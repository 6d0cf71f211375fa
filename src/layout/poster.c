/* poster: see the header. Sizes are those of A3 read from 2 m; a sheet of k times its side is read
 * from k times as far (DESIGN.md 11). */
#include "layout/poster.h"

#include <math.h>

#include "layout/assemble.h"
#include "layout/frame.h"
#include "layout/poster_talk.h"

static const double A3_WIDTH = 297, A3_HEIGHT = 420, A3_METRES = 2;
static const double REACH_STEP = 0.9170040432046712; /* 2^(-1/8) */
static const double TITLE_LEADING = 1.04; /* at least */
enum { REACH_STEPS = 24 };
/* Agendas: pt on A3 read from 2 m; the least size has an x-height of 7 minutes of arc. */
#define ITEM_SIZE 26.9
static const double MUST_SIZE = 21.2, TIME_MOST = 34, TIME_SHARE = 1.19;

gboolean block_is_poster(const Block *block) {
	return block->kind == BLOCK_POSTER_EVENT || block->kind == BLOCK_POSTER_TALK ||
		block->poster;
}

/* How much larger than A3 the sheet is, by its side. */
static double sheet_scale(const LayoutInput *input) {
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
		.line_scale = 2 * sheet_scale(input)};
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

/* --- agendas ------------------------------------------------------------------------------ */

static const double AGENDA_LINE = 2; /* in the line of a book */

static Format agenda_format(const LayoutInput *input, double type) {
	double k = sheet_scale(input);
	Format format = {.width = input->width, .height = input->height};
	format.inner = format.outer = len_scale(len_from_mm(22), k);
	format.top = len_scale(len_from_mm(20), k);
	format.column = len_scale(len_from_mm(38), k);
	format.gutter = len_scale(len_from_mm(7), k);
	format.live_width = input->width - format.inner - format.outer;
	format.text_x = format.column + format.gutter;
	format.text_width = format.live_width - format.text_x;
	format.line = len_scale(input->theme->sheet.line, AGENDA_LINE * type);
	Len bottom = len_scale(len_from_mm(20), k);
	format.line_count = MAX((input->height - format.top - bottom) / format.line, 1);
	format.bottom = input->height - format.top - format.line_count * format.line;
	format.type_scale = type;
	format.line_scale = 2 * type;
	return format;
}

/* What an agenda tries in turn to stay on one sheet: sizes in pt on A3, and how much is said. */
typedef struct Attempt {
	double title, item;
	int terse;
} Attempt;

static void set_size(Style *style, double size, double type) {
	style_take_step(style, size * type / len_to_pt(style->size), TITLE_LEADING);
}

/* Sizes of what is not a title follow it, but not below what can be read from afar. */
static void size_items(Style *styles, double item, double type) {
	static const StyleRole titles[] = {
		STYLE_AGENDA_TITLE, STYLE_AGENDA_TITLE_MISSING, STYLE_AGENDA_BREAK};
	static const StyleRole others[] = {STYLE_AGENDA_SPEAKER, STYLE_AGENDA_AFFILIATION};
	double change = item / ITEM_SIZE;
	double usual = styles[STYLE_POSTER_ITEM].size;
	for (size_t i = 0; i < G_N_ELEMENTS(titles); i++) {
		/* A missing title keeps the proportion that the theme gives it. */
		set_size(&styles[titles[i]], item * styles[titles[i]].size / usual, type);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
		double size = len_to_pt(styles[others[i]].size) / type * change;
		set_size(&styles[others[i]], MAX(size, MUST_SIZE), type);
	}
	set_size(&styles[STYLE_AGENDA_TIME], MIN(TIME_MOST, TIME_SHARE * item), type);
}

/* The agenda's own roles, seen from far. */
static StyleSheet agenda_sheet(const Setter *setter, double type, const Attempt *attempt) {
	StyleSheet sheet = stylesheet_scaled(&setter->theme->sheet, type, type);
	Style *styles = sheet.styles;
	styles[STYLE_AGENDA_TIME] = styles[STYLE_POSTER_TIME];
	styles[STYLE_AGENDA_TITLE] = styles[STYLE_POSTER_ITEM];
	styles[STYLE_AGENDA_TITLE_MISSING] = styles[STYLE_POSTER_ITEM_MISSING];
	styles[STYLE_AGENDA_SPEAKER] = styles[STYLE_POSTER_SPEAKER];
	styles[STYLE_AGENDA_AFFILIATION] = styles[STYLE_POSTER_AFFILIATION];
	Style pause = styles[STYLE_POSTER_ITEM];
	pause.weight = styles[STYLE_AGENDA_BREAK].weight;
	pause.colour = styles[STYLE_AGENDA_BREAK].colour;
	styles[STYLE_AGENDA_BREAK] = pause;
	/* On the other posters these stand on the coloured field, here on paper. */
	styles[STYLE_POSTER_TITLE].colour = COLOUR_INK;
	styles[STYLE_POSTER_FACT].colour = COLOUR_ACCENT;
	styles[STYLE_LABEL] = styles[STYLE_POSTER_FACT];
	set_size(&styles[STYLE_POSTER_TITLE], attempt->title, type);
	size_items(styles, attempt->item, type);
	return sheet;
}

static void set_agenda_part(Setter *setter, VList *list, const Block *part) {
	tag_open(setter->tags, TAG_SECTION, 0);
	assemble_page_start(list, part, FALSE);
	/* What stands below the timeline is measured first. */
	Len below = 0;
	for (int i = 0; i < part->child_count; i++) {
		if (part->children[i]->kind == BLOCK_ROW) {
			VList row;
			vlist_init(&row, setter->arena);
			TagBuilder *kept = setter_try_begin(setter);
			set_block(setter, &row, part->children[i], setter_text_column(setter));
			setter_try_end(setter, kept);
			below += vlist_height(&row, 0, vlist_count(&row)) + setter->format.line;
			vlist_finish(&row);
		}
	}
	int start = vlist_count(list);
	for (int i = 0; i < part->child_count; i++) {
		const Block *child = part->children[i];
		Len used = vlist_height(list, start, vlist_count(list));
		setter->room = assemble_page_height(setter) - used - below;
		if (child->kind == BLOCK_TIMELINE) {
			set_timeline(setter, list, child);
			vlist_add_penalty(list, PENALTY_NEVER - 1);
			vlist_add_glue(list, setter->format.line / 2);
		} else {
			set_block(setter, list, child, setter_text_column(setter));
		}
	}
	tag_close(setter->tags);
}

/* All sheets at one type scale; returns their number. */
static int set_agendas(Setter *setter, const LayoutInput *input, Document *document, double type) {
	static const Attempt attempts[] = {{54, 32, 1}, {54, ITEM_SIZE, 1}, {45, ITEM_SIZE, 1},
		{38, ITEM_SIZE, 1}, {38, ITEM_SIZE, 2}, {38, ITEM_SIZE, 3}, {38, 22.6, 3},
		{38, 22.6, 4}, {38, ITEM_SIZE, 2}};
	const Block *root = setter->composition->root;
	for (size_t i = 0; i < G_N_ELEMENTS(attempts); i++) {
		setter->format = agenda_format(input, type);
		setter->sheet = agenda_sheet(setter, type, &attempts[i]);
		setter->terse = attempts[i].terse;
		setter->latin = NULL;
		setter->monogram_sheet = NULL;
		setter->tags = tag_builder_new(setter->arena, setter->composition->language);
		VList list;
		vlist_init(&list, setter->arena);
		for (int j = 0; j < root->child_count; j++) {
			set_agenda_part(setter, &list, root->children[j]);
		}
		assemble_pages(setter, &list, document);
		vlist_finish(&list);
		if (document->page_count <= root->child_count) {
			break;
		}
	}
	return document->page_count;
}

/* The distance that was asked for cannot be had: says which can. */
static void report_distance(
	Setter *setter, const LayoutInput *input, Document *document, double asked) {
	double metres = asked;
	for (int i = 0; i < REACH_STEPS; i++) {
		metres *= REACH_STEP;
		if (set_agendas(setter, input, document, metres / A3_METRES) <=
			setter->composition->root->child_count) {
			break;
		}
	}
	g_autofree char *hint =
		g_strdup_printf("this sheet can be read from %.1f m; or choose a larger one",
			floor(metres * 10) / 10);
	diag_error(setter->diags, "poster-distance", input->distance_span, hint,
		"the agenda does not fit this sheet in type that can be read from %g m", asked);
}

static void layout_agendas(Setter *setter, const LayoutInput *input, Document *document) {
	double metres = input->distance > 0 ? input->distance : A3_METRES * sheet_scale(input);
	int sheets = set_agendas(setter, input, document, metres / A3_METRES);
	if (input->distance > 0 && sheets > setter->composition->root->child_count) {
		report_distance(setter, input, document, metres);
	}
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
		layout_agendas(setter, input, document);
		return;
	}
	setter->format = whole_sheet(input);
	setter->tags = tag_builder_new(setter->arena, setter->composition->language);
	VList list;
	vlist_init(&list, setter->arena);
	for (int i = 0; i < root->child_count; i++) {
		set_sheet(setter, &list, root->children[i], input);
	}
	assemble_pages(setter, &list, document);
	vlist_finish(&list);
}
