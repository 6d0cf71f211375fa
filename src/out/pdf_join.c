/* pdf_join: see the header. The first file's objects keep their numbers; what its pages need of
 * another is found by following references and gets numbers behind. Fonts are the same in all,
 * thanks to the prelude, and found by their names in its resources. Dests and page labels are
 * written anew. */
#include "out/pdf_join.h"

#include <string.h>

#include "out/pdf_objects.h"
#include "out/pdf_table.h"

typedef struct Place {
	char *name; /* as in the file, without parentheses */
	int page; /* number of its object in the joined file */
	char *where; /* "/XYZ 0 464.5 0" */
} Place;

typedef struct Joiner {
	const Document *document;
	SafeFile *file;
	PdfObjects *first;
	GArray *offsets; /* gint64 by number, 0 = none */
	GArray *kids; /* int */
	GArray *places; /* Place */
	int *map; /* of the part at hand: its numbers to those of the joined file, 0 = not taken */
	GArray *waiting; /* int: numbers taken and not yet written */
} Joiner;

static void put(Joiner *joiner, const char *bytes, gsize length) {
	safe_file_write(joiner->file, bytes, length);
}

static void put_text(Joiner *joiner, const char *text) {
	put(joiner, text, strlen(text));
}

G_GNUC_PRINTF(2, 3)
static void put_format(Joiner *joiner, const char *format, ...) {
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *text = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	put_text(joiner, text);
}

/* Notes that an object begins here. */
static void begin_object(Joiner *joiner, int number) {
	while ((int)joiner->offsets->len <= number) {
		gint64 none = 0;
		g_array_append_val(joiner->offsets, none);
	}
	g_array_index(joiner->offsets, gint64, number) = (gint64)safe_file_size(joiner->file);
}

static int next_number(const Joiner *joiner) {
	return (int)joiner->offsets->len;
}

/* --- the first part ----------------------------------------------------------------------- */

/* Catalog, page tree and dests are written anew, and the prelude is left out. */
static void put_first(Joiner *joiner) {
	const PdfObjects *first = joiner->first;
	const char *start = g_bytes_get_data(first->file, NULL), *head = NULL;
	for (int i = 1; i < first->count; i++) {
		const char *bytes = first->objects[i].bytes;
		head = bytes && (!head || bytes < head) ? bytes : head;
	}
	put(joiner, start, (gsize)(head - start));
	int names = pdf_objects_reference(first, first->root, "/Names");
	int labels = pdf_objects_reference(first, first->root, "/PageLabels");
	int dests = pdf_objects_reference(first, names, "/Dests");
	begin_object(joiner, first->count - 1);
	g_array_index(joiner->offsets, gint64, first->count - 1) = 0;
	for (int i = 1; i < first->count; i++) {
		const PdfObject *object = &first->objects[i];
		gboolean anew = i == first->root || i == first->pages || i == names ||
			i == labels || i == dests || i == first->kids[0];
		if (object->bytes && !anew) {
			begin_object(joiner, i);
			put(joiner, object->bytes, (gsize)object->length);
		}
	}
	g_array_append_vals(joiner->kids, first->kids + 1, (guint)first->kid_count - 1);
}

/* --- the others --------------------------------------------------------------------------- */

typedef struct Font {
	char *name;
	int number;
} Font;

static void font_clear(void *data) {
	g_free(((Font *)data)->name);
}

/* Fonts of the prelude by their names. */
static GArray *prelude_fonts(const PdfObjects *part) {
	GArray *fonts = g_array_new(FALSE, FALSE, sizeof(Font));
	g_array_set_clear_func(fonts, font_clear);
	int resources = pdf_objects_reference(part, part->kids[0], "/Resources");
	if (resources == 0) {
		return fonts;
	}
	const PdfObject *object = &part->objects[resources];
	const char *list = g_strstr_len(object->bytes, object->head, "/Font <<");
	const char *end =
		list ? g_strstr_len(list, object->bytes + object->head - list, ">>") : NULL;
	const char *at = end ? list + strlen("/Font <<") : NULL;
	while (at && (at = memchr(at, '/', (size_t)(end - at)))) {
		PdfReference reference;
		int length = (int)(end - at);
		if (!pdf_next_reference(at, length, 0, &reference)) {
			break;
		}
		Font font = {g_strndup(at, (gsize)reference.start), reference.number};
		g_array_append_val(fonts, font);
		at += reference.end;
	}
	return fonts;
}

static void share_fonts(Joiner *joiner, const PdfObjects *part) {
	g_autoptr(GArray) ours = prelude_fonts(joiner->first);
	g_autoptr(GArray) theirs = prelude_fonts(part);
	for (guint i = 0; i < ours->len && i < theirs->len; i++) {
		const Font *mine = &g_array_index(ours, Font, i);
		const Font *other = &g_array_index(theirs, Font, i);
		/* One that differs stays as it is in its part. */
		if (strcmp(mine->name, other->name) == 0 &&
			pdf_objects_equal(joiner->first, mine->number, part, other->number)) {
			joiner->map[other->number] = mine->number;
		}
	}
}

