/* build_tracks: tracks, shared or named in place, like rooms; the letters that the content leaves
 * open, and the codes of sessions and lone talks. Colours are the theme's to judge. */
#include "model/builder.h"

#include <string.h>

enum { LETTER_MOST = 2 /* characters: it stands on a chip */ };

static Track *track_new(Builder *builder, const char *id, const Text *name) {
	Track *track = arena_new_of(builder->arena, Track);
	track->id = id;
	track->name = *name;
	track->index = (int)builder->track_list->len;
	g_ptr_array_add(builder->track_list, track);
	g_hash_table_insert(builder->tracks, (gpointer)id, track);
	if (!g_hash_table_contains(builder->tracks_by_name, name->text)) {
		g_hash_table_insert(builder->tracks_by_name, (gpointer)name->text, track);
	}
	return track;
}

static const Track *track_of_letter(const Builder *builder, const char *letter) {
	for (guint i = 0; i < builder->track_list->len; i++) {
		const Track *track = g_ptr_array_index(builder->track_list, i);
		if (track->letter.text && strcmp(track->letter.text, letter) == 0) {
			return track;
		}
	}
	return NULL;
}

static void take_letter(Builder *builder, Track *track, const Text *letter) {
	if (!letter->text) {
		return;
	}
	if (g_utf8_strlen(letter->text, -1) > LETTER_MOST) {
		diag_error(builder->diags, "long-letter", letter->span, "for example `letter: D`",
			"a track's letter is one character, or two, but not `%s`", letter->text);
		return;
	}
	const Track *other = track_of_letter(builder, letter->text);
	if (other) {
		const char *hint = arena_printf(builder->arena, "the first is at %s",
			builder_place(builder, other->letter.span));
		diag_error(builder->diags, "same-letter", letter->span, hint,
			"the tracks `%s` and `%s` have the same letter `%s`", other->id, track->id,
			letter->text);
		return;
	}
	track->letter = *letter;
}

static void build_track(Builder *builder, const NodePair *pair) {
	const Node *id = pair->key;
	const Track *first =
		id->kind == NODE_SCALAR ? g_hash_table_lookup(builder->tracks, id->text) : NULL;
	if (!builder_is_new(builder, id, "a track", first ? &first->span : NULL)) {
		return;
	}
	TrackRecord record = {0};
	fields_read(&builder->reader, &table_track, pair->value, id->span, &record);
	if (!record.name.text) {
		record.name = text_from_node(builder->arena, id);
	}
	Track *track = track_new(builder, arena_strdup(builder->arena, id->text), &record.name);
	take_letter(builder, track, &record.letter);
	track->colour = record.colour;
	track->span = id->span;
}

void build_tracks(Builder *builder, const FileRecord *file) {
	const Node *node = file->tracks.node;
	for (int i = 0; node && i < node->count; i++) {
		build_track(builder, &node->pairs[i]);
	}
	builder->tracks_shared = builder->track_list->len > 0;
}

const Track *track_from_text(Builder *builder, const Text *text) {
	if (!text->text) {
		return NULL;
	}
	const Track *track = g_hash_table_lookup(builder->tracks, text->text);
	if (!track) {
		track = g_hash_table_lookup(builder->tracks_by_name, text->text);
	}
	if (track) {
		return track;
	}
	if (builder->tracks_shared) {
		if (!builder->holes) {
			const char *hint = builder_nearest(builder, builder->tracks, text->text);
			diag_error(builder->diags, "unknown-track", text->span,
				hint ? hint : "add it under `tracks:`",
				"there is no track with the id `%s`", text->text);
		}
		return NULL;
	}
	g_autofree char *slug = field_slug(text->text);
	const char *id = arena_strdup(builder->arena, *slug ? slug : "track");
	if (!*slug || g_hash_table_contains(builder->tracks, id)) {
		id = builder_number_id(builder, builder->tracks, id);
	}
	Track *fresh = track_new(builder, id, text);
	fresh->span = text->span;
	return fresh;
}

/* A, B, C … without I and O, then AA, AB …; the first from `*next` on that no track has. */
static const char *free_letter(Builder *builder, int *next) {
	static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ";
	enum { LETTERS = sizeof letters - 1 };
	const char *letter;
	do {
		int number = (*next)++;
		letter = number < LETTERS ? arena_printf(builder->arena, "%c", letters[number])
					  : arena_printf(builder->arena, "%c%c",
						    letters[number / LETTERS % LETTERS - 1],
						    letters[number % LETTERS]);
	} while (track_of_letter(builder, letter) && *next < LETTERS * LETTERS);
	return letter;
}

static gboolean has_code(const Item *item) {
	return item->track && !item->code.text && !item->session &&
		(item_is_talk(item) || item->kind == KIND_SESSION ||
			item->kind == KIND_POSTER_SESSION);
}

/* A1, A2 … through all days. Those that the content gives do not count. */
static void give_codes(Builder *builder, Event *event) {
	int *numbers = arena_array_of(builder->arena, int, event->track_count + 1);
	for (guint i = 0; i < builder->days->len; i++) {
		const GPtrArray *items = g_array_index(builder->days, DayDraft, i).items;
		for (guint j = 0; j < items->len; j++) {
			Item *item = ((Draft *)g_ptr_array_index(items, j))->item;
			if (has_code(item)) {
				item->code.text = arena_printf(builder->arena, "%s%d",
					item->track->letter.text, ++numbers[item->track->index]);
				item->code.span = SPAN_NONE;
			}
		}
	}
}

void build_tracks_finish(Builder *builder) {
	int next = 0;
	for (guint i = 0; i < builder->track_list->len; i++) {
		Track *track = g_ptr_array_index(builder->track_list, i);
		if (!track->letter.text) {
			track->letter.text = free_letter(builder, &next);
			track->letter.span = track->span;
		}
	}
	Event *event = builder->event;
	event->track_count = (int)builder->track_list->len;
	event->tracks = builder_array(builder, builder->track_list);
	give_codes(builder, event);
}
