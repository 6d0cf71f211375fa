/* setter: paragraphs and the plain blocks of prose. */
#include "layout/setter.h"

#include <string.h>

#include "layout/resolve.h"
#include "locale/locale.h"

enum { WIDOW_LINES = 3, WIDOW_LINES_SMALL = 2, SPLIT_COST = 50 };

TagBuilder *setter_try_begin(Setter *setter) {
	TagBuilder *kept = setter->tags;
	setter->tags = tag_builder_new(setter->arena, NULL);
	return kept;
}

void setter_try_end(Setter *setter, TagBuilder *kept) {
	tag_builder_free(setter->tags);
	setter->tags = kept;
}

gboolean setter_stacks(const Setter *setter) {
	return setter->format.stacked && !setter->tabular;
}

Column setter_hang_column(const Setter *setter) {
	if (setter_stacks(setter)) {
		return setter_full_column(setter);
	}
	return (Column){.x = 0, .width = setter->format.column};
}

Column setter_text_column(const Setter *setter) {
	if (setter_stacks(setter)) {
		return setter_full_column(setter);
	}
	return (Column){.x = setter->format.text_x, .width = setter->format.text_width};
}

Column setter_full_column(const Setter *setter) {
	return (Column){.x = 0, .width = setter->format.live_width};
}

Len setter_left(const Setter *setter, Len x, Len width) {
	return setter->composition->rtl ? setter->format.live_width - x - width : x;
}

const Style *setter_style(const Setter *setter, StyleRole role) {
	return &setter->sheet.styles[role];
}

Len style_baseline(const Style *style) {
	return style->leading / 2 + style->size / 4;
}

const char *setter_number(const Setter *setter, int number) {
	const char *european = arena_printf(setter->arena, "%d", number);
	if (setter->european) {
		return european;
	}
	g_autofree char *figures = locale_figures(setter->composition->language, european);
	return arena_strdup(setter->arena, figures);
}

Len setter_half(const Setter *setter, int half_lines) {
	return setter->format.line * half_lines / 2;
}

static gboolean is_wider(const Setter *setter, const ParSpec *spec, const char *word) {
	const Inline *text = inline_new(setter->arena, word, spec->source->language, SPAN_NONE);
	return text_width(setter->text, spec->sheet, spec->role, text, spec->language) >
		spec->measure;
}

gboolean setter_divides(const Setter *setter, const ParSpec *spec) {
	enum { WITHOUT_SPACES = 0x2E80 };
	g_auto(GStrv) words = g_strsplit_set(spec->source->text, " \n-", -1);
	for (int i = 0; words[i]; i++) {
		for (const char *at = words[i]; *at; at = g_utf8_next_char(at)) {
			if (g_utf8_get_char(at) >= WITHOUT_SPACES) {
				return FALSE;
			}
		}
	}
	for (int i = 0; words[i]; i++) {
		if (is_wider(setter, spec, words[i])) {
			return TRUE;
		}
	}
	return FALSE;
}

gboolean inline_has_slots(const Inline *text) {
	for (int i = 0; i < text->span_count; i++) {
		if (text->spans[i].flags & INLINE_SLOT) {
			return TRUE;
		}
	}
	return FALSE;
}

const char *setter_known_page(const void *owner, const char *anchor) {
	const Setter *setter = owner;
	return anchor && setter->known_pages ? g_hash_table_lookup(setter->known_pages, anchor)
					     : NULL;
}

static gboolean knows_pages(const Setter *setter, const Inline *text) {
	for (int i = 0; i < text->span_count; i++) {
		const InlineSpan *span = &text->spans[i];
		if ((span->flags & INLINE_SLOT) && !setter_known_page(setter, span->target)) {
			return FALSE;
		}
	}
	return TRUE;
}

const Inline *setter_widest(const Setter *setter, const Inline *text) {
	if (!inline_has_slots(text)) {
		return text;
	}
	if (knows_pages(setter, text)) {
		return inline_with_pages(setter->arena, text, setter_known_page, setter);
	}
	/* The zero is among the widest of European figures, but a mere dot in Arabic. */
	g_autofree char *figures = g_strnfill((gsize)setter->digits, setter->european ? '0' : '8');
	if (setter->european) {
		return inline_with_widest(setter->arena, text, figures);
	}
	g_autofree char *widest = locale_figures(setter->composition->language, figures);
	return inline_with_widest(setter->arena, text, widest);
}

