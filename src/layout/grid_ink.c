/* grid_ink: the fields of cells and bands. Tracks of the first series have a bar and a solid chip,
 * those of the second a double bar and an outlined chip (DESIGN-2 A5). Where a theme has no
 * colours, cells are outlined and the bar is a pattern: solid, open, rows, columns, dots, hatched.
 */
#include "layout/grid.h"

/* mm on A5 */
static const double BAR = 1.2, BAR_DOUBLE = 0.5, BAR_BETWEEN = 0.4, BAR_PATTERN = 1.8;
/* pt */
static const double OUTLINE = 0.4, CHIP_LINE = 0.6, PATTERN_LINE = 0.6, PATTERN_PITCH = 2,
		    ARROW = 3, RULE_DOUBLE = 0.9, RULE_BETWEEN = 0.8;

static gboolean has_colour(int track) {
	return track >= 0 && track < TRACK_COLOURS;
}

static gboolean is_second(int track) {
	return has_colour(track) && track >= TRACK_SERIES;
}

static int track_colour(int track) {
	return has_colour(track) ? COLOUR_TRACK + track : track < 0 ? COLOUR_ACCENT : COLOUR_INK;
}

static int track_tint(int track) {
	return has_colour(track) ? COLOUR_TRACK_TINT + track
		: track < 0	 ? COLOUR_TINT
				 : COLOUR_BAND;
}

static void fill(BoxBuilder *out, Rect area, int colour) {
	box_add(out,
		(PageItem){.kind = PAGE_FILL,
			.tag = TAG_ARTIFACT,
			.as.fill = {.area = area, .colour = colour}});
}

static void stroke(Grid *grid, BoxBuilder *out, PathBuilder *path, int colour, double line) {
	box_add(out,
		(PageItem){.kind = PAGE_PATH,
			.tag = TAG_ARTIFACT,
			.as.path = {.path = path_builder_end(path),
				.fill = -1,
				.stroke = colour,
				.thickness = grid_pt(grid, line)}});
}

/* An outline inside of the area. */
static void outline(Grid *grid, BoxBuilder *out, Rect area, int colour, double line) {
	Len half = grid_pt(grid, line) / 2;
	PathBuilder *path = path_builder_new(grid->setter->arena);
	path_rect(path,
		(Rect){area.x + half, area.y + half, area.width - 2 * half,
			area.height - 2 * half});
	stroke(grid, out, path, colour, line);
}

static void add_segment(PathBuilder *path, Point from, Point to) {
	path_move(path, from);
	path_line(path, to);
}

static void add_rows(PathBuilder *path, Rect bar, Len pitch) {
	for (Len y = bar.y + pitch / 2; y < bar.y + bar.height; y += pitch) {
		add_segment(path, (Point){bar.x, y}, (Point){bar.x + bar.width, y});
	}
}

static void add_columns(PathBuilder *path, Rect bar, Len pitch) {
	for (Len x = bar.x + pitch / 2; x < bar.x + bar.width; x += pitch) {
		add_segment(path, (Point){x, bar.y}, (Point){x, bar.y + bar.height});
	}
}

/* Small crosses read as dots at this size and need no curves. */
static void add_dots(PathBuilder *path, Rect bar, Len pitch) {
	Len side = pitch / 3;
	for (Len y = bar.y + pitch / 2; y + side < bar.y + bar.height; y += pitch) {
		for (Len x = bar.x + pitch / 2; x + side < bar.x + bar.width; x += pitch) {
			add_segment(
				path, (Point){x, y + side / 2}, (Point){x + side, y + side / 2});
		}
	}
}

/* At 45 degrees, cut off at the bar's ends. */
static void add_hatching(PathBuilder *path, Rect bar, Len pitch) {
	Len bottom = bar.y + bar.height;
	for (Len y = bar.y + pitch / 2; y < bottom + bar.width; y += pitch) {
		Len low = MIN(y, bottom), high = MAX(y - bar.width, bar.y);
		if (low > high) {
			add_segment(path, (Point){bar.x + y - low, low},
				(Point){bar.x + y - high, high});
		}
	}
}

static void draw_pattern(Grid *grid, BoxBuilder *out, int track, Rect bar) {
	enum { SOLID, OPEN, ROWS, COLUMNS, DOTS, HATCHED };
	Len pitch = grid_pt(grid, PATTERN_PITCH);
	PathBuilder *path = path_builder_new(grid->setter->arena);
	int pattern = track % TRACK_SERIES;
	if (pattern == SOLID) {
		fill(out, bar, COLOUR_INK);
	} else if (pattern == ROWS) {
		add_rows(path, bar, pitch);
	} else if (pattern == COLUMNS) {
		add_columns(path, bar, pitch * 3 / 4);
	} else if (pattern == DOTS) {
		add_dots(path, bar, pitch);
	} else if (pattern == HATCHED) {
		add_hatching(path, bar, pitch);
	}
	stroke(grid, out, path, COLOUR_INK, PATTERN_LINE);
	outline(grid, out, bar, COLOUR_INK, OUTLINE);
}

/* At the start edge of the area. */
static Rect start_bar(const Grid *grid, Rect area, double from, double width) {
	Len x = grid_mm(grid, from), wide = grid_mm(grid, width);
	gboolean rtl = grid->setter->composition->rtl;
	return (Rect){rtl ? area.x + area.width - x - wide : area.x + x, area.y, wide, area.height};
}

