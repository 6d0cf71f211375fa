/* yaml_reader: events to nodes. Lists and mappings that are open are frames; a finished one is
 * copied into the arena and given to the frame below. Aliases share the node they name, so what a
 * tree would be with every alias written out is counted, not built. Knows nothing of why the
 * parser gives up: that is explained elsewhere. */
#include "read/yaml_reader.h"

#include <string.h>

enum { SEEN_FROM = 8 }; /* pairs from which on keys are looked up in a table */

void yaml_reader_init(YamlReader *reader, Arena *arena, const YamlText *text, Diags *diags) {
	*reader = (YamlReader){.arena = arena, .text = text, .diags = diags};
	reader->cursor = (YamlCursor){.line = 1, .column = 1};
	reader->frames = g_array_new(FALSE, TRUE, sizeof(YamlFrame));
	reader->anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	reader->marks_left = YAML_MARKS_MAX;
}

static void frame_finish(YamlFrame *frame) {
	g_clear_pointer(&frame->items, g_ptr_array_unref);
	g_clear_pointer(&frame->pairs, g_array_unref);
	g_clear_pointer(&frame->seen, g_hash_table_unref);
}

void yaml_reader_finish(YamlReader *reader) {
	for (guint i = 0; i < reader->frames->len; i++) {
		frame_finish(&g_array_index(reader->frames, YamlFrame, i));
	}
	g_array_unref(reader->frames);
	g_hash_table_unref(reader->anchors);
}

/* The innermost open list or mapping, or NULL. */
static YamlFrame *top(YamlReader *reader) {
	guint count = reader->frames->len;
	return count ? &g_array_index(reader->frames, YamlFrame, count - 1) : NULL;
}

/* ---- Reports ---- */

gboolean yaml_reader_may_report(YamlReader *reader, Span span) {
	reader->reports++;
	if (reader->reports == YAML_REPORTS_MAX) {
		diag_error(reader->diags, "too-many-errors", span, NULL,
			"there is too much wrong in this file; from here on it was not read");
		reader->stop = TRUE;
		reader->holes = TRUE;
	}
	return reader->reports < YAML_REPORTS_MAX;
}

void yaml_reader_report(YamlReader *reader, const char *code, Span span, const char *hint,
	const char *format, ...) {
	va_list args;
	va_start(args, format);
	g_autofree char *message = g_strdup_vprintf(format, args);
	va_end(args);
	if (yaml_reader_may_report(reader, span)) {
		diag_error(reader->diags, code, span, hint, "%s", message);
	}
}

void yaml_reader_warn(YamlReader *reader, const char *code, Span span, const char *hint,
	const char *format, ...) {
	va_list args;
	va_start(args, format);
	g_autofree char *message = g_strdup_vprintf(format, args);
	va_end(args);
	if (yaml_reader_may_report(reader, span)) {
		diag_warning(reader->diags, code, span, hint, "%s", message);
	}
}

static void give_up(YamlReader *reader) {
	reader->holes = TRUE;
	reader->stop = TRUE;
}

/* ---- Places ---- */

static YamlPlace place_of(yaml_mark_t mark) {
	return (YamlPlace){(int)mark.line + 1, (int)mark.column + 1};
}

YamlPlace yaml_reader_move(YamlReader *reader, yaml_mark_t mark) {
	YamlPlace place = place_of(mark);
	yaml_cursor_move(&reader->cursor, reader->text, mark.index, place);
	return place;
}

static Span span_here(const YamlReader *reader, int length) {
	return yaml_span(reader->text, reader->cursor.line, reader->cursor.column, length);
}

/* ---- Nodes ---- */

static Node *node_new(YamlReader *reader, NodeKind kind, Span span) {
	Node *node = arena_new_of(reader->arena, Node);
	node->kind = kind;
	node->span = span;
	return node;
}

/* Counts what a node adds to the whole tree. FALSE when that is too much: reported. */
static gboolean count(YamlReader *reader, int nodes, gint64 bytes, Span span) {
	reader->nodes += nodes;
	reader->bytes += bytes;
	if (reader->nodes > YAML_NODES_MAX || reader->bytes > YAML_FILE_MAX) {
		yaml_reader_report(reader, "too-large", span,
			"divide it into several files; aliases (*name) count as often as they "
			"stand",
			"there is too much in this file: from here on it was not read");
		give_up(reader);
		return FALSE;
	}
	return TRUE;
}

