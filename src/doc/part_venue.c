/* part_venue: where it is, how to get there, and the rooms that no plan shows, by building
 * (DESIGN-2 D5). And the sponsors, by tiers, with their names once more in words (D3). */
#include <string.h>

#include "doc/parts.h"
#include "markup/address.h"

/* --- venue -------------------------------------------------------------------------------- */

static const Block *line(const Compose *compose, StyleRole role, const Text *text) {
	return text->text ? block_paragraph(compose->arena, role, part_inline(compose, text))
			  : NULL;
}

static void end_row(BlockList *page, BlockList *children, Block *row) {
	gboolean any = block_list_count(children) > 0;
	block_list_end(children, row);
	block_list_add(page, any ? row : NULL);
}

static void add_place(const Compose *compose, BlockList *page) {
	const Place *place = &compose->event->place;
	Block *row = part_row(compose, RULE_ROW, lang_word(compose->lang, WORD_WHERE));
	BlockList *children = block_list_new(compose->arena);
	block_list_add(children, line(compose, STYLE_FACT, &place->name));
	block_list_add(children, line(compose, STYLE_FACT_SMALL, &place->address));
	block_list_add(children, line(compose, STYLE_FACT_SMALL, &place->room));
	block_list_add(children, line(compose, STYLE_FACT_SMALL, &place->note));
	if (block_list_count(children) > 0) {
		block_list_add(children, block_space(compose->arena, 1));
	}
	end_row(page, children, row);
}

static void add_directions(const Compose *compose, BlockList *page) {
	Block *row = part_row(compose, RULE_ROW, lang_word(compose->lang, WORD_GETTING_HERE));
	BlockList *children = block_list_new(compose->arena);
	block_list_add(
		children, part_prose(compose, &compose->event->place.directions, STYLE_FACT_SMALL));
	if (block_list_count(children) > 0) {
		block_list_add(children, block_space(compose->arena, 1));
	}
	end_row(page, children, row);
}

static const Block *room_details(const Compose *compose, const Room *room) {
	const Inline *details = part_room_details(compose, room);
	if (!details) {
		return NULL;
	}
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_add_inline(builder, details, STYLE_AFFILIATION);
	return block_paragraph(
		compose->arena, STYLE_FACT_SMALL, inline_builder_end(builder, NULL, room->span));
}

static gboolean has_letters(const Event *event) {
	for (int i = 0; i < event->room_count; i++) {
		if (event->rooms[i]->letter.text) {
			return TRUE;
		}
	}
	return FALSE;
}

static const Block *room_entry(const Compose *compose, const Room *room) {
	Block *entry =
		block_new(compose->arena, has_letters(compose->event) ? BLOCK_ITEM : BLOCK_GROUP);
	entry->role = STYLE_MARK;
	entry->marker = part_plain(compose, &room->letter);
	if (!entry->marker) {
		entry->marker = part_text(compose, "");
	}
	entry->anchor = anchor_of_room(compose->arena, room);
	entry->source = room->span;
	const Block *name =
		block_paragraph(compose->arena, STYLE_SPEAKER, part_inline(compose, &room->name));
	const Block *children[] = {name, room_details(compose, room)};
	part_set_children(compose, entry, children, children[1] ? 2 : 1);
	return entry;
}

static gboolean same_building(const Room *one, const Room *other) {
	return g_strcmp0(one->building.text, other->building.text) == 0;
}

static gboolean is_drawn(const Room *room) {
	return room->shape.count > 0;
}

/* Is it on a plan, or has a room before this one the same building? */
static gboolean is_told(const Event *event, int room) {
	for (int i = 0; i < room; i++) {
		if (!is_drawn(event->rooms[i]) &&
			same_building(event->rooms[i], event->rooms[room])) {
			return TRUE;
		}
	}
	return is_drawn(event->rooms[room]);
}

static void add_rooms(const Compose *compose, BlockList *page, const Room *first) {
	const Event *event = compose->event;
	const char *label =
		first->building.text ? first->building.text : lang_word(compose->lang, WORD_ROOMS);
	Block *row = part_row(compose, RULE_ROW, label);
	row->role = STYLE_FACT_SMALL;
	BlockList *children = block_list_new(compose->arena);
	for (int i = 0; i < event->room_count; i++) {
		if (!is_drawn(event->rooms[i]) && same_building(event->rooms[i], first)) {
			block_list_add(children, room_entry(compose, event->rooms[i]));
		}
	}
	end_row(page, children, row);
	block_list_add(page, block_space(compose->arena, 1));
}

