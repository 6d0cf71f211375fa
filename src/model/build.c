/* build: the files of an event's folder to an Event, in this order: files to records, the event's
 * head (its language is needed by all texts), shared lists, people, programme, times, ids, text
 * files, print. What is wrong is told and left out; reading goes on. */
#include "model/builder.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "read/read_yaml.h"

#define NEAREST_MAX 200

int builder_errors(const Builder *builder) {
	return diags_count(builder->diags, DIAG_ERROR);
}

const char *builder_place(Builder *builder, Span span) {
	const char *name = span.file >= 0 ? sources_name(builder->sources, span.file) : "?";
	return arena_printf(builder->arena, "%s:%d", name, span.line);
}

void *builder_array(Builder *builder, const GPtrArray *pointers) {
	if (pointers->len == 0) {
		return NULL;
	}
	return arena_memdup(
		builder->arena, pointers->pdata, sizeof(gpointer) * (size_t)pointers->len);
}

static int compare_names(const void *one, const void *other) {
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

const char *builder_nearest(Builder *builder, GHashTable *table, const char *word) {
	guint count = 0;
	if (builder->nearest_left <= 0 || g_hash_table_size(table) == 0) {
		return NULL;
	}
	builder->nearest_left--;
	g_autofree gpointer *keys = g_hash_table_get_keys_as_array(table, &count);
	qsort(keys, count, sizeof *keys, compare_names);
	const char *nearest = diag_nearest(word, (const char *const *)keys);
	return nearest ? arena_printf(builder->arena, "did you mean `%s`?", nearest) : NULL;
}

const char *builder_number_id(Builder *builder, GHashTable *taken, const char *base) {
	int number = GPOINTER_TO_INT(g_hash_table_lookup(builder->numbers, base));
	const char *id = NULL;
	number = MAX(number, 2);
	do {
		id = arena_printf(builder->arena, "%s-%d", base, number++);
	} while (g_hash_table_contains(taken, id));
	g_hash_table_insert(builder->numbers, (gpointer)base, GINT_TO_POINTER(number));
	return id;
}

void builder_duplicate(Builder *builder, const char *what, const Node *id, Span first) {
	const char *hint =
		arena_printf(builder->arena, "the first is at %s", builder_place(builder, first));
	diag_error(builder->diags, "duplicate-id", id->span, hint,
		"%s has the id `%s` a second time", what, id->text);
}

static void builder_init(Builder *builder, Arena *arena, const char *folder, Diags *diags) {
	*builder = (Builder){.reader = {arena, diags, folder, "en"},
		.arena = arena,
		.passing = arena_new(),
		.diags = diags,
		.nearest_left = NEAREST_MAX,
		.event = arena_new_of(arena, Event),
		.roots = g_ptr_array_new(),
		.affiliations = g_hash_table_new(g_str_hash, g_str_equal),
		.rooms = g_hash_table_new(g_str_hash, g_str_equal),
		.rooms_by_name = g_hash_table_new(g_str_hash, g_str_equal),
		.tracks = g_hash_table_new(g_str_hash, g_str_equal),
		.tracks_by_name = g_hash_table_new(g_str_hash, g_str_equal),
		.numbers = g_hash_table_new(g_str_hash, g_str_equal),
		.people = g_hash_table_new(g_str_hash, g_str_equal),
		.people_in_place = g_hash_table_new(g_str_hash, g_str_equal),
		.item_ids = g_hash_table_new(g_str_hash, g_str_equal),
		.room_list = g_ptr_array_new(),
		.track_list = g_ptr_array_new(),
		.person_list = g_ptr_array_new(),
		.drafts = g_ptr_array_new(),
		.days = g_array_new(FALSE, TRUE, sizeof(DayDraft)),
		.repeats = g_ptr_array_new(),
		.pictures = g_array_new(FALSE, TRUE, sizeof(Text))};
}

static void builder_finish(Builder *builder) {
	for (guint i = 0; i < builder->drafts->len; i++) {
		Draft *draft = g_ptr_array_index(builder->drafts, i);
		if (draft->talks) {
			g_ptr_array_unref(draft->talks);
		}
	}
	for (guint i = 0; i < builder->person_list->len; i++) {
		PersonDraft *draft = g_ptr_array_index(builder->person_list, i);
		g_ptr_array_unref(draft->items);
	}
	for (guint i = 0; i < builder->days->len; i++) {
		g_ptr_array_unref(g_array_index(builder->days, DayDraft, i).items);
	}
	g_ptr_array_unref(builder->roots);
	g_hash_table_unref(builder->affiliations);
	g_hash_table_unref(builder->rooms);
	g_hash_table_unref(builder->rooms_by_name);
	g_hash_table_unref(builder->tracks);
	g_hash_table_unref(builder->tracks_by_name);
	g_hash_table_unref(builder->numbers);
	g_hash_table_unref(builder->people);
	g_hash_table_unref(builder->people_in_place);
	g_hash_table_unref(builder->item_ids);
	g_ptr_array_unref(builder->room_list);
	g_ptr_array_unref(builder->track_list);
	g_ptr_array_unref(builder->person_list);
	g_ptr_array_unref(builder->drafts);
	g_array_unref(builder->days);
	g_array_unref(builder->pictures);
	g_ptr_array_unref(builder->repeats);
	arena_free(builder->passing);
}

/* Takes a file that was read over, and its keys as a record. */
static void take_root(Builder *builder, const YamlFile *read, const char *relative) {
	const Node *node = read->root;
	Span file = {read->file, 0, 0, 0};
	arena_join(builder->passing, read->arena);
	diags_insert(builder->diags, diags_total(builder->diags), read->diags);
	diags_free(read->diags);
	builder->holes = builder->holes || read->holes;
	if (node->kind == NODE_NULL) {
		diag_warning(builder->diags, "empty-file", file,
			"take it away, or write `event:`, `people:` or `program:` into it",
			"the file is empty");
		return;
	}
	FileRecord *record = arena_new_of(builder->passing, FileRecord);
	if (!fields_read(&builder->reader, &table_file, node, file, record)) {
		return;
	}
	if (record->event.node && strchr(relative, '/')) {
		diag_error(builder->diags, "event-below", record->event.key,
			"an event is one folder: put this file into it, or its folder beside it",
			"`event:` stands in a folder inside of the event's");
		record->event.node = NULL;
	}
	g_ptr_array_add(builder->roots, record);
}

/* Links are not followed; whoever made one should know. */
static void tell_links(Builder *builder, const char *folder) {
	GDir *listing = g_dir_open(folder, 0, NULL);
	g_autoptr(GPtrArray) links = g_ptr_array_new_with_free_func(g_free);
	for (const char *name; listing && (name = g_dir_read_name(listing));) {
		g_autofree gchar *path = g_build_filename(folder, name, NULL);
		gboolean yaml = g_str_has_suffix(name, ".yaml") || g_str_has_suffix(name, ".yml");
		if (yaml && name[0] != '.' && g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
			g_ptr_array_add(links, g_steal_pointer(&path));
		}
	}
	if (listing) {
		g_dir_close(listing);
	}
	g_ptr_array_sort(links, compare_names);
	for (guint i = 0; i < links->len; i++) {
		Span file = {
			sources_add(builder->sources, g_ptr_array_index(links, i), NULL), 0, 0, 0};
		diag_warning(builder->diags, "link-ignored", file,
			"put the file itself into the event's folder",
			"the file is a link, and links are not followed");
	}
}

static void read_all(Builder *builder, const char *folder, const GPtrArray *files, int threads) {
	g_autofree YamlFile *read = g_new0(YamlFile, (gsize)files->len + 1);
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < files->len; i++) {
		g_ptr_array_add(paths, g_build_filename(folder, files->pdata[i], NULL));
		read[i].path = paths->pdata[i];
	}
	read_yaml_files(read, (int)files->len, threads, builder->sources);
	for (guint i = 0; i < files->len; i++) {
		take_root(builder, &read[i], files->pdata[i]);
		progress_done(builder->progress, 1);
	}
}

