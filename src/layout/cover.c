/* cover: first and last page (DESIGN.md 7). All places in mm of the A5 design, scaled by k. */
#include "layout/frame.h"

static const double TITLE_STEPS[] = {54, 45, 38, 32, 26.9, 22.6, 19, 16};
static const double TITLE_DESIGN = 38; /* as the sheet has it */
static const double TITLE_LEADING = 1.03; /* at least */

typedef struct TitleSet {
	const Par *par;
	Len measure;
	Len cap_height;
} TitleSet;

static Len live_x(const Frame *frame) {
	return frame->margin;
}

/* The title in the largest step that takes at most `height` for its lines. FALSE when none. */
static gboolean fit_title(Frame *frame, const Inline *title, Rect room, TitleSet *set) {
	for (size_t i = 0; i < G_N_ELEMENTS(TITLE_STEPS); i++) {
		StyleSheet *sheet = arena_memdup(
			frame->setter.arena, &frame->setter.sheet, sizeof frame->setter.sheet);
		Style *style = &sheet->styles[STYLE_COVER_TITLE];
		style_take_step(style, TITLE_STEPS[i] / TITLE_DESIGN, TITLE_LEADING);
		ParSpec spec = setter_spec(&frame->setter, STYLE_COVER_TITLE, title, room.width);
		spec.sheet = sheet;
		set->par = par_set(frame->setter.text, frame->setter.arena, &spec);
		RoleMetrics metrics =
			text_role_metrics(frame->setter.text, sheet, STYLE_COVER_TITLE);
		/* Half of what the script's leading is more than Latin's stands above. */
		Len more = style->leading - len_scale(style->size, TITLE_LEADING);
		set->cap_height = metrics.cap_height + MAX(more, 0) / 2;
		set->measure = room.width;
		Len needs = set->cap_height + metrics.descent +
			(set->par->line_count - 1) * style->leading;
		if (set->par->width <= room.width && !set->par->overfull && needs <= room.height) {
			return TRUE;
		}
	}
	return FALSE;
}

/* A group of facts beside another; set first, so that what wraps is counted. */
typedef struct Facts {
	const Par *pars[8];
	int count, lines;
	Len x, width;
} Facts;

static Facts set_facts(Frame *frame, const Inline *const *facts, int count, Len x, Len width) {
	Facts set = {.x = x, .width = width};
	for (int i = 0; i < MIN(count, (int)G_N_ELEMENTS(set.pars)); i++) {
		set.pars[set.count++] = frame_set(frame, STYLE_COVER_FACT, facts[i], width);
		set.lines += set.pars[i]->line_count;
	}
	return set;
}

static void add_facts(Frame *frame, const Facts *facts, Len first_baseline) {
	Len y = first_baseline;
	for (int i = 0; i < facts->count; i++) {
		Point at = {frame_mirror(frame, facts->x, facts->width), y};
		frame_par(frame, facts->pars[i], at, COLOUR_ON_FIELD,
			tag_leaf(frame->setter.tags, TAG_PARAGRAPH, 0));
		y += facts->pars[i]->line_count * facts->pars[i]->leading;
	}
}

static Len add_line(Frame *frame, StyleRole role, const Inline *text, Len baseline) {
	if (!text) {
		return baseline;
	}
	const Style *style = setter_style(&frame->setter, role);
	Rect column = {live_x(frame), baseline, frame->width - 2 * live_x(frame), 0};
	int tag = tag_leaf(frame->setter.tags, TAG_PARAGRAPH, 0);
	int lines = frame_text(frame, (FrameWords){role, text, column, COLOUR_ON_FIELD, tag});
	return baseline + lines * style->leading;
}

/* Host, what leads to the title, title and subtitle; returns the baseline of the last line. */
static Len add_words(Frame *frame, const CoverBlock *cover, const TitleSet *title, Len top) {
	Len x = frame_mirror(frame, live_x(frame) - frame_mm(frame, 0.7), title->measure);
	Len first = top + title->cap_height;
	frame_par(frame, title->par, (Point){x, first}, COLOUR_ON_FIELD,
		tag_leaf(frame->setter.tags, TAG_HEADING, 1));
	Len last = first + (title->par->line_count - 1) * title->par->leading;
	if (cover->subtitle) {
		const Style *style = setter_style(&frame->setter, STYLE_COVER_HOST);
		last = add_line(frame, STYLE_COVER_HOST, cover->subtitle,
			last + style->leading + frame_mm(frame, 3));
	}
	return last;
}

/* Where the face stands: at the left edge of upright sheets, so that it bleeds; whole, at the
 * right, on sheets that lie. */
