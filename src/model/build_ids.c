/* build_ids: ids of items: as the content gives them; else the first speaker's, with -HHMM when
 * that repeats; else the title's slug, likewise; else the kind with the time. Explicit ones go
 * first. */
#include "model/builder.h"

#include <string.h>

static void take_explicit(Builder *builder, Draft *draft) {
	const Text *id = &draft->record->id;
	if (!id->text) {
		return;
	}
	const Draft *first = g_hash_table_lookup(builder->item_ids, id->text);
	if (first) {
		builder_duplicate(builder, "an item", id->node, first->record->id.span);
		draft->errors++;
		return;
	}
	draft->item->id = id->text;
	g_hash_table_insert(builder->item_ids, (gpointer)id->text, draft);
}

/* The first who speaks; a chair or moderator does not name a talk. */
static const char *first_speaker(const Item *item) {
	for (int i = 0; i < item->role_count; i++) {
		RoleKind kind = item->roles[i].kind;
		if (kind == ROLE_SPEAKER || kind == ROLE_PRESENTER || kind == ROLE_AUTHOR) {
			return item->roles[i].person->id;
		}
	}
	return NULL;
}

static const char *base_id(Builder *builder, const Item *item) {
	const char *speaker = first_speaker(item);
	if (speaker) {
		return speaker;
	}
	g_autofree char *slug = item->title.text ? field_slug(item->title.text) : NULL;
	if (slug && *slug) {
		return arena_strdup(builder->arena, slug);
	}
	return NULL;
}

static const char *try_id(Builder *builder, const char *id) {
	return g_hash_table_contains(builder->item_ids, id) ? NULL : id;
}

static const char *derived_id(Builder *builder, const Item *item) {
	Arena *arena = builder->arena;
	const char *base = base_id(builder, item);
	const char *id = base ? try_id(builder, base) : NULL;
	if (!base) {
		base = item_kind_name(item->kind);
	}
	if (!id && item->start != TIME_NONE) {
		int start = item->start % 1440;
		base = arena_printf(arena, "%s-%02d%02d", base, start / 60, start % 60);
		id = try_id(builder, base);
	}
	return id ? id : builder_number_id(builder, builder->item_ids, base);
}

static void take_derived(Builder *builder, Draft *draft) {
	if (draft->item->id) {
		return;
	}
	if (draft->repeats) {
		take_derived(builder, draft->repeats);
		draft->item->id =
			builder_number_id(builder, builder->item_ids, draft->repeats->item->id);
	} else {
		draft->item->id = derived_id(builder, draft->item);
	}
	g_hash_table_insert(builder->item_ids, (gpointer)draft->item->id, draft);
}

static void take_derived_of_talk(Builder *builder, Draft *draft) {
	if (item_is_talk(draft->item)) {
		take_derived(builder, draft);
	}
}

static void for_programme(Builder *builder, void (*step)(Builder *, Draft *)) {
	for (guint i = 0; i < builder->days->len; i++) {
		GPtrArray *items = g_array_index(builder->days, DayDraft, i).items;
		for (guint j = 0; j < items->len; j++) {
			Draft *draft = g_ptr_array_index(items, j);
			step(builder, draft);
			for (guint k = 0; draft->talks && k < draft->talks->len; k++) {
				step(builder, g_ptr_array_index(draft->talks, k));
			}
		}
	}
}

/* Duplicates are told in the order of the content, derived ids given in that of the programme. */
void build_item_ids(Builder *builder) {
	for (guint i = 0; i < builder->drafts->len; i++) {
		take_explicit(builder, g_ptr_array_index(builder->drafts, i));
	}
	for_programme(builder, take_derived_of_talk);
	for_programme(builder, take_derived);
}
