/* style: roles of type and colour, and what a theme says of each. Sizes are those of the A5
 * page; a format scales them (DESIGN.md 1). Constant once the theme is read: layout never
 * changes a style, it asks for a scaled copy. */
#ifndef BIFOLIO_THEME_STYLE_H
#define BIFOLIO_THEME_STYLE_H

#include <glib.h>

#include "base/geom.h"

/* Tracks that have a colour; those after the first series look like it, drawn doubly. */
enum { TRACK_COLOURS = 12, TRACK_SERIES = 6 };

/* Colours by role. Palette index of pages. */
typedef enum ColourRole {
	COLOUR_INK,
	COLOUR_ACCENT,
	COLOUR_TINT,
	COLOUR_GREY,
	COLOUR_PAPER,
	COLOUR_ACCENT_DARK, /* ring of the clock: accent x 0.88 */
	COLOUR_ON_ACCENT, /* text on the accent field */
	COLOUR_FIELD, /* the cover's field: accent, or paper in plain */
	COLOUR_ON_FIELD, /* text on it */
	COLOUR_WHITE, /* quiet zone of a QR code */
	COLOUR_BLACK, /* its modules */
	COLOUR_BAND, /* timetable grid: what goes over all rooms */
	COLOUR_BAND_DARK, /* posters there */
	COLOUR_GRID_LINE, /* hours behind its cells */
	COLOUR_TRACK, /* by the track's place */
	COLOUR_TRACK_TINT = COLOUR_TRACK + TRACK_COLOURS,
	COLOUR_COUNT = COLOUR_TRACK_TINT + TRACK_COLOURS
} ColourRole;

/* Families by role; the theme names a family of fonts.lock for each. */
typedef enum FontRole {
	FONT_FACTS, /* grotesque for facts */
	FONT_DISPLAY, /* titles */
	FONT_PROSE, /* abstracts */
	FONT_CODE,
	FONT_ROLE_COUNT
} FontRole;

typedef enum FigureKind { FIGURES_PROPORTIONAL, FIGURES_TABULAR } FigureKind;
typedef enum AlignKind { ALIGN_START, ALIGN_END, ALIGN_JUSTIFY } AlignKind;

/* One row a role in style.c (name, defaults); themes override by name. */
typedef enum StyleRole {
	STYLE_COVER_HOST,
	STYLE_COVER_TITLE,
	STYLE_COVER_FACT,
	STYLE_CLOCK_NAME,
	STYLE_CLOCK_HOUR,
	STYLE_PAGE_TITLE, /* Agenda, Speakers, Index */
	STYLE_TALK_TITLE,
	STYLE_TALK_TITLE_SMALL, /* one step down */
	STYLE_TALK_TITLE_SMALLEST,
	STYLE_TALK_TITLE_MISSING, /* "Title to be announced" */
	STYLE_SPEAKER,
	STYLE_AFFILIATION,
	STYLE_START_TIME,
	STYLE_END_TIME,
	STYLE_PROSE,
	STYLE_FACT, /* at a glance: When, Where */
	STYLE_FACT_SMALL,
	STYLE_FACT_STRONG,
	STYLE_AGENDA_TIME,
	STYLE_AGENDA_TITLE,
	STYLE_AGENDA_TITLE_MISSING,
	STYLE_AGENDA_SPEAKER,
	STYLE_AGENDA_AFFILIATION,
	STYLE_AGENDA_PAGE,
	STYLE_AGENDA_BREAK,
	STYLE_CONTENTS_GROUP,
	STYLE_CONTENTS_PAGE,
	STYLE_CONTENTS_TITLE,
	STYLE_CONTENTS_TIME,
	STYLE_DENSE_TIME, /* abstracts in two columns */
	STYLE_DENSE_TITLE,
	STYLE_DENSE_NAME,
	STYLE_DENSE_AFFILIATION,
	STYLE_DENSE_PROSE,
	STYLE_BIO,
	STYLE_BIO_NAME,
	STYLE_CONTACT,
	STYLE_REFERENCE,
	STYLE_REFERENCE_NUMBER,
	STYLE_URL,
	STYLE_CAPTION,
	STYLE_LABEL,
	STYLE_DIRECTORY_NAME,
	STYLE_DIRECTORY_TEXT,
	STYLE_DIRECTORY_TIME,
	STYLE_INDEX,
	STYLE_INDEX_PAGE,
	STYLE_INDEX_PAGE_OWN, /* bold: the person's own talk */
	STYLE_INDEX_NAME, /* by which a person is looked up */
	STYLE_INDEX_LETTER, /* behind a page: what somebody is there */
	STYLE_BOARD_TITLE,
	STYLE_BOARD_NAMES,
	STYLE_BOARD_MISSING,
	STYLE_MARK, /* a board's number, a room's letter */
	STYLE_FOOT,
	STYLE_FOLIO,
	STYLE_NOTE, /* small print */
	STYLE_MONOGRAM, /* size = share of the square's side, set by layout */
	STYLE_POSTER_TITLE,
	STYLE_POSTER_FACT,
	STYLE_POSTER_TIME,
	STYLE_POSTER_ITEM,
	STYLE_POSTER_ITEM_MISSING,
	STYLE_POSTER_SPEAKER,
	STYLE_POSTER_AFFILIATION,
	STYLE_POSTER_TALK_TIME,
	STYLE_POSTER_TALK_TITLE,
	STYLE_POSTER_TALK_MISSING,
	STYLE_POSTER_TALK_SPEAKER,
	STYLE_POSTER_PROSE,
	STYLE_POSTER_BIO,
	STYLE_POSTER_CAPTION,
	STYLE_GRID_TITLE,
	STYLE_GRID_TITLE_SMALL,
	STYLE_GRID_NAME,
	STYLE_GRID_TIME,
	STYLE_GRID_CODE,
	STYLE_GRID_PAGE,
	STYLE_GRID_HEAD,
	STYLE_GRID_HEAD_NOTE,
	STYLE_GRID_HOUR,
	STYLE_GRID_BAND,
	STYLE_GRID_BAND_NOTE,
	STYLE_TAB, /* on thumb tabs */
	STYLE_DRAFT, /* stamp of --keep-going and --draft */
	STYLE_ROLE_COUNT
} StyleRole;

