/* event: an event's programme, typed. Built from nodes by one table per mapping (fields.c), then
 * constant. Everything lives in the event's arena. What the content does not say is NULL, 0 or
 * the default that the table states. Times are minutes from the midnight that begins the item's
 * day and may pass 24:00 (an item at 1:30 in the night after belongs to the evening before). */
#ifndef BIFOLIO_MODEL_EVENT_H
#define BIFOLIO_MODEL_EVENT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/edition.h"
#include "base/geom.h"
#include "base/units.h"
#include "locale/locale.h"
#include "read/node.h"

#define TIME_NONE (-1)

/* A text of the content, with its place. text NULL = not given. */
typedef struct Text {
	const char *text;
	const char *language; /* BCP 47 where the content says one for it, else NULL */
	Span span;
	const Node *node; /* for node_locate */
} Text;

typedef struct Affiliation {
	const char *id; /* NULL for an inline one */
	Text name;
	Text short_name;
	Text place; /* city, country */
	Span span;
} Affiliation;

typedef enum ContactKind { CONTACT_EMAIL, CONTACT_PHONE, CONTACT_HANDLE, CONTACT_URL } ContactKind;

typedef struct Contact {
	ContactKind kind;
	Text text;
} Contact;

typedef struct Person Person;
typedef struct Item Item;

struct Person {
	const char *id;
	Text name; /* as printed; never NULL */
	Text given, family; /* given, or split off the name by rule */
	Text native; /* in the person's own script */
	Text sort; /* how it is sorted: "Özsu, Tamer"; by rule where the content has none */
	Text say, pronouns;
	int affiliation_count;
	const Affiliation *const *affiliations;
	int contact_count;
	const Contact *contacts; /* private ones already taken out */
	Text portrait; /* path, relative to the event's folder */
	Text portrait_alt;
	Text bio; /* CommonMark */
	const char *language;
	Span span;
	int index; /* position in Event.people */
	/* Filled when all items are known: items in which the person appears, in programme order.
	 */
	int item_count;
	const Item *const *items;
	gboolean in_committee;
};

typedef enum ItemKind {
	KIND_TALK,
	KIND_KEYNOTE,
	KIND_PANEL,
	KIND_WORKSHOP,
	KIND_TUTORIAL,
	KIND_OPENING,
	KIND_CLOSING,
	KIND_BREAK,
	KIND_MEAL,
	KIND_SOCIAL,
	KIND_MEETING,
	KIND_SESSION,
	KIND_POSTER_SESSION,
	KIND_COUNT
} ItemKind;

typedef enum RoleKind {
	ROLE_SPEAKER,
	ROLE_PRESENTER, /* the one of several authors who speaks */
	ROLE_MODERATOR,
	ROLE_PANELLIST,
	ROLE_CHAIR,
	ROLE_AUTHOR
} RoleKind;

typedef struct Role {
	const Person *person;
	RoleKind kind;
	Span span;
} Role;

typedef struct Room {
	const char *id;
	Text name;
	Text letter;
	Text building, floor;
	int seats; /* 0 = not said */
	Text note; /* what else there is to say: a loop, steps */
	PointList shape; /* its corners on the plan of its floor, at least three; count 0 = none */
	int index;
	Span span;
} Room;

/* A floor as it is drawn, in hundredths of the content's unit (metres), down and to the right. */
typedef struct Storey {
	Text floor, building, note; /* floor NULL: of rooms that say none */
	PointList outline; /* count 0 = around its rooms */
	PointList entrances, lifts; /* each where it is */
	int stair_count, way_count;
	const PointList *stairs, *ways; /* flights, by their corners; ways without steps */
	int north; /* degrees, clockwise from up; -1 = not said */
	int room_count; /* that have a shape, at least one */
	const Room *const *rooms;
	Span span; /* SPAN_NONE: its rooms alone make it */
} Storey;

