/* set_logos: sponsors of one tier (DESIGN-2 D3): one, two or three abreast, all with the same
 * optical side, the root of width times height; where one would be wider than its cell, the whole
 * tier is smaller. Flush left, in the middle of rows of one height. And those who sign a letter
 * (B3), with what the hand wrote above a hair. */
#include <math.h>

#include "asset/asset.h"
#include "layout/insert.h"
#include "layout/setter.h"

enum { RANKS = 3, DPI_LEAST = 300 };

static const double optical_side_mm[RANKS] = {34, 24, 14.5};
static const int row_half_lines[RANKS] = {18, 13, 8};
static const StyleRole name_roles[RANKS] = {
	STYLE_TALK_TITLE_SMALL, STYLE_TALK_TITLE_SMALLEST, STYLE_SPEAKER};

/* How a tier is set. */
typedef struct TierPlan {
	int rank; /* 0 to 2 */
	int abreast;
	Len cell, side; /* width of a cell, optical side */
	Len row;
} TierPlan;

static const Asset *asset_of(const Setter *setter, const LogoBlock *logo) {
	return logo->asset >= 0 ? setter->composition->assets[logo->asset].asset : NULL;
}

/* Width to height. */
static double aspect_of(const Asset *asset) {
	Rect trim = asset_trim(asset);
	return trim.height > 0 ? (double)trim.width / trim.height : 1;
}

/* A first tier of many does not fill pages of its own. */
static int abreast_of(const LogosBlock *logos, int rank) {
	enum { ONE_MOST = 2, TWO_MOST = 4 };
	int abreast = rank + 1;
	if (logos->count > ONE_MOST) {
		abreast = MAX(abreast, 2);
	}
	return logos->count > TWO_MOST ? RANKS : abreast;
}

static TierPlan plan_tier(const Setter *setter, const LogosBlock *logos, Column column) {
	TierPlan plan = {.rank = MIN(logos->rank, RANKS - 1)};
	plan.abreast = abreast_of(logos, plan.rank);
	plan.rank = plan.abreast - 1;
	plan.cell = (column.width - (plan.abreast - 1) * setter->format.gutter) / plan.abreast;
	plan.side = len_scale(len_from_mm(optical_side_mm[plan.rank]), setter->format.line_scale);
	plan.row = setter_half(setter, row_half_lines[plan.rank]);
	/* White of half a line above and below at least. */
	Len highest = plan.row - setter->format.line;
	for (int i = 0; i < logos->count; i++) {
		const Asset *asset = asset_of(setter, &logos->logos[i]);
		if (asset) {
			double root = sqrt(aspect_of(asset));
			plan.side = MIN(plan.side, len_round(plan.cell / root));
			plan.side = MIN(plan.side, len_round(highest * root));
		}
	}
	return plan;
}

static void warn_of_pixels(
	const Setter *setter, const LogoBlock *logo, const Asset *asset, Len width) {
	int dpi = (int)(asset_width(asset) * 72.0 * 1024 / width);
	if (asset_natural_dpi(asset) == 0 && dpi < DPI_LEAST) {
		g_autofree char *hint =
			g_strdup_printf("ask for a drawing, or a picture at least %d pixels wide",
				(int)(width / 1024.0 / 72.0 * DPI_LEAST) + 1);
		diag_warning(setter->diags, "low-resolution", logo->source, hint,
			"the logo has %d pixels across, %d dpi", asset_width(asset), dpi);
	}
}

static void add_link(BoxBuilder *box, const LogoBlock *logo, Rect area) {
	if (logo->href) {
		box_add(box,
			(PageItem){.kind = PAGE_LINK,
				.tag = TAG_ARTIFACT,
				.as.link = {.area = area, .href = logo->href}});
	}
}

