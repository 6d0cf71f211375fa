/* damage: traces that conversion leaves in a text: escapes, HTML, wrong encodings, ligatures from
 * a PDF. Inside the room only. */
#ifndef BIFOLIO_CHECK_DAMAGE_H
#define BIFOLIO_CHECK_DAMAGE_H

#include <glib.h>

typedef struct Damage {
	const char *code, *hint; /* literals */
	const char *what; /* "is TeX": said of the damaged piece where `quoted`, else a sentence */
	gboolean quoted;
	int offset, length; /* bytes of the text, of the first place */
} Damage;

/* Array of Damage, each kind once, by offset. plain: quotes and spaces are printed as they stand,
 * nothing makes them right. Code spans are passed over. */
GArray *damage_find(const char *text, gboolean plain);

#endif
