/* part_welcome: greeting and the facts at a glance: when, elsewhere, where, what. */
#include "doc/parts.h"
#include "markup/address.h"

static const Block *fact(const Compose *compose, StyleRole role, const char *text) {
	return text ? block_paragraph(compose->arena, role, part_text(compose, text)) : NULL;
}

static void end_row(const Compose *compose, BlockList *page, BlockList *children, Block *row) {
	if (block_list_count(children) > 0) {
		if (block_list_count(page) > 1) {
			/* Rows of facts: half a line of white above the next rule. */
			block_list_add(page, block_space(compose->arena, 1));
		}
		block_list_end(children, row);
		row->whole = TRUE;
		block_list_add(page, row);
	} else {
		block_list_end(children, row);
	}
}

/* Several days: each with its hours, the zone once below them. */
static void add_days(const Compose *compose, BlockList *children) {
	const Event *event = compose->event;
	for (int i = 0; i < event->day_count; i++) {
		const char *date = part_date(compose, compose->lang->date_full, i);
		const char *hours = part_hours(compose, i);
		const char *comma = part_separator(compose, WORD_LIST_COMMA);
		block_list_add(children,
			fact(compose, STYLE_FACT,
				hours ? arena_printf(compose->arena, "%s%s%s", date, comma, hours)
				      : date));
	}
	block_list_add(children, fact(compose, STYLE_FACT, part_zone_in_full(compose, 0)));
}

static void add_when(const Compose *compose, BlockList *page) {
	Block *row = part_row(compose, RULE_HAIR, lang_word(compose->lang, WORD_WHEN));
	BlockList *children = block_list_new(compose->arena);
	if (compose->event->day_count > 1) {
		add_days(compose, children);
	} else {
		const char *date = part_date(compose, compose->lang->date_full, 0);
		block_list_add(children, fact(compose, STYLE_FACT, date));
		block_list_add(children, fact(compose, STYLE_FACT, part_hours_in_full(compose, 0)));
	}
	end_row(compose, page, children, row);
}

/* "12:00 noon" and "12:00 midnight" where twelve o'clock would leave a doubt. */
static char *time_in_words(const Compose *compose, int minutes) {
	if (compose->time_form.clock != 12 || minutes % 720 != 0) {
		return time_format(&compose->time_form, minutes);
	}
	g_autofree char *plain = time_format_plain(&compose->time_form, minutes);
	Word word = minutes == 720 ? WORD_NOON : WORD_MIDNIGHT;
	return g_strdup_printf("%s %s", plain, lang_word(compose->lang, word));
}

static const char *city(const Compose *compose, const Elsewhere *elsewhere) {
	if (elsewhere->city.text) {
		return elsewhere->city.text;
	}
	g_autofree char *name = zone_city(elsewhere->zone, compose->event->language);
	return arena_strdup(compose->arena, name);
}

/* The same moment in another zone: "6:00 pm", with the date where it is another. */
static const char *time_elsewhere(const Compose *compose, const char *zone) {
	const Event *event = compose->event;
	Date date = event->days[0].date;
	int start = part_start(compose);
	int here = zone_offset(event->timezone, date, start);
	int there = start - here + zone_offset(zone, date, start);
	int days = there < 0 ? -1 : there / 1440;
	int minutes = (there + 1440) % 1440;
	g_autofree char *time = time_in_words(compose, minutes);
	if (days == 0) {
		return arena_strdup(compose->arena, time);
	}
	g_autofree char *day = locale_format_date(
		event->language, compose->lang->date_tab, date_add_days(date, days));
	return arena_printf(compose->arena, "%s, %s", time, day);
}

