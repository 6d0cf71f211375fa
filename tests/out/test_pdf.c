/* out_pdf: files are whole and clean, their text is extracted as it is read, fonts are embedded
 * once a face and kind, links lead where they should, bytes are the same again, and a disk that
 * fills at any byte is told. */
#define _GNU_SOURCE 1

#include <cairo.h>
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "out/pdf_link.h"
#include "out/pdf_table.h"
#include "page/uri.h"
#include "sample.h"

static char *folder;

/* Bytes that may still be written, -1 = all; only the thread that sets it is meant. */
static _Thread_local gint64 room = -1;

/* NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name) */
ssize_t write(int descriptor, const void *data, size_t length) {
	if (room >= 0) {
		if (room == 0 && length > 0) {
			errno = ENOSPC;
			return -1;
		}
		length = MIN(length, (size_t)room);
		room -= (gint64)length;
	}
	return syscall(SYS_write, descriptor, data, length);
}

static char *in_folder(const char *name) {
	return g_build_filename(folder, name, NULL);
}

static void write_pdf(const Document *document, Len bleed, gboolean links, const char *path) {
	g_autoptr(GError) error = NULL;
	SafeFile *file = safe_file_new(path, &error);
	g_assert_no_error(error);
	PdfOptions options = {.bleed = bleed, .links = links};
	gboolean written = out_pdf(document, &options, file, &error);
	g_assert_no_error(error);
	g_assert_true(written);
	g_assert_true(safe_file_commit(file, "%%EOF", &error));
	g_assert_no_error(error);
}

static void assert_clean(const char *path) {
	g_autofree char *said = sample_run("qpdf --check %s", path);
	g_assert_nonnull(said);
	g_assert_nonnull(strstr(said, "No syntax or stream encoding errors found"));
	g_assert_null(strstr(said, "WARNING"));
}

static void assert_contains(const char *text, const char *wanted) {
	if (!text || !strstr(text, wanted)) {
		g_test_message("not found: %s\nin: %s", wanted, text);
	}
	g_assert_true(text && strstr(text, wanted));
}

static void add_turned(Sample *sample, PageBuilder *builder) {
	LineRun look = {.size = len_from_pt(9), .colour = ACCENT};
	PageItem item = {.kind = PAGE_TEXT, .tag = TAG_ARTIFACT};
	item.as.text.line = sample_line(sample, look, FACE_SANS, "Turned quarter");
	item.as.text.at = (Point){len_from_pt(20), len_from_pt(200)};
	item.as.text.turn = -acos(-1.0) / 2;
	item.as.text.colour = GREY;
	page_add(builder, item);
	item.as.text.at = (Point){len_from_pt(300), len_from_pt(480)};
	item.as.text.turn = 0.5;
	page_add(builder, item);
}

static void add_shapes(Sample *sample, PageBuilder *builder) {
	PathBuilder *path = path_builder_new(sample->arena);
	Point centre = {len_from_mm(148), len_from_mm(160)};
	path_arc(path, centre, len_from_mm(30), 1.6, 4.7);
	path_line(path, centre);
	path_close(path);
	PageItem item = {.kind = PAGE_PATH, .tag = TAG_ARTIFACT};
	item.as.path.path = path_builder_end(path);
	item.as.path.fill = ACCENT;
	item.as.path.stroke = GREY;
	item.as.path.thickness = len_from_pt(2);
	item.as.path.clip_to_page = TRUE;
	page_add(builder, item);
	item = (PageItem){.kind = PAGE_DOTS, .tag = TAG_ARTIFACT};
	item.as.rule.from = (Point){len_from_pt(40), len_from_pt(400)};
	item.as.rule.to = (Point){len_from_pt(240), len_from_pt(400)};
	item.as.rule.thickness = len_from_pt(0.8);
	item.as.rule.gap = len_from_pt(4);
	item.as.rule.colour = GREY;
	page_add(builder, item);
	page_add_rule(builder, (Point){len_from_pt(40), len_from_pt(410)},
		(Point){len_from_pt(240), len_from_pt(410)}, len_from_pt(0.5), INK);
	page_add_fill(builder, (Rect){0, 0, len_from_mm(148), len_from_pt(30)}, ACCENT, TRUE);
	page_add_fill(
		builder, (Rect){len_from_pt(40), len_from_pt(420), 40000, 20000}, GREY, FALSE);
}

