/* notice: under a hair over the live width: a picture in the hang column with its text beside it;
 * or a text alone; or a picture alone, in its own size as far as it goes, at most half a page
 * (DESIGN-2 D4). As high as whole lines, so that the page's foot stays on the grid. */
#include "layout/notice.h"

#include "asset/asset.h"
#include "layout/insert.h"

enum {
	GAP_HALVES = 2, /* half lines above the hair */
	PAD_HALVES = 1, /* below it */
	SMALL_LINES = 4, /* of a picture beside a text */
	RASTER_DPI = 300 /* of a picture without a size of its own */
};

/* A little more or less than half a page is meant to be one. */
static const double HALF_PAGE_FILLS = 0.9;

static Len part_above(const Setter *setter) {
	return setter_half(setter, GAP_HALVES) + setter_half(setter, PAD_HALVES);
}

/* The size at which it is shown within a width and a height. */
static Point picture_size(const Asset *asset, Len width, Len height) {
	Rect trim = asset_trim(asset);
	int dpi = asset_natural_dpi(asset);
	double natural = 72.0 / (dpi > 0 ? dpi : RASTER_DPI);
	double most = MIN((double)width / trim.width, (double)height / trim.height);
	double scale = natural > most * HALF_PAGE_FILLS ? most : natural;
	return (Point){len_round(trim.width * scale), len_round(trim.height * scale)};
}

static Len add_picture(
	Setter *setter, BoxBuilder *box, const NoticeBlock *notice, Column column, Len most) {
	const Asset *asset = setter->composition->assets[notice->asset].asset;
	Point size = picture_size(asset, column.width, most);
	PageItem item = {.kind = PAGE_IMAGE, .tag = tag_leaf(setter->tags, TAG_FIGURE, 0)};
	tag_set_alternate(setter->tags, item.tag, notice->alternate);
	item.as.image.asset = notice->asset;
	item.as.image.alternate = notice->alternate;
	item.as.image.crop = asset_trim(asset);
	item.as.image.area =
		(Rect){setter_left(setter, column.x, size.x), part_above(setter), size.x, size.y};
	if (asset_kind(asset) == ASSET_PDF) {
		set_stand_in(setter, notice->words, &item);
	}
	box_add(box, item);
	return size.y;
}

/* Returns its height. */
static Len add_text(Setter *setter, BoxBuilder *box, const NoticeBlock *notice, Column column) {
	VList words;
	vlist_init(&words, setter->arena);
	int tag = tag_leaf(setter->tags, TAG_PARAGRAPH, 0);
	set_text(setter, &words, (Words){STYLE_BIO, notice->text, column, tag});
	Len height = vlist_height(&words, 0, vlist_count(&words));
	box_add_vlist(box, &words, 0, vlist_count(&words), part_above(setter));
	vlist_finish(&words);
	return height;
}

void set_notice(Setter *setter, VList *list, const Block *block) {
	if (setter_stacks(setter)) {
		/* The picture keeps its place beside the text. */
		setter->tabular = TRUE;
		set_notice(setter, list, block);
		setter->tabular = FALSE;
		return;
	}
	const NoticeBlock *notice = block->as.notice;
	const Format *format = &setter->format;
	Column text = setter_text_column(setter), full = setter_full_column(setter);
	Len half_page = (format->line * format->line_count - format->gutter) / 2;
	BoxBuilder box;
	box_init(&box, setter->arena);
	set_rule(setter, &box,
		(RuleAt){full, setter_half(setter, GAP_HALVES), setter->theme->row_hair,
			COLOUR_INK});
	Len height = 0;
	if (notice->asset >= 0) {
		Column column = notice->text ? setter_hang_column(setter) : full;
		Len most = notice->text ? SMALL_LINES * format->line : half_page;
		height = add_picture(setter, &box, notice, column, most);
	}
	if (notice->text) {
		Len words = add_text(setter, &box, notice, text);
		height = MAX(height, words);
	}
	VList made;
	vlist_init(&made, setter->arena);
	Len whole = part_above(setter) + height;
	box_end(&box, &made, (whole + format->line - 1) / format->line * format->line);
	for (int i = 0; i < vlist_count(&made); i++) {
		VItem item = *vlist_at(&made, i);
		item.kind = item.kind == V_BOX ? V_FLOAT : item.kind;
		vlist_add(list, item);
	}
	vlist_finish(&made);
}
