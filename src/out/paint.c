/* paint: walks the items of a page and says each to Cairo. Text and pictures have files of their
 * own. Knows no PDF and no sheets. */
#include "out/paint.h"

#include <librsvg/rsvg.h>

#include "out/painter.h"

gboolean paint_check(cairo_status_t status, GError **error) {
	if (status == CAIRO_STATUS_SUCCESS) {
		return TRUE;
	}
	g_set_error(error, G_FILE_ERROR,
		status == CAIRO_STATUS_NO_MEMORY ? G_FILE_ERROR_NOMEM : G_FILE_ERROR_FAILED,
		"cannot draw: %s", cairo_status_to_string(status));
	return FALSE;
}

static void picture_free(void *surface) {
	cairo_surface_destroy(surface);
}

Painter *painter_new(const Document *document, PaintTarget target) {
	Painter *painter = g_new0(Painter, 1);
	painter->document = document;
	painter->target = target;
	painter->faces = faces_new(document);
	painter->spelling = spelling_new(painter->faces);
	page_room_init(&painter->room);
	painter->font_options = cairo_font_options_create();
	cairo_font_options_set_hint_style(painter->font_options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(painter->font_options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(painter->font_options, CAIRO_ANTIALIAS_GRAY);
	painter->batch.glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
	painter->batch.outlines = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
	painter->batch.clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
	painter->batch.text = g_string_new(NULL);
	painter->pictures = g_hash_table_new_full(NULL, NULL, NULL, picture_free);
	painter->drawings = g_hash_table_new_full(NULL, NULL, NULL, g_object_unref);
	return painter;
}

void painter_free(Painter *painter) {
	if (!painter) {
		return;
	}
	g_hash_table_destroy(painter->pictures);
	g_hash_table_destroy(painter->drawings);
	g_array_free(painter->batch.glyphs, TRUE);
	g_array_free(painter->batch.outlines, TRUE);
	g_array_free(painter->batch.clusters, TRUE);
	g_string_free(painter->batch.text, TRUE);
	cairo_font_options_destroy(painter->font_options);
	spelling_free(painter->spelling);
	faces_free(painter->faces);
	page_room_finish(&painter->room);
	g_free(painter);
}

void painter_expect(Painter *painter, const Page *page) {
	faces_expect(painter->faces, page);
}

void painter_mark_leaves(Painter *painter) {
	painter->marks = TRUE;
}

void paint_colour(const Painter *painter, cairo_t *cr, int colour) {
	g_assert(colour >= 0 && colour < painter->document->colour_count);
	Colour rgb = painter->document->palette[colour];
	if (painter->marks) {
		double numbers[3];
		leaf_colour(rgb, painter->leaf, numbers);
		cairo_set_source_rgb(cr, numbers[0], numbers[1], numbers[2]);
		return;
	}
	cairo_set_source_rgb(
		cr, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
}

static void paint_rectangle(cairo_t *cr, Rect area) {
	cairo_rectangle(cr, len_to_pt(area.x), len_to_pt(area.y), len_to_pt(area.width),
		len_to_pt(area.height));
}

/* Moves the sides that lie on the trim or beyond it out by the bleed. */
static Rect rect_into_bleed(Rect area, const Page *page, Len bleed) {
	Len left = area.x, top = area.y;
	Len right = area.x + area.width, bottom = area.y + area.height;
	left = left <= 0 ? MIN(left, -bleed) : left;
	top = top <= 0 ? MIN(top, -bleed) : top;
	right = right >= page->width ? MAX(right, page->width + bleed) : right;
	bottom = bottom >= page->height ? MAX(bottom, page->height + bleed) : bottom;
	return (Rect){left, top, right - left, bottom - top};
}

Rect paint_fill_area(const Page *page, const PageItem *item, Len beyond) {
	Rect area = item->as.fill.area;
	return item->as.fill.bleeds ? rect_into_bleed(area, page, beyond) : area;
}

static void paint_fill(
	const Painter *painter, cairo_t *cr, const Page *page, Len bleed, const PageItem *item) {
	paint_colour(painter, cr, item->as.fill.colour);
	paint_rectangle(cr, paint_fill_area(page, item, bleed));
	cairo_fill(cr);
}

static void paint_rule(const Painter *painter, cairo_t *cr, const PageItem *item) {
	gboolean dotted = item->kind == PAGE_DOTS;
	double gap = len_to_pt(item->as.rule.gap);
	paint_colour(painter, cr, item->as.rule.colour);
	cairo_set_line_width(cr, len_to_pt(item->as.rule.thickness));
	cairo_move_to(cr, len_to_pt(item->as.rule.from.x), len_to_pt(item->as.rule.from.y));
	cairo_line_to(cr, len_to_pt(item->as.rule.to.x), len_to_pt(item->as.rule.to.y));
	if (dotted && gap > 0) {
		cairo_set_dash(cr, (double[]){0, gap}, 2, 0);
		cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
	}
	cairo_stroke(cr);
	cairo_set_dash(cr, NULL, 0, 0);
	cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
}

static void paint_outline(cairo_t *cr, const PagePath *path) {
	const Point *p = path->points;
	cairo_new_path(cr);
	for (int i = 0; i < path->op_count; i++) {
		switch ((PathOp)path->ops[i]) {
		case PATH_MOVE:
			cairo_move_to(cr, len_to_pt(p[0].x), len_to_pt(p[0].y));
			p += 1;
			break;
		case PATH_LINE:
			cairo_line_to(cr, len_to_pt(p[0].x), len_to_pt(p[0].y));
			p += 1;
			break;
		case PATH_CURVE:
			cairo_curve_to(cr, len_to_pt(p[0].x), len_to_pt(p[0].y), len_to_pt(p[1].x),
				len_to_pt(p[1].y), len_to_pt(p[2].x), len_to_pt(p[2].y));
			p += 3;
			break;
		case PATH_CLOSE:
			cairo_close_path(cr);
			break;
		}
	}
}

static void paint_path(
	const Painter *painter, cairo_t *cr, const Page *page, Len bleed, const PageItem *item) {
	cairo_save(cr);
	if (item->as.path.clip_to_page) {
		Rect whole = {-bleed, -bleed, page->width + 2 * bleed, page->height + 2 * bleed};
		paint_rectangle(cr, whole);
		cairo_clip(cr);
	}
	Point at = item->as.path.at;
	cairo_translate(cr, len_to_pt(at.x), len_to_pt(at.y));
	paint_outline(cr, item->as.path.path);
	if (item->as.path.fill >= 0) {
		paint_colour(painter, cr, item->as.path.fill);
		cairo_fill_preserve(cr);
	}
	if (item->as.path.stroke >= 0) {
		paint_colour(painter, cr, item->as.path.stroke);
		cairo_set_line_width(cr, len_to_pt(item->as.path.thickness));
		cairo_stroke_preserve(cr);
	}
	cairo_new_path(cr);
	cairo_restore(cr);
}

gboolean paint_item(Painter *painter, cairo_t *cr, const PaintPlace *place, const PageItem *item,
	GError **error) {
	if (item->kind != PAGE_TEXT && page_item_has_ink(item)) {
		painter->leaf = leaf_walk(&painter->walk, item, NULL);
	}
	switch (item->kind) {
	case PAGE_TEXT:
		return paint_text(painter, cr, item, error);
	case PAGE_FILL:
		paint_fill(painter, cr, place->page, place->bleed, item);
		return TRUE;
	case PAGE_RULE:
	case PAGE_DOTS:
		paint_rule(painter, cr, item);
		return TRUE;
	case PAGE_PATH:
		paint_path(painter, cr, place->page, place->bleed, item);
		return TRUE;
	case PAGE_IMAGE:
		return paint_image(painter, cr, place, item, error);
	case PAGE_LINK:
	case PAGE_CELL:
		return TRUE;
	}
	g_assert_not_reached();
}

gboolean paint_page(Painter *painter, cairo_t *cr, const Page *closed, Len bleed, GError **error) {
	const Page *page = page_open(closed, painter->document->fonts, &painter->room);
	gboolean painted = TRUE;
	PaintPlace place = {page, bleed};
	cairo_save(cr);
	cairo_set_font_options(cr, painter->font_options);
	painter->batch.face = -1;
	leaf_walk_start(&painter->walk);
	for (int i = 0; painted && i < page->item_count; i++) {
		painted = paint_item(painter, cr, &place, &page->items[i], error);
	}
	cairo_restore(cr);
	if (painter->target == PAINT_PIXELS) {
		g_hash_table_remove_all(painter->pictures);
	}
	return painted && paint_check(cairo_status(cr), error);
}

gboolean paint_show(Painter *painter, cairo_t *cr, GError **error) {
	cairo_show_page(cr);
	g_hash_table_remove_all(painter->pictures);
	return paint_check(cairo_status(cr), error) &&
		paint_check(cairo_surface_status(cairo_get_target(cr)), error);
}

void paint_clip_edge(cairo_t *cr, Len width, Len height, Len edge) {
	cairo_rectangle(cr, len_to_pt(edge), len_to_pt(edge), len_to_pt(width - 2 * edge),
		len_to_pt(height - 2 * edge));
	cairo_clip(cr);
}
