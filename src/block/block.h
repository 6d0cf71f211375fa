/* block: what stands in a document in which order, as data: a tree without sizes and places.
 * doc/ makes it, layout/ sets it. Lives in an arena, constant once made. Every text is an Inline
 * with roles from the theme; lengths are counted in half lines of the baseline grid. */
#ifndef BIFOLIO_BLOCK_BLOCK_H
#define BIFOLIO_BLOCK_BLOCK_H

#include "base/arena.h"
#include "base/edition.h"
#include "base/span.h"
#include "block/pieces.h"
#include "markup/inline.h"
#include "markup/markup.h"
#include "page/page.h"
#include "theme/style.h"

typedef struct Block Block;

typedef enum BlockKind {
	BLOCK_GROUP, /* children one after the other */
	BLOCK_PARAGRAPH, /* text; `continues`: indented, since it follows another paragraph */
	BLOCK_ITEM, /* marker + children: list entry, reference */
	BLOCK_QUOTE, /* children, indented on both sides */
	BLOCK_HEAD, /* page head: bar over hang, hair over text; hang | children (title …) */
	BLOCK_ROW, /* hang | children | end, under a rule */
	BLOCK_SPACE, /* half_lines of white */
	BLOCK_FILL, /* all free space of the page falls here */
	BLOCK_NOTES, /* label in hang, dotted lines to the foot of the page */
	BLOCK_COLUMNS, /* children in balanced columns */
	BLOCK_CELLS, /* children side by side, three to a row, four two by two */
	BLOCK_FIGURE, /* portrait, monogram or code */
	BLOCK_TIMELINE, /* agenda of a day, true to scale where it can be */
	BLOCK_GRID, /* timetable of a day by rooms; alone in its group */
	BLOCK_GLANCE, /* days as columns side by side, true to scale */
	BLOCK_CONTENTS, /* named group of rows: page | what | when */
	BLOCK_PERSON, /* name, affiliation, slot, biography beside a portrait */
	BLOCK_TALK, /* title block, abstract, references, biographies */
	BLOCK_BAND, /* names the session to which the talks below belong, in columns */
	BLOCK_COVER,
	BLOCK_BACK_COVER,
	BLOCK_POSTER_EVENT,
	BLOCK_POSTER_TALK,
	BLOCK_PLAN, /* a floor with its rooms */
	BLOCK_BOARD_PLAN, /* where the boards stand */
	BLOCK_BOARD, /* an entry in two columns: a poster, or a person of many */
	BLOCK_ENTRY, /* of an index: what, and the pages */
	BLOCK_LOGOS, /* a tier of sponsors */
	BLOCK_SIGNATURE, /* who signs a letter */
	BLOCK_DIRECTIONS, /* how sheets become a booklet; alone on its sheet */
	BLOCK_INSERT, /* a page from a file; alone in its group */
	BLOCK_NOTICE /* at the foot of this page or of the next that has room */
} BlockKind;

typedef enum PageStart {
	START_ANYWHERE,
	START_PAGE,
	START_RECTO,
	START_VERSO,
	START_LAST /* the very last page, fillers go before it */
} PageStart;

typedef enum RuleKind { RULE_NONE, RULE_HAIR, RULE_ROW, RULE_HEAD } RuleKind;

typedef enum FigureForm { FORM_PORTRAIT, FORM_MONOGRAM, FORM_CODE } FigureForm;

typedef struct FigureBlock {
	FigureForm form;
	int asset; /* portrait: index in the document's assets */
	Rect crop;
	const char *initials; /* monogram */
	const char *address; /* code: what it says */
	const char *href; /* code: where it leads on a screen; NULL = nowhere */
	char level; /* code: 'M' or 'Q' */
	const char *alternate; /* text for those who cannot see it */
} FigureBlock;

/* What the page of an insert shall be filled to. */
typedef enum InsertWish { WISH_NEAREST, WISH_BLEED, WISH_TYPE_AREA } InsertWish;

typedef struct InsertBlock {
	int asset; /* index in the document's assets */
	InsertWish wish;
	const char *alternate; /* text for those who cannot see it; never NULL */
	const Inline *words; /* the same, for where the file cannot be painted */
} InsertBlock;

