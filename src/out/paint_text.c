/* paint_text: one line of a page as few cairo_show_text_glyphs as it has looks. Words are said in
 * logical order at the places layout gave them, also those that run from right to left, whose
 * clusters are turned into logical order too: so a PDF's text is extracted as it is read. */
#include "out/painter.h"

static void fill_outlines(cairo_t *cr, GArray *glyphs) {
	if (glyphs->len > 0) {
		cairo_new_path(cr);
		cairo_glyph_path(cr, (const cairo_glyph_t *)(void *)glyphs->data, (int)glyphs->len);
		cairo_fill(cr);
	}
	g_array_set_size(glyphs, 0);
}

/* Onto pixels all as outlines, since Cairo 1.16 moves each glyph to a whole pixel there. */
static void batch_flush(Painter *painter, cairo_t *cr) {
	GlyphBatch *batch = &painter->batch;
	const cairo_glyph_t *glyphs = (const cairo_glyph_t *)(void *)batch->glyphs->data;
	const cairo_text_cluster_t *clusters =
		(const cairo_text_cluster_t *)(void *)batch->clusters->data;
	int count = (int)batch->glyphs->len;
	if (count > 0) {
		cairo_show_text_glyphs(cr, batch->text->str, (int)batch->text->len, glyphs, count,
			clusters, (int)batch->clusters->len, (cairo_text_cluster_flags_t)0);
	}
	fill_outlines(cr, batch->outlines);
	g_array_set_size(batch->glyphs, 0);
	g_array_set_size(batch->clusters, 0);
	g_string_truncate(batch->text, 0);
	batch->inked = FALSE;
}

/* A face and voice to go on in. */
typedef struct Look {
	const LineRun *run;
	int face, voice;
} Look;

/* Nothing but white is left to the next voice, since Cairo leaves out what has no ink. */
static gboolean batch_begin(Painter *painter, cairo_t *cr, const Look *look, GError **error) {
	GlyphBatch *batch = &painter->batch;
	const LineRun *run = look->run;
	gboolean same = batch->face == look->face && batch->size == run->size &&
		batch->stretch == run->stretch;
	if (same && batch->voice == look->voice) {
		return TRUE;
	}
	if (!same || batch->inked) {
		batch_flush(painter, cr);
	}
	int face = faces_voice(painter->faces, look->face, look->voice);
	cairo_font_face_t *opened = faces_open(painter->faces, face, error);
	if (!opened) {
		return FALSE;
	}
	cairo_matrix_t matrix;
	double size = len_to_pt(run->size);
	cairo_matrix_init_scale(&matrix, size * (1 + run->stretch / 1e6), size);
	cairo_set_font_face(cr, opened);
	cairo_set_font_matrix(cr, &matrix);
	batch->face = look->face;
	batch->voice = look->voice;
	batch->size = run->size;
	batch->stretch = run->stretch;
	return TRUE;
}

typedef struct Pen {
	const LineRun *run;
	double x, y; /* pt */
	double across, down; /* pt for 1/65536 em */
	double tracking;
} Pen;

static double pen_advance(const Pen *pen, const Glyph *glyph) {
	return glyph->advance * pen->across + pen->tracking;
}

/* Glyphs of a cluster from left to right at the pen, those that say nothing as outlines. */
static void batch_add_glyphs(
	GlyphBatch *batch, Pen *pen, const Cluster *cluster, const Spelled *spelled, int count) {
	cairo_glyph_t shown[SPELLED_MOST] = {0};
	for (int i = 0; i < cluster->glyph_count; i++) {
		const Glyph *one = &cluster->glyphs[i];
		cairo_glyph_t glyph = {.index = one->index,
			.x = pen->x + one->dx * pen->across,
			.y = pen->y + one->dy * pen->down};
		gboolean says = FALSE;
		for (int k = 0; k < count; k++) {
			if (i == spelled[k].glyph) {
				shown[k] = glyph;
				shown[k].index = spelled[k].index;
				says = TRUE;
			}
		}
		if (!says) {
			g_array_append_val(batch->outlines, glyph);
		}
		pen->x += pen_advance(pen, one);
	}
	for (int k = 0; k < count; k++) {
		cairo_text_cluster_t said = {.num_bytes = spelled[k].length, .num_glyphs = 1};
		g_string_append_len(batch->text, spelled[k].text, spelled[k].length);
		g_array_append_val(batch->clusters, said);
		g_array_append_val(batch->glyphs, shown[k]);
		batch->inked = batch->inked || !spelled_is_white(&spelled[k]);
	}
}

