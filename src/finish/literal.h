/* literal: a text as a string of a PDF. */
#ifndef BIFOLIO_FINISH_LITERAL_H
#define BIFOLIO_FINISH_LITERAL_H

#include <glib.h>

/* Appends it (UTF-8): a byte a character where PDFDocEncoding has them all, else in UTF-16. */
void literal_put(GString *out, const char *text);

#endif
