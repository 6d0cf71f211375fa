/* kinds: which documents there are, which of them options and content ask for, and whether what the
 * options say of them can be. */
#ifndef BIFOLIO_CLI_KINDS_H
#define BIFOLIO_CLI_KINDS_H

#include "base/edition.h"
#include "cli/session.h"

typedef enum Edition {
	EDITION_SCREEN,
	EDITION_IMPOSED,
	EDITION_PRESS,
	EDITION_LARGE,
	EDITION_PHONE
} Edition;

typedef struct DocumentKind {
	const char *name; /* of its file, too */
	int poster; /* PosterKind, -1 = booklet */
	Edition edition;
	gboolean usual; /* made where nobody chooses */
} DocumentKind;

/* NULL-terminated names, in the order of making, for --only and hints. */
const char *const *document_names(void);
const DocumentKind *document_kinds(int *count);

/* Are they the same pages, written in different ways? */
gboolean kinds_share_pages(
	const Session *session, const DocumentKind *one, const DocumentKind *other);
/* Is the booklet filled up to another number of pages than for stapling? */
gboolean kind_fills_apart(const Session *session, const DocumentKind *kind);
gboolean kind_is_wanted(const Session *session, const DocumentKind *kind);
/* FALSE: an option names what there is not, and it has been said. What the content names so becomes
 * a diagnostic. */
gboolean kinds_check(Session *session);
/* Whom the pages are composed for. */
BookEdition kind_book_edition(const DocumentKind *kind);
/* Index of the day that --day chooses, or -1. */
int session_day(const Session *session);

#endif
