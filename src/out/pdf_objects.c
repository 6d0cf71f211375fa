/* pdf_objects: see the header. Read by its cross-reference table; an object ends where the next one
 * begins. */
#include "out/pdf_objects.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

enum { XREF_ENTRY = 20, END = 1024, ROOM = 16384 };

typedef struct Place {
	gsize offset;
	int number;
} Place;

static int compare_places(const void *one, const void *other) {
	gsize a = ((const Place *)one)->offset, b = ((const Place *)other)->offset;
	return (a > b) - (a < b);
}

/* The number behind the last `key` of the file's end, or -1. */
static gint64 number_at_end(const char *data, gsize size, const char *key) {
	gsize from = size > END ? size - END : 0;
	g_autofree char *end = g_strndup(data + from, size - from);
	for (gsize i = 0; i + 1 < size - from; i++) {
		end[i] = end[i] ? end[i] : ' ';
	}
	const char *found = g_strrstr(end, key);
	return found ? g_ascii_strtoll(found + strlen(key), NULL, 10) : -1;
}

/* Objects of the table that are really there, by offset. */
static GArray *read_table(const char *data, gsize size, gsize table, int *count) {
	if (table >= size || strncmp(data + table, "xref\n0 ", 7) != 0) {
		return NULL;
	}
	char *entries;
	gint64 rows = g_ascii_strtoll(data + table + 7, &entries, 10);
	gsize at = (gsize)(entries - data) + 1;
	if (rows < 1 || rows > G_MAXINT || at + (gsize)rows * XREF_ENTRY > size) {
		return NULL;
	}
	*count = (int)rows;
	GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
	for (int i = 1; i < *count; i++) {
		const char *row = data + at + (gsize)i * XREF_ENTRY;
		Place place = {(gsize)g_ascii_strtoll(row, NULL, 10), i};
		char head[32];
		int length = g_snprintf(head, sizeof head, "%d 0 obj\n", i);
		if (row[17] == 'n' && place.offset + (gsize)length < table &&
			memcmp(data + place.offset, head, (gsize)length) == 0) {
			g_array_append_val(places, place);
		}
	}
	g_array_sort(places, compare_places);
	return places;
}

/* Up to the data of a stream, or all of it. */
static int head_length(const char *bytes, int length) {
	static const char mark[] = ">>\nstream\n";
	const char *found = g_strstr_len(bytes, length, mark);
	return found ? (int)(found - bytes) + (int)sizeof mark - 1 : length;
}

static void place_objects(
	PdfObjects *objects, const char *data, const GArray *places, gsize table) {
	for (guint i = 0; i < places->len; i++) {
		const Place *place = &g_array_index(places, Place, i);
		gsize end =
			i + 1 < places->len ? g_array_index(places, Place, i + 1).offset : table;
		PdfObject *object = &objects->objects[place->number];
		object->bytes = data + place->offset;
		object->length = (int)(end - place->offset);
		object->head = head_length(object->bytes, object->length);
	}
}

static gboolean is_delimiter(char c) {
	return g_ascii_isspace(c) || strchr("[]<>()/", c) != NULL;
}

/* Behind a string in parentheses that begins at `at`. */
static int skip_string(const char *text, int length, int at) {
	int depth = 0;
	for (; at < length; at++) {
		if (text[at] == '\\') {
			at++;
		} else if (text[at] == '(') {
			depth++;
		} else if (text[at] == ')' && --depth == 0) {
			return at + 1;
		}
	}
	return length;
}

gboolean pdf_next_reference(const char *text, int length, int at, PdfReference *found) {
	while (at < length) {
		if (text[at] == '(') {
			at = skip_string(text, length, at);
			continue;
		}
		if (!g_ascii_isdigit(text[at]) || (at > 0 && !is_delimiter(text[at - 1]))) {
			at++;
			continue;
		}
		int end = at, number = 0;
		while (end < length && g_ascii_isdigit(text[end]) && number < G_MAXINT / 16) {
			number = number * 10 + (text[end++] - '0');
		}
		gboolean is_reference = end + 4 <= length && memcmp(text + end, " 0 R", 4) == 0 &&
			(end + 4 == length || is_delimiter(text[end + 4]));
		if (is_reference) {
			*found = (PdfReference){at, end + 4, number};
			return TRUE;
		}
		at = end;
	}
	return FALSE;
}