static void add_looks(Sample *sample, PageBuilder *builder) {
	LineRun looks[4] = {{.size = len_from_pt(11), .colour = INK},
		{.size = len_from_pt(11), .colour = INK, .tracking = len_from_pt(1.5)},
		{.size = len_from_pt(11), .colour = INK, .stretch = 20000},
		{.size = len_from_pt(7), .colour = ACCENT, .rise = len_from_pt(4)}};
	const char *const texts[4] = {"Plain offices", "TRACKED CAPS", "Plain offices", "raised"};
	for (int i = 0; i < 4; i++) {
		page_add_text(builder, TAG_ARTIFACT,
			sample_line(sample, looks[i], FACE_PROSE, texts[i]), len_from_pt(40),
			len_from_pt(250 + 16 * i));
	}
}

static void make_rich(Sample *sample) {
	sample_init(sample);
	PageBuilder *builder = sample_page(sample, 148, 210);
	sample_text(sample, builder, FACE_PROSE, 12, "The office affine flow of fjords: efficient",
		40, 60);
	sample_text(sample, builder, FACE_SANS, 12, "Ångström, Zażółć gęślą jaźń, Ελλάδα", 40, 80);
	sample_text(sample, builder, FACE_ARABIC, 14, "مرحبا بالعالم الصغير", 380, 110);
	sample_text(sample, builder, FACE_HEBREW, 14, "שלום עולם קטן", 380, 140);
	sample_text(sample, builder, FACE_CJK, 14, "小さな機械の話", 40, 170);
	add_looks(sample, builder);
	add_turned(sample, builder);
	add_shapes(sample, builder);
	Rect place = {len_from_pt(40), len_from_pt(48), len_from_pt(100), len_from_pt(16)};
	page_add_link(builder, place, NULL, "second", "To the second page");
	place.y += len_from_pt(20);
	page_add_link(builder, place, "https://example.org/a_(b)?q='x y'&z=\\ü%20%", NULL, NULL);
	page_add_link(builder, place, NULL, "nowhere", NULL);
	page_add_anchor(builder, "first", (Point){0, 0});
	sample_page_end(sample, builder, "cover");
	builder = sample_page(sample, 210, 100);
	sample_text(sample, builder, FACE_SANS, 10, "A page of another size", 40, 60);
	page_add_link(builder, place, NULL, "first", NULL);
	page_add_anchor(builder, "second", (Point){0, len_from_pt(50)});
	page_add_anchor(builder, "third", (Point){0, len_from_pt(80)});
	sample_page_end(sample, builder, "ii");
	static const OutlineEntry outline[] = {{"Début “1”", "first", 1}, {"Second", "second", 2},
		{"Lost", "nowhere", 2}, {"Deep", "third", 4}, {"Last", "third", 1}};
	sample->document.outline = outline;
	sample->document.outline_count = G_N_ELEMENTS(outline);
}

static void test_rich(void) {
	Sample sample;
	make_rich(&sample);
	g_autofree char *path = in_folder("rich.pdf");
	write_pdf(&sample.document, 0, TRUE, path);
	assert_clean(path);
	g_autofree char *text = sample_run("pdftotext -layout -enc UTF-8 %s -", path);
	assert_contains(text, "The office affine flow of fjords: efficient");
	assert_contains(text, "Ångström, Zażółć gęślą jaźń, Ελλάδα");
	assert_contains(text, "مرحبا بالعالم الصغير");
	assert_contains(text, "שלום עולם קטן");
	assert_contains(text, "小さな機械の話");
	assert_contains(text, "Turned quarter");
	assert_contains(text, "A page of another size");
	g_autofree char *info = sample_run("pdfinfo -l 2 %s", path);
	assert_contains(info, "Title:           Colloquium on Small Machines (“A\\B”)");
	assert_contains(info, "Author:          Ana Exemplo");
	assert_contains(info, "Keywords:        machines, small");
	assert_contains(info, "Pages:           2");
	assert_contains(info, "Page    1 size:  419.527 x 595.275 pts");
	assert_contains(info, "Page    2 size:  595.275 x 283.465 pts");
	sample_finish(&sample);
}

