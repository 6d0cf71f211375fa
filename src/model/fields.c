/* fields: the tables of the content language (fields.h). A new key is a row here and a member in
 * records.h; the manual, the schema and the hints follow by themselves. Order of rows = order in
 * the manual. What stands under `print:` is in fields_print.c. */
#include "model/fields.h"

#include <stddef.h>
#include <string.h>

#include "model/records.h"

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof((array)[0])))

const char *const item_kind_names[] = {"talk", "keynote", "panel", "workshop", "tutorial",
	"opening", "closing", "break", "meal", "social", "meeting", "session", "poster-session",
	NULL};

static const char *const private_choices[] = {"native", "say", "pronouns", "affiliation",
	"affiliations", "contact", "email", "phone", "handle", "url", "portrait", "bio", NULL};

static const Field file_fields[] = {
	{"format", FIELD_INTEGER, offsetof(FileRecord, format), "format: 1",
		.help = "Version of this content language. The file with `event:` must have it.",
		.least = 1, .most = 1, .mistaken = "version"},
	{"event", FIELD_LATER, offsetof(FileRecord, event), "event: {title: Small Machines}",
		.help = "What the event is. Exactly one file of an event's folder has it.",
		.table = &table_event, .mistaken = "conference info meta"},
	{"people", FIELD_RECORD_MAP, offsetof(FileRecord, people), "ana: {name: Ana Exemplo}",
		.help = "Everybody who appears, each under a short id by which the programme names "
			"them.",
		.table = &table_person, .mistaken = "speakers persons authors presenters"},
	{"rooms", FIELD_RECORD_MAP, offsetof(FileRecord, rooms), "aula: {name: Aula Magna}",
		.help = "Rooms, each under a short id.", .table = &table_room,
		.mistaken = "locations venues"},
	{"floors", FIELD_RECORDS, offsetof(FileRecord, floors),
		"floors: [{floor: 2nd floor, note: step-free by lift}]",
		.help = "What the plans of floors show besides their rooms; the uppermost first.",
		.table = &table_floor, .mistaken = "plans maps storeys levels floor_plans plan"},
	{"tracks", FIELD_RECORD_MAP, offsetof(FileRecord, tracks), "tracks: {data: {name: Data}}",
		.help = "Strands of the programme, each under a short id, in their order.",
		.table = &table_track, .mistaken = "streams strands topics themes"},
	{"affiliations", FIELD_RECORD_MAP, offsetof(FileRecord, affiliations),
		"uex: {name: University of Somewhere, place: Lisboa}",
		.help = "Institutions that several people share, each under a short id.",
		.table = &table_affiliation,
		.mistaken = "institutions organizations organisations"},
	{"program", FIELD_RECORDS, offsetof(FileRecord, program),
		"program: [{time: 9:00–9:30, title: Welcome}]",
		.help = "The items of the programme in their order, or a list of days with "
			"`items:`.",
		.table = &table_item, .others = "programme",
		.mistaken = "schedule agenda sessions talks items"},
	{"letters", FIELD_RECORDS, offsetof(FileRecord, letters),
		"letters: [{title: Dear guests, text: Welcome …}]",
		.help = "Letters and other texts that are printed on pages of their own.",
		.table = &table_letter, .others = "letter", .mistaken = "texts forewords prefaces"},
	{"committees", FIELD_RECORDS, offsetof(FileRecord, committees),
		"committees: [{name: Programme committee, members: [ana, bento]}]",
		.help = "Who prepared the event.", .table = &table_committee, .others = "committee",
		.mistaken = "board boards organizers organisers team"},
	{"sponsors", FIELD_RECORDS, offsetof(FileRecord, sponsors),
		"sponsors: [{tier: Gold, sponsors: [Example & Co.]}]",
		.help = "Who gave money, by tiers; those who gave most come first.",
		.table = &table_tier, .mistaken = "partners supporters tiers"},
	{"print", FIELD_LATER, offsetof(FileRecord, print), "print: {theme: signal}",
		.help = "How it is printed. Everything here has a default.", .table = &table_print,
		.mistaken = "style layout output design"},
};
const FieldTable table_file = {"A file", "a file of an event", sizeof(FileRecord),
	COUNT_OF(file_fields), file_fields, NULL, NULL, NULL};

