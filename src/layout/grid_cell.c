/* grid_cell: the texts of one cell: chip, start and title, names, chair, page number. The same
 * function measures and sets, so that what was found to fit does. */
#include <string.h>

#include "layout/grid.h"

#define EN_SPACE "\xe2\x80\x82"

/* pt on A5 */
static const double CHIP_PAD = 1.6, CHIP_GAP = 2.6, TIME_GAP = 3, PAGE_GAP = 2.5;
static const double INSET_ABOVE = 1.6, INSET_BELOW = 0.4, BAND_INSET = 1.5;
static const double TURN = 6;

typedef struct CellWords {
	Grid *grid;
	const GridBox *box;
	GridStep step;
	const GridTags *tags; /* NULL: measured only */
	BoxBuilder *out;
	Len y; /* top of the next line */
} CellWords;

static Setter *setter_of(const CellWords *words) {
	return words->box->cell->kind == GRID_PLENARY ? words->grid->on_ink : words->grid->setter;
}

static const Par *one_line(const CellWords *words, StyleRole role, const Inline *text) {
	Setter *setter = setter_of(words);
	ParSpec spec = setter_spec(setter, role, text, words->box->words.width);
	spec.one_line = TRUE;
	return par_set(setter->text, setter->arena, &spec);
}

/* Lines of a paragraph, the first baseline `drop` below the next line's top; x of the column from
 * the start edge. */
static void put_par(CellWords *words, const Par *par, Column column, Len drop, int tag) {
	Setter *setter = setter_of(words);
	Len left = setter_left(setter, column.x, column.width);
	for (int i = 0; i < par->line_count; i++) {
		Point origin = {left, words->y + drop + i * par->leading};
		set_line(setter, words->out, (LineAt){par, i, origin, tag});
	}
}

/* A paragraph below what stands already; turn-overs tell lines of a list apart. */
static void add_turned(CellWords *words, const Inline *text, Len turn, int tag) {
	if (!text) {
		return;
	}
	const StyleRole role = STYLE_GRID_NAME;
	Setter *setter = setter_of(words);
	Column column = words->box->words;
	ParSpec spec = setter_spec(setter, role, text, column.width);
	spec.hang_indent = turn;
	const Par *par = par_set(setter->text, setter->arena, &spec);
	if (words->tags) {
		put_par(words, par, column, style_baseline(setter_style(setter, role)), tag);
	}
	words->y += par->line_count * par->leading;
}

static void add_par(CellWords *words, const Inline *text, int tag) {
	add_turned(words, text, 0, tag);
}

static Len page_width(const CellWords *words) {
	return words->box->cell->page ? words->grid->page_width + grid_pt(words->grid, PAGE_GAP)
				      : 0;
}

/* At the end of the first line, whose baseline is `baseline`. */
static void put_page(CellWords *words, Len baseline) {
	Setter *setter = setter_of(words);
	const GridCell *cell = words->box->cell;
	if (!cell->page || !words->tags) {
		return;
	}
	Len width = words->grid->page_width;
	Column text = words->box->words;
	Column column = {text.x + text.width - width, width};
	VList list;
	vlist_init(&list, setter->arena);
	set_text(setter, &list, (Words){STYLE_GRID_PAGE, cell->page, column, words->tags->page});
	box_add_vlist(words->out, &list, 0, vlist_count(&list),
		baseline - style_baseline(setter_style(setter, STYLE_GRID_PAGE)));
	vlist_finish(&list);
}

/* Chip and start time before the title; returns the width that they take. */
static Len put_lead(CellWords *words, Len baseline) {
	Grid *grid = words->grid;
	Setter *setter = setter_of(words);
	const GridCell *cell = words->box->cell;
	Column text = words->box->words;
	Len x = 0;
	if (cell->code) {
		const Par *code = one_line(words, STYLE_GRID_CODE, cell->code);
		Len pad = grid_pt(grid, CHIP_PAD), width = code->width + 2 * pad;
		if (words->tags) {
			RoleMetrics metrics =
				text_role_metrics(setter->text, &setter->sheet, STYLE_GRID_CODE);
			Len cap = metrics.cap_height, edge = grid_pt(grid, CHIP_PAD * 3 / 4);
			Rect area = {setter_left(setter, text.x + x, width),
				words->y + baseline - cap - edge, width, cap + 2 * edge};
			int colour = grid_draw_chip(grid, words->out, cell->track, area);
			int first = (int)words->out->items->len;
			put_par(words, code, (Column){text.x + x + pad, text.width}, baseline,
				words->tags->place);
			g_array_index(words->out->items, PageItem, first).as.text.colour = colour;
		}
		x += width + grid_pt(grid, CHIP_GAP);
	}
	if (!(cell->timed && words->step == GRID_WHOLE)) {
		const Par *time = one_line(words, STYLE_GRID_TIME, cell->time);
		if (words->tags) {
			put_par(words, time, (Column){text.x + x, text.width}, baseline,
				words->tags->place);
		}
		x += time->width + grid_pt(grid, TIME_GAP);
	}
	return x;
}

