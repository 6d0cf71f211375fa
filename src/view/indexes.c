/* indexes: lines gathered by name, then sorted by collation key; letters as the language heads its
 * indexes. */
#include "view/indexes.h"

#include <string.h>

#define INNER_MARK " > "

typedef struct LineDraft {
	IndexLine line;
	const char *order; /* what it is sorted by */
	const char *inner_order; /* within the line that it is a part of, or NULL */
	char *key;
	GArray *places; /* IndexPlace, or NULL where the line has its own */
} LineDraft;

static LineDraft *draft_new(const char *name, const char *order) {
	LineDraft *draft = g_new0(LineDraft, 1);
	draft->line.name = name;
	draft->order = order;
	return draft;
}

static void draft_free(gpointer data) {
	LineDraft *draft = data;
	g_free(draft->key);
	if (draft->places) {
		g_array_unref(draft->places);
	}
	g_free(draft);
}

static int compare_drafts(const void *one, const void *other) {
	const LineDraft *left = *(LineDraft *const *)one, *right = *(LineDraft *const *)other;
	int order = strcmp(left->key, right->key);
	return order ? order : strcmp(left->line.name, right->line.name);
}

/* Sorts the drafts and makes lines of them. */
static const Index *index_end(Arena *arena, const Event *event, GPtrArray *drafts) {
	g_autoptr(Collator) collator = collator_new(event->language);
	for (guint i = 0; i < drafts->len; i++) {
		LineDraft *draft = drafts->pdata[i];
		draft->key = collator_key(collator, draft->order);
		if (draft->inner_order) {
			/* Behind its own, before all that is longer. */
			g_autofree char *outer = draft->key;
			g_autofree char *inner = collator_key(collator, draft->inner_order);
			draft->key = g_strconcat(outer, "\x01", inner, NULL);
		}
	}
	g_ptr_array_sort(drafts, compare_drafts);
	Index *index = arena_new_of(arena, Index);
	IndexLine *lines = arena_array_of(arena, IndexLine, drafts->len + 1);
	for (guint i = 0; i < drafts->len; i++) {
		LineDraft *draft = drafts->pdata[i];
		IndexLine *line = &lines[i];
		*line = draft->line;
		g_autofree char *letter = collator_index_letter(collator, draft->order);
		line->letter = arena_strdup(arena, letter);
		line->new_letter = i == 0 || !g_str_equal(letter, lines[i - 1].letter);
		if (draft->places) {
			line->place_count = (int)draft->places->len;
			line->places = arena_memdup(arena, draft->places->data,
				draft->places->len * sizeof(IndexPlace));
		}
		for (int j = 0; j < line->place_count; j++) {
			index->has[line->places[j].as] = TRUE;
		}
	}
	index->count = (int)drafts->len;
	index->lines = lines;
	return index;
}

/* --- people ------------------------------------------------------------------------------- */

static const IndexPlace *places_of(Arena *arena, const PersonRow *row) {
	IndexPlace *places = arena_array_of(arena, IndexPlace, row->appearance_count);
	for (int i = 0; i < row->appearance_count; i++) {
		places[i] = (IndexPlace){row->appearances[i].item, row->appearances[i].kind};
	}
	return places;
}

/* A native form that is the name itself is no other name. */
static gboolean has_native(const Person *person) {
	return person->native.text && strcmp(person->native.text, person->name.text) != 0;
}

static void add_person(Arena *arena, const Event *event, const PersonRow *row, GPtrArray *drafts) {
	const Person *person = row->person;
	LineDraft *draft = draft_new(row->sort, person_order_text(event, person));
	draft->line.person = row;
	draft->line.source = person->span;
	draft->line.place_count = row->appearance_count;
	draft->line.places = places_of(arena, row);
	draft->line.other = has_native(person) ? person->native.text : NULL;
	g_ptr_array_add(drafts, draft);
	if (has_native(person)) {
		LineDraft *native = draft_new(person->native.text, person->native.text);
		native->line = draft->line;
		native->line.name = person->native.text;
		native->line.other = person->name.text;
		g_ptr_array_add(drafts, native);
	}
}

