/* build_texts: abstracts/ID.md and bios/ID.md, which belong to the talk or person of that id. A
 * file that belongs to nothing is an error, as is a text given twice. */
#include "model/builder.h"

#include <string.h>

#include "base/file.h"
#include "read/read_yaml.h"

typedef struct TextFolder {
	const char *name;
	const char *owner; /* for messages */
	const char *key;
	Text *(*find)(Builder *builder, const char *id);
	GHashTable *ids;
} TextFolder;

static Text *find_abstract(Builder *builder, const char *id) {
	Draft *draft = g_hash_table_lookup(builder->item_ids, id);
	return draft ? &draft->item->abstract : NULL;
}

static Text *find_bio(Builder *builder, const char *id) {
	PersonDraft *draft = g_hash_table_lookup(builder->people, id);
	if (draft && draft->bio_private) {
		return &draft->hidden;
	}
	return draft ? &draft->person->bio : NULL;
}

static void report_unused(Builder *builder, const TextFolder *folder, const char *id, Span file) {
	if (builder->holes) {
		return;
	}
	const char *hint = builder_nearest(builder, folder->ids, id);
	if (!hint) {
		hint = arena_printf(
			builder->arena, "its name must be an id: %s/ID.md", folder->name);
	}
	diag_error(builder->diags, "unused-file", file, hint,
		"the file belongs to nothing: no %s has the id `%s`", folder->owner, id);
}

/* The file's text, or NULL when there is nothing to take; trouble was reported. */
static const Node *read_text(
	Builder *builder, const TextFolder *folder, const char *path, Span *file) {
	g_autoptr(GError) error = NULL;
	g_autofree gchar *name = g_path_get_basename(path);
	g_autofree gchar *inner = g_build_filename(folder->name, name, NULL);
	g_autofree char *real = file_resolve(builder->reader.folder, inner, &error);
	gboolean holes = FALSE;
	*file = (Span){sources_count(builder->sources), 0, 0, 0};
	if (!real) {
		sources_add(builder->sources, path, NULL);
		diag_error(builder->diags, "outside-folder", *file,
			"put the file itself there, not a link", "%s",
			error ? error->message : "it cannot be read");
		return NULL;
	}
	const Node *node = read_text_file(
		builder->arena, real, path, builder->sources, builder->diags, &holes);
	if (node_is_empty(node)) {
		diag_warning(builder->diags, "empty-file", *file, "write into it, or take it away",
			"the file is empty");
		return NULL;
	}
	return node->kind == NODE_SCALAR ? node : NULL;
}

static void take_text(
	Builder *builder, const TextFolder *folder, const char *path, const char *id) {
	Span file;
	const Node *node = read_text(builder, folder, path, &file);
	if (!node) {
		return;
	}
	Text *text = folder->find(builder, id);
	if (!text) {
		report_unused(builder, folder, id, file);
		return;
	}
	if (text->text) {
		const char *hint = arena_printf(
			builder->arena, "the other is at %s", builder_place(builder, text->span));
		diag_error(builder->diags, "second-text", file, hint,
			"`%s` has a second %s in this file", id, folder->key);
		return;
	}
	*text = (Text){.text = node->text, .span = node->span, .node = node};
}

static int compare_names(const void *one, const void *other) {
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static void read_folder(Builder *builder, const TextFolder *folder) {
	g_autofree gchar *path = g_build_filename(builder->reader.folder, folder->name, NULL);
	GDir *listing = g_dir_open(path, 0, NULL);
	if (!listing) {
		return;
	}
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	for (const char *name; (name = g_dir_read_name(listing));) {
		if (name[0] != '.' && g_str_has_suffix(name, ".md")) {
			g_ptr_array_add(names, g_strdup(name));
		}
	}
	g_dir_close(listing);
	g_ptr_array_sort(names, compare_names);
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		g_autofree gchar *file = g_build_filename(path, name, NULL);
		g_autofree gchar *id = g_strndup(name, strlen(name) - strlen(".md"));
		take_text(builder, folder, file, arena_strdup(builder->arena, id));
	}
}

void build_text_files(Builder *builder) {
	TextFolder folders[] = {{"abstracts", "item", "abstract", find_abstract, builder->item_ids},
		{"bios", "person", "bio", find_bio, builder->people}};
	for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
		read_folder(builder, &folders[i]);
	}
}
