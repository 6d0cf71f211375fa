/* part_agenda: the days' agendas as timelines. */
#include <string.h>

#include "doc/parts.h"

enum { NOON = 720, DAY = 1440, SPEAKERS_IN_AGENDA = 3 };

static gboolean is_pm(int minutes) {
	return minutes % DAY >= NOON;
}

/* Is every time of the day in the same half of it? Then the label says which, once. */
static gboolean one_half(const Day *day) {
	for (int i = 0; i < day->item_count; i++) {
		int start = day->items[i]->start;
		/* The small hours of the next day are no morning. */
		if (start != TIME_NONE && start / NOON != day->items[0]->start / NOON) {
			return FALSE;
		}
	}
	return day->item_count > 0 && day->items[0]->start != TIME_NONE;
}

typedef struct Rows {
	const Compose *compose;
	GArray *slots;
	gboolean pages, same_half;
	gboolean wide; /* some hours of the day have two figures */
	int before; /* start of the row above */
	gboolean below; /* the talk stands below its session, which says the room */
	int day;
} Rows;

#define FIGURE_SPACE "\xe2\x80\x87"

static int hour_figures(const char *time) {
	int count = 0;
	while (g_unichar_isdigit(g_utf8_get_char(time))) {
		time = g_utf8_next_char(time);
		count++;
	}
	return count;
}

static gboolean has_wide_hour(const Compose *compose, int minutes) {
	if (minutes == TIME_NONE) {
		return FALSE;
	}
	g_autofree char *plain = time_format_plain(&compose->time_form, minutes);
	return hour_figures(plain) > 1;
}

static gboolean has_wide_hours(const Compose *compose, const Day *day) {
	gboolean wide = has_wide_hour(compose, day->end);
	for (int i = 0; i < day->item_count && !wide; i++) {
		wide = has_wide_hour(compose, day->items[i]->start);
	}
	return wide;
}

/* Start time of a row; with am or pm where it is the first or the half of the day changes. */
static const Inline *row_time(const Rows *rows, int start) {
	const Compose *compose = rows->compose;
	if (start == TIME_NONE) {
		return NULL;
	}
	g_autofree char *plain = time_format_plain(&compose->time_form, start);
	InlineBuilder *builder = inline_builder_new(compose->arena);
	/* The colons of a day stand below each other. */
	inline_add(builder, rows->wide && hour_figures(plain) == 1 ? FIGURE_SPACE : "");
	inline_add(builder, plain);
	gboolean changes = rows->before == TIME_NONE || is_pm(start) != is_pm(rows->before);
	if (compose->time_form.clock == 12 && !rows->same_half && changes) {
		g_autofree char *period = locale_day_period(compose->event->language, start);
		StyleRole role = rows->pages ? STYLE_AGENDA_AFFILIATION : STYLE_NOTE;
		inline_add_span(builder, arena_printf(compose->arena, "\xc2\xa0%s", period),
			(InlineSpan){.role = role});
	}
	return inline_builder_end(builder, NULL, SPAN_NONE);
}

static const Inline *with_room(const Rows *rows, const Item *item, const Inline *title) {
	const Compose *compose = rows->compose;
	gboolean told = rows->below && item_has_rooms_of(item, item->session);
	const char *room = told ? NULL : part_rooms(compose, item);
	const char *note = part_language_note(compose, item);
	if (!room && !note) {
		return title;
	}
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_add_inline(builder, title, -1);
	inline_add_span(builder,
		arena_printf(compose->arena, "\xe2\x80\x82%s%s%s", room ? room : "",
			room && note ? part_separator(compose, WORD_LIST_COMMA) : "",
			note ? note : ""),
		(InlineSpan){.role = STYLE_AGENDA_AFFILIATION});
	const Inline *text = inline_builder_end(builder, title->language, title->source);
	return room ? part_link_rooms(compose, text, item) : text;
}

static const Inline *row_title(const Rows *rows, const Item *item) {
	const Compose *compose = rows->compose;
	gboolean missing;
	const Inline *title = part_title(compose, item, &missing);
	int role = missing ? STYLE_AGENDA_TITLE_MISSING : -1;
	InlineBuilder *builder = inline_builder_new(compose->arena);
	InlineSpan link = {.role = -1, .target = part_item_page(compose, item)};
	if (item->code.text) {
		inline_add_span(builder,
			arena_printf(compose->arena, "%s\xe2\x80\x82", item->code.text),
			(InlineSpan){.flags = INLINE_NO_BREAK, .role = -1});
	}
	inline_push(builder, link);
	inline_add_inline(builder, title, role);
	inline_pop(builder);
	return with_room(rows, item, inline_builder_end(builder, title->language, title->source));
}

static const Inline *page_slot(const Compose *compose, const Item *item, const char *target) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_add_page_slot(builder, target, -1);
	return inline_builder_end(builder, NULL, item->span);
}

