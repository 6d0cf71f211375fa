/* pdf_writer: writes a PDF 1.7 object by object, in any order of numbers: streams as they come, all
 * else gathered in object streams; at the end the cross-reference stream. Bytes go to a sink soon;
 * what is kept grows by some bytes an object. */
#ifndef BIFOLIO_FINISH_PDF_WRITER_H
#define BIFOLIO_FINISH_PDF_WRITER_H

#include <glib.h>

/* Takes bytes of the file in their order. FALSE: it cannot, which it tells in its own way. */
typedef struct PdfSink {
	gboolean (*write)(void *to, const void *bytes, gsize length);
	void *to;
} PdfSink;

typedef struct PdfWriter PdfWriter;

/* Numbers below `taken` belong to the caller already. threads: that may work at once; 0 and 1: one.
 * The sink is asked in the caller's thread alone. */
PdfWriter *pdf_writer_new(PdfSink sink, int taken, int threads);
void pdf_writer_free(PdfWriter *writer);

/* The first of so many numbers that nobody else gets. */
int pdf_writer_reserve(PdfWriter *writer, int count);
/* What is appended to the string until pdf_writer_end_object is this object. */
GString *pdf_writer_begin_object(PdfWriter *writer, int number);
void pdf_writer_end_object(PdfWriter *writer);
/* dictionary: its entries but for /Length, without brackets. */
void pdf_writer_stream(
	PdfWriter *writer, int number, const char *dictionary, const void *data, gsize length);
/* Ends the file; numbers of the catalog and of what the file says of itself (0 = none). FALSE when
 * the sink has failed at any time. */
gboolean pdf_writer_end(PdfWriter *writer, int root, int info);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfWriter, pdf_writer_free)

#endif