typedef struct NoticeBlock {
	int asset; /* index in the document's assets, -1 = none */
	const char *alternate; /* of the picture */
	const Inline *words; /* the same, for where the file cannot be painted */
	const Inline *text; /* NULL = none */
} NoticeBlock;

/* A page of an index entry; of several on one page the first in `entry->pages` with the least rank
 * is printed. */
typedef struct EntryPage {
	const char *target;
	StyleRole role;
	int rank;
	const char *letter; /* behind the number, or NULL */
} EntryPage;

typedef struct EntryBlock {
	const Inline *what;
	gboolean inner; /* a part of the entry above, indented */
	const char *separator; /* between pages */
	int page_count; /* 0: it has inner ones alone */
	const EntryPage *pages;
} EntryBlock;

typedef struct PlanBoard {
	const Inline *number; /* NULL = there is none in this place */
	gboolean used;
} PlanBoard;

typedef struct BoardPlanBlock {
	const Inline *label;
	int abreast; /* boards of a row */
	int count;
	const PlanBoard *boards; /* odd ones first: 1 faces 2 */
	const char *alternate;
} BoardPlanBlock;

/* A room on the plan of its floor. Points are hundredths of metres from the plan's upper left. */
typedef struct PlanRoom {
	const Inline *letter, *name, *details; /* name never NULL */
	const Inline *line; /* all of it, for under the plan where the room is too small */
	const char *anchor;
	int track; /* of all that takes place in it, -1 = several or none */
	PointList corners;
	Span source;
} PlanRoom;

/* What is said under the last of a building's plans. */
typedef struct PlanKey {
	int bar; /* length of the scale bar */
	const Inline *metres; /* the same in words */
	const Inline *way; /* what dots are; NULL = there are none */
	int north; /* degrees, clockwise from up; -1 = not said */
	const Inline *north_letter;
} PlanKey;

typedef struct PlanBlock {
	const Inline *label, *building, *note; /* in the hang column; NULL = none */
	int room_count;
	const PlanRoom *rooms;
	PointList outline; /* count 0 = the rooms' walls alone */
	PointList entrances, lifts;
	int stair_count, way_count;
	const PointList *stairs, *ways;
	const Inline *entrance, *lift; /* words beside them */
	int left, right; /* of all floors of the building, which have one scale and one place */
	int top, bottom; /* of this one */
	int highest, storeys; /* height of the building's highest, and how many it has */
	const PlanKey *key; /* or NULL */
	const char *alternate;
} PlanBlock;

typedef struct BoardBlock {
	const Inline *number; /* NULL = none given */
	const Inline *title;
	gboolean title_missing;
	const Inline *names; /* NULL = none; with the page */
	/* A person's in the directory: no room for a number, but when and where on the first line;
	 * lines below it. */
	gboolean person;
	const Inline *end;
	int line_count;
	const Inline *const *lines;
} BoardBlock;

/* One sponsor. */
typedef struct LogoBlock {
	int asset; /* index in the document's assets, -1 = the name is printed */
	const char *alternate; /* text for those who cannot see it */
	const char *href; /* or NULL */
	const Inline *name; /* also for where the file cannot be painted */
	Span source; /* of the file */
} LogoBlock;

/* Sponsors who gave alike; their logos are all equally large to the eye. */
typedef struct LogosBlock {
	int rank; /* 0 the largest, 1, 2 and more the smallest */
	int count;
	const LogoBlock *logos;
} LogosBlock;

typedef struct SignatureBlock {
	int asset; /* what the hand wrote; -1 = none */
	const Inline *name, *role; /* role NULL = none */
} SignatureBlock;

/* A slot of the programme on a timeline or a clock face, minutes of the day. */
typedef struct Slot {
	int start, end;
	const Inline *time; /* as printed in the hang column */
	const Inline *title; /* NULL in a clock */
	const Inline *short_title; /* when nothing else helps on a poster; NULL = none shorter */
	const Inline *speakers, *speakers_bare; /* with and without affiliations; NULL = none */
	const Inline *page; /* page slot, or NULL */
	const Inline *name; /* clock: set radially; short_title where it does not fit */
	const char *anchor; /* this row's */
	gboolean pause; /* break, meal: no head line's weight */
	gboolean plenary; /* clock: ink */
	int ring; /* clock: 0 = the only or outermost */
	int ring_span; /* clock: rings that it takes, 0 = one */
	int indent; /* timeline: 1 for a talk within a session */
	gboolean closing; /* end of the day: last row */
	/* The first that begins past midnight: what stands in a band above it, the word and the
	 * new date; NULL = it is not. */
	const Inline *midnight, *midnight_day;
	Span source;
} Slot;

