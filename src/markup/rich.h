/* rich: one paragraph while it is being made: flat text and the spans over it, which keep their
 * places when the text is edited. A line feed in it is a soft break until rich_tidy. */
#ifndef BIFOLIO_MARKUP_RICH_H
#define BIFOLIO_MARKUP_RICH_H

#include "markup/inline.h"

#define LINE_SEPARATOR "\xE2\x80\xA8" /* U+2028, a forced break */
#define NO_BREAK_SPACE "\xC2\xA0"

typedef struct RichText {
	GString *text;
	GArray *spans; /* of InlineSpan, in order of opening */
} RichText;

/* What must not be touched by the repair of punctuation, a byte of the text each. */
enum { GUARD_CODE = 1, GUARD_URL = 2, GUARD_EDGE = 4 /* a span begins or ends here */ };

void rich_init(RichText *rich);
void rich_finish(RichText *rich);
void rich_clear(RichText *rich);

/* Copies text; blanks and line feeds of it collapse to one space where `collapse`. */
void rich_add(RichText *rich, const char *text, int length, gboolean collapse);

/* Fresh array of guards, one byte more than the text has. */
unsigned char *rich_guards(const RichText *rich);

/* Editing: one pass from left to right over the old text, each byte of which is kept or replaced.
 * Between begin and end the old text stays readable in `old`. Where all is kept nothing is copied.
 */
typedef struct RichEdit {
	RichText *rich;
	GString *old;
	int at; /* next byte of the old text */
	int copied; /* bytes of the old text that `made` answers for */
	GString *made; /* NULL: nothing has been replaced */
	GArray *changes; /* RichChange, in order; NULL like `made` */
} RichEdit;

void rich_edit_begin(RichEdit *edit, RichText *rich);
static inline void rich_edit_keep(RichEdit *edit, int length) {
	edit->at += length;
}
/* Keeps all before the next byte that is one of `stops`, or the end. */
void rich_edit_keep_until(RichEdit *edit, const char *stops);
void rich_edit_replace(RichEdit *edit, int length, const char *text);
/* Keeps the rest, moves all spans. */
void rich_edit_end(RichEdit *edit);

/* Soft breaks to spaces (none between Chinese or Japanese characters), no blanks at the ends and
 * at forced breaks. */
void rich_tidy(RichText *rich);

/* Sorts spans, drops empty ones, copies into the arena. */
const Inline *rich_to_inline(RichText *rich, Arena *arena, const char *language, Span source);

#endif
