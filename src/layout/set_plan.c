/* set_plan: a floor to scale, its rooms with as many of their words as they have room for; the
 * others are listed under it (DESIGN-2 D5). Plans are never mirrored: they show how a house is. */
#include "layout/set_plan.h"
#include "layout/plan_shape.h"

/* pt */
static const double WALL = 0.9, STAIR_LINE = 0.4, DOT = 1.1, DOT_PITCH = 2.6;
/* mm */
static const double TREAD = 1.4, METRE_MOST = 5;
const double PLAN_LIFT_SIDE = 4.2, PLAN_ENTRANCE = 2.6;

Len plan_pt(const Plan *plan, double pt) {
	return len_scale(len_from_pt(pt), plan->setter->format.line_scale);
}

Len plan_mm(const Plan *plan, double mm) {
	return len_scale(len_from_mm(mm), plan->setter->format.line_scale);
}

/* From the live area's left, and the box's top. */
Point plan_place(const Plan *plan, Point at) {
	return (Point){plan->left + len_round((at.x - plan->block->left) * plan->scale),
		plan->top + len_round((at.y - plan->block->top) * plan->scale)};
}

Rect plan_rect(const Plan *plan, Rect rect) {
	Point from = plan_place(plan, (Point){rect.x, rect.y});
	Point to = plan_place(plan, (Point){rect.x + rect.width, rect.y + rect.height});
	return (Rect){from.x, from.y, to.x - from.x, to.y - from.y};
}

/* The column that stands at an area, for what counts from the start edge. */
Column plan_column(const Plan *plan, Rect area) {
	return (Column){setter_left(plan->setter, area.x, area.width), area.width};
}

/* --- ink ---------------------------------------------------------------------------------- */

void plan_add_path(const Plan *plan, PathBuilder *path, int fill, int stroke, double line) {
	box_add(plan->out,
		(PageItem){.kind = PAGE_PATH,
			.tag = TAG_ARTIFACT,
			.as.path = {.path = path_builder_end(path),
				.fill = fill,
				.stroke = stroke,
				.thickness = plan_pt(plan, line)}});
}

static PathBuilder *path_of(const Plan *plan, const PointList *corners) {
	PathBuilder *path = path_builder_new(plan->setter->arena);
	for (int i = 0; i < corners->count; i++) {
		Point at = plan_place(plan, corners->points[i]);
		if (i == 0) {
			path_move(path, at);
		} else {
			path_line(path, at);
		}
	}
	path_close(path);
	return path;
}

static int room_tint(const Plan *plan, const PlanRoom *room) {
	gboolean coloured = room->track >= 0 && room->track < TRACK_COLOURS;
	return coloured && !plan->setter->theme->outlined ? COLOUR_TRACK_TINT + room->track
							  : COLOUR_PAPER;
}

static void draw_walls(const Plan *plan) {
	const PlanBlock *block = plan->block;
	for (int i = 0; i < block->room_count; i++) {
		const PlanRoom *room = &block->rooms[i];
		plan_add_path(plan, path_of(plan, &room->corners), room_tint(plan, room),
			COLOUR_INK, WALL);
	}
	if (block->outline.count > 0) {
		plan_add_path(plan, path_of(plan, &block->outline), -1, COLOUR_INK, WALL);
	}
}

void plan_take(const Plan *plan, Rect area) {
	g_array_append_val(plan->taken, area);
}

static void add_segment(PathBuilder *path, Point from, Point to) {
	path_move(path, from);
	path_line(path, to);
}

