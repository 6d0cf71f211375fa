/* pdf_writer: see the header. The file's identifier is a digest of its bytes, so that the same
 * input gives the same file. */
#include "finish/pdf_writer.h"

#include <string.h>

#include "finish/digits.h"
#include "finish/portions.h"

enum {
	BODY_MOST = 48 << 10, /* bytes of an object stream */
	OBJECTS_MOST = 800, /* in it */
	ROW = 7 /* bytes of a row of the table: kind, place, index */
};

typedef enum Kind { KIND_FREE, KIND_PLACE, KIND_PACKED } Kind;

typedef struct Entry {
	guint32 place; /* byte in the file, or number of the object stream */
	guint16 index; /* in that */
	guint8 kind;
} Entry;

typedef struct Packed {
	int number;
	gsize at;
} Packed;

struct PdfWriter {
	PdfSink sink;
	gboolean failed;
	gsize size;
	GChecksum *digest;
	GArray *entries; /* Entry by number */
	GArray *packed; /* Packed: waiting for their object stream */
	GString *body; /* of it */
	Portions *portions; /* streams on their way to the sink */
};

static void put(PdfWriter *writer, const void *bytes, gsize length) {
	writer->failed = writer->failed || !writer->sink.write(writer->sink.to, bytes, length);
	g_checksum_update(writer->digest, bytes, (gssize)length);
	writer->size += length;
}

static void put_text(PdfWriter *writer, const char *text) {
	put(writer, text, strlen(text));
}

static void note(PdfWriter *writer, int number, Entry entry) {
	g_assert(number > 0 && number < (int)writer->entries->len);
	g_array_index(writer->entries, Entry, number) = entry;
}

static void put_stream(void *to, const Portion *portion) {
	PdfWriter *writer = to;
	note(writer, portion->number, (Entry){.kind = KIND_PLACE, .place = (guint32)writer->size});
	g_autofree char *head =
		g_strdup_printf("%d 0 obj\n<<%s/Length %" G_GSIZE_FORMAT ">>\nstream\n",
			portion->number, portion->dictionary, portion->length);
	put_text(writer, head);
	put(writer, portion->bytes, portion->length);
	put_text(writer, "\nendstream\nendobj\n");
}

PdfWriter *pdf_writer_new(PdfSink sink, int taken, int threads) {
	PdfWriter *writer = g_new0(PdfWriter, 1);
	writer->sink = sink;
	writer->digest = g_checksum_new(G_CHECKSUM_MD5);
	writer->entries = g_array_new(FALSE, TRUE, sizeof(Entry));
	g_array_set_size(writer->entries, (guint)taken);
	writer->packed = g_array_new(FALSE, FALSE, sizeof(Packed));
	writer->body = g_string_new(NULL);
	writer->portions = portions_new((PortionSink){put_stream, writer}, threads);
	put_text(writer, "%PDF-1.7\n%\xbf\xf7\xa2\xfe\n");
	return writer;
}

void pdf_writer_free(PdfWriter *writer) {
	if (writer) {
		portions_free(writer->portions);
		g_checksum_free(writer->digest);
		g_array_unref(writer->entries);
		g_array_unref(writer->packed);
		g_string_free(writer->body, TRUE);
		g_free(writer);
	}
}

int pdf_writer_reserve(PdfWriter *writer, int count) {
	int first = (int)writer->entries->len;
	g_array_set_size(writer->entries, (guint)(first + count));
	return first;
}

void pdf_writer_stream(
	PdfWriter *writer, int number, const char *dictionary, const void *data, gsize length) {
	const Portion portion = {number, dictionary, data, length};
	portions_add(writer->portions, &portion, FALSE);
}

/* --- object streams ----------------------------------------------------------------------- */

static void pack(PdfWriter *writer) {
	if (writer->packed->len == 0) {
		return;
	}
	int number = pdf_writer_reserve(writer, 1);
	g_autoptr(GString) head = g_string_new(NULL);
	for (guint i = 0; i < writer->packed->len; i++) {
		const Packed *one = &g_array_index(writer->packed, Packed, i);
		digits_put(head, one->number);
		g_string_append_c(head, ' ');
		digits_put(head, (int)one->at);
		g_string_append_c(head, ' ');
		note(writer, one->number,
			(Entry){.kind = KIND_PACKED,
				.place = (guint32)number,
				.index = (guint16)i});
	}
	g_autofree char *dictionary =
		g_strdup_printf("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT "/Filter/FlateDecode",
			writer->packed->len, head->len);
	g_string_append_len(head, writer->body->str, (gssize)writer->body->len);
	const Portion portion = {number, dictionary, head->str, head->len};
	portions_add(writer->portions, &portion, TRUE);
	g_array_set_size(writer->packed, 0);
	g_string_truncate(writer->body, 0);
}

GString *pdf_writer_begin_object(PdfWriter *writer, int number) {
	Packed one = {number, writer->body->len};
	g_array_append_val(writer->packed, one);
	return writer->body;
}

void pdf_writer_end_object(PdfWriter *writer) {
	g_string_append_c(writer->body, '\n');
	if (writer->body->len >= BODY_MOST || writer->packed->len >= OBJECTS_MOST) {
		pack(writer);
	}
}

/* --- the table ---------------------------------------------------------------------------- */

/* Rows, each less the one before it (the predictor "up" of PNG), which deflates to little. */
static GByteArray *table_rows(const PdfWriter *writer) {
	guint8 before[ROW] = {0};
	GByteArray *rows = g_byte_array_sized_new((writer->entries->len) * (ROW + 1));
	for (guint i = 0; i < writer->entries->len; i++) {
		const Entry *entry = &g_array_index(writer->entries, Entry, i);
		const guint8 row[ROW] = {entry->kind, (guint8)(entry->place >> 24),
			(guint8)(entry->place >> 16), (guint8)(entry->place >> 8),
			(guint8)entry->place, (guint8)(entry->index >> 8), (guint8)entry->index};
		guint8 coded[ROW + 1] = {2};
		for (int k = 0; k < ROW; k++) {
			coded[k + 1] = (guint8)(row[k] - before[k]);
			before[k] = row[k];
		}
		g_byte_array_append(rows, coded, sizeof coded);
	}
	return rows;
}

gboolean pdf_writer_end(PdfWriter *writer, int root, int info) {
	pack(writer);
	portions_end(writer->portions);
	int number = pdf_writer_reserve(writer, 1);
	gsize place = writer->size;
	note(writer, number, (Entry){.kind = KIND_PLACE, .place = (guint32)place});
	g_autoptr(GByteArray) rows = table_rows(writer);
	g_autoptr(GChecksum) digest = g_checksum_copy(writer->digest);
	const char *id = g_checksum_get_string(digest);
	g_autoptr(GString) head = g_string_new("/Type/XRef/W[1 4 2]/Filter/FlateDecode"
					       "/DecodeParms<</Predictor 12/Columns 7>>");
	g_string_append_printf(
		head, "/Size %u/Root %d 0 R/ID[<%s><%s>]", writer->entries->len, root, id, id);
	if (info > 0) {
		g_string_append_printf(head, "/Info %d 0 R", info);
	}
	const Portion table = {number, head->str, rows->data, rows->len};
	portions_add(writer->portions, &table, TRUE);
	portions_end(writer->portions);
	g_autofree char *tail = g_strdup_printf("startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", place);
	put_text(writer, tail);
	return !writer->failed && writer->size < G_MAXUINT32;
}