/* A strand of the programme, told by its letter as much as by its colour. */
typedef struct Track {
	const char *id;
	Text name;
	Text letter; /* never NULL: the content's, or the next free one of the alphabet */
	Text colour; /* "#RRGGBB"; NULL = the theme's for its place */
	int index;
	Span span;
} Track;

struct Item {
	const char *id; /* unique; also names its anchor and files */
	ItemKind kind;
	/* Minutes. start is always known of items of a day; of a session's talks it may be
	 * TIME_NONE. end comes from the next start in the room where not given, TIME_NONE unknown.
	 */
	int start, end;
	gboolean end_given;
	Text time; /* as the content writes it */
	Text title, short_title, subtitle;
	int role_count;
	const Role *roles;
	Text abstract; /* CommonMark */
	int reference_count;
	const Text *references; /* inline CommonMark */
	int topic_count;
	const Text *topics; /* what it is about, for the index */
	const Room *room;
	/* The others, where it takes place in several at once. */
	int more_room_count;
	const Room *const *more_rooms;
	const Track *track;
	/* What tables and tabs call it: the content's, else of sessions and lone talks the track's
	 * letter with a number that runs through the event; NULL = neither. */
	Text code;
	const char *language;
	Text board; /* of a poster */
	int boards_abreast; /* poster session: of a row, odd ones facing even ones; 0 = not said */
	Text group; /* printed behind the names: "for the Hinge Collaboration" */
	/* The item that takes place once more here; NULL = this is it. Texts and roles are its. */
	const Item *repeats;
	int repeat_count;
	const Item *const *repeated; /* programme order */
	const Item *session; /* it belongs to, or NULL */
	int talk_count; /* session, poster session */
	const Item *const *talks;
	int day; /* index in Event.days */
	int index; /* in Event.items, programme order */
	gboolean bios_apart; /* the booklet has a part for biographies */
	gboolean in_error; /* only with --keep-going is it printed: a marked placeholder */
	Span span;
};

typedef struct Day {
	Date date;
	Text title;
	int item_count;
	const Item *const *items; /* top level, by start; a session's talks stand under it */
	int start, end; /* first start, last end; TIME_NONE where the day has no items */
	int index;
	Span span;
} Day;

typedef struct Place {
	Text name, address, room, note;
	Text directions; /* CommonMark */
	gboolean online; /* "virtual" */
} Place;

/* Who signs a letter. picture: index in Event.pictures, -1 = none. */
typedef struct Signer {
	Text name, role;
	int picture; /* of what the hand wrote */
} Signer;

/* A page of welcome, or any text before or behind the programme. */
typedef struct Letter {
	Text title;
	Text text; /* CommonMark */
	Text portrait_alt;
	int portrait; /* index in Event.pictures, -1 = none */
	int signature_count;
	const Signer *signatures;
	Span span;
} Letter;

typedef struct Member {
	const Person *person;
	Text role; /* "finance"; NULL = none said */
} Member;

typedef struct Committee {
	Text name;
	int chair_count;
	const Member *chairs;
	int member_count;
	const Member *members; /* order of the content */
	Span span;
} Committee;

typedef struct Sponsor {
	Text name;
	Text url;
	Text alternate; /* of the logo; its name where not given */
	int logo; /* index in Event.pictures, -1 = none */
	Span span;
} Sponsor;

/* Those who gave alike; the first tier gave most. */
typedef struct Tier {
	Text name;
	int sponsor_count;
	const Sponsor *sponsors;
	Span span;
} Tier;

typedef struct Elsewhere {
	const char *zone;
	Text city; /* as printed; by zone where not given */
	Span span;
} Elsewhere;

typedef enum TalkMode { TALKS_AUTO, TALKS_PAGE, TALKS_FLOW, TALKS_DENSE } TalkMode;