static const Field event_fields[] = {
	{"title", FIELD_LINE, offsetof(EventRecord, title), "title: Colloquium on Small Machines",
		.help = "What the event is called.", .required = TRUE, .mistaken = "name"},
	{"pretitle", FIELD_LINE, offsetof(EventRecord, pretitle), "pretitle: Roundtable on",
		.help = "Smaller words before the title, read as a part of it."},
	{"subtitle", FIELD_LINE, offsetof(EventRecord, subtitle), "subtitle: An afternoon of talks",
		.help = "A second line under the title.", .mistaken = "tagline motto"},
	{"short_title", FIELD_LINE, offsetof(EventRecord, short_title), "short_title: CSM 2027",
		.help = "The title where there is little room, as in running feet.",
		.mistaken = "acronym abbreviation"},
	{"host", FIELD_LINE, offsetof(EventRecord, host), "host: Example Institute",
		.help = "Who gives the event.",
		.mistaken = "organizer organiser organizers institution"},
	{"date", FIELD_DATES, offsetof(EventRecord, dates), "date: 2027-03-04",
		.help = "The day, a range (`4–6 March 2027`), or a list of days. Without it the "
			"days of "
			"the "
			"programme hold.",
		.others = "dates", .mistaken = "day days when start"},
	{"time", FIELD_TIMES, offsetof(EventRecord, time), "time: 9:00–17:00",
		.help = "Hours of the event, printed as written. Without it the hours of the "
			"programme "
			"hold.",
		.mistaken = "hours"},
	{"timezone", FIELD_ZONE, offsetof(EventRecord, timezone), "timezone: Europe/Lisbon",
		.help = "IANA name of the zone in which all times are.",
		.mistaken = "zone tz time_zone"},
	{"zone_label", FIELD_LINE, offsetof(EventRecord, zone_label), "zone_label: WET",
		.help = "The zone's abbreviation as the organizers write it; `check` compares it "
			"with zone "
			"and "
			"date."},
	{"place", FIELD_RECORD, offsetof(EventRecord, place),
		"place: {name: Old Library, address: \"Rua do Exemplo 1, Lisboa\"}",
		.help = "Where it is: a name, or a mapping.", .table = &table_place,
		.mistaken = "venue location where"},
	{"join", FIELD_RECORD, offsetof(EventRecord, join), "join: {url: \"https://example.org\"}",
		.help = "How to take part from afar: an address, or a mapping.",
		.table = &table_join, .mistaken = "url link zoom website"},
	{"welcome", FIELD_RECORD, offsetof(EventRecord, welcome), "welcome: {text: Dear guests …}",
		.help = "A greeting printed before the programme: a text, or a mapping.",
		.table = &table_welcome, .mistaken = "greeting foreword preface intro"},
	{"elsewhere", FIELD_RECORDS, offsetof(EventRecord, elsewhere), "elsewhere: [Asia/Tokyo]",
		.help = "Zones in which the beginning is told as well.", .table = &table_elsewhere,
		.mistaken = "timezones zones"},
	{"imprint", FIELD_MARKUP, offsetof(EventRecord, imprint),
		"imprint: \"Published by Example Institute, Lisboa\"",
		.help = "Who publishes the booklet, and what the law wants said.",
		.mistaken = "colophon impressum copyright legal"},
	{"language", FIELD_LANGUAGE, offsetof(EventRecord, language), "language: en-GB",
		.help = "Language of fixed words, hyphenation and sorting, as a BCP 47 tag.",
		.fallback = "en", .mistaken = "lang locale"},
	{"day_ends", FIELD_CLOCK, offsetof(EventRecord, day_ends), "day_ends: 05:00",
		.help = "What begins before this time of night belongs to the day before.",
		.fallback = "05:00"},
	{"walk", FIELD_DURATION, offsetof(EventRecord, walk), "walk: 10 min",
		.help = "How long it takes from one building to another.", .fallback = "10 min",
		.mistaken = "walking_time transfer"},
};
const FieldTable table_event = {"event", "`event`", sizeof(EventRecord), COUNT_OF(event_fields),
	event_fields, NULL, NULL, NULL};

