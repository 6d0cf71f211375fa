/* entity: character references of HTML. */
#ifndef BIFOLIO_MARKUP_ENTITY_H
#define BIFOLIO_MARKUP_ENTITY_H

#include <glib.h>

/* Names that were looked up, so that hostile texts cost no more than their length. */
typedef struct Entities {
	GHashTable *seen; /* name to text */
} Entities;

void entities_init(Entities *entities);
void entities_finish(Entities *entities);

/* Fresh copy of the text with its references read; unknown ones stay as they are. */
char *entities_decode(Entities *entities, const char *text, int length);

#endif
