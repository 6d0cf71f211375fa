/* poster_talk: see the header. Places in mm of A3, scaled by k; type by reading distance: title,
 * time and names from the whole of it, abstract and biography from half (DESIGN.md 11). */
#include "layout/poster_talk.h"

#include <math.h>

#include "layout/frame.h"

static const double A3_METRES = 2;
static const double MUST_PT_PER_METRE = 10.6; /* x-height of 7 minutes of arc in Inter */
static const double PROSE_MOST = 26.9; /* pt at A3 */
static const double PROSE_WIDE = 20.5; /* larger: one column, since two have too few letters */
static const double PROSE_GROWN = 22.6; /* a text that short leaves the title room to grow */
static const double PROSE_COMFORTABLE = 14.7;
static const double BOOK_PROSE = 9.5; /* pt on A5 */
static const double STEP = 0.9170040432046712; /* 2^(-1/8) */
static const double TITLE_DESIGN = 54; /* as the sheet has it */
static const double TITLE_LEADING = 1.04; /* at least */
static const double TITLE_STEPS[] = {76, 64, 54, 45, 38, 32, 26.9, 22.6};
static const double TITLE_STEPS_ALONE[] = {108, 90, 76, 64, 54, 45, 38, 32};
enum { TITLE_LINES = 7, TITLE_LINES_GROWN = 2, COLUMNS = 2, PROSE_STEPS = 20 };

typedef struct Sheet {
	Frame *frame;
	const PosterTalkBlock *talk;
	double type; /* against A3 at 2 m */
	double metres;
	Rect field, body; /* body: where title and text may stand */
	gboolean lies; /* landscape: the field stands at the left */
	gboolean alone; /* neither abstract nor biography */
	gboolean grown; /* so little text that the title may be larger than designed */
	double share; /* of the field and the portrait against their full size */
	Rect code; /* width 0 = none */
} Sheet;

static int leaf(const Sheet *sheet, TagKind kind) {
	return tag_leaf(sheet->frame->setter.tags, kind, kind == TAG_HEADING ? 1 : 0);
}

static Len mm(const Sheet *sheet, double length) {
	return frame_mm(sheet->frame, length);
}

static void plan_regions(Sheet *sheet) {
	Frame *frame = sheet->frame;
	Len margin = mm(sheet, 24);
	if (sheet->lies) {
		sheet->field = (Rect){0, 0, len_scale(frame->width, 0.36), frame->height};
		sheet->body = (Rect){sheet->field.width + mm(sheet, 18), mm(sheet, 22),
			frame->width - sheet->field.width - mm(sheet, 42),
			frame->height - mm(sheet, 44)};
	} else {
		Len depth = sheet->alone ? len_scale(frame->height, 0.5)
					 : mm(sheet, 150 * sheet->share);
		sheet->field = (Rect){0, 0, frame->width, depth};
		Len below =
			sheet->talk->portrait ? mm(sheet, 24 * sheet->share + 16) : mm(sheet, 20);
		Len top = depth + below;
		sheet->body = (Rect){margin, top, frame->width - 2 * margin,
			frame->height - top - mm(sheet, 20)};
	}
	if (sheet->talk->code) {
		Len side = mm(sheet, 40);
		Len quiet = figure_quiet_part(&frame->setter, sheet->talk->code, side);
		Len x = sheet->body.x + sheet->body.width - side + quiet;
		/* Below the last column, whose edge its modules keep. */
		sheet->code = (Rect){frame->setter.foreign ? sheet->body.x - quiet : x,
			sheet->body.y + sheet->body.height - side, side, side};
	}
}

static void put(const Sheet *sheet, StyleRole role, const Inline *text, Rect column, int colour) {
	if (text) {
		frame_text(sheet->frame,
			(FrameWords){role, text, column, colour, leaf(sheet, TAG_PARAGRAPH)});
	}
}

