/* glyphs: set text as data: words shaped once and free of scale, and lines that place them.
 * text/ fills these, page items point at lines, out/ expands and paints them. All constant once
 * made; shaped words live as long as the text context, lines as long as their arena.
 *
 * A shaped word is any stretch of text in one face and direction that is never broken inside:
 * an ordinary word, a run of Arabic, a fragment before a hyphen, a hyphen, a run of spaces. */
#ifndef BIFOLIO_PAGE_GLYPHS_H
#define BIFOLIO_PAGE_GLYPHS_H

#include <glib.h>

#include "base/geom.h"

/* Advances and offsets are in 1/65536 em: size-free. */
typedef struct Glyph {
	unsigned index; /* in the face */
	int advance, dx, dy; /* dy grows downwards */
} Glyph;

/* How glyphs and bytes of text belong together, in logical order of the text. With
 * `backward` set on the word, clusters run over the glyphs from the last to the first. */
typedef struct GlyphCluster {
	guint8 byte_count, glyph_count;
} GlyphCluster;

typedef struct ShapedWord {
	int face; /* in FontTable */
	int glyph_count, cluster_count, byte_count;
	const Glyph *glyphs; /* visual order, left to right */
	const GlyphCluster *clusters;
	const char *text; /* byte_count bytes, what a reader gets on copying; may be empty */
	int advance; /* sum, 1/65536 em */
	gboolean backward; /* right-to-left */
	guint32 number; /* in the WordTable, 0 = it is not there */
} ShapedWord;

/* The words of an event that come again, by number. Blocks are put there by one thread at a time
 * and never moved: who has met a word may ask for it. */
enum { WORD_BLOCK_BITS = 12, WORD_BLOCK = 1 << WORD_BLOCK_BITS, WORD_BLOCKS = 128 };
typedef struct WordTable {
	const ShapedWord **blocks[WORD_BLOCKS];
} WordTable;

static inline const ShapedWord *word_of_number(const WordTable *words, guint32 number) {
	return words->blocks[number >> WORD_BLOCK_BITS][number & (WORD_BLOCK - 1)];
}

/* A shaped word on its line; x from the line's origin. Words of a line stand in logical order
 * (order of reading and of extraction), not necessarily from left to right. */
typedef struct PlacedWord {
	const ShapedWord *word;
	Len x;
	int source; /* byte offset of the word in the paragraph's text, -1 = not in it (hyphen) */
} PlacedWord;

/* Words of one look. Width of a word in a run =
 * size * advance / 65536 * (1000000 + stretch) / 1000000 + tracking * glyph_count. */
typedef struct LineRun {
	Len size;
	Len rise; /* upwards from the line's baseline */
	Len tracking; /* added after every glyph (cluster base) */
	int stretch; /* horizontal scaling of glyphs, parts per million, 0 = none */
	gint16 colour; /* ColourRole of the theme; paint asks the document's palette */
	int word_count;
	gboolean page; /* its text is a page's number */
	const PlacedWord *words;
	const char *href, *target; /* link of this run, or NULL */
	const char *language; /* BCP 47 where it differs from the paragraph's, else NULL */
} LineRun;

typedef struct Line {
	int run_count;
	const LineRun *runs;
	Len width; /* natural extent of what is on it, without hanging parts */
	Len shift; /* x of its first ink's origin: alignment, indent, hanging (may be negative) */
	int start,
		end; /* bytes of the paragraph's text that it shows, spaces at its end included */
	unsigned hyphenated : 1; /* ends in a hyphen that the source does not have */
	unsigned rtl : 1; /* base direction */
	/* What breaking did to it, for dumps and for measuring colour: */
	int space_ratio; /* 1/1000: word space set / natural; 1000 = natural */
} Line;

/* Ink above and below the baseline of a line, from the faces' metrics (not line height, which
 * belongs to the style). */
typedef struct InkExtent {
	Len above, below;
} InkExtent;

#endif
