/* timeline: see the header. In the booklet a day is true to scale where every text fits its slot
 * and the day fits the page, with whole lines for half an hour; otherwise rows have their natural
 * height. */
#include "layout/timeline.h"

enum { HALF_HOUR = 30, QUARTERS = 4 /* of a line, in scales */ };

static Column title_column(const Setter *setter, const Row *row) {
	const Slot *slot = row->slot;
	Column text = setter_text_column(setter);
	Len end = slot->page ? len_scale(len_from_mm(9), setter->sheet.scale) : 0;
	if (slot->closing && row->code_of) {
		end = timeline_code_side(setter) + setter->format.gutter;
	}
	Len indent = slot->indent * setter->sheet.indent;
	return (Column){text.x + indent, text.width - end - indent};
}

static gboolean is_over(Arrangement arrangement) {
	return arrangement <= SHORT_OVER_BARE;
}

gboolean arrangement_is_short(Arrangement arrangement) {
	return arrangement == SHORT_OVER_SPEAKERS || arrangement == SHORT_OVER_BARE;
}

static const Inline *row_title(const Row *row) {
	return arrangement_is_short(row->arrangement) && row->slot->short_title
		? row->slot->short_title
		: row->slot->title;
}

static const Inline *row_speakers(const Row *row) {
	gboolean full = row->arrangement == TITLE_OVER_SPEAKERS ||
		row->arrangement == SHORT_OVER_SPEAKERS || row->arrangement == ON_ONE_LINE;
	return full ? row->slot->speakers : row->slot->speakers_bare;
}

/* Title and speakers run together, an em apart. */
static const Inline *one_line(Setter *setter, const Row *row) {
	const Slot *slot = row->slot;
	const Inline *speakers = row_speakers(row);
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
	return slot->pause || slot->closing ? STYLE_AGENDA_BREAK : STYLE_AGENDA_TITLE;
}

Len timeline_set_texts(Setter *setter, VList *out, const Row *row) {
	VList list;
	vlist_init(&list, setter->arena);
	const Slot *slot = row->slot;
	Column column = title_column(setter, row);
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
		set_text(setter, &list,
			(Words){title_role(slot), one_line(setter, row), column, title_tag});
	}
	Len height = vlist_height(&list, 0, vlist_count(&list));
	if (out) {
		vlist_append(out, &list);
	}
	vlist_finish(&list);
	return height;
}

Column timeline_time_column(const Setter *setter) {
	Column hang = setter_hang_column(setter);
	hang.width += setter->terse > 0 ? setter->format.gutter / 2 : setter->format.gutter * 3 / 4;
	return hang;
}

Len timeline_text_drop(const Setter *setter) {
	return style_baseline(setter_style(setter, STYLE_AGENDA_TIME)) -
		style_baseline(setter_style(setter, STYLE_AGENDA_TITLE));
}

Len timeline_code_white(const Setter *setter) {
	return setter->format.line * 3 / 4;
}

Len timeline_code_side(const Setter *setter) {
	return len_scale(len_from_mm(24), setter->format.line_scale);
}

ParSpec timeline_caption(Setter *setter, const Inline *caption) {
	Len most = setter_style(setter, STYLE_POSTER_CAPTION)->size * 9;
	ParSpec spec = setter_spec(setter, STYLE_POSTER_CAPTION, caption, most);
	spec.measure = MIN(par_set(setter->text, setter->arena, &spec)->width + 1024, most);
	return spec;
}

Len timeline_caption_height(Setter *setter, const TimelineBlock *timeline) {
	if (!timeline->code_caption) {
		return 0;
	}
	ParSpec spec = timeline_caption(setter, timeline->code_caption);
	const Par *par = par_set(setter->text, setter->arena, &spec);
	return par->line_count * par->leading;
}

/* White between the rule and the text: a single line makes do with less. */
static Len row_pad(const Setter *setter, const Row *row) {
	return is_over(row->arrangement) ? setter->format.line / 4 : setter->format.line / 16;
}

static Len time_height(Setter *setter, const Slot *slot) {
	if (!slot->time) {
		return 0;
	}
	VList list;
	vlist_init(&list, setter->arena);
	Words words = {STYLE_AGENDA_TIME, slot->time, timeline_time_column(setter), TAG_ARTIFACT};
	set_text(setter, &list, words);
	Len height = vlist_height(&list, 0, vlist_count(&list));
	vlist_finish(&list);
	return height;
}

Len timeline_row_needs(Setter *setter, Row *row, Arrangement arrangement) {
	row->arrangement = arrangement;
	Len *needs = &row->needs[row->code_of != NULL][arrangement];
	if (*needs == 0) {
		Len drop = timeline_text_drop(setter);
		*needs = row_pad(setter, row) +
			MAX(timeline_set_texts(setter, NULL, row) + MAX(drop, 0),
				time_height(setter, row->slot) + MAX(-drop, 0));
	}
	return *needs;
}