const Block *part_venue(const Compose *compose) {
	if (!part_is_printed(compose, PART_VENUE)) {
		return NULL;
	}
	const Event *event = compose->event;
	BlockList *list = block_list_new(compose->arena);
	Block *page = part_headed_page(compose, "venue", NULL, WORD_VENUE, list);
	add_place(compose, list);
	part_plans(compose, list);
	for (int i = 0; i < event->room_count; i++) {
		if (!is_told(event, i)) {
			add_rooms(compose, list, event->rooms[i]);
		}
	}
	add_directions(compose, list);
	block_list_end(list, page);
	return page;
}

/* --- sponsors ----------------------------------------------------------------------------- */

static const char *sponsor_href(const Compose *compose, const Sponsor *sponsor) {
	return sponsor->url.text ? address_active(compose->arena, sponsor->url.text) : NULL;
}

static LogoBlock logo(const Compose *compose, const Sponsor *sponsor) {
	gboolean loaded = sponsor->logo >= 0 && compose->pictures;
	return (LogoBlock){.asset = loaded ? compose->pictures[sponsor->logo] : -1,
		.alternate = sponsor->alternate.text,
		.href = sponsor_href(compose, sponsor),
		.name = part_plain(compose, &sponsor->name),
		.source = sponsor->span};
}

static const Block *tier_row(const Compose *compose, const Tier *tier, int rank) {
	LogosBlock *made = arena_new_of(compose->arena, LogosBlock);
	LogoBlock *logos = arena_array_of(compose->arena, LogoBlock, tier->sponsor_count);
	for (int i = 0; i < tier->sponsor_count; i++) {
		logos[i] = logo(compose, &tier->sponsors[i]);
	}
	*made = (LogosBlock){.rank = rank, .count = tier->sponsor_count, .logos = logos};
	Block *block = block_new(compose->arena, BLOCK_LOGOS);
	block->as.logos = made;
	block->source = tier->span;
	Block *row = part_row(compose, RULE_ROW, NULL);
	row->hang = block_paragraph(compose->arena, STYLE_LABEL, part_inline(compose, &tier->name));
	const Block *child = block;
	part_set_children(compose, row, &child, 1);
	return row;
}

/* All names, for reading aloud and for logos that cannot be read. */
static const Block *in_words(const Compose *compose) {
	const Event *event = compose->event;
	InlineBuilder *builder = inline_builder_new(compose->arena);
	for (int i = 0; i < event->tier_count; i++) {
		for (int j = 0; j < event->tiers[i].sponsor_count; j++) {
			const Sponsor *sponsor = &event->tiers[i].sponsors[j];
			Word word = j == 0 ? WORD_LIST_SEMICOLON : WORD_LIST_COMMA;
			gboolean first = inline_builder_length(builder) == 0;
			inline_add(builder, first ? "" : part_separator(compose, word));
			inline_add_span(builder, sponsor->name.text,
				(InlineSpan){.flags = INLINE_ISOLATE,
					.role = -1,
					.href = sponsor_href(compose, sponsor)});
		}
	}
	Block *row = part_row(compose, RULE_ROW, lang_word(compose->lang, WORD_IN_WORDS));
	const Block *text = block_paragraph(
		compose->arena, STYLE_CAPTION, inline_builder_end(builder, NULL, SPAN_NONE));
	part_set_children(compose, row, &text, 1);
	return row;
}

const Block *part_sponsors(const Compose *compose) {
	if (!part_is_printed(compose, PART_SPONSORS)) {
		return NULL;
	}
	const Event *event = compose->event;
	BlockList *list = block_list_new(compose->arena);
	Block *page = part_headed_page(compose, "sponsors", NULL, WORD_SPONSORS, list);
	for (int i = 0; i < event->tier_count; i++) {
		if (event->tiers[i].sponsor_count > 0) {
			block_list_add(list, tier_row(compose, &event->tiers[i], i));
		}
	}
	block_list_add(list, in_words(compose));
	block_list_end(list, page);
	return page;
}
