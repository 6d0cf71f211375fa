/* pdf_objects: a PDF as Cairo 1.16 writes it, in memory, object by object. */
#ifndef BIFOLIO_OUT_PDF_OBJECTS_H
#define BIFOLIO_OUT_PDF_OBJECTS_H

#include <glib.h>

/* An object's bytes from "N 0 obj" up to what follows it. */
typedef struct PdfObject {
	const char *bytes; /* NULL: there is none of this number */
	int length;
	int head; /* of it, what is not a stream's data: may hold references */
} PdfObject;

typedef struct PdfObjects {
	GBytes *file;
	int count; /* numbers are below this */
	PdfObject *objects;
	int root, pages,
		info; /* numbers: catalog, root of the page tree, what the file says of itself */
	int kid_count;
	int *kids; /* numbers of the pages */
} PdfObjects;

/* Takes a reference. NULL when it is no such file. */
PdfObjects *pdf_objects_new(GBytes *file);
void pdf_objects_free(PdfObjects *objects);

/* Number that stands behind "KEY " in the object as a reference; 0 = none. */
int pdf_objects_reference(const PdfObjects *objects, int number, const char *key);

/* What the content stream of a page says, inflated; NULL when it cannot be. */
GByteArray *pdf_objects_content(const PdfObjects *objects, int page);

/* A reference in a piece of text: where it stands and what it says. */
typedef struct PdfReference {
	int start, end, number;
} PdfReference;

/* The next reference at or after `at`, strings passed over. FALSE at the end. */
gboolean pdf_next_reference(const char *text, int length, int at, PdfReference *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfObjects, pdf_objects_free)

#endif
