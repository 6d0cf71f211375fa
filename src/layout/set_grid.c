/* set_grid: a day's timetable onto pages, each with heads, hours, bands and cells. A grid of
 * several sheets begins on the left, its times at the outer edges, its bands through the gutter
 * (DESIGN.md 10, DESIGN-2 E). */
#include <string.h>

#include "layout/grid.h"

enum { MIDNIGHT = 24 * 60 };

/* pt */
static const double HEAD = 30, HEAD_TOP = 5.5, CELL_GAP = 0.5, HOUR_LINE = 0.25, LABEL_LEAST = 10;

Len grid_mm(const Grid *grid, double mm) {
	return len_scale(len_from_mm(mm), grid->setter->sheet.scale);
}

Len grid_pt(const Grid *grid, double pt) {
	return len_scale(len_from_pt(pt), grid->setter->format.line_scale);
}

/* Takes the tag: where it is asked for again there is nothing left of it. */
static int take_tag(int *tag) {
	int taken = *tag;
	*tag = TAG_ARTIFACT;
	return taken;
}

/* --- drawing ---------------------------------------------------------------------------------- */

static const GridSheet *sheet_of(const GridPage *page) {
	return &page->grid->sheets[page->sheet];
}

static const GridScale *scale_of(const GridPage *page) {
	return &page->pages->scales[page->stretch];
}

static void put_text(const GridPage *page, Words words, Len top) {
	Setter *setter = page->grid->setter;
	VList list;
	vlist_init(&list, setter->arena);
	set_text(setter, &list, words);
	box_add_vlist(page->out, &list, 0, vlist_count(&list), top);
	vlist_finish(&list);
}

/* Letter and name on one line, below it the note. */
static void draw_head(const GridPage *page, int number) {
	Grid *grid = page->grid;
	Setter *setter = grid->setter;
	const GridColumn *column = &grid->block->columns[number];
	Column area = grid_room_column(grid, sheet_of(page), number);
	int letter_tag = take_tag(&page->tagging->heads[number]);
	gboolean first = letter_tag != TAG_ARTIFACT;
	int name_tag = first ? letter_tag + 1 : TAG_ARTIFACT;
	int note_tag = first ? letter_tag + 2 : TAG_ARTIFACT;
	grid_draw_head_rule(grid, page->out, column->track, area);
	Len top = grid_pt(grid, HEAD_TOP);
	Column name = area;
	ParSpec spec = setter_spec(setter, STYLE_GRID_HEAD, column->name, area.width);
	spec.one_line = TRUE;
	if (column->letter) {
		ParSpec letter = setter_spec(setter, STYLE_GRID_HEAD, column->letter, area.width);
		letter.one_line = TRUE;
		const Par *par = par_set(setter->text, setter->arena, &letter);
		int item = (int)page->out->items->len;
		put_text(page, (Words){STYLE_GRID_HEAD, column->letter, area, letter_tag}, top);
		g_array_index(page->out->items, PageItem, item).as.text.colour =
			grid_letter_colour(grid, column->track);
		Len shift = par->width + grid_pt(grid, 4);
		name = (Column){area.x + shift, area.width - shift};
	}
	/* A long name takes the line of the note. */
	const Par *par = par_set(setter->text, setter->arena, &spec);
	put_text(page, (Words){STYLE_GRID_HEAD, column->name, name, name_tag}, top);
	if (column->note && par->width <= name.width) {
		Len below = setter_style(setter, STYLE_GRID_HEAD)->leading;
		put_text(page, (Words){STYLE_GRID_HEAD_NOTE, column->note, area, note_tag},
			top + below);
	}
}

/* y of any minute of the stretch. */
static Len y_of(const Grid *grid, const GridScale *scale, int time) {
	int after = scale->from;
	while (grid->times[after] < time) {
		after++;
	}
	if (grid->times[after] == time) {
		return scale->starts[after];
	}
	double share = (double)(time - grid->times[after - 1]) /
		(grid->times[after] - grid->times[after - 1]);
	Len from = scale->starts[after - 1], to = scale->ends[after];
	return from + len_round((to - from) * share);
}