int pdf_objects_reference(const PdfObjects *objects, int number, const char *key) {
	if (number < 1 || number >= objects->count || !objects->objects[number].bytes) {
		return 0;
	}
	const PdfObject *object = &objects->objects[number];
	g_autofree char *wanted = g_strconcat(key, " ", NULL);
	const char *found = g_strstr_len(object->bytes, object->head, wanted);
	if (!found) {
		return 0;
	}
	PdfReference reference;
	int at = (int)(found - object->bytes) + (int)strlen(wanted);
	gboolean there = pdf_next_reference(object->bytes, object->head, at, &reference) &&
		reference.start == at && reference.number < objects->count;
	return there ? reference.number : 0;
}

static void read_kids(PdfObjects *objects) {
	const PdfObject *tree = &objects->objects[objects->pages];
	const char *list = g_strstr_len(tree->bytes, tree->head, "/Kids [");
	if (!list) {
		return;
	}
	int at = (int)(list - tree->bytes);
	const char *close = memchr(list, ']', (size_t)(tree->head - at));
	int end = close ? (int)(close - tree->bytes) : at;
	GArray *kids = g_array_new(FALSE, FALSE, sizeof(int));
	PdfReference reference;
	while (pdf_next_reference(tree->bytes, end, at, &reference)) {
		g_array_append_val(kids, reference.number);
		at = reference.end;
	}
	objects->kid_count = (int)kids->len;
	objects->kids = (int *)(void *)g_array_free(kids, FALSE);
}

PdfObjects *pdf_objects_new(GBytes *file) {
	gsize size;
	const char *data = g_bytes_get_data(file, &size);
	gint64 table = number_at_end(data, size, "startxref\n");
	gint64 root = number_at_end(data, size, "/Root "),
	       info = number_at_end(data, size, "/Info ");
	int count = 0;
	g_autoptr(GArray) places = table > 0 ? read_table(data, size, (gsize)table, &count) : NULL;
	if (!places || root < 1 || root >= count || info < 1 || info >= count) {
		return NULL;
	}
	PdfObjects *objects = g_new0(PdfObjects, 1);
	objects->file = g_bytes_ref(file);
	objects->count = count;
	objects->objects = g_new0(PdfObject, count);
	objects->root = (int)root;
	objects->info = (int)info;
	place_objects(objects, data, places, (gsize)table);
	objects->pages = pdf_objects_reference(objects, objects->root, "/Pages");
	if (objects->pages > 0 && objects->objects[objects->pages].bytes) {
		read_kids(objects);
	}
	if (objects->kid_count == 0) {
		pdf_objects_free(objects);
		return NULL;
	}
	return objects;
}

GByteArray *pdf_objects_content(const PdfObjects *objects, int page) {
	int number = pdf_objects_reference(objects, page, "/Contents");
	const PdfObject *object = &objects->objects[number];
	if (number == 0 || object->head == object->length) {
		return NULL;
	}
	g_autoptr(GZlibDecompressor) inflater =
		g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
	g_autoptr(GByteArray) content = g_byte_array_new();
	const char *at = object->bytes + object->head;
	gsize left = (gsize)(object->length - object->head);
	for (GConverterResult result = G_CONVERTER_CONVERTED; result != G_CONVERTER_FINISHED;) {
		guint8 room[ROOM];
		gsize taken = 0, made = 0;
		result = g_converter_convert(G_CONVERTER(inflater), at, left, room, sizeof room,
			G_CONVERTER_NO_FLAGS, &taken, &made, NULL);
		if (result == G_CONVERTER_ERROR) {
			return NULL;
		}
		g_byte_array_append(content, room, (guint)made);
		at += taken;
		left -= taken;
	}
	return g_steal_pointer(&content);
}

void pdf_objects_free(PdfObjects *objects) {
	if (objects) {
		g_bytes_unref(objects->file);
		g_free(objects->objects);
		g_free(objects->kids);
		g_free(objects);
	}
}
