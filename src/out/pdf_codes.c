/* pdf_codes: see the header. How Cairo 1.16 spreads a face over fonts (letters of Windows Latin in
 * a simple one, all others in one of two bytes) is not assumed: fonts are found by the prelude's
 * resources, codes by the order of what it shows. */
#include "out/pdf_codes.h"

#include <string.h>

#include "out/paint.h"
#include "out/pdf_fonts.h"
#include "out/pdf_objects.h"
#include "out/pdf_outline.h"
#include "out/pdf_scan.h"

enum { SEEN_BITS = 14, LEFT_PT = 50, TOP_PT = 50, SIZE_PT = 50 };

/* What is shown of one face in the order of its first coming; in the prelude, the commonest
 * first, so that of several forms of a figure the simple font has that one. */
typedef struct FaceShows {
	int face;
	GPtrArray *shows; /* PdfShow */
} FaceShows;

/* A word looked at, and how often since. */
typedef struct SeenWord {
	const ShapedWord *word;
	int more;
} SeenWord;

struct PdfCodes {
	Arena *arena;
	GHashTable *clusters; /* Cluster, the head of a PdfCluster: itself */
	GHashTable *shows; /* PdfShow: itself */
	GArray *faces; /* FaceShows */
	Faces *open;
	Spelling *spelling;
	GArray *fonts; /* PdfFont */
	SeenWord seen[1 << SEEN_BITS]; /* many of them */
};

/* --- clusters ----------------------------------------------------------------------------- */

static guint hash_text(guint hash, const char *text, int length) {
	for (int i = 0; i < length; i++) {
		hash = hash * 33 + (guchar)text[i];
	}
	return hash;
}

static guint cluster_hash(const void *key) {
	const Cluster *cluster = key;
	guint hash = (guint)cluster->face + 5381;
	for (int i = 0; i < cluster->glyph_count; i++) {
		hash = hash * 33 + cluster->glyphs[i].index;
	}
	return hash_text(hash, cluster->text, cluster->byte_count);
}

static gboolean cluster_equal(const void *one, const void *other) {
	const Cluster *a = one, *b = other;
	if (a->face != b->face || a->further != b->further || a->blank != b->blank ||
		a->glyph_count != b->glyph_count || a->byte_count != b->byte_count) {
		return FALSE;
	}
	for (int i = 0; i < a->glyph_count; i++) {
		if (a->glyphs[i].index != b->glyphs[i].index) {
			return FALSE;
		}
	}
	return memcmp(a->text, b->text, (gsize)a->byte_count) == 0;
}

static guint show_hash(const void *key) {
	const PdfShow *show = key;
	return hash_text((guint)show->face * 31 + show->glyph, show->text, show->length);
}

static gboolean show_equal(const void *one, const void *other) {
	const PdfShow *a = one, *b = other;
	return a->face == b->face && a->glyph == b->glyph && a->length == b->length &&
		memcmp(a->text, b->text, (gsize)a->length) == 0;
}

void pdf_codes_walk(const PdfCodes *codes, ClusterWalk *walk, const ShapedWord *word) {
	cluster_walk_init(walk, codes->open, word);
}

/* --- collecting --------------------------------------------------------------------------- */

static void face_clear(void *data) {
	g_ptr_array_free(((FaceShows *)data)->shows, TRUE);
}

PdfCodes *pdf_codes_new(const Document *document) {
	PdfCodes *codes = g_new0(PdfCodes, 1);
	codes->arena = arena_new();
	codes->clusters = g_hash_table_new(cluster_hash, cluster_equal);
	codes->shows = g_hash_table_new(show_hash, show_equal);
	codes->faces = g_array_new(FALSE, FALSE, sizeof(FaceShows));
	g_array_set_clear_func(codes->faces, face_clear);
	codes->fonts = g_array_new(FALSE, FALSE, sizeof(PdfFont));
	g_array_set_clear_func(codes->fonts, pdf_font_clear);
	codes->open = faces_new_whole(document);
	codes->spelling = spelling_new(codes->open);
	return codes;
}

void pdf_codes_free(PdfCodes *codes) {
	if (codes) {
		g_hash_table_destroy(codes->clusters);
		g_hash_table_destroy(codes->shows);
		g_array_unref(codes->faces);
		g_array_unref(codes->fonts);
		spelling_free(codes->spelling);
		faces_free(codes->open);
		arena_free(codes->arena);
		g_free(codes);
	}
}

/* Cairo leaves out what has no ink at all. */
static gboolean has_ink(const FaceShows *face) {
	for (guint i = 0; i < face->shows->len; i++) {
		const PdfShow *show = face->shows->pdata[i];
		if (!show->white) {
			return TRUE;
		}
	}
	return FALSE;
}

static GPtrArray *face_shows(PdfCodes *codes, int face) {
	for (guint i = 0; i < codes->faces->len; i++) {
		const FaceShows *known = &g_array_index(codes->faces, FaceShows, i);
		if (known->face == face) {
			return known->shows;
		}
	}
	FaceShows fresh = {face, g_ptr_array_new()};
	g_array_append_val(codes->faces, fresh);
	return fresh.shows;
}

static PdfShow *show_of(PdfCodes *codes, int face, const Spelled *spelled) {
	PdfShow like = {.face = faces_voice(codes->open, face, spelled->voice),
		.length = spelled->length,
		.glyph = spelled->index,
		.text = spelled->text,
		.white = spelled_is_white(spelled)};
	PdfShow *kept = g_hash_table_lookup(codes->shows, &like);
	if (!kept) {
		kept = arena_memdup(codes->arena, &like, sizeof like);
		kept->text = arena_strndup(codes->arena, like.text, (gsize)like.length);
		kept->order = (int)g_hash_table_size(codes->shows);
		g_hash_table_add(codes->shows, kept);
		g_ptr_array_add(face_shows(codes, like.face), kept);
	}
	return kept;
}

