/* source: see the header. The files are read once more, since the event keeps no trees. */
#include "model/source.h"

#include <string.h>

#include "base/file.h"
#include "model/fields.h"
#include "model/records.h"
#include "read/read_yaml.h"
#include "read/write_yaml.h"

void source_file_free(SourceFile *file) {
	g_free(file->name);
	g_bytes_unref(file->bytes);
	g_free(file);
}

/* --- what is private ---------------------------------------------------------------------- */

static gboolean is_called(const Field *field, const Node *word) {
	return word->kind == NODE_SCALAR &&
		(strcmp(field->key, word->text) == 0 || field_word_in(field->others, word->text));
}

/* words: one or a list of them. */
static gboolean is_named(const Field *field, const Node *words) {
	gboolean named = is_called(field, words);
	for (int i = 0; words->kind == NODE_SEQUENCE && i < words->count; i++) {
		named = named || is_called(field, words->items[i]);
	}
	return named;
}

static const Field *field_of(const FieldTable *table, const NodePair *pair) {
	return pair->key->kind == NODE_SCALAR ? field_find(table, pair->key->text) : NULL;
}

/* A copy with room for as many pairs, but none yet. */
static Node *copy_empty(Arena *arena, const Node *mapping, NodePair **pairs) {
	Node *copy = arena_memdup(arena, mapping, sizeof *mapping);
	copy->pairs = *pairs = arena_array_of(arena, NodePair, mapping->count + 1);
	copy->count = 0;
	return copy;
}

static const Node *open_contact(Arena *arena, const Node *contact, const Node *words) {
	NodePair *pairs;
	Node *open = copy_empty(arena, contact, &pairs);
	for (int i = 0; i < contact->count; i++) {
		const Field *field = field_of(&table_contact, &contact->pairs[i]);
		if (!field || !is_named(field, words)) {
			pairs[open->count++] = contact->pairs[i];
		}
	}
	return open;
}

/* A person's mapping: also without the words themselves, and what hangs on a portrait. */
static const Node *open_person(Arena *arena, const Node *person, const Node *words) {
	const Field *own = field_at(&table_person, offsetof(PersonRecord, private_keys));
	const Field *contact = field_at(&table_person, offsetof(PersonRecord, contact));
	const Field *portrait = field_at(&table_person, offsetof(PersonRecord, portrait));
	const Field *caption = field_at(&table_person, offsetof(PersonRecord, portrait_alt));
	NodePair *pairs;
	Node *open = copy_empty(arena, person, &pairs);
	for (int i = 0; i < person->count; i++) {
		NodePair pair = person->pairs[i];
		const Field *field = field_of(&table_person, &pair);
		const Field *told_by = field == caption ? portrait : field;
		if (field == own || (field && is_named(told_by, words))) {
			continue;
		}
		if (field == contact && pair.value->kind == NODE_MAPPING) {
			pair.value = open_contact(arena, pair.value, words);
			if (pair.value->count == 0) {
				continue;
			}
		}
		pairs[open->count++] = pair;
	}
	return open;
}

/* --- pictures ----------------------------------------------------------------------------- */

