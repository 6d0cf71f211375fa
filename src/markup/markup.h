/* markup: CommonMark (through cmark) to blocks of Inline. HTML inside is read as far as it
 * says something (p, br, em, i, strong, b, a, ul, ol, li, sub, sup, code, blockquote) and never
 * printed raw; what is dropped is reported once per text. Hostile input gives no crash and no
 * unbounded work: nesting past 32 levels is flattened. */
#ifndef BIFOLIO_MARKUP_MARKUP_H
#define BIFOLIO_MARKUP_MARKUP_H

#include "base/arena.h"
#include "base/diag.h"
#include "markup/inline.h"

typedef enum MarkKind {
	MARK_PARAGRAPH, /* inlines */
	MARK_HEADING, /* inlines; level 1..6 */
	MARK_LIST, /* children are MARK_ITEM */
	MARK_ITEM, /* children */
	MARK_QUOTE, /* children */
	MARK_CODE, /* inlines: lines joined by U+2028, whole under INLINE_CODE */
	MARK_RULE
} MarkKind;

typedef struct MarkBlock MarkBlock;
struct MarkBlock {
	MarkKind kind;
	int level; /* heading: 1..6 */
	gboolean ordered, tight; /* list */
	int start; /* ordered list: first number */
	const Inline *inlines;
	int child_count;
	const MarkBlock *const *children;
	Span source;
};

typedef struct MarkDocument {
	int block_count;
	const MarkBlock *const *blocks;
} MarkDocument;

/* Where byte `offset` of the text stands; supplied by whoever owns the text. */
typedef Span (*MarkLocate)(const void *owner, int offset);

typedef struct MarkOptions {
	const char *language; /* BCP 47 of the text, or NULL */
	gboolean smart; /* straight quotes, -- and ... made right for the language */
	MarkLocate locate; /* may be NULL: then `source` serves for all */
	const void *owner;
	Span source;
} MarkOptions;

/* Never NULL; lives in the arena. diags may be NULL. Repairs that DESIGN.md 6 lists (double
 * spaces, hyphen between digits of a range) are made here when options->smart. Addresses that
 * stand bare in the text (http, https, mailto-like) become links; only http, https, mailto, tel
 * stay active, others lose their link with a warning. */
const MarkDocument *markup_from_commonmark(
	Arena *arena, const char *text, const MarkOptions *options, Diags *diags);

/* Inline CommonMark only (a title, a reference): one paragraph; block syntax is plain text. */
const Inline *markup_inline_from_commonmark(
	Arena *arena, const char *text, const MarkOptions *options, Diags *diags);

/* The text alone, without any markup; caller frees. For metadata, running heads, QR captions. */
char *markup_to_plain(const MarkDocument *document);

#endif
