/* uri: addresses as a PDF may hold them. */
#ifndef BIFOLIO_PAGE_URI_H
#define BIFOLIO_PAGE_URI_H

/* An address as it may stand in a PDF string and between single quotes: percent-encoded are all
 * bytes outside the characters of RFC 3986, and of those ( ) and '. A '%' that encodes nothing
 * becomes %25; what is encoded already stays. Caller frees. */
char *page_uri(const char *address);

#endif
