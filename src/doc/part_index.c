/* part_index: indexes of people, topics and affiliations (DESIGN-2 D1, D2). Pages are slots. Where
 * people are more than speakers, each has only the place where most is said, told apart by roles;
 * in a small event every place at which somebody is found. */
#include <string.h>

#include "doc/parts.h"
#include "view/indexes.h"

enum { SAMPLE_PAGE = 46 };

#define EN_SPACE "\xe2\x80\x82"
#define EM_SPACE "\xe2\x80\x83"

/* Between pages; the language's own comma where it is no full-width one, which figures mind. */
static const char *page_separator(const Compose *compose) {
	const char *comma = part_separator(compose, WORD_LIST_COMMA);
	gboolean arabic = g_utf8_get_char(comma) == 0x60C;
	return arabic ? "\xd8\x8c\xc2\xa0" : ",\xc2\xa0";
}

const char *part_item_page(const Compose *compose, const Item *item) {
	const Item *told = item_main(item);
	if (item_has_page(told) && compose->talk_targets) {
		return anchor_of_talk(compose->arena, told);
	}
	const Item *session = item->session ? item->session : item;
	if (session->talk_count == 0) {
		return NULL;
	}
	if (session->kind == KIND_POSTER_SESSION && compose->board_targets) {
		return anchor_of_board(compose->arena, item);
	}
	gboolean listed = session->kind == KIND_SESSION && compose->session_targets;
	return listed ? anchor_of_session(compose->arena, item) : NULL;
}

const char *part_item_target(const Compose *compose, const Item *item) {
	const char *page = part_item_page(compose, item);
	if (page) {
		return page;
	}
	return compose->agenda_targets ? anchor_of_row(compose->arena, item) : NULL;
}

/* "Özsu, Tamer": the name by which one looks stands out. */
static const Inline *line_name(const Compose *compose, const IndexLine *line) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	const char *comma = line->person ? strchr(line->name, ',') : NULL;
	inline_push(builder, (InlineSpan){.flags = line->person ? INLINE_NAME : 0, .role = -1});
	if (comma) {
		char *family =
			arena_strndup(compose->arena, line->name, (size_t)(comma - line->name));
		inline_add_span(builder, family, (InlineSpan){.role = STYLE_INDEX_NAME});
		inline_add_span(builder, comma, (InlineSpan){.role = STYLE_INDEX_PAGE});
	} else {
		int role = line->person ? STYLE_INDEX_NAME : -1;
		inline_add_span(builder, line->name, (InlineSpan){.role = role});
	}
	inline_pop(builder);
	if (line->other) {
		inline_add(builder, " ");
		inline_add_span(builder, line->other,
			(InlineSpan){.flags = INLINE_NAME, .role = STYLE_INDEX_PAGE});
	}
	return inline_builder_end(builder, NULL, line->source);
}

static EntryPage page_of(const Compose *compose, const char *target, AppearanceKind as) {
	EntryPage page = {.target = target, .role = STYLE_INDEX_PAGE, .rank = (int)as};
	switch (as) {
	case APPEAR_OWN:
		page.role = STYLE_INDEX_PAGE_OWN;
		break;
	case APPEAR_PANELLIST:
	case APPEAR_MODERATOR:
		page.letter = lang_word(compose->lang, WORD_LETTER_PANEL);
		break;
	case APPEAR_CHAIR:
		page.letter = lang_word(compose->lang, WORD_LETTER_CHAIR);
		break;
	case APPEAR_AUTHOR:
		break;
	}
	return page;
}

/* All places of a person in a small event: rows of the agenda, pages, the directory. */
static GArray *small_pages(const Compose *compose, const PersonRow *row) {
	GArray *pages = g_array_new(FALSE, TRUE, sizeof(EntryPage));
	for (int i = 0; i < row->entry_count; i++) {
		const IndexEntry *entry = &row->entries[i];
		gboolean page = g_str_has_prefix(entry->anchor, "talk-");
		gboolean printed = entry->directory ? part_has_place(compose, row->person)
			: page			    ? compose->talk_targets
						    : compose->agenda_targets;
		if (printed) {
			gboolean own = entry->kind == ENTRY_OWN;
			EntryPage made = {.target = entry->anchor,
				.role = own ? STYLE_INDEX_PAGE_OWN : STYLE_INDEX_PAGE,
				.rank = own ? 0 : 1};
			g_array_append_val(pages, made);
		}
	}
	return pages;
}

