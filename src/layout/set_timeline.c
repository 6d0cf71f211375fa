/* set_timeline: a day's agenda. True to scale (4, 3 or 2 lines for half an hour) where every text
 * fits its slot and the day fits the page; otherwise rows of their natural height. */
#include "layout/setter.h"

enum { HALF_HOUR = 30 };

/* How a slot's texts are arranged, from generous to terse. */
typedef enum Arrangement {
	TITLE_OVER_SPEAKERS,
	TITLE_OVER_BARE, /* without affiliations */
	SHORT_OVER_BARE, /* posters: short title too */
	ON_ONE_LINE,
	ON_ONE_LINE_BARE
} Arrangement;

typedef struct Row {
	const Slot *slot;
	Arrangement arrangement;
	Len natural; /* height it needs */
	Len height; /* height it gets */
	const TimelineBlock *code_of; /* the timeline whose code stands in this row, or NULL */
} Row;

static Column title_column(const Setter *setter, const Slot *slot) {
	Column text = setter_text_column(setter);
	Len page_width = slot->page ? len_scale(len_from_mm(9), setter->sheet.scale) : 0;
	Len indent = slot->indent * setter->sheet.indent;
	return (Column){text.x + indent, text.width - page_width - indent};
}

static gboolean is_over(Arrangement arrangement) {
	return arrangement <= SHORT_OVER_BARE;
}

static const Inline *row_title(const Row *row) {
	gboolean shorter = row->arrangement == SHORT_OVER_BARE && row->slot->short_title;
	return shorter ? row->slot->short_title : row->slot->title;
}

static const Inline *row_speakers(const Row *row) {
	return row->arrangement == TITLE_OVER_SPEAKERS ? row->slot->speakers
						       : row->slot->speakers_bare;
}

/* Title and speakers run together, an em apart. */
static const Inline *one_line(Setter *setter, const Slot *slot, gboolean bare) {
	const Inline *speakers = bare ? slot->speakers_bare : slot->speakers;
	if (!speakers) {
		return slot->title;
	}
	InlineBuilder *builder = inline_builder_new(setter->arena);
	inline_add_inline(builder, slot->title, -1);
	inline_add(builder, "\xe2\x80\x83"); /* em space */
	inline_add_inline(builder, speakers, -1);
	return inline_builder_end(builder, slot->title->language, slot->source);
}

static StyleRole title_role(const Slot *slot) {
	return slot->pause ? STYLE_AGENDA_BREAK : STYLE_AGENDA_TITLE;
}

/* Sets the texts of a slot into `out` (NULL = only measure) and returns their height. */
static Len set_texts(Setter *setter, VList *out, const Row *row) {
	VList list;
	vlist_init(&list, setter->arena);
	const Slot *slot = row->slot;
	Column column = title_column(setter, slot);
	int title_tag = out ? tag_leaf(setter->tags, TAG_PARAGRAPH, 0) : TAG_ARTIFACT;
	if (is_over(row->arrangement)) {
		const Inline *speakers = row_speakers(row);
		set_text(setter, &list,
			(Words){title_role(slot), row_title(row), column, title_tag});
		if (speakers) {
			int tag = out ? tag_leaf(setter->tags, TAG_PARAGRAPH, 0) : TAG_ARTIFACT;
			set_text(setter, &list,
				(Words){STYLE_AGENDA_SPEAKER, speakers, column, tag});
		}
	} else {
		const Inline *text = one_line(setter, slot, row->arrangement == ON_ONE_LINE_BARE);
		set_text(setter, &list, (Words){title_role(slot), text, column, title_tag});
	}
	Len height = vlist_height(&list, 0, vlist_count(&list));
	if (out) {
		vlist_append(out, &list);
	}
	vlist_finish(&list);
	return height;
}

/* White between the rule and the text: a single line makes do with less. */
static Len row_pad(const Setter *setter, const Row *row) {
	return is_over(row->arrangement) ? setter->format.line / 4 : setter->format.line / 16;
}

