/* paint_text: one line of a page as few cairo_show_text_glyphs as it has looks. Words are said in
 * logical order at the places layout gave them, also those that run from right to left, whose
 * clusters are turned into logical order too: so a PDF's text is extracted as it is read. */
#include "out/painter.h"

/* Onto pixels as outlines, since Cairo 1.16 moves each glyph to a whole pixel there. */
static void batch_flush(Painter *painter, cairo_t *cr) {
	GlyphBatch *batch = &painter->batch;
	const cairo_glyph_t *glyphs = (const cairo_glyph_t *)(void *)batch->glyphs->data;
	const cairo_text_cluster_t *clusters =
		(const cairo_text_cluster_t *)(void *)batch->clusters->data;
	int count = (int)batch->glyphs->len;
	if (count > 0 && painter->target == PAINT_PIXELS) {
		cairo_glyph_path(cr, glyphs, count);
		cairo_fill(cr);
	} else if (count > 0) {
		cairo_show_text_glyphs(cr, batch->text->str, (int)batch->text->len, glyphs, count,
			clusters, (int)batch->clusters->len, (cairo_text_cluster_flags_t)0);
	}
	g_array_set_size(batch->glyphs, 0);
	g_array_set_size(batch->clusters, 0);
	g_string_truncate(batch->text, 0);
}

static gboolean batch_begin(
	Painter *painter, cairo_t *cr, const LineRun *run, int face, GError **error) {
	GlyphBatch *batch = &painter->batch;
	if (batch->face != face || batch->size != run->size || batch->stretch != run->stretch) {
		cairo_font_face_t *opened = faces_open(painter->faces, face, error);
		if (!opened) {
			return FALSE;
		}
		cairo_matrix_t matrix;
		double size = len_to_pt(run->size);
		cairo_matrix_init_scale(&matrix, size * (1 + run->stretch / 1e6), size);
		cairo_set_font_face(cr, opened);
		cairo_set_font_matrix(cr, &matrix);
		batch->face = face;
		batch->size = run->size;
		batch->stretch = run->stretch;
	}
	return TRUE;
}

typedef struct Pen {
	double x, y; /* pt */
	double across, down; /* pt for 1/65536 em */
	double tracking;
} Pen;

static double pen_advance(const Pen *pen, const Glyph *glyph) {
	return glyph->advance * pen->across + pen->tracking;
}

/* Glyphs of a cluster, from left to right at the pen. */
static void batch_add_glyphs(GlyphBatch *batch, Pen *pen, const Glyph *glyphs, int count) {
	for (int i = 0; i < count; i++) {
		cairo_glyph_t glyph = {.index = glyphs[i].index,
			.x = pen->x + glyphs[i].dx * pen->across,
			.y = pen->y + glyphs[i].dy * pen->down};
		g_array_append_val(batch->glyphs, glyph);
		pen->x += pen_advance(pen, &glyphs[i]);
	}
}

gboolean paint_shows(const char *text, int length) {
	for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
		if (!character_is_unseen(g_utf8_get_char(at))) {
			return TRUE;
		}
	}
	return length == 0;
}

/* Adds what a cluster says; returns its bytes. */
static int batch_add_text(GlyphBatch *batch, const char *text, int length) {
	gsize before = batch->text->len;
	const char *end = text + length;
	for (const char *at = text; at < end; at = g_utf8_next_char(at)) {
		if (!character_is_unseen(g_utf8_get_char(at))) {
			g_string_append_len(batch->text, at, g_utf8_next_char(at) - at);
		}
	}
	return (int)(batch->text->len - before);
}

static double glyphs_width(const Pen *pen, const Glyph *glyphs, int count) {
	double width = 0;
	for (int i = 0; i < count; i++) {
		width += pen_advance(pen, &glyphs[i]);
	}
	return width;
}

/* Cluster after cluster in the order of the text; backward words from their right end. A cluster
 * that says nothing is not shown either, it has no width. */
static void batch_add(GlyphBatch *batch, Pen *pen, const ShapedWord *word) {
	double left = pen->x, right = left + glyphs_width(pen, word->glyphs, word->glyph_count);
	const char *text = word->text;
	int first = word->backward ? word->glyph_count : 0;
	for (int k = 0; k < word->cluster_count; k++) {
		int count = word->clusters[k].glyph_count, length = word->clusters[k].byte_count;
		first -= word->backward ? count : 0;
		const Glyph *glyphs = word->glyphs + first;
		double width = glyphs_width(pen, glyphs, count);
		right -= width;
		pen->x = word->backward ? right : left;
		left += width;
		int said = batch_add_text(batch, text, length);
		if (said > 0 || length == 0) {
			batch_add_glyphs(batch, pen, glyphs, count);
			cairo_text_cluster_t cluster = {.num_bytes = said, .num_glyphs = count};
			g_array_append_val(batch->clusters, cluster);
		}
		first += word->backward ? 0 : count;
		text += length;
	}
}

static gboolean paint_run(
	Painter *painter, cairo_t *cr, const LineRun *run, Point at, GError **error) {
	GlyphBatch *batch = &painter->batch;
	double size = len_to_pt(run->size);
	Pen pen = {.across = size * (1 + run->stretch / 1e6) / 65536,
		.down = size / 65536,
		.tracking = len_to_pt(run->tracking)};
	for (int w = 0; w < run->word_count; w++) {
		const PlacedWord *placed = &run->words[w];
		if (placed->word->face != batch->face || run->size != batch->size ||
			run->stretch != batch->stretch) {
			batch_flush(painter, cr);
			if (!batch_begin(painter, cr, run, placed->word->face, error)) {
				return FALSE;
			}
		}
		pen.x = len_to_pt(at.x + placed->x);
		pen.y = len_to_pt(at.y - run->rise);
		batch_add(batch, &pen, placed->word);
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
