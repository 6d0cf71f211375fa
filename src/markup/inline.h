/* inline: a paragraph's text as one UTF-8 string with attribute ranges over it: what
 * CommonMark's inline tree says, flattened. Doc composes the same thing by hand for
 * titles, times and names. Data only, lives in an arena, constant once made. */
#ifndef BIFOLIO_MARKUP_INLINE_H
#define BIFOLIO_MARKUP_INLINE_H

#include "base/arena.h"
#include "base/span.h"

enum {
	INLINE_EMPHASIS = 1 << 0,
	INLINE_STRONG = 1 << 1,
	INLINE_CODE = 1 << 2,
	INLINE_SUPERSCRIPT = 1 << 3,
	INLINE_SUBSCRIPT = 1 << 4,
	INLINE_NAME = 1 << 5, /* a name: not hyphenated, initials kept, isolated (FSI..PDI) */
	INLINE_NO_BREAK = 1 << 6, /* no line break inside */
	INLINE_URL = 1 << 7, /* text that is an address: broken as DESIGN.md 7 says, no hyphen */
	INLINE_SLOT = 1 << 8, /* digits of a page number, filled once pages are known */
	INLINE_ISOLATE = 1 << 9 /* its direction is its own (FSI..PDI): handles, affiliations */
};

/* Bytes start..end of the text. Spans may nest or touch; they are sorted by start, outer
 * before inner. */
typedef struct InlineSpan {
	int start, end;
	unsigned flags;
	int role; /* a StyleRole for these bytes, -1 = the paragraph's own */
	const char *href; /* external address, or NULL */
	const char *target; /* name of an anchor in the document, or NULL; for INLINE_SLOT the
			       anchor whose page is printed */
	const char *language; /* BCP 47, or NULL = the paragraph's own */
} InlineSpan;

typedef struct Inline {
	const char *text; /* UTF-8, no line feeds; U+2028 = forced break within the paragraph */
	int length; /* bytes */
	int span_count;
	const InlineSpan *spans;
	const char *language; /* BCP 47 or NULL = the document's */
	Span source; /* for diagnostics */
} Inline;

/* Builds an Inline piece by piece in an arena. */
typedef struct InlineBuilder InlineBuilder;

InlineBuilder *inline_builder_new(Arena *arena);
/* Frees the builder and gives its text; the result lives in the arena. */
const Inline *inline_builder_end(InlineBuilder *builder, const char *language, Span source);

/* Plain text in the current state. */
void inline_add(InlineBuilder *builder, const char *text);
/* Text with attributes of its own; role -1, href, target, language may be NULL. */
void inline_add_span(InlineBuilder *builder, const char *text, InlineSpan attributes);
/* Appends another Inline with its spans shifted; its spans without role take `role`, and with
 * role >= 0 a span of that role is laid under the whole. */
void inline_add_inline(InlineBuilder *builder, const Inline *other, int role);
/* "00" printed later as the page of `target` and linked to it. role as above. */
void inline_add_page_slot(InlineBuilder *builder, const char *target, int role);
/* Opens a span that ends with the matching inline_pop; may nest. */
void inline_push(InlineBuilder *builder, InlineSpan attributes);
void inline_pop(InlineBuilder *builder);
int inline_builder_length(const InlineBuilder *builder);

/* Whole text with one role; the commonest case. */
const Inline *inline_new(Arena *arena, const char *text, const char *language, Span source);

#endif