/* A row of several lines stands a quarter line below its rule. In one that is hardly higher than
 * its line, the capitals stand in the middle between the rules. */
Len timeline_row_top(Setter *setter, const Row *row) {
	Len pad = setter->format.line / 4;
	if (is_over(row->arrangement)) {
		return pad;
	}
	RoleMetrics time = text_role_metrics(setter->text, &setter->sheet, STYLE_AGENDA_TIME);
	Len line = row->natural - row_pad(setter, row);
	Len middle = (row->height - line + time.cap_height - time.x_height) / 2;
	return CLAMP(middle, setter->format.line / 16, pad);
}

/* Chooses the most generous arrangement that fits `height`; FALSE when none does. */
static gboolean arrange(Setter *setter, Row *row, Len height) {
	static const Arrangement order[] = {TITLE_OVER_SPEAKERS, TITLE_OVER_BARE,
		SHORT_OVER_SPEAKERS, SHORT_OVER_BARE, ON_ONE_LINE, ON_ONE_LINE_BARE};
	for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
		if (arrangement_is_short(order[i]) && !row->slot->short_title) {
			continue;
		}
		row->natural = timeline_row_needs(setter, row, order[i]);
		/* The next rule wants a quarter line of white above it, but for a single line. */
		Len white = is_over(order[i]) ? setter->format.line / 4 : 0;
		if (row->natural + white <= height) {
			return TRUE;
		}
	}
	return FALSE;
}

/* --- true to scale ------------------------------------------------------------------------ */

gboolean timeline_is_sequence(const TimelineBlock *timeline) {
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

static Len closing_height(Setter *setter, Row *row) {
	row->natural = timeline_row_needs(setter, row, ON_ONE_LINE);
	return MAX(3 * setter->format.line / 2, row->natural + setter->format.line / 4);
}

void timeline_scale(Setter *setter, Row *rows, const TimelineBlock *timeline, int quarters) {
	int count = timeline->slot_count;
	Len per_half_hour = quarters * setter->format.line / QUARTERS;
	for (int i = 0; i < count; i++) {
		const Slot *slot = rows[i].slot;
		if (slot->closing) {
			rows[i].height = closing_height(setter, &rows[i]);
			continue;
		}
		int until = i + 1 < count ? rows[i + 1].slot->start : slot->end;
		/* Heights come from running sums, so that rounding does not add up. */
		Len before = per_half_hour / HALF_HOUR * (slot->start - rows[0].slot->start);
		Len after = per_half_hour / HALF_HOUR * (until - rows[0].slot->start);
		rows[i].height = after - before;
	}
}

gboolean timeline_arrange(Setter *setter, Row *rows, int count) {
	for (int i = 0; i < count; i++) {
		if (!rows[i].slot->closing && !arrange(setter, &rows[i], rows[i].height)) {
			return FALSE;
		}
	}
	return TRUE;
}

Len timeline_height(const Row *rows, int count) {
	Len total = 0;
	for (int i = 0; i < count; i++) {
		total += rows[i].height;
	}
	return total;
}

Len timeline_band_height(const Setter *setter, const Slot *slot) {
	return slot->midnight ? 3 * setter->format.line / 2 : 0;
}

/* Whole lines for half an hour. */
static gboolean scale_booklet(Setter *setter, Row *rows, const TimelineBlock *timeline) {
	enum { MOST = 4, LEAST = 2 };
	int count = timeline->slot_count;
	Len note = timeline->note ? setter->format.line : 0;
	for (int i = 0; i < count; i++) {
		note += timeline_band_height(setter, rows[i].slot);
	}
	for (int lines = MOST; lines >= LEAST; lines--) {
		timeline_scale(setter, rows, timeline, lines * QUARTERS);
		if (timeline_height(rows, count) + note <= setter->room &&
			timeline_arrange(setter, rows, count)) {
			return TRUE;
		}
	}
	return FALSE;
}

/* --- not to scale ------------------------------------------------------------------------- */

/* Returns the height of all rows with so much white below each. */
static Len natural_rows_with(Setter *setter, Row *rows, int count, Len white) {
	Len half = setter_half(setter, 1), total = 0;
	for (int i = 0; i < count; i++) {
		const Slot *slot = rows[i].slot;
		Arrangement arrangement =
			setter->format.stacked ? TITLE_OVER_BARE : TITLE_OVER_SPEAKERS;
		arrangement = slot->pause || slot->closing ? ON_ONE_LINE : arrangement;
		rows[i].natural = timeline_row_needs(setter, &rows[i], arrangement);
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

gboolean timeline_fit(Setter *setter, Row *rows, const TimelineBlock *timeline) {
	if (!setter->format.stacked && timeline_is_sequence(timeline) &&
		scale_booklet(setter, rows, timeline)) {
		return TRUE;
	}
	natural_rows(setter, rows, timeline->slot_count);
	return FALSE;
}
