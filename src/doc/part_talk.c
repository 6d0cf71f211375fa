/* part_talk: a talk's anatomy: times, title, speakers, abstract, references, biographies. */
#include <string.h>

#include "doc/parts.h"
#include "markup/address.h"

#define FULL_WIDTH_SPACE "\xe3\x80\x80"

typedef enum TalkForm {
	FORM_OF_PAGES, /* of its own, or in the flow of others */
	FORM_DENSE, /* in columns */
	FORM_DENSE_AMONG_SESSIONS
} TalkForm;

enum {
	LINES_MOST = 3, /* more speakers: a list in two columns */
	LIST_MOST = 8, /* more still: run in */
	LINES_MORE = 8 /* subtitle, group, room … */
};

static const char *end_time(const Compose *compose, const Item *item) {
	if (item->end == TIME_NONE || item->end <= item->start) {
		return NULL;
	}
	g_autofree char *time = time_format(&compose->time_form, item->end);
	return arena_printf(compose->arena, "\xe2\x80\x93%s", time);
}

static void add_times(const Compose *compose, const Item *item, TalkBlock *talk) {
	if (item->start == TIME_NONE) {
		return;
	}
	g_autofree char *plain = time_format_plain(&compose->time_form, item->start);
	talk->start = part_text(compose, plain);
	const char *end = end_time(compose, item);
	talk->end = end ? part_text(compose, end) : NULL;
}

/* "Long Room, Board 12, in French"; in columns with the day of what no band tells it of. */
static const Inline *room_line(const Compose *compose, const Item *item, TalkForm form) {
	const char *board = item->board.text ? lang_format(compose->arena, compose->lang,
						       WORD_BOARD, "board", item->board.text, NULL)
					     : NULL;
	const char *place = part_rooms(compose, item);
	if (form != FORM_OF_PAGES && !item->session && compose->event->day_count > 1) {
		place = part_when_and_where(compose, item);
	}
	const char *parts[] = {place, board, part_language_note(compose, item)};
	const char *text = NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		const char *comma = part_separator(compose, WORD_LIST_COMMA);
		if (parts[i]) {
			text = text ? arena_printf(compose->arena, "%s%s%s", text, comma, parts[i])
				    : parts[i];
		}
	}
	return text
		? part_link_rooms(compose, part_role_text(compose, text, STYLE_AFFILIATION), item)
		: NULL;
}

/* Many names run in, each with its affiliation. */
static const Inline *run_in(
	const Compose *compose, const Inline *const *lines, int count, Span source) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	for (int i = 0; i < count; i++) {
		if (i > 0) {
			inline_add(builder, part_separator(compose, WORD_LIST_SEMICOLON));
		}
		inline_add_inline(builder, lines[i], -1);
	}
	return inline_builder_end(builder, count > 0 ? lines[0]->language : NULL, source);
}

/* A panel's list of panellists stands on its own. */
static gboolean is_listed(const Item *item, const Role *role) {
	return item->kind == KIND_PANEL && role->kind == ROLE_PANELLIST;
}

static int panellist_count(const Item *item) {
	int count = 0;
	for (int i = 0; i < item->role_count; i++) {
		count += is_listed(item, &item->roles[i]);
	}
	return count;
}

/* "Fri 9:00–9:30, Attic" */
static const char *repeat_text(
	const Compose *compose, const Item *item, const Item *repeat, gboolean days) {
	g_autofree char *hours = repeat->end != TIME_NONE && repeat->end > repeat->start
		? time_format_range(&compose->time_form, repeat->start, repeat->end, TRUE)
		: time_format(&compose->time_form, repeat->start);
	const char *day = days ? part_date(compose, compose->lang->date_tab, repeat->day) : "";
	gboolean elsewhere = repeat->room && !item_has_rooms_of(repeat, item);
	return arena_printf(compose->arena, "%s%s%s%s%s", day, *day ? " " : "", hours,
		elsewhere ? part_separator(compose, WORD_LIST_COMMA) : "",
		elsewhere ? part_rooms(compose, repeat) : "");
}

/* "also Fri 9:00–9:30, Attic" where it takes place more than once; returns how many lines. */
static int add_also(const Compose *compose, const Item *item, const Inline **line) {
	const char *times = NULL;
	gboolean days = FALSE;
	for (int i = 0; i < item->repeat_count; i++) {
		days = days || item->repeated[i]->day != item->day;
	}
	for (int i = 0; i < item->repeat_count; i++) {
		const char *one = repeat_text(compose, item, item->repeated[i], days);
		times = times ? arena_printf(compose->arena, "%s%s%s", times,
					part_separator(compose, WORD_LIST_SEMICOLON), one)
			      : one;
	}
	if (times) {
		*line = part_role_text(compose,
			lang_format(
				compose->arena, compose->lang, WORD_ALSO_AT, "time", times, NULL),
			STYLE_AFFILIATION);
		for (int i = 0; i < item->repeat_count; i++) {
			*line = part_link_rooms(compose, *line, item->repeated[i]);
		}
	}
	return times != NULL;
}

