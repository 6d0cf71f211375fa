/* pdf_table: see the header. Knows only the plain cross-reference tables that Cairo writes. */
#include "out/pdf_table.h"

#include <stdio.h>
#include <string.h>

enum { PDF_END = 1024, PDF_OBJECT = 4096, XREF_ENTRY = 20, XREF_BLOCK = 512, WINDOW = 1 << 16 };

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

/* The number after the last `key` in text, or -1; no file of ours has larger ones than an int. */
static gint64 number_after(const char *text, const char *key) {
	const char *found = g_strrstr(text, key);
	if (!found) {
		return -1;
	}
	char *end;
	gint64 number = g_ascii_strtoll(found + strlen(key), &end, 10);
	return end == found + strlen(key) || number > G_MAXINT ? -1 : number;
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
	return line && *count > 0 && *count < G_MAXINT ? table + (line + 1 - text) : -1;
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

/* A piece of the file kept, since objects stand nearly in the order of their numbers. */
typedef struct Window {
	SafeFile *file;
	gsize start, length;
	char bytes[WINDOW];
} Window;

/* Does the text stand at offset? */
static gboolean window_has(Window *window, gsize offset, const char *text, gsize length) {
	gsize size = safe_file_size(window->file);
	if (offset > size || length > size - offset) {
		return FALSE;
	}
	if (offset < window->start || offset + length > window->start + window->length) {
		window->start = offset;
		window->length = MIN((gsize)WINDOW, size - offset);
		if (!safe_file_read(window->file, offset, window->bytes, window->length)) {
			window->length = 0;
			return FALSE;
		}
	}
	return memcmp(window->bytes + (offset - window->start), text, length) == 0;
}

/* Rows first..first+count-1 of the table. */
static gboolean mend_rows(Window *window, gint64 entries, gint64 first, gint64 count) {
	static const char free_row[XREF_ENTRY + 1] = "0000000000 65535 f \n";
	char rows[XREF_BLOCK * XREF_ENTRY];
	gsize at = (gsize)(entries + first * XREF_ENTRY);
	if (!safe_file_read(window->file, at, rows, (gsize)count * XREF_ENTRY)) {
		return FALSE;
	}
	for (gint64 i = 0; i < count; i++) {
		const char *row = rows + i * XREF_ENTRY;
		char head[40];
		int length = snprintf(head, sizeof head, "%" G_GINT64_FORMAT " 0 obj", first + i);
		gsize offset = (gsize)g_ascii_strtoll(row, NULL, 10);
		if (row[17] == 'n' && !window_has(window, offset, head, (gsize)length) &&
			!safe_file_patch(
				window->file, at + (gsize)i * XREF_ENTRY, free_row, XREF_ENTRY)) {
			return FALSE;
		}
	}
	return !safe_file_failed(window->file);
}

gboolean pdf_table_mend(SafeFile *file) {
	char end[PDF_END + 1];
	gsize size = safe_file_size(file), length = MIN(size, (gsize)PDF_END);
	if (!read_text(file, size - length, end, sizeof end)) {
		return FALSE;
	}
	gint64 count = 0;
	gint64 entries = table_entries(file, number_after(end, "startxref\n"), &count);
	if (entries < 0 || count < 1 || (gsize)(entries + count * XREF_ENTRY) > size) {
		return FALSE;
	}
	Window *window = g_new0(Window, 1);
	window->file = file;
	gboolean mended = TRUE;
	for (gint64 first = 1; mended && first < count; first += XREF_BLOCK) {
		mended = mend_rows(window, entries, first, MIN(XREF_BLOCK, count - first));
	}
	g_free(window);
	return mended;
}
