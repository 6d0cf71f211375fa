/* addresses: what in a text of CommonMark is meant as a link, an e-mail address or a handle, and
 * what is wrong with it. Finds them in the source, where a diagnostic must point. Inside the room
 * only. */
#ifndef BIFOLIO_CHECK_ADDRESSES_H
#define BIFOLIO_CHECK_ADDRESSES_H

#include <glib.h>

typedef enum AddressKind {
	ADDRESS_WEB, /* http://…, www.…, and what was meant so */
	ADDRESS_EMAIL, /* with or without mailto: */
	ADDRESS_PHONE, /* never found in a text */
	ADDRESS_HANDLE, /* @name */
	ADDRESS_TARGET /* of [a link](target), where it is none of these */
} AddressKind;

typedef struct Address {
	AddressKind kind;
	int offset, length; /* bytes of the text */
	char *text;
	gboolean bare; /* stands in running text, not marked as a link */
} Address;

/* Array of Address; frees its texts with g_array_unref. Code spans are passed over. */
GArray *addresses_find(const char *text);
/* The whole text taken as one address of its kind. Caller frees .text. */
Address address_from_text(const char *text);

/* What is wrong, and how to mend it; both caller's to free, NULL when nothing is. hint may stay
 * NULL. */
char *address_fault(const Address *address, char **hint);
/* "pwd=" when the address carries a password, or a piece "name:password@"; caller frees. */
char *address_password(const Address *address);

#endif
