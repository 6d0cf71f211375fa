/* set_timeline: draws the rows of a day's agenda that timeline.c has arranged, in the booklet with
 * its note and the heads of further pages. */
#include "layout/timeline.h"

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

/* The code at the row's end edge, its caption before it. */
static void add_code(Setter *setter, BoxBuilder *box, const TimelineBlock *timeline, Len top) {
	Column text = setter_text_column(setter);
	Len side = timeline_code_side(setter);
	/* Its modules end with the rules; the white around them stands in the margin. */
	Len quiet = figure_quiet_part(setter, timeline->code, side);
	Column square = {text.x + text.width - side + quiet, side};
	set_figure(setter, box, timeline->code, square, top);
	const Inline *words = timeline->code_caption;
	if (!words) {
		return;
	}
	VList caption;
	vlist_init(&caption, setter->arena);
	Len width = timeline_caption(setter, words).measure;
	Column beside = {square.x - width - setter->format.gutter, width};
	set_text(setter, &caption,
		(Words){STYLE_POSTER_CAPTION, words, beside,
			tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
	Len height = vlist_height(&caption, 0, vlist_count(&caption));
	box_add_vlist(box, &caption, 0, vlist_count(&caption), top + side - quiet - height);
	vlist_finish(&caption);
}

void timeline_add_row(Setter *setter, VList *list, const Row *row) {
	const Slot *slot = row->slot;
	BoxBuilder box;
	box_init(&box, setter->arena);
	double scale = setter->format.line_scale;
	Column text = setter_text_column(setter);
	tag_open(setter->tags, TAG_ROW, 0);
	if (slot->indent == 0 && !slot->pause && !slot->closing && !setter->tabular) {
		set_rule(setter, &box,
			(RuleAt){setter_hang_column(setter), 0,
				len_scale(setter->theme->row_bar, scale), COLOUR_ACCENT});
	}
	Len indent = slot->indent * setter->sheet.indent;
	Column hair = {text.x + indent, text.width - indent};
	if (setter->tabular && indent == 0) {
		hair = setter_full_column(setter);
	}
	set_rule(setter, &box,
		(RuleAt){hair, 0, len_scale(setter->theme->row_hair, scale), COLOUR_INK});
	Len top = timeline_row_top(setter, row), drop = timeline_text_drop(setter);
	VList time, texts;
	vlist_init(&time, setter->arena);
	vlist_init(&texts, setter->arena);
	int head = tag_leaf(setter->tags, TAG_HEADER_CELL, TAG_SCOPE_ROW);
	if (slot->time) {
		set_text(setter, &time,
			(Words){STYLE_AGENDA_TIME, slot->time, timeline_time_column(setter), head});
	}
	tag_open(setter->tags, TAG_CELL, 0);
	timeline_set_texts(setter, &texts, row);
	box_add_vlist(&box, &time, 0, vlist_count(&time), top + MAX(-drop, 0));
	box_add_vlist(&box, &texts, 0, vlist_count(&texts), top + MAX(drop, 0));
	if (row->code_of) {
		Len lift = timeline_code_side(setter) + timeline_code_white(setter) / 2;
		add_code(setter, &box, row->code_of, row->height - lift);
	}
	tag_close(setter->tags);
	if (setter->terse == 0) {
		tag_open(setter->tags, TAG_CELL, 0);
		if (slot->page) {
			add_page_number(setter, &box, slot, top + MAX(drop, 0));
		}
		tag_close(setter->tags);
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
			tag_leaf(setter->tags, TAG_NOTE, 0)});
}

VItem timeline_repeated_head(Setter *setter, const TimelineBlock *timeline) {
	StyleRole role = setter->terse > 0 ? STYLE_AGENDA_TITLE : STYLE_FACT_STRONG;
	Len baseline = style_baseline(setter_style(setter, role));
	Column label_column =
		setter->tabular ? timeline_time_column(setter) : setter_hang_column(setter);
	VList name, label, made;
	vlist_init(&name, setter->arena);
	vlist_init(&label, setter->arena);
	vlist_init(&made, setter->arena);
	set_text(setter, &name,
		(Words){role, timeline->head, setter_text_column(setter), TAG_ARTIFACT});
	if (timeline->head_label) {
		set_text(setter, &label,
			(Words){STYLE_LABEL, timeline->head_label, label_column, TAG_ARTIFACT});
	}
	Len lower = baseline - style_baseline(setter_style(setter, STYLE_LABEL));
	BoxBuilder box;
	box_init(&box, setter->arena);
	box_add_vlist(&box, &name, 0, vlist_count(&name), MAX(-lower, 0));
	box_add_vlist(&box, &label, 0, vlist_count(&label), MAX(lower, 0));
	Len height = MAX(vlist_height(&name, 0, vlist_count(&name)),
			     vlist_height(&label, 0, vlist_count(&label))) +
		setter->format.line / 2;
	box_end(&box, &made, height);
	VItem head = {.kind = V_REPEAT, .height = height, .as.box = vlist_at(&made, 0)->as.box};
	vlist_finish(&name);
	vlist_finish(&label);
	vlist_finish(&made);
	return head;
}

/* Words in white on the band, in the middle of it. */
static void add_band_words(Setter *setter, BoxBuilder *box, Words band) {
	Len down = style_baseline(setter_style(setter, STYLE_AGENDA_TITLE)) -
		style_baseline(setter_style(setter, band.role)) + setter->format.line / 5;
	VList words;
	vlist_init(&words, setter->arena);
	set_text(setter, &words, band);
	guint from = box->items->len;
	box_add_vlist(box, &words, 0, vlist_count(&words), down);
	for (guint i = from; i < box->items->len; i++) {
		PageItem *item = &g_array_index(box->items, PageItem, i);
		if (item->kind == PAGE_TEXT) {
			item->as.text.colour = COLOUR_PAPER;
		}
	}
	vlist_finish(&words);
}

/* The band's tags: of the document, or none where it stands once more. */
typedef enum BandTags { BAND_TAGGED, BAND_AGAIN } BandTags;

/* Ink over both columns where the date changes (DESIGN-2 E4). */
static void add_band(Setter *setter, VList *list, const Slot *slot, BandTags tags) {
	Len height = 5 * setter->format.line / 4;
	Column hang = setter_hang_column(setter), text = setter_text_column(setter);
	Len inset = len_scale(len_from_mm(2), setter->format.line_scale);
	Len width = text.x + text.width;
	gboolean tagged = tags == BAND_TAGGED;
	BoxBuilder box;
	box_init(&box, setter->arena);
	box_add(&box,
		(PageItem){.kind = PAGE_FILL,
			.tag = TAG_ARTIFACT,
			.as.fill = {.area = {setter_left(setter, 0, width), 0, width, height},
				.colour = COLOUR_INK}});
	int head = tagged ? tag_leaf(setter->tags, TAG_HEADER_CELL, TAG_SCOPE_ROW) : TAG_ARTIFACT;
	if (!setter->tabular) {
		add_band_words(setter, &box,
			(Words){STYLE_LABEL, slot->midnight,
				(Column){hang.x + inset, hang.width - inset}, head});
	}
	int tag = tagged ? tag_leaf(setter->tags, TAG_CELL, 0) : TAG_ARTIFACT;
	add_band_words(setter, &box,
		(Words){STYLE_AGENDA_TITLE, slot->midnight_day,
			(Column){text.x + (setter->tabular ? inset : 0), text.width - inset}, tag});
	box_end(&box, list, timeline_band_height(setter, slot));
}

/* Further pages begin with it too. */
static void add_midnight(Setter *setter, VList *list, const Slot *slot) {
	tag_open(setter->tags, TAG_ROW, 0);
	add_band(setter, list, slot, BAND_TAGGED);
	if (setter->terse == 0) {
		tag_leaf(setter->tags, TAG_CELL, 0); /* of the page's number */
	}
	tag_close(setter->tags);
	VList again;
	vlist_init(&again, setter->arena);
	add_band(setter, &again, slot, BAND_AGAIN);
	VItem head = {.kind = V_REPEAT,
		.height = timeline_band_height(setter, slot),
		.as.box = vlist_at(&again, 0)->as.box};
	vlist_finish(&again);
	vlist_add(list, head);
	vlist_add_penalty(list, PENALTY_NEVER);
}

static int row_penalty(const Row *rows, int row) {
	/* A session's head stays with its first talk, the end of the day with what it ends. */
	return rows[row].slot->indent > rows[row - 1].slot->indent || rows[row].slot->closing
		? PENALTY_NEVER
		: 0;
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
	setter->tabular = setter->format.stacked;
	gboolean scaled = timeline_fit(setter, rows, timeline);
	tag_open(setter->tags, TAG_TABLE, 0);
	for (int i = 0; i < count; i++) {
		if (i == 1 && timeline->head) {
			vlist_add(list, timeline_repeated_head(setter, timeline));
		}
		if (i > 0) {
			vlist_add_penalty(list, scaled ? PENALTY_NEVER : row_penalty(rows, i));
		}
		if (rows[i].slot->midnight) {
			add_midnight(setter, list, rows[i].slot);
		}
		timeline_add_row(setter, list, &rows[i]);
	}
	tag_close(setter->tags);
	vlist_add(list, (VItem){.kind = V_REPEAT});
	if (scaled && timeline->note) {
		add_note(setter, list, timeline->note);
	}
	setter->tabular = FALSE;
}