/* Treads across the longer side. */
static void draw_stairs(const Plan *plan, const PointList *corners) {
	Rect area = plan_rect(plan, plan_inner_rect(corners));
	gboolean wide = area.width >= area.height;
	int steps = MAX((wide ? area.width : area.height) / plan_mm(plan, TREAD), 1);
	PathBuilder *path = path_builder_new(plan->setter->arena);
	path_rect(path, area);
	for (int i = 1; i < steps; i++) {
		Len x = area.x + (wide ? area.width * i / steps : 0);
		Len y = area.y + (wide ? 0 : area.height * i / steps);
		add_segment(path, (Point){x, y},
			(Point){wide ? x : x + area.width, wide ? y + area.height : y});
	}
	plan_add_path(plan, path, COLOUR_PAPER, COLOUR_INK, STAIR_LINE);
	plan_take(plan, area);
}

static Rect square_at(Point middle, Len side) {
	return (Rect){middle.x - side / 2, middle.y - side / 2, side, side};
}

static void draw_lift(const Plan *plan, Point at) {
	Rect area = square_at(plan_place(plan, at), plan_mm(plan, PLAN_LIFT_SIDE));
	Point end = {area.x + area.width, area.y + area.height};
	PathBuilder *path = path_builder_new(plan->setter->arena);
	path_rect(path, area);
	add_segment(path, (Point){area.x, area.y}, end);
	add_segment(path, (Point){area.x, end.y}, (Point){end.x, area.y});
	plan_add_path(plan, path, COLOUR_PAPER, COLOUR_INK, STAIR_LINE);
	plan_take(plan, area);
}

void plan_draw_dots(const Plan *plan, Point from, Point to) {
	box_add(plan->out,
		(PageItem){.kind = PAGE_DOTS,
			.tag = TAG_ARTIFACT,
			.as.rule = {.from = from,
				.to = to,
				.thickness = plan_pt(plan, DOT),
				.colour = COLOUR_ACCENT,
				.gap = plan_pt(plan, DOT_PITCH)}});
}

static void draw_way(const Plan *plan, const PointList *way) {
	for (int i = 1; i < way->count; i++) {
		Point from = plan_place(plan, way->points[i - 1]),
		      to = plan_place(plan, way->points[i]);
		plan_draw_dots(plan, from, to);
		Len half = plan_pt(plan, DOT);
		plan_take(plan,
			(Rect){MIN(from.x, to.x) - half, MIN(from.y, to.y) - half,
				ABS(to.x - from.x) + 2 * half, ABS(to.y - from.y) + 2 * half});
	}
}

/* The walls that an entrance is in: those of the floor, else of all that is drawn. */
static PointList walls_of(const Plan *plan) {
	const PlanBlock *block = plan->block;
	if (block->outline.count > 0) {
		return block->outline;
	}
	const Point corners[] = {{block->left, block->top}, {block->right, block->top},
		{block->right, block->bottom}, {block->left, block->bottom}};
	return (PointList){4, arena_memdup(plan->setter->arena, corners, sizeof corners)};
}

/* A triangle on the wall that points in. */
static void draw_entrance(const Plan *plan, Point at) {
	PointList walls = walls_of(plan);
	Point in = plan_inwards(&walls, at), base = plan_place(plan, at);
	Len size = plan_mm(plan, PLAN_ENTRANCE), half = size * 3 / 5;
	PathBuilder *path = path_builder_new(plan->setter->arena);
	path_move(path, (Point){base.x - in.y * half, base.y - in.x * half});
	path_line(path, (Point){base.x + in.x * size, base.y + in.y * size});
	path_line(path, (Point){base.x + in.y * half, base.y + in.x * half});
	path_close(path);
	plan_add_path(plan, path, COLOUR_ACCENT, -1, 0);
	Point middle = {base.x + in.x * size / 2, base.y + in.y * size / 2};
	plan_take(plan, square_at(middle, size));
}

/* The figure that those hear of who see none. */
static void draw_figure(const Plan *plan, Len height) {
	Setter *setter = plan->setter;
	int tag = tag_leaf(setter->tags, TAG_FIGURE, 0);
	tag_set_alternate(setter->tags, tag, plan->block->alternate);
	Rect area = {plan->left, plan->top, plan->width, height};
	box_add(plan->out,
		(PageItem){.kind = PAGE_FILL,
			.tag = tag,
			.as.fill = {.area = area, .colour = COLOUR_PAPER}});
}