/* Does the title's first word stand beside the chip? */
static gboolean first_word_fits(const CellWords *words, const ParSpec *spec) {
	const char *text = spec->source->text;
	g_autofree char *word = g_strndup(text, strcspn(text, " -"));
	ParSpec first = *spec;
	first.source = inline_new(setter_of(words)->arena,
		arena_strdup(setter_of(words)->arena, word), spec->source->language, SPAN_NONE);
	first.measure = spec->measure - spec->first_indent - spec->first_end;
	return first.measure > 0 && !setter_divides(setter_of(words), &first);
}

static StyleRole title_role(const Grid *grid, GridStep step) {
	return grid->small || step >= GRID_SMALL ? STYLE_GRID_TITLE_SMALL : STYLE_GRID_TITLE;
}

static void add_title(CellWords *words, const Inline *title) {
	Grid *grid = words->grid;
	Setter *setter = setter_of(words);
	Column column = words->box->words;
	StyleRole role = title_role(grid, words->step);
	Len baseline = style_baseline(setter_style(setter, role));
	Len leading = setter_style(setter, role)->leading;
	Len lead = put_lead(words, baseline);
	put_page(words, words->y + baseline);
	if (!title) {
		words->y += leading;
		return;
	}
	ParSpec spec = setter_spec(setter, role, title, column.width);
	if (setter_divides(setter, &spec)) {
		spec.sheet = grid->divided;
	}
	spec.first_indent = lead;
	spec.first_end = page_width(words);
	if (!first_word_fits(words, &spec)) {
		words->y += leading;
		spec.first_indent = spec.first_end = 0;
	}
	const Par *par = par_set(setter->text, setter->arena, &spec);
	if (words->tags) {
		put_par(words, par, column, baseline, words->tags->title);
	}
	words->y += par->line_count * par->leading;
}

/* Every line of names is a paragraph of its own. */
static int names_tag(const CellWords *words, int line) {
	return words->tags && words->tags->names != TAG_ARTIFACT ? words->tags->names + line
								 : TAG_ARTIFACT;
}

static void add_names(CellWords *words) {
	const GridCell *cell = words->box->cell;
	if (words->step >= GRID_CLOSE) {
		return;
	}
	Len turn = cell->name_count > 1 ? grid_pt(words->grid, TURN) : 0;
	for (int i = 0; i < cell->name_count && words->step == GRID_WHOLE; i++) {
		add_turned(words, cell->names[i], turn, names_tag(words, i));
	}
	if (words->step > GRID_WHOLE) {
		add_par(words, cell->run_in, names_tag(words, 0));
	}
	add_turned(words, cell->chair, turn, names_tag(words, cell->name_count));
	add_par(words, cell->also, names_tag(words, cell->name_count + 1));
}

static void run_in(InlineBuilder *builder, const Inline *names) {
	if (names) {
		inline_add(builder, EN_SPACE);
		inline_add_inline(builder, names, STYLE_GRID_NAME);
	}
}

/* Title and what is left of the names in one paragraph. */
static const Inline *close_line(const CellWords *words, const Inline *title) {
	const GridCell *cell = words->box->cell;
	InlineBuilder *builder = inline_builder_new(setter_of(words)->arena);
	inline_add_inline(builder, title, -1);
	if (words->step <= GRID_NO_CHAIR) {
		run_in(builder, cell->run_in);
	} else if (words->step <= GRID_SHORT_TITLE) {
		run_in(builder, cell->first);
	}
	if (words->step < GRID_NO_CHAIR) {
		run_in(builder, cell->chair);
	}
	run_in(builder, cell->also);
	return inline_builder_end(builder, title->language, title->source);
}

static void add_cell(CellWords *words) {
	const GridCell *cell = words->box->cell;
	const Inline *title = cell->title;
	if (words->step >= GRID_SHORT_TITLE && cell->short_title) {
		title = cell->short_title;
	}
	if (words->step == GRID_CODE_ONLY) {
		title = NULL;
	} else if (words->step >= GRID_CLOSE) {
		title = close_line(words, title);
	}
	add_title(words, title);
	add_names(words);
	if (words->box->began_before) {
		add_par(words, words->grid->block->continued, TAG_ARTIFACT);
	}
}

/* Title, hours and room run together. */
static const Inline *band_line(const CellWords *words) {
	const GridCell *cell = words->box->cell;
	InlineBuilder *builder = inline_builder_new(setter_of(words)->arena);
	if (cell->code) {
		inline_add_inline(builder, cell->code, -1);
		inline_add(builder, EN_SPACE);
	}
	inline_add_inline(builder, cell->title, -1);
	inline_add(builder, EN_SPACE);
	inline_add_inline(builder, cell->time, STYLE_GRID_BAND_NOTE);
	return inline_builder_end(builder, cell->title->language, cell->source);
}

