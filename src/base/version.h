/* version: the version's one place. The Makefile reads it for the man page; --version and the
 * documents' metadata print it. */
#ifndef BIFOLIO_BASE_VERSION_H
#define BIFOLIO_BASE_VERSION_H

#define BIFOLIO_VERSION "0.1.0"

#endif
