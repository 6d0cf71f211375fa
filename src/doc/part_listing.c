/* part_listing: the programme as lists: a page a day with what begins when (at a glance), sessions
 * with their talks, poster sessions by their boards (DESIGN-2 E3). */
#include <stdlib.h>
#include <string.h>

#include "doc/parts.h"

#define EN_SPACE "\xe2\x80\x82"

enum { NAMES_MOST = 2, CHAIRS_MOST = 2 };

/* --- what all lists share ------------------------------------------------------------------ */

static const Block *page_number(const Compose *compose, const char *target, Span source) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_add_page_slot(builder, target, -1);
	return block_paragraph(
		compose->arena, STYLE_AGENDA_PAGE, inline_builder_end(builder, NULL, source));
}

/* The page on which an item has more than its line, or NULL. */
static const Block *item_page(const Compose *compose, const Item *item) {
	const char *target = part_item_page(compose, item);
	return target ? page_number(compose, target, item->span) : NULL;
}

static const Block *talk_page(const Compose *compose, const Item *talk) {
	gboolean has = item_has_page(talk) && compose->talk_targets;
	return has ? page_number(compose, anchor_of_talk(compose->arena, talk), talk->span) : NULL;
}

/* "A1  Reading the flood plain"; target: of its link, or NULL. */
static const Inline *title_leading_to(
	const Compose *compose, const Item *item, const char *target) {
	gboolean missing;
	const Inline *title = part_title(compose, item, &missing);
	InlineBuilder *builder = inline_builder_new(compose->arena);
	if (item->code.text && !item->session) {
		inline_add(builder, item->code.text);
		inline_add(builder, EN_SPACE);
	}
	inline_push(builder, (InlineSpan){.role = -1, .target = target});
	inline_add_inline(builder, title, missing ? STYLE_BOARD_MISSING : -1);
	inline_pop(builder);
	return inline_builder_end(builder, title->language, title->source);
}

/* Linked to the talk's page: the list itself is its place where it has none. */
static const Inline *listed_title(const Compose *compose, const Item *item) {
	const Item *told = item_main(item);
	gboolean has = item_has_page(told) && compose->talk_targets;
	return title_leading_to(compose, item, has ? anchor_of_talk(compose->arena, told) : NULL);
}

static void add_more(const Compose *compose, InlineBuilder *builder, const Inline *text) {
	if (text) {
		gboolean first = inline_builder_length(builder) == 0;
		inline_add(builder, first ? "" : part_separator(compose, WORD_LIST_SEMICOLON));
		inline_add_inline(builder, text, -1);
	}
}

/* NULL = nowhere */
static const Inline *rooms_of(const Compose *compose, const Item *item) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	for (int i = 0; i < item_room_count(item); i++) {
		inline_add(builder, i > 0 ? part_separator(compose, WORD_LIST_COMMA) : "");
		inline_add_inline(builder, part_inline(compose, &item_room(item, i)->name), -1);
	}
	const Inline *text = inline_builder_end(builder, NULL, item->span);
	return item_room_count(item) > 0 ? text : NULL;
}

/* "Long Room; Chair: Ole Quist; in French", grey, on the line of who speaks; NULL = nothing to say.
 */
static const Block *circumstances(
	const Compose *compose, const Item *item, const Inline *speakers) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	if (speakers) {
		inline_add_inline(builder, speakers, -1);
	}
	inline_push(builder, (InlineSpan){.role = STYLE_AFFILIATION});
	add_more(compose, builder, rooms_of(compose, item));
	for (int i = 0; i < item->role_count; i++) {
		if (item->roles[i].kind == ROLE_CHAIR) {
			NameRoles roles = {-1, -1, FALSE};
			add_more(compose, builder,
				part_person_line(compose, &item->roles[i], roles));
		}
	}
	const char *note = part_language_note(compose, item);
	add_more(compose, builder, note ? part_text(compose, note) : NULL);
	inline_pop(builder);
	gboolean any = inline_builder_length(builder) > 0;
	const Inline *text =
		part_link_rooms(compose, inline_builder_end(builder, NULL, item->span), item);
	return any ? block_paragraph(compose->arena, STYLE_FACT_SMALL, text) : NULL;
}