/* The active area of a run with a link: its words from the leftmost to the rightmost. */
static void set_run_link(
	BoxBuilder *box, const LineRun *run, Point origin, const Style *style, int tag) {
	Len left = LEN_MAX, right = -LEN_MAX;
	for (int i = 0; i < run->word_count; i++) {
		const PlacedWord *placed = &run->words[i];
		left = MIN(left, placed->x);
		right = MAX(right, placed->x + word_width(run, placed->word));
	}
	if (left >= right) {
		return;
	}
	Rect area = {.x = origin.x + left,
		.y = origin.y - style_baseline(style),
		.width = right - left,
		.height = style->leading};
	box_add(box,
		(PageItem){.kind = PAGE_LINK,
			.tag = tag,
			.as.link = {.area = area, .href = run->href, .target = run->target}});
}

void set_line(Setter *setter, BoxBuilder *box, LineAt at) {
	const Line *set = &at.par->lines[at.line];
	box_add(box,
		(PageItem){.kind = PAGE_TEXT,
			.tag = at.tag,
			.as.text = {.line = set, .at = at.origin, .colour = -1}});
	for (int i = 0; i < set->run_count; i++) {
		if (set->runs[i].href || set->runs[i].target) {
			set_run_link(box, &set->runs[i], at.origin,
				setter_style(setter, at.par->role), at.tag);
		}
	}
}

/* An entry of a list is whole, unless it is so long that it would tear a hole into the page. */
static gboolean is_whole(const Setter *setter, Len height) {
	enum { PARTS = 3 };
	return setter->in_item && PARTS * height <= setter->format.line * setter->format.line_count;
}

static int split_penalty(const Par *par, int line, int widow_lines) {
	int before = line + 1, after = par->line_count - before;
	if (par->line_count <= widow_lines + 1 || before < widow_lines || after < widow_lines) {
		return PENALTY_NEVER;
	}
	return par->penalties[line] > 0 ? PENALTY_DIVIDED : SPLIT_COST;
}

static void set_slot_par(Setter *setter, VList *list, const Par *par, SlotPar slot) {
	BoxBuilder box;
	box_init(&box, setter->arena);
	box_add_slot(&box, slot);
	box_end(&box, list, par->leading * par->line_count);
}

static gboolean is_title(StyleRole role) {
	return role == STYLE_POSTER_TITLE || role == STYLE_PAGE_TITLE || role == STYLE_TALK_TITLE ||
		role == STYLE_TALK_TITLE_SMALL || role == STYLE_TALK_TITLE_SMALLEST ||
		role == STYLE_TALK_TITLE_MISSING;
}

gboolean setter_is_titled(const Block *row) {
	return is_title(block_first_role(row, STYLE_PROSE));
}

/* 0 = none. The event's title is 1, parts and talks are 2. */
static int heading_level(const Setter *setter, StyleRole role) {
	const Block *row = setter->row;
	if (is_title(role)) {
		return role == STYLE_POSTER_TITLE ? 1 : 2;
	}
	switch (role) {
	case STYLE_LABEL:
		/* Beside a title it is but a word more. */
		return row && !setter_is_titled(row) ? 3 : 0;
	case STYLE_DIRECTORY_NAME:
		return row && row->role == STYLE_DIRECTORY_TEXT ? 3 : 0;
	default:
		return 0;
	}
}

int setter_tag(Setter *setter, StyleRole role) {
	int level = heading_level(setter, role);
	if (role == STYLE_REFERENCE) {
		return tag_leaf(setter->tags, TAG_BIBLIOGRAPHY, 0);
	}
	if (role == STYLE_NOTE && !setter->row) {
		return tag_leaf(setter->tags, TAG_NOTE, 0);
	}
	return tag_leaf(setter->tags, level > 0 ? TAG_HEADING : TAG_PARAGRAPH, level);
}

void setter_tag_language(Setter *setter, int tag, const Inline *text) {
	const char *language = text->language;
	if (tag != TAG_ARTIFACT && language && *language &&
		g_strcmp0(language, setter->composition->language) != 0) {
		tag_set_language(setter->tags, tag, language);
	}
}