static const Field place_fields[] = {
	{"name", FIELD_LINE, offsetof(PlaceRecord, name), "name: Old Library",
		.help = "Name of the place.", .required = TRUE, .mistaken = "title venue"},
	{"address", FIELD_LINE, offsetof(PlaceRecord, address), "address: Rua do Exemplo 1, Lisboa",
		.help = "Postal address.", .mistaken = "street city"},
	{"room", FIELD_LINE, offsetof(PlaceRecord, room), "room: Reading room, first floor",
		.help = "Room, where the whole event has one."},
	{"note", FIELD_LINE, offsetof(PlaceRecord, note), "note: Entrance by the court",
		.help = "What else one must know to find it.", .mistaken = "hint"},
	{"directions", FIELD_MARKUP, offsetof(PlaceRecord, directions),
		"directions: Tram 2 and 5 to Old Quay …",
		.help = "How to get there, in CommonMark; printed in the part `venue`.",
		.mistaken = "travel route transport how_to_get_there getting_here text"},
	{"online", FIELD_FLAG, offsetof(PlaceRecord, online), "online: true",
		.help = "The event has no other place than the network.", .fallback = "false",
		.mistaken = "virtual"},
};
const FieldTable table_place = {"place", "`place`", sizeof(PlaceRecord), COUNT_OF(place_fields),
	place_fields, NULL, "name", NULL};

static const Field join_fields[] = {
	{"url", FIELD_LINE, offsetof(JoinRecord, url), "url: \"https://example.org/join\"",
		.help = "Address behind the link and the QR code.", .required = TRUE,
		.mistaken = "link address href"},
	{"label", FIELD_LINE, offsetof(JoinRecord, label), "label: Join online",
		.help = "What the link is called; a fixed word without it.",
		.mistaken = "title text"},
	{"note", FIELD_LINE, offsetof(JoinRecord, note), "note: The door opens at 8:45",
		.help = "A line below it."},
};
const FieldTable table_join = {"join", "`join`", sizeof(JoinRecord), COUNT_OF(join_fields),
	join_fields, NULL, "url", NULL};

static const Field welcome_fields[] = {
	{"headline", FIELD_LINE, offsetof(WelcomeRecord, headline), "headline: Welcome to Lisbon",
		.help = "Its heading; a fixed word without it.", .mistaken = "title heading"},
	{"text", FIELD_MARKUP, offsetof(WelcomeRecord, text), "text: Dear guests …",
		.help = "The greeting, in CommonMark.", .required = TRUE,
		.mistaken = "body letter"},
	{"signatures", FIELD_LINES, offsetof(WelcomeRecord, signatures),
		"signatures: [Ana Exemplo, Bento Outro]", .help = "Who signs it.",
		.others = "signature", .mistaken = "signed authors"},
};
const FieldTable table_welcome = {"welcome", "`welcome`", sizeof(WelcomeRecord),
	COUNT_OF(welcome_fields), welcome_fields, NULL, "text", NULL};

static const Field elsewhere_fields[] = {
	{"timezone", FIELD_ZONE, offsetof(ElsewhereRecord, zone), "timezone: Asia/Tokyo",
		.help = "IANA name of the zone.", .required = TRUE, .others = "zone",
		.mistaken = "tz"},
	{"city", FIELD_LINE, offsetof(ElsewhereRecord, city), "city: Kyoto",
		.help = "What it is called; the zone's own city without it.",
		.mistaken = "name label"},
};
const FieldTable table_elsewhere = {"elsewhere", "an entry of `elsewhere`", sizeof(ElsewhereRecord),
	COUNT_OF(elsewhere_fields), elsewhere_fields, NULL, "timezone", NULL};