static const Inline *speakers_of(const Compose *compose, const Item *item) {
	NameRoles roles = {-1, -1, FALSE};
	return part_speakers(compose, item, roles, NAMES_MOST + 1);
}

static const Block *speakers_line(const Compose *compose, const Item *item) {
	const Inline *names = speakers_of(compose, item);
	return names ? block_paragraph(compose->arena, STYLE_FACT_SMALL, names) : NULL;
}

static const char *start_text(const Compose *compose, const Item *item) {
	if (item->start == TIME_NONE) {
		return NULL;
	}
	g_autofree char *time = time_format_plain(&compose->time_form, item->start);
	return arena_strdup(compose->arena, time);
}

/* Start in the accent, the end below it. */
static const Block *times(const Compose *compose, const Item *item) {
	const char *start = start_text(compose, item);
	if (!start) {
		return NULL;
	}
	BlockList *list = block_list_new(compose->arena);
	block_list_add(
		list, block_paragraph(compose->arena, STYLE_START_TIME, part_text(compose, start)));
	if (item->end != TIME_NONE && item->end > item->start) {
		g_autofree char *end = time_format(&compose->time_form, item->end);
		const char *until = arena_printf(compose->arena, "\xe2\x80\x93%s", end);
		block_list_add(list,
			block_paragraph(compose->arena, STYLE_END_TIME, part_text(compose, until)));
	}
	Block *group = block_new(compose->arena, BLOCK_GROUP);
	block_list_end(list, group);
	return group;
}

static Block *list_page(
	const Compose *compose, const char *kind, const char *label, const char *title) {
	Block *page = part_page(compose, kind, START_PAGE);
	page->anchor = NULL; /* the first page's alone */
	Block *head = part_head(compose, label, title);
	const Block *child = head;
	part_set_children(compose, page, &child, 1);
	return page;
}

/* A page with its head, what `list` has, and the anchor and bookmark of the part on the first. */
static void end_page(const Compose *compose, BlockList *pages, Block *page, BlockList *list) {
	const Block *head = page->children[0];
	Block *body = block_new(compose->arena, BLOCK_GROUP);
	block_list_end(list, body);
	BlockList *all = block_list_new(compose->arena);
	block_list_add(all, head);
	for (int i = 0; i < body->child_count; i++) {
		block_list_add(all, body->children[i]);
	}
	block_list_end(all, page);
	block_list_add(pages, page);
}

static const char *title_or(const Compose *compose, const Text *title, Word word) {
	return title->text ? title->text : lang_word(compose->lang, word);
}

/* --- at a glance --------------------------------------------------------------------------- */

const Block *part_slot_row(const Compose *compose, const Item *item, gboolean first) {
	gboolean pause = item->kind == KIND_BREAK || item->kind == KIND_MEAL;
	Block *row = part_row(compose, first ? RULE_ROW : RULE_HAIR, NULL);
	row->role = STYLE_AGENDA_TITLE;
	row->hang = first ? times(compose, item) : NULL;
	row->end = item_page(compose, item);
	row->whole = TRUE;
	row->source = item->span;
	const Block *title =
		block_paragraph(compose->arena, pause ? STYLE_AGENDA_BREAK : STYLE_AGENDA_TITLE,
			title_leading_to(compose, item, part_item_page(compose, item)));
	BlockList *list = block_list_new(compose->arena);
	block_list_add(list, title);
	const Inline *speakers = item->talk_count == 0 ? speakers_of(compose, item) : NULL;
	block_list_add(list, circumstances(compose, item, speakers));
	block_list_end(list, row);
	return row;
}

