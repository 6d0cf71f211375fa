/* tags: the document's structure in reading order, apart from paint order. Leaves own page items
 * (which carry the leaf's index). finish/ writes it as the structure tree, which ink is one
 * marked sequence of the file says leaf.h. */
#ifndef BIFOLIO_PAGE_TAGS_H
#define BIFOLIO_PAGE_TAGS_H

#include <glib.h>

#include "base/arena.h"

#define TAG_ARTIFACT (-1)

typedef enum TagKind {
	TAG_DOCUMENT,
	TAG_PART,
	TAG_SECTION,
	TAG_HEADING, /* level 1..6 */
	TAG_PARAGRAPH,
	TAG_LIST,
	TAG_LIST_ITEM,
	TAG_LABEL,
	TAG_BODY,
	TAG_TABLE,
	TAG_ROW,
	TAG_HEADER_CELL,
	TAG_CELL,
	TAG_FIGURE,
	TAG_QUOTE,
	TAG_CODE,
	TAG_CONTENTS,
	TAG_CONTENTS_ITEM,
	TAG_INDEX,
	TAG_LINK,
	TAG_REFERENCE,
	TAG_BIBLIOGRAPHY, /* an entry of one: a work that is named */
	TAG_NOTE, /* a remark below what it explains */
	TAG_SPAN
} TagKind;

/* What the entries of a list begin with. */
typedef enum TagNumbering {
	TAG_NUMBERING_NONE,
	TAG_NUMBERING_MARKS,
	TAG_NUMBERING_FIGURES
} TagNumbering;

/* What a header cell is the head of. */
typedef enum TagScope { TAG_SCOPE_COLUMN = 1, TAG_SCOPE_ROW } TagScope;

typedef struct Tag {
	TagKind kind;
	int level; /* of a heading; TagScope of a header cell, TagNumbering of a list */
	int parent; /* -1 for the root, index 0 */
	int rows, columns; /* that a cell takes; 0 = 1 */
	const char *alternate; /* Alt */
	const char *actual; /* ActualText */
	const char *language; /* BCP 47 where it differs from the parent's */
} Tag;

/* A picture that says nothing is decoration: no part of the text. */
gboolean tag_is_decoration(const Tag *tag);

typedef struct TagTree {
	int count;
	const Tag *tags; /* a parent before its children, siblings in reading order */
} TagTree;

typedef struct TagBuilder TagBuilder;

/* Starts with the root TAG_DOCUMENT. */
TagBuilder *tag_builder_new(Arena *arena, const char *language);
/* Opens a child of the innermost open tag and returns its index. */
int tag_open(TagBuilder *builder, TagKind kind, int level);
void tag_close(TagBuilder *builder);
/* A child without children of its own. */
int tag_leaf(TagBuilder *builder, TagKind kind, int level);
void tag_set_alternate(TagBuilder *builder, int tag, const char *alternate);
void tag_set_actual(TagBuilder *builder, int tag, const char *actual);
void tag_set_language(TagBuilder *builder, int tag, const char *language);
void tag_set_spans(TagBuilder *builder, int tag, int rows, int columns);
/* Adds another tree whose root's children become children of the innermost open tag; returns what
 * its other indices grow by. Its strings are borrowed; frees its builder. */
int tag_builder_graft(TagBuilder *builder, TagBuilder *other);
/* Without a tree; NULL is fine. */
void tag_builder_free(TagBuilder *builder);
/* Frees the builder. */
const TagTree *tag_builder_end(TagBuilder *builder);

/* --dump=tags: "#INDEX KIND [LEVEL] …", a line a tag, children indented by two spaces. Caller
 * frees. */
char *tag_tree_dump(const TagTree *tree);

#endif
