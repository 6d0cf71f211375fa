/* read_yaml: YAML to nodes by libyaml's event parser (the document API is neither safe nor
 * bounded: FACTS.md 8). Scalars stay text. Limits, each with its diagnostic: file of 64 MiB, depth
 * 64, a million nodes, scalars of 16 MiB, aliases that would make the tree larger than the limit,
 * aliases to themselves. Duplicate keys, merge keys, tags, several documents, directives, keys that
 * are not scalars are errors with a hint. Encoding errors and control characters are reported at
 * their true place. */
#ifndef BIFOLIO_READ_READ_YAML_H
#define BIFOLIO_READ_READ_YAML_H

#include "read/node.h"

/* path: file to open; name: how diagnostics call it. The file is added to sources. Returns a
 * tree, NODE_HOLE when nothing could be read; *holes (may be NULL) is set when the tree is not
 * whole. Reading is also refused for anything but a regular file. */
const Node *read_yaml_file(Arena *arena, const char *path, const char *name, Sources *sources,
	Diags *diags, gboolean *holes);

/* Same from memory. */
const Node *read_yaml_bytes(Arena *arena, GBytes *bytes, const char *name, Sources *sources,
	Diags *diags, gboolean *holes);

/* One of several files that are read at once. */
typedef struct YamlFile {
	const char *path; /* also its name */
	int file; /* its index in sources */
	const Node *root; /* as above */
	gboolean holes;
	Arena *arena; /* of the tree */
	Diags *diags; /* what is wrong in it */
} YamlFile;

/* Reads them by so many threads; given are their paths. They are added to sources in their order.
 * Their arenas and diags are the caller's. */
void read_yaml_files(YamlFile *files, int count, int threads, Sources *sources);

/* A Markdown file as one scalar node (SCALAR_FILE), UTF-8 checked as above, NODE_HOLE on trouble.
 */
const Node *read_text_file(Arena *arena, const char *path, const char *name, Sources *sources,
	Diags *diags, gboolean *holes);

#endif
