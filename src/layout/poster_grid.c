/* poster_grid: see the header. Sizes of cells are those of the A5 page times one scale, at which
 * their smallest type is what the distance wants (DESIGN.md 11). */
#include "layout/poster_grid.h"

#include <math.h>

#include "layout/assemble.h"
#include "layout/grid.h"
#include "layout/poster.h"
#include "layout/timeline.h"

/* mm on A3 */
static const double SIDE = 22, TOP = 20, BOTTOM = 20;
/* mm on A5 */
static const double TIMES = 12, GAP = 1.6, ROOM_LEAST = 18, ROOM_AMPLE = 36, WORDS_LEAST = 11;
/* pt on A3 */
static const double TITLES[] = {54, 45, 38};
static const double GROWTH_MOST = 1.35;
/* A timetable that would lose words is read from half as far. */
static const double NEAR = 0.5;
enum { STEPS_AN_OCTAVE = 8, SHORTENED_MOST = 20 /* titles of 1000 */ };

/* A sheet with what all days have alike. */
typedef struct Sheet {
	Setter words; /* of head and foot */
	Setter cells;
	Len live; /* height between the margins */
} Sheet;

const Block *poster_grid_of(const Block *part) {
	for (int i = 0; i < part->child_count; i++) {
		if (part->children[i]->kind == BLOCK_GRID) {
			return part->children[i];
		}
	}
	return NULL;
}

/* The head's type against that of A3 read from 2 m. */
static double words_scale(const LayoutInput *input, double scale) {
	return MAX(scale * STYLE_LEAST_PT / POSTER_LEAST_PT, 0.7 * poster_scale(input));
}

static Format sheet_format(const LayoutInput *input, double scale) {
	double k = poster_scale(input);
	Format format = {.width = input->width, .height = input->height};
	format.inner = format.outer = len_scale(len_from_mm(SIDE), k);
	format.top = len_scale(len_from_mm(TOP), k);
	Len live = input->height - format.top - len_scale(len_from_mm(BOTTOM), k);
	Len line = len_scale(input->theme->sheet.line, scale);
	format.column = len_scale(len_from_mm(TIMES), scale);
	format.gutter = len_scale(len_from_mm(GAP), scale);
	format.live_width = input->width - format.inner - format.outer;
	format.text_x = format.column + format.gutter;
	format.text_width = MAX(format.live_width - format.text_x, 1);
	format.line_count = MAX(live / line, 1);
	format.line = live / format.line_count;
	format.bottom = input->height - format.top - live;
	format.type_scale = format.line_scale = scale;
	return format;
}

/* A style of posters, on paper instead of on the coloured field. */
static void put_on_paper(Style *style, ColourRole colour, double size, double scale) {
	style->colour = colour;
	style_take_step(style, size * scale / len_to_pt(style->size), 1);
}

/* The largest in which every day's title stands on one line, else the smallest. */
static void fit_title(Setter *words, double scale) {
	const Block *root = words->composition->root;
	Style *style = &words->sheet.styles[STYLE_POSTER_TITLE];
	for (size_t i = 0; i < G_N_ELEMENTS(TITLES); i++) {
		gboolean fits = TRUE;
		put_on_paper(style, COLOUR_INK, TITLES[i], scale);
		for (int part = 0; part < root->child_count && fits; part++) {
			const Block *head = root->children[part]->children[0];
			Len code = head->end
				? setter_natural_width(words, head->end) + words->format.gutter
				: 0;
			ParSpec spec = setter_spec(words, STYLE_POSTER_TITLE,
				head->children[0]->text, words->format.text_width - code);
			fits = par_set(words->text, words->arena, &spec)->line_count == 1;
		}
		if (fits) {
			return;
		}
	}
}