typedef struct TimelineBlock {
	int slot_count;
	const Slot *slots;
	const Inline *note; /* foot of a booklet's page true to scale, of every sheet; or NULL */
	const Inline *head_label, *head; /* repeated on every further page; NULL = none */
	const FigureBlock
		*code; /* posters: stands in the emptiest slot or the closing one; or NULL */
	const Inline *code_caption;
} TimelineBlock;

/* A thumb tab at the fore-edge. */
typedef struct TabBlock {
	const Inline *text;
	int row, row_count; /* from the top */
	int track; /* its place; -1 = a day's, in ink */
} TabBlock;

/* A bookmark above a block's own that leads to the same place: the day or session it begins. */
typedef struct OutlineAbove {
	const char *title;
	int level;
} OutlineAbove;

typedef enum GridKind {
	GRID_CELL, /* in a column */
	GRID_PLENARY, /* over all columns, as the others */
	GRID_PAUSE,
	GRID_ASIDE /* posters, what is social */
} GridKind;

/* What a grid says of an item, in full and in words that it may give up one after the other.
 * Minutes of the day. NULL = nothing of the kind. */
typedef struct GridCell {
	GridKind kind;
	int start, end;
	int column, column_count; /* cells: the first, and how many it covers */
	int lane, lane_count; /* of what overlaps in a column */
	int track; /* its place, -1 = none */
	const char *id; /* the item's, for dumps */
	const Inline *code;
	const Inline *time; /* of the start; over all columns: "9:00–9:45, Aula" */
	const Inline *title, *short_title; /* title never NULL */
	int name_count;
	const Inline *const *names; /* a line each: of a session's talks with their times */
	const Inline *run_in, *first; /* all names in a row; the first alone */
	gboolean timed; /* the names' first line tells the start */
	const Inline *chair;
	const Inline *also; /* other rooms that it is in at the same time */
	const Inline *page; /* a slot */
	const char *target; /* anchor that it leads to; NULL = nowhere */
	const char *place; /* day, hours and room in words, for those who cannot see it */
	Span source;
} GridCell;

typedef struct GridColumn {
	const Inline *letter, *name, *note; /* letter, note may be NULL */
	int track; /* of all its cells, -1 = several or none */
} GridColumn;

/* A line behind the cells with its time beside it. */
typedef struct GridTick {
	int time;
	gboolean hour, begins; /* a full hour; something begins */
	const Inline *label;
} GridTick;

typedef struct GridBlock {
	int column_count, cell_count, tick_count;
	const GridColumn *columns;
	const GridCell *cells; /* by start, what goes over all first */
	const GridTick *ticks; /* ascending */
	int from, to; /* minutes; from: on the half hour */
	gboolean tracked; /* some cell belongs to a track */
	gboolean listed; /* the agenda, or the list of sessions, says all of it, too */
	int longest; /* of the event's days that have a grid: all have one scale */
	const Inline *label; /* over the times: which day, which zone; NULL = none */
	const char *heading; /* the same for those who hear it: what it is, too; NULL = none */
	const Inline *notes; /* on a page that stays free before it */
	const Inline *continued; /* in a cell that began on the page before */
	const Inline *sheet_note; /* foot of every sheet for the wall; NULL = none */
	const Inline *midnight, *midnight_day; /* band at 24:00; NULL = the day ends before */
	/* A page behind it; not wanted: only where one would stay free beside the last rooms. NULL
	 * = nothing to say there. */
	const Block *behind;
	gboolean behind_wanted;
} GridBlock;

typedef enum GlanceKind { GLANCE_PLENARY, GLANCE_TALKS, GLANCE_SOCIAL, GLANCE_PAUSE } GlanceKind;