/* Behind the names: affiliations by their numbers, for whom they speak. */
static int add_below_names(
	const Compose *compose, const Item *item, gboolean numbered, const Inline **lines) {
	int made = 0;
	if (numbered) {
		lines[made++] = part_numbered_affiliations(compose, item);
	}
	if (item->group.text) {
		lines[made++] = part_in_language(compose,
			part_role_text(compose, item->group.text, STYLE_FACT), item->language);
	}
	return made;
}

/* Authors who do not present stand back. */
static NameRoles roles_of(const Item *item, const Role *role) {
	gboolean quiet = role->kind == ROLE_AUTHOR && part_has_presenter(item);
	return (NameRoles){quiet ? STYLE_FACT : -1, STYLE_AFFILIATION, FALSE};
}

/* Does the band above the talks of its session say the room already? */
static gboolean room_is_told(const Item *item) {
	return item->session && item->session->title.text &&
		item_has_rooms_of(item, item->session) && !item->board.text &&
		item->repeat_count == 0;
}

/* In columns: names in a row, their affiliations below them, as columns want it. */
static void add_speakers(const Compose *compose, const Item *item, TalkBlock *talk, TalkForm form) {
	gboolean numbered = part_authors_are_numbered(item);
	int count = part_speaker_count(item), listed = panellist_count(item);
	const Inline **lines =
		arena_array_of(compose->arena, const Inline *, item->role_count + LINES_MORE);
	int made = 0;
	gboolean many = count - listed > LINES_MOST;
	gboolean row = form != FORM_OF_PAGES && !numbered && count > 1;
	if (row) {
		made += part_authors_in_row(compose, item, lines);
	}
	for (int i = 0; i < item->role_count && !numbered && !row; i++) {
		const Role *role = &item->roles[i];
		if (part_role_speaks(role->kind) && !is_listed(item, role)) {
			NameRoles roles = many
				? (NameRoles){STYLE_FACT_STRONG, STYLE_AFFILIATION, FALSE}
				: roles_of(item, role);
			lines[made++] = part_in_language(
				compose, part_person_line(compose, role, roles), item->language);
		}
	}
	if (numbered) {
		lines[made++] = part_numbered_authors(compose, item);
	}
	if (made > LIST_MOST) {
		talk->names = run_in(compose, lines, made, item->span);
		made = 0;
	} else if (made > LINES_MOST) {
		talk->list = lines;
		talk->list_count = made;
		lines = arena_array_of(compose->arena, const Inline *, LINES_MORE);
		made = 0;
	}
	made += add_below_names(compose, item, numbered, lines + made);
	if (count == 0 && item_is_talk(item)) {
		lines[made++] = part_role_text(
			compose, lang_word(compose->lang, WORD_SPEAKER_MISSING), STYLE_AFFILIATION);
	}
	if (item->subtitle.text) {
		/* Above the names. */
		memmove(lines + 1, lines, sizeof *lines * (size_t)made);
		lines[0] = part_in_language(compose,
			part_role_text(compose, item->subtitle.text, STYLE_FACT), item->language);
		made++;
		talk->above_count = 1;
	}
	if (item->in_error && item->title.text) {
		lines[made++] = part_role_text(
			compose, lang_word(compose->lang, WORD_ITEM_IN_ERROR), STYLE_DRAFT);
	}
	gboolean told = form != FORM_OF_PAGES && room_is_told(item);
	const Inline *room = told ? NULL : room_line(compose, item, form);
	if (room) {
		lines[made++] = room;
	}
	made += add_also(compose, item, lines + made);
	talk->lines = lines;
	talk->line_count = made;
}

static const Block *references(const Compose *compose, const Item *item) {
	if (item->reference_count == 0) {
		return NULL;
	}
	Block *row = part_row(compose, RULE_HAIR, lang_word(compose->lang, WORD_REFERENCES));
	row->role = STYLE_REFERENCE;
	BlockList *list = block_list_new(compose->arena);
	for (int i = 0; i < item->reference_count; i++) {
		Block *entry = block_new(compose->arena, BLOCK_ITEM);
		entry->role = STYLE_REFERENCE;
		entry->marker = part_text(compose, part_number(compose, i + 1));
		entry->source = item->references[i].span;
		const Block *text = block_paragraph(compose->arena, STYLE_REFERENCE,
			part_inline(compose, &item->references[i]));
		part_set_children(compose, entry, &text, 1);
		block_list_add(list, entry);
	}
	block_list_end(list, row);
	return row;
}