static const Field affiliation_fields[] = {
	{"name", FIELD_LINE, offsetof(AffiliationRecord, name), "name: University of Somewhere",
		.help = "Its name as printed.", .required = TRUE, .mistaken = "title institution"},
	{"short_name", FIELD_LINE, offsetof(AffiliationRecord, short_name), "short_name: UoS",
		.help = "The name where there is little room.", .mistaken = "abbreviation acronym"},
	{"place", FIELD_LINE, offsetof(AffiliationRecord, place), "place: Lisboa, Portugal",
		.help = "City and country.", .mistaken = "city country address"},
};
const FieldTable table_affiliation = {"affiliations", "an affiliation", sizeof(AffiliationRecord),
	COUNT_OF(affiliation_fields), affiliation_fields, NULL, "name",
	"an affiliation's id, or its name"};

static const Field room_fields[] = {
	{"name", FIELD_LINE, offsetof(RoomRecord, name), "name: Aula Magna",
		.help = "Its name as printed.", .required = TRUE, .mistaken = "title"},
	{"letter", FIELD_LINE, offsetof(RoomRecord, letter), "letter: A",
		.help = "The letter by which tabs, plans and signs tell it.", .mistaken = "code"},
	{"building", FIELD_LINE, offsetof(RoomRecord, building), "building: North House",
		.help = "In which building it is, where there are several; `check` looks whether "
			"there is time to change them.",
		.mistaken = "house block"},
	{"floor", FIELD_LINE, offsetof(RoomRecord, floor), "floor: 2nd floor",
		.help = "Where in the house.", .mistaken = "level storey"},
	{"seats", FIELD_INTEGER, offsetof(RoomRecord, seats), "seats: 120",
		.help = "How many find a seat.", .least = 1, .most = 1000000,
		.mistaken = "capacity size places"},
	{"note", FIELD_LINE, offsetof(RoomRecord, note), "note: \"induction loop, step-free\"",
		.help = "What else there is to know of it.",
		.mistaken = "notes access accessibility equipment"},
	{"shape", FIELD_LINES, offsetof(RoomRecord, shape), "shape: 0 0 26 15",
		.help = "Draws it on the plan of its floor: x, y, width and height in metres from "
			"the upper left, or three corners and more.",
		.mistaken = "geometry rectangle polygon outline area plan position box corners"},
};
const FieldTable table_room = {"rooms", "a room", sizeof(RoomRecord), COUNT_OF(room_fields),
	room_fields, NULL, "name", NULL};

static const Field track_fields[] = {
	{"name", FIELD_LINE, offsetof(TrackRecord, name), "name: Data",
		.help = "Its name as printed.", .required = TRUE, .mistaken = "title"},
	{"letter", FIELD_LINE, offsetof(TrackRecord, letter), "letter: D",
		.help = "What tells it without colour; by default A, B, C …, without I and O.",
		.mistaken = "code"},
	{"colour", FIELD_LINE, offsetof(TrackRecord, colour), "colour: \"#104bd5\"",
		.help = "Its colour, white on which is read; by default the theme's for its place.",
		.others = "color"},
};
const FieldTable table_track = {"tracks", "a track", sizeof(TrackRecord), COUNT_OF(track_fields),
	track_fields, NULL, "name", NULL};

