/* poster_agenda: see the header. Sizes are those of A3 read from 2 m (DESIGN.md 11). */
#include "layout/poster_agenda.h"

#include <math.h>

#include "layout/assemble.h"
#include "layout/poster.h"
#include "layout/poster_grid.h"
#include "layout/timeline.h"

static const double REACH_STEP = 0.9170040432046712; /* 2^(-1/8) */
static const double TITLE_LEADING = 1.04; /* at least */
enum { REACH_STEPS = 24 };
/* pt on A3 read from 2 m */
#define ITEM_SIZE 26.9
static const double TIME_MOST = 34, TIME_SHARE = 1.19;
static const double AGENDA_LINE = 2; /* in the line of a book */

static Format agenda_format(const LayoutInput *input, double type) {
	double k = poster_scale(input);
	Format format = {.width = input->width, .height = input->height};
	format.inner = format.outer = len_scale(len_from_mm(22), k);
	format.top = len_scale(len_from_mm(20), k);
	format.column = len_scale(len_from_mm(38), k);
	format.gutter = len_scale(len_from_mm(7), k);
	format.live_width = input->width - format.inner - format.outer;
	format.text_x = format.column + format.gutter;
	format.text_width = format.live_width - format.text_x;
	format.line = len_scale(input->theme->sheet.line, AGENDA_LINE * type);
	Len bottom = len_scale(len_from_mm(20), k);
	format.line_count = MAX((input->height - format.top - bottom) / format.line, 1);
	format.bottom = input->height - format.top - format.line_count * format.line;
	format.type_scale = type;
	format.line_scale = 2 * type;
	return format;
}

/* What an agenda tries in turn to stay on one sheet: sizes in pt on A3, and how much is said. */
typedef struct Attempt {
	double title, item;
	int terse;
	int columns;
	double type; /* scale of both */
} Attempt;

enum { AMPLE = 2 /* attempts of them */ };

static void set_size(Style *style, double size, double type) {
	style_take_step(style, size * type / len_to_pt(style->size), TITLE_LEADING);
}

/* Sizes of what is not a title follow it, but not below what can be read from afar. */
static void size_items(Style *styles, double item, double type) {
	static const StyleRole titles[] = {
		STYLE_AGENDA_TITLE, STYLE_AGENDA_TITLE_MISSING, STYLE_AGENDA_BREAK};
	static const StyleRole others[] = {STYLE_AGENDA_SPEAKER, STYLE_AGENDA_AFFILIATION};
	double change = item / ITEM_SIZE;
	double usual = styles[STYLE_POSTER_ITEM].size;
	for (size_t i = 0; i < G_N_ELEMENTS(titles); i++) {
		/* A missing title keeps the proportion that the theme gives it. */
		set_size(&styles[titles[i]], item * styles[titles[i]].size / usual, type);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
		double size = len_to_pt(styles[others[i]].size) / type * change;
		set_size(&styles[others[i]], MAX(size, POSTER_LEAST_PT), type);
	}
	set_size(&styles[STYLE_AGENDA_TIME], MIN(TIME_MOST, TIME_SHARE * item), type);
}

/* The agenda's own roles, seen from far. */
static StyleSheet agenda_sheet(const Setter *setter, const Attempt *attempt) {
	double type = attempt->type;
	StyleSheet sheet = stylesheet_scaled(&setter->theme->sheet, type, type);
	Style *styles = sheet.styles;
	styles[STYLE_AGENDA_TIME] = styles[STYLE_POSTER_TIME];
	styles[STYLE_AGENDA_TITLE] = styles[STYLE_POSTER_ITEM];
	styles[STYLE_AGENDA_TITLE_MISSING] = styles[STYLE_POSTER_ITEM_MISSING];
	styles[STYLE_AGENDA_SPEAKER] = styles[STYLE_POSTER_SPEAKER];
	styles[STYLE_AGENDA_AFFILIATION] = styles[STYLE_POSTER_AFFILIATION];
	Style pause = styles[STYLE_POSTER_ITEM];
	pause.weight = styles[STYLE_AGENDA_BREAK].weight;
	pause.colour = styles[STYLE_AGENDA_BREAK].colour;
	styles[STYLE_AGENDA_BREAK] = pause;
	/* On the other posters these stand on the coloured field, here on paper. */
	styles[STYLE_POSTER_TITLE].colour = COLOUR_INK;
	styles[STYLE_POSTER_FACT].colour = COLOUR_ACCENT;
	styles[STYLE_LABEL] = styles[STYLE_POSTER_FACT];
	styles[STYLE_POSTER_TITLE].balance = TRUE;
	set_size(&styles[STYLE_POSTER_TITLE], attempt->title, type);
	size_items(styles, attempt->item, type);
	/* am and pm, as small as can be read from there. */
	styles[STYLE_NOTE] = styles[STYLE_AGENDA_AFFILIATION];
	set_size(&styles[STYLE_NOTE], POSTER_LEAST_PT, type);
	return sheet;
}

