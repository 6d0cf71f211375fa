/* page: finished pages as data, final and constant. A list of items each with the index of its
 * tag; nothing here is computed again when it is drawn, whether on a screen page, an imposed
 * sheet, a press page or a picture. Pages of books are kept as bytes (itembytes.h) and opened by
 * who looks at them. */
#ifndef BIFOLIO_PAGE_PAGE_H
#define BIFOLIO_PAGE_PAGE_H

#include <glib.h>

#include "base/arena.h"
#include "base/geom.h"
#include "page/fonts.h"
#include "page/glyphs.h"
#include "page/tags.h"

typedef enum PageItemKind {
	PAGE_TEXT, /* one line of text, or a part of it */
	PAGE_FILL, /* rectangle filled */
	PAGE_RULE, /* straight line */
	PAGE_DOTS, /* a dotted line (notes) */
	PAGE_PATH, /* any outline, filled and/or stroked */
	PAGE_IMAGE, /* picture or SVG, scaled into a rectangle, cropped */
	PAGE_LINK, /* an active area, no ink */
	PAGE_CELL /* a cell of a grid and how much it says, no ink: for dumps and complaints */
} PageItemKind;

typedef enum PathOp { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE } PathOp;

typedef struct PagePath {
	int op_count;
	const unsigned char *ops; /* PathOp */
	const Point *points; /* 1, 1, 3, 0 points an op */
} PagePath;

typedef struct PageItem {
	PageItemKind kind;
	int tag; /* in the document's TagTree, TAG_ARTIFACT = no part of the text */
	union {
		struct {
			const Line *line;
			const guint8 *bytes; /* the line where it is not opened: linebytes.h */
			Point at; /* of the line's origin on its baseline */
			double turn; /* radians, clockwise, about `at`; 0 nearly always */
			int colour; /* ColourRole that overrides the runs', -1 = theirs */
		} text;
		struct {
			Rect area;
			int colour;
			gboolean bleeds; /* touches the trim: out extends it into the bleed */
		} fill;
		struct {
			Point from, to;
			Len thickness;
			int colour;
			Len gap; /* PAGE_DOTS: distance of the dots' centres */
		} rule;
		struct {
			const PagePath *path;
			Point at; /* where the path's own origin is put */
			int fill, stroke; /* ColourRole or -1 */
			Len thickness;
			gboolean clip_to_page; /* may stick out of the page (cover figure) */
		} path;
		struct {
			int asset; /* index into the document's assets */
			Rect area; /* where it is drawn: the crop's place */
			Rect crop; /* part of the picture shown, in 1/1024 of its pixels; width 0 =
				      all */
			gboolean grey; /* drawn in luminance only */
			const char *
				alternate; /* text for those who cannot see it; NULL = decoration */
			/* What is painted where the picture itself cannot be: on pixels, of a
			 * page of a PDF. From the area's top left corner. */
			const struct PageItem *stand_in;
			int stand_in_count;
		} image;
		struct {
			Rect area;
			const char *href; /* external, or NULL */
			const char *target; /* anchor, or NULL */
			const char
				*contents; /* what it says, for assistive technology; may be NULL */
		} link;
		struct {
			Rect area;
			const char *name, *step;
		} cell;
	} as;
} PageItem;

typedef struct PageAnchor {
	const char *name;
	Len x, y; /* x 0: all of the page's width is meant */
} PageAnchor;

typedef struct Page {
	Len width, height; /* trim */
	const char *label; /* as a reader calls the page: "12", "iv", "cover"; never NULL */
	const char *kind; /* "cover", "talk", "notes", …: for dumps */
	gboolean verso;
	Rect safe; /* where type may stand */
	int item_count;
	const PageItem *items; /* paint order; NULL where `bytes` has them: page_open */
	const guint8 *bytes;
	int anchor_count;
	const PageAnchor *anchors;
} Page;

typedef struct OutlineEntry {
	const char *title;
	const char *target; /* anchor */
	int level; /* 1.. */
} OutlineEntry;

