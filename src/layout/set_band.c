/* set_band: the name of a session over its talks in columns: white on the colour of its track
 * (DESIGN.md 10, Dense abstracts). Where a theme has no colours it is ink. */
#include "layout/setter.h"

/* pt; mm on A5 */
static const double INSET_TOP = 3, INSET_BOTTOM = 4, INSET_SIDE = 2.2;

int band_colour(const Setter *setter, int track) {
	if (setter->theme->outlined || track >= TRACK_COLOURS) {
		return COLOUR_INK;
	}
	return track < 0 ? COLOUR_ACCENT : COLOUR_TRACK + track;
}

/* A setter that writes on the field. */
static Setter *on_field(Setter *setter) {
	static const StyleRole roles[] = {STYLE_AGENDA_TITLE, STYLE_GRID_HEAD_NOTE};
	Setter *other = arena_memdup(setter->arena, setter, sizeof *setter);
	for (gsize i = 0; i < G_N_ELEMENTS(roles); i++) {
		other->sheet.styles[roles[i]].colour =
			setter->theme->outlined ? COLOUR_PAPER : COLOUR_ON_ACCENT;
	}
	other->latin = NULL;
	return other;
}

void set_band(Setter *setter, VList *list, const Block *block, int columns) {
	const BandBlock *band = block->as.band;
	Setter *own = on_field(setter);
	Column column = dense_column(setter, columns);
	Len side = len_scale(len_from_mm(INSET_SIDE), setter->sheet.scale);
	Column words = {column.x + side, column.width - 2 * side};
	VList lines;
	vlist_init(&lines, setter->arena);
	set_text(own, &lines,
		(Words){STYLE_AGENDA_TITLE, band->title, words,
			tag_leaf(setter->tags, TAG_HEADING, 2)});
	for (int i = 0; i < band->line_count; i++) {
		set_text(own, &lines,
			(Words){STYLE_GRID_HEAD_NOTE, band->lines[i], words,
				tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
	}
	Len top = len_scale(len_from_pt(INSET_TOP), setter->format.line_scale);
	Len height = vlist_height(&lines, 0, vlist_count(&lines)) + top +
		len_scale(len_from_pt(INSET_BOTTOM), setter->format.line_scale);
	/* Prose below it stands on the lines of its column's; what that adds is above and below. */
	Len leading = setter_style(setter, STYLE_DENSE_PROSE)->leading;
	Len more = (leading - height % leading) % leading;
	height += more;
	top += more / 2;
	BoxBuilder box;
	box_init(&box, setter->arena);
	Rect area = {setter_left(setter, column.x, column.width), 0, column.width, height};
	box_add(&box,
		(PageItem){.kind = PAGE_FILL,
			.tag = TAG_ARTIFACT,
			.as.fill = {.area = area, .colour = band_colour(setter, band->track)}});
	box_add_vlist(&box, &lines, 0, vlist_count(&lines), top);
	box_end(&box, list, height);
	vlist_finish(&lines);
	vlist_add_penalty(list, PENALTY_NEVER);
	vlist_add_glue(list, leading / 2);
	vlist_add_penalty(list, PENALTY_NEVER);
}