void set_spec(Setter *setter, VList *list, const ParSpec *spec, Len x, int tag) {
	setter_tag_language(setter, tag, spec->source);
	ParSpec wide = *spec;
	wide.source = setter_widest(setter, spec->source);
	const Style *style = &spec->sheet->styles[spec->role];
	int widow_lines = style->size < setter_style(setter, STYLE_PROSE)->size ? WIDOW_LINES_SMALL
										: WIDOW_LINES;
	if (wide.source != spec->source) {
		const Par *par = par_set(setter->text, setter->arena, &wide);
		SlotPar slot = {.spec = *spec,
			.x = setter_left(setter, x, spec->measure),
			.tag = tag,
			.line_count = par->line_count};
		set_slot_par(setter, list, par, slot);
		return;
	}
	Len left = setter_left(setter, x, spec->measure);
	const Par *par = setter_par(setter, spec, widow_lines);
	gboolean whole = is_whole(setter, par->line_count * par->leading);
	for (int i = 0; i < par->line_count; i++) {
		BoxBuilder box;
		box_init(&box, setter->arena);
		set_line(setter, &box, (LineAt){par, i, (Point){left, style_baseline(style)}, tag});
		box_end(&box, list, par->leading);
		if (i + 1 < par->line_count) {
			vlist_add_penalty(
				list, whole ? PENALTY_NEVER : split_penalty(par, i, widow_lines));
		}
	}
}

int set_text(Setter *setter, VList *list, Words words) {
	ParSpec spec = setter_spec(setter, words.role, words.text, words.column.width);
	int before = vlist_count(list);
	set_spec(setter, list, &spec, words.column.x, words.tag);
	int lines = 0;
	for (int i = before; i < vlist_count(list); i++) {
		VItem *item = &g_array_index(list->items, VItem, i);
		if (item->kind == V_PENALTY) {
			item->penalty = PENALTY_NEVER;
		} else if (item->kind == V_BOX) {
			lines += item->as.box->slot_count ? item->as.box->slots[0].line_count : 1;
		}
	}
	return lines;
}

void set_rule(Setter *setter, BoxBuilder *box, RuleAt at) {
	Len left = setter_left(setter, at.column.x, at.column.width);
	Len middle = at.y + at.thickness / 2;
	box_add(box,
		(PageItem){.kind = PAGE_RULE,
			.tag = TAG_ARTIFACT,
			.as.rule = {.from = {left, middle},
				.to = {left + at.column.width, middle},
				.thickness = at.thickness,
				.colour = at.colour}});
}

void set_to_grid(Setter *setter, VList *list, int from, int half_lines) {
	Len unit = setter_half(setter, half_lines);
	Len height = vlist_height(list, from, vlist_count(list));
	Len over = height % unit;
	/* A remainder of rounding is no reason for another half line. */
	if (over > 4) {
		vlist_add_penalty(list, PENALTY_NEVER);
		vlist_add_glue(list, unit - over);
	}
}

void set_paragraph(Setter *setter, VList *list, const Block *block, Column column) {
	int tag = setter_tag(setter, block->role);
	ParSpec spec = setter_spec(setter, block->role, block->text, column.width);
	spec.first_indent = setter_first_indent(setter, &spec, block->continues);
	if (block->role == STYLE_INDEX) {
		spec.hang_indent = setter->sheet.indent;
	}
	set_spec(setter, list, &spec, column.x, tag);
}

/* Width of the markers' column: a reference's is fixed (5 mm on A5), a list's likewise, so that
 * entries of one list align whatever their numbers. */
static Len marker_width(const Setter *setter) {
	return len_scale(len_from_mm(5), setter->sheet.scale);
}

static const Inline *first_text(const Block *block) {
	if (block->kind == BLOCK_PARAGRAPH) {
		return block->text;
	}
	for (int i = 0; i < block->child_count; i++) {
		const Inline *text = first_text(block->children[i]);
		if (text) {
			return text;
		}
	}
	return NULL;
}

gboolean setter_runs_foreign(const Setter *setter, const Block *block) {
	const Inline *text = first_text(block);
	return text && setter_runs_rtl(setter, STYLE_PROSE, text) != setter->composition->rtl;
}

