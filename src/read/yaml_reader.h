/* yaml_reader: the state of read_yaml while it turns the parser's events into nodes. */
#ifndef BIFOLIO_READ_YAML_READER_H
#define BIFOLIO_READ_YAML_READER_H

#include <yaml.h>

#include "read/node.h"
#include "read/yaml_explain.h"
#include "read/yaml_place.h"

enum {
	YAML_FILE_MAX = 64 << 20,
	YAML_SCALAR_MAX = 16 << 20,
	YAML_DEPTH_MAX = 64,
	YAML_NODES_MAX = 1000000,
	YAML_MARKS_MAX = 1000000,
	YAML_REPORTS_MAX = 50
};

/* A node with an anchor; while it is open, it may not be used. */
typedef struct YamlAnchor {
	Node *node;
	gboolean open;
	int nodes, height; /* of its tree, aliases in it counted out */
	gint64 bytes;
} YamlAnchor;

/* A list or mapping that is being read. */
typedef struct YamlFrame {
	Node *node;
	GPtrArray *items; /* list */
	GArray *pairs; /* mapping: NodePair */
	const Node *key; /* mapping: waits for its value, or NULL */
	GHashTable *seen; /* mapping: key text -> Node, once it is large */
	YamlAnchor *anchor; /* or NULL */
	int nodes_before, height;
	gint64 bytes_before;
	gboolean is_flow, drop; /* drop: the value that comes belongs to a doubled key */
} YamlFrame;

typedef struct YamlReader {
	Arena *arena;
	const YamlText *text;
	Diags *diags;
	yaml_parser_t parser;
	YamlCursor cursor;
	GArray *frames; /* YamlFrame */
	GHashTable *anchors; /* name -> YamlAnchor */
	const Node *root; /* or NULL */
	int nodes, marks_left, reports, documents;
	gint64 bytes; /* of all scalars' text, aliases counted out */
	gboolean holes, stop;
	YamlRecent recent;
} YamlReader;

void yaml_reader_init(YamlReader *reader, Arena *arena, const YamlText *text, Diags *diags);
void yaml_reader_finish(YamlReader *reader);

/* Takes in one event. Sets stop when the file is to be given up, or is at its end. */
void yaml_reader_event(YamlReader *reader, const yaml_event_t *event);

/* Closes what is open: the tree as far as it is whole. */
void yaml_reader_unwind(YamlReader *reader);

/* An error of which the file may have many: only so many of them are told. hint may be NULL. */
void yaml_reader_report(YamlReader *reader, const char *code, Span span, const char *hint,
	const char *format, ...) G_GNUC_PRINTF(5, 6);

/* Same, a warning. */
void yaml_reader_warn(YamlReader *reader, const char *code, Span span, const char *hint,
	const char *format, ...) G_GNUC_PRINTF(5, 6);

/* Whether one more may be told; counts it. For what is reported by other hands. */
gboolean yaml_reader_may_report(YamlReader *reader, Span span);

/* The place that the parser means, and the cursor moved there. */
YamlPlace yaml_reader_move(YamlReader *reader, yaml_mark_t mark);

/* What is read without complaint, but hardly as it was meant: warnings. node: a plain scalar that
 * is a value, or an empty one; from start to end. */
void yaml_doubt_value(YamlReader *reader, const YamlCursor *start, const YamlCursor *end);

/* A key that is not a usable one: reported; TRUE then. */
gboolean yaml_doubt_key(YamlReader *reader, const Node *key);

/* Escapes that make characters which no text may hold: reported and replaced. */
void yaml_doubt_escapes(YamlReader *reader, Node *node, char *text);

#endif
