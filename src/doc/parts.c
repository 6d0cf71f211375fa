/* parts: texts of the content and of the language as Inlines, anchors, and the groups of which
 * documents are made. */
#include "doc/parts.h"

#include "markup/address.h"

#include <string.h>

#define PAGE_PLACE "{page}"

const Inline *part_text(const Compose *compose, const char *text) {
	return inline_new(compose->arena, text, NULL, SPAN_NONE);
}

const Inline *part_role_text(const Compose *compose, const char *text, StyleRole role) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_add_span(builder, text, (InlineSpan){.role = (int)role});
	return inline_builder_end(builder, NULL, SPAN_NONE);
}

const Inline *part_word(const Compose *compose, Word word) {
	return part_text(compose, lang_word(compose->lang, word));
}

const char *part_number(const Compose *compose, int number) {
	g_autofree char *european = g_strdup_printf("%d", number);
	g_autofree char *figures = locale_figures(compose->event->language, european);
	return arena_strdup(compose->arena, figures);
}

static Span locate(const void *owner, int offset) {
	const Text *text = owner;
	return text->node ? node_locate(text->node, offset) : text->span;
}

static MarkOptions mark_options(const Compose *compose, const Text *text) {
	return (MarkOptions){.language = text->language ? text->language : compose->event->language,
		.smart = compose->event->print.smart,
		.locate = locate,
		.owner = text,
		.source = text->span};
}

const Inline *part_inline(const Compose *compose, const Text *text) {
	if (!text->text) {
		return NULL;
	}
	MarkOptions options = mark_options(compose, text);
	return markup_inline_from_commonmark(compose->arena, text->text, &options, compose->diags);
}

const Inline *part_plain(const Compose *compose, const Text *text) {
	return text->text ? inline_new(compose->arena, text->text, text->language, text->span)
			  : NULL;
}

const MarkDocument *part_markup(const Compose *compose, const Text *text) {
	if (!text->text) {
		return NULL;
	}
	MarkOptions options = mark_options(compose, text);
	return markup_from_commonmark(compose->arena, text->text, &options, compose->diags);
}

const Block *part_prose(const Compose *compose, const Text *text, StyleRole role) {
	const MarkDocument *document = part_markup(compose, text);
	if (!document || document->block_count == 0) {
		return NULL;
	}
	return block_from_markup(compose->arena, document, role);
}

void part_add_page_pattern(
	const Compose *compose, InlineBuilder *builder, const char *pattern, const char *target) {
	const char *place = strstr(pattern, PAGE_PLACE);
	if (!place) {
		inline_add(builder, pattern);
		return;
	}
	inline_add(builder, arena_strndup(compose->arena, pattern, (size_t)(place - pattern)));
	inline_add_page_slot(builder, target, -1);
	inline_add(builder, place + strlen(PAGE_PLACE));
}

Text part_text_in(Text text, const char *language) {
	text.language = text.language ? text.language : language;
	return text;
}

const Inline *part_in_language(const Compose *compose, const Inline *text, const char *language) {
	if (!text || text->language || !language) {
		return text;
	}
	Inline *made = arena_memdup(compose->arena, text, sizeof *text);
	made->language = language;
	return made;
}

const Inline *part_overlay(const Compose *compose, const Inline *text, InlineSpan span) {
	Inline *made = arena_memdup(compose->arena, text, sizeof *text);
	InlineSpan *spans = arena_array_of(compose->arena, InlineSpan, text->span_count + 1);
	int at = 0;
	/* Before all that begin later, after those that hold it. */
	while (at < text->span_count &&
		(text->spans[at].start < span.start ||
			(text->spans[at].start == span.start && text->spans[at].end >= span.end))) {
		spans[at] = text->spans[at];
		at++;
	}
	spans[at] = span;
	for (int i = at; i < text->span_count; i++) {
		spans[i + 1] = text->spans[i];
	}
	made->spans = spans;
	made->span_count = text->span_count + 1;
	return made;
}

void part_set_children(
	const Compose *compose, Block *parent, const Block *const *children, int count) {
	BlockList *list = block_list_new(compose->arena);
	for (int i = 0; i < count; i++) {
		block_list_add(list, children[i]);
	}
	block_list_end(list, parent);
}

static int count_people(const Event *event) {
	int count = 0;
	for (int i = 0; i < event->person_count; i++) {
		count += event->people[i]->item_count > 0;
	}
	return count;
}

static gboolean has_people(const Event *event) {
	for (int i = 0; i < event->person_count; i++) {
		if (event->people[i]->item_count > 0) {
			return TRUE;
		}
	}
	return FALSE;
}

/* One talk says all about the one or two who speak in it: pages that list them would be left
 * over. */
static gboolean is_worth_listing(const Event *event) {
	int people = count_people(event), pages = 0;
	for (int i = 0; i < event->item_count; i++) {
		pages += item_has_page(event->items[i]);
	}
	return people > 0 && (pages != 1 || people > 2);
}

static gboolean is_chosen(const Event *event, PartKind kind) {
	for (int i = 0; i < event->print.part_count; i++) {
		if (event->print.parts[i].kind == kind) {
			return TRUE;
		}
	}
	return FALSE;
}

/* A few topics are worth an index only to those who ask for it (DESIGN-2 D2). */
static gboolean has_topics(const Event *event) {
	enum { FEW = 12 };
	gboolean asked = FALSE;
	int count = 0;
	for (int i = 0; i < event->print.part_count; i++) {
		const Part *part = &event->print.parts[i];
		asked = asked || (part->kind == PART_TOPICS && part->span.file >= 0);
	}
	for (int i = 0; i < event->item_count; i++) {
		count += event->items[i]->topic_count;
	}
	return count >= (asked ? 1 : FEW);
}