static gboolean read_roots(Builder *builder, const char *folder, int threads) {
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) files = file_list_yaml(folder, &error);
	if (!files) {
		diag_error(builder->diags, "no-folder", SPAN_NONE, NULL, "%s: %s", folder,
			error->message);
		return FALSE;
	}
	/* Each once to read, once to build of. */
	progress_expect(builder->progress, 2 * (int)files->len);
	read_all(builder, folder, files, threads);
	tell_links(builder, folder);
	return TRUE;
}

/* The one record with the member; further ones are reported. NULL when there is none. */
static const FileRecord *only_root(Builder *builder, size_t member, const char *what) {
	const FileRecord *found = NULL;
	for (guint i = 0; i < builder->roots->len; i++) {
		const FileRecord *root = g_ptr_array_index(builder->roots, i);
		const NodeValue *value = (const NodeValue *)((const char *)root + member);
		if (!value->node) {
			continue;
		}
		if (!found) {
			found = root;
			continue;
		}
		const NodeValue *first = (const NodeValue *)((const char *)found + member);
		const char *hint = arena_printf(
			builder->arena, "the first is at %s", builder_place(builder, first->key));
		diag_error(builder->diags, "second-file", value->key, hint,
			"%s stands in a second file", what);
	}
	return found;
}

static const FileRecord *find_event(Builder *builder, const char *folder) {
	const FileRecord *file =
		only_root(builder, offsetof(FileRecord, event), "the event (`event:`)");
	if (!file) {
		if (!builder->holes && builder_errors(builder) == 0) {
			diag_error(builder->diags, "no-event", SPAN_NONE,
				"an event needs a file with `format: 1` and `event:`",
				"%s: no file in this folder has `event:`", folder);
		}
		return NULL;
	}
	if (!file->format.given) {
		diag_error(builder->diags, "missing-key", file->event.key,
			"write `format: 1` as the file's first line",
			"the event's file has no `format`");
	}
	return file;
}

