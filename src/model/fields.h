/* fields: the content language as data. One table per mapping says of each key what it is called,
 * what may stand there, whether it must, what holds without it, which member of the record takes
 * it, and how to explain it. Nothing else knows a key: reading, diagnostics, schema and manual come
 * from here. It must not know what the records are turned into. */
#ifndef BIFOLIO_MODEL_FIELDS_H
#define BIFOLIO_MODEL_FIELDS_H

#include "model/event.h"

typedef enum FieldType {
	FIELD_LINE, /* Text: one line, inline CommonMark; or a map by language */
	FIELD_MARKUP, /* Text: CommonMark blocks; or a map by language */
	FIELD_LINES, /* TextList: one line or a list of them */
	FIELD_ID, /* Text: letters, digits, - _ . */
	FIELD_LANGUAGE, /* Text: BCP 47 */
	FIELD_ZONE, /* Text: IANA name */
	FIELD_PATH, /* Text: a file inside the event's folder */
	FIELD_FLAG, /* IntValue: true or false */
	FIELD_INTEGER, /* IntValue: least..most */
	FIELD_NUMBER, /* NumberValue: least..most */
	FIELD_CHOICE, /* IntValue: index in choices */
	FIELD_CHOICES, /* TextList: each one of choices */
	FIELD_CLOCK, /* IntValue: a time of day, minutes */
	FIELD_TIMES, /* TimeValue: start, or start and end */
	FIELD_DURATION, /* IntValue: minutes */
	FIELD_DATE, /* DateValue */
	FIELD_DATES, /* DateList: a date, a range, or a list of both */
	FIELD_PAPER, /* PaperValue */
	FIELD_RECORD, /* a record of `table`, embedded, or its shorthand */
	FIELD_LATER, /* NodeValue: a mapping of `table` that is read later */
	FIELD_RECORDS, /* NodeValue: a list of records of `table` (or of their shorthands), or one
			*/
	FIELD_RECORD_MAP, /* NodeValue: names of the content's own, each with a record of `table` */
	FIELD_LINE_MAP, /* NodeValue: names, each with one line */
	FIELD_PEOPLE, /* NodeValue: one or a list of ids or of mappings of `table` */
	FIELD_TYPE_COUNT
} FieldType;

/* What the members of a record are. `given` is also set for a value that was wrong and reported. */
typedef struct TextList {
	int count;
	const Text *texts;
} TextList;

typedef struct IntValue {
	int value;
	gboolean given;
	Span span;
} IntValue;

typedef struct NumberValue {
	double value;
	gboolean given;
	Span span;
} NumberValue;

typedef struct TimeValue {
	Text text; /* as written; NULL where it was no time */
	gboolean given;
	Span span;
} TimeValue;

typedef struct DateValue {
	Date date; /* year 0 = none, or wrong */
	gboolean given;
	Span span;
} DateValue;

typedef struct DateList {
	int count;
	const DateValue *dates;
	gboolean given;
} DateList;

typedef struct PaperValue {
	PaperSize size; /* width 0 = none, or wrong */
	gboolean given;
	Span span;
} PaperValue;

typedef struct NodeValue {
	const Node *node; /* NULL = not given, or wrong */
	Span key;
} NodeValue;

typedef struct FieldTable FieldTable;

typedef struct Field {
	const char *key;
	FieldType type;
	size_t offset; /* of the member in the record */
	const char *example; /* a line that would be right */
	const char *help;
	gboolean required;
	const char *fallback; /* read as though it stood there, or NULL */
	const char *others; /* other spellings of the key, between blanks */
	const char *mistaken; /* what people write instead: for hints only */
	const FieldTable *table;
	const char *const *choices; /* NULL-terminated */
	double least, most;
} Field;

struct FieldTable {
	const char *name; /* heading of its table in the manual */
	const char *what; /* in messages: "the event", "a person" */
	size_t size; /* of its record */
	int count;
	const Field *fields;
	const FieldTable *base; /* whose fields belong to it too (same record) */
	const char *shorthand; /* key of the field that a lone text stands for */
	const char *otherwise; /* what a lone text means where that is no shorthand */
};