static gboolean is_wide(const Frame *frame) {
	return frame->width > len_scale(frame->height, 0.95);
}

/* Has the face slots at its foot, where the facts of an upright sheet stand? */
static gboolean reaches_foot(const ClockBlock *clock) {
	enum { HALF_DAY = 720, FROM = 240, TO = 480 };
	for (int i = 0; clock && i < clock->slot_count; i++) {
		for (int minute = clock->slots[i].start; minute < clock->slots[i].end;
			minute += 5) {
			if (minute % HALF_DAY > FROM && minute % HALF_DAY < TO) {
				return TRUE;
			}
		}
	}
	return FALSE;
}

/* Faces of an upright sheet, largest first: radius, and centre above the foot, in mm. */
static const double FACES[][2] = {{84, 68}, {61, 91}, {44, 82}};

static ClockPlace clock_place(const Frame *frame, size_t face) {
	gboolean wide = is_wide(frame);
	Len outer = frame_mm(frame, wide ? FACES[0][0] : FACES[face][0]);
	ClockPlace place = {.inner = outer / 2, .outer = outer};
	Len centre_x = wide ? frame->width - place.outer - frame_mm(frame, 14)
			    : live_x(frame) + frame_mm(frame, 20.667);
	Len centre_y = wide ? frame->height / 2 : frame->height - frame_mm(frame, FACES[face][1]);
	place.centre = (Point){frame_mirror(frame, centre_x, 0), centre_y};
	return place;
}

/* Host and what leads to the title; returns where the title's capitals begin. */
static Len add_lead(Frame *frame, const CoverBlock *cover) {
	Len leading = setter_style(&frame->setter, STYLE_COVER_HOST)->leading;
	Len top = frame_mm(frame, 14);
	if (cover->host) {
		top = add_line(frame, STYLE_COVER_HOST, cover->host, top) - leading;
	}
	if (!cover->pretitle) {
		return top + (cover->host ? frame_mm(frame, 7.4) : 0);
	}
	top += cover->host ? frame_mm(frame, 9.2) : 0;
	top = add_line(frame, STYLE_COVER_HOST, cover->pretitle, top) - leading;
	return top + frame_mm(frame, 3);
}

/* Beside the code on sheets that lie, else below it, from its outer edge inwards on one line if it
 * goes into the white beside the facts. */
static void add_code_caption(Frame *frame, const Inline *text, Rect square) {
	Len gap = frame_mm(frame, 4);
	Len measure = is_wide(frame) ? square.width : square.width + gap;
	const Par *par = frame_set(frame, STYLE_COVER_FACT, text, measure);
	Len x = square.x + square.width - par->width;
	Len y = frame->height - frame_mm(frame, 12.8);
	if (is_wide(frame)) {
		x = square.x + square.width + gap;
		y = square.y + square.height;
	} else if (par->line_count > 1) {
		x = square.x;
	}
	frame_par(frame, par, (Point){frame_tight(frame, par, x), y}, COLOUR_ON_FIELD,
		tag_leaf(frame->setter.tags, TAG_PARAGRAPH, 0));
}

/* The join code of a poster, in the corner that the face leaves free. */
static void add_code(Frame *frame, const CoverBlock *cover, Len facts_top) {
	if (!cover->code) {
		return;
	}
	Len side = frame_mm(frame, 24);
	Rect square = {.width = side, .height = side};
	Len leading = setter_style(&frame->setter, STYLE_COVER_FACT)->leading;
	square.x = is_wide(frame) ? live_x(frame) : frame->width - live_x(frame) - side;
	square.y = is_wide(frame) ? facts_top - side - leading * 2
				  : frame->height - frame_mm(frame, 17.4) - side;
	frame_figure(frame, cover->code, square);
	if (cover->code_caption) {
		add_code_caption(frame, cover->code_caption, square);
	}
}

static void add_all_facts(Frame *frame, const CoverBlock *cover) {
	Len leading = setter_style(&frame->setter, STYLE_COVER_FACT)->leading;
	Len bottom = frame->height - frame_mm(frame, 12.8);
	Len second = frame_mm(frame, 41.333), gap = frame_mm(frame, 4);
	Len right_width = is_wide(frame) ? frame_mm(frame, 50)
					 : frame->width - 2 * live_x(frame) - second -
			(cover->code ? frame_mm(frame, 28) : 0);
	Facts left = set_facts(frame, cover->left, cover->left_count, live_x(frame), second - gap);
	Facts right = set_facts(
		frame, cover->right, cover->right_count, live_x(frame) + second, right_width);
	/* Both groups begin on the same line, the longer one ends at the foot. */
	Len top = bottom - (MAX(left.lines, right.lines) - 1) * leading;
	add_facts(frame, &left, top);
	add_facts(frame, &right, top);
	add_code(frame, cover, top);
}

