/* finish_pdf: what Cairo cannot say is said, links keep their words, boxes stand where the page was
 * drawn, the same comes out again, and a file that is not whole is an error, never a crash. */
#include <cairo-pdf.h>

#include "../out/sample.h"
#include "finish/finish.h"

static char *folder;

static char *in_folder(const char *name) {
	return g_build_filename(folder, name, NULL);
}

static GBytes *draw(const Document *document, Len bleed) {
	g_autoptr(GError) error = NULL;
	SafeFile *memory = safe_memory_new();
	PdfOptions options = {.bleed = bleed, .links = TRUE};
	g_assert_true(out_pdf(document, &options, memory, &error));
	g_assert_no_error(error);
	return safe_memory_end(memory);
}

static GBytes *finish(const Document *document, Len bleed) {
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) drawn = draw(document, bleed);
	FinishOptions options = {.bleed = bleed, .links = TRUE};
	GBytes *finished = finish_pdf(document, drawn, &options, &error);
	g_assert_no_error(error);
	g_assert_nonnull(finished);
	return finished;
}

/* The file with every object in plain sight. Checks it first. */
static char *plain(GBytes *pdf) {
	g_autofree char *path = in_folder("file.pdf"), *open = in_folder("open.pdf");
	gsize size;
	const char *data = g_bytes_get_data(pdf, &size);
	g_assert_true(g_file_set_contents(path, data, (gssize)size, NULL));
	g_autofree char *check = sample_run("qpdf --check %s", path);
	g_assert_nonnull(check);
	g_autofree char *made = sample_run(
		"qpdf --qdf --object-streams=disable --no-original-object-ids %s %s", path, open);
	g_assert_nonnull(made);
	gsize length;
	char *text = NULL;
	g_assert_true(g_file_get_contents(open, &text, &length, NULL));
	for (gsize i = 0; i < length; i++) {
		text[i] = text[i] ? text[i] : ' ';
	}
	return text;
}

static int occurrences(const char *text, const char *word) {
	int count = 0;
	for (const char *at = strstr(text, word); at; at = strstr(at + 1, word)) {
		count++;
	}
	return count;
}

#define has(text, word)                                                                            \
	G_STMT_START {                                                                             \
		if (!strstr((text), (word))) {                                                     \
			g_test_message("not found: %s", (word));                                   \
			g_test_fail();                                                             \
		}                                                                                  \
	}                                                                                          \
	G_STMT_END

static void add_link(
	PageBuilder *builder, int y, const char *href, const char *target, const char *contents) {
	Rect area = {len_from_pt(40), len_from_pt(y), len_from_pt(100), len_from_pt(12)};
	page_add_link(builder, area, href, target, contents);
}

/* Two pages with text in simple and composite fonts, links of all kinds. */
static void two_pages(Sample *sample) {
	PageBuilder *builder = sample_page(sample, 148, 210);
	sample_text(sample, builder, FACE_SANS, 12, "Programme", 40, 60);
	sample_text(sample, builder, FACE_ARABIC, 12,
		"\xd8\xa8\xd8\xb1\xd9\x86\xd8\xa7\xd9\x85\xd8\xac", 200, 60);
	add_link(builder, 100, "https://example.org/a", NULL, "Join \xe2\x80\x93 online");
	add_link(builder, 120, NULL, "nowhere", "Lost");
	add_link(builder, 140, NULL, "second", "Page 2");
	add_link(builder, 160, "mailto:ana@example.org", NULL, NULL);
	sample_page_end(sample, builder, "1");
	builder = sample_page(sample, 148, 210);
	page_add_anchor(builder, "second", (Point){0, len_from_pt(30)});
	sample_text(sample, builder, FACE_SANS, 12, "Second", 40, 60);
	sample_page_end(sample, builder, "2");
}

static void test_catalog(void) {
	Sample sample;
	sample_init(&sample);
	two_pages(&sample);
	sample.document.info.date = "2027-03-04T14:05:06-04:30";
	g_autoptr(GBytes) finished = finish(&sample.document, 0);
	g_autofree char *text = plain(finished);
	has(text, "/Lang (en)");
	has(text, "/DisplayDocTitle true");
	g_assert_null(strstr(text, "/R2L"));
	has(text, "/CreationDate (D:20270304140506-04'30')");
	has(text, "/ModDate (D:20270304140506-04'30')");
	has(text, "/CIDToGIDMap /Identity");
	g_assert_cmpint(occurrences(text, "/CIDToGIDMap /Identity"), ==,
		occurrences(text, "/CIDFontType2"));
	sample_finish(&sample);
}

static void test_rtl(void) {
	Sample sample;
	sample_init(&sample);
	two_pages(&sample);
	sample.document.rtl = TRUE;
	sample.document.info.language = "ar";
	sample.document.info.date = "2027-03-04T14:00:00Z";
	g_autoptr(GBytes) finished = finish(&sample.document, 0);
	g_autofree char *text = plain(finished);
	has(text, "/Lang (ar)");
	has(text, "/Direction /R2L");
	has(text, "/CreationDate (D:20270304140000Z)");
	sample_finish(&sample);
}

