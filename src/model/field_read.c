/* field_read: a mapping to a record, by its table: unknown keys with what was meant, keys twice
 * under two spellings, missing ones, defaults. Single values are field_value.c's. */
#include "model/fields.h"

#include <string.h>

#define FEW_KEYS 6 /* that a hint may list */

static const char *const type_names[FIELD_TYPE_COUNT] = {"one line of text", "a text",
	"one line of text or a list of them", "an id", "a language tag", "a time zone",
	"a file name", "`true` or `false`", "a whole number", "a number", "one of these words",
	"one or several of these words", "a time of day", "a time", "a duration", "a date",
	"a date, a range of dates or a list of them", "a paper size", "a mapping", "a mapping",
	"a list of mappings", "a mapping of names to mappings", "a mapping of names to texts",
	"one person or a list of people"};

const char *field_type_name(FieldType type) {
	return type_names[type];
}

gboolean field_word_in(const char *list, const char *word) {
	size_t length = strlen(word);
	for (const char *at = list; at && *at;) {
		size_t here = strcspn(at, " ");
		if (here == length && strncmp(at, word, length) == 0) {
			return TRUE;
		}
		at += here + strspn(at + here, " ");
	}
	return FALSE;
}

const Field *field_find(const FieldTable *table, const char *key) {
	for (; table; table = table->base) {
		for (int i = 0; i < table->count; i++) {
			const Field *field = &table->fields[i];
			if (strcmp(field->key, key) == 0 || field_word_in(field->others, key)) {
				return field;
			}
		}
	}
	return NULL;
}

const Field *field_at(const FieldTable *table, size_t offset) {
	for (; table; table = table->base) {
		for (int i = 0; i < table->count; i++) {
			if (table->fields[i].offset == offset) {
				return &table->fields[i];
			}
		}
	}
	g_assert_not_reached();
	return NULL;
}

const Node *fields_peek(const FieldTable *table, const Node *node, size_t offset) {
	const Field *field = field_at(table, offset);
	if (!node || node->kind != NODE_MAPPING) {
		return NULL;
	}
	for (int i = 0; i < node->count; i++) {
		const NodePair *pair = &node->pairs[i];
		if (pair->key->kind == NODE_SCALAR && field_find(table, pair->key->text) == field) {
			return pair->value;
		}
	}
	return NULL;
}

gboolean fields_claim(const FieldTable *table, const FieldTable *other, const Node *node) {
	for (int i = 0; node->kind == NODE_MAPPING && i < node->count; i++) {
		const Node *key = node->pairs[i].key;
		if (key->kind == NODE_SCALAR && field_find(table, key->text) &&
			!field_find(other, key->text)) {
			return TRUE;
		}
	}
	return FALSE;
}

/* All keys and their other spellings, for the nearest one. */
static void collect_keys(const FieldTable *table, GPtrArray *keys, GPtrArray *owned) {
	for (; table; table = table->base) {
		for (int i = 0; i < table->count; i++) {
			const Field *field = &table->fields[i];
			g_ptr_array_add(keys, (gpointer)field->key);
			gchar **others = field->others ? g_strsplit(field->others, " ", -1) : NULL;
			for (int j = 0; others && others[j]; j++) {
				g_ptr_array_add(keys, others[j]);
				g_ptr_array_add(owned, others[j]);
			}
			g_free(others);
		}
	}
	g_ptr_array_add(keys, NULL);
}

/* The table's field for which people write `key`. */
static const Field *find_mistaken(const FieldTable *table, const char *key) {
	for (; table; table = table->base) {
		for (int i = 0; i < table->count; i++) {
			if (field_word_in(table->fields[i].mistaken, key)) {
				return &table->fields[i];
			}
		}
	}
	return NULL;
}

/* A table that knows the key: one of those that stand in this one, else any. */
static const FieldTable *find_table(const FieldTable *table, const char *key) {
	for (int i = 0; i < table->count; i++) {
		const FieldTable *inner = table->fields[i].table;
		if (inner && inner != table && field_find(inner, key)) {
			return inner;
		}
	}
	for (int i = 0; field_tables()[i]; i++) {
		if (field_tables()[i] != table && field_find(field_tables()[i], key)) {
			return field_tables()[i];
		}
	}
	return NULL;
}

/* The field that was meant, and a hint that says so; NULL when it may be any. */
static const Field *find_meant(
	FieldReader *reader, const FieldTable *table, const char *key, const char **hint) {
	g_autofree gchar *lower = g_utf8_strdown(key, -1);
	g_strdelimit(lower, "- ", '_');
	const Field *meant = field_find(table, lower);
	if (meant) {
		*hint = arena_printf(reader->arena, "did you mean `%s`?", lower);
		return meant;
	}
	meant = find_mistaken(table, lower);
	if (meant) {
		*hint = arena_printf(reader->arena, "did you mean `%s`? for example `%s`",
			meant->key, meant->example);
		return meant;
	}
	g_autoptr(GPtrArray) keys = g_ptr_array_new();
	g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func(g_free);
	collect_keys(table, keys, owned);
	const char *const *words = (const char *const *)keys->pdata;
	const FieldTable *owner = find_table(table, key);
	if (owner) {
		*hint = table->count > FEW_KEYS
			? arena_printf(reader->arena, "`%s` belongs in %s: look at the indentation",
				  key, owner->what)
			: arena_printf(reader->arena, "`%s` belongs in %s; keys here: %s", key,
				  owner->what, field_list_words(reader->arena, words));
		return NULL;
	}
	const char *nearest = diag_nearest(lower, words);
	*hint = nearest ? arena_printf(reader->arena, "did you mean `%s`?", nearest)
			: arena_printf(reader->arena, "keys here: %s",
				  field_list_words(reader->arena, words));
	return nearest ? field_find(table, nearest) : NULL;
}

