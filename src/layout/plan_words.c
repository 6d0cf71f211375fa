/* plan_words: what is written on a plan, beside it and under it (set_plan.c). */
#include <math.h>

#include "layout/plan_shape.h"
#include "layout/set_plan.h"

/* pt */
static const double BAR = 1.2, LETTER_GAP = 4;
/* mm */
static const double INSET_SIDE = 1.5, INSET_TOP = 0.6, ARROW = 6, ARROW_HALF = 2, KEY_GAP = 6,
		    KEY_DOTS = 9;

/* --- rooms -------------------------------------------------------------------------------- */

static Len put(const Plan *plan, Words words, Len top) {
	Setter *setter = plan->setter;
	VList list;
	vlist_init(&list, setter->arena);
	set_text(setter, &list, words);
	int count = vlist_count(&list);
	Len height = vlist_height(&list, 0, count);
	box_add_vlist(plan->out, &list, 0, count, top);
	vlist_finish(&list);
	return height;
}

static Len width_of(const Plan *plan, StyleRole role, const Inline *text) {
	const Setter *setter = plan->setter;
	return text_width(setter->text, &setter->sheet, role, text, setter->composition->language);
}

/* Height of a text in a width; LEN_MAX where a word of it would be divided. */
static Len height_of(const Plan *plan, StyleRole role, const Inline *text, Len width) {
	Setter *setter = plan->setter;
	if (width <= 0) {
		return LEN_MAX;
	}
	ParSpec spec = setter_spec(setter, role, text, width);
	if (setter_divides(setter, &spec)) {
		return LEN_MAX;
	}
	const Par *par = par_set(setter->text, setter->arena, &spec);
	return par->line_count * par->leading;
}

static gboolean meets(Rect one, Rect other) {
	return one.x < other.x + other.width && other.x < one.x + one.width &&
		one.y < other.y + other.height && other.y < one.y + one.height;
}

static gboolean is_free(const Plan *plan, Rect area) {
	for (guint i = 0; i < plan->taken->len; i++) {
		if (meets(g_array_index(plan->taken, Rect, i), area)) {
			return FALSE;
		}
	}
	return TRUE;
}

/* Where the words of a room may stand; less where stairs or ways take of it. */
static Rect room_area(const Plan *plan, const PlanRoom *room) {
	Rect area = plan_rect(plan, plan_inner_rect(&room->corners));
	Len side = plan_mm(plan, INSET_SIDE), top = plan_mm(plan, INSET_TOP);
	area.x += side;
	area.width -= 2 * side;
	area.y += top;
	area.height -= top;
	return area;
}

static void put_letter(const Plan *plan, const PlanRoom *room, Rect area, int tag) {
	int item = (int)plan->out->items->len;
	put(plan, (Words){STYLE_MARK, room->letter, plan_column(plan, area), tag}, area.y);
	gboolean coloured = room->track >= 0 && room->track < TRACK_COLOURS;
	if (coloured && !plan->setter->theme->outlined) {
		g_array_index(plan->out->items, PageItem, item).as.text.colour =
			COLOUR_TRACK + room->track;
	}
}

/* The part of an area behind its first `width`. */
static Rect behind(const Plan *plan, Rect area, Len width) {
	gboolean rtl = plan->setter->composition->rtl;
	return (Rect){area.x + (rtl ? 0 : width), area.y, area.width - width, area.height};
}

/* A word in the middle of a room that has no room for more. */
static gboolean set_small(const Plan *plan, StyleRole role, const Inline *text, Rect room) {
	Len wide = width_of(plan, role, text) + 1;
	Len high = setter_style(plan->setter, role)->leading;
	if (wide > room.width - plan_pt(plan, 2) || high > room.height) {
		return FALSE;
	}
	Rect area = {
		room.x + (room.width - wide) / 2, room.y + (room.height - high) / 2, wide, high};
	put(plan,
		(Words){role, text, plan_column(plan, area),
			tag_leaf(plan->setter->tags, TAG_PARAGRAPH, 0)},
		area.y);
	plan_take(plan, area);
	return TRUE;
}

/* Its letter, or its name where that is all there is. */
static PlanWords set_small_room(const Plan *plan, const PlanRoom *room) {
	Rect area = plan_rect(plan, plan_inner_rect(&room->corners));
	if (room->letter) {
		return set_small(plan, STYLE_FACT_STRONG, room->letter, area) ? PLAN_SOME
									      : PLAN_NONE;
	}
	gboolean named = set_small(plan, STYLE_NOTE, room->name, area);
	return !named ? PLAN_NONE : room->details ? PLAN_SOME : PLAN_ALL;
}

