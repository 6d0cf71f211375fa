/* set_glance: days side by side, hours true to scale from the largest of a few scales that fits,
 * what runs late cut off with its end in words (DESIGN-2 B2). A block says as much as it has room
 * for: title and note, title, short title, as much of that as stands on a line. */
#include <string.h>

#include "layout/grid.h"

enum {
	HOUR = 60,
	NIGHT = 22 * HOUR,
	LATE = 20 /* minutes after that are shown */,
	LATE_START = 40,
	NOTES_MOST = 4
};

/* pt */
static const double SCALES[] = {36, 33, 29, 26, 22};
static const double HEAD = 29, HEAD_TOP = 5.5, HOUR_LINE = 0.4, INSET = 2, NOTE_LEAST = 17,
		    LABEL_DOWN = 1, BOX_LEAST = 10;
/* mm on A5 */
static const double GAP = 2, BAR = 1.2, TEXT_START = 2.2, TEXT_END = 0.9;

typedef struct Glance {
	Setter *setter;
	Setter *on_ink;
	const StyleSheet *divided; /* titles in which a word is wider than its column */
	const GlanceBlock *block;
	Len gap, width; /* of a day */
	Len head, room;
	double scale; /* Len a minute */
	int to; /* minute at which the axis ends */
	BoxBuilder *out;
} Glance;

static Len pt(const Glance *glance, double value) {
	return len_scale(len_from_pt(value), glance->setter->format.line_scale);
}

static Len mm(const Glance *glance, double value) {
	return len_scale(len_from_mm(value), glance->setter->sheet.scale);
}

/* --- places ----------------------------------------------------------------------------------- */

static Column day_column(const Glance *glance, int day) {
	Column text = setter_text_column(glance->setter);
	return (Column){text.x + day * (glance->width + glance->gap), glance->width};
}

static Len y_of(const Glance *glance, int time) {
	return glance->head + len_round((time - glance->block->from) * glance->scale);
}

/* The evening is cut, but whatever begins then still begins. */
static int end_of_axis(const GlanceBlock *block) {
	if (block->to <= NIGHT) {
		return block->to;
	}
	int end = NIGHT + LATE;
	for (int i = 0; i < block->box_count; i++) {
		int start = block->boxes[i].start;
		end = start >= NIGHT ? MAX(end, start + LATE_START) : end;
	}
	return MIN(end, block->to);
}

static void choose_scale(Glance *glance) {
	Len height = glance->room - glance->head;
	int minutes = MAX(glance->to - glance->block->from, 1);
	glance->scale = (double)height / minutes;
	for (gsize i = 0; i < G_N_ELEMENTS(SCALES); i++) {
		double scale = (double)pt(glance, SCALES[i]) / HOUR;
		if (scale * minutes <= height) {
			glance->scale = scale;
			return;
		}
	}
}

/* --- ink -------------------------------------------------------------------------------------- */

static Rect rect_at(const Glance *glance, Column column, Len top, Len height) {
	return (Rect){
		setter_left(glance->setter, column.x, column.width), top, column.width, height};
}

static void fill(const Glance *glance, Rect area, int colour) {
	box_add(glance->out,
		(PageItem){.kind = PAGE_FILL,
			.tag = TAG_ARTIFACT,
			.as.fill = {.area = area, .colour = colour}});
}

/* Where a theme has no colours, blocks are outlined. */
static void outline(const Glance *glance, Rect area) {
	Len half = pt(glance, HOUR_LINE) / 2;
	PathBuilder *path = path_builder_new(glance->setter->arena);
	path_rect(path,
		(Rect){area.x + half, area.y + half, area.width - 2 * half,
			area.height - 2 * half});
	box_add(glance->out,
		(PageItem){.kind = PAGE_PATH,
			.tag = TAG_ARTIFACT,
			.as.path = {.path = path_builder_end(path),
				.fill = -1,
				.stroke = COLOUR_INK,
				.thickness = 2 * half}});
}

static void draw_field(
	const Glance *glance, const GlanceBox *box, Column column, Len top, Len height) {
	static const int colours[] = {[GLANCE_PLENARY] = COLOUR_INK,
		[GLANCE_TALKS] = COLOUR_TINT,
		[GLANCE_SOCIAL] = COLOUR_BAND,
		[GLANCE_PAUSE] = COLOUR_PAPER};
	gboolean outlined = glance->setter->theme->outlined;
	Rect area = rect_at(glance, column, top, height);
	gboolean plain = outlined && box->kind != GLANCE_PLENARY;
	fill(glance, area, plain ? COLOUR_PAPER : colours[box->kind]);
	if (plain && box->kind != GLANCE_PAUSE) {
		outline(glance, area);
	}
	if (box->kind == GLANCE_TALKS) {
		Column bar = {column.x, mm(glance, BAR)};
		fill(glance, rect_at(glance, bar, top, height), COLOUR_ACCENT);
	}
}

/* --- words ------------------------------------------------------------------------------------ */