/* Days step down until no word of them is divided, all alike. */
static void fit_days(Setter *words) {
	enum { STEPS = 16 };
	const Block *root = words->composition->root;
	Style *style = &words->sheet.styles[STYLE_POSTER_FACT];
	for (int part = 0, step = 0; part < root->child_count && step < STEPS;) {
		const Block *day = root->children[part]->children[0]->hang;
		ParSpec spec =
			setter_spec(words, STYLE_POSTER_FACT, day->text, words->format.column);
		if (setter_divides(words, &spec)) {
			style_take_step(style, exp2(-1.0 / STEPS_AN_OCTAVE), 1);
			step++;
		} else {
			part++;
		}
	}
}

static void sheet_init(Sheet *sheet, const Setter *setter, const LayoutInput *input, double scale) {
	double words = words_scale(input, scale);
	sheet->words = sheet->cells = *setter;
	sheet->cells.latin = sheet->words.latin = NULL;
	sheet->cells.format = sheet->words.format = sheet_format(input, scale);
	sheet->cells.sheet = stylesheet_scaled(&setter->theme->sheet, scale, scale);
	sheet->live = sheet->cells.format.line * sheet->cells.format.line_count;
	Setter *head = &sheet->words;
	head->format.line_scale = 2 * words;
	head->format.line = len_scale(input->theme->sheet.line, 2 * words);
	head->sheet = stylesheet_scaled(&setter->theme->sheet, words, words);
	Style *styles = head->sheet.styles;
	styles[STYLE_POSTER_FACT].colour = COLOUR_ACCENT;
	styles[STYLE_POSTER_TITLE].balance = TRUE;
	styles[STYLE_AGENDA_AFFILIATION] = styles[STYLE_POSTER_AFFILIATION];
	put_on_paper(&styles[STYLE_AGENDA_AFFILIATION], styles[STYLE_AGENDA_AFFILIATION].colour,
		POSTER_LEAST_PT, scale * STYLE_LEAST_PT / POSTER_LEAST_PT);
	fit_title(head, words);
	fit_days(head);
}

/* What the code is for, beside its foot. */
static void add_caption(Sheet *sheet, BoxBuilder *box, const Block *head) {
	Setter *words = &sheet->words;
	Len side = setter_natural_width(words, head->end);
	Len quiet = figure_quiet_zone(words, head->end->as.figure, side);
	ParSpec spec = timeline_caption(words, head->children[1]->text);
	Len x = words->format.live_width - side - quiet - spec.measure;
	VList list;
	vlist_init(&list, words->arena);
	set_text(words, &list,
		(Words){STYLE_POSTER_CAPTION, spec.source, (Column){x, spec.measure},
			tag_leaf(words->tags, TAG_PARAGRAPH, 0)});
	Len foot = setter_half(words, 1) + quiet + side;
	box_add_vlist(box, &list, 0, vlist_count(&list),
		foot - vlist_height(&list, 0, vlist_count(&list)));
	vlist_finish(&list);
}

/* Head of a part into a box, if any; returns its height. */
static Len add_head(Sheet *sheet, BoxBuilder *box, const Block *part) {
	const Block *full = part->children[0];
	Block head = *full;
	VList list;
	vlist_init(&list, sheet->words.arena);
	head.child_count = 1;
	set_head(&sheet->words, &list, &head);
	Len height = vlist_height(&list, 0, vlist_count(&list));
	if (box) {
		box_add_vlist(box, &list, 0, vlist_count(&list), 0);
	}
	if (box && full->child_count > 1) {
		add_caption(sheet, box, full);
	}
	vlist_finish(&list);
	return height;
}

static Len foot_height(const Sheet *sheet) {
	return 2 * setter_style(&sheet->words, STYLE_AGENDA_AFFILIATION)->leading;
}

/* Height that is left for the scale of time. */
static Len cells_height(Sheet *sheet, const Grid *grid, const Block *part) {
	TagBuilder *kept = setter_try_begin(&sheet->words);
	Len head = add_head(sheet, NULL, part);
	setter_try_end(&sheet->words, kept);
	return sheet->live - head - foot_height(sheet) - grid->head;
}

