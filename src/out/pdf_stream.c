/* pdf_stream: see the header. The check goes from the end as a reader does: startxref, table,
 * trailer, catalog, page tree. */
#include "out/pdf_stream.h"

#include <cairo-pdf.h>
#include <string.h>

#include "out/paint.h"

enum { PDF_END = 1024, PDF_OBJECT = 4096, XREF_ENTRY = 20 };

static cairo_status_t pdf_write(void *closure, const unsigned char *data, unsigned int length) {
	SafeFile *file = closure;
	return safe_file_write(file, data, length) ? CAIRO_STATUS_SUCCESS
						   : CAIRO_STATUS_WRITE_ERROR;
}

cairo_surface_t *pdf_surface_new(SafeFile *file, Len width, Len height) {
	return cairo_pdf_surface_create_for_stream(
		pdf_write, file, len_to_pt(width), len_to_pt(height));
}

static void describe(cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *text) {
	if (text) {
		cairo_pdf_surface_set_metadata(surface, key, text);
	}
}

void pdf_surface_describe(cairo_surface_t *surface, const DocInfo *info) {
	describe(surface, CAIRO_PDF_METADATA_TITLE, info->title);
	describe(surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
	describe(surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
	describe(surface, CAIRO_PDF_METADATA_KEYWORDS, info->keywords);
	describe(surface, CAIRO_PDF_METADATA_CREATOR, info->producer);
	/* Without a date Cairo takes the clock, and no two runs would be the same. */
	g_assert(info->date);
	describe(surface, CAIRO_PDF_METADATA_CREATE_DATE, info->date);
	describe(surface, CAIRO_PDF_METADATA_MOD_DATE, info->date);
}

/* Up to `room - 1` bytes from offset as a string; those that are NUL become blanks. */
static gboolean read_text(SafeFile *file, gsize offset, char *text, gsize room) {
	gsize size = safe_file_size(file);
	gsize length = offset < size ? MIN(room - 1, size - offset) : 0;
	if (!safe_file_read(file, offset, text, length)) {
		return FALSE;
	}
	for (gsize i = 0; i < length; i++) {
		text[i] = text[i] ? text[i] : ' ';
	}
	text[length] = '\0';
	return length > 0;
}

/* The number after the last `key` in text, or -1. */
static gint64 number_after(const char *text, const char *key) {
	const char *found = g_strrstr(text, key);
	if (!found) {
		return -1;
	}
	char *end;
	gint64 number = g_ascii_strtoll(found + strlen(key), &end, 10);
	return end == found + strlen(key) ? -1 : number;
}

/* Offset of the first entry of a table that starts with "xref\n0 COUNT\n", or -1. */
static gint64 table_entries(SafeFile *file, gint64 table, gint64 *count) {
	char text[64];
	if (table < 0 || !read_text(file, (gsize)table, text, sizeof text) ||
		!g_str_has_prefix(text, "xref\n0 ")) {
		return -1;
	}
	*count = g_ascii_strtoll(text + strlen("xref\n0 "), NULL, 10);
	const char *line = strchr(text + strlen("xref\n"), '\n');
	return line ? table + (line + 1 - text) : -1;
}

/* The object's text up to its end, from "N 0 obj"; NULL when there is none such. Caller frees. */
static char *object_text(SafeFile *file, gint64 entries, gint64 number) {
	char entry[XREF_ENTRY + 1];
	gsize at = (gsize)(entries + number * XREF_ENTRY);
	if (number < 1 || !read_text(file, at, entry, sizeof entry)) {
		return NULL;
	}
	g_autofree char *head = g_strdup_printf("%" G_GINT64_FORMAT " 0 obj", number);
	gsize offset = (gsize)g_ascii_strtoll(entry, NULL, 10);
	char *text = NULL;
	for (gsize room = PDF_OBJECT;; room *= 2) {
		text = g_realloc(text, room);
		if (!read_text(file, offset, text, room) || !g_str_has_prefix(text, head)) {
			break;
		}
		char *end = strstr(text, "endobj");
		if (end) {
			*end = '\0';
			return text;
		}
		if (room > safe_file_size(file)) {
			break;
		}
	}
	g_free(text);
	return NULL;
}

/* The /Count of the page tree's root stands behind the list of all its pages. */
static gint64 page_count(SafeFile *file, gint64 entries, gint64 catalog) {
	g_autofree char *root = object_text(file, entries, catalog);
	gint64 pages = root ? number_after(root, "/Pages ") : -1;
	g_autofree char *tree = object_text(file, entries, pages);
	return tree && strstr(tree, "/Type /Pages") ? number_after(tree, "/Count ") : -1;
}

gboolean pdf_file_is_whole(SafeFile *file, int pages) {
	char end[PDF_END + 1];
	gsize size = safe_file_size(file), length = MIN(size, (gsize)PDF_END);
	if (!read_text(file, size - length, end, sizeof end) ||
		!g_str_has_suffix(g_strchomp(end), "%%EOF")) {
		return FALSE;
	}
	gint64 count = 0;
	gint64 entries = table_entries(file, number_after(end, "startxref\n"), &count);
	gint64 catalog = number_after(end, "/Root ");
	return entries > 0 && catalog > 0 && catalog < count &&
		number_after(end, "/Size ") == count && page_count(file, entries, catalog) == pages;
}

gboolean pdf_surface_finish(cairo_surface_t *surface, SafeFile *file, int pages, GError **error) {
	cairo_surface_finish(surface);
	if (safe_file_failed(file)) {
		safe_file_tell(file, error);
		return FALSE;
	}
	if (!paint_check(cairo_surface_status(surface), error)) {
		return FALSE;
	}
	gboolean whole = pdf_file_is_whole(file, pages);
	if (safe_file_failed(file)) {
		safe_file_tell(file, error);
		return FALSE;
	}
	if (!whole) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_IO,
			"the PDF that was written is not whole");
	}
	return whole;
}
