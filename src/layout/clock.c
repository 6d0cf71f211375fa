/* clock: the programme drawn on a twelve-hour clock face (DESIGN.md 7, Cover). Slots are sectors
 * of a ring, one ring a day or room; names run along the radius. */
#include <math.h>

#include "layout/frame.h"

static const double GAP_MINUTES = 0.6; /* white on either side of a slot */
static const double NAME_INSET_MM = 3.4; /* from the inner edge to the name */
static const double NAME_SPARE_MM = 6;
static const double NAME_ARC = 1.27; /* least arc where the name begins, in its size */
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

/* A slot's part of the ring without the white at its ends; a hair of the ring shows between days
 * or rooms. */
static Sector slot_sector(const ClockBlock *clock, const ClockPlace *place, const Slot *slot) {
	int count = MAX(clock->ring_count, 1), span = MAX(slot->ring_span, 1);
	Len depth = (place->outer - place->inner) / count;
	Sector sector = {.outer = place->outer - slot->ring * depth,
		.from = angle_of(slot->start),
		.to = angle_of(slot->end)};
	sector.inner = sector.outer - span * depth;
	if (span < count) {
		sector.inner += depth / 12;
	}
	return sector;
}

static int slot_fill(const Frame *frame, const Slot *slot) {
	if (slot->plenary) {
		return COLOUR_INK;
	}
	return frame->setter.theme->outlined ? -1 : COLOUR_WHITE;
}

static void add_slot(
	Frame *frame, const ClockBlock *clock, const ClockPlace *place, const Slot *slot) {
	Sector sector = slot_sector(clock, place, slot);
	if (!frame->setter.theme->outlined && sector.to > sector.from) {
		/* Between neighbours the cover itself shows, not the ring. */
		add_path(frame, sector_path(frame, &sector), place->centre, COLOUR_FIELD, -1);
	}
	sector.from = angle_of(slot->start + GAP_MINUTES);
	sector.to = angle_of(slot->end - GAP_MINUTES);
	if (sector.to <= sector.from) {
		return;
	}
	gboolean line = frame->setter.theme->outlined && !slot->plenary;
	add_path(frame, sector_path(frame, &sector), place->centre, slot_fill(frame, slot),
		line ? COLOUR_INK : -1);
}

/* --- names --------------------------------------------------------------------------------- */

/* What names try in turn, all alike: their size against the role's, and whether they are short. */
typedef struct NameForm {
	double size;
	gboolean is_short;
} NameForm;

static const NameForm NAME_FORMS[] = {
	{1, FALSE}, {0.841, FALSE}, {1, TRUE}, {0.841, TRUE}, {0.71, TRUE}};

static StyleSheet *name_sheet(const Frame *frame, double size) {
	StyleSheet *sheet =
		arena_memdup(frame->setter.arena, &frame->setter.sheet, sizeof frame->setter.sheet);
	Style *style = &sheet->styles[STYLE_CLOCK_NAME];
	style->size = len_scale(style->size, size);
	return sheet;
}

/* The words of a slot in a form, or NULL. */
static const Par *set_name(Frame *frame, const Slot *slot, const NameForm *form) {
	gboolean fixed = frame->setter.format.stacked; /* nothing may be smaller */
	if (fixed && form->size != 1) {
		return NULL;
	}
	const Inline *text = form->is_short && slot->short_title ? slot->short_title : slot->name;
	text = text ? text : slot->short_title;
	if (!text) {
		return NULL;
	}
	gboolean brief = slot->end - slot->start <= SHORT_SLOT;
	ParSpec spec = setter_spec(&frame->setter, STYLE_CLOCK_NAME, text, LEN_MAX / 4);
	spec.sheet = name_sheet(frame, brief && !fixed ? MIN(form->size, 0.841) : form->size);
	spec.one_line = TRUE;
	spec.rtl = FALSE;
	const Par *par = par_set(frame->setter.text, frame->setter.arena, &spec);
	return par->line_count > 0 ? par : NULL;
}

static gboolean is_inside(Point point, Rect area) {
	return point.x >= area.x && point.x <= area.x + area.width && point.y >= area.y &&
		point.y <= area.y + area.height;
}

/* Does the whole radius of a slot's middle lie on the page? */
static gboolean is_shown(const Frame *frame, const ClockPlace *place, const Sector *sector) {
	Len margin = len_from_mm(EDGE_MM);
	Rect page = {margin, margin, frame->width - 2 * margin, frame->height - 2 * margin};
	double angle = (sector->from + sector->to) / 2;
	return is_inside(polar(place->centre, sector->inner, angle), page) &&
		is_inside(polar(place->centre, sector->outer, angle), page);
}

