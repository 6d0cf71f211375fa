/* timeline: see the header. True to scale where every text fits its slot and the day fits the
 * page: whole lines for half an hour in the booklet, whatever fills the sheet on posters.
 * Otherwise rows of their natural height; a poster then gives up words, one kind after the other
 * over the whole sheet (DESIGN.md 11), as the setter's `terse` says. */
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

static gboolean is_short(Arrangement arrangement) {
	return arrangement == SHORT_OVER_SPEAKERS || arrangement == SHORT_OVER_BARE;
}

static const Inline *row_title(const Row *row) {
	return is_short(row->arrangement) && row->slot->short_title ? row->slot->short_title
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
	hang.width += setter->format.gutter * 3 / 4;
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

static Len row_needs(Setter *setter, Row *row, Arrangement arrangement) {
	row->arrangement = arrangement;
	Len drop = timeline_text_drop(setter);
	return row_pad(setter, row) +
		MAX(timeline_set_texts(setter, NULL, row) + MAX(drop, 0),
			time_height(setter, row->slot) + MAX(-drop, 0));
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
		if (is_short(order[i]) && !row->slot->short_title) {
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

/* --- true to scale ------------------------------------------------------------------------ */

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

static Len closing_height(Setter *setter, Row *row) {
	row->natural = row_needs(setter, row, ON_ONE_LINE);
	return MAX(3 * setter->format.line / 2, row->natural + setter->format.line / 4);
}

/* Heights at a scale in quarter lines for half an hour. FALSE when something does not fit. */
static gboolean scale_rows(Setter *setter, Row *rows, const TimelineBlock *timeline, int quarters) {
	int count = timeline->slot_count;
	Len per_half_hour = quarters * setter->format.line / QUARTERS;
	Len total = 0;
	for (int i = 0; i < count; i++) {
		const Slot *slot = rows[i].slot;
		if (slot->closing) {
			rows[i].height = closing_height(setter, &rows[i]);
		} else {
			int until = i + 1 < count ? rows[i + 1].slot->start : slot->end;
			/* Heights come from running sums, so that rounding does not add up. */
			Len before =
				per_half_hour / HALF_HOUR * (slot->start - rows[0].slot->start);
			Len after = per_half_hour / HALF_HOUR * (until - rows[0].slot->start);
			rows[i].height = after - before;
		}
		total += rows[i].height;
	}
	Len note = timeline->note ? setter->format.line : 0;
	if (total + note > setter->room) {
		return FALSE;
	}
	for (int i = 0; i < count; i++) {
		if (!rows[i].slot->closing && !arrange(setter, &rows[i], rows[i].height)) {
			return FALSE;
		}
	}
	return TRUE;
}

/* Posters fill their sheet: the largest scale at which the day fits it. */
static gboolean scale_poster(Setter *setter, Row *rows, const TimelineBlock *timeline) {
	enum { MOST = 40, LEAST = 8 };
	for (int quarters = MOST; quarters >= LEAST; quarters--) {
		if (scale_rows(setter, rows, timeline, quarters)) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean scale_booklet(Setter *setter, Row *rows, const TimelineBlock *timeline) {
	enum { MOST = 4, LEAST = 2 };
	for (int lines = MOST; lines >= LEAST; lines--) {
		if (scale_rows(setter, rows, timeline, lines * QUARTERS)) {
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

/* The lowest of the arrangements up to `last`, the more generous one of equals. */
static Arrangement lowest(Setter *setter, Row *row, Arrangement last) {
	Arrangement best = TITLE_OVER_SPEAKERS;
	Len least = row_needs(setter, row, best);
	for (Arrangement next = best + 1; next <= last; next++) {
		if (is_short(next) && !row->slot->short_title) {
			continue;
		}
		Len needs = row_needs(setter, row, next);
		if (needs < least) {
			least = needs;
			best = next;
		}
	}
	return best;
}

static void arrange_row(Setter *setter, Row *row, Arrangement choice, int sixteenths) {
	row->natural = row_needs(setter, row, choice);
	row->height = row->natural + setter->format.line * sixteenths / 16;
	if (row->code_of) {
		row->height =
			MAX(row->height, timeline_code_side(setter) + timeline_code_white(setter));
	}
}

static Len rows_height(const Row *rows, int count) {
	Len total = 0;
	for (int i = 0; i < count; i++) {
		total += rows[i].height;
	}
	return total;
}

/* What was given up for all is given back to those for whom there is room: titles first. */
static void give_back(Setter *setter, Row *rows, int count, int sixteenths) {
	static const Arrangement order[] = {TITLE_OVER_BARE, TITLE_OVER_SPEAKERS};
	Len room = setter->room - rows_height(rows, count);
	for (size_t i = 0; i < G_N_ELEMENTS(order) && room > 0; i++) {
		for (int j = 0; j < count; j++) {
			const Row before = rows[j];
			if (before.arrangement <= order[i] || before.slot->pause ||
				before.slot->closing) {
				continue;
			}
			arrange_row(setter, &rows[j], order[i], sixteenths);
			Len more = rows[j].height - before.height;
			if (more > room) {
				rows[j] = before;
			} else {
				room -= more;
			}
		}
	}
}

/* Whose words a poster gives up at each level of terseness: nobody's; affiliations that take a
 * line; long titles; lines of their own for speakers. */
static void poster_rows(Setter *setter, Row *rows, const TimelineBlock *timeline) {
	static const Arrangement last[] = {
		TITLE_OVER_SPEAKERS, TITLE_OVER_BARE, SHORT_OVER_BARE, ON_ONE_LINE_BARE};
	static const int white[] = {8, 6, 5, 4}; /* sixteenths of a line below the text */
	size_t level = (size_t)CLAMP(setter->terse - 1, 0, (int)G_N_ELEMENTS(last) - 1);
	int count = timeline->slot_count;
	for (int i = 0; i < count; i++) {
		Row *row = &rows[i];
		Arrangement choice = ON_ONE_LINE;
		if (row->slot->closing && timeline->code) {
			/* What follows the close stands beside the code. */
			row->code_of = timeline;
			choice = TITLE_OVER_SPEAKERS;
		} else if (!row->slot->pause && !row->slot->closing) {
			choice = lowest(setter, row, last[level]);
		}
		arrange_row(setter, row, choice, white[level]);
	}
	give_back(setter, rows, count, white[level]);
	for (int more = white[level] + 1; more <= white[0]; more++) {
		if (rows_height(rows, count) + count * setter->format.line / 16 > setter->room) {
			break;
		}
		for (int i = 0; i < count; i++) {
			arrange_row(setter, &rows[i], rows[i].arrangement, more);
		}
	}
}

gboolean timeline_fit(Setter *setter, Row *rows, const TimelineBlock *timeline) {
	gboolean poster = setter->terse > 0;
	if (is_sequence(timeline) &&
		(poster ? scale_poster : scale_booklet)(setter, rows, timeline)) {
		return TRUE;
	}
	if (poster) {
		poster_rows(setter, rows, timeline);
	} else {
		natural_rows(setter, rows, timeline->slot_count);
	}
	return FALSE;
}
