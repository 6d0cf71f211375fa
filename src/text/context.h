/* context: what one thread keeps while it sets text: room to work in, and the looks (a face with
 * its features and language) and words that it has met, which are the event's: wordstore.h. Nothing
 * here knows of sizes, measures or lines. */
#ifndef BIFOLIO_TEXT_CONTEXT_H
#define BIFOLIO_TEXT_CONTEXT_H

#include <hb.h>
#include <pango/pango.h>

#include "text/fontset.h"

/* A way to shape text, free of size and colour. Interned: equal looks are the same pointer, in all
 * contexts of an event. */
typedef struct Look {
	int face; /* first choice */
	int companion; /* face of Latin, Greek and Cyrillic among another script, -1 = the first one
			*/
	int companion_size; /* 1/1000 of the size */
	gboolean serif; /* which fallback list comes first */
	int weight;
	gboolean italic;
	FigureKind figures;
	gboolean small_caps;
	const char *language; /* BCP 47, "" = unknown */
	hb_language_t hb_language;
	hb_feature_t features[4];
	unsigned feature_count;
	GHashTable *fallbacks; /* under the store's lock: character → face + 1, for those the first
				  choice lacks */
} Look;

/* The two parts of a word, each set for itself. */
typedef struct WordSplit {
	int before, after; /* advances, 1/65536 em */
	int glyphs_before, glyphs_after;
} WordSplit;

/* A place inside a word where a line may end. */
typedef struct WordBreak {
	int offset; /* bytes */
	WordSplit split;
	gboolean hyphen; /* draws a hyphen that the text does not have */
	gboolean dash; /* stands behind a dash or hyphen of the text */
	gboolean little; /* which leaves little behind: "co-" */
} WordBreak;

typedef struct WordBreaks {
	int count;
	const WordBreak *places;
} WordBreaks;

typedef struct Word Word;
struct Word {
	ShapedWord shaped;
	const Look *look;
	const guint8 *unsafe; /* a flag a glyph: a break before it changes shapes */
	int missing; /* characters without a glyph */
	guint8 first, last; /* GUnicodeBreakType of the outer characters */
	guint8 hang_left, hang_right; /* percent of the outer glyph's advance */
	gint traits; /* WORD_*, atomic; 0 = not yet asked */
	gboolean spaced; /* letters stand apart: an alphabet with spaces */
	gboolean address; /* looks like one of the network's */
	WordBreaks *breaks; /* atomic; NULL = not yet looked for */
	guint hash;
	Word *next; /* in its bucket of the store */
};

struct TextContext {
	TextFonts *fonts;
	Arena *arena; /* words that stand beside others and are no use elsewhere */
	GPtrArray *looks; /* met so far */
	const Family *families[8]; /* asked for lately, by the length of their names */
	Word **slots; /* words met so far, by hash; a power of two, never full */
	guint slot_count, word_count;
	hb_buffer_t *buffer;
	GArray *scratch_attrs; /* PangoLogAttr */
	/* Of one paragraph at a time: */
	GArray *scratch_tokens; /* Token */
	GArray *scratch_points; /* Breakpoint */
	Arena *scratch, *line_scratch;
	const Word *hyphen; /* the last one asked for */
	gboolean watched;
	TextTimes times;
};

/* Who draws: families of the theme. An unknown one gives the first family of the lock; without a
 * companion the family draws Latin itself. */
typedef struct LookFamilies {
	const char *family, *companion;
	int companion_size; /* 1/1000 */
	/* Where emphasis differs: the companion's own slope and weight. */
	gboolean companion_italic;
	int companion_weight;
} LookFamilies;
const Look *look_new(TextContext *context, Look wanted, const LookFamilies *families);
/* The same look with another language or small capitals. */
const Look *look_with(
	TextContext *context, const Look *look, const char *language, gboolean small_caps);

/* What makes a word: a stretch of text in one face. 1 <= length <= WORD_BYTES_MAX. */
enum { WORD_BYTES_MAX = 120 };
typedef struct WordKey {
	const Look *look;
	int face; /* of the look, or a fallback */
	gboolean rtl;
	const char *text;
	int length;
	int before, after; /* bytes around it that change its shapes: joining scripts */
	const Word *whole; /* may be cut out of that word, from there; or NULL */
	int from;
} WordKey;

gboolean look_equal(const Look *one, const Look *other);
/* The word from the cache, or shaped now; with neighbours always shaped. */
Word *word_get(TextContext *context, const WordKey *key);
/* Part of a word, from byte `from` to byte `to`. */
Word *word_part(TextContext *context, const Word *word, int from, int to);
/* Glyph where the cluster at byte `offset` starts, in logical order, -1 when none starts there;
 * *advance gets what stands before it. */
int word_glyph_at(const ShapedWord *shaped, int offset, int *advance);
/* Do both parts keep their shapes when the word is cut before byte `offset`? */
gboolean word_is_safe(const Word *word, int offset);
/* The word's breaks, looked for once. */
const WordBreaks *word_breaks(TextContext *context, Word *word);
/* The word parted before byte `offset`. */
WordSplit word_split(TextContext *context, Word *word, int offset);

/* Classes between which, inside a word, UAX #14 has no break: letters, figures and the like. */
gboolean is_plain_class(GUnicodeBreakType type);
/* Unicode's line breaking within text (UAX #14 by Pango): attrs[i] for character i; borrowed until
 * the next call. count gets the number of characters. */
const PangoLogAttr *context_default_break(
	TextContext *context, const char *text, int length, int *count);

/* The Han family that a language asks for: "JP", "SC", "TC", "HK", "KR"; NULL when it asks for
 * none. */
const char *han_wanted(const char *language);
/* Face for a character that look's own face lacks: by script and language, DESIGN.md 3; -1 when
 * no face has it. */
int fallback_face(TextContext *context, const Look *look, gunichar character);
/* Size of a face of this family beside Latin, as a factor. */
double fallback_scale(const TextFonts *fonts, const Look *look, int face);

/* Controls, joiners, white space, variation selectors: drawn as nothing by right. */
gboolean is_invisible(gunichar character);

/* Seconds of processor of this thread; clock_of: 0 where nobody asks. */
double text_cpu_seconds(void);
double clock_of(const TextContext *context);

#endif