static GridPages scale_day(Sheet *sheet, Grid *grid, const Block *part, int each) {
	grid_init(grid, &sheet->cells, poster_grid_of(part));
	grid->each = each;
	grid_place(grid);
	Len height = cells_height(sheet, grid, part);
	return height > 0 ? grid_scale(grid, height) : (GridPages){0};
}

/* --- how many rooms stand on a sheet ---------------------------------------------------------- */

/* What a choice comes to. */
typedef struct Cost {
	int each; /* 0 = no choice */
	int sheets;
	int lost; /* cells that give up words */
	gboolean poor; /* too many titles are not whole */
} Cost;

static int count_lost(const GridPages *pages, Len narrow) {
	int lost = 0;
	for (int page = 0; page < pages->count; page++) {
		for (int i = 0; i < pages->box_counts[page]; i++) {
			const GridBox *box = &pages->boxes[page][i];
			/* What overlaps in a room shares its column, and divides words. */
			lost += box->step >= GRID_NO_CHAIR ||
				(!box->covered && box->words.width < narrow);
		}
	}
	return lost;
}

static gboolean is_better(const Cost *one, const Cost *other) {
	if (other->each == 0 || one->poor != other->poor) {
		return other->each == 0 || other->poor;
	}
	return one->sheets != other->sheets ? one->sheets < other->sheets : one->lost < other->lost;
}

static Len room_least(const Sheet *sheet) {
	return len_scale(len_from_mm(ROOM_LEAST), sheet->cells.sheet.scale);
}

/* Sheets abreast for columns of a width at least. */
static int sheets_for(const Sheet *sheet, const Block *grid, double width) {
	const Format *format = &sheet->cells.format;
	double scale = sheet->cells.sheet.scale;
	Len gap = len_scale(len_from_mm(GAP), scale), least = len_scale(len_from_mm(width), scale);
	int most = MAX((format->text_width + gap) / (least + gap), 1), count;
	count = grid->as.grid->column_count;
	return (count + most - 1) / most;
}

/* The fewest sheets that keep the day's titles whole. */
static Cost choose_rooms(Sheet *sheet, const Block *part) {
	const Block *block = poster_grid_of(part);
	int count = block->as.grid->column_count;
	int from = sheets_for(sheet, block, ROOM_LEAST), to = sheets_for(sheet, block, ROOM_AMPLE);
	Cost best = {0};
	/* No room has its least width: no choice. */
	if (sheet->cells.format.text_width < room_least(sheet)) {
		return best;
	}
	for (int abreast = from; abreast <= to; abreast++) {
		if (best.each > 0 && !best.poor && abreast >= best.sheets) {
			break;
		}
		Grid grid;
		Cost cost = {.each = (count + abreast - 1) / abreast};
		GridPages pages = scale_day(sheet, &grid, part, cost.each);
		cost.sheets = grid.sheet_count * pages.count;
		cost.lost = count_lost(
			&pages, len_scale(len_from_mm(WORDS_LEAST), sheet->cells.sheet.scale));
		cost.poor = grid_shortened(&pages) > SHORTENED_MOST;
		if (pages.count > 0 && is_better(&cost, &best)) {
			best = cost;
		}
	}
	return best;
}

/* --- the size of type ------------------------------------------------------------------------- */

/* All days at a scale, in `each` if it is not NULL; days that have no choice are lists. */
static Cost try_scale(const Setter *setter, const LayoutInput *input, double scale, int *each) {
	const Block *root = setter->composition->root;
	Cost sum = {.each = 1};
	for (int i = 0; i < root->child_count; i++) {
		if (!poster_grid_of(root->children[i])) {
			continue;
		}
		Setter own = *setter;
		own.arena = arena_new();
		Sheet sheet;
		sheet_init(&sheet, &own, input, scale);
		Cost cost = choose_rooms(&sheet, root->children[i]);
		sum.sheets += cost.each > 0 ? cost.sheets : 1;
		sum.lost += cost.lost;
		sum.each = sum.each > 0 && cost.each > 0;
		sum.poor = sum.poor || cost.poor;
		if (each) {
			each[i] = cost.each;
		}
		arena_free(own.arena);
	}
	return sum;
}

