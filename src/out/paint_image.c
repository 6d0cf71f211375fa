/* paint_image: pictures and drawings. In a PDF a JPEG goes in as it is: the surface that carries
 * its bytes is tiny, since Cairo looks only at its extents. Surfaces live for one page of the
 * output; each asset's name makes Cairo write its data once a file all the same. Cairo names a
 * picture twice in a page's resources when it is drawn twice there, so all but the first drawing
 * go into a group, which has resources of its own. Drawings (SVG) stay vector and text. */
#include <librsvg/rsvg.h>

#include "asset/asset.h"
#include "out/painter.h"
#include "page/place.h"

enum { STAND_IN = 16 }; /* pixels of the surface that carries a JPEG */

static const cairo_user_data_key_t pixels_key;

static void bytes_unref(void *bytes) {
	g_bytes_unref(bytes);
}

/* Luminance as DESIGN-2 C4 weighs it; of premultiplied pixels it is premultiplied likewise. */
static unsigned char *pixels_to_grey(const unsigned char *pixels, gsize count) {
	const guint32 *from = (const guint32 *)(const void *)pixels;
	guint32 *grey = g_new(guint32, count);
	for (gsize i = 0; i < count; i++) {
		guint32 red = from[i] >> 16 & 255, green = from[i] >> 8 & 255, blue = from[i] & 255;
		guint32 level = (2126 * red + 7152 * green + 722 * blue + 5000) / 10000;
		grey[i] = (from[i] & 0xff000000u) | level << 16 | level << 8 | level;
	}
	return (unsigned char *)grey;
}

static cairo_surface_t *surface_from_pixels(const Asset *asset, gboolean grey) {
	int width = asset_width(asset), height = asset_height(asset);
	unsigned char *own = NULL;
	const unsigned char *pixels = asset_pixels(asset);
	if (grey) {
		own = pixels_to_grey(pixels, (gsize)width * (gsize)height);
		pixels = own;
	}
	cairo_surface_t *surface = cairo_image_surface_create_for_data((unsigned char *)pixels,
		asset_has_alpha(asset) ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height,
		4 * width);
	if (own && cairo_surface_set_user_data(surface, &pixels_key, own, g_free)) {
		g_free(own);
	}
	return surface;
}

static cairo_surface_t *surface_from_jpeg(GBytes *jpeg) {
	gsize size;
	const unsigned char *data = g_bytes_get_data(jpeg, &size);
	cairo_surface_t *surface =
		cairo_image_surface_create(CAIRO_FORMAT_RGB24, STAND_IN, STAND_IN);
	if (cairo_surface_set_mime_data(
		    surface, CAIRO_MIME_TYPE_JPEG, data, size, bytes_unref, g_bytes_ref(jpeg))) {
		g_bytes_unref(jpeg);
	}
	return surface;
}

/* One name an asset and tone: Cairo writes a picture of the same name once. */
static void surface_name(cairo_surface_t *surface, int key) {
	char *name = g_strdup_printf("bifolio-%d", key);
	if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_UNIQUE_ID,
		    (const unsigned char *)name, strlen(name), g_free, name)) {
		g_free(name);
	}
}

static cairo_surface_t *picture_surface(
	const Painter *painter, const PageItem *item, const Asset *asset) {
	gboolean grey = item->as.image.grey;
	if (painter->target == PAINT_PIXELS) {
		return surface_from_pixels(asset, grey);
	}
	if (asset_kind(asset) == ASSET_PDF) {
		g_autoptr(GBytes) mark = place_mark(item->as.image.asset);
		return surface_from_jpeg(mark);
	}
	int components = 0;
	GBytes *jpeg = asset_jpeg(asset, &components);
	if (!jpeg || (grey && components != 1)) {
		return surface_from_pixels(asset, grey);
	}
	return surface_from_jpeg(jpeg);
}

static void paint_picture(Painter *painter, cairo_t *cr, const PageItem *item, const Asset *asset) {
	int key = 2 * item->as.image.asset + (item->as.image.grey ? 1 : 0) + 1;
	cairo_surface_t *surface = g_hash_table_lookup(painter->pictures, GINT_TO_POINTER(key));
	gboolean again = surface != NULL;
	if (!again) {
		surface = picture_surface(painter, item, asset);
		surface_name(surface, key);
		g_hash_table_insert(painter->pictures, GINT_TO_POINTER(key), surface);
	}
	gboolean grouped = again && painter->target == PAINT_VECTOR;
	if (grouped) {
		cairo_push_group(cr);
	}
	cairo_save(cr);
	cairo_scale(cr, asset_width(asset) / (double)cairo_image_surface_get_width(surface),
		asset_height(asset) / (double)cairo_image_surface_get_height(surface));
	cairo_set_source_surface(cr, surface, 0, 0);
	cairo_pattern_set_filter(cairo_get_source(cr),
		painter->target == PAINT_VECTOR ? CAIRO_FILTER_FAST : CAIRO_FILTER_GOOD);
	cairo_paint(cr);
	cairo_restore(cr);
	if (grouped) {
		cairo_pop_group_to_source(cr);
		cairo_paint(cr);
	}
}