static void put_portrait(const Sheet *sheet) {
	if (!sheet->talk->portrait) {
		return;
	}
	Len side = mm(sheet, sheet->alone ? 150 : (sheet->share < 1 ? 124 : 132) * sheet->share);
	Rect square = {.width = side, .height = side};
	if (sheet->lies) {
		square.width = square.height = MIN(sheet->field.width - mm(sheet, 48), side);
		square.x = mm(sheet, 24);
		square.y = sheet->field.height - mm(sheet, 24) - square.height;
	} else {
		square.x = sheet->frame->width - mm(sheet, 24) - side;
		square.y = sheet->field.height + mm(sheet, 24 * sheet->share) - side;
	}
	frame_figure(sheet->frame, sheet->talk->portrait, square);
}

static void put_field(const Sheet *sheet) {
	const PosterTalkBlock *talk = sheet->talk;
	Frame *frame = sheet->frame;
	Rect field = sheet->field;
	field.x = frame_mirror(frame, field.x, field.width);
	frame_fill(frame, field, COLOUR_FIELD, TRUE);
	Len left = mm(sheet, 24), width = sheet->field.width - 2 * left;
	const Style *fact = setter_style(&frame->setter, STYLE_POSTER_FACT);
	const Par *date = frame_set(frame, STYLE_POSTER_FACT, talk->date, width);
	const Par *event = frame_set(frame, STYLE_POSTER_FACT, talk->event, width);
	Len y = mm(sheet, 26);
	frame_par(frame, event, (Point){frame_mirror(frame, left, width), y}, COLOUR_ON_FIELD,
		leaf(sheet, TAG_PARAGRAPH));
	gboolean beside = date->width + event->width + mm(sheet, 10) <= width;
	y += beside ? 0 : event->line_count * fact->leading;
	Point at = {frame_mirror(frame, left, width), y};
	if (beside) {
		at.x = frame_tight(frame, date, left + width - date->width);
	}
	frame_par(frame, date, at, COLOUR_ON_FIELD, leaf(sheet, TAG_PARAGRAPH));
	StyleSheet *own =
		arena_memdup(frame->setter.arena, &frame->setter.sheet, sizeof frame->setter.sheet);
	Style *style = &own->styles[STYLE_POSTER_TALK_TIME];
	style->size = len_scale(style->size, sheet->share);
	RoleMetrics time = text_role_metrics(frame->setter.text, own, STYLE_POSTER_TALK_TIME);
	y += mm(sheet, 15 * sheet->share) + time.cap_height;
	Rect column = {left, y, width, 0};
	if (talk->start) {
		ParSpec spec =
			setter_spec(&frame->setter, STYLE_POSTER_TALK_TIME, talk->start, width);
		spec.sheet = own;
		const Par *start = par_set(frame->setter.text, frame->setter.arena, &spec);
		frame_par(frame, start, (Point){frame_mirror(frame, left, width), y},
			COLOUR_ON_FIELD, leaf(sheet, TAG_PARAGRAPH));
	}
	column.y += mm(sheet, 4) + len_scale(fact->leading, 1.2);
	put(sheet, STYLE_POSTER_FACT, talk->end, column, COLOUR_ON_FIELD);
	column.y += len_scale(fact->leading, 1.1);
	put(sheet, STYLE_POSTER_FACT, talk->place, column, COLOUR_ON_FIELD);
}

static StyleSheet *speaker_sheet(const Sheet *sheet, double factor) {
	const Setter *setter = &sheet->frame->setter;
	StyleSheet *own = arena_memdup(setter->arena, &setter->sheet, sizeof setter->sheet);
	Style *style = &own->styles[STYLE_POSTER_TALK_SPEAKER];
	style->leading = len_scale(style->leading, factor);
	style->size = len_scale(style->size, factor);
	Style *affiliation = &own->styles[STYLE_POSTER_AFFILIATION];
	affiliation->size = len_scale(affiliation->size, factor);
	return own;
}

/* All lines of speakers in one size. FALSE when they do not suit it: a name or two may take two
 * lines, each of several has one; a sheet without text ends with them above the code. */