static void attach_key(YamlReader *reader, YamlFrame *frame, const Node *key);

/* Gives a finished node to what it stands in. height: levels below and including it. */
static void attach(YamlReader *reader, const Node *node, int height) {
	YamlFrame *frame = top(reader);
	if (!frame) {
		reader->root = node;
		return;
	}
	frame->height = MAX(frame->height, height);
	if (frame->items) {
		g_ptr_array_add(frame->items, (gpointer)node);
		return;
	}
	if (!frame->key) {
		attach_key(reader, frame, node);
		return;
	}
	NodePair pair = {frame->key, node};
	frame->key = NULL;
	if (!frame->drop) {
		g_array_append_val(frame->pairs, pair);
	}
	frame->drop = FALSE;
}

static const Node *key_seen(YamlFrame *frame, const Node *key) {
	if (frame->seen) {
		return g_hash_table_lookup(frame->seen, key->text);
	}
	for (guint i = 0; i < frame->pairs->len; i++) {
		const Node *other = g_array_index(frame->pairs, NodePair, i).key;
		if (other->kind == NODE_SCALAR && strcmp(other->text, key->text) == 0) {
			return other;
		}
	}
	return NULL;
}

static void key_remember(YamlFrame *frame, const Node *key) {
	if (!frame->seen && frame->pairs->len >= SEEN_FROM) {
		frame->seen = g_hash_table_new(g_str_hash, g_str_equal);
		for (guint i = 0; i < frame->pairs->len; i++) {
			const Node *other = g_array_index(frame->pairs, NodePair, i).key;
			if (other->kind == NODE_SCALAR) {
				g_hash_table_insert(
					frame->seen, (gpointer)other->text, (gpointer)other);
			}
		}
	}
	if (frame->seen) {
		g_hash_table_insert(frame->seen, (gpointer)key->text, (gpointer)key);
	}
}

static void attach_key(YamlReader *reader, YamlFrame *frame, const Node *key) {
	if (frame->pairs->len == 0 && !frame->is_flow && !frame->drop) {
		frame->node->span = key->span;
	}
	if (yaml_doubt_key(reader, key)) {
		reader->holes = TRUE;
		frame->key = node_new(reader, NODE_HOLE, key->span);
		return;
	}
	const Node *first = key_seen(frame, key);
	frame->key = key;
	if (first) {
		g_autofree char *shown = yaml_shown(key->text, key->length);
		g_autofree char *hint = g_strdup_printf("it stands in line %d already; "
							"delete one of the two or rename it",
			first->span.line);
		yaml_reader_report(reader, "duplicate-key", key->span, hint,
			"the key `%s` is here twice", shown);
		frame->drop = TRUE;
		return;
	}
	key_remember(frame, key);
}

static gboolean awaits_key(YamlReader *reader) {
	YamlFrame *frame = top(reader);
	return frame && frame->pairs && !frame->key;
}

/* ---- Anchors, tags, aliases ---- */

/* The cursor stands at the tag, or at an anchor before it. */
static void report_tag(YamlReader *reader) {
	YamlLine line;
	yaml_line_around(reader->text, reader->cursor.byte, reader->cursor.line, &line);
	int from = (int)(reader->text->data + reader->cursor.byte - line.start);
	while (from < line.length && line.start[from] != '!') {
		from++;
	}
	int to = from;
	while (to < line.length && !strchr(" \t", line.start[to])) {
		to++;
	}
	g_autofree char *quoted = yaml_quoted_value(&line, from);
	g_autofree char *hint =
		g_strdup_printf("delete it; if it is text, put quotes around it: %s", quoted);
	g_autofree char *shown = yaml_shown(line.start + from, to - from);
	yaml_reader_report(reader, "tag", yaml_line_span(reader->text, &line, from, to), hint,
		"tags (`%s`) have no meaning here", shown);
}

