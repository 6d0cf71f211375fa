/* part_evening: the page behind a timetable by rooms (DESIGN-2 E2): what the day still has when its
 * talks are over, and all that it has by code. Whether it is printed where there is no evening is
 * layout's to choose: opposite the last rooms, where a page would stay free. */
#include "doc/parts.h"
#include "view/evening.h"

enum { DAY_MINUTES = 1440 };

static const Block *head(const Compose *compose, int day, const char *title) {
	Block *block = part_head(compose, part_date(compose, compose->lang->date_tab, day), NULL);
	const Block *child =
		block_paragraph(compose->arena, STYLE_TALK_TITLE, part_text(compose, title));
	part_set_children(compose, block, &child, 1);
	return block;
}

/* The new day before what begins past midnight. */
static const Block *midnight(const Compose *compose, int day) {
	const Event *event = compose->event;
	Date date = date_add_days(event->days[day].date, 1);
	g_autofree char *next =
		locale_format_date(event->language, compose->lang->date_medium, date);
	Block *row = part_row(compose, RULE_ROW, lang_word(compose->lang, WORD_MIDNIGHT));
	row->role = STYLE_FACT_STRONG;
	row->keeps = TRUE;
	const Block *child =
		block_paragraph(compose->arena, STYLE_FACT_STRONG, part_text(compose, next));
	part_set_children(compose, row, &child, 1);
	return row;
}

static void add_evening(const Compose *compose, int day, const Evening *evening, BlockList *list) {
	int before = 0;
	for (int i = 0; i < evening->count; i++) {
		const Item *item = evening->items[i];
		if (before < DAY_MINUTES && item->start >= DAY_MINUTES) {
			block_list_add(list, midnight(compose, day));
		}
		block_list_add(list, part_slot_row(compose, item, TRUE));
		before = item->start;
	}
}

/* "A4  Lines, ranges and banks  46" */
static const Block *code_line(const Compose *compose, const Item *item) {
	const char *target = part_item_target(compose, item);
	gboolean missing;
	const Inline *title = part_title(compose, item, &missing);
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_push(builder, (InlineSpan){.role = -1, .target = target});
	inline_add_span(builder, item->code.text,
		(InlineSpan){.flags = INLINE_NO_BREAK, .role = STYLE_INDEX_NAME});
	inline_add(builder, "\xe2\x80\x82");
	inline_add_inline(builder, title, -1);
	inline_pop(builder);
	const char *page = part_item_page(compose, item);
	if (page) {
		inline_push(builder, (InlineSpan){.role = STYLE_INDEX_PAGE});
		inline_add(builder, "\xe2\x80\x82\xe2\x81\xa0");
		inline_add_page_slot(builder, page, -1);
		inline_pop(builder);
	}
	return block_paragraph(compose->arena, STYLE_INDEX,
		inline_builder_end(builder, title->language, item->span));
}

static int count_codes(const Day *day) {
	int count = 0;
	for (int i = 0; i < day->item_count; i++) {
		count += day->items[i]->code.text != NULL;
	}
	return count;
}

/* In the order of the day; NULL where nothing has a code, or more than the rest of a page holds. */
static const Block *codes(const Compose *compose, const Day *day, int rows) {
	enum { CODES_MOST = 56, CODES_OF_ROW = 4 };
	if (count_codes(day) > CODES_MOST - CODES_OF_ROW * rows) {
		return NULL;
	}
	BlockList *list = block_list_new(compose->arena);
	for (int i = 0; i < day->item_count; i++) {
		if (day->items[i]->code.text) {
			block_list_add(list, code_line(compose, day->items[i]));
		}
	}
	gboolean any = block_list_count(list) > 0;
	Block *columns = block_new(compose->arena, BLOCK_COLUMNS);
	columns->half_lines = 2;
	block_list_end(list, columns);
	if (!any) {
		return NULL;
	}
	Block *row = part_row(compose, RULE_ROW, lang_word(compose->lang, WORD_SESSIONS));
	const Block *child = columns;
	part_set_children(compose, row, &child, 1);
	return row;
}

const Block *part_evening(const Compose *compose, int day, gboolean *wanted) {
	Evening evening = evening_of_day(compose->arena, compose->event, day);
	const Block *by_code = codes(compose, &compose->event->days[day], evening.count);
	*wanted = evening.count > 0;
	if (!*wanted && !by_code) {
		return NULL;
	}
	const char *title = lang_word(compose->lang, WORD_SESSIONS);
	if (*wanted) {
		g_autofree char *time = time_format(&compose->time_form, evening.from);
		title = lang_format(
			compose->arena, compose->lang, WORD_AFTER_TIME, "time", time, NULL);
	}
	BlockList *list = block_list_new(compose->arena);
	block_list_add(list, head(compose, day, title));
	add_evening(compose, day, &evening, list);
	block_list_add(list, evening.count > 0 && by_code ? block_space(compose->arena, 2) : NULL);
	block_list_add(list, by_code);
	Block *group = block_new(compose->arena, BLOCK_GROUP);
	block_list_end(list, group);
	return group;
}
