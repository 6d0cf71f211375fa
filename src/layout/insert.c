/* insert: a page from a file (DESIGN-2 D4): scaled as a whole to the nearest of three frames, the
 * page with its bleed, the page, or the area of the text, if it fills nine tenths of it; else into
 * the area of the text, on white. Never stretched, never cropped but at its own trim. */
#include "layout/insert.h"

#include <math.h>

#include "asset/asset.h"

#define BLEED_MM 3.0
#define EQUAL_MM 1.0 /* a file of the frame's own size is meant for it */
#define FILLS 0.9
#define COVERS 0.99 /* so near to the trim that a hair beyond it is better than one of white */
#define PAD_MM 6.0 /* of the words that stand in for a picture */

enum { DPI_LEAST = 250, CROP_UNITS = 1024 };

typedef enum FrameKind { FRAME_BLEED, FRAME_TRIM, FRAME_TYPE, FRAME_COUNT } FrameKind;

/* All in page coordinates but for the area of the text, which lies from the live area's corner. */
static Rect frame_rect(const Format *format, FrameKind kind) {
	Len bleed = len_from_mm(BLEED_MM);
	switch (kind) {
	case FRAME_BLEED:
		return (Rect){
			-bleed, -bleed, format->width + 2 * bleed, format->height + 2 * bleed};
	case FRAME_TRIM:
		return (Rect){0, 0, format->width, format->height};
	default:
		return (Rect){0, 0, format->live_width, format->line * format->line_count};
	}
}

typedef struct Artwork {
	const Asset *asset;
	Rect trim; /* in 1/1024 of its pixels */
	gboolean has_bleed; /* shows more than its trim */
} Artwork;

static Artwork artwork_of(const Asset *asset) {
	Artwork art = {.asset = asset, .trim = asset_trim(asset)};
	double whole = (double)asset_width(asset) * asset_height(asset);
	double trimmed = (double)art.trim.width * art.trim.height / CROP_UNITS / CROP_UNITS;
	art.has_bleed = trimmed < whole * 0.9999;
	return art;
}

/* The shorter side against the frame's, when the other one fills it. */
static double fill_of(const Artwork *art, Rect frame) {
	double ratio = (double)art->trim.width / art->trim.height * frame.height / frame.width;
	return MIN(ratio, 1 / ratio);
}

static gboolean has_size_of(const Artwork *art, Rect frame) {
	double units = asset_natural_dpi(art->asset) * (double)CROP_UNITS;
	return units > 0 &&
		fabs(art->trim.width / units * 25.4 - len_to_mm(frame.width)) < EQUAL_MM &&
		fabs(art->trim.height / units * 25.4 - len_to_mm(frame.height)) < EQUAL_MM;
}

/* Files with a bleed of their own are trimmed like the page. */
static FrameKind fit_frame(const Format *format, const Artwork *art) {
	FrameKind nearest = FRAME_TRIM;
	double most = art->has_bleed ? fill_of(art, frame_rect(format, FRAME_TRIM)) : 0;
	for (int i = 0; i < FRAME_COUNT && !art->has_bleed; i++) {
		Rect frame = frame_rect(format, (FrameKind)i);
		if (has_size_of(art, frame)) {
			return (FrameKind)i;
		}
		if (fill_of(art, frame) > most) {
			most = fill_of(art, frame);
			nearest = (FrameKind)i;
		}
	}
	return most >= FILLS ? nearest : FRAME_TYPE;
}

static FrameKind choose_frame(const Format *format, const Artwork *art, InsertWish wish) {
	switch (wish) {
	case WISH_BLEED:
		return art->has_bleed ? FRAME_TRIM : FRAME_BLEED;
	case WISH_TYPE_AREA:
		return FRAME_TYPE;
	default:
		return fit_frame(format, art);
	}
}

static double scale_to(const Artwork *art, Rect frame, FrameKind kind) {
	double across = (double)frame.width / art->trim.width;
	double down = (double)frame.height / art->trim.height;
	gboolean covers = kind == FRAME_TRIM && !art->has_bleed && fill_of(art, frame) > COVERS;
	/* Beyond what rounding of its sides may lack. */
	return covers ? MAX(across, down) * 1.0001 : MIN(across, down);
}