static YamlAnchor *anchor_set(YamlReader *reader, const char *name, Node *node) {
	if (!name) {
		return NULL;
	}
	YamlAnchor *anchor = arena_new_of(reader->arena, YamlAnchor);
	anchor->node = node;
	anchor->height = 1;
	anchor->nodes = 1;
	anchor->bytes = node->length;
	g_hash_table_replace(reader->anchors, g_strdup(name), anchor);
	return anchor;
}

static void report_unknown_alias(YamlReader *reader, const char *shown, Span span) {
	YamlLine line;
	yaml_line_around(reader->text, reader->cursor.byte, reader->cursor.line, &line);
	g_autofree char *quoted = yaml_quoted_value(
		&line, (int)(reader->text->data + reader->cursor.byte - line.start));
	g_autofree char *hint =
		g_strdup_printf("if this is text, put quotes around it: %s", quoted);
	yaml_reader_report(reader, "unknown-alias", span, hint,
		"nothing above is marked `&%s`, so `*%s` stands for nothing", shown, shown);
}

/* What an alias stands for; a hole where it cannot: reported. */
static const Node *alias_node(YamlReader *reader, const char *name, Span span, int *height) {
	const YamlAnchor *anchor = g_hash_table_lookup(reader->anchors, name);
	g_autofree char *shown = yaml_shown(name, (int)strlen(name));
	*height = 1;
	if (!anchor) {
		report_unknown_alias(reader, shown, span);
	} else if (anchor->open) {
		yaml_reader_report(reader, "self-alias", span, "write out what is meant here",
			"`*%s` stands inside of what it stands for, without end", shown);
	} else if ((int)reader->frames->len + anchor->height > YAML_DEPTH_MAX) {
		yaml_reader_report(reader, "too-deep", span, NULL,
			"with `*%s`, lists and mappings are nested more than %d deep", shown,
			YAML_DEPTH_MAX);
	} else {
		*height = anchor->height;
		return count(reader, anchor->nodes, anchor->bytes, span) ? anchor->node : NULL;
	}
	reader->holes = TRUE;
	return node_new(reader, NODE_HOLE, span);
}

static void event_alias(YamlReader *reader, const yaml_event_t *event) {
	const char *name = (const char *)event->data.alias.anchor;
	YamlPlace start = yaml_reader_move(reader, event->start_mark);
	Span span = span_here(reader, (int)(event->end_mark.column - event->start_mark.column));
	reader->recent = (YamlRecent){RECENT_ALIAS, start, place_of(event->end_mark)};
	int height;
	const Node *node = alias_node(reader, name, span, &height);
	if (node) {
		attach(reader, node, height);
	}
}

/* ---- Scalars ---- */

static ScalarStyle style_of(yaml_scalar_style_t style) {
	switch (style) {
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
		return SCALAR_SINGLE_QUOTED;
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
		return SCALAR_DOUBLE_QUOTED;
	case YAML_LITERAL_SCALAR_STYLE:
		return SCALAR_LITERAL;
	case YAML_FOLDED_SCALAR_STYLE:
		return SCALAR_FOLDED;
	default:
		return SCALAR_PLAIN;
	}
}

static YamlRecentKind recent_of(ScalarStyle style) {
	switch (style) {
	case SCALAR_SINGLE_QUOTED:
	case SCALAR_DOUBLE_QUOTED:
		return RECENT_QUOTED;
	case SCALAR_LITERAL:
	case SCALAR_FOLDED:
		return RECENT_BLOCK;
	default:
		return RECENT_PLAIN;
	}
}

static gboolean is_null(const char *text) {
	static const char *const words[] = {"", "~", "null", "Null", "NULL", NULL};
	return g_strv_contains(words, text);
}

