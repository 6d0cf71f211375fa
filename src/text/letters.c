/* letters: what is said by the glyphs of a right-to-left word, so that it can be read out again. A
 * PDF says which letters a glyph stands for, but readers that go by places take the letters of one
 * glyph from left to right, and lose what stands exactly where something else does. So every letter
 * of a ligature (lam and alef) gets a glyph: the further ones blank ones, of no width, a hair to
 * the left; and a letter without a width of its own stands a hair to the left as well. Nothing of
 * it is seen. */
#include "text/shape.h"

#define HAIR 200 /* 1/65536 em, three thousandths */

static gboolean is_letter(gunichar c) {
	return !g_unichar_ismark(c) && !is_invisible(c);
}

/* Letters after the first that the cluster's only glyph stands for. */
static int further_letters(const GlyphCluster *cluster, const char *text) {
	if (cluster->glyph_count != 1) {
		return 0;
	}
	int letters = 0;
	for (const char *at = text; at < text + cluster->byte_count; at = g_utf8_next_char(at)) {
		letters += is_letter(g_utf8_get_char(at));
	}
	return MAX(letters - 1, 0);
}

static gboolean is_blank(hb_font_t *font, hb_codepoint_t glyph) {
	hb_glyph_extents_t ink;
	return glyph != 0 && hb_font_get_glyph_h_advance(font, glyph) == 0 &&
		hb_font_get_glyph_extents(font, glyph, &ink) && ink.width == 0 && ink.height == 0;
}

/* A glyph of the face without ink or width; 0: there is none. Which one goes by the letter, so that
 * it seldom stands for several. Many faces draw their joiners and marks of direction. */
static unsigned blank_glyph(hb_font_t *font, gunichar letter) {
	static const gunichar blanks[] = {0x200B, 0x034F, 0xFEFF, 0x0000};
	for (unsigned i = 0; i < G_N_ELEMENTS(blanks); i++) {
		hb_codepoint_t glyph = 0;
		gunichar blank = blanks[(letter + i) % G_N_ELEMENTS(blanks)];
		if (hb_font_get_nominal_glyph(font, blank, &glyph) && is_blank(font, glyph)) {
			return glyph;
		}
	}
	return 0;
}

/* The word being rebuilt: glyphs from the right end of a row long enough. */
typedef struct Rebuilt {
	Glyph *glyphs;
	guint8 *unsafe;
	GlyphCluster *clusters;
	int left, made; /* glyphs not yet filled, clusters made */
} Rebuilt;

static void rebuilt_add_blank(Rebuilt *rebuilt, unsigned glyph, int number, int bytes) {
	rebuilt->left--;
	rebuilt->glyphs[rebuilt->left] = (Glyph){.index = glyph, .dx = -HAIR * number};
	rebuilt->unsafe[rebuilt->left] = TRUE;
	rebuilt->clusters[rebuilt->made++] =
		(GlyphCluster){.byte_count = (guint8)bytes, .glyph_count = 1};
}

/* A cluster of one glyph letter by letter: the glyph for the first with its marks. */
static void rebuilt_part(
	Rebuilt *rebuilt, hb_font_t *font, const GlyphCluster *cluster, const char *text) {
	const char *end = text + cluster->byte_count, *start = text;
	int number = 0;
	for (const char *at = text; at < end;) {
		const char *next = g_utf8_next_char(at);
		while (next < end && !is_letter(g_utf8_get_char(next))) {
			next = g_utf8_next_char(next);
		}
		if (number == 0) {
			GlyphCluster first = {(guint8)(next - start), 1};
			rebuilt->clusters[rebuilt->made++] = first;
		} else {
			unsigned blank = blank_glyph(font, g_utf8_get_char(at));
			rebuilt_add_blank(rebuilt, blank, number, (int)(next - at));
		}
		number++;
		at = next;
	}
}

static void part_ligatures(const TextFonts *fonts, Arena *arena, Word *word, int further) {
	ShapedWord *shaped = &word->shaped;
	hb_font_t *font = fontset_engine(fonts, shaped->face)->font;
	int total = shaped->glyph_count + further;
	Rebuilt rebuilt = {.glyphs = arena_array_of(arena, Glyph, total),
		.unsafe = arena_alloc(arena, (gsize)total),
		.clusters = arena_array_of(arena, GlyphCluster, shaped->cluster_count + further),
		.left = total};
	int first = shaped->glyph_count;
	const char *text = shaped->text;
	for (int k = 0; k < shaped->cluster_count; k++) {
		const GlyphCluster *cluster = &shaped->clusters[k];
		for (int g = 0; g < cluster->glyph_count; g++) {
			first--;
			rebuilt.left--;
			rebuilt.glyphs[rebuilt.left] = shaped->glyphs[first];
			rebuilt.unsafe[rebuilt.left] = word->unsafe[first];
		}
		if (further_letters(cluster, text) > 0) {
			rebuilt_part(&rebuilt, font, cluster, text);
		} else {
			rebuilt.clusters[rebuilt.made++] = *cluster;
		}
		text += cluster->byte_count;
	}
	shaped->glyphs = rebuilt.glyphs;
	shaped->glyph_count = total;
	shaped->clusters = rebuilt.clusters;
	shaped->cluster_count = rebuilt.made;
	word->unsafe = rebuilt.unsafe;
}

/* glyphs: of the word, which are not yet constant. */
static void move_narrow_letters(const Word *word, Glyph *glyphs) {
	const ShapedWord *shaped = &word->shaped;
	int first = shaped->glyph_count;
	const char *text = shaped->text;
	for (int k = 0; k < shaped->cluster_count; k++) {
		const GlyphCluster *cluster = &shaped->clusters[k];
		first -= cluster->glyph_count;
		gboolean narrow = cluster->glyph_count == 1 && glyphs[first].advance == 0;
		if (narrow && is_letter(g_utf8_get_char(text))) {
			glyphs[first].dx -= HAIR;
		}
		text += cluster->byte_count;
	}
}

void word_say_letters(const TextFonts *fonts, Arena *arena, Word *word, Glyph *glyphs) {
	const ShapedWord *shaped = &word->shaped;
	hb_font_t *font = fontset_engine(fonts, shaped->face)->font;
	if (!shaped->backward || shaped->glyph_count == 0) {
		return;
	}
	move_narrow_letters(word, glyphs);
	int further = 0;
	const char *text = shaped->text;
	for (int k = 0; k < shaped->cluster_count; k++) {
		further += further_letters(&shaped->clusters[k], text);
		text += shaped->clusters[k].byte_count;
	}
	if (further > 0 && blank_glyph(font, 0) != 0) {
		part_ligatures(fonts, arena, word, further);
	}
}
