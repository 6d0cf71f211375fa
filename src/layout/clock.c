/* clock: the programme drawn on a twelve-hour clock face (DESIGN.md 7, Cover). Slots are sectors
 * of a ring, one ring a day or room; names run along the radius. */
#include <math.h>

#include "layout/frame.h"

static const double GAP_MINUTES = 0.6; /* white on either side of a slot */
static const double NAME_INSET_MM = 3.4; /* from the inner edge to the name */
static const double NAME_SPARE_MM = 6;
static const double NAME_ARC = 1.3; /* least arc where the name begins, in its size */
static const double HOUR_INSET = 6.5 / 42; /* of the inner radius */
enum { SHORT_SLOT = 10, CLOCK_MINUTES = 720, EDGE_MM = 10 };

static double angle_of(double minutes) {
	return minutes / CLOCK_MINUTES * 2 * G_PI - G_PI / 2;
}

static Point polar(Point centre, double radius, double angle) {
	return (Point){centre.x + len_round(radius * cos(angle)),
		centre.y + len_round(radius * sin(angle))};
}

typedef struct Sector {
	Len inner, outer;
	double from, to; /* angles */
} Sector;

static const PagePath *sector_path(Frame *frame, const Sector *sector) {
	PathBuilder *path = path_builder_new(frame->setter.arena);
	Point origin = {0, 0};
	path_move(path, polar(origin, sector->outer, sector->from));
	path_arc(path, origin, sector->outer, sector->from, sector->to);
	path_line(path, polar(origin, sector->inner, sector->to));
	path_arc(path, origin, sector->inner, sector->to, sector->from);
	path_close(path);
	return path_builder_end(path);
}

static void add_path(Frame *frame, const PagePath *path, Point centre, int fill, int stroke) {
	frame_add(frame,
		(PageItem){.kind = PAGE_PATH,
			.tag = TAG_ARTIFACT,
			.as.path = {.path = path,
				.at = centre,
				.fill = fill,
				.stroke = stroke,
				.thickness = len_scale(frame->setter.theme->outline, frame->k),
				.clip_to_page = TRUE}});
}

static void ring_radii(
	const ClockBlock *clock, const ClockPlace *place, int ring, Len *inner, Len *outer) {
	int count = MAX(clock->ring_count, 1);
	Len depth = (place->outer - place->inner) / count;
	*outer = place->outer - ring * depth;
	*inner = *outer - depth;
	if (count > 1) {
		*inner += depth / 12;
	}
}

static int slot_fill(const Frame *frame, const Slot *slot) {
	if (slot->plenary) {
		return COLOUR_INK;
	}
	return frame->setter.theme->outlined ? -1 : COLOUR_WHITE;
}

static void add_slot(
	Frame *frame, const ClockBlock *clock, const ClockPlace *place, const Slot *slot) {
	Sector sector;
	ring_radii(clock, place, slot->ring, &sector.inner, &sector.outer);
	sector.from = angle_of(slot->start + GAP_MINUTES);
	sector.to = angle_of(slot->end - GAP_MINUTES);
	if (sector.to <= sector.from) {
		return;
	}
	gboolean line = frame->setter.theme->outlined && !slot->plenary;
	add_path(frame, sector_path(frame, &sector), place->centre, slot_fill(frame, slot),
		line ? COLOUR_INK : -1);
}

/* The sheet of names in short slots: one step of the scale smaller. */
static StyleSheet short_names(const Frame *frame) {
	StyleSheet sheet = frame->setter.sheet;
	Style *style = &sheet.styles[STYLE_CLOCK_NAME];
	style->size = len_scale(style->size, pow(2, -0.25));
	return sheet;
}

static const Par *set_name(Frame *frame, const Slot *slot, const StyleSheet *small) {
	ParSpec spec = setter_spec(&frame->setter, STYLE_CLOCK_NAME, slot->name, LEN_MAX / 4);
	if (slot->end - slot->start <= SHORT_SLOT) {
		spec.sheet = small;
	}
	spec.one_line = TRUE;
	spec.rtl = FALSE;
	return par_set(frame->setter.text, frame->setter.arena, &spec);
}

static gboolean name_fits(Frame *frame, const ClockBlock *clock, const ClockPlace *place,
	const Slot *slot, const Par *par) {
	Len inner, outer;
	ring_radii(clock, place, slot->ring, &inner, &outer);
	double arc = (inner + frame_mm(frame, NAME_INSET_MM)) *
		(angle_of(slot->end) - angle_of(slot->start));
	return arc >= NAME_ARC * par->size &&
		par->width <= outer - inner - frame_mm(frame, NAME_SPARE_MM);
}