/* The node of a scalar event, placed; the cursor stands after it then. start: where it begins. */
static Node *scalar_node(YamlReader *reader, const yaml_event_t *event, YamlCursor *start) {
	const char *value = (const char *)event->data.scalar.value;
	if (event->data.scalar.anchor || event->data.scalar.tag) {
		yaml_cursor_skip_properties(&reader->cursor, reader->text);
	}
	YamlScalar scalar = {.text = reader->text, .start = reader->cursor, .value = value};
	scalar.style = style_of(event->data.scalar.style);
	*start = reader->cursor;
	YamlPlace end = yaml_reader_move(reader, event->end_mark);
	scalar.end = reader->cursor;
	if (scalar.start.byte > scalar.end.byte) {
		scalar.start = *start = scalar.end; /* an empty value after an anchor */
	}
	if (start->byte < scalar.end.byte) {
		reader->recent =
			(YamlRecent){recent_of(scalar.style), {start->line, start->column}, end};
	}
	Node *node = node_new(reader, NODE_SCALAR, SPAN_NONE);
	node->style = scalar.style;
	if (event->data.scalar.length > YAML_SCALAR_MAX) {
		node->kind = NODE_HOLE;
		node->span = yaml_span(reader->text, start->line, start->column, 1);
		yaml_reader_report(reader, "too-long", node->span,
			"is a quote or an indentation missing further down?",
			"the text that begins here is longer than %d MiB", YAML_SCALAR_MAX >> 20);
		reader->holes = TRUE;
		return node;
	}
	node->length = scalar.length = (int)event->data.scalar.length;
	char *text = arena_strndup(reader->arena, value, (size_t)node->length);
	node->text = text;
	yaml_scalar_place(&scalar, node, reader->arena, &reader->marks_left);
	if (node->style == SCALAR_DOUBLE_QUOTED) {
		yaml_doubt_escapes(reader, node, text);
	}
	return node;
}

static void event_scalar(YamlReader *reader, const yaml_event_t *event) {
	gboolean is_key = awaits_key(reader);
	yaml_reader_move(reader, event->start_mark);
	if (event->data.scalar.tag) {
		report_tag(reader);
	}
	YamlCursor start;
	Node *node = scalar_node(reader, event, &start);
	gboolean plain = node->kind == NODE_SCALAR && node->style == SCALAR_PLAIN;
	if (plain && is_null(node->text) && !(is_key && node->length > 0)) {
		node->kind = NODE_NULL;
	}
	if (plain && !is_key) {
		yaml_doubt_value(reader, &start, &reader->cursor);
	}
	if (count(reader, 1, node->length, node->span)) {
		anchor_set(reader, (const char *)event->data.scalar.anchor, node);
		attach(reader, node, 1);
	}
}

/* ---- Lists and mappings ---- */

typedef struct Opening {
	NodeKind kind;
	const char *anchor, *tag;
	gboolean is_flow;
} Opening;

static void open_frame(YamlReader *reader, const yaml_event_t *event, const Opening *opening) {
	yaml_reader_move(reader, event->start_mark);
	if (opening->tag) {
		report_tag(reader);
	}
	if (opening->tag || opening->anchor) {
		yaml_cursor_skip_properties(&reader->cursor, reader->text);
	}
	Span span = span_here(reader, 1);
	if (reader->frames->len >= YAML_DEPTH_MAX) {
		yaml_reader_report(reader, "too-deep", span,
			"is a bracket or a dash too much here?",
			"lists and mappings are nested more than %d deep here", YAML_DEPTH_MAX);
		give_up(reader);
		return;
	}
	YamlFrame frame = {.is_flow = opening->is_flow, .height = 0};
	frame.nodes_before = reader->nodes;
	frame.bytes_before = reader->bytes;
	if (!count(reader, 1, 0, span)) {
		return;
	}
	frame.node = node_new(reader, opening->kind, span);
	frame.anchor = anchor_set(reader, opening->anchor, frame.node);
	if (frame.anchor) {
		frame.anchor->open = TRUE;
	}
	if (opening->kind == NODE_SEQUENCE) {
		frame.items = g_ptr_array_new();
	} else {
		frame.pairs = g_array_new(FALSE, FALSE, sizeof(NodePair));
	}
	g_array_append_val(reader->frames, frame);
}

static void event_sequence(YamlReader *reader, const yaml_event_t *event) {
	Opening opening = {NODE_SEQUENCE, (const char *)event->data.sequence_start.anchor,
		(const char *)event->data.sequence_start.tag,
		event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE};
	open_frame(reader, event, &opening);
}

static void event_mapping(YamlReader *reader, const yaml_event_t *event) {
	Opening opening = {NODE_MAPPING, (const char *)event->data.mapping_start.anchor,
		(const char *)event->data.mapping_start.tag,
		event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE};
	open_frame(reader, event, &opening);
}