static const Field person_fields[] = {
	{"name", FIELD_LINE, offsetof(PersonRecord, name), "name: Ana Exemplo",
		.help = "The name as printed.", .required = TRUE,
		.mistaken = "full_name fullname title"},
	{"given", FIELD_LINE, offsetof(PersonRecord, given), "given: Ana",
		.help = "Given name, where it cannot be told from `name`.",
		.mistaken = "first first_name firstname given_name"},
	{"family", FIELD_LINE, offsetof(PersonRecord, family), "family: Exemplo",
		.help = "Family name, where it is not the last word of `name`, in Hungarian the "
			"first.",
		.mistaken = "last last_name lastname surname family_name"},
	{"native", FIELD_LINE, offsetof(PersonRecord, native), "native: 张伟",
		.help = "The name in the person's own script."},
	{"sort", FIELD_LINE, offsetof(PersonRecord, sort), "sort: Exemplo, Ana",
		.help = "How lists and indexes sort and show the name."},
	{"say", FIELD_LINE, offsetof(PersonRecord, say), "say: AH-nah esh-EM-ploo",
		.help = "How it is pronounced.", .mistaken = "pronunciation"},
	{"pronouns", FIELD_LINE, offsetof(PersonRecord, pronouns), "pronouns: she/her",
		.help = "Pronouns as the person gives them."},
	{"affiliations", FIELD_RECORDS, offsetof(PersonRecord, affiliations),
		"affiliation: University of Somewhere",
		.help = "One or a list: ids of `affiliations:`, names, or mappings.",
		.others = "affiliation", .table = &table_affiliation,
		.mistaken = "institution organization organisation company employer"},
	{"contact", FIELD_RECORD, offsetof(PersonRecord, contact),
		"contact: {email: ana@example.org}",
		.help = "What is printed for reaching the person.", .table = &table_contact,
		.mistaken = "contacts email url handle website social"},
	{"portrait", FIELD_PATH, offsetof(PersonRecord, portrait), "portrait: portraits/ana.jpg",
		.help = "A picture file in the event's folder.",
		.mistaken = "photo picture image avatar"},
	{"portrait_alt", FIELD_LINE, offsetof(PersonRecord, portrait_alt),
		"portrait_alt: Ana at her workbench",
		.help = "What the picture shows, for those who cannot see it."},
	{"bio", FIELD_MARKUP, offsetof(PersonRecord, bio), "bio: Ana builds *very* small machines.",
		.help = "Biography in CommonMark; or the file `bios/ID.md`.",
		.mistaken = "biography about description"},
	{"language", FIELD_LANGUAGE, offsetof(PersonRecord, language), "language: pt",
		.help = "Language of the biography, where it is not the event's.",
		.mistaken = "lang"},
	{"private", FIELD_CHOICES, offsetof(PersonRecord, private_keys), "private: [phone]",
		.help = "Keys of this person that are never printed.", .choices = private_choices,
		.mistaken = "hidden hide"},
};
const FieldTable table_person = {"people", "a person", sizeof(PersonRecord),
	COUNT_OF(person_fields), person_fields, NULL, "name", NULL};

static const Field contact_fields[] = {
	{"email", FIELD_LINES, offsetof(ContactRecord, email), "email: ana@example.org",
		.help = "One address or a list.", .mistaken = "mail e-mail"},
	{"phone", FIELD_LINES, offsetof(ContactRecord, phone), "phone: +351 21 000 00 00",
		.help = "One number or a list.", .mistaken = "tel telephone mobile"},
	{"handle", FIELD_LINES, offsetof(ContactRecord, handle), "handle: \"@ana\"",
		.help = "Names in networks, one or a list.",
		.mistaken = "twitter mastodon github bluesky"},
	{"url", FIELD_LINES, offsetof(ContactRecord, url), "url: \"https://example.org/ana\"",
		.help = "One page or a list.", .mistaken = "website web homepage site link"},
};
const FieldTable table_contact = {"contact", "`contact`", sizeof(ContactRecord),
	COUNT_OF(contact_fields), contact_fields, NULL, NULL, NULL};

static const Field inline_person_fields[] = {
	{"presenter", FIELD_FLAG, offsetof(PersonRecord, presenter), "presenter: true",
		.help = "The one of several who speaks.", .fallback = "false",
		.mistaken = "presenting"},
};
const FieldTable table_inline_person = {"a person in place", "a person described in an item",
	sizeof(PersonRecord), COUNT_OF(inline_person_fields), inline_person_fields, &table_person,
	NULL, "a person's id"};

static const Field role_fields[] = {
	{"person", FIELD_ID, offsetof(RoleRecord, person), "person: ana", .help = "Id of a person.",
		.required = TRUE, .mistaken = "id"},
	{"presenter", FIELD_FLAG, offsetof(RoleRecord, presenter), "presenter: true",
		.help = "The one of several who speaks.", .fallback = "false",
		.mistaken = "presenting"},
};
const FieldTable table_role = {"a person by id", "an entry by `person`", sizeof(RoleRecord),
	COUNT_OF(role_fields), role_fields, NULL, NULL, NULL};