/* Number in the joined file of an object of the part; one not yet taken is put on the list. 0: it
 * does not exist. */
static int take(Joiner *joiner, const PdfObjects *part, int number) {
	if (number < 1 || number >= part->count || !part->objects[number].bytes) {
		return 0;
	}
	if (joiner->map[number] == 0) {
		joiner->map[number] = next_number(joiner);
		begin_object(joiner, joiner->map[number]);
		g_array_append_val(joiner->waiting, number);
	}
	return joiner->map[number];
}

static void put_object(Joiner *joiner, const PdfObjects *part, int number) {
	const PdfObject *object = &part->objects[number];
	begin_object(joiner, joiner->map[number]);
	put_format(joiner, "%d 0 obj\n", joiner->map[number]);
	int at = (int)((const char *)memchr(object->bytes, '\n', (size_t)object->head) + 1 -
		object->bytes);
	PdfReference reference;
	while (pdf_next_reference(object->bytes, object->head, at, &reference)) {
		put(joiner, object->bytes + at, (gsize)(reference.start - at));
		int taken = take(joiner, part, reference.number);
		if (taken > 0) {
			put_format(joiner, "%d 0 R", taken);
		} else {
			put_text(joiner, "null");
		}
		at = reference.end;
	}
	put(joiner, object->bytes + at, (gsize)(object->length - at));
}

static void put_other(Joiner *joiner, const PdfObjects *part) {
	joiner->map[part->pages] = joiner->first->pages;
	share_fonts(joiner, part);
	for (int i = 1; i < part->kid_count; i++) {
		int page = take(joiner, part, part->kids[i]);
		g_array_append_val(joiner->kids, page);
		while (joiner->waiting->len > 0) {
			int number = g_array_index(joiner->waiting, int, 0);
			g_array_remove_index(joiner->waiting, 0);
			put_object(joiner, part, number);
		}
	}
}

/* --- what is written anew ------------------------------------------------------------------ */

static void place_clear(void *data) {
	g_free(((Place *)data)->name);
	g_free(((Place *)data)->where);
}

static int compare_places(const void *one, const void *other) {
	return strcmp(((const Place *)one)->name, ((const Place *)other)->name);
}

/* Names that links lead to: "(talk-t1) [37 0 R /XYZ 0 464.5 0]", one a line. */
static void collect_places(Joiner *joiner, const PdfObjects *part) {
	int names = pdf_objects_reference(part, part->root, "/Names");
	int dests = pdf_objects_reference(part, names, "/Dests");
	if (dests == 0) {
		return;
	}
	const PdfObject *object = &part->objects[dests];
	const char *end = object->bytes + object->head, *at = object->bytes;
	while ((at = memchr(at, '(', (size_t)(end - at)))) {
		const char *close = memchr(at, ')', (size_t)(end - at));
		const char *stop = close ? memchr(close, ']', (size_t)(end - close)) : NULL;
		PdfReference page;
		if (!stop || !pdf_next_reference(close, (int)(stop - close), 1, &page)) {
			return;
		}
		Place place = {.name = g_strndup(at + 1, (gsize)(close - at - 1)),
			.page = joiner->map ? take(joiner, part, page.number) : page.number,
			.where = g_strndup(close + page.end, (gsize)(stop - close - page.end))};
		g_array_append_val(joiner->places, place);
		at = stop;
	}
}

static int put_dests(Joiner *joiner) {
	int number = next_number(joiner);
	begin_object(joiner, number);
	put_format(joiner, "%d 0 obj\n<< /Names [\n", number);
	g_array_sort(joiner->places, compare_places);
	for (guint i = 0; i < joiner->places->len; i++) {
		const Place *place = &g_array_index(joiner->places, Place, i);
		put_format(joiner, "   (%s) [%d 0 R%s]\n", place->name, place->page, place->where);
	}
	put_text(joiner, "  ]\n>>\nendobj\n");
	return number;
}

static void put_pages(Joiner *joiner) {
	int number = joiner->first->pages;
	begin_object(joiner, number);
	put_format(joiner, "%d 0 obj\n<< /Type /Pages\n   /Kids [ ", number);
	for (guint i = 0; i < joiner->kids->len; i++) {
		put_format(joiner, "%d 0 R ", g_array_index(joiner->kids, int, i));
	}
	put_format(joiner, "]\n   /Count %u\n>>\nendobj\n", joiner->kids->len);
}

/* A label that is no number, as a string of UTF-16. */
static void put_prefix(Joiner *joiner, const char *label) {
	glong length = 0;
	g_autofree gunichar2 *units = g_utf8_to_utf16(label, -1, NULL, &length, NULL);
	put_text(joiner, "/P <FEFF");
	for (glong i = 0; units && i < length; i++) {
		put_format(joiner, "%04X", units[i]);
	}
	put_text(joiner, ">");
}