/* Does more type cost nothing? */
static gboolean is_as_good(const Cost *cost, const Cost *least) {
	return (cost->each > 0 || least->each == 0) && cost->sheets <= least->sheets &&
		cost->lost <= least->lost && (!cost->poor || least->poor);
}

/* Scale of type that is read from as far as asked; else from 2 m, or as far as its size has it. */
static double asked_scale(const LayoutInput *input) {
	double metres =
		input->distance > 0 ? input->distance : POSTER_METRES * MIN(poster_scale(input), 1);
	return POSTER_LEAST_PT / STYLE_LEAST_PT * metres / POSTER_METRES;
}

static double most_scale(const LayoutInput *input) {
	double own = POSTER_LEAST_PT / STYLE_LEAST_PT * poster_scale(input);
	return GROWTH_MOST * MAX(asked_scale(input), own);
}

/* The largest from `least` on that costs no more than that. */
static double grow(const Setter *setter, const LayoutInput *input, double least, const Cost *cost) {
	int low = 0, high = (int)floor(log2(most_scale(input) / least) * STEPS_AN_OCTAVE) + 1;
	while (high - low > 1) {
		int middle = (low + high) / 2;
		double scale = least * exp2((double)middle / STEPS_AN_OCTAVE);
		Cost larger = try_scale(setter, input, scale, NULL);
		*(is_as_good(&larger, cost) ? &low : &high) = middle;
	}
	return least * exp2((double)low / STEPS_AN_OCTAVE);
}

/* Where no distance is asked for, words are worth a step towards them. */
static double choose_scale(const Setter *setter, const LayoutInput *input) {
	double asked = asked_scale(input);
	Cost cost = try_scale(setter, input, asked, NULL);
	if (input->distance <= 0) {
		Cost near = try_scale(setter, input, NEAR * asked, NULL);
		if (near.each > cost.each || near.poor < cost.poor || near.lost < cost.lost) {
			asked *= NEAR;
			cost = near;
		}
	}
	return grow(setter, input, asked, &cost);
}

static gboolean has_grid(const Block *root) {
	for (int i = 0; i < root->child_count; i++) {
		if (poster_grid_of(root->children[i])) {
			return TRUE;
		}
	}
	return FALSE;
}

/* From where the least type is read, m. */
static double reach(double scale) {
	return scale * STYLE_LEAST_PT / POSTER_LEAST_PT * POSTER_METRES;
}

static void report_near(Setter *setter, const LayoutInput *input, double scale) {
	double metres = floor(reach(scale) * 10) / 10, usual = reach(asked_scale(input));
	if (input->distance > 0 || scale >= asked_scale(input)) {
		return;
	}
	g_autofree char *hint = g_strdup_printf(
		"choose a larger sheet, or `distance: %.1f`, which takes more of them", usual);
	diag_warning(setter->diags, "poster-near", setter->composition->root->source, hint,
		"the timetable of a day keeps its words only in type that is read from %.1f m",
		metres);
}

gboolean poster_grid_fits(const Setter *setter, const LayoutInput *input) {
	return try_scale(setter, input, asked_scale(input), NULL).each > 0;
}