static void test_links(void) {
	Sample sample;
	make_rich(&sample);
	g_autofree char *path = in_folder("links.pdf");
	Len bleed = len_from_pt(10);
	write_pdf(&sample.document, bleed, TRUE, path);
	assert_clean(path);
	g_autofree char *info = sample_run("pdfinfo -l 2 %s", path);
	assert_contains(info, "Page    1 size:  439.527 x 615.275 pts");
	g_autofree char *plain = in_folder("plain.pdf");
	g_free(sample_run("qpdf --qdf --object-streams=disable %s %s", path, plain));
	g_autofree char *text = NULL;
	g_assert_true(g_file_get_contents(plain, &text, NULL, NULL));
	assert_contains(
		text, "/URI (https://example.org/a_%28b%29?q=%27x%20y%27&z=%5C%C3%BC%20%25)");
	/* 615.275 - 10 - 48, from 40 + 10 over 100. */
	assert_contains(text, "    50\n    557.275391\n    150\n    557.275391\n");
	g_autofree char *outline = sample_run("qpdf --json --json-key=outlines %s", path);
	assert_contains(outline, "\"title\": \"Début “1”\"");
	assert_contains(outline, "\"title\": \"Deep\"");
	g_assert_null(strstr(outline, "Lost"));
	/* The anchor's height below the bleed, on its own page. */
	assert_contains(outline,
		"\"20 0 R\",\n            \"/XYZ\",\n            0,\n            243.464844,");
	assert_contains(
		text, "(second)\n    [\n      11 0 R\n      /XYZ\n      0\n      243.464844\n");
	g_assert_null(strstr(text, "(third)"));
	g_assert_null(strstr(text, "nowhere"));
	g_autofree char *labels = sample_run("qpdf --json --json-key=pagelabels %s", path);
	assert_contains(labels, "\"/P\": \"u:cover\"");
	assert_contains(labels, "\"/P\": \"u:ii\"");
	/* Without links: none, nor labels nor bookmarks. */
	write_pdf(&sample.document, 0, FALSE, path);
	g_free(sample_run("qpdf --qdf --object-streams=disable %s %s", path, plain));
	g_clear_pointer(&text, g_free);
	g_assert_true(g_file_get_contents(plain, &text, NULL, NULL));
	g_assert_null(strstr(text, "/Annot"));
	g_assert_null(strstr(text, "/Outlines"));
	g_assert_null(strstr(text, "/PageLabels"));
	sample_finish(&sample);
}

static void test_fonts(void) {
	Sample sample;
	make_rich(&sample);
	g_autofree char *path = in_folder("fonts.pdf");
	write_pdf(&sample.document, 0, TRUE, path);
	g_autofree char *listed = sample_run("pdffonts %s", path);
	g_assert_nonnull(listed);
	g_auto(GStrv) rows = g_strsplit(g_strchomp(listed), "\n", -1);
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	int count = 0;
	for (int i = 2; rows[i]; i++, count++) {
		g_assert_nonnull(strstr(rows[i], " yes yes yes "));
		/* "ABCDEF+Name   Kind of font   …": one row a face and kind. */
		char *name = g_strndup(strchr(rows[i], '+') + 1, 44);
		g_assert_true(g_hash_table_add(seen, name));
	}
	g_assert_cmpint(count, >=, FACE_COUNT);
	g_assert_cmpint(count, <=, 2 * FACE_COUNT);
	sample_finish(&sample);
}