static RsvgHandle *drawing_open(
	Painter *painter, const PageItem *item, const Asset *asset, GError **error) {
	void *key = GINT_TO_POINTER(item->as.image.asset + 1);
	RsvgHandle *handle = g_hash_table_lookup(painter->drawings, key);
	if (!handle) {
		gsize size;
		const guint8 *data = g_bytes_get_data(asset_svg(asset), &size);
		handle = rsvg_handle_new_from_data(data, size, error);
		if (handle) {
			g_hash_table_insert(painter->drawings, key, handle);
		}
	}
	return handle;
}

static gboolean paint_drawing(
	Painter *painter, cairo_t *cr, const PageItem *item, const Asset *asset, GError **error) {
	RsvgHandle *handle = drawing_open(painter, item, asset, error);
	if (!handle) {
		return FALSE;
	}
	RsvgRectangle place = {0, 0, asset_width(asset), asset_height(asset)};
	if (!item->as.image.grey) {
		return rsvg_handle_render_document(handle, cr, &place, error);
	}
	/* Its own luminance with the (absent) hue and saturation of white, where it has ink. */
	cairo_push_group(cr);
	gboolean painted = rsvg_handle_render_document(handle, cr, &place, error);
	cairo_pattern_t *drawn = cairo_pop_group(cr);
	cairo_push_group(cr);
	cairo_set_source(cr, drawn);
	cairo_paint(cr);
	cairo_set_operator(cr, CAIRO_OPERATOR_HSL_COLOR);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	cairo_pop_group_to_source(cr);
	cairo_mask(cr, drawn);
	cairo_pattern_destroy(drawn);
	return painted;
}

/* Puts the context into pixels of the picture, so that its crop fills the item's area. */
static void place_picture(cairo_t *cr, const PageItem *item, const Asset *asset) {
	Rect area = item->as.image.area, crop = item->as.image.crop;
	gboolean cropped = crop.width > 0 && crop.height > 0;
	double x = cropped ? crop.x / 1024.0 : 0, y = cropped ? crop.y / 1024.0 : 0;
	double width = cropped ? crop.width / 1024.0 : asset_width(asset);
	double height = cropped ? crop.height / 1024.0 : asset_height(asset);
	cairo_rectangle(cr, len_to_pt(area.x), len_to_pt(area.y), len_to_pt(area.width),
		len_to_pt(area.height));
	cairo_clip(cr);
	cairo_translate(cr, len_to_pt(area.x), len_to_pt(area.y));
	cairo_scale(cr, len_to_pt(area.width) / width, len_to_pt(area.height) / height);
	cairo_translate(cr, -x, -y);
}

/* A page of a PDF is not painted here: finish/ puts it where its mark stands. Pixels get what
 * layout has set instead. */
static gboolean paint_stand_in(Painter *painter, cairo_t *cr, const PaintPlace *place,
	const PageItem *item, GError **error) {
	gboolean painted = TRUE;
	cairo_save(cr);
	cairo_translate(cr, len_to_pt(item->as.image.area.x), len_to_pt(item->as.image.area.y));
	painter->batch.face = -1;
	for (int i = 0; painted && i < item->as.image.stand_in_count; i++) {
		painted = paint_item(painter, cr, place, &item->as.image.stand_in[i], error);
	}
	cairo_restore(cr);
	/* The restored context has another face. */
	painter->batch.face = -1;
	return painted;
}

/* A point of ink in the middle of the page, where nothing cuts it off; finish/ takes it out. */
static void paint_sign(const Painter *painter, cairo_t *cr, const Page *page, gboolean begins) {
	if (painter->marks) {
		double numbers[3];
		leaf_picture_colour(begins, painter->leaf, numbers);
		cairo_set_source_rgb(cr, numbers[0], numbers[1], numbers[2]);
		cairo_rectangle(cr, len_to_pt(page->width) / 2, len_to_pt(page->height) / 2, 1, 1);
		cairo_fill(cr);
	}
}

gboolean paint_image(Painter *painter, cairo_t *cr, const PaintPlace *place, const PageItem *item,
	GError **error) {
	g_assert(
		item->as.image.asset >= 0 && item->as.image.asset < painter->document->asset_count);
	const Asset *asset = painter->document->assets[item->as.image.asset].asset;
	if (item->as.image.area.width <= 0 || item->as.image.area.height <= 0) {
		return TRUE;
	}
	if (asset_kind(asset) == ASSET_PDF && painter->target == PAINT_PIXELS) {
		return paint_stand_in(painter, cr, place, item, error);
	}
	gboolean painted = TRUE;
	paint_sign(painter, cr, place->page, TRUE);
	cairo_save(cr);
	place_picture(cr, item, asset);
	if (asset_kind(asset) == ASSET_SVG) {
		painted = paint_drawing(painter, cr, item, asset, error);
	} else {
		paint_picture(painter, cr, item, asset);
	}
	cairo_restore(cr);
	paint_sign(painter, cr, place->page, FALSE);
	return painted;
}
