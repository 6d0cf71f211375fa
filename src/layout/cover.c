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

/* Of sheets that lie: the radius' share of the height, the inner radius' of that. */
static const double WIDE_FACE = 0.37, WIDE_INNER = 0.42;

/* Upright sheets have the face below the title, those that lie at their end, whole. */
static gboolean is_wide(const Frame *frame) {
	return format_is_wide(&frame->setter.format);
}

static Len live_x(const Frame *frame) {
	return frame->margin;
}

/* Where a title comes apart of itself, in bytes: behind the first ": " or its like; 0 = nowhere. */
static int title_seam(const char *title) {
	for (const char *at = title; *at; at = g_utf8_next_char(at)) {
		const char *next = g_utf8_next_char(at);
		if (text_parts_behind(g_utf8_get_char(at)) && next[0] == ' ' && next[1]) {
			return (int)(next + 1 - title);
		}
	}
	return 0;
}

static gboolean comes_apart(const Par *par, int seam) {
	for (int i = 1; i < par->line_count; i++) {
		if (par->lines[i].start == seam) {
			return TRUE;
		}
	}
	return FALSE;
}

/* What a title may take. */
typedef struct TitleLimits {
	Rect room;
	int lines;
	int seam; /* a line begins there; 0 = anywhere */
} TitleLimits;