/* By the end of its name, so that an id that is called like a key is none. */
static gboolean is_picture(const Node *value) {
	static const char *const ends[] = {".jpg", ".jpeg", ".png", ".webp", ".svg", ".pdf"};
	for (gsize i = 0; value && value->kind == NODE_SCALAR && i < G_N_ELEMENTS(ends); i++) {
		gsize length = strlen(ends[i]);
		if (value->length > (int)length &&
			g_ascii_strcasecmp(value->text + value->length - length, ends[i]) == 0) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Does the pair name a picture, or describe one that another names? */
static gboolean tells_picture(const Node *mapping, const NodePair *pair) {
	static const char *const keys[] = {"portrait", "logo", "picture", NULL};
	if (pair->key->kind != NODE_SCALAR) {
		return FALSE;
	}
	if (strcmp(pair->key->text, "portrait_alt") == 0) {
		return is_picture(node_get(mapping, "portrait"));
	}
	return g_strv_contains(keys, pair->key->text) && is_picture(pair->value);
}

/* An entry of a list that is nothing but a page or a notice from a file. */
static gboolean is_from_file(const Node *entry) {
	return is_picture(node_get(entry, "insert")) || is_picture(node_get(entry, "file"));
}

/* --- the whole ---------------------------------------------------------------------------- */

static const Node *open_list(Arena *arena, const Node *list) {
	Node *open = arena_memdup(arena, list, sizeof *list);
	const Node **items = arena_array_of(arena, const Node *, list->count + 1);
	open->count = 0;
	open->items = items;
	for (int i = 0; i < list->count; i++) {
		if (!is_from_file(list->items[i])) {
			items[open->count++] = source_open(arena, list->items[i]);
		}
	}
	return open;
}

const Node *source_open(Arena *arena, const Node *node) {
	if (node->kind == NODE_SEQUENCE) {
		return open_list(arena, node);
	}
	if (node->kind != NODE_MAPPING) {
		return node;
	}
	const Field *own = field_at(&table_person, offsetof(PersonRecord, private_keys));
	const Node *words = node_get(node, own->key);
	gboolean is_person = words && (words->kind == NODE_SCALAR || words->kind == NODE_SEQUENCE);
	const Node *shown = is_person ? open_person(arena, node, words) : node;
	NodePair *pairs;
	Node *open = copy_empty(arena, shown, &pairs);
	for (int i = 0; i < shown->count; i++) {
		const NodePair *pair = &shown->pairs[i];
		if (!tells_picture(shown, pair)) {
			pairs[open->count++] =
				(NodePair){pair->key, source_open(arena, pair->value)};
		}
	}
	return open;
}

/* --- files -------------------------------------------------------------------------------- */

/* Takes the bytes. */
static void add_file(GPtrArray *files, char *name, const char *media_type, GBytes *bytes) {
	SourceFile *file = g_new(SourceFile, 1);
	*file = (SourceFile){name, media_type, bytes};
	g_ptr_array_add(files, file);
}

static gboolean add_yaml(GPtrArray *files, const char *folder, const char *name, GError **error) {
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new(); /* all was said when it was read before */
	g_autofree char *path = g_build_filename(folder, name, NULL);
	const Node *root = read_yaml_file(arena, path, path, sources, diags, NULL);
	if (root->kind != NODE_MAPPING) {
		return TRUE;
	}
	GBytes *bytes = write_yaml(source_open(arena, root), error);
	if (bytes) {
		add_file(files, g_strdup(name), "application/yaml", bytes);
	}
	return bytes != NULL;
}

/* A text that came from FOLDER/ID.md. */
static void add_text(GPtrArray *files, const char *folder, const char *id, const Text *text) {
	if (text->text && text->node && text->node->style == SCALAR_FILE) {
		add_file(files, g_strdup_printf("%s/%s.md", folder, id), "text/markdown",
			g_bytes_new(text->text, strlen(text->text)));
	}
}

static int compare_files(const void *one, const void *other) {
	const SourceFile *first = *(SourceFile *const *)one;
	const SourceFile *second = *(SourceFile *const *)other;
	return strcmp(first->name, second->name);
}

GPtrArray *event_source(const Event *event, GError **error) {
	g_autoptr(GPtrArray) names = file_list_yaml(event->folder, error);
	if (!names) {
		return NULL;
	}
	g_autoptr(GPtrArray) files =
		g_ptr_array_new_with_free_func((GDestroyNotify)source_file_free);
	for (guint i = 0; i < names->len; i++) {
		if (!add_yaml(files, event->folder, names->pdata[i], error)) {
			return NULL;
		}
	}
	for (int i = 0; i < event->item_count; i++) {
		if (!event->items[i]->repeats) {
			add_text(files, "abstracts", event->items[i]->id,
				&event->items[i]->abstract);
		}
	}
	for (int i = 0; i < event->person_count; i++) {
		add_text(files, "bios", event->people[i]->id, &event->people[i]->bio);
	}
	g_ptr_array_sort(files, compare_files);
	return g_steal_pointer(&files);
}
