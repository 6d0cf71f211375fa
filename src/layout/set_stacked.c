/* set_stacked: rows and talks in one column, for the pages of phones and of large print: what
 * stands in the hang column elsewhere stands above the text, and all of it may be broken over
 * pages. */
#include "layout/setter.h"

enum {
	BIO_GAP = 3, /* half lines above a biography */
	GAP_AFTER_TALK = 4, /* half lines, where another one follows on the page */
	FIRST_LINES = 3 /* of a text, that stay with what stands above it */
};

static void add_box(Setter *setter, VList *list, BoxBuilder *box, Len height) {
	(void)setter;
	box_end(box, list, height);
	vlist_add_penalty(list, PENALTY_NEVER);
}

/* A short bar where something begins, a hair within it. */
static void add_rule(Setter *setter, VList *list, RuleKind rule) {
	if (rule == RULE_NONE) {
		return;
	}
	const Theme *theme = setter->theme;
	double scale = setter->format.line_scale;
	gboolean head = rule == RULE_HEAD;
	Column column = {0, head ? setter->format.column : setter->format.live_width};
	Len thickness = len_scale(head ? theme->head_bar : theme->row_hair, scale);
	BoxBuilder box;
	box_init(&box, setter->arena);
	set_rule(setter, &box, (RuleAt){column, 0, thickness, head ? COLOUR_ACCENT : COLOUR_INK});
	add_box(setter, list, &box, setter_half(setter, 1));
}

static void add_figure(Setter *setter, VList *list, const FigureBlock *figure, Len side) {
	BoxBuilder box;
	box_init(&box, setter->arena);
	set_figure(setter, &box, figure, (Column){0, side}, 0);
	add_box(setter, list, &box, side);
	vlist_add_glue(list, setter_half(setter, 1));
	vlist_add_penalty(list, PENALTY_NEVER);
}

static void add_hang(Setter *setter, VList *list, const Block *hang) {
	if (!hang) {
		return;
	}
	if (hang->kind != BLOCK_FIGURE) {
		set_block(setter, list, hang, setter_full_column(setter));
		vlist_add_penalty(list, PENALTY_NEVER);
	} else if (hang->as.figure->form != FORM_MONOGRAM) {
		add_figure(setter, list, hang->as.figure, setter->format.column);
	}
}

static void add_end(Setter *setter, VList *list, const Block *end) {
	if (!end) {
		return;
	}
	vlist_add_penalty(list, PENALTY_NEVER);
	if (end->kind == BLOCK_FIGURE) {
		vlist_add_glue(list, setter_half(setter, 1));
		vlist_add_penalty(list, PENALTY_NEVER);
		add_figure(setter, list, end->as.figure, setter_natural_width(setter, end));
	} else {
		set_block(setter, list, end, setter_full_column(setter));
	}
}

static void keep_all(const VList *list, int from) {
	if (vlist_height(list, from, vlist_count(list)) > 0) {
		vlist_keep_first(list, from, vlist_count(list));
	}
}

/* Where both are short, the end of a row stands at the end of the line above its text. */
static gboolean has_end_above(Setter *setter, const Block *row) {
	if (!row->hang || !row->end || row->hang->kind != BLOCK_PARAGRAPH ||
		row->end->kind != BLOCK_PARAGRAPH) {
		return FALSE;
	}
	return setter_natural_width(setter, row->hang) + setter->format.gutter +
		setter_natural_width(setter, row->end) <=
		setter_full_column(setter).width;
}

/* Text, then end, in the order in which they are read; both stay apart from the list. */
static void set_end_above(Setter *setter, VList *list, const Block *row, VList *text) {
	Column column = setter_full_column(setter);
	Len width = setter_natural_width(setter, row->end);
	VList hang, end;
	vlist_init(&hang, setter->arena);
	vlist_init(&end, setter->arena);
	set_block(setter, &hang, row->hang, column);
	set_children(setter, text, row, column);
	set_block(setter, &end, row->end, (Column){column.x + column.width - width, width});
	Len down = style_baseline(setter_style(setter, row->hang->role)) -
		style_baseline(setter_style(setter, row->end->role));
	Len height = vlist_height(&hang, 0, vlist_count(&hang));
	BoxBuilder box;
	box_init(&box, setter->arena);
	box_add_vlist(&box, &hang, 0, vlist_count(&hang), 0);
	box_add_vlist(&box, &end, 0, vlist_count(&end), down);
	add_box(setter, list, &box, height);
	vlist_finish(&hang);
	vlist_finish(&end);
}