/* Letter and name on the first line; height 0 = they have no room. */
static Rect set_name(const Plan *plan, const PlanRoom *room, Rect area) {
	const Setter *setter = plan->setter;
	const Style *mark = setter_style(setter, STYLE_MARK);
	const Style *strong = setter_style(setter, STYLE_FACT_STRONG);
	Len letter = room->letter ? width_of(plan, STYLE_MARK, room->letter) : 0;
	Len shift = room->letter ? letter + plan_pt(plan, LETTER_GAP) : 0;
	Len high = height_of(plan, STYLE_FACT_STRONG, room->name, area.width - shift);
	Rect used = {area.x, area.y, area.width, 0};
	if (high > 2 * strong->leading || MAX(high, mark->leading) > area.height) {
		return used;
	}
	int tag = tag_leaf(setter->tags, TAG_PARAGRAPH, 0);
	Len down = 0;
	if (room->letter) {
		put_letter(plan, room, area, tag);
		down = style_baseline(mark) - style_baseline(strong);
	}
	put(plan,
		(Words){STYLE_FACT_STRONG, room->name, plan_column(plan, behind(plan, area, shift)),
			tag},
		area.y + down);
	used.height = MAX(high, room->letter ? mark->leading : 0);
	return used;
}

PlanWords plan_set_room(const Plan *plan, const PlanRoom *room) {
	Rect area = room_area(plan, room), used = set_name(plan, room, area);
	if (used.height == 0) {
		return set_small_room(plan, room);
	}
	plan_take(plan, used);
	if (!room->details) {
		return PLAN_ALL;
	}
	Len high = height_of(plan, STYLE_NOTE, room->details, area.width);
	Len wide = MIN(width_of(plan, STYLE_NOTE, room->details) + 1, area.width);
	gboolean rtl = plan->setter->composition->rtl;
	Rect below = {area.x + (rtl ? area.width - wide : 0), used.y + used.height, wide, high};
	if (high > area.height - used.height || !is_free(plan, below)) {
		return PLAN_SOME;
	}
	put(plan,
		(Words){STYLE_NOTE, room->details, plan_column(plan, below),
			tag_leaf(plan->setter->tags, TAG_PARAGRAPH, 0)},
		below.y);
	plan_take(plan, below);
	return PLAN_ALL;
}

/* A word beside a sign, where nothing else stands: behind it, before it, under it, over it. */
static void put_beside(const Plan *plan, const Inline *word, Point at, Len side) {
	const Setter *setter = plan->setter;
	Len wide = width_of(plan, STYLE_NOTE, word) + 1;
	Len high = setter_style(setter, STYLE_NOTE)->leading, gap = plan_pt(plan, 3) + side / 2;
	Point middle = plan_place(plan, at);
	Len edge = plan_pt(plan, 3);
	Len least = plan->left + edge, most = plan->left + plan->width - wide - edge;
	const Rect places[] = {{middle.x + gap, middle.y - high / 2, wide, high},
		{middle.x - gap - wide, middle.y - high / 2, wide, high},
		{CLAMP(middle.x - wide / 2, least, most), middle.y + gap, wide, high},
		{CLAMP(middle.x - wide / 2, least, most), middle.y - gap - high, wide, high}};
	for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
		Rect area = places[i];
		if (area.x >= least && area.x <= most && area.y >= plan->top &&
			area.y + high <= plan->top + plan->height && is_free(plan, area)) {
			put(plan, (Words){STYLE_NOTE, word, plan_column(plan, area), TAG_ARTIFACT},
				area.y);
			plan_take(plan, area);
			return;
		}
	}
}

void plan_put_signs(const Plan *plan) {
	const PlanBlock *block = plan->block;
	for (int i = 0; i < block->entrances.count; i++) {
		put_beside(plan, block->entrance, block->entrances.points[i],
			2 * plan_mm(plan, PLAN_ENTRANCE));
	}
	for (int i = 0; i < block->lifts.count; i++) {
		put_beside(
			plan, block->lift, block->lifts.points[i], plan_mm(plan, PLAN_LIFT_SIDE));
	}
}

/* --- above and below ---------------------------------------------------------------------- */

