/* structure_parts: what the files of structure share among themselves; for nobody else. */
#ifndef BIFOLIO_FINISH_STRUCTURE_PARTS_H
#define BIFOLIO_FINISH_STRUCTURE_PARTS_H

#include "finish/plan.h"
#include "finish/structure.h"

enum { PARENTS_A_NODE = 64 /* entries of a node of the parent tree */ };

struct Structure {
	const Document *document;
	Plan *plan;
	const char **names; /* of the leaves' marks */
	gboolean *seen;
	MarkLeaves *pages;
};

/* Finds out what is used, when it is known which leaves have ink. */
void structure_use(Structure *structure);
/* Sets text to the element's dictionary, with all that names no other object. */
void structure_element_text(const Structure *structure, const Element *element, GString *text);
/* Appends the name tree of the elements that have an ID; FALSE: there are none. */
gboolean structure_put_names(const Structure *structure, GString *text);
/* The next kid from `at` on that is used, or NULL. */
const Kid *structure_next_kid(const Structure *structure, int at);

#endif