static gboolean set_speakers(const Sheet *sheet, double factor, Len room, const Par **pars) {
	Frame *frame = sheet->frame;
	int count = sheet->talk->line_count, most = count > 2 ? 1 : 2;
	StyleSheet *own = speaker_sheet(sheet, factor);
	gboolean suits = TRUE;
	Len height = 0;
	for (int i = 0; i < count; i++) {
		ParSpec spec = setter_spec(&frame->setter, STYLE_POSTER_TALK_SPEAKER,
			sheet->talk->lines[i], sheet->body.width);
		spec.sheet = own;
		pars[i] = par_set(frame->setter.text, frame->setter.arena, &spec);
		suits = suits && pars[i]->line_count <= most;
		height += pars[i]->line_count * pars[i]->leading;
	}
	return suits && (!sheet->alone || height <= room);
}

/* Names never stand out over the title; very many are set as small as can be read from there. */
static Len put_speakers(const Sheet *sheet, Len y, Len title_size) {
	Frame *frame = sheet->frame;
	const Style *style = setter_style(&frame->setter, STYLE_POSTER_TALK_SPEAKER);
	double least = MUST_PT_PER_METRE * sheet->metres / len_to_pt(style->size);
	const double steps[] = {1.41, 1.19, 1, 0.84, MIN(least, 0.84)};
	double limit = MAX(0.84 * title_size / style->size, least);
	const Par **pars =
		arena_array_of(frame->setter.arena, const Par *, MAX(sheet->talk->line_count, 1));
	Len room = sheet->body.y + sheet->body.height - y -
		(sheet->code.width ? sheet->code.height + mm(sheet, 8) : 0);
	for (size_t step = sheet->alone ? 0
			: sheet->grown	? 1
					: 2;
		step < G_N_ELEMENTS(steps); step++) {
		if (set_speakers(sheet, MIN(steps[step], limit), room, pars)) {
			break;
		}
	}
	for (int i = 0; i < sheet->talk->line_count; i++) {
		y += pars[i]->leading;
		Point at = {frame_mirror(frame, sheet->body.x, sheet->body.width), y};
		frame_par(frame, pars[i], at, -1, leaf(sheet, TAG_PARAGRAPH));
		y += (pars[i]->line_count - 1) * pars[i]->leading;
	}
	return y;
}

/* May the title stand in this step of the scale? */
static gboolean title_suits(const Sheet *sheet, double step, const Par *par) {
	Len most = sheet->body.height / (sheet->alone ? 2 : sheet->share < 1 ? 5 : 3);
	if (!sheet->alone && step > TITLE_DESIGN &&
		(!sheet->grown || par->line_count > TITLE_LINES_GROWN)) {
		return FALSE;
	}
	return !par->overfull && par->line_count <= TITLE_LINES &&
		par->line_count * par->leading <= most;
}

/* Title in the largest step that suits, then the speakers; returns what is left. */
static Rect put_title(const Sheet *sheet) {
	Frame *frame = sheet->frame;
	StyleRole role =
		sheet->talk->title_missing ? STYLE_POSTER_TALK_MISSING : STYLE_POSTER_TALK_TITLE;
	const double *steps = sheet->alone ? TITLE_STEPS_ALONE : TITLE_STEPS;
	size_t count = sheet->alone ? G_N_ELEMENTS(TITLE_STEPS_ALONE) : G_N_ELEMENTS(TITLE_STEPS);
	const Par *par = NULL;
	for (size_t i = 0; i < count; i++) {
		ParSpec spec =
			setter_spec(&frame->setter, role, sheet->talk->title, sheet->body.width);
		StyleSheet *own = arena_memdup(frame->setter.arena, spec.sheet, sizeof *own);
		style_take_step(&own->styles[role], steps[i] / TITLE_DESIGN, TITLE_LEADING);
		spec.sheet = own;
		par = par_set(frame->setter.text, frame->setter.arena, &spec);
		if (title_suits(sheet, steps[i], par) && !setter_divides(&frame->setter, &spec)) {
			break;
		}
	}
	Len y = sheet->body.y + len_scale(par->size, 0.75);
	Point at = {frame_mirror(frame, sheet->body.x, sheet->body.width), y};
	frame_par(frame, par, at, -1, leaf(sheet, TAG_HEADING));
	y += (par->line_count - 1) * par->leading + mm(sheet, 5);
	y = put_speakers(sheet, y, par->size);
	y += mm(sheet, 8);
	if (!sheet->alone) {
		Len hair = len_scale(frame->setter.theme->head_hair, 2 * frame->k);
		frame_rule(frame, (Rect){sheet->body.x, y, sheet->body.width, hair}, COLOUR_INK);
		y += mm(sheet, 5);
	}
	Rect rest = sheet->body;
	rest.height -= y - rest.y;
	rest.y = y;
	return rest;
}