/* The words of a link stand with its own address; the one that leads nowhere is not there. */
static void test_links(void) {
	Sample sample;
	sample_init(&sample);
	two_pages(&sample);
	g_autoptr(GBytes) finished = finish(&sample.document, 0);
	g_autofree char *text = plain(finished);
	g_assert_cmpint(occurrences(text, "/Subtype /Link"), ==, 3);
	g_assert_cmpint(occurrences(text, "/F 4"), ==, 3);
	g_assert_cmpint(occurrences(text, "/Contents ("), ==, 2);
	g_assert_cmpint(occurrences(text, "/StructParent "), ==, 0);
	g_assert_null(strstr(text, "Lost"));
	has(text, "/Contents (Page 2)\n  /Dest (second)");
	/* The en dash as PDFDocEncoding has it. */
	const char *online = strstr(text, "(https://example.org/a)");
	g_assert_nonnull(online);
	g_autofree char *behind = g_strndup(online, 200);
	has(behind, "/Contents (Join \\205 online)");
	sample_finish(&sample);
}

static void test_boxes(void) {
	Sample sample;
	sample_init(&sample);
	two_pages(&sample);
	g_autoptr(GBytes) bled = finish(&sample.document, len_from_pt(9));
	g_autofree char *text = plain(bled);
	g_assert_cmpint(occurrences(text, "/BleedBox"), ==, 2);
	g_assert_cmpint(occurrences(text, "/TrimBox [\n    9\n    9\n    428.52"), ==, 2);
	g_autoptr(GBytes) trimmed = finish(&sample.document, 0);
	g_free(text);
	text = plain(trimmed);
	g_assert_cmpint(occurrences(text, "/BleedBox"), ==, 0);
	g_assert_cmpint(occurrences(text, "/TrimBox [\n    0\n    0\n    419.52"), ==, 2);
	sample_finish(&sample);
}

static void test_same_bytes(void) {
	Sample sample;
	sample_init(&sample);
	two_pages(&sample);
	g_autoptr(GBytes) once = finish(&sample.document, 0), again = finish(&sample.document, 0);
	g_assert_true(g_bytes_equal(once, again));
	sample.document.info.title = "Another title";
	g_autoptr(GBytes) other = finish(&sample.document, 0);
	g_assert_false(g_bytes_equal(once, other));
	sample_finish(&sample);
}

/* Cut anywhere, or with a byte changed in what the table says: an error or a file, never a crash.
 * Cut in its first half it is always an error. */
static void test_damaged(void) {
	Sample sample;
	sample_init(&sample);
	two_pages(&sample);
	g_autoptr(GBytes) drawn = draw(&sample.document, 0);
	gsize size;
	const char *data = g_bytes_get_data(drawn, &size);
	FinishOptions options = {.links = TRUE};
	for (gsize cut = 0; cut < size; cut += 1 + size / 60) {
		g_autoptr(GError) error = NULL;
		g_autoptr(GBytes) part = g_bytes_new(data, cut);
		g_autoptr(GBytes) made = finish_pdf(&sample.document, part, &options, &error);
		g_assert_true((made == NULL) == (error != NULL));
		g_assert_true(!made || cut > size / 2);
	}
	for (gsize at = size - 4000; at < size; at += 61) {
		g_autoptr(GError) error = NULL;
		char *copy = g_memdup2(data, size);
		copy[at] ^= 0x15;
		g_autoptr(GBytes) changed = g_bytes_new_take(copy, size);
		g_autoptr(GBytes) made = finish_pdf(&sample.document, changed, &options, &error);
		g_assert_true((made == NULL) == (error != NULL));
	}
	sample_finish(&sample);
}

/* Pages or links that are not the document's are told: nothing is said of the wrong ones. */
static void test_not_this(void) {
	Sample sample;
	sample_init(&sample);
	two_pages(&sample);
	g_autoptr(GBytes) drawn = draw(&sample.document, 0);
	FinishOptions options = {.links = TRUE};
	sample.document.page_count = 1;
	g_autoptr(GError) pages = NULL, links = NULL;
	g_assert_null(finish_pdf(&sample.document, drawn, &options, &pages));
	g_assert_error(pages, G_FILE_ERROR, G_FILE_ERROR_FAILED);
	sample.document.page_count = 2;
	Page *first = &g_array_index(sample.pages, Page, 0);
	first->item_count--;
	g_assert_null(finish_pdf(&sample.document, drawn, &options, &links));
	g_assert_nonnull(strstr(links->message, "links"));
	sample_finish(&sample);
}

/* All pages of a long document come through. */
static void test_many_pages(void) {
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, 600);
	g_autoptr(GBytes) finished = finish(&sample.document, 0);
	g_autofree char *path = in_folder("many.pdf");
	gsize size;
	const char *data = g_bytes_get_data(finished, &size);
	g_assert_true(g_file_set_contents(path, data, (gssize)size, NULL));
	g_autofree char *pages = sample_run("qpdf --show-npages %s", path);
	g_assert_cmpstr(pages, ==, "600\n");
	sample_finish(&sample);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	folder = g_dir_make_tmp("bifolio-finish-XXXXXX", NULL);
	g_test_add_func("/finish/finish/catalog", test_catalog);
	g_test_add_func("/finish/finish/rtl", test_rtl);
	g_test_add_func("/finish/finish/links", test_links);
	g_test_add_func("/finish/finish/boxes", test_boxes);
	g_test_add_func("/finish/finish/same-bytes", test_same_bytes);
	g_test_add_func("/finish/finish/damaged", test_damaged);
	g_test_add_func("/finish/finish/not-this", test_not_this);
	g_test_add_func("/finish/finish/many-pages", test_many_pages);
	int status = g_test_run();
	sample_remove(folder);
	g_free(folder);
	return status;
}
