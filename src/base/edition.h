/* edition: whom a booklet is composed for. */
#ifndef BIFOLIO_BASE_EDITION_H
#define BIFOLIO_BASE_EDITION_H

typedef enum BookEdition {
	BOOK_USUAL,
	BOOK_LARGE, /* large print: one column, nothing small */
	BOOK_PHONE, /* a page for a phone held upright */
	BOOK_EDITION_COUNT
} BookEdition;

#endif
