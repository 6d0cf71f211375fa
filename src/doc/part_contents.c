/* part_contents: what stands on which page (DESIGN-2 B1): what comes before the programme, each day
 * with its agenda and its slots, sessions or talks, what stands behind for reference. Entries lead
 * to anchors; numbers are slots that layout fills. */
#include "doc/parts.h"

typedef struct Entry {
	const Inline *title;
	const char *target; /* anchor */
	const char *time; /* NULL = none */
	gboolean inner; /* a talk of a session */
} Entry;

static const Block *entry_row(const Compose *compose, const Entry *entry) {
	InlineBuilder *page = inline_builder_new(compose->arena);
	inline_add_page_slot(page, entry->target, -1);
	InlineBuilder *title = inline_builder_new(compose->arena);
	inline_push(title, (InlineSpan){.role = -1, .target = entry->target});
	inline_add_inline(title, entry->title, -1);
	inline_pop(title);
	Span source = entry->title->source;
	Block *row = block_new(compose->arena, BLOCK_ROW);
	row->role = STYLE_CONTENTS_TITLE;
	row->hang = block_paragraph(
		compose->arena, STYLE_CONTENTS_PAGE, inline_builder_end(page, NULL, source));
	Block *words = block_paragraph(compose->arena, STYLE_CONTENTS_TITLE,
		inline_builder_end(title, entry->title->language, source));
	words->continues = entry->inner;
	const Block *child = words;
	part_set_children(compose, row, &child, 1);
	if (entry->time) {
		row->end = block_paragraph(
			compose->arena, STYLE_CONTENTS_TIME, part_text(compose, entry->time));
	}
	return row;
}

typedef struct Entries {
	const Compose *compose;
	BlockList *list;
	ContentsDepth depth;
	int grain; /* minutes: slots that begin in the same ones are one entry; 0 = exactly then */
} Entries;

static void add_entry(Entries *entries, Entry entry) {
	block_list_add(entries->list, entry_row(entries->compose, &entry));
}

/* A group with the entries gathered so far; NULL when there are none. */
static const Block *end_group(Entries *entries, const char *name) {
	const Compose *compose = entries->compose;
	gboolean any = block_list_count(entries->list) > 0;
	Block *group = block_new(compose->arena, BLOCK_CONTENTS);
	group->text = part_text(compose, name);
	block_list_end(entries->list, group);
	return any ? group : NULL;
}

/* Where most is said of an item, or of the first of its talks; NULL where nothing is. */
static const char *target_of(const Compose *compose, const Item *item) {
	if (item_has_page(item)) {
		return anchor_of_talk(compose->arena, item);
	}
	for (int i = 0; i < item->talk_count; i++) {
		const char *target = target_of(compose, item->talks[i]);
		if (target) {
			return target;
		}
	}
	return NULL;
}

static const char *start_of(const Compose *compose, const Item *item) {
	if (item->start == TIME_NONE) {
		return NULL;
	}
	g_autofree char *time = time_format(&compose->time_form, item->start);
	return arena_strdup(compose->arena, time);
}

static void add_item(Entries *entries, const Item *item, gboolean inner) {
	const Compose *compose = entries->compose;
	gboolean missing;
	Entry entry = {.title = part_title(compose, item, &missing),
		.target = target_of(compose, item),
		.time = start_of(compose, item),
		.inner = inner};
	if (!entry.target) {
		return;
	}
	add_entry(entries, entry);
	for (int i = 0; i < item->talk_count && entries->depth == CONTENTS_TALKS; i++) {
		add_item(entries, item->talks[i], TRUE);
	}
}

/* What begins at the same time as item `from` of the day, or in the same minutes of a grain, up to
 * the item returned. */
static int slot_end(const Day *day, int from, int grain) {
	const int start = day->items[from]->start;
	int to = from + 1;
	while (to < day->item_count && start != TIME_NONE) {
		int next = day->items[to]->start;
		if (grain > 0 ? next / grain != start / grain : next != start) {
			break;
		}
		to++;
	}
	return to;
}

/* A congress in which something begins at every minute lists hours, or several of them, so that the
 * contents stay on two pages. */
static int slot_grain(const Event *event) {
	enum { ENTRIES_MOST = 56 };
	static const int grains[] = {0, 60, 120, 240};
	for (size_t k = 0; k < G_N_ELEMENTS(grains); k++) {
		int count = 0;
		for (int d = 0; d < event->day_count; d++) {
			const Day *day = &event->days[d];
			for (int i = 0; i < day->item_count; i = slot_end(day, i, grains[k])) {
				count++;
			}
		}
		if (count <= ENTRIES_MOST) {
			return grains[k];
		}
	}
	return grains[G_N_ELEMENTS(grains) - 1];
}

/* "Sessions A1–J1" where all have codes, else how many they are. */
static const char *slot_name(const Compose *compose, const GPtrArray *items, int sessions) {
	int count = (int)items->len;
	const char *codes = part_code_range(compose, (const Item *const *)items->pdata, count);
	if (codes) {
		return sessions == count ? part_sessions_named(compose, codes) : codes;
	}
	Word word = sessions == count ? WORD_COUNT_SESSIONS : WORD_COUNT_TALKS;
	return lang_plural(compose->arena, compose->lang, word, count, NULL);
}

