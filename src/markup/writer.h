/* writer: where CommonMark's tree and HTML's tags meet. Both tell it what opens, closes and is
 * said; it keeps the stacks, repairs what does not fit, and makes the MarkBlocks. What CommonMark
 * opens only CommonMark closes; what HTML left open is closed with what holds it. */
#ifndef BIFOLIO_MARKUP_WRITER_H
#define BIFOLIO_MARKUP_WRITER_H

#include "markup/entity.h"
#include "markup/html.h"
#include "markup/markup.h"
#include "markup/rich.h"

enum { MARK_DEPTH_MAX = 32 };

/* Of one kind of dropped things: names, and where the first stood. */
typedef struct Dropped {
	GPtrArray *names; /* held in `interned` */
	int offset;
} Dropped;

typedef struct MarkWriter {
	Arena *arena;
	const MarkOptions *options;
	Diags *diags; /* may be NULL */
	gboolean inline_only; /* one paragraph, nothing else */
	Entities entities;
	GArray *blocks; /* of OpenBlock; the first is the document */
	int real_depth;
	GArray *attributes; /* of OpenAttribute */
	int real_attributes;
	int open_links;
	RichText leaf;
	gboolean leaf_open;
	MarkKind leaf_kind;
	int leaf_level, leaf_offset;
	char skip[16]; /* tag whose content is dropped, or "" */
	Dropped html, pictures, links;
	GStringChunk *interned;
} MarkWriter;

void writer_init(MarkWriter *writer, Arena *arena, const MarkOptions *options, Diags *diags);
/* Reports what was dropped and frees all but what lives in the arena. */
void writer_finish(MarkWriter *writer);
/* Ends everything; the document's blocks. */
const MarkDocument *writer_document(MarkWriter *writer);

/* Containers: MARK_LIST, MARK_ITEM, MARK_QUOTE. The list's own properties are set in `list`, which
 * may be NULL. */
void writer_open(MarkWriter *writer, MarkKind kind, const MarkBlock *list, int offset);
void writer_close(MarkWriter *writer);
void writer_open_html(MarkWriter *writer, MarkKind kind, const MarkBlock *list, int offset);
/* Closes the nearest of the kind that HTML opened, and all in it; nothing where there is none. */
void writer_close_html(MarkWriter *writer, MarkKind kind);
/* Inside a list that HTML opened: a new item, whatever is still open in the last. */
void writer_item_html(MarkWriter *writer, int offset);

/* Text goes into the open leaf; where none is open, into a fresh paragraph. Blanks alone never
 * open one. */
void writer_begin_leaf(MarkWriter *writer, MarkKind kind, int level, int offset);
void writer_end_leaf(MarkWriter *writer);
void writer_text(MarkWriter *writer, const char *text, int length, gboolean collapse, int offset);
void writer_hard_break(MarkWriter *writer);
void writer_rule(MarkWriter *writer, int offset);
/* Whole MARK_CODE; its lines end in line feeds. */
void writer_code_block(MarkWriter *writer, const char *text, int offset);

/* Attributes over text, with flags and href of `span`. tag: HTML's, or NULL for CommonMark's. */
void writer_push(MarkWriter *writer, const InlineSpan *span, const HtmlTag *tag);
void writer_pop(MarkWriter *writer);
void writer_pop_html(MarkWriter *writer, const HtmlTag *tag);
/* Drops what HTML opened and nobody closed. */
void writer_pop_all_html(MarkWriter *writer);
/* Opens a link if it may be active; `offset` places the warning if not. */
void writer_push_link(MarkWriter *writer, const char *address, const HtmlTag *tag, int offset);

/* writer_span.c: attributes at the beginning and end of a leaf. */
void writer_attributes_init(MarkWriter *writer);
void writer_attributes_open(MarkWriter *writer);
void writer_attributes_close(MarkWriter *writer);
/* The leaf's text, finished, as an Inline. */
const Inline *writer_inline(MarkWriter *writer, Span source);

void writer_drop(MarkWriter *writer, Dropped *dropped, const char *name, int offset);
Span writer_place(const MarkWriter *writer, int offset);

/* html_write.c: one stretch of HTML. Places count from `offset`. */
void writer_html(MarkWriter *writer, const char *html, int length, int offset);
/* Same, where all of it has one place. */
void writer_html_at(MarkWriter *writer, const char *html, int length, int offset);

#endif
