/* part_front: cover, welcome page, back cover. */
#include "doc/parts.h"
#include "markup/address.h"

enum { CLOCK_MINUTES = 720, FACTS_MOST = 4, RINGS_MOST = 4 };

typedef struct Lines {
	const Inline *lines[FACTS_MOST];
	int count;
} Lines;

static void add_line(const Compose *compose, Lines *lines, const char *text) {
	if (text && lines->count < FACTS_MOST) {
		lines->lines[lines->count++] = part_text(compose, text);
	}
}

static const Inline *const *keep_lines(const Compose *compose, const Lines *lines) {
	return (const Inline *const *)arena_memdup(
		compose->arena, lines->lines, sizeof(Inline *) * (size_t)lines->count);
}

static const char *place_name(const Compose *compose) {
	const Place *place = &compose->event->place;
	if (place->name.text) {
		return place->name.text;
	}
	return place->online ? lang_word(compose->lang, WORD_ONLINE) : NULL;
}

/* --- the clock ---------------------------------------------------------------------------- */

static gboolean is_pause(ItemKind kind) {
	return kind == KIND_BREAK || kind == KIND_MEAL;
}

static gboolean is_plenary(ItemKind kind) {
	return kind == KIND_PANEL || kind == KIND_KEYNOTE;
}

static const Person *one_speaker(const Item *item) {
	for (int i = 0; part_speaker_count(item) == 1 && i < item->role_count; i++) {
		if (part_role_speaks(item->roles[i].kind)) {
			return item->roles[i].person;
		}
	}
	return NULL;
}

/* What stands in a slot: the one speaker's name, or in short the family's; for a panel its word;
 * for anything else its title, if that is short enough to be one. */
static void name_slot(const Compose *compose, const Item *item, Slot *slot) {
	enum { TITLE_MOST = 18 };
	const Person *person = one_speaker(item);
	if (item->kind == KIND_PANEL) {
		slot->name = part_word(compose, WORD_PANEL);
	} else if (person) {
		slot->name = part_plain(compose, &person->name);
		slot->short_title = part_plain(compose, &person->family);
	} else {
		const char *title = item_short_title(compose->arena, item);
		gboolean is_short = title && g_utf8_strlen(title, -1) <= TITLE_MOST;
		slot->short_title = is_short ? part_short_title(compose, item) : NULL;
	}
}

/* Three days leave no room for names, nor do talks of two days that share a segment. */
static gboolean has_names(const Compose *compose) {
	enum { DAYS_MOST = 2 };
	int days = compose->event->day_count;
	if (days == 1 || days > DAYS_MOST) {
		return days == 1;
	}
	const Agenda *agenda =
		compose->agenda ? compose->agenda : agenda_new(compose->arena, compose->event);
	return agenda->days[0].single_track && agenda->days[1].single_track;
}

/* What ends later than twelve hours after the first beginning is not on the face. */
static void add_clock_day(
	const Compose *compose, const Day *day, int ring, int until, GArray *slots) {
	gboolean names = has_names(compose);
	for (int i = 0; i < day->item_count; i++) {
		const Item *item = day->items[i];
		if (is_pause(item->kind) || item->start == TIME_NONE || item->end == TIME_NONE ||
			item->end > until) {
			continue;
		}
		Slot slot = {.start = item->start,
			.end = item->end,
			.ring = ring,
			.plenary = is_plenary(item->kind),
			.source = item->span};
		if (names) {
			name_slot(compose, item, &slot);
		}
		g_array_append_val(slots, slot);
	}
}

static gboolean overlap(const Slot *one, const Slot *other) {
	return one->start < other->end && other->start < one->end;
}

/* What runs at the same time on one day takes rings side by side, all else the whole depth.
 * Returns the number of rings. */
static int share_rings(GArray *slots) {
	int rings = 1;
	for (guint i = 0; i < slots->len; i++) {
		Slot *slot = &g_array_index(slots, Slot, i);
		slot->ring = 0;
		for (guint j = 0; j < i; j++) {
			const Slot *other = &g_array_index(slots, Slot, j);
			if (overlap(slot, other) && other->ring == slot->ring &&
				slot->ring < RINGS_MOST - 1) {
				slot->ring++;
				j = (guint)-1; /* that ring may be taken as well: look again */
			}
		}
		rings = MAX(rings, slot->ring + 1);
	}
	for (guint i = 0; i < slots->len; i++) {
		Slot *slot = &g_array_index(slots, Slot, i);
		gboolean alone = TRUE;
		for (guint j = 0; j < slots->len; j++) {
			alone = alone && (i == j || !overlap(slot, &g_array_index(slots, Slot, j)));
		}
		slot->ring_span = alone ? rings : 1;
	}
	return rings;
}

