/* part_glance: several days side by side, each as a column in which what runs at the same time is
 * one block (DESIGN-2 B2). How much of its words stands in a block is layout's to choose. */
#include <string.h>

#include "doc/parts.h"
#include "view/stretches.h"

enum { HOUR = 60, HALF_HOUR = 30, NAMES_MOST = 2 };

/* --- texts ------------------------------------------------------------------------------------ */

static const char *joined(const Compose *compose, const char *one, const char *other) {
	return !one	? other
		: other ? arena_printf(compose->arena, "%s%s%s", one,
				  part_separator(compose, WORD_LIST_COMMA), other)
			: one;
}

/* All of them; a poster session is one. */
static gboolean are_sessions(const Stretch *stretch) {
	for (int i = 0; i < stretch->item_count; i++) {
		const Item *item = stretch->items[i];
		if (item->talk_count == 0 && !item->session) {
			return FALSE;
		}
	}
	return TRUE;
}

static int count_talks(const Stretch *stretch) {
	int count = 0;
	for (int i = 0; i < stretch->item_count; i++) {
		count += MAX(stretch->items[i]->talk_count, 1);
	}
	return count;
}

static gboolean has_talks(const Stretch *stretch) {
	for (int i = 0; i < stretch->item_count; i++) {
		const Item *item = stretch->items[i];
		if (item_is_talk(item) || item->talk_count > 0 || item->session) {
			return TRUE;
		}
	}
	return FALSE;
}

/* "Sessions A1–J1", "14 talks" */
static void name_many(const Compose *compose, const Stretch *stretch, GlanceBox *box) {
	if (!are_sessions(stretch)) {
		box->title = part_text(compose,
			lang_plural(compose->arena, compose->lang, WORD_COUNT_TALKS,
				count_talks(stretch), NULL));
		return;
	}
	const char *codes = part_code_range(compose, stretch->items, stretch->item_count);
	box->title = codes ? part_text(compose, part_sessions_named(compose, codes))
			   : part_word(compose, WORD_SESSIONS);
	box->short_title = codes ? part_text(compose, codes) : NULL;
}

static const Inline *joined_titles(const Compose *compose, const Stretch *stretch, gboolean brief) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	for (int i = 0; i < stretch->item_count; i++) {
		const Item *item = stretch->items[i];
		gboolean missing;
		const Inline *title = brief && item->title.text
			? part_short_title(compose, item)
			: part_title(compose, item, &missing);
		inline_add(builder, i > 0 ? part_separator(compose, WORD_LIST_COMMA) : "");
		inline_add_inline(builder, title, -1);
	}
	const Item *first = stretch->items[0];
	return inline_builder_end(builder, first->language, first->title.span);
}

/* Titles of what is too short to stand alone, one after the other. */
static void name_few(const Compose *compose, const Stretch *stretch, GlanceBox *box) {
	box->title = joined_titles(compose, stretch, FALSE);
	const Inline *brief = joined_titles(compose, stretch, TRUE);
	box->short_title = g_str_equal(brief->text, box->title->text) ? NULL : brief;
}

/* "Traoré, Kos" of all who speak; NULL = nobody, or more than a line says. */
static const char *families(const Compose *compose, const Stretch *stretch) {
	const char *names = NULL;
	int count = 0;
	for (int i = 0; i < stretch->item_count; i++) {
		const Item *item = stretch->items[i];
		for (int j = 0; j < item->role_count; j++) {
			const Person *person = item->roles[j].person;
			if (part_role_speaks(item->roles[j].kind)) {
				const char *family = person->family.text ? person->family.text
									 : person->name.text;
				names = joined(compose, names, family);
				count++;
			}
		}
	}
	return count <= NAMES_MOST ? names : NULL;
}

static void add_note(const Compose *compose, const Stretch *stretch, GlanceBox *box) {
	const char *text = part_rooms(compose, stretch->items[0]);
	if (stretch->room_count > 1) {
		text = lang_plural(
			compose->arena, compose->lang, WORD_COUNT_ROOMS, stretch->room_count, NULL);
	}
	if (stretch->kind == STRETCH_PLENARY) {
		text = joined(compose, families(compose, stretch), text);
	}
	box->note = text && stretch->kind != STRETCH_PAUSE ? part_text(compose, text) : NULL;
}

