/* timeline_poster: the rows of an agenda that is read from afar. True to scale where every text
 * fits its slot and the day its sheet: the largest scale that does. Otherwise rows of their natural
 * height; words are then given up, one kind after the other over the whole sheet (DESIGN.md 11),
 * as the setter's `terse` says. The code stands in the emptiest slot, else beside the close. */
#include "layout/timeline.h"

/* The row with the most white takes the code, if it has enough. */
static gboolean place_code(Setter *setter, Row *rows, const TimelineBlock *timeline) {
	Row *best = &rows[0];
	for (int i = 1; i < timeline->slot_count; i++) {
		if (rows[i].height - rows[i].natural >= best->height - best->natural) {
			best = &rows[i];
		}
	}
	Len needs = best->natural + timeline_code_side(setter) + timeline_code_white(setter) / 2;
	if (best->height < needs) {
		return FALSE;
	}
	best->code_of = timeline;
	return TRUE;
}

static void arrange_row(Setter *setter, Row *row, Arrangement choice, int sixteenths) {
	row->natural = timeline_row_needs(setter, row, choice);
	row->height = row->natural + setter->format.line * sixteenths / 16;
	if (row->code_of) {
		Len side = timeline_code_side(setter), white = timeline_code_white(setter);
		/* The caption stands beside the code's foot, below the texts. */
		Len caption = timeline_caption_height(setter, row->code_of);
		row->height = MAX(row->height, MAX(side + white, row->natural + caption + white));
	}
}

/* What follows the close stands beside the code. */
static gboolean close_with_code(Setter *setter, Row *rows, const TimelineBlock *timeline) {
	Row *last = &rows[timeline->slot_count - 1];
	if (!last->slot->closing) {
		return FALSE;
	}
	last->code_of = timeline;
	arrange_row(setter, last, TITLE_OVER_SPEAKERS, 4);
	if (timeline_fits_sheet(setter, rows, timeline->slot_count)) {
		return TRUE;
	}
	last->code_of = NULL;
	return FALSE;
}

static gboolean fits_with_code(Setter *setter, Row *rows, const TimelineBlock *timeline) {
	return !timeline->code || place_code(setter, rows, timeline) ||
		close_with_code(setter, rows, timeline);
}

/* Posters fill their sheet: the largest scale at which the day fits it. */
static gboolean scale_poster(Setter *setter, Row *rows, const TimelineBlock *timeline) {
	enum { MOST = 40, LEAST = 8 };
	int count = timeline->slot_count;
	for (int quarters = MOST; quarters >= LEAST; quarters--) {
		timeline_scale(setter, rows, timeline, quarters);
		if (timeline_fits_sheet(setter, rows, count) &&
			timeline_arrange(setter, rows, count) &&
			fits_with_code(setter, rows, timeline)) {
			return TRUE;
		}
	}
	return FALSE;
}

/* The lowest of the arrangements up to `last`, the more generous one of equals. */
static Arrangement lowest(Setter *setter, Row *row, Arrangement last) {
	Arrangement best = TITLE_OVER_SPEAKERS;
	Len least = timeline_row_needs(setter, row, best);
	for (Arrangement next = best + 1; next <= last; next++) {
		if (arrangement_is_short(next) && !row->slot->short_title) {
			continue;
		}
		Len needs = timeline_row_needs(setter, row, next);
		if (needs < least) {
			least = needs;
			best = next;
		}
	}
	return best;
}

static gboolean may_grow(const Row *row, Arrangement arrangement) {
	return row->arrangement > arrangement && !row->slot->pause && !row->slot->closing;
}

/* What was given up for all is given back to those for whom there is room on so many sheets:
 * titles first. */
static void give_back(Setter *setter, Row *rows, int count, int sixteenths) {
	static const Arrangement order[] = {TITLE_OVER_BARE, TITLE_OVER_SPEAKERS};
	enum { ROWS_MOST = 400 }; /* more are a table, and take their time */
	int sheets = timeline_sheets(setter, rows, count);
	if (sheets == G_MAXINT || count > ROWS_MOST) {
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
		for (int j = 0; j < count; j++) {
			const Row before = rows[j];
			if (!may_grow(&before, order[i])) {
				continue;
			}
			arrange_row(setter, &rows[j], order[i], sixteenths);
			if (timeline_sheets(setter, rows, count) > sheets) {
				rows[j] = before;
			}
		}
	}
}

static void set_white(Setter *setter, Row *rows, int count, int white) {
	for (int i = 0; i < count; i++) {
		arrange_row(setter, &rows[i], rows[i].arrangement, white);
	}
}

/* More white between rows, as long as the day keeps to its sheets. */
static void spread(Setter *setter, Row *rows, int count, int least, int most) {
	int sheets = timeline_sheets(setter, rows, count);
	for (int white = least + 1; white <= most; white++) {
		set_white(setter, rows, count, white);
		if (timeline_sheets(setter, rows, count) > sheets) {
			set_white(setter, rows, count, white - 1);
			return;
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
		row->code_of = row->slot->closing && timeline->code ? timeline : NULL;
		if (row->code_of) {
			choice = TITLE_OVER_SPEAKERS;
		} else if (!row->slot->pause && !row->slot->closing) {
			choice = lowest(setter, row, last[level]);
		}
		arrange_row(setter, row, choice, white[level]);
	}
	give_back(setter, rows, count, white[level]);
	spread(setter, rows, count, white[level], white[0]);
}

void timeline_fit_poster(Setter *setter, Row *rows, const TimelineBlock *timeline) {
	if (!timeline_is_sequence(timeline) || !scale_poster(setter, rows, timeline)) {
		poster_rows(setter, rows, timeline);
	}
	timeline_columns(setter, rows, timeline->slot_count);
}
