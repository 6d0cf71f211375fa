/* parts: pieces that several documents share: names, times, dates, figures, texts. */
#ifndef BIFOLIO_DOC_PARTS_H
#define BIFOLIO_DOC_PARTS_H

#include "doc/compose.h"
#include "markup/markup.h"
#include "view/anchor.h"

/* A document without its root; title: as the file calls itself. */
Composition *compose_new(const Compose *compose, const char *name, const char *title);

/* Texts. */
const Inline *part_text(const Compose *compose, const char *text);
const Inline *part_role_text(const Compose *compose, const char *text, StyleRole role);
const Inline *part_word(const Compose *compose, Word word);
/* In the figures of the event's language. */
const char *part_number(const Compose *compose, int number);
/* A text of the content as one paragraph of inline CommonMark; NULL when there is none. */
const Inline *part_inline(const Compose *compose, const Text *text);
/* Plain: the content's own words without markup, names of titles. */
const Inline *part_plain(const Compose *compose, const Text *text);
/* A text of the content as CommonMark blocks; NULL when there is none. */
const MarkDocument *part_markup(const Compose *compose, const Text *text);
const Block *part_prose(const Compose *compose, const Text *text, StyleRole role);
/* The text with a language where it says none itself: of its talk or person. */
Text part_text_in(Text text, const char *language);
const Inline *part_in_language(const Compose *compose, const Inline *text, const char *language);
/* A pattern with {page} in it, followed by its page slot; appended to the builder. */
void part_add_page_pattern(
	const Compose *compose, InlineBuilder *builder, const char *pattern, const char *target);

/* A span of its own over start..end of a text. */
const Inline *part_overlay(const Compose *compose, const Inline *text, InlineSpan span);

/* Dates and times. */
const char *part_date(const Compose *compose, const char *pattern, int day);
int part_start(const Compose *compose); /* of the event's first day */
int part_end(const Compose *compose);
const char *part_zone_short(const Compose *compose, int day);
/* "12:00–4:00 pm Eastern Daylight Time (UTC−4)" */
const char *part_hours_in_full(const Compose *compose, int day);
/* "12:00–4:00 pm" and "Eastern Daylight Time (UTC−4)"; NULL = unknown */
const char *part_hours(const Compose *compose, int day);
const char *part_zone_in_full(const Compose *compose, int day);
/* "12–4 pm EDT" */
const char *part_hours_short(const Compose *compose, int day);
/* "9:00" beside a table; with am or pm where it is the first (before = TIME_NONE), or the half of
 * the day is another than that of the hour before. */
const Inline *part_hour(const Compose *compose, int time, int before);
/* "14 Mar" as the language writes it */
const char *part_day_month(const Compose *compose, int day);
/* "14–15 March 2027", or the one day's date */
const char *part_date_range(const Compose *compose);

/* People. */
/* "in French" of what is given in another language than the event's, else NULL. */
const char *part_language_note(const Compose *compose, const Item *item);
const char *part_affiliation(const Compose *compose, const Person *person);
/* The name, linked to the person's row or biography. style: a role, -1 = the paragraph's own. */
void part_add_name(const Compose *compose, InlineBuilder *builder, const Person *person, int style);
/* Does the role stand under the title of an item, and in the agenda? */
gboolean part_role_speaks(RoleKind kind);
/* "Samer Al-Kiswany, moderator" with the name in `name`, linked to the person; affiliation in
 * `affiliation` after a comma or an en space (role < 0 = left out). */
typedef struct NameRoles {
	int name, affiliation;
	gboolean comma; /* before the affiliation; else an en space */
} NameRoles;
const Inline *part_person_line(const Compose *compose, const Role *role, NameRoles roles);
/* All who speak, "A, B and C"; NULL = nobody. More than `most` names: the first and "and 11
 * others". */
const Inline *part_speakers(const Compose *compose, const Item *item, NameRoles roles, int most);
/* part_authors.c: authors whose affiliations are numbered, and those; where that is worth it. */
gboolean part_authors_are_numbered(const Item *item);
const Inline *part_numbered_authors(const Compose *compose, const Item *item);
const Inline *part_numbered_affiliations(const Compose *compose, const Item *item);
/* Names in a row, below them where they are from, each place once; fills one or two lines and
 * returns how many. */
