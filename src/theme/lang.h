/* lang: fixed words and forms by language, read from content/lang/LANG.yaml (or the installed
 * data folder). Every word that a reader of a booklet sees and that the content does not say comes
 * from here. A language without a file of its own falls back along its BCP 47 parents, then to
 * English with a warning; `print.words:` of the event overrides single words. */
#ifndef BIFOLIO_THEME_LANG_H
#define BIFOLIO_THEME_LANG_H

#include "base/arena.h"
#include "base/diag.h"

/* One row a word in words.c: its name in the files and the placeholders that a text must have
 * ({name}). A word with a count has the forms one, few, many, other as the language needs them,
 * and `two` where exactly two has a form of its own (Arabic, Hebrew). */
typedef enum Word {
	WORD_WELCOME,
	WORD_AGENDA,
	WORD_SPEAKERS,
	WORD_INDEX,
	WORD_NOTES,
	WORD_QUESTIONS,
	WORD_REFERENCES,
	WORD_PANEL,
	WORD_WHEN,
	WORD_WHERE,
	WORD_ELSEWHERE,
	WORD_PROGRAMME,
	WORD_ONLINE, /* "Virtual" */
	WORD_JOIN, /* caption at a QR code when the content gives none */
	WORD_SCAN_HINT, /* "Point a phone at the code, or type the address." */
	WORD_CLOSE, /* last row of the agenda */
	WORD_TITLE_MISSING, /* "Title to be announced" */
	WORD_SPEAKER_MISSING,
	WORD_MODERATOR, /* "{name}, moderator" */
	WORD_CHAIR, /* "Chair: {name}" */
	WORD_LIST_AND, /* "{first} and {last}" */
	WORD_LIST_COMMA, /* "{first}, {rest}" */
	WORD_LIST_SEMICOLON, /* "{first}; {rest}" of what has commas itself */
	WORD_WITH_AFFILIATION, /* "{name}, {affiliation}" in lists */
	WORD_AND_OTHERS, /* "and {count} others", plural */
	WORD_PAGE_SHORT, /* "p. {page}" */
	WORD_AGENDA_ON_PAGE, /* "Agenda on page {page}" */
	WORD_TALKS_FROM_PAGE,
	WORD_SPEAKERS_ON_PAGE,
	WORD_INDEX_ON_PAGE,
	WORD_IMPRINT,
	WORD_COMMITTEES,
	WORD_COMMITTEE_CHAIR, /* "chair" behind a name */
	WORD_SPONSORS,
	WORD_IN_WORDS, /* label of the sponsors' names */
	WORD_VENUE,
	WORD_ROOMS,
	WORD_GETTING_HERE,
	WORD_COUNT_SEATS, /* "{count} seats", plural */
	WORD_COUNT_ROOMS, /* "{count} rooms", plural */
	WORD_AFTER_TIME, /* "After {time}" */
	WORD_GLANCE, /* "At a glance" */
	WORD_SESSIONS,
	WORD_POSTERS,
	WORD_TOPICS,
	WORD_AFFILIATIONS,
	WORD_ROLE_SPEAKER, /* key of the index: "speaker" */
	WORD_ROLE_AUTHOR,
	WORD_ROLE_CHAIR,
	WORD_ROLE_PANEL,
	WORD_LETTER_CHAIR, /* behind the pages of whom chairs: "c" */
	WORD_LETTER_PANEL,
	WORD_ALSO_AT, /* "also {time}" */
	WORD_IN_LANGUAGE, /* "in {language}" */
	WORD_BOARD, /* "Board {board}" */
	WORD_COUNT_TALKS, /* "{count} talks", plural */
	WORD_COUNT_PANELS,
	WORD_COUNT_PEOPLE,
	WORD_TO_TIME, /* "to {time}" on a talk poster */
	WORD_OWN_TALK_KEY, /* "Bold figures mark a speaker's own talk." */
	WORD_PEOPLE, /* label of the index */
	WORD_TIMES_ARE, /* "Times are {zone}" */
	WORD_ZONE_OFFSET, /* "{zone} ({offset})" */
	WORD_SCALE_NOTE, /* "The page is a clock: every half hour is the same height." */
	WORD_CONTINUED,
	WORD_PORTRAIT_OF, /* alternate text: "Portrait of {name}" */
	WORD_CODE_FOR, /* alternate text: "QR code for {address}" */
	WORD_CLOCK_FIGURE, /* alternate text of the cover's figure */
	WORD_DRAFT,
	WORD_ITEM_IN_ERROR, /* --keep-going placeholder */
	WORD_CONTENTS,
	WORD_CONTENTS_BEFORE, /* group of what comes before the programme */
	WORD_CONTENTS_REFERENCE, /* group of what comes behind it */
	WORD_COUNT_SESSIONS, /* "{count} sessions", plural */
	WORD_NOON,
	WORD_MIDNIGHT,
	WORD_DIRECTIONS, /* the sheet before the imposed ones */
	WORD_DIRECTIONS_PRINT_SHORT,
	WORD_DIRECTIONS_PRINT_LONG,
	WORD_DIRECTIONS_ORDER,
	WORD_DIRECTIONS_FOLD,
	WORD_DIRECTIONS_FOLD_SIGNATURES, /* {sheets} */
	WORD_DIRECTIONS_STAPLE,
	WORD_DIRECTIONS_SEW,
	WORD_GRID, /* the timetable by rooms: "Rooms and times" */
	WORD_ET_AL, /* "{name} et al." */
	WORD_SOURCE, /* of what is embedded: "The content that this document was made from" */
	WORD_PLAN_OF, /* alternate text: "Plan of {place}" */
	WORD_ENTRANCE,
	WORD_LIFT,
	WORD_STEP_FREE, /* key of a plan: "step-free way" */
	WORD_NORTH, /* letter at its arrow: "N" */
	WORD_METRES, /* "{count} m" */
	WORD_COUNT
} Word;