static void test_same_bytes(void) {
	Sample sample;
	make_rich(&sample);
	g_autofree char *path = in_folder("same.pdf");
	g_autofree char *first = NULL, *second = NULL;
	gsize size, again;
	write_pdf(&sample.document, 0, TRUE, path);
	g_assert_true(g_file_get_contents(path, &first, &size, NULL));
	write_pdf(&sample.document, 0, TRUE, path);
	g_assert_true(g_file_get_contents(path, &second, &again, NULL));
	g_assert_cmpmem(first, size, second, again);
	sample_finish(&sample);
}

typedef struct Task {
	const Document *document;
	char *path;
} Task;

static void *write_in_thread(void *data) {
	Task *task = data;
	for (int i = 0; i < 3; i++) {
		write_pdf(task->document, 0, TRUE, task->path);
	}
	return NULL;
}

static void test_threads(void) {
	Sample sample;
	make_rich(&sample);
	enum { THREADS = 4 };
	Task tasks[THREADS];
	GThread *threads[THREADS];
	for (int i = 0; i < THREADS; i++) {
		g_autofree char *name = g_strdup_printf("thread-%d.pdf", i);
		tasks[i] = (Task){&sample.document, in_folder(name)};
		threads[i] = g_thread_new("out", write_in_thread, &tasks[i]);
	}
	g_autofree char *first = NULL;
	gsize size = 0;
	for (int i = 0; i < THREADS; i++) {
		g_thread_join(threads[i]);
		g_autofree char *bytes = NULL;
		gsize length;
		g_assert_true(g_file_get_contents(tasks[i].path, &bytes, &length, NULL));
		if (i > 0) {
			g_assert_cmpmem(first, size, bytes, length);
		} else {
			first = g_steal_pointer(&bytes);
			size = length;
		}
		g_free(tasks[i].path);
	}
	sample_finish(&sample);
}

/* The earlier file whole, an error, nothing left; whatever byte is the last that fits. */
static void test_full_at_each_byte(void) {
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, 3);
	g_autofree char *path = in_folder("full.pdf");
	write_pdf(&sample.document, 0, TRUE, path);
	g_autofree char *whole = NULL;
	gsize size;
	g_assert_true(g_file_get_contents(path, &whole, &size, NULL));
	for (gsize limit = 0; limit < size; limit += limit + 40 < size ? 37 : 1) {
		g_autoptr(GError) error = NULL;
		SafeFile *file = safe_file_new(path, &error);
		PdfOptions options = {.links = TRUE};
		room = (gint64)limit;
		gboolean written = out_pdf(&sample.document, &options, file, &error);
		room = -1;
		safe_file_abort(file);
		g_assert_false(written);
		g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
	}
	g_autofree char *after = NULL;
	gsize length;
	g_assert_true(g_file_get_contents(path, &after, &length, NULL));
	g_assert_cmpmem(whole, size, after, length);
	sample_finish(&sample);
}

static gboolean is_whole(const char *data, gsize size, int pages) {
	g_autofree char *path = in_folder("piece.pdf");
	SafeFile *file = safe_file_new(path, NULL);
	g_assert_true(safe_file_write(file, data, size));
	gboolean whole = pdf_file_is_whole(file, pages);
	g_assert_false(safe_file_failed(file));
	safe_file_abort(file);
	return whole;
}

/* Cut anywhere, or with another number of pages, it is not whole. */
static void test_whole(void) {
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, 3);
	g_autofree char *path = in_folder("whole.pdf");
	write_pdf(&sample.document, 0, TRUE, path);
	g_autofree char *data = NULL;
	gsize size;
	g_assert_true(g_file_get_contents(path, &data, &size, NULL));
	g_assert_true(is_whole(data, size, 3));
	g_assert_false(is_whole(data, size, 2));
	g_assert_false(is_whole(data, size, 4));
	for (gsize cut = 0; cut + 1 < size; cut += cut + 2000 < size ? 211 : 1) {
		g_assert_false(is_whole(data, cut, 3));
	}
	/* Bytes lost in the middle: nothing stands where the table says. */
	memmove(data + 500, data + 600, size - 600);
	g_assert_false(is_whole(data, size - 100, 3));
	sample_finish(&sample);
}