typedef struct IndexForm {
	const Compose *compose;
	gboolean roles; /* letters tell what somebody is */
	gboolean small; /* people with all their places */
} IndexForm;

static GArray *line_pages(const IndexForm *form, const IndexLine *line) {
	if (form->small) {
		return small_pages(form->compose, line->person);
	}
	GArray *pages = g_array_new(FALSE, TRUE, sizeof(EntryPage));
	for (int i = 0; i < line->place_count; i++) {
		const IndexPlace *place = &line->places[i];
		const char *target = part_item_target(form->compose, place->item);
		AppearanceKind as =
			form->roles || place->as == APPEAR_OWN ? place->as : APPEAR_AUTHOR;
		if (target) {
			EntryPage page = page_of(form->compose, target, as);
			g_array_append_val(pages, page);
		}
	}
	return pages;
}

/* NULL when it is found on no page, nor any part of it. */
static const Block *line_entry(const IndexForm *form, const IndexLine *line, gboolean has_parts) {
	const Compose *compose = form->compose;
	GArray *pages = line_pages(form, line);
	Block *block = NULL;
	if (pages->len > 0 || has_parts) {
		EntryBlock *entry = arena_new_of(compose->arena, EntryBlock);
		entry->what = line_name(compose, line);
		entry->inner = line->inner;
		entry->separator = page_separator(compose);
		entry->page_count = (int)pages->len;
		entry->pages =
			arena_memdup(compose->arena, pages->data, sizeof(EntryPage) * pages->len);
		block = block_new(compose->arena, BLOCK_ENTRY);
		block->as.entry = entry;
		block->source = line->source;
	}
	g_array_unref(pages);
	return block;
}

/* Are there lines below this one that are parts of it, and found on some page? */
static gboolean has_parts(const IndexForm *form, const Index *index, int line) {
	gboolean any = FALSE;
	for (int i = line + 1; i < index->count && index->lines[i].inner && !any; i++) {
		GArray *pages = line_pages(form, &index->lines[i]);
		any = pages->len > 0 && !index->lines[line].inner;
		g_array_unref(pages);
	}
	return any;
}

/* Entries in columns, half a line between letters. */
static const Block *index_columns(const IndexForm *form, const Index *index) {
	Block *columns = block_new(form->compose->arena, BLOCK_COLUMNS);
	BlockList *list = block_list_new(form->compose->arena);
	gboolean new_letter = FALSE;
	for (int i = 0; i < index->count; i++) {
		const Block *entry = line_entry(form, &index->lines[i], has_parts(form, index, i));
		new_letter = new_letter || index->lines[i].new_letter;
		if (entry && new_letter && block_list_count(list) > 0) {
			block_list_add(list, block_space(form->compose->arena, 1));
		}
		block_list_add(list, entry);
		new_letter = new_letter && !entry;
	}
	block_list_end(list, columns);
	return columns;
}

/* --- people ------------------------------------------------------------------------------- */

static void add_key(const Compose *compose, InlineBuilder *builder, EntryPage page, Word word) {
	inline_add(builder, inline_builder_length(builder) > 0 ? EM_SPACE : "");
	inline_add_span(builder, part_number(compose, SAMPLE_PAGE),
		(InlineSpan){.flags = page.role == STYLE_INDEX_PAGE_OWN ? INLINE_STRONG : 0,
			.role = -1});
	if (page.letter) {
		inline_add_span(builder, page.letter,
			(InlineSpan){.flags = INLINE_STRONG | INLINE_EMPHASIS, .role = -1});
	}
	inline_add(builder, "\xc2\xa0");
	inline_add(builder, lang_word(compose->lang, word));
}

/* "46 speaker  46 author  46c chair": what a page's looks say; only what occurs. */
static const Block *role_key(const Compose *compose, const Index *index) {
	static const Word words[] = {[APPEAR_OWN] = WORD_ROLE_SPEAKER,
		[APPEAR_AUTHOR] = WORD_ROLE_AUTHOR,
		[APPEAR_PANELLIST] = WORD_ROLE_PANEL,
		[APPEAR_MODERATOR] = WORD_ROLE_PANEL,
		[APPEAR_CHAIR] = WORD_ROLE_CHAIR};
	InlineBuilder *builder = inline_builder_new(compose->arena);
	for (int as = APPEAR_OWN; as <= APPEAR_CHAIR; as++) {
		gboolean told = as == APPEAR_MODERATOR && index->has[APPEAR_PANELLIST];
		if (index->has[as] && !told) {
			add_key(compose, builder, page_of(compose, NULL, (AppearanceKind)as),
				words[as]);
		}
	}
	return block_paragraph(
		compose->arena, STYLE_NOTE, inline_builder_end(builder, NULL, SPAN_NONE));
}