/* Cities with the same time share a cell. */
static void add_elsewhere(const Compose *compose, BlockList *page) {
	const Event *event = compose->event;
	if (event->elsewhere_count == 0 || !event->timezone || part_start(compose) == TIME_NONE) {
		return;
	}
	Block *row = part_row(compose, RULE_HAIR, lang_word(compose->lang, WORD_ELSEWHERE));
	Block *cells = block_new(compose->arena, BLOCK_CELLS);
	BlockList *list = block_list_new(compose->arena);
	for (int i = 0; i < event->elsewhere_count;) {
		const char *time = time_elsewhere(compose, event->elsewhere[i].zone);
		const char *cities = city(compose, &event->elsewhere[i]);
		int next = i + 1;
		while (next < event->elsewhere_count &&
			g_str_equal(time, time_elsewhere(compose, event->elsewhere[next].zone))) {
			cities = arena_printf(compose->arena, "%s%s%s", cities,
				part_separator(compose, WORD_LIST_COMMA),
				city(compose, &event->elsewhere[next]));
			next++;
		}
		const Block *pair[] = {fact(compose, STYLE_FACT_SMALL, cities),
			fact(compose, STYLE_FACT_STRONG, time)};
		Block *cell = block_new(compose->arena, BLOCK_GROUP);
		part_set_children(compose, cell, pair, 2);
		block_list_add(list, cell);
		i = next;
	}
	block_list_end(list, cells);
	BlockList *children = block_list_new(compose->arena);
	block_list_add(children, cells);
	end_row(compose, page, children, row);
}

static const Block *address_paragraph(const Compose *compose, const Text *url) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_add_span(builder, url->text,
		(InlineSpan){.flags = INLINE_URL,
			.role = -1,
			.href = address_active(compose->arena, url->text)});
	return block_paragraph(
		compose->arena, STYLE_CAPTION, inline_builder_end(builder, NULL, url->span));
}

static void add_where(const Compose *compose, BlockList *page) {
	const Event *event = compose->event;
	const Place *place = &event->place;
	Block *row = part_row(compose, RULE_HAIR, lang_word(compose->lang, WORD_WHERE));
	BlockList *children = block_list_new(compose->arena);
	const char *name = place->name.text;
	if (!name && place->online) {
		name = lang_word(compose->lang, WORD_ONLINE);
	}
	block_list_add(children, fact(compose, STYLE_FACT, name));
	block_list_add(children, fact(compose, STYLE_FACT_SMALL, place->room.text));
	block_list_add(children, fact(compose, STYLE_FACT_SMALL, place->address.text));
	block_list_add(children, part_prose(compose, &place->note, STYLE_FACT_SMALL));
	if (event->join_url.text) {
		block_list_add(children,
			block_paragraph(
				compose->arena, STYLE_FACT_SMALL, part_join_caption(compose)));
		block_list_add(children, address_paragraph(compose, &event->join_url));
		block_list_add(children, part_prose(compose, &event->join_note, STYLE_FACT_SMALL));
	}
	/* On a phone one touches the address. */
	if (event->join_url.text && compose->edition != BOOK_PHONE) {
		block_list_add(children, block_space(compose->arena, 1));
		block_list_add(children,
			fact(compose, STYLE_CAPTION, lang_word(compose->lang, WORD_SCAN_HINT)));
		Block *code = block_new(compose->arena, BLOCK_FIGURE);
		code->as.figure = part_code(compose, event->join_url.text);
		row->end = code;
	}
	end_row(compose, page, children, row);
}

static int count_kind(const Event *event, gboolean panels) {
	int count = 0;
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		count += item_is_talk(item) && !item->repeats &&
			(item->kind == KIND_PANEL) == panels;
	}
	return count;
}

static void add_reference(const Compose *compose, BlockList *cells, Word word, const char *target) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	part_add_page_pattern(compose, builder, lang_word(compose->lang, word), target);
	block_list_add(cells,
		block_paragraph(compose->arena, STYLE_FACT_SMALL,
			inline_builder_end(builder, NULL, compose->event->span)));
}

static const char *first_talk_anchor(const Compose *compose) {
	for (int i = 0; i < compose->event->item_count; i++) {
		const Item *item = compose->event->items[i];
		if (item_has_page(item)) {
			return anchor_of_talk(compose->arena, item);
		}
	}
	return NULL;
}