/* Where the picture stands, and what of it is shown. */
static PageItem place_artwork(const Artwork *art, const Format *format, FrameKind kind) {
	const double units = CROP_UNITS;
	Rect frame = frame_rect(format, kind);
	double scale = scale_to(art, frame, kind);
	double left = frame.x + (frame.width - art->trim.width * scale) / 2;
	double top = frame.y + (frame.height - art->trim.height * scale) / 2;
	PageItem item = {.kind = PAGE_IMAGE};
	if (kind == FRAME_TYPE && art->has_bleed) {
		item.as.image.crop = art->trim;
		item.as.image.area = (Rect){len_round(left), len_round(top),
			len_round(art->trim.width * scale), len_round(art->trim.height * scale)};
		return item;
	}
	item.as.image.area =
		(Rect){len_round(left - art->trim.x * scale), len_round(top - art->trim.y * scale),
			len_round(asset_width(art->asset) * units * scale),
			len_round(asset_height(art->asset) * units * scale)};
	return item;
}

static void warn_of_pixels(
	const Setter *setter, const Block *block, const Artwork *art, const PageItem *item) {
	if (asset_natural_dpi(art->asset) > 0) {
		return;
	}
	double shown = item->as.image.area.width / 1024.0 / 72.0;
	int dpi = (int)(asset_width(art->asset) / shown);
	if (dpi < DPI_LEAST) {
		g_autofree char *hint = g_strdup_printf(
			"give a picture at least %d pixels wide, or a drawing as SVG or PDF",
			(int)(shown * DPI_LEAST) + 1);
		diag_warning(setter->diags, "low-resolution", block->source, hint,
			"the picture has %d pixels across its page, %d dpi",
			asset_width(art->asset), dpi);
	}
}

/* A field as large as the picture, with a frame at `inset` from its edges. */
static void add_stand_in_field(const Setter *setter, BoxBuilder *box, Rect area, Len inset) {
	box_add(box,
		(PageItem){.kind = PAGE_FILL,
			.tag = TAG_ARTIFACT,
			.as.fill = {
				.area = {0, 0, area.width, area.height}, .colour = COLOUR_TINT}});
	PathBuilder *path = path_builder_new(setter->arena);
	path_rect(path, (Rect){inset, inset, area.width - 2 * inset, area.height - 2 * inset});
	box_add(box,
		(PageItem){.kind = PAGE_PATH,
			.tag = TAG_ARTIFACT,
			.as.path = {.path = path_builder_end(path),
				.fill = -1,
				.stroke = COLOUR_INK,
				.thickness = setter->theme->outline}});
}

/* Its alternate text in a frame, clear of what is trimmed off. */
void set_stand_in(Setter *setter, const Inline *words, PageItem *item) {
	Rect area = item->as.image.area;
	Len outside = MAX(0, -area.x), pad = len_from_mm(PAD_MM) + outside;
	ParSpec spec = setter_spec(setter, STYLE_PROSE, words, MAX(area.width - 2 * pad, pad));
	const Par *par = par_set(setter->text, setter->arena, &spec);
	BoxBuilder box;
	box_init(&box, setter->arena);
	add_stand_in_field(setter, &box, area, outside + len_from_mm(PAD_MM / 2));
	int lines = MIN(par->line_count, MAX(0, area.height - 2 * pad) / par->leading);
	for (int i = 0; i < lines; i++) {
		Point origin = {pad, pad + (i + 1) * par->leading};
		set_line(setter, &box, (LineAt){par, i, origin, TAG_ARTIFACT});
	}
	item->as.image.stand_in_count = (int)box.items->len;
	item->as.image.stand_in =
		arena_memdup(setter->arena, box.items->data, sizeof(PageItem) * box.items->len);
	box_clear(&box);
}

void set_insert(Setter *setter, VList *list, const Block *block) {
	const InsertBlock *insert = block->as.insert;
	const Format *format = &setter->format;
	Artwork art = artwork_of(setter->composition->assets[insert->asset].asset);
	FrameKind kind = choose_frame(format, &art, insert->wish);
	PageItem item = place_artwork(&art, format, kind);
	item.tag = tag_leaf(setter->tags, TAG_FIGURE, 0);
	tag_set_alternate(setter->tags, item.tag, insert->alternate);
	item.as.image.asset = insert->asset;
	item.as.image.alternate = insert->alternate;
	warn_of_pixels(setter, block, &art, &item);
	if (asset_kind(art.asset) == ASSET_PDF) {
		set_stand_in(setter, insert->words, &item);
	}
	if (kind != FRAME_TYPE) {
		/* What goes to the edges leaves no room for a foot. */
		VPage *bare = vlist_add_page(list);
		bare->kind = "insert";
		bare->bare = TRUE;
	}
	VBox *box = arena_new_of(setter->arena, VBox);
	box->item_count = 1;
	box->items = arena_memdup(setter->arena, &item, sizeof item);
	box->whole_page = kind != FRAME_TYPE;
	vlist_add(list,
		(VItem){.kind = V_BOX, .height = format->line * format->line_count, .as.box = box});
}
