/* inserts: see the header. A file and page named twice is opened once. */
#include "cli/inserts.h"

#include <string.h>

#include "base/file.h"
#include "finish/placed.h"

/* What an insert or a notice asks for, and the asset that it got, -1 = none. */
typedef struct Wanted {
	const Text *file;
	int page;
	gboolean page_given;
	Span page_span;
	int asset;
} Wanted;

static Asset *load_pdf(Session *session, const Wanted *wanted, GBytes *file) {
	PlacedRequest request = {.path = wanted->file->text,
		.page = wanted->page,
		.where = wanted->file->span,
		.page_where = wanted->page_span};
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
static Asset *load_file(Session *session, const Wanted *wanted) {
	const char *path = wanted->file->text;
	g_autoptr(GBytes) file = file_read_inside(session->folder, path, PLACED_FILE_MAX, NULL);
	if (file && placed_is_pdf(file)) {
		return load_pdf(session, wanted, file);
	}
	if (file && wanted->page_given) {
		diag_error(session->diags, "page-of-picture", wanted->page_span,
			"take `page` out, or name a PDF", "%s is no PDF: it has no pages", path);
		return NULL;
	}
	return asset_load(session->folder, path, wanted->file->span, session->diags);
}

static int add_asset(Session *session, const Wanted *wanted) {
	Asset *asset = load_file(session, wanted);
	if (!asset) {
		return -1;
	}
	int at = (int)session->assets->len;
	const char *path = wanted->file->text;
	const char *name = wanted->page > 1
		? arena_printf(session->arena, "%s, page %d", path, wanted->page)
		: path;
	session->page_assets[at] = (PageAsset){.asset = asset, .name = name};
	g_ptr_array_add(session->assets, asset);
	return at;
}

/* Returns the asset. */
static int take(Session *session, GArray *earlier, Wanted wanted) {
	wanted.asset = -1;
	for (guint i = 0; i < earlier->len && wanted.asset < 0; i++) {
		const Wanted *one = &g_array_index(earlier, Wanted, i);
		if (one->page == wanted.page && strcmp(one->file->text, wanted.file->text) == 0) {
			wanted.asset = one->asset;
		}
	}
	if (wanted.asset < 0) {
		wanted.asset = add_asset(session, &wanted);
	}
	g_array_append_val(earlier, wanted);
	return wanted.asset;
}

static void load_pictures(Session *session, GArray *earlier) {
	const Event *event = session->event;
	session->pictures = arena_array_of(session->arena, int, event->picture_count + 1);
	session->picture_crops = arena_array_of(session->arena, Rect, event->picture_count + 1);
	for (int i = 0; i < event->picture_count; i++) {
		const Text *file = &event->pictures[i];
		int asset = take(session, earlier, (Wanted){file, 1, FALSE, file->span, -1});
		session->pictures[i] = asset;
		if (asset >= 0) {
			session->picture_crops[i] =
				asset_portrait_crop(g_ptr_array_index(session->assets, asset));
		}
	}
}

void inserts_load(Session *session) {
	const Print *print = &session->event->print;
	g_autoptr(GArray) earlier = g_array_new(FALSE, FALSE, sizeof(Wanted));
	session->placed = g_array_new(FALSE, FALSE, sizeof(PlacedPage));
	session->inserts = arena_array_of(session->arena, int, print->part_count + 1);
	session->notices = arena_array_of(session->arena, int, print->notice_count + 1);
	for (int i = 0; i < print->part_count; i++) {
		const Part *part = &print->parts[i];
		session->inserts[i] = -1;
		if (part->kind == PART_INSERT) {
			session->inserts[i] = take(session, earlier,
				(Wanted){&part->file, part->page, part->page_given, part->page_span,
					-1});
		}
	}
	for (int i = 0; i < print->notice_count; i++) {
		const Notice *notice = &print->notices[i];
		session->notices[i] = -1;
		if (notice->file.text) {
			session->notices[i] = take(session, earlier,
				(Wanted){&notice->file, notice->page, notice->page_given,
					notice->page_span, -1});
		}
	}
	load_pictures(session, earlier);
}

void inserts_clear(Session *session) {
	for (guint i = 0; session->placed && i < session->placed->len; i++) {
		g_bytes_unref(g_array_index(session->placed, PlacedPage, i).form);
	}
	if (session->placed) {
		g_array_free(session->placed, TRUE);
	}
}
