/* indexes: what an event's indexes hold: people by role, under each form of their names; topics;
 * affiliations. Sorted by the event's language; plain data, no words, no sizes; in the caller's
 * arena, borrows from the event. */
#ifndef BIFOLIO_VIEW_INDEXES_H
#define BIFOLIO_VIEW_INDEXES_H

#include "view/people.h"

/* Where something is named. */
typedef struct IndexPlace {
	const Item *item;
	AppearanceKind as; /* of a person, or of the affiliation's person */
} IndexPlace;

typedef struct IndexLine {
	const char *name; /* as it is looked up: "Özsu, Tamer", "张伟", "hinges" */
	const char *other; /* the person's name in another script, or NULL */
	const char *letter; /* head under which it stands */
	gboolean new_letter; /* the line before has another, or there is none */
	gboolean inner; /* topics: a part of what the line before it without this names */
	const PersonRow *person; /* people */
	int place_count;
	const IndexPlace *places; /* programme order, each item once, with the highest role */
	Span source;
} IndexLine;

typedef struct Index {
	int count;
	const IndexLine *lines;
	gboolean has[APPEAR_CHAIR + 1]; /* does anybody appear so? */
} Index;

const Index *index_of_people(Arena *arena, const Event *event, const People *people);
/* Topics that differ in case alone are one, as the first writes it. "floods > insurance" stands as
 * "insurance" under "floods", which need not be a topic itself. */
const Index *index_of_topics(Arena *arena, const Event *event);
/* Of those who appear; of chairs too. */
const Index *index_of_affiliations(Arena *arena, const Event *event);

#endif
