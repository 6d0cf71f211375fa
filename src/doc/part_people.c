/* part_people: directory of those who speak, index of people with page numbers, notes. */
#include <string.h>

#include "doc/parts.h"

typedef struct Entry {
	const Person *person;
	char *key; /* collation */
	char *letter;
} Entry;

static int compare_entries(gconstpointer one, gconstpointer other) {
	const Entry *a = one, *b = other;
	int order = strcmp(a->key, b->key);
	return order ? order : a->person->index - b->person->index;
}

static void entry_clear(gpointer data) {
	Entry *entry = data;
	g_free(entry->key);
	g_free(entry->letter);
}

/* Everybody who appears in the programme, by the rules of the event's language. */
static GArray *sorted_people(const Compose *compose) {
	GArray *entries = g_array_new(FALSE, TRUE, sizeof(Entry));
	g_array_set_clear_func(entries, entry_clear);
	g_autoptr(Collator) collator = collator_new(compose->event->language);
	for (int i = 0; i < compose->event->person_count; i++) {
		const Person *person = compose->event->people[i];
		if (person->item_count == 0) {
			continue;
		}
		const char *sort = person->sort.text ? person->sort.text : person->name.text;
		Entry entry = {.person = person,
			.key = collator_key(collator, sort),
			.letter = collator_index_letter(collator, sort)};
		g_array_append_val(entries, entry);
	}
	g_array_sort(entries, compare_entries);
	return entries;
}

/* Anchor of the page that says most about an item. */
static const char *item_anchor(const Compose *compose, const Item *item) {
	return part_anchor(compose, item_has_page(item) ? "talk" : "item", item->id);
}

static const Block *when(const Compose *compose, const Person *person) {
	const Item *item = person->items[0];
	BlockList *list = block_list_new(compose->arena);
	if (item->start != TIME_NONE) {
		g_autofree char *time = time_format_plain(&compose->time_form, item->start);
		const char *text = arena_strdup(compose->arena, time);
		if (compose->event->day_count > 1) {
			text = arena_printf(compose->arena, "%s %s",
				part_date(compose, "EEE", item->day), time);
		}
		block_list_add(list,
			block_paragraph(
				compose->arena, STYLE_DIRECTORY_TIME, part_text(compose, text)));
	}
	InlineBuilder *builder = inline_builder_new(compose->arena);
	part_add_page_pattern(compose, builder, lang_word(compose->lang, WORD_PAGE_SHORT),
		item_anchor(compose, item));
	block_list_add(list,
		block_paragraph(compose->arena, STYLE_DIRECTORY_TIME,
			inline_builder_end(builder, NULL, person->span)));
	Block *group = block_new(compose->arena, BLOCK_GROUP);
	block_list_end(list, group);
	return group;
}

static const Block *line(const Compose *compose, StyleRole role, const char *text) {
	return text ? block_paragraph(compose->arena, role, part_text(compose, text)) : NULL;
}

/* What a person does: the title, in short, of the first item. */
static const char *subject(const Compose *compose, const Person *person) {
	return item_short_title(compose->arena, person->items[0]);
}

static const char *contacts(const Compose *compose, const Person *person) {
	const char *text = NULL;
	for (int i = 0; i < person->contact_count; i++) {
		const char *one = person->contacts[i].text.text;
		text = text ? arena_printf(compose->arena, "%s%s%s", text,
				      part_separator(compose, WORD_LIST_COMMA), one)
			    : one;
	}
	return text;
}

static const Block *directory_row(const Compose *compose, const Person *person) {
	Block *row = part_row(compose, RULE_HAIR, NULL);
	row->role = STYLE_DIRECTORY_TEXT;
	row->anchor = part_anchor(compose, "person", person->id);
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
			.target = item_anchor(compose, person->items[0])});
	block_list_add(list,
		block_paragraph(compose->arena, STYLE_DIRECTORY_NAME,
			inline_builder_end(name, NULL, person->span)));
	block_list_add(list,
		line(compose, STYLE_DIRECTORY_TEXT, part_affiliation(compose, person)));
	const char *third = contacts(compose, person);
	block_list_add(list,
		line(compose, STYLE_CAPTION, third ? third : subject(compose, person)));
	block_list_end(list, row);
	return row;
}

