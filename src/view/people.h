/* people: who appears where. Sorted by the event's language and Person.sort; plain data, no words,
 * no sizes; lives in the caller's arena, constant once made, borrows from the event. */
#ifndef BIFOLIO_VIEW_PEOPLE_H
#define BIFOLIO_VIEW_PEOPLE_H

#include "model/event.h"

/* What a person is in an item, highest rank first (DESIGN-2 D1): an index that has one place for
 * two roles keeps the higher. */
typedef enum AppearanceKind {
	APPEAR_OWN, /* speaks: speaker or presenter */
	APPEAR_AUTHOR,
	APPEAR_PANELLIST,
	APPEAR_MODERATOR,
	APPEAR_CHAIR
} AppearanceKind;

typedef struct Appearance {
	const Item *item;
	AppearanceKind kind;
	const char *anchor; /* where most is said of it: "talk-ID", else "item-ID" */
} Appearance;

typedef enum EntryKind {
	ENTRY_OWN, /* page of the person's own talk: bold */
	ENTRY_OTHER
} EntryKind;

/* One page number of the index. */
typedef struct IndexEntry {
	const char *anchor;
	EntryKind kind;
	AppearanceKind as; /* where it is no row of the directory: for letters c, p */
	gboolean directory; /* the person's row there */
} IndexEntry;

typedef struct PersonRow {
	const Person *person;
	const char *sort; /* as it stands in an index: "Özsu, Tamer" */
	const char *letter; /* head under which it stands */
	gboolean new_letter; /* the row before has another, or there is none */
	const char *initials; /* for a monogram: "TÖ" */
	const char *anchor; /* "person-ID" */
	int appearance_count; /* at least 1, one an item, programme order */
	const Appearance *appearances;
	int entry_count;
	const IndexEntry *entries; /* programme order, each anchor once, the directory last */
} PersonRow;

/* People who appear in no item are left out. */
typedef struct People {
	int count;
	const PersonRow *rows; /* sorted */
	int letter_count; /* different heads */
	int entry_count; /* of all rows */
} People;

const People *people_new(Arena *arena, const Event *event);

AppearanceKind appearance_of_role(RoleKind kind);

/* What the order of people goes by where the content gives no `sort:`: a Japanese name by how it is
 * said, an Arabic one without its article. Borrowed. */
const char *person_order_text(const Event *event, const Person *person);

/* First letters of given and family name, for monograms; "Al-", "van" and the like do not count.
 * In scripts that join their letters they are kept apart by U+200C. In the arena. */
const char *person_initials(Arena *arena, const Person *person, const char *language);

#endif