const Index *index_of_people(Arena *arena, const Event *event, const People *people) {
	g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func(draft_free);
	for (int i = 0; i < people->count; i++) {
		add_person(arena, event, &people->rows[i], drafts);
	}
	return index_end(arena, event, drafts);
}

/* --- topics and affiliations -------------------------------------------------------------- */

typedef struct Gathering {
	GHashTable *drafts; /* folded name -> LineDraft */
	GPtrArray *list;
} Gathering;

static void gathering_init(Gathering *gathering) {
	gathering->drafts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	gathering->list = g_ptr_array_new_with_free_func(draft_free);
}

static const Index *gathering_end(Gathering *gathering, Arena *arena, const Event *event) {
	const Index *index = index_end(arena, event, gathering->list);
	g_hash_table_unref(gathering->drafts);
	g_ptr_array_unref(gathering->list);
	return index;
}

/* The line of a name; made where there is none yet. */
static LineDraft *line_of(Gathering *gathering, const char *name, Span source) {
	g_autofree char *nfc = locale_nfc(name);
	g_autofree char *folded = g_utf8_casefold(nfc, -1);
	LineDraft *draft = g_hash_table_lookup(gathering->drafts, folded);
	if (!draft) {
		draft = draft_new(name, name);
		draft->line.source = source;
		draft->places = g_array_new(FALSE, FALSE, sizeof(IndexPlace));
		g_hash_table_insert(gathering->drafts, g_steal_pointer(&folded), draft);
		g_ptr_array_add(gathering->list, draft);
	}
	return draft;
}

static void add_place(LineDraft *draft, IndexPlace place) {
	GArray *places = draft->places;
	IndexPlace *last = places->len ? &g_array_index(places, IndexPlace, places->len - 1) : NULL;
	if (last && last->item == place.item) {
		last->as = MIN(last->as, place.as);
	} else {
		g_array_append_val(places, place);
	}
}

static void gather(Gathering *gathering, const Text *name, IndexPlace place) {
	add_place(line_of(gathering, name->text, name->span), place);
}

/* "floods > insurance" */
static void gather_topic(Gathering *gathering, Arena *arena, const Text *topic, IndexPlace place) {
	const char *mark = strstr(topic->text, INNER_MARK);
	if (!mark || mark == topic->text || !mark[strlen(INNER_MARK)]) {
		gather(gathering, topic, place);
		return;
	}
	const char *name = arena_strndup(arena, topic->text, (size_t)(mark - topic->text));
	LineDraft *outer = line_of(gathering, name, topic->span);
	LineDraft *inner = line_of(gathering, topic->text, topic->span);
	inner->line.inner = TRUE;
	inner->line.name = inner->inner_order = mark + strlen(INNER_MARK);
	inner->order = outer->order;
	add_place(inner, place);
}

const Index *index_of_topics(Arena *arena, const Event *event) {
	Gathering gathering;
	gathering_init(&gathering);
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		for (int j = 0; j < item->topic_count; j++) {
			gather_topic(&gathering, arena, &item->topics[j],
				(IndexPlace){item, APPEAR_AUTHOR});
		}
	}
	return gathering_end(&gathering, arena, event);
}

const Index *index_of_affiliations(Arena *arena, const Event *event) {
	Gathering gathering;
	gathering_init(&gathering);
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		for (int j = 0; j < item->role_count; j++) {
			const Person *person = item->roles[j].person;
			IndexPlace place = {item, appearance_of_role(item->roles[j].kind)};
			for (int k = 0; k < person->affiliation_count; k++) {
				gather(&gathering, &person->affiliations[k]->name, place);
			}
		}
	}
	return gathering_end(&gathering, arena, event);
}
