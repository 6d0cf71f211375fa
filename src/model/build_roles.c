/* build_roles: who does what in an item. Persons are named by id or described in place; a name
 * that is no id is an error that tells the nearest ids. */
#include "model/builder.h"

#include <string.h>

typedef struct RoleSet {
	Builder *builder;
	GArray *roles; /* Role */
} RoleSet;

PersonDraft *person_by_name(Builder *builder, const char *name) {
	g_autofree char *wanted = locale_nfc(name);
	for (guint i = 0; i < builder->person_list->len; i++) {
		PersonDraft *draft = g_ptr_array_index(builder->person_list, i);
		if (draft->id_node && strcmp(draft->person->name.text, wanted) == 0) {
			return draft;
		}
	}
	return NULL;
}

static const char *hint_for_name(Builder *builder, const char *name) {
	Arena *arena = builder->arena;
	const PersonDraft *draft =
		builder->nearest_left-- > 0 ? person_by_name(builder, name) : NULL;
	if (draft) {
		return arena_printf(arena, "people are named by their id: `%s`", draft->person->id);
	}
	if (strchr(name, ',') || strstr(name, " and ") || strchr(name, '&')) {
		return "several people are a list of ids: [ana, bento]";
	}
	const char *nearest = builder_nearest(builder, builder->people, name);
	if (nearest) {
		return nearest;
	}
	g_autofree char *slug = field_slug(name);
	if (*slug && (strchr(name, ' ') || strcmp(slug, name) != 0)) {
		return arena_printf(arena,
			"add `%s: {name: %s}` under `people:`, or write {name: %s} here", slug,
			name, name);
	}
	return arena_printf(arena, "add `%s:` under `people:`", name);
}

PersonDraft *person_by_id(Builder *builder, const Text *id) {
	PersonDraft *draft = g_hash_table_lookup(builder->people, id->text);
	if (draft && draft->id_node) {
		return draft;
	}
	if (!builder->holes) {
		diag_error(builder->diags, "unknown-person", id->span,
			hint_for_name(builder, id->text), "nobody has the id `%s`", id->text);
	}
	return NULL;
}

static PersonDraft *person_from_mapping(Builder *builder, const Node *node, gboolean *presenter) {
	/* by id, or with nothing that only a description has */
	if (fields_claim(&table_role, &table_inline_person, node) ||
		!fields_claim(&table_inline_person, &table_role, node)) {
		RoleRecord record = {0};
		fields_read(&builder->reader, &table_role, node, node->span, &record);
		*presenter = record.presenter.value;
		return record.person.text ? person_by_id(builder, &record.person) : NULL;
	}
	PersonRecord record = {0};
	if (!fields_read(&builder->reader, &table_inline_person, node, node->span, &record) ||
		!record.name.text) {
		return NULL;
	}
	*presenter = record.presenter.value;
	return person_in_place(builder, &record, node->span);
}

static Role *find_role(GArray *roles, guint from, const Person *person) {
	for (guint i = from; i < roles->len; i++) {
		Role *role = &g_array_index(roles, Role, i);
		if (role->person == person) {
			return role;
		}
	}
	return NULL;
}

/* One entry of a list; `from`: where the list's roles begin. */
static void add_role(RoleSet *set, const Node *node, RoleKind kind, guint from) {
	Builder *builder = set->builder;
	PersonDraft *draft = NULL;
	gboolean presenter = FALSE;
	if (node->kind == NODE_MAPPING && !node_is_empty(node)) {
		draft = person_from_mapping(builder, node, &presenter);
	} else if (node->kind == NODE_SCALAR && !node_is_empty(node)) {
		Text id = {.text = node->text, .span = node->span, .node = node};
		draft = person_by_id(builder, &id);
	} else if (node->kind != NODE_HOLE) {
		diag_error(builder->diags, "wrong-type", node->span,
			"write an id such as `ana`, or a mapping such as {name: Ana Exemplo}",
			"an entry of a list of people is %s",
			node->kind == NODE_SEQUENCE ? "a list" : "empty");
	}
	if (!draft) {
		return;
	}
	if (find_role(set->roles, from, draft->person)) {
		diag_error(builder->diags, "same-person", node->span, "take one of the two out",
			"`%s` stands twice in one list", draft->person->id);
		return;
	}
	gboolean speaks = kind == ROLE_AUTHOR || kind == ROLE_SPEAKER;
	Role role = {draft->person, presenter && speaks ? ROLE_PRESENTER : kind, node->span};
	g_array_append_val(set->roles, role);
}

static void add_roles(RoleSet *set, const NodeValue *value, RoleKind kind) {
	const Node *node = value->node;
	guint from = set->roles->len;
	gboolean list = node && node->kind == NODE_SEQUENCE;
	if (list && node->count > PEOPLE_MAX) {
		diag_error(set->builder->diags, "too-many", value->key, NULL,
			"a list of people has %d entries, more than %d", node->count, PEOPLE_MAX);
		return;
	}
	for (int i = 0; node && i < (list ? node->count : 1); i++) {
		add_role(set, list ? node->items[i] : node, kind, from);
	}
}

/* Whoever stands under `speakers:` and `authors:` is the author that presents. */
static void join_speakers(GArray *roles, guint authors) {
	for (guint i = 0; i < authors;) {
		Role *author = find_role(roles, authors, g_array_index(roles, Role, i).person);
		if (!author) {
			i++;
			continue;
		}
		author->kind = ROLE_PRESENTER;
		g_array_remove_index(roles, i);
		authors--;
	}
}

void build_roles(Builder *builder, Draft *draft) {
	const ItemRecord *record = draft->record;
	RoleSet set = {builder, g_array_new(FALSE, FALSE, sizeof(Role))};
	add_roles(&set, &record->speakers, ROLE_SPEAKER);
	guint authors = set.roles->len;
	add_roles(&set, &record->authors, ROLE_AUTHOR);
	join_speakers(set.roles, authors);
	add_roles(&set, &record->moderators, ROLE_MODERATOR);
	add_roles(&set, &record->panellists, ROLE_PANELLIST);
	add_roles(&set, &record->chairs, ROLE_CHAIR);
	draft->item->role_count = (int)set.roles->len;
	draft->item->roles = set.roles->len
		? arena_memdup(builder->arena, set.roles->data, sizeof(Role) * set.roles->len)
		: NULL;
	g_array_unref(set.roles);
}
