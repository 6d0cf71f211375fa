/* frame: see the header. */
#include "layout/frame.h"

#include <math.h>

void frame_init(Frame *frame, const Setter *setter, gboolean verso, double k) {
	*frame = (Frame){.setter = *setter, .k = k};
	/* Editions say their sizes as they are. */
	double type = setter->format.stacked ? 1 : k;
	setter_take_sheets(&frame->setter, type, type);
	box_init(&frame->box, setter->arena);
	frame->dx = -format_live_left(&setter->format, verso, setter->composition->rtl);
	frame->margin = -frame->dx;
	frame->dy = -setter->format.top;
	frame->width = setter->format.width;
	frame->height = setter->format.height;
}

void frame_end(Frame *frame, VList *list) {
	const Format *format = &frame->setter.format;
	box_end(&frame->box, list, format->line * format->line_count);
}

double frame_scale(const Format *format) {
	double across = len_to_mm(format->width) / 148, down = len_to_mm(format->height) / 210;
	return format_is_wide(format) ? sqrt(across * down) : MIN(across, down);
}

Len frame_mm(const Frame *frame, double mm) {
	return len_scale(len_from_mm(mm), frame->k);
}

Len frame_gap(const Frame *frame, double mm) {
	const double designed = 9.5;
	double size = len_to_pt(setter_style(&frame->setter, STYLE_COVER_HOST)->size);
	return frame->setter.format.stacked ? len_scale(len_from_mm(mm), size / designed)
					    : frame_mm(frame, mm);
}

void frame_add(Frame *frame, PageItem item) {
	box_add(&frame->box, page_item_moved(item, frame->dx, frame->dy));
}

void frame_fill(Frame *frame, Rect area, int colour, gboolean bleeds) {
	frame_add(frame,
		(PageItem){.kind = PAGE_FILL,
			.tag = TAG_ARTIFACT,
			.as.fill = {.area = area, .colour = colour, .bleeds = bleeds}});
}

void frame_rule(Frame *frame, Rect area, int colour) {
	Len left = frame_mirror(frame, area.x, area.width);
	Len middle = area.y + area.height / 2;
	frame_add(frame,
		(PageItem){.kind = PAGE_RULE,
			.tag = TAG_ARTIFACT,
			.as.rule = {.from = {left, middle},
				.to = {left + area.width, middle},
				.thickness = area.height,
				.colour = colour}});
}

Len frame_mirror(const Frame *frame, Len x, Len width) {
	return frame->setter.composition->rtl ? frame->width - x - width : x;
}

Len frame_tight(const Frame *frame, const Par *par, Len x) {
	Len first = LEN_MAX;
	for (int i = 0; i < par->line_count; i++) {
		first = MIN(first, par->lines[i].shift);
	}
	return frame_mirror(frame, x, par->width) - (par->line_count > 0 ? first : 0);
}

const Par *frame_set(Frame *frame, StyleRole role, const Inline *text, Len measure) {
	ParSpec spec = setter_spec(&frame->setter, role, text, measure);
	/* The frame may be a short-lived variable: its sheet must outlive the paragraph. */
	return par_set(frame->setter.text, frame->setter.arena, &spec);
}

void frame_par(Frame *frame, const Par *par, Point first_baseline, int colour, int tag) {
	int first = (int)frame->box.items->len;
	for (int i = 0; i < par->line_count; i++) {
		Point at = {first_baseline.x + frame->dx,
			first_baseline.y + frame->dy + i * par->leading};
		set_line(&frame->setter, &frame->box, (LineAt){par, i, at, tag});
	}
	for (int i = first; colour >= 0 && i < (int)frame->box.items->len; i++) {
		PageItem *item = &g_array_index(frame->box.items, PageItem, i);
		if (item->kind == PAGE_TEXT) {
			item->as.text.colour = colour;
		}
	}
}

int frame_text(Frame *frame, FrameWords words) {
	const Par *par = frame_set(frame, words.role, words.text, words.column.width);
	setter_tag_language(&frame->setter, words.tag, words.text);
	Point at = {frame_mirror(frame, words.column.x, words.column.width), words.column.y};
	frame_par(frame, par, at, words.colour, words.tag);
	return par->line_count;
}

void frame_figure(Frame *frame, const FigureBlock *figure, Rect square) {
	/* set_figure counts from the live area's start edge; dx leads there. */
	Len left = frame_mirror(frame, square.x, square.width) + frame->dx;
	Column column = {left, square.width};
	if (frame->setter.composition->rtl) {
		column.x = frame->setter.format.live_width - left - square.width;
	}
	set_figure(&frame->setter, &frame->box, figure, column, square.y + frame->dy);
}