/* Days side by side, at most so many on a page; how many pages. */
static int add_day_columns(const Compose *compose, BlockList *pages, const char *label) {
	enum { DAYS_MOST = 5 };
	int days = compose->event->day_count, made = 0;
	int count = (days + DAYS_MOST - 1) / DAYS_MOST;
	/* They want a page that one sees whole. */
	for (int i = 0; i < count && days > 1 && compose->edition == BOOK_USUAL; i++) {
		int first = days * i / count, next = days * (i + 1) / count;
		const Block *columns = part_day_columns(compose, first, next - first);
		if (columns) {
			Block *page = list_page(
				compose, "glance", part_zone_short(compose, first), label);
			page->anchor = made == 0 ? anchor_of_part(PART_GLANCE) : NULL;
			page->outline = made == 0 ? label : NULL;
			BlockList *list = block_list_new(compose->arena);
			block_list_add(list, columns);
			end_page(compose, pages, page, list);
			made++;
		}
	}
	return made;
}

void part_glance(const Compose *compose, BlockList *pages, const Text *title) {
	if (!part_is_printed(compose, PART_GLANCE)) {
		return;
	}
	const Event *event = compose->event;
	const char *label = title_or(compose, title, WORD_GLANCE);
	gboolean columns = add_day_columns(compose, pages, label) > 0;
	for (int i = 0; i < event->day_count; i++) {
		const Day *day = &event->days[i];
		const char *date = part_date(compose, compose->lang->date_medium, i);
		Block *page = list_page(compose, "glance", label, date);
		page->foot = part_day_foot(compose, i);
		page->anchor = i == 0 && !columns ? anchor_of_part(PART_GLANCE)
						  : arena_printf(compose->arena, "glance-%d", i);
		page->outline = arena_printf(compose->arena, "%s%s%s", label,
			part_separator(compose, WORD_LIST_COMMA), date);
		BlockList *list = block_list_new(compose->arena);
		for (int j = 0; j < day->item_count; j++) {
			gboolean first = j == 0 || day->items[j]->start != day->items[j - 1]->start;
			block_list_add(list, part_slot_row(compose, day->items[j], first));
		}
		end_page(compose, pages, page, list);
	}
}

/* --- sessions ------------------------------------------------------------------------------ */

static const Block *session_row(const Compose *compose, const Item *session) {
	Block *row = part_row(compose, RULE_ROW, NULL);
	row->role = STYLE_AGENDA_TITLE;
	row->hang = times(compose, session);
	row->anchor = anchor_of_session(compose->arena, session);
	row->foot = part_talk_foot(compose, session);
	row->keeps = TRUE;
	row->whole = TRUE;
	row->source = session->span;
	BlockList *list = block_list_new(compose->arena);
	block_list_add(list,
		block_paragraph(
			compose->arena, STYLE_TALK_TITLE_SMALLEST, listed_title(compose, session)));
	block_list_add(list, circumstances(compose, session, NULL));
	block_list_end(list, row);
	return row;
}

static const Block *talk_row(const Compose *compose, const Item *talk) {
	Block *row = part_row(compose, RULE_HAIR, NULL);
	row->role = STYLE_FACT_SMALL;
	row->anchor = anchor_of_session(compose->arena, talk);
	row->whole = TRUE;
	row->source = talk->span;
	const char *start = start_text(compose, talk);
	row->hang = start
		? block_paragraph(compose->arena, STYLE_CONTENTS_PAGE, part_text(compose, start))
		: NULL;
	row->end = talk_page(compose, talk);
	BlockList *list = block_list_new(compose->arena);
	block_list_add(list,
		block_paragraph(compose->arena, STYLE_FACT_STRONG, listed_title(compose, talk)));
	block_list_add(list, speakers_line(compose, talk));
	block_list_end(list, row);
	return row;
}

static void add_session(const Compose *compose, BlockList *list, const Item *session) {
	if (block_list_count(list) > 0) {
		block_list_add(list, block_space(compose->arena, 2));
	}
	block_list_add(list, session_row(compose, session));
	for (int i = 0; i < session->talk_count; i++) {
		block_list_add(list, talk_row(compose, session->talks[i]));
	}
}

static gboolean is_listed(const Item *item) {
	return item->kind == KIND_SESSION && item->talk_count > 0;
}

