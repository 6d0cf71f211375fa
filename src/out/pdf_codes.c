/* pdf_codes: see the header. How Cairo 1.16 spreads a face over fonts (letters of Windows Latin in
 * a simple one, all others in one of two bytes) is not assumed: fonts are found by the prelude's
 * resources, codes by the order of what it shows. */
#include "out/pdf_codes.h"

#include <string.h>

#include "out/paint.h"
#include "out/pdf_fonts.h"
#include "out/pdf_objects.h"
#include "out/pdf_scan.h"

enum { SEEN_BITS = 14, LEFT_PT = 50, TOP_PT = 50, SIZE_PT = 50 };

/* The clusters of one face in the order of their first coming; in the prelude, the commonest first,
 * so that of several forms of a figure the simple font has that one. */
typedef struct FaceClusters {
	int face;
	GPtrArray *clusters; /* PdfCluster */
} FaceClusters;

/* A word looked at, and how often since. */
typedef struct SeenWord {
	const ShapedWord *word;
	int more;
} SeenWord;

struct PdfCodes {
	Arena *arena;
	GHashTable *clusters; /* PdfCluster: itself */
	GArray *faces; /* FaceClusters */
	GArray *fonts; /* PdfFont */
	SeenWord seen[1 << SEEN_BITS]; /* many of them */
};

/* --- clusters ----------------------------------------------------------------------------- */

static guint cluster_hash(const void *key) {
	const PdfCluster *cluster = key;
	guint hash = (guint)cluster->face + 5381;
	for (int i = 0; i < cluster->glyph_count; i++) {
		hash = hash * 33 + cluster->glyphs[i].index;
	}
	for (int i = 0; i < cluster->byte_count; i++) {
		hash = hash * 33 + (guchar)cluster->text[i];
	}
	return hash;
}

static gboolean cluster_equal(const void *one, const void *other) {
	const PdfCluster *a = one, *b = other;
	if (a->face != b->face || a->glyph_count != b->glyph_count ||
		a->byte_count != b->byte_count) {
		return FALSE;
	}
	for (int i = 0; i < a->glyph_count; i++) {
		if (a->glyphs[i].index != b->glyphs[i].index) {
			return FALSE;
		}
	}
	return memcmp(a->text, b->text, (gsize)a->byte_count) == 0;
}

void cluster_walk_init(ClusterWalk *walk, const ShapedWord *word) {
	*walk = (ClusterWalk){
		.word = word, .glyph = word->backward ? word->glyph_count : 0, .text = word->text};
}

gboolean cluster_walk_next(ClusterWalk *walk, PdfCluster *cluster) {
	const ShapedWord *word = walk->word;
	while (walk->index < word->cluster_count) {
		GlyphCluster next = word->clusters[walk->index++];
		walk->glyph -= word->backward ? next.glyph_count : 0;
		*cluster = (PdfCluster){.face = word->face,
			.glyph_count = next.glyph_count,
			.byte_count = next.byte_count,
			.glyphs = word->glyphs + walk->glyph,
			.text = walk->text};
		walk->glyph += word->backward ? 0 : next.glyph_count;
		walk->text += next.byte_count;
		if (paint_shows(cluster->text, cluster->byte_count)) {
			return TRUE;
		}
	}
	return FALSE;
}

/* --- collecting --------------------------------------------------------------------------- */

static void face_clear(void *data) {
	g_ptr_array_free(((FaceClusters *)data)->clusters, TRUE);
}

PdfCodes *pdf_codes_new(void) {
	PdfCodes *codes = g_new0(PdfCodes, 1);
	codes->arena = arena_new();
	codes->clusters = g_hash_table_new(cluster_hash, cluster_equal);
	codes->faces = g_array_new(FALSE, FALSE, sizeof(FaceClusters));
	g_array_set_clear_func(codes->faces, face_clear);
	codes->fonts = g_array_new(FALSE, FALSE, sizeof(PdfFont));
	g_array_set_clear_func(codes->fonts, pdf_font_clear);
	return codes;
}

void pdf_codes_free(PdfCodes *codes) {
	if (codes) {
		g_hash_table_destroy(codes->clusters);
		g_array_unref(codes->faces);
		g_array_unref(codes->fonts);
		arena_free(codes->arena);
		g_free(codes);
	}
}