void set_stacked_row(Setter *setter, VList *list, const Block *row) {
	Column column = setter_full_column(setter);
	int start = vlist_count(list);
	add_rule(setter, list, row->rule);
	if (has_end_above(setter, row)) {
		VList text;
		vlist_init(&text, setter->arena);
		set_end_above(setter, list, row, &text);
		keep_all(list, start);
		vlist_keep_first(&text, 0, FIRST_LINES);
		vlist_append(list, &text);
		vlist_finish(&text);
	} else {
		add_hang(setter, list, row->hang);
		keep_all(list, start);
		int text = vlist_count(list);
		set_children(setter, list, row, column);
		vlist_keep_first(list, text, FIRST_LINES);
		add_end(setter, list, row->end);
	}
	Len page = setter->format.line * setter->format.line_count;
	if (row->whole && vlist_height(list, start, vlist_count(list)) <= page / 2) {
		keep_all(list, start);
	}
	set_to_grid(setter, list, start, 1);
	if (row->rule != RULE_HEAD && !row->keeps) {
		vlist_add_penalty(list, 0);
	}
}

/* "2:10–2:40 pm" on one line. */
static void add_times(Setter *setter, VList *list, const TalkBlock *talk) {
	if (!talk->start) {
		return;
	}
	InlineBuilder *builder = inline_builder_new(setter->arena);
	inline_add_inline(builder, talk->start, -1);
	if (talk->end) {
		inline_add_inline(builder, talk->end, STYLE_END_TIME);
	}
	const Inline *times =
		inline_builder_end(builder, talk->start->language, talk->start->source);
	set_text(setter, list,
		(Words){STYLE_START_TIME, times, setter_full_column(setter),
			tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
}

static void add_line(Setter *setter, VList *list, StyleRole role, const Inline *text) {
	vlist_add_penalty(list, 0);
	set_text(setter, list,
		(Words){role, text, setter_full_column(setter),
			tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
}

static void add_names(Setter *setter, VList *list, const TalkBlock *talk) {
	vlist_add_penalty(list, PENALTY_NEVER);
	vlist_add_glue(list, setter_half(setter, 1) / 2);
	for (int i = 0; i < talk->above_count; i++) {
		add_line(setter, list, STYLE_SPEAKER, talk->lines[i]);
	}
	for (int i = 0; i < talk->list_count; i++) {
		add_line(setter, list, STYLE_SPEAKER, talk->list[i]);
	}
	if (talk->names) {
		/* So many that they may go over the page. */
		ParSpec spec =
			setter_spec(setter, STYLE_CAPTION, talk->names, setter->format.live_width);
		vlist_add_penalty(list, 0);
		set_spec(setter, list, &spec, 0, tag_leaf(setter->tags, TAG_PARAGRAPH, 0));
	}
	for (int i = talk->above_count; i < talk->line_count; i++) {
		add_line(setter, list, STYLE_SPEAKER, talk->lines[i]);
	}
}

static void add_title(Setter *setter, VList *list, const TalkBlock *talk) {
	int start = vlist_count(list);
	add_rule(setter, list, RULE_HEAD);
	add_times(setter, list, talk);
	set_text(setter, list,
		(Words){talk_title_role(setter, talk), talk->title, setter_full_column(setter),
			tag_leaf(setter->tags, TAG_HEADING, 2)});
	int names = vlist_count(list);
	add_names(setter, list, talk);
	Len page = setter->format.line * setter->format.line_count;
	if (vlist_height(list, start, vlist_count(list)) <= page / 2) {
		keep_all(list, start);
	} else {
		vlist_keep_first(list, names, 2);
	}
	vlist_add_penalty(list, PENALTY_NEVER);
	vlist_add_glue(list, setter_half(setter, 1));
	set_to_grid(setter, list, start, 2);
	vlist_add_penalty(list, PENALTY_NEVER);
}

/* A part of the talk below what stands already. */
static void add_part(
	Setter *setter, VList *list, const Block *block, RuleKind rule, int half_lines) {
	if (!block) {
		return;
	}
	Block part = *block;
	if (part.kind == BLOCK_ROW) {
		part.rule = rule;
		part.whole = FALSE;
	}
	vlist_add_penalty(list, 0);
	vlist_add_glue(list, setter_half(setter, half_lines));
	set_block(setter, list, &part, setter_full_column(setter));
}

void set_stacked_talk(Setter *setter, VList *list, const TalkBlock *talk, gboolean own_page) {
	int start = vlist_count(list);
	add_title(setter, list, talk);
	if (talk->abstract) {
		int prose = vlist_count(list);
		set_block(setter, list, talk->abstract, setter_full_column(setter));
		vlist_keep_first(list, prose, FIRST_LINES);
	}
	if (talk->extra) {
		add_part(setter, list, talk->extra, RULE_HAIR, talk->abstract ? 2 : 0);
	}
	add_part(setter, list, talk->references, RULE_HAIR, 2);
	for (int i = 0; i < talk->bio_count; i++) {
		add_part(setter, list, talk->bios[i], RULE_HAIR, BIO_GAP);
	}
	if (!own_page) {
		vlist_add_glue(list, setter_half(setter, GAP_AFTER_TALK));
	}
	set_to_grid(setter, list, start, 2);
	vlist_add_penalty(list, 0);
}
