/* A long document is painted in stretches and joined: its pages are in order with their words, each
 * font is embedded once, links and bookmarks lead into other stretches, labels are the pages' own,
 * and any number of threads gives the same bytes. */
#include "out/pdf_objects.h"
#include "sample.h"

enum { PAGES = 620, ROMAN = 4 };

static char *folder;

static const char *page_label(Sample *sample, int page) {
	static const char *const roman[ROMAN] = {"i", "ii", "iii", "cover (back)"};
	return page < ROMAN ? roman[page] : arena_printf(sample->arena, "%d", page - ROMAN + 1);
}

/* Each page has its number, a letter of its own now and then, white that stands alone, and links to
 * its neighbours in other stretches. */
static void add_page(Sample *sample, int page) {
	PageBuilder *builder = sample_page(sample, 148, 210);
	g_autofree char *number = g_strdup_printf("Page%d of\xc2\xa0many", page + 1);
	sample_text(sample, builder, page % 2 ? FACE_SANS : FACE_PROSE, 12, number, 60, 60);
	if (page % 97 == 0) {
		sample_text(sample, builder, FACE_HEBREW, 12, "שלום", 200, 90);
	}
	if (page == PAGES - 1) {
		sample_text(sample, builder, FACE_SANS, 12, "Łąka\xe2\x80\x82Žižkov", 60, 120);
	}
	g_autofree char *name = g_strdup_printf("place-%d", page);
	page_add_anchor(builder, arena_strdup(sample->arena, name), len_from_pt(50));
	Rect area = {len_from_pt(60), len_from_pt(50), len_from_pt(100), len_from_pt(12)};
	const char *target = arena_printf(sample->arena, "place-%d", (page + PAGES / 2) % PAGES);
	page_add_link(builder, area, NULL, target, NULL);
	if (page == PAGES - 2) {
		page_add_link(builder, area, "https://example.org/a(b)?c=1 0 R", NULL, NULL);
	}
	sample_page_end(sample, builder, page_label(sample, page));
}

static void make_long(Sample *sample) {
	sample_init(sample);
	for (int i = 0; i < PAGES; i++) {
		add_page(sample, i);
	}
	OutlineEntry *entries = arena_array_of(sample->arena, OutlineEntry, 3);
	entries[0] = (OutlineEntry){"First", "place-0", 1};
	entries[1] = (OutlineEntry){"Far", "place-600", 2};
	entries[2] = (OutlineEntry){"Nowhere", "place-x", 1};
	sample->document.outline = entries;
	sample->document.outline_count = 3;
}

/* Caller frees. */
static char *write_long(const Sample *sample, int threads) {
	g_autofree char *name = g_strdup_printf("long-%d.pdf", threads);
	char *path = g_build_filename(folder, name, NULL);
	g_autoptr(GError) error = NULL;
	SafeFile *file = safe_file_new(path, &error);
	g_assert_no_error(error);
	PdfOptions options = {.links = TRUE, .threads = threads};
	gboolean written = out_pdf(&sample->document, &options, file, &error);
	g_assert_no_error(error);
	g_assert_true(written);
	g_assert_true(safe_file_commit(file, "%%EOF", &error));
	return path;
}

static void assert_pages(const char *path) {
	g_autofree char *text = sample_run("pdftotext -raw %s -", path);
	g_assert_nonnull(text);
	g_auto(GStrv) pages = g_strsplit(text, "\f", -1);
	g_assert_cmpint((int)g_strv_length(pages), ==, PAGES + 1);
	for (int i = 0; i < PAGES; i++) {
		g_autofree char *wanted = g_strdup_printf("Page%d of", i + 1);
		g_assert_true(g_str_has_prefix(pages[i], wanted));
	}
	g_assert_nonnull(strstr(pages[PAGES - 1], "Łąka"));
}

static int count_of(const char *text, const char *what) {
	int count = 0;
	for (const char *at = strstr(text, what); at; at = strstr(at + 1, what)) {
		count++;
	}
	return count;
}

static void assert_fonts(const char *path) {
	g_autofree char *fonts = sample_run("pdffonts %s", path);
	g_assert_cmpint(count_of(fonts, "+Inter-Regular "), <=, 2);
	g_assert_cmpint(count_of(fonts, "+Vollkorn-Regular "), <=, 2);
	g_assert_cmpint(count_of(fonts, "+NotoSansHebrew-Regular "), <=, 2);
}

/* What is put together says what the same pages say that were drawn as one. */
static void test_pages(void) {
	Sample sample;
	make_long(&sample);
	g_autofree char *path = write_long(&sample, 3);
	g_autofree char *check = sample_run("qpdf --check %s", path);
	g_assert_nonnull(check);
	g_assert_null(strstr(check, "WARNING"));
	assert_pages(path);
	assert_fonts(path);
	sample_finish(&sample);
}