/* Reports it; returns the field that was meant, or NULL. */
static const Field *report_unknown(FieldReader *reader, const FieldTable *table, const Node *key) {
	const char *hint = NULL;
	const Field *meant = find_meant(reader, table, key->text, &hint);
	diag_error(reader->diags, "unknown-key", key->span, hint, "unknown key `%s` in %s",
		key->text, table->what);
	return meant;
}

static void report_missing(
	FieldReader *reader, const FieldTable *table, const Field *field, Span where) {
	const char *hint = arena_printf(reader->arena, "for example `%s`", field->example);
	diag_error(reader->diags, "missing-key", where, hint, "%s has no `%s`", table->what,
		field->key);
}

void fields_default(FieldReader *reader, const FieldTable *table, void *record) {
	for (; table; table = table->base) {
		for (int i = 0; i < table->count; i++) {
			const Field *field = &table->fields[i];
			if (field->type == FIELD_RECORD) {
				fields_default(
					reader, field->table, (char *)record + field->offset);
			}
			if (!field->fallback) {
				continue;
			}
			Node node = {.kind = NODE_SCALAR,
				.span = SPAN_NONE,
				.text = field->fallback,
				.length = (int)strlen(field->fallback)};
			field_read_value(reader, field, &node, SPAN_NONE, record);
		}
	}
}

typedef struct SeenKey {
	const Field *field;
	const Node *key;
} SeenKey;

static const SeenKey *seen_find(const GArray *seen, const Field *field) {
	for (guint i = 0; i < seen->len; i++) {
		if (g_array_index(seen, SeenKey, i).field == field) {
			return &g_array_index(seen, SeenKey, i);
		}
	}
	return NULL;
}

static void read_pair(FieldReader *reader, const FieldTable *table, const NodePair *pair,
	GArray *seen, void *record) {
	if (pair->key->kind != NODE_SCALAR) {
		return;
	}
	const Field *field = field_find(table, pair->key->text);
	if (!field) {
		const Field *meant = report_unknown(reader, table, pair->key);
		if (meant && !seen_find(seen, meant)) {
			SeenKey guess = {meant, pair->key};
			g_array_append_val(seen, guess); /* so that it is not missed as well */
			field_mark_given(meant, pair->value, pair->key->span, record);
		}
		return;
	}
	const SeenKey *earlier = seen_find(seen, field);
	if (earlier) {
		diag_error(reader->diags, "same-key", pair->key->span,
			"keep one of the two and put everything there",
			"`%s` and `%s` are the same key", pair->key->text, earlier->key->text);
		return;
	}
	SeenKey now = {field, pair->key};
	g_array_append_val(seen, now);
	if (field->required && node_is_empty(pair->value)) {
		const char *hint = arena_printf(reader->arena, "for example `%s`", field->example);
		diag_error(reader->diags, "missing-key", pair->key->span, hint,
			"%s has an empty `%s`", table->what, pair->key->text);
		return;
	}
	field_read_value(reader, field, pair->value, pair->key->span, record);
}

static void read_mapping(
	FieldReader *reader, const FieldTable *table, const Node *node, Span where, void *record) {
	g_autoptr(GArray) seen = g_array_new(FALSE, FALSE, sizeof(SeenKey));
	gboolean holes = FALSE;
	for (int i = 0; i < node->count; i++) {
		holes = holes || node->pairs[i].key->kind == NODE_HOLE;
		read_pair(reader, table, &node->pairs[i], seen, record);
	}
	for (const FieldTable *part = table; part; part = part->base) {
		for (int i = 0; i < part->count; i++) {
			const Field *field = &part->fields[i];
			if (field->required && !holes && !seen_find(seen, field)) {
				report_missing(reader, table, field, where);
			}
		}
	}
}

gboolean fields_read(
	FieldReader *reader, const FieldTable *table, const Node *node, Span where, void *record) {
	fields_default(reader, table, record);
	if (node->kind == NODE_HOLE) {
		return FALSE;
	}
	if (node->kind == NODE_MAPPING) {
		read_mapping(reader, table, node, where, record);
		return TRUE;
	}
	const Field *shorthand = table->shorthand ? field_find(table, table->shorthand) : NULL;
	if (shorthand && node->kind == NODE_SCALAR && !node_is_empty(node)) {
		field_read_value(reader, shorthand, node, node->span, record);
		return TRUE;
	}
	const char *hint = arena_printf(reader->arena, "for example `%s`",
		(shorthand ? shorthand : &table->fields[0])->example);
	diag_error(reader->diags, "wrong-type", node->span.line > 0 ? node->span : where, hint,
		"%s is %s, but a mapping (`key: value`)%s is expected", table->what,
		node->kind == NODE_SEQUENCE   ? "a list"
			: node_is_empty(node) ? "empty"
					      : "a text",
		shorthand ? " or a text" : "");
	return FALSE;
}
