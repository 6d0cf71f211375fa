/* quote_marks: the quotation marks of languages. */
#ifndef BIFOLIO_MARKUP_QUOTE_MARKS_H
#define BIFOLIO_MARKUP_QUOTE_MARKS_H

#include <glib.h>

typedef struct QuoteMarks {
	const char *language;
	/* For " and, inside it or for ', the second kind. Spaces that belong to a mark are part
	 * of it. */
	const char *open, *close, *inner_open, *inner_close;
	gboolean spaced_points; /* ; ! ? and : stand off by a narrow space: French of France */
} QuoteMarks;

/* Never NULL. language: BCP 47 or NULL. */
const QuoteMarks *quote_marks_of(const char *language);

#endif
