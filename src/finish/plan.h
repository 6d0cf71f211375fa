/* plan: which element of the structure has which leaves, links and elements below it: the TagTree,
 * with an element for every link and for every stretch in another language. */
#ifndef BIFOLIO_FINISH_PLAN_H
#define BIFOLIO_FINISH_PLAN_H

#include "page/leaf.h"
#include "page/page.h"

typedef enum KidKind { KID_LEAF, KID_LINK, KID_ELEMENT } KidKind;

typedef struct Kid {
	KidKind kind;
	int index; /* in leaves, links or elements */
	int next; /* in kids, -1 = last */
} Kid;

typedef struct Element {
	Tag tag; /* kind, level, texts; its parent is below */
	int parent; /* element, -1 for the root */
	const char *place; /* that a link leads to, or NULL */
	int first_kid, last_kid; /* -1 = none */
	gboolean used; /* has ink, a link or such an element: told by plan_use */
	unsigned object; /* for whoever writes it */
} Element;

typedef struct PlanLeaf {
	int page, element;
	int kid; /* of the element, in kids */
} PlanLeaf;

typedef struct PlanLink {
	int page, element;
	const char *words; /* what it says, or NULL; of the document, or in texts */
} PlanLink;

typedef struct PlanFigure {
	int page;
	Rect area; /* of its ink there */
} PlanFigure;

typedef struct Plan {
	GArray *kids, *elements; /* elements: those of the TagTree first, with their indices */
	GArray *leaves, *links; /* in the order of pages */
	GHashTable *figures; /* element -> PlanFigure */
	GStringChunk *texts; /* of elements that read otherwise than they are printed */
	int *first_leaf, *first_link; /* of every page, and the number of all */
} Plan;

Plan *plan_new(const Document *document, GHashTable *anchors);
void plan_free(Plan *plan);

/* Finds out what is used, when it is known which leaves have ink. */
void plan_use(Plan *plan, const gboolean *has_ink);

/* For those that plan: an element below a parent, not yet among its kids; a kid behind the others.
 */
int plan_add_element(Plan *plan, Tag tag, int parent);
int plan_add_kid(Plan *plan, int element, KidKind kind, int index);

static inline Element *plan_element(const Plan *plan, int element) {
	return &g_array_index(plan->elements, Element, element);
}

#endif