const Block *part_speakers_directory(const Compose *compose) {
	g_autoptr(GArray) entries = sorted_people(compose);
	if (entries->len == 0) {
		return NULL;
	}
	Block *group = part_page(compose, "speakers", START_PAGE);
	const char *title = lang_word(compose->lang, WORD_SPEAKERS);
	group->outline = title;
	BlockList *list = block_list_new(compose->arena);
	const char *count = lang_plural(
		compose->arena, compose->lang, WORD_COUNT_PEOPLE, (int)entries->len, NULL);
	block_list_add(list, part_head(compose, count, title));
	for (guint i = 0; i < entries->len; i++) {
		block_list_add(
			list, directory_row(compose, g_array_index(entries, Entry, i).person));
	}
	block_list_end(list, group);
	return group;
}

static gboolean is_own_talk(const Item *item, const Person *person) {
	for (int i = 0; i < item->role_count; i++) {
		const Role *role = &item->roles[i];
		if (role->person == person) {
			return item_has_page(item) &&
				(role->kind == ROLE_SPEAKER || role->kind == ROLE_PRESENTER);
		}
	}
	return FALSE;
}

static void add_page(const Compose *compose, InlineBuilder *builder, const char *target, int role) {
	inline_add_span(builder, ",\xc2\xa0", (InlineSpan){.role = STYLE_INDEX_PAGE});
	(void)compose;
	inline_add_page_slot(builder, target, role);
}

/* "Özsu, Tamer  3, 12": agenda page, talks (own in bold), directory. */
static const Block *index_entry(const Compose *compose, const Person *person) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	const char *sort = person->sort.text ? person->sort.text : person->name.text;
	inline_add_span(builder, sort, (InlineSpan){.flags = INLINE_NAME, .role = -1});
	inline_add(builder, "\xe2\x80\x82");
	for (int i = 0; i < person->item_count; i++) {
		const Item *item = person->items[i];
		const char *row = part_anchor(compose, "item", item->id);
		if (i == 0) {
			inline_add_page_slot(builder, row, STYLE_INDEX_PAGE);
		} else {
			add_page(compose, builder, row, STYLE_INDEX_PAGE);
		}
		if (item_has_page(item)) {
			int role = is_own_talk(item, person) ? STYLE_INDEX_PAGE_OWN
							     : STYLE_INDEX_PAGE;
			add_page(compose, builder, item_anchor(compose, item), role);
		}
	}
	add_page(compose, builder, part_anchor(compose, "person", person->id), STYLE_INDEX_PAGE);
	return block_paragraph(compose->arena, STYLE_INDEX,
		inline_builder_end(builder, NULL, person->span));
}

const Block *part_index(const Compose *compose) {
	g_autoptr(GArray) entries = sorted_people(compose);
	if (entries->len == 0) {
		return NULL;
	}
	Block *group = part_page(compose, "index", START_PAGE);
	const char *title = lang_word(compose->lang, WORD_INDEX);
	group->outline = title;
	Block *columns = block_new(compose->arena, BLOCK_COLUMNS);
	BlockList *list = block_list_new(compose->arena);
	const char *letter = NULL;
	for (guint i = 0; i < entries->len; i++) {
		const Entry *entry = &g_array_index(entries, Entry, i);
		if (letter && strcmp(letter, entry->letter) != 0) {
			block_list_add(list, block_space(compose->arena, 1));
		}
		letter = entry->letter;
		block_list_add(list, index_entry(compose, entry->person));
	}
	block_list_end(list, columns);
	Block *key = block_paragraph(
		compose->arena, STYLE_NOTE, part_word(compose, WORD_OWN_TALK_KEY));
	const Block *children[] = {
		part_head(compose, lang_word(compose->lang, WORD_PEOPLE), title), columns,
		block_new(compose->arena, BLOCK_FILL), key};
	part_set_children(compose, group, children, 4);
	return group;
}

const Block *part_notes(const Compose *compose) {
	Block *group = part_page(compose, "notes", START_PAGE);
	group->filler = TRUE;
	group->anchor = NULL;
	Block *notes = block_new(compose->arena, BLOCK_NOTES);
	notes->text = part_word(compose, WORD_NOTES);
	notes->half_lines = 2;
	const Block *child = notes;
	part_set_children(compose, group, &child, 1);
	return group;
}
