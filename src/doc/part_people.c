/* part_people: directory of those who speak; notes. */
#include "doc/parts.h"

/* "Tue 9:00", the day where there are several; NULL = nobody knows. */
static const char *start_text(const Compose *compose, const Item *item) {
	if (item->start == TIME_NONE) {
		return NULL;
	}
	g_autofree char *time = time_format_plain(&compose->time_form, item->start);
	return compose->event->day_count > 1
		? arena_printf(compose->arena, "%s %s", part_date(compose, "EEE", item->day), time)
		: arena_strdup(compose->arena, time);
}

static const Block *when(const Compose *compose, const Person *person) {
	const Item *item = person->items[0];
	BlockList *list = block_list_new(compose->arena);
	const char *text = start_text(compose, item);
	if (text) {
		block_list_add(list,
			block_paragraph(
				compose->arena, STYLE_DIRECTORY_TIME, part_text(compose, text)));
	}
	const char *target = part_item_target(compose, item);
	if (target) {
		InlineBuilder *builder = inline_builder_new(compose->arena);
		part_add_page_pattern(
			compose, builder, lang_word(compose->lang, WORD_PAGE_SHORT), target);
		block_list_add(list,
			block_paragraph(compose->arena, STYLE_AGENDA_PAGE,
				inline_builder_end(builder, NULL, person->span)));
	}
	Block *group = block_new(compose->arena, BLOCK_GROUP);
	block_list_end(list, group);
	return group;
}

static const Block *line(const Compose *compose, const Inline *text) {
	return text ? block_paragraph(compose->arena, STYLE_DIRECTORY_TEXT, text) : NULL;
}

/* Second rank, on the lines of the first. */
static const Inline *grey(const Compose *compose, const char *text) {
	return text ? part_role_text(compose, text, STYLE_AFFILIATION) : NULL;
}

/* What a person does: the title of the first item, in short where it would take two lines. */
static const char *subject(const Compose *compose, const Person *person) {
	enum { ONE_LINE = 62 };
	const Item *item = person->items[0];
	gboolean fits = item->title.text && g_utf8_strlen(item->title.text, -1) <= ONE_LINE;
	return fits && !item->short_title.text ? item->title.text
					       : item_short_title(compose->arena, item);
}

static const Inline *contacts(const Compose *compose, const Person *person, int role) {
	if (person->contact_count == 0) {
		return NULL;
	}
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_push(builder, (InlineSpan){.role = role});
	for (int i = 0; i < person->contact_count; i++) {
		if (i > 0) {
			inline_add(builder, part_separator(compose, WORD_LIST_COMMA));
		}
		part_add_contact(compose, builder, &person->contacts[i]);
	}
	inline_pop(builder);
	return inline_builder_end(builder, NULL, person->span);
}

static const Block *directory_row(const Compose *compose, const Person *person) {
	Block *row = part_row(compose, RULE_HAIR, NULL);
	row->role = STYLE_DIRECTORY_TEXT;
	row->anchor = anchor_of_person(compose->arena, person);
	row->half_lines = 8;
	row->whole = TRUE;
	Block *figure = block_new(compose->arena, BLOCK_FIGURE);
	figure->as.figure = part_figure(compose, person);
	row->hang = figure;
	row->end = when(compose, person);
	BlockList *list = block_list_new(compose->arena);
	InlineBuilder *name = inline_builder_new(compose->arena);
	inline_add_span(name, person->name.text,
		(InlineSpan){.flags = INLINE_NAME,
			.role = -1,
			.target = part_item_target(compose, person->items[0])});
	block_list_add(list,
		block_paragraph(compose->arena, STYLE_DIRECTORY_NAME,
			inline_builder_end(name, NULL, person->span)));
	const char *affiliation = part_affiliation(compose, person);
	block_list_add(list, line(compose, affiliation ? part_text(compose, affiliation) : NULL));
	block_list_add(list, line(compose, grey(compose, subject(compose, person))));
	block_list_add(list, line(compose, contacts(compose, person, STYLE_AFFILIATION)));
	block_list_end(list, row);
	return row;
}

