/* setter: turns blocks into a vertical list at a given place in the grid. Everything it makes
 * lives in its arena. Horizontal places are counted from the start edge of the live area and are
 * mirrored for right-to-left documents in one function, setter_left. */
#ifndef BIFOLIO_LAYOUT_SETTER_H
#define BIFOLIO_LAYOUT_SETTER_H

#include "base/arena.h"
#include "base/diag.h"
#include "block/block.h"
#include "layout/format.h"
#include "layout/layout.h"
#include "layout/vlist.h"
#include "page/tags.h"
#include "text/text.h"
#include "theme/theme.h"

typedef struct Setter {
	Arena *arena; /* of what is set */
	Arena *ink, *boxes; /* into which it is packed (pack.h), of a booklet */
	TextContext *text;
	TextContext *const *helpers; /* for as many more threads */
	int helper_count;
	const Theme *theme;
	Len least; /* size of type; nothing is set in less */
	StyleSheet sheet; /* scaled for the format */
	StyleSheet *latin; /* for texts in Latin letters beside another script, or NULL */
	gboolean foreign; /* within a talk that runs against the page */
	gboolean in_item; /* within an entry of a list */
	gboolean set_off; /* within what has white about it: an entry of a list, a quotation */
	const Block *row; /* that is set, or NULL */
	Format format;
	Diags *diags;
	LayoutTimes *times; /* or NULL */
	Progress *progress; /* or NULL */
	int multiple, apart; /* pages of a booklet: see LayoutInput */
	gboolean european; /* figures of the document's language are 0 to 9 */
	TagBuilder *tags;
	const Composition *composition;
	gboolean drops; /* pieces of it that are set */
	const Block *part; /* of it that is set by one thread alone, or NULL */
	int digits; /* that a page number may have */
	GHashTable *known_pages; /* anchor -> label, of pages that stand already; or NULL */
	gboolean tabular; /* within a table of a stacked page: two columns after all */
	int terse; /* agenda on a poster: 1 to 4, how much it says; 0 = booklet */
	Len room; /* height left on the page where it is known (after a page head), else 0 */
	Len room_next; /* agenda on a poster: the same of further sheets */
	int columns; /* agenda on a poster: of a sheet; 0 = 1 */
	StyleSheet *monogram_sheet; /* sheet with the monogram's size for the last side asked */
	Len monogram_side;
	const FigureBlock *code; /* the last one whose modules were counted */
	int code_modules;
} Setter;

/* A stretch of the live area, from its start edge. */
typedef struct Column {
	Len x, width;
} Column;

/* Between the two, what is set makes no tags of the document: an attempt, a measurement. */
TagBuilder *setter_try_begin(Setter *setter);
void setter_try_end(Setter *setter, TagBuilder *kept);

Column setter_hang_column(const Setter *setter);
Column setter_text_column(const Setter *setter);
Column setter_full_column(const Setter *setter);

/* Does the hang column's text stand above the text column's? */
gboolean setter_stacks(const Setter *setter);

/* Left edge, from the live area's left, of something `width` wide at x from the start edge. */
Len setter_left(const Setter *setter, Len x, Len width);

const Style *setter_style(const Setter *setter, StyleRole role);

/* Distance from the top of a line's box to its baseline (DESIGN.md 1, Baseline). */
Len style_baseline(const Style *style);

/* In the figures of the document's language. */
const char *setter_number(const Setter *setter, int number);

/* n half lines of the grid. */
Len setter_half(const Setter *setter, int half_lines);

/* spec.c */
/* Sheets of the theme, at scales of type and line. */
void setter_take_sheets(Setter *setter, double type, double line);
/* Where the script wants it: a size of which the measure holds a whole number, and the indent. */
void setter_fill_square(StyleSheet *sheet, StyleRole role, Len measure);
/* Does the text run from right to left? By its language, else the document's; references by their
 * first letter. */
gboolean setter_runs_rtl(const Setter *setter, StyleRole role, const Inline *text);
/* Does the block's first paragraph run against the page? */
gboolean setter_runs_foreign(const Setter *setter, const Block *block);
/* Whether what is set from here on is a talk that runs against the page: by its abstract (may be
 * NULL), else its title. */
void setter_mark_foreign(Setter *setter, const Block *abstract, const Inline *title);
/* The size times a factor, the leading in proportion, but `least` of the size at least. */
void style_take_step(Style *style, double factor, double least);
/* Indent of the first line of a paragraph that follows another (or not). */
Len setter_first_indent(const Setter *setter, const ParSpec *spec, gboolean continues);
/* A paragraph's spec in a column with the document's language and direction. */
ParSpec setter_spec(const Setter *setter, StyleRole role, const Inline *text, Len measure);

/* The tag of a paragraph: a heading where it is the name of what follows. */
int setter_tag(Setter *setter, StyleRole role);
/* Does the row begin with the title of a page? */
gboolean setter_is_titled(const Block *row);
/* Notes on a tag (or TAG_ARTIFACT) that its text is in another language than the document. */
void setter_tag_language(Setter *setter, int tag, const Inline *text);

/* Adds a paragraph's lines as boxes of its leading, with penalties between them. */
void set_spec(Setter *setter, VList *list, const ParSpec *spec, Len x, int tag);

/* A text in one role, and where it stands. */
typedef struct Words {
	StyleRole role;
	const Inline *text;
	Column column;
	int tag;
} Words;

/* Adds a text as unbreakable lines; returns their number. */
int set_text(Setter *setter, VList *list, Words words);

/* A line of a paragraph with its origin on the baseline. */
typedef struct LineAt {
	const Par *par;
	int line;
	Point origin;
	int tag;
} LineAt;