static void add_band(CellWords *words) {
	Setter *setter = setter_of(words);
	const Style *style = setter_style(setter, STYLE_GRID_BAND);
	Column column = words->box->words;
	put_page(words, words->y + style_baseline(style));
	ParSpec spec = setter_spec(setter, STYLE_GRID_BAND, band_line(words), column.width);
	spec.first_end = page_width(words);
	const Par *par = par_set(setter->text, setter->arena, &spec);
	if (words->tags) {
		put_par(words, par, column, style_baseline(style), words->tags->title);
	}
	words->y += par->line_count * par->leading;
	const GridCell *cell = words->box->cell;
	add_par(words, cell->run_in, names_tag(words, 0));
	add_par(words, cell->chair, names_tag(words, cell->name_count));
	add_par(words, cell->also, names_tag(words, cell->name_count + 1));
}

static void add_words(CellWords *words) {
	if (words->box->cell->kind == GRID_CELL) {
		add_cell(words);
	} else {
		add_band(words);
	}
}

static Len text_height(Grid *grid, const GridBox *box, GridStep step) {
	CellWords words = {.grid = grid, .box = box, .step = step};
	add_words(&words);
	return words.y;
}

/* An earlier step at which the cell says the same, or the step itself. */
static GridStep same_step(const Grid *grid, const GridCell *cell, GridStep step) {
	switch (step) {
	case GRID_RUN_IN:
		return cell->name_count <= 1 && !cell->timed ? GRID_WHOLE : step;
	case GRID_SMALL:
		return grid->small ? same_step(grid, cell, GRID_RUN_IN) : step;
	case GRID_NO_CHAIR:
		return cell->chair ? step : GRID_CLOSE;
	case GRID_SHORT_TITLE:
		return cell->short_title ? step : GRID_FIRST_NAME;
	case GRID_NO_NAMES:
		return cell->first ? step : same_step(grid, cell, GRID_SHORT_TITLE);
	default:
		return step;
	}
}

Len grid_need(Grid *grid, GridBox *box, GridStep step) {
	if (box->covered) {
		return 0;
	}
	step = box->cell->kind == GRID_CELL ? same_step(grid, box->cell, step) : GRID_WHOLE;
	if (box->needs[step] < 0) {
		double inset =
			box->cell->kind == GRID_CELL ? INSET_ABOVE + INSET_BELOW : 2 * BAND_INSET;
		box->needs[step] = text_height(grid, box, step) + grid_pt(grid, inset);
	}
	return box->needs[step];
}

Len grid_least(Grid *grid, GridBox *box, GridStep most) {
	Len least = LEN_MAX;
	for (int step = GRID_WHOLE; step <= (int)most; step++) {
		least = MIN(least, grid_need(grid, box, (GridStep)step));
	}
	return least;
}

GridStep grid_fitting(Grid *grid, GridBox *box, Len height) {
	if (box->cell->kind != GRID_CELL) {
		return GRID_WHOLE;
	}
	for (int step = GRID_WHOLE; step < GRID_STEP_COUNT; step++) {
		if (grid_need(grid, box, (GridStep)step) <= height) {
			return (GridStep)step;
		}
	}
	return GRID_CODE_ONLY;
}

/* White above the first line; the line of a band stands in the middle of a low one. */
static Len inset_above(Grid *grid, const GridBox *box, Len height) {
	enum { BAND_MOST = 4 };
	if (box->cell->kind == GRID_CELL) {
		return grid_pt(grid, INSET_ABOVE);
	}
	Len free = height - text_height(grid, box, box->step);
	return CLAMP(free / 2, 0, grid_pt(grid, BAND_MOST * BAND_INSET));
}

static void put_link(BoxBuilder *out, const GridBox *box, Rect area, int tag) {
	if (!box->cell->target) {
		return;
	}
	box_add(out,
		(PageItem){.kind = PAGE_LINK,
			.tag = tag,
			.as.link = {.area = area,
				.target = box->cell->target,
				.contents = box->cell->title->text}});
}

void grid_set_cell(
	Grid *grid, BoxBuilder *out, const GridBox *box, Rect area, const GridTags *tags) {
	const char *step = box->covered ? "covered" : grid_step_name(box->step);
	box_add(out,
		(PageItem){.kind = PAGE_CELL,
			.tag = TAG_ARTIFACT,
			.as.cell = {.area = area, .name = box->cell->id, .step = step}});
	if (box->covered) {
		return;
	}
	put_link(out, box, area, tags->title);
	CellWords words = {.grid = grid,
		.box = box,
		.step = box->step,
		.tags = tags,
		.out = out,
		.y = area.y + inset_above(grid, box, area.height)};
	add_words(&words);
}

const char *grid_step_name(GridStep step) {
	static const char *const names[GRID_STEP_COUNT] = {[GRID_WHOLE] = "whole",
		[GRID_RUN_IN] = "names-in-a-row",
		[GRID_SMALL] = "small",
		[GRID_CLOSE] = "close",
		[GRID_NO_CHAIR] = "no-chair",
		[GRID_FIRST_NAME] = "first-name",
		[GRID_SHORT_TITLE] = "short-title",
		[GRID_NO_NAMES] = "no-names",
		[GRID_CODE_ONLY] = "code-only"};
	return names[step];
}