int part_authors_in_row(const Compose *compose, const Item *item, const Inline **lines);
/* Is one of several authors marked as who speaks? */
gboolean part_has_presenter(const Item *item);
/* What stands between the placeholders of WORD_LIST_COMMA or WORD_LIST_AND. */
const char *part_separator(const Compose *compose, Word word);
/* "Aula, Court"; NULL = the item has no room. */
const char *part_rooms(const Compose *compose, const Item *item);
/* The text with the names of the item's rooms, where it says them, linked to the plans. */
const Inline *part_link_rooms(const Compose *compose, const Inline *text, const Item *item);
int part_speaker_count(const Item *item);
/* A way to reach a person, as a link. */
void part_add_contact(const Compose *compose, InlineBuilder *builder, const Contact *contact);
/* Portrait or monogram; never NULL. */
const FigureBlock *part_figure(const Compose *compose, const Person *person);
const Block *part_contact_line(
	const Compose *compose, const Contact *contact, const char *language);
const FigureBlock *part_code(const Compose *compose, const char *address);

/* Title of an item; a missing one in the words of the language, *missing set. */
const Inline *part_title(const Compose *compose, const Item *item, gboolean *missing);
const Inline *part_short_title(const Compose *compose, const Item *item);

/* part_pieces.c: composing many blocks of a part in pieces. */
typedef struct PieceFill {
	const Compose *around; /* what is not in pieces */
	Compose inner;
	Piece *piece; /* that is being filled, or NULL */
} PieceFill;

void piece_fill_init(PieceFill *fill, const Compose *compose);
void piece_fill_end(PieceFill *fill);
/* For the next block, or the next few. */
const Compose *piece_fill_next(PieceFill *fill);
/* What was composed with it, to be added to what is not in pieces; NULL stays NULL. */
const Block *piece_fill_take(const PieceFill *fill, const Block *block);

/* Groups that start a page. */
Block *part_page(const Compose *compose, const char *kind, PageStart start);
/* A page with a bookmark and a head of that word, its label NULL or not; `list` begins with the
 * head. */
Block *part_headed_page(
	const Compose *compose, const char *kind, const char *label, Word word, BlockList *list);
Block *part_head(const Compose *compose, const char *label, const char *title);
Block *part_row(const Compose *compose, RuleKind rule, const char *label);
void part_set_children(
	const Compose *compose, Block *parent, const Block *const *children, int count);

/* Does the booklet have the part, and anything to say in it? */
gboolean part_is_printed(const Compose *compose, PartKind kind);

/* Parts of the booklet, each a group that starts a page; NULL where there is nothing to print. */
const Block *part_cover(const Compose *compose);
const CoverBlock *part_cover_block(const Compose *compose);
const Block *part_welcome(const Compose *compose);
/* part_running.c: thumb tabs; NULL where the booklet has none. */
const TabBlock *part_day_tab(const Compose *compose, int day);
const TabBlock *part_talk_tab(const Compose *compose, const Item *item);
/* Of pages of a day; NULL where there is only one. */
const Inline *part_day_foot(const Compose *compose, int day);
/* Running foot from a talk on, or of pages of a session; NULL = as before. */
const Inline *part_talk_foot(const Compose *compose, const Item *item);
/* "Mon 9:45–11:15, Aula", the day where there are several. */
const char *part_when_and_where(const Compose *compose, const Item *item);
/* What names the session of a talk above it; NULL where it has none with a title. */
const Block *part_session_band(const Compose *compose, const Item *talk);
/* Bookmarks of the day and session that a talk begins, and the level of its own; before: the talk
 * before it, or NULL. */