/* Is some time of the day too wide to stand on one line? */
static gboolean has_wide_time(Setter *setter, const TimelineBlock *timeline) {
	Len column = timeline_time_column(setter).width;
	for (int i = 0; i < timeline->slot_count; i++) {
		const Inline *time = timeline->slots[i].time;
		if (time) {
			ParSpec spec = setter_spec(setter, STYLE_AGENDA_TIME, time, column);
			if (par_set(setter->text, setter->arena, &spec)->line_count > 1) {
				return TRUE;
			}
		}
	}
	return FALSE;
}

/* Times with am or pm step down until they stand on one line, all of the poster alike. */
static void fit_times(Setter *setter, double type) {
	const Block *root = setter->composition->root;
	Style *style = &setter->sheet.styles[STYLE_AGENDA_TIME];
	for (int i = 0; i < root->child_count; i++) {
		const Block *part = root->children[i];
		for (int j = 0; j < part->child_count; j++) {
			const Block *child = part->children[j];
			while (child->kind == BLOCK_TIMELINE &&
				has_wide_time(setter, child->as.timeline) &&
				style->size > len_from_pt(POSTER_LEAST_PT * type)) {
				style_take_step(style, REACH_STEP, TITLE_LEADING);
			}
		}
	}
}

static void set_list(Setter *setter, VList *list, const Block *part) {
	int start = vlist_count(list);
	for (int i = 0; i < part->child_count; i++) {
		const Block *child = part->children[i];
		setter->room =
			assemble_page_height(setter) - vlist_height(list, start, vlist_count(list));
		if (child->kind == BLOCK_TIMELINE) {
			set_timeline_sheets(setter, list, child->as.timeline);
		} else if (child->kind != BLOCK_GRID) {
			set_block(setter, list, child, setter_text_column(setter));
		}
	}
}

/* What is set, and where it goes. */
typedef struct Agendas {
	Setter *setter;
	const LayoutInput *input;
	Document *document;
	GridPlan plan;
} Agendas;

static void set_day(const Agendas *agendas, VList *list, int part) {
	Setter *setter = agendas->setter;
	const Block *day = setter->composition->root->children[part];
	tag_open(setter->tags, TAG_SECTION, 0);
	assemble_page_start(list, day, FALSE);
	if (agendas->plan.each[part] > 0) {
		poster_grid_set(setter, list, agendas->input, &agendas->plan, part);
	} else {
		set_list(setter, list, day);
	}
	tag_close(setter->tags);
}

/* Sheets when every list has its one. */
static int sheets_wanted(const Agendas *agendas) {
	return agendas->plan.list_count + agendas->plan.sheet_count;
}

/* All sheets of one attempt, with what it complains of. TRUE when every day has its one. */
static gboolean attempt_agendas(const Agendas *agendas, const Attempt *attempt) {
	Setter *setter = agendas->setter;
	const Block *root = setter->composition->root;
	setter->format = agenda_format(agendas->input, attempt->type);
	setter->columns = attempt->columns;
	setter->sheet = agenda_sheet(setter, attempt);
	fit_times(setter, attempt->type);
	setter->terse = attempt->terse;
	setter->latin = NULL;
	setter->monogram_sheet = NULL;
	setter->tags = tag_builder_new(setter->arena, setter->composition->language);
	VList list;
	vlist_init(&list, setter->arena);
	for (int i = 0; i < root->child_count; i++) {
		set_day(agendas, &list, i);
	}
	assemble_pages(setter, &list, agendas->document);
	vlist_finish(&list);
	return agendas->document->page_count <= sheets_wanted(agendas);
}

