/* name: what can be told of a person's name by rule: which part is the family name, where it is
 * sorted, by which letters it is drawn. Rules know no person: `given`, `family` and `sort` of the
 * content always win. */
#ifndef BIFOLIO_MODEL_NAME_H
#define BIFOLIO_MODEL_NAME_H

#include "model/event.h"

/* In the arena; given may be NULL (a name of one word). Titles before the name ("Dr.") and what
 * follows a comma ("Jr.", "PhD") belong to neither. */
typedef struct NameParts {
	const char *given;
	const char *family; /* particles included: "van der Berg" */
	gboolean family_first; /* written so, as in Hungarian: "Varga Béla" */
} NameParts;

/* Does the language write the family name first, in letters in which it could be the other way
 * round? Hungarian and Vietnamese do. */
gboolean name_is_family_first(const char *language);

void name_split(Arena *arena, const char *name, NameParts *parts);
/* Fills the part that is NULL; both NULL: as name_split, or, with family_first, the first word is
 * the family's. A known part is taken off the name. */
void name_split_rest(Arena *arena, const char *name, NameParts *parts);
/* "Berg, Ludwig van der", and "Varga Béla" where the family comes first: particles in lower case go
 * behind, "Al-" stays. In the arena. */
const char *name_sort(Arena *arena, const NameParts *parts);
/* First letters of given and family name, particles and "Al-" passed over: "TÖ"; one character for
 * names in Han or Hangul. In the arena. */
const char *name_initials(Arena *arena, const NameParts *parts, const char *language);

#endif