void part_outline_above(const Compose *compose, Block *talk, const Item *item, const Item *before);
/* Is the day's timetable by rooms printed? */
gboolean part_grid_has_day(const Compose *compose, int day);
void part_grid(const Compose *compose, BlockList *list);
/* The same for a wall, of a day on which one must choose, without links; else NULL. */
const GridBlock *part_grid_sheet(const Compose *compose, int day);
void part_agenda(const Compose *compose, BlockList *list);
/* "pm, EDT" where that holds for every time of the day, else the zone alone. */
const char *part_agenda_zone(const Compose *compose, int day, const char *zone);
const TimelineBlock *part_timeline(const Compose *compose, int day, gboolean pages);
void part_talks(const Compose *compose, BlockList *list, TalkMode mode);
/* A page with a row for everybody, in the order of the event's language. */
typedef const Block *(*PersonMaker)(const Compose *compose, const Person *person);
/* The rows of the biographies are of those alone of whom something is told, where most are silent.
 */
gboolean part_are_mostly_silent(const Compose *compose);
/* Has somebody a row in the directory, or among the biographies? */
gboolean part_has_place(const Compose *compose, const Person *person);
const Block *part_people_page(const Compose *compose, const char *kind, PersonMaker make);
const Block *part_speakers_directory(const Compose *compose);
const Block *part_contents(const Compose *compose, ContentsDepth depth);
const Block *part_bios(const Compose *compose);
/* part_glance.c: days first..first + count - 1 as columns side by side; NULL = they have no times.
 */
const Block *part_day_columns(const Compose *compose, int first, int count);
/* Several days side by side; a page a day with what begins when; sessions with their talks; poster
 * sessions by boards. */
void part_glance(const Compose *compose, BlockList *pages, const Text *title);
/* A row of the page of a day; first: of those that begin then. */
const Block *part_slot_row(const Compose *compose, const Item *item, gboolean first);
/* part_codes.c: "A1–J1", the least and the greatest; NULL where some has none, or all the same. */
const char *part_code_range(const Compose *compose, const Item *const *items, int count);
/* "Sessions A1–J1" */
const char *part_sessions_named(const Compose *compose, const char *codes);
/* Numbers in words by what they count: 9 before 10, A9 before A10. */
int part_compare_codes(const char *one, const char *other);
/* part_evening.c: the page behind the day's timetable; *wanted: for what stands nowhere in that.
 * NULL = nothing to say. */
const Block *part_evening(const Compose *compose, int day, gboolean *wanted);
void part_sessions(const Compose *compose, BlockList *pages, const Text *title);
void part_boards(const Compose *compose, BlockList *pages, const Text *title);
const Block *part_index(const Compose *compose);
const Block *part_topics(const Compose *compose);
const Block *part_affiliations(const Compose *compose);
/* The page of a talk, or its place in the lists of sessions or boards, or theirs; NULL = none. */
const char *part_item_page(const Compose *compose, const Item *item);
/* The same, else the row in the agenda; NULL = nowhere. */
const char *part_item_target(const Compose *compose, const Item *item);
/* As many pages as are asked for, then one that fills up the sheets. */
void part_notes(const Compose *compose, BlockList *list, int pages);
const Block *part_back_cover(const Compose *compose);
/* title: instead of the fixed word, or without text */
const Block *part_imprint(const Compose *compose, const Text *title);
void part_letters(const Compose *compose, BlockList *list, const Text *title);
const char *part_letter_anchor(const Compose *compose, int index);
const Inline *part_letter_title(const Compose *compose, int index);
const Block *part_committees(const Compose *compose);
const Block *part_venue(const Compose *compose);
/* part_plan.c: a plan of each floor that has rooms with shapes. */
void part_plans(const Compose *compose, BlockList *list);
/* "2nd floor, 120 seats, induction loop"; NULL = nothing of it is known */
const Inline *part_room_details(const Compose *compose, const Room *room);
const Block *part_sponsors(const Compose *compose);
/* The insert at this place in print.parts. */
const Block *part_insert(const Compose *compose, int index);
const char *part_insert_anchor(const Compose *compose, int index);
/* The notices that stand behind an item; own_page: the list is that of the parts. */
void part_notices_after_item(
	const Compose *compose, BlockList *list, const Item *item, gboolean own_page);
/* Those behind a part of the booklet. */
void part_notices_after(const Compose *compose, BlockList *list, PartKind part);
/* Is it an insert with a title, and printed? */
gboolean part_insert_is_listed(const Compose *compose, int index);
const Inline *part_join_caption(const Compose *compose);

#endif
