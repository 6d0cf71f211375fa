/* grid: a day's timetable while it is set: columns on sheets, cells in them, and how much each cell
 * says. Places are counted from the start edge of the live area, heights from the top of the time
 * scale. */
#ifndef BIFOLIO_LAYOUT_GRID_H
#define BIFOLIO_LAYOUT_GRID_H

#include "layout/setter.h"

/* What a cell gives up, one after the other (DESIGN.md 10.5). Before GRID_NO_CHAIR nothing is lost;
 * the start time always stands. */
typedef enum GridStep {
	GRID_WHOLE,
	GRID_RUN_IN, /* names in a row */
	GRID_SMALL, /* title in the smallest type; where one is, all of the day are */
	GRID_CLOSE, /* names behind the title */
	GRID_NO_CHAIR,
	GRID_FIRST_NAME, /* "A. Name et al." */
	GRID_SHORT_TITLE,
	GRID_NO_NAMES,
	GRID_CODE_ONLY, /* code and page */
	GRID_STEP_COUNT
} GridStep;

/* A page of it. */
typedef struct GridSheet {
	int first, count; /* columns */
	gboolean times_at_end; /* outer edge of a recto */
	gboolean in_spread; /* bands run to the spine */
} GridSheet;

/* A cell on a sheet. What goes over all columns has one on every sheet. */
typedef struct GridBox {
	const GridCell *cell;
	int number; /* of the cell in the block */
	int sheet;
	int from, to; /* indices of Grid.times */
	Column area;
	Column words; /* where its texts stand; of a band: where no cell covers it */
	Len *needs; /* heights by step, -1 = not known yet; shared by copies of the box */
	GridStep step;
	gboolean covered; /* a band of which nothing is seen */
	gboolean began_before, goes_on; /* cut by the stretch of a page */
} GridBox;

/* The tags of a cell; TAG_ARTIFACT where it stands a second time. */
typedef struct GridTags {
	int cell, place, title, page;
	int names; /* the first of as many as there are lines of names, then the chair's, then
		   that of other rooms */
} GridTags;

typedef struct GridTagging {
	int *heads; /* by column: of its letter, before those of name and note */
	int label;
	int *times; /* by tick; TAG_ARTIFACT = tells no row */
	GridTags *cells; /* by number */
} GridTagging;

typedef struct Grid {
	Setter *setter;
	Setter *on_ink; /* whose words are paper-coloured */
	const GridBlock *block;
	int each; /* sheets for the wall, each for itself: columns of one at most; 0 = pages */
	gboolean small; /* all titles in the smallest type: some would not fit otherwise */
	const StyleSheet *divided; /* titles may be hyphenated: words wider than a column */
	Len page_width; /* of the widest page number */
	Len time_width, gap, column_width;
	Len head; /* height of the columns' heads */
	int sheet_count;
	GridSheet *sheets;
	int time_count;
	int *times; /* at which something begins or ends */
	int box_count;
	GridBox *boxes;
} Grid;

/* A stretch of the day on a page. */
typedef struct GridScale {
	int from, to; /* indices of Grid.times */
	Len *starts, *ends; /* y of what begins and of what ends there; by index of Grid.times */
	Len height;
	gboolean elastic;
} GridScale;

const char *grid_step_name(GridStep step);
Len grid_mm(const Grid *grid, double mm);
Len grid_pt(const Grid *grid, double pt);

/* grid_place.c: sheets, times and boxes. */
void grid_place(Grid *grid);
int grid_time_index(const Grid *grid, int time);
Column grid_times_column(const Grid *grid, const GridSheet *sheet);
Column grid_room_column(const Grid *grid, const GridSheet *sheet, int column);
/* All rooms of the sheet, with the white of those it has not. */
Column grid_rooms_column(const Grid *grid, const GridSheet *sheet);
/* The same through the gutter. */
Column grid_band_column(const Grid *grid, const GridSheet *sheet);
/* The widest run of the sheet's columns in which no cell stands in the time; width 0 = none. */
Column grid_free_columns(const Grid *grid, const GridSheet *sheet, int from, int to);
/* Where words stand in an area of the track, -1 = none. */
Column grid_within(const Grid *grid, Column area, int track);

/* grid_cell.c: height that the cell needs at a step. */
Len grid_need(Grid *grid, GridBox *box, GridStep step);
/* The least that any step up to this one needs. */
Len grid_least(Grid *grid, GridBox *box, GridStep most);
/* The first step at which the cell fits, or the last. */
GridStep grid_fitting(Grid *grid, GridBox *box, Len height);
/* Texts and link of the cell, at its own step, over the area. */
void grid_set_cell(
	Grid *grid, BoxBuilder *out, const GridBox *box, Rect area, const GridTags *tags);

/* grid_tags.c: the tags of a whole day, one table. */
GridTagging grid_tag(Grid *grid);

/* grid_ink.c: fields, bars and patterns. */
void grid_draw_field(Grid *grid, BoxBuilder *out, const GridCell *cell, Rect area);
/* Marks at the edges where it is cut. */
void grid_draw_cuts(Grid *grid, BoxBuilder *out, const GridBox *box, Rect area);
/* Rule over a column's head. */
void grid_draw_head_rule(Grid *grid, BoxBuilder *out, int track, Column column);
/* Colour of a track's letter on white; -1 = the role's own. */
int grid_letter_colour(const Grid *grid, int track);
/* Chip behind a code; returns the colour of its text. */
int grid_draw_chip(Grid *grid, BoxBuilder *out, int track, Rect area);

/* grid_scale.c: the day in as few pages as keep its titles whole; GridScale elements, in the arena
 * of the setter, boxes in them with their steps. */
typedef struct GridPages {
	int count;
	GridScale *scales;
	GridBox **boxes; /* of each scale */
	int *box_counts;
} GridPages;
GridPages grid_scale(Grid *grid, Len height);

/* set_grid.c */
/* A setter whose words in cells are paper-coloured; its sheet with titles that may be hyphenated.
 */
Setter *grid_setter_on_ink(const Setter *setter);
const StyleSheet *grid_divided_sheet(const Setter *setter);

/* Cells whose title is not whole, in 1/1000 of all. */
int grid_shortened(const GridPages *pages);

/* A page while it is drawn. */
typedef struct GridPage {
	Grid *grid;
	const GridPages *pages;
	int stretch, sheet;
	GridTagging *tagging;
	BoxBuilder *out;
} GridPage;

/* set_grid.c: what a grid is before grid_place; all it says lives in the setter's arena. */
void grid_init(Grid *grid, Setter *setter, const Block *block);
/* Page `number` of them, from 0: all sheets of a stretch of time before the next; out is missing.
 */
GridPage grid_page(Grid *grid, const GridPages *pages, GridTagging *tagging, int number);
/* Heads, hours, bands and cells, from the top of the box. */
void grid_draw_page(const GridPage *page);
/* grid_report.c: warns of every cell that gives up words. */
void grid_report(Grid *grid, const GridPages *pages, const Block *block);
void set_grid(Setter *setter, VList *list, const Block *block);

#endif