/* --- abstract and biography in columns ---------------------------------------------------- */

typedef struct Body {
	const Block *abstract, *bio;
	double size; /* of the abstract, pt at A3 */
} Body;

static int column_count(const Body *body) {
	return body->size > PROSE_WIDE ? 1 : COLUMNS;
}

/* Abstract and biography at `size` for the abstract. */
static void scale_body(StyleSheet *sheet, double size) {
	double factor = size / len_to_pt(sheet->styles[STYLE_POSTER_PROSE].size);
	static const StyleRole roles[] = {STYLE_POSTER_PROSE, STYLE_POSTER_BIO};
	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++) {
		Style *style = &sheet->styles[roles[i]];
		style->size = len_scale(style->size, factor);
		style->leading = len_scale(style->leading, factor);
	}
	sheet->indent = sheet->styles[STYLE_POSTER_PROSE].size;
	/* Of markers: in proportion to the prose of a book. */
	sheet->scale = len_to_pt(sheet->styles[STYLE_POSTER_PROSE].size) / BOOK_PROSE;
}

/* Sizes are told for Latin letters; another script's keep their relation to them. */
static void scale_bodies(Setter *scaled, double size) {
	StyleSheet *latin = scaled->latin;
	double relation = 1;
	if (latin) {
		relation = (double)scaled->sheet.styles[STYLE_POSTER_PROSE].size /
			latin->styles[STYLE_POSTER_PROSE].size;
		latin = arena_memdup(scaled->arena, latin, sizeof *latin);
		scale_body(latin, size);
		scaled->latin = latin;
	}
	scale_body(&scaled->sheet, size * relation);
}

/* Returns the item at which the biography begins, 0 = none. */
static int set_body(const Sheet *sheet, const Body *body, Len width, VList *list) {
	Setter *setter = &sheet->frame->setter;
	Setter *scaled = arena_memdup(setter->arena, setter, sizeof *setter);
	scale_bodies(scaled, body->size * sheet->type);
	setter_fill_square(&scaled->sheet, STYLE_POSTER_PROSE, width);
	scaled->format.live_width = width;
	/* White between the parts of prose is counted in its lines, not in the sheet's. */
	scaled->format.line = scaled->sheet.styles[STYLE_POSTER_PROSE].leading;
	Column column = {0, width};
	if (body->abstract) {
		set_block(scaled, list, body->abstract, column);
	}
	int bio = vlist_count(list);
	if (body->bio) {
		vlist_add_penalty(list, 0);
		if (body->abstract) {
			vlist_add_glue(list, setter_style(scaled, STYLE_POSTER_PROSE)->leading / 2);
		}
		set_block(scaled, list, body->bio, column);
	}
	return body->bio && body->abstract ? bio : 0;
}

typedef struct Split {
	int count; /* of columns */
	Len last; /* height of the last one, which gives way to the code */
	int starts[COLUMNS], ends[COLUMNS];
} Split;

/* All columns at a height. FALSE when the text is longer. */
static gboolean split_at(const VList *list, Len height, Split *split) {
	int at = column_skip_white(list, 0);
	for (int i = 0; i < split->count; i++) {
		Len most = i + 1 < split->count ? height : MIN(height, split->last);
		split->starts[i] = at;
		split->ends[i] = at;
		if (most > 0 && at < vlist_count(list)) {
			split->ends[i] = column_end(list, at, most);
		}
		if (vlist_height(list, split->starts[i], split->ends[i]) > most + 8) {
			return FALSE;
		}
		at = column_skip_white(list, split->ends[i]);
	}
	return at >= vlist_count(list);
}

