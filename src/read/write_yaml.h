/* write_yaml: a tree as YAML that reads the same again. Comments are not in a tree, and aliases
 * stand in it as what they mean: so they come out. Holes are left out. */
#ifndef BIFOLIO_READ_WRITE_YAML_H
#define BIFOLIO_READ_WRITE_YAML_H

#include "read/node.h"

/* The root is a mapping, a sequence or a scalar. NULL with error when there is not enough memory.
 */
GBytes *write_yaml(const Node *root, GError **error);

#endif