static void build_counted(Builder *builder, const FileRecord *file) {
	build_program(builder, file);
	progress_done(builder->progress, 1);
}

typedef void (*BuildStep)(Builder *builder, const FileRecord *file);

static void for_all_roots(Builder *builder, BuildStep step) {
	for (guint i = 0; i < builder->roots->len; i++) {
		step(builder, g_ptr_array_index(builder->roots, i));
	}
}

static void build_all(Builder *builder, const FileRecord *file) {
	build_event_head(builder, file);
	for_all_roots(builder, build_rooms);
	for_all_roots(builder, build_tracks);
	for_all_roots(builder, build_affiliations);
	for_all_roots(builder, build_people);
	for_all_roots(builder, build_counted);
	build_program_finish(builder);
	build_plans(builder);
	build_text_files(builder);
	for_all_roots(builder, build_letters);
	for_all_roots(builder, build_committees);
	for_all_roots(builder, build_sponsors);
	build_matter_finish(builder);
	build_people_finish(builder);
	const FileRecord *print =
		only_root(builder, offsetof(FileRecord, print), "how it is printed (`print:`)");
	build_print(builder, print);
}

const Event *event_load(Arena *arena, const char *folder, const BuildOptions *options,
	Sources *sources, Diags *diags) {
	Builder builder;
	builder_init(&builder, arena, folder, diags);
	builder.sources = sources;
	builder.keep_going = options && options->keep_going;
	builder.progress = options ? options->progress : NULL;
	const FileRecord *file = NULL;
	if (read_roots(&builder, folder, options ? options->threads : 1)) {
		file = find_event(&builder, folder);
	}
	if (file) {
		build_all(&builder, file);
		builder.event->draft = builder.keep_going && builder_errors(&builder) > 0;
	}
	const Event *event = file ? builder.event : NULL;
	builder_finish(&builder);
	return event;
}
