/* kind_poster: sheets for the wall: the event, a day's agenda, a talk. */
#include <string.h>

#include "doc/parts.h"

enum { TITLE_MOST = 48 }; /* characters; an event's longer title gives way to its short one */

static void end_root(const Compose *compose, Composition *composition, BlockList *list) {
	Block *root = block_new(compose->arena, BLOCK_GROUP);
	block_list_end(list, root);
	composition->root = root;
}

/* --- the event ---------------------------------------------------------------------------- */

const Composition *compose_poster_event(const Compose *compose) {
	const Event *event = compose->event;
	Composition *composition = compose_new(compose, "poster-event", event->full_title);
	CoverBlock *cover =
		arena_memdup(compose->arena, part_cover_block(compose), sizeof(CoverBlock));
	if (event->join_url.text) {
		cover->code = part_code(compose, event->join_url.text);
		cover->code_caption = part_join_caption(compose);
	}
	Block *block = block_new(compose->arena, BLOCK_POSTER_EVENT);
	block->as.cover = cover;
	block->page_kind = "poster-event";
	BlockList *list = block_list_new(compose->arena);
	block_list_add(list, block);
	end_root(compose, composition, list);
	return composition;
}

/* --- a day's agenda ----------------------------------------------------------------------- */

/* "Times are pm, Eastern Daylight Time", or NULL. */
static const char *times_note(const Compose *compose, int day) {
	const Event *event = compose->event;
	if (!event->timezone) {
		return NULL;
	}
	g_autofree char *zone = zone_long_name(event->timezone, event->language,
		event->days[day].date, MAX(event->days[day].start, 0));
	return lang_format(compose->arena, compose->lang, WORD_TIMES_ARE, "zone",
		part_agenda_zone(compose, day, zone), NULL);
}

/* The zone is told where the day ends, beside its last word; a day without an end gets a row for
 * it, or for the code alone. */
static void say_zone(const Compose *compose, int day, TimelineBlock *timeline) {
	const char *text = times_note(compose, day);
	const Inline *note = text ? part_role_text(compose, text, STYLE_AGENDA_AFFILIATION) : NULL;
	int count = timeline->slot_count;
	if (count == 0 || (!note && !timeline->code)) {
		return;
	}
	Slot *slots = arena_array_of(compose->arena, Slot, count + 1);
	memcpy(slots, timeline->slots, sizeof(Slot) * (size_t)count);
	if (slots[count - 1].closing) {
		slots[count - 1].speakers = note;
	} else {
		int end = slots[count - 1].end;
		slots[count] = (Slot){.start = end, .end = end, .closing = TRUE};
		slots[count].title = note ? note : timeline->code_caption;
		timeline->code_caption = note ? timeline->code_caption : NULL;
		timeline->slot_count = count + 1;
	}
	timeline->slots = slots;
	timeline->note = text ? part_text(compose, text) : NULL;
}

static const Inline *day_label(const Compose *compose, int day) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_add(builder, part_date(compose, compose->lang->date_day, day));
	inline_add(builder, "\xe2\x80\xa8");
	inline_add(builder, part_day_month(compose, day));
	return inline_builder_end(builder, NULL, SPAN_NONE);
}

/* A title that would fill a third of the sheet gives way to its short form. */
static const Inline *poster_title(const Compose *compose) {
	const Event *event = compose->event;
	gboolean is_long = g_utf8_strlen(event->title.text, -1) > TITLE_MOST;
	return part_plain(
		compose, is_long && event->short_title.text ? &event->short_title : &event->title);
}

static const TimelineBlock *poster_timeline(const Compose *compose, int day, gboolean code) {
	TimelineBlock *timeline = arena_memdup(
		compose->arena, part_timeline(compose, day, FALSE), sizeof(TimelineBlock));
	timeline->note = NULL;
	timeline->head = poster_title(compose);
	timeline->head_label = day_label(compose, day);
	if (code && compose->event->join_url.text) {
		timeline->code = part_code(compose, compose->event->join_url.text);
		timeline->code_caption = part_join_caption(compose);
	}
	say_zone(compose, day, timeline);
	return timeline;
}

