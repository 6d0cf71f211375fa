/* node: what a file says, before anybody asks what it means: a tree of scalars, sequences and
 * mappings in which every node knows file, line and column. Readers never fail: they return a
 * tree with holes, and diagnostics. Lives in an arena. */
#ifndef BIFOLIO_READ_NODE_H
#define BIFOLIO_READ_NODE_H

#include "base/arena.h"
#include "base/diag.h"

typedef enum NodeKind {
	NODE_HOLE, /* something was here that could not be read; already reported */
	NODE_NULL, /* empty value, ~, null */
	NODE_SCALAR,
	NODE_SEQUENCE,
	NODE_MAPPING
} NodeKind;

typedef enum ScalarStyle {
	SCALAR_PLAIN,
	SCALAR_SINGLE_QUOTED,
	SCALAR_DOUBLE_QUOTED,
	SCALAR_LITERAL,
	SCALAR_FOLDED,
	SCALAR_FILE /* whole text of another file: abstracts/ID.md */
} ScalarStyle;

typedef struct Node Node;

/* From byte `offset` of a scalar's text on, up to the next mark, one character of the text is
 * one character of the file, beginning at this place. */
typedef struct NodeMark {
	int offset;
	int line, column;
} NodeMark;

typedef struct NodePair {
	const Node *key; /* NODE_SCALAR, or NODE_HOLE */
	const Node *value;
} NodePair;

struct Node {
	NodeKind kind;
	ScalarStyle style;
	Span span;
	const char *text; /* scalar: NUL-terminated UTF-8 */
	int length; /* scalar: bytes */
	/* Scalars: for node_locate. Line of the first content line of a block scalar and how far
	 * its lines are indented; 0 elsewhere. */
	int content_line, content_indent;
	int count; /* sequence: items; mapping: pairs */
	const Node *const *items;
	const NodePair *pairs;
	/* Scalars with folded lines or escapes: their marks; NULL where the text runs on as it does
	 * in the file. */
	const NodeMark *marks;
	int mark_count;
};

/* A tree with holes: a sequence ends in a NODE_HOLE, a mapping in a pair whose key and value are
 * NODE_HOLE, where the rest of it could not be read. */

/* Value of a key, or NULL. Duplicates were reported and dropped by the reader: first wins. */
const Node *node_get(const Node *mapping, const char *key);

/* A scalar that outlives its tree: a copy in the arena. */
const Node *node_keep(Arena *arena, const Node *scalar);

/* Where byte `offset` of a scalar's text stands in its file, as exactly as its style allows. */
Span node_locate(const Node *node, int offset);

/* --dump=nodes. Caller frees. */
char *node_dump(const Node *node, const Sources *sources);

#endif
