/* kind_booklet: the parts of the booklet in the order of the content. */
#include "doc/parts.h"

enum { TALKS_WITH_PAGES = 24, TALKS_IN_FLOW = 400 };

TalkMode compose_talk_mode(const Event *event) {
	if (event->print.talks != TALKS_AUTO) {
		return event->print.talks;
	}
	int count = 0;
	for (int i = 0; i < event->item_count; i++) {
		count += item_has_page(event->items[i]);
	}
	if (count <= TALKS_WITH_PAGES) {
		return TALKS_PAGE;
	}
	/* Far too many to be worth trying. */
	return count <= TALKS_IN_FLOW ? TALKS_FLOW : TALKS_DENSE;
}

static gboolean is_chosen(const Part *part) {
	return part->span.file >= 0;
}

gboolean compose_has_contents(const Event *event) {
	for (int i = 0; i < event->print.part_count; i++) {
		const Part *part = &event->print.parts[i];
		if (part->kind == PART_CONTENTS) {
			return !is_chosen(part);
		}
	}
	return FALSE;
}

static const Block *titled(const Compose *compose, const Block *part, const Text *title) {
	if (!part || !title->text) {
		return part;
	}
	/* The head is the first child; its own title is replaced. */
	Block *group = arena_memdup(compose->arena, part, sizeof *part);
	group->outline = title->text;
	if (part->child_count > 0 && part->children[0]->kind == BLOCK_HEAD) {
		Block *head = arena_memdup(compose->arena, part->children[0], sizeof *head);
		StyleRole role = head->child_count > 0 ? head->children[0]->role : STYLE_PAGE_TITLE;
		const Block *words =
			block_paragraph(compose->arena, role, part_inline(compose, title));
		part_set_children(compose, head, &words, 1);
		const Block **children = arena_memdup(compose->arena, part->children,
			sizeof(Block *) * (size_t)part->child_count);
		children[0] = head;
		group->children = children;
	}
	return group;
}

/* How a part is made: one block whose head takes the title that the content gives it; one that has
 * no head; any number of blocks, with that title or without. */
typedef struct PartMaker {
	const Block *(*headed)(const Compose *compose);
	const Block *(*bare)(const Compose *compose);
	void (*several)(const Compose *compose, BlockList *list);
	void (*several_titled)(const Compose *compose, BlockList *list, const Text *title);
} PartMaker;

static const PartMaker part_makers[] = {
	[PART_COVER] = {.bare = part_cover},
	[PART_LETTERS] = {.several_titled = part_letters},
	[PART_COMMITTEES] = {.headed = part_committees},
	[PART_VENUE] = {.headed = part_venue},
	[PART_SPONSORS] = {.headed = part_sponsors},
	[PART_WELCOME] = {.headed = part_welcome},
	[PART_GRID] = {.several = part_grid},
	[PART_AGENDA] = {.several = part_agenda},
	[PART_GLANCE] = {.several_titled = part_glance},
	[PART_SESSIONS] = {.several_titled = part_sessions},
	[PART_BOARDS] = {.several_titled = part_boards},
	[PART_SPEAKERS] = {.headed = part_speakers_directory},
	[PART_BIOS] = {.headed = part_bios},
	[PART_INDEX] = {.headed = part_index},
	[PART_TOPICS] = {.headed = part_topics},
	[PART_AFFILIATIONS] = {.headed = part_affiliations},
	[PART_BACK_COVER] = {.bare = part_back_cover},
};

static void add_made(const Compose *compose, BlockList *list, const Part *part) {
	if ((size_t)part->kind >= G_N_ELEMENTS(part_makers)) {
		return;
	}
	const PartMaker *maker = &part_makers[part->kind];
	if (maker->headed) {
		block_list_add(list, titled(compose, maker->headed(compose), &part->title));
	} else if (maker->bare) {
		block_list_add(list, maker->bare(compose));
	} else if (maker->several) {
		maker->several(compose, list);
	} else if (maker->several_titled) {
		maker->several_titled(compose, list, &part->title);
	}
}

static void add_part(const Compose *compose, BlockList *list, int index, TalkMode mode) {
	const Part *part = &compose->event->print.parts[index];
	switch (part->kind) {
	case PART_IMPRINT:
		block_list_add(list, part_imprint(compose, &part->title));
		break;
	case PART_CONTENTS:
		/* By default only in a book that one leafs through in vain. */
		if (is_chosen(part) || compose->long_book) {
			block_list_add(list,
				titled(compose, part_contents(compose, part->depth), &part->title));
		}
		break;
	case PART_TALKS:
		part_talks(compose, list, mode);
		break;
	case PART_NOTES:
		/* They fill up sheets to be folded. */
		if (compose->edition == BOOK_USUAL) {
			part_notes(compose, list, part->pages);
		}
		break;
	case PART_INSERT:
		block_list_add(list, part_insert(compose, index));
		break;
	default:
		add_made(compose, list, part);
		break;
	}
}

/* The event's name for running feet: its short title, else the title cut at a word. */
static const char *foot_title(const Compose *compose) {
	const Event *event = compose->event;
	enum { FOOT_CHARACTERS = 48 };
	if (event->short_title.text) {
		return event->short_title.text;
	}
	const char *title = event->full_title;
	if (g_utf8_strlen(title, -1) <= FOOT_CHARACTERS) {
		return title;
	}
	const char *limit = g_utf8_offset_to_pointer(title, FOOT_CHARACTERS);
	const char *cut = limit;
	while (cut > title && *cut != ' ') {
		cut--;
	}
	cut = cut > title ? cut : limit; /* a language without spaces */
	return arena_printf(compose->arena, "%.*s\xe2\x80\xa6", (int)(cut - title), title);
}