/* "A–V" and how many, where they are more than a page holds. */
static const char *people_label(const Compose *compose, const Index *index) {
	enum { PAGE_HOLDS = 126 };
	if (index->count <= PAGE_HOLDS) {
		return lang_word(compose->lang, WORD_PEOPLE);
	}
	const char *people = lang_plural(
		compose->arena, compose->lang, WORD_COUNT_PEOPLE, compose->people->count, NULL);
	return arena_printf(compose->arena, "%s\xe2\x80\x93%s\xe2\x80\xa8%s",
		index->lines[0].letter, index->lines[index->count - 1].letter, people);
}

/* Is a part printed next to `kind`, before it (-1) or after it (1), and is it an index as well? */
static gboolean index_stands(const Compose *compose, PartKind kind, int step) {
	const Print *print = &compose->event->print;
	int at = 0;
	while (at < print->part_count && print->parts[at].kind != kind) {
		at++;
	}
	for (at += step; at >= 0 && at < print->part_count; at += step) {
		PartKind other = print->parts[at].kind;
		if (part_is_printed(compose, other)) {
			return other == PART_INDEX || other == PART_TOPICS ||
				other == PART_AFFILIATIONS;
		}
	}
	return FALSE;
}

/* What bold figures are: at the foot of the page, below the names where another index follows. */
static void add_own_talk_key(const Compose *compose, BlockList *list) {
	gboolean shared = index_stands(compose, PART_INDEX, 1);
	block_list_add(list,
		shared ? block_space(compose->arena, 1) : block_new(compose->arena, BLOCK_FILL));
	block_list_add(list,
		block_paragraph(compose->arena, STYLE_NOTE, part_word(compose, WORD_OWN_TALK_KEY)));
}

const Block *part_index(const Compose *compose) {
	if (!part_is_printed(compose, PART_INDEX)) {
		return NULL;
	}
	const Index *index = index_of_people(compose->arena, compose->event, compose->people);
	gboolean roles = index->has[APPEAR_AUTHOR] || index->has[APPEAR_CHAIR];
	IndexForm form = {compose, roles, !roles};
	Block *group = part_page(compose, "index", START_PAGE);
	const char *title = lang_word(compose->lang, WORD_INDEX);
	group->outline = title;
	BlockList *list = block_list_new(compose->arena);
	group->foot = part_text(compose, title);
	block_list_add(list, part_head(compose, people_label(compose, index), title));
	if (roles) {
		block_list_add(list, role_key(compose, index));
		block_list_add(list, block_space(compose->arena, 2));
	}
	block_list_add(list, index_columns(&form, index));
	if (!roles) {
		add_own_talk_key(compose, list);
	}
	block_list_end(list, group);
	return group;
}

/* --- topics and affiliations -------------------------------------------------------------- */

static Block *index_part(const Compose *compose, PartKind kind, Word word, const Index *index) {
	const char *name = kind == PART_TOPICS ? "topics" : "affiliations";
	/* It goes on with the page of an index. */
	gboolean follows = index_stands(compose, kind, -1);
	Block *group = part_page(compose, name, follows ? START_ANYWHERE : START_PAGE);
	group->outline = lang_word(compose->lang, word);
	group->foot = part_text(compose, group->outline);
	IndexForm form = {compose, FALSE, FALSE};
	/* Two of them share a page: heads of half pages are smaller. */
	Block *head = part_head(compose, NULL, NULL);
	const Block *title = block_paragraph(
		compose->arena, STYLE_TALK_TITLE, part_text(compose, group->outline));
	part_set_children(compose, head, &title, 1);
	const Block *children[] = {head, index_columns(&form, index)};
	part_set_children(compose, group, children, 2);
	return group;
}

const Block *part_topics(const Compose *compose) {
	if (!part_is_printed(compose, PART_TOPICS)) {
		return NULL;
	}
	const Index *index = index_of_topics(compose->arena, compose->event);
	return index_part(compose, PART_TOPICS, WORD_TOPICS, index);
}

const Block *part_affiliations(const Compose *compose) {
	if (!part_is_printed(compose, PART_AFFILIATIONS)) {
		return NULL;
	}
	const Index *index = index_of_affiliations(compose->arena, compose->event);
	return index_part(compose, PART_AFFILIATIONS, WORD_AFFILIATIONS, index);
}
