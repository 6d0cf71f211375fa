/* read_yaml: files to trees. Opens, bounds, looks at the encoding, feeds the parser and takes what
 * it gives; the parts stand in yaml_encoding (bytes), yaml_reader (events), yaml_place (where),
 * yaml_doubt (warnings), yaml_explain* (errors). Must not know what the keys mean. */
#include "read/read_yaml.h"

#include <string.h>

#include "base/file.h"
#include "read/yaml_reader.h"

static const Node *hole_new(Arena *arena, int file) {
	Node *node = arena_new_of(arena, Node);
	node->kind = NODE_HOLE;
	node->span = (Span){.file = file};
	return node;
}

static void set_holes(gboolean *holes, gboolean value) {
	if (holes) {
		*holes = value;
	}
}

/* ---- Files that cannot be read ---- */

static void report_large(Diags *diags, int file, int limit) {
	Span span = {.file = file};
	diag_error(diags, "too-large", span, "divide it into several files",
		"the file is larger than %d MiB", limit >> 20);
}

static void report_trouble(Diags *diags, int file, const GError *error, int limit) {
	Span span = {.file = file};
	switch ((FileTrouble)error->code) {
	case FILE_TROUBLE_LARGE:
		report_large(diags, file, limit);
		return;
	case FILE_TROUBLE_MISSING:
		diag_error(diags, "no-file", span, "is its name spelled as here?",
			"there is no such file");
		return;
	case FILE_TROUBLE_DENIED:
		diag_error(diags, "no-permission", span,
			"chmod u+r gives its owner leave to read it",
			"the file may not be read: no permission");
		return;
	case FILE_TROUBLE_FOLDER:
		diag_error(diags, "not-a-file", span, NULL, "this is a folder, not a file");
		return;
	case FILE_TROUBLE_SPECIAL:
		diag_error(diags, "not-a-file", span, NULL,
			"this is a pipe, a socket or a device, not a file");
		return;
	case FILE_TROUBLE_OUTSIDE:
	case FILE_TROUBLE_FAILED:
		break;
	}
	diag_error(diags, "unreadable", span, NULL, "the file cannot be read: %s", error->message);
}

typedef struct Opened {
	GBytes *bytes; /* or NULL: reported */
	int file;
} Opened;

static Opened open_file(
	const char *path, const char *name, Sources *sources, Diags *diags, int limit) {
	g_autoptr(GError) error = NULL;
	Opened opened = {.bytes = file_read(path, (gsize)limit, &error)};
	opened.file = sources_add(sources, name, opened.bytes);
	if (!opened.bytes) {
		report_trouble(diags, opened.file, error, limit);
	}
	return opened;
}

/* ---- YAML ---- */

static YamlPlace place_of(yaml_mark_t mark) {
	return (YamlPlace){(int)mark.line + 1, (int)mark.column + 1};
}

/* The explanation goes to a list of its own: see keep_diags. */
static void explain(YamlReader *reader, Diags *explained) {
	const yaml_parser_t *parser = &reader->parser;
	if (parser->error == YAML_MEMORY_ERROR) {
		g_error("out of memory");
	}
	YamlTrouble trouble = {.text = reader->text, .diags = explained};
	trouble.problem = parser->problem ? parser->problem : "";
	trouble.context = parser->context ? parser->context : "";
	trouble.at = place_of(parser->problem_mark);
	if (parser->context) {
		trouble.from = place_of(parser->context_mark);
	}
	trouble.recent = reader->recent;
	yaml_explain(&trouble);
	reader->holes = TRUE;
	reader->stop = TRUE;
}

static void run_parser(YamlReader *reader, Diags *explained) {
	yaml_parser_t *parser = &reader->parser;
	if (!yaml_parser_initialize(parser)) {
		g_error("out of memory");
	}
	yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
		parser, (const unsigned char *)reader->text->data, reader->text->length);
	while (!reader->stop) {
		yaml_event_t event;
		if (!yaml_parser_parse(parser, &event)) {
			explain(reader, explained);
			break;
		}
		yaml_reader_event(reader, &event);
		yaml_event_delete(&event);
	}
	yaml_parser_delete(parser);
}