/* Tries one; *kept has what it complains of, instead of what an earlier one did. */
static gboolean try_agendas(const Agendas *agendas, const Attempt *attempt, Diags **kept) {
	Setter *setter = agendas->setter;
	Diags *all = setter->diags;
	diags_free(*kept);
	*kept = setter->diags = diags_new();
	gboolean done = attempt_agendas(agendas, attempt);
	setter->diags = all;
	return done;
}

/* All sheets at one type scale; returns their number. Where no attempt keeps every day to one, the
 * first of those with the fewest is taken. */
static int set_agendas(const Agendas *agendas, double type) {
	Setter *setter = agendas->setter;
	const LayoutInput *input = agendas->input;
	const Document *document = agendas->document;
	static const Attempt attempts[] = {{54, 32, 1, 1, 1}, {54, ITEM_SIZE, 1, 1, 1},
		{45, ITEM_SIZE, 1, 1, 1}, {38, ITEM_SIZE, 1, 1, 1}, {38, ITEM_SIZE, 2, 1, 1},
		{38, ITEM_SIZE, 3, 1, 1}, {38, 22.6, 3, 1, 1}, {38, 22.6, 4, 1, 1}};
	/* A sheet that lies has two columns rather than small type or few words. */
	int columns = input->width > input->height ? 2 : 1, fewest = G_MAXINT;
	Attempt best = attempts[0];
	Diags *said = NULL;
	gboolean done = FALSE;
	for (size_t i = 0; i < G_N_ELEMENTS(attempts) && !done; i++) {
		Attempt attempt = attempts[i];
		attempt.type = type;
		attempt.columns = i < AMPLE ? 1 : columns;
		for (; attempt.columns <= columns && !done; attempt.columns++) {
			done = try_agendas(agendas, &attempt, &said);
			if (document->page_count < fewest) {
				fewest = document->page_count;
				best = attempt;
			}
		}
	}
	if (!done) {
		try_agendas(agendas, &best, &said);
	}
	diags_insert(setter->diags, diags_total(setter->diags), said);
	diags_free(said);
	return document->page_count;
}

/* The distance that was asked for cannot be had: says which can. */
static void report_distance(const Setter *setter, const LayoutInput *input, double metres) {
	g_autofree char *hint =
		g_strdup_printf("this sheet can be read from %.1f m; or choose a larger one",
			floor(metres * 10) / 10);
	diag_error(setter->diags, "poster-distance", input->distance_span, hint,
		"the agenda does not fit this sheet in type that can be read from %g m",
		input->distance);
}

/* A step nearer than the distance that was asked for, as long as a timetable finds no room. */
static double reach_of_grids(const Setter *setter, const LayoutInput *input, int *steps) {
	LayoutInput near = *input;
	while (*steps < REACH_STEPS && !poster_grid_fits(setter, &near)) {
		near.distance *= REACH_STEP;
		(*steps)++;
	}
	return near.distance;
}

void poster_agendas(Setter *setter, const LayoutInput *input, Document *document) {
	Diags *all = setter->diags;
	LayoutInput near = *input;
	int steps = 0;
	if (input->distance > 0) {
		near.distance = reach_of_grids(setter, input, &steps);
	}
	for (;; steps++) {
		double metres =
			near.distance > 0 ? near.distance : POSTER_METRES * poster_scale(input);
		/* What an attempt complains of is said if it stands. */
		setter->diags = diags_new();
		Agendas agendas = {setter, &near, document, poster_grid_plan(setter, &near)};
		int sheets = set_agendas(&agendas, metres / POSTER_METRES);
		gboolean stands = near.distance <= 0 || sheets <= sheets_wanted(&agendas) ||
			steps >= REACH_STEPS;
		if (stands) {
			diags_insert(all, diags_total(all), setter->diags);
		}
		diags_free(setter->diags);
		if (stands) {
			break;
		}
		near.distance *= REACH_STEP;
	}
	setter->diags = all;
	if (near.distance < input->distance) {
		report_distance(setter, input, near.distance);
	}
}
