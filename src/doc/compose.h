/* compose: what stands in which document in which order, as blocks. Knows the event, the words of
 * its language and the theme's roles; no sizes, no places, no Pango. One document kind = one file
 * kind_*.c; what kinds share is in parts.h. */
#ifndef BIFOLIO_DOC_COMPOSE_H
#define BIFOLIO_DOC_COMPOSE_H

#include "base/progress.h"
#include "block/block.h"
#include "model/event.h"
#include "model/time.h"
#include "theme/lang.h"
#include "view/agenda.h"
#include "view/people.h"

/* part_times.c: dates of days by pattern, each written once. */
typedef struct DateMemos DateMemos;

DateMemos *date_memos_new(Arena *arena);

/* What composing needs. Lives in `arena`; constant while composing. */
typedef struct Compose {
	Arena *arena;
	const Event *event;
	const Lang *lang;
	Diags *diags; /* of texts: what CommonMark or HTML had to be dropped */
	TimeForm time_form;
	DateMemos *dates; /* met so far; each thread has its own */
	Pieces *pieces; /* for the parts of a booklet; NULL = all in `arena` */
	/* Portraits by Person.index: index of a picture in `assets`, -1 = none; and its crop. */
	const int *portraits;
	const Rect *crops;
	const int *inserts; /* by index in print.parts: likewise; NULL = there are none */
	const int *notices; /* by index in print.notices: likewise */
	const int *pictures; /* by index in Event.pictures: likewise */
	const Rect *picture_crops; /* crops, were they portraits */
	int asset_count;
	const PageAsset *assets;
	BookEdition edition; /* of the booklet */
	Progress *progress; /* counts talks; may be NULL */
	int threads; /* that may compose at once; 0 and 1: one */
	gboolean long_book; /* so many pages that it has contents by default */
	/* Are there places that names and titles can lead to? Sheets have none. */
	gboolean talk_targets, person_targets, room_targets;
	gboolean directory; /* of all people, in which names find their place */
	gboolean told_only; /* the biographies are those of whom something is told */
	gboolean agenda_targets, session_targets, board_targets;
	const People *people; /* sorted once, by compose_booklet; NULL in other documents */
	const Agenda *agenda; /* made once for what asks often; or NULL */
	const char *version; /* of the program, for the file's producer */
} Compose;

/* mode: any but TALKS_AUTO. */
const Composition *compose_booklet(const Compose *given, TalkMode mode);
/* The mode that suits the number of talks when the content leaves it open. */
TalkMode compose_talk_mode(const Event *event);
/* Has it contents by default, where it is a long book? */
gboolean compose_has_contents(const Event *event);

/* The sheet that says how the imposed ones become a booklet. */
typedef struct DirectionsFacts {
	gboolean flip_long_edge;
	const char *signatures; /* "4 + 4 + 3": sheets of each, NULL = all in one, stapled */
} DirectionsFacts;
const Composition *compose_directions(const Compose *compose, const DirectionsFacts *facts);

const Composition *compose_poster_event(const Compose *compose);
/* One sheet a day; day = -1: all. */
const Composition *compose_poster_agenda(const Compose *compose, int day);
/* One sheet a talk; talk = NULL: all that get a page, and those without an abstract too. */
const Composition *compose_poster_talk(const Compose *compose, const char *talk);

#endif