/* The frame's node as it is now, in the arena. */
static void frame_keep(YamlReader *reader, YamlFrame *frame) {
	Node *node = frame->node;
	if (frame->items) {
		node->count = (int)frame->items->len;
		node->items = arena_memdup(
			reader->arena, frame->items->pdata, frame->items->len * sizeof(gpointer));
		return;
	}
	node->count = (int)frame->pairs->len;
	node->pairs = arena_memdup(
		reader->arena, frame->pairs->data, frame->pairs->len * sizeof(NodePair));
}

static void event_close(YamlReader *reader, const yaml_event_t *event) {
	YamlFrame frame = *top(reader);
	frame_keep(reader, &frame);
	YamlPlace end = yaml_reader_move(reader, event->end_mark);
	if (frame.is_flow) {
		Span *span = &frame.node->span;
		if (span->line == end.line) {
			span->length = MAX(end.column - span->column, 1);
		}
		reader->recent = (YamlRecent){RECENT_FLOW, {span->line, span->column}, end};
	}
	if (frame.anchor) {
		frame.anchor->open = FALSE;
		frame.anchor->nodes = reader->nodes - frame.nodes_before;
		frame.anchor->bytes = reader->bytes - frame.bytes_before;
		frame.anchor->height = frame.height + 1;
	}
	frame_finish(&frame);
	g_array_set_size(reader->frames, reader->frames->len - 1);
	attach(reader, frame.node, frame.height + 1);
}

/* ---- Documents ---- */

static void event_document(YamlReader *reader, const yaml_event_t *event) {
	yaml_reader_move(reader, event->start_mark);
	if (++reader->documents > 1) {
		yaml_reader_report(reader, "several-documents", span_here(reader, 3),
			"delete this line, or move what follows it into a file of its own",
			"a second document begins here; a file may hold only one");
		give_up(reader);
		return;
	}
	gboolean tags = event->data.document_start.tag_directives.start !=
		event->data.document_start.tag_directives.end;
	if (event->data.document_start.version_directive || tags) {
		yaml_reader_report(reader, "directive", span_here(reader, 1), "delete this line",
			"directives (lines that begin with \"%%\") have no meaning here");
	}
}

void yaml_reader_event(YamlReader *reader, const yaml_event_t *event) {
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		event_document(reader, event);
		break;
	case YAML_ALIAS_EVENT:
		event_alias(reader, event);
		break;
	case YAML_SCALAR_EVENT:
		event_scalar(reader, event);
		break;
	case YAML_SEQUENCE_START_EVENT:
		event_sequence(reader, event);
		break;
	case YAML_MAPPING_START_EVENT:
		event_mapping(reader, event);
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		event_close(reader, event);
		break;
	case YAML_STREAM_END_EVENT:
		reader->stop = TRUE;
		break;
	default:
		break;
	}
}

/* A list keeps the items that were whole. A mapping below the root becomes a hole: a key that
 * was not reached must not look like one that is missing. The root keeps its whole pairs. */
static const Node *frame_unwind(
	YamlReader *reader, YamlFrame *frame, const Node *inner, gboolean is_root) {
	const Node *hole = node_new(reader, NODE_HOLE, frame->node->span);
	if (frame->items) {
		g_ptr_array_add(frame->items, (gpointer)(inner ? inner : hole));
	} else if (is_root) {
		NodePair waiting = {frame->key, inner ? inner : hole};
		NodePair rest = {hole, hole};
		if (frame->key && !frame->drop) {
			g_array_append_val(frame->pairs, waiting);
		}
		g_array_append_val(frame->pairs, rest);
	} else {
		return hole;
	}
	frame_keep(reader, frame);
	return frame->node;
}

void yaml_reader_unwind(YamlReader *reader) {
	const Node *inner = NULL;
	for (guint i = reader->frames->len; i > 0; i--) {
		YamlFrame *frame = &g_array_index(reader->frames, YamlFrame, i - 1);
		inner = frame_unwind(reader, frame, inner, i == 1);
	}
	if (inner) {
		reader->root = inner;
	}
}
