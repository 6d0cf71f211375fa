/* set_dense: a talk among many, in one of two columns (DESIGN.md 10, Dense abstracts): hair, time
 * and title, names in italics, small prose; its biography below without a portrait. An entry of a
 * few lines is never broken. */
#include "layout/setter.h"

enum { WHOLE_LINES = 12, FIRST_LINES = 3 /* of a biography */, BOLD = 700 };

Column dense_column(const Setter *setter, int columns) {
	const Format *format = &setter->format;
	return (Column){.width = (format->live_width - (columns - 1) * format->gutter) / columns};
}

/* Time and title run together. */
static const Inline *dense_title(Setter *setter, const TalkBlock *talk) {
	InlineBuilder *builder = inline_builder_new(setter->arena);
	if (talk->code) {
		inline_add_inline(builder, talk->code, -1);
		inline_add(builder, "\xe2\x80\x82");
	}
	if (talk->start) {
		inline_add_inline(builder, talk->start, STYLE_DENSE_TIME);
		inline_add(builder, "\xe2\x80\x82"); /* en space */
	}
	inline_add_inline(builder, talk->title, -1);
	return inline_builder_end(builder, talk->title->language, talk->title->source);
}

/* A bar in the colour of its track parts a talk from a session that it does not belong to. */
static void add_rule(Setter *setter, VList *list, Column column, const TalkBlock *talk) {
	const Theme *theme = setter->theme;
	Len thickness = talk->lone ? theme->head_bar : theme->row_hair;
	int colour = talk->lone ? band_colour(setter, talk->track) : COLOUR_INK;
	BoxBuilder box;
	box_init(&box, setter->arena);
	set_rule(setter, &box,
		(RuleAt){column, 0, len_scale(thickness, setter->format.line_scale), colour});
	box_end(&box, list, setter_style(setter, STYLE_DENSE_PROSE)->leading / 2);
	vlist_add_penalty(list, PENALTY_NEVER);
}

/* A setter whose prose is the small one. */
static Setter *dense_setter(Setter *setter) {
	Setter *dense = arena_memdup(setter->arena, setter, sizeof *setter);
	Style *styles = dense->sheet.styles;
	styles[STYLE_PROSE] = styles[STYLE_DENSE_PROSE];
	styles[STYLE_SPEAKER] = styles[STYLE_DENSE_NAME];
	styles[STYLE_AFFILIATION] = styles[STYLE_DENSE_AFFILIATION];
	styles[STYLE_CAPTION] = styles[STYLE_DENSE_NAME];
	styles[STYLE_FACT_STRONG] = styles[STYLE_DENSE_NAME];
	/* Authors who do not present, and what is said of the title. */
	styles[STYLE_FACT] = styles[STYLE_DENSE_NAME];
	styles[STYLE_FACT].italic = FALSE;
	dense->sheet.indent = styles[STYLE_DENSE_PROSE].leading;
	dense->format.line_count =
		dense->format.line * dense->format.line_count / styles[STYLE_DENSE_PROSE].leading;
	dense->format.line = styles[STYLE_DENSE_PROSE].leading;
	dense->latin = NULL;
	return dense;
}

/* Are some of the line's names set apart from that of who presents? */
static gboolean has_quiet(const Inline *text) {
	for (int i = 0; i < text->span_count; i++) {
		const InlineSpan *span = &text->spans[i];
		gboolean whole = span->start == 0 && span->end == text->length;
		if (span->role == STYLE_FACT && !whole) {
			return TRUE;
		}
	}
	return FALSE;
}

/* The setter for a line of names; who presents is bold among the others. */
static Setter *names_setter(Setter *dense, const Inline *names) {
	if (!has_quiet(names)) {
		return dense;
	}
	Setter *marked = arena_memdup(dense->arena, dense, sizeof *dense);
	marked->sheet.styles[STYLE_FACT] = dense->sheet.styles[STYLE_DENSE_NAME];
	marked->sheet.styles[STYLE_SPEAKER].weight = BOLD;
	return marked;
}

static void add_line(Setter *dense, VList *list, const Inline *line, Column column) {
	set_text(names_setter(dense, line), list,
		(Words){STYLE_SPEAKER, line, column, tag_leaf(dense->tags, TAG_PARAGRAPH, 0)});
}

static void add_names(Setter *dense, VList *list, const TalkBlock *talk, Column column) {
	for (int i = 0; i < talk->line_count; i++) {
		add_line(dense, list, talk->lines[i], column);
	}
	for (int i = 0; i < talk->list_count; i++) {
		add_line(dense, list, talk->list[i], column);
	}
	if (talk->names) {
		add_line(dense, list, talk->names, column);
	}
}

/* The words of a biography or of references, without what stands in their hang column. */
static void add_row_text(Setter *dense, VList *list, const Block *row, Column column) {
	vlist_add_penalty(list, 0);
	Len leading = setter_style(dense, STYLE_PROSE)->leading;
	vlist_add_grid(list, GLUE_CLOSES, leading / 2, leading);
	vlist_add_anchor(list, row->anchor);
	set_children(dense, list, row, column);
}

static void make_whole(const VList *list, int from) {
	for (int i = from; i < vlist_count(list); i++) {
		VItem *item = &g_array_index(list->items, VItem, i);
		if (item->kind == V_PENALTY) {
			item->penalty = PENALTY_NEVER;
		}
	}
}

void set_dense(Setter *setter, VList *list, const Block *block, int columns) {
	const TalkBlock *talk = block->as.talk;
	Setter *dense = dense_setter(setter);
	Column column = dense_column(setter, columns);
	setter_fill_square(&dense->sheet, STYLE_PROSE, column.width);
	Len leading = setter_style(dense, STYLE_PROSE)->leading;
	tag_open(setter->tags, TAG_SECTION, 0);
	vlist_add_anchor(list, block->anchor);
	int start = vlist_count(list);
	add_rule(dense, list, column, talk);
	set_text(dense, list,
		(Words){STYLE_DENSE_TITLE, dense_title(dense, talk), column,
			tag_leaf(dense->tags, TAG_HEADING, 2)});
	vlist_add_penalty(list, PENALTY_NEVER);
	add_names(dense, list, talk, column);
	vlist_add_penalty(list, PENALTY_NEVER);
	vlist_add_grid(list, GLUE_CLOSES, leading / 2, leading);
	vlist_add_penalty(list, PENALTY_NEVER);
	int prose = vlist_count(list);
	if (talk->abstract) {
		set_block(dense, list, talk->abstract, column);
		setter_close_prose(dense, list);
	}
	if (talk->references) {
		add_row_text(dense, list, talk->references, column);
	}
	for (int i = 0; i < talk->bio_count; i++) {
		int row = vlist_count(list);
		add_row_text(dense, list, talk->bios[i], column);
		vlist_keep_first(list, row + 1, FIRST_LINES);
		if (i == 0 && !talk->references) {
			vlist_keep_last(list, prose, row + 1, ALONG_LINES);
		}
	}
	if (vlist_height(list, start, vlist_count(list)) <= WHOLE_LINES * leading) {
		make_whole(list, start);
	}
	vlist_add_penalty(list, PENALTY_FREE);
	vlist_add_grid(list, GLUE_GAP, leading, leading);
	tag_close(setter->tags);
}