/* What a day's column says of a stretch of time. NULL = nothing of the kind. */
typedef struct GlanceBox {
	GlanceKind kind;
	int column, start, end; /* minutes of the day; no two of a column overlap */
	const Inline *title, *short_title; /* title never NULL; short_title NULL = none shorter */
	const Inline *note;
	const Inline *until; /* the end, instead of the note, where the evening is cut */
	const char *place; /* day and hours in words, for those who cannot see it */
	const char *target; /* anchor that it leads to, or NULL */
	Span source;
} GlanceBox;

typedef struct GlanceDay {
	const Inline *name, *short_name;
	const Inline *page; /* a slot, or NULL */
} GlanceDay;

typedef struct GlanceBlock {
	int day_count, box_count, tick_count;
	const GlanceDay *days;
	const GlanceBox *boxes; /* by column, then by start */
	const GridTick *ticks; /* full hours, ascending */
	int from, to; /* minutes; from: on the half hour */
} GlanceBlock;

typedef struct ClockBlock {
	int slot_count;
	const Slot *slots;
	int from, to; /* minutes that the face covers, at most 12 h */
	int ring_count;
	const char *alternate;
} ClockBlock;

typedef struct CoverBlock {
	const Inline *host, *pretitle, *title, *subtitle; /* NULL = none */
	int left_count, right_count;
	const Inline *const *left; /* facts at the foot: what, where */
	const Inline *const *right; /* when */
	const ClockBlock *clock; /* NULL = none that can be drawn */
	const FigureBlock *code; /* poster: join code, or NULL */
	const Inline *code_caption;
} CoverBlock;

typedef struct BackCoverBlock {
	const Inline *label; /* "Join the roundtable" */
	const FigureBlock *code;
	const Inline *address;
	int left_count, right_count;
	const Inline *const *left, *const *right; /* at the foot */
} BackCoverBlock;

typedef struct TalkBlock {
	const Inline *start, *end; /* times; end "–12:40 pm", may be NULL */
	const Inline *title; /* NULL never: a missing title has its own words */
	gboolean title_missing;
	int line_count;
	const Inline *const *lines; /* subtitle, speakers, room … under the title */
	int above_count; /* so many of the lines stand above `list` or `names` */
	int list_count;
	const Inline *const *list; /* 4 and more speakers: a list in two columns */
	const Inline *names; /* very many speakers, run in; or NULL */
	const Block *abstract; /* group of prose, NULL = none */
	const Block *references; /* row, or NULL */
	int bio_count;
	const Block *const *bios; /* rows with portrait */
	const Block *const *bios_bare; /* the same without contact lines; NULL when equal */
	const Inline *notes_label; /* "Notes", "Questions" */
	gboolean on_verso; /* more pages than one begin on a left page, after notes if need be */
	const Inline *continued; /* beside the top of a page that goes on with it */
	const Block *extra; /* panel list, or NULL */
	/* In columns, where others belong to sessions: it does not, and says its code; or NULL. */
	gboolean lone;
	const Inline *code;
	int track; /* its place, -1 = none */
} TalkBlock;

typedef struct BandBlock {
	const Inline *title; /* with its code */
	int line_count;
	const Inline *const *lines; /* when, where, who chairs */
	int track; /* its place, -1 = none */
} BandBlock;

/* Four steps, each drawn and said. */
typedef struct DirectionsBlock {
	const Inline *title;
	const Inline *steps[4]; /* print, order, fold, bind */
	gboolean long_edge; /* turned over it */
	gboolean signatures; /* several: sewn or glued, else stapled */
} DirectionsBlock;

typedef struct PersonBlock {
	const FigureBlock *figure;
	const Inline *name, *affiliation; /* affiliation NULL = none */
	const Inline *slot; /* when and on which page */
	const Block *bio; /* group of prose, NULL = none */
	const char *person_anchor; /* besides the block's own, or NULL */
} PersonBlock;