static gboolean has_sessions(const Day *day) {
	for (int i = 0; i < day->item_count; i++) {
		if (is_listed(day->items[i])) {
			return TRUE;
		}
	}
	return FALSE;
}

void part_sessions(const Compose *compose, BlockList *pages, const Text *title) {
	if (!part_is_printed(compose, PART_SESSIONS)) {
		return;
	}
	const Event *event = compose->event;
	const char *label = title_or(compose, title, WORD_SESSIONS);
	gboolean first = TRUE;
	for (int i = 0; i < event->day_count; i++) {
		const Day *day = &event->days[i];
		if (!has_sessions(day)) {
			continue;
		}
		const char *date = part_date(compose, compose->lang->date_tab, i);
		Block *page = list_page(compose, "sessions", date, label);
		page->foot = part_day_foot(compose, i);
		page->anchor = first ? anchor_of_part(PART_SESSIONS)
				     : arena_printf(compose->arena, "sessions-%d", i);
		page->outline = arena_printf(compose->arena, "%s%s%s", label,
			part_separator(compose, WORD_LIST_COMMA), date);
		BlockList *list = block_list_new(compose->arena);
		for (int j = 0; j < day->item_count; j++) {
			if (is_listed(day->items[j])) {
				add_session(compose, list, day->items[j]);
			}
		}
		end_page(compose, pages, page, list);
		first = FALSE;
	}
}

/* --- boards -------------------------------------------------------------------------------- */

static int compare_boards(const void *one, const void *other) {
	const Item *left = *(const Item *const *)one, *right = *(const Item *const *)other;
	const char *a = left->board.text, *b = right->board.text;
	int by_board = a && b ? part_compare_codes(a, b) : (b != NULL) - (a != NULL);
	return by_board != 0 ? by_board : left->index - right->index;
}

/* "Ana Kos and 4 others  66" */
static const Inline *board_names(const Compose *compose, const Item *talk) {
	NameRoles roles = {-1, -1, FALSE};
	const Inline *names = part_speakers(compose, talk, roles, NAMES_MOST);
	gboolean page = item_has_page(talk) && compose->talk_targets;
	InlineBuilder *builder = inline_builder_new(compose->arena);
	if (names) {
		inline_add_inline(builder, names, -1);
	}
	if (page) {
		inline_add(builder, names ? EN_SPACE "\xe2\x81\xa0" : "");
		part_add_page_pattern(compose, builder, lang_word(compose->lang, WORD_PAGE_SHORT),
			anchor_of_talk(compose->arena, talk));
	}
	const Inline *text = inline_builder_end(builder, NULL, talk->span);
	return names || page ? text : NULL;
}

static const Block *board_block(const Compose *compose, const Item *talk) {
	BoardBlock *board = arena_new_of(compose->arena, BoardBlock);
	board->number = part_plain(compose, &talk->board);
	board->title = listed_title(compose, talk);
	board->title_missing = !talk->title.text;
	board->names = board_names(compose, talk);
	Block *block = block_new(compose->arena, BLOCK_BOARD);
	block->anchor = anchor_of_board(compose->arena, talk);
	block->as.board = board;
	block->source = talk->span;
	return block;
}

static const Block *boards_columns(const Compose *compose, const Item *session) {
	const Item **talks = arena_memdup(
		compose->arena, session->talks, sizeof(Item *) * (size_t)session->talk_count);
	qsort(talks, (size_t)session->talk_count, sizeof(Item *), compare_boards);
	Block *columns = block_new(compose->arena, BLOCK_COLUMNS);
	BlockList *list = block_list_new(compose->arena);
	for (int i = 0; i < session->talk_count; i++) {
		block_list_add(list, board_block(compose, talks[i]));
	}
	block_list_end(list, columns);
	return columns;
}

enum { BOARDS_MOST = 400 };

/* 0 = none, or no plain number. */
static int board_number(const Item *talk) {
	char *end = NULL;
	gint64 number = talk->board.text ? g_ascii_strtoll(talk->board.text, &end, 10) : 0;
	return number > 0 && number <= BOARDS_MOST && *end == '\0' ? (int)number : 0;
}

