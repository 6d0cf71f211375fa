/* build_places: rooms and affiliations, shared or in place. */
#include "model/builder.h"

#include <string.h>

gboolean builder_is_new(Builder *builder, const Node *id, const char *what, const Span *first) {
	if (id->kind != NODE_SCALAR || !field_check_id(&builder->reader, id)) {
		return FALSE;
	}
	if (first) {
		builder_duplicate(builder, what, id, *first);
		return FALSE;
	}
	return TRUE;
}

static Room *room_new(Builder *builder, const char *id, const Text *name) {
	Room *room = arena_new_of(builder->arena, Room);
	room->id = id;
	room->name = *name;
	room->index = (int)builder->room_list->len;
	g_ptr_array_add(builder->room_list, room);
	g_hash_table_insert(builder->rooms, (gpointer)id, room);
	if (!g_hash_table_contains(builder->rooms_by_name, name->text)) {
		g_hash_table_insert(builder->rooms_by_name, (gpointer)name->text, room);
	}
	return room;
}

static void build_room(Builder *builder, const NodePair *pair) {
	const Node *id = pair->key;
	const Room *first =
		id->kind == NODE_SCALAR ? g_hash_table_lookup(builder->rooms, id->text) : NULL;
	if (!builder_is_new(builder, id, "a room", first ? &first->span : NULL)) {
		return;
	}
	RoomRecord record = {0};
	fields_read(&builder->reader, &table_room, pair->value, id->span, &record);
	if (!record.name.text) {
		record.name = text_from_node(builder->arena, id);
	}
	Room *room = room_new(builder, arena_strdup(builder->arena, id->text), &record.name);
	room->letter = record.letter;
	room->building = record.building;
	room->floor = record.floor;
	room->seats = record.seats.value;
	room->note = record.note;
	room->shape = room_shape(builder, &record.shape);
	room->span = id->span;
}

void build_rooms(Builder *builder, const FileRecord *file) {
	const Node *node = file->rooms.node;
	for (int i = 0; node && i < node->count; i++) {
		build_room(builder, &node->pairs[i]);
	}
	builder->rooms_shared = builder->room_list->len > 0;
}

static const Room *room_from_text(Builder *builder, const Text *text) {
	if (!text->text) {
		return NULL;
	}
	const Room *room = g_hash_table_lookup(builder->rooms, text->text);
	if (!room) {
		room = g_hash_table_lookup(builder->rooms_by_name, text->text);
	}
	if (room) {
		return room;
	}
	if (builder->rooms_shared) {
		if (!builder->holes) {
			const char *hint = builder_nearest(builder, builder->rooms, text->text);
			diag_error(builder->diags, "unknown-room", text->span,
				hint ? hint : "add it under `rooms:`",
				"there is no room with the id `%s`", text->text);
		}
		return NULL;
	}
	g_autofree char *slug = field_slug(text->text);
	const char *id = arena_strdup(builder->arena, *slug ? slug : "room");
	if (!*slug || g_hash_table_contains(builder->rooms, id)) {
		id = builder_number_id(builder, builder->rooms, id);
	}
	Room *fresh = room_new(builder, id, text);
	fresh->span = text->span;
	return fresh;
}

static gboolean is_in(const Room *const *rooms, int count, const Room *room) {
	for (int i = 0; i < count; i++) {
		if (rooms[i] == room) {
			return TRUE;
		}
	}
	return FALSE;
}

void item_take_rooms(Builder *builder, Item *item, const TextList *rooms, const Item *like) {
	const Room **found = arena_array_of(builder->arena, const Room *, rooms->count + 1);
	int count = 0;
	for (int i = 0; i < rooms->count; i++) {
		const Text *text = &rooms->texts[i];
		const Room *room = room_from_text(builder, text);
		if (room && is_in(found, count, room)) {
			diag_warning(builder->diags, "room-twice", text->span, "leave it out here",
				"`%s` is named twice", text->text);
		} else if (room) {
			found[count++] = room;
		}
	}
	if (count == 0 && like) {
		item->room = like->room;
		item->more_room_count = like->more_room_count;
		item->more_rooms = like->more_rooms;
		return;
	}
	item->room = count > 0 ? found[0] : NULL;
	item->more_room_count = MAX(count - 1, 0);
	item->more_rooms = found + 1;
}

static Affiliation *affiliation_new(Builder *builder, const AffiliationRecord *record) {
	Affiliation *affiliation = arena_new_of(builder->arena, Affiliation);
	affiliation->name = record->name;
	affiliation->short_name = record->short_name;
	affiliation->place = record->place;
	return affiliation;
}

static void build_affiliation(Builder *builder, const NodePair *pair) {
	const Node *id = pair->key;
	const Affiliation *first = id->kind == NODE_SCALAR
		? g_hash_table_lookup(builder->affiliations, id->text)
		: NULL;
	if (!builder_is_new(builder, id, "an affiliation", first ? &first->span : NULL)) {
		return;
	}
	AffiliationRecord record = {0};
	fields_read(&builder->reader, &table_affiliation, pair->value, id->span, &record);
	if (!record.name.text) {
		record.name = text_from_node(builder->arena, id);
	}
	Affiliation *affiliation = affiliation_new(builder, &record);
	affiliation->id = arena_strdup(builder->arena, id->text);
	affiliation->span = id->span;
	g_hash_table_insert(builder->affiliations, (gpointer)affiliation->id, affiliation);
}

void build_affiliations(Builder *builder, const FileRecord *file) {
	const Node *node = file->affiliations.node;
	for (int i = 0; node && i < node->count; i++) {
		build_affiliation(builder, &node->pairs[i]);
	}
}

gboolean text_looks_like_id(const char *text) {
	for (const char *at = text; *at; at++) {
		if (!g_ascii_islower(*at) && !g_ascii_isdigit(*at) && !strchr("-_.", *at)) {
			return FALSE;
		}
	}
	return TRUE;
}

const Affiliation *affiliation_from_node(Builder *builder, const Node *node) {
	if (node->kind == NODE_SCALAR && !node_is_empty(node)) {
		const Affiliation *shared = g_hash_table_lookup(builder->affiliations, node->text);
		if (shared) {
			return shared;
		}
		const char *hint = text_looks_like_id(node->text)
			? builder_nearest(builder, builder->affiliations, node->text)
			: NULL;
		if (hint && !builder->holes) {
			diag_error(builder->diags, "unknown-affiliation", node->span, hint,
				"there is no affiliation with the id `%s`", node->text);
			return NULL;
		}
	}
	AffiliationRecord record = {0};
	if (!fields_read(&builder->reader, &table_affiliation, node, node->span, &record) ||
		!record.name.text) {
		return NULL;
	}
	Affiliation *affiliation = affiliation_new(builder, &record);
	affiliation->span = node->span;
	return affiliation;
}

const Affiliation *affiliation_from_text(Builder *builder, const Text *text) {
	const Affiliation *shared = g_hash_table_lookup(builder->affiliations, text->text);
	if (shared) {
		return shared;
	}
	AffiliationRecord record = {.name = *text};
	Affiliation *affiliation = affiliation_new(builder, &record);
	affiliation->span = text->span;
	return affiliation;
}