static const Field day_fields[] = {
	{"day", FIELD_DATE, offsetof(DayRecord, day), "day: 2027-03-04", .help = "Its date.",
		.required = TRUE, .mistaken = "date"},
	{"title", FIELD_LINE, offsetof(DayRecord, title), "title: Tutorials",
		.help = "What the day is called, beside its date.", .mistaken = "name"},
	{"items", FIELD_RECORDS, offsetof(DayRecord, items),
		"items: [{time: 9:00–9:30, title: Welcome}]", .help = "The day's items.",
		.required = TRUE, .table = &table_item,
		.mistaken = "program programme talks sessions schedule"},
};
const FieldTable table_day = {"program, by days", "a day of the programme", sizeof(DayRecord),
	COUNT_OF(day_fields), day_fields, NULL, NULL, NULL};

static const Field item_fields[] = {
	{"time", FIELD_TIMES, offsetof(ItemRecord, time), "time: 14:10–14:40",
		.help = "When: start and end, or the start alone. Without an end the next item's "
			"start "
			"holds.",
		.mistaken = "start begin begins starts when times hours end"},
	{"duration", FIELD_DURATION, offsetof(ItemRecord, duration), "duration: 30 min",
		.help = "How long, instead of an end.", .mistaken = "length minutes"},
	{"kind", FIELD_CHOICE, offsetof(ItemRecord, kind), "kind: keynote",
		.help = "What it is. Talks, keynotes, panels, workshops and tutorials get pages "
			"and "
			"posters.",
		.fallback = "talk", .choices = item_kind_names, .mistaken = "type category format"},
	{"title", FIELD_LINE, offsetof(ItemRecord, title), "title: Machines that fit in a letter",
		.help = "What it is called.", .mistaken = "name"},
	{"short_title", FIELD_LINE, offsetof(ItemRecord, short_title), "short_title: Letters",
		.help = "The title where there is little room; by default its part before a "
			"colon."},
	{"subtitle", FIELD_LINE, offsetof(ItemRecord, subtitle), "subtitle: A field report",
		.help = "A second line under the title."},
	{"id", FIELD_ID, offsetof(ItemRecord, id), "id: small-machines",
		.help = "Names the item and its files; by default its first speaker's id, else its "
			"title.",
		.mistaken = "slug key"},
	{"speakers", FIELD_PEOPLE, offsetof(ItemRecord, speakers), "speakers: [ana, bento]",
		.help = "Who speaks: one or a list of ids, or of mappings.", .others = "speaker",
		.table = &table_inline_person,
		.mistaken = "presenter presenters people person who by"},
	{"authors", FIELD_PEOPLE, offsetof(ItemRecord, authors),
		"authors: [ana, {person: bento, presenter: true}]",
		.help = "Who wrote it, in their order; mark who presents it.", .others = "author",
		.table = &table_inline_person, .mistaken = "coauthors"},
	{"moderators", FIELD_PEOPLE, offsetof(ItemRecord, moderators), "moderator: ana",
		.help = "Who leads the discussion.", .others = "moderator",
		.table = &table_inline_person, .mistaken = "host facilitator"},
	{"panellists", FIELD_PEOPLE, offsetof(ItemRecord, panellists), "panelists: [ana, bento]",
		.help = "Who sits on the panel.", .others = "panelists panellist panelist",
		.table = &table_inline_person, .mistaken = "panel participants"},
	{"chairs", FIELD_PEOPLE, offsetof(ItemRecord, chairs), "chair: ana",
		.help = "Who chairs the session.", .others = "chair", .table = &table_inline_person,
		.mistaken = "session_chair chairperson"},
	{"abstract", FIELD_MARKUP, offsetof(ItemRecord, abstract), "abstract: We show …",
		.help = "What it is about, in CommonMark; or the file `abstracts/ID.md`.",
		.mistaken = "description summary text body content"},
	{"references", FIELD_LINES, offsetof(ItemRecord, references),
		"references: [\"A paper, 2026. <https://example.org>\"]",
		.help = "Works that the abstract names, numbered by their order.",
		.others = "reference", .mistaken = "refs bibliography links literature"},
	{"topics", FIELD_LINES, offsetof(ItemRecord, topics),
		"topics: [hinges, \"rust, removal of\"]",
		.help = "What it is about: one or a list; the index of topics has them, "
			"\"floods > insurance\" as a part of floods.",
		.others = "topic keywords keyword", .mistaken = "tags subjects subject themes"},
	{"room", FIELD_LINES, offsetof(ItemRecord, room), "room: aula",
		.help = "Id of a room of `rooms:`, or, without such a list, its name; several "
			"where "
			"it is in all at once.",
		.others = "rooms", .mistaken = "location place venue where"},
	{"track", FIELD_LINE, offsetof(ItemRecord, track), "track: data",
		.help = "Id of a track of `tracks:`, or, where there is no such list, its name; a "
			"session's talks have the session's.",
		.mistaken = "stream strand"},
	{"code", FIELD_LINE, offsetof(ItemRecord, code), "code: MoA1",
		.help = "What timetables call it; by default the track's letter and a number.",
		.mistaken = "number label"},
	{"language", FIELD_LANGUAGE, offsetof(ItemRecord, language), "language: pt",
		.help = "Language of its texts, where it is not the event's.", .mistaken = "lang"},
	{"board", FIELD_LINE, offsetof(ItemRecord, board), "board: 12",
		.help = "Number of a poster's board.", .mistaken = "poster number"},
	{"boards_abreast", FIELD_INTEGER, offsetof(ItemRecord, boards_abreast),
		"boards_abreast: 10",
		.help = "Poster session: boards of a row, odd ones facing even ones; draws where "
			"they stand.",
		.least = 2, .most = 18, .mistaken = "board_plan boards_per_row"},
	{"group", FIELD_LINE, offsetof(ItemRecord, group), "group: for the Hinge Collaboration",
		.help = "For whom the authors speak, printed behind their names as written.",
		.mistaken = "collaboration team consortium on_behalf_of"},
	{"also", FIELD_RECORDS, offsetof(ItemRecord, also),
		"also: [11:00–11:30, {day: 2027-03-05, time: 9:00–9:30}]",
		.help = "When it takes place once more: one time or a list, as it is otherwise.",
		.table = &table_repeat, .mistaken = "repeat repeats repeated again times"},
	{"talks", FIELD_RECORDS, offsetof(ItemRecord, talks),
		"talks: [{title: One, duration: 20 min}]",
		.help = "What a session holds; room and times run on from the session.",
		.table = &table_item, .mistaken = "items papers posters program contributions"},
};
const FieldTable table_item = {"program", "an item of the programme", sizeof(ItemRecord),
	COUNT_OF(item_fields), item_fields, NULL, NULL, NULL};

