/* address: which addresses stay active, and where ones stand in running text. */
#ifndef BIFOLIO_MARKUP_ADDRESS_H
#define BIFOLIO_MARKUP_ADDRESS_H

#include "markup/rich.h"

/* The address as a link may carry it (http, https, mailto, tel; www. and bare e-mail addresses
 * completed; blanks and controls escaped), in the arena; NULL when it must not be active. */
const char *address_active(Arena *arena, const char *address);

/* Is the whole text an address, as a reader sees one? */
gboolean address_is_text(const char *text);

/* Length of the address that begins at `at`, 0 when none does. before: the character before it,
 * 0 at the start. limit: bytes that may be looked at. */
int address_length(const char *at, int limit, gunichar before);

/* Makes bare addresses links and marks all text that is an address INLINE_URL. */
void autolink_text(RichText *rich, Arena *arena);

#endif