/* Whether a character of this line had to be replaced: that is the cause then. */
static gboolean is_damaged(const YamlText *text, int line) {
	for (int i = 0; i < text->damaged_count; i++) {
		if (text->damaged_lines[i] == line) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Hands over what was found, but of a line that cannot be read only why: what was doubtful in it
 * was an effect of that. */
static void keep_diags(
	Diags *diags, const YamlText *text, const Diags *found, const Diags *explained) {
	int line = diags_total(explained) ? diags_at(explained, 0)->span.line : -1;
	for (int i = 0; i < diags_total(found); i++) {
		const Diag *diag = diags_at(found, i);
		if (diag->span.line != line) {
			diag_add(diags, diag->level, diag->code, diag->span, diag->hint, "%s",
				diag->message);
		}
	}
	if (line >= 0 && !is_damaged(text, line)) {
		const Diag *diag = diags_at(explained, 0);
		diag_error(diags, diag->code, diag->span, diag->hint, "%s", diag->message);
	}
}

static gboolean is_all_blank(const YamlText *text) {
	for (size_t i = 0; i < text->length; i++) {
		if (!strchr(" \t\r\n", text->data[i])) {
			return FALSE;
		}
	}
	return TRUE;
}

/* The tree of a text without a document: nothing but comments, or nothing at all. */
static const Node *nothing_new(Arena *arena, const YamlText *text) {
	Node *node = arena_new_of(arena, Node);
	node->kind = NODE_NULL;
	node->span = (Span){.file = text->file};
	return node;
}

static const Node *read_text(Arena *arena, const YamlText *text, Diags *diags, gboolean *holes) {
	g_autoptr(Diags) found = diags_new();
	g_autoptr(Diags) explained = diags_new();
	YamlReader reader;
	yaml_reader_init(&reader, arena, text, found);
	if (is_all_blank(text)) {
		Span span = {.file = text->file};
		diag_error(found, "empty-file", span, "delete it, or restore what was in it",
			"the file is empty");
	} else {
		run_parser(&reader, explained);
	}
	keep_diags(diags, text, found, explained);
	yaml_reader_unwind(&reader);
	set_holes(holes, reader.holes || text->damaged);
	const Node *root = reader.root;
	if (!root) {
		root = reader.holes ? hole_new(arena, text->file) : nothing_new(arena, text);
	}
	yaml_reader_finish(&reader);
	return root;
}

static const Node *read_bytes(Arena *arena, const Opened *opened, Diags *diags, gboolean *holes) {
	YamlText text;
	set_holes(holes, TRUE);
	if (!opened->bytes) {
		return hole_new(arena, opened->file);
	}
	if (g_bytes_get_size(opened->bytes) > YAML_FILE_MAX) {
		report_large(diags, opened->file, YAML_FILE_MAX);
		return hole_new(arena, opened->file);
	}
	if (!yaml_text_init(&text, opened->bytes, opened->file, diags)) {
		return hole_new(arena, opened->file);
	}
	const Node *root = read_text(arena, &text, diags, holes);
	yaml_text_finish(&text);
	return root;
}

/* NOLINTNEXTLINE(readability-function-size): what every reader is given */
const Node *read_yaml_bytes(Arena *arena, GBytes *bytes, const char *name, Sources *sources,
	Diags *diags, gboolean *holes) {
	Opened opened = {bytes, sources_add(sources, name, bytes)};
	return read_bytes(arena, &opened, diags, holes);
}

/* NOLINTNEXTLINE(readability-function-size): what every reader is given */
const Node *read_yaml_file(Arena *arena, const char *path, const char *name, Sources *sources,
	Diags *diags, gboolean *holes) {
	Opened opened = open_file(path, name, sources, diags, YAML_FILE_MAX);
	const Node *root = read_bytes(arena, &opened, diags, holes);
	g_clear_pointer(&opened.bytes, g_bytes_unref);
	return root;
}

typedef struct FileTask {
	YamlFile *file;
	Opened opened;
} FileTask;

static void read_one(gpointer data, gpointer unused) {
	(void)unused;
	FileTask *task = data;
	YamlFile *file = task->file;
	file->root = read_bytes(file->arena, &task->opened, file->diags, &file->holes);
	g_clear_pointer(&task->opened.bytes, g_bytes_unref);
}

void read_yaml_files(YamlFile *files, int count, int threads, Sources *sources) {
	g_autofree FileTask *tasks = g_new0(FileTask, (gsize)count + 1);
	GThreadPool *pool = threads > 1 && count > 1
		? g_thread_pool_new(read_one, NULL, threads, FALSE, NULL)
		: NULL;
	for (int i = 0; i < count; i++) {
		YamlFile *file = &files[i];
		file->arena = arena_new();
		file->diags = diags_new();
		tasks[i] = (FileTask){file,
			open_file(file->path, file->path, sources, file->diags, YAML_FILE_MAX)};
		file->file = tasks[i].opened.file;
		if (pool) {
			g_thread_pool_push(pool, &tasks[i], NULL);
		} else {
			read_one(&tasks[i], NULL);
		}
	}
	if (pool) {
		g_thread_pool_free(pool, FALSE, TRUE);
	}
}

/* ---- Markdown ---- */

/* The text with its line ends as LF. */
static char *text_with_newlines(Arena *arena, const YamlText *text, int *length) {
	char *copy = arena_alloc(arena, text->length + 1);
	size_t out = 0;
	for (size_t i = 0; i < text->length; i++) {
		gboolean two =
			text->data[i] == '\r' && i + 1 < text->length && text->data[i + 1] == '\n';
		if (!two) {
			copy[out++] = text->data[i] == '\r' ? '\n' : text->data[i];
		}
	}
	*length = (int)out;
	return copy;
}

static const Node *text_node(Arena *arena, const YamlText *text, Diags *diags) {
	Node *node = arena_new_of(arena, Node);
	node->span = (Span){text->file, 1, 1, 1};
	if (is_all_blank(text)) {
		node->kind = NODE_NULL;
		node->span.line = node->span.column = node->span.length = 0;
		diag_warning(diags, "empty-file", node->span,
			"delete it, or restore what was in it", "the file is empty");
		return node;
	}
	node->kind = NODE_SCALAR;
	node->style = SCALAR_FILE;
	node->content_line = 1;
	node->text = text_with_newlines(arena, text, &node->length);
	return node;
}

/* NOLINTNEXTLINE(readability-function-size): what every reader is given */
const Node *read_text_file(Arena *arena, const char *path, const char *name, Sources *sources,
	Diags *diags, gboolean *holes) {
	Opened opened = open_file(path, name, sources, diags, YAML_SCALAR_MAX);
	const Node *node = NULL;
	YamlText text;
	set_holes(holes, TRUE);
	if (opened.bytes && yaml_text_init(&text, opened.bytes, opened.file, diags)) {
		node = text_node(arena, &text, diags);
		set_holes(holes, text.damaged);
		yaml_text_finish(&text);
	}
	g_clear_pointer(&opened.bytes, g_bytes_unref);
	return node ? node : hole_new(arena, opened.file);
}
