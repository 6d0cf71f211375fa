/* furniture: what a page has besides its text: folio, running foot, dotted lines for notes, the
 * stamp of a draft. Artifacts all. */
#ifndef BIFOLIO_LAYOUT_FURNITURE_H
#define BIFOLIO_LAYOUT_FURNITURE_H

#include "layout/setter.h"

typedef struct FootSpec {
	const char *folio;
	const Inline *text; /* NULL = none */
	gboolean verso;
} FootSpec;

/* A text on one line with its baseline at `at`, added to the page; the column starts at
 * live_left. */
void furniture_foot(Setter *setter, PageBuilder *page, Len live_left, const FootSpec *foot);

/* Dotted lines from `top` to `bottom` (from the page's top edge) in the text column, with a label
 * and a rule above them; at_head: as the first thing on a page, with a page head's bar. */
typedef struct NotesSpec {
	const Inline *label;
	Len top, bottom;
	gboolean at_head;
} NotesSpec;
void furniture_notes(Setter *setter, PageBuilder *page, Len live_left, const NotesSpec *notes);

/* At the outer edge, its text turned towards the spine. */
void furniture_tab(Setter *setter, PageBuilder *page, const TabBlock *tab, gboolean verso);

/* bare: a page without margins of text: cover, poster. */
void furniture_draft(Setter *setter, PageBuilder *page, const Inline *stamp, gboolean bare);

#endif
