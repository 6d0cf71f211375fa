/* shape: HarfBuzz at 65536 units to the em, unhinted, so that the result serves every size.
 * Characters without a glyph are drawn as nothing and counted; what Unicode says is invisible
 * leaves no glyph. */
#include "text/shape.h"

#include <string.h>

#include "text/hang.h"
#include "text/items.h"

static void buffer_fill(hb_buffer_t *buffer, const WordKey *key) {
	hb_buffer_clear_contents(buffer);
	hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
	hb_buffer_add_utf8(buffer, key->text - key->before, key->before + key->length + key->after,
		(unsigned)key->before, key->length);
	hb_buffer_set_direction(buffer, key->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_language(buffer, key->look->hb_language);
	hb_buffer_guess_segment_properties(buffer);
	if (hb_buffer_get_script(buffer) == HB_SCRIPT_INVALID) {
		/* Figures and signs alone: as in Latin text, so that its features apply. */
		hb_buffer_set_script(buffer, key->rtl ? HB_SCRIPT_ARABIC : HB_SCRIPT_LATIN);
	}
}

/* Clusters in logical order: for right-to-left text HarfBuzz gives glyphs from left to right,
 * hence clusters from the last to the first. */
typedef struct ClusterWalk {
	const hb_glyph_info_t *infos;
	int count, at, step;
} ClusterWalk;

static ClusterWalk cluster_walk(const hb_glyph_info_t *infos, int count, gboolean rtl) {
	return (ClusterWalk){
		.infos = infos, .count = count, .at = rtl ? count - 1 : 0, .step = rtl ? -1 : 1};
}

/* Glyphs of the next cluster, 0 at the end; *start gets its first byte. */
static int cluster_next(ClusterWalk *walk, unsigned *start) {
	int glyphs = 0;
	while (walk->at >= 0 && walk->at < walk->count) {
		unsigned cluster = walk->infos[walk->at].cluster;
		if (glyphs > 0 && cluster != *start) {
			break;
		}
		*start = cluster;
		glyphs++;
		walk->at += walk->step;
	}
	return glyphs;
}

static Glyph *word_take_glyphs(Word *word, Arena *arena, hb_buffer_t *buffer) {
	unsigned count;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
	const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
	Glyph *glyphs = arena_array_of(arena, Glyph, count + 1);
	guint8 *unsafe = arena_alloc(arena, count + 1);
	ShapedWord *shaped = &word->shaped;
	for (unsigned i = 0; i < count; i++) {
		if (infos[i].codepoint == 0) {
			continue; /* drawn as nothing */
		}
		unsafe[shaped->glyph_count] = (hb_glyph_info_get_glyph_flags(&infos[i]) &
						      HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
		glyphs[shaped->glyph_count++] = (Glyph){.index = infos[i].codepoint,
			.advance = positions[i].x_advance,
			.dx = positions[i].x_offset,
			.dy = -positions[i].y_offset};
		shaped->advance += positions[i].x_advance;
	}
	shaped->glyphs = glyphs;
	word->unsafe = unsafe;
	return glyphs;
}

static void word_take_clusters(
	Word *word, Arena *arena, hb_buffer_t *buffer, unsigned base, int length) {
	unsigned count;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
	GlyphCluster *clusters = arena_array_of(arena, GlyphCluster, count + 1);
	ClusterWalk walk = cluster_walk(infos, (int)count, word->shaped.backward);
	unsigned begun = base, start = base;
	int made = 0;
	for (int glyphs = cluster_next(&walk, &start); glyphs > 0;
		glyphs = cluster_next(&walk, &start)) {
		if (made > 0) {
			clusters[made - 1].byte_count = (guint8)(start - begun);
			begun = start;
		}
		int drawn = 0;
		for (int i = 1; i <= glyphs; i++) {
			gboolean known = infos[walk.at - i * walk.step].codepoint != 0;
			drawn += known;
			word->missing += !known;
		}
		clusters[made++].glyph_count = (guint8)drawn;
	}
	if (made == 0) {
		made = 1; /* nothing to draw, the bytes are still covered */
	}
	clusters[made - 1].byte_count = (guint8)(base + (unsigned)length - begun);
	word->shaped.clusters = clusters;
	word->shaped.cluster_count = made;
}

static gboolean is_address(const char *text, int length) {
	return g_strstr_len(text, length, "://") != NULL ||
		(length > 4 && strncmp(text, "www.", 4) == 0);
}

static void word_describe(Word *word) {
	const char *text = word->shaped.text;
	const char *last = g_utf8_prev_char(text + word->shaped.byte_count);
	while (last > text && g_unichar_ismark(g_utf8_get_char(last))) {
		last = g_utf8_prev_char(last);
	}
	word->first = (guint8)g_unichar_break_type(g_utf8_get_char(text));
	word->last = (guint8)g_unichar_break_type(g_utf8_get_char(last));
	word->hang_left = (guint8)hang_left_percent(g_utf8_get_char(text));
	word->hang_right = (guint8)hang_right_percent(g_utf8_get_char(last));
	word->spaced = text_is_simple(text, word->shaped.byte_count);
	word->address = is_address(text, word->shaped.byte_count);
}

/* Part of a word whose glyphs are the same when it is cut there: its stretch of them. */
static void word_cut(Word *word, const WordKey *key) {
	const ShapedWord *whole = &key->whole->shaped;
	ShapedWord *shaped = &word->shaped;
	int before, after = whole->advance, bytes = 0, cluster = 0;
	int first = word_glyph_at(whole, key->from, &before);
	int last = whole->glyph_count;
	if (key->from + key->length < whole->byte_count) {
		last = word_glyph_at(whole, key->from + key->length, &after);
	}
	for (; bytes < key->from; cluster++) {
		bytes += whole->clusters[cluster].byte_count;
	}
	shaped->clusters = whole->clusters + cluster;
	for (; bytes < key->from + key->length; cluster++) {
		bytes += whole->clusters[cluster].byte_count;
		shaped->cluster_count++;
	}
	shaped->glyphs = whole->glyphs + first;
	shaped->glyph_count = last - first;
	shaped->advance = after - before;
	word->unsafe = key->whole->unsafe + first;
}

static void word_shape(TextContext *context, Arena *arena, Word *word, const WordKey *key) {
	buffer_fill(context->buffer, key);
	hb_shape(fontset_engine(context->fonts, key->face)->font, context->buffer,
		key->look->features, key->look->feature_count);
	Glyph *glyphs = word_take_glyphs(word, arena, context->buffer);
	word_take_clusters(word, arena, context->buffer, (unsigned)key->before, key->length);
	word_say_letters(context->fonts, arena, word, glyphs);
}

Word *shape_word(TextContext *context, Arena *arena, const WordKey *key) {
	g_assert(key->length > 0 && key->length <= WORD_BYTES_MAX);
	double started = clock_of(context);
	Word *word = arena_new_of(arena, Word);
	word->look = key->look;
	word->shaped.face = key->face;
	word->shaped.byte_count = key->length;
	word->shaped.text = arena_strndup(arena, key->text, (size_t)key->length);
	word->shaped.backward = key->rtl != FALSE;
	if (key->whole) {
		word_cut(word, key);
	} else {
		word_shape(context, arena, word, key);
	}
	word_describe(word);
	context->times.shape += clock_of(context) - started;
	return word;
}