/* What stands in a block. */
typedef struct Choice {
	const Inline *title, *note;
	StyleRole role;
	Setter *setter;
	Column column;
} Choice;

static ParSpec title_spec(const Glance *glance, const Choice *choice) {
	ParSpec spec =
		setter_spec(choice->setter, choice->role, choice->title, choice->column.width);
	if (choice->setter == glance->setter && setter_divides(choice->setter, &spec)) {
		spec.sheet = glance->divided;
	}
	return spec;
}

static Len spec_height(const Glance *glance, const ParSpec *spec) {
	ParSpec wide = *spec;
	wide.source = setter_widest(glance->setter, spec->source);
	const Par *par = par_set(glance->setter->text, glance->setter->arena, &wide);
	return par->line_count * par->leading;
}

static Len choice_height(const Glance *glance, const Choice *choice) {
	ParSpec title = title_spec(glance, choice);
	Len height = spec_height(glance, &title);
	if (choice->note) {
		ParSpec note = setter_spec(
			choice->setter, STYLE_GRID_HEAD_NOTE, choice->note, choice->column.width);
		height += spec_height(glance, &note);
	}
	return height;
}

/* As much of a text as stands on one line, with what tells that there is more. */
static const Inline *cut(const Glance *glance, const Choice *choice) {
	Arena *arena = glance->setter->arena;
	const char *text = choice->title->text;
	for (long count = g_utf8_strlen(text, -1); count > 1; count--) {
		const char *end = g_utf8_offset_to_pointer(text, count);
		gboolean whole = *end == '\0';
		const char *made = whole
			? text
			: arena_printf(arena, "%.*s\xe2\x80\xa6", (int)(end - text), text);
		const Inline *line =
			inline_new(arena, made, choice->title->language, choice->title->source);
		if (text_width(glance->setter->text, &choice->setter->sheet, choice->role, line,
			    glance->setter->composition->language) <= choice->column.width) {
			return line;
		}
	}
	return choice->title;
}

/* Fills title and note. FALSE when there is no room for a line. */
static gboolean choose(const Glance *glance, const GlanceBox *box, Len height, Choice *choice) {
	const Inline *titles[] = {box->title, box->short_title};
	gboolean late = box->end > glance->to;
	const Inline *note = late			 ? box->until
		: glance->block->day_count <= NOTES_MOST ? box->note
							 : NULL;
	for (int with = height > pt(glance, NOTE_LEAST) && note ? 1 : 0; with >= 0; with--) {
		for (gsize i = 0; i < G_N_ELEMENTS(titles); i++) {
			choice->title = titles[i];
			choice->note = with ? note : NULL;
			/* A title in full counts more than a note, but not than an end. */
			gboolean skip = !titles[i] || (with && i > 0 && !late);
			if (!skip && choice_height(glance, choice) <= height) {
				return TRUE;
			}
		}
	}
	choice->title = box->short_title ? box->short_title : box->title;
	choice->title = cut(glance, choice);
	return height >= len_scale(setter_style(choice->setter, choice->role)->size, 0.9);
}

static void put(const Glance *glance, const Choice *choice, ParSpec spec, Len top, int tag) {
	VList list;
	vlist_init(&list, glance->setter->arena);
	set_spec(choice->setter, &list, &spec, choice->column.x, tag);
	box_add_vlist(glance->out, &list, 0, vlist_count(&list), top);
	vlist_finish(&list);
}

static void draw_words(
	const Glance *glance, const GlanceBox *box, Column column, Len top, Len height) {
	Len start = mm(glance, TEXT_START), inset = pt(glance, INSET);
	Choice choice = {.setter = box->kind == GLANCE_PLENARY ? glance->on_ink : glance->setter,
		.role = box->kind == GLANCE_PAUSE ? STYLE_GRID_HEAD_NOTE : STYLE_GRID_TITLE,
		.column = {column.x + start, column.width - start - mm(glance, TEXT_END)}};
	TagBuilder *tags = glance->setter->tags;
	int title_tag = tag_leaf(tags, TAG_PARAGRAPH, 0);
	tag_set_actual(tags, title_tag,
		arena_printf(glance->setter->arena, "%s: %s", box->place, box->title->text));
	if (!choose(glance, box, height - inset / 2, &choice)) {
		return;
	}
	Len used = choice_height(glance, &choice);
	Len free = MAX(height - used, 0);
	/* A single line in a low block stands in its middle. */
	Len y = top + MIN(inset, free / 2);
	if (box->target) {
		box_add(glance->out,
			(PageItem){.kind = PAGE_LINK,
				.tag = title_tag,
				.as.link = {.area = rect_at(glance, column, top, height),
					.target = box->target,
					.contents = box->title->text}});
	}
	ParSpec title = title_spec(glance, &choice);
	put(glance, &choice, title, y, title_tag);
	if (choice.note) {
		ParSpec note = setter_spec(
			choice.setter, STYLE_GRID_HEAD_NOTE, choice.note, choice.column.width);
		put(glance, &choice, note, y + spec_height(glance, &title),
			tag_leaf(tags, TAG_PARAGRAPH, 0));
	}
}

