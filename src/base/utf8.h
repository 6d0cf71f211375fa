/* utf8: characters out of bytes that may not be UTF-8, counted the same way everywhere: a byte
 * that belongs to no character counts as one. */
#ifndef BIFOLIO_BASE_UTF8_H
#define BIFOLIO_BASE_UTF8_H

#include <glib.h>
#include <stddef.h>

/* What utf8_decode says of a byte that belongs to no character. */
#define UTF8_BAD ((gunichar)0x110000)

/* The first character of length > 0 bytes; returns how many bytes it takes, at least 1. */
int utf8_decode(const char *bytes, size_t length, gunichar *character);

/* Characters in length bytes. */
int utf8_count(const char *bytes, size_t length);

/* Columns of a terminal that a character takes: 0, 1 or 2. */
int utf8_width(gunichar character);

/* A fresh valid string that is safe to print on one line of a terminal: bad bytes, control
 * characters and bidirectional controls become visible signs; a tab stays. */
char *utf8_printable(const char *bytes, size_t length);

#endif
