/* furniture: see the header. */
#include "layout/furniture.h"

enum { NOTES_MOST = 12 /* dotted lines under a text; a page of notes has as many as it takes */ };

/* Baseline of the running foot below the live area, in lines. */
static const double FOOT_DROP = 1.6;
/* Distance of dotted lines, in lines. */
static const double NOTES_PITCH = 1.5;

/* mm on A5 */
static const double TAB_TOP = 14, TAB_PITCH = 27, TAB_GAP = 2, TAB_DEPTH = 7;

static void add_par(PageBuilder *page, const Par *par, Len x, Len y) {
	if (par->line_count > 0) {
		page_add_text(page, TAG_ARTIFACT, &par->lines[0], x, y);
	}
}

static const Par *one_line(Setter *setter, StyleRole role, const Inline *text, Len measure) {
	ParSpec spec = setter_spec(setter, role, text, measure);
	spec.one_line = TRUE;
	return par_set(setter->text, setter->arena, &spec);
}

/* A line with its active areas, its left edge at x. */
static void add_linked(Setter *setter, PageBuilder *page, const Par *par, Point at) {
	BoxBuilder box;
	box_init(&box, setter->arena);
	if (par->line_count > 0) {
		set_line(setter, &box, (LineAt){par, 0, at, TAG_ARTIFACT});
	}
	for (guint i = 0; i < box.items->len; i++) {
		page_add(page, g_array_index(box.items, PageItem, i));
	}
	box_clear(&box);
}

static Len par_shift(const Par *par) {
	return par->line_count > 0 ? par->lines[0].shift : 0;
}

/* One column: words at the start, the number at the end of every page, before it the way back. */
static void stacked_foot(
	Setter *setter, PageBuilder *page, Len live_left, const FootSpec *foot, Len baseline) {
	const Format *format = &setter->format;
	const Inline *number = inline_new(setter->arena, foot->folio, NULL, SPAN_NONE);
	const Par *folio = one_line(setter, STYLE_FOLIO, number, format->live_width);
	Len room = format->live_width - folio->width;
	add_par(page, folio, live_left + setter_left(setter, room, folio->width) - par_shift(folio),
		baseline);
	const Inline *link = setter->composition->foot_link;
	if (link) {
		const Par *back = one_line(setter, STYLE_CONTACT, link, room);
		room -= back->width + setter_style(setter, STYLE_FOLIO)->size * 2;
		Len left = live_left + setter_left(setter, room, back->width) - par_shift(back);
		add_linked(setter, page, back, (Point){left, baseline});
	}
	room -= setter_style(setter, STYLE_FOLIO)->size * 2;
	if (foot->text) {
		const Par *words = one_line(setter, STYLE_FOOT, foot->text, room);
		if (words->width <= room) {
			add_par(page, words, live_left + setter_left(setter, 0, room), baseline);
		}
	}
}

void furniture_foot(Setter *setter, PageBuilder *page, Len live_left, const FootSpec *foot) {
	const Format *format = &setter->format;
	Len drop = len_scale(format->line, FOOT_DROP);
	if (format->stacked) {
		/* In the middle of the margin, which has no spare line. */
		drop = (format->bottom + setter_style(setter, STYLE_FOLIO)->size) / 2;
		stacked_foot(setter, page, live_left, foot, format->height - format->bottom + drop);
		return;
	}
	Len baseline = format->height - format->bottom + drop;
	Column hang = setter_hang_column(setter), text = setter_text_column(setter);
	const Inline *number = inline_new(setter->arena, foot->folio, NULL, SPAN_NONE);
	const Par *folio = one_line(setter, STYLE_FOLIO, number, hang.width);
	Len folio_x = foot->verso ? 0 : format->live_width - folio->width;
	add_par(page, folio,
		live_left + setter_left(setter, folio_x, folio->width) -
			(folio->line_count ? folio->lines[0].shift : 0),
		baseline);
	if (foot->text) {
		Len width = text.width - hang.width / 2;
		const Par *words = one_line(setter, STYLE_FOOT, foot->text, width);
		add_par(page, words, live_left + setter_left(setter, text.x, width), baseline);
	}
}

static void add_dots(Setter *setter, PageBuilder *page, Len live_left, Len y) {
	Column text = setter_text_column(setter);
	Len left = live_left + setter_left(setter, text.x, text.width);
	page_add(page,
		(PageItem){.kind = PAGE_DOTS,
			.tag = TAG_ARTIFACT,
			.as.rule = {.from = {left, y},
				.to = {left + text.width, y},
				.thickness = setter->theme->dot,
				.colour = COLOUR_GREY,
				.gap = setter->format.line / 5}});
}

static void add_rule(
	Setter *setter, PageBuilder *page, Column column, Point corner, Len thickness) {
	Len left = corner.x + setter_left(setter, column.x, column.width);
	Len y = corner.y + thickness / 2;
	page_add_rule(page, (Point){left, y}, (Point){left + column.width, y}, thickness,
		column.x == 0 ? COLOUR_ACCENT : COLOUR_INK);
}

