/* people: rows by collation key, appearances by item, index entries by anchor. */
#include "view/people.h"

#include <string.h>

#include "view/anchor.h"

typedef struct SortedPerson {
	const Person *person;
	char *key;
} SortedPerson;

static int compare_people(const void *one, const void *other) {
	const SortedPerson *left = one, *right = other;
	int order = strcmp(left->key, right->key);
	/* Alike to the language: the order of the content. */
	return order ? order : left->person->index - right->person->index;
}

static void sorted_person_clear(void *data) {
	g_free(((SortedPerson *)data)->key);
}

static const char *sort_text(const Person *person) {
	return person->sort.text ? person->sort.text : person->name.text;
}

static gboolean is_kana(const char *text) {
	GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(text));
	return script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA;
}

const char *person_order_text(const Event *event, const Person *person) {
	static const char article[] = "\xd8\xa7\xd9\x84"; /* al- */
	const char *text = sort_text(person);
	if (person->sort.node) {
		return text;
	}
	gboolean japanese = event->language && strncmp(event->language, "ja", 2) == 0;
	if (japanese && person->say.text && is_kana(person->say.text)) {
		return person->say.text;
	}
	gboolean has_article = g_str_has_prefix(text, article) &&
		g_unichar_isalpha(g_utf8_get_char(text + strlen(article)));
	return has_article ? text + strlen(article) : text;
}

static GArray *sort_people(const Event *event, const Collator *collator) {
	GArray *sorted = g_array_new(FALSE, FALSE, sizeof(SortedPerson));
	g_array_set_clear_func(sorted, sorted_person_clear);
	for (int i = 0; i < event->person_count; i++) {
		const Person *person = event->people[i];
		if (person->item_count > 0) {
			SortedPerson one = {
				person, collator_key(collator, person_order_text(event, person))};
			g_array_append_val(sorted, one);
		}
	}
	g_array_sort(sorted, compare_people);
	return sorted;
}

AppearanceKind appearance_of_role(RoleKind kind) {
	switch (kind) {
	case ROLE_SPEAKER:
	case ROLE_PRESENTER:
		return APPEAR_OWN;
	case ROLE_AUTHOR:
		return APPEAR_AUTHOR;
	case ROLE_PANELLIST:
		return APPEAR_PANELLIST;
	case ROLE_MODERATOR:
		return APPEAR_MODERATOR;
	case ROLE_CHAIR:
		return APPEAR_CHAIR;
	}
	g_assert_not_reached();
}

/* The highest of the person's roles in the item. */
static AppearanceKind kind_in(const Item *item, const Person *person) {
	AppearanceKind kind = APPEAR_CHAIR;
	for (int i = 0; i < item->role_count; i++) {
		if (item->roles[i].person == person) {
			kind = MIN(kind, appearance_of_role(item->roles[i].kind));
		}
	}
	return kind;
}

static void add_appearances(Arena *arena, PersonRow *row) {
	const Person *person = row->person;
	Appearance *appearances = arena_array_of(arena, Appearance, person->item_count);
	for (int i = 0; i < person->item_count; i++) {
		const Item *item = person->items[i];
		appearances[i] = (Appearance){.item = item,
			.kind = kind_in(item, person),
			.anchor = anchor_of_item(arena, item)};
	}
	row->appearance_count = person->item_count;
	row->appearances = appearances;
}

static void add_entry(GArray *entries, IndexEntry entry) {
	for (guint i = 0; i < entries->len; i++) {
		if (g_str_equal(g_array_index(entries, IndexEntry, i).anchor, entry.anchor)) {
			return;
		}
	}
	g_array_append_val(entries, entry);
}

/* An item's row in the agenda, its page if it has one, at last the row in the directory. */
static void add_entries(Arena *arena, PersonRow *row) {
	g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(IndexEntry));
	for (int i = 0; i < row->appearance_count; i++) {
		const Appearance *one = &row->appearances[i];
		IndexEntry entry = {.anchor = anchor_of_row(arena, one->item),
			.kind = ENTRY_OTHER,
			.as = one->kind};
		add_entry(entries, entry);
		if (item_has_page(one->item)) {
			entry.anchor = one->anchor;
			entry.kind = one->kind == APPEAR_OWN ? ENTRY_OWN : ENTRY_OTHER;
			add_entry(entries, entry);
		}
	}
	add_entry(entries,
		(IndexEntry){.anchor = row->anchor, .kind = ENTRY_OTHER, .directory = TRUE});
	row->entry_count = (int)entries->len;
	row->entries = arena_memdup(arena, entries->data, entries->len * sizeof(IndexEntry));
}

static PersonRow person_row(
	Arena *arena, const Event *event, const Collator *collator, const Person *person) {
	PersonRow row = {.person = person, .sort = sort_text(person)};
	g_autofree char *letter = collator_index_letter(collator, person_order_text(event, person));
	row.letter = arena_strdup(arena, letter);
	row.anchor = anchor_of_person(arena, person);
	row.initials = person_initials(
		arena, person, person->language ? person->language : event->language);
	add_appearances(arena, &row);
	add_entries(arena, &row);
	return row;
}

const People *people_new(Arena *arena, const Event *event) {
	g_autoptr(Collator) collator = collator_new(event->language);
	g_autoptr(GArray) sorted = sort_people(event, collator);
	People *people = arena_new_of(arena, People);
	PersonRow *rows = arena_array_of(arena, PersonRow, MAX(sorted->len, 1));
	for (guint i = 0; i < sorted->len; i++) {
		const Person *person = g_array_index(sorted, SortedPerson, i).person;
		rows[i] = person_row(arena, event, collator, person);
		rows[i].new_letter = i == 0 || !g_str_equal(rows[i].letter, rows[i - 1].letter);
		people->letter_count += rows[i].new_letter;
		people->entry_count += rows[i].entry_count;
	}
	people->count = (int)sorted->len;
	people->rows = rows;
	return people;
}