typedef struct Style {
	FontRole font;
	int weight; /* CSS 100..900 */
	gboolean italic;
	Len size, leading;
	int tracking; /* 1/1000 em */
	ColourRole colour;
	FigureKind figures;
	AlignKind align;
	gboolean hyphenate;
	gboolean balance; /* lines of about equal length: titles */
	gboolean small_caps; /* real smcp for acronyms of >= 4 capitals */
	int companion_size; /* 1/1000, of Latin within another script; 0 = as the sheet has it */
} Style;

typedef struct StyleSheet {
	Style styles[STYLE_ROLE_COUNT];
	const char *families[FONT_ROLE_COUNT];
	/* For Latin, Greek and Cyrillic in a text of another script; NULL: the family itself. */
	const char *companions[FONT_ROLE_COUNT];
	int companion_size; /* 1/1000 of the style's */
	/* Setting of prose (DESIGN.md 6, DESIGN-2 C3), shared by all justified or ragged text. */
	Len indent; /* of a paragraph that follows another */
	int space_shrink, space_stretch; /* 1/1000 of the natural word space */
	int tracking_shrink, tracking_stretch; /* 1/1000 em, letterspacing that a line may take */
	int glyph_shrink, glyph_stretch; /* 1/1000, expansion of glyphs */
	int hyphen_cost, rag_hyphen_cost; /* percent of the usual demerits, justified and ragged */
	gboolean hang; /* punctuation of justified text hangs into the margin */
	Len line; /* L on A5 */
	gboolean indent_first; /* the first paragraph is indented as well */
	gboolean square; /* lines of prose hold a whole number of full-width characters */
	gboolean upright; /* emphasis by weight; only Latin letters lean */
	Len least; /* size under which nothing is set */
	double scale; /* of this sheet against the A5 one */
} StyleSheet;

/* Name of a role as themes write it: "talk-title". */
const char *style_role_name(StyleRole role);
const char *colour_role_name(ColourRole role);
const char *font_role_name(FontRole role);

/* Nothing that is printed is smaller, in pt (DESIGN.md 2); large print and phones have more. */
#define STYLE_LEAST_PT 6.4

/* Role by its name; FALSE when there is none. */
gboolean font_role_from_name(const char *name, FontRole *role);

/* A copy whose type grows by `size` and whose leading and indents grow by `leading`. */
StyleSheet stylesheet_scaled(const StyleSheet *sheet, double size, double leading);

#endif
