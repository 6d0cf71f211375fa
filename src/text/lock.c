/* lock: reads fonts.lock, the list of font files and dictionaries that documents may use.
 * fonts/README describes its columns. Knows nothing of the files themselves. */
#include "text/fontset.h"

#include <string.h>

G_DEFINE_QUARK(bifolio - text - error, text_error)

enum {
	COLUMN_SUM,
	COLUMN_FILE,
	COLUMN_KIND,
	COLUMN_FAMILY,
	COLUMN_WEIGHT,
	COLUMN_SLOPE,
	COLUMN_ROLE
};

static gboolean row_fill(Arena *arena, char **columns, LockRow *row) {
	*row = (LockRow){
		.sum = arena_strdup(arena, columns[COLUMN_SUM]),
		.file = arena_strdup(arena, columns[COLUMN_FILE]),
		.family = arena_strdup(arena, columns[COLUMN_FAMILY]),
		.italic = strcmp(columns[COLUMN_SLOPE], "italic") == 0,
	};
	const char *role = columns[COLUMN_ROLE];
	if (strcmp(role, "fallback-sans") == 0) {
		row->use = USE_FALLBACK_SANS;
	} else if (strcmp(role, "fallback-serif") == 0) {
		row->use = USE_FALLBACK_SERIF;
	}
	row->serif = row->use == USE_FALLBACK_SERIF || strcmp(role, "prose") == 0 ||
		strcmp(role, "scholarly") == 0 || strcmp(role, "test") == 0;
	if (strcmp(columns[COLUMN_KIND], "hyphen") == 0) {
		row->hyphen = TRUE;
		return TRUE;
	}
	row->weight = (int)g_ascii_strtoll(columns[COLUMN_WEIGHT], NULL, 10);
	return strcmp(columns[COLUMN_KIND], "font") == 0 && row->weight >= 1 && row->weight <= 1000;
}

GArray *lock_read(Arena *arena, const char *path, GError **error) {
	g_autofree char *text = NULL;
	if (!g_file_get_contents(path, &text, NULL, error)) {
		return NULL;
	}
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(LockRow));
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (int i = 0; lines[i]; i++) {
		g_strchomp(lines[i]);
		if (lines[i][0] == '\0' || lines[i][0] == '#') {
			continue;
		}
		g_auto(GStrv) columns = g_strsplit(lines[i], "\t", -1);
		LockRow row;
		if (g_strv_length(columns) <= COLUMN_ROLE || !row_fill(arena, columns, &row)) {
			g_set_error(error, text_error_quark(), TEXT_ERROR_LOCK,
				"%s:%d: not a row of a font lock", path, i + 1);
			g_array_unref(rows);
			return NULL;
		}
		g_array_append_val(rows, row);
	}
	return rows;
}
