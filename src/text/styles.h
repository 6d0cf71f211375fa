/* styles: a paragraph's spans, which may nest, flattened to runs of one look and paint. */
#ifndef BIFOLIO_TEXT_STYLES_H
#define BIFOLIO_TEXT_STYLES_H

#include "text/context.h"

typedef struct StyleRun {
	int start, end; /* bytes */
	int group; /* runs of one group are shaped together: they differ in flags alone */
	const Look *look;
	Len size, rise, tracking;
	int colour; /* ColourRole */
	unsigned flags; /* INLINE_* */
	int span; /* of the link, or -1 */
	const char *href, *target;
	const char *language; /* where it differs from the paragraph's, else NULL */
	gboolean hyphenate, small_caps;
} StyleRun;

typedef struct StyleRuns {
	int count;
	const StyleRun *runs; /* cover the text without gaps */
} StyleRuns;

StyleRuns styles_flatten(TextContext *context, Arena *arena, const ParSpec *spec);

#endif