static void test_threads(void) {
	Sample sample;
	make_long(&sample);
	g_autofree char *one = write_long(&sample, 1);
	g_autofree char *four = write_long(&sample, 4);
	g_autofree char *same = sample_run("cmp %s %s", one, four);
	g_assert_nonnull(same);
	sample_finish(&sample);
}

/* The object's head as text. Caller frees. */
static char *object_text(const PdfObjects *objects, int number) {
	g_assert_cmpint(number, >, 0);
	return g_strndup(objects->objects[number].bytes, (gsize)objects->objects[number].head);
}

static void assert_bookmark(const PdfObjects *objects, const char *title, const char *dest) {
	for (int i = 1; i < objects->count; i++) {
		if (objects->objects[i].bytes) {
			g_autofree char *text = object_text(objects, i);
			if (strstr(text, title)) {
				g_assert_nonnull(strstr(text, dest));
				return;
			}
		}
	}
	g_assert_not_reached();
}

static void test_places(void) {
	Sample sample;
	make_long(&sample);
	g_autofree char *path = write_long(&sample, 2);
	char *data;
	gsize length;
	g_assert_true(g_file_get_contents(path, &data, &length, NULL));
	g_autoptr(GBytes) bytes = g_bytes_new_take(data, length);
	g_autoptr(PdfObjects) objects = pdf_objects_new(bytes);
	g_assert_nonnull(objects);
	g_assert_cmpint(objects->kid_count, ==, PAGES);
	int names = pdf_objects_reference(objects, objects->root, "/Names");
	g_autofree char *dests =
		object_text(objects, pdf_objects_reference(objects, names, "/Dests"));
	for (int i = 0; i < PAGES; i++) {
		g_autofree char *wanted =
			g_strdup_printf("(place-%d) [%d 0 R /XYZ ", i, objects->kids[i]);
		g_assert_nonnull(strstr(dests, wanted));
	}
	g_autofree char *labels =
		object_text(objects, pdf_objects_reference(objects, objects->root, "/PageLabels"));
	g_assert_nonnull(strstr(labels, "0 << /P <FEFF0069> >>"));
	g_assert_nonnull(strstr(labels, "4 << /S /D /St 1 >>"));
	g_assert_null(strstr(labels, "5 <<"));
	g_assert_cmpint(pdf_objects_reference(objects, objects->root, "/Outlines"), >, 0);
	assert_bookmark(objects, "/Title (First)", "/Dest (place-0)");
	assert_bookmark(objects, "/Title (Far)", "/Dest (place-600)");
	sample_finish(&sample);
}

static void test_references(void) {
	static const char text[] =
		"<< /A 12 0 R /B [3 0 R 4 0 R] /C (5 0 R \\) 6 0 R) /D 7 0 /E8 0 R "
		"/F 9 0 Rx /G 10 0 R>>";
	static const int wanted[] = {12, 3, 4, 10};
	int at = 0;
	PdfReference found;
	for (gsize i = 0; i < G_N_ELEMENTS(wanted); i++) {
		g_assert_true(pdf_next_reference(text, (int)strlen(text), at, &found));
		g_assert_cmpint(found.number, ==, wanted[i]);
		at = found.end;
	}
	g_assert_false(pdf_next_reference(text, (int)strlen(text), at, &found));
}

/* Files that are none are refused, wherever they end. */
static void test_broken(void) {
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, 2);
	g_autoptr(GError) error = NULL;
	SafeFile *memory = safe_memory_new();
	PdfOptions options = {.links = TRUE};
	g_assert_true(out_pdf(&sample.document, &options, memory, &error));
	g_autoptr(GBytes) whole = safe_memory_end(memory);
	g_autoptr(PdfObjects) objects = pdf_objects_new(whole);
	g_assert_nonnull(objects);
	g_assert_cmpint(objects->kid_count, ==, 2);
	gsize size = g_bytes_get_size(whole);
	for (gsize length = 0; length < size; length += 1 + length / 40) {
		g_autoptr(GBytes) cut = g_bytes_new_from_bytes(whole, 0, length);
		g_assert_null(pdf_objects_new(cut));
	}
	sample_finish(&sample);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	folder = g_dir_make_tmp("bifolio-join-XXXXXX", NULL);
	g_test_add_func("/join/pages", test_pages);
	g_test_add_func("/join/threads", test_threads);
	g_test_add_func("/join/places", test_places);
	g_test_add_func("/join/references", test_references);
	g_test_add_func("/join/broken", test_broken);
	int status = g_test_run();
	sample_remove(folder);
	g_free(folder);
	return status;
}