extern const FieldTable table_file, table_event, table_place, table_join, table_welcome,
	table_elsewhere, table_affiliation, table_room, table_track, table_person, table_contact,
	table_inline_person, table_role, table_day, table_item, table_print, table_booklet,
	table_imposed, table_press, table_posters, table_poster, table_part, table_insert,
	table_notice, table_repeat, table_floor, table_letter, table_signature, table_committee,
	table_member, table_member_by_id, table_tier, table_sponsor;

extern const char *const item_kind_names[]; /* by ItemKind */
extern const char *const part_names[]; /* by PartKind, inserts left out */
extern const char *const insert_frame_names[]; /* by InsertFrame - 1 */

/* All tables in the manual's order, NULL-terminated. */
const FieldTable *const *field_tables(void);
/* How the manual names a type: "a line of text". */
const char *field_type_name(FieldType type);
/* The field that a key names in the table or its base, or NULL. */
const Field *field_find(const FieldTable *table, const char *key);
/* Is `word` one of the words between blanks in `list` (may be NULL)? */
gboolean field_word_in(const char *list, const char *word);
/* The field of a member, never NULL. */
const Field *field_at(const FieldTable *table, size_t offset);

/* What reading needs. Nodes are borrowed for as long as it takes: what is read of them is copied,
 * but for NodeValue. */
typedef struct FieldReader {
	Arena *arena;
	Diags *diags;
	const char *folder; /* the event's, for paths */
	const char *language; /* the event's, for maps by language */
} FieldReader;

/* Reads a mapping, or the table's shorthand, into a zeroed record. where: what a missing key is
 * reported at. FALSE when the node is neither (reported) or a hole. */
gboolean fields_read(
	FieldReader *reader, const FieldTable *table, const Node *node, Span where, void *record);
/* What holds where nothing is given; fields_read begins with it. */
void fields_default(FieldReader *reader, const FieldTable *table, void *record);
/* Value of the member's key in a mapping, or NULL; nothing is reported. */
const Node *fields_peek(const FieldTable *table, const Node *node, size_t offset);
/* Has the mapping a key that `table` knows and `other` does not? */
gboolean fields_claim(const FieldTable *table, const FieldTable *other, const Node *node);

/* Reads one value of a field into the member of the record (field_value.c). */
void field_read_value(
	FieldReader *reader, const Field *field, const Node *node, Span key, void *record);
/* Marks the member as given, for the types that tell. */
void field_mark_given(const Field *field, const Node *node, Span key, void *record);
/* Reports "`KEY` is a list, but … is expected". */
void field_wrong_type(
	FieldReader *reader, const Field *field, const Node *node, const char *expected);
/* Node is null, or text of blanks alone. */
gboolean node_is_empty(const Node *node);
/* All of a scalar, copied into the arena. */
Text text_from_node(Arena *arena, const Node *scalar);
/* One text, chosen by language where the node is a map by language. FALSE when it is none. */
gboolean field_read_text(FieldReader *reader, const Field *field, const Node *node, Text *text);
void field_read_texts(FieldReader *reader, const Field *field, const Node *node, TextList *list);
/* An id, a language, a zone or a path, checked. */
void field_read_single(FieldReader *reader, const Field *field, const Node *node, Text *text);
/* The text as an id: "Özsu, T." gives "ozsu-t"; "" when nothing is left. Caller frees. */
char *field_slug(const char *text);
/* Letters, digits, - _ . not at the beginning; at most 64 characters. Reports what is wrong. */
gboolean field_check_id(FieldReader *reader, const Node *node);
/* "a", "b" and 3 more: known words for hints; in the arena. */
const char *field_list_words(Arena *arena, const char *const *words);
/* Hint for a word that is none of `words`: "did you mean …?", else the list of them. */
const char *field_hint_nearest(Arena *arena, const char *word, const char *const *words);

#endif