/* Abstract in one column, biography in the other, where both fit and neither is a mere tail. */
static gboolean split_before(const VList *list, int bio, Len height, Split *split) {
	if (bio <= 0 || split->count < COLUMNS) {
		return FALSE;
	}
	split->starts[0] = column_skip_white(list, 0);
	split->ends[0] = bio;
	split->starts[1] = column_skip_white(list, bio);
	split->ends[1] = vlist_count(list);
	Len first = vlist_height(list, split->starts[0], split->ends[0]);
	Len second = vlist_height(list, split->starts[1], split->ends[1]);
	return first <= height && second <= split->last && 2 * first >= second &&
		2 * second >= first;
}

static gboolean split_body(const Sheet *sheet, const VList *list, Rect area, Split *split) {
	split->last = area.height - (sheet->code.width ? sheet->code.height + mm(sheet, 8) : 0);
	if (!split_at(list, area.height, split)) {
		return FALSE;
	}
	Len low = 0, high = area.height, unit = len_from_pt(1);
	while (high - low > unit) {
		Len middle = low + (high - low) / 2;
		if (split_at(list, middle, split)) {
			high = middle;
		} else {
			low = middle;
		}
	}
	return split_at(list, high, split);
}

static Len column_width(const Sheet *sheet, Rect area, int count) {
	return (area.width - (count - 1) * mm(sheet, 9)) / count;
}

static void put_columns(const Sheet *sheet, const VList *list, Rect area, const Split *split) {
	Len width = column_width(sheet, area, split->count);
	for (int i = 0; i < split->count; i++) {
		BoxBuilder part;
		box_init(&part, sheet->frame->setter.arena);
		box_add_vlist(&part, list, split->starts[i], split->ends[i], 0);
		/* A text that runs against the sheet goes on to the other side. */
		int place = sheet->frame->setter.foreign ? split->count - 1 - i : i;
		Len left = area.x + place * (width + mm(sheet, 9));
		Len x = frame_mirror(sheet->frame, left, width);
		for (guint j = 0; j < part.items->len; j++) {
			frame_add(sheet->frame,
				page_item_moved(g_array_index(part.items, PageItem, j), x, area.y));
		}
		box_clear(&part);
	}
}

/* Tries one size; with `keep`, its ink and tags stay. */
static gboolean try_body(const Sheet *sheet, const Body *body, Rect area, gboolean keep) {
	Setter *setter = &sheet->frame->setter;
	TagBuilder *kept = keep ? NULL : setter_try_begin(setter);
	VList list;
	vlist_init(&list, setter->arena);
	Split split = {.count = column_count(body)};
	int bio = set_body(sheet, body, column_width(sheet, area, split.count), &list);
	gboolean fits = split_body(sheet, &list, area, &split);
	Split parted = split;
	if (fits && split_before(&list, bio, area.height, &parted)) {
		split = parted;
	}
	if (keep) {
		put_columns(sheet, &list, area, &split);
	} else {
		setter_try_end(setter, kept);
	}
	vlist_finish(&list);
	return fits;
}

static gboolean fit_body(const Sheet *sheet, Body *body, Rect area) {
	double floor_pt = MUST_PT_PER_METRE * sheet->metres / 2 / sheet->type;
	if (body->bio) {
		/* The biography is smaller than the abstract. */
		const Style *styles = sheet->frame->setter.sheet.styles;
		double share =
			(double)styles[STYLE_POSTER_BIO].size / styles[STYLE_POSTER_PROSE].size;
		floor_pt = MAX(floor_pt, STYLE_LEAST_PT / share / sheet->type);
	}
	body->size = PROSE_MOST;
	for (int i = 0; i < PROSE_STEPS && body->size >= floor_pt; i++) {
		if (try_body(sheet, body, area, FALSE)) {
			return try_body(sheet, body, area, TRUE);
		}
		body->size *= STEP;
	}
	return FALSE;
}

/* The field gives way to a long text: the first of its sizes at which abstract and biography can
 * be set comfortably, else the smallest. A title over a very short one grows. */