static void draw_tick(const GridPage *page, int number, Len y, gboolean labelled) {
	Grid *grid = page->grid;
	Setter *setter = grid->setter;
	Column times = grid_times_column(grid, sheet_of(page)),
	       rooms = grid_rooms_column(grid, sheet_of(page));
	Len x = MIN(times.x, rooms.x);
	Len width = MAX(times.x + times.width, rooms.x + rooms.width) - x;
	set_rule(setter, page->out,
		(RuleAt){(Column){x, width}, y, grid_pt(grid, HOUR_LINE), COLOUR_GRID_LINE});
	if (labelled) {
		int tag = take_tag(&page->tagging->times[number]);
		put_text(page,
			(Words){STYLE_GRID_HOUR, grid->block->ticks[number].label,
				(Column){times.x, times.width + grid->gap}, tag},
			y + grid_pt(grid, 0.8));
	}
}

/* Does a time stand beside the cells? Hours where the scale is true, else what begins; there and at
 * its lower end only where there is room for a line. */
static gboolean is_shown(const GridScale *scale, const GridTick *tick) {
	return scale->elastic ? tick->begins : tick->hour;
}

static void draw_ticks(const GridPage *page) {
	Grid *grid = page->grid;
	const GridScale *scale = scale_of(page);
	Len least = grid_pt(grid, LABEL_LEAST), last = -least;
	for (int i = 0; i < grid->block->tick_count; i++) {
		const GridTick *tick = &grid->block->ticks[i];
		int time = tick->time;
		if (time < grid->times[scale->from] || time > grid->times[scale->to] ||
			!is_shown(scale, tick)) {
			continue;
		}
		Len y = y_of(grid, scale, time);
		gboolean labelled = y - last >= least && time < grid->times[scale->to];
		if (labelled || !scale->elastic) {
			draw_tick(page, i, grid->head + y, labelled);
		}
		last = labelled ? y : last;
	}
}

/* "Wednesday 16 June 2027 midnight", or as much of it as fits. */
static const Inline *midnight_words(const Grid *grid, Len width) {
	Setter *setter = grid->setter;
	const GridBlock *block = grid->block;
	InlineBuilder *builder = inline_builder_new(setter->arena);
	inline_add_inline(builder, block->midnight_day, -1);
	inline_add(builder, "\xe2\x80\x82");
	inline_add_inline(builder, block->midnight, STYLE_GRID_BAND_NOTE);
	const Inline *choices[] = {
		inline_builder_end(builder, NULL, SPAN_NONE), block->midnight_day, block->midnight};
	for (gsize i = 0; i < G_N_ELEMENTS(choices); i++) {
		if (text_width(setter->text, &setter->sheet, STYLE_GRID_BAND, choices[i],
			    setter->composition->language) <= width) {
			return choices[i];
		}
	}
	return NULL;
}