static Block *poster_head(const Compose *compose, int day) {
	Block *head = block_new(compose->arena, BLOCK_HEAD);
	head->hang = block_paragraph(compose->arena, STYLE_POSTER_FACT, day_label(compose, day));
	const Block *title =
		block_paragraph(compose->arena, STYLE_POSTER_TITLE, poster_title(compose));
	part_set_children(compose, head, &title, 1);
	return head;
}

/* A code stands beside the title, since a timetable has no slot for it. */
static const Block *grid_head(const Compose *compose, int day) {
	Block *head = poster_head(compose, day);
	if (compose->event->join_url.text) {
		Block *code = block_new(compose->arena, BLOCK_FIGURE);
		code->as.figure = part_code(compose, compose->event->join_url.text);
		const Block *caption = block_paragraph(
			compose->arena, STYLE_POSTER_CAPTION, part_join_caption(compose));
		const Block *children[] = {head->children[0], caption};
		head->end = code;
		part_set_children(compose, head, children, 2);
	}
	return head;
}

static const Block *poster_grid(const Compose *compose, int day, const GridBlock *grid) {
	GridBlock *sheet = arena_memdup(compose->arena, grid, sizeof(GridBlock));
	const char *note = times_note(compose, day);
	sheet->sheet_note = note ? part_text(compose, note) : NULL;
	Block *block = block_new(compose->arena, BLOCK_GRID);
	block->as.grid = sheet;
	block->source = compose->event->days[day].span;
	return block;
}

/* Where rooms run beside each other a timetable of them, and the list for the case that there is
 * no room for it. */
static void add_day(const Compose *compose, Block *page, int day) {
	const GridBlock *grid = part_grid_sheet(compose, day);
	Block *timeline = block_new(compose->arena, BLOCK_TIMELINE);
	timeline->as.timeline = poster_timeline(compose, day, grid == NULL);
	if (grid) {
		const Block *children[] = {
			grid_head(compose, day), poster_grid(compose, day, grid), timeline};
		part_set_children(compose, page, children, 3);
	} else {
		const Block *children[] = {poster_head(compose, day), timeline};
		part_set_children(compose, page, children, 2);
	}
}

const Composition *compose_poster_agenda(const Compose *compose, int day) {
	const Event *event = compose->event;
	Composition *composition = compose_new(compose, "poster-agenda", event->full_title);
	BlockList *list = block_list_new(compose->arena);
	for (int i = 0; i < event->day_count; i++) {
		if (day >= 0 && i != day) {
			continue;
		}
		Block *page = part_page(compose, "poster-agenda", START_PAGE);
		page->bare = TRUE;
		page->poster = TRUE;
		page->anchor = anchor_of_day(compose->arena, i);
		page->outline = part_date(compose, compose->lang->date_full, i);
		add_day(compose, page, i);
		block_list_add(list, page);
	}
	end_root(compose, composition, list);
	return composition;
}

/* --- talks -------------------------------------------------------------------------------- */

static const Inline *until(const Compose *compose, const Item *item) {
	if (item->end == TIME_NONE) {
		return NULL;
	}
	g_autofree char *time = time_format(&compose->time_form, item->end);
	const char *zone = part_zone_short(compose, item->day);
	const char *full = zone ? arena_printf(compose->arena, "%s %s", time, zone)
				: arena_strdup(compose->arena, time);
	return part_text(compose,
		lang_format(compose->arena, compose->lang, WORD_TO_TIME, "time", full, NULL));
}

/* Where a sheet says nothing but who speaks, everybody has a line. */
static int add_each_speaker(
	const Compose *compose, const Item *item, NameRoles roles, const Inline **lines) {
	int made = 0;
	for (int i = 0; i < item->role_count; i++) {
		if (part_role_speaks(item->roles[i].kind)) {
			const Inline *line = part_person_line(compose, &item->roles[i], roles);
			lines[made++] = part_in_language(compose, line, item->language);
		}
	}
	return made;
}

