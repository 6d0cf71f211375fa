/* part_running: what runs along pages and above them: thumb tabs, feet and bookmarks of days,
 * sessions and tracks. */
#include "doc/parts.h"

/* By tracks where there are any, days first; else by days. */
static const TabBlock *tab_new(const Compose *compose, int day, const Track *track) {
	const Event *event = compose->event;
	gboolean several = event->day_count > 1, tracks = event->track_count > 0;
	if (compose->edition != BOOK_USUAL || !(several || tracks)) {
		return NULL;
	}
	TabBlock *tab = arena_new_of(compose->arena, TabBlock);
	const char *name = part_date(compose, "EEE", day);
	const char *text = !track ? name
		: several	  ? arena_printf(compose->arena, "%s  %s", name, track->letter.text)
				  : track->letter.text;
	tab->text = part_text(compose, text);
	tab->row = tracks ? (track ? track->index + 1 : 0) : day;
	tab->row_count = tracks ? event->track_count + 1 : event->day_count;
	tab->track = track ? track->index : -1;
	return tab;
}

const TabBlock *part_day_tab(const Compose *compose, int day) {
	return tab_new(compose, day, NULL);
}

const TabBlock *part_talk_tab(const Compose *compose, const Item *item) {
	return tab_new(compose, item->day, item->track);
}

const Inline *part_day_foot(const Compose *compose, int day) {
	if (compose->event->day_count < 2) {
		return NULL;
	}
	const char *date = part_date(compose, compose->lang->date_medium, day);
	const char *hours = part_hours_short(compose, day);
	return part_text(compose,
		hours ? arena_printf(compose->arena, "%s%s%s", date,
				part_separator(compose, WORD_LIST_COMMA), hours)
		      : date);
}

/* "B1 Streets that hold water, Monday 9:45" */
const Inline *part_talk_foot(const Compose *compose, const Item *item) {
	const Item *told = item->session ? item->session : item;
	const Event *event = compose->event;
	const char *title = item_short_title(compose->arena, told);
	if (!title || (event->day_count < 2 && !item->session)) {
		return NULL;
	}
	GString *text = g_string_new(told->code.text);
	g_string_append_printf(text, "%s%s", told->code.text ? " " : "", title);
	g_string_append(text, part_separator(compose, WORD_LIST_COMMA));
	g_string_append(text, part_date(compose, "EEEE", item->day));
	if (told->start != TIME_NONE) {
		g_autofree char *time = time_format(&compose->time_form, told->start);
		g_string_append_printf(text, " %s", time);
	}
	const Inline *foot = part_text(compose, arena_strdup(compose->arena, text->str));
	g_string_free(text, TRUE);
	return foot;
}

/* Plain text of a title with its code. */
static const char *session_name(const Compose *compose, const Item *session) {
	const char *title = session->title.text ? session->title.text : "";
	return session->code.text ? arena_printf(compose->arena, "%s %s", session->code.text, title)
				  : title;
}

void part_outline_above(const Compose *compose, Block *talk, const Item *item, const Item *before) {
	const Event *event = compose->event;
	gboolean several = event->day_count > 1;
	OutlineAbove *above = arena_array_of(compose->arena, OutlineAbove, 2);
	if (several && (!before || before->day != item->day)) {
		above[talk->above_count++] = (OutlineAbove){
			part_date(compose, compose->lang->date_medium, item->day), 1};
	}
	if (item->session && item->session->title.text &&
		(!before || before->session != item->session)) {
		above[talk->above_count++] =
			(OutlineAbove){session_name(compose, item->session), 2};
	}
	talk->above = above;
	talk->outline_level = item->session && item->session->title.text ? 3 : 2;
}

const char *part_when_and_where(const Compose *compose, const Item *item) {
	const char *comma = part_separator(compose, WORD_LIST_COMMA);
	const char *day = compose->event->day_count > 1 ? part_date(compose, "EEE", item->day) : "";
	const char *hours = "";
	if (item->start != TIME_NONE && item->end != TIME_NONE) {
		g_autofree char *range =
			time_format_range(&compose->time_form, item->start, item->end, TRUE);
		hours = arena_strdup(compose->arena, range);
	}
	const char *room = item->room ? part_rooms(compose, item) : "";
	return arena_printf(compose->arena, "%s%s%s%s%s", day, *day && *hours ? " " : "", hours,
		(*day || *hours) && *room ? comma : "", room);
}

const Block *part_session_band(const Compose *compose, const Item *talk) {
	const Item *session = talk->session;
	if (!session || !session->title.text) {
		return NULL;
	}
	BandBlock *band = arena_new_of(compose->arena, BandBlock);
	InlineBuilder *title = inline_builder_new(compose->arena);
	if (session->code.text) {
		inline_add(title, session->code.text);
		inline_add(title, "\xe2\x80\x82");
	}
	inline_add_inline(title, part_inline(compose, &session->title), -1);
	band->title = inline_builder_end(title, session->language, session->span);
	const Inline **lines =
		arena_array_of(compose->arena, const Inline *, session->role_count + 1);
	const char *place = part_when_and_where(compose, session);
	if (*place) {
		lines[band->line_count++] =
			part_link_rooms(compose, part_text(compose, place), session);
	}
	for (int i = 0; i < session->role_count; i++) {
		if (session->roles[i].kind == ROLE_CHAIR) {
			NameRoles roles = {-1, -1, FALSE};
			lines[band->line_count++] =
				part_person_line(compose, &session->roles[i], roles);
		}
	}
	band->lines = lines;
	band->track = session->track ? session->track->index : -1;
	Block *block = block_new(compose->arena, BLOCK_BAND);
	block->as.band = band;
	block->tab = part_talk_tab(compose, talk);
	block->foot = part_talk_foot(compose, talk);
	block->source = session->span;
	return block;
}