/* The person's name stands out where the biography first says it. */
static const Block *with_name(const Compose *compose, const Block *bio, const char *name) {
	for (int i = 0; i < bio->child_count; i++) {
		const Block *child = bio->children[i];
		const char *found =
			child->kind == BLOCK_PARAGRAPH ? strstr(child->text->text, name) : NULL;
		if (!found) {
			continue;
		}
		int start = (int)(found - child->text->text);
		Block *made = arena_memdup(compose->arena, child, sizeof *child);
		made->text = part_overlay(compose, child->text,
			(InlineSpan){.start = start,
				.end = start + (int)strlen(name),
				.flags = INLINE_NAME,
				.role = STYLE_BIO_NAME});
		const Block **children = arena_memdup(
			compose->arena, bio->children, sizeof(Block *) * (size_t)bio->child_count);
		children[i] = made;
		Block *copy = arena_memdup(compose->arena, bio, sizeof *bio);
		copy->children = children;
		return copy;
	}
	return NULL;
}

/* "Ali Mashtizadeh" is called "Ali José Mashtizadeh" in his own words: given name, anything
 * short, family name counts as the name. */
static const char *name_in(const Compose *compose, const Person *person, const char *text) {
	if (strstr(text, person->name.text)) {
		return person->name.text;
	}
	const char *given = person->given.text, *family = person->family.text;
	if (!given || !family) {
		return NULL;
	}
	const char *start = strstr(text, given);
	const char *end = start ? strstr(start, family) : NULL;
	enum { BETWEEN_MOST = 24 };
	if (!end || end - start > (ptrdiff_t)strlen(given) + BETWEEN_MOST ||
		memchr(start, '.', (size_t)(end - start)) != NULL) {
		return NULL;
	}
	return arena_strndup(compose->arena, start, (size_t)(end - start) + strlen(family));
}

static const Block *name_line(const Compose *compose, const Person *person) {
	const Inline *name = part_role_text(compose, person->name.text, STYLE_BIO_NAME);
	return block_paragraph(
		compose->arena, STYLE_BIO, part_in_language(compose, name, person->language));
}

/* Where text has no spaces, the name runs in, a full-width space before what is said of it. */
static const Block *with_name_before(
	const Compose *compose, const Block *bio, const Person *person) {
	const char *language = person->language ? person->language : compose->event->language;
	if (!bio || bio->child_count == 0 || bio->children[0]->kind != BLOCK_PARAGRAPH ||
		locale_has_spaces(language)) {
		return NULL;
	}
	Block *first = arena_memdup(compose->arena, bio->children[0], sizeof *first);
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_add_span(builder, person->name.text,
		(InlineSpan){.flags = INLINE_NAME, .role = STYLE_BIO_NAME});
	inline_add(builder, FULL_WIDTH_SPACE);
	inline_add_inline(builder, first->text, -1);
	first->text = inline_builder_end(builder, first->text->language, first->text->source);
	const Block **children = arena_memdup(
		compose->arena, bio->children, sizeof(Block *) * (size_t)bio->child_count);
	children[0] = first;
	Block *copy = arena_memdup(compose->arena, bio, sizeof *bio);
	copy->children = children;
	return copy;
}

static void add_bio_text(const Compose *compose, BlockList *list, const Person *person) {
	const Text text = part_text_in(person->bio, person->language);
	const Block *bio = part_prose(compose, &text, STYLE_BIO);
	const Block *named = NULL;
	for (int i = 0; bio && i < bio->child_count && !named; i++) {
		const Block *child = bio->children[i];
		const char *name = child->kind == BLOCK_PARAGRAPH
			? name_in(compose, person, child->text->text)
			: NULL;
		named = name ? with_name(compose, bio, name) : NULL;
	}
	if (!named) {
		named = with_name_before(compose, bio, person);
	}
	if (!named) {
		block_list_add(list, name_line(compose, person));
	}
	block_list_add(list, named ? named : bio);
}

static gboolean has_digit(const char *text) {
	while (*text && !g_unichar_isdigit(g_utf8_get_char(text))) {
		text = g_utf8_next_char(text);
	}
	return *text != 0;
}