/* Room for the title: beside the face on sheets that lie, above it on upright ones. */
static Rect title_room(
	const Frame *frame, const CoverBlock *cover, const ClockPlace *place, Len top) {
	Rect room = {live_x(frame), top, frame->width - 2 * live_x(frame), 0};
	room.height = frame->height - frame_mm(frame, 45) - top;
	if (place && is_wide(frame)) {
		room.width = frame->width - 2 * place->outer - frame_mm(frame, 18) - live_x(frame);
		room.height -= cover->code ? frame_mm(frame, 30) : 0;
	} else if (place) {
		room.height = place->centre.y - place->outer - frame_mm(frame, 2.5) - top;
	}
	room.height -= cover->subtitle ? frame_mm(frame, 9) : 0;
	return room;
}

/* The largest face that leaves the title room; FALSE when there is none. */
static gboolean fit_face(
	Frame *frame, const CoverBlock *cover, Len top, ClockPlace *place, TitleSet *title) {
	size_t first = !is_wide(frame) && reaches_foot(cover->clock) ? 1 : 0;
	size_t count = is_wide(frame) ? 1 : G_N_ELEMENTS(FACES);
	for (size_t face = first; cover->clock && face < count; face++) {
		*place = clock_place(frame, face);
		Rect room = title_room(frame, cover, place, top);
		Len least = len_scale(len_from_pt(26), frame->k);
		if (fit_title(frame, cover->title, room, title) && title->par->size >= least) {
			return TRUE;
		}
	}
	return FALSE;
}

void frame_cover(Frame *frame, const CoverBlock *cover) {
	Rect page = {0, 0, frame->width, frame->height};
	frame_fill(frame, page, COLOUR_FIELD, TRUE);
	Len top = add_lead(frame, cover);
	TitleSet title = {0};
	ClockPlace place;
	if (fit_face(frame, cover, top, &place, &title)) {
		frame_clock(frame, cover->clock, &place);
	} else {
		fit_title(frame, cover->title, title_room(frame, cover, NULL, top), &title);
	}
	add_words(frame, cover, &title, top);
	add_all_facts(frame, cover);
}

void set_cover(Setter *setter, VList *list, const Block *block) {
	Frame *frame = arena_new_of(setter->arena, Frame);
	double across = len_to_mm(setter->format.width) / 148;
	double down = len_to_mm(setter->format.height) / 210;
	frame_init(frame, setter, FALSE, MIN(across, down));
	frame_cover(frame, block->as.cover);
	frame_end(frame, list);
}

void set_back_cover(Setter *setter, VList *list, const Block *block) {
	const BackCoverBlock *back = block->as.back_cover;
	Frame *frame = arena_new_of(setter->arena, Frame);
	double across = len_to_mm(setter->format.width) / 148;
	double down = len_to_mm(setter->format.height) / 210;
	frame_init(frame, setter, TRUE, MIN(across, down));
	frame_fill(frame, (Rect){0, 0, frame->width, frame->height}, COLOUR_FIELD, TRUE);
	Len x = live_x(frame);
	if (back->label) {
		add_line(frame, STYLE_COVER_HOST, back->label, frame_mm(frame, 15));
	}
	if (back->code) {
		Len side = frame_mm(frame, 60);
		frame_figure(frame, back->code, (Rect){x, frame_mm(frame, 24), side, side});
	}
	if (back->address) {
		Rect column = {x, frame_mm(frame, 92), frame_mm(frame, 78), 0};
		frame_text(frame,
			(FrameWords){STYLE_URL, back->address, column, COLOUR_ON_FIELD,
				tag_leaf(frame->setter.tags, TAG_PARAGRAPH, 0)});
	}
	Len second = frame_mm(frame, 82.667);
	Facts left = set_facts(frame, back->left, back->left_count, x, second - frame_mm(frame, 4));
	Facts right = set_facts(
		frame, back->right, back->right_count, x + second, frame->width - 2 * x - second);
	Len leading = setter_style(&frame->setter, STYLE_COVER_FACT)->leading;
	Len bottom = frame->height - frame_mm(frame, 15);
	Len top = bottom - (MAX(left.lines, right.lines) - 1) * leading;
	add_facts(frame, &left, top);
	add_facts(frame, &right, top);
	frame_end(frame, list);
}