/* What the file says of itself. */
typedef struct DocInfo {
	const char *title, *author, *subject, *keywords, *language, *producer;
	const char
		*date; /* ISO 8601 with zone, for CreationDate; from the content, never the clock */
} DocInfo;

/* A picture that pages refer to. `asset` is an Asset of asset/, opaque here. */
typedef struct PageAsset {
	const void *asset;
	const char *name; /* for dumps */
} PageAsset;

typedef struct Document {
	const char *name; /* "booklet", "poster-talk" … */
	DocInfo info;
	gboolean rtl; /* binding on the right */
	int page_count;
	const Page *pages;
	int outline_count;
	const OutlineEntry *outline;
	const FontTable *fonts;
	int colour_count;
	const Colour *palette; /* by ColourRole */
	int asset_count;
	const PageAsset *assets;
	const TagTree *tags;
} Document;

/* Index of the page that has the anchor, or -1; y (may be NULL) gets its height. */
int document_find_anchor(const Document *document, const char *name, Len *y);

/* Room for a page that somebody looks at. */
typedef struct PageRoom {
	Arena *arena;
	Page page;
} PageRoom;

void page_room_init(PageRoom *room);
void page_room_finish(PageRoom *room);
/* The page with its items: itself where it has them, else in the room until the next is opened. */
const Page *page_open(const Page *page, const FontTable *fonts, PageRoom *room);
/* For who asks for areas only: texts come without their lines. */
const Page *page_open_areas(const Page *page, PageRoom *room);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PageRoom, page_room_finish)

/* Collects the items of one page, then freezes them into an arena. */
typedef struct PageBuilder PageBuilder;

PageBuilder *page_builder_new(Arena *arena, Len width, Len height);
void page_builder_free(PageBuilder *builder);
/* Adds a copy of the item. */
void page_add(PageBuilder *builder, PageItem item);
/* Puts the item before all others: a background. */
void page_add_below(PageBuilder *builder, PageItem item);
void page_add_anchor(PageBuilder *builder, const char *name, Point at);
int page_builder_count(const PageBuilder *builder);
/* Fills *page; the builder is emptied and may serve again. */
void page_builder_end(PageBuilder *builder, Page *page);

/* Convenience for the commonest items. colour: a ColourRole. */
void page_add_text(PageBuilder *builder, int tag, const Line *line, Len x, Len y);
void page_add_fill(PageBuilder *builder, Rect area, int colour, gboolean bleeds);
void page_add_rule(PageBuilder *builder, Point from, Point to, Len thickness, int colour);
void page_add_link(PageBuilder *builder, Rect area, const char *href, const char *target,
	const char *contents);

/* Outlines. Lives in the arena. */
typedef struct PathBuilder PathBuilder;

PathBuilder *path_builder_new(Arena *arena);
void path_move(PathBuilder *builder, Point to);
void path_line(PathBuilder *builder, Point to);
void path_curve(PathBuilder *builder, Point control_1, Point control_2, Point to);
/* Circular arc about a centre from angle to angle in radians, clockwise from 3 o'clock where
 * to > from, as cubic curves of at most 90 degrees; continues the path with a line to its start. */
void path_arc(PathBuilder *builder, Point centre, Len radius, double from, double to);
void path_rect(PathBuilder *builder, Rect area);
void path_close(PathBuilder *builder);
/* Frees the builder. */
const PagePath *path_builder_end(PathBuilder *builder);

/* Is it painted? Links and cells are but areas. */
gboolean page_item_has_ink(const PageItem *item);

/* Widths, shared by text, dumps and paint so that all agree. */
Len word_width(const LineRun *run, const ShapedWord *word);
/* Characters that only steer line breaking and direction: nobody searches for them. */
gboolean character_is_unseen(gunichar character);
/* Text of a line in logical order; caller frees. */
char *line_text(const Line *line);

/* --dump=pages: one item a line, lengths in pt with two decimals, every word with its x; stable
 * across machines. Caller frees. */
char *document_dump(const Document *document);

#endif