/* Of many people: without a picture, in one of two columns. */
static const Block *directory_entry(const Compose *compose, const Person *person) {
	enum { LINES_MOST = 3 };
	const Item *item = person->items[0];
	const char *target = part_item_target(compose, item);
	BoardBlock *entry = arena_new_of(compose->arena, BoardBlock);
	entry->person = TRUE;
	InlineBuilder *name = inline_builder_new(compose->arena);
	inline_add_span(name, person->name.text,
		(InlineSpan){.flags = INLINE_NAME, .role = -1, .target = target});
	entry->title = inline_builder_end(name, NULL, person->span);
	InlineBuilder *end = inline_builder_new(compose->arena);
	const char *time = start_text(compose, item);
	inline_add(end, time ? time : "");
	if (target) {
		inline_add(end, time ? "\xe2\x80\x82" : "");
		part_add_page_pattern(
			compose, end, lang_word(compose->lang, WORD_PAGE_SHORT), target);
	}
	gboolean any = inline_builder_length(end) > 0;
	const Inline *made = inline_builder_end(end, NULL, person->span);
	entry->end = any ? made : NULL;
	const char *affiliation = part_affiliation(compose, person);
	const char *does = subject(compose, person);
	const Inline *lines[] = {affiliation ? part_text(compose, affiliation) : NULL,
		does ? part_text(compose, does) : NULL, contacts(compose, person, -1)};
	const Inline **kept = arena_array_of(compose->arena, const Inline *, LINES_MOST);
	for (int i = 0; i < LINES_MOST; i++) {
		if (lines[i]) {
			kept[entry->line_count++] = lines[i];
		}
	}
	entry->lines = kept;
	Block *block = block_new(compose->arena, BLOCK_BOARD);
	block->anchor = anchor_of_person(compose->arena, person);
	block->as.board = entry;
	block->source = person->span;
	return block;
}

static gboolean in_columns(const Compose *compose) {
	enum { PICTURES_MOST = 40 };
	return compose->people->count > PICTURES_MOST && compose->edition == BOOK_USUAL;
}

static gboolean is_told_of(const Person *person) {
	return person->bio.text || person->contact_count > 0;
}

gboolean part_are_mostly_silent(const Compose *compose) {
	const People *people = compose->people;
	int told = 0;
	for (int i = 0; i < people->count; i++) {
		told += is_told_of(people->rows[i].person);
	}
	return told > 0 && people->count - told > told;
}

gboolean part_has_place(const Compose *compose, const Person *person) {
	gboolean has_row = compose->directory || !compose->told_only || is_told_of(person);
	return compose->person_targets && person->item_count > 0 && has_row;
}

const Block *part_people_page(const Compose *compose, const char *kind, PersonMaker make) {
	const People *people = compose->people;
	Block *group = part_page(compose, kind, START_PAGE);
	const char *title = lang_word(compose->lang, WORD_SPEAKERS);
	group->outline = title;
	gboolean all = make == directory_row || !compose->told_only;
	int told = 0;
	for (int i = 0; i < people->count && !all; i++) {
		told += is_told_of(people->rows[i].person);
	}
	BlockList *list = block_list_new(compose->arena);
	const char *count = lang_plural(
		compose->arena, compose->lang, WORD_COUNT_PEOPLE, all ? people->count : told, NULL);
	block_list_add(list, part_head(compose, count, title));
	gboolean columns = make == directory_row && in_columns(compose);
	BlockList *rows = columns ? block_list_new(compose->arena) : list;
	PieceFill fill;
	piece_fill_init(&fill, compose);
	for (int i = 0; i < people->count; i++) {
		const Person *person = people->rows[i].person;
		if (!all && !is_told_of(person)) {
			continue;
		}
		block_list_add(rows,
			columns ? directory_entry(compose, person)
				: piece_fill_take(&fill, make(piece_fill_next(&fill), person)));
	}
	piece_fill_end(&fill);
	if (columns) {
		Block *body = block_new(compose->arena, BLOCK_COLUMNS);
		block_list_end(rows, body);
		block_list_add(list, body);
	}
	block_list_end(list, group);
	return group;
}

const Block *part_speakers_directory(const Compose *compose) {
	return part_is_printed(compose, PART_SPEAKERS)
		? part_people_page(compose, "speakers", directory_row)
		: NULL;
}

static const Block *notes_page(const Compose *compose, gboolean filler) {
	Block *group = part_page(compose, "notes", START_PAGE);
	group->filler = filler;
	group->anchor = NULL;
	Block *notes = block_new(compose->arena, BLOCK_NOTES);
	notes->text = part_word(compose, WORD_NOTES);
	notes->half_lines = 2;
	const Block *child = notes;
	part_set_children(compose, group, &child, 1);
	return group;
}

void part_notes(const Compose *compose, BlockList *list, int pages) {
	for (int i = 0; i < pages; i++) {
		block_list_add(list, notes_page(compose, FALSE));
	}
	block_list_add(list, notes_page(compose, TRUE));
}