static gboolean name_fits(Frame *frame, const Sector *sector, const Par *par) {
	double arc = (sector->inner + frame_mm(frame, NAME_INSET_MM)) * (sector->to - sector->from);
	return arc >= NAME_ARC * par->size &&
		par->width <= sector->outer - sector->inner - frame_mm(frame, NAME_SPARE_MM);
}

static void add_name(Frame *frame, const ClockBlock *clock, const ClockPlace *place,
	const Slot *slot, const Par *par) {
	Sector sector = slot_sector(clock, place, slot);
	double angle = (sector.from + sector.to) / 2;
	/* On the left half of the face a name would stand on its head: it reads inwards there. */
	double turned = fmod(angle + G_PI / 2 + 4 * G_PI, 2 * G_PI);
	gboolean inwards = turned > G_PI + 1e-9;
	Len inset = frame_mm(frame, NAME_INSET_MM);
	Len start = inwards ? sector.inner + inset + par->width : sector.inner + inset;
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

/* Sets all names in one form; returns how many do not fit that may not be missing: those of brief
 * slots may, and titles that stand where there is no one name. */
static int set_names(Frame *frame, const ClockBlock *clock, const ClockPlace *place,
	const NameForm *form, const Par **pars) {
	enum { BRIEF = 15 };
	int missing = 0;
	for (int i = 0; i < clock->slot_count; i++) {
		const Slot *slot = &clock->slots[i];
		Sector sector = slot_sector(clock, place, slot);
		pars[i] = set_name(frame, slot, form);
		gboolean shown = !frame->setter.format.stacked || is_shown(frame, place, &sector);
		if (!pars[i] || (shown && name_fits(frame, &sector, pars[i]))) {
			continue;
		}
		pars[i] = NULL;
		missing += slot->name && slot->end - slot->start > BRIEF;
	}
	return missing;
}

/* A name too long for every form does not take the others off the face. */
static gboolean are_few(int missing, const ClockBlock *clock) {
	enum { ONE_IN = 4 };
	int names = 0;
	for (int i = 0; i < clock->slot_count; i++) {
		names += clock->slots[i].name != NULL;
	}
	return missing * ONE_IN <= names;
}

/* All in the first form in which the fewest are missing. */
static void add_names(Frame *frame, const ClockBlock *clock, const ClockPlace *place) {
	const Par **pars = arena_array_of(frame->setter.arena, const Par *, clock->slot_count);
	int fewest = G_MAXINT;
	size_t best = 0;
	for (size_t form = 0; form < G_N_ELEMENTS(NAME_FORMS) && fewest > 0; form++) {
		int missing = set_names(frame, clock, place, &NAME_FORMS[form], pars);
		if (missing < fewest) {
			fewest = missing;
			best = form;
		}
	}
	if (fewest > 0 && !are_few(fewest, clock)) {
		return;
	}
	set_names(frame, clock, place, &NAME_FORMS[best], pars);
	for (int i = 0; i < clock->slot_count; i++) {
		if (pars[i]) {
			add_name(frame, clock, place, &clock->slots[i], pars[i]);
		}
	}
}

/* --- where a face can stand ---------------------------------------------------------------- */

/* Points of all slots, close together: how many of them lie in the area, in percent. */
static double share_inside(const ClockBlock *clock, const ClockPlace *place, Rect area) {
	const double apart = angle_of(2.5) - angle_of(0); /* minutes */
	enum { RADII = 24 };
	int inside = 0, count = 0;
	for (int i = 0; i < clock->slot_count; i++) {
		Sector sector = slot_sector(clock, place, &clock->slots[i]);
		int angles = (int)((sector.to - sector.from) / apart);
		for (int turn = 0; turn <= angles; turn++) {
			double angle = sector.from + turn * apart;
			for (int step = 0; step <= RADII; step++) {
				Len radius = sector.inner +
					(Len)((gint64)(sector.outer - sector.inner) * step / RADII);
				inside += is_inside(polar(place->centre, radius, angle), area);
				count++;
			}
		}
	}
	return count > 0 ? 100.0 * inside / count : 0;
}

gboolean clock_clears(const ClockBlock *clock, const ClockPlace *place, Rect area) {
	return share_inside(clock, place, area) == 0;
}

gboolean clock_shows_all(const Frame *frame, const ClockBlock *clock, const ClockPlace *place) {
	enum { NEARLY = 99 };
	return share_inside(clock, place, (Rect){0, 0, frame->width, frame->height}) >= NEARLY;
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
		Rect keep = place->keep;
		gboolean clear = keep.width == 0 || left >= keep.x + keep.width ||
			left + par->width <= keep.x || at.y <= keep.y ||
			at.y - metrics.cap_height >= keep.y + keep.height;
		if (clear && left >= margin && left + par->width <= frame->width - margin) {
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
