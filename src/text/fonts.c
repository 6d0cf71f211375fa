/* fonts: the public face of the font set: made from fonts.lock and the event's own folder, asked
 * for its families. */
#include <string.h>

#include "text/wordstore.h"

static gboolean dictionary_add(TextFonts *fonts, const char *path, const LockRow *row) {
	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
		return FALSE;
	}
	Dictionary dictionary = {.path = arena_strdup(fonts->arena, path), .sum = row->sum};
	g_autofree char *lower = g_ascii_strdown(row->family, -1);
	dictionary.language = arena_strdup(fonts->arena, lower);
	g_array_append_val(fonts->dictionaries, dictionary);
	return TRUE;
}

static gboolean fonts_load_lock(TextFonts *fonts, const char *folder, GError **error) {
	g_autofree char *lock = g_build_filename(folder, "fonts.lock", NULL);
	g_autoptr(GArray) rows = lock_read(fonts->arena, lock, error);
	for (guint i = 0; rows && i < rows->len; i++) {
		const LockRow *row = &g_array_index(rows, LockRow, i);
		g_autofree char *path = g_build_filename(folder, row->file, NULL);
		if (!row->hyphen) {
			if (!fontset_add(fonts, path, row, error)) {
				return FALSE;
			}
			continue;
		}
		if (!dictionary_add(fonts, path, row)) {
			g_set_error(error, text_error_quark(), TEXT_ERROR_FONT,
				"the dictionary %s is missing; \"make fonts\" puts it there", path);
			return FALSE;
		}
	}
	return rows != NULL;
}

static gint compare_names(gconstpointer one, gconstpointer other) {
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static gboolean is_font_name(const char *name) {
	g_autofree char *lower = g_ascii_strdown(name, -1);
	return g_str_has_suffix(lower, ".otf") || g_str_has_suffix(lower, ".ttf") ||
		g_str_has_suffix(lower, ".ttc") || g_str_has_suffix(lower, ".otc");
}

static gboolean fonts_load_folder(TextFonts *fonts, const char *folder, GError **error) {
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	if (!dir) {
		return TRUE; /* an event need not bring fonts */
	}
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
		if (is_font_name(name)) {
			g_ptr_array_add(names, g_build_filename(folder, name, NULL));
		}
	}
	g_ptr_array_sort(names, compare_names);
	for (guint i = 0; i < names->len; i++) {
		if (!fontset_add_unnamed(fonts, names->pdata[i], error)) {
			return FALSE;
		}
	}
	return TRUE;
}

static void fonts_list_families(TextFonts *fonts) {
	int count = (int)fonts->families->len;
	fonts->family_names = arena_array_of(fonts->arena, const char *, count + 1);
	for (int i = 0; i < count; i++) {
		fonts->family_names[i] = g_array_index(fonts->families, Family, i).name;
	}
	qsort(fonts->family_names, (size_t)count, sizeof(char *), compare_names);
}

TextFonts *text_fonts_new(const char *folder, const char *event_folder, GError **error) {
	TextFonts *fonts = g_new0(TextFonts, 1);
	fonts->arena = arena_new();
	fonts->faces = g_array_new(FALSE, TRUE, sizeof(FontFace));
	fonts->engines = g_array_new(FALSE, TRUE, sizeof(Engine));
	fonts->families = g_array_new(FALSE, TRUE, sizeof(Family));
	fonts->dictionaries = g_array_new(FALSE, TRUE, sizeof(Dictionary));
	g_mutex_init(&fonts->lock);
	fonts->store = word_store_new();
	gboolean ok = fonts_load_lock(fonts, folder, error) &&
		(!event_folder || fonts_load_folder(fonts, event_folder, error));
	if (!ok) {
		text_fonts_free(fonts);
		return NULL;
	}
	fonts_list_families(fonts);
	fonts->table = (FontTable){.count = (int)fonts->faces->len,
		.faces = (const FontFace *)(void *)fonts->faces->data,
		.words = word_store_table(fonts->store)};
	return fonts;
}

void text_fonts_free(TextFonts *fonts) {
	if (!fonts) {
		return;
	}
	for (guint i = 0; i < fonts->engines->len; i++) {
		Engine *engine = &g_array_index(fonts->engines, Engine, i);
		hb_font_destroy(engine->font);
		hb_face_destroy(engine->face);
	}
	for (guint i = 0; i < fonts->families->len; i++) {
		g_array_unref(g_array_index(fonts->families, Family, i).faces);
	}
	for (guint i = 0; i < fonts->dictionaries->len; i++) {
		gsize opened = g_array_index(fonts->dictionaries, Dictionary, i).opened;
		if (opened > 1) {
			hyphdict_free((HyphDict *)opened);
		}
	}
	g_array_unref(fonts->faces);
	g_array_unref(fonts->engines);
	g_array_unref(fonts->families);
	g_array_unref(fonts->dictionaries);
	g_mutex_clear(&fonts->lock);
	word_store_free(fonts->store);
	arena_free(fonts->arena);
	g_free(fonts);
}

const FontTable *text_fonts_table(const TextFonts *fonts) {
	return &fonts->table;
}

gboolean text_fonts_has_family(const TextFonts *fonts, const char *family) {
	return fontset_family(fonts, family) != NULL;
}

const char *const *text_fonts_families(const TextFonts *fonts) {
	return fonts->family_names;
}
