/* layout: a composition to final pages. */
#ifndef BIFOLIO_LAYOUT_LAYOUT_H
#define BIFOLIO_LAYOUT_LAYOUT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/progress.h"
#include "block/block.h"
#include "page/page.h"
#include "text/text.h"
#include "theme/theme.h"

/* Microseconds on the clock. */
typedef struct LayoutTimes {
	gint64 set, paginate;
} LayoutTimes;

typedef struct LayoutInput {
	const Composition *composition;
	/* Composes the same again; NULL: the composition stays whole. Else its pieces are dropped
	 * when they are set, and it is of no use afterwards but for what is in none. */
	const Composition *(*again)(void *owner);
	void *owner;
	const Theme *theme;
	TextContext *text;
	TextContext *const *helpers; /* more of them, for as many more threads; may be none */
	int helper_count;
	const FontTable *fonts;
	Len width, height; /* of the page */
	int multiple; /* of pages, to which fillers bring the booklet; 0 = 4 */
	int apart; /* pages that are not counted then: of a cover that is bound apart */
	double type_size; /* pt of prose, 0 = as the format has it */
	int justify; /* 1, 0, -1 = as the theme has it */
	double distance; /* posters: metres it is read from, 0 = as the sheet has it */
	Span distance_span;
	Progress *progress; /* counts blocks; may be NULL */
	LayoutTimes *times; /* what it took is added; may be NULL */
} LayoutInput;

/* The pages, all in `arena`. Never NULL; what could not be set well is in diags: an error for
 * what cannot be printed. */
const Document *layout_document(Arena *arena, const LayoutInput *input, Diags *diags);

#endif