static gboolean add_cluster(
	Painter *painter, cairo_t *cr, Pen *pen, const Cluster *cluster, GError **error) {
	Spelled spelled[SPELLED_MOST];
	int count = 0;
	if (painter->target == PAINT_VECTOR) {
		count = spelling_cluster(painter->spelling, cluster, spelled);
	}
	Look look = {pen->run, cluster->face, count > 0 ? spelled[0].voice : 0};
	if (!batch_begin(painter, cr, &look, error)) {
		return FALSE;
	}
	batch_add_glyphs(&painter->batch, pen, cluster, spelled, count);
	return TRUE;
}

/* Cluster after cluster in the order of the text; backward words from their right end. A cluster
 * that says nothing is not shown either, it has no width. */
static gboolean batch_add(
	Painter *painter, cairo_t *cr, Pen *pen, const ShapedWord *word, GError **error) {
	ClusterWalk walk;
	Cluster cluster;
	double x = pen->x; /* of a glyph */
	int glyph = 0;
	cluster_walk_init(&walk, painter->faces, word);
	while (cluster_walk_next(&walk, &cluster)) {
		int first = (int)(cluster.glyphs - word->glyphs);
		while (glyph < first) {
			x += pen_advance(pen, &word->glyphs[glyph++]);
		}
		while (glyph > first) {
			x -= pen_advance(pen, &word->glyphs[--glyph]);
		}
		pen->x = x;
		if (!add_cluster(painter, cr, pen, &cluster, error)) {
			return FALSE;
		}
	}
	return TRUE;
}

static gboolean paint_run(
	Painter *painter, cairo_t *cr, const LineRun *run, Point at, GError **error) {
	double size = len_to_pt(run->size);
	Pen pen = {.run = run,
		.across = size * (1 + run->stretch / 1e6) / 65536,
		.down = size / 65536,
		.tracking = len_to_pt(run->tracking)};
	for (int w = 0; w < run->word_count; w++) {
		const PlacedWord *placed = &run->words[w];
		pen.x = len_to_pt(at.x + placed->x);
		pen.y = len_to_pt(at.y - run->rise);
		if (!batch_add(painter, cr, &pen, placed->word, error)) {
			return FALSE;
		}
	}
	return TRUE;
}

static gboolean paint_line(
	Painter *painter, cairo_t *cr, const PageItem *item, Point at, GError **error) {
	GlyphBatch *batch = &painter->batch;
	const Line *line = item->as.text.line;
	for (int r = 0; r < line->run_count; r++) {
		const LineRun *run = &line->runs[r];
		int colour = item->as.text.colour >= 0 ? item->as.text.colour : run->colour;
		int leaf = leaf_walk(&painter->walk, item, run);
		if (r == 0 || colour != batch->colour || leaf != batch->leaf) {
			batch_flush(painter, cr);
			painter->leaf = leaf;
			paint_colour(painter, cr, colour);
			batch->colour = colour;
			batch->leaf = leaf;
		}
		if (!paint_run(painter, cr, run, at, error)) {
			return FALSE;
		}
	}
	batch_flush(painter, cr);
	return TRUE;
}

gboolean paint_text(Painter *painter, cairo_t *cr, const PageItem *item, GError **error) {
	double turn = item->as.text.turn;
	if (turn >= 0 && turn <= 0) {
		return paint_line(painter, cr, item, item->as.text.at, error);
	}
	cairo_save(cr);
	cairo_translate(cr, len_to_pt(item->as.text.at.x), len_to_pt(item->as.text.at.y));
	cairo_rotate(cr, turn);
	gboolean painted = paint_line(painter, cr, item, (Point){0, 0}, error);
	cairo_restore(cr);
	/* The context has its former font again. */
	painter->batch.face = -1;
	return painted;
}