/* Several things at once in one line. */
static void add_slot(Entries *entries, const Day *day, int from, int to) {
	const Compose *compose = entries->compose;
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	int sessions = 0;
	for (int i = from; i < to; i++) {
		if (target_of(compose, day->items[i])) {
			sessions += day->items[i]->talk_count > 0;
			g_ptr_array_add(items, (gpointer)day->items[i]);
		}
	}
	const Item *first = items->len > 0 ? items->pdata[0] : NULL;
	if (items->len > 1) {
		add_entry(entries,
			(Entry){.title = part_text(compose, slot_name(compose, items, sessions)),
				.target = target_of(compose, first),
				.time = start_of(compose, first)});
	} else if (first) {
		add_item(entries, first, FALSE);
	}
}

static void add_agenda(Entries *entries, const Day *day) {
	const Compose *compose = entries->compose;
	Entry entry = {.title = part_word(compose, WORD_AGENDA),
		.target = anchor_of_day(compose->arena, day->index)};
	if (day->start != TIME_NONE && day->end > day->start) {
		g_autofree char *hours =
			time_format_range(&compose->time_form, day->start, day->end, FALSE);
		entry.time = arena_strdup(compose->arena, hours);
	}
	add_entry(entries, entry);
}

static void add_grid(Entries *entries, const Day *day) {
	const Compose *compose = entries->compose;
	const Part *parts = compose->event->print.parts;
	int at = 0;
	while (parts[at].kind != PART_GRID) {
		at++;
	}
	const Inline *title = part_inline(compose, &parts[at].title);
	add_entry(entries,
		(Entry){.title = title ? title : part_word(compose, WORD_GRID),
			.target = anchor_of_grid(compose->arena, day->index)});
}

static const Block *day_group(
	const Compose *compose, const Day *day, ContentsDepth depth, int grain) {
	Entries entries = {compose, block_list_new(compose->arena), depth, grain};
	if (part_grid_has_day(compose, day->index)) {
		add_grid(&entries, day);
	}
	if (part_is_printed(compose, PART_AGENDA)) {
		add_agenda(&entries, day);
	}
	gboolean talks = part_is_printed(compose, PART_TALKS);
	for (int i = 0, to; i < day->item_count && talks; i = to) {
		to = depth == CONTENTS_SLOTS ? slot_end(day, i, grain) : i + 1;
		add_slot(&entries, day, i, to);
	}
	return end_group(&entries, part_date(compose, compose->lang->date_medium, day->index));
}

static Word part_word_of(PartKind kind) {
	switch (kind) {
	case PART_WELCOME:
		return WORD_WELCOME;
	case PART_SPEAKERS:
	case PART_BIOS:
		return WORD_SPEAKERS;
	case PART_INDEX:
		return WORD_INDEX;
	case PART_GLANCE:
		return WORD_GLANCE;
	case PART_SESSIONS:
		return WORD_SESSIONS;
	case PART_BOARDS:
		return WORD_POSTERS;
	case PART_TOPICS:
		return WORD_TOPICS;
	case PART_AFFILIATIONS:
		return WORD_AFFILIATIONS;
	case PART_IMPRINT:
		return WORD_IMPRINT;
	case PART_COMMITTEES:
		return WORD_COMMITTEES;
	case PART_VENUE:
		return WORD_VENUE;
	case PART_SPONSORS:
		return WORD_SPONSORS;
	default:
		return WORD_COUNT;
	}
}

static void add_letters(Entries *entries) {
	const Compose *compose = entries->compose;
	for (int i = 0; i < compose->event->letter_count; i++) {
		add_entry(entries,
			(Entry){.title = part_letter_title(compose, i),
				.target = part_letter_anchor(compose, i)});
	}
}

/* Parts that stand in the booklet before the programme, or behind it. */
static const Block *part_group(const Compose *compose, gboolean behind) {
	const Print *print = &compose->event->print;
	Entries entries = {compose, block_list_new(compose->arena), CONTENTS_SLOTS, 0};
	gboolean begun = FALSE;
	for (int i = 0; i < print->part_count; i++) {
		const Part *part = &print->parts[i];
		begun = begun || part->kind == PART_GRID || part->kind == PART_AGENDA ||
			part->kind == PART_TALKS;
		if (begun == behind && part_insert_is_listed(compose, i)) {
			add_entry(&entries,
				(Entry){.title = part_inline(compose, &part->title),
					.target = part_insert_anchor(compose, i)});
			continue;
		}
		if (begun == behind && part->kind == PART_LETTERS) {
			add_letters(&entries);
			continue;
		}
		Word word = part_word_of(part->kind);
		if (begun != behind || word == WORD_COUNT ||
			!part_is_printed(compose, part->kind)) {
			continue;
		}
		const Inline *title = part_inline(compose, &part->title);
		add_entry(&entries,
			(Entry){.title = title ? title : part_word(compose, word),
				.target = anchor_of_part(part->kind)});
	}
	Word name = behind ? WORD_CONTENTS_REFERENCE : WORD_CONTENTS_BEFORE;
	return end_group(&entries, lang_word(compose->lang, name));
}

const Block *part_contents(const Compose *compose, ContentsDepth depth) {
	const Event *event = compose->event;
	BlockList *list = block_list_new(compose->arena);
	Block *page = part_headed_page(compose, "contents", NULL, WORD_CONTENTS, list);
	block_list_add(list, part_group(compose, FALSE));
	int grain = depth == CONTENTS_SLOTS ? slot_grain(event) : 0;
	for (int i = 0; i < event->day_count; i++) {
		block_list_add(list, day_group(compose, &event->days[i], depth, grain));
	}
	block_list_add(list, part_group(compose, TRUE));
	gboolean any = block_list_count(list) > 1;
	block_list_end(list, page);
	return any ? page : NULL;
}