static void choose_share(Sheet *sheet) {
	static const double shares[] = {1, 1, 0.84, 0.7};
	if (sheet->alone) {
		return;
	}
	Setter *setter = &sheet->frame->setter;
	/* On a sheet that lies the field keeps its size; what stands on it gives way a little. */
	size_t count = sheet->lies ? G_N_ELEMENTS(shares) - 1 : G_N_ELEMENTS(shares);
	for (size_t i = 0; i < count; i++) {
		sheet->share = shares[i];
		sheet->grown = i == 0;
		plan_regions(sheet);
		guint ink = sheet->frame->box.items->len;
		TagBuilder *kept = setter_try_begin(setter);
		Rect rest = put_title(sheet);
		g_array_set_size(sheet->frame->box.items, ink);
		double size = sheet->grown ? PROSE_GROWN : PROSE_COMFORTABLE;
		Body body = {sheet->talk->abstract, sheet->talk->bio, size};
		gboolean good = try_body(sheet, &body, rest, FALSE);
		setter_try_end(setter, kept);
		if (good) {
			return;
		}
	}
}

static void put_body(const Sheet *sheet, const Block *block, Rect area, const LayoutInput *input) {
	Diags *diags = sheet->frame->setter.diags;
	Body body = {.abstract = sheet->talk->abstract, .bio = sheet->talk->bio};
	if ((!body.abstract && !body.bio) || fit_body(sheet, &body, area)) {
		return;
	}
	if (body.abstract && body.bio) {
		body.bio = NULL;
		if (fit_body(sheet, &body, area)) {
			diag_note(diags, "poster-without-biography", block->source,
				"a larger sheet or a shorter distance would take it",
				"the talk's poster has no room for the biography");
			return;
		}
	}
	Sheet nearer = *sheet;
	while (nearer.metres > 0.2 && !fit_body(&nearer, &body, area)) {
		nearer.metres *= STEP;
	}
	gboolean given = input->distance > 0;
	g_autofree char *hint = g_strdup_printf(
		"this sheet can be read from %.1f m; choose a larger one, or shorten the abstract",
		floor(nearer.metres * 10) / 10);
	diag_add(diags, given ? DIAG_ERROR : DIAG_WARNING, "poster-distance",
		given ? input->distance_span : block->source, hint,
		"a talk's abstract does not fit its poster in type that can be read from %.1f m",
		sheet->metres / 2);
}

static void put_code(const Sheet *sheet) {
	if (sheet->code.width == 0) {
		return;
	}
	Frame *frame = sheet->frame;
	frame_figure(frame, sheet->talk->code, sheet->code);
	if (!sheet->talk->code_caption) {
		return;
	}
	Len width = mm(sheet, 72);
	const Par *par = frame_set(frame, STYLE_POSTER_CAPTION, sheet->talk->code_caption, width);
	Len gap = mm(sheet, 4);
	Len x = frame->setter.foreign ? sheet->code.x + sheet->code.width + gap
				      : sheet->code.x - gap - par->width;
	Len y = sheet->code.y + sheet->code.height - (par->line_count - 1) * par->leading;
	frame_par(frame, par, (Point){frame_tight(frame, par, x), y - mm(sheet, 4)}, -1,
		leaf(sheet, TAG_PARAGRAPH));
}

void set_poster_talk(Setter *setter, VList *list, const Block *block, const LayoutInput *input) {
	const PosterTalkBlock *talk = block->as.poster_talk;
	double width = len_to_mm(input->width), height = len_to_mm(input->height);
	Sheet sheet = {.talk = talk, .lies = width > height};
	double k = sheet.lies ? MIN(width / 420, height / 297) : MIN(width / 297, height / 420);
	sheet.metres = input->distance > 0 ? input->distance : A3_METRES * k;
	sheet.type = sheet.metres / A3_METRES;
	sheet.alone = !talk->abstract && !talk->bio;
	sheet.frame = arena_new_of(setter->arena, Frame);
	frame_init(sheet.frame, setter, FALSE, k);
	setter_take_sheets(&sheet.frame->setter, sheet.type, sheet.type);
	setter_mark_foreign(&sheet.frame->setter, talk->abstract, talk->title);
	sheet.share = 1;
	choose_share(&sheet);
	plan_regions(&sheet);
	put_field(&sheet);
	put_portrait(&sheet);
	Rect rest = put_title(&sheet);
	put_body(&sheet, block, rest, input);
	put_code(&sheet);
	frame_end(sheet.frame, list);
}