/* Those who speak, and who chairs. */
static const Inline *with_chairs(
	const Compose *compose, const Item *item, const Inline *speakers, NameRoles roles) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	const char *between = part_separator(compose, WORD_LIST_SEMICOLON);
	gboolean any = speakers != NULL;
	if (speakers) {
		inline_add_inline(builder, speakers, -1);
	}
	for (int i = 0; i < item->role_count; i++) {
		if (item->roles[i].kind == ROLE_CHAIR) {
			inline_add_span(
				builder, any ? between : "", (InlineSpan){.role = roles.name});
			inline_add_inline(
				builder, part_person_line(compose, &item->roles[i], roles), -1);
			any = TRUE;
		}
	}
	const Inline *line = inline_builder_end(builder, NULL, item->span);
	return any ? line : NULL;
}

/* "Midnight" and the date that begins (DESIGN-2 E4). */
static void add_midnight(const Rows *rows, Slot *slot) {
	const Compose *compose = rows->compose;
	const char *language = compose->event->language;
	const char *word = lang_word(compose->lang, WORD_MIDNIGHT);
	g_autofree char *initial = locale_initial(language, word);
	g_autofree char *date = locale_format_date(language, compose->lang->date_medium,
		date_add_days(compose->event->days[rows->day].date, 1));
	slot->midnight = part_text(
		compose, arena_printf(compose->arena, "%s%s", initial, g_utf8_next_char(word)));
	slot->midnight_day = part_text(compose, arena_strdup(compose->arena, date));
}

static void add_item(Rows *rows, const AgendaRow *row) {
	const Compose *compose = rows->compose;
	const Item *item = row->item;
	NameRoles full = {STYLE_AGENDA_SPEAKER, STYLE_AGENDA_AFFILIATION, TRUE};
	NameRoles bare = {STYLE_AGENDA_SPEAKER, -1, TRUE};
	Slot slot = {.start = item->start,
		.end = item->end,
		.indent = row->depth,
		.pause = row->pause,
		.plenary = item->kind == KIND_PANEL || item->kind == KIND_KEYNOTE,
		.anchor = anchor_of_row(compose->arena, item),
		.source = item->span};
	slot.time = row_time(rows, item->start);
	slot.title = row_title(rows, item);
	slot.speakers = part_speakers(compose, item, full, SPEAKERS_IN_AGENDA);
	slot.speakers_bare = part_speakers(compose, item, bare, SPEAKERS_IN_AGENDA);
	if (rows->pages) {
		slot.speakers = with_chairs(compose, item, slot.speakers, bare);
		slot.speakers_bare = with_chairs(compose, item, slot.speakers_bare, bare);
	}
	if (!rows->pages && item->title.text) {
		const Inline *title = part_short_title(compose, item);
		slot.short_title = title ? with_room(rows, item, title) : NULL;
	}
	/* On a phone one touches the title. */
	const char *page = rows->pages ? part_item_page(compose, item) : NULL;
	if (page && rows->compose->edition != BOOK_PHONE) {
		slot.page = page_slot(compose, item, page);
	}
	if (rows->pages && item->start >= DAY && rows->before >= 0 && rows->before < DAY) {
		add_midnight(rows, &slot);
	}
	g_array_append_val(rows->slots, slot);
	rows->before = item->start != TIME_NONE ? item->start : rows->before;
}

/* A row of the day in its place: what has no time stays behind what stands before it. */
typedef struct Entry {
	const AgendaRow *row;
	int start, order;
	gboolean below; /* its session */
} Entry;

static int compare_entries(const void *one, const void *other) {
	const Entry *a = one, *b = other;
	return a->start != b->start ? (a->start > b->start) - (a->start < b->start)
				    : (a->order > b->order) - (a->order < b->order);
}

/* Posters all hang at the same time: they have a list of their own. */
static gboolean is_on_board(const Rows *rows, const Item *item) {
	return item->session && item->session->kind == KIND_POSTER_SESSION && rows->pages &&
		rows->compose->board_targets;
}

