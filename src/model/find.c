/* find: folders that hold an event. Only the beginnings of lines are looked at, so that an event
 * whose file has a mistake is found all the same. */
#include "model/build.h"

#include <string.h>

#include "base/file.h"

#define LOOK_MAX (64 << 20) /* bytes of one file */

static gboolean is_yaml(const char *name) {
	return name[0] != '.' &&
		(g_str_has_suffix(name, ".yaml") || g_str_has_suffix(name, ".yml"));
}

/* Does some line begin with the key, quoted or not? Flow style: `{event:` at the beginning. */
static gboolean has_event_key(GBytes *bytes) {
	static const char *const keys[] = {
		"event:", "\"event\":", "'event':", "{event:", "{\"event\":"};
	gsize size = 0;
	const char *text = g_bytes_get_data(bytes, &size);
	const char *end = text + size;
	if (size >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
	}
	while (text && text < end) {
		for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
			size_t length = strlen(keys[i]);
			if ((size_t)(end - text) >= length && memcmp(text, keys[i], length) == 0) {
				return TRUE;
			}
		}
		const char *line = memchr(text, '\n', (size_t)(end - text));
		text = line ? line + 1 : NULL;
	}
	return FALSE;
}

static gboolean holds_event(const char *folder) {
	GDir *listing = g_dir_open(folder, 0, NULL);
	gboolean found = FALSE;
	if (!listing) {
		return FALSE;
	}
	for (const char *name; !found && (name = g_dir_read_name(listing));) {
		if (!is_yaml(name)) {
			continue;
		}
		g_autoptr(GBytes) bytes = file_read_inside(folder, name, LOOK_MAX, NULL);
		found = bytes && has_event_key(bytes);
	}
	g_dir_close(listing);
	return found;
}

static int compare_names(const void *one, const void *other) {
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static gboolean is_reserved(const char *name) {
	return name[0] == '.' || strcmp(name, "themes") == 0 || strcmp(name, "lang") == 0;
}

GPtrArray *event_find(const char *folder) {
	GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
	if (holds_event(folder)) {
		g_ptr_array_add(found, g_strdup(folder));
		return found;
	}
	GDir *listing = g_dir_open(folder, 0, NULL);
	if (!listing) {
		return found;
	}
	for (const char *name; (name = g_dir_read_name(listing));) {
		g_autofree gchar *inner = g_build_filename(folder, name, NULL);
		if (!is_reserved(name) && holds_event(inner)) {
			g_ptr_array_add(found, g_steal_pointer(&inner));
		}
	}
	g_dir_close(listing);
	g_ptr_array_sort(found, compare_names);
	return found;
}
