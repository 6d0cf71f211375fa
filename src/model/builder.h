/* builder: what the parts of the building share (build_*.c). One event at a time; nothing of it is
 * seen outside of the room. Drafts are items under construction: the model's Item, what was read
 * of it, and what is still open. */
#ifndef BIFOLIO_MODEL_BUILDER_H
#define BIFOLIO_MODEL_BUILDER_H

#include "model/build.h"
#include "model/records.h"
#include "model/time.h"

typedef struct Draft Draft;
struct Draft {
	Item *item;
	const ItemRecord *record;
	const Node *node;
	Draft *session; /* or NULL */
	Draft *repeats; /* what takes place once more here, or NULL */
	GPtrArray *talks; /* Draft, or NULL; freed with the builder */
	TimeRange range; /* of record->time */
	gboolean has_time;
	Date date; /* of an item that takes place several times */
	gboolean broken; /* what stands there is no item at all */
	int errors; /* errors found in it, its talks not counted */
};

/* A day under construction. */
typedef struct DayDraft {
	Date date;
	Text title;
	Span span;
	GPtrArray *items; /* Draft, top level, order of the content */
} DayDraft;

typedef struct PersonDraft {
	Person *person;
	const char *key; /* name and affiliation, NFC; for persons described in place */
	const Node *id_node; /* of `people:`, or NULL */
	gboolean bio_private;
	Text hidden; /* takes the text of a file that nobody shall see */
	GPtrArray *items; /* Item, in programme order */
} PersonDraft;

typedef struct Builder {
	FieldReader reader;
	Arena *arena; /* the reader's, for short */
	Arena *passing; /* nodes, and drafts with what was read of them: until all is built */
	Diags *diags;
	Sources *sources;
	Progress *progress; /* or NULL */
	gboolean keep_going;
	gboolean holes; /* something could not be read: no "unknown id" */
	gboolean dates_given; /* the event says its days */
	gboolean dayless_told, days_told;
	gboolean rooms_shared, tracks_shared; /* some file has `rooms:`, `tracks:` */
	int nearest_left; /* searches for a nearest id still allowed */
	Event *event;
	GPtrArray *roots; /* FileRecord, in order of the files */
	GHashTable *affiliations; /* id -> Affiliation */
	GHashTable *rooms; /* id -> Room */
	GHashTable *rooms_by_name; /* name -> Room, the first of that name */
	GHashTable *tracks, *tracks_by_name; /* likewise Track */
	GHashTable *numbers; /* id -> the next number behind it */
	GHashTable *people; /* id -> PersonDraft */
	GHashTable *people_in_place; /* key -> PersonDraft */
	GHashTable *item_ids; /* id -> Draft */
	GPtrArray *room_list, *track_list, *person_list, *drafts;
	GArray *days; /* DayDraft */
	GPtrArray *repeats; /* Draft: of items that take place once more, in order of the content */
	GArray *pictures; /* Text: files that letters and sponsors name */
} Builder;

#define DAYS_MAX 400
#define PEOPLE_MAX 1000 /* in one list of an item */

/* build.c */
int builder_errors(const Builder *builder);
/* Ids for a hint: "did you mean `x`?", "there is no …", or NULL. Bounded work over a whole run. */
const char *builder_nearest(Builder *builder, GHashTable *table, const char *word);
/* A place for messages: "event.yaml:12". In the arena. */
const char *builder_place(Builder *builder, Span span);
/* BASE-2, BASE-3 …: the first that is not taken. base must live in the arena. */
const char *builder_number_id(Builder *builder, GHashTable *taken, const char *base);
void builder_duplicate(Builder *builder, const char *what, const Node *id, Span first);
void *builder_array(Builder *builder, const GPtrArray *pointers);
/* May the id name a new entry of a shared list? first: where it stands already, or NULL. */
gboolean builder_is_new(Builder *builder, const Node *id, const char *what, const Span *first);

/* build_event.c */
void build_event_head(Builder *builder, const FileRecord *file);

/* build_places.c: shared lists and what names them */
void build_rooms(Builder *builder, const FileRecord *file);
void build_affiliations(Builder *builder, const FileRecord *file);
/* The rooms of an item; those of `like` where none is said, which may be NULL. */
void item_take_rooms(Builder *builder, Item *item, const TextList *rooms, const Item *like);
const Affiliation *affiliation_from_node(Builder *builder, const Node *node);
/* By id, else one of that name alone. */
const Affiliation *affiliation_from_text(Builder *builder, const Text *text);
/* Short, in lower case and without blanks: written as an id, not as a name. */
gboolean text_looks_like_id(const char *text);

/* build_plans.c: floors with the shapes of their rooms, when all rooms are known */
void build_plans(Builder *builder);
/* Corners; count 0 where none are given, or they are wrong. */
PointList room_shape(Builder *builder, const TextList *texts);

/* build_tracks.c: likewise; letters that the content does not give, and codes */
void build_tracks(Builder *builder, const FileRecord *file);
const Track *track_from_text(Builder *builder, const Text *text);
void build_tracks_finish(Builder *builder);

/* build_people.c */
void build_people(Builder *builder, const FileRecord *file);
/* A person described in place; an equal one is the same. Never NULL. */
PersonDraft *person_in_place(Builder *builder, const PersonRecord *record, Span span);
/* Somebody of whom only the name is known, and perhaps the affiliation (may be NULL). */
PersonDraft *person_named(Builder *builder, const Text *name, const Text *affiliation);
/* The first of `people:` who is called so, or NULL. */
PersonDraft *person_by_name(Builder *builder, const char *name);
/* The person of that id; reports an unknown one and gives NULL. */
PersonDraft *person_by_id(Builder *builder, const Text *id);
PersonDraft *person_draft(Builder *builder, const Person *person);
void build_people_finish(Builder *builder);

/* build_roles.c */
void build_roles(Builder *builder, Draft *draft);

/* build_matter.c: front and back matter; parts of it are gathered from all files */
void build_letters(Builder *builder, const FileRecord *file);
void build_committees(Builder *builder, const FileRecord *file);
void build_sponsors(Builder *builder, const FileRecord *file);
void build_matter_finish(Builder *builder);

/* build_program.c */
/* The day of a date, or NULL. Moves when days are added. */
DayDraft *builder_day(Builder *builder, Date date);
void build_program(Builder *builder, const FileRecord *file);
void build_program_finish(Builder *builder);

/* build_repeats.c: items that take place several times */
/* The entries of an item's `also:`; date: the item's. */
void build_repeats(Builder *builder, Draft *draft, Date date);
/* When all days are known: each to its day. */
void build_repeats_place(Builder *builder);
/* When all items have their numbers. */
void build_repeats_finish(Builder *builder);

/* build_times.c: starts, then ends of one day's items */
void build_day_starts(Builder *builder, DayDraft *day);
void build_day_ends(Builder *builder, DayDraft *day);

/* build_ids.c: ids that the content does not give; fills builder->item_ids */
void build_item_ids(Builder *builder);

/* build_texts.c: abstracts/ID.md, bios/ID.md */
void build_text_files(Builder *builder);

/* build_notices.c: of `print:`, when all items have their ids */
void build_notices(Builder *builder, const NodeValue *value);

/* build_print.c */
void build_print(Builder *builder, const FileRecord *file);

#endif