/* What all parts of the booklet share: its people in order, and what names and titles lead to. */
static Compose for_booklet(const Compose *compose) {
	Compose own = *compose;
	own.people = people_new(compose->arena, compose->event);
	own.agenda = agenda_new(compose->arena, compose->event);
	own.talk_targets = part_is_printed(compose, PART_TALKS);
	own.agenda_targets = part_is_printed(compose, PART_AGENDA);
	own.session_targets = part_is_printed(compose, PART_SESSIONS);
	own.board_targets = part_is_printed(compose, PART_BOARDS);
	own.room_targets = part_is_printed(compose, PART_VENUE);
	own.person_targets =
		part_is_printed(compose, PART_SPEAKERS) || part_is_printed(compose, PART_BIOS);
	own.directory = part_is_printed(compose, PART_SPEAKERS);
	own.told_only = part_are_mostly_silent(&own);
	return own;
}

/* One part, composed apart from the others. */
typedef struct PartTask {
	Compose compose;
	int part;
	TalkMode mode;
	Piece *piece; /* in which it is composed, or NULL: in an arena of its own */
	Block *group; /* its blocks */
} PartTask;

static void run_part(gpointer data, gpointer unused) {
	(void)unused;
	PartTask *task = data;
	task->group = block_new(task->compose.arena, BLOCK_GROUP);
	BlockList *list = block_list_new(task->compose.arena);
	const Part *part = &task->compose.event->print.parts[task->part];
	add_part(&task->compose, list, task->part, task->mode);
	if (part->kind != PART_INSERT) {
		part_notices_after(&task->compose, list, part->kind);
	}
	block_list_end(list, task->group);
}

static void run_parts(PartTask *tasks, int count, int threads) {
	GThreadPool *pool =
		threads > 1 ? g_thread_pool_new(run_part, NULL, threads, FALSE, NULL) : NULL;
	for (int i = 0; i < count; i++) {
		if (pool) {
			g_thread_pool_push(pool, &tasks[i], NULL);
		} else {
			run_part(&tasks[i], NULL);
		}
	}
	if (pool) {
		g_thread_pool_free(pool, FALSE, TRUE);
	}
}

/* Its blocks; what is in them may be given back. */
static void take_part(const Compose *compose, BlockList *list, const PartTask *task) {
	for (int i = 0; i < task->group->child_count; i++) {
		const Block *block = task->group->children[i];
		block_list_add(list,
			task->piece ? block_in_piece(compose->arena, block, task->piece) : block);
	}
	diags_insert(compose->diags, diags_total(compose->diags), task->compose.diags);
	diags_free(task->compose.diags);
	if (task->piece) {
		piece_drop(task->piece);
	} else {
		arena_join(compose->arena, task->compose.arena);
	}
}

/* All parts, each with memory and diagnostics of its own, put together in their order. */
static void compose_parts(const Compose *compose, Block *root, TalkMode mode) {
	int count = compose->event->print.part_count;
	PartTask *tasks = arena_array_of(compose->arena, PartTask, count);
	for (int i = 0; i < count; i++) {
		tasks[i] = (PartTask){.compose = *compose, .part = i, .mode = mode};
		tasks[i].piece = compose->pieces ? pieces_add(compose->pieces) : NULL;
		tasks[i].compose.arena = tasks[i].piece ? piece_arena(tasks[i].piece) : arena_new();
		tasks[i].compose.diags = diags_new();
		tasks[i].compose.dates = date_memos_new(tasks[i].compose.arena);
	}
	run_parts(tasks, count, compose->threads);
	BlockList *list = block_list_new(compose->arena);
	for (int i = 0; i < count; i++) {
		take_part(compose, list, &tasks[i]);
	}
	block_list_end(list, root);
}

/* What leads back to the first day's agenda from every page. */
static const Inline *agenda_link(const Compose *compose) {
	if (compose->edition != BOOK_PHONE || !part_is_printed(compose, PART_AGENDA)) {
		return NULL;
	}
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_add_span(builder, lang_word(compose->lang, WORD_AGENDA),
		(InlineSpan){.role = -1, .target = anchor_of_day(compose->arena, 0)});
	return inline_builder_end(builder, NULL, compose->event->span);
}

static const char *const edition_names[] = {
	[BOOK_USUAL] = "booklet", [BOOK_LARGE] = "booklet-large", [BOOK_PHONE] = "booklet-phone"};

const Composition *compose_booklet(const Compose *given, TalkMode mode) {
	Compose own = for_booklet(given);
	const Compose *compose = &own;
	const Event *event = compose->event;
	Composition *composition =
		compose_new(compose, edition_names[compose->edition], event->full_title);
	composition->edition = compose->edition;
	composition->foot_link = agenda_link(compose);
	Block *root = block_new(compose->arena, BLOCK_GROUP);
	compose_parts(compose, root, mode);
	composition->root = root;
	composition->foot_verso = part_text(compose, foot_title(compose));
	composition->spine = part_text(compose, event->full_title);
	composition->spine_short = composition->foot_verso;
	if (compose->edition == BOOK_PHONE) {
		/* The narrow foot has its title without what leads to it. */
		const char *title =
			event->short_title.text ? event->short_title.text : event->title.text;
		composition->foot_verso = composition->foot_recto = part_text(compose, title);
		return composition;
	}
	const char *date = event->day_count == 1 ? part_date(compose, compose->lang->date_medium, 0)
						 : part_date_range(compose);
	const char *hours = event->day_count == 1 ? part_hours_short(compose, 0) : NULL;
	composition->foot_recto = part_text(compose,
		hours ? arena_printf(compose->arena, "%s%s%s", date,
				part_separator(compose, WORD_LIST_COMMA), hours)
		      : date);
	return composition;
}