/* NULL for what does not look like what it should be; what carries a scheme is what it says. */
static const char *contact_href(const Compose *compose, const Contact *contact) {
	const char *text = contact->text.text, *scheme = "";
	gboolean good = TRUE;
	switch (contact->kind) {
	case CONTACT_EMAIL:
		scheme = "mailto:";
		good = strchr(text, '@') != NULL;
		break;
	case CONTACT_PHONE:
		scheme = "tel:";
		good = has_digit(text);
		break;
	case CONTACT_URL:
		break;
	case CONTACT_HANDLE:
		return NULL;
	}
	scheme = strchr(text, ':') ? "" : scheme;
	return good
		? address_active(compose->arena, arena_printf(compose->arena, "%s%s", scheme, text))
		: NULL;
}

void part_add_contact(const Compose *compose, InlineBuilder *builder, const Contact *contact) {
	unsigned flags =
		contact->kind == CONTACT_URL ? INLINE_URL : INLINE_NO_BREAK | INLINE_ISOLATE;
	inline_add_span(builder, contact->text.text,
		(InlineSpan){.flags = flags, .role = -1, .href = contact_href(compose, contact)});
}

const Block *part_contact_line(
	const Compose *compose, const Contact *contact, const char *language) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	part_add_contact(compose, builder, contact);
	return block_paragraph(compose->arena, STYLE_CONTACT,
		inline_builder_end(builder, language, contact->text.span));
}

static const Block *bio_row(const Compose *compose, const Person *person, gboolean contacts) {
	Block *row = block_new(compose->arena, BLOCK_ROW);
	row->role = STYLE_BIO;
	row->rule = RULE_HAIR;
	row->source = person->bio.span;
	row->anchor = contacts ? anchor_of_bio(compose->arena, person) : NULL;
	Block *figure = block_new(compose->arena, BLOCK_FIGURE);
	figure->as.figure = part_figure(compose, person);
	row->hang = figure;
	BlockList *list = block_list_new(compose->arena);
	add_bio_text(compose, list, person);
	gboolean any = FALSE;
	for (int i = 0; contacts && i < person->contact_count; i++) {
		const Contact *contact = &person->contacts[i];
		/* What the biography says itself is not said again below it. */
		if (strstr(person->bio.text, contact->text.text)) {
			continue;
		}
		block_list_add(list, any ? NULL : block_space(compose->arena, 1));
		block_list_add(list, part_contact_line(compose, contact, person->language));
		any = TRUE;
	}
	block_list_end(list, row);
	return row;
}

/* Biographies stand with the talk in which a person first speaks, unless they have a part of their
 * own. */
static gboolean has_bio_here(const Compose *compose, const Person *person, const Item *item) {
	if (!person->bio.text || part_is_printed(compose, PART_BIOS)) {
		return FALSE;
	}
	for (int i = 0; i < person->item_count; i++) {
		if (item_has_page(person->items[i])) {
			return person->items[i] == item;
		}
	}
	return FALSE;
}

static void add_bios(const Compose *compose, const Item *item, TalkBlock *talk) {
	const Block **bios = arena_array_of(compose->arena, const Block *, item->role_count + 1);
	const Block **bare = arena_array_of(compose->arena, const Block *, item->role_count + 1);
	gboolean contacts = FALSE;
	for (int i = 0; i < item->role_count; i++) {
		const Person *person = item->roles[i].person;
		if (!has_bio_here(compose, person, item)) {
			continue;
		}
		bios[talk->bio_count] = bio_row(compose, person, TRUE);
		bare[talk->bio_count++] = bio_row(compose, person, FALSE);
		contacts = contacts || person->contact_count > 0;
	}
	talk->bios = bios;
	talk->bios_bare = contacts ? bare : NULL;
}

/* Panellists as a list of their own, ruled. */
static const Block *panel_list(const Compose *compose, const Item *item) {
	BlockList *rows = block_list_new(compose->arena);
	for (int i = 0; i < item->role_count; i++) {
		const Role *role = &item->roles[i];
		if (role->kind != ROLE_PANELLIST) {
			continue;
		}
		const char *label =
			block_list_count(rows) == 0 ? lang_word(compose->lang, WORD_PANEL) : NULL;
		Block *row = part_row(compose, RULE_HAIR, label);
		NameRoles roles = {STYLE_FACT_STRONG, STYLE_AGENDA_AFFILIATION, FALSE};
		const Block *line = block_paragraph(
			compose->arena, STYLE_FACT_SMALL, part_person_line(compose, role, roles));
		part_set_children(compose, row, &line, 1);
		block_list_add(rows, row);
	}
	if (block_list_count(rows) == 0) {
		block_list_end(rows, block_new(compose->arena, BLOCK_GROUP));
		return NULL;
	}
	/* A last rule ends the list. */
	block_list_add(rows, part_row(compose, RULE_HAIR, NULL));
	Block *group = block_new(compose->arena, BLOCK_GROUP);
	block_list_end(rows, group);
	return group;
}