static void draw_house(const Plan *plan, Len height) {
	const PlanBlock *block = plan->block;
	draw_figure(plan, height);
	draw_walls(plan);
	for (int i = 0; i < block->stair_count; i++) {
		draw_stairs(plan, &block->stairs[i]);
	}
	for (int i = 0; i < block->way_count; i++) {
		draw_way(plan, &block->ways[i]);
	}
	for (int i = 0; i < block->lifts.count; i++) {
		draw_lift(plan, block->lifts.points[i]);
	}
	for (int i = 0; i < block->entrances.count; i++) {
		draw_entrance(plan, block->entrances.points[i]);
	}
}

/* --- the whole ---------------------------------------------------------------------------- */

/* As wide as the column unless that were too high, two floors stand on a page, or a hut as large as
 * a house. */
static void choose_scale(Plan *plan) {
	enum { HEAD = 12, HEAD_ALONE = 14 };
	const PlanBlock *block = plan->block;
	const Format *format = &plan->setter->format;
	Column text = setter_text_column(plan->setter);
	int lines = block->storeys > 1 ? (format->line_count - HEAD) / 2
				       : format->line_count - HEAD_ALONE;
	int wide = MAX(block->right - block->left, 1), high = MAX(block->highest, 1);
	double most = plan_mm(plan, METRE_MOST) / 100.0;
	plan->scale = MIN((double)text.width / wide, (double)format->line * MAX(lines, 4) / high);
	plan->scale = MIN(plan->scale, most);
	plan->width = len_round(wide * plan->scale);
	plan->height = len_round((block->bottom - block->top) * plan->scale);
	plan->left = setter_left(plan->setter, text.x, plan->width);
}

static void complain(const Plan *plan, const PlanRoom *room) {
	const Inline *words = room->letter ? room->letter : room->name;
	diag_note(plan->setter->diags, "unnamed-on-plan", room->source,
		room->letter ? "make its `shape` larger, or leave it out"
			     : "give it a `letter`, by which it is found there",
		"\"%s\" has no room in its shape on the plan", words->text);
}

void set_plan(Setter *setter, VList *list, const Block *source) {
	BoxBuilder box;
	box_init(&box, setter->arena);
	g_autoptr(GArray) taken = g_array_new(FALSE, FALSE, sizeof(Rect));
	g_autoptr(GArray) listed = g_array_new(FALSE, FALSE, sizeof(const PlanRoom *));
	Plan plan = {.setter = setter, .block = source->as.plan, .out = &box, .taken = taken};
	choose_scale(&plan);
	Len half = plan_pt(&plan, WALL) / 2, label = plan_put_labels(&plan);
	plan.top = half + (setter_stacks(setter) ? label : 0);
	draw_house(&plan, plan.height);
	for (int i = 0; i < plan.block->room_count; i++) {
		const PlanRoom *room = &plan.block->rooms[i];
		Rect area = plan_rect(&plan, plan_inner_rect(&room->corners));
		vlist_add_anchor_at(list, room->anchor, (Point){0, MAX(area.y, 0)});
		PlanWords words = plan_set_room(&plan, room);
		if (words == PLAN_NONE) {
			complain(&plan, room);
		}
		if (words != PLAN_ALL) {
			g_array_append_val(listed, room);
		}
	}
	plan_put_signs(&plan);
	Len end = MAX(plan.top + plan.height + half, label);
	end = listed->len > 0 ? plan_put_list(&plan, listed, end + setter_half(setter, 1) / 2)
			      : end;
	if (plan.block->key) {
		end = plan_put_key(&plan, plan.block->key, end);
	}
	int lines = (end + setter_half(setter, 1) - 1) / setter_half(setter, 1);
	vlist_add_penalty(list, 0);
	box_end(&box, list, setter_half(setter, lines));
	vlist_add_glue(list, setter_half(setter, 1));
}
