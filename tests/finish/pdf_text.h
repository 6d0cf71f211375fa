/* pdf_text: PDFs written by hand, object by object, for the tests of finish/: with whatever a
 * designer's program, or somebody who means ill, may put there. */
#ifndef BIFOLIO_TESTS_FINISH_PDF_TEXT_H
#define BIFOLIO_TESTS_FINISH_PDF_TEXT_H

#include <gio/gio.h>
#include <string.h>

typedef struct PdfText {
	GString *text;
	GArray *offsets; /* gsize, of objects 1.. in order */
} PdfText;

static inline void pdf_begin(PdfText *pdf) {
	pdf->text = g_string_new("%PDF-1.7\n");
	pdf->offsets = g_array_new(FALSE, FALSE, sizeof(gsize));
}

/* Objects are numbered from 1 in the order of their adding. */
static inline int pdf_object(PdfText *pdf, const char *body) {
	gsize offset = pdf->text->len;
	g_array_append_val(pdf->offsets, offset);
	g_string_append_printf(pdf->text, "%u 0 obj\n%s\nendobj\n", pdf->offsets->len, body);
	return (int)pdf->offsets->len;
}

static inline int pdf_stream(PdfText *pdf, const char *keys, const void *data, gsize length) {
	gsize offset = pdf->text->len;
	g_array_append_val(pdf->offsets, offset);
	g_string_append_printf(pdf->text,
		"%u 0 obj\n<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n", pdf->offsets->len, keys,
		length);
	g_string_append_len(pdf->text, data, (gssize)length);
	g_string_append(pdf->text, "\nendstream\nendobj\n");
	return (int)pdf->offsets->len;
}

/* Deflated data; filters: from the first to be undone to the last. */
static inline int pdf_coded(
	PdfText *pdf, const char *keys, const char *filters, const char *data, gsize length) {
	g_autoptr(GZlibCompressor) deflate =
		g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
	g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable();
	g_autoptr(GOutputStream) out = g_converter_output_stream_new(memory, G_CONVERTER(deflate));
	g_assert_true(g_output_stream_write_all(out, data, length, NULL, NULL, NULL));
	g_assert_true(g_output_stream_close(out, NULL, NULL));
	g_autofree char *all = g_strdup_printf("%s /Filter [%s]", keys, filters);
	GMemoryOutputStream *made = G_MEMORY_OUTPUT_STREAM(memory);
	return pdf_stream(pdf, all, g_memory_output_stream_get_data(made),
		g_memory_output_stream_get_data_size(made));
}

/* As many bytes of one kind, deflated. */
static inline int pdf_deflated(PdfText *pdf, const char *keys, char fill, gsize length) {
	g_autofree char *plain = g_malloc(length);
	memset(plain, fill, length);
	return pdf_coded(pdf, keys, "/FlateDecode", plain, length);
}

/* Object 1 must be the catalog. */
static inline GBytes *pdf_end(PdfText *pdf) {
	gsize table = pdf->text->len;
	unsigned count = pdf->offsets->len + 1;
	g_string_append_printf(pdf->text, "xref\n0 %u\n0000000000 65535 f \n", count);
	for (guint i = 0; i < pdf->offsets->len; i++) {
		g_string_append_printf(pdf->text, "%010" G_GSIZE_FORMAT " 00000 n \n",
			g_array_index(pdf->offsets, gsize, i));
	}
	g_string_append_printf(pdf->text,
		"trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
		count, table);
	g_array_free(pdf->offsets, TRUE);
	return g_string_free_to_bytes(pdf->text);
}

static inline void pdf_row(GString *rows, int kind, gsize second, int third) {
	const char row[] = {(char)kind, (char)(second >> 24), (char)(second >> 16),
		(char)(second >> 8), (char)second, (char)third};
	g_string_append_len(rows, row, sizeof row);
}

/* The same with a cross-reference stream; one object more, after the last, lies in the object
 * stream `container`. */
static inline GBytes *pdf_end_packed(PdfText *pdf, int container) {
	GString *rows = g_string_new(NULL);
	int count = (int)pdf->offsets->len;
	gsize table = pdf->text->len;
	pdf_row(rows, 0, 0, 255);
	for (int i = 0; i < count; i++) {
		pdf_row(rows, 1, g_array_index(pdf->offsets, gsize, (guint)i), 0);
	}
	pdf_row(rows, 2, (gsize)container, 0);
	pdf_row(rows, 1, table, 0);
	g_string_append_printf(pdf->text,
		"%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 1] /Root 1 0 R /Length "
		"%" G_GSIZE_FORMAT " >>\nstream\n",
		count + 2, count + 3, rows->len);
	g_string_append_len(pdf->text, rows->str, (gssize)rows->len);
	g_string_append_printf(
		pdf->text, "\nendstream\nendobj\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
	g_string_free(rows, TRUE);
	g_array_free(pdf->offsets, TRUE);
	return g_string_free_to_bytes(pdf->text);
}

/* One page, object 3, with these keys; its content, unless NULL, is object 4. */
static inline void pdf_page(PdfText *pdf, const char *keys, const char *content) {
	pdf_begin(pdf);
	pdf_object(pdf, "<< /Type /Catalog /Pages 2 0 R >>");
	pdf_object(pdf, "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 400] >>");
	g_autofree char *body = g_strdup_printf(
		"<< /Type /Page /Parent 2 0 R %s %s >>", keys, content ? "/Contents 4 0 R" : "");
	pdf_object(pdf, body);
	if (content) {
		pdf_stream(pdf, "", content, strlen(content));
	}
}

#endif