typedef enum PartKind {
	PART_COVER,
	PART_IMPRINT,
	PART_WELCOME,
	PART_CONTENTS,
	PART_LETTERS,
	PART_COMMITTEES,
	PART_GLANCE,
	PART_GRID,
	PART_AGENDA,
	PART_SESSIONS,
	PART_TALKS,
	PART_BOARDS,
	PART_SPEAKERS,
	PART_BIOS,
	PART_VENUE,
	PART_SPONSORS,
	PART_INDEX,
	PART_TOPICS,
	PART_AFFILIATIONS,
	PART_NOTES,
	PART_BACK_COVER,
	PART_KIND_COUNT, /* of the fixed parts, each of which stands once */
	PART_INSERT = PART_KIND_COUNT /* a page from a file, any number of them */
} PartKind;

/* How deep the contents go: slots of the day, sessions, or every talk. */
typedef enum ContentsDepth { CONTENTS_SLOTS, CONTENTS_SESSIONS, CONTENTS_TALKS } ContentsDepth;

/* What an insert shall fill. */
typedef enum InsertFrame { INSERT_AUTO, INSERT_BLEED, INSERT_TYPE_AREA } InsertFrame;

typedef struct Part {
	PartKind kind;
	Text title; /* instead of the fixed word; of an insert: its bookmark */
	ContentsDepth depth; /* contents */
	int pages; /* notes: so many at least, 0 = as many as fill up the sheets */
	Span span; /* SPAN_NONE: stands there by default */
	/* Of an insert: */
	Text file; /* path, relative to the event's folder: a drawing, a picture or a PDF */
	Text alternate; /* for those who cannot see it; never NULL */
	int page; /* of a PDF, from 1 */
	gboolean page_given;
	Span page_span;
	InsertFrame frame;
} Part;

/* A few lines or a picture at the foot of a page, as sponsors have it. */
typedef struct Notice {
	Text file; /* path, or NULL */
	int page; /* of a PDF, from 1 */
	gboolean page_given;
	Span page_span;
	Text alternate; /* of the file; never NULL where there is one */
	Text text; /* inline CommonMark, or NULL; there is a file or a text */
	const Item *item; /* behind which it stands, or NULL */
	PartKind part; /* else behind this one */
	Span span;
} Notice;

/* Paper as the content or --size names it. */
typedef struct PaperSize {
	const char *name; /* "A5", "148x210mm" */
	Len width, height; /* as set: portrait or landscape */
} PaperSize;

typedef enum PosterKind { POSTER_EVENT, POSTER_AGENDA, POSTER_TALK, POSTER_KIND_COUNT } PosterKind;

typedef struct PosterPrint {
	PaperSize size;
	double distance; /* metres; 0 = scales with the sheet, A3 = 2 m */
	Span span, distance_span;
} PosterPrint;

/* How the booklet is put on sheets to be folded. */
typedef struct ImposedPrint {
	int sheets_per_signature; /* 0 = all in one */
	double paper_thickness; /* mm */
	gboolean flip_long_edge; /* both sides are printed so, else over the short edge */
	gboolean directions; /* a first sheet says how to print, fold and staple */
} ImposedPrint;

/* How the title on the back of a glued book is read. */
typedef enum SpineTitle {
	SPINE_BY_LANGUAGE,
	SPINE_DOWN, /* from its head to its foot */
	SPINE_UP,
	SPINE_BARE /* no title */
} SpineTitle;

/* The booklet for a print shop. */
typedef struct PressPrint {
	double bleed; /* mm */
	gboolean perfect; /* glued at a spine into a cover of its own; else stapled */
	double paper_thickness, cover_thickness; /* mm a leaf */
	int multiple; /* of pages, without a cover of its own */
	SpineTitle spine;
} PressPrint;

typedef struct WordOverride {
	const char *name, *text;
	Span span;
} WordOverride;

typedef struct FontOverride {
	const char *role, *family; /* role as in themes: "prose" */
	Span role_span, span; /* of the role, of the family */
} FontOverride;