/* First and last of the boards; FALSE where some is no number, or there are too many. */
static gboolean board_range(const Item *session, int *first, int *last) {
	*first = *last = board_number(session->talks[0]);
	for (int i = 0; i < session->talk_count; i++) {
		int number = board_number(session->talks[i]);
		if (number == 0) {
			return FALSE;
		}
		*first = MIN(*first, number);
		*last = MAX(*last, number);
	}
	return TRUE;
}

/* Where they stand, if the content says how; rows begin with an odd number. */
static const Block *board_plan(const Compose *compose, const Item *session) {
	int first, last;
	if (session->boards_abreast == 0 || compose->edition != BOOK_USUAL ||
		!board_range(session, &first, &last)) {
		return NULL;
	}
	int from = first - (first % 2 == 0);
	PlanBoard *boards = arena_array_of(compose->arena, PlanBoard, last - from + 1);
	for (int number = first; number <= last; number++) {
		boards[number - from].number =
			part_text(compose, arena_printf(compose->arena, "%d", number));
	}
	for (int i = 0; i < session->talk_count; i++) {
		boards[board_number(session->talks[i]) - from].used = TRUE;
	}
	const char *rooms = part_rooms(compose, session);
	BoardPlanBlock *plan = arena_new_of(compose->arena, BoardPlanBlock);
	const char *label = rooms ? rooms : lang_word(compose->lang, WORD_POSTERS);
	*plan = (BoardPlanBlock){.label = part_text(compose, label),
		.abreast = session->boards_abreast,
		.count = last - from + 1,
		.boards = boards,
		.alternate =
			arena_printf(compose->arena, "%s: %d\xe2\x80\x93%d", label, first, last)};
	Block *block = block_new(compose->arena, BLOCK_BOARD_PLAN);
	block->as.board_plan = plan;
	block->source = session->span;
	return block;
}

/* "Thu 13:30–15:00" */
static const char *session_hours(const Compose *compose, const Item *session) {
	const char *day = compose->event->day_count > 1
		? part_date(compose, compose->lang->date_tab, session->day)
		: "";
	if (session->start == TIME_NONE || session->end == TIME_NONE) {
		return day;
	}
	g_autofree char *hours =
		time_format_range(&compose->time_form, session->start, session->end, FALSE);
	return arena_printf(compose->arena, "%s%s%s", day, *day ? " " : "", hours);
}

static void add_boards(const Compose *compose, BlockList *pages, const Item *session,
	const char *fallback, gboolean first) {
	gboolean missing;
	const Inline *own = part_title(compose, session, &missing);
	const char *title = missing ? fallback : own->text;
	Block *page = list_page(compose, "boards", session_hours(compose, session), title);
	page->outline = title;
	page->foot = part_talk_foot(compose, session);
	page->anchor = first ? anchor_of_part(PART_BOARDS)
			     : arena_printf(compose->arena, "boards-%d", session->index);
	Block *place = block_new(compose->arena, BLOCK_GROUP);
	place->anchor = anchor_of_board(compose->arena, session);
	BlockList *list = block_list_new(compose->arena);
	block_list_add(list, place);
	const Block *where = circumstances(compose, session, NULL);
	block_list_add(list, where);
	block_list_add(list, where ? block_space(compose->arena, 1) : NULL);
	block_list_add(list, boards_columns(compose, session));
	block_list_add(list, board_plan(compose, session));
	end_page(compose, pages, page, list);
}

void part_boards(const Compose *compose, BlockList *pages, const Text *title) {
	if (!part_is_printed(compose, PART_BOARDS)) {
		return;
	}
	const Event *event = compose->event;
	const char *fallback = title_or(compose, title, WORD_POSTERS);
	gboolean first = TRUE;
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		if (item->kind == KIND_POSTER_SESSION && item->talk_count > 0) {
			add_boards(compose, pages, item, fallback, first);
			first = FALSE;
		}
	}
}