static gboolean is_blank(const PdfCluster *cluster) {
	const char *end = cluster->text + cluster->byte_count;
	for (const char *at = cluster->text; at < end; at = g_utf8_next_char(at)) {
		if (!g_unichar_isspace(g_utf8_get_char(at))) {
			return FALSE;
		}
	}
	return TRUE;
}

/* Cairo leaves out what has no ink at all. */
static gboolean is_shown(const FaceClusters *face) {
	for (guint i = 0; i < face->clusters->len; i++) {
		if (!is_blank(face->clusters->pdata[i])) {
			return TRUE;
		}
	}
	return FALSE;
}

static GPtrArray *face_clusters(PdfCodes *codes, int face) {
	for (guint i = 0; i < codes->faces->len; i++) {
		const FaceClusters *known = &g_array_index(codes->faces, FaceClusters, i);
		if (known->face == face) {
			return known->clusters;
		}
	}
	FaceClusters fresh = {face, g_ptr_array_new()};
	g_array_append_val(codes->faces, fresh);
	return fresh.clusters;
}

static void add_word(PdfCodes *codes, const ShapedWord *word, int times) {
	ClusterWalk walk;
	PdfCluster cluster;
	cluster_walk_init(&walk, word);
	while (cluster_walk_next(&walk, &cluster)) {
		PdfCluster *kept = g_hash_table_lookup(codes->clusters, &cluster);
		if (!kept) {
			kept = arena_memdup(codes->arena, &cluster, sizeof cluster);
			kept->order = (int)g_hash_table_size(codes->clusters);
			g_hash_table_add(codes->clusters, kept);
			g_ptr_array_add(face_clusters(codes, word->face), kept);
		}
		kept->times += times;
	}
}

static void count_seen(PdfCodes *codes, const SeenWord *seen) {
	if (seen->more > 0) {
		add_word(codes, seen->word, seen->more);
	}
}

static void add_line(PdfCodes *codes, const Line *line) {
	for (int r = 0; r < line->run_count; r++) {
		const LineRun *run = &line->runs[r];
		for (int w = 0; w < run->word_count; w++) {
			const ShapedWord *word = run->words[w].word;
			gsize place = (gsize)word * 0x9e3779b97f4a7c15u >> (64 - SEEN_BITS);
			SeenWord *seen = &codes->seen[place];
			if (seen->word == word) {
				seen->more++;
				continue;
			}
			count_seen(codes, seen);
			*seen = (SeenWord){.word = word};
			add_word(codes, word, 1);
		}
	}
}

void pdf_codes_add(PdfCodes *codes, const Page *page) {
	for (int i = 0; i < page->item_count; i++) {
		if (page->items[i].kind == PAGE_TEXT) {
			add_line(codes, page->items[i].as.text.line);
		}
	}
}

/* --- the prelude -------------------------------------------------------------------------- */

/* All clusters of a face one over the other. */
static const ShapedWord *face_word(Arena *arena, const FaceClusters *face) {
	int glyphs = 0, bytes = 0, count = (int)face->clusters->len;
	for (int i = 0; i < count; i++) {
		const PdfCluster *cluster = face->clusters->pdata[i];
		glyphs += cluster->glyph_count;
		bytes += cluster->byte_count;
	}
	Glyph *all = arena_array_of(arena, Glyph, glyphs + 1), *glyph = all;
	GlyphCluster *clusters = arena_array_of(arena, GlyphCluster, count);
	char *text = arena_alloc(arena, (gsize)bytes + 1), *end = text;
	for (int i = 0; i < count; i++) {
		const PdfCluster *cluster = face->clusters->pdata[i];
		clusters[i] =
			(GlyphCluster){(guint8)cluster->byte_count, (guint8)cluster->glyph_count};
		for (int g = 0; g < cluster->glyph_count; g++) {
			glyph++->index = cluster->glyphs[g].index;
		}
		memcpy(end, cluster->text, (gsize)cluster->byte_count);
		end += cluster->byte_count;
	}
	ShapedWord *word = arena_new_of(arena, ShapedWord);
	*word = (ShapedWord){.face = face->face,
		.glyph_count = glyphs,
		.cluster_count = count,
		.byte_count = bytes,
		.glyphs = all,
		.clusters = clusters,
		.text = text};
	return word;
}