/* Anything of the kind with talks in it? */
static gboolean has_kind(const Event *event, ItemKind kind) {
	for (int i = 0; i < event->item_count; i++) {
		if (event->items[i]->kind == kind && event->items[i]->talk_count > 0) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean has_affiliations(const Event *event) {
	for (int i = 0; i < event->person_count; i++) {
		const Person *person = event->people[i];
		if (person->item_count > 0 && person->affiliation_count > 0) {
			return TRUE;
		}
	}
	return FALSE;
}

/* More to say of the place than stands on the first pages. */
static gboolean has_venue(const Event *event) {
	for (int i = 0; i < event->room_count; i++) {
		const Room *room = event->rooms[i];
		if (room->building.text || room->seats > 0 || room->note.text ||
			room->shape.count > 0) {
			return TRUE;
		}
	}
	return event->place.directions.text != NULL;
}

/* Editions of one column have the agenda: days side by side want a wide page. */
static gboolean has_sessions_for_agenda(const Compose *compose) {
	return compose->event->print.sessions_for_agenda && compose->edition == BOOK_USUAL;
}

gboolean part_is_printed(const Compose *compose, PartKind kind) {
	const Event *event = compose->event;
	switch (kind) {
	case PART_GLANCE:
		/* In one column it would be the agenda once more. */
		return is_chosen(event, kind) && compose->edition == BOOK_USUAL;
	case PART_AGENDA:
		return is_chosen(event, kind) && !has_sessions_for_agenda(compose);
	case PART_SPEAKERS:
	case PART_INDEX:
		return is_chosen(event, kind) && is_worth_listing(event);
	case PART_BIOS:
		return is_chosen(event, kind) && has_people(event);
	case PART_SESSIONS:
		return is_chosen(event, kind) && has_kind(event, KIND_SESSION) &&
			(!event->print.sessions_for_agenda || has_sessions_for_agenda(compose));
	case PART_BOARDS:
		return is_chosen(event, kind) && has_kind(event, KIND_POSTER_SESSION);
	case PART_TOPICS:
		return is_chosen(event, kind) && has_topics(event);
	case PART_AFFILIATIONS:
		return is_chosen(event, kind) && has_affiliations(event);
	case PART_IMPRINT:
		return is_chosen(event, kind) && event->imprint.text;
	case PART_LETTERS:
		return is_chosen(event, kind) && event->letter_count > 0;
	case PART_COMMITTEES:
		return is_chosen(event, kind) && event->committee_count > 0;
	case PART_VENUE:
		return is_chosen(event, kind) && has_venue(event);
	case PART_SPONSORS:
		return is_chosen(event, kind) && event->tier_count > 0;
	default:
		return is_chosen(event, kind);
	}
}

Block *part_page(const Compose *compose, const char *kind, PageStart start) {
	Block *group = block_new(compose->arena, BLOCK_GROUP);
	group->start = start;
	group->page_kind = kind;
	group->anchor = arena_printf(compose->arena, "part-%s", kind);
	group->outline_level = 1;
	return group;
}

Block *part_head(const Compose *compose, const char *label, const char *title) {
	Block *head = block_new(compose->arena, BLOCK_HEAD);
	if (label) {
		head->hang =
			block_paragraph(compose->arena, STYLE_LABEL, part_text(compose, label));
	}
	if (title) {
		const Block *child = block_paragraph(
			compose->arena, STYLE_PAGE_TITLE, part_text(compose, title));
		part_set_children(compose, head, &child, 1);
	}
	return head;
}

Block *part_headed_page(
	const Compose *compose, const char *kind, const char *label, Word word, BlockList *list) {
	Block *page = part_page(compose, kind, START_PAGE);
	page->outline = lang_word(compose->lang, word);
	block_list_add(list, part_head(compose, label, page->outline));
	return page;
}

Block *part_row(const Compose *compose, RuleKind rule, const char *label) {
	Block *row = block_new(compose->arena, BLOCK_ROW);
	row->rule = rule;
	if (label) {
		row->hang = block_paragraph(compose->arena, STYLE_LABEL, part_text(compose, label));
	}
	return row;
}

const Inline *part_title(const Compose *compose, const Item *item, gboolean *missing) {
	*missing = item->title.text == NULL;
	if (*missing) {
		Word word = item->in_error ? WORD_ITEM_IN_ERROR : WORD_TITLE_MISSING;
		return inline_new(compose->arena, lang_word(compose->lang, word), NULL, item->span);
	}
	const Text title = part_text_in(item->title, item->language);
	return part_inline(compose, &title);
}

const Inline *part_short_title(const Compose *compose, const Item *item) {
	const char *text = item_short_title(compose->arena, item);
	return text ? inline_new(compose->arena, text, item->language, item->title.span) : NULL;
}

const FigureBlock *part_code(const Compose *compose, const char *address) {
	FigureBlock *figure = arena_new_of(compose->arena, FigureBlock);
	figure->form = FORM_CODE;
	figure->address = address;
	figure->href = address_active(compose->arena, address);
	figure->level = 'M';
	figure->alternate =
		lang_format(compose->arena, compose->lang, WORD_CODE_FOR, "address", address, NULL);
	return figure;
}

const Inline *part_join_caption(const Compose *compose) {
	const Event *event = compose->event;
	const Inline *label = part_plain(compose, &event->join_label);
	return label ? label : part_word(compose, WORD_JOIN);
}