/* Does another session with talks run beside this one? */
static gboolean has_rival(const AgendaDay *day, const AgendaRow *own) {
	for (int i = 0; i < day->row_count; i++) {
		const AgendaRow *row = &day->rows[i];
		gboolean session = row != own && row->depth == 0 && row->item->talk_count > 0 &&
			row->item->kind != KIND_POSTER_SESSION;
		if (session && row->start < own->end && own->start < row->end) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Where a talk stands that is told with its session: at the session's start, or behind the last
 * pause, or midnight, between that and its own. */
static int start_with_session(const AgendaDay *day, const AgendaRow *session, int start) {
	int from = session->start < DAY && start >= DAY ? DAY : session->start;
	for (int i = 0; i < day->row_count; i++) {
		const AgendaRow *row = &day->rows[i];
		if (row->depth == 0 && row->pause && row->start > from && row->start <= start) {
			from = row->start;
		}
	}
	return from;
}

/* Talks of sessions side by side stand below their session, as in the pages behind. Those of a
 * session that runs alone stand among what other rooms have: times never run back. */
static void add_items(Rows *rows, const AgendaDay *day) {
	Entry *entries = arena_array_of(rows->compose->arena, Entry, day->row_count + 1);
	const AgendaRow *session = NULL; /* whose talks stand below it */
	int before = 0, count = 0;
	for (int i = 0; i < day->row_count; i++) {
		const AgendaRow *row = &day->rows[i];
		before = row->start != TIME_NONE ? row->start : before;
		int start = before, order = i;
		if (row->depth == 0) {
			session = row->item->talk_count > 0 && has_rival(day, row) ? row : NULL;
		} else if (session) {
			start = start_with_session(day, session, before);
			/* Behind what begins there. */
			order += start > session->start ? day->row_count : 0;
		}
		if (!is_on_board(rows, row->item)) {
			entries[count++] = (Entry){row, start, order, row->depth > 0 && session};
		}
	}
	qsort(entries, (size_t)count, sizeof(Entry), compare_entries);
	for (int i = 0; i < count; i++) {
		rows->below = entries[i].below;
		add_item(rows, entries[i].row);
	}
}

static void add_closing(Rows *rows, const Day *day) {
	if (day->end == TIME_NONE) {
		return;
	}
	Slot slot = {.start = day->end, .end = day->end, .closing = TRUE, .source = day->span};
	slot.time = row_time(rows, day->end);
	slot.title = part_role_text(
		rows->compose, lang_word(rows->compose->lang, WORD_CLOSE), STYLE_AGENDA_BREAK);
	g_array_append_val(rows->slots, slot);
}

const TimelineBlock *part_timeline(const Compose *compose, int day, gboolean pages) {
	const Day *of = &compose->event->days[day];
	Rows rows = {.compose = compose,
		.slots = g_array_new(FALSE, TRUE, sizeof(Slot)),
		.pages = pages,
		.same_half = one_half(of),
		.wide = has_wide_hours(compose, of),
		.before = TIME_NONE,
		.day = day};
	const Agenda *agenda =
		compose->agenda ? compose->agenda : agenda_new(compose->arena, compose->event);
	add_items(&rows, &agenda->days[day]);
	add_closing(&rows, of);
	TimelineBlock *timeline = arena_new_of(compose->arena, TimelineBlock);
	timeline->slot_count = (int)rows.slots->len;
	timeline->slots =
		arena_memdup(compose->arena, rows.slots->data, sizeof(Slot) * rows.slots->len);
	timeline->note = part_word(compose, WORD_SCALE_NOTE);
	g_array_free(rows.slots, TRUE);
	return timeline;
}

const char *part_agenda_zone(const Compose *compose, int day, const char *zone) {
	const Day *of = &compose->event->days[day];
	if (compose->time_form.clock != 12 || !one_half(of)) {
		return zone;
	}
	g_autofree char *period = locale_day_period(compose->event->language, of->start);
	return zone ? arena_printf(compose->arena, "%s%s%s", period,
			      part_separator(compose, WORD_LIST_COMMA), zone)
		    : arena_strdup(compose->arena, period);
}

static const Block *agenda_day(const Compose *compose, int day) {
	const Event *event = compose->event;
	Block *group = part_page(compose, "agenda", START_PAGE);
	group->anchor = anchor_of_day(compose->arena, day);
	gboolean several = event->day_count > 1;
	const char *title = several ? part_date(compose, compose->lang->date_medium, day)
				    : lang_word(compose->lang, WORD_AGENDA);
	group->outline = title;
	group->tab = part_day_tab(compose, day);
	if (several) {
		group->outline = arena_printf(compose->arena, "%s%s%s",
			lang_word(compose->lang, WORD_AGENDA),
			part_separator(compose, WORD_LIST_COMMA), title);
		group->foot = part_day_foot(compose, day);
	}
	TimelineBlock *rows = arena_memdup(
		compose->arena, part_timeline(compose, day, TRUE), sizeof(TimelineBlock));
	const char *label = part_agenda_zone(compose, day, part_zone_short(compose, day));
	rows->head = part_text(compose, title);
	rows->head_label = label ? part_text(compose, label) : NULL;
	Block *timeline = block_new(compose->arena, BLOCK_TIMELINE);
	timeline->as.timeline = rows;
	const Block *children[] = {part_head(compose, label, title), timeline};
	part_set_children(compose, group, children, 2);
	return group;
}

void part_agenda(const Compose *compose, BlockList *list) {
	if (!part_is_printed(compose, PART_AGENDA)) {
		return;
	}
	for (int i = 0; i < compose->event->day_count; i++) {
		block_list_add(list, agenda_day(compose, i));
	}
}