/* The title in the largest step that keeps within the limits. FALSE when none. */
static gboolean fit_lines(
	Frame *frame, const Inline *title, const TitleLimits *limits, TitleSet *set) {
	for (size_t i = 0; i < G_N_ELEMENTS(TITLE_STEPS); i++) {
		StyleSheet *sheet = arena_memdup(
			frame->setter.arena, &frame->setter.sheet, sizeof frame->setter.sheet);
		Style *style = &sheet->styles[STYLE_COVER_TITLE];
		style_take_step(style, TITLE_STEPS[i] / TITLE_DESIGN, TITLE_LEADING);
		ParSpec spec =
			setter_spec(&frame->setter, STYLE_COVER_TITLE, title, limits->room.width);
		spec.sheet = sheet;
		set->par = par_set(frame->setter.text, frame->setter.arena, &spec);
		RoleMetrics metrics =
			text_role_metrics(frame->setter.text, sheet, STYLE_COVER_TITLE);
		/* Half of what the script's leading is more than Latin's stands above. */
		Len more = style->leading - len_scale(style->size, TITLE_LEADING);
		set->cap_height = metrics.cap_height + MAX(more, 0) / 2;
		set->measure = limits->room.width;
		Len needs = set->cap_height + metrics.descent +
			(set->par->line_count - 1) * style->leading;
		if (set->par->width <= limits->room.width && !set->par->overfull &&
			needs <= limits->room.height && set->par->line_count <= limits->lines &&
			(!limits->seam || comes_apart(set->par, limits->seam)) &&
			!setter_divides(&frame->setter, &spec)) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Three lines are better than more, be they larger; but not at any price. One that comes apart
 * between its two parts is worth a smaller step. */
static gboolean fit_title(Frame *frame, const Inline *title, Rect room, TitleSet *set) {
	enum { FEW = 3, MANY = 99 };
	Len good = len_scale(len_from_pt(26), frame->k);
	TitleLimits few = {room, FEW, 0}, many = {room, MANY, 0};
	if (!fit_lines(frame, title, &few, set) || set->par->size < good) {
		return fit_lines(frame, title, &many, set);
	}
	few.seam = title_seam(title->text);
	TitleSet apart;
	gboolean wanted = few.seam && set->par->line_count > 1 && !comes_apart(set->par, few.seam);
	if (wanted && fit_lines(frame, title, &few, &apart) && apart.par->size >= good) {
		*set = apart;
	}
	return TRUE;
}

/* A group of facts beside another; set first, so that what wraps is counted. */
typedef struct Facts {
	const Par *pars[8];
	int count, lines;
	Len x, width;
} Facts;

static Len fact_width(Frame *frame, const char *text) {
	const Inline *words = inline_new(frame->setter.arena, text, NULL, SPAN_NONE);
	return text_width(frame->setter.text, &frame->setter.sheet, STYLE_COVER_FACT, words,
		frame->setter.composition->language);
}

static Len widest_fact(Frame *frame, const Inline *const *facts, int count) {
	Len widest = 0;
	for (int i = 0; i < count; i++) {
		/* A point more, since lines are broken in other units. */
		widest = MAX(widest, fact_width(frame, facts[i]->text) + len_from_pt(1));
	}
	return widest;
}

/* Words that do not fit a line go over to the next one at a comma, as addresses are written. */
static const Inline *broken_at_commas(Frame *frame, const Inline *text, Len width) {
	InlineBuilder *builder = inline_builder_new(frame->setter.arena);
	g_auto(GStrv) parts = g_strsplit(text->text, ", ", -1);
	g_autoptr(GString) line = g_string_new(NULL);
	for (int i = 0; parts[i]; i++) {
		gboolean last = parts[i + 1] == NULL;
		g_autofree char *part = g_strconcat(parts[i], last ? "" : ",", NULL);
		g_autofree char *longer = g_strconcat(line->str, line->len ? " " : "", part, NULL);
		if (line->len > 0 && fact_width(frame, longer) > width) {
			inline_add(builder, line->str);
			inline_add(builder, "\xe2\x80\xa8");
			g_string_assign(line, part);
		} else {
			g_string_assign(line, longer);
		}
	}
	inline_add(builder, line->str);
	return inline_builder_end(builder, text->language, text->source);
}

static Facts set_facts(Frame *frame, const Inline *const *facts, int count, Len x, Len width) {
	Facts set = {.x = x, .width = width};
	for (int i = 0; i < MIN(count, (int)G_N_ELEMENTS(set.pars)); i++) {
		const Par *par = frame_set(frame, STYLE_COVER_FACT, facts[i], width);
		if (par->line_count > 1) {
			const Inline *broken = broken_at_commas(frame, facts[i], width);
			const Par *better = frame_set(frame, STYLE_COVER_FACT, broken, width);
			par = better->line_count <= par->line_count ? better : par;
		}
		set.pars[set.count++] = par;
		set.lines += par->line_count;
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
	Rect column = {live_x(frame), baseline, frame->words, 0};
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

/* Faces of an upright sheet in the order of preference: radius and centre above the foot in mm,
 * the inner radius' share, and where the centre stands. One that runs off an edge does so with the
 * empty hours only. */
typedef enum FaceSide { FACE_START, FACE_END, FACE_WHOLE } FaceSide;
typedef struct Face {
	double radius, rise, inner;
	FaceSide side;
} Face;

static const Face FACES[] = {{84, 68, 0.5, FACE_START}, {84, 68, 0.5, FACE_END},
	{76, 76, 0.5, FACE_START}, {76, 76, 0.5, FACE_END}, {60, 92, 0.42, FACE_WHOLE},
	{52, 84, 0.42, FACE_WHOLE}, {44, 80, 0.42, FACE_WHOLE}, {61, 91, 0.5, FACE_START},
	{44, 82, 0.5, FACE_START}};

static ClockPlace clock_place(const Frame *frame, const Face *face) {
	Len outer = frame_mm(frame, face->radius), offset = frame_mm(frame, 20.667);
	ClockPlace place = {.inner = len_scale(outer, face->inner), .outer = outer};
	if (is_wide(frame)) {
		place.outer = len_scale(frame->height, WIDE_FACE);
		place.inner = len_scale(place.outer, WIDE_INNER);
		place.centre =
			(Point){frame->width - place.outer - live_x(frame), frame->height / 2};
	} else {
		Len x = live_x(frame) + (face->side == FACE_WHOLE ? outer : offset);
		x = face->side == FACE_END ? frame->width - live_x(frame) - offset : x;
		place.centre = (Point){x, frame->height - frame_mm(frame, face->rise)};
	}
	place.centre.x = frame_mirror(frame, place.centre.x, 0);
	return place;
}

/* A line of the lead, drawn or only counted; returns the baseline of its last line. */
static Len lead_line(Frame *frame, const Inline *text, Len baseline, gboolean draw) {
	const Par *par = frame_set(frame, STYLE_COVER_HOST, text, frame->words);
	if (draw) {
		add_line(frame, STYLE_COVER_HOST, text, baseline);
	}
	return baseline + (par->line_count - 1) * par->leading;
}

/* Host and what leads to the title; returns where the title's capitals begin. */
static Len add_lead(Frame *frame, const CoverBlock *cover, gboolean draw) {
	Len top = frame_mm(frame, 14);
	if (cover->host) {
		top = lead_line(frame, cover->host, top, draw);
	}
	if (!cover->pretitle) {
		return top + (cover->host ? frame_gap(frame, 7.4) : 0);
	}
	top += cover->host ? frame_gap(frame, 9.2) : 0;
	return lead_line(frame, cover->pretitle, top, draw) + frame_gap(frame, 3);
}

/* --- facts and code at the foot ------------------------------------------------------------- */

/* What stands at the foot, set before the face is chosen, which must keep clear of it. */
typedef struct Foot {
	Facts left, right;
	Len top; /* first baseline */
	Rect area;
	const Par *caption; /* of the code, or NULL */
	Rect code; /* width 0 = none */
	Len title_top; /* where the title's capitals begin */
} Foot;

/* The white about a code is not to be seen on white: then the code itself keeps to the edge. */
static Len unseen_quiet(Frame *frame, const FigureBlock *code, Len side) {
	const Colour *palette = frame->setter.theme->palette;
	return palette[COLOUR_FIELD] == palette[COLOUR_WHITE]
		? figure_quiet_part(&frame->setter, code, side)
		: 0;
}

/* The place of the join code of a poster: the corner at the end of the foot. */
static void plan_code(Frame *frame, const CoverBlock *cover, Foot *foot) {
	Len side = frame_mm(frame, 24);
	Len leading = setter_style(&frame->setter, STYLE_COVER_FACT)->leading;
	foot->code = (Rect){live_x(frame) - unseen_quiet(frame, cover->code, side),
		foot->top - side - leading * 2, side, side};
	if (cover->code_caption) {
		Len width = is_wide(frame) ? frame_mm(frame, 60) : side + frame_mm(frame, 4);
		foot->caption = frame_set(frame, STYLE_COVER_FACT, cover->code_caption, width);
	}
	if (!is_wide(frame)) {
		/* A caption of several lines ends where the facts do. */
		int lines = foot->caption ? foot->caption->line_count : 1;
		foot->code.x = frame->width - live_x(frame) - side +
			unseen_quiet(frame, cover->code, side);
		foot->code.y = frame->height - frame_mm(frame, 17.4) - side - (lines - 1) * leading;
	}
}

/* One group below the other, on a narrow page or in large letters. */
static void plan_stacked_foot(Frame *frame, const CoverBlock *cover, Foot *foot, Len bottom) {
	Len leading = setter_style(&frame->setter, STYLE_COVER_FACT)->leading;
	Len x = live_x(frame), room = frame->width - 2 * x;
	foot->left = set_facts(frame, cover->left, cover->left_count, x, room);
	foot->right = set_facts(frame, cover->right, cover->right_count, x, room);
	int lines = foot->left.lines + foot->right.lines;
	foot->top = bottom - MAX(lines - 1, 0) * leading;
	Len width = MAX(widest_fact(frame, cover->left, cover->left_count),
		widest_fact(frame, cover->right, cover->right_count));
	foot->area = (Rect){x, foot->top - leading, MIN(width, room), lines * leading};
	foot->area.x = frame_mirror(frame, foot->area.x, foot->area.width);
}

static Foot plan_foot(Frame *frame, const CoverBlock *cover) {
	Foot foot = {.caption = NULL};
	Len leading = setter_style(&frame->setter, STYLE_COVER_FACT)->leading;
	Len bottom = frame->height - frame_mm(frame, 12.8);
	Len x = live_x(frame), gap = frame_mm(frame, 4);
	Len room = is_wide(frame) ? frame_mm(frame, 92) : frame->width - 2 * x;
	room -= cover->code && !is_wide(frame) ? frame_mm(frame, 28) : 0;
	if (frame->setter.format.stacked) {
		plan_stacked_foot(frame, cover, &foot, bottom);
		return foot;
	}
	/* The second group moves as far as the first one likes and the date permits. */
	Len likes = widest_fact(frame, cover->left, cover->left_count) + gap;
	Len date = MAX(widest_fact(frame, cover->right, cover->right_count), frame_mm(frame, 36));
	Len second =
		CLAMP(likes, frame_mm(frame, 41.333), MAX(room - date, frame_mm(frame, 41.333)));
	foot.left = set_facts(frame, cover->left, cover->left_count, x, second - gap);
	foot.right = set_facts(frame, cover->right, cover->right_count, x + second, room - second);
	/* Both groups begin on the same line, the longer one ends at the foot. */
	foot.top = bottom - (MAX(foot.left.lines, foot.right.lines) - 1) * leading;
	foot.area = (Rect){x, foot.top - leading, second + date, bottom - foot.top + leading};
	foot.area.x = frame_mirror(frame, foot.area.x, foot.area.width);
	if (cover->code) {
		plan_code(frame, cover, &foot);
	}
	return foot;
}

static void add_foot(Frame *frame, const CoverBlock *cover, const Foot *foot) {
	add_facts(frame, &foot->left, foot->top);
	Len lower = foot->left.x == foot->right.x
		? foot->left.lines * setter_style(&frame->setter, STYLE_COVER_FACT)->leading
		: 0;
	add_facts(frame, &foot->right, foot->top + lower);
	if (foot->code.width == 0) {
		return;
	}
	frame_figure(frame, cover->code, foot->code);
	if (!foot->caption) {
		return;
	}
	Len seen = unseen_quiet(frame, cover->code, foot->code.width);
	Point at = {foot->code.x + seen, foot->code.y + foot->code.height + frame_mm(frame, 4.6)};
	if (is_wide(frame)) {
		at = (Point){foot->code.x + foot->code.width - seen + frame_mm(frame, 4),
			foot->code.y + foot->code.height - seen};
	}
	if (!is_wide(frame) && foot->caption->width > foot->code.width) {
		/* One line reaches into the white beside the facts. */
		at.x += foot->code.width - 2 * seen - foot->caption->width;
	}
	at.x = frame_tight(frame, foot->caption, at.x);
	frame_par(frame, foot->caption, at, COLOUR_ON_FIELD,
		tag_leaf(frame->setter.tags, TAG_PARAGRAPH, 0));
}

/* Room for the title: beside the face on sheets that lie, above it on upright ones. */
static Rect title_room(
	const Frame *frame, const CoverBlock *cover, const ClockPlace *place, Len top) {
	Rect room = {live_x(frame), top, frame->words, 0};
	room.height = frame->height - frame_mm(frame, 45) - top;
	if (is_wide(frame)) {
		room.height -= cover->code ? frame_mm(frame, 30) : 0;
	} else if (place) {
		room.height = place->centre.y - place->outer - frame_mm(frame, 2.5) - top;
	}
	room.height -= cover->subtitle ? frame_mm(frame, 9) : 0;
	return room;
}

/* Does the face leave the title room, and show all slots, clear of what stands at the foot? */
static gboolean suits(Frame *frame, const CoverBlock *cover, const ClockPlace *place,
	const Foot *foot, gboolean strict) {
	if (is_wide(frame)) {
		return TRUE;
	}
	Rect code = foot->code;
	code.x = frame_mirror(frame, code.x, code.width);
	gboolean clear = clock_clears(cover->clock, place, foot->area) &&
		(code.width == 0 || clock_clears(cover->clock, place, code));
	return clear && (!strict || clock_shows_all(frame, cover->clock, place));
}

/* A face, and the title above or beside it. */
typedef struct Place {
	ClockPlace clock;
	TitleSet title;
} Place;

/* What is asked of a face and its title. */
typedef struct Wish {
	double least; /* size of the title, pt on A5 */
	gboolean strict; /* no slot may be hidden */
} Wish;

static gboolean fit_wish(
	Frame *frame, const CoverBlock *cover, const Foot *foot, const Wish *wish, Place *found) {
	Len least = len_scale(len_from_pt(wish->least), frame->k);
	for (size_t face = 0; face < G_N_ELEMENTS(FACES); face++) {
		found->clock = clock_place(frame, &FACES[face]);
		found->clock.keep = foot->area;
		Rect room = title_room(frame, cover, &found->clock, foot->title_top);
		if (suits(frame, cover, &found->clock, foot, wish->strict) &&
			fit_title(frame, cover->title, room, &found->title) &&
			found->title.par->size >= least) {
			return TRUE;
		}
	}
	return FALSE;
}

/* The first face that suits; if there is none, one that hides some slot, or one below a very long
 * title. */
static gboolean fit_face(Frame *frame, const CoverBlock *cover, const Foot *foot, Place *found) {
	static const Wish wishes[] = {{26, TRUE}, {26, FALSE}, {19, TRUE}};
	for (size_t i = 0; cover->clock && i < G_N_ELEMENTS(wishes); i++) {
		if (fit_wish(frame, cover, foot, &wishes[i], found)) {
			return TRUE;
		}
	}
	return FALSE;
}

/* On sheets that lie the face takes their end. */
static Len words_beside_face(const Frame *frame) {
	Len width = frame->width - 2 * live_x(frame);
	Len face = 2 * len_scale(frame->height, WIDE_FACE) + frame_mm(frame, 4);
	return is_wide(frame) ? width - face : width;
}

/* What of the face is painted, from item to item: read behind the words, as one picture. */
static void tag_face(Frame *frame, const ClockBlock *clock, guint first, guint end) {
	if (first == end) {
		return;
	}
	int tag = tag_leaf(frame->setter.tags, TAG_FIGURE, 0);
	tag_set_alternate(frame->setter.tags, tag, clock->alternate);
	for (guint i = first; i < end; i++) {
		g_array_index(frame->box.items, PageItem, i).tag = tag;
	}
}

void frame_cover(Frame *frame, const CoverBlock *cover) {
	Rect page = {0, 0, frame->width, frame->height};
	frame_fill(frame, page, COLOUR_FIELD, TRUE);
	Foot foot = plan_foot(frame, cover);
	Place place = {.title = {0}};
	frame->words = words_beside_face(frame);
	Len top = add_lead(frame, cover, FALSE);
	foot.title_top = top;
	gboolean face = fit_face(frame, cover, &foot, &place);
	if (!face) {
		frame->words = frame->width - 2 * live_x(frame);
		top = add_lead(frame, cover, FALSE);
		Rect room = title_room(frame, cover, NULL, top);
		if (frame->setter.format.stacked) {
			/* The foot may be high. */
			room.height = MIN(room.height, foot.area.y - frame_mm(frame, 12) - top);
		}
		fit_title(frame, cover->title, room, &place.title);
	}
	add_lead(frame, cover, TRUE);
	guint first = frame->box.items->len;
	if (face) {
		frame_clock(frame, cover->clock, &place.clock);
	}
	guint end = frame->box.items->len;
	add_words(frame, cover, &place.title, top);
	add_foot(frame, cover, &foot);
	tag_face(frame, cover->clock, first, end);
}

void set_cover(Setter *setter, VList *list, const Block *block) {
	Frame *frame = arena_new_of(setter->arena, Frame);
	frame_init(frame, setter, FALSE, frame_scale(&setter->format));
	frame_cover(frame, block->as.cover);
	frame_end(frame, list);
}

/* Two groups side by side, or one below the other. */
static void add_back_facts(Frame *frame, const BackCoverBlock *back, Len x) {
	gboolean stacked = frame->setter.format.stacked;
	Len room = frame->width - 2 * x;
	Len second = stacked ? 0 : frame_mm(frame, 82.667);
	Len first = stacked ? room : second - frame_mm(frame, 4);
	Facts left = set_facts(frame, back->left, back->left_count, x, first);
	Facts right = set_facts(frame, back->right, back->right_count, x + second, room - second);
	Len leading = setter_style(&frame->setter, STYLE_COVER_FACT)->leading;
	Len bottom = frame->height - frame_mm(frame, 15);
	int lines = stacked ? left.lines + right.lines : MAX(left.lines, right.lines);
	Len top = bottom - (lines - 1) * leading;
	add_facts(frame, &left, top);
	add_facts(frame, &right, stacked ? top + left.lines * leading : top);
}

void set_back_cover(Setter *setter, VList *list, const Block *block) {
	const BackCoverBlock *back = block->as.back_cover;
	Frame *frame = arena_new_of(setter->arena, Frame);
	double across = len_to_mm(setter->format.width) / 148;
	double down = len_to_mm(setter->format.height) / 210;
	frame_init(frame, setter, TRUE, MIN(across, down));
	frame_fill(frame, (Rect){0, 0, frame->width, frame->height}, COLOUR_FIELD, TRUE);
	Len x = live_x(frame);
	frame->words = frame->width - 2 * x;
	if (back->label) {
		add_line(frame, STYLE_COVER_HOST, back->label, frame_mm(frame, 15));
	}
	if (back->code) {
		Len side = frame_mm(frame, 60);
		Len left = x - unseen_quiet(frame, back->code, side);
		frame_figure(frame, back->code, (Rect){left, frame_mm(frame, 24), side, side});
	}
	if (back->address) {
		Rect column = {x, frame_mm(frame, 92), frame_mm(frame, 78), 0};
		frame_text(frame,
			(FrameWords){STYLE_URL, back->address, column, COLOUR_ON_FIELD,
				tag_leaf(frame->setter.tags, TAG_PARAGRAPH, 0)});
	}
	add_back_facts(frame, back, x);
	frame_end(frame, list);
}