Len plan_put_labels(const Plan *plan) {
	const PlanBlock *block = plan->block;
	Setter *setter = plan->setter;
	const Inline *texts[] = {block->label, block->building, block->note};
	Len at = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		if (texts[i]) {
			Words words = {i == 0 ? STYLE_LABEL : STYLE_NOTE, texts[i],
				setter_hang_column(setter),
				tag_leaf(setter->tags, TAG_PARAGRAPH, 0)};
			at += put(plan, words, at);
		}
	}
	return at;
}

/* Rooms that have no room for all their words, two abreast. */
Len plan_put_list(const Plan *plan, const GArray *rooms, Len top) {
	Setter *setter = plan->setter;
	Column text = setter_text_column(setter);
	int abreast = setter_stacks(setter) || rooms->len == 1 ? 1 : 2;
	Len gap = setter->format.gutter, wide = (text.width - gap * (abreast - 1)) / abreast;
	Len row = 0, at = top;
	for (guint i = 0; i < rooms->len; i++) {
		const PlanRoom *room = g_array_index(rooms, const PlanRoom *, i);
		int column = (int)i % abreast;
		at += column == 0 ? row : 0;
		row = column == 0 ? 0 : row;
		Words words = {STYLE_FACT_SMALL, room->line,
			(Column){text.x + column * (wide + gap), wide},
			tag_leaf(setter->tags, TAG_PARAGRAPH, 0)};
		Len high = put(plan, words, at);
		row = MAX(row, high);
	}
	return at + row;
}

static void draw_north(const Plan *plan, const PlanKey *key, Len top) {
	Setter *setter = plan->setter;
	Len half = plan_mm(plan, ARROW) / 2, wing = plan_mm(plan, ARROW_HALF);
	Column hang = setter_hang_column(setter);
	Column place = {setter_stacks(setter) ? hang.x + hang.width - 4 * half : hang.x, 2 * half};
	Point middle = {setter_left(setter, place.x, place.width) + half, top + half};
	double turn = key->north * G_PI / 180, sine = sin(turn), cosine = cos(turn);
	const Point tips[] = {{0, -half}, {wing, half}, {0, half / 2}, {-wing, half}};
	PathBuilder *path = path_builder_new(setter->arena);
	for (size_t i = 0; i < G_N_ELEMENTS(tips); i++) {
		Point at = {middle.x + len_round(tips[i].x * cosine - tips[i].y * sine),
			middle.y + len_round(tips[i].x * sine + tips[i].y * cosine)};
		if (i == 0) {
			path_move(path, at);
		} else {
			path_line(path, at);
		}
	}
	path_close(path);
	plan_add_path(plan, path, COLOUR_INK, -1, 0);
	Column beside = {place.x + place.width, place.width};
	Len high = setter_style(setter, STYLE_FACT_STRONG)->leading;
	put(plan, (Words){STYLE_FACT_STRONG, key->north_letter, beside, TAG_ARTIFACT},
		middle.y - high / 2);
}

Len plan_put_key(const Plan *plan, const PlanKey *key, Len top) {
	Setter *setter = plan->setter;
	Len bar = len_round(key->bar * plan->scale), down = plan_pt(plan, 4);
	Rect area = {plan->left, top + down, bar, plan_pt(plan, BAR)};
	set_rule(setter, plan->out,
		(RuleAt){plan_column(plan, area), area.y, area.height, COLOUR_INK});
	Len label = width_of(plan, STYLE_NOTE, key->metres) + 1;
	Rect words = {plan->left, area.y + plan_pt(plan, 2), MAX(label, bar), 0};
	Len high = put(plan,
		(Words){STYLE_NOTE, key->metres, plan_column(plan, words), TAG_ARTIFACT}, words.y);
	if (key->way) {
		Len x = plan->left + words.width + plan_mm(plan, KEY_GAP);
		Len end = x + plan_mm(plan, KEY_DOTS), y = area.y;
		plan_draw_dots(plan, (Point){x, y}, (Point){end, y});
		Rect beside = {end + plan_mm(plan, 2), y - high / 2,
			width_of(plan, STYLE_NOTE, key->way) + 1, 0};
		put(plan,
			(Words){STYLE_NOTE, key->way, plan_column(plan, beside),
				tag_leaf(setter->tags, TAG_PARAGRAPH, 0)},
			beside.y);
	}
	if (key->north >= 0) {
		draw_north(plan, key, area.y);
	}
	return MAX(words.y + high, key->north >= 0 ? area.y + plan_mm(plan, ARROW) : 0);
}