/* White to the edge given, the type that was there gone, all else as it was. */
static void test_white_edge(void) {
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, 1);
	g_autofree char *path = in_folder("edge.pdf"), *base = in_folder("edge");
	g_autofree char *png = in_folder("edge.png");
	SafeFile *file = safe_file_new(path, NULL);
	PdfOptions options = {.white_edge = len_from_pt(10)};
	g_assert_true(out_pdf(&sample.document, &options, file, NULL));
	g_assert_true(safe_file_commit(file, "%%EOF", NULL));
	g_free(sample_run("pdftoppm -r 72 -singlefile -png %s %s", path, base));
	cairo_surface_t *page = cairo_image_surface_create_from_png(png);
	const unsigned char *data = cairo_image_surface_get_data(page);
	int stride = cairo_image_surface_get_stride(page);
	for (int y = 0; y < 60; y++) {
		for (int x = 0; x < 419; x++) {
			const unsigned *row = (const unsigned *)(const void *)(data + y * stride);
			gboolean band = y >= 10 && y < 34 && x >= 10 && x < 409;
			gboolean margin = y == 9 || y == 34 || x == 9 || x == 409;
			g_assert_true(margin || ((row[x] & 0xffffff) != 0xffffff) == band);
		}
	}
	cairo_surface_destroy(page);
	sample_finish(&sample);
}

static void test_missing_font(void) {
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, 2);
	FontFace faces[FACE_COUNT];
	memcpy(faces, sample_faces, sizeof faces);
	faces[FACE_SANS].path = "fonts/NoSuchFont.otf";
	FontTable table = {.count = FACE_COUNT, .faces = faces};
	sample.document.fonts = &table;
	g_autofree char *path = in_folder("missing.pdf");
	g_autoptr(GError) error = NULL;
	SafeFile *file = safe_file_new(path, NULL);
	PdfOptions options = {.links = FALSE};
	g_assert_false(out_pdf(&sample.document, &options, file, &error));
	safe_file_abort(file);
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
	assert_contains(error->message, "fonts/NoSuchFont.otf");
	g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
	sample_finish(&sample);
}

static void test_uri(void) {
	static const char *const cases[][2] = {
		{"https://example.org/a?b=c#d", "https://example.org/a?b=c#d"},
		{"a(b)c", "a%28b%29c"}, {"a\\b", "a%5Cb"}, {"a'b\"c", "a%27b%22c"},
		{"%41%4", "%41%254"}, {"%", "%25"}, {"é", "%C3%A9"}, {"a\x01\x7f", "a%01%7F"},
		{"", ""}, {"mailto:ana@example.org", "mailto:ana@example.org"}};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *uri = page_uri(cases[i][0]);
		g_assert_cmpstr(uri, ==, cases[i][1]);
	}
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	folder = g_dir_make_tmp(NULL, NULL);
	g_test_add_func("/pdf/uri", test_uri);
	g_test_add_func("/pdf/rich", test_rich);
	g_test_add_func("/pdf/links", test_links);
	g_test_add_func("/pdf/fonts", test_fonts);
	g_test_add_func("/pdf/same-bytes", test_same_bytes);
	g_test_add_func("/pdf/threads", test_threads);
	g_test_add_func("/pdf/full", test_full_at_each_byte);
	g_test_add_func("/pdf/whole", test_whole);
	g_test_add_func("/pdf/white-edge", test_white_edge);
	g_test_add_func("/pdf/missing-font", test_missing_font);
	int failed = g_test_run();
	if (!g_getenv("KEEP_FOLDER")) {
		sample_remove(folder);
	} else {
		g_printerr("%s\n", folder);
	}
	g_free(folder);
	return failed;
}
