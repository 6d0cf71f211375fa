/* pdf_stream: a Cairo PDF surface over a SafeFile, and the look at the file when it is done,
 * because Cairo does not tell when a write has failed (FACTS.md 7). */
#ifndef BIFOLIO_OUT_PDF_STREAM_H
#define BIFOLIO_OUT_PDF_STREAM_H

#include <cairo.h>

#include "out/safewrite.h"
#include "page/page.h"

/* Size in Len. Destroyed by the caller before the file. */
cairo_surface_t *pdf_surface_new(SafeFile *file, Len width, Len height);

/* What the file says of itself, from info alone. */
void pdf_surface_describe(cairo_surface_t *surface, const DocInfo *info);

/* Finishes the surface and checks the file: writes, status, end, cross-reference table, number of
 * pages. FALSE with error. */
gboolean pdf_surface_finish(cairo_surface_t *surface, SafeFile *file, int pages, GError **error);

#endif
