/* figure: portraits, monograms for those without one, and codes, each in a square. */
#include "asset/asset.h"
#include "layout/setter.h"

/* The theme says the size of a monogram for the square of a booklet's portrait. */
static const double PORTRAIT_MM = 16.667;

static Rect square_at(const Setter *setter, Column column, Len y) {
	return (Rect){.x = setter_left(setter, column.x, column.width),
		.y = y,
		.width = column.width,
		.height = column.width};
}

static void set_portrait(Setter *setter, BoxBuilder *box, const FigureBlock *figure, Rect area) {
	int tag = tag_leaf(setter->tags, TAG_FIGURE, 0);
	tag_set_alternate(setter->tags, tag, figure->alternate);
	box_add(box,
		(PageItem){.kind = PAGE_IMAGE,
			.tag = tag,
			.as.image = {.asset = figure->asset,
				.area = area,
				.crop = figure->crop,
				.grey = setter->theme->portrait_grey,
				.alternate = figure->alternate}});
}

static PageItem outlined(Setter *setter, Rect area) {
	PathBuilder *path = path_builder_new(setter->arena);
	Len inset = setter->theme->outline / 2;
	path_rect(path, (Rect){inset, inset, area.width - 2 * inset, area.height - 2 * inset});
	return (PageItem){.kind = PAGE_PATH,
		.tag = TAG_ARTIFACT,
		.as.path = {.path = path_builder_end(path),
			.at = {area.x, area.y},
			.fill = -1,
			.stroke = COLOUR_INK,
			.thickness = setter->theme->outline}};
}

static const StyleSheet *monogram_sheet(Setter *setter, Len side) {
	if (!setter->monogram_sheet || setter->monogram_side != side) {
		setter->monogram_sheet =
			arena_memdup(setter->arena, &setter->sheet, sizeof setter->sheet);
		setter->monogram_side = side;
		Style *style = &setter->monogram_sheet->styles[STYLE_MONOGRAM];
		double share = (double)setter->theme->sheet.styles[STYLE_MONOGRAM].size /
			len_from_mm(PORTRAIT_MM);
		style->size = len_scale(side, share);
		style->leading = style->size;
	}
	return setter->monogram_sheet;
}

static void set_monogram(Setter *setter, BoxBuilder *box, const FigureBlock *figure, Rect area) {
	if (setter->theme->outlined) {
		box_add(box, outlined(setter, area));
	} else {
		box_add(box,
			(PageItem){.kind = PAGE_FILL,
				.tag = TAG_ARTIFACT,
				.as.fill = {.area = area, .colour = COLOUR_TINT}});
	}
	const StyleSheet *sheet = monogram_sheet(setter, area.width);
	ParSpec spec = setter_spec(setter, STYLE_MONOGRAM,
		inline_new(setter->arena, figure->initials, NULL, SPAN_NONE), LEN_MAX / 4);
	spec.sheet = sheet;
	spec.one_line = TRUE;
	spec.rtl = FALSE;
	const Par *par = par_set(setter->text, setter->arena, &spec);
	if (par->line_count == 0) {
		return;
	}
	RoleMetrics metrics = text_role_metrics(setter->text, sheet, STYLE_MONOGRAM);
	Point origin = {.x = area.x + (area.width - par->width) / 2 - par->lines[0].shift,
		.y = area.y + (area.height + metrics.cap_height) / 2};
	/* The name stands beside it: letters are decoration. */
	set_line(setter, box, (LineAt){par, 0, origin, TAG_ARTIFACT});
}

enum { QUIET_MODULES = 4 };

/* Asked again for every size that is tried. */
static int code_modules(Setter *setter, const FigureBlock *figure) {
	if (setter->code != figure) {
		int modules = 0;
		qr_path(setter->arena, figure->address, figure->level, len_from_mm(10), &modules);
		setter->code = figure;
		setter->code_modules = modules;
	}
	return setter->code_modules;
}

Len figure_quiet_zone(Setter *setter, const FigureBlock *figure, Len side) {
	int dark = code_modules(setter, figure) - 2 * QUIET_MODULES;
	return dark > 0 ? side * QUIET_MODULES / dark : 0;
}

Len figure_quiet_part(Setter *setter, const FigureBlock *figure, Len side) {
	int all = code_modules(setter, figure);
	return all > 0 ? side * QUIET_MODULES / all : 0;
}

static void set_code(Setter *setter, BoxBuilder *box, const FigureBlock *figure, Rect area) {
	const PagePath *path =
		qr_path(setter->arena, figure->address, figure->level, area.width, NULL);
	if (!path) {
		return;
	}
	int tag = tag_leaf(setter->tags, TAG_FIGURE, 0);
	tag_set_alternate(setter->tags, tag, figure->alternate);
	box_add(box,
		(PageItem){.kind = PAGE_FILL,
			.tag = TAG_ARTIFACT,
			.as.fill = {.area = area, .colour = COLOUR_WHITE}});
	box_add(box,
		(PageItem){.kind = PAGE_PATH,
			.tag = tag,
			.as.path = {.path = path,
				.at = {area.x, area.y},
				.fill = COLOUR_BLACK,
				.stroke = -1}});
	if (figure->href) {
		box_add(box,
			(PageItem){.kind = PAGE_LINK,
				.tag = tag,
				.as.link = {.area = area,
					.href = figure->href,
					.contents = figure->alternate}});
	}
}

void set_figure(Setter *setter, BoxBuilder *box, const FigureBlock *figure, Column column, Len y) {
	Rect area = square_at(setter, column, y);
	switch (figure->form) {
	case FORM_PORTRAIT:
		set_portrait(setter, box, figure, area);
		break;
	case FORM_MONOGRAM:
		set_monogram(setter, box, figure, area);
		break;
	case FORM_CODE:
		set_code(setter, box, figure, area);
		break;
	}
}