static void add_talk_speakers(const Compose *compose, const Item *item, PosterTalkBlock *talk) {
	NameRoles roles = {-1, STYLE_POSTER_AFFILIATION, FALSE};
	enum { NAMES_MOST = 12, LINES_MOST = 6 };
	const Inline *line = part_speakers(compose, item, roles, NAMES_MOST);
	if (!line && item_is_talk(item)) {
		line = part_role_text(compose, lang_word(compose->lang, WORD_SPEAKER_MISSING),
			STYLE_POSTER_AFFILIATION);
	}
	int count = part_speaker_count(item), made = 0;
	const Inline **lines = arena_array_of(compose->arena, const Inline *, count + 2);
	if (item->subtitle.text) {
		const Text subtitle = part_text_in(item->subtitle, item->language);
		lines[made++] = part_plain(compose, &subtitle);
	}
	gboolean alone = !talk->abstract && !talk->bio;
	if (alone && count > 1 && count <= LINES_MOST) {
		made += add_each_speaker(compose, item, roles, lines + made);
	} else if (line) {
		lines[made++] = part_in_language(compose, line, item->language);
	}
	talk->lines = lines;
	talk->line_count = made;
}

static const Person *one_speaker(const Item *item) {
	const Person *person = NULL;
	for (int i = 0; i < item->role_count; i++) {
		if (part_role_speaks(item->roles[i].kind)) {
			if (person) {
				return NULL;
			}
			person = item->roles[i].person;
		}
	}
	return person;
}

static void add_place(const Compose *compose, const Item *item, PosterTalkBlock *talk) {
	const Event *event = compose->event;
	const char *place = item->room ? part_rooms(compose, item) : event->place.name.text;
	talk->place = place ? part_text(compose, place) : NULL;
	if (event->join_url.text) {
		talk->code = part_code(compose, event->join_url.text);
		talk->code_caption = part_join_caption(compose);
	}
}

static const Block *poster_talk(const Compose *compose, const Item *item) {
	PosterTalkBlock *talk = arena_new_of(compose->arena, PosterTalkBlock);
	const Event *event = compose->event;
	gboolean is_long = g_utf8_strlen(event->full_title, -1) > TITLE_MOST;
	talk->event = is_long && event->short_title.text ? part_plain(compose, &event->short_title)
							 : part_text(compose, event->full_title);
	talk->date = part_text(compose, part_date(compose, compose->lang->date_medium, item->day));
	if (item->start != TIME_NONE) {
		g_autofree char *start = time_format_plain(&compose->time_form, item->start);
		talk->start = part_text(compose, start);
		talk->end = until(compose, item);
	}
	talk->title = part_title(compose, item, &talk->title_missing);
	const Person *person = one_speaker(item);
	talk->portrait = person ? part_figure(compose, person) : NULL;
	const Text abstract = part_text_in(item->abstract, item->language);
	talk->abstract = part_prose(compose, &abstract, STYLE_POSTER_PROSE);
	if (person) {
		const Text bio = part_text_in(person->bio, person->language);
		talk->bio = part_prose(compose, &bio, STYLE_POSTER_BIO);
	}
	add_talk_speakers(compose, item, talk);
	add_place(compose, item, talk);
	Block *block = block_new(compose->arena, BLOCK_POSTER_TALK);
	block->as.poster_talk = talk;
	block->page_kind = "poster-talk";
	block->anchor = anchor_of_talk(compose->arena, item);
	block->outline = talk->title->text;
	block->outline_level = 1;
	block->source = item->span;
	return block;
}

const Composition *compose_poster_talk(const Compose *compose, const char *talk) {
	const Event *event = compose->event;
	Composition *composition = compose_new(compose, "poster-talk", event->full_title);
	BlockList *list = block_list_new(compose->arena);
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		if (talk ? strcmp(talk, item->id) == 0 : item_is_talk(item) && !item->repeats) {
			block_list_add(list, poster_talk(compose, item));
		}
	}
	end_root(compose, composition, list);
	return composition;
}
