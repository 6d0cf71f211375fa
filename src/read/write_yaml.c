/* write_yaml: see the header. libyaml's emitter chooses another style than the tree's where a text
 * cannot stand in that. */
#include "read/write_yaml.h"

#include <string.h>
#include <yaml.h>

enum { FLOW_MOST = 72 /* bytes of a list on one line */ };

typedef struct Writer {
	yaml_emitter_t emitter;
	GByteArray *out;
	gboolean good;
} Writer;

static int take_bytes(void *data, unsigned char *bytes, size_t size) {
	g_byte_array_append(data, bytes, (guint)size);
	return 1;
}

/* made: what an initializer of an event has returned. The emitter takes the event. */
static void emit(Writer *writer, yaml_event_t *event, int made) {
	writer->good = writer->good && made && yaml_emitter_emit(&writer->emitter, event);
}

static void put_text(Writer *writer, const char *text, int length, yaml_scalar_style_t style) {
	yaml_event_t event;
	const yaml_char_t *bytes = (const yaml_char_t *)text;
	emit(writer, &event,
		yaml_scalar_event_initialize(&event, NULL, NULL, bytes, length, 1, 1, style));
}

/* What is folded has no lines of its own any more. */
static yaml_scalar_style_t style_of(const Node *node) {
	switch (node->style) {
	case SCALAR_SINGLE_QUOTED:
		return YAML_SINGLE_QUOTED_SCALAR_STYLE;
	case SCALAR_DOUBLE_QUOTED:
		return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	case SCALAR_LITERAL:
	case SCALAR_FOLDED:
	case SCALAR_FILE:
		return YAML_LITERAL_SCALAR_STYLE;
	case SCALAR_PLAIN:
		break;
	}
	return strchr(node->text, '\n') ? YAML_LITERAL_SCALAR_STYLE : YAML_PLAIN_SCALAR_STYLE;
}

/* A few words: they may stand on one line. */
static gboolean is_short_list(const Node *list) {
	int length = 0;
	for (int i = 0; i < list->count; i++) {
		const Node *item = list->items[i];
		if (item->kind != NODE_SCALAR || strchr(item->text, '\n')) {
			return FALSE;
		}
		length += item->length + 2;
	}
	return length <= FLOW_MOST;
}

static void put_node(Writer *writer, const Node *node);

static void put_list(Writer *writer, const Node *list) {
	yaml_event_t event;
	yaml_sequence_style_t style =
		is_short_list(list) ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE;
	emit(writer, &event, yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, style));
	for (int i = 0; i < list->count; i++) {
		put_node(writer, list->items[i]);
	}
	emit(writer, &event, yaml_sequence_end_event_initialize(&event));
}

static void put_mapping(Writer *writer, const Node *mapping) {
	yaml_event_t event;
	emit(writer, &event,
		yaml_mapping_start_event_initialize(
			&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE));
	for (int i = 0; i < mapping->count; i++) {
		const NodePair *pair = &mapping->pairs[i];
		if (pair->key->kind == NODE_SCALAR && pair->value->kind != NODE_HOLE) {
			put_node(writer, pair->key);
			put_node(writer, pair->value);
		}
	}
	emit(writer, &event, yaml_mapping_end_event_initialize(&event));
}

static void put_node(Writer *writer, const Node *node) {
	switch (node->kind) {
	case NODE_SEQUENCE:
		put_list(writer, node);
		break;
	case NODE_MAPPING:
		put_mapping(writer, node);
		break;
	case NODE_SCALAR:
		put_text(writer, node->text, node->length, style_of(node));
		break;
	case NODE_NULL:
		put_text(writer, "~", 1, YAML_PLAIN_SCALAR_STYLE);
		break;
	case NODE_HOLE:
		break;
	}
}

GBytes *write_yaml(const Node *root, GError **error) {
	Writer writer = {.out = g_byte_array_new()};
	yaml_event_t event;
	writer.good = yaml_emitter_initialize(&writer.emitter) == 1;
	if (writer.good) {
		yaml_emitter_set_output(&writer.emitter, take_bytes, writer.out);
		yaml_emitter_set_unicode(&writer.emitter, 1);
		yaml_emitter_set_width(&writer.emitter, -1);
	}
	emit(&writer, &event, yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING));
	emit(&writer, &event, yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1));
	put_node(&writer, root);
	emit(&writer, &event, yaml_document_end_event_initialize(&event, 1));
	emit(&writer, &event, yaml_stream_end_event_initialize(&event));
	yaml_emitter_delete(&writer.emitter);
	GBytes *bytes = g_byte_array_free_to_bytes(writer.out);
	if (!writer.good) {
		g_bytes_unref(bytes);
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOMEM,
			"there is not enough memory to write YAML");
		return NULL;
	}
	return bytes;
}