typedef struct PosterTalkBlock {
	const Inline *event, *date; /* on the field */
	const Inline *start, *end; /* "2:10", "to 2:40 pm EDT" */
	const FigureBlock *portrait; /* NULL = no single speaker */
	const Inline *title;
	gboolean title_missing;
	int line_count;
	const Inline *const *lines; /* speakers */
	const Block *abstract, *bio; /* groups of prose, NULL = none */
	const Inline *place;
	const FigureBlock *code;
	const Inline *code_caption;
} PosterTalkBlock;

struct Block {
	BlockKind kind;
	StyleRole role; /* paragraph's style */
	const Inline *text; /* paragraph */
	gboolean continues; /* paragraph */
	int child_count;
	const Block *const *children;
	const Block *hang, *end; /* head, row: what stands in the hang column, at the end edge */
	const Inline *marker; /* item */
	RuleKind rule; /* row */
	int half_lines; /* space; row: least height; columns: 2 within a row, else 0 */
	const char *anchor; /* where links and page references point */
	const char *outline; /* entry in the bookmarks, or NULL */
	int outline_level;
	const char *page_kind; /* first page of it is called so in dumps: "agenda" */
	int above_count;
	const OutlineAbove *above;
	const TabBlock *tab; /* group, talk, band: NULL = none */
	/* Running foot of recto pages: of a group, NULL = the document's; of what stands in it,
	 * NULL = as before. */
	const Inline *foot;
	gboolean bare; /* group: no running foot (cover) */
	PageStart start; /* group */
	int columns; /* group: set in so many columns over the live width, 0 = not */
	gboolean poster; /* group: an agenda on a sheet of its own, in poster roles */
	gboolean filler; /* group: left out where the page count is already a multiple of 4 */
	gboolean whole; /* group: never broken over pages; row: not unless it is long */
	gboolean keeps; /* stands on the page of what follows it */
	gboolean spare; /* last group: left out where it would be the first page of a sheet */
	Span source;
	/* Of a part and of its children: where all lives that stands in it, but not the block
	 * itself; NULL = with what is around it. */
	Piece *piece;
	union {
		const FigureBlock *figure;
		const TimelineBlock *timeline;
		const GridBlock *grid;
		const GlanceBlock *glance;
		const CoverBlock *cover;
		const BackCoverBlock *back_cover;
		const TalkBlock *talk;
		const BandBlock *band;
		const PosterTalkBlock *poster_talk;
		const PersonBlock *person;
		const BoardBlock *board;
		const BoardPlanBlock *board_plan;
		const PlanBlock *plan;
		const DirectionsBlock *directions;
		const EntryBlock *entry;
		const LogosBlock *logos;
		const SignatureBlock *signature;
		const InsertBlock *insert;
		const NoticeBlock *notice;
	} as;
};

/* A composed document, ready for layout. */
typedef struct Composition {
	const char *name; /* "booklet" */
	BookEdition edition;
	DocInfo info;
	const char *language;
	gboolean rtl;
	const Block *root; /* BLOCK_GROUP */
	int asset_count;
	const PageAsset *assets;
	const Inline *foot_verso, *foot_recto; /* running feet, page numbers apart */
	const Inline *foot_link; /* before the page number: leads to the agenda; NULL = none */
	const Inline *spine, *spine_short; /* titles on the back of a glued booklet */
	gboolean draft; /* stamped on every page */
	const Inline *draft_stamp;
} Composition;

/* Builders; all copy the pointers of `children` into the arena. */
Block *block_new(Arena *arena, BlockKind kind);
/* Its copy in the arena, that holds the piece in which all stands that is in the block. */
const Block *block_in_piece(Arena *arena, const Block *block, Piece *piece);
Block *block_paragraph(Arena *arena, StyleRole role, const Inline *text);
Block *block_space(Arena *arena, int half_lines);
/* A growing list of blocks, frozen into a group. */
typedef struct BlockList BlockList;
BlockList *block_list_new(Arena *arena);
void block_list_add(BlockList *list, const Block *block); /* NULL is ignored */
/* Frees the list; sets children of `parent`. */
void block_list_end(BlockList *list, Block *parent);
int block_list_count(const BlockList *list);

/* CommonMark blocks to a group of prose in one role. */
Block *block_from_markup(Arena *arena, const MarkDocument *document, StyleRole role);

/* --dump=blocks. Caller frees. */
char *block_dump(const Composition *composition);

#endif