static void draw_outlined_cell(Grid *grid, BoxBuilder *out, int track, Rect area) {
	fill(out, area, COLOUR_PAPER);
	outline(grid, out, area, COLOUR_INK, OUTLINE);
	if (track < 0) {
		return;
	}
	if (!has_colour(track)) {
		return; /* its letter alone tells it */
	}
	draw_pattern(grid, out, track, start_bar(grid, area, 0, BAR_PATTERN));
	if (is_second(track)) {
		Rect line = start_bar(grid, area, BAR_PATTERN + 0.4, 0.2);
		line.width = grid_pt(grid, OUTLINE);
		fill(out, line, COLOUR_INK);
	}
}

static void draw_cell(Grid *grid, BoxBuilder *out, int track, Rect area) {
	if (track < 0 && grid->block->tracked) {
		/* Beside cells with colours it has none; it is darker than a pause that it covers.
		 */
		fill(out, area, COLOUR_BAND_DARK);
		fill(out, start_bar(grid, area, 0, BAR), COLOUR_INK);
		return;
	}
	fill(out, area, track_tint(track));
	int colour = track_colour(track);
	if (is_second(track)) {
		Rect gap = start_bar(grid, area, BAR_DOUBLE, BAR_BETWEEN);
		fill(out, gap, COLOUR_PAPER);
		fill(out, start_bar(grid, area, 0, BAR_DOUBLE), colour);
		fill(out, start_bar(grid, area, BAR_DOUBLE + BAR_BETWEEN, BAR_DOUBLE), colour);
	} else {
		fill(out, start_bar(grid, area, 0, BAR), colour);
	}
}

/* Bands have rules above and below where there are no colours. */
static void draw_band(Grid *grid, BoxBuilder *out, GridKind kind, Rect area) {
	static const int colours[] = {[GRID_PLENARY] = COLOUR_INK,
		[GRID_PAUSE] = COLOUR_BAND,
		[GRID_ASIDE] = COLOUR_BAND_DARK};
	fill(out, area, colours[kind]);
	if (grid->setter->theme->outlined && kind != GRID_PLENARY) {
		Rect rule = area;
		rule.height = grid_pt(grid, OUTLINE);
		fill(out, rule, COLOUR_INK);
		rule.y = area.y + area.height - rule.height;
		fill(out, rule, COLOUR_INK);
	}
}

void grid_draw_field(Grid *grid, BoxBuilder *out, const GridCell *cell, Rect area) {
	if (cell->kind != GRID_CELL) {
		draw_band(grid, out, cell->kind, area);
	} else if (grid->setter->theme->outlined) {
		draw_outlined_cell(grid, out, cell->track, area);
	} else {
		draw_cell(grid, out, cell->track, area);
	}
}

/* Down from an edge, in the middle of the bar's side. */
static void draw_arrow(Grid *grid, BoxBuilder *out, Point base, int colour) {
	Len half = grid_pt(grid, ARROW), depth = grid_pt(grid, ARROW);
	PathBuilder *path = path_builder_new(grid->setter->arena);
	path_move(path, (Point){base.x - half, base.y});
	path_line(path, (Point){base.x + half, base.y});
	path_line(path, (Point){base.x, base.y + depth});
	path_close(path);
	box_add(out,
		(PageItem){.kind = PAGE_PATH,
			.tag = TAG_ARTIFACT,
			.as.path = {.path = path_builder_end(path), .fill = colour, .stroke = -1}});
}

void grid_draw_cuts(Grid *grid, BoxBuilder *out, const GridBox *box, Rect area) {
	gboolean plain = grid->setter->theme->outlined || box->cell->kind != GRID_CELL ||
		(box->cell->track < 0 && grid->block->tracked);
	int colour = plain ? COLOUR_INK : track_colour(box->cell->track);
	Len middle = area.x + area.width / 2;
	if (box->began_before) {
		draw_arrow(grid, out, (Point){middle, area.y - grid_pt(grid, ARROW)}, colour);
	}
	if (box->goes_on) {
		draw_arrow(grid, out, (Point){middle, area.y + area.height}, colour);
	}
}

void grid_draw_head_rule(Grid *grid, BoxBuilder *out, int track, Column column) {
	Setter *setter = grid->setter;
	int colour = track < 0 ? COLOUR_INK : track_colour(track);
	if (is_second(track)) {
		Len line = grid_pt(grid, RULE_DOUBLE);
		set_rule(setter, out, (RuleAt){column, 0, line, colour});
		set_rule(setter, out,
			(RuleAt){column, line + grid_pt(grid, RULE_BETWEEN), line, colour});
		return;
	}
	Len bar = len_scale(setter->theme->head_bar, setter->format.line_scale);
	set_rule(setter, out, (RuleAt){column, 0, bar, colour});
}

int grid_letter_colour(const Grid *grid, int track) {
	(void)grid;
	return track < 0 ? -1 : track_colour(track);
}

int grid_draw_chip(Grid *grid, BoxBuilder *out, int track, Rect area) {
	if (!is_second(track)) {
		fill(out, area, track < 0 ? COLOUR_INK : track_colour(track));
		return COLOUR_ON_ACCENT;
	}
	fill(out, area, COLOUR_PAPER);
	outline(grid, out, area, track_colour(track), CHIP_LINE);
	return track_colour(track);
}