void furniture_notes(Setter *setter, PageBuilder *page, Len live_left, const NotesSpec *notes) {
	const Format *format = &setter->format;
	Len pitch = len_scale(format->line, NOTES_PITCH);
	int lines = (notes->bottom - notes->top - format->line) / pitch;
	if (!notes->at_head) {
		/* White is left between the text and its notes, the lines stand at the foot. */
		lines = MIN(lines - 2, NOTES_MOST);
	}
	if (lines < 1) {
		return;
	}
	Len top = notes->at_head ? notes->top : notes->bottom - lines * pitch;
	double scale = format->line_scale;
	Point corner = {live_left, top};
	if (notes->at_head) {
		add_rule(setter, page, setter_hang_column(setter), corner,
			len_scale(setter->theme->head_bar, scale));
	}
	add_rule(setter, page, setter_text_column(setter), corner,
		len_scale(setter->theme->head_hair, scale));
	if (notes->label) {
		const Style *style = setter_style(setter, STYLE_LABEL);
		Column hang = setter_hang_column(setter);
		const Par *label = one_line(setter, STYLE_LABEL, notes->label, hang.width);
		Len pad = notes->at_head ? format->line / 2 : format->line / 4;
		add_par(page, label, live_left + setter_left(setter, hang.x, hang.width),
			top + pad + style_baseline(style));
	}
	for (int i = 1; i <= lines; i++) {
		add_dots(setter, page, live_left, notes->bottom - (lines - i) * pitch);
	}
}

/* All rows have one height; few have the design's. */
static Rect tab_area(const Setter *setter, const TabBlock *tab, gboolean at_left) {
	const Format *format = &setter->format;
	double scale = setter->sheet.scale;
	Len top = len_scale(len_from_mm(TAB_TOP), scale);
	Len pitch = MIN(len_scale(len_from_mm(TAB_PITCH), scale),
		(format->height - 2 * top) / MAX(tab->row_count, 1));
	Len gap = MIN(len_scale(len_from_mm(TAB_GAP), scale), pitch / 4);
	Len width = len_scale(len_from_mm(TAB_DEPTH), scale);
	return (Rect){
		at_left ? 0 : format->width - width, top + tab->row * pitch, width, pitch - gap};
}

void furniture_tab(Setter *setter, PageBuilder *page, const TabBlock *tab, gboolean verso) {
	gboolean at_left = verso != setter->composition->rtl;
	gboolean coloured = tab->track >= 0 && tab->track < TRACK_COLOURS;
	Rect area = tab_area(setter, tab, at_left);
	page_add_fill(page, area, coloured ? COLOUR_TRACK + tab->track : COLOUR_INK, TRUE);
	const Par *par = one_line(setter, STYLE_TAB, tab->text, area.height);
	if (par->line_count == 0 || par->width > area.height) {
		return; /* its place tells it */
	}
	RoleMetrics metrics = text_role_metrics(setter->text, &setter->sheet, STYLE_TAB);
	Len middle = area.x + area.width / 2, half = metrics.cap_height / 2;
	Len start = area.y + (area.height - par->width) / 2;
	PageItem item = {.kind = PAGE_TEXT, .tag = TAG_ARTIFACT};
	item.as.text.line = &par->lines[0];
	item.as.text.turn = at_left ? -G_PI / 2 : G_PI / 2;
	item.as.text.colour = COLOUR_PAPER;
	Len shift = par->lines[0].shift;
	item.as.text.at = at_left ? (Point){middle + half, start + par->width + shift}
				  : (Point){middle - half, start - shift};
	page_add(page, item);
}

/* Above the text column; in the corner of what is designed as a whole, as large as the sheet is. */
void furniture_draft(Setter *setter, PageBuilder *page, const Inline *stamp, gboolean bare) {
	const Format *format = &setter->format;
	double scale = format->top == 0 ? format->line_scale : 1;
	StyleSheet *sheet = arena_memdup(setter->arena, &setter->sheet, sizeof setter->sheet);
	Style *style = &sheet->styles[STYLE_DRAFT];
	style->size = len_scale(style->size, scale);
	ParSpec spec = setter_spec(setter, STYLE_DRAFT, stamp, format->live_width);
	spec.sheet = sheet;
	spec.one_line = TRUE;
	const Par *par = par_set(setter->text, setter->arena, &spec);
	if (par->line_count == 0) {
		return;
	}
	Len pad = style->size / 2;
	Len corner = len_scale(len_from_mm(7), scale);
	Len left = bare ? corner : format->inner + format->text_x;
	Len baseline = bare ? corner : MAX(format->top, len_from_mm(10)) - format->line / 2;
	/* On a field of its own, so that it is read on coloured pages too. */
	Rect field = {left - pad, baseline - style->size, par->width + 2 * pad, style->size + pad};
	page_add_fill(page, field, COLOUR_PAPER, FALSE);
	page_add_text(page, TAG_ARTIFACT, &par->lines[0], left - par->lines[0].shift, baseline);
}