static void add_logo(
	Setter *setter, BoxBuilder *box, const LogoBlock *logo, const TierPlan *plan, Column cell) {
	const Asset *asset = asset_of(setter, logo);
	double root = sqrt(aspect_of(asset));
	Len width = len_round(plan->side * root), height = len_round(plan->side / root);
	PageItem item = {.kind = PAGE_IMAGE, .tag = tag_leaf(setter->tags, TAG_FIGURE, 0)};
	tag_set_alternate(setter->tags, item.tag, logo->alternate);
	item.as.image.asset = logo->asset;
	item.as.image.alternate = logo->alternate;
	item.as.image.crop = asset_trim(asset);
	item.as.image.grey = setter->theme->portrait_grey;
	item.as.image.area =
		(Rect){setter_left(setter, cell.x, width), (plan->row - height) / 2, width, height};
	if (asset_kind(asset) == ASSET_PDF) {
		set_stand_in(setter, logo->name, &item);
	}
	warn_of_pixels(setter, logo, asset, width);
	box_add(box, item);
	add_link(box, logo, item.as.image.area);
}

static void add_name(
	Setter *setter, BoxBuilder *box, const LogoBlock *logo, const TierPlan *plan, Column cell) {
	VList words;
	vlist_init(&words, setter->arena);
	set_text(setter, &words,
		(Words){name_roles[plan->rank], logo->name, cell,
			tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
	Len height = vlist_height(&words, 0, vlist_count(&words));
	Len top = MAX(0, (plan->row - height) / 2);
	box_add_vlist(box, &words, 0, vlist_count(&words), top);
	vlist_finish(&words);
	add_link(box, logo,
		(Rect){setter_left(setter, cell.x, cell.width), top, cell.width, height});
}

void set_logos(Setter *setter, VList *list, const Block *block, Column column) {
	const LogosBlock *logos = block->as.logos;
	TierPlan plan = plan_tier(setter, logos, column);
	for (int i = 0; i < logos->count; i += plan.abreast) {
		BoxBuilder box;
		box_init(&box, setter->arena);
		for (int j = i; j < MIN(i + plan.abreast, logos->count); j++) {
			const LogoBlock *logo = &logos->logos[j];
			Column cell = {column.x + (j - i) * (plan.cell + setter->format.gutter),
				plan.cell};
			if (logo->asset >= 0) {
				add_logo(setter, &box, logo, &plan, cell);
			} else {
				add_name(setter, &box, logo, &plan, cell);
			}
		}
		box_end(&box, list, plan.row);
		vlist_add_penalty(list, 0);
	}
}

/* What the hand wrote: two lines high, in ink alone, its foot on the hair. */
static void add_hand(Setter *setter, BoxBuilder *box, int asset_index, Column column, Len height) {
	enum { WIDEST_MM = 40 };
	const Asset *asset = setter->composition->assets[asset_index].asset;
	Rect trim = asset_trim(asset);
	double most = MIN((double)height / trim.height,
		(double)MIN(column.width, len_from_mm(WIDEST_MM)) / trim.width);
	Len width = len_round(trim.width * most), high = len_round(trim.height * most);
	PageItem item = {.kind = PAGE_IMAGE, .tag = TAG_ARTIFACT}; /* the name stands below */
	item.as.image.asset = asset_index;
	item.as.image.alternate = "";
	item.as.image.crop = trim;
	item.as.image.grey = TRUE;
	item.as.image.area =
		(Rect){setter_left(setter, column.x, width), height - high, width, high};
	box_add(box, item);
}

void set_signature(Setter *setter, VList *list, const Block *block, Column column) {
	const SignatureBlock *signature = block->as.signature;
	Len hand = 2 * setter->format.line;
	Len top = 0;
	BoxBuilder box;
	box_init(&box, setter->arena);
	if (signature->asset >= 0) {
		add_hand(setter, &box, signature->asset, column, hand);
		set_rule(setter, &box,
			(RuleAt){column, hand,
				len_scale(setter->theme->row_hair, setter->format.line_scale),
				COLOUR_INK});
		top = hand + setter->format.line / 4;
	}
	VList words;
	vlist_init(&words, setter->arena);
	set_text(setter, &words,
		(Words){STYLE_SPEAKER, signature->name, column,
			tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
	if (signature->role) {
		set_text(setter, &words,
			(Words){setter->format.stacked ? STYLE_AFFILIATION : STYLE_END_TIME,
				signature->role, column, tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
	}
	Len height = vlist_height(&words, 0, vlist_count(&words));
	box_add_vlist(&box, &words, 0, vlist_count(&words), top);
	vlist_finish(&words);
	box_end(&box, list, top + height);
}