static void add_name(Frame *frame, const ClockBlock *clock, const ClockPlace *place,
	const Slot *slot, const Par *par) {
	Len inner, outer;
	ring_radii(clock, place, slot->ring, &inner, &outer);
	double angle = angle_of((slot->start + slot->end) / 2.0);
	/* On the left half of the face a name would stand on its head: it reads inwards there. */
	double turned = fmod(angle + G_PI / 2 + 4 * G_PI, 2 * G_PI);
	gboolean inwards = turned > G_PI + 1e-9;
	Len start = inwards ? outer - frame_mm(frame, NAME_INSET_MM)
			    : inner + frame_mm(frame, NAME_INSET_MM);
	double direction = inwards ? angle + G_PI : angle;
	Point at = polar(place->centre, start, angle);
	/* Half an x-height beside the radius, so that the name's middle lies on it. */
	double drop = par->size * 0.36;
	at.x -= len_round(drop * sin(direction));
	at.y += len_round(drop * cos(direction));
	const Line *line = &par->lines[0];
	at.x -= len_round(line->shift * cos(direction));
	at.y -= len_round(line->shift * sin(direction));
	frame_add(frame,
		(PageItem){.kind = PAGE_TEXT,
			.tag = TAG_ARTIFACT,
			.as.text = {.line = line,
				.at = at,
				.turn = direction,
				.colour = slot->plenary ? COLOUR_PAPER : COLOUR_INK}});
}

static void add_names(Frame *frame, const ClockBlock *clock, const ClockPlace *place) {
	StyleSheet *small = arena_new_of(frame->setter.arena, StyleSheet);
	*small = short_names(frame);
	const Par **pars = arena_array_of(frame->setter.arena, const Par *, clock->slot_count);
	for (int i = 0; i < clock->slot_count; i++) {
		const Slot *slot = &clock->slots[i];
		if (!slot->name) {
			continue;
		}
		pars[i] = set_name(frame, slot, small);
		if (pars[i]->line_count == 0 || !name_fits(frame, clock, place, slot, pars[i])) {
			return;
		}
	}
	for (int i = 0; i < clock->slot_count; i++) {
		if (pars[i]) {
			add_name(frame, clock, place, &clock->slots[i], pars[i]);
		}
	}
}

static void add_hours(Frame *frame, const ClockBlock *clock, const ClockPlace *place) {
	int first = (clock->from + 59) / 60, last = clock->to / 60;
	if (last - first >= 12) {
		last = first + 11;
	}
	/* The hours keep their distance from the ring, in proportion to the face. */
	Len radius = place->inner - len_scale(place->inner, HOUR_INSET);
	for (int hour = first; hour <= last; hour++) {
		int shown = (hour + 11) % 12 + 1;
		const Inline *text = inline_new(
			frame->setter.arena, setter_number(&frame->setter, shown), NULL, SPAN_NONE);
		const Par *par = frame_set(frame, STYLE_CLOCK_HOUR, text, LEN_MAX / 4);
		RoleMetrics metrics = text_role_metrics(
			frame->setter.text, &frame->setter.sheet, STYLE_CLOCK_HOUR);
		Point at = polar(place->centre, radius, angle_of(hour * 60));
		at.x -= par->width / 2 + par->lines[0].shift;
		at.y += metrics.cap_height / 2;
		/* The face may bleed off the sheet; its numerals do not. */
		Len left = at.x + par->lines[0].shift, margin = len_from_mm(EDGE_MM);
		if (left >= margin && left + par->width <= frame->width - margin) {
			frame_par(frame, par, at, COLOUR_ON_FIELD, TAG_ARTIFACT);
		}
	}
}

void frame_clock(Frame *frame, const ClockBlock *clock, const ClockPlace *place) {
	if (!frame->setter.theme->outlined) {
		Sector ring = {place->inner, place->outer, 0, 2 * G_PI};
		add_path(frame, sector_path(frame, &ring), place->centre, COLOUR_ACCENT_DARK, -1);
	}
	for (int i = 0; i < clock->slot_count; i++) {
		add_slot(frame, clock, place, &clock->slots[i]);
	}
	add_names(frame, clock, place);
	add_hours(frame, clock, place);
}