typedef struct Print {
	Text theme; /* "signal" */
	Text accent;
	int clock; /* 12, 24, 0 = by language and region */
	int justify; /* 1, 0, -1 = as the theme has it */
	gboolean smart; /* punctuation made right by language */
	PaperSize booklet;
	PaperSize books[BOOK_EDITION_COUNT]; /* of all editions of it */
	Span booklet_span;
	double type_size; /* pt of prose, 0 = as the format has it */
	TalkMode talks;
	gboolean talk_spreads;
	int part_count;
	const Part *parts; /* in order; the default order where the content has none */
	/* The content chooses no parts, and has so much that days and sessions with their talks
	 * stand in the booklet instead of an agenda of every talk. */
	gboolean sessions_for_agenda;
	int notice_count;
	const Notice *notices;
	PosterPrint posters[POSTER_KIND_COUNT];
	PaperSize sheet; /* for imposition; width 0 = what holds two of the booklet's pages */
	ImposedPrint imposed;
	PressPrint press;
	int word_count;
	const WordOverride *words;
	int font_count;
	const FontOverride *fonts;
	int document_count; /* 0 = the usual ones */
	const Text *documents;
} Print;

typedef struct Event {
	const char *name; /* of its folder: names the output */
	const char *folder; /* path */
	Text title, pretitle, subtitle, short_title, host;
	const char *full_title; /* pretitle + title */
	Text time; /* hours as the content writes them */
	int start, end; /* of the event's own hours, TIME_NONE = from the items */
	const char *timezone; /* IANA */
	Text zone_label; /* EST: a label, checked against zone and date */
	Place place;
	Text join_url, join_label, join_note;
	Text welcome_headline, welcome_text;
	int signature_count;
	const Text *signatures;
	const char *language; /* BCP 47, "en" by default */
	gboolean language_given;
	int day_ends; /* minutes, 300 by default */
	int walk; /* minutes from one building to another */
	int elsewhere_count;
	const Elsewhere *elsewhere;
	Text imprint; /* CommonMark */
	int letter_count;
	const Letter *letters;
	int committee_count;
	const Committee *committees;
	int tier_count;
	const Tier *tiers;
	int picture_count; /* files that letters and sponsors name, each use once */
	const Text *pictures; /* paths, relative to the event's folder */
	int person_count;
	const Person *const *people; /* order of the content */
	int room_count;
	const Room *const *rooms;
	int storey_count;
	const Storey *storeys; /* in the order in which they are drawn */
	int track_count;
	const Track *const *tracks;
	int day_count;
	const Day *days;
	int item_count; /* all, talks in sessions included, programme order */
	const Item *const *items;
	Print print;
	Span span;
	gboolean draft; /* something was replaced by a placeholder */
} Event;

/* The first title-like text: short_title, else the part before ": ", else the title cut at a
 * word with an ellipsis at 48 characters; NULL where there is no title. In the arena. */
const char *item_short_title(Arena *arena, const Item *item);
/* Does the item get a page of its own and a talk poster (PRODUCT.md, Kinds)? */
gboolean item_has_page(const Item *item);
/* Rooms of the item, and each of them by number; none = 0. */
int item_room_count(const Item *item);
const Room *item_room(const Item *item, int index);
/* Is some room the place of both? FALSE where one has none. */
gboolean item_shares_room(const Item *one, const Item *other);
/* The same rooms, in the same order? */
gboolean item_has_rooms_of(const Item *one, const Item *other);
gboolean room_is_on(const Room *room, const Storey *storey);
/* Itself, or the item that it repeats. */
const Item *item_main(const Item *item);
gboolean item_is_talk(const Item *item); /* talk, keynote, panel, workshop, tutorial */
const char *item_kind_name(ItemKind kind);

/* --dump=model. Caller frees. */
char *event_dump(const Event *event);

#endif