/* Adds one line's ink, and the active areas of its links. */
void set_line(Setter *setter, BoxBuilder *box, LineAt at);

/* Adds any block that may stand within a column. */
void set_block(Setter *setter, VList *list, const Block *block, Column column);
void set_children(Setter *setter, VList *list, const Block *block, Column column);

/* divided.c: a paragraph set so that a page may end within it, if it can be, without a word divided
 * there and with so many lines on either side. */
const Par *setter_par(Setter *setter, const ParSpec *spec, int widow_lines);

/* So many lines of its abstract a biography takes along (DESIGN-2 C2). */
enum { ALONG_LINES = 3 };
/* Distance of the lines of prose: L, but in some scripts. */
Len setter_prose_grid(const Setter *setter);
/* What follows stands on a line of the prose's grid. */
void setter_close_prose(const Setter *setter, VList *list);

/* White up to the next half line, counted from item `from` of the list. */
void set_to_grid(Setter *setter, VList *list, int from, int half_lines);

/* The page of an anchor where it is known (setter->known_pages), else NULL. owner: the setter. */
const char *setter_known_page(const void *owner, const char *anchor);
/* A text with its page slots filled with the widest number they may get. */
const Inline *setter_widest(const Setter *setter, const Inline *text);
/* Is a word of the text wider than the measure, so that it would be divided where none may be?
 * Not asked of scripts without spaces. */
gboolean setter_divides(const Setter *setter, const ParSpec *spec);
gboolean inline_has_slots(const Inline *text);

/* A rule; y from the box's top. */
typedef struct RuleAt {
	Column column;
	Len y, thickness;
	int colour;
} RuleAt;
void set_rule(Setter *setter, BoxBuilder *box, RuleAt at);

/* set_row.c */
void set_row(Setter *setter, VList *list, const Block *row);
/* Children of BLOCK_CELLS side by side in the column. */
void set_cells(Setter *setter, VList *list, const Block *block, Column column);
void set_head(Setter *setter, VList *list, const Block *head);
/* set_contents.c: a group of the contents. */
void set_contents(Setter *setter, VList *list, const Block *group);
/* set_person.c: a person with the biography. */
void set_person(Setter *setter, VList *list, const Block *block);
/* figure.c: draws a figure in a square with its top left corner at (x from the start edge, y). */
void set_figure(Setter *setter, BoxBuilder *box, const FigureBlock *figure, Column column, Len y);
/* White that a code needs around modules that are `side` wide together. */
Len figure_quiet_zone(Setter *setter, const FigureBlock *figure, Len side);
/* White within a code whose side is `side`, white included. */
Len figure_quiet_part(Setter *setter, const FigureBlock *figure, Len side);
/* The widest of the first-level texts of a block on one line. */
Len setter_natural_width(Setter *setter, const Block *block);
/* Role of the first paragraph in a block, or fallback. */
StyleRole block_first_role(const Block *block, StyleRole fallback);
/* set_timeline.c: the whole day in a booklet, true to scale where setter->room allows. */
void set_timeline(Setter *setter, VList *list, const Block *block);
/* set_glance.c: several days side by side over the rest of the page. */
void set_glance(Setter *setter, VList *list, const Block *block);
/* set_columns.c: balanced; over pages of setter->room, then of full height. */
void set_columns(Setter *setter, VList *list, const Block *block);
/* First item at or after index that a column may begin with. */
int column_skip_white(const VList *list, int index);
/* End of a column that starts at `from` and takes at most `height`; at least one box. */
int column_end(const VList *list, int from, Len height);
/* End of what stands together from an item on. */
int column_piece_end(const VList *list, int from);
void set_paragraph(Setter *setter, VList *list, const Block *block, Column column);
/* set_board.c: a poster in the list of boards. */
void set_board(Setter *setter, VList *list, const Block *block, Column column);
/* set_plan.c: a floor with its rooms. */
void set_plan(Setter *setter, VList *list, const Block *source);
/* set_boardplan.c: where boards stand, at the foot of the page. */
void set_board_plan(Setter *setter, VList *list, const Block *block);
/* set_entry.c: an entry of an index. */
void set_entry(Setter *setter, VList *list, const Block *block, Column column);
/* set_logos.c: a tier of sponsors; who signs a letter. */
void set_logos(Setter *setter, VList *list, const Block *block, Column column);
void set_signature(Setter *setter, VList *list, const Block *block, Column column);
/* directions.c: the sheet before the imposed ones. */
void set_directions(Setter *setter, VList *list, const Block *block);
/* set_stacked.c: a row, and a talk, in one column. */
void set_stacked_row(Setter *setter, VList *list, const Block *row);
void set_stacked_talk(Setter *setter, VList *list, const TalkBlock *talk, gboolean own_page);
/* set_talk.c: the role in which a talk's title is set, small enough to be short. */
StyleRole talk_title_role(Setter *setter, const TalkBlock *talk);
/* set_talk.c: a talk on pages of its own, or in the flow of others. */
void set_talk(Setter *setter, VList *list, const Block *block, gboolean own_page);

/* set_side.c: references beside the abstract, which stands from item `at` of the list to its end.
 * FALSE when there is no column for them, or they are longer than it. */
gboolean set_side_references(Setter *setter, VList *list, const Block *references, int at);

/* set_band.c: a session's band over its talks there. */
void set_band(Setter *setter, VList *list, const Block *block, int columns);
/* Colour of a track's field, -1 = none. */
int band_colour(const Setter *setter, int track);
/* set_dense.c: a talk in a column of a page that has several; the column, from the start edge. */
Column dense_column(const Setter *setter, int columns);
void set_dense(Setter *setter, VList *list, const Block *block, int columns);

#endif
