/* spelling: see the header. In a font that Cairo 1.16 makes, a glyph says what it was shown for
 * first, or its own character rather than several; where it is to say something else, Cairo says so
 * in the content, unless it finds it in another font. Glyphs without ink it leaves out, when they
 * stand alone. */
#include "out/spelling.h"

#include <string.h>

#include "base/arena.h"
#include "page/page.h"

enum { VOICES_MOST = 250, BYTES_MOST = 255 };

typedef struct Said {
	int length;
	char text[];
} Said;

struct Spelling {
	Faces *faces;
	GHashTable *known; /* face -> its voices, each a GHashTable: glyph -> Said */
	Arena *arena;
	GString *texts[SPELLED_MOST];
};

static void voice_free(gpointer voice) {
	g_hash_table_destroy(voice);
}

static void voices_free(gpointer voices) {
	g_ptr_array_unref(voices);
}

Spelling *spelling_new(Faces *faces) {
	Spelling *spelling = g_new0(Spelling, 1);
	spelling->faces = faces;
	spelling->known = g_hash_table_new_full(NULL, NULL, NULL, voices_free);
	spelling->arena = arena_new_small();
	for (int i = 0; i < SPELLED_MOST; i++) {
		spelling->texts[i] = g_string_new(NULL);
	}
	return spelling;
}

void spelling_free(Spelling *spelling) {
	if (spelling) {
		g_hash_table_destroy(spelling->known);
		arena_free(spelling->arena);
		for (int i = 0; i < SPELLED_MOST; i++) {
			g_string_free(spelling->texts[i], TRUE);
		}
		g_free(spelling);
	}
}

static GPtrArray *voices_of(Spelling *spelling, int face) {
	GPtrArray *voices = g_hash_table_lookup(spelling->known, GINT_TO_POINTER(face));
	if (!voices) {
		voices = g_ptr_array_new_with_free_func(voice_free);
		g_hash_table_insert(spelling->known, GINT_TO_POINTER(face), voices);
	}
	return voices;
}

/* --- voices ------------------------------------------------------------------------------- */

/* Of several characters a face says its own instead, if it has one. */
static gboolean is_overruled(const Spelling *spelling, int face, const Spelled *spelled) {
	const char *second = g_utf8_next_char(spelled->text);
	return second < spelled->text + spelled->length &&
		faces_is_character(spelling->faces, face, spelled->index);
}

/* Does the glyph say the text in a voice, or nothing yet? */
static gboolean fits(const GHashTable *voice, const Spelled *spelled) {
	const Said *said =
		g_hash_table_lookup((GHashTable *)voice, GUINT_TO_POINTER(spelled->index));
	return !said ||
		(said->length == spelled->length &&
			memcmp(said->text, spelled->text, (gsize)said->length) == 0);
}

static void say(Spelling *spelling, GHashTable *voice, const Spelled *spelled) {
	gpointer glyph = GUINT_TO_POINTER(spelled->index);
	if (!g_hash_table_contains(voice, glyph)) {
		Said *said = arena_alloc(spelling->arena, sizeof *said + (gsize)spelled->length);
		said->length = spelled->length;
		memcpy(said->text, spelled->text, (gsize)spelled->length);
		g_hash_table_insert(voice, glyph, said);
	}
}

/* The first voice that all fit in. */
static void find_voice(Spelling *spelling, int face, Spelled *spelled, int count) {
	GPtrArray *voices = voices_of(spelling, face);
	gboolean fit = FALSE;
	int voice = 0;
	for (; !fit && voice < VOICES_MOST; voice++) {
		if ((int)voices->len <= voice) {
			g_ptr_array_add(voices, g_hash_table_new(NULL, NULL));
		}
		fit = TRUE;
		for (int i = 0; i < count; i++) {
			fit = fit && fits(voices->pdata[voice], &spelled[i]) &&
				(voice > 0 || !is_overruled(spelling, face, &spelled[i]));
		}
	}
	for (int i = 0; i < count; i++) {
		spelled[i].voice = voice - 1;
		say(spelling, voices->pdata[voice - 1], &spelled[i]);
	}
}

/* --- clusters ----------------------------------------------------------------------------- */

static gboolean is_white(const char *text, int length) {
	for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
		if (!g_unichar_isspace(g_utf8_get_char(at))) {
			return FALSE;
		}
	}
	return TRUE;
}

gboolean spelled_is_white(const Spelled *spelled) {
	return is_white(spelled->text, spelled->length);
}