static PageItem face_item(Arena *arena, const FaceClusters *face) {
	PlacedWord *placed = arena_new_of(arena, PlacedWord);
	placed->word = face_word(arena, face);
	LineRun *run = arena_new_of(arena, LineRun);
	run->size = len_from_pt(SIZE_PT);
	run->word_count = 1;
	run->words = placed;
	Line *line = arena_new_of(arena, Line);
	line->run_count = 1;
	line->runs = run;
	PageItem item = {.kind = PAGE_TEXT, .tag = TAG_ARTIFACT};
	item.as.text.line = line;
	item.as.text.at = (Point){len_from_pt(LEFT_PT), len_from_pt(TOP_PT)};
	item.as.text.colour = -1;
	return item;
}

static int compare_clusters(const void *one, const void *other) {
	const PdfCluster *a = *(PdfCluster *const *)one, *b = *(PdfCluster *const *)other;
	if (a->times != b->times) {
		return a->times > b->times ? -1 : 1;
	}
	return a->order < b->order ? -1 : 1;
}

static void sort_clusters(PdfCodes *codes) {
	for (int i = 0; i < 1 << SEEN_BITS; i++) {
		count_seen(codes, &codes->seen[i]);
		codes->seen[i] = (SeenWord){0};
	}
	for (guint i = 0; i < codes->faces->len; i++) {
		g_ptr_array_sort(
			g_array_index(codes->faces, FaceClusters, i).clusters, compare_clusters);
	}
}

const Page *pdf_codes_prelude(PdfCodes *codes, Arena *arena, const Page *like) {
	sort_clusters(codes);
	int count = 0;
	PageItem *items = arena_array_of(arena, PageItem, codes->faces->len + 1);
	for (guint i = 0; i < codes->faces->len; i++) {
		const FaceClusters *face = &g_array_index(codes->faces, FaceClusters, i);
		if (is_shown(face)) {
			items[count++] = face_item(arena, face);
		}
	}
	Page *page = arena_new_of(arena, Page);
	page->width = like->width;
	page->height = like->height;
	page->label = "";
	page->kind = "prelude";
	page->item_count = count;
	page->items = items;
	return page;
}

/* --- reading ------------------------------------------------------------------------------ */

/* Gives a cluster the next of the codes shown. */
static gboolean take_codes(PdfCodes *codes, PdfCluster *cluster, PdfScan *scan) {
	PdfCode *taken = arena_array_of(codes->arena, PdfCode, cluster->glyph_count + 1);
	for (int i = 0; i < cluster->glyph_count; i++) {
		PdfShown shown;
		if (!pdf_scan_next(scan, codes->fonts, &shown)) {
			return FALSE;
		}
		const PdfFont *font = &g_array_index(codes->fonts, PdfFont, shown.font);
		if (shown.code >= font->width_count) {
			return FALSE;
		}
		taken[i] = (PdfCode){
			(guint16)shown.font, (guint16)shown.code, font->widths[shown.code]};
		cluster->actual |= shown.actual;
	}
	cluster->codes = taken;
	return TRUE;
}

gboolean pdf_codes_read(PdfCodes *codes, GBytes *base) {
	g_autoptr(PdfObjects) objects = pdf_objects_new(base);
	if (!objects || !pdf_fonts_read(objects, objects->kids[0], codes->fonts)) {
		return FALSE;
	}
	g_autoptr(GByteArray) content = pdf_objects_content(objects, objects->kids[0]);
	if (!content) {
		return FALSE;
	}
	PdfScan scan;
	pdf_scan_init(&scan, (const char *)content->data, (int)content->len);
	for (guint f = 0; f < codes->faces->len; f++) {
		const FaceClusters *face = &g_array_index(codes->faces, FaceClusters, f);
		GPtrArray *clusters = face->clusters;
		for (guint i = 0; is_shown(face) && i < clusters->len; i++) {
			if (!take_codes(codes, clusters->pdata[i], &scan)) {
				return FALSE;
			}
		}
	}
	PdfShown more;
	return !pdf_scan_next(&scan, codes->fonts, &more);
}

const PdfCluster *pdf_codes_find(const PdfCodes *codes, const PdfCluster *like) {
	return g_hash_table_lookup(codes->clusters, like);
}

const PdfFont *pdf_codes_font(const PdfCodes *codes, int font) {
	return &g_array_index(codes->fonts, PdfFont, font);
}