static const Block *references_cells(const Compose *compose) {
	BlockList *list = block_list_new(compose->arena);
	const char *talk = first_talk_anchor(compose);
	if (part_is_printed(compose, PART_AGENDA)) {
		add_reference(compose, list, WORD_AGENDA_ON_PAGE, anchor_of_day(compose->arena, 0));
	}
	if (part_is_printed(compose, PART_TALKS) && talk) {
		add_reference(compose, list, WORD_TALKS_FROM_PAGE, talk);
	}
	if (part_is_printed(compose, PART_SPEAKERS)) {
		add_reference(compose, list, WORD_SPEAKERS_ON_PAGE, anchor_of_part(PART_SPEAKERS));
	}
	if (part_is_printed(compose, PART_INDEX)) {
		add_reference(compose, list, WORD_INDEX_ON_PAGE, anchor_of_part(PART_INDEX));
	}
	gboolean any = block_list_count(list) > 0;
	Block *cells = block_new(compose->arena, BLOCK_CELLS);
	block_list_end(list, cells);
	return any ? cells : NULL;
}

/* Days side by side say what there is, and lead to it (DESIGN-2 A11). */
static gboolean has_day_columns(const Compose *compose) {
	return compose->event->day_count > 1 && part_is_printed(compose, PART_GLANCE);
}

static void add_programme(const Compose *compose, BlockList *page) {
	const Event *event = compose->event;
	if (has_day_columns(compose)) {
		return;
	}
	Block *row = part_row(compose, RULE_HAIR, lang_word(compose->lang, WORD_PROGRAMME));
	BlockList *children = block_list_new(compose->arena);
	int talks = count_kind(event, FALSE), panels = count_kind(event, TRUE);
	const char *counts = NULL;
	if (talks > 0) {
		counts = lang_plural(compose->arena, compose->lang, WORD_COUNT_TALKS, talks, NULL);
	}
	if (panels > 0) {
		const char *panel =
			lang_plural(compose->arena, compose->lang, WORD_COUNT_PANELS, panels, NULL);
		const char *comma = part_separator(compose, WORD_LIST_COMMA);
		counts = counts ? arena_printf(compose->arena, "%s%s%s", counts, comma, panel)
				: panel;
	}
	block_list_add(children, fact(compose, STYLE_FACT, counts));
	block_list_add(children, references_cells(compose));
	end_row(compose, page, children, row);
}

/* Who signs the letter, side by side a line below it. */
static const Block *signatures(const Compose *compose) {
	const Event *event = compose->event;
	if (event->signature_count == 0) {
		return NULL;
	}
	BlockList *names = block_list_new(compose->arena);
	for (int i = 0; i < event->signature_count; i++) {
		block_list_add(names,
			block_paragraph(compose->arena, STYLE_SPEAKER,
				part_inline(compose, &event->signatures[i])));
	}
	Block *cells = block_new(compose->arena, BLOCK_CELLS);
	block_list_end(names, cells);
	const Block *children[] = {block_space(compose->arena, 2), cells};
	Block *group = block_new(compose->arena, BLOCK_GROUP);
	part_set_children(compose, group, children, 2);
	return group;
}

static void add_letter(const Compose *compose, BlockList *page) {
	const Event *event = compose->event;
	const Block *letter = part_prose(compose, &event->welcome_text, STYLE_PROSE);
	if (!letter) {
		return;
	}
	block_list_add(page, letter);
	block_list_add(page, signatures(compose));
	block_list_add(page, block_space(compose->arena, 2));
}

const Block *part_welcome(const Compose *compose) {
	const Event *event = compose->event;
	Block *group = part_page(compose, "welcome", START_PAGE);
	const char *welcome = lang_word(compose->lang, WORD_WELCOME);
	group->outline = welcome;
	BlockList *page = block_list_new(compose->arena);
	const char *headline =
		event->welcome_headline.text ? event->welcome_headline.text : event->full_title;
	block_list_add(page, part_head(compose, welcome, headline));
	add_letter(compose, page);
	add_when(compose, page);
	add_elsewhere(compose, page);
	add_where(compose, page);
	add_programme(compose, page);
	block_list_end(page, group);
	return group;
}