static gboolean is_said(const char *text, int length) {
	for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
		if (!character_is_unseen(g_utf8_get_char(at))) {
			return TRUE;
		}
	}
	return length == 0;
}

void cluster_walk_init(ClusterWalk *walk, Faces *faces, const ShapedWord *word) {
	*walk = (ClusterWalk){.faces = faces,
		.word = word,
		.glyph = word->backward ? word->glyph_count : 0,
		.text = word->text};
}

static void take_next(ClusterWalk *walk, Cluster *cluster) {
	const ShapedWord *word = walk->word;
	GlyphCluster next = word->clusters[walk->index++];
	walk->glyph -= word->backward ? next.glyph_count : 0;
	*cluster = (Cluster){.face = word->face,
		.glyph_count = next.glyph_count,
		.byte_count = next.byte_count,
		.glyphs = word->glyphs + walk->glyph,
		.text = walk->text};
	walk->glyph += word->backward ? 0 : next.glyph_count;
	walk->text += next.byte_count;
}

static gboolean is_blank(const ClusterWalk *walk, const Cluster *cluster) {
	return cluster->glyph_count == 1 && !is_white(cluster->text, cluster->byte_count) &&
		!faces_has_ink(walk->faces, cluster->face, cluster->glyphs[0].index);
}

static void take_further(ClusterWalk *walk, Cluster *cluster) {
	ClusterWalk ahead = *walk;
	Cluster next;
	if (walk->index >= walk->word->cluster_count || cluster->glyph_count == 0) {
		return;
	}
	take_next(&ahead, &next);
	if (is_blank(walk, &next) && cluster->byte_count + next.byte_count <= BYTES_MOST) {
		*walk = ahead;
		cluster->further = next.byte_count;
		cluster->blank = walk->word->backward ? 0 : cluster->glyph_count;
		cluster->glyphs = MIN(cluster->glyphs, next.glyphs);
		cluster->glyph_count++;
		cluster->byte_count += next.byte_count;
	}
}

gboolean cluster_walk_next(ClusterWalk *walk, Cluster *cluster) {
	do {
		if (walk->index >= walk->word->cluster_count) {
			return FALSE;
		}
		take_next(walk, cluster);
	} while (!is_said(cluster->text, cluster->byte_count));
	take_further(walk, cluster);
	return TRUE;
}

/* --- spelling ----------------------------------------------------------------------------- */

static void take_text(GString *out, const char *text, int length, Spelled *spelled) {
	g_string_truncate(out, 0);
	for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		if (g_unichar_isspace(character)) {
			g_string_append_c(out, ' ');
		} else if (!character_is_unseen(character)) {
			g_string_append_len(out, at, g_utf8_next_char(at) - at);
		}
	}
	spelled->text = out->str;
	spelled->length = (int)out->len;
}

/* The glyph of the first character, else the widest. */
static int base_glyph(const Spelling *spelling, const Cluster *cluster, const char *text) {
	if (cluster->glyph_count == 1) {
		return 0;
	}
	unsigned wanted = faces_glyph(spelling->faces, cluster->face, g_utf8_get_char(text));
	int widest = -1;
	for (int i = 0; i < cluster->glyph_count; i++) {
		if (cluster->further > 0 && i == cluster->blank) {
			continue;
		}
		if (cluster->glyphs[i].index == wanted) {
			return i;
		}
		if (widest < 0 || cluster->glyphs[i].advance > cluster->glyphs[widest].advance) {
			widest = i;
		}
	}
	return widest;
}

int spelling_cluster(Spelling *spelling, const Cluster *cluster, Spelled spelled[SPELLED_MOST]) {
	int first = cluster->byte_count - cluster->further, count = 0;
	take_text(spelling->texts[0], cluster->text, first, &spelled[0]);
	if (spelled[0].length > 0 && cluster->glyph_count > 0) {
		spelled[0].glyph = base_glyph(spelling, cluster, spelled[0].text);
		count = 1;
	}
	if (count == 1 && cluster->further > 0) {
		take_text(spelling->texts[1], cluster->text + first, cluster->further, &spelled[1]);
		spelled[1].glyph = cluster->blank;
		count = spelled[1].length > 0 ? 2 : 1;
	}
	for (int i = 0; i < count; i++) {
		unsigned space = spelled_is_white(&spelled[i])
			? faces_glyph(spelling->faces, cluster->face, ' ')
			: 0;
		spelled[i].index = space ? space : cluster->glyphs[spelled[i].glyph].index;
	}
	if (count > 0) {
		find_voice(spelling, cluster->face, spelled, count);
	}
	return count;
}