/* A time with am or pm may reach into the gutter. */
static Column time_column(const Setter *setter) {
	Column hang = setter_hang_column(setter);
	hang.width += setter->format.gutter * 3 / 4;
	return hang;
}

static Len time_height(Setter *setter, const Slot *slot) {
	if (!slot->time) {
		return 0;
	}
	VList list;
	vlist_init(&list, setter->arena);
	Words words = {STYLE_AGENDA_TIME, slot->time, time_column(setter), TAG_ARTIFACT};
	set_text(setter, &list, words);
	Len height = vlist_height(&list, 0, vlist_count(&list));
	vlist_finish(&list);
	return height;
}

static Len row_needs(Setter *setter, Row *row, Arrangement arrangement) {
	row->arrangement = arrangement;
	return row_pad(setter, row) +
		MAX(set_texts(setter, NULL, row), time_height(setter, row->slot));
}

/* Chooses the most generous arrangement that fits `height`; FALSE when none does. */
static gboolean arrange(Setter *setter, Row *row, Len height) {
	static const Arrangement order[] = {TITLE_OVER_SPEAKERS, TITLE_OVER_BARE, SHORT_OVER_BARE,
		ON_ONE_LINE, ON_ONE_LINE_BARE};
	for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
		if (order[i] == SHORT_OVER_BARE && !row->slot->short_title) {
			continue;
		}
		row->natural = row_needs(setter, row, order[i]);
		/* The next rule wants a quarter line of white above it, but for a single line. */
		Len white = is_over(order[i]) ? setter->format.line / 4 : 0;
		if (row->natural + white <= height) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean is_sequence(const TimelineBlock *timeline) {
	for (int i = 0; i < timeline->slot_count; i++) {
		const Slot *slot = &timeline->slots[i];
		if (slot->indent > 0 || slot->start < 0 || slot->end < slot->start) {
			return FALSE;
		}
		if (i > 0 && slot->start < timeline->slots[i - 1].end) {
			return FALSE;
		}
	}
	return timeline->slot_count > 0;
}

/* Heights at a scale of `lines` per half hour. FALSE when something does not fit. */
static gboolean scale_rows(Setter *setter, Row *rows, const TimelineBlock *timeline, int lines) {
	int count = timeline->slot_count;
	Len per_half_hour = lines * setter->format.line;
	Len total = 0;
	for (int i = 0; i < count; i++) {
		const Slot *slot = rows[i].slot;
		int until = i + 1 < count ? rows[i + 1].slot->start : slot->end;
		/* Heights come from running sums, so that rounding does not add up. */
		Len before = per_half_hour / HALF_HOUR * (slot->start - rows[0].slot->start);
		Len after = per_half_hour / HALF_HOUR * (until - rows[0].slot->start);
		rows[i].height = slot->closing ? 3 * setter->format.line / 2 : after - before;
		total += rows[i].height;
		if (slot->closing) {
			rows[i].arrangement = TITLE_OVER_SPEAKERS;
		} else if (!arrange(setter, &rows[i], rows[i].height)) {
			return FALSE;
		}
	}
	Len note = timeline->note ? setter->format.line : 0;
	return total + note <= setter->room;
}

/* Returns the height of all rows with so much white below each. */
static Len natural_rows_with(Setter *setter, Row *rows, int count, Len white) {
	Len half = setter_half(setter, 1), total = 0;
	for (int i = 0; i < count; i++) {
		const Slot *slot = rows[i].slot;
		Arrangement arrangement =
			slot->pause || slot->closing ? ON_ONE_LINE : TITLE_OVER_SPEAKERS;
		rows[i].natural = row_needs(setter, &rows[i], arrangement);
		rows[i].height = (rows[i].natural + white + half - 1) / half * half;
		total += rows[i].height;
	}
	return total;
}

/* Half a line of white between rows, or less where the day then keeps to its page. */
static void natural_rows(Setter *setter, Row *rows, int count) {
	Len line = setter->format.line;
	if (natural_rows_with(setter, rows, count, line / 2) > setter->room &&
		natural_rows_with(setter, rows, count, line / 4) > setter->room) {
		natural_rows_with(setter, rows, count, line / 2);
	}
}

static void add_page_number(Setter *setter, BoxBuilder *box, const Slot *slot, Len top) {
	Column text = setter_text_column(setter);
	Column column = {text.x, text.width};
	VList list;
	vlist_init(&list, setter->arena);
	const Style *page = setter_style(setter, STYLE_AGENDA_PAGE);
	Len shift = style_baseline(setter_style(setter, STYLE_AGENDA_TITLE)) - style_baseline(page);
	set_text(setter, &list,
		(Words){STYLE_AGENDA_PAGE, slot->page, column,
			tag_leaf(setter->tags, TAG_REFERENCE, 0)});
	box_add_vlist(box, &list, 0, vlist_count(&list), top + shift);
	vlist_finish(&list);
}

static Len code_side(const Setter *setter) {
	return len_scale(len_from_mm(24), setter->format.line_scale);
}

/* The code at the row's end edge, its caption before it. */
static void add_code(Setter *setter, BoxBuilder *box, const TimelineBlock *timeline, Len top) {
	Column text = setter_text_column(setter);
	Len side = code_side(setter);
	Column square = {text.x + text.width - side, side};
	set_figure(setter, box, timeline->code, square, top);
	VList caption;
	vlist_init(&caption, setter->arena);
	Len width = setter_style(setter, STYLE_POSTER_CAPTION)->size * 9;
	const Inline *words = timeline->code_caption;
	width = MIN(width,
		text_width(setter->text, &setter->sheet, STYLE_POSTER_CAPTION, words,
			setter->composition->language) +
			1024);
	Column beside = {square.x - width - setter->format.gutter, width};
	set_text(setter, &caption,
		(Words){STYLE_POSTER_CAPTION, words, beside,
			tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
	Len height = vlist_height(&caption, 0, vlist_count(&caption));
	box_add_vlist(box, &caption, 0, vlist_count(&caption), top + side - height);
	vlist_finish(&caption);
}

/* The row with the most white takes the code, if it has enough. */
static gboolean place_code(Setter *setter, Row *rows, const TimelineBlock *timeline) {
	Row *best = NULL;
	for (int i = 0; i < timeline->slot_count; i++) {
		if (!best || rows[i].height - rows[i].natural > best->height - best->natural) {
			best = &rows[i];
		}
	}
	Len needs = best->natural + code_side(setter) + setter->format.line / 2;
	if (best->height < needs) {
		return FALSE;
	}
	best->code_of = timeline;
	return TRUE;
}

static void add_row(Setter *setter, VList *list, const Row *row) {
	const Slot *slot = row->slot;
	BoxBuilder box;
	box_init(&box, setter->arena);
	double scale = setter->format.line_scale;
	Column text = setter_text_column(setter);
	tag_open(setter->tags, TAG_ROW, 0);
	if (slot->indent == 0 && !slot->pause && !slot->closing) {
		set_rule(setter, &box,
			(RuleAt){setter_hang_column(setter), 0,
				len_scale(setter->theme->row_bar, scale), COLOUR_ACCENT});
	}
	Len indent = slot->indent * setter->sheet.indent;
	set_rule(setter, &box,
		(RuleAt){(Column){text.x + indent, text.width - indent}, 0,
			len_scale(setter->theme->row_hair, scale), COLOUR_INK});
	/* A single line stands a quarter line below its rule, or in the middle of less. */
	Len pad = setter->format.line / 4;
	Len top = MIN(pad, MAX((row->height - row->natural) / 2, setter->format.line / 16));
	VList time, texts;
	vlist_init(&time, setter->arena);
	vlist_init(&texts, setter->arena);
	if (slot->time) {
		set_text(setter, &time,
			(Words){STYLE_AGENDA_TIME, slot->time, time_column(setter),
				tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
	}
	set_texts(setter, &texts, row);
	box_add_vlist(&box, &time, 0, vlist_count(&time), top);
	box_add_vlist(&box, &texts, 0, vlist_count(&texts), top);
	if (slot->page) {
		add_page_number(setter, &box, slot, top);
	}
	if (row->code_of) {
		Len lift = code_side(setter) + setter->format.line / 2;
		add_code(setter, &box, row->code_of, row->height - lift);
	}
	tag_close(setter->tags);
	vlist_add_anchor(list, slot->anchor);
	box_end(&box, list, row->height);
	vlist_finish(&time);
	vlist_finish(&texts);
}

static void add_note(Setter *setter, VList *list, const Inline *note) {
	vlist_add(list, (VItem){.kind = V_FILL});
	set_text(setter, list,
		(Words){STYLE_NOTE, note, setter_text_column(setter),
			tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
}

/* What every further page of the day begins with: its label and its name, small. */
static void add_repeated_head(Setter *setter, VList *list, const TimelineBlock *timeline) {
	VList cells;
	vlist_init(&cells, setter->arena);
	const Style *label = setter_style(setter, STYLE_LABEL);
	const Style *name = setter_style(setter, STYLE_FACT_STRONG);
	BoxBuilder box;
	box_init(&box, setter->arena);
	set_text(setter, &cells,
		(Words){STYLE_FACT_STRONG, timeline->head, setter_text_column(setter),
			TAG_ARTIFACT});
	box_add_vlist(&box, &cells, 0, vlist_count(&cells), 0);
	vlist_finish(&cells);
	if (timeline->head_label) {
		vlist_init(&cells, setter->arena);
		set_text(setter, &cells,
			(Words){STYLE_LABEL, timeline->head_label, setter_hang_column(setter),
				TAG_ARTIFACT});
		box_add_vlist(&box, &cells, 0, vlist_count(&cells),
			style_baseline(name) - style_baseline(label));
		vlist_finish(&cells);
	}
	VList made;
	vlist_init(&made, setter->arena);
	Len height = 3 * setter->format.line / 2;
	box_end(&box, &made, height);
	vlist_add(list,
		(VItem){.kind = V_REPEAT, .height = height, .as.box = vlist_at(&made, 0)->as.box});
	vlist_finish(&made);
}

void set_timeline(Setter *setter, VList *list, const Block *block) {
	const TimelineBlock *timeline = block->as.timeline;
	int count = timeline->slot_count;
	if (count == 0) {
		return;
	}
	Row *rows = arena_array_of(setter->arena, Row, count);
	for (int i = 0; i < count; i++) {
		rows[i].slot = &timeline->slots[i];
	}
	gboolean scaled = FALSE;
	if (is_sequence(timeline)) {
		for (int lines = 4; lines >= 2 && !scaled; lines--) {
			scaled = scale_rows(setter, rows, timeline, lines);
		}
	}
	if (!scaled) {
		natural_rows(setter, rows, count);
	}
	gboolean code_placed = scaled && timeline->code && place_code(setter, rows, timeline);
	tag_open(setter->tags, TAG_TABLE, 0);
	for (int i = 0; i < count; i++) {
		if (i == 1 && timeline->head) {
			add_repeated_head(setter, list, timeline);
		}
		if (i > 0) {
			/* A session's head stays with its first talk. */
			gboolean keep = rows[i].slot->indent > rows[i - 1].slot->indent;
			gboolean last = rows[i].slot->closing;
			vlist_add_penalty(list, scaled || keep || last ? PENALTY_NEVER : 0);
		}
		add_row(setter, list, &rows[i]);
	}
	tag_close(setter->tags);
	vlist_add(list, (VItem){.kind = V_REPEAT});
	if (timeline->code && !code_placed) {
		BoxBuilder box;
		box_init(&box, setter->arena);
		add_code(setter, &box, timeline, 0);
		vlist_add_penalty(list, PENALTY_NEVER - 1);
		vlist_add_glue(list, setter->format.line / 2);
		box_end(&box, list, code_side(setter));
	}
	if (scaled && timeline->note) {
		add_note(setter, list, timeline->note);
	}
}
