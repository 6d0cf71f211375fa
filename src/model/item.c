/* item: what can be asked of an item. */
#include <string.h>

#include "model/fields.h"

#define SHORT_TITLE 48 /* characters (DESIGN.md 7) */

const char *item_kind_name(ItemKind kind) {
	return item_kind_names[kind];
}

gboolean item_is_talk(const Item *item) {
	return item->kind <= KIND_TUTORIAL;
}

static gboolean has_bio(const Item *item) {
	for (int i = 0; i < item->role_count; i++) {
		if (item->roles[i].person->bio.text) {
			return TRUE;
		}
	}
	return FALSE;
}

int item_room_count(const Item *item) {
	return item->room ? 1 + item->more_room_count : 0;
}

const Room *item_room(const Item *item, int index) {
	return index == 0 ? item->room : item->more_rooms[index - 1];
}

gboolean item_shares_room(const Item *one, const Item *other) {
	for (int i = 0; i < item_room_count(one); i++) {
		for (int j = 0; j < item_room_count(other); j++) {
			if (item_room(one, i) == item_room(other, j)) {
				return TRUE;
			}
		}
	}
	return FALSE;
}

gboolean item_has_rooms_of(const Item *one, const Item *other) {
	gboolean same = item_room_count(one) == item_room_count(other);
	for (int i = 0; same && i < item_room_count(one); i++) {
		same = item_room(one, i) == item_room(other, i);
	}
	return same;
}

const Item *item_main(const Item *item) {
	return item->repeats ? item->repeats : item;
}

gboolean item_has_page(const Item *item) {
	if (item->repeats || !item_is_talk(item)) {
		return FALSE;
	}
	return item->abstract.text || (!item->bios_apart && has_bio(item));
}

/* Bytes of at most `most` characters that end before a blank, or all at a word too long. */
static size_t cut_at_word(const char *text, long most) {
	const char *limit = g_utf8_offset_to_pointer(text, most);
	const char *cut = NULL;
	for (const char *at = text; at <= limit; at++) {
		cut = *at == ' ' && at > text ? at : cut;
	}
	return (size_t)((cut ? cut : limit) - text);
}

const char *item_short_title(Arena *arena, const Item *item) {
	if (item->short_title.text) {
		return item->short_title.text;
	}
	const char *title = item->title.text;
	if (!title) {
		return NULL;
	}
	const char *colon = strstr(title, ": ");
	if (colon && colon > title) {
		title = arena_strndup(arena, title, (size_t)(colon - title));
	}
	if (g_utf8_strlen(title, -1) <= SHORT_TITLE) {
		return title;
	}
	size_t length = cut_at_word(title, SHORT_TITLE - 1);
	while (length > 1 && strchr(" ,;.-", title[length - 1])) {
		length--;
	}
	g_autofree gchar *cut = g_strndup(title, length);
	return arena_printf(arena, "%s…", cut);
}