/* The new day, over all that does not run past it; what does covers it. */
static void draw_midnight(const GridPage *page) {
	Grid *grid = page->grid;
	Setter *setter = grid->setter;
	const GridScale *scale = scale_of(page);
	int at = grid->block->midnight ? grid_time_index(grid, MIDNIGHT) : -1;
	if (at <= scale->from || at >= scale->to) {
		return;
	}
	Len top = grid->head + scale->ends[at], height = scale->starts[at] - scale->ends[at];
	Column band = grid_band_column(grid, sheet_of(page));
	Column free = grid_within(
		grid, grid_free_columns(grid, sheet_of(page), MIDNIGHT - 1, MIDNIGHT + 1), -1);
	Len hair = grid_pt(grid, HOUR_LINE);
	Rect area = {setter_left(setter, band.x, band.width), top, band.width, height};
	box_add(page->out,
		(PageItem){.kind = PAGE_FILL,
			.tag = TAG_ARTIFACT,
			.as.fill = {.area = area, .colour = COLOUR_INK}});
	/* Apart from a band of ink that runs through it. */
	set_rule(setter, page->out, (RuleAt){band, top, hair, COLOUR_PAPER});
	set_rule(setter, page->out, (RuleAt){band, top + height - hair, hair, COLOUR_PAPER});
	const Inline *words = midnight_words(grid, free.width);
	if (!words) {
		return;
	}
	Grid inner = *grid;
	inner.setter = grid->on_ink;
	GridPage on_ink = *page;
	on_ink.grid = &inner;
	Len leading = setter_style(setter, STYLE_GRID_BAND)->leading;
	put_text(&on_ink, (Words){STYLE_GRID_BAND, words, free, TAG_ARTIFACT},
		top + (height - leading) / 2);
}

static Rect box_area(const GridPage *page, const GridBox *box) {
	const Grid *grid = page->grid;
	Len inset = box->cell->kind == GRID_CELL ? grid_pt(grid, CELL_GAP) : 0;
	Len top = scale_of(page)->starts[box->from] + inset;
	Len bottom = scale_of(page)->ends[box->to] - inset;
	return (Rect){setter_left(grid->setter, box->area.x, box->area.width), grid->head + top,
		box->area.width, bottom - top};
}

static void draw_box(const GridPage *page, const GridBox *box) {
	static const GridTags none = {
		TAG_ARTIFACT, TAG_ARTIFACT, TAG_ARTIFACT, TAG_ARTIFACT, TAG_ARTIFACT};
	Rect area = box_area(page, box);
	grid_draw_field(page->grid, page->out, box->cell, area);
	grid_draw_cuts(page->grid, page->out, box, area);
	GridTags tags = page->tagging->cells[box->number];
	grid_set_cell(page->grid, page->out, box, area, &tags);
	if (!box->covered) {
		page->tagging->cells[box->number] = none;
	}
}

/* Bands first: cells may cover them. */
static void draw_boxes(const GridPage *page, gboolean cells) {
	for (int i = 0; i < page->pages->box_counts[page->stretch]; i++) {
		const GridBox *box = &page->pages->boxes[page->stretch][i];
		if (box->sheet == page->sheet && (box->cell->kind == GRID_CELL) == cells) {
			draw_box(page, box);
		}
	}
}

/* Day and zone over the times, on the line of the rooms' names where there is room below it. */
static void draw_label(const GridPage *page) {
	Grid *grid = page->grid;
	Setter *setter = grid->setter;
	Column times = grid_times_column(grid, sheet_of(page));
	ParSpec spec = setter_spec(setter, STYLE_LABEL, grid->block->label, times.width);
	const Par *par = par_set(setter->text, setter->arena, &spec);
	Len height = par->line_count * par->leading;
	Len top = MAX(MIN(grid_pt(grid, HEAD_TOP), grid->head - height), 0);
	put_text(page,
		(Words){STYLE_LABEL, grid->block->label, times, take_tag(&page->tagging->label)},
		top);
}

void grid_draw_page(const GridPage *page) {
	for (int i = 0; i < sheet_of(page)->count; i++) {
		draw_head(page, sheet_of(page)->first + i);
	}
	if (page->grid->block->label) {
		draw_label(page);
	}
	draw_ticks(page);
	draw_boxes(page, FALSE);
	draw_midnight(page);
	draw_boxes(page, TRUE);
}

static void set_page(GridPage *page, VList *list) {
	const Setter *setter = page->grid->setter;
	BoxBuilder box;
	box_init(&box, setter->arena);
	page->out = &box;
	grid_draw_page(page);
	box_end(&box, list, setter->format.line * setter->format.line_count);
	page->out = NULL;
}