static const Field repeat_fields[] = {
	{"time", FIELD_TIMES, offsetof(RepeatRecord, time), "time: 14:00–14:30",
		.help = "When. Without an end it is as long as the first time.", .required = TRUE,
		.mistaken = "start when hours"},
	{"duration", FIELD_DURATION, offsetof(RepeatRecord, duration), "duration: 30 min",
		.help = "How long, instead of an end.", .mistaken = "length minutes"},
	{"day", FIELD_DATE, offsetof(RepeatRecord, day), "day: 2027-03-05",
		.help = "On which day, where it is another.", .mistaken = "date"},
	{"room", FIELD_LINES, offsetof(RepeatRecord, room), "room: aula",
		.help = "Where, where it is elsewhere.", .others = "rooms",
		.mistaken = "location place where"},
};
const FieldTable table_repeat = {"program, once more", "an entry of `also`", sizeof(RepeatRecord),
	COUNT_OF(repeat_fields), repeat_fields, NULL, "time", NULL};

const FieldTable *const *field_tables(void) {
	static const FieldTable *const tables[] = {&table_file, &table_event, &table_place,
		&table_join, &table_welcome, &table_elsewhere, &table_affiliation, &table_room,
		&table_track, &table_person, &table_contact, &table_inline_person, &table_role,
		&table_day, &table_item, &table_print, &table_booklet, &table_imposed, &table_press,
		&table_posters, &table_poster, &table_part, &table_insert, &table_notice,
		&table_repeat, &table_floor, &table_letter, &table_signature, &table_committee,
		&table_member, &table_member_by_id, &table_tier, &table_sponsor, NULL};
	return tables;
}
