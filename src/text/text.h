/* text: hides Pango. From a paragraph's Inline and styles it gives lines of glyphs by
 * optimum-fit breaking (Knuth & Plass, Software: Practice & Experience 11, 1981) over clusters
 * shaped once. Ordinary left-to-right words of one face go through a cache of shaped words;
 * all else through Pango's itemizing and shaping of the whole paragraph. Unhinted and free of
 * scale: setting the same paragraph again at another size or measure shapes nothing anew.
 *
 * A TextFonts holds an event's fonts and the words shaped with them, for all its documents; threads
 * share it. A TextContext belongs to one thread. What par_set gives is constant; its lines live in
 * the arena handed in, the shaped words they point at as long as TextFonts and TextContext. */
#ifndef BIFOLIO_TEXT_TEXT_H
#define BIFOLIO_TEXT_TEXT_H

#include "base/arena.h"
#include "base/diag.h"
#include "markup/inline.h"
#include "page/fonts.h"
#include "page/glyphs.h"
#include "theme/style.h"

/* The fonts and hyphenation dictionaries of fonts.lock, found in `folder` and in
 * event_folder (its fonts/; may be NULL), checked to be there; nothing else of the system is used.
 */
typedef struct TextFonts TextFonts;

TextFonts *text_fonts_new(const char *folder, const char *event_folder, GError **error);
void text_fonts_free(TextFonts *fonts);
const FontTable *text_fonts_table(const TextFonts *fonts);
gboolean text_fonts_has_family(const TextFonts *fonts, const char *family);
/* NULL-terminated, sorted. */
const char *const *text_fonts_families(const TextFonts *fonts);

typedef struct TextContext TextContext;

TextContext *text_context_new(const TextFonts *fonts, GError **error);
void text_context_free(TextContext *context);
/* Lets go of the room that setting takes. What was set stays, and more may be set. */
void text_context_rest(TextContext *context);

/* How a paragraph is to be set. */
typedef struct ParSpec {
	const Inline *source;
	const StyleSheet *sheet;
	StyleRole role;
	Len measure;
	Len first_indent; /* of the first line, from the start edge */
	Len first_end; /* by which the first line is shorter at its end; start-aligned texts */
	Len hang_indent; /* of all further lines: turn-overs */
	const char *language; /* where source says none: the document's */
	gboolean rtl; /* base direction, from the document, never guessed */
	gboolean opposite; /* keeps to the edge where a text of the other direction starts */
	gboolean one_line; /* never broken; may be wider than the measure: check width */
	int looseness; /* wanted lines more (+) or fewer (-) than optimal, TeX's \looseness */
} ParSpec;

typedef struct Par {
	int line_count;
	const Line *lines;
	Len leading; /* distance of baselines, from the style */
	Len size; /* of its style */
	Len width; /* widest line, natural */
	gboolean overfull; /* some line is wider than the measure though all was tried */
	int missing_count; /* characters without a glyph (drawn as nothing) */
	/* penalty of a page break after line i (i < line_count-1), 0..10000: hyphenated line ends
	 * cost more; widows and orphans are for layout. */
	const int *penalties;
	const Inline *source;
	StyleRole role;
} Par;

/* Never NULL. An empty text gives no lines. */
const Par *par_set(TextContext *context, Arena *arena, const ParSpec *spec);

/* Natural width of a text on one line. */
Len text_width(TextContext *context, const StyleSheet *sheet, StyleRole role, const Inline *source,
	const char *language);

/* Height metrics of a role's own face at its size: x-height, cap height, ascent, descent in Len. */
typedef struct RoleMetrics {
	Len x_height, cap_height, ascent, descent;
} RoleMetrics;
RoleMetrics text_role_metrics(const TextContext *context, const StyleSheet *sheet, StyleRole role);

/* Does the family a role uses, or a fallback for it, have a glyph for this character in this
 * language? Control characters and joiners count as having one. */
gboolean text_has_glyph(
	TextContext *context, const char *family, const char *language, gunichar character);

/* A mark behind which a title comes apart of itself: a colon, a dash, a question mark of any script
 * with spaces; no comma. */
gboolean text_parts_behind(gunichar mark);

/* Is there a hyphenation dictionary for this language? */
gboolean text_can_hyphenate(const TextFonts *fonts, const char *language);

/* For --timings: seconds of processor spent so far in this context, once text_context_watch has
 * asked for them: looking at the clock takes as long as a short word. Counts go on always. */
typedef struct TextTimes {
	double shape, hyphenate, break_lines;
	long words, cache_hits, general_paragraphs;
} TextTimes;
TextTimes text_times(const TextContext *context);
void text_context_watch(TextContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(TextFonts, text_fonts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TextContext, text_context_free)

#endif