/* A spread begins on the left. */
static void start_on_verso(VList *list, const Inline *notes) {
	for (int i = vlist_count(list) - 1; i >= 0; i--) {
		VItem *item = &g_array_index(list->items, VItem, i);
		if (item->kind == V_PAGE) {
			item->as.page->start = START_VERSO;
			item->as.page->notes = notes;
			return;
		}
	}
}

/* --- the whole -------------------------------------------------------------------------------- */

Setter *grid_setter_on_ink(const Setter *setter) {
	Setter *other = arena_memdup(setter->arena, setter, sizeof *setter);
	for (int role = STYLE_GRID_TITLE; role <= STYLE_GRID_BAND_NOTE; role++) {
		other->sheet.styles[role].colour = COLOUR_PAPER;
	}
	return other;
}

const StyleSheet *grid_divided_sheet(const Setter *setter) {
	StyleSheet *sheet = arena_memdup(setter->arena, &setter->sheet, sizeof setter->sheet);
	sheet->styles[STYLE_GRID_TITLE].hyphenate = TRUE;
	sheet->styles[STYLE_GRID_TITLE_SMALL].hyphenate = TRUE;
	return sheet;
}

static Len page_number_width(const Setter *setter) {
	InlineBuilder *builder = inline_builder_new(setter->arena);
	inline_add_page_slot(builder, "", -1);
	const Inline *slot = inline_builder_end(builder, NULL, SPAN_NONE);
	return text_width(setter->text, &setter->sheet, STYLE_GRID_PAGE,
		       setter_widest(setter, slot), setter->composition->language) +
		len_from_pt(0.1);
}

void grid_init(Grid *grid, Setter *setter, const Block *block) {
	*grid = (Grid){.setter = setter,
		.on_ink = grid_setter_on_ink(setter),
		.block = block->as.grid,
		.divided = grid_divided_sheet(setter),
		.page_width = page_number_width(setter)};
	grid->head = grid_pt(grid, HEAD);
}

GridPage grid_page(Grid *grid, const GridPages *pages, GridTagging *tagging, int number) {
	return (GridPage){.grid = grid,
		.pages = pages,
		.stretch = number / grid->sheet_count,
		.sheet = number % grid->sheet_count,
		.tagging = tagging};
}

/* What the timetable does not show, or the page opposite the last rooms. */
static void set_behind(Setter *setter, VList *list, const Block *behind) {
	const Len page = setter->format.line * setter->format.line_count;
	vlist_add_penalty(list, PENALTY_FORCE);
	int from = vlist_count(list);
	for (int i = 0; i < behind->child_count; i++) {
		setter->room = MAX(page - vlist_height(list, from, vlist_count(list)), 0);
		if (i > 0 && !behind->children[i - 1]->keeps) {
			vlist_add_penalty(list, i > 1 ? 0 : PENALTY_NEVER);
		}
		set_block(setter, list, behind->children[i], setter_text_column(setter));
	}
}

void set_grid(Setter *setter, VList *list, const Block *block) {
	Grid grid;
	grid_init(&grid, setter, block);
	grid_place(&grid);
	Len live = setter->format.line * setter->format.line_count;
	GridPages pages = grid_scale(&grid, live - grid.head);
	grid_report(&grid, &pages, block);
	if (pages.count > 0 && grid.sheet_count > 1) {
		start_on_verso(list, grid.block->notes);
	}
	GridTagging tagging = grid_tag(&grid);
	for (int i = 0; i < pages.count * grid.sheet_count; i++) {
		if (i > 0) {
			vlist_add_penalty(list, PENALTY_FORCE);
		}
		GridPage page = grid_page(&grid, &pages, &tagging, i);
		set_page(&page, list);
	}
	int sheets = pages.count * grid.sheet_count;
	gboolean free = grid.sheet_count > 1 && sheets % 2 == 1;
	if (grid.block->behind && (grid.block->behind_wanted || free)) {
		set_behind(setter, list, grid.block->behind);
	}
}