/* --- the whole -------------------------------------------------------------------------------- */

static void draw_ticks(const Glance *glance) {
	Setter *setter = glance->setter;
	for (int i = 0; i < glance->block->tick_count; i++) {
		const GridTick *tick = &glance->block->ticks[i];
		if (tick->time > glance->to) {
			return;
		}
		Len y = y_of(glance, tick->time);
		set_rule(setter, glance->out,
			(RuleAt){setter_full_column(setter), y, pt(glance, HOUR_LINE),
				COLOUR_GRID_LINE});
		if (y + setter_style(setter, STYLE_GRID_HOUR)->leading > glance->room) {
			return;
		}
		Choice label = {.setter = setter, .column = setter_hang_column(setter)};
		ParSpec spec = setter_spec(
			setter, STYLE_GRID_HOUR, tick->label, setter_hang_column(setter).width);
		put(glance, &label, spec, y + pt(glance, LABEL_DOWN), TAG_ARTIFACT);
	}
}

static void draw_head(const Glance *glance, int number) {
	Setter *setter = glance->setter;
	const GlanceDay *day = &glance->block->days[number];
	Choice head = {.setter = setter, .column = day_column(glance, number)};
	Len bar = len_scale(setter->theme->head_bar, setter->format.line_scale);
	set_rule(setter, glance->out, (RuleAt){head.column, 0, bar, COLOUR_INK});
	Len page = 0;
	ParSpec slot = {0};
	if (day->page) {
		slot = setter_spec(setter, STYLE_GRID_PAGE, day->page, head.column.width);
		page = text_width(setter->text, &setter->sheet, STYLE_GRID_PAGE,
			       setter_widest(setter, day->page), setter->composition->language) +
			pt(glance, 4);
	}
	ParSpec name = setter_spec(setter, STYLE_GRID_HEAD, day->name, head.column.width - page);
	name.one_line = TRUE;
	if (par_set(setter->text, setter->arena, &name)->width > name.measure) {
		name.source = day->short_name;
	}
	Len top = pt(glance, HEAD_TOP);
	put(glance, &head, name, top, tag_leaf(setter->tags, TAG_HEADING, 3));
	if (day->page) {
		Len down = style_baseline(setter_style(setter, STYLE_GRID_HEAD)) -
			style_baseline(setter_style(setter, STYLE_GRID_PAGE));
		put(glance, &head, slot, top + down, tag_leaf(setter->tags, TAG_REFERENCE, 0));
	}
}

/* Up to where a block may be drawn that is too low for a line: what follows, or the axis' end. */
static Len free_until(const Glance *glance, const GlanceBox *box) {
	int until = glance->to;
	for (int i = 0; i < glance->block->box_count; i++) {
		const GlanceBox *next = &glance->block->boxes[i];
		if (next->column == box->column && next->start >= box->end) {
			until = MIN(until, next->start);
		}
	}
	return y_of(glance, until);
}

static void draw_day(const Glance *glance, int day) {
	Column column = day_column(glance, day);
	tag_open(glance->setter->tags, TAG_SECTION, 0);
	draw_head(glance, day);
	for (int i = 0; i < glance->block->box_count; i++) {
		const GlanceBox *box = &glance->block->boxes[i];
		if (box->column == day) {
			Len top = y_of(glance, box->start);
			Len height = y_of(glance, MIN(box->end, glance->to)) - top;
			Len least = MIN(pt(glance, BOX_LEAST), free_until(glance, box) - top);
			height = MAX(height, least);
			/* A hair of paper between what touches. */
			Len apart = pt(glance, HOUR_LINE);
			draw_field(glance, box, column, top + apart, height - apart);
			draw_words(glance, box, column, top + apart, height - apart);
		}
	}
	tag_close(glance->setter->tags);
}

void set_glance(Setter *setter, VList *list, const Block *block) {
	const GlanceBlock *days = block->as.glance;
	Glance glance = {.setter = setter,
		.on_ink = grid_setter_on_ink(setter),
		.divided = grid_divided_sheet(setter),
		.block = days,
		.to = end_of_axis(days)};
	BoxBuilder box;
	box_init(&box, setter->arena);
	glance.out = &box;
	glance.gap = mm(&glance, GAP);
	Len whole = setter_text_column(setter).width + glance.gap;
	glance.width = whole / days->day_count - glance.gap;
	glance.head = pt(&glance, HEAD);
	Len line = setter->format.line;
	glance.room = setter->room > 0 ? setter->room : line * setter->format.line_count;
	choose_scale(&glance);
	draw_ticks(&glance);
	for (int i = 0; i < days->day_count; i++) {
		draw_day(&glance, i);
	}
	box_end(&box, list, MIN(y_of(&glance, glance.to), glance.room));
}
