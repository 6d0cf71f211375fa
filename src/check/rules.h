/* rules: what the families of rules share: how an item, a time, a place in a text is spoken of in
 * a message, and how the same lack in many places is told once. Inside the room only. */
#ifndef BIFOLIO_CHECK_RULES_H
#define BIFOLIO_CHECK_RULES_H

#include "base/diag.h"
#include "model/event.h"

void check_time(const Event *event, Diags *diags);
void check_people(const Event *event, Diags *diags);
void check_names(const Event *event, Diags *diags);
void check_handles(const Event *event, Diags *diags);
void check_facts(const Event *event, Diags *diags);
void check_left_out(const Event *event, Diags *diags);
void check_text(const Event *event, Diags *diags);
void check_references(const Event *event, Diags *diags);
void check_links(const Event *event, Diags *diags);
void check_plans(const Event *event, Diags *diags);
void check_assets(const Event *event, Diags *diags);

/* "Opening words", cut at a word where it is long, or "the talk at 9:10–9:40" where there is no
 * title. Caller frees. */
char *rules_item_name(const Item *item);
/* "13:10"; minutes may pass 24:00. Caller frees. */
char *rules_clock(int minutes);
/* "13:10–13:40", or the start alone where there is no end. Caller frees. */
char *rules_hours(int start, int end);
/* Where `length` bytes from byte `offset` of a text stand. */
Span rules_place(const Text *text, int offset, int length);
/* Where an item says its time, or the item itself where it says none. */
Span rules_time_place(const Item *item);
/* Does the text say anything? */
gboolean rules_given(const Text *text);
/* "Aula, North House": its rooms, each with its building where it has one. NULL without a room.
 * Caller frees. */
char *rules_where(const Item *item);

/* The same lack in many places. Where it is the rule rather than the exception, one diagnostic
 * tells of all. */
typedef struct Tally Tally;

/* code: a literal; what: "speakers have no bio", for the summary. */
Tally *tally_new(DiagLevel level, const char *code, const char *what);
void tally_free(Tally *tally);
/* One more of those that might have lacked it. */
void tally_count(Tally *tally);
/* One that does. hint may be NULL. Takes message and hint. */
void tally_add(Tally *tally, Span span, char *message, char *hint);
void tally_report(const Tally *tally, Diags *diags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Tally, tally_free)

#endif
