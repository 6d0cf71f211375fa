/* vlist: the vertical list that a document becomes before it is broken into pages: boxes (ink and
 * height), glue (white that vanishes at a page's top), penalties (cost of a break), marks. The
 * terms and the rule of discarding are TeX's (Knuth, The TeXbook, ch. 15). */
#ifndef BIFOLIO_LAYOUT_VLIST_H
#define BIFOLIO_LAYOUT_VLIST_H

#include <glib.h>

#include "base/arena.h"
#include "base/geom.h"
#include "block/block.h"
#include "page/page.h"
#include "text/text.h"

/* SECTION: a column ends here for nothing, if it is more than half full. DIVIDED: would divide a
 * word over a page's end: only where any other page would be all but empty. FREE: something ends
 * here, so that the page need not be as long as the one that faces it. */
enum {
	PENALTY_NEVER = 10000,
	PENALTY_DIVIDED = 9999,
	PENALTY_FREE = -1,
	PENALTY_FORCE = -10000,
	PENALTY_SECTION = -9999
};

/* What white does for the grid of lines that all pages have. OPENS: what follows may stand between
 * the lines, half a line down, until CLOSES; where the page ends before that it stands on them.
 * CLOSES: ends on a line. GAP: likewise, between things. A page that would end a line before the
 * one that faces it may have a line more in a gap, or about what is opened. */
typedef enum GlueKind { GLUE_PLAIN, GLUE_OPENS, GLUE_CLOSES, GLUE_GAP } GlueKind;

/* A paragraph with page numbers in it: set again once they are known, in the same place. */
typedef struct SlotPar {
	ParSpec spec;
	Len x, y; /* top of its first line box */
	int tag;
	int line_count; /* as first set; never more later */
} SlotPar;

typedef struct VBox {
	int item_count;
	const PageItem *items; /* from the live area's left and the box's top */
	int slot_count;
	const SlotPar *slots;
	gboolean whole_page; /* items count from the page's top left corner */
} VBox;

typedef enum VKind {
	V_BOX,
	V_FLOAT, /* a box for the foot of this page or of a later one */
	V_GLUE,
	V_PENALTY,
	V_ANCHOR,
	V_FOOT, /* running foot of rectos changes */
	V_TAB, /* thumb tab of the pages that begin from here on; NULL = none */
	V_PAGE, /* a page's kind and furniture change: follows a forced break */
	V_REPEAT, /* from here on every further page begins with this box; NULL: no more */
	V_CONTINUE, /* from here on a page's top says what it continues */
	V_FILL, /* takes all free space of its page */
	V_NOTES /* dotted lines over the free space of its page */
} VKind;

/* What begins with a page. */
typedef struct VPage {
	const char *kind;
	PageStart start;
	gboolean bare, prose; /* prose: facing pages shall end alike */
	/* Notes for a page that stays free before this start; NULL: blank. */
	const Inline *notes;
	int columns; /* 0 and 1: whole pages */
} VPage;

/* What a page's top says of what goes on there. */
typedef struct VRunning {
	const Inline *time, *word;
} VRunning;

typedef struct VItem {
	VKind kind : 8;
	unsigned packed : 1; /* a box as bytes, */
	unsigned whole_page : 1; /* which was one of a whole page */
	/* Box, float, glue; notes: least height worth having; anchor: how far below here it is. */
	Len height;
	union {
		int penalty;
		Len x; /* anchor: from the live area's left; 0 = the page's own left */
	};
	int tags; /* of a box: what the tags of its items grow by */
	union {
		const VBox *box; /* box, float; repeat: with its height in `height` */
		const guint8 *bytes; /* the same, packed: page/itembytes.h */
		const char *anchor;
		const Inline *foot;
		const TabBlock *tab;
		VPage *page;
		const Inline *label; /* notes */
		const VRunning *running; /* NULL: no more */
		struct {
			GlueKind kind;
			Len grid; /* distance of the lines; 0 where it is plain */
		} glue;
	} as;
} VItem;

typedef struct VList {
	Arena *arena;
	GArray *items; /* VItem */
} VList;

void vlist_init(VList *list, Arena *arena);
void vlist_finish(VList *list);
int vlist_count(const VList *list);
const VItem *vlist_at(const VList *list, int index);

void vlist_add_glue(VList *list, Len height);
/* White of a height at least, for the grid of a page. */
void vlist_add_grid(VList *list, GlueKind kind, Len height, Len grid);
void vlist_add_penalty(VList *list, int penalty);
void vlist_add_anchor(VList *list, const char *name); /* NULL is ignored */
/* The same, so far below and from the live area's left. */
void vlist_add_anchor_at(VList *list, const char *name, Point at);
void vlist_add(VList *list, VItem item);
/* A start of a page, to be filled in. */
VPage *vlist_add_page(VList *list);
/* Moves all items of `from` to the end of `list`; `from` is emptied. */
void vlist_append(VList *list, VList *from);

/* y, from a page's top, below an item that stands at y; opened white is not widened. */
Len vlist_below(const VItem *item, Len y);
/* By how much white on the grid is wider where it is widened. */
Len vlist_widening(const VItem *glue, Len y);
/* Does ink follow a gap, or what closes white that opens, before item `to`? */
gboolean vlist_is_passed(const VList *list, int glue, int to);
/* The box of an item that has one, its tags as they are by now; what is bytes is unpacked into the
 * arena. */
VBox vitem_box(const VItem *item, Arena *arena);

/* Height of the items, end exclusive, as if the first of them stood at a page's top. */
Len vlist_height(const VList *list, int from, int to);

/* No page ends before the last of so many boxes from an item on, or after the first of so many
 * before item `to`. */
void vlist_keep_first(const VList *list, int from, int boxes);
void vlist_keep_last(const VList *list, int from, int to, int boxes);

/* Ink gathered for one box. Items are copied at end. */
typedef struct BoxBuilder {
	Arena *arena;
	GArray *items; /* PageItem */
	GArray *slots, *anchors; /* SlotPar; VItem; NULL while there are none */
} BoxBuilder;

void box_init(BoxBuilder *box, Arena *arena);
void box_add(BoxBuilder *box, PageItem item);
void box_add_slot(BoxBuilder *box, SlotPar slot);
/* Adds what stands in a list's items from..to, their tops starting at y. Anchors in it are kept
 * in their places and come before the box when it is ended. */
void box_add_vlist(BoxBuilder *box, const VList *list, int from, int to, Len y);
/* Ends the builder and adds the box, after its anchors, to the list. */
void box_end(BoxBuilder *box, VList *list, Len height);

/* Ends the builder without a box: its ink was used otherwise. */
void box_clear(BoxBuilder *box);

/* The item moved. */
PageItem page_item_moved(PageItem item, Len dx, Len dy);

#endif
