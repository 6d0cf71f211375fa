/* session: everything that is read once and then shared, constant, by all documents of a run: the
 * event, its words, looks, fonts and pictures. */
#ifndef BIFOLIO_CLI_SESSION_H
#define BIFOLIO_CLI_SESSION_H

#include "asset/asset.h"
#include "base/edition.h"
#include "cli/folders.h"
#include "cli/options.h"
#include "cli/progressline.h"
#include "doc/compose.h"
#include "layout/layout.h"
#include "text/text.h"

typedef struct Session {
	const Options *options;
	char *folder; /* of the event */
	Folders folders;
	Arena *arena;
	Sources *sources;
	Diags *diags;
	const Event *event;
	const Lang *lang;
	const Theme *theme;
	const Theme *themes[BOOK_EDITION_COUNT]; /* the same for each edition that is made */
	/* Opened while the event is read, by the opener until it is NULL. */
	GThread *opener;
	TextFonts *fonts;
	GError *fonts_error;
	GPtrArray *assets; /* Asset */
	PageAsset *page_assets;
	int *portraits; /* by Person.index */
	Rect *crops;
	int *inserts; /* by index in print.parts */
	int *notices; /* by index in print.notices */
	int *pictures; /* by index in Event.pictures */
	Rect *picture_crops; /* likewise: were it a portrait */
	GArray *placed; /* PlacedPage */
	GBytes *profile; /* of --icc, or NULL */
	GPtrArray *source; /* SourceFile, of --embed-source, or NULL */
	GArray *embedded; /* EmbeddedFile, the same */
	/* The check may go on while documents are made. */
	GThread *checker;
	Diags *check_diags;
	int diags_before; /* it */
	gint64 read_time, check_time; /* microseconds */
	ProgressLine *line; /* NULL = there is no terminal */
	Progress reading;
} Session;

/* Reads, and begins to check. FALSE: nothing can be made of the event, or the machine failed:
 * *status. The diagnostics are not printed. Clear in any case. */
gboolean session_open(Session *session, const Options *options, int *status);
/* What only rendering needs: fonts, pictures, looks. */
gboolean session_prepare(Session *session, int *status);
/* The looks of another edition than the usual one. */
void session_load_theme(Session *session, BookEdition edition);
void session_clear(Session *session);

/* May it be rendered? Errors forbid it, but for --keep-going; warnings with --strict. */
gboolean session_is_good(Session *session);
/* Prints the diagnostics once; the exit status for them. */
int session_report(Session *session);

void session_compose(const Session *session, Compose *compose, Arena *arena);

#endif
