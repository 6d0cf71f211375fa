/* records: what the mappings of the content become first, key by key, before anything is
 * resolved. Members are filled by fields.c's tables; build_*.c turns them into the model. */
#ifndef BIFOLIO_MODEL_RECORDS_H
#define BIFOLIO_MODEL_RECORDS_H

#include "model/fields.h"

typedef struct FileRecord {
	IntValue format;
	NodeValue event, people, rooms, tracks, affiliations, program, print;
	NodeValue letters, committees, sponsors, floors;
} FileRecord;

typedef struct PlaceRecord {
	Text name, address, room, note, directions;
	IntValue online;
} PlaceRecord;

typedef struct JoinRecord {
	Text url, label, note;
} JoinRecord;

typedef struct WelcomeRecord {
	Text headline, text;
	TextList signatures;
} WelcomeRecord;

typedef struct ElsewhereRecord {
	Text city, zone;
} ElsewhereRecord;

typedef struct EventRecord {
	Text title, pretitle, subtitle, short_title, host;
	DateList dates;
	TimeValue time;
	Text timezone, zone_label;
	PlaceRecord place;
	JoinRecord join;
	WelcomeRecord welcome;
	NodeValue elsewhere;
	Text language;
	IntValue day_ends, walk;
	Text imprint;
} EventRecord;

typedef struct AffiliationRecord {
	Text name, short_name, place;
} AffiliationRecord;

typedef struct RoomRecord {
	Text name, letter, building, floor, note;
	IntValue seats;
	TextList shape;
} RoomRecord;

typedef struct FloorRecord {
	Text floor, building, note;
	TextList outline, entrances, lifts, stairs, ways;
	IntValue north;
} FloorRecord;

typedef struct TrackRecord {
	Text name, letter, colour;
} TrackRecord;

typedef struct ContactRecord {
	TextList email, phone, handle, url;
} ContactRecord;

typedef struct PersonRecord {
	Text name, given, family, native, sort, say, pronouns;
	NodeValue affiliations;
	ContactRecord contact;
	Text portrait, portrait_alt, bio, language;
	TextList private_keys;
	IntValue presenter; /* only where somebody is described in place */
	Text role; /* only in a committee */
} PersonRecord;

typedef struct RoleRecord {
	Text person;
	IntValue presenter;
} RoleRecord;

typedef struct MemberRecord {
	Text person, role;
} MemberRecord;

typedef struct SignatureRecord {
	Text name, role, picture;
} SignatureRecord;

typedef struct LetterRecord {
	Text title, text, portrait, portrait_alt;
	NodeValue signatures;
} LetterRecord;

typedef struct CommitteeRecord {
	Text name;
	NodeValue chairs, members;
} CommitteeRecord;

typedef struct SponsorRecord {
	Text name, logo, alternate, url;
} SponsorRecord;

typedef struct TierRecord {
	Text tier;
	NodeValue sponsors;
} TierRecord;

typedef struct DayRecord {
	DateValue day;
	Text title;
	NodeValue items;
} DayRecord;

typedef struct ItemRecord {
	Text id;
	TimeValue time;
	IntValue duration, kind;
	Text title, short_title, subtitle;
	NodeValue speakers, authors, moderators, chairs, panellists;
	Text abstract;
	TextList references, topics;
	TextList room;
	Text track, code, language, board;
	NodeValue talks, also;
	IntValue boards_abreast;
	Text group;
} ItemRecord;

typedef struct RepeatRecord {
	TimeValue time;
	IntValue duration;
	DateValue day;
	TextList room;
} RepeatRecord;

typedef struct BookletRecord {
	PaperValue size;
	IntValue talks, talk_spreads;
	NumberValue type_size;
} BookletRecord;

typedef struct ImposedRecord {
	IntValue sheets_per_signature, flip, directions;
	NumberValue paper_thickness;
} ImposedRecord;

typedef struct PressRecord {
	NumberValue bleed, paper_thickness, cover_thickness;
	IntValue binding, multiple, spine;
} PressRecord;

typedef struct PosterRecord {
	PaperValue size;
	IntValue orientation;
	NumberValue distance;
} PosterRecord;

typedef struct PostersRecord {
	PosterRecord kinds[POSTER_KIND_COUNT];
} PostersRecord;

typedef struct PartRecord {
	IntValue part;
	Text title;
	IntValue depth, pages;
} PartRecord;

typedef struct InsertRecord {
	Text file, alternate, title;
	IntValue page, frame;
} InsertRecord;

typedef struct NoticeRecord {
	Text file, alternate, text, after;
	IntValue page;
} NoticeRecord;

typedef struct PrintRecord {
	Text theme, accent;
	IntValue clock, justify, smart;
	NodeValue fonts, words, parts, notices;
	TextList documents;
	BookletRecord booklet;
	PostersRecord posters;
	PaperValue sheet, large, phone;
	ImposedRecord imposed;
	PressRecord press;
} PrintRecord;

#endif