typedef struct Lang {
	const char *tag; /* BCP 47 of the event: "en-CA" */
	/* one, few, many, other, two; plain words in [3]; a form that is not given is NULL */
	const char *words[WORD_COUNT][5];
	gboolean rtl;
	/* ICU date patterns */
	const char *date_full; /* "EEEE, d MMMM y" */
	const char *date_medium; /* "EEEE d MMMM y" as in running feet */
	const char *date_short; /* "d MMMM y" */
	const char *date_day; /* "EEEE" */
	const char *date_tab; /* "EEE d MMM" */
	int spine; /* titles on spines are read: 1 down, 2 up; 0 = not said: down */
	int clock; /* 12, 24; 0 = as ICU has it for the region */
} Lang;

/* tag: BCP 47. Never NULL. */
const Lang *lang_load(
	Arena *arena, const char *tag, const char *const *folders, Sources *sources, Diags *diags);

const char *lang_word(const Lang *lang, Word word);
/* `print.words:` of the event: one word in other words. */
typedef struct WordChange {
	const char *name, *text;
	Span where;
} WordChange;

/* A copy in which one word is replaced; a plural word gets the text in all its forms. NULL after a
 * diagnostic: unknown word (the nearest is named), wrong placeholders. */
const Lang *lang_with_word(Arena *arena, const Lang *lang, const WordChange *change, Diags *diags);

/* Fills placeholders: pairs of name, value, ending in NULL. Fresh text in the arena. */
const char *lang_format(Arena *arena, const Lang *lang, Word word, ...) G_GNUC_NULL_TERMINATED;
/* Same with the plural form for count; {count} is filled with its digits. */
const char *lang_plural(
	Arena *arena, const Lang *lang, Word word, int count, ...) G_GNUC_NULL_TERMINATED;

#endif
