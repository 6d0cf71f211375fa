/* inserts: see the header. A file and page named twice is opened once. */
#include "cli/inserts.h"

#include <string.h>

#include "base/file.h"
#include "finish/placed.h"

static Asset *load_pdf(Session *session, const Part *part, GBytes *file) {
	PlacedRequest request = {.path = part->file.text,
		.page = part->page,
		.where = part->file.span,
		.page_where = part->page_span};
	Placed placed;
	if (!placed_load(file, &request, session->diags, &placed)) {
		return NULL;
	}
	PlacedPage page = {(int)session->assets->len, placed.form};
	g_array_append_val(session->placed, page);
	AssetPage sizes = {placed.width, placed.height, placed.trim_x, placed.trim_y,
		placed.trim_width, placed.trim_height};
	return asset_from_pdf(&sizes);
}

/* What is wrong with a file is for asset_load to tell, that knows pictures. */
static Asset *load_insert(Session *session, const Part *part) {
	g_autoptr(GBytes) file =
		file_read_inside(session->folder, part->file.text, PLACED_FILE_MAX, NULL);
	if (file && placed_is_pdf(file)) {
		return load_pdf(session, part, file);
	}
	if (file && part->page_given) {
		diag_error(session->diags, "page-of-picture", part->page_span,
			"take `page` out, or name a PDF", "%s is no PDF: it has no pages",
			part->file.text);
		return NULL;
	}
	return asset_load(session->folder, part->file.text, part->file.span, session->diags);
}

/* The asset of an earlier insert that is the same, or -1. */
static int find_same(const Session *session, int index) {
	const Part *parts = session->event->print.parts;
	for (int i = 0; i < index; i++) {
		if (session->inserts[i] >= 0 && parts[i].page == parts[index].page &&
			strcmp(parts[i].file.text, parts[index].file.text) == 0) {
			return session->inserts[i];
		}
	}
	return -1;
}

static void add_insert(Session *session, int index) {
	const Part *part = &session->event->print.parts[index];
	session->inserts[index] = find_same(session, index);
	if (session->inserts[index] >= 0) {
		return;
	}
	Asset *asset = load_insert(session, part);
	if (!asset) {
		return;
	}
	int at = (int)session->assets->len;
	const char *name = part->page > 1
		? arena_printf(session->arena, "%s, page %d", part->file.text, part->page)
		: part->file.text;
	session->inserts[index] = at;
	session->page_assets[at] = (PageAsset){.asset = asset, .name = name};
	g_ptr_array_add(session->assets, asset);
}

void inserts_load(Session *session) {
	const Print *print = &session->event->print;
	session->placed = g_array_new(FALSE, FALSE, sizeof(PlacedPage));
	session->inserts = arena_array_of(session->arena, int, print->part_count + 1);
	for (int i = 0; i < print->part_count; i++) {
		session->inserts[i] = -1;
		if (print->parts[i].kind == PART_INSERT) {
			add_insert(session, i);
		}
	}
}

void inserts_clear(Session *session) {
	for (guint i = 0; session->placed && i < session->placed->len; i++) {
		g_bytes_unref(g_array_index(session->placed, PlacedPage, i).form);
	}
	if (session->placed) {
		g_array_free(session->placed, TRUE);
	}
}