/* Ranges of numbers that count up, the pages' own numbers left out at the beginning. */
static int put_labels(Joiner *joiner) {
	const Document *document = joiner->document;
	int number = next_number(joiner);
	gint64 expected = 1;
	gboolean plain = TRUE;
	begin_object(joiner, number);
	put_format(joiner, "%d 0 obj\n<< /Nums [\n", number);
	for (int i = 0; i < document->page_count; i++) {
		const char *label = document->pages[i].label;
		gint64 value = g_ascii_strtoll(label, NULL, 10);
		g_autofree char *again = g_strdup_printf("%" G_GINT64_FORMAT, value);
		gboolean counts = value > 0 && strcmp(again, label) == 0;
		if (!counts || value != expected) {
			if (plain && i > 0) {
				put_text(joiner, "    0 << /S /D >>\n");
			}
			plain = FALSE;
			put_format(joiner, "    %d << ", i);
			if (counts) {
				put_format(joiner, "/S /D /St %d", (int)value);
			} else {
				put_prefix(joiner, label);
			}
			put_text(joiner, " >>\n");
		}
		expected = counts ? value + 1 : -1;
	}
	put_text(joiner, "  ]\n>>\nendobj\n");
	return number;
}

static int put_catalog(Joiner *joiner) {
	const PdfObjects *first = joiner->first;
	int dests = put_dests(joiner), labels = put_labels(joiner);
	int outlines = pdf_objects_reference(first, first->root, "/Outlines");
	int names = next_number(joiner);
	begin_object(joiner, names);
	put_format(joiner, "%d 0 obj\n<< /Dests %d 0 R >>\nendobj\n", names, dests);
	int root = next_number(joiner);
	begin_object(joiner, root);
	put_format(joiner, "%d 0 obj\n<< /Type /Catalog\n   /Pages %d 0 R\n", root, first->pages);
	if (outlines > 0) {
		put_format(joiner, "   /Outlines %d 0 R\n", outlines);
	}
	put_format(joiner, "   /PageLabels %d 0 R\n   /Names %d 0 R\n>>\nendobj\n", labels, names);
	return root;
}

static void put_table(Joiner *joiner, int root) {
	gint64 table = (gint64)safe_file_size(joiner->file);
	put_format(joiner, "xref\n0 %u\n0000000000 65535 f \n", joiner->offsets->len);
	for (guint i = 1; i < joiner->offsets->len; i++) {
		gint64 offset = g_array_index(joiner->offsets, gint64, i);
		put_format(joiner, "%010" G_GINT64_FORMAT " %s \n", offset,
			offset > 0 ? "00000 n" : "65535 f");
	}
	put_format(joiner,
		"trailer\n<< /Size %u\n   /Root %d 0 R\n   /Info %d 0 R\n>>\nstartxref\n"
		"%" G_GINT64_FORMAT "\n%%%%EOF\n",
		joiner->offsets->len, root, joiner->first->info, table);
}

/* --- all of it ----------------------------------------------------------------------------- */

static void join_other(Joiner *joiner, const PdfObjects *part) {
	joiner->map = g_new0(int, part->count);
	put_other(joiner, part);
	collect_places(joiner, part);
	g_clear_pointer(&joiner->map, g_free);
}

/* FALSE when a part is no file as Cairo writes them. */
static gboolean join_all(Joiner *joiner, GPtrArray *parts) {
	for (gboolean first = TRUE; parts->len > 0; first = FALSE) {
		GBytes *bytes = g_ptr_array_steal_index(parts, 0);
		PdfObjects *part = pdf_objects_new(bytes);
		g_bytes_unref(bytes);
		if (!part) {
			return FALSE;
		}
		if (first) {
			joiner->first = part;
			put_first(joiner);
			collect_places(joiner, part);
		} else {
			join_other(joiner, part);
			pdf_objects_free(part);
		}
	}
	put_pages(joiner);
	put_table(joiner, put_catalog(joiner));
	return TRUE;
}

static gboolean refuse(GError **error, const char *why) {
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_IO, "the PDF cannot be joined: %s", why);
	return FALSE;
}

gboolean pdf_join(const Document *document, GPtrArray *parts, SafeFile *file, GError **error) {
	Joiner joiner = {.document = document, .file = file};
	joiner.offsets = g_array_new(FALSE, TRUE, sizeof(gint64));
	joiner.kids = g_array_new(FALSE, FALSE, sizeof(int));
	joiner.places = g_array_new(FALSE, FALSE, sizeof(Place));
	g_array_set_clear_func(joiner.places, place_clear);
	joiner.waiting = g_array_new(FALSE, FALSE, sizeof(int));
	gboolean joined = join_all(&joiner, parts);
	pdf_objects_free(joiner.first);
	g_array_unref(joiner.offsets);
	g_array_unref(joiner.kids);
	g_array_unref(joiner.places);
	g_array_unref(joiner.waiting);
	if (safe_file_failed(file)) {
		safe_file_tell(file, error);
		return FALSE;
	}
	if (!joined || !pdf_file_is_whole(file, document->page_count)) {
		return refuse(error, "what Cairo wrote is not as it was expected");
	}
	return TRUE;
}