/* "to 3:30; p. 72" */
static void add_until(const Compose *compose, const Item *item, int end, GlanceBox *box) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	g_autofree char *time = time_format(&compose->time_form, end);
	inline_add(builder,
		lang_format(compose->arena, compose->lang, WORD_TO_TIME, "time", time, NULL));
	const char *page = part_item_target(compose, item);
	if (page) {
		inline_add(builder, part_separator(compose, WORD_LIST_SEMICOLON));
		part_add_page_pattern(
			compose, builder, lang_word(compose->lang, WORD_PAGE_SHORT), page);
	}
	box->until = inline_builder_end(builder, NULL, item->span);
}

static const char *day_target(const Compose *compose, int day) {
	if (part_grid_has_day(compose, day)) {
		return anchor_of_grid(compose->arena, day);
	}
	return compose->agenda_targets ? anchor_of_day(compose->arena, day) : NULL;
}

static GlanceBox box_of(const Compose *compose, const Stretch *stretch, int day) {
	static const GlanceKind kinds[] = {[STRETCH_PLENARY] = GLANCE_PLENARY,
		[STRETCH_TALKS] = GLANCE_TALKS,
		[STRETCH_POSTERS] = GLANCE_TALKS,
		[STRETCH_SOCIAL] = GLANCE_SOCIAL,
		[STRETCH_PAUSE] = GLANCE_PAUSE};
	const Item *item = stretch->items[0];
	const char *target = stretch->item_count == 1 ? part_item_target(compose, item) : NULL;
	GlanceBox box = {.kind = kinds[stretch->kind],
		.start = stretch->start,
		.end = stretch->end,
		.target = target ? target : day_target(compose, day),
		.source = item->span};
	if (stretch->item_count > 1 && stretch->kind == STRETCH_TALKS && has_talks(stretch)) {
		name_many(compose, stretch, &box);
	} else {
		name_few(compose, stretch, &box);
	}
	add_note(compose, stretch, &box);
	add_until(compose, item, stretch->end, &box);
	g_autofree char *hours =
		time_format_range(&compose->time_form, stretch->start, stretch->end, TRUE);
	box.place = arena_printf(compose->arena, "%s%s%s",
		part_date(compose, compose->lang->date_tab, day),
		part_separator(compose, WORD_LIST_COMMA), hours);
	return box;
}

/* --- the block -------------------------------------------------------------------------------- */

static GlanceDay day_of(const Compose *compose, int day) {
	GlanceDay made = {
		.name = part_text(compose, part_date(compose, compose->lang->date_tab, day)),
		.short_name = part_text(compose, part_date(compose, "EEE", day))};
	const char *target = day_target(compose, day);
	if (target) {
		InlineBuilder *builder = inline_builder_new(compose->arena);
		inline_add_page_slot(builder, target, -1);
		made.page = inline_builder_end(builder, NULL, compose->event->days[day].span);
	}
	return made;
}

static void add_ticks(const Compose *compose, GlanceBlock *glance) {
	int first = (glance->from + HOUR - 1) / HOUR * HOUR, before = TIME_NONE;
	GridTick *ticks = arena_array_of(compose->arena, GridTick, (glance->to - first) / HOUR + 2);
	for (int time = first; time <= glance->to; time += HOUR) {
		ticks[glance->tick_count++] = (GridTick){
			.time = time, .hour = TRUE, .label = part_hour(compose, time, before)};
		before = time;
	}
	glance->ticks = ticks;
}

const Block *part_day_columns(const Compose *compose, int first, int count) {
	GlanceBlock *glance = arena_new_of(compose->arena, GlanceBlock);
	GlanceDay *days = arena_array_of(compose->arena, GlanceDay, count);
	g_autoptr(GArray) boxes = g_array_new(FALSE, TRUE, sizeof(GlanceBox));
	for (int i = 0; i < count; i++) {
		const Stretches *stretches =
			stretches_of_day(compose->arena, compose->event, first + i);
		days[i] = day_of(compose, first + i);
		for (int j = 0; j < stretches->count; j++) {
			GlanceBox box = box_of(compose, &stretches->all[j], first + i);
			box.column = i;
			glance->from = boxes->len ? MIN(glance->from, box.start) : box.start;
			glance->to = MAX(glance->to, box.end);
			g_array_append_val(boxes, box);
		}
	}
	if (boxes->len == 0) {
		return NULL;
	}
	glance->from = glance->from / HALF_HOUR * HALF_HOUR;
	glance->day_count = count;
	glance->days = days;
	glance->box_count = (int)boxes->len;
	glance->boxes = arena_memdup(compose->arena, boxes->data, sizeof(GlanceBox) * boxes->len);
	add_ticks(compose, glance);
	Block *block = block_new(compose->arena, BLOCK_GLANCE);
	block->as.glance = glance;
	block->source = compose->event->days[first].span;
	return block;
}
