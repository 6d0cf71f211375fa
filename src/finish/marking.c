/* marking: see the header. libqpdf is asked by one thread alone; the others inflate, mark and
 * deflate, a batch of pages at a time, so that not all of them are in memory at once. */
#include "finish/marking.h"

#include <stdlib.h>

#include "finish/coding.h"

enum { BATCH = 128, CONTENT_MOST = 256 << 20 /* bytes of a page */ };

typedef struct Sheet {
	MarkLeaves *leaves;
	qpdf_oh stream;
	unsigned char *data; /* as it is coded */
	gsize length;
	GByteArray *marked; /* coded again */
	GError *error;
} Sheet;

static void sheet_mark(gpointer data, gpointer unused) {
	(void)unused;
	Sheet *sheet = data;
	g_autoptr(GByteArray) plain = g_byte_array_new();
	g_autoptr(GByteArray) marked = g_byte_array_new();
	if (!coding_inflate(plain, sheet->data, sheet->length, CONTENT_MOST, &sheet->error)) {
		return;
	}
	gsize length = plain->len;
	g_byte_array_append(plain, (const guint8 *)"", 1);
	if (marks_put(marked, (const char *)plain->data, length, sheet->leaves, &sheet->error)) {
		sheet->marked = g_byte_array_new();
		coding_deflate(sheet->marked, marked->data, marked->len);
	}
}

static gboolean sheet_read(qpdf_data pdf, Sheet *sheet, qpdf_oh page, GError **error) {
	sheet->stream = qpdf_oh_get_key(pdf, page, "/Contents");
	qpdf_oh_get_stream_data(
		pdf, sheet->stream, qpdf_dl_none, NULL, &sheet->data, &sheet->length);
	return qobject_check(pdf, error);
}

static gboolean sheet_write(qpdf_data pdf, Sheet *sheet, GError **error) {
	if (sheet->error) {
		g_propagate_error(error, g_steal_pointer(&sheet->error));
		return FALSE;
	}
	qpdf_oh filter = qpdf_oh_new_name(pdf, "/FlateDecode"), none = qpdf_oh_new_null(pdf);
	qpdf_oh_replace_stream_data(
		pdf, sheet->stream, sheet->marked->data, sheet->marked->len, filter, none);
	qpdf_oh_release(pdf, filter);
	qpdf_oh_release(pdf, none);
	return TRUE;
}

static void sheet_finish(qpdf_data pdf, Sheet *sheet) {
	if (sheet->stream) {
		qpdf_oh_release(pdf, sheet->stream);
	}
	free(sheet->data);
	g_clear_error(&sheet->error);
	g_clear_pointer(&sheet->marked, g_byte_array_unref);
}

static void mark_all(Sheet *sheets, int count, int threads) {
	if (threads <= 1 || count <= 1) {
		for (int i = 0; i < count; i++) {
			sheet_mark(&sheets[i], NULL);
		}
		return;
	}
	GThreadPool *pool = g_thread_pool_new(sheet_mark, NULL, threads, FALSE, NULL);
	for (int i = 0; i < count; i++) {
		g_thread_pool_push(pool, &sheets[i], NULL);
	}
	g_thread_pool_free(pool, FALSE, TRUE);
}

gboolean marking_run(
	Structure *structure, qpdf_data pdf, const GArray *pages, int threads, GError **error) {
	gboolean good = TRUE;
	for (int from = 0; good && from < (int)pages->len; from += BATCH) {
		Sheet sheets[BATCH] = {0};
		int count = MIN(BATCH, (int)pages->len - from);
		for (int i = 0; good && i < count; i++) {
			MarkedPage page = g_array_index(pages, MarkedPage, from + i);
			sheets[i].leaves = structure_leaves(structure, page.number);
			good = sheet_read(pdf, &sheets[i], page.object, error);
		}
		if (good) {
			mark_all(sheets, count, threads);
		}
		for (int i = 0; i < count; i++) {
			good = good && sheet_write(pdf, &sheets[i], error);
			sheet_finish(pdf, &sheets[i]);
		}
	}
	return good;
}