static const ClockBlock *clock_block(const Compose *compose) {
	const Event *event = compose->event;
	int from = CLOCK_MINUTES * 4, to = 0;
	for (int i = 0; i < event->day_count; i++) {
		int start = event->days[i].start;
		from = start == TIME_NONE ? from : MIN(from, start);
	}
	GArray *slots = g_array_new(FALSE, TRUE, sizeof(Slot));
	for (int i = 0; i < event->day_count; i++) {
		add_clock_day(compose, &event->days[i], i, from + CLOCK_MINUTES, slots);
	}
	for (guint i = 0; i < slots->len; i++) {
		to = MAX(to, g_array_index(slots, Slot, i).end);
	}
	ClockBlock *clock = NULL;
	if (slots->len > 0 && event->day_count <= RINGS_MOST) {
		clock = arena_new_of(compose->arena, ClockBlock);
		clock->from = from;
		clock->to = to;
		clock->ring_count = event->day_count == 1 ? share_rings(slots) : event->day_count;
		clock->slot_count = (int)slots->len;
		clock->slots = arena_memdup(compose->arena, slots->data, sizeof(Slot) * slots->len);
		clock->alternate = lang_word(compose->lang, WORD_CLOCK_FIGURE);
	}
	g_array_free(slots, TRUE);
	return clock;
}

/* --- cover -------------------------------------------------------------------------------- */

static void add_when(const Compose *compose, Lines *lines) {
	if (compose->event->day_count == 1) {
		add_line(compose, lines, part_date(compose, compose->lang->date_day, 0));
		add_line(compose, lines, part_date(compose, compose->lang->date_short, 0));
		add_line(compose, lines, part_hours_short(compose, 0));
	} else {
		add_line(compose, lines, part_date_range(compose));
	}
}

const CoverBlock *part_cover_block(const Compose *compose) {
	const Event *event = compose->event;
	CoverBlock *cover = arena_new_of(compose->arena, CoverBlock);
	cover->host = part_plain(compose, &event->host);
	cover->pretitle = part_plain(compose, &event->pretitle);
	cover->title = part_plain(compose, &event->title);
	cover->subtitle = part_plain(compose, &event->subtitle);
	Lines where = {.count = 0}, when = {.count = 0};
	add_line(compose, &where, place_name(compose));
	add_line(compose, &where, event->place.room.text);
	add_line(compose, &where, event->place.address.text);
	add_when(compose, &when);
	cover->left_count = where.count;
	cover->left = keep_lines(compose, &where);
	cover->right_count = when.count;
	cover->right = keep_lines(compose, &when);
	cover->clock = clock_block(compose);
	return cover;
}

const Block *part_cover(const Compose *compose) {
	Block *page = part_page(compose, "cover", START_PAGE);
	page->bare = TRUE;
	Block *block = block_new(compose->arena, BLOCK_COVER);
	block->as.cover = part_cover_block(compose);
	const Block *child = block;
	part_set_children(compose, page, &child, 1);
	return page;
}

const Block *part_back_cover(const Compose *compose) {
	const Event *event = compose->event;
	BackCoverBlock *back = arena_new_of(compose->arena, BackCoverBlock);
	if (event->join_url.text) {
		back->label = part_join_caption(compose);
		back->code = part_code(compose, event->join_url.text);
		InlineBuilder *builder = inline_builder_new(compose->arena);
		inline_add_span(builder, event->join_url.text,
			(InlineSpan){.flags = INLINE_URL,
				.role = -1,
				.href = address_active(compose->arena, event->join_url.text)});
		back->address = inline_builder_end(builder, NULL, event->join_url.span);
	}
	Lines left = {.count = 0}, right = {.count = 0};
	add_line(compose, &left, event->host.text);
	add_line(compose, &left, event->full_title);
	add_line(compose, &right, part_date_range(compose));
	if (event->day_count == 1) {
		add_line(compose, &right, part_hours_short(compose, 0));
	}
	back->left_count = left.count;
	back->left = keep_lines(compose, &left);
	back->right_count = right.count;
	back->right = keep_lines(compose, &right);
	Block *page = part_page(compose, "back-cover", START_LAST);
	page->bare = TRUE;
	/* Without a code it repeats the cover. */
	page->spare = back->code == NULL;
	Block *block = block_new(compose->arena, BLOCK_BACK_COVER);
	block->as.back_cover = back;
	const Block *child = block;
	part_set_children(compose, page, &child, 1);
	return page;
}