/* Entries of prose that runs against the page have their markers on its own side. */
static void item_columns(
	const Setter *setter, const Block *block, Column column, Column *marker, Column *body) {
	Len indent = marker_width(setter);
	gboolean other_side = block->role != STYLE_REFERENCE && setter_runs_foreign(setter, block);
	*marker = (Column){column.x, indent};
	*body = (Column){column.x + indent, column.width - indent};
	if (other_side) {
		marker->x = column.x + column.width - indent;
		body->x = column.x;
	}
}

/* The marker in the language of what it marks. */
static const Inline *item_marker(const Setter *setter, const Block *block) {
	const Inline *text = first_text(block);
	Inline *marker = arena_memdup(setter->arena, block->marker, sizeof *marker);
	if (text && block->role != STYLE_REFERENCE) {
		marker->language = text->language;
	}
	return marker;
}

static void set_item(Setter *setter, VList *list, const Block *block, Column column) {
	tag_open(setter->tags, TAG_LIST_ITEM, 0);
	VList marker, body;
	vlist_init(&marker, setter->arena);
	vlist_init(&body, setter->arena);
	StyleRole role = block->role == STYLE_REFERENCE ? STYLE_REFERENCE_NUMBER : block->role;
	Column marker_column, body_column;
	item_columns(setter, block, column, &marker_column, &body_column);
	set_text(setter, &marker,
		(Words){role, item_marker(setter, block), marker_column,
			tag_leaf(setter->tags, TAG_LABEL, 0)});
	tag_open(setter->tags, TAG_BODY, 0);
	gboolean was_in_item = setter->in_item, was_off = setter->set_off;
	setter->in_item = setter->set_off = TRUE;
	set_children(setter, &body, block, body_column);
	setter->in_item = was_in_item;
	setter->set_off = was_off;
	tag_close(setter->tags);
	BoxBuilder box;
	box_init(&box, setter->arena);
	/* A mark in larger letters stands on the line of what it marks. */
	Len down = role != STYLE_MARK
		? 0
		: style_baseline(setter_style(setter, block_first_role(block, role))) -
			style_baseline(setter_style(setter, role));
	box_add_vlist(&box, &marker, 0, vlist_count(&marker), down);
	int first = 0;
	while (first < vlist_count(&body) && vlist_at(&body, first)->kind != V_BOX) {
		first++;
	}
	int end = MIN(first + 1, vlist_count(&body));
	box_add_vlist(&box, &body, 0, end, 0);
	Len height =
		MAX(vlist_height(&marker, 0, vlist_count(&marker)), vlist_height(&body, 0, end));
	box_end(&box, list, height);
	for (int i = end; i < vlist_count(&body); i++) {
		vlist_add(list, *vlist_at(&body, i));
	}
	vlist_finish(&marker);
	vlist_finish(&body);
	tag_close(setter->tags);
}

Len setter_prose_grid(const Setter *setter) {
	const StyleSheet *sheet = setter->foreign && setter->latin ? setter->latin : &setter->sheet;
	Len leading = sheet->styles[STYLE_PROSE].leading;
	return ABS(leading - setter->format.line) <= 4 ? setter->format.line : leading;
}

void setter_close_prose(const Setter *setter, VList *list) {
	vlist_add_penalty(list, PENALTY_NEVER);
	vlist_add_grid(list, GLUE_CLOSES, 0, setter_prose_grid(setter));
}

/* Half a line about what is set off from the prose around it: one line together. Within what is
 * set off already it stays half. */
static void set_off(Setter *setter, VList *list, GlueKind kind) {
	Len half = setter_half(setter, 1);
	if (setter->set_off) {
		vlist_add_glue(list, half);
	} else {
		vlist_add_grid(list, kind, half, setter_prose_grid(setter));
	}
}

static void set_quote(Setter *setter, VList *list, const Block *block, Column column) {
	Len indent = setter->sheet.indent;
	tag_open(setter->tags, TAG_QUOTE, 0);
	set_off(setter, list, GLUE_OPENS);
	gboolean was_off = setter->set_off;
	setter->set_off = TRUE;
	set_children(setter, list, block, (Column){column.x + indent, column.width - 2 * indent});
	setter->set_off = was_off;
	vlist_add_penalty(list, PENALTY_NEVER);
	set_off(setter, list, GLUE_CLOSES);
	tag_close(setter->tags);
}