static gboolean is_shown(const PdfCluster *cluster, int glyph) {
	for (int k = 0; k < cluster->show_count; k++) {
		if (cluster->glyphs[k] == glyph) {
			return TRUE;
		}
	}
	return FALSE;
}

/* What shows is no outline. */
static PdfCluster *new_cluster(PdfCodes *codes, const Cluster *cluster) {
	Spelled spelled[SPELLED_MOST];
	PdfCluster *kept = arena_new_of(codes->arena, PdfCluster);
	const char **outlines =
		arena_array_of(codes->arena, const char *, cluster->glyph_count + 1);
	*kept = (PdfCluster){.of = *cluster, .outlines = outlines};
	kept->show_count = spelling_cluster(codes->spelling, cluster, spelled);
	for (int k = 0; k < kept->show_count; k++) {
		kept->glyphs[k] = spelled[k].glyph;
		kept->shows[k] = show_of(codes, cluster->face, &spelled[k]);
	}
	for (int i = 0; i < cluster->glyph_count; i++) {
		if (!is_shown(kept, i)) {
			outlines[i] = pdf_outline(
				codes->open, cluster->face, cluster->glyphs[i].index, codes->arena);
		}
	}
	g_hash_table_add(codes->clusters, kept);
	return kept;
}

static void add_word(PdfCodes *codes, const ShapedWord *word, int times) {
	ClusterWalk walk;
	Cluster cluster;
	pdf_codes_walk(codes, &walk, word);
	while (cluster_walk_next(&walk, &cluster)) {
		PdfCluster *kept = g_hash_table_lookup(codes->clusters, &cluster);
		kept = kept ? kept : new_cluster(codes, &cluster);
		for (int k = 0; k < kept->show_count; k++) {
			kept->shows[k]->times += times;
		}
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

/* All that is shown of a face one over the other. */
static const ShapedWord *face_word(Arena *arena, const FaceShows *face) {
	int bytes = 0, count = (int)face->shows->len;
	for (int i = 0; i < count; i++) {
		bytes += ((const PdfShow *)face->shows->pdata[i])->length;
	}
	Glyph *glyphs = arena_array_of(arena, Glyph, count);
	GlyphCluster *clusters = arena_array_of(arena, GlyphCluster, count);
	char *text = arena_alloc(arena, (gsize)bytes + 1), *end = text;
	for (int i = 0; i < count; i++) {
		const PdfShow *show = face->shows->pdata[i];
		clusters[i] = (GlyphCluster){(guint8)show->length, 1};
		glyphs[i].index = show->glyph;
		memcpy(end, show->text, (gsize)show->length);
		end += show->length;
	}
	ShapedWord *word = arena_new_of(arena, ShapedWord);
	*word = (ShapedWord){.face = face->face,
		.glyph_count = count,
		.cluster_count = count,
		.byte_count = bytes,
		.glyphs = glyphs,
		.clusters = clusters,
		.text = text};
	return word;
}

static PageItem face_item(Arena *arena, const FaceShows *face) {
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

static int compare_shows(const void *one, const void *other) {
	const PdfShow *a = *(PdfShow *const *)one, *b = *(PdfShow *const *)other;
	if (a->times != b->times) {
		return a->times > b->times ? -1 : 1;
	}
	return a->order < b->order ? -1 : 1;
}

static void sort_shows(PdfCodes *codes) {
	for (int i = 0; i < 1 << SEEN_BITS; i++) {
		count_seen(codes, &codes->seen[i]);
		codes->seen[i] = (SeenWord){0};
	}
	for (guint i = 0; i < codes->faces->len; i++) {
		g_ptr_array_sort(g_array_index(codes->faces, FaceShows, i).shows, compare_shows);
	}
}

const Page *pdf_codes_prelude(PdfCodes *codes, Arena *arena, const Page *like) {
	sort_shows(codes);
	int count = 0;
	PageItem *items = arena_array_of(arena, PageItem, codes->faces->len + 1);
	for (guint i = 0; i < codes->faces->len; i++) {
		const FaceShows *face = &g_array_index(codes->faces, FaceShows, i);
		if (has_ink(face)) {
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

/* Gives it the next of the codes shown. */
static gboolean take_code(const PdfCodes *codes, PdfShow *show, PdfScan *scan) {
	PdfShown shown;
	if (!pdf_scan_next(scan, codes->fonts, &shown) || shown.actual) {
		return FALSE;
	}
	const PdfFont *font = &g_array_index(codes->fonts, PdfFont, shown.font);
	if (shown.code >= font->width_count) {
		return FALSE;
	}
	show->code = (PdfCode){(guint16)shown.font, (guint16)shown.code, font->widths[shown.code]};
	show->known = TRUE;
	return TRUE;
}

static gboolean take_face(const PdfCodes *codes, const FaceShows *face, PdfScan *scan) {
	for (guint i = 0; i < face->shows->len; i++) {
		if (!take_code(codes, face->shows->pdata[i], scan)) {
			return FALSE;
		}
	}
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
		const FaceShows *face = &g_array_index(codes->faces, FaceShows, f);
		if (has_ink(face) && !take_face(codes, face, &scan)) {
			return FALSE;
		}
	}
	PdfShown more;
	return !pdf_scan_next(&scan, codes->fonts, &more);
}

const PdfCluster *pdf_codes_find(const PdfCodes *codes, const Cluster *like) {
	return g_hash_table_lookup(codes->clusters, like);
}

const PdfFont *pdf_codes_font(const PdfCodes *codes, int font) {
	return &g_array_index(codes->fonts, PdfFont, font);
}