static TalkBlock *talk_of(const Compose *compose, const Item *item, TalkForm form) {
	TalkBlock *talk = arena_new_of(compose->arena, TalkBlock);
	add_times(compose, item, talk);
	talk->title = part_title(compose, item, &talk->title_missing);
	add_speakers(compose, item, talk, form);
	const Text abstract = part_text_in(item->abstract, item->language);
	talk->abstract = part_prose(compose, &abstract, STYLE_PROSE);
	talk->references = references(compose, item);
	add_bios(compose, item, talk);
	talk->extra = form == FORM_OF_PAGES ? panel_list(compose, item) : NULL;
	if (form != FORM_OF_PAGES && !item->session) {
		talk->lone = form == FORM_DENSE_AMONG_SESSIONS;
		talk->code = item->code.text ? part_text(compose, item->code.text) : NULL;
		talk->track = item->track ? item->track->index : -1;
	}
	Word notes = item->kind == KIND_PANEL ? WORD_QUESTIONS : WORD_NOTES;
	talk->notes_label = part_word(compose, notes);
	talk->on_verso = compose->event->print.talk_spreads;
	talk->continued = part_word(compose, WORD_CONTINUED);
	return talk;
}

static Block *talk_block(const Compose *compose, const Item *item, TalkForm form) {
	Block *block = block_new(compose->arena, BLOCK_TALK);
	block->as.talk = talk_of(compose, item, form);
	block->anchor = anchor_of_talk(compose->arena, item);
	g_autofree char *title = g_strdup(block->as.talk->title->text);
	block->outline = arena_strdup(compose->arena, title);
	block->tab = part_talk_tab(compose, item);
	block->foot = part_talk_foot(compose, item);
	block->source = item->span;
	return block;
}

/* Does a talk have anything that a page of its own would show? */
static gboolean is_printed(const Item *item) {
	return item_has_page(item) || item->in_error;
}

static TalkForm form_of(const Event *event, TalkMode mode) {
	gboolean sessions = FALSE;
	for (int i = 0; i < event->item_count && !sessions; i++) {
		sessions = event->items[i]->session != NULL;
	}
	return mode != TALKS_DENSE ? FORM_OF_PAGES
		: sessions	   ? FORM_DENSE_AMONG_SESSIONS
				   : FORM_DENSE;
}

void part_talks(const Compose *compose, BlockList *list, TalkMode mode) {
	const Event *event = compose->event;
	BlockList *flow = block_list_new(compose->arena);
	gboolean first = TRUE;
	/* Where days are the first level there is none above them. */
	const char *name = event->day_count > 1 ? NULL : lang_word(compose->lang, WORD_PROGRAMME);
	const Item *before = NULL;
	TalkForm form = form_of(event, mode);
	PieceFill fill;
	piece_fill_init(&fill, compose);
	progress_expect(compose->progress, event->item_count);
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		progress_done(compose->progress, 1);
		if (!is_printed(item)) {
			continue;
		}
		const Compose *own = mode == TALKS_PAGE ? compose : piece_fill_next(&fill);
		Block *made = talk_block(own, item, form);
		part_outline_above(own, made, item, before);
		if (mode == TALKS_DENSE && (!before || before->session != item->session)) {
			block_list_add(flow, piece_fill_take(&fill, part_session_band(own, item)));
		}
		before = item;
		const Block *talk = piece_fill_take(&fill, made);
		if (mode == TALKS_PAGE) {
			Block *group = part_page(compose, "talk", START_PAGE);
			group->anchor = first ? anchor_of_part(PART_TALKS) : NULL;
			group->outline = first ? name : NULL;
			part_set_children(compose, group, &talk, 1);
			block_list_add(list, group);
			part_notices_after_item(compose, list, item, TRUE);
		} else {
			block_list_add(flow, talk);
			part_notices_after_item(compose, flow, item, FALSE);
		}
		first = FALSE;
	}
	piece_fill_end(&fill);
	Block *group = part_page(compose, "talks", START_PAGE);
	group->columns = mode == TALKS_DENSE ? 2 : 0;
	group->outline = name;
	gboolean any = block_list_count(flow) > 0;
	block_list_end(flow, group);
	block_list_add(list, any ? group : NULL);
}