void set_block(Setter *setter, VList *list, const Block *block, Column column) {
	vlist_add_anchor(list, block->anchor);
	switch (block->kind) {
	case BLOCK_GROUP:
		set_children(setter, list, block, column);
		break;
	case BLOCK_PARAGRAPH:
		set_paragraph(setter, list, block, column);
		break;
	case BLOCK_ITEM:
		set_item(setter, list, block, column);
		break;
	case BLOCK_QUOTE:
		set_quote(setter, list, block, column);
		break;
	case BLOCK_SPACE:
		vlist_add_glue(list, setter_half(setter, block->half_lines));
		break;
	case BLOCK_ROW:
		set_row(setter, list, block);
		break;
	case BLOCK_HEAD:
		set_head(setter, list, block);
		break;
	case BLOCK_CONTENTS:
		set_contents(setter, list, block);
		break;
	case BLOCK_PERSON:
		set_person(setter, list, block);
		break;
	case BLOCK_COLUMNS:
		set_columns(setter, list, block);
		break;
	case BLOCK_BOARD:
		set_board(setter, list, block, column);
		break;
	case BLOCK_ENTRY:
		set_entry(setter, list, block, column);
		break;
	case BLOCK_LOGOS:
		set_logos(setter, list, block, column);
		break;
	case BLOCK_SIGNATURE:
		set_signature(setter, list, block, column);
		break;
	case BLOCK_CELLS:
		set_cells(setter, list, block, column);
		break;
	case BLOCK_FILL:
		vlist_add(list, (VItem){.kind = V_FILL});
		break;
	case BLOCK_NOTES:
		vlist_add(list,
			(VItem){.kind = V_NOTES,
				.height = setter_half(setter, block->half_lines),
				.as.label = block->text});
		break;
	default:
		g_assert_not_reached();
	}
}

static gboolean is_list_like(const Block *block) {
	return block->kind == BLOCK_ITEM;
}

/* Of a page that ends before child `i` of a block, the second or a later one: within an entry none
 * does; a list rather not after its first entry or before its last, nor before its first. */
static int between_penalty(const Setter *setter, const Block *block, int i) {
	enum { COST_ALONE = 60 };
	const Block *const *children = block->children;
	gboolean above = is_list_like(children[i - 1]), below = is_list_like(children[i]);
	if (!above || !below) {
		return setter->in_item ? PENALTY_NEVER : below ? COST_ALONE : 0;
	}
	gboolean second = i == 1 || !is_list_like(children[i - 2]);
	gboolean last = i + 1 == block->child_count || !is_list_like(children[i + 1]);
	return second || last ? COST_ALONE : 0;
}

/* White between neighbours of prose: none between paragraphs (the indent tells), half a line
 * around lists, less between references. */
static void set_between(Setter *setter, VList *list, const Block *above, const Block *below) {
	gboolean entries = is_list_like(above) && is_list_like(below);
	if (entries) {
		if (below->role == STYLE_REFERENCE) {
			vlist_add_glue(list, setter_style(setter, below->role)->leading / 2);
		}
	} else if (is_list_like(above) || is_list_like(below)) {
		set_off(setter, list, is_list_like(below) ? GLUE_OPENS : GLUE_CLOSES);
	}
}

/* Entries that follow each other are one list. */
static void tag_list(Setter *setter, const Block *before, const Block *at) {
	gboolean was_list = before && is_list_like(before), is_list = at && is_list_like(at);
	if (was_list && !is_list) {
		tag_close(setter->tags);
	} else if (is_list && !was_list) {
		const char *marker = at->marker ? at->marker->text : "";
		gboolean figures = g_unichar_isdigit(g_utf8_get_char(marker));
		tag_open(setter->tags, TAG_LIST,
			figures ? TAG_NUMBERING_FIGURES : TAG_NUMBERING_MARKS);
	}
}

void set_children(Setter *setter, VList *list, const Block *block, Column column) {
	const Block *before = NULL;
	for (int i = 0; i < block->child_count; i++) {
		if (before) {
			vlist_add_penalty(list, between_penalty(setter, block, i));
			set_between(setter, list, before, block->children[i]);
		}
		tag_list(setter, before, block->children[i]);
		before = block->children[i];
		set_block(setter, list, before, column);
	}
	tag_list(setter, before, NULL);
}