GridPlan poster_grid_plan(Setter *setter, const LayoutInput *input) {
	const Block *root = setter->composition->root;
	GridPlan plan = {.each = arena_array_of(setter->arena, int, root->child_count + 1),
		.list_count = root->child_count};
	if (!has_grid(root)) {
		return plan;
	}
	plan.scale = choose_scale(setter, input);
	report_near(setter, input, plan.scale);
	Cost cost = try_scale(setter, input, plan.scale, plan.each);
	plan.sheet_count = cost.sheets;
	for (int i = 0; i < root->child_count; i++) {
		plan.list_count -= plan.each[i] > 0;
		plan.sheet_count -= plan.each[i] == 0 && poster_grid_of(root->children[i]);
	}
	return plan;
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* What stands on a sheet for the second time is no part of the document. */
static void make_artifacts(BoxBuilder *box) {
	for (guint i = 0; i < box->items->len; i++) {
		g_array_index(box->items, PageItem, i).tag = TAG_ARTIFACT;
	}
}

static void put_foot_text(Sheet *sheet, BoxBuilder *box, Words foot) {
	Setter *words = &sheet->words;
	VList list;
	vlist_init(&list, words->arena);
	set_text(words, &list, foot);
	box_add_vlist(box, &list, 0, vlist_count(&list),
		sheet->live - vlist_height(&list, 0, vlist_count(&list)));
	vlist_finish(&list);
}

/* The zone, read aloud once, and which of how many sheets it is. */
static void add_foot(Sheet *sheet, BoxBuilder *box, const GridBlock *grid, int number, int count) {
	Setter *words = &sheet->words;
	Column column = setter_text_column(words);
	if (grid->sheet_note) {
		int tag = number == 0 ? tag_leaf(words->tags, TAG_NOTE, 0) : TAG_ARTIFACT;
		put_foot_text(sheet, box,
			(Words){STYLE_AGENDA_AFFILIATION, grid->sheet_note, column, tag});
	}
	if (count > 1) {
		InlineBuilder *builder = inline_builder_new(words->arena);
		inline_add(builder, setter_number(words, number + 1));
		inline_add(builder, "/");
		inline_add(builder, setter_number(words, count));
		const Inline *text = inline_builder_end(builder, NULL, SPAN_NONE);
		Len width = text_width(words->text, &words->sheet, STYLE_AGENDA_AFFILIATION, text,
				    words->composition->language) +
			1;
		column = (Column){words->format.live_width - width, width};
		put_foot_text(
			sheet, box, (Words){STYLE_AGENDA_AFFILIATION, text, column, TAG_ARTIFACT});
	}
}

static void add_cells(Sheet *sheet, BoxBuilder *box, GridPage *page, Len top) {
	BoxBuilder inner;
	VList list;
	box_init(&inner, sheet->cells.arena);
	vlist_init(&list, sheet->cells.arena);
	page->out = &inner;
	grid_draw_page(page);
	box_end(&inner, &list, sheet->live - top);
	page->out = NULL;
	box_add_vlist(box, &list, 0, vlist_count(&list), top);
	vlist_finish(&list);
}

void poster_grid_set(
	Setter *setter, VList *list, const LayoutInput *input, const GridPlan *plan, int part) {
	const Block *block = setter->composition->root->children[part];
	Sheet sheet;
	sheet_init(&sheet, setter, input, plan->scale);
	Grid grid;
	GridPages pages = scale_day(&sheet, &grid, block, plan->each[part]);
	grid_report(&grid, &pages, poster_grid_of(block));
	GridTagging tagging = {0};
	int count = pages.count * grid.sheet_count;
	for (int i = 0; i < count; i++) {
		BoxBuilder box;
		box_init(&box, setter->arena);
		Len top = add_head(&sheet, &box, block);
		if (i == 0) {
			tagging = grid_tag(&grid);
		} else {
			make_artifacts(&box);
			vlist_add_penalty(list, PENALTY_FORCE);
		}
		GridPage page = grid_page(&grid, &pages, &tagging, i);
		add_cells(&sheet, &box, &page, top);
		add_foot(&sheet, &box, grid.block, i, count);
		box_end(&box, list, assemble_page_height(setter));
	}
}
